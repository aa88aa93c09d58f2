//! What is known of a session's takes: what each was when it was closed, or measured since. What is found of their files later is another
//! matter, and compared in [`crate::domain::recording`].

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::digest::Digest;
use crate::domain::silenced::Silence;
use crate::domain::time::SampleRate;
use crate::domain::timeline::TakeNumber;

/// The takes of a session, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takes(BTreeMap<TakeNumber, TakeFacts>);

/// What is known of a take's file: what it was when it was closed, or measured since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeFacts {
    /// Frames per second.
    pub rate: Option<SampleRate>,
    /// Samples per frame.
    pub channels: Option<u16>,
    /// The SHA-256 of its data.
    pub sha256: Option<Digest>,
    /// Whether it was closed in good order.
    pub closed: bool,
    /// Whether its file may hold more than counts: it was given up, and the next take repeats what is too much.
    pub holds_more: bool,
    /// The day on which it was destroyed on purpose, and why.
    pub destroyed: Option<(String, String)>,
    /// Whether the participant wants it destroyed: then nobody is told to put it back.
    #[serde(default)]
    pub unwanted: bool,
    /// What is being made silent in it: until that is done, either file is the recording.
    #[serde(default)]
    pub silencing: Option<Silence>,
    /// What was made silent in it, in that order.
    #[serde(default)]
    pub silenced: Vec<Silence>,
}

impl TakeFacts {
    /// What its file is, where one is known that it has to be: while something is being made silent in it, two are right.
    pub(crate) fn digest(&self) -> Option<Digest> {
        self.sha256.filter(|_| self.silencing.is_none())
    }

    /// Whether it is right for the file to be longer than the journal's last word on it: one under way, or cut off, has grown since, and one
    /// that was given up holds what was never counted. One of which the digest is known was just that long.
    pub(crate) fn may_hold_more(&self) -> bool {
        self.sha256.is_none() && (self.holds_more || !self.closed)
    }
}

impl Takes {
    /// All of them.
    pub fn all(&self) -> &BTreeMap<TakeNumber, TakeFacts> {
        &self.0
    }

    /// Whether the digest of `take` is known: then it is what it was.
    pub(crate) fn is_known(&self, take: TakeNumber) -> bool {
        self.0.get(&take).is_some_and(|facts| facts.sha256.is_some())
    }

    /// A take begins, after the one before it or right where that ends.
    pub(crate) fn begin(&mut self, take: TakeNumber, rate: SampleRate, channels: u16, follows: Follows) {
        let before = self.0.last_entry().map(|last| last.into_mut());
        // One that goes on from a full one is as that was.
        let like_before = before.as_ref().and_then(|facts| facts.channels);
        if let Some(before) = before.filter(|facts| facts.closed && follows == Follows::AtOnce) {
            // Earlier versions did not say whether it was given up with more in its file than counts.
            before.holds_more = true;
        }
        let channels = if channels == 0 { like_before } else { Some(channels) };
        self.0.insert(take, TakeFacts { rate: Some(rate), channels, ..TakeFacts::default() });
    }

    /// A take was closed. Whoever says what it is and takes no digest of it has found more in its file than counts.
    pub(crate) fn close(&mut self, take: TakeNumber, rate: Option<SampleRate>, channels: Option<u16>, sha256: Option<Digest>) {
        let facts = self.know(take, rate, channels, sha256);
        (facts.closed, facts.holds_more) = (true, rate.is_some() && sha256.is_none());
    }

    /// A take was destroyed.
    pub(crate) fn destroy(&mut self, take: TakeNumber, on: &str, reason: &str, sha256: Option<Digest>) {
        let facts = self.know(take, None, None, sha256);
        (facts.destroyed, facts.silencing) = (Some((on.to_owned(), reason.to_owned())), None);
    }

    /// Something is about to be silence in a take.
    pub(crate) fn begin_silence(&mut self, silence: &Silence) {
        self.0.entry(silence.take).or_default().silencing = Some(silence.clone());
    }

    /// It is, and the take is another from now on.
    pub(crate) fn silence(&mut self, silence: &Silence, digested: Digested) {
        let facts = self.0.entry(silence.take).or_default();
        facts.silencing = None;
        facts.silenced.push(silence.clone());
        if digested == Digested::AllThatCounts {
            facts.sha256 = Some(silence.sha256);
        }
    }

    /// It is not, after all.
    pub(crate) fn give_up_silence(&mut self, take: TakeNumber) {
        self.0.entry(take).or_default().silencing = None;
    }

    /// What is said of a take's file now counts; what is not said stays as it was.
    pub(crate) fn know(
        &mut self,
        take: TakeNumber,
        rate: Option<SampleRate>,
        channels: Option<u16>,
        sha256: Option<Digest>,
    ) -> &mut TakeFacts {
        let facts = self.0.entry(take).or_default();
        (facts.rate, facts.channels, facts.sha256) = (rate.or(facts.rate), channels.or(facts.channels), sha256.or(facts.sha256));
        facts
    }
}

/// Of what a digest is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digested {
    /// Of all the frames that count, and no others.
    AllThatCounts,
    /// Of a file that holds more.
    More,
}

/// How a take follows on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follows {
    /// It begins where that one ends.
    AtOnce,
    /// Something lies between them, or there is none.
    Later,
}
