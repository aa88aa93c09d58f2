//! WebVTT and SRT: blocks of lines with a line of times.
//!
//! WebVTT as in the W3C's specification (sections 4 and 6); SRT as it is written everywhere, which is nowhere said. Within a cue of WebVTT `<v …>`
//! says who speaks; a cue in which two do becomes two passages. Whisper's `--highlight_words` writes a cue for every word, each with the whole
//! line and that word underlined: those are one passage.

use crate::store::transcript::clock::millis;
use crate::store::transcript::markup::Piece;
use crate::store::transcript::markup::pieces;
use crate::store::transcript::markup::unescaped;
use crate::store::transcript::said::Gathered;
use crate::store::transcript::said::LONGEST;
use crate::store::transcript::said::Said;
use crate::store::transcript::said::clean;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;

const ARROW: &str = "-->";

/// Whether a file that begins with this line is WebVTT.
pub(super) fn is_vtt(first: &str) -> bool {
    first.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Whether a line has the times of a cue.
pub(super) fn is_timing(line: &str) -> bool {
    times(line).is_some()
}

/// The times in a line, as `from --> to` and whatever stands behind.
fn times(line: &str) -> Option<(u64, u64)> {
    let (from, rest) = line.split_once(ARROW)?;
    Some((millis(from.trim())?, millis(rest.split_whitespace().next()?)?))
}

/// Reads WebVTT.
pub(super) fn vtt(text: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    if !is_vtt(text.trim_start().lines().next().unwrap_or_default().trim_end()) {
        return Err(Unreadable::at(1, Why::NoVtt));
    }
    let mut lit = Lit::default();
    cues(text, |cue| {
        let Some((from, to)) = cue.times else { return Ok(()) };
        if lit.goes_on(cue, gathered) {
            return Ok(());
        }
        let (mut speaker, mut words, payload) = (String::new(), String::new(), cue.payload.join("\n"));
        for piece in pieces(&payload) {
            match piece {
                Piece::Text(text) => words.push_str(&unescaped(text)),
                Piece::Tag(tag) => {
                    if let Some(name) = voice(tag) {
                        let said = std::mem::take(&mut words);
                        gathered.add(Said { line: cue.line, from, to: Some(to), speaker: speaker.clone(), words: said, goes_on: false })?;
                        speaker = unescaped(name);
                    }
                }
            }
        }
        gathered.add(Said { line: cue.line, from, to: Some(to), speaker, words, goes_on: false })
    })
}

/// Who speaks from a tag on: `v Name`, `v.loud Name`.
fn voice(tag: &str) -> Option<&str> {
    let (kind, name) = tag.split_once(char::is_whitespace)?;
    (kind == "v" || kind.starts_with("v.")).then(|| name.trim())
}

/// Reads SRT. A block without times goes on with the words of the one before it: there was an empty line among them.
pub(super) fn srt(text: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let mut lit = Lit::default();
    cues(text, |cue| {
        if lit.goes_on(cue, gathered) {
            return Ok(());
        }
        let words: String =
            pieces(&cue.payload.join("\n")).filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None }).collect();
        // `{\an8}` says where on the picture it stands.
        let words = match (words.strip_prefix("{\\"), words.split_once('}')) {
            (Some(_), Some((_, rest))) => rest.to_owned(),
            _ => words,
        };
        match (cue.times, gathered.said.last_mut()) {
            (Some((from, to)), _) => {
                gathered.add(Said { line: cue.line, from, to: Some(to), speaker: String::new(), words, goes_on: false })
            }
            (None, Some(last)) if last.words.len() + words.len() < LONGEST => {
                last.words = clean(&format!("{} {words}", last.words));
                Ok(())
            }
            (None, _) => Ok(()),
        }
    })
}

/// The line whose words are underlined one after the other.
#[derive(Default)]
struct Lit {
    /// Its words, and where the last cue of it ended; nothing where the last cue was another's.
    line: Option<(String, u64)>,
}

impl Lit {
    /// Whether `cue` goes on with the line before it, whose passage then lasts longer.
    fn goes_on(&mut self, cue: &Cue<'_>, gathered: &mut Gathered) -> bool {
        let payload = cue.payload.join("\n");
        let is_lit = pieces(&payload).any(|piece| piece == Piece::Tag("u"));
        let Some((from, to)) = cue.times.filter(|_| is_lit || self.line.is_some()) else {
            self.line = None;
            return false;
        };
        let words: String = pieces(&payload).filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None }).collect();
        let before = self.line.take().filter(|(line, end)| *line == words && *end == from);
        let goes_on = before.is_some();
        // Between two words it stands there once without any of them.
        self.line = (is_lit || goes_on).then_some((words, to));
        if let Some(last) = gathered.said.last_mut().filter(|_| goes_on) {
            last.to = Some(to);
        }
        goes_on
    }
}

/// A block of lines.
struct Cue<'t> {
    line: usize,
    times: Option<(u64, u64)>,
    payload: Vec<&'t str>,
}

/// Goes through the blocks of `text`, one at a time.
fn cues<'t>(text: &'t str, mut each: impl FnMut(&Cue<'t>) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    let mut block: Vec<(usize, &str)> = Vec::new();
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).chain([""]);
    for (n, line) in (1..).zip(lines) {
        if !line.trim().is_empty() {
            block.push((n, line));
        } else if !block.is_empty() {
            if let Some(cue) = cue(&block)? {
                each(&cue)?;
            }
            block.clear();
        }
    }
    Ok(())
}

/// What a block is; nothing for a remark, a style and the head of the file.
fn cue<'t>(block: &[(usize, &'t str)]) -> Result<Option<Cue<'t>>, Unreadable> {
    let is_kind = |kind: &str| block[0].1.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    if ["NOTE", "STYLE", "REGION", "WEBVTT"].into_iter().any(is_kind) {
        return Ok(None);
    }
    // The times stand in the first line, or in the second behind a number or a name.
    let Some(at) = block.iter().take(2).position(|(_, line)| line.contains(ARROW)) else {
        let payload = block.iter().map(|(_, line)| *line);
        return Ok(Some(Cue { line: block[0].0, times: None, payload: payload.collect() }));
    };
    let (line, text) = block[at];
    let times = times(text).ok_or_else(|| Unreadable::at(line, Why::Time(text.to_owned())))?;
    Ok(Some(Cue { line, times: Some(times), payload: block[at + 1..].iter().map(|(_, line)| *line).collect() }))
}
