//! A number as people write it of participants: whole or with a fraction, which a point or a comma sets off. It compares and adds exactly,
//! whatever it is read for: a range, a mean, an order.

/// How many places it has: in a unit are so many millionths.
const PLACES: usize = 6;

/// A unit, in millionths.
const UNIT: i128 = 1_000_000;

/// What nobody means who writes a number of somebody: more than these would not add up.
const MOST: i128 = 1_000_000_000_000_000_000_000_000;

/// A number of millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(i128);

impl Number {
    /// The least there is, and the most.
    pub(crate) const ENDS: (Self, Self) = (Self(-MOST), Self(MOST));

    /// The number in `text`; nothing where it is none. Places beyond the sixth are cut.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, unsigned) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, part) = match unsigned.split_once(['.', ',']) {
            Some((_, "")) => return None,
            Some((whole, part)) => (whole, part),
            None => (unsigned, ""),
        };
        let are_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || !are_digits(whole) || !are_digits(part) {
            return None;
        }
        let part: String = part.chars().chain(std::iter::repeat('0')).take(PLACES).collect();
        let millionths: i128 = format!("{whole}{part}").parse().ok()?;
        (millionths < MOST).then_some(Self(sign * millionths))
    }

    /// The next below it, and the next above it.
    pub(crate) const fn beside(self) -> (Self, Self) {
        (Self(self.0.saturating_sub(1)), Self(self.0.saturating_add(1)))
    }

    /// The mean of `all` in tenths, rounded half up; nothing of none.
    pub(crate) fn mean_in_tenths(all: &[Self]) -> Option<i128> {
        let (sum, n): (i128, i128) = (all.iter().map(|one| one.0).sum(), i128::try_from(all.len()).ok()?);
        (n > 0).then(|| (20 * sum + n * UNIT).div_euclid(2 * n * UNIT))
    }

    /// As it is written: with as many places as it has.
    pub(crate) fn written(self) -> String {
        let (whole, part) = (self.0.abs() / UNIT, self.0.abs() % UNIT);
        let sign = if self.0 < 0 { "-" } else { "" };
        let part = format!("{part:06}");
        match part.trim_end_matches('0') {
            "" => format!("{sign}{whole}"),
            part => format!("{sign}{whole}.{part}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_number_somewhere_is_the_same_number_everywhere() {
        for (text, written) in
            [("48", "48"), ("0", "0"), ("-2", "-2"), ("12.50", "12.5"), ("12,5", "12.5"), ("3.1416", "3.1416"), ("1.23456789", "1.234567")]
        {
            assert_eq!(Number::read(text).map(Number::written).as_deref(), Some(written), "{text}");
        }
        for other in ["", "-", "48 years", "1e3", "12.", ".5", "1.2.3", "٤٨", "inf", "nan", "+3"] {
            assert_eq!(Number::read(other), None, "{other}");
        }
        assert_eq!(Number::read(&"9".repeat(60)), None, "nobody means that");
    }

    #[test]
    fn a_mean_is_rounded_half_up_from_exact_numbers() {
        let mean = |all: &[&str]| Number::mean_in_tenths(&all.iter().map(|one| Number::read(one).unwrap()).collect::<Vec<_>>());
        assert_eq!(
            (mean(&["1", "2"]), mean(&["0.05"]), mean(&["-0.05"]), mean(&["0.1", "0.2"]), mean(&[])),
            (Some(15), Some(1), Some(0), Some(2), None)
        );
    }
}
