//! One table of all that has a time, for spreadsheets, R and Python (RFC 4180, UTF-8).
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it, because whoever opens it did not write it.

use crate::document::handover::jsonl::in_take;
use crate::document::handover::signs;
use crate::domain::handover::HandedOver;
use crate::domain::handover::Handover;
use crate::domain::handover::NoSound;
use crate::domain::time::Position;

const HEAD: [&str; 15] = [
    "session",
    "participant",
    "round",
    "t_ms",
    "t_end_ms",
    "hms",
    "take",
    "take_ms",
    "type",
    "kind",
    "id",
    "question",
    "speaker",
    "codes",
    "text",
];

/// A cell: legal, harmless, and in quotation marks where it needs them.
pub(crate) fn cell(text: &str) -> String {
    let text = signs::legal(text);
    // Also behind a line feed, or in full width: some programs read those as the same.
    let begins_a_formula = text.starts_with(['\t', '\r']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let text = if begins_a_formula { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// What stands in a row beside its session.
#[derive(Default)]
struct Row<'h> {
    at: Position,
    end: Option<Position>,
    what: &'static str,
    kind: &'h str,
    id: String,
    question: &'h str,
    speaker: String,
    codes: String,
    text: String,
}

/// All of it.
pub(super) fn table(all: &Handover) -> String {
    let mut table = HEAD.join(",") + "\r\n";
    for of in &all.sessions {
        let mut rows = rows(of);
        rows.sort_by_key(|row| row.at);
        for row in rows {
            let (take, take_ms) = in_take(of, row.at).map(|(take, ms)| (take.to_string(), ms.to_string())).unwrap_or_default();
            let at = row.at.millis();
            let (end, hms) = (row.end.map(|end| end.millis().to_string()).unwrap_or_default(), signs::whole_clock(at));
            let at = at.to_string();
            let (session, round) = (of.session.as_str(), of.round.word());
            let cells = [
                session,
                &of.participant,
                round,
                &at,
                &end,
                &hms,
                &take,
                &take_ms,
                row.what,
                row.kind,
                &row.id,
                row.question,
                &row.speaker,
                &row.codes,
                &row.text,
            ];
            table += &cells.map(cell).join(",");
            table += "\r\n";
        }
    }
    table
}

fn rows(of: &HandedOver) -> Vec<Row<'_>> {
    let asked = (1_u32..).zip(&of.topics).map(|(n, asked)| Row {
        at: asked.from,
        end: Some(asked.to),
        what: "question",
        id: format!("{}/question/{n}", of.id),
        question: asked.question.as_str(),
        text: asked.label.clone(),
        ..Row::default()
    });
    let notes = of.notes.iter().map(|note| Row {
        at: note.from,
        end: note.has_end.then_some(note.to),
        what: if note.is_moment() { "moment" } else { "note" },
        kind: if note.is_moment() { "" } else { note.kind.word() },
        id: format!("{}/note/{}", of.id, note.id.0),
        question: note.question.as_ref().map_or("", |question| question.as_str()),
        speaker: note.people.join("; "),
        codes: note.codes.iter().cloned().chain(note.tags.iter().map(|tag| format!("#{tag}"))).collect::<Vec<_>>().join("; "),
        text: note.text.clone(),
    });
    let said = of.passages.iter().map(|said| Row {
        at: said.from,
        end: Some(said.to),
        what: "passage",
        id: format!("{}/passage/{}", of.id, said.name),
        speaker: said.speaker.clone(),
        text: said.words.clone(),
        ..Row::default()
    });
    let gaps = of.gaps.iter().map(|gap| Row {
        at: gap.from,
        end: Some(gap.to).filter(|_| gap.why != NoSound::OffRecord),
        what: "gap",
        kind: gap.why.word(),
        ..Row::default()
    });
    let page = of.page.iter().map(|(line, text)| Row { at: of.end, what: "page", kind: line.word(), text: text.clone(), ..Row::default() });
    asked.chain(notes).chain(said).chain(gaps).chain(page).collect()
}
