//! The quotes of a session that were chosen for a paper, and which of them may be printed.
//!
//! The yes is asked of the person whose words they are: of the participant, or in a group of everybody who is heard in the note. No answer is a
//! no, and so is a guide that never asked: a letter goes to whoever said it, a paper to everybody.

use crate::domain::consent::Agreement;
use crate::domain::consent::Wish;
use crate::domain::event::Event;
use crate::domain::guide::Covers;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::Shareable;
use crate::domain::session::Session;
use crate::domain::shelf::OnShelf;
use crate::domain::shelf::QuoteId;
use crate::domain::shelf::Shelf;
use crate::domain::shelf::theirs;
use crate::words::say;

/// Why somebody's words may not be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPrinted {
    /// There is no such note, or none that is a quote and may be used.
    NoQuote,
    /// A line that nobody here understands may say no.
    NotUnderstood,
    /// They take no part any more, or want it destroyed.
    TakesNoPart,
    /// They said no to quoting, or gave no answer.
    Refused,
    /// The guide did not ask them.
    NotAsked,
    /// In a group: it is not said whose words they are.
    Nobodys,
    /// The note says something else by now.
    Changed,
}

/// A quote that may be printed, and the note whose words it is.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'s> {
    /// It.
    pub quote: &'s OnShelf,
    /// The note.
    pub note: Shareable<'s>,
}

impl Session {
    /// Lets `event` have happened, if it is about the shelf.
    pub(super) fn hear_of_shelf(&mut self, event: &Event) {
        match event {
            Event::QuoteShelved(shelved) => self.shelf.put(shelved),
            Event::QuoteTranslated(translated) => self.shelf.translate(translated),
            Event::QuoteRead(read) => self.shelf.read(read),
            _ => {}
        }
    }

    /// What lies on the shelf, whether or not it may be printed.
    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The quotes that may be printed, by their numbers: those whose note still says it. What was taken out of a note since is not printed from
    /// the shelf.
    pub fn on_shelf(&self) -> impl Iterator<Item = Printed<'_>> {
        let printed = |quote| self.may_print_quote(quote).ok().map(|note| Printed { quote, note });
        self.shelf.all().filter_map(printed)
    }

    /// The numbers of the quotes of a note that lie there, in words, and that they may not be printed as things stand; nothing where none does.
    pub(crate) fn quoted_in_words(&self, note: NoteId) -> Option<String> {
        let lying = self.shelf.all().filter(|quote| quote.note == note);
        let numbers: Vec<String> = lying.map(|quote| quote.quote.0.to_string()).collect();
        let is_printed = self.on_shelf().any(|printed| printed.quote.note == note);
        match numbers.join(", ") {
            empty if empty.is_empty() => None,
            numbers if is_printed => Some(say!("quote-lies", quotes = numbers)),
            numbers => Some(say!("quote-kept-off", quotes = numbers)),
        }
    }

    /// Those that lie there and may not be printed as things stand, each with why.
    pub fn kept_off_shelf(&self) -> impl Iterator<Item = (QuoteId, NotPrinted)> {
        self.shelf.all().filter_map(|quote| Some((quote.quote, self.may_print_quote(quote).err()?)))
    }

    fn may_print_quote(&self, quote: &OnShelf) -> Result<Shareable<'_>, NotPrinted> {
        let note = self.may_print(quote.note)?;
        theirs(&quote.words, &note.text()).map(|()| note).map_err(|_| NotPrinted::Changed)
    }

    /// The quote of this number, if it may be printed.
    pub fn shelved(&self, id: QuoteId) -> Option<Printed<'_>> {
        self.on_shelf().find(|printed| printed.quote.quote == id)
    }

    /// The words of a note, if they may be printed; else why not.
    pub fn may_print(&self, id: NoteId) -> Result<Shareable<'_>, NotPrinted> {
        if !self.is_understood() {
            return Err(NotPrinted::NotUnderstood);
        }
        if self.wants(Wish::DestroyAll) || self.consent_to(Covers::TakingPart) == Agreement::Refused {
            return Err(NotPrinted::TakesNoPart);
        }
        let note = self.note(id).filter(|note| note.stands() && !note.off_record).ok_or(NotPrinted::NoQuote)?;
        let quote = self.quote_note(id).ok_or(NotPrinted::NoQuote)?;
        if self.wants(Wish::NoQuotes) {
            return Err(NotPrinted::Refused);
        }
        match self.agreed_to_quotes(note)? {
            Agreement::Given => Ok(quote),
            Agreement::Refused | Agreement::Open => Err(NotPrinted::Refused),
            Agreement::NotAsked => Err(NotPrinted::NotAsked),
        }
    }

    /// What those whose words a note is said of quotes in reports: the least of it, where they are several.
    fn agreed_to_quotes(&self, note: &Note) -> Result<Agreement, NotPrinted> {
        if self.table().is_none() {
            return Ok(self.consent_to(Covers::Quotes));
        }
        let each: Vec<Agreement> = note.people().map(|person| self.consents().about_of(self.guide(), Covers::Quotes, person)).collect();
        let worst = |one: Agreement, other: Agreement| if one == Agreement::Given { other } else { one };
        each.into_iter().reduce(worst).ok_or(NotPrinted::Nobodys)
    }
}
