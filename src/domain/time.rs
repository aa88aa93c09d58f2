//! Time and length, as types.
//!
//! Three clocks meet in an interview and none may be mistaken for another: the recording's own ([`Frames`] of one take at a
//! [`SampleRate`]), the session's ([`Position`], which excludes pauses), and the room's ([`Stamp`]). This module holds the only
//! conversions between them. It reads no clock: time arrives from outside, inside messages.

use std::fmt;
use std::num::NonZeroU32;
use std::ops::Add;
use std::ops::AddAssign;
use std::ops::Sub;
use std::time::Duration;

use jiff::civil::Date;
use serde::Deserialize;
use serde::Serialize;

use crate::words::message::Value;
use crate::words::say;

/// A moment on the session's own timeline, in milliseconds since its start, pauses excluded.
///
/// Milliseconds are fine enough (a stamp is trusted to some tens of them) and fit a `u64` for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Position(u64);

impl Position {
    /// The start of the session.
    pub const START: Self = Self(0);

    /// The position that lies `ms` milliseconds after the start.
    pub const fn from_millis(ms: u64) -> Self {
        Self(ms)
    }

    /// The position that lies `secs` seconds after the start.
    pub const fn from_secs(secs: u64) -> Self {
        Self(secs * 1000)
    }

    /// Milliseconds since the start.
    pub const fn millis(self) -> u64 {
        self.0
    }

    /// Whole seconds since the start.
    pub const fn secs(self) -> u64 {
        self.0 / 1000
    }

    /// Earlier by `by`, never before the start.
    #[must_use]
    pub fn back(self, by: Duration) -> Self {
        Self(self.0.saturating_sub(millis_of(by)))
    }

    /// Later by `by`.
    #[must_use]
    pub fn forward(self, by: Duration) -> Self {
        Self(self.0.saturating_add(millis_of(by)))
    }

    /// How long after `earlier` this is; nothing if it is not after it.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

/// `m:ss` below an hour, `h:mm:ss` from there on: the way people say it.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&clock(self.secs()))
    }
}

/// The day that `text` is, written `yyyy-mm-dd` and in no other way; nothing if it is none.
pub(crate) fn day(text: &str) -> Option<Date> {
    text.parse().ok().filter(|day: &Date| day.to_string() == text)
}

/// `seconds` as `m:ss`, or `h:mm:ss` from an hour on.
pub fn clock(seconds: u64) -> String {
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// `seconds` as `h:mm:ss`, also below an hour.
pub fn whole_clock(seconds: u64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A length as one says it: `43 min 12 s`, and below a minute `12.3 s`.
pub(crate) fn length_words(length: Duration) -> String {
    let secs = length.as_secs();
    if secs >= 60 {
        say!("length-minutes", minutes = secs / 60, seconds = secs % 60)
    } else {
        say!("length-seconds", seconds = Value::Decimal(length.as_secs_f64(), 1))
    }
}

/// A length that was lost, as one says it: to a tenth of a second, and never as none.
pub(crate) fn lost_words(d: Duration) -> String {
    if d < Duration::from_millis(50) {
        say!("length-less-than", seconds = Value::Decimal(0.1, 1))
    } else {
        say!("length-seconds", seconds = Value::Decimal(d.as_secs_f64(), 1))
    }
}

/// Whole milliseconds in `d`, capped at `u64::MAX`.
pub(crate) fn millis_of(d: Duration) -> u64 {
    u64::try_from(d.as_millis()).unwrap_or(u64::MAX)
}

/// The day `days` after `day`; the last of the calendar where that has no such day.
pub(crate) fn days_after(day: Date, days: i64) -> Date {
    day.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default())
}

/// The day `days` after `day`, `yyyy-mm-dd`, if that is one.
pub(crate) fn day_after(day: &str, days: i64) -> Option<String> {
    Some(days_after(day.parse().ok()?, days).to_string())
}

/// How many days lie between two, `yyyy-mm-dd`; below zero where the second is earlier.
pub(crate) fn days_between(from: &str, to: &str) -> Option<i64> {
    let [from, to]: [Option<Date>; 2] = [from, to].map(|day| day.parse().ok());
    from?.until(to?).ok().map(|span| i64::from(span.get_days()))
}

/// The number of the weekday of `day`, `yyyy-mm-dd`, Monday being 1; none of what is no day.
pub(crate) fn weekday(day: &str) -> Option<usize> {
    let day: Date = day.parse().ok()?;
    usize::try_from(day.weekday().to_monday_one_offset()).ok()
}

/// A number of sample frames (one sample per channel) in one take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Frames(pub u64);

impl Frames {
    /// How long this many frames last at `rate`, to the nanosecond below.
    pub fn duration(self, rate: SampleRate) -> Duration {
        let nanos = u128::from(self.0) * 1_000_000_000 / u128::from(rate.hertz());
        Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
    }

    /// How many whole frames `d` holds at `rate`.
    pub(crate) fn in_duration(d: Duration, rate: SampleRate) -> Self {
        let frames = d.as_nanos() * u128::from(rate.hertz()) / 1_000_000_000;
        Self(u64::try_from(frames).unwrap_or(u64::MAX))
    }
}

impl Add for Frames {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Frames {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Frames {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// Sample frames per second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SampleRate(NonZeroU32);

impl SampleRate {
    /// 48 kHz: what sound servers run at, so nothing is resampled on the way in.
    pub const STUDIO: Self = Self(NonZeroU32::new(48_000).unwrap());

    /// `hertz` frames per second; nothing for 0.
    pub fn new(hertz: u32) -> Option<Self> {
        NonZeroU32::new(hertz).map(Self)
    }

    /// Frames per second.
    pub const fn hertz(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for SampleRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hz = self.hertz();
        if hz.is_multiple_of(1000) { write!(f, "{} kHz", hz / 1000) } else { write!(f, "{:.1} kHz", f64::from(hz) / 1000.0) }
    }
}

/// A moment in the room: UTC milliseconds since 1970, and how far the local clock stood from UTC then.
///
/// Order and distance never come from here (clocks are set back, zones change); the journal's numbers and [`Position`] say those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub utc_ms: i64,
    /// Local time minus UTC, in minutes.
    pub zone_min: i16,
}

impl Stamp {
    /// A stamp from UTC milliseconds and the zone's distance in minutes.
    pub const fn new(utc_ms: i64, zone_min: i16) -> Self {
        Self { utc_ms, zone_min }
    }

    /// The local calendar date as `yyyy-mm-dd`.
    pub fn date(self) -> String {
        self.local("%Y-%m-%d")
    }

    /// The local time of day as `hh:mm`.
    pub(crate) fn time_of_day(self) -> String {
        self.local("%H:%M")
    }

    /// So many milliseconds later, on the same clock.
    #[must_use]
    pub(crate) const fn later(self, ms: i64) -> Self {
        Self { utc_ms: self.utc_ms.saturating_add(ms), ..self }
    }

    /// As one says it at `now`: with the day of the week where it is less than six days away, else with its date.
    pub(crate) fn near(self, now: Self) -> String {
        const SIX_DAYS_MS: u64 = 6 * 24 * 3_600_000;
        let (date, time) = (self.date(), self.time_of_day());
        if self.utc_ms.abs_diff(now.utc_ms) < SIX_DAYS_MS {
            // A number, as the message has it: what is text is no number to it.
            let day: usize = self.local("%u").parse().unwrap_or(7);
            say!("time-weekday", day = day, time = time)
        } else {
            say!("time-date", date = date, time = time)
        }
    }

    /// Local date, time and the zone's distance, as RFC 3339 writes them.
    pub(crate) fn rfc3339(self) -> String {
        self.local("%Y-%m-%dT%H:%M:%S%.3f%:z")
    }

    /// The stamp that [`Stamp::rfc3339`] wrote.
    pub(crate) fn from_rfc3339(text: &str) -> Option<Self> {
        if let Some(stamp) = Self::as_written(text) {
            return Some(stamp);
        }
        let offset = text.strip_suffix('Z').map(|utc| format!("{utc}+00:00"));
        let text = offset.as_deref().unwrap_or(text);
        let parsed = jiff::fmt::strtime::parse("%Y-%m-%dT%H:%M:%S%.f%:z", text).ok()?;
        let zone_min = i16::try_from(parsed.offset()?.seconds() / 60).ok()?;
        Some(Self { utc_ms: parsed.to_timestamp().ok()?.as_millisecond(), zone_min })
    }

    /// From the one form in which it is written here, to the millisecond and with the zone in hours and minutes: read without a pattern,
    /// because a journal holds ten thousand.
    pub(crate) fn as_written(text: &str) -> Option<Self> {
        let text: &[u8; 29] = text.as_bytes().try_into().ok()?;
        let two = |at: usize| {
            let digit = |at: usize| text[at].is_ascii_digit().then(|| i16::from(text[at] - b'0'));
            Some(digit(at)? * 10 + digit(at + 1)?)
        };
        let signs = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.'), (26, b':')];
        let (zone, sign) = (two(24)? * 60 + two(27)?, text[23]);
        if signs.iter().any(|(at, sign)| text[*at] != *sign) || !matches!(sign, b'+' | b'-') || two(24)? > 23 || two(27)? > 59 {
            return None;
        }
        // Three digits of the millisecond: the last of them stands before the sign.
        let milli = two(20)? * 10 + two(21)? % 10;
        let small = |value: i16| i8::try_from(value).ok();
        let (month, day, hour) = (small(two(5)?)?, small(two(8)?)?, small(two(11)?)?);
        let (minute, second) = (small(two(14)?)?, small(two(17)?)?);
        let at =
            jiff::civil::DateTime::new(two(0)? * 100 + two(2)?, month, day, hour, minute, second, i32::from(milli) * 1_000_000).ok()?;
        let zone_min = if sign == b'-' { -zone } else { zone };
        let offset = jiff::tz::Offset::from_seconds(i32::from(zone_min) * 60).ok()?;
        Some(Self { utc_ms: offset.to_timestamp(at).ok()?.as_millisecond(), zone_min })
    }

    /// The local date and time in `pattern` (strftime); a moment outside the calendar reads as its number.
    fn local(self, pattern: &str) -> String {
        let zone = jiff::tz::Offset::from_seconds(i32::from(self.zone_min) * 60);
        match (jiff::Timestamp::from_millisecond(self.utc_ms), zone) {
            (Ok(at), Ok(zone)) => at.to_zoned(zone.to_time_zone()).strftime(pattern).to_string(),
            _ => self.utc_ms.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_read_as_people_say_them() {
        assert_eq!(Position::from_secs(83).to_string(), "1:23");
        assert_eq!(Position::from_secs(3_723).to_string(), "1:02:03");
        assert_eq!(format!("{:>7}", Position::from_secs(5)), "   0:05");
        assert_eq!([200, 59_900, 2_592_000].map(|ms| length_words(Duration::from_millis(ms))), ["0.2 s", "59.9 s", "43 min 12 s"]);
    }

    #[test]
    fn the_day_of_the_week_is_said_of_each() {
        use crate::words::Words;
        use crate::words::speaking;
        // 1 January 2024 was a Monday.
        let monday = Stamp::from_rfc3339("2024-01-01T10:00:00.000+01:00").unwrap();
        let days = || (0..7).map(|day| monday.later(day * 24 * 3_600_000)).map(|at| at.near(at)).collect::<Vec<_>>();
        let of = |names: [&str; 7]| names.map(|name| format!("{name} 10:00")).to_vec();
        assert_eq!(days(), of(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]));
        assert_eq!(speaking(Words::dutch(), days), of(["ma", "di", "wo", "do", "vr", "za", "zo"]));
    }

    #[test]
    fn a_stamp_reads_the_same_with_a_pattern_and_without() {
        let slowly = |text: &str| {
            let parsed = jiff::fmt::strtime::parse("%Y-%m-%dT%H:%M:%S%.f%:z", text).ok()?;
            let zone_min = i16::try_from(parsed.offset()?.seconds() / 60).ok()?;
            Some(Stamp { utc_ms: parsed.to_timestamp().ok()?.as_millisecond(), zone_min })
        };
        for (ms, zone) in [(1_795_390_200_123, -150), (0, 0), (1_709_164_799_999, 60), (-86_400_001, 765), (253_370_764_800_000, -720)] {
            let written = Stamp::new(ms, zone).rfc3339();
            assert_eq!(
                (Stamp::as_written(&written), slowly(&written)),
                (Some(Stamp::new(ms, zone)), Some(Stamp::new(ms, zone))),
                "{written}"
            );
            for at in 0..written.len() {
                for sign in ["", "0", "5", "9", "-", "+", ":", "T", "Z", " ", "x"] {
                    let other = format!("{}{sign}{}", &written[..at], &written[at + 1..]);
                    assert!(Stamp::as_written(&other).is_none_or(|stamp| slowly(&other) == Some(stamp)), "{other}");
                }
            }
        }
    }

    #[test]
    fn frames_and_durations_agree() {
        let rate = SampleRate::STUDIO;
        for ms in [0_u64, 1, 20, 999, 7_200_000] {
            let d = Duration::from_millis(ms);
            assert_eq!(Frames::in_duration(d, rate).duration(rate), d);
        }
        let cd = SampleRate::new(44_100).unwrap();
        assert_eq!(Frames(44_100 * 3600).duration(cd), Duration::from_secs(3600));
    }

    #[test]
    fn days_are_counted_over_months_and_years_and_what_is_no_day_is_none() {
        assert_eq!(day_after("2026-12-25", 14).as_deref(), Some("2027-01-08"));
        assert_eq!((day_after("9999-12-31", 1).as_deref(), day_after("soon", 1)), (Some("9999-12-31"), None));
        assert_eq!((days_between("2024-02-20", "2024-03-05"), days_between("2024-03-05", "2024-02-20")), (Some(14), Some(-14)));
        assert_eq!(days_between("2024-02-20", "2024-02-30"), None);
        assert_eq!((weekday("2024-01-01"), weekday("2024-01-07"), weekday("?")), (Some(1), Some(7), None));
    }

    #[test]
    fn dates_follow_the_local_clock() {
        assert_eq!(Stamp::new(0, 0).date(), "1970-01-01");
        // 2026-11-22T23:30Z is already the 23rd one hour east of Greenwich.
        let late = 1_795_390_200_000;
        assert_eq!(Stamp::new(late, 0).date(), "2026-11-22");
        assert_eq!((Stamp::new(late, 60).date(), Stamp::new(late, 60).time_of_day()), ("2026-11-23".into(), "00:30".into()));
        assert_eq!(Stamp::new(late, 60).rfc3339(), "2026-11-23T00:30:00.000+01:00");
        assert_eq!(Stamp::from_rfc3339("2026-11-23T00:30:00.000+01:00"), Some(Stamp::new(late, 60)));
        assert_eq!(Stamp::new(i64::MAX, 0).date(), i64::MAX.to_string());
    }
}
