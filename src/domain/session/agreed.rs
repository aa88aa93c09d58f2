//! What was agreed with the participant, what follows from it for the session, and what it allows.

use crate::domain::audio_end::AudioEnd;
use crate::domain::consent::Agreement;
use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::ConsentChange;
use crate::domain::consent::Consents;
use crate::domain::consent::Person;
use crate::domain::consent::Wish;
use crate::domain::consent::Withdrawal;
use crate::domain::destruction::Material;
use crate::domain::guide::Covers;
use crate::domain::guide::Id;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Choice;
use crate::domain::standing::Phase;
use crate::domain::withheld::Extent;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldLifted;
use crate::domain::withheld::Withholding;

impl Session {
    /// The answers to the consent items.
    pub fn consents(&self) -> &Consents {
        &self.consents
    }

    /// Where the consent to what `covers` says stands.
    pub(crate) fn consent_to(&self, covers: Covers) -> Agreement {
        self.consents.about(&self.guide, covers)
    }

    /// Whether the participant said no to being recorded or to taking part, then or since.
    pub(super) fn is_recording_refused(&self) -> bool {
        [Covers::Recording, Covers::TakingPart].into_iter().any(|covers| self.consent_to(covers) == Agreement::Refused)
    }

    /// Whether the participant agreed to take part and to be recorded. Absence is a no: also where the guide, an old one, does not ask.
    pub fn may_record(&self) -> bool {
        [Covers::TakingPart, Covers::Recording].into_iter().all(|covers| self.consent_to(covers) == Agreement::Given)
    }

    /// Whether the participant's own words may stand in their letter. That is asked by itself or, where it is not, goes with quotes in
    /// reports.
    pub(crate) fn may_quote(&self) -> bool {
        match self.consent_to(Covers::OwnWords) {
            Agreement::Given => true,
            Agreement::Refused | Agreement::Open => false,
            Agreement::NotAsked => {
                matches!(self.consent_to(Covers::Quotes), Agreement::Given | Agreement::NotAsked) && !self.wants(Wish::NoQuotes)
            }
        }
    }

    /// What a participant wished who took consent back, and what has not been done yet.
    pub fn open_wish(&self) -> Option<Wish> {
        let done = self.takes.all().values().all(|facts| facts.destroyed.is_some());
        match (self.wants(Wish::DestroyAll), self.wants(Wish::Destroy)) {
            // Notes and letters are there whatever became of the sound: it is done when the session is gone.
            (true, _) => Some(Wish::DestroyAll).filter(|_| !self.is_gone(Material::All)),
            (false, true) if !done || self.destructions().under_way().is_some() => Some(Wish::Destroy),
            (false, _) => None,
        }
    }

    /// Whether they take no part any more, or want to be asked nothing more: nobody suggests them for another interview.
    pub fn asks_no_more(&self) -> bool {
        // What stands on the form of a planned interview is no word of theirs yet; what they took back is.
        let takes_no_part = self.wants(Wish::Keep) || self.wants(Wish::DestroyAll);
        self.wants(Wish::NoContact)
            || takes_no_part
            || self.phase != Phase::Draft && self.consent_to(Covers::TakingPart) == Agreement::Refused
    }

    /// Whether they want this who took consent back, and have not changed their mind since. What one of a group wants for what is theirs is
    /// nothing that is done to the whole: of what was recorded of everybody it cannot be taken out.
    pub fn wants(&self, wish: Wish) -> bool {
        self.consents.standing().iter().any(|taken| taken.wish == wish && taken.person.is_none())
    }

    /// Whether this one of a group wants it of what is theirs; where no person is named, as [`Self::wants`].
    pub fn wants_of(&self, person: Option<&Person>, wish: Wish) -> bool {
        self.consents.standing().iter().any(|taken| taken.wish == wish && taken.person.as_ref() == person)
    }

    /// What this one wanted who takes no part any more (of a group, by name; also where all of a group stopped together): the furthest of
    /// what they asked for. Nothing where they do take part.
    pub fn stopped(&self, person: Option<&Person>) -> Option<Wish> {
        let is_theirs = |taken: &&Withdrawal| taken.person.is_none() || taken.person.as_ref() == person;
        let asked: Vec<Wish> = self.consents.standing().iter().filter(is_theirs).map(|taken| taken.wish).collect();
        let furthest = [Wish::DestroyAll, Wish::Destroy, Wish::Keep].into_iter().find(|wish| asked.contains(wish));
        // What stands on the form of a planned interview is no word of theirs yet.
        let has_said_no = || match person {
            Some(person) => self.is_withdrawn(person),
            None => self.consent_to(Covers::TakingPart) == Agreement::Refused,
        };
        furthest.or_else(|| (self.phase != Phase::Draft && has_said_no()).then_some(Wish::Keep))
    }

    /// The day on which the participant, or all of a group, said that they take no part any more, where that stands.
    pub fn stopped_on(&self) -> Option<String> {
        let ended = self.consents.standing().iter().find(|taken| taken.person.is_none() && taken.wish.ends_it())?;
        Some(if ended.said.on.is_empty() { self.held_on().date() } else { ended.said.on.clone() })
    }

    /// What they do not want to be used.
    pub fn withholding(&self) -> &Withholding {
        &self.withholding
    }

    /// They do not want this to be used. What it is that nobody here can read may be anything: then nothing leaves the session.
    pub(super) fn withhold(&mut self, withheld: &Withheld) {
        if withheld.what.is_none() {
            self.unheeded += 1;
        }
        // They say so of what was said until then: that much time has passed, whatever a crash keeps of the clock.
        if let Some(What::Stretch(_, to)) = withheld.what
            && self.phase == Phase::Recording
        {
            self.timeline.end_unrecorded(to);
        }
        self.withholding.add(withheld.clone(), self.outside.by_now(), self.next_note());
    }

    /// They do not mind any more. Where it is not known what that is about, nothing leaves the session.
    pub(super) fn lift(&mut self, lifted: &WithheldLifted) {
        self.unheeded += usize::from(!self.withholding.lift(lifted.clone()));
    }

    /// Marks what is not to be used: of who wants all of it destroyed, all.
    pub(super) fn mark_withheld(&mut self) {
        let extent = if self.wants(Wish::DestroyAll) {
            Extent::All
        } else if self.is_anybody_gone() {
            Extent::Voices
        } else {
            Extent::Some
        };
        if self.withholding.extends_to(extent) {
            self.withholding.mark(self.notes.values_mut());
            self.mark_joined();
            self.coverage.withhold(|at| self.withholding.covers(at));
        }
    }

    /// Whether an unfinished note may be shown: it was not begun within what is withheld, and is no words of whoever takes no part any more.
    pub fn may_show(&self, draft: &Draft) -> bool {
        let within = self.withholding.covers_hand(draft.stamp);
        let of_gone = draft.revises.and_then(|id| self.note(id)).is_some_and(Note::is_gone);
        !within && !of_gone && !self.takes_no_part(&self.heard_in(&draft.text).0)
    }

    /// Says that so many events of its journal say what a participant no longer wants, in words that only a newer hearback knows.
    pub fn passes_over(&mut self, binding: usize) {
        self.unheeded += binding;
    }

    /// Whether all that participants no longer want is known here. Where it is not, nothing may leave the session.
    pub fn is_understood(&self) -> bool {
        self.unheeded == 0
    }

    /// Before the interview the form's last word counts; after that, a yes does not lift a no.
    pub(super) fn answered(&mut self, consent: &Consent) {
        match self.phase {
            Phase::Draft => self.consents.sign(consent.clone()),
            _ => self.consents.hear(consent.clone()),
        }
        self.heed(&consent.item, consent.answer);
    }

    /// Consent was taken back.
    pub(super) fn withdrawn(&mut self, withdrawal: &Withdrawal) {
        self.consents.withdraw(withdrawal.clone());
        if withdrawal.person.is_some() || withdrawal.wish == Wish::DestroyAll {
            self.withholding.outdates(self.outside.by_now());
        }
        if withdrawal.wish.is_called(&withdrawal.item) { self.heed_people() } else { self.heed(&withdrawal.item, Answer::Refused) }
    }

    /// Consent is another than it was.
    pub(super) fn changed(&mut self, change: &ConsentChange) {
        self.consents.change(change.clone());
        if change.person.is_some() && change.answer == Answer::Refused {
            self.withholding.outdates(self.outside.by_now());
        }
        self.heed(&change.item, change.answer);
    }

    /// What was answered has its consequence. A no to something that the guide does not ask is not understood, and so nothing may leave.
    pub(super) fn heed(&mut self, item: &Id, answer: Answer) {
        if answer == Answer::Refused && !self.guide.consent.iter().any(|asked| asked.id == *item) {
            self.unheeded += 1;
        }
        self.heed_people();
    }

    /// What follows from what each person has said by now.
    fn heed_people(&mut self) {
        self.heed_seats();
        self.heed_withdrawal();
    }

    /// Whoever takes back the consent to record, or to take part, in the middle of an interview is not recorded from there on.
    pub(super) fn heed_withdrawal(&mut self) {
        let under_way = matches!(self.phase, Phase::Recording | Phase::OffRecord | Phase::Interrupted);
        if under_way && !matches!(self.audio, Audio::NotesOnly(_)) && self.is_recording_refused() {
            self.timeline.begin_unrecorded(self.timeline.end(), AudioEnd::Withdrawn);
            self.audio = Audio::NotesOnly(Choice::Withdrawn);
        }
    }
}
