//! Who reports what, how surely: reporting words, factuality, eventive nouns.
