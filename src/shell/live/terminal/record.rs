//! A console's record of a key, as a chord.

use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;

use crate::tui::chord::Chord;
use crate::tui::chord::Key;

/// A key press as a chord; nothing for releases and for keys we do not name.
pub(super) fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let (ctrl, alt) = (event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT));
    let key = match event.code {
        // AltGr is told as Ctrl and Alt. No key of ours has both; a letter or a digit may still be meant for somebody else's.
        KeyCode::Char(c) if ctrl && alt && !c.is_ascii_alphanumeric() => return Some(Chord::plain(Key::Char(c))),
        KeyCode::Char('h' | 'H') if ctrl => return Some(Chord::plain(Key::Backspace)),
        KeyCode::Char(c) if ctrl || alt => Key::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(n) => Key::F(n),
        KeyCode::Enter => Key::Enter,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    };
    Some(Chord { key, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(code: KeyCode, modifiers: KeyModifiers) -> Option<Chord> {
        chord(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn what_altgr_types_is_text() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        for c in ['@', '\u{20ac}', '{', ']', '\\', '\u{105}', '\u{e9}', '\u{b5}'] {
            assert_eq!(told(KeyCode::Char(c), altgr), Some(Chord::plain(Key::Char(c))), "{c}");
            assert_eq!(told(KeyCode::Char(c), altgr | KeyModifiers::SHIFT), Some(Chord::plain(Key::Char(c))), "{c}");
        }
        assert_eq!(told(KeyCode::Char('q'), altgr), Some(Chord { key: Key::Char('q'), ctrl: true, alt: true }));
    }

    #[test]
    fn a_key_is_heard_when_it_goes_down() {
        let up = KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(chord(up), None);
        assert_eq!(told(KeyCode::Char('A'), KeyModifiers::SHIFT), Some(Chord::plain(Key::Char('A'))));
        assert_eq!(told(KeyCode::Char('Z'), KeyModifiers::CONTROL), Some(Chord { key: Key::Char('z'), ctrl: true, alt: false }));
        assert_eq!(told(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(Chord::plain(Key::Backspace)), "as where there is a tty");
        assert_eq!(told(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }
}
