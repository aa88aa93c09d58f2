//! JSON Lines: an object a line, for programs of one's own. `hearback help formats` has every field.
//!
//! The first line says what the file is and by which version of its form; times are whole milliseconds, ids stay what they are in every export.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::consent::Agreement;
use crate::domain::guide::Id;
use crate::domain::handover::HandedOver;
use crate::domain::handover::Handover;
use crate::domain::handover::Unheard;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::transcriber::Role;

/// The version of the form. What is added makes no other; what is taken away or means something else does.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Line<'h> {
    Export {
        schema: u32,
        program: &'h str,
        study: &'h str,
        on: &'h str,
        sessions: usize,
    },
    Code {
        code: &'h str,
        description: &'h str,
        when: &'h str,
    },
    Participant {
        participant: &'h str,
        attributes: &'h BTreeMap<String, String>,
    },
    Session(SessionLine<'h>),
    Speaker {
        session: &'h str,
        code: &'h str,
        role: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        seat: Option<u8>,
    },
    Take {
        session: &'h str,
        take: u32,
        from_ms: u64,
        to_ms: u64,
        frames: u64,
        rate: u32,
        silent: Vec<(u64, u64)>,
    },
    Gap {
        session: &'h str,
        from_ms: u64,
        to_ms: u64,
        why: &'static str,
    },
    Question {
        session: &'h str,
        id: String,
        from_ms: u64,
        to_ms: u64,
        question: &'h str,
        label: &'h str,
        topic: &'h str,
    },
    Coverage {
        session: &'h str,
        question: &'h str,
        label: &'h str,
        coverage: &'static str,
        choice: Option<&'h str>,
        reason: Option<&'h str>,
    },
    Note(NoteLine<'h>),
    Passage {
        session: &'h str,
        id: String,
        from_ms: u64,
        to_ms: u64,
        take: Option<u32>,
        take_ms: Option<u64>,
        speaker: &'h str,
        text: &'h str,
    },
    Page {
        session: &'h str,
        line: &'static str,
        text: &'h str,
    },
}

#[derive(Serialize)]
struct SessionLine<'h> {
    session: &'h str,
    id: &'h str,
    participant: &'h str,
    participants: &'h [String],
    round: &'static str,
    guide: &'h str,
    guide_version: &'h str,
    language: &'h str,
    held: String,
    length_ms: u64,
    by_video: bool,
    quotes: &'static str,
    sound: &'static str,
}

#[derive(Serialize)]
struct NoteLine<'h> {
    session: &'h str,
    id: String,
    kind: &'static str,
    from_ms: u64,
    to_ms: Option<u64>,
    take: Option<u32>,
    take_ms: Option<u64>,
    question: Option<&'h str>,
    text: &'h str,
    tags: &'h [String],
    codes: &'h [String],
    people: &'h [String],
    late: bool,
}

/// A session's consent to quotes, in a word for programs.
pub(super) const fn quotes(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Given => "yes",
        Agreement::Refused => "no",
        Agreement::Open => "open",
        Agreement::NotAsked => "not-asked",
    }
}

/// A moment on the room's clock, in UTC and whole seconds.
pub(super) fn utc(stamp: Stamp) -> String {
    let text = Stamp::new(stamp.utc_ms, 0).rfc3339();
    format!("{}Z", text.get(..19).unwrap_or("1970-01-01T00:00:00"))
}

/// The take in which a moment lies, and where there.
pub(super) fn in_take(of: &HandedOver, at: Position) -> Option<(u32, u64)> {
    of.takes().iter().rev().find_map(|sound| Some((sound.take.0, sound.within(at)?)))
}

/// All of it; nothing where a line of it cannot be written: without that line it would not be all.
pub(super) fn lines(all: &Handover) -> Option<String> {
    let mut lines =
        vec![Line::Export { schema: SCHEMA, program: &all.program, study: &all.title, on: &all.on, sessions: all.sessions.len() }];
    lines.extend(all.codes.iter().map(|code| Line::Code { code: &code.code, description: &code.description, when: &code.when }));
    lines.extend(all.cases.iter().map(|case| Line::Participant { participant: &case.code, attributes: &case.attributes }));
    for of in &all.sessions {
        about(of, &mut lines);
        during(of, &mut lines);
    }
    in_lines(&lines)
}

fn in_lines(lines: &[impl Serialize]) -> Option<String> {
    lines.iter().try_fold(String::new(), |all, line| Some(all + &serde_json::to_string(line).ok()? + "\n"))
}

fn about<'h>(of: &'h HandedOver, lines: &mut Vec<Line<'h>>) {
    let session = of.session.as_str();
    lines.push(Line::Session(SessionLine {
        session,
        id: &of.id,
        participant: &of.participant,
        participants: &of.participants,
        round: of.round.word(),
        guide: &of.guide.id,
        guide_version: &of.guide.version,
        language: &of.guide.language,
        held: utc(of.held),
        length_ms: of.end.millis(),
        by_video: of.by_video,
        quotes: quotes(of.quotes),
        sound: of.sound.as_ref().map_or_else(|why| why.word(), |_| "yes"),
    }));
    lines.extend(of.people.iter().map(|one| Line::Speaker {
        session,
        code: &one.code,
        role: role(one.role),
        seat: of.seat_of(&one.code).map(|seat| seat.0),
    }));
    lines.extend(of.takes().iter().map(|sound| Line::Take {
        session,
        take: sound.take.0,
        from_ms: sound.from.millis(),
        to_ms: sound.to.millis(),
        frames: sound.frames.0,
        rate: sound.rate.hertz(),
        silent: sound.cuts.iter().map(|cut| (cut.from.0, cut.to.0)).collect(),
    }));
    let gap = |gap: &Unheard| (gap.from.millis(), gap.to.millis(), gap.why.word());
    lines.extend(of.gaps.iter().map(gap).map(|(from_ms, to_ms, why)| Line::Gap { session, from_ms, to_ms, why }));
}

fn during<'h>(of: &'h HandedOver, lines: &mut Vec<Line<'h>>) {
    let session = of.session.as_str();
    lines.extend((1..).zip(&of.topics).map(|(n, asked): (u32, _)| Line::Question {
        session,
        id: format!("{}/question/{n}", of.id),
        from_ms: asked.from.millis(),
        to_ms: asked.to.millis(),
        question: asked.question.as_str(),
        label: &asked.label,
        topic: &asked.topic,
    }));
    lines.extend(of.coverage.iter().map(|covered| Line::Coverage {
        session,
        question: covered.question.as_str(),
        label: &covered.label,
        coverage: covered.coverage.word(),
        choice: covered.choice.as_deref(),
        reason: covered.reason.as_deref(),
    }));
    lines.extend(of.notes.iter().map(|note| {
        let (take, take_ms) = in_take(of, note.from).unzip();
        Line::Note(NoteLine {
            session,
            id: format!("{}/note/{}", of.id, note.id.0),
            kind: if note.is_moment() { "moment" } else { note.kind.word() },
            from_ms: note.from.millis(),
            to_ms: note.has_end.then(|| note.to.millis()),
            take,
            take_ms,
            question: note.question.as_ref().map(Id::as_str),
            text: &note.text,
            tags: &note.tags,
            codes: &note.codes,
            people: &note.people,
            late: note.late,
        })
    }));
    lines.extend(of.passages.iter().map(|said| {
        let (take, take_ms) = in_take(of, said.from).unzip();
        let (from_ms, to_ms) = (said.from.millis(), said.to.millis());
        Line::Passage {
            session,
            id: format!("{}/passage/{}", of.id, said.name),
            from_ms,
            to_ms,
            take,
            take_ms,
            speaker: &said.speaker,
            text: &said.words,
        }
    }));
    lines.extend(of.page.iter().map(|(line, text)| Line::Page { session, line: line.word(), text }));
}

/// What somebody is, in a word for programs.
const fn role(role: Role) -> &'static str {
    match role {
        Role::Participant | Role::Seat(_) => "participant",
        Role::Interviewer => "interviewer",
        Role::Observer => "observer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_one_of_its_lines_there_is_no_file() {
        let line = |key: Vec<u8>| BTreeMap::from([(key, 1)]);
        let text = BTreeMap::from([("a", 1)]);
        assert_eq!(in_lines(&[&text, &text]).as_deref(), Some("{\"a\":1}\n{\"a\":1}\n"));
        // What is named by bytes is no object.
        assert_eq!(in_lines(&[line(vec![]), line(vec![1])]), None);
    }
}
