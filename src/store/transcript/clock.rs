//! Times as transcripts write them.

/// No recording is longer, in milliseconds: 1,000 hours.
pub(super) const LONGEST: u64 = 1_000 * 3_600_000;

/// `hh:mm:ss.mmm`, `mm:ss,m`, `h:mm:ss` in milliseconds; nothing for what is no such time.
pub(super) fn millis(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let parts: Vec<&str> = whole.split(':').collect();
    let number = |part: &&str| (1..=4).contains(&part.len()).then(|| digits(part)).flatten();
    let values: Vec<u64> = parts.iter().map(number).collect::<Option<_>>()?;
    let seconds = match values.as_slice() {
        [m, s] if *s < 60 => m * 60 + s,
        [h, m, s] if *m < 60 && *s < 60 => h * 3600 + m * 60 + s,
        _ => return None,
    };
    let has_point = whole.len() < text.len();
    let thousandths = match fraction.len() {
        0 if !has_point => 0,
        1..=9 => digits(fraction).and_then(|_| digits(format!("{fraction:0<3}").get(..3)?))?,
        _ => return None,
    };
    Some(seconds * 1000 + thousandths).filter(|ms| *ms <= LONGEST)
}

fn digits(text: &str) -> Option<u64> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Seconds with a fraction in milliseconds; nothing for what is no time: below nothing, no number, or longer than any recording.
pub(super) fn of_seconds(seconds: f64) -> Option<u64> {
    let ms = (seconds * 1000.0).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds that a u64 has many times over")]
    (ms.is_finite() && ms >= 0.0 && ms <= LONGEST as f64).then_some(ms as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written_and_nothing_else_is_one() {
        for (text, ms) in [
            ("00:00:01.500", 1_500),
            ("01:02:03,004", 3_723_004),
            ("02:03.5", 123_500),
            ("100:00:00.000", 360_000_000),
            ("0:07", 7_000),
            ("00:00:00.1234567", 123),
        ] {
            assert_eq!(millis(text), Some(ms), "{text}");
        }
        for text in [
            "",
            "7",
            "-1:00",
            "00:61",
            "00:61:00",
            "1:2:3:4",
            "a:b",
            "00:00:01.",
            "99999:00:00",
            "9999:00:00",
            "0:0x",
            "00:00:-1,000",
            "00:00:01,12é",
            "00:00:01.é",
            "٣:٤",
        ] {
            assert_eq!(millis(text), None, "{text}");
        }
        assert_eq!((of_seconds(1.2345), of_seconds(-0.001), of_seconds(f64::NAN), of_seconds(1e300)), (Some(1235), None, None, None));
        assert_eq!(of_seconds(-0.0), Some(0));
    }
}
