//! One line of text being written: a note, a field, a search.
//!
//! The editing itself (by whole graphemes, words and lines) is tui-input's; this names the keys for it, takes pastes at once however
//! long they are, and keeps control characters out. Which keys are editing keys is said here and nowhere else, so that every line in
//! the program edits alike; they are the ones of every shell and need no place in the keymap.

use tui_input::Input;
use tui_input::InputRequest;

use crate::tui::chord::Chord;
use crate::tui::chord::Key;

/// The longest text one line takes, in bytes; a longer paste is cut there and the rest is offered back.
pub const LONGEST: usize = 64 * 1024;

/// One line of text and its cursor.
#[derive(Clone, Debug, Default)]
pub struct Line {
    input: Input,
}

impl Line {
    /// A line that holds `text`, the cursor at its end.
    pub(crate) fn holding(text: impl Into<String>) -> Self {
        Self { input: Input::new(text.into()) }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether there is no text.
    pub(crate) fn is_empty(&self) -> bool {
        self.input.value().is_empty()
    }

    /// The cursor, counted in characters from the start.
    pub(crate) fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// Takes the text out and leaves the line empty.
    pub(crate) fn take(&mut self) -> String {
        self.input.value_and_reset()
    }

    /// Edits the line if `chord` is an editing key; says whether it was.
    pub(crate) fn edit(&mut self, chord: Chord) -> bool {
        let Some(request) = request(chord) else { return false };
        let fits = |c: char| self.text().len() + c.len_utf8() <= LONGEST;
        if !matches!(request, InputRequest::InsertChar(c) if !fits(c)) {
            self.input.handle(request);
        }
        true
    }

    /// Puts `text` in at the cursor, line breaks as spaces; gives back what was too long to fit.
    pub(crate) fn paste(&mut self, text: &str) -> Option<String> {
        let at = self.text().char_indices().nth(self.cursor()).map_or(self.text().len(), |(i, _)| i);
        let room = LONGEST.saturating_sub(self.text().len());
        let cut = floor_char_boundary(text, room);
        if cut == 0 {
            return (!text.is_empty()).then(|| text.to_owned());
        }
        let clean: String = text[..cut].chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let cursor = self.cursor() + clean.chars().count();
        let whole = [&self.text()[..at], &clean, &self.text()[at..]].concat();
        self.input = Input::new(whole).with_cursor(cursor);
        (cut < text.len()).then(|| text[cut..].to_owned())
    }
}

/// Whether `chord` edits a line.
pub(crate) fn edits(chord: Chord) -> bool {
    request(chord).is_some()
}

fn request(chord: Chord) -> Option<InputRequest> {
    Some(match (chord.key, chord.ctrl, chord.alt) {
        (Key::Char(c), false, false) if !c.is_control() => InputRequest::InsertChar(c),
        (Key::Backspace, false, false) => InputRequest::DeletePrevChar,
        (Key::Delete, false, false) => InputRequest::DeleteNextChar,
        (Key::Left, false, false) => InputRequest::GoToPrevChar,
        (Key::Right, false, false) => InputRequest::GoToNextChar,
        (Key::Left, true, _) => InputRequest::GoToPrevWord,
        (Key::Right, true, _) => InputRequest::GoToNextWord,
        (Key::Home, ..) | (Key::Char('a'), true, false) => InputRequest::GoToStart,
        (Key::End, ..) | (Key::Char('e'), true, false) => InputRequest::GoToEnd,
        (Key::Char('w'), true, false) | (Key::Backspace, true, _) | (Key::Backspace, _, true) => InputRequest::DeletePrevWord,
        _ => return None,
    })
}

/// The largest index not above `at` at which `text` can be cut.
fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(line: &mut Line, keys: &[&str]) {
        for key in keys {
            assert!(line.edit(key.parse().unwrap()), "{key}");
        }
    }

    #[test]
    fn what_looks_like_one_character_is_deleted_as_one() {
        let mut line = Line::holding("ok e\u{301}👩‍👩‍👧🇳🇱");
        press(&mut line, &["backspace", "backspace", "backspace"]);
        assert_eq!(line.text(), "ok ");
    }

    #[test]
    fn a_paste_is_one_line_however_it_was_broken() {
        let mut line = Line::holding("ab");
        press(&mut line, &["left"]);
        assert_eq!(line.paste("1\r\n2\u{1b}[31m"), None);
        assert_eq!(line.text(), "a1  2 [31mb");
        press(&mut line, &["x"]);
        assert_eq!(line.text(), "a1  2 [31mxb");
    }

    #[test]
    fn a_paste_that_is_too_long_is_cut_at_a_character_and_given_back() {
        let mut line = Line::default();
        let rest = line.paste(&"é".repeat(LONGEST)).unwrap();
        assert_eq!((line.text().len(), rest.len()), (LONGEST, LONGEST));
        press(&mut line, &["x"]);
        assert_eq!(line.text().len(), LONGEST);
    }
}
