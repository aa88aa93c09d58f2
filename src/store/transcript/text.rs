//! Plain text with stamps, as people type it and as noScribe, aTrain and f4 write it; and bytes that become text.
//!
//! Stamps are `[hh:mm:ss]`, `[mm:ss]`, `[hh:mm:ss.f]`, `{hh:mm:ss}`, `#hh:mm:ss-t#` (t are tenths) and `#hh:mm:ss#`. Where most lines that have one
//! begin with it, a passage begins there; where most end with it, as f4 has it, a passage ends there. Lines without any go on with what
//! stands before (or, where stamps end passages, with what comes after). A line that stands alone above a stamp, behind an empty one, is who
//! speaks.

use std::borrow::Cow;

use crate::store::transcript::clock::millis;
use crate::store::transcript::said::Gathered;
use crate::store::transcript::said::LONGEST;
use crate::store::transcript::said::Said;
use crate::store::transcript::speakers::label;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;

/// The text that `bytes` are: UTF-8, or UTF-16 with its mark or without.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let wide = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xfe, 0xff, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        [first, 0, ..] if *first != 0 => Some((bytes, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0, second, ..] if *second != 0 => Some((bytes, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((bytes, unit)) = wide {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        return if text.contains('\0') { Err(Unreadable::of(Why::NotText)) } else { Ok(Cow::Owned(text)) };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(Unreadable::of(Why::NotText));
    }
    let line = |at: usize| bytes[..at].split(|b| *b == b'\n').count();
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|why| Unreadable::at(line(why.valid_up_to()), Why::NotUtf8))
}

/// The signs that stand around a stamp.
const AROUND: [(char, char); 3] = [('[', ']'), ('{', '}'), ('#', '#')];

/// More than a stamp has between its signs.
const LONGEST_STAMP: usize = 16;

/// The stamp that `text` begins with: its time, and what comes after it.
fn stamp(text: &str) -> Option<(u64, &str)> {
    let first = text.chars().next()?;
    let (_, close) = AROUND.into_iter().find(|(open, _)| *open == first)?;
    let inside = &text[1..];
    let end = inside.bytes().take(LONGEST_STAMP).position(|b| char::from(b) == close)?;
    let inner = inside[..end].trim();
    // f4's tenths stand behind a hyphen.
    let time = if first == '#' { millis(&inner.replacen('-', ".", 1)) } else { millis(inner) };
    Some((time?, &inside[end + 1..]))
}

/// `text` without a stamp before it.
pub(super) fn without_stamp(text: &str) -> &str {
    stamp(text).map_or(text, |(_, rest)| rest.trim_start())
}

/// A line in its pieces: words and stamps, in their order.
enum Part<'t> {
    Words(&'t str),
    Stamp(u64),
}

fn parts(line: &str) -> Vec<Part<'_>> {
    let (mut found, mut begins, mut at) = (Vec::new(), 0, 0);
    while let Some(next) = line[at..].find(['[', '{', '#']).map(|next| at + next) {
        match stamp(&line[next..]) {
            Some((time, rest)) => {
                found.extend(Some(line[begins..next].trim()).filter(|words| !words.is_empty()).map(Part::Words));
                found.push(Part::Stamp(time));
                at = line.len() - rest.len();
                begins = at;
            }
            None => at = next + 1,
        }
    }
    found.extend(Some(line[begins..].trim()).filter(|words| !words.is_empty()).map(Part::Words));
    found
}

/// Whether a line says before its first stamp at most who speaks.
fn begins_with_stamp(parts: &[Part<'_>]) -> bool {
    match parts {
        [Part::Stamp(_), ..] => true,
        [Part::Words(words), Part::Stamp(_), ..] => label(words).is_some_and(|(_, rest)| rest.is_empty()),
        _ => false,
    }
}

/// Reads text with stamps.
pub(super) fn read(text: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let (mut begin, mut end) = (0_usize, 0_usize);
    for line in lines(text) {
        let parts = parts(line);
        if begins_with_stamp(&parts) {
            begin += 1;
        } else if let Some(Part::Stamp(_)) = parts.last() {
            end += 1;
        }
    }
    match (begin, end) {
        (0, 0) => Err(Unreadable::of(Why::NoStamps)),
        (begin, end) if end > begin => ends(text, gathered),
        _ => begins(text, gathered),
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}'])
}

/// The lines by the numbers that an editor gives them.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.split('\n')).flat_map(|(n, line)| lines(line.trim_end_matches('\r')).map(move |line| (n, line.trim())))
}

/// Adds words to a passage, as long as it may grow.
fn grow(said: &mut Said, words: &str) -> Result<(), Unreadable> {
    if said.words.len() + words.len() >= LONGEST {
        return Err(Unreadable::at(said.line, Why::LongPassage(LONGEST / 1000)));
    }
    said.words.push(' ');
    said.words.push_str(words);
    Ok(())
}

/// Stamps begin passages.
fn begins(text: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let mut open: Option<Said> = None;
    let (mut speaker, mut after_gap, mut alone): (String, bool, Option<(usize, &str)>) = (String::new(), true, None);
    for (n, line) in numbered(text) {
        if line.is_empty() {
            // A line that stood alone for another reason is a line like any other.
            (after_gap, alone) = (true, left_alone(alone, &mut open, gathered)?);
            continue;
        }
        let parts = parts(line);
        let has_stamp = parts.iter().any(|part| matches!(part, Part::Stamp(_)));
        if has_stamp && begins_with_stamp(&parts) {
            if let Some((_, who)) = alone.take() {
                who.trim_end_matches(':').clone_into(&mut speaker);
            }
        } else if !has_stamp && after_gap && is_who(line) {
            (alone, after_gap) = (Some((n, line)), false);
            continue;
        }
        alone = left_alone(alone, &mut open, gathered)?;
        after_gap = false;
        let (mut label_before, mut goes_on) = (None, false);
        for (at, part) in parts.iter().enumerate() {
            match part {
                Part::Stamp(from) => {
                    close(&mut open, Some(*from), gathered)?;
                    let speaker = label_before.clone().unwrap_or_else(|| speaker.clone());
                    open = Some(Said {
                        line: n,
                        from: *from,
                        to: None,
                        speaker,
                        words: String::new(),
                        goes_on: std::mem::replace(&mut goes_on, true),
                    });
                }
                Part::Words(words) if at == 0 && begins_with_stamp(&parts) => {
                    label_before = label(words).map(|(label, _)| label.to_owned());
                }
                Part::Words(words) => match &mut open {
                    // aTrain has a hyphen between the stamp and the words.
                    Some(said) if said.words.is_empty() => grow(said, words.strip_prefix("- ").unwrap_or(words))?,
                    Some(said) => grow(said, words)?,
                    None => gathered.before += 1,
                },
            }
        }
    }
    left_alone(alone, &mut open, gathered)?;
    close(&mut open, None, gathered)
}

/// What stood alone and was nobody's name goes on with what stands before it.
fn left_alone<'t>(
    alone: Option<(usize, &'t str)>,
    open: &mut Option<Said>,
    gathered: &mut Gathered,
) -> Result<Option<(usize, &'t str)>, Unreadable> {
    match (alone, open) {
        (Some((_, words)), Some(said)) => grow(said, words)?,
        (Some(_), None) => gathered.before += 1,
        (None, _) => {}
    }
    Ok(None)
}

/// Whether a line may be who speaks and nothing else.
fn is_who(line: &str) -> bool {
    let name = line.strip_suffix(':').unwrap_or(line);
    label(&format!("{name}:")).is_some_and(|(_, rest)| rest.is_empty()) && !name.ends_with('.')
}

fn close(open: &mut Option<Said>, next: Option<u64>, gathered: &mut Gathered) -> Result<(), Unreadable> {
    match open.take() {
        // One after the other: a stamp that goes back says nothing about the end.
        Some(said) => gathered.add(Said { to: next.filter(|next| *next >= said.from), ..said }),
        None => Ok(()),
    }
}

/// Stamps end passages, as f4 has it: the time at which the turn was over.
fn ends(text: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let (mut from, mut speaker) = (0, String::new());
    let mut open: Option<Said> = None;
    for (n, line) in numbered(text) {
        for part in parts(line) {
            match part {
                Part::Words(words) => match &mut open {
                    Some(said) => grow(said, words)?,
                    None => {
                        let (who, words) = match label(words) {
                            Some((label, rest)) => (Some(label.to_owned()), rest),
                            None => (None, words),
                        };
                        // A second stamp within a paragraph goes on with who speaks.
                        speaker = who.unwrap_or(speaker);
                        open = Some(Said { line: n, from, to: None, speaker: speaker.clone(), words: words.to_owned(), goes_on: false });
                    }
                },
                Part::Stamp(to) => {
                    if let Some(said) = open.take() {
                        gathered.add(Said { from: said.from.min(to), to: Some(to), ..said })?;
                    }
                    from = to;
                }
            }
        }
        if line.ends_with('#') || line.ends_with(']') || line.is_empty() && open.is_none() {
            speaker.clear();
        }
    }
    open.map_or(Ok(()), |said| gathered.add(said))
}
