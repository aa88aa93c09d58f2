//! Text in sentences, clauses and words, each known by where it stands.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::plain::language::Tongue;

/// A word.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// Where it stands, in bytes of its passage.
    pub(crate) at: Range<usize>,
    /// As it is written.
    pub(crate) text: &'t str,
    /// The same in small letters, with plain apostrophes.
    pub(crate) small: String,
    /// What stands between it and the word before.
    pub(crate) gap: &'t str,
    /// The clause it is in, counted within its sentence.
    pub(crate) clause: usize,
}

impl Word<'_> {
    /// Whether it is one of `words`.
    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.small.as_str())
    }

    /// Whether it begins with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether nothing but digits is in it.
    pub(crate) fn is_number(&self) -> bool {
        self.text.chars().all(|c| c.is_ascii_digit())
    }
}

/// A sentence: its words, of which there is at least one.
#[derive(Clone, Debug)]
pub(crate) struct Sentence<'t> {
    /// Its words.
    pub(crate) words: Vec<Word<'t>>,
}

impl Sentence<'_> {
    /// From its first word to its last.
    pub(crate) fn at(&self) -> Range<usize> {
        let ends = self.words.first().zip(self.words.last());
        ends.map_or(0..0, |(first, last)| first.at.start..last.at.end)
    }

    /// How many clauses it has.
    pub(crate) fn clauses(&self) -> usize {
        self.words.last().map_or(0, |word| word.clause + 1)
    }
}

/// What ends in a full stop without ending a sentence.
const SHORTENED: &[&str] = &[
    "a.u.b", "aug", "b.v", "bijv", "bv", "ca", "d.w.z", "dec", "dhr", "dr", "drs", "e.g", "enz", "evt", "feb", "i.e", "i.v.m", "incl",
    "ing", "jan", "jl", "m.b.t", "mevr", "mr", "mrs", "ms", "mw", "nov", "nr", "o.a", "oct", "okt", "prof", "resp", "sept", "sint", "st",
    "t.a.v", "vs", "z.g",
];

/// The sentences of `text`. Of a language that is not known, clauses are what stands between commas.
pub(crate) fn sentences(text: &str, tongue: Option<Tongue>) -> Vec<Sentence<'_>> {
    let (mut all, mut words, mut end): (Vec<Sentence<'_>>, Vec<Word<'_>>, usize) = (Vec::new(), Vec::new(), 0);
    for at in tokens(text) {
        let (gap, word) = (&text[end..at.start], &text[at.clone()]);
        if words.last().is_some_and(|before| ends(before, gap, word)) {
            all.push(Sentence { words: std::mem::take(&mut words) });
        }
        let small = word.to_lowercase().replace('’', "'");
        let begins = gap.contains([',', ';', ':', '(', ')', '–', '—', '،', '؛', '、']) || gap.contains(" - ");
        // A word or two behind a comma, and the word that binds: `, also if` begins one clause.
        let clause = words.last().map_or(0, |before| {
            let so_far = words.iter().filter(|word| word.clause == before.clause).count();
            let binds = so_far > 2 && tongue.is_some_and(|tongue| binds(&small, tongue));
            before.clause + usize::from(begins || binds)
        });
        end = at.end;
        words.push(Word { at, text: word, small, gap, clause });
    }
    if !words.is_empty() {
        all.push(Sentence { words });
    }
    all
}

/// Where the words of `text` are. What hangs together by a hyphen or an apostrophe is one.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for (at, word) in text.unicode_word_indices() {
        let here = at..at + word.len();
        match all.last_mut() {
            Some(last) if matches!(&text[last.end..at], "-" | "’" | "'" | "\u{2011}") => last.end = here.end,
            _ => all.push(here),
        }
    }
    all
}

/// Whether a sentence ends between `before` and `next`.
fn ends(before: &Word<'_>, gap: &str, next: &str) -> bool {
    if gap.contains(['!', '?', '…', '。', '！', '？', '؟', '۔', '।', '\n', '\u{2028}', '\u{2029}']) || gap.contains("..") {
        return true;
    }
    let is_initial = before.text.chars().count() == 1 && before.is_capital();
    let is_shortened = SHORTENED.contains(&before.small.as_str()) || is_initial;
    let goes_on = next.chars().next().is_some_and(char::is_lowercase) && before.text.chars().count() < 4;
    gap.contains('.') && gap.trim() != "" && gap != "." && !is_shortened && !goes_on
}

/// Words that begin another clause.
fn binds(small: &str, tongue: Tongue) -> bool {
    let words: &[&str] = match tongue {
        Tongue::English => &[
            "after", "although", "and", "because", "before", "but", "if", "or", "since", "so", "that", "though", "unless", "until", "when",
            "where", "whereas", "whether", "which", "while", "who", "whose", "yet",
        ],
        Tongue::Dutch => &[
            "als", "dat", "doordat", "en", "hoewel", "indien", "maar", "nadat", "of", "omdat", "ondanks", "sinds", "terwijl", "toen",
            "tot", "totdat", "voordat", "waar", "waarbij", "waardoor", "waarna", "waarom", "waarop", "wanneer", "want", "zodat", "zodra",
            "zolang",
        ],
    };
    words.contains(&small)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let all = sentences(text, Some(Tongue::Dutch));
        all.iter().map(|one| text[one.at()].to_owned()).collect()
    }

    #[test]
    fn a_full_stop_ends_a_sentence_only_where_one_ends() {
        assert_eq!(
            cut("U had pijn. Toen ging u naar dr. Smit. Die zei niets!"),
            ["U had pijn", "Toen ging u naar dr. Smit", "Die zei niets"]
        );
        assert_eq!(cut("Het kostte 3.5 uur, d.w.z. te veel. Klaar?"), ["Het kostte 3.5 uur, d.w.z. te veel", "Klaar"]);
        assert_eq!(cut("J. de Vries zag o.a. u."), ["J. de Vries zag o.a. u"]);
        assert_eq!(cut("een\ntwee… drie"), ["een", "twee", "drie"]);
        assert!(cut(" … !? 👩‍🌾").is_empty());
    }

    #[test]
    fn what_hangs_together_is_one_word() {
        let all = sentences("You didn’t want a follow-up.", Some(Tongue::English));
        let words: Vec<&str> = all[0].words.iter().map(|word| word.small.as_str()).collect();
        assert_eq!(words, ["you", "didn't", "want", "a", "follow-up"]);
    }
}
