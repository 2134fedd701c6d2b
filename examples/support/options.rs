//! The options of the trainer.

use corroborate::syntax::training::{HIDDEN, LAYERS, WIDTH};

use crate::network::Kind;

/// What the command line asks for.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) train: Vec<String>,
    pub(crate) dev: Vec<String>,
    pub(crate) out: Option<String>,
    pub(crate) lemmas: Option<String>,
    /// A file of vectors of words.
    pub(crate) vectors: Option<String>,
    pub(crate) seed: u64,
    pub(crate) epochs: usize,
    pub(crate) batch: usize,
    pub(crate) width: usize,
    pub(crate) layers: &'static [Kind],
    pub(crate) hidden: usize,
    pub(crate) rate: f32,
    pub(crate) dropout: f32,
    pub(crate) blur: f32,
    pub(crate) explore: f32,
    pub(crate) average: f32,
    pub(crate) every: usize,
    /// How often a sentence is changed, as a headline or in other letters.
    pub(crate) vary: f32,
    pub(crate) save: Option<String>,
    /// Sentences made from each template.
    pub(crate) templates: usize,
    /// Models of the library to go on from: the mean of their weights.
    pub(crate) start: Vec<String>,
    pub(crate) teachers: Vec<String>,
    pub(crate) trust: f32,
}

impl Options {
    pub(crate) fn from_args() -> Self {
        let mut options = Self {
            train: Vec::new(),
            dev: Vec::new(),
            out: None,
            lemmas: None,
            vectors: None,
            seed: 1,
            epochs: 14,
            batch: 16,
            width: WIDTH,
            layers: kinds(LAYERS),
            hidden: HIDDEN,
            rate: 0.002,
            dropout: 0.1,
            blur: 0.25,
            explore: 0.9,
            average: 0.99,
            every: 2,
            vary: 0.12,
            save: None,
            templates: 0,
            start: Vec::new(),
            teachers: Vec::new(),
            trust: 0.6,
        };
        let mut key = String::new();
        for word in std::env::args().skip(1) {
            if let Some(name) = word.strip_prefix("--") {
                name.clone_into(&mut key);
            } else if !options.set(&key, &word) {
                eprintln!("unknown option or bad value: --{key} {word}");
                std::process::exit(2);
            }
        }
        options
    }

    fn set(&mut self, key: &str, value: &str) -> bool {
        fn parse<T: std::str::FromStr>(target: &mut T, value: &str) -> bool {
            value.parse().map(|value| *target = value).is_ok()
        }
        match key {
            "train" => self.train.push(value.to_owned()),
            "dev" => self.dev.push(value.to_owned()),
            "out" => self.out = Some(value.to_owned()),
            "lemmas" => self.lemmas = Some(value.to_owned()),
            "vectors" => self.vectors = Some(value.to_owned()),
            "save" => self.save = Some(value.to_owned()),
            "templates" => return parse(&mut self.templates, value),
            "start" => self.start.push(value.to_owned()),
            "teacher" => self.teachers.push(value.to_owned()),
            "trust" => return parse(&mut self.trust, value),
            "vary" => return parse(&mut self.vary, value),
            "seed" => return parse(&mut self.seed, value),
            "epochs" => return parse(&mut self.epochs, value),
            "batch" => return parse(&mut self.batch, value),
            "width" => return parse(&mut self.width, value),
            "layers" => self.layers = kinds(value),
            "hidden" => return parse(&mut self.hidden, value),
            "rate" => return parse(&mut self.rate, value),
            "dropout" => return parse(&mut self.dropout, value),
            "blur" => return parse(&mut self.blur, value),
            "explore" => return parse(&mut self.explore, value),
            "average" => return parse(&mut self.average, value),
            "every" => return parse(&mut self.every, value),
            _ => return false,
        }
        true
    }
}

fn kinds(letters: &str) -> &'static [Kind] {
    let kind = |c| if c == 'r' { Kind::Recurrence } else { Kind::Convolution };
    letters.chars().map(kind).collect::<Vec<_>>().leak()
}
