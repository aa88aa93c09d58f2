//! Text that comes faster than anybody types.
//!
//! A terminal that does not know bracketed paste sends one as keys: each line end in it is an Enter, each tab a Tab, each first letter
//! perhaps a command. [`Bursts`] tells such a flood from a hand and hands it on as the paste it is. It refuses to hold anything back: what
//! came is passed on in the same turn, so nothing waits for more. Runs on the main thread, on values only.

use crate::shell::live::terminal::reader::Input;
use crate::tui::chord::Key;
use crate::tui::chord::Press;
use crate::tui::chord::Spelling;
use crate::tui::msg::Now;

/// Keys of text that are there at the same moment from which on nobody typed them: thirteen seconds of quick typing, more than piles up
/// while a machine or a connection hesitates.
const MANY: usize = 64;

/// How long a flood may pause and still be the same one, in milliseconds: longer than a slow connection's gaps, shorter than it takes to
/// look at what was pasted and press Enter.
const GAP_MS: u64 = 200;

/// Finds pastes among keys.
#[derive(Debug, Default)]
pub(crate) struct Bursts {
    /// When the last of a flood came, if one is under way.
    last_ms: Option<u64>,
}

impl Bursts {
    /// What these inputs mean, all of which were there at once.
    pub(crate) fn read(&mut self, came: Vec<(Input, Now)>) -> Vec<(Input, Now)> {
        let (mut meant, mut run) = (Vec::with_capacity(came.len()), Vec::new());
        for (input, now) in came {
            match input {
                Input::Key(press) if text_of(press).is_some() => run.push((press, now)),
                Input::Resized | Input::Answer | Input::Foreign => meant.push((input, now)),
                Input::Key(_) | Input::Paste(_) => {
                    self.close(std::mem::take(&mut run), &mut meant);
                    self.last_ms = None;
                    meant.push((input, now));
                }
            }
        }
        self.close(run, &mut meant);
        meant
    }

    /// A run of text has come to its end, for now.
    fn close(&mut self, run: Vec<(Press, Now)>, meant: &mut Vec<(Input, Now)>) {
        let Some((_, now)) = run.first().copied() else { return };
        let flows = self.last_ms.is_some_and(|last| now.mono_ms.saturating_sub(last) < GAP_MS);
        if flows || run.len() >= MANY {
            self.last_ms = run.last().map(|(_, now)| now.mono_ms);
            meant.push((Input::Paste(run.iter().filter_map(|(press, _)| text_of(*press)).collect()), now));
        } else {
            meant.extend(run.into_iter().map(|(press, now)| (Input::Key(press), now)));
        }
    }
}

/// What a key would be in a text.
fn text_of(press: Press) -> Option<char> {
    let chord = Some(press.chord).filter(|_| press.spelling == Spelling::AsOne)?;
    match (chord.key, chord.ctrl, chord.alt) {
        // Ctrl-J is how a terminal in raw mode says line feed.
        (Key::Enter, false, false) | (Key::Char('j'), true, false) => Some('\n'),
        (Key::Tab, false, false) => Some('\t'),
        _ => chord.typed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Position;
    use crate::domain::time::Stamp;
    use crate::tui::chord::Chord;

    fn at(mono_ms: u64) -> Now {
        Now { position: Position::START, wall: Stamp::new(0, 0), mono_ms }
    }

    fn keys(text: &str, ms: u64) -> Vec<(Input, Now)> {
        let key = |c| match c {
            '\n' => Chord::plain(Key::Enter),
            '\t' => Chord::plain(Key::Tab),
            '↓' => Chord::plain(Key::Down),
            c => Chord::plain(Key::Char(c)),
        };
        text.chars().map(|c| (Input::Key(key(c).into()), at(ms))).collect()
    }

    /// Keys one by one, pastes in brackets.
    fn told(bursts: &mut Bursts, came: Vec<(Input, Now)>) -> String {
        let one = |(input, _): (Input, Now)| match input {
            Input::Key(press) => press.chord.to_string() + " ",
            Input::Paste(text) => format!("[{text}]"),
            Input::Resized => "resized ".into(),
            Input::Answer | Input::Foreign => String::new(),
        };
        bursts.read(came).into_iter().map(one).collect()
    }

    #[test]
    fn what_a_hand_types_is_keys_however_late_it_is_read() {
        let mut bursts = Bursts::default();
        let typed = "one thing\nanother thing\nand a third, all while it hung\n";
        assert!(typed.len() < MANY);
        assert_eq!(told(&mut bursts, keys(typed, 0)).matches("Enter ").count(), 3);
        assert_eq!(told(&mut bursts, keys("\n", 10)), "Enter ");
    }

    #[test]
    fn a_flood_is_one_paste_until_it_pauses() {
        let mut bursts = Bursts::default();
        let line = "/a line of many, as it came out of another window of mine.\tIt goes on.\n";
        assert_eq!(told(&mut bursts, keys(line, 0)), format!("[{line}]"));
        assert_eq!(told(&mut bursts, keys("end\n", 150)), "[end\n]", "a short rest of it");
        assert_eq!(told(&mut bursts, keys("\n", 150 + GAP_MS)), "Enter ", "the hand that saves it");
    }

    #[test]
    fn a_key_that_is_no_text_ends_a_flood() {
        let mut bursts = Bursts::default();
        let flood = "x".repeat(MANY);
        assert_eq!(told(&mut bursts, keys(&format!("{flood}↓\n"), 0)), format!("[{flood}]Down Enter "));
        let mut with_sizes = keys(&flood, 10);
        with_sizes.insert(7, (Input::Resized, at(10)));
        assert_eq!(told(&mut bursts, with_sizes), format!("resized [{flood}]"), "a window may change its size meanwhile");
    }
}
