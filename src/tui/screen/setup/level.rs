//! What the level says while the form is open: whether a voice has reached the microphone, and, in an interview by video, whether the voice
//! from the other end has. No level tells whose voice it is; so for the other end it is listened to for some seconds only, from a key on
//! that the interviewer presses when the other speaks and this room is silent. Values only.

use crate::domain::prepared::FarVoice;

/// A voice into a microphone peaks above this, in dBFS; the noise of a room and of a poor converter does not.
const HEARD_DB: f32 = -40.0;

/// A faint voice stands out of its room: so many decibels above the quietest moment heard so far, if that was not silence itself, and above
/// what a converter's noise can do.
const ABOVE_THE_ROOM_DB: f32 = 15.0;
const FAINT_DB: f32 = -60.0;
const SILENCE_DB: f32 = -85.0;

/// In how many turns it must have been so: a plug that clicks is no voice.
const HEARD_TURNS: u32 = 3;

/// What a key itself sounds like is over after this, in milliseconds.
pub(super) const KEY_MS: u64 = 400;

/// How long it is listened to the other end, in milliseconds: a sentence.
const FAR_MS: u64 = 6_000;

/// What was heard so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Level {
    /// In how many turns it was loud enough, and the quietest level that was not silence.
    turns: u32,
    room_db: Option<f32>,
    heard: bool,
    far: Far,
}

/// Where it is with the voice from the other end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Far {
    /// Nobody has tried.
    #[default]
    NotTried,
    /// It is listened to, since then, and so many turns were loud enough.
    Listening {
        /// On the clock that only goes forward.
        since_ms: u64,
        /// Turns.
        turns: u32,
    },
    /// It was tried.
    Tried(FarVoice),
}

impl Level {
    /// The level of a turn.
    pub(super) fn turn(&mut self, level: Option<f32>, now_ms: u64) {
        let is_voice = level.is_some_and(|db| self.is_voice(db));
        self.turns += u32::from(is_voice);
        self.heard = self.heard || self.turns >= HEARD_TURNS;
        if let Far::Listening { since_ms, turns } = &mut self.far {
            let passed = now_ms.saturating_sub(*since_ms);
            *turns += u32::from(is_voice && passed >= KEY_MS);
            if *turns >= HEARD_TURNS {
                self.far = Far::Tried(FarVoice::Heard);
            } else if passed >= FAR_MS {
                self.far = Far::Tried(FarVoice::NotHeard);
            }
        }
    }

    fn is_voice(&mut self, db: f32) -> bool {
        if db <= SILENCE_DB {
            return false;
        }
        let room = self.room_db.map_or(db, |room| room.min(db));
        self.room_db = Some(room);
        db > HEARD_DB || (db > FAINT_DB && db > room + ABOVE_THE_ROOM_DB)
    }

    /// Whether a voice has reached the microphone.
    pub(super) const fn is_heard(&self) -> bool {
        self.heard
    }

    /// From now on it is listened to the other end.
    pub(super) fn listen_far(&mut self, now_ms: u64) {
        self.far = Far::Listening { since_ms: now_ms, turns: 0 };
    }

    /// Where it is with the voice from the other end.
    pub(super) const fn far(&self) -> Far {
        self.far
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was found of the other end when these levels came, a second apart, from the key on.
    fn found(levels: &[f32]) -> Far {
        let mut level = Level::default();
        level.turn(Some(-20.0), 0);
        level.listen_far(0);
        for (n, db) in levels.iter().enumerate() {
            level.turn(Some(*db), n as u64 * 1_000);
        }
        level.far()
    }

    #[test]
    fn the_other_end_is_heard_in_its_own_seconds_and_a_key_is_no_voice() {
        assert_eq!(found(&[-70.0, -20.0, -20.0, -20.0]), Far::Tried(FarVoice::Heard));
        assert_eq!(found(&[-20.0, -20.0, -70.0, -70.0, -20.0, -70.0]), Far::Listening { since_ms: 0, turns: 2 }, "the key does not count");
        assert_eq!(found(&[-70.0; 7]), Far::Tried(FarVoice::NotHeard), "what was heard before was somebody else");
        assert_eq!(found(&[-70.0, -70.0, -70.0, -70.0, -70.0, -70.0, -70.0, -20.0, -20.0, -20.0]), Far::Tried(FarVoice::NotHeard));
    }
}
