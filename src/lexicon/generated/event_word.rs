//! Made from `data/event_words.toml`; `UPDATE=1 cargo test --test codegen`.

pub(crate) static ANOTHER: super::super::Table<()> = super::super::Table::new(&[
    ("aftershock", ()),
    ("another", ()),
    ("earlier", ()),
    ("follow-up", ()),
    ("foreshock", ()),
    ("later", ()),
    ("next", ()),
    ("previous", ()),
    ("prior", ()),
    ("separate", ()),
    ("subsequent", ()),
]);
pub(crate) static ARMS: super::super::Table<()> = super::super::Table::new(&[
    ("bomb", ()),
    ("drone", ()),
    ("missile", ()),
    ("mortar", ()),
    ("rocket", ()),
    ("shell", ()),
    ("warhead", ()),
]);
pub(crate) static BEGINNING: super::super::Table<()> = super::super::Table::new(&[
    ("begin", ()),
    ("come", ()),
    ("commence", ()),
    ("open", ()),
    ("start", ()),
    ("take", ()),
]);
pub(crate) static CUES: super::super::Table<()> = super::super::Table::new(&[
    ("aftershock", ()),
    ("another", ()),
    ("earlier", ()),
    ("final", ()),
    ("follow-up", ()),
    ("foreshock", ()),
    ("fresh", ()),
    ("further", ()),
    ("initial", ()),
    ("last", ()),
    ("latest", ()),
    ("new", ()),
    ("next", ()),
    ("other", ()),
    ("previous", ()),
    ("prior", ()),
    ("recent", ()),
    ("separate", ()),
    ("similar", ()),
    ("subsequent", ()),
]);
pub(crate) static ENDING: super::super::Table<()> = super::super::Table::new(&[
    ("adjourn", ()),
    ("break", ()),
    ("conclude", ()),
    ("end", ()),
    ("finish", ()),
    ("wrap", ()),
]);
pub(crate) static EXPIRING: super::super::Table<()> = super::super::Table::new(&[
    ("end", ()),
    ("expire", ()),
    ("fall", ()),
    ("lapse", ()),
    ("run", ()),
]);
pub(crate) static FRESH: super::super::Table<()> = super::super::Table::new(&[
    ("another", ()),
    ("follow-up", ()),
    ("separate", ()),
]);
pub(crate) static GENERAL: super::super::Table<()> = super::super::Table::new(&[
    ("accident", ()),
    ("attack", ()),
    ("disaster", ()),
    ("homicide", ()),
]);
pub(crate) static HARMING: super::super::Table<()> = super::super::Table::new(&[
    ("displacement", ()),
    ("incident", ()),
    ("protest", ()),
    ("territory", ()),
    ("war", ()),
]);
pub(crate) static KNOWN: super::super::Table<()> = super::super::Table::new(&[
    ("final", ()),
    ("first", ()),
    ("initial", ()),
    ("last", ()),
    ("latest", ()),
    ("recent", ()),
]);
pub(crate) static LASTING: super::super::Table<()> = super::super::Table::new(&[
    ("continue", ()),
    ("drag", ()),
    ("go", ()),
    ("last", ()),
    ("run", ()),
    ("stretch", ()),
    ("take", ()),
]);
pub(crate) static LASTING_FAMILIES: super::super::Table<()> = super::super::Table::new(&[
    ("protest", ()),
    ("talks", ()),
    ("truce", ()),
    ("war", ()),
]);
pub(crate) static LIGHT: super::super::Table<()> = super::super::Table::new(&[
    ("attend", ()),
    ("begin", ()),
    ("carry", ()),
    ("commit", ()),
    ("conduct", ()),
    ("do", ()),
    ("give", ()),
    ("have", ()),
    ("hold", ()),
    ("host", ()),
    ("impose", ()),
    ("issue", ()),
    ("join", ()),
    ("launch", ()),
    ("lead", ()),
    ("make", ()),
    ("resume", ()),
    ("stage", ()),
    ("start", ()),
    ("take", ()),
]);
pub(crate) static MEANS: super::super::Table<()> = super::super::Table::new(&[
    ("aircraft", ()),
    ("chief", ()),
    ("dog", ()),
    ("helicopter", ()),
    ("jet", ()),
    ("marshal", ()),
    ("plane", ()),
]);
pub(crate) static OFFERED: super::super::Table<()> = super::super::Table::new(&[
    ("aid", ()),
    ("exchange", ()),
    ("talks", ()),
    ("truce", ()),
]);
pub(crate) static ORDER: super::super::Table<()> = super::super::Table::new(&[
    ("after", ()),
    ("before", ()),
    ("follow", ()),
    ("since", ()),
    ("until", ()),
]);
pub(crate) static SESSIONS: super::super::Table<()> = super::super::Table::new(&[
    ("bout", ()),
    ("phase", ()),
    ("round", ()),
    ("series", ()),
    ("session", ()),
    ("set", ()),
    ("stage", ()),
    ("wave", ()),
]);
pub(crate) static TOPICS: super::super::Table<()> = super::super::Table::new(&[
    ("aid", ()),
    ("exchange", ()),
    ("measures", ()),
    ("position", ()),
    ("talks", ()),
    ("truce", ()),
    ("vote", ()),
]);
pub(crate) static TOWARDS: super::super::Table<()> = super::super::Table::new(&[
    ("against", ()),
    ("among", ()),
    ("between", ()),
    ("by", ()),
    ("for", ()),
    ("from", ()),
    ("into", ()),
    ("than", ()),
    ("to", ()),
    ("toward", ()),
    ("towards", ()),
    ("unlike", ()),
    ("with", ()),
]);
pub(crate) static TURNS: super::super::Table<()> = super::super::Table::new(&[
    ("earlier", ()),
    ("first", ()),
    ("fourth", ()),
    ("next", ()),
    ("previous", ()),
    ("second", ()),
    ("third", ()),
]);
