//! Words that the tables of figures have in common: the heads of their columns, ranges, rows of names.

use crate::domain::study::figures::table::Side;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// Nobody is shown more than so many names in a row.
const MOST_NAMES: usize = 12;

/// The head of a column of words.
pub(super) fn words(column: &'static str) -> (String, Side) {
    (say!("figures-column", column = column), Side::Left)
}

/// The head of a column of numbers.
pub(super) fn number(column: &'static str) -> (String, Side) {
    (say!("figures-column", column = column), Side::Right)
}

/// As what people took part, in words; what no guide says is said to be that.
pub(crate) fn group(word: Option<&'static str>) -> String {
    say!("figures-group", group = word.unwrap_or("unsaid"))
}

/// `names` in a row, the first of them where they are many.
pub(crate) fn names<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    let more = names.len().saturating_sub(MOST_NAMES);
    let first: Vec<&str> = names.take(MOST_NAMES).collect();
    let first = first.join(", ");
    if more == 0 { first } else { say!("figures-and-more", names = first, count = more) }
}

/// `39 (20–59)`; of one there is no range, and of none nothing.
pub(super) fn mean_range(n: usize, mean: u64, min: u64, max: u64) -> String {
    match n {
        0 => String::new(),
        1 => mean.to_string(),
        _ => format!("{mean} ({min}–{max})"),
    }
}

/// Which kind of interview a table is about.
pub(super) fn about(guide: &str, round: &'static str) -> Message {
    message!("figures-kind", guide = guide, round = message!("round", round = round))
}
