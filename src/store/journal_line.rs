//! One line of a journal: how it is written, and how it proves itself.
//!
//! ```text
//! {"format":"hearback/journal","version":1,"by":"hearback 0.1.0"}
//! {"n":1,"at":"2026-11-22T10:03:11.123+01:00","mono":81234,"who":"I1@a3f9","event":{"kind":"began"},"sum":"0f3c..."}
//! ```
//! `who` is missing from lines of earlier versions. `"binds":true` stands behind it where the event says what a participant no longer
//! wants: a reader that does not know such an event may show the session, and must let nothing of it leave. Other fields may come.
//! The digest at the end of a line is 16 bytes of SHA-256 over the digest of the line before and everything on this line up to
//! `,"sum":`; the first line has no digest of its own and is covered by that of the second. It is taken over the bytes as they stand, so
//! nothing has to be understood to check it. This guards against disks, not against somebody who rewrites all digests. No IO.

use crate::disk::digest;
use crate::domain::event::Event;
use crate::domain::time::Frames;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::who::Who;
use serde::Deserialize;
use serde::Serialize;
use serde_json::value::RawValue;

/// A digest that ends a line.
pub(crate) type LineSum = [u8; 16];

/// What stands between a line's body and its digest.
const BEFORE_SUM: &[u8] = b",\"sum\":\"";

/// What stands after the digest.
const AFTER_SUM: &[u8] = b"\"}";

/// The length of a digest in hex.
const HEX: usize = 32;

/// What follows the body on a line, in bytes.
const SEAL: usize = BEFORE_SUM.len() + HEX + AFTER_SUM.len();

/// An event and when it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub n: u64,
    /// When, on the room's clock.
    pub at: Stamp,
    /// Milliseconds on a monotonic clock; says something only within one run of the program.
    pub mono: u64,
    /// Who wrote it; nothing in journals of earlier versions.
    pub who: Option<Who>,
    /// What happened. Nothing for an event of a kind that a newer hearback wrote.
    pub event: Option<Event>,
    /// Whether it says what a participant no longer wants.
    pub binds: bool,
}

/// A line but for its digest, as it is written.
#[derive(Serialize)]
pub(crate) struct Body<'a, E: ?Sized> {
    pub(crate) n: u64,
    pub(crate) at: &'a str,
    pub(crate) mono: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) who: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) binds: bool,
    pub(crate) event: &'a E,
}

/// A line as it is read, its event still as it stands there. Only its number has to be readable: whether a line is as it was written is
/// said by its digest, and one that is and cannot be understood is a newer hearback's.
#[derive(Deserialize)]
pub(crate) struct Read {
    pub(crate) n: u64,
    at: Option<Box<RawValue>>,
    mono: Option<Box<RawValue>>,
    who: Option<Box<RawValue>>,
    binds: Option<Box<RawValue>>,
    event: Option<Box<RawValue>>,
}

/// As much of an event as tells whether it binds.
#[derive(Deserialize)]
struct Gist {
    kind: String,
    by: Option<Box<RawValue>>,
}

impl Read {
    /// What `body` (a line up to its digest) says; nothing if that is no entry.
    pub(crate) fn from_body(body: &[u8]) -> Option<Self> {
        serde_json::from_slice(&[body, b"}"].concat()).ok()
    }

    /// Whether it has all that a line of this version has: what is asked of one that no digest proves.
    pub(crate) fn is_plain(&self) -> bool {
        self.stamp().is_some() && self.clock().is_some() && self.event.is_some()
    }

    fn stamp(&self) -> Option<Stamp> {
        text_in(self.at.as_deref()?).and_then(|at| Stamp::from_rfc3339(&at))
    }

    fn clock(&self) -> Option<u64> {
        serde_json::from_str(self.mono.as_ref()?.get()).ok()
    }

    /// The entry, with its event where that is known here. What cannot be read of the clocks is none.
    pub(crate) fn entry(&self) -> Entry {
        let who = self.who.as_deref().and_then(text_in).and_then(|who| who.parse().ok());
        let event = self.event.as_ref().and_then(|event| serde_json::from_str(event.get()).ok());
        let binds = self.binds() || event.is_none() && self.event.as_deref().is_none_or(is_binding);
        let (at, mono) = (self.stamp().unwrap_or(Stamp::new(0, 0)), self.clock().unwrap_or_default());
        Entry { n: self.n, at, mono, who, event, binds }
    }

    /// Whether it is marked as saying what a participant no longer wants. Anything but a plain no counts as a yes.
    fn binds(&self) -> bool {
        self.binds.as_ref().is_some_and(|binds| !matches!(binds.get(), "false" | "null"))
    }
}

impl Entry {
    /// Whether it binds, and it is not known here to what.
    pub(crate) fn is_unheeded(&self) -> bool {
        self.binds && matches!(self.event, None | Some(Event::LineLost))
    }

    /// A line that is as it was written and says nothing that can be understood.
    pub(crate) fn strange(n: u64) -> Self {
        Self { n, at: Stamp::new(0, 0), mono: 0, who: None, event: None, binds: true }
    }
}

/// The entry on a line, of which `body` is all but its digest; nothing where that is none.
pub(crate) fn entry_of(body: &[u8]) -> Option<Entry> {
    checkpoint(body).or_else(|| Some(Read::from_body(body)?.entry()))
}

/// The entry of a line that says how much of a take is safe, if it is one as it is written here: there is one for each second of a recording,
/// and of three hours they are nearly all that there is to read. Whatever is spelled otherwise is read as JSON.
fn checkpoint(body: &[u8]) -> Option<Entry> {
    let (n, rest) = number(std::str::from_utf8(body).ok()?.strip_prefix(r#"{"n":"#)?)?;
    let (at, rest) = rest.strip_prefix(r#","at":""#)?.split_once('"')?;
    let (mono, rest) = number(rest.strip_prefix(r#","mono":"#)?)?;
    let (who, rest) = match rest.strip_prefix(r#","who":""#) {
        Some(rest) => rest.split_once('"').map(|(who, rest)| (Some(who), rest))?,
        None => (None, rest),
    };
    let (take, rest) = number(rest.strip_prefix(r#","event":{"kind":"checkpoint","take":"#)?)?;
    let (frames, rest) = number(rest.strip_prefix(r#","frames":"#)?)?;
    if rest != "}" {
        return None;
    }
    let who = who.map(str::parse).transpose().ok()?;
    let event = Event::Checkpoint { take: TakeNumber(u32::try_from(take).ok()?), frames: Frames(frames) };
    Some(Entry { n, at: Stamp::as_written(at)?, mono, who, event: Some(event), binds: false })
}

/// The whole number that `text` begins with, in the one way in which JSON may spell it, and what follows.
fn number(text: &str) -> Option<(u64, &str)> {
    let (digits, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    let has_one_spelling = digits == "0" || !digits.starts_with('0');
    Some((digits.parse().ok().filter(|_| has_one_spelling)?, rest))
}

fn text_in(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

/// Whether an event, as it stands somewhere, says what a participant no longer wants.
pub(crate) fn binds(event: &RawValue) -> bool {
    serde_json::from_str::<Event>(event.get()).map_or_else(|_| is_binding(event), |event| event.binds())
}

/// Whether an event that is not understood says what a participant no longer wants, by its kind alone, or by that of what it takes back.
fn is_binding(event: &RawValue) -> bool {
    match serde_json::from_str::<Gist>(event.get()) {
        Ok(Gist { kind, by }) => Event::is_binding(&kind) || kind == "undone" && by.as_deref().is_none_or(is_binding),
        Err(_) => true,
    }
}

/// Whether a line that is damaged says, as far as it can be read, what a participant no longer wants. Such a one is not forgotten with it.
pub(crate) fn may_bind(line: &[u8]) -> bool {
    const SIGNS: [&str; 6] = [
        r#""binds":true"#,
        r#""answer":"refused""#,
        r#""kind":"consent-withdrawn""#,
        r#""kind":"withheld""#,
        r#""kind":"withheld-lifted""#,
        r#""kind":"silenced""#,
    ];
    SIGNS.into_iter().any(|sign| line.windows(sign.len()).any(|piece| piece == sign.as_bytes()))
}

/// A line taken apart.
pub(crate) struct Parts<'l> {
    /// Everything before the digest.
    pub(crate) body: &'l [u8],
    /// The digest that stands there, if it is one.
    pub(crate) stated: Option<LineSum>,
    /// Whether what surrounds the digest is as it was written.
    framed: bool,
}

impl<'l> Parts<'l> {
    /// Takes `line`, without its line feed, apart by position, so that damage to one part leaves the others readable.
    pub(crate) fn of(line: &'l [u8]) -> Option<Self> {
        let (body, seal) = line.split_at_checked(line.len().checked_sub(SEAL)?)?;
        let (before, rest) = seal.split_at_checked(BEFORE_SUM.len())?;
        let (sum, after) = rest.split_at_checked(HEX)?;
        Some(Self { body, stated: from_hex(sum), framed: before == BEFORE_SUM && after == AFTER_SUM })
    }

    /// The digest of this line, if the line is as it was written after one with the digest `before`.
    pub(crate) fn checked(&self, before: LineSum) -> Option<LineSum> {
        self.stated.filter(|sum| self.framed && *sum == digest(before, self.body))
    }
}

/// Whether `line` has all that a line has, whether or not it follows from those before it.
pub(crate) fn looks_whole(line: &[u8]) -> bool {
    Parts::of(line)
        .is_some_and(|parts| parts.framed && parts.stated.is_some() && Read::from_body(parts.body).is_some_and(|read| read.is_plain()))
}

/// Where the first of several lines in `line` ends, if they were run together by the loss of a line feed.
pub(crate) fn first_end(line: &[u8]) -> Option<usize> {
    let keys = line.windows(BEFORE_SUM.len()).enumerate().filter(|(_, window)| *window == BEFORE_SUM);
    let mut ends = keys.map(|(at, _)| at + SEAL);
    ends.find(|end| *end < line.len() && line.get(end - AFTER_SUM.len()..*end) == Some(AFTER_SUM))
}

/// Writes one line with its digest and gives that back.
pub(crate) fn write_line<E>(out: &mut Vec<u8>, body: &Body<'_, E>, before: LineSum) -> Result<LineSum, serde_json::Error>
where
    E: Serialize + ?Sized,
{
    let mut body = serde_json::to_vec(body)?;
    body.pop(); // the closing brace stands after the digest
    Ok(seal(out, &body, before))
}

/// Writes a line of which everything but its digest is known, and gives that back.
pub(crate) fn seal(out: &mut Vec<u8>, body: &[u8], before: LineSum) -> LineSum {
    let sum = digest(before, body);
    out.extend_from_slice(body);
    out.extend_from_slice(BEFORE_SUM);
    out.extend_from_slice(hex(sum).as_bytes());
    out.extend_from_slice(AFTER_SUM);
    out.push(b'\n');
    sum
}

/// The digest of `body` after a line with the digest `before`.
pub(crate) fn digest(before: LineSum, body: &[u8]) -> LineSum {
    let whole: [u8; 32] = digest::of(&[&before, body]);
    let mut sum = LineSum::default();
    sum.copy_from_slice(&whole[..16]);
    sum
}

/// A digest as lower-case hex.
pub(crate) fn hex(sum: LineSum) -> String {
    sum.map(|byte| format!("{byte:02x}")).concat()
}

/// The digest that `hex` spells; in lower case only, so that a line has one form.
fn from_hex(hex: &[u8]) -> Option<LineSum> {
    let digit = |c: u8| if c.is_ascii_uppercase() { None } else { (c as char).to_digit(16) };
    let mut sum = LineSum::default();
    for (byte, pair) in sum.iter_mut().zip(hex.chunks_exact(2)) {
        *byte = u8::try_from(digit(pair[0])? * 16 + digit(pair[1])?).ok()?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_it_was_written() {
        let (mut out, at) = (Vec::new(), Stamp::new(1_795_390_200_123, -150).rfc3339());
        let sum = write_line(
            &mut out,
            &Body { n: 12, at: &at, mono: 81_234, who: Some("I1@a3f9"), binds: false, event: &Event::Began { on: None } },
            LineSum::default(),
        )
        .unwrap();
        let text = String::from_utf8(out).unwrap();
        let expected = r#"{"n":12,"at":"2026-11-22T21:00:00.123-02:30","mono":81234,"who":"I1@a3f9","event":{"kind":"began"},"sum":""#;
        assert!(text.starts_with(expected), "{text}");
        let parts = Parts::of(text.trim_end().as_bytes()).unwrap();
        assert_eq!((parts.checked(LineSum::default()), parts.checked(sum)), (Some(sum), None));
        let entry = Read::from_body(parts.body).unwrap().entry();
        let (at, who) = (Stamp::new(1_795_390_200_123, -150), "I1@a3f9".parse().ok());
        assert_eq!(entry, Entry { n: 12, at, mono: 81_234, who, event: Some(Event::Began { on: None }), binds: false });
    }

    #[test]
    fn what_stands_beside_the_event_costs_no_line() {
        let read = |more: &str| {
            let body = format!(r#"{{"n":1,"at":"2026-11-22T21:00:00.123+01:00","mono":1{more},"event":{{"kind":"began"}}"#);
            Read::from_body(body.as_bytes()).unwrap().entry()
        };
        assert_eq!((read("").who, read("").binds), (None, false), "as earlier versions wrote it");
        assert!(read(r#","who":"I1@a3f9","binds":true"#).binds);
        assert_eq!(read(r#","who":{"code":"I1"},"mood":[1]"#).event, Some(Event::Began { on: None }), "as a later one may");
        assert!(read(r#","binds":"what leaves""#).binds);
        let event = |event: &str| Read::from_body(format!(r#"{{"n":1,"event":{event}"#).as_bytes()).unwrap().entry();
        assert_eq!((event(r#"{"kind":"sun-rose"}"#).event, event(r#"{"kind":"sun-rose"}"#).binds), (None, false));
        for binding in [
            r#"{"kind":"silenced","id":1}"#,
            r#"{"kind":"consent-answered","item":7,"answer":"refused"}"#,
            r#"{"kind":"undone","of":7,"by":{"kind":"silenced","id":1}}"#,
            r#"{"kind":7}"#,
            "null",
        ] {
            assert!(event(binding).event.is_none() && event(binding).binds, "{binding}");
        }
    }

    #[test]
    fn a_checkpoint_is_the_same_however_it_is_read() {
        let whole = r#"{"n":400,"at":"2026-11-22T11:06:24.620+01:00","mono":384620,"who":"I1@0000","event":{"kind":"checkpoint","take":1,"frames":18432000}"#;
        let unsigned = whole.replace(r#","who":"I1@0000""#, "");
        let as_json = |body: &str| Read::from_body(body.as_bytes()).map(|read| read.entry());
        for body in [whole, &unsigned] {
            assert_eq!(checkpoint(body.as_bytes()), as_json(body));
            assert!(checkpoint(body.as_bytes()).is_some(), "{body}");
        }
        // Whatever happens to it: it reads as JSON does, or is left to that.
        let mut read = 0;
        for at in 0..whole.len() {
            let (before, after) = (&whole[..at], &whole[at + 1..]);
            let instead = ["", "0", "9", "\"", "\\", "}", "-", "Z", "e", ".", " ", "\t", "\u{e9}"];
            for body in instead.iter().map(|sign| format!("{before}{sign}{after}")).chain([format!("{before}{{{}", &whole[at..])]) {
                if let Some(entry) = checkpoint(body.as_bytes()) {
                    assert_eq!(Some(entry), as_json(&body), "{body}");
                    read += 1;
                }
            }
        }
        assert!(read > 50, "{read}");
    }

    #[test]
    fn a_digest_has_one_spelling() {
        let sum = digest(LineSum::default(), b"x");
        assert_eq!(from_hex(hex(sum).as_bytes()), Some(sum));
        assert_eq!(from_hex(hex(sum).to_uppercase().as_bytes()), None);
    }
}
