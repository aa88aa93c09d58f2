//! What people write as they write in a word processor, made YAML line by line.
//!
//! Text that comes out of a word processor brings spaces that cannot be broken, signs that cannot be seen and quotation marks that are
//! none, and people begin a text with a bracket or put a colon into it. One such line would keep a whole file from being read, and the
//! next one would be told only after the first was mended. So a line that cannot be read is told with how it has to be written, and
//! reading goes on with that: every problem comes at once. Lines stay where they are, so that what is told later points at the right
//! one. Nothing here is written back: the file is the person's. No IO; any thread.

use std::borrow::Cow;

use crate::store::problem::At;
use crate::store::problem::Problems;
use crate::store::problem::steers;
use crate::words::say;

/// How many bytes are read in search of repairs: fifty bad lines of a guide of 30 kB.
const BUDGET: usize = 2 * 1024 * 1024;

/// A file of more bytes is no guide that somebody wrote by hand, and the first that is wrong with it is told.
const LARGEST: usize = 128 * 1024;

/// How many lines above the one that a reader stumbles over may be what made it stumble.
const ABOVE: usize = 3;

/// What means something else to YAML where a text begins with it.
const MEANT_OTHERWISE: &str = "[]{}>|*&!%@`?,#-";

/// Where a reader stumbles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stumble {
    /// The place.
    pub(crate) at: At,
    /// What is wrong there.
    pub(crate) what: String,
    /// What to do about it.
    pub(crate) hint: String,
    /// What can be done about it.
    pub(crate) over: Over,
}

/// What is stumbled over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// A line.
    Line,
    /// A tab in the indentation of one.
    Tab,
    /// The file as a whole.
    File,
}

/// `text` with every line repaired that `stumble` trips over, each told; as far as there is a way to.
pub(crate) fn repaired<'t>(text: &'t str, stumble: impl Fn(&str) -> Option<Stumble>, problems: &mut Problems) -> Cow<'t, str> {
    let mut lines: Vec<Cow<'_, str>> = text.split('\n').map(Cow::Borrowed).collect();
    let clean = tell_invisible(&mut lines, problems);
    let (mut text, mut spent) = (if clean { Cow::Borrowed(text) } else { Cow::Owned(lines.join("\n")) }, 0);
    while let Some(found) = stumble(&text).filter(|_| text.len() <= LARGEST) {
        spent += read(&text, Some(&found));
        if spent > BUDGET || problems.is_full() || found.over == Over::File {
            break;
        }
        let Some((line, better)) = better(&lines, &found, &stumble, &mut spent) else { break };
        match better {
            Better::Quoted(new) => {
                let at = lines[line].chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
                let at = At { line: line + 1, column: at + 1 };
                let begins = lines[line].chars().nth(at.column - 1).filter(|c| MEANT_OTHERWISE.contains(*c));
                let (at, what) = match begins {
                    Some(sign) => (at, say!("yaml-begins", character = sign)),
                    None if line + 1 == found.at.line => (found.at, found.what),
                    None => (at, say!("repair-above")),
                };
                problems.add(at, what, write(&lines[line], &new));
                lines[line] = Cow::Owned(new);
            }
            Better::Without => {
                let is_item = is_an_item(lines[line].trim_start()) && line + 1 == found.at.line;
                let (what, hint) = if is_item { (say!("yaml-swallowed"), say!("yaml-swallowed-fix")) } else { (found.what, found.hint) };
                problems.add(found.at, what, hint);
                lines[line] = Cow::Borrowed("");
            }
        }
        text = Cow::Owned(lines.join("\n"));
    }
    text
}

/// What it cost to stumble there: what was read, and a part of the whole for putting it together.
fn read(text: &str, found: Option<&Stumble>) -> usize {
    let read = found.map_or(text.len(), |found| text.split('\n').take(found.at.line).map(|line| line.len() + 1).sum());
    read.max(text.len() / 8)
}

/// How to write `line`: with the blanks before it where those were what was wrong.
fn write(line: &str, new: &str) -> String {
    if line.trim() == new.trim() { say!("repair-write-whole", line = new) } else { say!("repair-write", line = new.trim()) }
}

/// How a line is made readable.
enum Better {
    /// Its text stands in quotes now.
    Quoted(String),
    /// It is left out.
    Without,
}

/// Which line is to be changed so that reading gets further, and how.
fn better(
    lines: &[Cow<'_, str>],
    found: &Stumble,
    stumble: &impl Fn(&str) -> Option<Stumble>,
    spent: &mut usize,
) -> Option<(usize, Better)> {
    let here = found.at.line.saturating_sub(1).min(lines.len().saturating_sub(1));
    let goes_further = |line: usize, new: &str, spent: &mut usize| {
        let text = lines.iter().enumerate().map(|(n, old)| if n == line { new } else { old.as_ref() }).collect::<Vec<_>>().join("\n");
        let next = stumble(&text);
        *spent += read(&text, next.as_ref());
        next.is_none_or(|next| next.at.line > found.at.line)
    };
    let above = (0..=here).rev().filter(|n| !lines[*n].trim().is_empty()).take(ABOVE + 1);
    let candidates: Vec<usize> = above.collect();
    // The tab is in the line that is stumbled over, or in one of the next.
    let tab = (here..lines.len()).take(ABOVE).find(|line| indent_of(&lines[*line]).contains('\t'));
    if let Some(line) = tab.filter(|_| found.over == Over::Tab) {
        let new = untabbed(lines, line).into_iter().find(|new| goes_further(line, new, spent));
        return Some((line, new.map_or(Better::Without, Better::Quoted)));
    }
    for line in candidates.iter().copied() {
        if let Some(new) = quoted(&lines[line]).filter(|new| goes_further(line, new, spent)) {
            return Some((line, Better::Quoted(new)));
        }
    }
    // Nobody can say what was meant: the rest of the file is read without it.
    let line = candidates.into_iter().find(|line| goes_further(*line, "", spent))?;
    Some((line, Better::Without))
}

fn indent_of(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// What a line that a tab indents may be meant as: below what the line above says, below that line itself, or with so many blanks a tab.
fn untabbed(lines: &[Cow<'_, str>], line: usize) -> Vec<String> {
    let words = lines[line].trim_start();
    let above = lines[..line].iter().rev().find(|above| !above.trim().is_empty()).map_or("", |above| above.as_ref());
    let (outside, tabs) = (indent_of(above).len(), indent_of(&lines[line]).matches('\t').count());
    let inside = above.len() - above.trim_start_matches([' ', '-']).len();
    [inside, outside, 2 * tabs, 4 * tabs, 8 * tabs].map(|blanks| format!("{}{words}", " ".repeat(blanks))).to_vec()
}

/// The line with its text in quotes; nothing where it is in quotes, or has no text.
pub(crate) fn quoted(line: &str) -> Option<String> {
    let mut text = begin_of_item(line);
    let key = line.get(text..)?.split_once(':').map(|(key, _)| key);
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if let Some(key) = key.filter(|key| is_key(key)) {
        let rest = line.get(text + key.len() + 1..)?;
        if let Some(value) = rest.strip_prefix(' ') {
            text = line.len() - value.trim_start_matches(' ').len();
        }
    }
    quoted_from(line, text)
}

/// The same with all of an item of a list in quotes, also what looks like a key.
pub(crate) fn quoted_item(line: &str) -> Option<String> {
    quoted_from(line, begin_of_item(line))
}

/// Where what stands behind the blanks and hyphens at the beginning of a line begins.
fn begin_of_item(line: &str) -> usize {
    let mut text = indent_of(line).len();
    while let Some(rest) = line.get(text..).and_then(|rest| rest.strip_prefix("- ")) {
        text += 2 + (rest.len() - rest.trim_start_matches(' ').len());
    }
    text
}

fn quoted_from(line: &str, text: usize) -> Option<String> {
    let (before, words) = (line.get(..text)?, line.get(text..)?.trim_end());
    let begins = words.chars().next()?;
    if before.trim().is_empty() || begins == '#' {
        return None;
    }
    let inside = match words.strip_prefix(begins).filter(|_| matches!(begins, '"' | '\'')) {
        None => words,
        Some(inside) => match inside.strip_suffix(begins) {
            Some(inside) => inside,
            // Quotation marks around a part of the text are a part of the text.
            None if inside.contains(begins) => words,
            None => inside,
        },
    };
    let new = format!("{before}\"{}\"", inside.replace("\\\"", "\"").replace('\\', "\\\\").replace('"', "\\\""));
    (new != line).then_some(new)
}

/// Tells of what cannot be seen where it keeps a line from being read as it looks, and takes it out. Whether there was nothing.
fn tell_invisible(lines: &mut [Cow<'_, str>], problems: &mut Problems) -> bool {
    let mut clean = true;
    for (n, line) in lines.iter_mut().enumerate() {
        if let Some((column, new)) = plainly_quoted(line) {
            problems.add(At { line: n + 1, column }, say!("curly-quotes"), say!("repair-write", line = new.trim()));
            *line = Cow::Owned(new);
            clean = false;
        }
        let Some((column, found)) = line.chars().enumerate().find_map(|(column, c)| Some((column, Invisible::of(c)?))) else { continue };
        let indent = line.chars().take_while(|c| c.is_whitespace() || Invisible::of(*c).is_some()).count();
        let new: String = line.chars().enumerate().filter_map(|(at, c)| in_its_place(c, at < indent)).collect();
        // In the middle of a text a space or a hyphen that is not broken is how some people write.
        let bears_on_reading = matches!(found, Invisible::Nothing | Invisible::Line) || column < indent || is_structure(&new, line, column);
        if bears_on_reading {
            problems.add(At { line: n + 1, column: column + 1 }, found.words(), write(line, &new));
            *line = Cow::Owned(new);
            clean = false;
        }
    }
    clean
}

/// The keys whose values are no words to be read.
const NO_WORDS: [&str; 9] = ["id", "format", "version", "language", "audience", "minutes", "covers", "recording", "date"];

/// The line with quotation marks that YAML knows where a word processor has set others around what is no text: an id, a number, a word that
/// is chosen; and the column of the first.
fn plainly_quoted(line: &str) -> Option<(usize, String)> {
    let (key, value) = line.split_once(':')?;
    let is_no_text = NO_WORDS.contains(&key.trim_start_matches([' ', '-']));
    let words = value.trim();
    let curly = |c: char| "“”„‟‘’‚‛«»".contains(c);
    let bare = words.strip_prefix(curly)?.strip_suffix(curly)?;
    let column = key.chars().count() + 2 + value.chars().take_while(|c| *c == ' ').count();
    (is_no_text && !bare.contains('"')).then(|| (column, format!("{key}: \"{bare}\"")))
}

/// Whether a line begins as an item of a list does, in YAML or in a word processor: with a bullet, a dash, or a number or letter and a
/// bracket or a full stop.
pub(crate) fn is_an_item(line: &str) -> bool {
    let mut words = line.splitn(2, ' ');
    let (Some(sign), Some(rest)) = (words.next(), words.next()) else { return false };
    let is_bullet = matches!(sign, "-" | "–" | "—" | "•" | "·" | "◦" | "▪" | "○" | "*" | "+" | "o");
    let is_number = sign.strip_suffix([')', '.']).is_some_and(|n| {
        let digits = n.chars().all(|c| c.is_ascii_digit());
        (1..=2).contains(&n.len()) && (digits || n.len() == 1 && n.chars().all(|c| c.is_ascii_lowercase()))
    });
    !rest.trim().is_empty() && (is_bullet || is_number)
}

/// Whether the character at `column` stands beside a sign of the notation: after a colon or a hyphen that begins something, or before one.
fn is_structure(new: &str, line: &str, column: usize) -> bool {
    let neighbours = |at: usize| line.chars().nth(at).is_some_and(|c| matches!(c, ':' | '-' | '#' | '"' | '\''));
    let value = new.trim_start().trim_start_matches("- ").split_once(": ").map_or("", |(_, value)| value).trim();
    neighbours(column + 1) || column > 0 && neighbours(column - 1) || value.len() <= 3
}

/// What looks like nothing, or like something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Invisible {
    /// A space that is not broken, or as wide as a digit.
    Space,
    /// A hyphen that is not broken.
    Hyphen,
    /// A sign without width.
    Nothing,
    /// A separator of lines that is none in YAML.
    Line,
}

impl Invisible {
    fn of(c: char) -> Option<Self> {
        match c {
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{3000}' => Some(Self::Space),
            '\u{2011}' => Some(Self::Hyphen),
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Some(Self::Nothing),
            '\u{2028}' | '\u{2029}' | '\u{85}' => Some(Self::Line),
            _ => None,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Space => say!("invisible-space"),
            Self::Hyphen => say!("invisible-hyphen"),
            Self::Nothing => say!("invisible-nothing"),
            Self::Line => say!("invisible-line"),
        }
    }
}

/// A text that somebody typed elsewhere, without what cannot be seen and what steers a terminal.
pub(crate) fn cleaned(text: &str) -> String {
    text.chars().filter_map(|c| in_its_place(c, false)).filter(|c| !steers(*c)).collect()
}

/// Whether `c` looks like nothing, or like something else.
pub(crate) fn is_invisible(c: char) -> bool {
    Invisible::of(c).is_some()
}

/// What stands in the place of `c`. A tab that indents is two spaces, as people set it.
fn in_its_place(c: char, indents: bool) -> Option<char> {
    match Invisible::of(c) {
        Some(Invisible::Space) if !indents && c == '\u{3000}' => Some(c),
        Some(Invisible::Space | Invisible::Line) => Some(' '),
        Some(Invisible::Hyphen) => Some('-'),
        Some(Invisible::Nothing) => None,
        None => Some(c),
    }
}
