//! What a line becomes as a note, and as another version of one.

use std::time::Duration;

use crate::domain::command::Refusal;
use crate::domain::command::known_question;
use crate::domain::command::standing_note;
use crate::domain::event::Event;
use crate::domain::heard;
use crate::domain::note::Belongs;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::Revision;
use crate::domain::seats;
use crate::domain::seats::Does;
use crate::domain::seats::Voice;
use crate::domain::session::Session;
use crate::domain::standing::Phase;

impl Session {
    /// A journal says of the question only where that is another.
    pub(super) fn revised(&self, note: NoteId, into: Revision) -> Result<Event, Refusal> {
        standing_note(self, note)?;
        let Revision { kind: note_kind, text, position, question } = into;
        let belongs = if self.note(note).is_some_and(|note| note.question == question) {
            Belongs::AsBefore
        } else {
            question.iter().try_for_each(|id| known_question(self, id))?;
            Belongs::To(question)
        };
        // Of a line that is as it was, nobody said that it is somebody else's.
        let (table, before) = (self.table(), self.note(note));
        let is_as_before = before.is_none_or(|before| text == before.text || text == before.line(table));
        let (voice, text) = match before.filter(|_| is_as_before) {
            Some(before) => (None, before.text.clone()),
            None => {
                // Whoever has left since is heard in it as before.
                let then = table.map(|table| before.map_or_else(|| table.clone(), |before| before.voice.at_its(table)));
                let (voice, words) = seats::heard(&text, then.as_ref());
                (Some(voice).filter(|voice| before.is_some_and(|before| before.voice != *voice)), words.to_owned())
            }
        };
        let moved = self.note(note).filter(|note| note.position != position);
        let lasts = |note: &Note| note.until.map_or(Duration::ZERO, |until| until.since(note.position));
        if moved.is_some_and(|note| self.withholding().touches((position, position.forward(lasts(note))))) {
            return Err(Refusal::IsWithheld);
        }
        if voice.as_ref().is_some_and(|voice| self.takes_no_part(voice)) {
            return Err(Refusal::SeatTookBack);
        }
        Ok(Event::NoteRevised { note, note_kind, text, position, question: belongs, voice })
    }

    /// Who is heard in a line that is written now, and the words: in the name round whoever is named alone says who they are.
    pub fn heard_in<'t>(&self, line: &'t str) -> (Voice, &'t str) {
        let (voice, text) = self.spoken(line);
        let one = matches!((voice.seats.as_slice(), voice.does), ([seat], Does::Speaks) if heard::not_introduced(self).contains(seat));
        let introduces = one && voice.answers.is_none() && heard::is_name_round(self);
        (Voice { does: if introduces { Does::Introduces } else { voice.does }, ..voice }, text)
    }

    /// Who is named in a line, of all who were ever at the table: what they said just before they left is theirs.
    fn spoken<'t>(&self, line: &'t str) -> (Voice, &'t str) {
        seats::heard(line, self.table_heard().as_ref())
    }

    /// The note that a line becomes. Of whoever takes no part any more nothing new is kept.
    pub(super) fn added(&self, draft: Draft) -> Result<Event, Refusal> {
        let (voice, text) = self.heard_in(&draft.text);
        let at = draft.stamp.position();
        if self.phase() == Phase::Ended && self.withholding().touches((at, draft.until.unwrap_or(at).max(at))) {
            return Err(Refusal::IsWithheld);
        }
        if self.takes_no_part(&voice) {
            return Err(Refusal::SeatTookBack);
        }
        let report = if text.trim().is_empty() { None } else { self.report_without_words(draft.stamp.raw) };
        Ok(Event::NoteAdded {
            note: self.next_note(),
            note_kind: draft.kind,
            text: text.to_owned(),
            voice,
            report,
            stamp: draft.stamp,
            question: draft.question,
            off_record: draft.off_record || self.is_off_record(),
            late: self.phase() == Phase::Ended,
            until: draft.until,
        })
    }
}
