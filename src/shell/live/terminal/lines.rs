//! Lines that are added below each other, above the one that is being written: the screens for who hears or feels them.
//!
//! What is written is text, carriage returns, line feeds, and "erase to the end of this line" (ECMA-48, EL): nothing says where on the
//! screen anything stands, so that a screen reader meets each line once, in its order, and the terminal's own way back to them works. What
//! is typed at the end of the line is written as it comes, because a line that is written anew is read anew. The cursor stands where the
//! next letter goes, for braille: where that is not the end, the beginning of the line is written over itself.

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::cells;
use crate::tui::plain::Prompt;

/// To the beginning of the line, and nothing on it.
const CLEARED: &str = "\r\x1b[K";

/// What stands on the line at the bottom.
#[derive(Debug, Default)]
pub(super) struct Lines {
    before: String,
    after: String,
}

impl Lines {
    /// What is to be written so that `told` stands above the line, and `prompt` on it, in a window of so many columns; nothing if it does.
    pub(super) fn put(&mut self, told: &[String], prompt: &Prompt, columns: u16) -> String {
        let (before, after) = fitted(prompt, usize::from(columns));
        let added = before.strip_prefix(&self.before).filter(|_| told.is_empty() && after.is_empty() && self.after.is_empty());
        let written = match added {
            Some(added) => added.to_owned(),
            None if told.is_empty() && (&before, &after) == (&self.before, &self.after) => String::new(),
            None => {
                let told: String = told.iter().flat_map(|line| [line, "\r\n"]).collect();
                let back = if after.is_empty() { String::new() } else { format!("\r{before}") };
                format!("{CLEARED}{told}{before}{after}{back}")
            }
        };
        (self.before, self.after) = (before, after);
        written
    }

    /// What takes the line away: what stood on it may be nobody else's.
    pub(super) fn gone() -> &'static str {
        CLEARED
    }
}

/// What stands before the cursor, and behind it: of what is longer than one row, the end before the cursor, and what has room behind it.
fn fitted(prompt: &Prompt, columns: usize) -> (String, String) {
    // The last column stays free: a terminal that is asked for it may begin a row.
    let room = columns.saturating_sub(1);
    let lead: String = first(&format!("{}> ", prompt.label), room / 2);
    let at = prompt.text.char_indices().nth(prompt.cursor).map_or(prompt.text.len(), |(at, _)| at);
    let left = room.saturating_sub(cells(&lead));
    let before = last(&prompt.text[..at], left);
    let after = first(&prompt.text[at..], left.saturating_sub(cells(&before)));
    (format!("{lead}{before}"), after)
}

/// As much of the beginning as has room.
fn first(text: &str, room: usize) -> String {
    as_much(text.graphemes(true), room).concat()
}

/// As much of the end as has room.
fn last(text: &str, room: usize) -> String {
    let mut end = as_much(text.graphemes(true).rev(), room);
    end.reverse();
    end.concat()
}

/// As many of `pieces` as have room; none is broken.
fn as_much<'t>(pieces: impl Iterator<Item = &'t str>, room: usize) -> Vec<&'t str> {
    let mut taken = 0;
    let fits = |piece: &&str| {
        taken += cells(piece);
        taken <= room
    };
    pieces.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prompt(text: &str, cursor: usize) -> Prompt {
        Prompt { label: "quote".into(), text: text.into(), cursor }
    }

    #[test]
    fn what_is_typed_is_written_as_it_comes_and_what_is_told_stands_above_it() {
        let mut lines = Lines::default();
        assert_eq!(lines.put(&[], &prompt("", 0), 80), "quote> ");
        assert_eq!(lines.put(&[], &prompt("a", 1), 80), "a");
        assert_eq!(lines.put(&[], &prompt("a", 1), 80), "", "nothing is new");
        assert_eq!(lines.put(&["told".into(), "too".into()], &prompt("ab", 2), 80), "\r\x1b[Ktold\r\ntoo\r\nquote> ab");
        assert_eq!(lines.put(&[], &prompt("a", 1), 80), "\r\x1b[Kquote> a");
        assert_eq!(lines.put(&[], &prompt("abc", 1), 80), "\r\x1b[Kquote> abc\rquote> a", "the cursor stands behind the a");
        assert_eq!(lines.put(&[], &prompt("abc", 3), 80), "\r\x1b[Kquote> abc");
    }

    #[test]
    fn a_long_line_shows_its_end_in_one_row() {
        for columns in 0..40 {
            for cursor in 0..=30 {
                let text = "één lange e\u{301} regel 日本語 en meer";
                let (before, after) = fitted(&prompt(text, cursor.min(text.chars().count())), columns);
                assert!(cells(&before) + cells(&after) <= columns.saturating_sub(1), "{columns} {cursor}: {before}|{after}");
            }
        }
        assert_eq!(fitted(&prompt("abcdefghijklm", 13), 17), ("quote> efghijklm".to_owned(), String::new()));
        assert_eq!(fitted(&prompt("abcdefghijklm", 2), 17), ("quote> ab".to_owned(), "cdefghi".to_owned()));
    }
}
