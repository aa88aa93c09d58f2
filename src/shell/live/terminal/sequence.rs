//! Control sequences that are keys. All others are none: a table of what is known, and nothing else.
//!
//! Cursor and function keys are those of xterm (*ctlseqs*, "PC-Style Function Keys": `CSI 1 ; m A`, `CSI n ; m ~`, where m - 1 is a set of
//! 1 Shift, 2 Alt, 4 Ctrl, 8 Super, 16 Hyper, 32 Meta) and of the Linux console; `CSI code ; m u` is that of fixterms and of the kitty keyboard
//! protocol, `CSI 27 ; m ; code ~` xterm's modifyOtherKeys. Two families of terminals have keys of their own ([`Dialect`]). Values only.

use crate::tui::chord::Chord;
use crate::tui::chord::Key;

/// Which keys a terminal sends in its own way, by the name that it goes by. Each is read so only where it is sure to be one: in other
/// terminals the same bytes are something else, or Esc and letters that were typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(any(unix, test)), allow(dead_code, reason = "a console is no terminal with a name"))]
pub(crate) enum Dialect {
    /// None: those of xterm.
    #[default]
    Usual,
    /// Those of rxvt and its heirs (`doc/rxvt.7`, "Key Codes"): SS3 and a small letter is an arrow with Ctrl, and `$` ends a key with Shift.
    Rxvt,
    /// Those of st, which sends what the keys do instead of what they are called while its keypad is in numeric mode.
    Simple,
}

impl Dialect {
    /// That of a terminal which is called `term` in the environment.
    #[cfg(any(unix, test))]
    pub(crate) fn of(term: &str) -> Self {
        let is = |name: &str| term == name || term.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
        match () {
            () if term.starts_with("rxvt") => Self::Rxvt,
            () if is("st") => Self::Simple,
            () => Self::Usual,
        }
    }
}

/// What a control sequence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A key.
    Key(Chord),
    /// What follows is a paste.
    PasteBegins,
    /// Nothing to us: an answer, a notice, a key that was let go.
    Nothing,
}

/// Modifiers that were held.
#[derive(Clone, Copy, Debug)]
struct Modifiers {
    shift: bool,
    ctrl: bool,
    alt: bool,
}

/// What SS3 and `byte` mean; nothing at all if they are no key. The keypad's own are not among them, because it is told not to send them, and
/// letters that follow on Esc and a capital O are letters. Two of them come all the same: Enter, which Konsole sends for Enter with Shift, and
/// the 5 without Num Lock, which tmux sends and nobody needs.
pub(super) fn single(byte: u8, dialect: Dialect) -> Option<Reading> {
    let key = match byte {
        b'P'..=b'S' => Key::F(byte - b'P' + 1),
        b'M' => Key::Enter,
        b'E' => return Some(Reading::Nothing),
        b'a'..=b'd' if dialect == Dialect::Rxvt => {
            return cursor(byte.to_ascii_uppercase()).map(|key| Reading::Key(Chord { ctrl: true, ..Chord::plain(key) }));
        }
        _ => cursor(byte)?,
    };
    Some(Reading::Key(Chord::plain(key)))
}

/// The key that SS3, `modifiers` as a digit and `byte` stand for: F1 to F4 of Konsole.
pub(super) fn single_held(modifiers: u8, byte: u8) -> Option<Chord> {
    let held = held(u32::from(modifiers.wrapping_sub(b'0')), 0)?;
    matches!(byte, b'P'..=b'S').then(|| named(Key::F(byte - b'P' + 1), held))
}

/// Whether these are the parameters of a key of the VT220: with Shift, rxvt ends it with a `$`, which is an intermediate in every other
/// terminal (`CSI Ps ; Pm $ y`), and what follows it there is no key either.
pub(super) fn is_a_number(parameters: &[u8]) -> bool {
    !parameters.is_empty() && parameters.iter().all(u8::is_ascii_digit)
}

/// What a control sequence with these parameters and intermediates, and this final byte, means.
pub(super) fn meaning(parameters: &[u8], last: u8, dialect: Dialect) -> Reading {
    if !parameters.iter().all(|b| matches!(b, b'0'..=b'9' | b';' | b':')) {
        return Reading::Nothing;
    }
    let fields: Vec<Vec<u32>> = parameters.split(|b| *b == b';').map(numbers).collect();
    let field = |n: usize, part: usize| fields.get(n).and_then(|f| f.get(part)).copied().filter(|value| *value > 0);
    let first = field(0, 0).unwrap_or(1);
    if last == b'~' && first == 200 {
        return Reading::PasteBegins;
    }
    let is_other_key = last == b'~' && first == 27;
    // Which kind of event it is: pressed, repeated, let go.
    if !matches!(field(1, 1), None | Some(1 | 2)) || fields.len() > 3 {
        return Reading::Nothing;
    }
    // Which bit is Alt's: older sequences have one for Meta where kitty's have one for Super (iTerm2's Option is 9 with an arrow).
    let meta = if last == b'u' || is_other_key { 0 } else { 8 };
    let Some(held) = held(field(1, 0).unwrap_or(1), meta) else { return Reading::Nothing };
    let chord = match last {
        b'P' if dialect == Dialect::Simple && parameters.is_empty() => Some(Chord::plain(Key::Delete)),
        b'h' if dialect == Dialect::Simple && parameters == b"4" => Some(Chord::plain(Key::Insert)),
        // With two numbers, R says where the cursor is.
        b'R' if !parameters.is_empty() => None,
        b'P'..=b'S' if first == 1 => Some(named(Key::F(last - b'P' + 1), held)),
        b'Z' if first == 1 => Some(named(Key::BackTab, held)),
        b'~' if is_other_key => field(2, 0).and_then(|code| of_code(code, None, held)),
        b'~' => of_number(first).map(|key| named(key, held)),
        b'^' | b'$' | b'@' if is_a_number(parameters) => of_number(first).map(|key| named(key, held_in_rxvt(last))),
        b'a'..=b'd' if dialect == Dialect::Rxvt && parameters.is_empty() => cursor(last.to_ascii_uppercase()).map(Chord::plain),
        b'u' => field(0, 0).and_then(|code| of_code(code, field(0, 1), held)),
        _ if first == 1 => cursor(last).map(|key| named(key, held)),
        _ => None,
    };
    chord.map_or(Reading::Nothing, Reading::Key)
}

/// The numbers of one field, divided by colons; one too large to be any is as large as can be.
fn numbers(field: &[u8]) -> Vec<u32> {
    let digit = |number: u32, b: &u8| number.saturating_mul(10).saturating_add(u32::from(b - b'0'));
    field.split(|b| *b == b':').map(|digits| digits.iter().fold(0, digit)).collect()
}

/// The modifiers in `m`, where `meta` is another bit for Alt; nothing with those that belong to the desktop.
fn held(m: u32, meta: u32) -> Option<Modifiers> {
    let bits = m.saturating_sub(1);
    let has = |bit: u32| bits & bit != 0;
    let is_the_desktops = has((8 | 16) & !meta);
    (bits < 256 && !is_the_desktops).then(|| Modifiers { shift: has(1), alt: has(2 | 32 | meta), ctrl: has(4) })
}

/// The modifiers that rxvt says with the sign at the end of a key's number.
fn held_in_rxvt(last: u8) -> Modifiers {
    Modifiers { shift: matches!(last, b'$' | b'@'), ctrl: matches!(last, b'^' | b'@'), alt: false }
}

fn cursor(last: u8) -> Option<Key> {
    Some(match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        _ => return None,
    })
}

/// `CSI n ~`: what stands on the keyboards of the VT220, in xterm's numbering.
fn of_number(n: u32) -> Option<Key> {
    let number = |from: u32, to: u8| u8::try_from(n - from).ok().map(|n| Key::F(n + to));
    match n {
        1 | 7 => Some(Key::Home),
        2 => Some(Key::Insert),
        3 => Some(Key::Delete),
        4 | 8 => Some(Key::End),
        5 => Some(Key::PageUp),
        6 => Some(Key::PageDown),
        // There are holes in the row, where the keyboard had them.
        11..=15 => number(11, 1),
        17..=21 => number(17, 6),
        23..=26 => number(23, 11),
        28 | 29 => number(28, 15),
        31..=34 => number(31, 17),
        _ => None,
    }
}

/// A key that has a name. Shift is said by no chord, but with a function key it is the one twelve further: that is how terminals send F13
/// to F24, which foot pedals have (terminfo's kf13 of xterm is Shift-F1).
fn named(key: Key, held: Modifiers) -> Chord {
    let key = match key {
        Key::F(n @ 1..=12) if held.shift => Key::F(n + 12),
        Key::Tab if held.shift => Key::BackTab,
        Key::Up if held.shift && !held.ctrl && !held.alt => Key::ShiftUp,
        Key::Down if held.shift && !held.ctrl && !held.alt => Key::ShiftDown,
        key => key,
    };
    Chord { key, ctrl: held.ctrl, alt: held.alt }
}

/// A key by the code of its character, or by kitty's number for what has none.
fn of_code(code: u32, shifted: Option<u32>, held: Modifiers) -> Option<Chord> {
    let key = match code {
        13 | 57414 => Key::Enter,
        9 => Key::Tab,
        27 => Key::Esc,
        8 | 127 => Key::Backspace,
        57376..=57387 => Key::F(u8::try_from(code - 57376).ok()? + 13),
        57417 => Key::Left,
        57418 => Key::Right,
        57419 => Key::Up,
        57420 => Key::Down,
        57421 => Key::PageUp,
        57422 => Key::PageDown,
        57423 => Key::Home,
        57424 => Key::End,
        57425 => Key::Insert,
        57426 => Key::Delete,
        // The keypad.
        57399..=57408 => Key::Char(char::from(b'0' + u8::try_from(code - 57399).ok()?)),
        57409 => Key::Char('.'),
        57410 => Key::Char('/'),
        57411 => Key::Char('*'),
        57412 => Key::Char('-'),
        57413 => Key::Char('+'),
        57415 => Key::Char('='),
        57416 => Key::Char(','),
        // The rest of kitty's: locks, media, modifiers.
        57344..=63743 => return None,
        _ => Key::Char(char::from_u32(code).filter(|c| !c.is_control())?),
    };
    let Key::Char(c) = key else { return Some(named(key, held)) };
    if held.ctrl && matches!(c, 'h' | 'H') {
        return Some(Chord::plain(Key::Backspace));
    }
    let c = match (held.ctrl || held.alt, held.shift) {
        (true, _) => c.to_ascii_lowercase(),
        (false, true) => shifted.and_then(char::from_u32).unwrap_or_else(|| capital(c)),
        (false, false) => c,
    };
    (!c.is_control()).then_some(Chord { key: Key::Char(c), ctrl: held.ctrl, alt: held.alt })
}

/// `c` with Shift; itself if that would be more than one character.
fn capital(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}
