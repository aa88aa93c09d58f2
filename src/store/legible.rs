//! The bytes of a file that a person wrote as text, or in words why they are none.
//!
//! People save as UTF-16 or Windows-1252, choose the wrong file, paste what cannot be seen. Each is told by name before anything reads
//! the text for what it means. No IO; any thread.

use std::borrow::Cow;

use crate::store::problem::At;
use crate::store::problem::Problem;
use crate::store::problem::Problems;
use crate::store::problem::steers;
use crate::words::say;

/// The largest file that is read: a guide of two hours is some 30 kB, so this is no limit for people.
const MAX_BYTES: usize = 1024 * 1024;

/// The text of a file, or the one problem that keeps it from being one.
pub(crate) fn text<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Vec<Problem>> {
    let refuse = |readable: &str, at: At, what: String, hint: String| {
        let mut problems = Problems::new(file, readable);
        problems.add(at, what, hint);
        problems.into_sorted()
    };
    let top = At { line: 1, column: 1 };
    if bytes.len() > MAX_BYTES {
        let what = say!("text-too-large");
        return Err(refuse("", top, what, say!("yaml-right-file")));
    }
    // A text has no zero bytes, except that UTF-16 pairs one with every common letter.
    let utf16 = |pair: &[u8]| matches!(pair, [0xff, 0xfe] | [0xfe, 0xff]) || (pair.contains(&0) && pair != [0, 0]);
    if bytes.get(..2).is_some_and(utf16) {
        return Err(refuse("", top, say!("text-utf16"), say!("text-save-utf8")));
    }
    if bytes.contains(&0) {
        return Err(refuse("", top, say!("text-none"), say!("text-right-file")));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = good.split(|b| *b == b'\n').count();
        let column = String::from_utf8_lossy(good).chars().rev().take_while(|c| *c != '\n').count() + 1;
        let what = say!("text-not-utf8");
        let hint = say!("text-latin");
        refuse(&String::from_utf8_lossy(bytes), At { line, column }, what, hint)
    })
}

/// The same of a file in YAML, with every line ended so that all who count lines count the same: YAML ends one at a lone carriage return
/// as well (section 5.4 of version 1.2.2), which Rust does not. No byte comes or goes, so that places stay where they are in the file.
pub(crate) fn yaml<'b>(file: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Vec<Problem>> {
    let text = text(file, bytes)?;
    let is_alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| is_alone(at)) {
        return Ok(Cow::Borrowed(text));
    }
    Ok(text.char_indices().map(|(at, c)| if c == '\r' && is_alone(at) { '\n' } else { c }).collect::<String>().into())
}

/// Tells every line on which a character steers the terminal or the direction of reading.
pub(crate) fn tell_steering(text: &str, problems: &mut Problems) {
    for (l, line) in text.split('\n').enumerate() {
        if let Some((c, found)) = line.chars().enumerate().find(|(_, c)| steers(*c)) {
            let what = say!("text-control", code = format!("U+{:04X}", u32::from(found)));
            problems.add(At { line: l + 1, column: c + 1 }, what, say!("text-control-out"));
        }
    }
}
