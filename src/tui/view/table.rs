//! The table of a focus group from above, in words and digits: whoever moderates sits at the top, and seats are counted clockwise.

use crate::domain::seats::Seated;
use crate::domain::seats::Table;
use crate::tui::view::parts;
use crate::words::say;

/// The table, a row after the other, in so many cells.
pub(crate) fn picture(table: &Table, width: usize) -> Vec<String> {
    let count = table.seats.len();
    let side = count / 2;
    let half = width.min(48) / 2;
    let middle = |text: &str| format!("{:>1$}{text}", "", half.saturating_sub(parts::cells(text) / 2));
    let mut rows = vec![middle(&moderator(table))];
    for at in 0..side {
        let [left, right] = [&table.seats[count - 1 - at], &table.seats[at]].map(called);
        let left = parts::padded(&format!("  {left}"), half + 2);
        rows.push(format!("{left}{right}"));
    }
    if count % 2 == 1 {
        rows.push(middle(&called(&table.seats[side])));
    }
    rows
}

/// The same in a sentence.
pub(crate) fn in_words(table: &Table) -> String {
    let seats: Vec<String> = table.seats.iter().map(called).collect();
    say!("table-in-words", moderator = moderator(table), seats = seats.join(", "))
}

fn moderator(table: &Table) -> String {
    if table.moderator.is_empty() { say!("table-moderator") } else { say!("table-moderator-is", code = &*table.moderator) }
}

fn called(one: &Seated) -> String {
    let (seat, code) = (u32::from(one.seat.0), &*one.person.0);
    if one.sits.is_here() { say!("table-seat", seat = seat, code = code) } else { say!("table-seat-out", seat = seat) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_counted_clockwise_from_whoever_moderates() {
        let rows = |count: u8| {
            picture(&Table::of((1..=count).map(|n| format!("T{n:02}"))), 40)
                .iter()
                .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect::<Vec<_>>()
        };
        assert_eq!(rows(5), ["moderator", "5 T05 1 T01", "4 T04 2 T02", "3 T03"]);
        assert_eq!(rows(4), ["moderator", "4 T04 1 T01", "3 T03 2 T02"]);
        assert_eq!(rows(12).len(), 7);
    }
}
