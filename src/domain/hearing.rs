//! How somebody listens: how fast, how loud, and from where. Values and their steps; what they do to sound is the audio layer's.

use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::time::Position;

/// How fast it plays, in tenths of the speed at which it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed(u8);

impl Speed {
    /// As it was said.
    pub const NORMAL: Self = Self(10);
    /// Half as fast.
    pub const SLOWEST: Self = Self(5);
    /// Three times as fast: nobody follows more.
    pub const FASTEST: Self = Self(30);

    /// So many tenths, held within what there is.
    pub const fn of_tenths(tenths: u8) -> Self {
        match tenths {
            0..5 => Self::SLOWEST,
            5..=30 => Self(tenths),
            _ => Self::FASTEST,
        }
    }

    /// In tenths.
    pub const fn tenths(self) -> u8 {
        self.0
    }

    /// A step faster.
    #[must_use]
    pub const fn faster(self) -> Self {
        Self::of_tenths(self.0 + 1)
    }

    /// A step slower.
    #[must_use]
    pub const fn slower(self) -> Self {
        Self::of_tenths(self.0 - 1)
    }

    /// How much of the recording is heard in `long` of the listener's time; the unit is the caller's.
    pub const fn heard_in(self, long: u64) -> u64 {
        long.saturating_mul(self.0 as u64) / 10
    }

    /// How long it takes to hear `long` of the recording; the unit is the caller's.
    pub const fn lasts(self, long: u64) -> u64 {
        long.saturating_mul(10) / self.0 as u64
    }
}

impl Default for Speed {
    fn default() -> Self {
        Self::NORMAL
    }
}

/// How loud, in percent of what the ear takes for all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volume(u8);

impl Volume {
    /// As loud as the system lets it be.
    pub const FULL: Self = Self(100);
    const STEP: u8 = 10;

    /// So many percent, held within what there is.
    pub const fn of_percent(percent: u8) -> Self {
        if percent > 100 { Self::FULL } else { Self(percent) }
    }

    /// In percent.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// A step louder.
    #[must_use]
    pub fn louder(self) -> Self {
        Self((self.0 + Self::STEP).min(100))
    }

    /// A step softer.
    #[must_use]
    pub const fn softer(self) -> Self {
        Self(self.0.saturating_sub(Self::STEP))
    }

    /// What samples are multiplied by: the cube, as sound servers have it, so that each step is heard as one.
    pub fn factor(self) -> f32 {
        (f32::from(self.0) / 100.0).powi(3)
    }
}

impl Default for Volume {
    fn default() -> Self {
        Self::FULL
    }
}

/// What is added for a quiet room, in decibels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gain(u8);

impl Gain {
    const STEP: u8 = 6;
    const MOST: u8 = 24;

    /// So many decibels, held within what there is, and on a step.
    pub const fn of_decibels(decibels: u8) -> Self {
        if decibels > Self::MOST { Self(Self::MOST) } else { Self(decibels - decibels % Self::STEP) }
    }

    /// In decibels.
    pub const fn decibels(self) -> u8 {
        self.0
    }

    /// A step more, and nothing after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.0 >= Self::MOST { Self(0) } else { Self(self.0 + Self::STEP) }
    }

    /// What samples are multiplied by.
    pub fn factor(self) -> f32 {
        10.0_f32.powf(f32::from(self.0) / 20.0)
    }
}

/// How somebody hears it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hearing {
    /// How fast.
    pub speed: Speed,
    /// How loud.
    pub volume: Volume,
    /// What is added for a quiet room.
    pub gain: Gain,
}

/// How a session was left by whoever listened to it, as far as that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Up to where it was listened to.
    pub at: Option<Position>,
    /// How it was heard.
    pub hearing: Option<Hearing>,
}

/// What the study says of listening back, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListeningSettings {
    /// How far before a note playing starts: people write late.
    pub lead_in: u32,
    /// How far back each pause goes.
    pub step_back: u32,
}

/// How far before a note that lies which it is about, where a study says nothing else: people write late.
pub const LEAD_IN: Duration = Duration::from_secs(LEAD_IN_SECONDS as u64);
const LEAD_IN_SECONDS: u32 = 4;

impl Default for ListeningSettings {
    fn default() -> Self {
        Self { lead_in: LEAD_IN_SECONDS, step_back: 0 }
    }
}

impl ListeningSettings {
    /// How far before a note playing starts, and a clip of it begins.
    pub fn before_a_note(self) -> Duration {
        Duration::from_secs(self.lead_in.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_end_where_there_is_no_more() {
        let mut speed = Speed::NORMAL;
        let up: Vec<u8> = std::iter::repeat_with(|| {
            speed = speed.faster();
            speed.tenths()
        })
        .take(22)
        .collect();
        assert_eq!((up[0], up[19], up[21]), (11, 30, 30));
        assert_eq!(Speed::SLOWEST.slower(), Speed::SLOWEST);
        assert_eq!((Speed::of_tenths(15).heard_in(1_000), Speed::of_tenths(15).lasts(1_500)), (1_500, 1_000));
        assert_eq!((Volume::FULL.louder(), Volume::FULL.softer().percent(), Volume(0).softer()), (Volume::FULL, 90, Volume(0)));
        assert!((Volume::FULL.factor() - 1.0).abs() < f32::EPSILON && Volume(0).factor() == 0.0);
        let steps: Vec<u8> = std::iter::successors(Some(Gain::default()), |gain| Some(gain.next())).take(6).map(Gain::decibels).collect();
        assert_eq!(steps, [0, 6, 12, 18, 24, 0]);
        assert_eq!([0, 7, 99].map(|decibels| Gain::of_decibels(decibels).decibels()), [0, 6, 24]);
        assert_eq!([0, 70, 200].map(|percent| Volume::of_percent(percent).percent()), [0, 70, 100]);
        assert!((Gain(6).factor() - 1.995).abs() < 0.001 && (Gain(0).factor() - 1.0).abs() < f32::EPSILON);
    }
}
