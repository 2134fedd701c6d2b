//! Ships, storms, programs, laws: what has a name and is nobody and no place.

/// A thing that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The words it was read from.
    pub text: String,
    /// The words that tell it from others of its kind: folded, without what it is called by, Roman
    /// numerals as figures.
    pub words: Vec<String>,
    /// What kind of thing it is.
    pub kind: ThingKind,
}

/// What kind of thing a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ThingKind {
    /// A ship or boat.
    Vessel,
    /// An aircraft, or a model of one.
    Aircraft,
    /// A satellite, probe, rocket or telescope.
    Spacecraft,
    /// A storm.
    Storm,
    /// A fire, quake or flood that is called after a place.
    Disaster,
    /// A program, service or language of programs.
    Software,
    /// What is made and sold by a name: a car, a telephone.
    Product,
    /// A medicine.
    Medicine,
    /// A film, book, song or game.
    Work,
    /// A bridge, dam, mine, power station.
    Structure,
    /// A road with a number.
    Road,
    /// A law, bill, treaty.
    Law,
    /// An operation, exercise or mission.
    Operation,
    /// A horse, dog or other animal.
    Animal,
    /// A variant of a virus, a variety of a plant.
    Strain,
    /// A prize.
    Award,
    /// A festival, cup, war.
    Event,
    /// Any other.
    Other,
}

impl ThingKind {
    /// All kinds.
    pub const ALL: [Self; 18] = [
        Self::Vessel,
        Self::Aircraft,
        Self::Spacecraft,
        Self::Storm,
        Self::Disaster,
        Self::Software,
        Self::Product,
        Self::Medicine,
        Self::Work,
        Self::Structure,
        Self::Road,
        Self::Law,
        Self::Operation,
        Self::Animal,
        Self::Strain,
        Self::Award,
        Self::Event,
        Self::Other,
    ];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vessel => "vessel",
            Self::Aircraft => "aircraft",
            Self::Spacecraft => "spacecraft",
            Self::Storm => "storm",
            Self::Disaster => "disaster",
            Self::Software => "software",
            Self::Product => "product",
            Self::Medicine => "medicine",
            Self::Work => "work",
            Self::Structure => "structure",
            Self::Road => "road",
            Self::Law => "law",
            Self::Operation => "operation",
            Self::Animal => "animal",
            Self::Strain => "strain",
            Self::Award => "award",
            Self::Event => "event",
            Self::Other => "other",
        }
    }
}

impl Thing {
    /// Whether it is surely not the other: two of one kind, and each has a word that the other has
    /// not. A name may be cut short ("Halong", "Typhoon Halong").
    ///
    /// ```
    /// use corroborate::value::{Thing, ThingKind};
    /// let ferry = |words: &[&str]| Thing {
    ///     text: words.join(" "),
    ///     words: words.iter().map(|word| (*word).to_owned()).collect(),
    ///     kind: ThingKind::Vessel,
    /// };
    /// assert!(ferry(&["northern", "star"]).is_another(&ferry(&["baltic", "star"])));
    /// assert!(!ferry(&["northern", "star"]).is_another(&ferry(&["star"])));
    /// ```
    #[must_use]
    pub fn is_another(&self, other: &Self) -> bool {
        let lacks = |a: &Self, b: &Self| a.words.iter().any(|word| !b.words.contains(word));
        // What is only known to have a name is of one kind with what is called the same.
        let alike = self.kind != ThingKind::Other || self.words.last() == other.words.last();
        self.kind == other.kind && alike && lacks(self, other) && lacks(other, self)
    }
}
