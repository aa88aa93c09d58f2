//! Problems in a file that a person wrote, told so that this person can mend them.
//!
//! A [`Problem`] says where, what and what to do, and shows the line. Whatever it quotes from the file is made safe to print first:
//! a guide can come from anywhere, and a terminal obeys control characters. [`Problems`] collects every problem of one file and
//! gives them in the order of its lines. No IO; any thread.

use std::fmt;

use unicode_width::UnicodeWidthChar;

use crate::words::say;

/// Line and column, both counted from 1; the column counts characters, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The line a problem is on, safe to print, and where on it to point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, or the part of it around the problem.
    pub line: String,
    /// How many cells before the character meant.
    pub caret: usize,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It has to be mended.
    Problem,
    /// It could be better, and may stay.
    Remark,
}

impl Level {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::Remark => "remark",
        }
    }
}

/// Something about a file that is wrong or could be better, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub level: Level,
    /// The file's name as the person gave it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// The line itself; nothing where the file has no such line.
    pub excerpt: Option<Excerpt>,
    /// A second place, which the first contradicts or repeats.
    pub other: Option<(usize, usize)>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, hint) = match self.level {
            Level::Problem => (self.what.clone(), say!("problem-hint", hint = &self.hint)),
            Level::Remark => (say!("problem-remark", what = &self.what), say!("problem-instead", hint = &self.hint)),
        };
        write!(f, "{}:{}:{}: {what}", self.file, self.line, self.column)?;
        if let Some(Excerpt { line, caret }) = &self.excerpt {
            write!(f, "\n  {line}\n  {:caret$}^", "")?;
        }
        write!(f, "\n  {hint}")?;
        if let Some((line, _)) = self.other {
            write!(f, "\n  {}", say!("problem-also", line = line.to_string()))?;
        }
        Ok(())
    }
}

/// How many problems of one file are told. Whoever has more has one cause, not two hundred.
const TOLD: usize = 200;

/// The width to which an excerpt is cut, in characters: a line of a terminal with room for its indent.
const EXCERPT: usize = 76;

/// Every problem of one file, while they are being found.
#[derive(Debug)]
pub(crate) struct Problems<'a> {
    level: Level,
    file: String,
    lines: Vec<&'a str>,
    found: Vec<Problem>,
    untold: usize,
}

impl<'a> Problems<'a> {
    /// None yet, in the file called `file` with this `text`.
    pub(crate) fn new(file: &str, text: &'a str) -> Self {
        Self::of(Level::Problem, file, text)
    }

    /// None yet of this level.
    pub(crate) fn of(level: Level, file: &str, text: &'a str) -> Self {
        Self { level, file: printable(file), lines: lines(text), found: Vec::new(), untold: 0 }
    }

    /// Notes that `what` is wrong `at` this place.
    pub(crate) fn add(&mut self, at: At, what: impl AsRef<str>, hint: impl AsRef<str>) {
        self.add_with(at, what, hint, None);
    }

    /// Notes that `what` is wrong `at` this place because of the `other`.
    pub(crate) fn add_with(&mut self, at: At, what: impl AsRef<str>, hint: impl AsRef<str>, other: Option<At>) {
        let excerpt = self.lines.get(at.line.saturating_sub(1)).map(|line| excerpt(line, at.column));
        self.push(at, (what.as_ref(), hint.as_ref()), excerpt, other);
    }

    /// Notes what the whole file lacks, which stands on no line of it: it shows none.
    pub(crate) fn add_lack(&mut self, what: impl AsRef<str>, hint: impl AsRef<str>) {
        self.push(At { line: 1, column: 1 }, (what.as_ref(), hint.as_ref()), None, None);
    }

    fn push(&mut self, at: At, (what, hint): (&str, &str), excerpt: Option<Excerpt>, other: Option<At>) {
        if self.is_full() {
            self.untold += 1;
            return;
        }
        self.found.push(Problem {
            level: self.level,
            file: self.file.clone(),
            line: at.line,
            column: at.column,
            what: printable(what),
            hint: printable(hint),
            excerpt,
            other: other.map(|at| (at.line, at.column)),
        });
    }

    /// Notes it where it was not noted yet: what stands once in the file is told once, for however many parts it stands.
    pub(crate) fn add_once(&mut self, at: At, what: impl AsRef<str>, hint: impl AsRef<str>) {
        let words = (printable(what.as_ref()), printable(hint.as_ref()));
        if !self.found.iter().any(|p| (p.line, p.column) == (at.line, at.column) && p.what == words.0 && p.hint == words.1) {
            self.add(at, what, hint);
        }
    }

    /// The line of this place, as it stands in the file.
    pub(crate) fn line(&self, at: At) -> Option<&'a str> {
        self.lines.get(at.line.saturating_sub(1)).copied()
    }

    /// How many there are so far.
    pub(crate) const fn count(&self) -> usize {
        self.found.len() + self.untold
    }

    /// Whether further problems are only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= TOLD
    }

    /// Every problem, in the order of the file.
    pub(crate) fn into_sorted(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|p| (p.line, p.column));
        if let (true, Some(last)) = (self.untold > 0, self.found.last()) {
            let what = say!("problems-untold", count = self.untold);
            let hint = say!("problems-untold-todo");
            let more = Problem { what, hint, excerpt: None, other: None, ..last.clone() };
            self.found.push(more);
        }
        self.found
    }
}

/// The lines of `text`, ended as YAML ends them: by LF, CR LF or a lone CR.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// The part of `line` around `column`, printable, and the cells before that column.
fn excerpt(line: &str, column: usize) -> Excerpt {
    let before = column.saturating_sub(1);
    // Two thirds of the room stand before the place, so that a problem late in a long line still shows what led to it.
    let skipped = before.saturating_sub(EXCERPT * 2 / 3);
    let mut shown = String::from(if skipped > 0 { "…" } else { "" });
    let mut caret = usize::from(skipped > 0);
    let mut chars = line.chars().enumerate().skip(skipped);
    for (at, c) in chars.by_ref().take(EXCERPT) {
        let c = visible(c);
        shown.push(c);
        if at < before {
            caret += c.width().unwrap_or(0);
        }
    }
    if chars.next().is_some() {
        shown.push('…');
    }
    shown.truncate(shown.trim_end().len());
    Excerpt { line: shown, caret }
}

/// Whether `c` has no place in a text: it steers terminals, or turns the direction of reading so that a line shows other words than
/// it holds ("Trojan Source", CVE-2021-42574). Plain direction marks (U+200E, U+200F) stay: Hebrew and Arabic need them.
pub(crate) fn steers(c: char) -> bool {
    let ends_a_line = matches!(c, '\n' | '\r' | '\t');
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && !ends_a_line) || turns
}

/// `c` as it may be shown: Unicode's own pictures for control characters, a space for a tab.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ if steers(c) => '\u{fffd}',
        _ => c,
    }
}

/// `text` with everything made visible that would steer a terminal, and cut where it is no longer read.
pub(crate) fn printable(text: &str) -> String {
    const READ: usize = 300;
    let mut shown: String = text.chars().take(READ).map(visible).collect();
    if text.chars().nth(READ).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_shows_the_line_and_points_at_the_place() {
        let mut problems = Problems::new("guides/a.yaml", "id: a\r\ntïtle: \u{1b}[31m\u{202e}x\r\n");
        problems.add_with(At { line: 2, column: 8 }, "red \u{1b}", "no colours", Some(At { line: 1, column: 1 }));
        let told = problems.into_sorted()[0].to_string();
        let expected = "guides/a.yaml:2:8: red ␛\n  tïtle: ␛[31m\u{fffd}x\n         ^\n  hint: no colours\n  also at line 1";
        assert_eq!(told, expected);
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}HERE{}", "é".repeat(500), "漢".repeat(500));
        let Excerpt { line, caret } = excerpt(&line, 501);
        assert!(line.chars().count() <= EXCERPT + 2 && line.contains("HERE"));
        assert_eq!(line.chars().nth(caret), Some('H'));
    }

    #[test]
    fn wide_characters_move_the_caret_by_their_cells() {
        assert_eq!(excerpt("漢字: x", 5).caret, 6);
    }

    #[test]
    fn a_flood_of_problems_is_counted() {
        let mut problems = Problems::new("f", "x");
        (0..1000).for_each(|_| problems.add(At { line: 1, column: 1 }, "w", "h"));
        let told = problems.into_sorted();
        assert_eq!((told.len(), told[TOLD].what.as_str()), (TOLD + 1, "and 800 more problems after these"));
    }
}
