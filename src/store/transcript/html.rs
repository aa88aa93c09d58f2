//! noScribe's page: a paragraph a turn, in it one anchor a segment, whose name says when and who (`ts_1200_3400_S00`, in milliseconds).

use crate::store::transcript::clock::LONGEST;
use crate::store::transcript::markup::Piece;
use crate::store::transcript::markup::pieces;
use crate::store::transcript::markup::unescaped;
use crate::store::transcript::said::Gathered;
use crate::store::transcript::said::Said;
use crate::store::transcript::text;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;

/// Reads such a page.
pub(super) fn read(text: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let (mut line, mut open): (usize, Option<Said>) = (1, None);
    let mut has_any = false;
    for piece in pieces(text) {
        match (piece, &mut open) {
            (Piece::Text(text), Some(said)) => said.words.push_str(&unescaped(text)),
            (Piece::Tag(tag), _) if is(tag, "a") => {
                if let Some(before) = open.take() {
                    gathered.add(without_stamp(before))?;
                }
                if let Some(name) = attribute(tag, "name").filter(|name| name.starts_with("ts_")) {
                    open = Some(segment(name, line)?);
                    has_any = true;
                }
            }
            (Piece::Tag(tag), _) if is(tag, "/a") => {
                if let Some(said) = open.take() {
                    gathered.add(without_stamp(said))?;
                }
            }
            (Piece::Tag(tag), Some(said)) if is(tag, "br") || is(tag, "/p") || is(tag, "p") => said.words.push(' '),
            (Piece::Text(_) | Piece::Tag(_), _) => {}
        }
        let (Piece::Text(of) | Piece::Tag(of)) = piece;
        line += of.matches('\n').count();
    }
    if let Some(said) = open {
        gathered.add(without_stamp(said))?;
    }
    if has_any { Ok(()) } else { Err(Unreadable::of(Why::NotNoscribe)) }
}

/// Whether a tag is this one: `a`, `a name="…"`, `br/`.
fn is(tag: &str, name: &str) -> bool {
    let own = tag.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
    own.trim_end_matches('/').eq_ignore_ascii_case(name) || own.eq_ignore_ascii_case(name)
}

/// The value of an attribute, in quotation marks of either kind.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let after = tag.split_once(&format!("{name}="))?.1;
    let mark = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    after[1..].split(mark).next()
}

/// When and who an anchor says.
fn segment(name: &str, line: usize) -> Result<Said, Unreadable> {
    let wrong = || Unreadable::at(line, Why::Time(name.to_owned()));
    let mut parts = name.splitn(4, '_').skip(1);
    let mut time = || parts.next()?.parse::<u64>().ok().filter(|ms| *ms <= LONGEST);
    let (from, to) = time().zip(time()).ok_or_else(wrong)?;
    let speaker = unescaped(parts.next().unwrap_or_default());
    Ok(Said { line, from, to: Some(to), speaker, words: String::new(), goes_on: false })
}

/// The words without the stamp that noScribe puts before them where it is told to.
fn without_stamp(said: Said) -> Said {
    let (label, rest) = match said.words.trim_start().strip_prefix(said.speaker.as_str()).and_then(|rest| rest.strip_prefix(':')) {
        Some(rest) if !said.speaker.is_empty() => (true, rest.to_owned()),
        _ => (false, said.words.clone()),
    };
    let words = text::without_stamp(rest.trim_start()).to_owned();
    if label || words.len() != said.words.len() { Said { words, ..said } } else { said }
}
