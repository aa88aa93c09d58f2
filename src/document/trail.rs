//! How each statement rests on what was said, as Markdown: for the team, and its first line says so.

use crate::document::markdown::escape;
use crate::domain::letter::tree::Text;
use crate::domain::trail::LetterTrail;
use crate::domain::trail::SourceTrail;
use crate::domain::trail::StatementTrail;
use crate::domain::trail::Trail;
use crate::domain::trail::VersionTrail;
use crate::words::message::message;
use crate::words::say;

/// `trail` of the session called `session`, an interview with `whom`.
pub fn write(trail: &Trail, session: &str, whom: &str) -> String {
    let mut parts = vec![format!("# {}", text(&say!("trail-title"))), text(&say!("trail-of", session = session, whom = whom))];
    let letters: Vec<String> = trail.letters.iter().map(letter).collect();
    parts.push(if letters.is_empty() { text(&say!("trail-no-letter")) } else { items(&letters) });
    parts.extend(trail.statements.iter().map(|one| statement(one, session)));
    if trail.not_shown > 0 {
        parts.push(text(&say!("trail-not-shown", count = trail.not_shown)));
    }
    if trail.notes_gone > 0 {
        parts.push(text(&say!("trail-notes-gone", count = trail.notes_gone)));
    }
    format!("{}\n", parts.join("\n\n"))
}

fn letter(letter: &LetterTrail) -> String {
    let (version, day, time) = (letter.version, letter.at.date(), letter.at.time_of_day());
    text(&match letter.statements {
        Some(count) => {
            let statements = message!("n-statements", count = count);
            say!("trail-letter", version = version, day = day, time = time, statements = statements)
        }
        None => say!("trail-letter-not-known", version = version, day = day, time = time),
    })
}

fn statement(one: &StatementTrail, session: &str) -> String {
    let mut parts = vec![format!("## {}", text(&one.text))];
    let last = one.versions.last();
    let since = last.and_then(|last| last.since).map_or_else(String::new, |at| format!("{} {}", at.date(), at.time_of_day()));
    let dated = if since.is_empty() { "no" } else { "yes" };
    parts.push(text(&say!("trail-statement", id = one.id.0, topic = &one.topic, since = since, dated = dated)));
    parts.push(format!("{} {}", text(&say!("trail-number", number = one.number.unwrap_or(0))), text(&in_letters(last))));
    if one.sources.is_empty() {
        parts.push(text(&say!("trail-rests-on-nothing")));
    } else {
        let rows: Vec<String> = one.sources.iter().flat_map(|note| source(note, session)).collect();
        parts.push(format!("{}\n\n{}", text(&say!("trail-rests-on")), rows.join("\n")));
    }
    let earlier: Vec<String> = one.versions.iter().rev().skip(1).rev().map(version).collect();
    if !earlier.is_empty() {
        parts.push(format!("{}\n\n{}", text(&say!("trail-before")), items(&earlier)));
    }
    if one.versions_not_shown > 0 {
        parts.push(text(&say!("trail-versions-not-shown", count = one.versions_not_shown)));
    }
    parts.join("\n\n")
}

fn in_letters(version: Option<&VersionTrail>) -> String {
    let letters = version.map_or_else(Vec::new, |version| version.letters.iter().map(u32::to_string).collect());
    say!("trail-in-letters", count = letters.len(), letters = letters.join(", "))
}

fn source(note: &SourceTrail, session: &str) -> Vec<String> {
    let (at, kind) = (note.position.to_string(), note.kind.words());
    let said = say!("trail-note", at = at, kind = kind, note = note.note.0, words = &note.text);
    let quoted = if note.is_quoted { format!(" {}", text(&say!("trail-quoted"))) } else { String::new() };
    let hear = note.heard_by(session);
    // What is set as code is not escaped: a name that would end it stands as words.
    let hear = if hear.contains(['`', '\n']) { text(&hear) } else { format!("`{hear}`") };
    let mut rows = vec![format!("- {}{quoted} {hear}", text(&said))];
    rows.extend(note.before.iter().map(|was| format!("    - {}", text(&was.words()))));
    rows
}

fn version(version: &VersionTrail) -> String {
    let since = version.since.map_or_else(String::new, |at| format!("{} {}", at.date(), at.time_of_day()));
    let notes: Vec<String> = version.sources.iter().map(|note| note.0.to_string()).collect();
    let said = say!("trail-version", since = since, words = &version.text, count = notes.len(), notes = notes.join(", "));
    format!("{} {}", text(&said), text(&in_letters(Some(version))))
}

fn items(of: &[String]) -> String {
    of.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
}

fn text(raw: &str) -> String {
    escape(&Text::new(raw))
}
