//! How many interviews and how long: n, mean, range and total, by guide and round.
//!
//! A length is what was recorded, and what the clock counted where nothing was; what was off the record is in neither. Means are made of exact
//! lengths and rounded once, half up, as papers do: 38.5 minutes are 39. To the even neighbour, as programs like to, it would be 38, and
//! 39.5 would be 40: two interviews a minute apart would be two minutes apart in a table, and nobody who checks it by hand would find why.

use serde::Serialize;

use crate::domain::guide::Round;
use crate::domain::study::figures::counted::Counted;
use crate::domain::study::figures::counted::kinds;

/// Milliseconds in a minute.
const MINUTE: u128 = 60_000;

/// Less than this, in milliseconds, is no part of an interview: a microphone takes as long to begin.
const LEAST: u64 = 1_000;

/// Interviews with one guide in one round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KindOfInterview {
    /// The guide's id.
    pub guide: String,
    /// Which interview with them.
    pub round: Round,
    /// Its title.
    pub title: String,
    /// Its audience: a person, a pair, a group.
    pub audience: &'static str,
    /// How many were held.
    pub n: usize,
    /// With how many people.
    pub people: usize,
    /// How long one was, in whole minutes.
    pub mean_min: u64,
    /// The shortest.
    pub min_min: u64,
    /// The longest.
    pub max_min: u64,
    /// All of them.
    pub total_min: u64,
    /// How many were recorded from beginning to end, as far as they were on the record.
    pub recorded: usize,
    /// How many were recorded in part, and the clock counted the rest.
    pub partly_recorded: usize,
    /// How many were not recorded: the clock counted.
    pub by_clock: usize,
    /// The day of the first, and of the last.
    pub from: String,
    /// The day of the last.
    pub to: String,
}

/// `total` milliseconds over `n`, in whole minutes, half up.
pub fn mean_minutes(total: u128, n: usize) -> u64 {
    let n = n.max(1) as u128;
    u64::try_from((2 * total + n * MINUTE) / (2 * n * MINUTE)).unwrap_or(u64::MAX)
}

/// `part` of `whole` in whole per cent, half up; nothing of nothing.
pub fn percent(part: usize, whole: usize) -> Option<u64> {
    let (part, whole) = (part as u64, whole as u64);
    (200 * part + whole).checked_div(2 * whole)
}

/// How many interviews of each kind, and how long.
pub fn by_guide(held: &[Counted<'_>]) -> Vec<KindOfInterview> {
    let of = |one: &Counted<'_>| u128::from(one.work.length_ms());
    kinds(held)
        .into_iter()
        .map(|kind| {
            let lengths: Vec<u128> = kind.held.iter().map(of).collect();
            let total: u128 = lengths.iter().sum();
            let one = |length: Option<u128>| mean_minutes(length.unwrap_or_default(), 1);
            let (mut recorded, mut partly, mut by_clock) = (0, 0, 0);
            for held in &kind.held {
                match (held.work.recorded_ms < LEAST, held.work.by_clock_ms < LEAST) {
                    (true, _) => by_clock += 1,
                    (false, true) => recorded += 1,
                    (false, false) => partly += 1,
                }
            }
            let days = || kind.held.iter().map(|one| one.line.date.as_str());
            let mut people: Vec<String> = kind.held.iter().flat_map(Counted::people).map(str::to_lowercase).collect();
            people.sort_unstable();
            people.dedup();
            KindOfInterview {
                guide: kind.guide.to_string(),
                round: kind.round,
                title: kind.latest.title.clone(),
                audience: kind.latest.audience.word(),
                n: kind.held.len(),
                people: people.len(),
                mean_min: mean_minutes(total, kind.held.len()),
                min_min: one(lengths.iter().copied().min()),
                max_min: one(lengths.iter().copied().max()),
                total_min: mean_minutes(total, 1),
                recorded,
                partly_recorded: partly,
                by_clock,
                from: days().min().unwrap_or_default().to_owned(),
                to: days().max().unwrap_or_default().to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Minutes and seconds.
    const fn ms(minutes: u128, seconds: u128) -> u128 {
        minutes * MINUTE + seconds * 1_000
    }

    #[test]
    fn half_a_minute_goes_up_whichever_neighbour_is_even() {
        for (length, minutes) in [(ms(38, 30), 39), (ms(39, 30), 40), (ms(38, 29), 38), (ms(0, 30), 1), (ms(0, 29), 0), (0, 0)] {
            assert_eq!(mean_minutes(length, 1), minutes, "{length}");
        }
        // To the even neighbour these two would be 38 and 40.
        assert_eq!([mean_minutes(ms(77, 0), 2), mean_minutes(ms(79, 0), 2)], [39, 40]);
    }

    #[test]
    fn a_mean_is_made_of_exact_lengths_and_rounded_once() {
        // Rounded first, these are 39, 39 and 38: 38.67, which is 39.
        let lengths = [ms(38, 30), ms(38, 30), ms(37, 30)];
        assert_eq!(mean_minutes(lengths.iter().sum(), 3), 38);
    }

    #[test]
    fn per_cent_are_whole_and_of_nobody_there_are_none() {
        assert_eq!([percent(14, 20), percent(1, 3), percent(2, 3), percent(1, 200)], [Some(70), Some(33), Some(67), Some(1)]);
        assert_eq!(percent(0, 0), None);
    }
}
