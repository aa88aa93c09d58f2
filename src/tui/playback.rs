//! Where playing is, or would begin: one value, whichever screen plays; and how it is heard, in words.

use crate::domain::hearing::Gain;
use crate::domain::hearing::Hearing;
use crate::domain::hearing::Volume;
use crate::domain::time::Position;
use crate::words::say;

/// Playing, or not, and from where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Playback {
    /// Where playing was begun last, or would begin.
    at: Position,
    state: State,
    /// Where it goes round, if it does.
    around: Option<(Position, Position)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Paused,
    Playing,
    /// It would play if there were a loudspeaker.
    Waiting,
}

impl Playback {
    /// Nothing plays; it would begin at `at`.
    pub(crate) const fn paused(at: Position) -> Self {
        Self { at, state: State::Paused, around: None }
    }

    /// The same, and it plays from `at`.
    pub(crate) const fn plays(self, at: Position) -> Self {
        Self { at, state: State::Playing, ..self }
    }

    /// The same, and nothing plays any more; it would go on at `at`.
    pub(crate) const fn stops(self, at: Position) -> Self {
        Self { at, state: State::Paused, ..self }
    }

    /// The same, and it waits at `at` for a loudspeaker.
    pub(crate) const fn stands_still(self, at: Position) -> Self {
        Self { at, state: State::Waiting, ..self }
    }

    /// The same, from `at`.
    pub(crate) const fn moved(self, at: Position) -> Self {
        Self { at, ..self }
    }

    /// The same, going round there.
    pub(crate) const fn goes_round(self, around: Option<(Position, Position)>) -> Self {
        Self { around, ..self }
    }

    /// Whether something plays, or would if there were a loudspeaker.
    pub fn is_playing(self) -> bool {
        self.state != State::Paused
    }

    /// Whether it waits for a loudspeaker.
    pub fn waits(self) -> bool {
        self.state == State::Waiting
    }

    /// Where it goes round, if it does.
    pub fn around(self) -> Option<(Position, Position)> {
        self.around
    }

    /// Where it is according to what the player said last, or where playing would begin.
    pub(crate) fn head(self, said: Option<Position>) -> Position {
        said.filter(|_| self.state == State::Playing).unwrap_or(self.at)
    }

    /// How it is heard, in a few words: always how fast, and of the rest what is not as usual. `1.5×  60 %  +12 dB  loop 0:39-0:48`
    pub(crate) fn words(self, hearing: Hearing) -> String {
        let Hearing { speed, volume, gain } = hearing;
        let tenths = u32::from(speed.tenths());
        let mut words = vec![say!("speed", whole = tenths / 10, tenth = tenths % 10)];
        words.extend((volume != Volume::FULL).then(|| say!("volume", percent = u32::from(volume.percent()))));
        words.extend((gain != Gain::default()).then(|| say!("gain", decibels = u32::from(gain.decibels()))));
        words.extend(self.around.map(|(from, to)| say!("goes-round", from = from.to_string(), to = to.to_string())));
        words.join("  ")
    }
}
