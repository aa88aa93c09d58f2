//! `hearback letter SESSION --trail`: how each statement rests on what was said, for the team.

use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::disk::whole;
use crate::document;
use crate::domain::event::Event;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::statement::StatementId;
use crate::domain::time::Stamp;
use crate::domain::trail::NoteTrail;
use crate::domain::trail::SourceTrail;
use crate::domain::trail::StatementTrail;
use crate::domain::trail::Trail;
use crate::domain::trail::VersionTrail;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::store::error::StoreError;
use crate::store::journal;
use crate::words::message::message;
use crate::words::say;

/// A trail, for programs.
#[derive(Serialize)]
struct TrailShown<'a> {
    /// That it is for the team.
    r#for: &'static str,
    session: &'a str,
    participant: &'a str,
    letters: Vec<LetterTrailShown>,
    statements: Vec<StatementTrailShown<'a>>,
    not_shown: usize,
    notes_gone: usize,
}

#[derive(Serialize)]
struct LetterTrailShown {
    version: u32,
    at: String,
    /// Nothing where the journal does not say.
    statements: Option<usize>,
}

#[derive(Serialize)]
struct StatementTrailShown<'a> {
    id: StatementId,
    number: Option<usize>,
    topic: &'a str,
    text: &'a str,
    notes: Vec<SourceShown<'a>>,
    versions: Vec<VersionTrailShown<'a>>,
    versions_not_shown: usize,
}

#[derive(Serialize)]
struct SourceShown<'a> {
    note: NoteId,
    kind: NoteKind,
    at_ms: u64,
    text: &'a str,
    quoted: bool,
    hear: String,
    before: Vec<NoteShown<'a>>,
}

#[derive(Serialize)]
struct NoteShown<'a> {
    kind: NoteKind,
    at_ms: u64,
    text: &'a str,
}

#[derive(Serialize)]
struct VersionTrailShown<'a> {
    since: Option<String>,
    text: &'a str,
    notes: &'a [NoteId],
    letters: &'a [u32],
}

pub(crate) fn trail(study: Option<&Path>, session: &str, readers: For, out: Option<PathBuf>) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(session)?;
    let found = sessions::read(&folder)?;
    // What a newer hearback knows not to be used cannot be left out here.
    if !found.session.is_understood() {
        return Err(Failure::mendable(sessions::unheeded()));
    }
    let loaded = journal::read(&folder.journal())?;
    let lines: Vec<(Stamp, Option<&Event>)> = loaded.entries.iter().map(|entry| (entry.at, entry.event.as_ref())).collect();
    let trail = Trail::of(&found.session, &lines);
    let (name, opened) = (folder.name(), found.session.opened());
    let bytes = if readers == For::Programs {
        let shown = TrailShown {
            r#for: "team",
            session: &name,
            participant: &opened.participant,
            letters: trail
                .letters
                .iter()
                .map(|one| LetterTrailShown { version: one.version, at: one.at.rfc3339(), statements: one.statements })
                .collect(),
            statements: trail.statements.iter().map(|one| StatementTrailShown::of(one, &name)).collect(),
            not_shown: trail.not_shown,
            notes_gone: trail.notes_gone,
        };
        let text =
            serde_json::to_string_pretty(&shown).map_err(|e| Failure::new(Kind::Bug, say!("answer-no-json", why = e.to_string())))?;
        format!("{text}\n")
    } else {
        let whom = say!("check-title", participant = &opened.participant, round = opened.round.words());
        document::trail::write(&trail, &name, &whom)
    };
    match out {
        Some(path) => {
            whole::create(&path, bytes.as_bytes()).map_err(|e| StoreError::io(&path, message!("could-not-write-trail"), e))?;
            put(say!("write-trail-lies", file = path.display().to_string()));
        }
        None => put_as_it_stands(bytes.as_bytes()),
    }
    Ok(())
}

impl<'a> StatementTrailShown<'a> {
    fn of(one: &'a StatementTrail, session: &str) -> Self {
        let StatementTrail { id, number, topic, text, sources, versions, versions_not_shown } = one;
        Self {
            id: *id,
            number: *number,
            topic,
            text,
            notes: sources.iter().map(|note| SourceShown::of(note, session)).collect(),
            versions: versions.iter().map(VersionTrailShown::of).collect(),
            versions_not_shown: *versions_not_shown,
        }
    }
}

impl<'a> SourceShown<'a> {
    fn of(source: &'a SourceTrail, session: &str) -> Self {
        let SourceTrail { note, kind, position, text, is_quoted, before } = source;
        let shown = |was: &'a NoteTrail| NoteShown { kind: was.kind, at_ms: was.position.millis(), text: &was.text };
        Self {
            note: *note,
            kind: *kind,
            at_ms: position.millis(),
            text,
            quoted: *is_quoted,
            hear: source.heard_by(session),
            before: before.iter().map(shown).collect(),
        }
    }
}

impl<'a> VersionTrailShown<'a> {
    fn of(version: &'a VersionTrail) -> Self {
        let since = version.since.map(Stamp::rfc3339);
        Self { since, text: &version.text, notes: &version.sources, letters: &version.letters }
    }
}
