//! The same event across documents.
//!
//! Two events are matched by type, time, place, participants, the words of their arguments and
//! discourse cues; never by a value that is under comparison. Whatever tells two apart keeps them
//! apart. Matches are joined from the surest down, and a join that would bring together two events
//! that something tells apart is not made.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::apart::{doubtful, places_apart, tells_apart, times_apart};
use super::decision::{Chosen, Decisions};
use super::form::Forms;
use super::kin::{self, Kin};
use super::{ClaimRef, Entity, EventCluster, Graph, Match, Node};
use crate::claim::{Actor, Claim, Event, Role, Subject};
use crate::lexicon::Vocabulary;
use crate::lexicon::sense::canonical;
use crate::value::{Decimal, Grain, NameKind, SetRelation, Time, Value};

/// The most events of one family that are all compared with each other; more are compared only
/// when they share a participant, a place or a day.
const FEW: usize = 60;

/// The most events filed under one key.
const CROWD: usize = 80;

/// The likeness of two documents from which their main events of one family may be the same, and
/// below which hardly anything else can make them so.
const ALIKE: u64 = 140;
const UNLIKE: u64 = 90;

/// The likeness from which two documents are two tellings of one story.
const STORY: u64 = 120;

/// The share of common words, in hundredths, from which one text may be made from the other.
const COPY: usize = 60;

/// What it tells that one person is the victim of both.
const VICTIM: u32 = 3;

/// (document, index into its events).
type Member = (u32, u32);

pub(super) fn join(
    documents: &[Node],
    entities: &[Entity],
    vocabulary: &Vocabulary,
    (decided, forms, speaks): (&Decided, &Forms, Vec<kin::Vocabulary>),
) -> Vec<EventCluster> {
    let mut world = World::new(documents, entities, vocabulary, (decided, speaks));
    let all = world.typed();
    let mut candidates = world.candidates(&all);
    candidates.retain(|(a, b)| !forms.apart(a.0, b.0));
    world.meet(&candidates);
    let mut matches: Vec<(Match, u32, Member, Member)> = candidates
        .into_iter()
        .map(|(a, b)| {
            let (strength, score) = world.compare(a, b);
            (strength, score, a, b)
        })
        .filter(|found| found.0 >= Match::Weak)
        .collect();
    matches.extend(decided.same.iter().map(|&(a, b)| (Match::Strong, u32::MAX, a, b)));
    matches.sort_by(|x, y| {
        (y.0, y.1).cmp(&(x.0, x.1)).then_with(|| world.names(x).cmp(&world.names(y)))
    });
    let clusters = world.merge(&all, &matches);
    let mut clusters: Vec<EventCluster> =
        clusters.into_iter().map(|(members, strength)| world.cluster(members, strength)).collect();
    clusters.sort_by(|a, b| a.members.cmp(&b.members));
    clusters
}

/// How surely the events of two claims are the same.
#[must_use]
pub(super) fn compare(graph: &Graph, a: ClaimRef, b: ClaimRef, circumstances: bool) -> Match {
    let event = |at: ClaimRef| match graph.claim(at).subject {
        Subject::Event(event) => Some((at.document, event)),
        _ => None,
    };
    match (event(a), event(b)) {
        (Some(x), Some(y)) => {
            let of = |m: Member| &graph.documents[m.0 as usize].account.events[m.1 as usize];
            let decided = graph.apart.binary_search(&[x.min(y), x.max(y)]).is_ok();
            if decided || tells_apart(of(x), of(y), !circumstances) {
                Match::None
            } else {
                Match::Unsure
            }
        }
        _ => Match::Unsure,
    }
}

/// What a user has decided about events, for the documents at hand.
#[derive(Debug, Default)]
pub(super) struct Decided {
    /// Pairs that are the same.
    same: Vec<(Member, Member)>,
    /// Pairs that are not, sorted.
    pub(super) apart: Vec<[Member; 2]>,
}

impl Decided {
    pub(super) fn new(documents: &[Node], decisions: &Decisions) -> Self {
        let find = |chosen: &Chosen<'_>| -> Vec<Member> {
            let of = |(node, document): (&Node, u32)| {
                chosen.events(node).map(|event| (document, event)).collect::<Vec<_>>()
            };
            documents.iter().zip(0..).flat_map(of).collect()
        };
        let mut decided = Self::default();
        for anchors in decisions.apart(find) {
            across(&anchors, |a, b| decided.apart.push([a.min(b), a.max(b)]));
        }
        decided.apart.sort_unstable();
        decided.apart.dedup();
        for anchors in decisions.same(find) {
            across(&anchors, |a, b| decided.same.push((a.min(b), a.max(b))));
        }
        decided
    }

    /// The documents of pairs that are the same.
    pub(super) fn same(&self) -> impl Iterator<Item = (u32, u32)> {
        self.same.iter().map(|(a, b)| (a.0, b.0))
    }

    fn is_apart(&self, a: Member, b: Member) -> bool {
        self.apart.binary_search(&[a.min(b), a.max(b)]).is_ok()
    }

    fn is_same(&self, a: Member, b: Member) -> bool {
        self.same.contains(&(a.min(b), a.max(b)))
    }
}

/// Every pair of members of two groups.
fn across(groups: &[Vec<Member>], mut found: impl FnMut(Member, Member)) {
    for (i, group) in groups.iter().enumerate() {
        for other in &groups[i + 1..] {
            for &a in group {
                other.iter().filter(|&&b| a != b).for_each(|&b| found(a, b));
            }
        }
    }
}

/// The events of all documents with what matching them needs.
struct World<'g> {
    documents: &'g [Node],
    entities: &'g [Entity],
    vocabulary: &'g Vocabulary,
    /// The entity of each (document, actor).
    entity: FxHashMap<(u32, u32), u32>,
    /// What each document speaks of.
    speaks: Vec<kin::Vocabulary>,
    /// The events of each document and family.
    kindred: BTreeMap<(u32, &'g str), Vec<Member>>,
    /// What each document is about.
    main: FxHashSet<Member>,
    /// What two documents share, by pair of documents.
    kin: FxHashMap<(u32, u32), Kin>,
    decided: &'g Decided,
}

impl<'g> World<'g> {
    fn new(
        documents: &'g [Node],
        entities: &'g [Entity],
        vocabulary: &'g Vocabulary,
        (decided, speaks): (&'g Decided, Vec<kin::Vocabulary>),
    ) -> Self {
        let mut entity = FxHashMap::default();
        for (one, index) in entities.iter().zip(0..) {
            entity.extend(one.members.iter().map(|&member| (member, index)));
        }
        let (kindred, main) = (BTreeMap::new(), FxHashSet::default());
        let kin = FxHashMap::default();
        let mut world =
            Self { documents, entities, vocabulary, entity, speaks, kindred, main, kin, decided };
        for member in world.typed() {
            world.kindred.entry((member.0, world.family(member))).or_default().push(member);
        }
        world.main = world.mains();
        world
    }

    fn event(&self, member: Member) -> &'g Event {
        &self.documents[member.0 as usize].account.events[member.1 as usize]
    }

    /// The events of the lexicon's types.
    fn typed(&self) -> Vec<Member> {
        let of = |(node, document): (&'g Node, u32)| {
            let events = node.account.events.iter().zip(0..);
            let typed = events.filter(move |(event, index)| {
                !event.kind.starts_with("open.")
                    || event.key.is_some()
                    || node.marks.iter().any(|(_, marked)| marked == index)
            });
            typed.map(move |(_, index)| (document, index)).collect::<Vec<_>>()
        };
        self.documents.iter().zip(0..).flat_map(of).collect()
    }

    fn family(&self, member: Member) -> &'g str {
        let kind = &self.event(member).kind;
        self.vocabulary.event_type(kind).map_or(kind.as_str(), |row| &row.family)
    }

    /// Pairs of events of one family in two documents that may be the same.
    fn candidates(&self, all: &[Member]) -> Vec<(Member, Member)> {
        let mut families: BTreeMap<&str, Vec<Member>> = BTreeMap::new();
        for &member in all {
            families.entry(self.family(member)).or_default().push(member);
        }
        let mut pairs = Vec::new();
        for (family, members) in families {
            if members.len() <= FEW {
                pair_up(&members, &mut pairs);
                continue;
            }
            let mut files: BTreeMap<String, Vec<Member>> = BTreeMap::new();
            for &member in &members {
                for key in self.keys(member) {
                    files.entry(format!("{family} {key}")).or_default().push(member);
                }
            }
            for file in files.values().filter(|file| file.len() <= CROWD) {
                pair_up(file, &mut pairs);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// Participants, place and day.
    fn keys(&self, member: Member) -> Vec<String> {
        let event = self.event(member);
        let mut keys: Vec<String> =
            self.participants(member).into_iter().map(|e| format!("n{e}")).collect();
        keys.extend(event.key.iter().map(|key| format!("k{key}")));
        keys.extend(event.place.as_ref().map(|place| format!("p{}", place.name)));
        let extent = event.time.as_ref().and_then(|time| time.extent);
        keys.extend(extent.and_then(|e| e.low).map(|low| format!("t{}", low.date())));
        keys
    }

    fn participants(&self, member: Member) -> BTreeSet<u32> {
        let actors = self.event(member).participants.iter();
        actors.filter_map(|p| self.entity.get(&(member.0, p.actor)).copied()).collect()
    }

    /// How surely two events are the same, and by how much.
    fn compare(&self, a: Member, b: Member) -> (Match, u32) {
        let (x, y) = (self.event(a), self.event(b));
        if let (Some(key), Some(other)) = (&x.key, &y.key) {
            return if key == other { (Match::Strong, u32::MAX) } else { (Match::None, 0) };
        }
        let apart = tells_apart(x, y, self.is_process(a)) || self.persons_apart(a, b);
        if apart || self.harmed_apart(a, b) || self.stories_apart(a, b) {
            return (Match::None, 0);
        }
        let (when, place) = (times(x.time.as_ref(), y.time.as_ref()), places(x, y));
        let (p, q) = (self.participants(a), self.participants(b));
        let victim = if self.victim_met(a, b) { VICTIM } else { 0 };
        let who: u32 = p.intersection(&q).map(|&entity| self.tells(entity)).sum::<u32>() + victim;
        let mut score = when + place + who.min(5) + arguments(x, y).min(2);
        score += u32::from(x.kind == y.kind);
        let mut told = who >= 3 || (when >= 2 && place >= 3);
        // In two tellings of one story a process of one kind, or an event of one kind and time, is
        // the same unless something tells them apart.
        if (when >= 2 || self.is_process(a)) && x.kind == y.kind && self.one_story(a.0, b.0) {
            score += 3;
            told = true;
        }
        let kin = self.kin(a.0, b.0);
        let main = self.is_main(a) && self.is_main(b);
        if main {
            score += 1 + story(kin) + self.same_days(a.0, b.0);
            told |= kin.names >= 3 && kin.name_cover >= 20;
            if kin.ages_apart && !kin.short {
                score = score.saturating_sub(3);
            }
        }
        let aged = kin.ages_met > 0 && kin.names >= 2 && kin.likeness >= UNLIKE;
        let alike = main && (kin.likeness >= ALIKE || aged) && !kin.heroes_apart && !kin.ages_apart;
        let unlike = !kin.brief && (kin.likeness < UNLIKE || kin.heroes_apart);
        // Documents that name mostly different things, also most often, tell of one event only where
        // more than its kind and their words says so.
        let [p, q] = [a, b].map(|member| &self.documents[member.0 as usize]);
        let soon = kin::are_of_days(p, q);
        let news = soon
            && kin.same_story()
            && main
            && x.kind == y.kind
            && when >= 2
            && self.heads_meet(a.0, b.0);
        let tied = who >= 3 || (when >= 2 && place >= 3) || kin.ages_met > 0 || news;
        told |= news;
        let parted = kin.parts_events(soon) && !tied;
        let strength = match score {
            _ if parted => Match::Unsure,
            6.. if told && !unlike && !doubtful(x, y) => Match::Strong,
            4.. if told && (!unlike || who >= 3 && when >= 2) => Match::Weak,
            _ if alike => Match::Weak,
            _ => Match::Unsure,
        };
        (strength, score)
    }

    /// What the documents of the pairs share; found once for each two documents.
    fn meet(&mut self, pairs: &[(Member, Member)]) {
        for (a, b) in pairs {
            let speaks = &self.speaks;
            let kin = || speaks[a.0 as usize].kin(&speaks[b.0 as usize]);
            self.kin.entry((a.0, b.0)).or_insert_with(kin);
        }
    }

    fn kin(&self, a: u32, b: u32) -> Kin {
        let known = self.kin.get(&(a, b)).copied();
        known.unwrap_or_else(|| self.speaks[a as usize].kin(&self.speaks[b as usize]))
    }

    /// Whether one and the same role is held by one named person in each, and by another one.
    fn persons_apart(&self, a: Member, b: Member) -> bool {
        [Role::Agent, Role::Patient].into_iter().any(|role| {
            let (p, q) = (self.persons(a, role), self.persons(b, role));
            match (&p[..], &q[..]) {
                ([x], [y]) if x != y => {
                    two_people(&self.entities[*x as usize], &self.entities[*y as usize])
                }
                _ => false,
            }
        })
    }

    /// Whether both tell of one named person who was killed or hurt.
    fn victim_met(&self, a: Member, b: Member) -> bool {
        let (p, q) = (self.victims(a), self.victims(b));
        p.intersection(&q).next().is_some() && self.kin(a.0, b.0).names >= 2
    }

    /// The last words of the names of those whom an event killed or hurt.
    fn victims(&self, member: Member) -> BTreeSet<String> {
        let account = &self.documents[member.0 as usize].account;
        let own = account.claims.iter().filter(|claim| claim.subject == Subject::Event(member.1));
        let harm = own.filter(|claim| {
            claim.property.ends_with(".killed") || claim.property.ends_with(".injured")
        });
        let person = |claim: &Claim| match &claim.value {
            Value::Quantity(count) => person_in(&count.text, &account.actors),
            _ => None,
        };
        let last =
            |actor: &Actor| actor.name.canonical.split_whitespace().last().map(str::to_lowercase);
        harm.filter_map(person).filter_map(last).collect()
    }

    /// Whether each tells of one named person who was killed, hurt or arrested, of whom the whole
    /// document of the other knows nothing. Near-copies may differ in such a name by mistake.
    fn harmed_apart(&self, a: Member, b: Member) -> bool {
        let lacks = |document: u32, words: &[String]| {
            !words.iter().any(|word| self.speaks[document as usize].has_name(word))
        };
        let apart = |aspect: &&str| match (self.harmed(a, aspect), self.harmed(b, aspect)) {
            (Some(x), Some(y)) => lacks(b.0, &x) && lacks(a.0, &y),
            _ => false,
        };
        ["killed", "injured", "arrested"].iter().any(apart) && self.kin(a.0, b.0).word_cover < COPY
    }

    /// The last words of the names of the only person that an event has in that aspect.
    fn harmed(&self, member: Member, aspect: &str) -> Option<Vec<String>> {
        let account = &self.documents[member.0 as usize].account;
        let mut found: Option<Vec<String>> = None;
        for claim in account.claims.iter().filter(|claim| claim.subject == Subject::Event(member.1))
        {
            let Value::Quantity(count) = &claim.value else { continue };
            if !claim.property.ends_with(aspect) {
                continue;
            }
            if count.strict.low != Some(Decimal::ONE) {
                return None;
            }
            let Some(actor) = person_in(&count.text, &account.actors) else { continue };
            let words = last_words(actor);
            match &found {
                Some(known) if known.iter().any(|word| words.contains(word)) => {}
                Some(_) => return None,
                None => found = Some(words),
            }
        }
        found
    }

    /// The persons, by full name, in a role of an event.
    fn persons(&self, member: Member, role: Role) -> Vec<u32> {
        let held = self.event(member).participants.iter().filter(|p| p.role == role);
        let held = held.filter_map(|p| self.entity.get(&(member.0, p.actor)).copied());
        let full = |&entity: &u32| {
            let name = &self.entities[entity as usize].name;
            name.named && name.kind == NameKind::Person && name.canonical.contains(' ')
        };
        held.filter(full).collect::<BTreeSet<u32>>().into_iter().collect()
    }

    /// Whether the first sentences of two documents name the same.
    fn heads_meet(&self, a: u32, b: u32) -> bool {
        self.speaks[a as usize].heads_meet(&self.speaks[b as usize])
    }

    /// Whether two documents name the same people and places.
    fn one_story(&self, a: u32, b: u32) -> bool {
        let kin = self.kin(a, b);
        kin.names >= 3 && kin.name_cover >= 30 && kin.likeness >= STORY && !kin.ages_apart
    }

    /// How much it tells that an entity takes part in both.
    fn tells(&self, entity: u32) -> u32 {
        let name = &self.entities[entity as usize].name;
        match name.kind {
            _ if !name.named => 0,
            NameKind::Person => 3,
            NameKind::Country => 1,
            _ => 2,
        }
    }

    fn is_process(&self, member: Member) -> bool {
        let kind = &self.event(member).kind;
        self.vocabulary.event_type(kind).is_some_and(|row| row.process)
    }

    /// Whether it is what its document is about, among the events of its family.
    fn is_main(&self, member: Member) -> bool {
        self.main.contains(&member)
    }

    /// The event of each document and family with the most mentions, the first of equals.
    fn mains(&self) -> FxHashSet<Member> {
        let weight = |member: &Member| self.event(*member).mentions.len();
        let main = |members: &Vec<Member>| members.iter().rev().copied().max_by_key(weight);
        self.kindred.values().filter_map(main).collect()
    }

    /// One point when both documents were published within three days.
    fn same_days(&self, a: u32, b: u32) -> u32 {
        let day = |document: u32| self.documents[document as usize].published.map(|d| d.day);
        match (day(a), day(b)) {
            (Some(x), Some(y)) => {
                u32::from(x.since(y).is_ok_and(|span| span.get_days().abs() <= 3))
            }
            _ => 0,
        }
    }

    /// Whether two events are apart by time or place when each that has none of its own has those of
    /// its family in its document.
    fn stories_apart(&self, a: Member, b: Member) -> bool {
        let time = |event: &'g Event| event.time.as_ref();
        let place = |event: &'g Event| event.place.as_ref();
        !self.is_process(a)
            && (all_apart(&self.circumstances(a, time), &self.circumstances(b, time), times_apart)
                || all_apart(
                    &self.circumstances(a, place),
                    &self.circumstances(b, place),
                    places_apart,
                ))
    }

    /// What an event has of its own, otherwise what the events of its family in its document have.
    fn circumstances<T>(
        &self,
        member: Member,
        of: impl Fn(&'g Event) -> Option<&'g T>,
    ) -> Vec<&'g T> {
        if let Some(own) = of(self.event(member)) {
            return vec![own];
        }
        let kin = self.kindred.get(&(member.0, self.family(member)));
        kin.into_iter().flatten().filter_map(|&other| of(self.event(other))).collect()
    }

    /// The documents' names and places in them: an order that does not depend on the order of
    /// documents.
    fn names(&self, found: &(Match, u32, Member, Member)) -> [(&str, u32); 2] {
        let name = |m: Member| (self.documents[m.0 as usize].id.as_str(), m.1);
        let mut names = [name(found.2), name(found.3)];
        names.sort_unstable();
        names
    }

    /// Joins the surest matches first, unless something tells two members apart.
    fn merge(
        &self,
        all: &[Member],
        matches: &[(Match, u32, Member, Member)],
    ) -> Vec<(Vec<Member>, Match)> {
        let mut groups: Vec<(Vec<Member>, Match)> =
            all.iter().map(|&member| (vec![member], Match::Strong)).collect();
        let mut of: FxHashMap<Member, usize> = all.iter().copied().zip(0..).collect();
        let mut refused: FxHashSet<(usize, usize)> = FxHashSet::default();
        for &(strength, _, a, b) in matches {
            let (x, y) = (of[&a].min(of[&b]), of[&a].max(of[&b]));
            if x == y || refused.contains(&(x, y)) {
                continue;
            }
            if !self.fit(&groups[x].0, &groups[y].0) {
                refused.insert((x, y));
                continue;
            }
            let (members, old) = std::mem::replace(&mut groups[y], (Vec::new(), Match::Strong));
            for &member in &members {
                of.insert(member, x);
            }
            groups[x].0.extend(members);
            groups[x].1 = groups[x].1.min(old).min(strength);
        }
        groups.retain(|group| !group.0.is_empty());
        groups
    }

    fn fit(&self, a: &[Member], b: &[Member]) -> bool {
        a.iter().take(CROWD).all(|&x| b.iter().take(CROWD).all(|&y| !self.parted(x, y)))
    }

    /// Whether two events must not become one.
    fn parted(&self, a: Member, b: Member) -> bool {
        match () {
            () if self.decided.is_apart(a, b) => true,
            () if self.decided.is_same(a, b) => false,
            () if a.0 == b.0 => self.differ_within(a, b),
            () => tells_apart(self.event(a), self.event(b), self.is_process(a)),
        }
    }

    /// Whether two events that one document keeps apart must stay so: by time, place or cues.
    fn differ_within(&self, a: Member, b: Member) -> bool {
        tells_apart(self.event(a), self.event(b), self.is_process(a))
            || !self.event(a).cues.is_empty()
            || !self.event(b).cues.is_empty()
    }

    fn cluster(&self, mut members: Vec<Member>, strength: Match) -> EventCluster {
        members.sort_unstable();
        let events: Vec<&Event> = members.iter().map(|&member| self.event(member)).collect();
        let participants: BTreeSet<u32> =
            members.iter().flat_map(|&member| self.participants(member)).collect();
        let depth = |event: &&Event| event.place.as_ref().map_or(0, |p| p.path.len() + 1);
        let place = events.iter().rev().max_by_key(|e| depth(e)).and_then(|e| e.place.clone());
        let times = events.iter().filter_map(|event| event.time.clone());
        EventCluster {
            kind: events.first().map(|event| event.kind.clone()).unwrap_or_default(),
            time: times.min_by_key(|time| (time.extent.is_none(), time.grain)),
            place,
            strength,
            participants: participants.into_iter().collect(),
            members,
        }
    }
}

/// Whether both have some and each of one is apart from each of the other.
fn all_apart<T>(a: &[&T], b: &[&T], apart: impl Fn(Option<&T>, Option<&T>) -> bool) -> bool {
    let from_all = |x: &&T| b.iter().all(|y| apart(Some(x), Some(y)));
    !a.is_empty() && !b.is_empty() && a.iter().all(from_all)
}

fn pair_up(members: &[Member], pairs: &mut Vec<(Member, Member)>) {
    for (i, &a) in members.iter().enumerate() {
        let others = members[i + 1..].iter().filter(|b| b.0 != a.0);
        pairs.extend(others.map(|&b| (a.min(b), a.max(b))));
    }
}

/// The person of whom a text has a name.
fn person_in<'a>(text: &str, actors: &'a [Actor]) -> Option<&'a Actor> {
    actors.get(named_in(text, actors)?)
}

/// The index of the person of whom a text has a name.
pub(crate) fn named_in(text: &str, actors: &[Actor]) -> Option<usize> {
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let words: Vec<String> =
        text.split_whitespace().filter(capital).map(str::to_lowercase).collect();
    let person = |actor: &Actor| actor.name.named && actor.name.kind == NameKind::Person;
    let named = |actor: &Actor| name_words(actor).iter().any(|word| words.contains(word));
    actors.iter().position(|actor| person(actor) && named(actor))
}

/// The words of all names of an actor that may tell it, in lower case.
fn name_words(actor: &Actor) -> Vec<String> {
    let names = actor.aliases.iter().chain([&actor.name.canonical]);
    let words = names.flat_map(|name| name.split_whitespace());
    words.filter(|word| word.len() > 2).map(str::to_lowercase).collect()
}

/// The last words of all names of an actor, in lower case.
fn last_words(actor: &Actor) -> Vec<String> {
    let names = actor.aliases.iter().chain([&actor.name.canonical]);
    names.filter_map(|name| name.split_whitespace().last()).map(str::to_lowercase).collect()
}

/// Whether two names are of two people: neither has the other's last word. What stands before it
/// may be the team that both are of.
pub(crate) fn two_people(x: &Entity, y: &Entity) -> bool {
    let words = |entity: &Entity| -> (BTreeSet<String>, Vec<String>) {
        let lower = |name: &String| name.to_lowercase();
        let names: Vec<String> =
            entity.aliases.iter().chain([&entity.name.canonical]).map(lower).collect();
        let words = |name: &String| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let last = names.iter().filter_map(|name| words(name).pop()).collect();
        (names.iter().flat_map(words).collect(), last)
    };
    let ((p, a), (q, b)) = (words(x), words(y));
    a.iter().all(|last| !q.contains(last)) && b.iter().all(|last| !p.contains(last))
}

/// What the names and words that two documents share tell of their main events.
fn story(kin: Kin) -> u32 {
    let names = match kin.name_cover {
        _ if kin.names < 2 => 0,
        40.. => 4,
        30.. => 3,
        20.. => 2,
        _ => 1,
    };
    names + u32::from(kin.word_cover >= 30)
}

/// What two times tell.
fn times(a: Option<&Time>, b: Option<&Time>) -> u32 {
    let (Some(a), Some(b)) = (a, b) else { return 0 };
    match (a.compare(b), a.grain.max(b.grain)) {
        (SetRelation::Equal | SetRelation::Within | SetRelation::Contains, grain) => match grain {
            grain if grain <= Grain::Day => 3,
            grain if grain <= Grain::Month => 2,
            _ => 1,
        },
        // "at dawn on Wednesday", "early on Wednesday"
        (SetRelation::Overlaps, grain) if grain <= Grain::Day => 2,
        (SetRelation::Overlaps, _) => 1,
        _ => 0,
    }
}

/// What two places tell: a city says more than a country.
fn places(x: &Event, y: &Event) -> u32 {
    let (Some(a), Some(b)) = (&x.place, &y.place) else { return 0 };
    match a.compare(b) {
        SetRelation::Equal if a.path.len() == 1 => 1,
        SetRelation::Equal => 3,
        SetRelation::Within | SetRelation::Contains => 1,
        _ => 0,
    }
}

/// The heads of arguments that both have.
fn arguments(x: &Event, y: &Event) -> u32 {
    let heads = |event: &Event| -> BTreeSet<String> {
        event.arguments.iter().map(|a| canonical(&a.head).to_owned()).collect()
    };
    u32::try_from(heads(x).intersection(&heads(y)).count()).unwrap_or(u32::MAX)
}
