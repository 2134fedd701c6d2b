//! Numbers at the end of what a number can be, in every shape: read or left out, never a panic.

use corroborate::{Document, Options, reconcile};

const NUMBERS: [&str; 6] = [
    "79228162514264337593543950335",
    "79,228,162,514,264,337,593,543,950,334",
    "-79228162514264337593543950335",
    "79228162514264337593543950335999",
    "0.0000000000000000000000000001",
    "7922816251426433759354395033.5",
];

const SHAPES: [&str; 14] = [
    "The port of Lowden sold # boats in May.",
    "The council of Lowden spent $# on the bridge.",
    "Nearly # people and # others were killed in Lowden.",
    "One of the # workers was killed and # were injured in the fire.",
    "Profit at Lowden Mills rose # percent to $# million.",
    "Profit at Lowden Mills fell # percentage points.",
    "The strike in Lowden lasted # decades and a half.",
    "The strike in Lowden lasted # and a half hours.",
    "The strike began # weeks ago and ended # years later.",
    "Anna Berg, #, was the #th person to cross the strait.",
    "Between # and # families left Lowden, more than # times as many as before.",
    "The mast is # feet # inches high, about # meters.",
    "It was # degrees below zero in Lowden.",
    "Lowden beat Harwick #-# before # out of # people.",
];

#[test]
fn numbers_at_the_limit_are_read_and_compared() {
    for shape in SHAPES {
        let text = |number: &str| shape.replace('#', number);
        let documents: Vec<Document> =
            NUMBERS.iter().map(|number| Document::new(*number, text(number))).collect();
        let report = reconcile(&documents, &Options::default());
        assert_eq!(report.documents.len(), NUMBERS.len(), "{shape}");
    }
}

#[test]
fn a_number_at_the_limit_does_not_contradict_itself() {
    for (shape, number) in SHAPES.iter().flat_map(|shape| NUMBERS.map(|number| (shape, number))) {
        let text = shape.replace('#', number);
        let documents = [Document::new("a", &text), Document::new("b", &text)];
        let report = reconcile(&documents, &Options::default());
        let against = report.findings.iter().find(|f| f.kind == "contradiction");
        assert!(against.is_none(), "{text}");
    }
}
