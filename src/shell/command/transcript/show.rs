//! `hearback transcript show`, `speakers` and `heard`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::text::shown;
use crate::domain::transcript::Imported;
use crate::domain::transcript::PassageHeard;
use crate::domain::transcript::SpeakersNamed;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Transcript;
use crate::domain::transcript::TranscriptId;
use crate::domain::transcript::Trust;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::transcripts;
use crate::shell::archive::transcripts::Read;
use crate::shell::command::answer::For;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::answer::widest;
use crate::shell::command::transcript::named::in_a_row;
use crate::shell::command::transcript::named::named;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::words::message::message;
use crate::words::say;

/// For programs.
#[derive(Serialize)]
struct Told<'a> {
    session: String,
    transcripts: Vec<&'a Imported>,
    /// Why a transcript cannot be shown.
    unusable: Vec<String>,
    passages: Vec<PassageShown<'a>>,
}

#[derive(Serialize)]
struct PassageShown<'a> {
    passage: String,
    from_ms: u64,
    to_ms: u64,
    speaker: Option<&'a str>,
    /// In a group, where they sit.
    seat: Option<u8>,
    text: &'a str,
    sound: Trust,
}

pub(super) fn show(study: Option<&Path>, wish: &str, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let found = sessions::read(&folder)?;
    let session = &found.session;
    let Read { transcripts, unusable } = transcripts::read(&folder, session);
    let passages: Vec<Spoken<'_>> = session.passages(&transcripts).collect();
    if readers == For::Programs {
        let passages = passages.into_iter().map(|passage| PassageShown {
            passage: passage.name().to_string(),
            from_ms: passage.from.millis(),
            to_ms: passage.to.millis(),
            speaker: Some(passage.speaker).filter(|speaker| !speaker.is_empty()),
            seat: session.seat_of_speaker(passage.speaker).map(|seat| seat.0),
            text: passage.words,
            sound: passage.trust,
        });
        return put_json(&Told {
            session: folder.name(),
            transcripts: session.transcripts().in_force().collect(),
            unusable: unusable.iter().map(ToString::to_string).collect(),
            passages: passages.collect(),
        });
    }
    if session.transcripts().all().is_empty() {
        put(say!("transcript-none", session = folder.name()));
    }
    let (names, wide) = (
        passages.iter().map(|passage| passage.name().to_string()).collect::<Vec<_>>(),
        widest(passages.iter().map(|passage| passage.speaker)),
    );
    let first = widest(names.iter().map(String::as_str));
    for (passage, name) in passages.iter().zip(&names) {
        let mark = match passage.trust {
            Trust::Sounds => " ",
            Trust::Suspect => "?",
            Trust::Heard => "+",
        };
        let speaker = padded(&shown(passage.speaker), wide);
        put(format!("{} {mark} {:>8}  {speaker}  {}", padded(name, first), passage.from.to_string(), shown(passage.words)));
    }
    if passages.iter().any(|passage| passage.trust == Trust::Suspect) {
        put(say!("transcript-suspect-legend", session = folder.name()));
    }
    if passages.iter().any(|passage| passage.trust == Trust::Heard) {
        put(say!("transcript-heard-legend"));
    }
    let counting = session.transcripts().counting(session.timeline().end());
    if counting.iter().any(|(id, _, _)| *id != counting[0].0) {
        for (id, from, to) in counting {
            put(say!("transcript-counts", from = from.to_string(), to = to.to_string(), transcript = id.0));
        }
    }
    if session.transcripts().in_force().any(|one| one.verified.is_empty()) {
        put(say!("transcript-unverified"));
    }
    unusable.iter().for_each(remark);
    if unusable.is_empty() { Ok(()) } else { Err(Failure::mendable(say!("transcript-unusable", session = folder.name()))) }
}

/// The transcripts of a session that can be read; the first thing that is wrong where none can be.
fn usable(read: Read, session: &str) -> Result<Vec<Transcript>, Failure> {
    match (read.transcripts, read.unusable.first()) {
        (transcripts, None) if transcripts.is_empty() => Err(Failure::mendable(say!("transcript-none", session = session))),
        (transcripts, Some(why)) if transcripts.is_empty() => Err(Failure::mendable(why.to_string())),
        (transcripts, _) => Ok(transcripts),
    }
}

pub(super) fn speakers(study: Option<&Path>, wish: &str, names: &[String], mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let names: Vec<(String, String)> = names.iter().map(|text| named(text)).collect::<Result<_, _>>()?;
    if names.is_empty() {
        let session = sessions::read(&folder)?.session;
        let transcripts = usable(transcripts::read(&folder, &session), &folder.name())?;
        list(&session, &transcripts);
        return Ok(());
    }
    let now = clock::wall();
    let mut held = opening::open(&folder, now, &identity.sign())?;
    let transcripts = usable(transcripts::read(&folder, &held.found.session), &folder.name())?;
    let mut commands: BTreeMap<TranscriptId, SpeakersNamed> = BTreeMap::new();
    for (called, code) in names {
        let mut is_anybody = false;
        for transcript in &transcripts {
            for number in numbers(&held.found.session, transcript, &called) {
                let nobody = SpeakersNamed { transcript: transcript.id, speakers: BTreeMap::new() };
                commands.entry(transcript.id).or_insert(nobody).speakers.insert(number, code.clone());
                is_anybody = true;
            }
        }
        if !is_anybody {
            let all: Vec<String> = spoken_by(&held.found.session, &transcripts).into_iter().map(|(name, _)| name).collect();
            let all = in_a_row(&all);
            return Err(Failure::new(Kind::Usage, say!("transcript-unknown-speaker", speaker = called, speakers = all)));
        }
    }
    for named in commands.into_values() {
        happens(&mut held, Command::NameSpeakers(named), now)?;
    }
    list(&held.found.session, &transcripts);
    Ok(())
}

/// The numbers of those in `transcript` who are called so now, or in the file.
fn numbers(session: &Session, transcript: &Transcript, called: &str) -> Vec<u32> {
    let all = (1..).zip(transcript.labels());
    let is_called = |number: u32, label: &str| match session.transcripts().speaker(transcript.id, number) {
        Some(code) => code == called,
        None => label == called,
    };
    let now: Vec<u32> = all.clone().filter(|(number, label)| is_called(*number, label)).map(|(number, _)| number).collect();
    if now.is_empty() { all.filter(|(_, label)| *label == called).map(|(number, _)| number).collect() } else { now }
}

/// Who speaks, each with in how many of the passages that may be shown.
fn spoken_by(session: &Session, transcripts: &[Transcript]) -> Vec<(String, usize)> {
    let (mut all, mut known): (Vec<(String, usize)>, BTreeMap<&str, usize>) = (Vec::new(), BTreeMap::new());
    for passage in session.passages(transcripts).filter(|passage| !passage.speaker.is_empty()) {
        let at = *known.entry(passage.speaker).or_insert(all.len());
        if at == all.len() {
            all.push((passage.speaker.to_owned(), 0));
        }
        all[at].1 += 1;
    }
    all
}

fn list(session: &Session, transcripts: &[Transcript]) {
    let all = spoken_by(session, transcripts);
    if all.is_empty() {
        put(say!("transcript-nobody"));
    }
    let wide = widest(all.iter().map(|(name, _)| name.as_str()));
    for (name, count) in &all {
        put(format!("{}  {}", padded(&shown(name), wide), say!("transcript-n-passages", count = *count)));
    }
}

pub(super) fn heard(study: Option<&Path>, wish: &str, name: &str, stands: Stands, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let now = clock::wall();
    let mut held = opening::open(&folder, now, &identity.sign())?;
    let transcripts = usable(transcripts::read(&folder, &held.found.session), &folder.name())?;
    // Where there is one transcript, the number of a passage is enough.
    let whole = if transcripts.len() == 1 && !name.contains('.') { format!("{}.{name}", transcripts[0].id.0) } else { name.to_owned() };
    let found = held.found.session.passages(&transcripts).find(|passage| passage.name().to_string() == whole);
    let passage = found.map(|passage| (passage.transcript, passage.number, passage.trust));
    let Some((transcript, passage, trust)) = passage else {
        return Err(Failure::mendable(say!("transcript-no-such-passage", passage = name, session = folder.name())));
    };
    match (trust, stands) {
        (Trust::Sounds, _) => put(say!("transcript-not-suspect", passage = name)),
        (Trust::Heard, Stands::Stands) | (Trust::Suspect, Stands::TakenBack) => put(say!("transcript-as-before", passage = name)),
        (Trust::Heard | Trust::Suspect, _) => {
            happens(&mut held, Command::HearPassage(PassageHeard { transcript, passage, stands }), now)?;
            let kept = if stands == Stands::Stands {
                message!("transcript-heard", passage = name)
            } else {
                message!("transcript-unheard", passage = name)
            };
            put(crate::words::spoken().say(kept));
        }
    }
    Ok(())
}
