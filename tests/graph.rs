//! Graphs can be built piece by piece: the laws of `graph::merge`.

use corroborate::graph::{Decisions, Graph, merge};
use corroborate::lexicon::Vocabulary;
use corroborate::{Document, Options, pipeline};
use proptest::prelude::*;

const SENTENCES: &[&str] = &[
    "A ferry sank off Palermo on Tuesday and 12 people died.",
    "The sinking of the ferry off Palermo on Tuesday killed 14 people.",
    "The owner, Blue Line, said the ferry carried 90 passengers.",
    "Finance Minister Anna Rossi promised an inquiry.",
    "Rossi said the inquiry would begin on 3 May.",
    "Blue Line earned 4.2 million euros in 2023.",
    "Twelve people were killed and 30 injured, the coast guard said.",
    "No inquiry is planned, the ministry said.",
];

fn graph(documents: &[Document]) -> Graph {
    let options = Options::default();
    let analyses = documents.iter().map(|d| pipeline::analyze(d, &options)).collect();
    pipeline::gather(documents, analyses, &options).graph
}

fn document(at: usize, text: &str) -> Document {
    let mut document = Document::new(format!("d{at}"), text);
    document.source = Some(format!("Outlet {}", at % 3));
    document
}

fn joined(a: &Graph, b: &Graph) -> Graph {
    merge(a.clone(), b.clone(), &Vocabulary::default(), &Decisions::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn merging_is_associative_commutative_and_idempotent(
        picks in prop::collection::vec(prop::collection::vec(0..SENTENCES.len(), 1..4), 3..6),
    ) {
        let documents: Vec<Document> = picks
            .iter()
            .enumerate()
            .map(|(at, picks)| {
                let text: Vec<&str> = picks.iter().map(|&i| SENTENCES[i]).collect();
                document(at, &text.join(" "))
            })
            .collect();
        let (a, b, c) = (graph(&documents[..1]), graph(&documents[1..2]), graph(&documents[2..]));
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
        prop_assert_eq!(joined(&a, &a), a.clone());
        prop_assert_eq!(joined(&joined(&a, &b), &c), graph(&documents));
    }
}

/// The findings of two texts under decisions, as (kind, reason).
fn decided(texts: [&str; 2], table: &str) -> Vec<String> {
    let mut options = Options::default();
    options.decisions = Decisions::parse(table, "decisions.toml").expect("a table of decisions");
    let documents = [Document::new("a", texts[0]), Document::new("b", texts[1])];
    let report = corroborate::reconcile(&documents, &options);
    report.findings.iter().map(|f| f.kind.clone()).filter(|kind| kind != "addition").collect()
}

const TWO_FIRES: [&str; 2] = [
    "The fire in Lyon on Monday killed 12 people. The blaze began in a kitchen.",
    "A fire in Lyon killed 15 people on Monday.",
];

#[test]
fn events_that_a_user_keeps_apart_are_not_compared() {
    assert_eq!(decided(TWO_FIRES, "")[0], "contradiction");
    let apart = r#"
        [[not-same]]
        of = [{ document = "a", quote = "The fire in Lyon" }, { document = "b", quote = "A fire" }]
    "#;
    assert!(!decided(TWO_FIRES, apart).contains(&"contradiction".to_owned()));
}

#[test]
fn a_decision_on_words_that_are_not_there_changes_nothing() {
    let other = r#"
        [[not-same]]
        of = [{ document = "a", quote = "The flood" }, { document = "b", quote = "A fire" }]
    "#;
    assert_eq!(decided(TWO_FIRES, other), decided(TWO_FIRES, ""));
}

#[test]
fn events_that_a_user_joins_are_one() {
    let texts = [
        "The raid on the depot killed 12 people, and the attack wounded 30.",
        "A different attack near the river killed 15 people.",
    ];
    let same = r#"
        [[same]]
        of = [{ document = "a", quote = "The raid" }, { document = "b", quote = "attack" }]
        why = "one night, two descriptions"
    "#;
    let mut options = Options::default();
    let documents = [Document::new("a", texts[0]), Document::new("b", texts[1])];
    let events = |options: &Options| {
        let graph = pipeline::run(&documents, options).graph;
        graph.events.iter().filter(|event| event.members.iter().any(|m| m.0 == 1)).count()
    };
    let joined = |options: &Options| {
        let graph = pipeline::run(&documents, options).graph;
        graph.events.iter().any(|event| {
            event.members.iter().any(|m| m.0 == 0) && event.members.iter().any(|m| m.0 == 1)
        })
    };
    assert!(events(&options) >= 1 && !joined(&options));
    options.decisions = Decisions::parse(same, "decisions.toml").expect("a table of decisions");
    assert!(joined(&options));
}

#[test]
fn names_are_joined_and_parted_as_a_user_decides() {
    let texts = ["Tom Lee opened the port.", "Tom Lee won the race. Thomas Leigh lost it."];
    let documents = [Document::new("a", texts[0]), Document::new("b", texts[1])];
    let people = |table: &str| {
        let mut options = Options::default();
        options.decisions = Decisions::parse(table, "d.toml").expect("a table of decisions");
        let graph = pipeline::run(&documents, &options).graph;
        let mut sizes: Vec<usize> = graph.entities.iter().map(|e| e.members.len()).collect();
        sizes.sort_unstable();
        sizes
    };
    assert_eq!(people(""), [1, 2]);
    let apart = r#"
        [[not-same]]
        of = [{ name = "tom lee", document = "a" }, { name = "Tom Lee", document = "b" }]
    "#;
    assert_eq!(people(apart), [1, 1, 1]);
    let same = "[[same]]\nof = [{ name = \"Tom Lee\" }, { name = \"Thomas Leigh\" }]";
    assert_eq!(people(same), [3]);
}

/// A press release of a company, as many companies write it.
fn release(at: usize, firm: &str, place: &str, numbers: [u32; 4]) -> Document {
    let [profit, workers, dividend, shops] = numbers;
    let text = format!(
        "{place}: {firm} presented the figures of its second quarter today. The net profit of the \
        group reached {profit} million euros, while the number of employees grew to {workers}. The \
        board proposes a dividend of {dividend} cents for each share.\n\n{firm} opened {shops} \
        shops in the quarter and renovated its headquarters in {place}. The director of {firm} \
        thanked customers, suppliers and employees for their loyalty in a difficult market."
    );
    let mut document = Document::new(format!("r{at}"), text);
    document.source = Some(format!("Wire {at}"));
    document
}

/// Releases of fourteen companies.
fn releases() -> Vec<Document> {
    let firms = [
        ("Alvero", "Porto"),
        ("Brinkhoff", "Hamburg"),
        ("Castelmar", "Turin"),
        ("Dunvegan", "Glasgow"),
        ("Eskola", "Tampere"),
        ("Farkas", "Budapest"),
        ("Grenoux", "Lyon"),
        ("Hollander", "Utrecht"),
        ("Isakov", "Varna"),
        ("Jantar", "Gdansk"),
        ("Kestrel", "Leeds"),
        ("Lindqvist", "Uppsala"),
        ("Moravec", "Brno"),
        ("Nakatomi", "Osaka"),
    ];
    let of = |(at, (firm, place)): (usize, (&str, &str))| {
        let n = u32::try_from(at).unwrap_or(0);
        release(at, firm, place, [31 + 7 * n, 2100 + 130 * n, 15 + 3 * n, 4 + n])
    };
    firms.into_iter().enumerate().map(of).collect()
}

#[test]
fn releases_of_one_form_are_compared_with_those_of_their_own_company_only() {
    let mut documents = releases();
    let report = corroborate::reconcile(&documents, &Options::default());
    assert!(report.findings.is_empty());
    assert_eq!(report.pairs.forms_apart, 91);

    // One value altered: that and nothing else is found.
    documents.push(release(14, "Eskola", "Tampere", [59, 2620, 33, 8]));
    let report = corroborate::reconcile(&documents, &Options::default());
    let found: Vec<_> = report.findings.iter().filter(|f| f.kind == "contradiction").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].documents, ["r4", "r14"]);
    assert!(report.findings.iter().all(|f| f.documents.iter().all(|d| d == "r4" || d == "r14")));
}

#[test]
fn a_user_may_have_all_compared() {
    let mut options = Options::default();
    options.least_form = Some(0);
    let report = corroborate::reconcile(&releases(), &options);
    assert_eq!(report.pairs.forms_apart, 0);
    assert!(report.pairs.compared > 0);
}
