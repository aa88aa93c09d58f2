//! What left a session before something of it was not to be used any more, and may hold that.

use std::collections::BTreeSet;

use crate::domain::consent::Agreement;
use crate::domain::consent::Wish;
use crate::domain::guide::Covers;
use crate::domain::outside::ByThen;
use crate::domain::outside::CopyKind;
use crate::domain::outside::Left;
use crate::domain::outside::SoundCopy;
use crate::domain::session::Session;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;

impl Session {
    /// How many versions of the letter there are.
    pub fn letters(&self) -> u32 {
        self.outside.last_letter(self.outside.by_now())
    }

    /// The last version of the letter that was written before something was withheld, or somebody took their part back: it may hold that.
    pub fn stale_letter(&self) -> Option<u32> {
        let letters = self.left_before().into_iter().map(|left| if let Left::Letter(version) = left { *version } else { 0 });
        letters.max().filter(|version| *version > 0)
    }

    /// What left it and may hold what is not to be used now: of letters the last, copies of the sound, sound that somebody was given.
    pub fn left_before(&self) -> Vec<&Left> {
        let withheld = self.withholding.now().flat_map(|one| self.holding(one));
        let outdated = self.older(self.withholding.outdated(), |_| true);
        self.named(&withheld.chain(outdated).chain(self.unwanted()).collect())
    }

    /// The same of one thing that is withheld.
    pub fn left_before_it(&self, one: &Withheld) -> Vec<&Left> {
        self.named(&self.holding(one).into_iter().collect())
    }

    /// All that left it and may be somewhere, whatever it holds: every letter, every copy of the sound, all sound that somebody has.
    pub fn all_that_left(&self) -> Vec<&Left> {
        self.outside.all().map(|(left, _)| left).filter(|left| **left != Left::Nothing).collect()
    }

    /// The copies of its sound that its journal knows.
    pub fn copies(&self) -> impl Iterator<Item = &SoundCopy> {
        self.outside.all().filter_map(|(left, _)| if let Left::Copy(copy) = left { Some(copy) } else { None })
    }

    /// Whether its journal knows of a copy of this name.
    pub fn knows_copy(&self, file: &str) -> bool {
        self.copies().any(|copy| copy.file == file)
    }

    /// What may hold `one`.
    fn holding(&self, one: &Withheld) -> Vec<usize> {
        if matches!(one.what, Some(What::Statement(_))) {
            let by = self.withholding.before(one.id);
            let letters = self.outside.all().enumerate().filter(|(_, (left, age))| matches!(left, Left::Letter(_)) && *age < by);
            return letters.map(|(n, _)| n).collect();
        }
        let sound = self.sound_of_withheld(one);
        self.older(self.withholding.before(one.id), |copy| sound.is_none_or(|(from, to)| copy.from <= to && from <= copy.to))
    }

    /// What had left by then; of copies those that `may` hold it.
    fn older(&self, by: ByThen, may: impl Fn(&SoundCopy) -> bool) -> Vec<usize> {
        let had_left = self.outside.all().enumerate().filter(|(_, (left, age))| match left {
            Left::Letter(_) | Left::Given(_) => *age < by,
            Left::Copy(copy) => *age < by && may(copy),
            Left::Nothing => false,
        });
        had_left.map(|(n, _)| n).collect()
    }

    /// Where they want the sound destroyed, all copies of it; where they said no to their own words in reports, the clips: a voice is words.
    fn unwanted(&self) -> Vec<usize> {
        let (all, clips) = (self.wants_no_sound(), self.wants_no_clips());
        let is_unwanted = |left: &Left| match left {
            Left::Copy(copy) => all && copy.copy != CopyKind::Words || clips && copy.copy == CopyKind::Clip || self.wants(Wish::DestroyAll),
            Left::Given(_) => all,
            Left::Letter(_) | Left::Nothing => false,
        };
        self.outside.all().enumerate().filter(|(_, (left, _))| is_unwanted(left)).map(|(n, _)| n).collect()
    }

    fn wants_no_sound(&self) -> bool {
        self.wants(Wish::Destroy) || self.wants(Wish::DestroyAll)
    }

    fn wants_no_clips(&self) -> bool {
        self.wants(Wish::NoQuotes) || self.consent_to(Covers::Quotes) == Agreement::Refused
    }

    /// Whether no clip is to be used of which it is not known when it was made, whatever it is of: they want none, or somebody takes no part
    /// any more and may be heard in any.
    pub fn unwants_any_clip(&self) -> bool {
        self.wants_no_sound() || self.wants_no_clips() || self.is_anybody_gone()
    }

    /// Each once, in the order in which they left; of letters the last.
    fn named(&self, numbers: &BTreeSet<usize>) -> Vec<&Left> {
        let all: Vec<&Left> = self.outside.all().enumerate().filter(|(n, _)| numbers.contains(n)).map(|(_, (left, _))| left).collect();
        let last = all.iter().rposition(|left| matches!(left, Left::Letter(_)));
        let each = all.into_iter().enumerate();
        each.filter(|(n, left)| !matches!(left, Left::Letter(_)) || Some(*n) == last).map(|(_, left)| left).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::event::Event;
    use crate::domain::note::NoteId;
    use crate::domain::outside::CopyKind;
    use crate::domain::outside::Left;
    use crate::domain::outside::SoundCopy;
    use crate::domain::session::Session;
    use crate::domain::session::tests::set_up;
    use crate::domain::stands::Stands;
    use crate::domain::study::checking::CheckKind;
    use crate::domain::time::Position;
    use crate::domain::transcript::handed::Handed;
    use crate::domain::transcript::handed::Step;
    use crate::domain::withheld::What;
    use crate::domain::withheld::Withheld;
    use crate::domain::withheld::WithheldId;
    use crate::domain::withheld::WithheldLifted;

    fn copied(copy: CopyKind, from: u64, to: u64, file: &str) -> Event {
        let [from, to] = [from, to].map(Position::from_secs);
        Event::SoundCopied(SoundCopy { copy, from, to, file: file.into(), on: "2026-11-24".into(), ..SoundCopy::default() })
    }

    fn given(whom: &str) -> Event {
        let (on, share, stands) = ("2026-11-25".to_owned(), None, Stands::Stands);
        Event::TranscriptHanded(Handed { step: Step::Given, whom: whom.into(), on, share, stands })
    }

    fn withheld(id: u32, from: u64, to: u64) -> Withheld {
        Withheld::of(WithheldId(id), What::Stretch(Position::from_secs(from), Position::from_secs(to)), String::new())
    }

    fn named(left: &[&Left]) -> Vec<String> {
        let name = |left: &&Left| match left {
            Left::Letter(version) => format!("letter {version}"),
            Left::Copy(copy) => copy.file.clone(),
            Left::Given(handed) => handed.whom.clone(),
            Left::Nothing => "nothing".into(),
        };
        left.iter().map(name).collect()
    }

    fn session(events: &[Event]) -> Session {
        let mut session = set_up();
        for event in events {
            session.apply(event);
        }
        session
    }

    #[test]
    fn what_was_made_before_and_reaches_there_is_named_and_what_is_made_after_is_not() {
        let letter = |version| Event::LetterWritten {
            version,
            file: String::new(),
            statements: Vec::new(),
            reply_by: String::new(),
            on: String::new(),
            called: CheckKind::Check,
        };
        let mut session = session(&[
            letter(1),
            copied(CopyKind::Clip, 0, 9, "before.wav"),
            copied(CopyKind::Clip, 12, 20, "within.wav"),
            copied(CopyKind::Pack, 0, 60, "for-t1"),
            given("T1"),
            letter(2),
            Event::Withheld(withheld(1, 10, 15)),
        ]);
        let before = ["within.wav", "for-t1", "T1", "letter 2"];
        assert_eq!((named(&session.left_before()), session.stale_letter()), (before.map(str::to_owned).to_vec(), Some(2)));
        // Given later, of what was packed before.
        session.apply(&given("T2"));
        assert!(named(&session.left_before()).contains(&"T2".to_owned()));
        for event in [copied(CopyKind::Pack, 0, 60, "for-t3"), given("T3"), copied(CopyKind::Clip, 9, 16, "after.wav"), letter(3)] {
            session.apply(&event);
        }
        assert_eq!(named(&session.left_before()), ["within.wav", "for-t1", "T1", "letter 2", "T2"]);
        // Something else is withheld: of each it is known what it is in.
        let second = withheld(2, 2, 3);
        session.apply(&Event::Withheld(second.clone()));
        assert_eq!(named(&session.left_before_it(&second)), ["before.wav", "for-t1", "T1", "T2", "for-t3", "T3", "letter 3"]);
        session.apply(&Event::WithheldLifted(WithheldLifted { id: WithheldId(2), ..WithheldLifted::default() }));
        assert_eq!(named(&session.left_before()), ["within.wav", "for-t1", "T1", "letter 2", "T2"]);
        let on = "2026-11-30".to_owned();
        session.apply(&Event::TranscriptHanded(Handed {
            step: Step::DeletedThere,
            whom: String::new(),
            on,
            share: None,
            stands: Stands::Stands,
        }));
        assert_eq!(named(&session.left_before()), ["within.wav", "for-t1", "T1", "letter 2", "T2"], "T3 has deleted theirs");
    }

    #[test]
    fn of_a_note_that_is_not_there_every_copy_may_hold_the_sound() {
        let note = Withheld::of(WithheldId(1), What::Note(NoteId(9)), String::new());
        let session = session(&[copied(CopyKind::Clip, 0, 9, "a.wav"), Event::Withheld(note)]);
        assert_eq!(named(&session.left_before()), ["a.wav"]);
    }
}
