//! Bytes from a terminal become keys; what is not a key becomes nothing.
//!
//! A terminal sends more than what a hand does: answers to questions that somebody else asked (its colours, its name, where its cursor
//! is), notices, pastes. They begin like keys do and come in pieces, late, and cut short. [`Reader`] is the state machine of DEC's VT500
//! series (vt100.net/emu/dec_ansi_parser) turned round, from what a terminal is told to what it tells: a control string is swallowed whole,
//! whatever stands in it, a control sequence is a key only if it is known to be one ([`crate::shell::live::terminal::sequence`]), and a byte that is no UTF-8 costs
//! none of its neighbours. It refuses to know the time and the terminal: bytes come with the moment at which they were read, and however
//! they are cut into pieces, the keys are the same. Who calls it says when silence has lasted long enough ([`Reader::due`]).
//!
//! Where its rules come from: ECMA-48 (5.4 control sequences, 5.6 control strings, 8.3.89 OSC and its kin), xterm's *ctlseqs* (BEL ends
//! an OSC; bracketed paste), the kitty keyboard protocol for `CSI ... u`.

use std::time::Duration;

use crate::shell::live::terminal::sequence;
use crate::shell::live::terminal::sequence::Dialect;
use crate::shell::live::terminal::sequence::Reading;
use crate::tui::chord::Chord;
use crate::tui::chord::Company;
use crate::tui::chord::Key;
use crate::tui::chord::Press;
use crate::tui::chord::Spelling;

/// What came from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// A key.
    Key(Press),
    /// A paste.
    Paste(String),
    /// Something the terminal said by itself; it means nothing here.
    Answer,
    /// Bytes that are not UTF-8: somebody typed something that was lost.
    Foreign,
    /// The window has another size, or the terminal was somebody else's meanwhile; everything is drawn again.
    Resized,
}

/// How long an Esc waits for the rest of a sequence that it may begin. Pieces lie up to 50 ms apart where a machine or a connection is
/// slow; a hand that presses Esc does not notice twice that.
const ESC: Duration = Duration::from_millis(100);

/// How long a sequence or a string that has begun may be silent.
const SILENCE: Duration = Duration::from_secs(1);

/// How long a paste may be silent. One that never ends would keep every key to itself, the one that goes off the record among them.
const PASTE_SILENCE: Duration = Duration::from_secs(2);

/// How long a control string may be, in bytes.
const LONGEST_STRING: usize = 64 * 1024;

/// How long a control sequence may be; a longer one is none that we know.
const LONGEST_SEQUENCE: usize = 64;

/// How much of a paste is handed on at once, in bytes.
const PIECE: usize = 1024 * 1024;

/// What ends a paste.
const PASTE_ENDS: &[u8] = b"\x1b[201~";

const BEL: u8 = 0x07;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;
const ESCAPE: u8 = 0x1b;
const DEL: u8 = 0x7f;
/// String terminator, the C1 control.
const ST: u8 = 0x9c;

/// What the bytes so far may become.
#[derive(Clone, Debug, Default)]
enum State {
    /// Nothing has begun.
    #[default]
    Ground,
    /// ESC.
    Escape,
    /// A control sequence, and its parameters and intermediates so far.
    Sequence(Vec<u8>),
    /// `CSI [`, with which the Linux console begins F1 to F5.
    Console,
    /// SS3, with which arrows and F1 to F4 may begin.
    Single,
    /// SS3 and a digit, with which F1 to F4 may begin that are pressed with something else.
    SingleHeld(u8),
    /// A control string.
    Text(Swallowed),
    /// A paste, and what of it was not handed on yet.
    Paste(Vec<u8>),
    /// A character of more than one byte, and how many it has.
    Utf8 { bytes: [u8; 4], have: usize, need: usize },
    /// A C1 control outside a character: an introducer only if what follows looks like it.
    C1(u8),
}

/// A control string that is being swallowed.
#[derive(Clone, Debug)]
struct Swallowed {
    /// The byte after ESC that began it.
    began: u8,
    /// How many bytes it has.
    taken: usize,
    /// Whether the last of them was ESC, which may be the first half of its end.
    escaped: bool,
    /// How many bytes of a character are still to come: C1 controls are none inside one (`Ü` is C3 9C).
    within: usize,
}

/// The state machine.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reader {
    /// Which keys the terminal sends in its own way.
    dialect: Dialect,
    state: State,
    /// How many ESC came before what is being read, at most two.
    escapes: u8,
    /// When the last byte came.
    last: Duration,
}

impl Reader {
    /// For a terminal that speaks `dialect`.
    #[cfg(any(unix, test))]
    pub(crate) fn of(dialect: Dialect) -> Self {
        Self { dialect, ..Self::default() }
    }

    /// Takes bytes that were read `at` this moment, and adds what they mean to `heard`.
    pub(crate) fn feed(&mut self, bytes: &[u8], at: Duration, heard: &mut Vec<Input>) {
        self.last = at;
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            if let State::Paste(held) = &mut self.state {
                // Long ones come at once: nothing is looked at byte by byte but what may be the end.
                let until = rest.iter().position(|b| *b == b'~').map_or(rest.len(), |i| i + 1).min(PIECE);
                held.extend_from_slice(&rest[..until]);
                rest = &rest[until..];
                self.paste_goes_on(heard);
                continue;
            }
            rest = after;
            self.take(byte, heard);
        }
    }

    /// When silence will have said something, if nothing comes before.
    pub(crate) fn due(&self) -> Option<Duration> {
        let patience = match &self.state {
            State::Ground => return None,
            State::Escape | State::Console | State::Single | State::SingleHeld(_) => ESC,
            State::Sequence(so_far) if so_far.is_empty() => ESC,
            State::Text(text) if text.taken == 0 => ESC,
            State::Sequence(_) | State::Text(_) | State::Utf8 { .. } | State::C1(_) => SILENCE,
            State::Paste(_) => PASTE_SILENCE,
        };
        Some(self.last + patience)
    }

    /// It is `now`, and nothing waits to be read: what has waited long enough for more is what it is. An Esc is a key, a string that
    /// has only begun was an Esc and a letter, and what was cut off in its middle was nothing.
    pub(crate) fn pass(&mut self, now: Duration, heard: &mut Vec<Input>) {
        if self.due().is_none_or(|due| now < due) {
            return;
        }
        match std::mem::take(&mut self.state) {
            State::Escape => self.flush_escapes(heard),
            State::Sequence(so_far) if so_far.is_empty() => self.after_escape(character(b'['), heard),
            State::Single => self.after_escape(character(b'O'), heard),
            State::SingleHeld(digit) => self.typed_instead(digit, heard),
            State::Text(text) if text.taken == 0 => self.after_escape(character(text.began), heard),
            State::Paste(held) => heard.push(Input::Paste(readable(&held))),
            State::Utf8 { .. } | State::C1(_) => {
                self.flush_escapes(heard);
                self.foreign(heard);
            }
            State::Ground => {}
            State::Sequence(_) | State::Console | State::Text(_) => self.nothing(heard),
        }
    }

    fn take(&mut self, byte: u8, heard: &mut Vec<Input>) {
        match std::mem::take(&mut self.state) {
            State::Ground => self.ground(byte, heard),
            State::Escape => self.escape(byte, heard),
            State::Sequence(so_far) => self.sequence(so_far, byte, heard),
            State::Console => match byte {
                b'A'..=b'E' => self.key(Chord::plain(Key::F(byte - b'A' + 1)), heard),
                _ => {
                    self.nothing(heard);
                    self.ground(byte, heard);
                }
            },
            State::Single => match sequence::single(byte, self.dialect) {
                Some(Reading::Key(chord)) => self.key(chord, heard),
                Some(Reading::Nothing | Reading::PasteBegins) => self.nothing(heard),
                None if matches!(byte, b'2'..=b'8') => self.state = State::SingleHeld(byte),
                None => {
                    self.after_escape(character(b'O'), heard);
                    self.ground(byte, heard);
                }
            },
            State::SingleHeld(digit) => match sequence::single_held(digit, byte) {
                Some(chord) => self.key(chord, heard),
                None => {
                    self.typed_instead(digit, heard);
                    self.ground(byte, heard);
                }
            },
            State::Text(text) => self.text(text, byte, heard),
            State::Utf8 { bytes, have, need } => self.utf8(bytes, have, need, byte, heard),
            State::C1(control) => self.c1(control, byte, heard),
            // Handled where bytes come in.
            State::Paste(held) => self.state = State::Paste(held),
        }
    }

    fn ground(&mut self, byte: u8, heard: &mut Vec<Input>) {
        match byte {
            ESCAPE => (self.state, self.escapes) = (State::Escape, 1),
            0x80..=0x9f => self.state = State::C1(byte),
            0xc2..=0xf4 => self.begin_utf8(byte),
            0xa0..=0xff => self.foreign(heard),
            _ => self.key(character(byte), heard),
        }
    }

    fn escape(&mut self, byte: u8, heard: &mut Vec<Input>) {
        match byte {
            ESCAPE => {
                if self.escapes == 2 {
                    heard.push(alone(Chord::plain(Key::Esc)));
                }
                (self.state, self.escapes) = (State::Escape, 2);
            }
            b'[' => self.state = State::Sequence(Vec::new()),
            b'O' => self.state = State::Single,
            // DCS, SOS, OSC, PM, APC.
            b'P' | b'X' | b']' | b'^' | b'_' => self.state = State::Text(Swallowed { began: byte, taken: 0, escaped: false, within: 0 }),
            // The end of a string whose beginning somebody else has read.
            b'\\' => self.nothing(heard),
            0xc2..=0xf4 => self.begin_utf8(byte),
            0x80.. => {
                self.flush_escapes(heard);
                self.ground(byte, heard);
            }
            _ => self.after_escape(character(byte), heard),
        }
    }

    fn sequence(&mut self, mut so_far: Vec<u8>, byte: u8, heard: &mut Vec<Input>) {
        match byte {
            b'$' if self.dialect == Dialect::Rxvt && sequence::is_a_number(&so_far) => self.ended(&so_far, byte, heard),
            0x20..=0x3f => {
                // One that is too long keeps its length: it is swallowed to its end.
                if so_far.len() <= LONGEST_SEQUENCE {
                    so_far.push(byte);
                }
                self.state = State::Sequence(so_far);
            }
            b'[' if so_far.is_empty() => self.state = State::Console,
            0x40..=0x7e => self.ended(&so_far, byte, heard),
            DEL => self.state = State::Sequence(so_far),
            CAN | SUB => self.nothing(heard),
            _ => {
                self.nothing(heard);
                self.ground(byte, heard);
            }
        }
    }

    /// A control sequence is whole.
    fn ended(&mut self, parameters: &[u8], last: u8, heard: &mut Vec<Input>) {
        match sequence::meaning(parameters, last, self.dialect) {
            _ if parameters.len() > LONGEST_SEQUENCE => self.nothing(heard),
            Reading::Key(chord) => self.key(chord, heard),
            Reading::PasteBegins => (self.state, self.escapes) = (State::Paste(Vec::new()), 0),
            Reading::Nothing => self.nothing(heard),
        }
    }

    /// What might have been SS3 and a digit was Esc, a letter and a digit.
    fn typed_instead(&mut self, digit: u8, heard: &mut Vec<Input>) {
        self.after_escape(character(b'O'), heard);
        self.key(character(digit), heard);
    }

    fn text(&mut self, mut text: Swallowed, byte: u8, heard: &mut Vec<Input>) {
        let escaped = std::mem::replace(&mut text.escaped, byte == ESCAPE);
        text.taken += 1;
        match byte {
            BEL | CAN => return self.nothing(heard),
            b'\\' if escaped => return self.nothing(heard),
            ST if text.within == 0 => return self.nothing(heard),
            0x80..=0x9f if text.within == 0 => {
                self.nothing(heard);
                return self.ground(byte, heard);
            }
            0x80..=0xbf => text.within = text.within.saturating_sub(1),
            0xc2..=0xf4 => text.within = length(byte) - 1,
            _ => text.within = 0,
        }
        if text.taken >= LONGEST_STRING {
            return self.nothing(heard);
        }
        self.state = State::Text(text);
    }

    fn begin_utf8(&mut self, lead: u8) {
        self.state = State::Utf8 { bytes: [lead, 0, 0, 0], have: 1, need: length(lead) };
    }

    fn utf8(&mut self, mut bytes: [u8; 4], have: usize, need: usize, byte: u8, heard: &mut Vec<Input>) {
        if !(0x80..=0xbf).contains(&byte) {
            self.flush_escapes(heard);
            self.foreign(heard);
            return self.ground(byte, heard);
        }
        bytes[have] = byte;
        if have + 1 < need {
            self.state = State::Utf8 { bytes, have: have + 1, need };
            return;
        }
        match std::str::from_utf8(&bytes[..need]).ok().and_then(|text| text.chars().next()) {
            Some(c) if c.is_control() => {
                self.flush_escapes(heard);
                // A C1 control that was written as a character is the same control.
                self.state = State::C1(byte);
            }
            Some(c) if self.escapes > 0 => self.after_escape(Chord::plain(Key::Char(c)), heard),
            Some(c) => self.key(Chord::plain(Key::Char(c)), heard),
            None => {
                self.flush_escapes(heard);
                self.foreign(heard);
            }
        }
    }

    /// A terminal that was told to use C1 controls answers with them. In other alphabets the same bytes are letters, so it has to look like
    /// an answer: a number, or one of the signs that answers begin with.
    fn c1(&mut self, control: u8, byte: u8, heard: &mut Vec<Input>) {
        let began = match (control, byte) {
            (0x9b, b'<'..=b'?' | b'0'..=b'9') => b'[',
            (0x9d, b'0'..=b'9') => b']',
            (0x90, b'>' | b'!' | b'0'..=b'9') => b'P',
            (0x9f, b'G') => b'_',
            _ => {
                self.foreign(heard);
                return self.ground(byte, heard);
            }
        };
        self.escapes = 1;
        self.escape(began, heard);
        self.take(byte, heard);
    }

    /// The paste has grown: hands on what is long enough, and the rest if it has ended.
    fn paste_goes_on(&mut self, heard: &mut Vec<Input>) {
        let State::Paste(held) = &mut self.state else { return };
        if held.ends_with(PASTE_ENDS) {
            let text = readable(&held[..held.len() - PASTE_ENDS.len()]);
            self.state = State::Ground;
            return heard.push(Input::Paste(text));
        }
        while held.len() >= PIECE + PASTE_ENDS.len() {
            // Not through a character.
            let cut = (PIECE - 3..=PIECE).rev().find(|at| held[*at] & 0xc0 != 0x80).unwrap_or(PIECE);
            let rest = held.split_off(cut);
            heard.push(Input::Paste(readable(&std::mem::replace(held, rest))));
        }
    }

    /// A key, and before it the second of two ESC: Alt with a key that has a sequence of its own is sent so.
    fn key(&mut self, chord: Chord, heard: &mut Vec<Input>) {
        let spelling = if std::mem::take(&mut self.escapes) == 2 { Spelling::AfterEsc } else { Spelling::AsOne };
        heard.push(Input::Key(Press { chord, spelling, company: Company::Among }));
    }

    /// An ESC and a key that has none.
    fn after_escape(&mut self, chord: Chord, heard: &mut Vec<Input>) {
        if std::mem::take(&mut self.escapes) == 2 {
            heard.push(alone(Chord::plain(Key::Esc)));
        }
        heard.push(Input::Key(Press { chord, spelling: Spelling::AfterEsc, company: Company::Among }));
    }

    /// The ESC that came were keys.
    fn flush_escapes(&mut self, heard: &mut Vec<Input>) {
        for _ in 0..std::mem::take(&mut self.escapes) {
            heard.push(alone(Chord::plain(Key::Esc)));
        }
    }

    fn nothing(&mut self, heard: &mut Vec<Input>) {
        self.escapes = 0;
        heard.push(Input::Answer);
    }

    fn foreign(&mut self, heard: &mut Vec<Input>) {
        self.escapes = 0;
        heard.push(Input::Foreign);
    }
}

fn alone(chord: Chord) -> Input {
    Input::Key(Press { chord, spelling: Spelling::AsOne, company: Company::Among })
}

/// How many bytes a character has that begins with `lead` (RFC 3629).
fn length(lead: u8) -> usize {
    match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

/// The text of a paste; bytes that are not UTF-8 are left out.
fn readable(bytes: &[u8]) -> String {
    bytes.utf8_chunks().map(|chunk| chunk.valid()).collect()
}

/// A byte below 0x80 other than ESC as a key.
fn character(byte: u8) -> Chord {
    let ctrl = |c: u8| Chord { key: Key::Char(char::from(c)), ctrl: true, alt: false };
    match byte {
        b'\r' => Chord::plain(Key::Enter),
        b'\t' => Chord::plain(Key::Tab),
        // Ctrl-H is what Backspace sends on many terminals.
        0x08 | DEL => Chord::plain(Key::Backspace),
        0x00 => ctrl(b' '),
        0x01..=0x1a => ctrl(byte - 1 + b'a'),
        // Ctrl with `\`, `]`, `^` and `_`.
        0x1b..=0x1f => ctrl(byte + 0x40),
        _ => Chord::plain(Key::Char(char::from(byte))),
    }
}

#[cfg(test)]
mod tests;
