//! `hearback transcript import`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::Imported;
use crate::domain::transcript::MadeBy;
use crate::domain::transcript::Transcript;
use crate::domain::transcript::TranscriptId;
use crate::domain::transcript::placing::Sounded;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::transcripts;
use crate::shell::archive::transcripts::Known;
use crate::shell::cli::transcript::ImportOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::transcript::named::in_a_row;
use crate::shell::command::transcript::named::named;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::transcript;
use crate::store::transcript::Typed;
use crate::words::message::Message;
use crate::words::message::Value;
use crate::words::message::message;
use crate::words::say;

/// Which transcript counts from where to where.
type Counting = (TranscriptId, Position, Position);

/// What became of the file, for programs.
#[derive(Serialize)]
struct Answer<'a> {
    session: String,
    #[serde(flatten)]
    imported: &'a Imported,
    speakers: &'a [String],
    /// Left out: before the sound, and beyond its end.
    before: usize,
    beyond: usize,
    /// Passages that end before they begin, taken for moments.
    reversed: usize,
    /// Lines before the first stamp.
    untimed_lines: usize,
    /// Takes of which the waveform could not be looked at.
    unmeasured: Vec<u32>,
}

pub(super) fn import(study: Option<&Path>, of: &ImportOf, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(&of.session)?;
    let codes: BTreeMap<String, String> = of.speaker.iter().map(|text| named(text)).collect::<Result<_, _>>()?;
    let offset = offset(of.offset)?;
    let file = of.file.display().to_string();
    let bytes = transcript::bytes_of(&of.file)?;
    let unread =
        |why: transcript::unreadable::Unreadable| Failure::mendable(say!("transcript-unread", file = &file, why = why.to_string()));
    let typed = transcript::read(&bytes, of.format.map(Into::into)).map_err(unread)?;
    let unknown = codes.keys().find(|label| !typed.said.iter().any(|said| said.speaker == **label));
    if let Some(label) = unknown {
        return Err(Failure::new(Kind::Usage, say!("transcript-unknown-speaker", speaker = label.as_str(), speakers = labels(&typed))));
    }
    let now = clock::wall();
    let mut held = opening::open(&folder, now, &identity.sign())?;
    let session = &held.found.session;
    session.may_have_transcript().map_err(|refusal| Failure::mendable(refusal.to_string()))?;
    let take = of.take.map(TakeNumber);
    let sounded = Sounded::of(session.timeline(), take);
    if let Some(take) = take.filter(|_| sounded.takes().next().is_none()) {
        return Err(Failure::new(Kind::Usage, say!("transcript-no-take", take = take.to_string())));
    }
    let called = |label: &str| codes.get(label).cloned().unwrap_or_else(|| label.to_owned());
    let mut laid = transcripts::lay(&typed.said, &sounded, offset, called);
    let (count, out) = (typed.said.len(), laid.before + laid.beyond);
    if laid.passages.is_empty() || out * 2 > count {
        let long = crate::domain::time::clock(sounded.long() / 1000);
        return Err(Failure::mendable(say!("transcript-does-not-fit", file = &file, out = out, count = count, long = long)));
    }
    let (loudness, unmeasured) = transcripts::listen(&folder, session, &mut laid.passages);
    let by = MadeBy {
        engine: of.engine.clone().unwrap_or_default(),
        model: of.model.clone().unwrap_or_else(|| typed.model.clone()),
        language: typed.language.clone(),
        ..MadeBy::default()
    };
    let verified = of.verified_by.as_ref().map(ToString::to_string).unwrap_or_default();
    let known = Known { bytes: &bytes, typed: &typed, by, verified };
    let covers = sounded.covers_of(&laid.passages);
    let imported = transcripts::keep(&folder, session, &laid.passages, covers, loudness, known)?;
    let before = session.transcripts().counting(session.timeline().end());
    let several = sounded.takes().count();
    happens(&mut held, Command::ImportTranscript(Box::new(imported.clone())), now)?;
    let after = held.found.session.transcripts().counting(held.found.session.timeline().end());
    let transcript = Transcript::new(imported.transcript, laid.passages);
    if readers == For::Programs {
        return put_json(&Answer {
            session: folder.name(),
            imported: &imported,
            speakers: transcript.labels(),
            before: laid.before,
            beyond: laid.beyond,
            reversed: typed.reversed,
            untimed_lines: typed.before,
            unmeasured: unmeasured.iter().map(|take| take.0).collect(),
        });
    }
    put(say!("transcript-imported", session = folder.name(), count = imported.passages, form = imported.format.as_str()));
    if !transcript.labels().is_empty() {
        put(say!("transcript-speakers", speakers = shown(&in_a_row(transcript.labels())).into_owned()));
    }
    let mut told: Vec<Message> = in_the_place_of(&before, &after, imported.transcript).into_iter().collect();
    if several > 1 {
        told.push(message!("transcript-end-to-end", count = several));
    }
    let counted = [
        message!("transcript-suspects", count = imported.suspect as usize),
        message!("transcript-before", count = laid.before),
        message!("transcript-beyond", count = laid.beyond),
        message!("transcript-reversed", count = typed.reversed),
        message!("transcript-untimed", count = typed.before),
    ];
    let is_none = |message: &Message| message.values().iter().all(|(_, value)| *value == Value::Count(0));
    told.extend(counted.into_iter().filter(|message| !is_none(message)));
    if !unmeasured.is_empty() {
        told.push(message!("transcript-unmeasured", takes = unmeasured.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")));
    }
    if imported.original.file.is_none() {
        told.push(message!("transcript-not-copied", most = Value::Count(crate::store::transcript_file::LARGEST_ORIGINAL >> 20)));
    }
    for one in told {
        remark(noted(one));
    }
    put(say!("transcript-stays"));
    Ok(())
}

/// What becomes of transcripts that counted before: one that reaches less far leaves the rest to them.
fn in_the_place_of(before: &[Counting], after: &[Counting], new: TranscriptId) -> Option<Message> {
    let (now, earlier): (Vec<&Counting>, Vec<&Counting>) = after.iter().partition(|(id, _, _)| *id == new);
    let took = now.iter().any(|(_, from, to)| before.iter().any(|(_, begins, ends)| from < ends && begins < to));
    let between = |from: Position, to: Position| say!("transcript-from-to", from = from.to_string(), to = to.to_string());
    let rest = earlier.iter().map(|(_, from, to)| between(*from, *to)).collect::<Vec<_>>().join(", ");
    match (took, now.first().zip(now.last())) {
        (true, Some(((_, begins, _), (_, _, ends)))) if !rest.is_empty() => {
            Some(message!("transcript-still-counts", begins = begins.to_string(), ends = ends.to_string(), rest = rest))
        }
        (true, _) => Some(message!("transcript-replaces")),
        (false, _) => None,
    }
}

/// What the speakers of a file are called, in a row.
fn labels(typed: &Typed) -> String {
    let mut all: Vec<&str> = typed.said.iter().map(|said| said.speaker.as_str()).filter(|label| !label.is_empty()).collect();
    all.sort_unstable();
    all.dedup();
    in_a_row(&all)
}

/// Seconds as whole milliseconds; a day either way is more than any two clocks differ.
fn offset(seconds: Option<f64>) -> Result<i64, Failure> {
    let seconds = seconds.unwrap_or_default();
    if !seconds.is_finite() || seconds.abs() > 86_400.0 {
        return Err(Failure::new(Kind::Usage, say!("transcript-no-offset")));
    }
    #[allow(clippy::cast_possible_truncation, reason = "within a day")]
    Ok((seconds * 1000.0).round() as i64)
}
