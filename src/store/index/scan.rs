//! Lines are looked through: the one place that is made for speed, because it is done between two letters that somebody types.

use std::str::from_utf8;

use memchr::memchr;
use memchr::memchr_iter;
use memchr::memmem;
use memchr::memrchr;

use crate::domain::query::Query;

/// Which of `lines`, counted from 0, `query` looks for, in a session with `participant`.
pub(super) fn lines_that_fit(lines: &[u8], query: &Query, participant: &str) -> Vec<usize> {
    match query.needle() {
        Some(needle) => with(needle, lines, query, participant),
        None => lines.split(|b| *b == b'\n').enumerate().filter(|(_, line)| fits(line, query, participant)).map(|(n, _)| n).collect(),
    }
}

/// The same, where each that is looked for holds `needle`: the others are not looked at.
fn with(needle: &str, lines: &[u8], query: &Query, participant: &str) -> Vec<usize> {
    let finder = memmem::Finder::new(needle);
    let (mut found, mut from, mut nth, mut counted) = (Vec::new(), 0, 0, 0);
    while let Some(at) = finder.find(&lines[from..]) {
        let at = from + at;
        let start = memrchr(b'\n', &lines[..at]).map_or(0, |before| before + 1);
        let end = memchr(b'\n', &lines[at..]).map_or(lines.len(), |after| at + after);
        nth += memchr_iter(b'\n', &lines[counted..start]).count();
        counted = start;
        if fits(&lines[start..end], query, participant) {
            found.push(nth);
        }
        from = end;
    }
    found
}

fn fits(line: &[u8], query: &Query, participant: &str) -> bool {
    !line.is_empty() && from_utf8(line).is_ok_and(|line| query.fits(line, participant))
}

/// What `bytes` add up to: enough to see a file that a disk has spoiled, at the speed of memory. It keeps nobody out who means to change it, and need
/// not: what it holds is theirs.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    /// Odd, and without a pattern: the fraction of the golden ratio.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut lanes = [1_u64, 2, 3, 4];
    let mut add = |piece: &[u8; 32]| {
        for (lane, eight) in lanes.iter_mut().zip(piece.as_chunks::<8>().0) {
            *lane = (*lane ^ u64::from_le_bytes(*eight)).wrapping_mul(FACTOR).rotate_left(29);
        }
    };
    let (pieces, rest) = bytes.as_chunks::<32>();
    pieces.iter().for_each(&mut add);
    let mut last = [0; 32];
    last[..rest.len()].copy_from_slice(rest);
    add(&last);
    let whole = lanes.into_iter().fold(bytes.len() as u64, |sum, lane| (sum ^ lane).wrapping_mul(FACTOR).rotate_left(31));
    whole ^ (whole >> 32)
}
