//! Writing the member-check summary: statements per topic, from the notes that may be shared.
//!
//! The screen lists, topic by topic, the notes a participant may read and the statements that rest on them. Observations, follow-ups
//! and memos are not hidden here; they never arrive, because the list is made of `Shareable`s.

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::summary::StatementId;
use crate::domain::summary::Summary;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::line::Line;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::notice::Weight;
use crate::tui::screen::listen;

/// One line of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of topic number `.0`.
    Topic(usize),
    /// A note that may be shared.
    Note(NoteId),
    /// A statement.
    Statement(StatementId),
}

/// A statement being written.
#[derive(Debug)]
pub struct Writing {
    /// Which statement; nothing for a new one.
    pub statement: Option<StatementId>,
    /// The number of its topic.
    pub topic: usize,
    /// Its words.
    pub line: Line,
    sources: Vec<NoteId>,
    quotes: Vec<NoteId>,
}

/// The summary screen's own state.
#[derive(Debug, Default)]
pub struct Statements {
    cursor: usize,
    gathered: BTreeSet<NoteId>,
    writing: Option<Writing>,
    playing: bool,
}

impl Statements {
    /// The chosen line, counted from the top.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The notes gathered for the next statement.
    pub fn gathered(&self) -> &BTreeSet<NoteId> {
        &self.gathered
    }

    /// The statement being written.
    pub fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    pub(in crate::tui) fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    pub(in crate::tui) fn stopped(&mut self) {
        self.playing = false;
    }

    pub(in crate::tui) fn paste(&mut self, text: &str) -> Option<String> {
        self.writing.as_mut()?.line.paste(text)
    }
}

/// The lines of the screen, from top to bottom.
pub fn rows(session: &Session) -> Vec<Row> {
    let guide = session.guide();
    let notes: Vec<_> = session.notes_by_position().into_iter().filter_map(|n| n.shareable()).collect();
    let mut rows = Vec::new();
    for (t, topic) in guide.topics.iter().enumerate() {
        rows.push(Row::Topic(t));
        // What was said before the first question stands under the first topic.
        let topic_of = |n: &crate::domain::note::Shareable<'_>| n.question().and_then(|q| guide.question(q)).map_or(0, |(at, _)| at);
        rows.extend(notes.iter().filter(|n| topic_of(n) == t).map(|n| Row::Note(n.id())));
        rows.extend(session.statements().filter(|s| s.topic == topic.id).map(|s| Row::Statement(s.id)));
    }
    rows
}

/// Opens the screen on the session that is open.
pub fn enter(model: &mut Model) {
    let mut statements = Statements::default();
    if let Some(session) = model.session() {
        statements.cursor = rows(session).iter().position(|r| !matches!(r, Row::Topic(_))).unwrap_or(0);
    }
    model.screen = Screen::Statements(statements);
}

pub(in crate::tui) fn act(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Model { screen: Screen::Statements(statements), sitting: Some(sitting), .. } = model else { return };
    let rows = rows(&sitting.session);
    let row = rows.get(statements.cursor).copied();
    match action {
        Action::Down => statements.cursor = (statements.cursor + 1).min(rows.len().saturating_sub(1)),
        Action::Up => statements.cursor = statements.cursor.saturating_sub(1),
        Action::Gather => match row {
            Some(Row::Note(id)) if statements.gathered.remove(&id) => {}
            Some(Row::Note(id)) => _ = statements.gathered.insert(id),
            Some(Row::Topic(_) | Row::Statement(_)) | None => model.say(Weight::News, "this is not a note: notes are gathered"),
        },
        Action::Edit => statements.writing = row.and_then(|row| begin(&sitting.session, statements, row, &rows)),
        Action::PlayOrPause => play_or_pause(model, row, effects),
        Action::Quote | Action::Strike if !matches!(row, Some(Row::Statement(_))) => {
            model.say(Weight::News, "this is not a statement: Enter writes one");
        }
        Action::Quote => quote(model, row, effects),
        Action::Strike => {
            if let Some(Row::Statement(statement)) = row
                && model.ask(Command::StrikeStatement { statement }, effects)
            {
                model.say(Weight::News, "taken back; Ctrl-Z brings it back");
            }
        }
        Action::Undo => {
            model.ask(Command::Undo, effects);
        }
        Action::WriteLetter => match model.session().map(|s| Summary::of(s).is_empty()) {
            Some(false) => effects.push(Effect::WriteLetter),
            _ => model.say(Weight::Warning, "there is nothing to send yet: Enter on a note writes a statement"),
        },
        Action::Listen => {
            effects.push(Effect::Halt);
            listen::enter(model);
        }
        _ => {}
    }
}

/// Begins to write at `row`: on a note a new statement, on a statement that one, on a topic one that rests on no single note.
fn begin(session: &Session, statements: &Statements, row: Row, rows: &[Row]) -> Option<Writing> {
    let at = rows.iter().position(|r| *r == row)?;
    let topic = rows[..=at].iter().rev().find_map(|r| if let Row::Topic(t) = r { Some(*t) } else { None })?;
    if let Row::Statement(id) = row {
        let statement = session.statement(id)?;
        let (sources, quotes) = (statement.sources.clone(), statement.quotes.clone());
        return Some(Writing { statement: Some(id), topic, line: Line::holding(statement.text.clone()), sources, quotes });
    }
    let mut sources: Vec<NoteId> = statements.gathered.iter().copied().collect();
    if let Row::Note(id) = row
        && !sources.contains(&id)
    {
        sources.push(id);
    }
    let notes: Vec<_> = sources.iter().filter_map(|id| session.note(*id)?.shareable()).collect();
    // A paraphrase is already in our words: it is where the statement starts. A quote stays theirs, below it.
    let words: Vec<&str> = notes.iter().filter(|n| !n.is_quote()).map(|n| n.text()).collect();
    let quotes = notes.iter().filter(|n| n.is_quote()).map(|n| n.id()).collect();
    Some(Writing { statement: None, topic, line: Line::holding(words.join(" ")), sources, quotes })
}

/// Plays the moment of the note, or of the first note behind the statement.
fn play_or_pause(model: &mut Model, row: Option<Row>, effects: &mut Vec<Effect>) {
    let Model { screen: Screen::Statements(statements), sitting: Some(sitting), .. } = model else { return };
    if statements.playing {
        statements.playing = false;
        return effects.push(Effect::Halt);
    }
    let note = match row {
        Some(Row::Note(id)) => Some(id),
        Some(Row::Statement(id)) => sitting.session.statement(id).and_then(|s| s.sources.first().copied()),
        Some(Row::Topic(_)) | None => None,
    };
    if let Some(note) = note.and_then(|id| sitting.session.note(id)) {
        statements.playing = true;
        effects.push(Effect::Play(note.position.back(listen::LEAD_IN)));
    } else {
        model.say(Weight::News, "there is no moment to play here: choose a note or a statement");
    }
}

/// Puts the quotes among a statement's sources below it, or takes them out.
fn quote(model: &mut Model, row: Option<Row>, effects: &mut Vec<Effect>) {
    let (Some(Row::Statement(id)), Some(session)) = (row, model.session()) else { return };
    let Some(statement) = session.statement(id) else { return };
    let theirs = |id: &&NoteId| session.note(**id).and_then(|n| n.shareable()).is_some_and(|n| n.is_quote());
    let quotes: Vec<NoteId> =
        if statement.quotes.is_empty() { statement.sources.iter().filter(theirs).copied().collect() } else { Vec::new() };
    if quotes == statement.quotes {
        return model.say(Weight::News, "this statement rests on no quote");
    }
    let command = Command::ReviseStatement { statement: id, text: statement.text.clone(), quotes };
    model.ask(command, effects);
}

/// A key for the statement that is being written.
pub(in crate::tui) fn write(model: &mut Model, chord: Chord, effects: &mut Vec<Effect>) {
    let Screen::Statements(statements) = &mut model.screen else { return };
    let Some(writing) = &mut statements.writing else { return };
    match chord.key {
        Key::Esc => statements.writing = None,
        Key::Enter => {
            if let Some(writing) = statements.writing.take() {
                keep(model, writing, effects);
            }
        }
        _ => {
            writing.line.edit(chord);
        }
    }
}

fn keep(model: &mut Model, writing: Writing, effects: &mut Vec<Effect>) {
    let Some(session) = model.session() else { return };
    let text = writing.line.text().trim().to_owned();
    let command = match writing.statement {
        Some(statement) => Command::ReviseStatement { statement, text, quotes: writing.quotes.clone() },
        None => {
            let Some(topic) = session.guide().topics.get(writing.topic).map(|t| t.id.clone()) else { return };
            Command::WriteStatement { topic, text, sources: writing.sources.clone(), quotes: writing.quotes.clone() }
        }
    };
    let kept = model.ask(command, effects);
    if let Screen::Statements(statements) = &mut model.screen {
        if kept {
            statements.gathered.clear();
        } else {
            statements.writing = Some(writing);
        }
    }
}
