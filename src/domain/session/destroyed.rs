//! What of a session was destroyed on purpose, and what that makes of it.

use crate::domain::consent::Wish;
use crate::domain::destruction::Destructions;
use crate::domain::destruction::Material;
use crate::domain::destruction::Step;
use crate::domain::session::Session;
use crate::domain::standing::Standing;
use crate::domain::time::Position;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldId;

impl Session {
    /// What of it was destroyed, or is about to be.
    pub fn destructions(&self) -> &Destructions {
        &self.destructions
    }

    /// Whether all of it is destroyed, or is about to be: nothing is done in it any more.
    pub fn is_destroyed(&self) -> bool {
        self.destructions.of(Material::All).is_some()
    }

    /// Whether material of this kind is gone, with a receipt.
    pub fn is_gone(&self, what: Material) -> bool {
        self.destructions.of(what).is_some_and(|one| one.step == Step::Done)
    }

    /// The last note and the last statement that are not here any more, by their numbers, as far as anything says so: that they were
    /// destroyed, or that they are not to be used.
    pub(super) fn last_named(&self) -> (Option<u32>, Option<u32>) {
        let destroyed = self.destructions.all().iter().map(|one| (one.last_note, one.last_statement));
        let withheld = self.withholding.ever().map(|(one, _)| match one.what {
            Some(What::Note(note)) => (note.0, 0),
            Some(What::Statement(statement)) => (0, statement.0),
            Some(What::Stretch(..)) | None => (0, 0),
        });
        let last = destroyed.chain(withheld).fold((0, 0), |(note, statement), next| (next.0.max(note), next.1.max(statement)));
        (Some(last.0).filter(|n| *n > 0), Some(last.1).filter(|n| *n > 0))
    }

    /// The last note and the last statement that there ever were, by their numbers; 0 where there was none.
    pub(crate) fn last_numbers(&self) -> (u32, u32) {
        let (note, statement) = self.last_named();
        let last_note = self.notes.last_key_value().map(|(last, _)| last.0);
        let last_statement = self.all_statements().map(|statement| statement.id.0).max();
        (last_note.max(note).unwrap_or_default(), last_statement.max(statement).unwrap_or_default())
    }

    /// What is to be withheld as a stretch before its notes are destroyed: the sound of what is withheld as a note, which nobody finds
    /// afterwards, as far as it is not withheld by itself.
    pub(crate) fn sound_to_withhold(&self) -> Vec<Withheld> {
        let mut all: Vec<(Position, Position)> = self.sound_by_number().collect();
        all.sort_unstable();
        let mut apart: Vec<(Position, Position)> = Vec::new();
        for (from, to) in all {
            match apart.last_mut() {
                Some((_, end)) if *end >= from => *end = (*end).max(to),
                _ => apart.push((from, to)),
            }
        }
        let is_withheld =
            |(from, to): &(Position, Position)| self.withholding.stretches().iter().any(|(begins, ends)| begins <= from && to <= ends);
        let WithheldId(next) = self.withholding.next();
        let apart = apart.into_iter().filter(|stretch| !is_withheld(stretch)).zip(next..);
        apart.map(|((from, to), n)| Withheld::of(WithheldId(n), What::Stretch(from, to), String::new())).collect()
    }

    /// Where it stands, if all of it is destroyed.
    pub(super) fn stands_destroyed(&self) -> Option<Standing> {
        let one = self.destructions.of(Material::All)?;
        Some(if one.wish == Some(Wish::DestroyAll) { Standing::Withdrawn } else { Standing::Destroyed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::destruction::Destruction;
    use crate::domain::event::Event;
    use crate::domain::note::NoteId;
    use crate::domain::session::tests::set_up;
    use crate::domain::statement::StatementId;

    #[test]
    fn no_number_of_what_is_gone_is_given_again() {
        let mut session = set_up();
        assert_eq!((session.next_note(), session.next_statement()), (NoteId(1), StatementId(1)));
        let withheld = |id, what| Event::Withheld(Withheld::of(WithheldId(id), what, String::new()));
        session.apply(&withheld(1, What::Note(NoteId(1))));
        session.apply(&withheld(2, What::Statement(StatementId(3))));
        assert_eq!((session.next_note(), session.next_statement()), (NoteId(2), StatementId(4)), "it is another one");
        session.apply(&Event::Destruction(Destruction {
            what: Material::Notes,
            last_note: 12,
            last_statement: 5,
            ..Destruction::default()
        }));
        assert_eq!((session.next_note(), session.next_statement()), (NoteId(13), StatementId(6)));
        session.apply(&withheld(3, What::Note(NoteId(u32::MAX))));
        assert_eq!(session.next_note(), NoteId(2), "the first that nothing has");
    }
}
