//! From the stages' values to the report's shape.

use std::collections::{BTreeMap, BTreeSet};

use super::around::{self, Around};
use super::conflict::Conflicts;
use super::fingerprint::fingerprint;
use super::names::Names;
use super::origin::Origins;
use super::sentence::{in_part, is_agreed, sentence};
use super::{
    AttributionEntry, ClaimEntry, DocumentEntry, EntityEntry, EventEntry, EvidenceEntry,
    FindingEntry, MentionEntry, NameEntry, OriginEntry, QuantityEntry, RefusalEntry, Report,
    SCHEMA_VERSION, ScopeEntry, SkippedEntry, Spans, SpeakerEntry, SupportEntry, ValueEntry,
};
use super::{value, wording};
use crate::claim::{
    Account, Attribution, Claim, Factuality, Form, Modality, Polarity, Scope, Stance, Subject,
};
use crate::graph::{self, ClaimRef, Graph, OriginKind};
use crate::mention::{Mention, Referent};
use crate::reconcile::support::{self, Support};
use crate::reconcile::{Confidence, Finding, FindingKind, Reason, RefusalCode, Run};
use crate::text::{Document, Span};
use crate::value::Date;

/// The report of a run over `documents`.
#[must_use]
pub fn build(documents: &[Document], run: &Run) -> Report {
    let builder = Builder::new(documents, run);
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        id: None,
        documents: builder.documents(),
        mentions: builder.each(Builder::mentions),
        entities: builder.entities(),
        events: builder.events(),
        claims: builder.each(Builder::claims),
        findings: builder.findings(),
        support: builder.support(),
        attributions: builder.each(Builder::attributions),
        skipped: builder.each(Builder::skipped),
        checks: Vec::new(),
        refusals: builder.refusals(),
        pairs: super::PairsEntry {
            compared: run.verdicts.pairs.compared,
            possible: run.verdicts.pairs.possible,
            forms_apart: run.verdicts.pairs.forms_apart,
        },
    };
    let sums: Vec<Option<&str>> =
        run.verdicts.findings.iter().map(|finding| finding.sum.as_deref()).collect();
    explain(&mut report, &sums);
    report
}

/// Puts each finding into one sentence, with what its parts sum up to, in the order of the
/// findings, where they do.
pub(super) fn explain(report: &mut Report, sums: &[Option<&str>]) {
    let names = Names::new(&report.documents, &report.entities);
    let origins = Origins::new(&report.documents);
    let claims: BTreeMap<&str, &ClaimEntry> =
        report.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
    let conflicts = Conflicts::new(&report.findings, &claims);
    for (i, finding) in report.findings.iter_mut().enumerate() {
        let own: Vec<&ClaimEntry> =
            finding.claims.iter().filter_map(|id| claims.get(id.as_str()).copied()).collect();
        finding.explanation = sentence(finding, &own, &names);
        if is_agreed(finding, &own) && conflicts.among(&own) {
            finding.explanation = in_part(&own, &names);
        }
        let agrees = finding.kind == "agreement";
        let repeats = agrees.then(|| origins.repeats(&own, &names)).flatten();
        let sum = sums.get(i).copied().flatten().map(str::to_owned);
        for note in sum.into_iter().chain(repeats) {
            finding.explanation.push_str("; ");
            finding.explanation.push_str(&note);
        }
    }
}

fn claim_ref(document: usize, claim: usize) -> ClaimRef {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    ClaimRef { document: number(document), claim: number(claim) }
}

struct Builder<'a> {
    run: &'a Run,
    documents: &'a [Document],
    graph: &'a Graph,
    /// The number of the first claim of each document.
    first: Vec<usize>,
    /// The entity of each (document, actor).
    entities: BTreeMap<(u32, u32), usize>,
    /// The event of each (document, event).
    events: BTreeMap<(u32, u32), usize>,
}

impl<'a> Builder<'a> {
    fn new(documents: &'a [Document], run: &'a Run) -> Self {
        let mut next = 1;
        let first = run.analyses.iter().map(|analysis| {
            let first = next;
            next += analysis.account.claims.len();
            first
        });
        Self {
            run,
            documents,
            graph: &run.graph,
            first: first.collect(),
            entities: clusters(run.graph.entities.iter().map(|entity| &entity.members)),
            events: clusters(run.graph.events.iter().map(|event| &event.members)),
        }
    }

    fn each<T>(&self, of: impl Fn(&Self, usize, &Account) -> Vec<T>) -> Vec<T> {
        let analyses = self.run.analyses.iter().enumerate();
        analyses.flat_map(|(document, analysis)| of(self, document, &analysis.account)).collect()
    }

    fn id(&self, document: usize) -> String {
        self.documents[document].id.clone()
    }

    fn claim_id(&self, at: ClaimRef) -> String {
        format!("c{}", self.first[at.document as usize] + at.claim as usize)
    }

    /// Words of the document as given.
    fn quote(&self, document: usize, span: Span) -> EvidenceEntry {
        let at = self.run.analyses[document].reading.original(span);
        let quote = at.of(&self.documents[document].text).to_owned();
        let words = self.words(document, span);
        let words = (words != quote).then(|| words.to_owned());
        EvidenceEntry { start: at.start, end: at.end, quote, words }
    }

    /// Words of the document without markup.
    fn words(&self, document: usize, span: Span) -> &str {
        span.of(&self.run.analyses[document].reading.text)
    }

    fn pair(&self, document: usize, span: Span) -> [u32; 2] {
        let at = self.run.analyses[document].reading.original(span);
        [at.start, at.end]
    }

    fn spans(&self, document: usize, spans: &[Span]) -> Spans {
        Spans(spans.iter().map(|span| self.pair(document, *span)).collect())
    }

    fn documents(&self) -> Vec<DocumentEntry> {
        let entry = |(i, d): (usize, &Document)| DocumentEntry {
            id: d.id.clone(),
            source: d.source.clone(),
            path: d.path.clone(),
            title: d.title.clone(),
            published: d.published.clone(),
            offset: d.origin.as_ref().map(|origin| origin.offset),
            weight: None,
            origin: self.graph.origins.get(i).and_then(Option::as_ref).map(|o| OriginEntry {
                document: self.id(o.document as usize),
                kind: origin_kind(o.kind).to_owned(),
                overlap: format!("{}.{:02}", o.overlap / 100, o.overlap % 100),
            }),
        };
        self.documents.iter().enumerate().map(entry).collect()
    }

    fn mentions(&self, document: usize, account: &Account) -> Vec<MentionEntry> {
        let factuality: BTreeMap<u32, &Factuality> =
            account.factuality.iter().map(|found| (found.mention, found)).collect();
        let entry = |(i, mention): (usize, &Mention)| {
            let EvidenceEntry { start, end, quote, .. } = self.quote(document, mention.span);
            let at = u32::try_from(i).unwrap_or(u32::MAX);
            let value = self.referent(document, factuality.get(&at).copied(), mention);
            let kind = value.kind().to_owned();
            MentionEntry { document: self.id(document), start, end, quote, kind, value }
        };
        self.run.analyses[document].mentions.iter().enumerate().map(entry).collect()
    }

    fn referent(
        &self,
        document: usize,
        factuality: Option<&Factuality>,
        mention: &Mention,
    ) -> ValueEntry {
        match &mention.referent {
            Referent::Quantity { value, number, unit } => ValueEntry::Quantity(QuantityEntry {
                number_span: Some(self.pair(document, *number)),
                unit_span: unit.map(|unit| self.pair(document, unit)),
                ..value::quantity(value)
            }),
            Referent::Time(time) => value::of_time(time),
            Referent::Place(place) => value::of_place(place),
            Referent::Actor(name) => value::of_name(name),
            Referent::Thing(thing) => value::of_thing(thing),
            Referent::Event { kind, predicate } => ValueEntry::Event(NameEntry {
                text: mention.span.of(&self.run.analyses[document].reading.text).to_owned(),
                name: predicate.clone(),
                type_: kind.map(str::to_owned),
                polarity: factuality.map(|found| polarity(found.polarity).to_owned()),
                modality: factuality.map(|found| modality(found.modality).to_owned()),
                ..NameEntry::default()
            }),
        }
    }

    fn entities(&self) -> Vec<EntityEntry> {
        let entry = |(i, entity): (usize, &crate::graph::Entity)| EntityEntry {
            id: format!("n{}", i + 1),
            name: entity.name.canonical.clone(),
            kind: value::kind(entity.name.kind).to_owned(),
            aliases: entity.aliases.clone(),
        };
        self.graph.entities.iter().enumerate().map(entry).collect()
    }

    fn entity_of(&self, document: usize, actor: u32) -> Option<String> {
        let at = self.entities.get(&(u32::try_from(document).ok()?, actor))?;
        Some(format!("n{}", at + 1))
    }

    fn event_of(&self, document: usize, event: u32) -> Option<String> {
        let at = self.events.get(&(u32::try_from(document).ok()?, event))?;
        Some(format!("e{}", at + 1))
    }

    fn events(&self) -> Vec<EventEntry> {
        let entry = |(i, event): (usize, &crate::graph::EventCluster)| EventEntry {
            id: format!("e{}", i + 1),
            type_: event.kind.clone(),
            time: event.time.as_ref().map(value::of_time),
            place: event.place.as_ref().map(|place| place.name.clone()),
            participants: event.participants.iter().map(|n| format!("n{}", n + 1)).collect(),
            claims: self.claims_of(&event.members),
        };
        self.graph.events.iter().enumerate().map(entry).collect()
    }

    fn claims_of(&self, members: &[(u32, u32)]) -> Vec<String> {
        let mut ids = Vec::new();
        for &(document, event) in members {
            let claims = &self.run.analyses[document as usize].account.claims;
            for (claim, _) in
                claims.iter().enumerate().filter(|(_, c)| c.subject == Subject::Event(event))
            {
                let claim = u32::try_from(claim).unwrap_or(u32::MAX);
                ids.push(self.claim_id(ClaimRef { document, claim }));
            }
        }
        ids
    }

    fn claims(&self, document: usize, account: &Account) -> Vec<ClaimEntry> {
        let analysis = &self.run.analyses[document];
        let entry = |(i, claim): (usize, &Claim)| ClaimEntry {
            id: format!("c{}", self.first[document] + i),
            document: self.id(document),
            event: match claim.subject {
                Subject::Event(event) => self.event_of(document, event),
                _ => None,
            },
            entity: match claim.subject {
                Subject::Actor(actor) => self.entity_of(document, actor),
                _ => None,
            },
            property: claim.property.clone(),
            value: value::value(&claim.value),
            polarity: polarity(claim.polarity).to_owned(),
            modality: modality(claim.modality).to_owned(),
            attribution: claim.attribution.iter().map(|a| self.speaker(document, a)).collect(),
            cites: graph::cited(self.graph, claim_ref(document, i)),
            scope: self.scope(document, &claim.scope),
            evidence: claim.evidence.iter().map(|span| self.quote(document, *span)).collect(),
            rule: claim.rule.to_owned(),
            lemmas: wording::of(claim, account, &analysis.trees),
            subordinate: wording::is_subordinate(claim, &analysis.trees),
            ..ClaimEntry::default()
        };
        let told = |(i, claim): (usize, &Claim)| {
            let text = &analysis.reading.text;
            let Around { subject, predicate } = around::of(claim, account, &analysis.trees, text);
            ClaimEntry { subject, predicate, ..entry((i, claim)) }
        };
        account.claims.iter().enumerate().map(told).collect()
    }

    fn speaker(&self, document: usize, link: &Attribution) -> SpeakerEntry {
        SpeakerEntry {
            entity: link.actor.and_then(|actor| self.entity_of(document, actor)),
            speaker: link.speaker.map(|span| self.words(document, span).to_owned()),
            cue: self.words(document, link.cue).to_owned(),
            speaker_span: link.speaker.map(|span| self.pair(document, span)),
            cue_span: self.pair(document, link.cue),
            content_span: self.spans(document, &link.content),
        }
    }

    fn attributions(&self, document: usize, account: &Account) -> Vec<AttributionEntry> {
        let quote = |span: &Span| self.words(document, *span).to_owned();
        let entry = |link: &Attribution| AttributionEntry {
            document: self.id(document),
            speaker: link.speaker.as_ref().map(quote),
            cue: quote(&link.cue),
            content: link.content.iter().map(quote).collect::<Vec<_>>().join(" … "),
            speaker_span: link.speaker.map(|span| self.pair(document, span)),
            cue_span: self.pair(document, link.cue),
            content_span: self.spans(document, &link.content),
            verb: link.verb.clone(),
            stance: stance(link.stance).to_owned(),
            form: form(link.form).to_owned(),
        };
        account.attributions.iter().map(entry).collect()
    }

    fn findings(&self) -> Vec<FindingEntry> {
        let findings = &self.run.verdicts.findings;
        findings.iter().enumerate().map(|(i, finding)| self.finding(i, finding)).collect()
    }

    fn finding(&self, at: usize, finding: &Finding) -> FindingEntry {
        FindingEntry {
            id: format!("f{}", at + 1),
            fingerprint: self.fingerprint(finding),
            kind: finding_kind(finding.kind).to_owned(),
            reason: reason(finding.reason).to_owned(),
            confidence: confidence(finding.confidence).to_owned(),
            property: finding.property.clone(),
            event: finding.event.map(|event| format!("e{}", event + 1)),
            claims: finding.claims.iter().map(|at| self.claim_id(*at)).collect(),
            documents: finding.documents.iter().map(|d| self.id(*d as usize)).collect(),
            independent_sources: finding.independent_sources,
            matched: finding.matched.iter().map(|key| (*key).to_owned()).collect(),
            explanation: String::new(),
            baseline: None,
            waived: None,
            level: None,
        }
    }

    /// The values of each property of an event that at least two documents tell of.
    fn support(&self) -> Vec<SupportEntry> {
        let all = support::of(self.graph);
        let mut tellers: BTreeMap<(u32, &str), BTreeSet<u32>> = BTreeMap::new();
        for support in &all {
            let key = (support.event, support.property.as_str());
            tellers.entry(key).or_default().extend(&support.holders);
        }
        let several =
            |support: &&Support| tellers[&(support.event, support.property.as_str())].len() > 1;
        all.iter().filter(several).map(|support| self.supported(support)).collect()
    }

    fn supported(&self, support: &Support) -> SupportEntry {
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        SupportEntry {
            event: format!("e{}", support.event + 1),
            property: support.property.clone(),
            group: support.group.clone(),
            value: value::value(&self.graph.claim(support.claims[0]).value),
            claims: support.claims.iter().map(|at| self.claim_id(*at)).collect(),
            documents: support.holders.iter().map(|d| self.id(*d as usize)).collect(),
            independent_sources: support.independent,
            earliest: day(support.earliest),
            latest: day(support.latest),
            weight: None,
        }
    }

    /// Kind, reason, property, and of each claim its document's name and its words: nothing that
    /// an edit elsewhere in the text could move.
    fn fingerprint(&self, finding: &Finding) -> String {
        let mut sides: Vec<String> = finding.claims.iter().map(|at| self.side(*at)).collect();
        sides.sort();
        let head = [finding_kind(finding.kind), reason(finding.reason), finding.property.as_str()];
        fingerprint(head.into_iter().chain(sides.iter().map(String::as_str)))
    }

    fn side(&self, at: ClaimRef) -> String {
        let document = at.document as usize;
        let given = &self.documents[document];
        let name = given.path.as_ref().or(given.source.as_ref()).unwrap_or(&given.id);
        let claim = self.graph.claim(at);
        let clause = claim.evidence.first().map(|span| self.quote(document, *span).quote);
        format!("{name}\u{1}{}\u{1}{}", clause.unwrap_or_default(), claim.value.text())
    }

    fn refusals(&self) -> Vec<RefusalEntry> {
        let entry = |refusal: &crate::reconcile::Refusal| RefusalEntry {
            claims: refusal.claims.iter().map(|at| self.claim_id(*at)).collect(),
            reason: refusal_code(refusal.code).to_owned(),
        };
        self.run.verdicts.refusals.iter().map(entry).collect()
    }

    fn scope(&self, document: usize, scope: &Scope) -> ScopeEntry {
        ScopeEntry {
            time: scope.time.as_ref().map(value::of_time),
            place: scope.place.as_ref().map(|place| place.name.clone()),
            group: scope.group.clone(),
            period: scope.period.as_ref().map(value::of_time),
            as_of: scope.as_of.as_ref().map(value::of_time),
            holder: scope.holder.and_then(|actor| self.entity_of(document, actor)),
            qualifiers: scope.qualifiers.clone(),
            part: scope.part,
            cumulative: scope.cumulative,
            change: scope.change.map(|change| change.as_str().to_owned()),
        }
    }

    fn skipped(&self, document: usize, account: &Account) -> Vec<SkippedEntry> {
        let reading = &self.run.analyses[document].reading;
        let unread = account.skipped.iter().map(|skip| (reading.original(skip.span), skip.reason));
        let left_out = reading.skipped.iter().map(|skip| (skip.span, skip.reason));
        let mut all: Vec<_> = left_out.chain(unread).collect();
        all.sort_unstable();
        let entry = |(span, reason): (Span, crate::text::SkipReason)| SkippedEntry {
            document: self.id(document),
            start: span.start,
            end: span.end,
            reason: reason.as_str().to_owned(),
        };
        all.into_iter().map(entry).collect()
    }
}

/// The cluster of each of its members.
fn clusters<'a>(members: impl Iterator<Item = &'a Vec<(u32, u32)>>) -> BTreeMap<(u32, u32), usize> {
    members.enumerate().flat_map(|(at, all)| all.iter().map(move |member| (*member, at))).collect()
}

const fn origin_kind(kind: OriginKind) -> &'static str {
    match kind {
        OriginKind::Copy => "copy",
        OriginKind::Citation => "citation",
        OriginKind::Family => "family",
    }
}

const fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Affirmed => "affirmed",
        Polarity::Negated => "negated",
    }
}

const fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "actual",
        Modality::Planned => "planned",
        Modality::Proposed => "proposed",
        Modality::Demanded => "demanded",
        Modality::Possible => "possible",
        Modality::Conditional => "conditional",
    }
}

const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "asserts",
        Stance::Confirms => "confirms",
        Stance::Denies => "denies",
        Stance::Wants => "wants",
        Stance::Questions => "questions",
        Stance::Thinks => "thinks",
    }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Clause => "clause",
        Form::Quote => "quote",
        Form::Topic => "topic",
    }
}

const fn finding_kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Contradiction => "contradiction",
        FindingKind::Dispute => "dispute",
        FindingKind::Update => "update",
        FindingKind::Agreement => "agreement",
        FindingKind::Addition => "addition",
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Equivalent => "equivalent",
        Reason::Refines => "refines",
        Reason::Compatible => "compatible",
        Reason::NewClaim => "new-claim",
        Reason::NewValue => "new-value",
        Reason::Supersedes => "supersedes",
        Reason::Corrects => "corrects",
        Reason::Realized => "realized",
        Reason::Numeric => "numeric",
        Reason::Temporal => "temporal",
        Reason::Place => "place",
        Reason::Identity => "identity",
        Reason::Polarity => "polarity",
        Reason::Status => "status",
        Reason::Arithmetic => "arithmetic",
    }
}

const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

const fn refusal_code(code: RefusalCode) -> &'static str {
    match code {
        RefusalCode::DifferentEvent => "different-event",
        RefusalCode::DifferentScope => "different-scope",
        RefusalCode::DifferentPeriod => "different-period",
        RefusalCode::PartOfWhole => "part-of-whole",
        RefusalCode::ReportedPosition => "reported-position",
        RefusalCode::NotAsserted => "not-asserted",
        RefusalCode::NotComparable => "not-comparable",
        RefusalCode::Ambiguous => "ambiguous",
    }
}
