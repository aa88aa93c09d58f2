//! Which signs may leave: those that XML 1.0 knows (2.2, `Char`), which every reader of what is written here can take.

use std::borrow::Cow;

/// `text` without the signs that no XML may hold: controls but tab, line feed and carriage return, and two that are no characters.
pub fn legal(text: &str) -> Cow<'_, str> {
    let is_legal = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(is_legal) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().filter(|c| is_legal(*c)).collect()) }
}

/// The same with line feeds alone between its lines, which are not empty.
pub(crate) fn in_lines(text: &str) -> String {
    let lines: Vec<String> = legal(text).split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).map(spaced).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The same in one line.
pub(crate) fn in_a_line(text: &str) -> String {
    spaced(&legal(text))
}

fn spaced(line: &str) -> String {
    let is_control = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let line: String = line.chars().map(|c| if is_control(c) { ' ' } else { c }).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Milliseconds as `hh:mm:ss` and, after `point`, thousandths.
pub(crate) fn clock(ms: u64, point: char) -> String {
    let (h, m, s) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    format!("{h:02}:{m:02}:{s:02}{point}{:03}", ms % 1000)
}

/// The same without thousandths.
pub(crate) fn whole_clock(ms: u64) -> String {
    clock(ms, '.')[..clock(ms, '.').len() - 4].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_reader_takes_does_not_leave() {
        assert_eq!(legal("a\0b\u{1}c\u{fffe}d\te\u{1f600}\u{202e}"), "abcd\te\u{1f600}\u{202e}");
        assert_eq!(in_lines("one\r\n\r\n  two\u{2028}three\n"), "one\ntwo\nthree");
        assert_eq!(in_a_line(" one\n\ttwo\u{85}three "), "one two three");
        assert_eq!((clock(3_723_004, ','), whole_clock(3_723_999)), ("01:02:03,004".into(), "01:02:03".into()));
    }
}
