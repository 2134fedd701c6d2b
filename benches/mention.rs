//! Throughput of mention detection after syntax, and of reading documents as a whole, printed in
//! megabytes a second: `cargo bench --bench mention`.
#![allow(clippy::print_stdout, reason = "the bench prints its result")]

use std::time::Instant;

use corroborate::mention::{self, Context};
use corroborate::{Document, Options, pipeline, syntax, text};

const PARAGRAPH: &str = "At least 40 houses were flooded on Monday, officials in the river port \
    said, and more than 1,200 residents spent the night in two schools. Repairs will cost between \
    $3.5 million and $4 million, about 12 percent of the yearly budget. The mayor, Ana Petrova, 44, \
    said that three of the 12 pumps had failed within six hours. Nobody was hurt.\n\n";

/// News as it is written, where fewer words come again.
const ARTICLES: [&str; 3] = [
    include_str!("../examples/articles/courier.txt"),
    include_str!("../examples/articles/gazette.txt"),
    include_str!("../examples/articles/observer.txt"),
];

/// Megabytes a second of the best of a few runs.
fn rate(bytes: usize, mut run: impl FnMut()) -> f64 {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    let best = (0..5).map(|_| time(&mut run)).fold(f64::INFINITY, f64::min);
    bytes as f64 / best / 1e6
}

fn main() {
    let text = PARAGRAPH.repeat(200);
    let sentences = text::segment(&text);
    let trees = syntax::parse(&text, &sentences);
    let context = Context::default();
    let mentions = rate(text.len(), || {
        std::hint::black_box(mention::detect(&text, &trees, &context));
    });
    println!("mentions after syntax: {mentions:.2} MB/s");
    let document = Document::new("d", text.as_str());
    let whole = rate(text.len(), || {
        std::hint::black_box(pipeline::analyze(&document, &Options::default()));
    });
    println!("a whole document:      {whole:.2} MB/s");
    let documents = ARTICLES.map(|text| Document::new("d", text));
    let bytes: usize = ARTICLES.iter().map(|text| text.len()).sum();
    let articles = rate(20 * bytes, || {
        for document in documents.iter().cycle().take(20 * documents.len()) {
            std::hint::black_box(pipeline::analyze(document, &Options::default()));
        }
    });
    println!("the example articles:  {articles:.2} MB/s");
}
