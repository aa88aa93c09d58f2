//! The shelf: quotes that are chosen for a paper, each with what was cut, how it reads in another language, who translated it, and who read it
//! a second time.
//!
//! A quote is the words of a quote note, and nothing else: what is left out is marked `[…]`, what is put in stands in brackets, and whatever
//! stands outside brackets must be said by the note in that order ([`theirs`]). Whether a quote may be printed is asked each time it is
//! shown ([`crate::domain::session::Session::on_shelf`]): who takes a yes back, or does not want something used, takes it off the shelf.
//! Values only.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::folding::spaced;
use crate::domain::lenient;
use crate::domain::note::NoteId;
use crate::domain::stands::Stands;

/// A quote of a session, by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuoteId(pub u32);

/// A quote was put on the shelf, with these words of this note; or taken off it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelved {
    /// Which.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub quote: QuoteId,
    /// The note whose words they are.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub note: NoteId,
    /// As it is to be printed.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub words: String,
    /// Whether it lies there; where nobody can read it, it does not.
    #[serde(default, deserialize_with = "Stands::only_if_said")]
    pub stands: Stands,
}

/// How a quote reads in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteTranslated {
    /// Which.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub quote: QuoteId,
    /// The language, a BCP 47 tag.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub language: String,
    /// Its words in that; none, and there is no translation.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub words: String,
    /// Who translated it, as a code.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub by: String,
}

/// Somebody else read a quote, with its translations, beside what was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteRead {
    /// Which.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub quote: QuoteId,
    /// Who, as a code.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub by: String,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
}

/// What is done with the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shelving {
    /// Put the words of a note there, or, where a quote is named, cut it anew.
    Put {
        /// The quote that is cut anew.
        quote: Option<QuoteId>,
        /// The note whose words they are.
        note: NoteId,
        /// What of it is to be printed; nothing for all of it.
        words: Option<String>,
    },
    /// Take one off.
    TakeOff(QuoteId),
    /// Say how one reads in another language; without words, it is not translated after all.
    Translate(QuoteTranslated),
    /// Say that somebody else read one.
    Read(QuoteRead),
}

/// A quote on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnShelf {
    /// Its number.
    pub quote: QuoteId,
    /// The note whose words they are.
    pub note: NoteId,
    /// As it is to be printed.
    pub words: String,
    /// Its translations, one a language, in the order in which they were made.
    pub translations: Vec<QuoteTranslated>,
    /// Who read it since its words, and those of its translations, are what they are.
    pub readers: Vec<QuoteRead>,
}

/// The quotes of a session that were chosen for a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    lying: BTreeMap<QuoteId, OnShelf>,
    /// What was taken off, as it was: a step that is taken back puts it there again.
    taken_off: BTreeMap<QuoteId, OnShelf>,
    /// The highest number there ever was: none is given twice.
    last: u32,
}

impl Shelf {
    /// What lies there, whether or not it may be printed.
    pub(crate) fn all(&self) -> impl Iterator<Item = &OnShelf> {
        self.lying.values()
    }

    /// The number of the next quote.
    pub(crate) fn next(&self) -> QuoteId {
        QuoteId(self.last.saturating_add(1))
    }

    /// A quote was put there, cut anew, or taken off. What somebody else read was other words.
    pub(crate) fn put(&mut self, shelved: &Shelved) {
        self.last = self.last.max(shelved.quote.0);
        if !shelved.stands.holds() {
            self.taken_off.extend(self.lying.remove(&shelved.quote).map(|one| (one.quote, one)));
            return;
        }
        let Shelved { quote, note, words, .. } = shelved.clone();
        let before = self.taken_off.remove(&quote).filter(|one| one.note == note && one.words == words);
        if let Some(one) = before.filter(|_| !self.lying.contains_key(&quote)) {
            self.lying.insert(quote, one);
            return;
        }
        let there = self.lying.remove(&quote).filter(|one| one.note == note);
        // A translation is of what was to be printed then: of another cut it is none.
        let translations = there.filter(|one| one.words == words).map(|one| one.translations).unwrap_or_default();
        self.lying.insert(quote, OnShelf { quote, note, words, translations, readers: Vec::new() });
    }

    /// What puts the quote that `next` is about back to what it is now.
    pub(crate) fn before(&self, next: &Shelved) -> Shelved {
        match self.lying.get(&next.quote) {
            Some(one) => Shelved { quote: one.quote, note: one.note, words: one.words.clone(), stands: Stands::Stands },
            None => Shelved { words: String::new(), stands: Stands::TakenBack, ..next.clone() },
        }
    }

    /// A quote was translated, or is not any more.
    pub(crate) fn translate(&mut self, translated: &QuoteTranslated) {
        let Some(one) = self.lying.get_mut(&translated.quote) else { return };
        one.translations.retain(|other| !other.language.eq_ignore_ascii_case(&translated.language));
        if !translated.words.trim().is_empty() {
            one.translations.push(translated.clone());
        }
        one.readers.clear();
    }

    /// A quote was read by somebody else.
    pub(crate) fn read(&mut self, read: &QuoteRead) {
        let Some(one) = self.lying.get_mut(&read.quote) else { return };
        one.readers.retain(|other| !other.by.eq_ignore_ascii_case(&read.by));
        one.readers.push(read.clone());
    }
}

/// Why words are not those of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTheirs {
    /// There are none outside brackets.
    Nothing,
    /// These, outside brackets, are not said there, or not in that order.
    Unsaid(String),
    /// A bracket is not closed, or was not opened.
    Bracket,
}

/// Whether `words` are those that a note `says`, but for what stands in brackets, in the same order. Large letters, accents and punctuation may
/// differ: where a cut begins a sentence it has a large letter.
pub fn theirs(words: &str, says: &str) -> Result<(), NotTheirs> {
    let pieces = outside_brackets(words).ok_or(NotTheirs::Bracket)?;
    let (says, mut from, mut any) = (spaced(says), 0, false);
    for piece in pieces {
        let folded = spaced(piece);
        if folded.trim().is_empty() {
            continue;
        }
        any = true;
        // A word ends where the next begins: the blank between two belongs to both.
        let Some(at) = says.get(from..).and_then(|rest| rest.find(&folded)) else {
            return Err(NotTheirs::Unsaid(piece.trim().to_owned()));
        };
        from += at + folded.len() - 1;
    }
    if any { Ok(()) } else { Err(NotTheirs::Nothing) }
}

/// What stands outside brackets; nothing where they do not close.
fn outside_brackets(words: &str) -> Option<Vec<&str>> {
    let (mut pieces, mut rest) = (Vec::new(), words);
    while let Some((before, after)) = rest.split_once('[') {
        let (within, behind) = after.split_once(']')?;
        if before.contains(']') || within.contains('[') {
            return None;
        }
        pieces.push(before);
        rest = behind;
    }
    if rest.contains(']') {
        return None;
    }
    pieces.push(rest);
    Some(pieces)
}

/// How often words were left out of a quote as it is printed: `[…]`, or with three dots.
pub fn cuts(words: &str) -> usize {
    words.matches("[…]").count() + words.matches("[...]").count()
}

/// `words` with every cut marked in one way.
pub fn with_cuts(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace("[...]", "[…]").replace("[..]", "[…]")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAYS: &str = "at the red light, you know, I felt my shoulders up to my ears. Éverywhere";

    #[test]
    fn a_quote_is_their_words_in_their_order_but_for_brackets() {
        for good in [
            SAYS,
            "I felt my shoulders up to my ears",
            "At the red light […] I felt my shoulders",
            "at the red light [...] shoulders up to [the] ears [...] everywhere",
            "[She] felt my shoulders",
            "EVERYWHERE",
        ] {
            assert_eq!(theirs(good, SAYS), Ok(()), "{good}");
        }
        let unsaid = |words: &str| Err(NotTheirs::Unsaid(words.to_owned()));
        assert_eq!(theirs("I felt my neck", SAYS), unsaid("I felt my neck"));
        assert_eq!(theirs("my ears […] my shoulders", SAYS), unsaid("my shoulders"), "another order says something else");
        assert_eq!(theirs("shoulder", SAYS), unsaid("shoulder"), "half a word is another");
        assert_eq!(theirs("red light […] red light", SAYS), unsaid("red light"), "what was said once is not said twice");
        assert_eq!(theirs("[…]", SAYS), Err(NotTheirs::Nothing));
        for open in ["I felt [my shoulders", "I felt my] shoulders", "I [felt [my] shoulders]"] {
            assert_eq!(theirs(open, SAYS), Err(NotTheirs::Bracket), "{open}");
        }
        assert_eq!((cuts("a […] b [...] c"), with_cuts("a  [...]\nb").as_str()), (2, "a […] b"));
    }

    #[test]
    fn other_words_have_no_reader_and_another_cut_no_translation() {
        let mut shelf = Shelf::default();
        let put = |words: &str| Shelved { quote: QuoteId(1), note: NoteId(4), words: words.into(), stands: Stands::Stands };
        let translated = |words: &str| QuoteTranslated { quote: QuoteId(1), language: "en".into(), words: words.into(), by: "I1".into() };
        let read = |by: &str| QuoteRead { quote: QuoteId(1), by: by.into(), on: "2026-11-28".into() };
        shelf.put(&put("schouders"));
        shelf.translate(&translated("shoulders"));
        shelf.read(&read("I2"));
        shelf.read(&read("i2"));
        let one = |shelf: &Shelf| shelf.all().next().cloned().unwrap();
        assert_eq!((one(&shelf).translations.len(), one(&shelf).readers.len()), (1, 1));
        shelf.translate(&translated("my shoulders"));
        assert_eq!((one(&shelf).translations[0].words.as_str(), one(&shelf).readers.len()), ("my shoulders", 0));
        shelf.put(&put("mijn schouders"));
        assert_eq!((one(&shelf).translations.len(), shelf.next()), (0, QuoteId(2)));
        shelf.translate(&translated("my shoulders"));
        shelf.read(&read("I2"));
        let (lay, back) = (shelf.clone(), shelf.before(&Shelved { stands: Stands::TakenBack, ..put("") }));
        let off = Shelved { stands: Stands::TakenBack, ..put("mijn schouders") };
        shelf.put(&off);
        assert_eq!(shelf.before(&back), Shelved { words: String::new(), ..off.clone() });
        shelf.put(&back);
        assert_eq!(one(&shelf), one(&lay), "what was taken off is put back as it was, with who translated and who read it");
        shelf.put(&off);
        assert_eq!((shelf.all().count(), shelf.next()), (0, QuoteId(2)), "no number is given twice");
        shelf.read(&read("I2"));
        shelf.translate(&translated("ghost"));
        assert_eq!(shelf.all().count(), 0);
    }
}
