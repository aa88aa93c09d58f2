//! `hearback search`: notes, statements, answers and what transcripts have, by their words, in all sessions of the study.
//!
//! What is found is told line by line, the latest session first and each in its own order. A session that cannot be read is named, to programs
//! too, and keeps nothing else from being found.

use std::path::Path;

use serde::Serialize;

use crate::domain::findable::FoundId;
use crate::domain::findable::What;
use crate::domain::found::Hit;
use crate::domain::found::HowMuch;
use crate::domain::found::Unsearched;
use crate::domain::guide::Id;
use crate::domain::note::NoteKind;
use crate::domain::query::Query;
use crate::domain::query::Written;
use crate::domain::text::shown;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::transcript::Trust;
use crate::shell::archive::finding;
use crate::shell::archive::finding::Seen;
use crate::shell::archive::finding::Terms;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::command::beside;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::clock;
use crate::store::index::Most;
use crate::words::say;

/// Something that was found, for programs.
#[derive(Serialize)]
struct HitShown<'a> {
    session: &'a str,
    participant: &'a str,
    what: What,
    /// A number, or of an answer the id of its question.
    id: &'a FoundId,
    at_ms: Option<u64>,
    take: Option<String>,
    frame: Option<Frames>,
    kind: Option<NoteKind>,
    question: Option<&'a Id>,
    /// Of a passage: who speaks, where that is known, and whether there is sound in it that may be speech.
    speaker: Option<&'a str>,
    sound: Option<Trust>,
    text: &'a str,
}

/// What could not be looked through, for programs.
#[derive(Serialize)]
struct UnsearchedShown<'a> {
    session: Option<&'a str>,
    what: &'static str,
    /// All of the session, or a transcript of it.
    of: HowMuch,
    why: &'a str,
}

pub(super) fn search(study: Option<&Path>, words: &[String], limit: Option<usize>, readers: For) -> Result<(), Failure> {
    let query = Query::parse(&typed(words), Written::Whole).map_err(|why| Failure::new(Kind::Usage, shown(&why.to_string())))?;
    let study = OpenStudy::find(study)?;
    beside::sweep();
    let most = Most { hits: limit.unwrap_or(usize::MAX), ..Most::ALL };
    let sought = Terms { query: &query, without: None, most };
    let never = || false;
    let brought = finding::bring_up(&study.folder, study.place_of_index().as_deref(), clock::wall(), &never)?;
    let mut findables = brought.map(|(findables, _)| findables).unwrap_or_default();
    let found = findables.find(&study.folder, sought, Seen::JustNow, &never)?.unwrap_or_default();
    for hit in &found.hits {
        match readers {
            For::Programs => put(line_for_programs(hit)?),
            For::People => put(line(hit)),
        }
    }
    for one in &found.unsearched {
        if readers == For::Programs {
            put(unsearched_for_programs(one)?);
        }
        remark(shown(&one.words()));
    }
    if found.hits.is_empty() && readers == For::People {
        remark(if found.unsearched.is_empty() { say!("search-nothing") } else { say!("search-nothing-there") });
    }
    Ok(())
}

fn unsearched_for_programs(one: &Unsearched) -> Result<String, Failure> {
    let why = shown(&one.why);
    let session = Some(one.session.as_str()).filter(|session| !session.is_empty());
    in_json(&UnsearchedShown { session, what: "unsearched", of: one.what, why: &why })
}

/// What was typed, as it is read. What the shell's own quotation marks held together is a row of words.
fn typed(words: &[String]) -> String {
    let is_a_row = |word: &String| word.contains(char::is_whitespace) && !word.contains([':', '"', '“', '”', '„', '«', '»']);
    words.iter().map(|word| if is_a_row(word) { format!("\"{word}\"") } else { word.clone() }).collect::<Vec<_>>().join(" ")
}

fn line(Hit { session, what, .. }: &Hit) -> String {
    let at = what.when().unwrap_or_else(|| "-".to_owned());
    format!("{session}\t{at}\t{}\t{}\t{}", what.words(), what.id, shown(&what.text))
}

fn line_for_programs(Hit { session, participant, what }: &Hit) -> Result<String, Failure> {
    let text = shown(&what.text);
    let line = HitShown {
        session,
        participant,
        what: what.what,
        id: &what.id,
        at_ms: what.at.map(Position::millis),
        take: what.sound.map(|(take, _)| take.file_name()),
        frame: what.sound.map(|(_, frame)| frame),
        kind: what.kind,
        question: what.question.as_ref(),
        speaker: what.people.first().filter(|_| what.passage().is_some()).map(String::as_str),
        sound: what.trust,
        text: &text,
    };
    in_json(&line)
}

fn in_json(line: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(line).map_err(|why| Failure::new(Kind::Bug, say!("answer-no-json", why = why.to_string())))
}
