//! Made from `data/time_lists.toml`; `UPDATE=1 cargo test --test codegen`.

pub(crate) static AFTER_CHANGES: &[&str] = &["a", "after", "and", "as", "at", "because", "before", "but", "by", "during", "for", "if", "in", "last", "next", "on", "or", "over", "since", "that", "the", "this", "under", "until", "when", "which", "while", "with"];

pub(crate) static AFTER_FEAST_NAMES: &[&str] = &["bonus", "bonuses", "cake", "card", "cards", "carol", "carols", "decorations", "egg", "eggs", "gift", "gifts", "hamper", "island", "jumper", "lights", "market", "markets", "party", "present", "presents", "pudding", "shopping", "tree", "trees"];

pub(crate) static AFTER_HOURS: &[&str] = &["and", "at", "but", "for", "in", "on", "or", "sharp", "till", "to", "until", "when", "with"];

pub(crate) static AFTER_NUMBERS: &[&str] = &["odd", "plus"];

pub(crate) static AFTER_SEASON_NAMES: &[&str] = &["barley", "camp", "clothes", "coat", "coats", "crops", "fuel", "games", "jumper", "olympic", "olympics", "palace", "paralympics", "rape", "school", "sports", "squash", "tires", "tyres", "vegetables", "wheat"];

pub(crate) static AFTER_WORKING_HOURS: &[&str] = &["daily", "grind", "job", "jobs", "routine", "schedule", "shift", "shifts", "weekdays", "workday", "workdays"];

pub(crate) static BEFORE_BOUNDS: &[&str] = &["after", "before", "by", "from", "since", "starting", "till", "until"];

pub(crate) static BEFORE_CELLS: &[&str] = &["business", "calendar", "full", "trading", "working"];

pub(crate) static BEFORE_CLOCKS: &[&str] = &["about", "after", "around", "before", "between", "by", "earlier than", "for", "from", "in between", "later than", "no earlier than", "no later than", "not later than", "starting at", "until"];

pub(crate) static BEFORE_DATES: &[&str] = &["about", "after", "and", "around", "as", "before", "beginning", "between", "by", "circa", "during", "each", "early", "effective", "ended", "ending", "every", "for", "from", "in", "last", "late", "mid", "next", "of", "on", "or", "post", "pre", "since", "starting", "than", "this", "through", "throughout", "till", "to", "until"];

pub(crate) static BEFORE_HOURS: &[&str] = &["about", "after", "around", "at", "before", "between", "by", "from", "than", "till", "to", "until"];

pub(crate) static BEFORE_LASTING: &[&str] = &["can", "could", "d", "did", "does", "it", "ll", "may", "might", "must", "not", "shall", "should", "t", "they", "to", "will", "would"];

pub(crate) static BEFORE_LISTED_DAYS: &[&str] = &["both", "by", "for", "from", "of", "on", "since", "the", "until"];

pub(crate) static BEFORE_LONE_DAYS: &[&str] = &["", "after", "around", "before", "between", "by", "from", "on", "since", "to", "until"];

pub(crate) static BEFORE_NUMBERS: &[&str] = &["#", "$", "flight", "highway", "model", "no", "number", "room", "route", "£", "¥", "€"];

pub(crate) static BEFORE_ONE_UNIT: &[&str] = &["additional", "extra", "full", "further", "good", "half", "long", "mere", "single", "whole"];

pub(crate) static BEFORE_PLAIN_UNITS: &[&str] = &["business", "flying", "gpu", "kilowatt", "lighting", "man", "office", "opening", "peak", "person", "rush", "staff", "store", "trading", "visiting", "watt", "working"];

pub(crate) static BEFORE_RACE_TIMES: &[&str] = &["clocked", "clocking", "in", "of", "ran", "record", "recorded", "swam", "timed"];

pub(crate) static BEFORE_RECURRING: &[&str] = &["any", "closed", "during", "in", "many", "meet", "meets", "most", "on", "open", "opens", "out", "some", "train", "trains", "work", "works"];

pub(crate) static BEFORE_UNITS: &[&str] = &["additional", "business", "calendar", "consecutive", "extra", "fiscal", "full", "further", "hectic", "long", "more", "other", "short", "solid", "straight", "successive", "trading", "turbulent", "whole", "working"];

pub(crate) static BEFORE_USUAL: &[&str] = &["at", "between", "during", "from", "in", "on"];

pub(crate) static BEFORE_WEEKDAYS: &[&str] = &["by", "every", "last", "next", "on", "since", "this", "until"];

pub(crate) static BEFORE_WORKING_HOURS: &[&str] = &["hours", "manned", "open", "opened", "opening", "opens", "shift", "shifts", "staffed", "work", "worked", "working", "works"];

pub(crate) static BEGINNINGS: &[&str] = &["'", "a", "all", "an", "another", "calendar", "closing", "countless", "couple", "dozen", "dozens", "each", "eighties", "end", "eve", "every", "few", "final", "full", "future", "h", "half", "hundreds", "its", "latter", "many", "nineties", "per", "q", "quarter", "quite", "remainder", "remaining", "rest", "scores", "seventies", "several", "sixties", "some", "sometime", "tens", "the", "thousands", "twenties", "various", "¼", "½", "¾"];

pub(crate) static CLAUSE_BEGINNINGS: &[&str] = &["a", "and", "are", "as", "at", "but", "by", "for", "had", "has", "have", "he", "in", "is", "it", "on", "or", "she", "that", "the", "they", "to", "was", "were", "when", "which", "while", "who", "will", "with"];

pub(crate) static CLOCK_VERBS: &[&str] = &["arrive", "arrived", "arrives", "began", "begin", "begins", "called", "close", "closed", "closes", "depart", "departed", "departs", "ended", "ends", "found", "happened", "land", "landed", "lands", "leave", "leaves", "left", "occurred", "open", "opened", "opens", "reopened", "reopens", "reported", "sailed", "sails", "seen", "start", "started", "starts", "took"];

pub(crate) static CONTRACTS: &[&str] = &["contract", "contracts", "delivery", "expiry", "futures", "shipment"];

pub(crate) static COUNTED: &[&str] = &["acres", "billion", "calories", "cars", "children", "copies", "degrees", "dollars", "employees", "euros", "feet", "homes", "hours", "hundred", "jobs", "kg", "kilometers", "kilometres", "km", "members", "men", "meters", "metres", "miles", "million", "mph", "people", "per", "percent", "points", "pounds", "rpm", "shares", "soldiers", "square", "students", "thousand", "tonnes", "tons", "troops", "units", "votes", "women", "workers"];

pub(crate) static DENIALS: &[&str] = &["n't", "neither", "never", "nor", "not"];

pub(crate) static FIGURES: &[&str] = &["accounts", "balance", "data", "earnings", "exports", "figure", "figures", "imports", "index", "inflation", "numbers", "orders", "output", "payrolls", "production", "reading", "results", "revenue", "sales", "statistics", "turnover"];

pub(crate) static FUTURE_CUES: &[&str] = &["ll", "scheduled", "shall", "tomorrow", "will", "wo", "would"];

pub(crate) static HEAT: &[&str] = &["degrees", "fahrenheit", "heat", "highs", "lows", "mercury", "temperature", "temperatures", "thermometer"];

pub(crate) static LASTING: &[&str] = &["continue", "fight", "go", "last", "live", "rage", "reign", "remain", "rule", "run", "serve", "sit", "stand", "stay", "work"];

pub(crate) static LOOKS_AHEAD: &[&str] = &["agree", "agreement", "aim", "allow", "anticipate", "appeal", "approval", "ask", "be", "bid", "chance", "contract", "deadline", "deal", "decide", "decision", "effort", "go", "goal", "have", "hope", "intention", "invite", "likely", "motion", "need", "offer", "opportunity", "option", "order", "pact", "permission", "plan", "pledge", "poise", "predict", "prepare", "program", "programme", "promise", "promised", "proposal", "propose", "ready", "refuse", "request", "right", "scheme", "set", "suppose", "sure", "target", "threaten", "ultimatum", "urge", "vow", "wait", "want"];

pub(crate) static MOVES: &[&str] = &["adjourn", "book", "bring", "call", "defer", "delay", "move", "plan", "postpone", "push", "put", "rearrange", "reschedule", "schedule", "shift"];

pub(crate) static ORIGINS: &[&str] = &["begun", "born", "built", "composed", "dated", "dates", "dating", "died", "established", "founded", "from", "lived", "painted", "to", "until", "written"];

pub(crate) static PAST_CUES: &[&str] = &["beat", "became", "been", "began", "bought", "broke", "brought", "came", "did", "died", "ended", "fell", "felt", "found", "gave", "got", "grew", "had", "has", "have", "held", "hit", "kept", "led", "left", "lost", "made", "met", "paid", "quit", "ran", "rose", "said", "saw", "sent", "shot", "since", "sold", "spoke", "struck", "thought", "told", "took", "was", "went", "were", "won", "wrote"];

pub(crate) static PLANNED: &[&str] = &["expected", "forthcoming", "future", "planned", "proposed", "scheduled", "slated", "upcoming"];

pub(crate) static PLANS: &[&str] = &["aim", "await", "due", "expect", "expire", "forecast", "hope", "intend", "plan", "schedule", "slate"];

pub(crate) static POSSESSIVES: &[&str] = &["her", "his", "my", "our", "their", "your"];

pub(crate) static QUOTED: &[&str] = &["bond", "bonds", "contracts", "count", "crude", "dollar", "estimate", "euro", "figure", "futures", "gold", "index", "number", "oil", "peso", "price", "prices", "ruble", "share", "shares", "stock", "stocks", "tally", "toll", "total", "yen", "yield", "yields", "yuan"];

pub(crate) static RANKS: &[&str] = &["first", "last", "latest", "next", "only", "second", "third"];

pub(crate) static RECURRING_ADJECTIVES: &[&str] = &["annual", "biannual", "biennial", "monthly", "quarterly", "semiannual"];

pub(crate) static ROUGHLY: &[&str] = &["about", "approximately", "around", "circa", "roughly"];

pub(crate) static SINCE_CLOCKS: &[&str] = &["after", "later than", "no earlier than"];

pub(crate) static THROUGH: &[&str] = &["-", "through", "thru", "til", "till", "to", "until", "untill", "~"];

pub(crate) static TIMETABLE: &[&str] = &["arrive", "begin", "close", "commence", "conclude", "depart", "end", "expire", "open", "reopen", "resume", "start", "travel"];

pub(crate) static TIMETABLE_FORMS: &[&str] = &["arrive", "arrives", "begins", "call", "calls", "close", "closes", "depart", "departs", "ends", "land", "lands", "leave", "leaves", "open", "opens", "run", "runs", "sail", "sails", "starts"];

pub(crate) static UNTIL_CLOCKS: &[&str] = &["before", "by", "earlier than", "no later than", "not later than", "until"];

pub(crate) static USUAL: &[&str] = &["always", "annually", "commonly", "customarily", "daily", "frequently", "generally", "habitually", "invariably", "monthly", "nightly", "normally", "occasionally", "often", "ordinarily", "rarely", "regularly", "routinely", "seldom", "sometimes", "traditionally", "typically", "usually", "weekly", "yearly"];

pub(crate) static VAGUE_AMOUNTS: &[&str] = &["a few", "a few more", "a handful of", "a number of", "countless", "dozens of", "few", "hundreds of", "many", "quite a few", "scores of", "several", "some", "tens of", "the few", "thousands of", "various"];

pub(crate) static VAGUE_PARTS: &[&str] = &["closing", "early", "final", "first", "intervening", "opening"];

pub(crate) static WEEK_OF: &[&str] = &["beginning", "commencing", "ended", "ending", "of", "starting"];

pub(crate) static WORKDAYS: &[&str] = &["business", "trading", "working"];

