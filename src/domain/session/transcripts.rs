//! The transcripts of a session, and which of their passages may be shown.
//!
//! A passage that overlaps a withheld stretch is out whole, and so is one beside a note that is withheld: the words of the note were said in
//! it. Off the record nothing was recorded, so a transcript of the recording has nothing of it. In a group a passage goes with whoever said
//! it; and while anybody takes no part any more, so does every passage of which it is not known who speaks, because it may be theirs.

use std::collections::BTreeSet;

use crate::domain::consent::Person;
use crate::domain::consent::Wish;
use crate::domain::event::Event;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::transcript::Passage;
use crate::domain::transcript::PassagePlace;
use crate::domain::transcript::Sound;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Transcript;
use crate::domain::transcript::Transcripts;
use crate::domain::transcript::Trust;

impl Session {
    /// What its journal knows of transcripts.
    pub fn transcripts(&self) -> &Transcripts {
        &self.transcripts
    }

    /// Lets `event` have happened, if it is about a transcript.
    pub(super) fn hear_of_transcripts(&mut self, event: &Event) {
        match event {
            Event::TranscriptImported(imported) => self.transcripts.import(imported),
            Event::SpeakersNamed(named) => self.transcripts.name(named),
            Event::PassageHeard(heard) => self.transcripts.hear(heard),
            Event::TranscriptHanded(handed) => {
                self.transcripts.hand(handed);
                self.outside.hand(handed);
            }
            _ => {}
        }
    }

    /// The stretches of sound that are given to nobody, as they lie: what is withheld, and what a note that is withheld by its number is about.
    pub fn unshared(&self) -> Vec<(Position, Position)> {
        let mut all: Vec<(Position, Position)> = self.withholding.stretches().iter().copied().chain(self.sound_by_number()).collect();
        all.sort_unstable();
        all.into_iter().fold(Vec::new(), |mut merged: Vec<(Position, Position)>, (from, to)| {
            match merged.last_mut() {
                Some((_, end)) if *end >= from => *end = (*end).max(to),
                _ => merged.push((from, to)),
            }
            merged
        })
    }

    /// Whether they want all of it destroyed.
    pub(super) fn is_all_withheld(&self) -> bool {
        self.wants(Wish::DestroyAll)
    }

    /// Whether somebody at the table takes no part any more: their voice is in the sound.
    pub fn has_lost_a_voice(&self) -> bool {
        self.table.is_some() && self.consents.people().iter().any(|person| self.is_withdrawn(person) && self.sat.contains(person))
    }

    /// The passages of `transcripts` that count and may be shown, in the order of the timeline: position, speaker, words.
    pub fn passages<'t>(&'t self, transcripts: &'t [Transcript]) -> impl Iterator<Item = Spoken<'t>> {
        self.places_of_passages(transcripts).into_iter().filter_map(|place| self.passage(transcripts, place))
    }

    /// The passage of `transcripts` in this place.
    pub(crate) fn passage<'t>(&'t self, transcripts: &'t [Transcript], place: PassagePlace) -> Option<Spoken<'t>> {
        let PassagePlace { nth, number, trust, .. } = place;
        let transcript = transcripts.get(nth)?;
        let passage = transcript.passages.get(number.checked_sub(1)? as usize)?;
        let Passage { from, to, words, .. } = passage;
        let speaker = self.speaker_of(transcript, passage);
        Some(Spoken { transcript: transcript.id, number, from: *from, to: *to, speaker, words, trust })
    }

    /// The same as places among `transcripts`: what is drawn often is found once, until something happens.
    pub(crate) fn places_of_passages(&self, transcripts: &[Transcript]) -> Vec<PassagePlace> {
        let (unshared, is_out) = (self.unshared(), self.is_all_withheld() || !self.is_understood());
        let gone: BTreeSet<Person> = self.consents.people().into_iter().filter(|person| self.is_withdrawn(person)).collect();
        let mut found: Vec<PassagePlace> = Vec::new();
        for (nth, transcript) in transcripts.iter().enumerate().filter(|_| !is_out) {
            for (number, passage) in (1_u32..).zip(&transcript.passages) {
                let speaker = self.speaker_of(transcript, passage);
                let is_theirs = !gone.is_empty() && self.may_be_of(speaker, &gone);
                if self.transcripts.counts(transcript.id, passage.from) && !is_theirs && !overlaps(&unshared, passage) {
                    let trust = match (passage.sound, self.transcripts.is_heard(transcript.id, number)) {
                        (Sound::Speech, _) => Trust::Sounds,
                        (Sound::NoSpeech, false) => Trust::Suspect,
                        (Sound::NoSpeech, true) => Trust::Heard,
                    };
                    found.push(PassagePlace { from: passage.from, transcript: transcript.id, number, nth, trust });
                }
            }
        }
        found.sort_unstable_by_key(|place| (place.from, place.transcript, place.number));
        found
    }

    /// Who speaks in a passage: by the code they have since, or as the file calls them.
    pub fn speaker_of<'t>(&'t self, transcript: &'t Transcript, passage: &'t Passage) -> &'t str {
        let named = transcript.number_of(&passage.speaker).and_then(|number| self.transcripts.speaker(transcript.id, number));
        named.unwrap_or(&passage.speaker)
    }

    /// The seat of a speaker in a group: by its number, or by the code of whoever sits there.
    pub fn seat_of_speaker(&self, speaker: &str) -> Option<Seat> {
        let table = self.table.as_ref()?;
        let number = speaker.trim_start_matches(['S', 's']).parse().ok().map(Seat);
        let by_code = table.seats.iter().find(|one| one.person.0.eq_ignore_ascii_case(speaker)).map(|one| one.seat);
        by_code.or(number.filter(|seat| table.person(*seat).is_some()))
    }

    /// Whether a speaker is one of those who ask, by their code: their words are never what a participant said.
    pub fn is_interviewer(&self, speaker: &str) -> bool {
        let table = self.table.iter().flat_map(|table| std::iter::once(&table.moderator).chain(&table.observers));
        let mut ours = [&self.opened.leads, &self.opened.types].into_iter().chain(table);
        ours.any(|code| !code.is_empty() && code.eq_ignore_ascii_case(speaker))
    }

    /// Whether what `speaker` says may be the words of one who is `gone`. Of an interviewer it is known that it is not, and of somebody at the
    /// table who they are.
    fn may_be_of(&self, speaker: &str, gone: &BTreeSet<Person>) -> bool {
        if self.table.is_none() {
            return true;
        }
        if self.is_interviewer(speaker) {
            return false;
        }
        // By the code, because people change places.
        self.sat.iter().find(|person| person.0.eq_ignore_ascii_case(speaker)).is_none_or(|person| gone.contains(person))
    }
}

/// Whether a passage lies in one of the stretches, also with its edge. They lie one after the other, and none within another.
fn overlaps(stretches: &[(Position, Position)], passage: &Passage) -> bool {
    let (from, to) = (passage.from, passage.to.max(passage.from));
    let next = stretches.partition_point(|(_, ends)| *ends < from);
    stretches.get(next).is_some_and(|(begins, _)| to >= *begins)
}
