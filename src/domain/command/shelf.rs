//! What may be done with quotes for a paper: chosen and cut where the words may be printed, translated and read again where they lie.

use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::session::shelf::NotPrinted;
use crate::domain::shelf::NotTheirs;
use crate::domain::shelf::QuoteId;
use crate::domain::shelf::Shelved;
use crate::domain::shelf::Shelving;
use crate::domain::shelf::theirs;
use crate::domain::shelf::with_cuts;
use crate::domain::stands::Stands;

impl From<NotPrinted> for Refusal {
    fn from(why: NotPrinted) -> Self {
        match why {
            NotPrinted::NoQuote => Self::NotAQuote,
            NotPrinted::NotUnderstood => Self::NotUnderstood,
            NotPrinted::TakesNoPart => Self::NotQuotedAnyMore,
            NotPrinted::Refused => Self::QuotesRefused,
            NotPrinted::NotAsked => Self::QuotesNotAsked,
            NotPrinted::Nobodys => Self::QuoteOfNobody,
            NotPrinted::Changed => Self::NotAQuote,
        }
    }
}

impl From<NotTheirs> for Refusal {
    fn from(why: NotTheirs) -> Self {
        match why {
            NotTheirs::Nothing => Self::NothingQuoted,
            NotTheirs::Unsaid(words) => Self::NotTheirWords(words),
            NotTheirs::Bracket => Self::OpenBracket,
        }
    }
}

impl Session {
    /// The rule for each.
    pub(super) fn shelving(&self, what: Shelving) -> Result<Event, Refusal> {
        self.begun()?;
        match what {
            Shelving::Put { quote, note, words } => self.put_on_shelf(quote, note, words),
            Shelving::TakeOff(quote) => {
                // Also what may not be printed any more is taken off.
                let there = self.shelf().all().find(|one| one.quote == quote).ok_or(Refusal::NoSuchQuote)?;
                Ok(Event::QuoteShelved(Shelved { quote, note: there.note, words: String::new(), stands: Stands::TakenBack }))
            }
            Shelving::Translate(translated) => {
                self.shelved(translated.quote).ok_or(Refusal::NoSuchQuote)?;
                Ok(Event::QuoteTranslated(translated))
            }
            Shelving::Read(read) => {
                let there = self.shelved(read.quote).ok_or(Refusal::NoSuchQuote)?;
                // A second reader is somebody else.
                if there.quote.translations.iter().any(|one| one.by.eq_ignore_ascii_case(&read.by)) {
                    return Err(Refusal::OwnTranslation);
                }
                Ok(Event::QuoteRead(read))
            }
        }
    }

    fn put_on_shelf(&self, quote: Option<QuoteId>, note: NoteId, words: Option<String>) -> Result<Event, Refusal> {
        let is_there = self.note(note).is_some_and(Note::stands);
        let why_not = |why: NotPrinted| if why == NotPrinted::NoQuote && !is_there { Refusal::NoNote(note) } else { why.into() };
        let says = self.may_print(note).map_err(why_not)?;
        let known = |id: &QuoteId| self.shelf().all().any(|one| one.quote == *id && one.note == note);
        if quote.is_some_and(|id| !known(&id)) {
            return Err(Refusal::NoSuchQuote);
        }
        let words = words.map_or_else(|| says.words(), |words| with_cuts(&words));
        theirs(&words, &says.text())?;
        // Twice on the shelf, they would be counted and printed twice.
        if let Some(there) = self.shelf().all().find(|one| one.note == note && one.words == words) {
            return Err(Refusal::LiesAlready(there.quote));
        }
        Ok(Event::QuoteShelved(Shelved { quote: quote.unwrap_or_else(|| self.shelf().next()), note, words, stands: Stands::Stands }))
    }
}
