//! Writing the member-check summary: statements per topic, from the notes that may be shared.
//!
//! The screen lists, topic by topic, the notes a participant may read and the statements that rest on them. Observations, follow-ups
//! and memos are not hidden here; they never arrive, because the list is made of `Shareable`s.

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::domain::undo::UndoWay;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::line::Line;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
pub use crate::tui::place::Row;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::listen;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::tui::sitting::Sitting;

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
    /// Its words before, or those of the notes it began with.
    was: String,
}

impl Writing {
    /// Whether there is something to lose: words that somebody typed.
    fn is_worth_keeping(&self) -> bool {
        let text = self.line.text().trim();
        !text.is_empty() && text != self.was.trim()
    }

    /// Whether both are the same piece of work: a change of the same statement, or a new one from the same notes.
    fn is_same(&self, other: &Self) -> bool {
        (self.statement, self.topic) == (other.statement, other.topic) && (self.statement.is_some() || self.sources == other.sources)
    }

    /// What keeps it; nothing for a topic the guide does not have.
    fn command(&self, session: &Session) -> Option<Command> {
        let text = self.line.text().trim().to_owned();
        match self.statement {
            Some(statement) => Some(Command::ReviseStatement { statement, text, quotes: self.quotes.clone() }),
            None => {
                let topic = session.guide().topics.get(self.topic)?.id.clone();
                Some(Command::WriteStatement { topic, text, sources: self.sources.clone(), quotes: self.quotes.clone() })
            }
        }
    }

    /// Whether the statement is still there to be changed.
    fn stands(&self, session: &Session) -> bool {
        self.statement.is_none_or(|id| session.statement(id).is_some_and(|s| !s.struck))
    }
}

/// The summary screen's own state.
#[derive(Debug, Default)]
pub struct Statements {
    /// The chosen line, by what it is.
    chosen: Option<Row>,
    gathered: BTreeSet<NoteId>,
    writing: Option<Writing>,
    /// Statements that were put aside while being written, the last one on top.
    aside: PutAside<Writing>,
    playing: bool,
}

impl Statements {
    /// Where the chosen line stands in `rows`, counted from the top.
    pub fn cursor(&self, rows: &[Row]) -> usize {
        selection::place(rows, self.chosen.as_ref())
    }

    /// The notes gathered for the next statement.
    pub fn gathered(&self) -> &BTreeSet<NoteId> {
        &self.gathered
    }

    /// The statement being written.
    pub fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    pub(crate) fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    pub(crate) fn stopped(&mut self) {
        self.playing = false;
    }

    pub(crate) fn paste(&mut self, text: &str) -> Option<String> {
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
        let (rows, before) = (rows(session), model.shared.place().row);
        let first = || rows.iter().find(|row| !matches!(row, Row::Topic(_))).or(rows.first());
        statements.chosen = rows.iter().find(|row| Some(**row) == before).or_else(first).copied();
    }
    model.screen = Screen::Statements(statements);
}

pub(crate) fn act(model: &mut Model, action: Action) {
    let Model { screen: Screen::Statements(statements), shared: Shared { sitting: Some(sitting), .. }, .. } = model else { return };
    let rows = rows(&sitting.session);
    let row = rows.get(statements.cursor(&rows)).copied();
    match action {
        Action::Down => statements.chosen = selection::step(&rows, row.as_ref(), Step::Next),
        Action::Up => statements.chosen = selection::step(&rows, row.as_ref(), Step::Previous),
        Action::Gather => match row {
            Some(Row::Note(id)) if statements.gathered.remove(&id) => {}
            Some(Row::Note(id)) => _ = statements.gathered.insert(id),
            Some(Row::Topic(_) | Row::Statement(_)) | None => model.shared.say(Weight::News, "this is not a note: notes are gathered"),
        },
        Action::Edit => {
            let fresh = row.and_then(|row| begin(&sitting.session, statements, row, &rows));
            let again = fresh.as_ref().and_then(|fresh| statements.aside.take(|w| w.is_same(fresh)));
            statements.writing = again.or(fresh);
        }
        Action::PlayOrPause => play_or_pause(model, row),
        Action::Quote | Action::Strike if !matches!(row, Some(Row::Statement(_))) => {
            model.shared.say(Weight::News, "this is not a statement: Enter writes one");
        }
        Action::Quote if !sitting.session.may_quote() => model.shared.say(Weight::Warning, Refusal::QuotesRefused.to_string()),
        Action::Quote => quote(model, row),
        Action::Strike => {
            if let Some(Row::Statement(statement)) = row
                && model.shared.ask(Command::StrikeStatement { statement })
            {
                stay(model, &rows);
                model.shared.say(Weight::News, "taken back; Ctrl-Z brings it back");
            }
        }
        Action::Undo | Action::Redo if statements.writing.is_some() => model.shared.says_a_line_is_written(),
        Action::Undo => match statements.aside.take_since(sitting.last_step(), |w| w.stands(&sitting.session)) {
            Some(writing) => statements.writing = Some(writing),
            None => go_to_what_came(model, UndoWay::Back),
        },
        Action::Redo => go_to_what_came(model, UndoWay::Again),
        Action::WriteLetter => match model.session().map(|s| (s.may_send(), Summary::of(s).is_empty())) {
            Some((Err(refusal), _)) => model.shared.tell(Subject::Letter, Weight::Warning, refusal.to_string()),
            Some((Ok(()), false)) => model.shared.want(Effect::WriteLetter),
            _ => model.shared.tell(Subject::Letter, Weight::Warning, "there is nothing to send yet: Enter on a note writes a statement"),
        },
        Action::Listen => {
            keep_edits(model);
            model.shared.notices.elsewhere();
            model.shared.want(Effect::Halt);
            listen::enter(model);
        }
        _ => {}
    }
}

/// The lines were `before` and are others now: the same one stays chosen, or its neighbour is.
fn stay(model: &mut Model, before: &[Row]) {
    if let Model { screen: Screen::Statements(statements), shared: Shared { sitting: Some(sitting), .. }, .. } = model {
        statements.chosen = selection::after(before, statements.chosen.as_ref(), &rows(&sitting.session));
    }
}

/// Takes a step back or does it once more, and goes to the statement or note it is about.
fn go_to_what_came(model: &mut Model, way: UndoWay) {
    let before = model.session().map(rows).unwrap_or_default();
    let by = model.shared.step(way, Telling::Openly);
    stay(model, &before);
    let Model { screen: Screen::Statements(statements), shared: Shared { sitting: Some(sitting), .. }, .. } = model else { return };
    let about = |row: &Row| match (row, &by) {
        (
            Row::Statement(id),
            Some(Event::StatementStruck { statement } | Event::StatementRestored { statement } | Event::StatementRevised { statement, .. }),
        ) => id == statement,
        (Row::Note(id), Some(Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. })) => id == note,
        _ => false,
    };
    statements.chosen = rows(&sitting.session).into_iter().find(about).or(statements.chosen);
}

/// Begins to write at `row`: on a note a new statement, on a statement that one, on a topic one that rests on no single note.
fn begin(session: &Session, statements: &Statements, row: Row, rows: &[Row]) -> Option<Writing> {
    let at = rows.iter().position(|r| *r == row)?;
    let topic = rows[..=at].iter().rev().find_map(|r| if let Row::Topic(t) = r { Some(*t) } else { None })?;
    if let Row::Statement(id) = row {
        let statement = session.statement(id)?;
        let (sources, quotes, was) = (statement.sources.clone(), statement.quotes.clone(), statement.text.clone());
        return Some(Writing { statement: Some(id), topic, line: Line::holding(was.clone()), sources, quotes, was });
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
    let offered = session.may_quote();
    let quotes = notes.iter().filter(|n| offered && n.is_quote()).map(|n| n.id()).collect();
    let was = words.join(" ");
    Some(Writing { statement: None, topic, line: Line::holding(was.clone()), sources, quotes, was })
}

/// Plays the moment of the note, or of the first note behind the statement.
fn play_or_pause(model: &mut Model, row: Option<Row>) {
    let Model { screen: Screen::Statements(statements), shared: Shared { sitting: Some(sitting), .. }, .. } = model else { return };
    if statements.playing {
        statements.playing = false;
        return model.shared.want(Effect::Halt);
    }
    let note = match row {
        Some(Row::Note(id)) => Some(id),
        Some(Row::Statement(id)) => sitting.session.statement(id).and_then(|s| s.sources.first().copied()),
        Some(Row::Topic(_)) | None => None,
    };
    if let Some(note) = note.and_then(|id| sitting.session.note(id)) {
        statements.playing = true;
        model.shared.notices.over(Subject::Playback);
        let at = note.position.back(listen::LEAD_IN);
        model.shared.want(Effect::Play(at));
    } else {
        model.shared.say(Weight::News, "there is no moment to play here: choose a note or a statement");
    }
}

/// Puts the quotes among a statement's sources below it, or takes them out.
fn quote(model: &mut Model, row: Option<Row>) {
    let (Some(Row::Statement(id)), Some(session)) = (row, model.session()) else { return };
    let Some(statement) = session.statement(id) else { return };
    let theirs = |id: &&NoteId| session.note(**id).and_then(|n| n.shareable()).is_some_and(|n| n.is_quote());
    let quotes: Vec<NoteId> =
        if statement.quotes.is_empty() { statement.sources.iter().filter(theirs).copied().collect() } else { Vec::new() };
    if quotes == statement.quotes {
        return model.shared.say(Weight::News, "this statement rests on no quote");
    }
    let command = Command::ReviseStatement { statement: id, text: statement.text.clone(), quotes };
    model.shared.ask(command);
}

/// A key for the statement that is being written.
pub(crate) fn write(model: &mut Model, chord: Chord) {
    let after = model.shared.sitting.as_ref().map_or(0, Sitting::lines);
    let Screen::Statements(statements) = &mut model.screen else { return };
    let Some(writing) = &mut statements.writing else { return };
    match chord.key {
        Key::Esc => {
            if let Some(writing) = statements.writing.take().filter(Writing::is_worth_keeping) {
                statements.aside.put(writing, after);
                model.shared.say(Weight::News, "the statement is put aside; Ctrl-Z brings it back");
            }
        }
        Key::Enter => {
            if let Some(writing) = statements.writing.take() {
                keep(model, writing);
            }
        }
        _ => {
            writing.line.edit(chord);
        }
    }
}

fn keep(model: &mut Model, writing: Writing) {
    let Some(command) = model.session().and_then(|s| writing.command(s)) else { return };
    let kept = model.shared.ask(command);
    if let Screen::Statements(statements) = &mut model.screen {
        if kept {
            statements.gathered.clear();
        } else {
            statements.writing = Some(writing);
        }
    }
}

/// Before this screen is left, or closed from outside: a statement that is being written is kept as Enter would keep it, because words
/// on the screen look kept. What was put aside is written and taken back at once: the journal has it, no letter does.
pub(crate) fn keep_edits(model: &mut Model) {
    let Model { screen: Screen::Statements(statements), .. } = model else { return };
    let (writing, aside, row) = (statements.writing.take(), statements.aside.drain(), statements.chosen);
    model.shared.keep_place(|place| place.row = row);
    for mut writing in aside {
        let Some(session) = model.session().filter(|s| writing.stands(s)) else { continue };
        // A note may have become private since; the words are kept without it.
        let readable = |id: &NoteId| session.note(*id).is_some_and(|n| n.shareable().is_some());
        writing.sources.retain(readable);
        writing.quotes.retain(readable);
        let back = match writing.statement.and_then(|id| session.statement(id)) {
            None => Command::StrikeStatement { statement: session.next_statement() },
            Some(s) => Command::ReviseStatement { statement: s.id, text: s.text.clone(), quotes: s.quotes.clone() },
        };
        let Some(command) = writing.command(session) else { continue };
        if model.shared.ask(command) {
            model.shared.ask(back);
        }
    }
    if let Some(writing) = writing.filter(Writing::is_worth_keeping) {
        keep(model, writing);
    }
}
