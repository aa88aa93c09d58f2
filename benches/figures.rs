//! Figures: many measurements as few numbers, each against its target.

use std::time::Duration;

/// Measurements of one thing, in milliseconds unless they are ratios.
#[derive(Debug, Default)]
pub(crate) struct Series(Vec<f64>);

impl Series {
    /// Adds one, keeping the order.
    pub(crate) fn push(&mut self, took: Duration) {
        self.add(took.as_secs_f64() * 1000.0);
    }

    fn add(&mut self, value: f64) {
        let at = self.0.partition_point(|v| *v < value);
        self.0.insert(at, value);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The smallest value that at least this share of all do not exceed (nearest rank); 0 is the least, 1 the greatest.
    pub(crate) fn at(&self, share: f64) -> f64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank within the length")]
        let rank = (share * self.0.len() as f64).ceil() as usize;
        self.0.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    }

    pub(crate) fn median(&self) -> f64 {
        let n = self.0.len();
        if n > 0 && n.is_multiple_of(2) { f64::midpoint(self.0[n / 2 - 1], self.0[n / 2]) } else { self.at(0.5) }
    }
}

impl FromIterator<f64> for Series {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut series = Self::default();
        values.into_iter().for_each(|v| series.add(v));
        series
    }
}

/// How `figure` stands to `target`, as the end of a line.
pub(crate) fn judged(figure: f64, target: Option<f64>) -> String {
    match target {
        None => String::new(),
        Some(target) if figure <= target => format!("   target {target}: reached"),
        Some(target) => format!("   target {target}: MISSED"),
    }
}

/// Chance that is the same in every run (xorshift; Marsaglia 2003).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A time from `least` to `most` milliseconds.
    pub(crate) fn between(&mut self, least: u64, most: u64) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Duration::from_millis(least + self.0 % (most - least + 1))
    }
}
