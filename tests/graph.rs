//! Graphs can be built piece by piece: the laws of `graph::merge`.

use corroborate::graph::{Graph, merge};
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
    merge(a.clone(), b.clone(), &Vocabulary::default())
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
