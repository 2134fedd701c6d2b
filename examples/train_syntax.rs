//! Trains the model of `corroborate::syntax`.
//!
//! `train_syntax --train FILE… --dev FILE… [--seed N] [--epochs N] …`
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

#[path = "support/conllu.rs"]
mod conllu;
#[path = "support/export.rs"]
mod export;
#[path = "support/import.rs"]
mod import;
#[path = "support/lemmas.rs"]
mod lemmas;
#[path = "support/network.rs"]
mod network;
#[path = "support/optimizer.rs"]
mod optimizer;
#[path = "support/options.rs"]
mod options;
#[path = "support/templates.rs"]
mod templates;
#[path = "support/tensor.rs"]
mod tensor;
#[path = "support/vectors.rs"]
mod vectors;
#[path = "support/vocabulary.rs"]
mod vocabulary;

use std::path::Path;

use network::{Example, Gradient, Layout, Lesson, Noise, Sizes, Teacher, Weights};
use optimizer::Optimizer;
use options::Options;
use tensor::{Random, add};
use vectors::Vectors;
use vocabulary::Vocabulary;

fn main() -> std::io::Result<()> {
    let options = Options::from_args();
    let mut gold = Vec::new();
    for path in &options.train {
        gold.extend(conllu::read(Path::new(path))?);
    }
    if let Some(path) = &options.lemmas {
        return std::fs::write(path, lemmas::exceptions(&gold));
    }
    let vectors = options.vectors.as_ref().map(|path| Vectors::read(Path::new(path)));
    let vectors: &'static Vectors = Box::leak(Box::new(vectors.transpose()?.unwrap_or_default()));
    let vocabulary = Vocabulary::learn(&gold, vectors);
    // The vocabulary is the treebanks' alone, so that models with and without templates share it.
    gold.extend(templates::sentences(options.templates, &mut Random::new(1)));
    let examples: Vec<Vec<Example>> = gold.iter().map(|s| vocabulary.variants(s)).collect();
    let mut dev = Vec::new();
    for path in &options.dev {
        let sentences = conllu::read(Path::new(path))?;
        let example = |s| vocabulary.example(s);
        dev.push(sentences.iter().map(example).collect::<Vec<_>>());
    }
    let layout = Layout::new(Sizes {
        rows: vocabulary.rows(),
        width: options.width,
        layers: options.layers,
        hidden: options.hidden,
        vectors,
    });
    println!(
        "{} sentences, {} rows, {} other weights",
        gold.len(),
        vocabulary.rows(),
        layout.total
    );
    let teachers = options.teachers.iter().map(|path| {
        let bytes = std::fs::read(path)?;
        Ok(Weights::from_bytes(&bytes, vocabulary.rows(), vectors))
    });
    let teachers = teachers.collect::<std::io::Result<Vec<(Layout, Weights)>>>()?;
    let weights = train(&options, &layout, &vocabulary, &examples, &dev, &teachers);
    if let Some(path) = &options.save {
        std::fs::write(path, weights.to_bytes(&layout))?;
    }
    if let Some(path) = &options.out {
        std::fs::write(path, export::model(&vocabulary.keys, &layout, &weights))?;
    }
    Ok(())
}

fn train(
    options: &Options,
    layout: &Layout,
    vocabulary: &Vocabulary,
    examples: &[Vec<Example>],
    dev: &[Vec<Example>],
    teachers: &[(Layout, Weights)],
) -> Weights {
    let mut random = Random::new(options.seed);
    let mut weights = start(options, layout, vocabulary, &mut random);
    let mut optimizer = Optimizer::new(&weights, options);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let steps = examples.len().div_ceil(options.batch) * options.epochs;
    let mut step = 0;
    for epoch in 0..options.epochs {
        let begin = std::time::Instant::now();
        random.shuffle(&mut order);
        let noise = Noise {
            dropout: options.dropout,
            explore: if epoch < 2 { 0.0 } else { options.explore },
        };
        for part in order.chunks(options.batch) {
            let batch: Vec<Example> = part
                .iter()
                .map(|&i| {
                    let variant = vocabulary::variant(&examples[i], options.vary, &mut random);
                    vocabulary.blur(variant, options.blur, &mut random)
                })
                .collect();
            let batch: Vec<&Example> = batch.iter().collect();
            let encoded =
                |pair: &(Layout, Weights)| network::encode(&pair.0, &pair.1, &batch, None);
            let teachers: Vec<Teacher<'_>> = teachers
                .iter()
                .map(|pair| Teacher { layout: &pair.0, weights: &pair.1, encoded: encoded(pair) })
                .collect();
            let progress = step as f32 / steps as f32;
            let part = (&batch[..], &teachers[..], options.trust);
            learn(layout, &mut weights, &mut optimizer, part, noise, &mut random, progress);
            step += 1;
        }
        if (epoch + 1) % options.every == 0 || epoch + 1 == options.epochs {
            print!("epoch {} {:.0}s", epoch + 1, begin.elapsed().as_secs_f32());
            for set in dev {
                print!("  {}", measure(layout, &optimizer.average, set));
            }
            println!();
        }
    }
    optimizer.average
}

/// The weights to begin with: the mean of those of models, or random ones.
fn start(
    options: &Options,
    layout: &Layout,
    vocabulary: &Vocabulary,
    random: &mut Random,
) -> Weights {
    let models = options.start.iter().map(|path| {
        let bytes = std::fs::read(path).expect("a model that can be read");
        if path.ends_with(".bin") {
            import::model(&bytes, &vocabulary.keys, layout).expect("a model of the same features")
        } else {
            let rows = vocabulary.rows();
            Weights::from_bytes(&bytes, rows, layout.sizes.vectors).1
        }
    });
    let sum = models.reduce(|mut sum, model| {
        add(&mut sum.rows, &model.rows);
        add(&mut sum.rest, &model.rest);
        sum
    });
    let Some(mut mean) = sum else { return Weights::random(layout, random) };
    let share = 1.0 / options.start.len() as f32;
    mean.rows.iter_mut().chain(&mut mean.rest).for_each(|x| *x *= share);
    mean
}

fn learn(
    layout: &Layout,
    weights: &mut Weights,
    optimizer: &mut Optimizer,
    (batch, teachers, trust): (&[&Example], &[Teacher<'_>], f32),
    noise: Noise,
    random: &mut Random,
    progress: f32,
) {
    let encoded = network::encode(layout, weights, batch, Some((noise, random)));
    let mut gradient = Gradient::new(layout, &encoded);
    let tokens: usize = batch.iter().map(|example| example.rows.len()).sum();
    let factor = 1.0 / tokens as f32;
    for (example, &start) in batch.iter().zip(&encoded.starts) {
        let mut lesson = Lesson {
            gradient: &mut gradient,
            random: &mut *random,
            noise,
            factor,
            teachers,
            trust: if example.made { 0.0 } else { trust },
        };
        let lesson = &mut lesson;
        let tags = network::tag(layout, weights, &encoded, start, example, Some(&mut *lesson)).0;
        network::parse(layout, weights, &encoded, start, example, &tags, Some(lesson));
    }
    let flow = network::back(layout, weights, &encoded, &mut gradient, batch);
    optimizer.step(layout, weights, &gradient.rest, &flow, batch, &encoded.starts, progress);
}

/// UPOS, UAS and LAS on held-out sentences.
fn measure(layout: &Layout, weights: &Weights, examples: &[Example]) -> String {
    let (mut words, mut tags, mut morphs, mut heads, mut arcs) = (0, 0, 0, 0, 0);
    for batch in examples.chunks(32) {
        let batch: Vec<&Example> = batch.iter().collect();
        let encoded = network::encode(layout, weights, &batch, None);
        for (example, &start) in batch.iter().zip(&encoded.starts) {
            let (tag, morph) = network::tag(layout, weights, &encoded, start, example, None);
            let tree = network::parse(layout, weights, &encoded, start, example, &tag, None);
            words += example.rows.len();
            for i in 0..example.rows.len() {
                tags += usize::from(tag[i] == example.tags[i]);
                morphs += usize::from(morph[i] == example.morphs[i]);
                let head = tree.heads[i] == example.heads[i];
                let rel = vocabulary::same_universal(tree.rels[i], example.rels[i]);
                heads += usize::from(head);
                arcs += usize::from(head && rel);
            }
        }
    }
    let share = |right: usize| 100.0 * right as f64 / words.max(1) as f64;
    let (tags, morphs, heads, arcs) = (share(tags), share(morphs), share(heads), share(arcs));
    format!("UPOS {tags:.2} MORPH {morphs:.2} UAS {heads:.2} LAS {arcs:.2}")
}
