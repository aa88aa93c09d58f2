//! When somebody coded something, as programs write it: `xsd:dateTime`, with fractions of a second or without, with a zone or without.

use jiff::civil::DateTime;

use crate::domain::time::Stamp;

/// Before this year nobody coded anything on a computer: programs write such a date where they have none.
const FIRST_YEAR: i16 = 1970;

/// The moment that `text` is. One without a zone is what the clock on the wall of this machine showed that day, which `local` knows.
pub fn read(text: &str, local: &dyn Fn(DateTime) -> Stamp) -> Option<Stamp> {
    let text = text.trim();
    let (civil, zone) = match text.strip_suffix(['Z', 'z']) {
        Some(civil) => (civil, Some(0)),
        // The sign of a zone stands behind the time; a hyphen before that parts the day.
        None => match text.rfind(['+', '-']).filter(|at| *at > 10) {
            Some(at) => (text.get(..at)?, Some(minutes(text.get(at..)?)?)),
            None => (text, None),
        },
    };
    let civil: DateTime = civil.trim_end().replacen(' ', "T", 1).parse().ok()?;
    if !civil_text_is_whole(text) || civil.year() < FIRST_YEAR {
        return None;
    }
    let Some(zone_min) = zone else { return Some(local(civil)) };
    let offset = jiff::tz::Offset::from_seconds(i32::from(zone_min) * 60).ok()?;
    Some(Stamp::new(offset.to_timestamp(civil).ok()?.as_millisecond(), zone_min))
}

/// Whether it has a day and a time: what is written by the day alone says nothing of the order within it.
fn civil_text_is_whole(text: &str) -> bool {
    matches!(text.as_bytes().get(10), Some(b'T' | b't' | b' '))
}

/// `+hh:mm` or `-hhmm` in minutes.
fn minutes(zone: &str) -> Option<i16> {
    let digits: String = zone.get(1..)?.chars().filter(|c| *c != ':').collect();
    let number: i16 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    let minutes = number / 100 * 60 + number % 100;
    (minutes <= 14 * 60 && number % 100 < 60).then_some(if zone.starts_with('-') { -minutes } else { minutes })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wall that is an hour east of Greenwich.
    fn east(wall: DateTime) -> Stamp {
        Stamp::new(jiff::tz::Offset::from_seconds(3600).unwrap().to_timestamp(wall).unwrap().as_millisecond(), 60)
    }

    #[test]
    fn each_way_to_write_a_moment_is_read() {
        for (text, read_as) in [
            ("2026-11-20T10:00:00Z", "2026-11-20T10:00:00.000+00:00"),
            ("2026-11-20T10:00:00.1234567Z", "2026-11-20T10:00:00.123+00:00"),
            ("2026-11-20T10:00:00+02:00", "2026-11-20T10:00:00.000+02:00"),
            ("2026-11-20T10:00:00.5-0330", "2026-11-20T10:00:00.500-03:30"),
            ("2026-11-20T10:00:00", "2026-11-20T10:00:00.000+01:00"),
            (" 2026-11-20 10:00:00 ", "2026-11-20T10:00:00.000+01:00"),
            ("2026-11-20t10:00:00.999", "2026-11-20T10:00:00.999+01:00"),
        ] {
            assert_eq!(read(text, &east).map(Stamp::rfc3339).as_deref(), Some(read_as), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "soon",
            "2026-11-20",
            "2026-13-20T10:00:00Z",
            "2026-11-20T25:00:00Z",
            "0001-01-01T00:00:00",
            "2026-11-20T10:00:00+99:00",
            "2026-11-20T10:00:00+1",
            "T10:00:00Z",
            "2026-11-20T10:00:00ZZ",
            "\u{2028}2026-11-20é",
        ] {
            assert_eq!(read(text, &east), None, "{text}");
        }
    }
}
