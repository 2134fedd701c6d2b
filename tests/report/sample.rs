//! Reports built by hand, so that renderings can be tested whatever the stages find.

use corroborate::Document;
use corroborate::report::{
    ClaimEntry, DocumentEntry, EntityEntry, EventEntry, EvidenceEntry, FindingEntry, QuantityEntry,
    Report, SCHEMA_VERSION, SpeakerEntry, ValueEntry,
};

/// A report and the documents it is about.
pub(crate) struct Sample {
    pub(crate) report: Report,
    pub(crate) documents: Vec<Document>,
}

impl Sample {
    fn new() -> Self {
        let report = Report { schema_version: SCHEMA_VERSION, ..Report::default() };
        Self { report, documents: Vec::new() }
    }

    fn document(&mut self, id: &str, source: &str, published: &str, text: &str) {
        let path = format!("articles/{}.txt", source.to_lowercase().replace(' ', "-"));
        let mut document = Document::new(id, text);
        document.source = Some(source.to_owned());
        document.path = Some(path.clone());
        document.published = Some(published.to_owned());
        self.documents.push(document);
        self.report.documents.push(DocumentEntry {
            id: id.to_owned(),
            source: Some(source.to_owned()),
            path: Some(path),
            published: Some(published.to_owned()),
            ..DocumentEntry::default()
        });
    }

    fn span(&self, document: &str, words: &str) -> EvidenceEntry {
        let text = &self.documents.iter().find(|d| d.id == document).expect("a document").text;
        let start = text.find(words).expect("words of the document");
        let end = start + words.len();
        let cut = |at: usize| u32::try_from(at).expect("a short text");
        EvidenceEntry { start: cut(start), end: cut(end), quote: words.to_owned(), words: None }
    }

    fn claim(&mut self, document: &str, property: &str, clause: &str, value: Words) -> String {
        let id = format!("c{}", self.report.claims.len() + 1);
        let evidence = vec![self.span(document, clause), self.span(document, value.words)];
        self.report.claims.push(ClaimEntry {
            id: id.clone(),
            document: document.to_owned(),
            event: Some("e1".to_owned()),
            property: property.to_owned(),
            value: value.entry(),
            polarity: "affirmed".to_owned(),
            modality: "actual".to_owned(),
            evidence,
            rule: "event.count".to_owned(),
            ..ClaimEntry::default()
        });
        id
    }

    fn finding(&mut self, kind: &str, reason: &str, claims: &[&str], explanation: &str) {
        let number = self.report.findings.len() + 1;
        let entry = |id: &&str| self.report.claims.iter().find(|claim| claim.id == **id);
        let claims: Vec<&ClaimEntry> = claims.iter().filter_map(entry).collect();
        let finding = FindingEntry {
            id: format!("f{number}"),
            fingerprint: format!("{number:016x}"),
            kind: kind.to_owned(),
            reason: reason.to_owned(),
            confidence: "high".to_owned(),
            property: claims[0].property.clone(),
            event: claims[0].event.clone(),
            claims: claims.iter().map(|claim| claim.id.clone()).collect(),
            documents: claims.iter().map(|claim| claim.document.clone()).collect(),
            independent_sources: 2,
            matched: ["event", "property", "scope"].map(str::to_owned).to_vec(),
            explanation: explanation.to_owned(),
            ..FindingEntry::default()
        };
        self.report.findings.push(finding);
    }
}

/// A quantity and the words it was read from.
pub(crate) struct Words {
    words: &'static str,
    number: &'static str,
    bound: &'static str,
}

impl Words {
    const fn new(words: &'static str, number: &'static str, bound: &'static str) -> Self {
        Self { words, number, bound }
    }

    fn entry(&self) -> ValueEntry {
        ValueEntry::Quantity(QuantityEntry {
            text: self.words.to_owned(),
            low: Some(self.number.to_owned()),
            high: (self.bound == "exact").then(|| self.number.to_owned()),
            bound: self.bound.to_owned(),
            unit: Some("person".to_owned()),
            printed: vec![self.number.to_owned()],
            ..QuantityEntry::default()
        })
    }
}

/// Three articles about a fire, with one finding of each kind.
pub(crate) fn fire() -> Sample {
    let mut sample = Sample::new();
    sample.document(
        "d1",
        "Harbour Post",
        "2025-03-03",
        "Fire at the docks\n\nAt least 9 people died when a warehouse burned down in Larsund on \
         Sunday, and 40 others were injured, the fire brigade said.\n",
    );
    sample.document(
        "d2",
        "Coast Daily",
        "2025-03-05",
        "The toll of the warehouse fire in Larsund has risen to 14.\nAnother 25 people were \
         injured; a night watchman is missing.\n",
    );
    sample.document(
        "d3",
        "Larsund Radio",
        "2025-03-05",
        "Fourteen people are now known to have died in Sunday's fire.\nThe owner says 3 doors were \
         open; survivors say none was.\n",
    );
    sample.report.entities.push(EntityEntry {
        id: "n1".to_owned(),
        name: "Larsund".to_owned(),
        kind: "place".to_owned(),
        aliases: Vec::new(),
    });
    sample.report.events.push(EventEntry {
        id: "e1".to_owned(),
        type_: "fire".to_owned(),
        place: Some("n1".to_owned()),
        ..EventEntry::default()
    });
    let hurt = "40 others were injured";
    let injured_1 = sample.claim("d1", "fire.injured", hurt, Words::new("40", "40", "exact"));
    let hurt = "Another 25 people were injured";
    let injured_2 = sample.claim("d2", "fire.injured", hurt, Words::new("25", "25", "exact"));
    let died = "At least 9 people died when a warehouse burned down in Larsund on Sunday";
    let dead_1 = sample.claim("d1", "fire.killed", died, Words::new("At least 9", "9", "at-least"));
    let died = "The toll of the warehouse fire in Larsund has risen to 14.";
    let dead_2 = sample.claim("d2", "fire.killed", died, Words::new("14", "14", "exact"));
    let died = "Fourteen people are now known to have died in Sunday's fire.";
    let dead_3 = sample.claim("d3", "fire.killed", died, Words::new("Fourteen", "14", "exact"));
    let missing = "a night watchman is missing";
    let missing =
        sample.claim("d2", "fire.missing", missing, Words::new("a night watchman", "1", "exact"));
    let open = "The owner says 3 doors were open";
    let open = sample.claim("d3", "open.door", open, Words::new("3 doors", "3", "exact"));
    let none = "survivors say none was";
    let none = sample.claim("d3", "open.door", none, Words::new("none", "0", "exact"));
    for (claim, speaker) in [(&open, "The owner"), (&none, "survivors")] {
        let speaker = SpeakerEntry {
            speaker: Some(speaker.to_owned()),
            cue: "say".to_owned(),
            ..SpeakerEntry::default()
        };
        let claim = sample.report.claims.iter_mut().find(|entry| entry.id == *claim);
        claim.expect("the claim").attribution.push(speaker);
    }
    sample.finding(
        "contradiction",
        "numeric",
        &[&injured_1, &injured_2],
        "d1 gives 40 injured, d2 gives 25, for the same fire",
    );
    sample.finding("dispute", "numeric", &[&open, &none], "");
    sample.finding(
        "update",
        "supersedes",
        &[&dead_1, &dead_2, &dead_3],
        "the toll rose from at least 9 (d1) to 14 (d2, d3)",
    );
    sample.finding("agreement", "equivalent", &[&dead_2, &dead_3], "d2 and d3 both give 14 dead");
    sample.finding("addition", "new-claim", &[&missing], "only d2 tells of one missing person");
    sample
}

/// The same fire told by many sources.
pub(crate) fn crowd(sources: usize) -> Sample {
    let mut sample = Sample::new();
    for i in 0..sources {
        let id = format!("d{}", i + 1);
        let number = if i % 7 == 3 { "25" } else { "40" };
        let text = format!(
            "A warehouse burned down in Larsund.\nIn the fire {number} people were injured.\n"
        );
        sample.document(&id, &format!("Paper number {}", i + 1), "2025-03-04", &text);
    }
    sample.report.events.push(EventEntry {
        id: "e1".to_owned(),
        type_: "fire".to_owned(),
        ..EventEntry::default()
    });
    let (mut most, mut few) = (Vec::new(), Vec::new());
    for i in 0..sources {
        let number = if i % 7 == 3 { "25" } else { "40" };
        let clause = if i % 7 == 3 {
            "In the fire 25 people were injured"
        } else {
            "In the fire 40 people were injured"
        };
        let words = Words::new(if number == "25" { "25" } else { "40" }, number, "exact");
        if i % 5 == 4 {
            continue;
        }
        let claim = sample.claim(&format!("d{}", i + 1), "fire.injured", clause, words);
        if number == "25" { few.push(claim) } else { most.push(claim) }
    }
    let refs = |claims: &[String]| {
        claims
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (most, few) = (refs(&most), refs(&few));
    if let Some(odd) = few.first() {
        sample.finding("contradiction", "numeric", &[&most[0], odd], "");
    }
    let most: Vec<&str> = most.iter().map(String::as_str).collect();
    sample.finding("agreement", "equivalent", &most, "");
    sample
}

/// A document that tries to break out of every format.
pub(crate) fn hostile() -> Sample {
    let mut sample = Sample::new();
    let text = "<script>alert('x')</script> & \"12\" ]]> people --> \u{202e}died\u{202c} | `x` @all ::error:: %0A \u{1b}[31m here.\n";
    sample.document("d1", "<b>Evil & \"Sons\"</b>", "2025-03-04", text);
    sample.document("d2", "onload=alert(1)", "2025-03-04", "Only 3 people died here.\n");
    let first = sample.claim(
        "d1",
        "open.<img src=x>",
        text.trim_end(),
        Words::new("\"12\" ]]>", "12", "exact"),
    );
    let second = sample.claim(
        "d2",
        "open.<img src=x>",
        "Only 3 people died here.",
        Words::new("3", "3", "exact"),
    );
    for claim in &mut sample.report.claims {
        claim.event = None;
    }
    sample.finding("contradiction", "numeric", &[&first, &second], "");
    sample
}

/// Nine papers, three on each of three days, that give three tolls one after the other: one finding
/// for each pair of papers of different days.
pub(crate) fn tolls() -> Sample {
    let mut sample = Sample::new();
    let tolls = [("9", "2025-03-03"), ("12", "2025-03-04"), ("14", "2025-03-05")];
    let mut days: Vec<Vec<String>> = Vec::new();
    for (day, (number, date)) in tolls.iter().enumerate() {
        let mut claims = Vec::new();
        for paper in 0..3 {
            let id = format!("d{}", 3 * day + paper + 1);
            let text = format!("The fire killed {number} people.\n");
            sample.document(&id, &format!("Paper {}", 3 * day + paper + 1), date, &text);
            let clause = format!("The fire killed {number} people");
            let words = Words::new(number, number, "exact");
            claims.push(sample.claim(&id, "fire.killed", &clause, words));
        }
        days.push(claims);
    }
    let pairs = [(0, 1), (0, 2), (1, 2)];
    for (a, b) in pairs {
        for (one, other) in days[a].iter().flat_map(|a| days[b].iter().map(move |b| (a, b))) {
            sample.finding("update", "supersedes", &[one, other], "one moved on to another");
        }
    }
    sample
}
