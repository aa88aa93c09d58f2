//! Figures as tables of words: what a page, a screen and a document show alike. Each lays them out for itself; here they are laid out in lines
//! of so many cells.

use crate::domain::text::cells;
use crate::domain::text::shown;
use crate::words::say;

/// How far a table stands in below its heading.
const IN: usize = 2;

/// What stands between two columns.
const BETWEEN: usize = 2;

/// No column of words is made narrower than this.
const NARROWEST: usize = 10;

/// At which side of its column something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words begin below each other.
    Left,
    /// Numbers end below each other.
    Right,
}

/// A part of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is about.
    pub heading: String,
    /// Sentences above it.
    pub said: Vec<String>,
    /// Its columns.
    pub columns: Vec<(String, Side)>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// Sentences below it.
    pub notes: Vec<String>,
}

impl Table {
    /// One with this heading, and nothing in it yet.
    pub fn about(heading: String) -> Self {
        Self { heading, said: Vec::new(), columns: Vec::new(), rows: Vec::new(), notes: Vec::new() }
    }

    /// The same with a sentence above it.
    #[must_use]
    pub fn say(mut self, sentence: String) -> Self {
        self.said.push(sentence);
        self
    }

    /// The same with these columns.
    #[must_use]
    pub fn with<const N: usize>(mut self, columns: [(String, Side); N]) -> Self {
        self.columns = columns.into();
        self
    }

    /// The same with these rows.
    #[must_use]
    pub fn rows<const N: usize>(mut self, rows: impl IntoIterator<Item = [String; N]>) -> Self {
        self.rows.extend(rows.into_iter().map(Vec::from));
        self
    }

    /// The same with a sentence below it, if there is one.
    #[must_use]
    pub fn note(mut self, sentence: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(sentence);
        self
    }

    /// It in lines of at most `width` cells, where its words allow that: its heading first. What a cell says of itself is shown, and commands nothing.
    pub fn lines(&self, width: usize) -> Vec<String> {
        self.laid_out(width).concat()
    }

    /// The same, piece by piece: its heading, each sentence, the heads of its columns and each row in the lines that it takes. There are as many
    /// pieces at every width; where the columns do not fit beside each other, each row is told as it is read aloud.
    pub fn pieces(&self, width: usize) -> Vec<Vec<String>> {
        let pieces = self.laid_out(width);
        if pieces.iter().flatten().all(|line| cells(line) <= width) {
            return pieces;
        }
        let (columns, rows) = (1 + self.said.len(), self.rows.len() + 1);
        let told = |(n, (piece, words)): (usize, (Vec<String>, String))| {
            let is_row = !self.rows.is_empty() && (columns..columns + rows).contains(&n);
            if !is_row {
                return piece;
            }
            let lines = wrapped(&shown(&words), width.saturating_sub(2 * IN));
            let lead = |line: usize| if line == 0 { IN } else { 2 * IN };
            lines.iter().enumerate().map(|(line, text)| format!("{:lead$}{text}", "", lead = lead(line))).collect()
        };
        pieces.into_iter().zip(self.read_aloud()).enumerate().map(told).collect()
    }

    fn laid_out(&self, width: usize) -> Vec<Vec<String>> {
        let room = width.saturating_sub(IN);
        let sentence = |sentence: &String| wrapped(&shown(sentence), room).iter().map(|line| format!("{:IN$}{line}", "")).collect();
        let mut pieces = vec![wrapped(&shown(&self.heading), width)];
        pieces.extend(self.said.iter().map(sentence));
        if !self.rows.is_empty() {
            let widths = self.widths(room);
            pieces.extend(std::iter::once(&self.heads()).chain(&self.rows).map(|row| self.row(row, &widths)));
        }
        pieces.extend(self.notes.iter().map(sentence));
        pieces
    }

    /// Piece by piece as it is read aloud: each number with what it is of.
    pub fn read_aloud(&self) -> Vec<String> {
        let of = |(head, cell): (&(String, Side), &String)| {
            if head.0.is_empty() { cell.clone() } else { say!("people-value", name = &head.0, value = cell) }
        };
        let row = |row: &Vec<String>| {
            let cells = self.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            cells.map(of).collect::<Vec<_>>().join("; ")
        };
        let heads = (!self.rows.is_empty()).then(|| self.heads().join(", "));
        let pieces = std::iter::once(self.heading.clone()).chain(self.said.iter().cloned()).chain(heads);
        pieces.chain(self.rows.iter().map(row)).chain(self.notes.iter().cloned()).collect()
    }

    fn heads(&self) -> Vec<String> {
        self.columns.iter().map(|(head, _)| head.clone()).collect()
    }

    /// How wide each column is: as wide as what stands in it, and where that is too much, the widest of words give way, as far as their
    /// longest word.
    fn widths(&self, room: usize) -> Vec<usize> {
        let widest = |at: usize| {
            let all = self.rows.iter().filter_map(|row| row.get(at)).map(|cell| cells(&shown(cell)));
            all.chain(self.columns.get(at).map(|(head, _)| cells(head))).max().unwrap_or_default()
        };
        let longest_word = |at: usize| {
            let all = self.rows.iter().filter_map(|row| row.get(at)).chain(self.columns.get(at).map(|(head, _)| head));
            all.flat_map(|cell| cell.split_whitespace()).map(|word| cells(&shown(word))).max().unwrap_or_default()
        };
        let least: Vec<usize> = (0..self.columns.len()).map(|at| longest_word(at).max(NARROWEST).min(room / 2)).collect();
        let mut widths: Vec<usize> = (0..self.columns.len()).map(widest).collect();
        loop {
            let all: usize = widths.iter().sum::<usize>() + BETWEEN * widths.len().saturating_sub(1);
            let of_words = self.columns.iter().enumerate().filter(|(at, (_, side))| *side == Side::Left && widths[*at] > least[*at]);
            match of_words.map(|(at, _)| at).max_by_key(|at| widths[*at]) {
                Some(at) if all > room => widths[at] -= (all - room).min(widths[at] - least[at]).min(widths[at] / 4 + 1),
                _ => return widths,
            }
        }
    }

    fn row(&self, row: &[String], widths: &[usize]) -> Vec<String> {
        let parts: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrapped(&shown(cell), *width)).collect();
        let deep = parts.iter().map(Vec::len).max().unwrap_or_default();
        let line = |n: usize| {
            let mut line = " ".repeat(IN);
            for ((part, width), (_, side)) in parts.iter().zip(widths).zip(&self.columns) {
                let text = part.get(n).map_or("", String::as_str);
                let space = " ".repeat(width.saturating_sub(cells(text)));
                match side {
                    Side::Left => line.extend([text, &space]),
                    Side::Right => line.extend([&space, text]),
                }
                line.push_str(&" ".repeat(BETWEEN));
            }
            line.trim_end().to_owned()
        };
        (0..deep).map(line).collect()
    }
}

/// `text` in lines of at most `width` cells; a word that is longer stands alone. Where there is nothing, there is one empty line.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().map_or(0, |line| cells(line));
        match lines.last_mut() {
            Some(last) if line > 0 && line + 1 + cells(word) <= width => last.extend([" ", word]),
            Some(last) if line == 0 => last.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table::about("Interviews".into())
            .say("All of them.".into())
            .with([("guide".into(), Side::Left), ("n".into(), Side::Right)])
            .rows([["Interview after therapy".into(), "20".into()], ["Gesprek één".into(), "7".into()]])
            .note(Some("In minutes.".into()))
    }

    #[test]
    fn words_begin_and_numbers_end_below_each_other() {
        let told = table().lines(80);
        assert_eq!(
            told,
            [
                "Interviews",
                "  All of them.",
                "  guide                     n",
                "  Interview after therapy  20",
                "  Gesprek één               7",
                "  In minutes."
            ]
        );
    }

    #[test]
    fn it_has_as_many_pieces_at_every_width_and_for_the_ear() {
        let aloud = table().read_aloud();
        assert_eq!(
            aloud,
            ["Interviews", "All of them.", "guide, n", "guide: Interview after therapy; n: 20", "guide: Gesprek één; n: 7", "In minutes."]
        );
        for width in [0, 20, 80] {
            assert_eq!(table().pieces(width).len(), aloud.len(), "{width}");
        }
    }

    #[test]
    fn a_row_whose_columns_do_not_fit_is_told_on_the_screen() {
        let told = table().pieces(14);
        assert_eq!(told[3], ["  guide:", "    Interview", "    after", "    therapy;", "    n: 20"], "{told:?}");
        assert_eq!(table().pieces(80).concat(), table().lines(80));
    }

    #[test]
    fn where_there_is_little_room_words_are_broken_and_numbers_are_not() {
        let told = table().lines(20);
        assert!(told.iter().all(|line| cells(line) <= 20), "{told:?}");
        assert_eq!(told[3..5], ["  Interview       20", "  after therapy"], "{told:?}");
        // Nothing is so narrow that it does not end.
        assert!(!table().lines(0).is_empty());
    }

    #[test]
    fn what_somebody_wrote_commands_nothing() {
        let hostile = table().rows([["\u{1b}[2Ja\nb".into(), "\u{202e}1".into()]]);
        assert!(hostile.lines(80).iter().all(|line| !line.contains(['\u{1b}', '\n', '\u{202e}'])));
    }
}
