//! Writing the member-check summary: statements per topic, from the notes that may be shared.
//!
//! The screen lists, topic by topic, the notes a participant may read and the statements that rest on them. Observations, follow-ups
//! and memos are not hidden here; they never arrive, because the list is made of `Shareable`s.

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::Shareable;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::domain::undo::UndoWay;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::line::Line;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
pub use crate::tui::place::SummaryRow;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::playing;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

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
pub struct MemberCheck {
    /// The chosen line, by what it is.
    chosen: Option<SummaryRow>,
    gathered: BTreeSet<NoteId>,
    writing: Option<Writing>,
    /// Statements that were put aside while being written, the last one on top.
    aside: PutAside<Writing>,
    /// The line of which something was heard last.
    heard: Option<SummaryRow>,
}

impl MemberCheck {
    /// The screen on the session that is open, where it was left.
    pub(crate) fn enter(shared: &Shared) -> Self {
        let Some(session) = shared.session() else { return Self::default() };
        let (rows, before) = (rows(session), shared.place().row);
        let first = || rows.iter().find(|row| !matches!(row, SummaryRow::Topic(_))).or(rows.first());
        let chosen = rows.iter().find(|row| Some(**row) == before).or_else(first).copied();
        Self { chosen, ..Self::default() }
    }

    /// Where the chosen line stands in `rows`, counted from the top.
    pub(crate) fn cursor(&self, rows: &[SummaryRow]) -> usize {
        selection::place(rows, self.chosen.as_ref())
    }

    /// The notes gathered for the next statement.
    pub(crate) fn gathered(&self) -> &BTreeSet<NoteId> {
        &self.gathered
    }

    /// The statement being written.
    pub(crate) fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    /// The lines were `before` and are others now: the same one stays chosen, or its neighbour is.
    fn stay(&mut self, before: &[SummaryRow], shared: &Shared) {
        if let Some(session) = shared.session() {
            self.chosen = selection::after(before, self.chosen.as_ref(), &rows(session));
        }
    }

    fn undo(&mut self, shared: &mut Shared) {
        let Some(sitting) = &shared.sitting else { return };
        match self.aside.take_since(sitting.last_step(), |w| w.stands(&sitting.session)) {
            Some(writing) => self.writing = Some(writing),
            None => self.go_to_what_came(UndoWay::Back, shared),
        }
    }

    /// Takes a step back or does it once more, and goes to the statement or note it is about.
    fn go_to_what_came(&mut self, way: UndoWay, shared: &mut Shared) {
        let before = shared.session().map(rows).unwrap_or_default();
        let by = shared.step(way, Telling::Openly, action::Statements::Redo);
        self.stay(&before, shared);
        let about = |row: &SummaryRow| match (row, &by) {
            (
                SummaryRow::Statement(id),
                Some(
                    Event::StatementStruck { statement }
                    | Event::StatementRestored { statement }
                    | Event::StatementRevised { statement, .. },
                ),
            ) => id == statement,
            (SummaryRow::Note(id), Some(Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. })) => {
                id == note
            }
            _ => false,
        };
        let now = shared.session().map(rows).unwrap_or_default();
        self.chosen = now.into_iter().find(about).or(self.chosen);
    }

    fn gather(&mut self, row: Option<SummaryRow>, shared: &mut Shared) {
        match row {
            Some(SummaryRow::Note(id)) if self.gathered.remove(&id) => {}
            Some(SummaryRow::Note(id)) => _ = self.gathered.insert(id),
            Some(SummaryRow::Topic(_) | SummaryRow::Statement(_)) | None => {
                shared.say(Weight::News, say!("check-not-a-note"));
            }
        }
    }

    fn begin(&mut self, row: Option<SummaryRow>, rows: &[SummaryRow], session: &Session) {
        let fresh = row.and_then(|row| fresh(session, &self.gathered, row, rows));
        let again = fresh.as_ref().and_then(|fresh| self.aside.take(|w| w.is_same(fresh)));
        self.writing = again.or(fresh);
    }

    /// Plays the moment of the note, or of the first note behind the statement.
    fn play_or_pause(&mut self, row: Option<SummaryRow>, shared: &mut Shared) {
        if shared.playback.is_playing() {
            return shared.pause();
        }
        match shared.session().and_then(|session| moment(row, session)).map(|note| note.heard_from(shared.lead_in())) {
            Some(from) => {
                self.heard = row;
                shared.play(from);
            }
            None => shared.say(Weight::News, say!("check-no-moment")),
        }
    }

    /// Does `action` to what plays: what was paused of a line goes on, of another its moment begins.
    fn plays(&mut self, action: action::Playing, row: Option<SummaryRow>, shared: &mut Shared) {
        let goes_on = shared.playback.is_playing() || (row.is_some() && self.heard == row);
        match action {
            action::Playing::PlayOrPause if !goes_on => self.play_or_pause(row, shared),
            _ => _ = playing::act(action, shared),
        }
    }

    fn strike(&mut self, row: Option<SummaryRow>, rows: &[SummaryRow], shared: &mut Shared) {
        if let Some(SummaryRow::Statement(statement)) = row
            && shared.ask(Command::StrikeStatement { statement })
        {
            self.stay(rows, shared);
            let key = shared.key(action::Statements::Undo);
            shared.say(Weight::News, say!("taken-back-key", key = key));
        }
    }

    fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(writing) = self.writing.take().filter(Writing::is_worth_keeping) {
            self.aside.put(writing, shared.journal_lines());
            let key = shared.key(action::Statements::Undo);
            shared.say(Weight::News, say!("check-aside", key = key));
        }
    }

    fn keep(&mut self, writing: Writing, shared: &mut Shared) {
        let Some(command) = shared.session().and_then(|s| writing.command(s)) else { return };
        let topic = shared.session().and_then(|s| s.guide().topics.get(writing.topic)).map(|topic| topic.heading().to_owned());
        if shared.ask(command) {
            self.gathered.clear();
            if let Some(title) = topic.filter(|_| writing.statement.is_none()) {
                shared.say(Weight::News, say!("check-kept", number = writing.topic + 1, topic = title));
            }
        } else {
            self.writing = Some(writing);
        }
    }
}

impl Face for MemberCheck {
    fn contexts(&self) -> Vec<Context> {
        if self.writing.is_some() { vec![Context::Stating, Context::Statements] } else { vec![Context::Statements] }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Statements as A;
        let Some(sitting) = &shared.sitting else { return Go::Nowhere };
        let rows = rows(&sitting.session);
        let row = rows.get(self.cursor(&rows)).copied();
        let action = match action {
            Action::Statements(action) => action,
            Action::Playing(action) => {
                self.plays(action, row, shared);
                return Go::Nowhere;
            }
            _ => return Go::Nowhere,
        };
        match action {
            A::Down => self.chosen = selection::step(&rows, row.as_ref(), Step::Next),
            A::Up => self.chosen = selection::step(&rows, row.as_ref(), Step::Previous),
            A::Gather => self.gather(row, shared),
            A::Edit => self.begin(row, &rows, &sitting.session),
            A::PlayOrPause => self.play_or_pause(row, shared),
            A::Quote | A::Strike if !matches!(row, Some(SummaryRow::Statement(_))) => {
                let key = shared.key(A::Edit);
                shared.say(Weight::News, say!("check-not-a-statement", key = key));
            }
            A::Quote if !sitting.session.may_quote() => shared.say(Weight::Warning, Refusal::QuotesRefused.to_string()),
            A::Quote => quote(row, shared),
            A::Strike => self.strike(row, &rows, shared),
            A::Undo | A::Redo if self.writing.is_some() => shared.says_a_line_is_written(A::Keep, A::PutAside),
            A::Undo => self.undo(shared),
            A::Redo => self.go_to_what_came(UndoWay::Again, shared),
            A::WriteLetter => write_letter(shared),
            A::Listen => return Go::Listen,
            A::Keep => {
                if let Some(writing) = self.writing.take() {
                    self.keep(writing, shared);
                }
            }
            A::PutAside => self.put_aside(shared),
        }
        Go::Nowhere
    }

    fn write(&mut self, chord: Chord, _: &mut Shared) -> Go {
        if let Some(writing) = &mut self.writing {
            writing.line.edit(chord);
        }
        Go::Nowhere
    }

    fn paste(&mut self, text: &str, _: &mut Shared) -> Option<String> {
        self.writing.as_mut()?.line.paste(text)
    }

    fn choices(&self, shared: &Shared) -> usize {
        shared.session().map_or(0, |session| rows(session).len())
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        self.chosen = shared.session().and_then(|session| rows(session).get(nth).copied());
    }

    fn esc(&self) -> Esc {
        if self.writing.is_some() { Esc::PutsAway } else { Esc::Leads }
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        use action::Statements as A;
        let (action, session) = match (bind.does, shared.session()) {
            (Action::Statements(action), Some(session)) => (action, session),
            // The keys of the screen do the same while nothing is written.
            (Action::Playing(_), _) if self.writing.is_none() => return 9,
            _ => return bind.rank,
        };
        let rows = rows(session);
        let has = |is: fn(&SummaryRow) -> bool| rows.iter().any(is);
        let does = match action {
            A::Quote => has(|row| matches!(row, SummaryRow::Statement(_))) && session.may_quote(),
            A::Strike => has(|row| matches!(row, SummaryRow::Statement(_))),
            A::Gather => has(|row| matches!(row, SummaryRow::Note(_))),
            A::PlayOrPause => shared.playback.is_playing() || has(|row| !matches!(row, SummaryRow::Topic(_))),
            A::WriteLetter => session.may_send().is_ok() && !Summary::of(session).is_empty(),
            _ => true,
        };
        if does { bind.rank } else { 9 }
    }

    fn label(&self, action: Action, shared: &Shared) -> Option<Message> {
        let plays = [action::Statements::PlayOrPause.into(), action::Playing::PlayOrPause.into()].contains(&action);
        (plays && shared.playback.is_playing()).then(|| message!("label-pause"))
    }

    fn moves(&self, shared: &Shared) -> bool {
        shared.playback.is_playing()
    }

    /// A statement that is being written is kept as Enter would keep it, because words on the screen look kept. What was put aside is
    /// written and taken back at once: the journal has it, no letter does.
    fn leave(&mut self, _: Leaving, shared: &mut Shared) {
        let (writing, aside, row) = (self.writing.take(), self.aside.drain(), self.chosen);
        shared.keep_place(|place| place.row = row);
        shared.keep_left(None);
        for mut writing in aside {
            let Some(session) = shared.session().filter(|s| writing.stands(s)) else { continue };
            // A note may have become private since; the words are kept without it.
            let readable = |id: &NoteId| session.note(*id).is_some_and(|n| n.shareable().is_some());
            writing.sources.retain(readable);
            writing.quotes.retain(readable);
            let back = match writing.statement.and_then(|id| session.statement(id)) {
                None => Command::StrikeStatement { statement: session.next_statement() },
                Some(s) => Command::ReviseStatement { statement: s.id, text: s.text.clone(), quotes: s.quotes.clone() },
            };
            let Some(command) = writing.command(session) else { continue };
            if shared.ask(command) {
                shared.ask(back);
            }
        }
        if let Some(writing) = writing.filter(Writing::is_worth_keeping) {
            self.keep(writing, shared);
        }
    }
}

/// The lines of the screen, from top to bottom.
pub(crate) fn rows(session: &Session) -> Vec<SummaryRow> {
    let guide = session.guide();
    let notes: Vec<_> = session.notes_by_position().into_iter().filter_map(|n| n.shareable()).collect();
    let mut rows = Vec::new();
    for (t, topic) in guide.topics.iter().enumerate() {
        rows.push(SummaryRow::Topic(t));
        // What was said before the first question stands under the first topic.
        let topic_of = |n: &Shareable<'_>| n.question().and_then(|q| guide.question(q)).map_or(0, |(at, _)| at);
        rows.extend(notes.iter().filter(|n| topic_of(n) == t).map(|n| SummaryRow::Note(n.id())));
        rows.extend(session.statements().filter(|s| s.topic == topic.id).map(|s| SummaryRow::Statement(s.id)));
    }
    rows
}

/// What is begun at `row`: on a note a new statement, on a statement that one, on a topic one that rests on no single note.
fn fresh(session: &Session, gathered: &BTreeSet<NoteId>, row: SummaryRow, rows: &[SummaryRow]) -> Option<Writing> {
    let at = rows.iter().position(|r| *r == row)?;
    let topic = rows[..=at].iter().rev().find_map(|r| if let SummaryRow::Topic(t) = r { Some(*t) } else { None })?;
    if let SummaryRow::Statement(id) = row {
        let statement = session.statement(id)?;
        let (sources, quotes, was) = (statement.sources.clone(), statement.quotes.clone(), statement.text.clone());
        return Some(Writing { statement: Some(id), topic, line: Line::holding(was.clone()), sources, quotes, was });
    }
    let mut sources: Vec<NoteId> = gathered.iter().copied().collect();
    if let SummaryRow::Note(id) = row
        && !sources.contains(&id)
    {
        sources.push(id);
    }
    let notes: Vec<_> = sources.iter().filter_map(|id| session.note(*id)?.shareable()).collect();
    // A paraphrase is already in our words: it is where the statement starts. A quote stays theirs, below it.
    let words: Vec<_> = notes.iter().filter(|n| !n.is_quote()).map(|n| n.text()).collect();
    let offered = session.may_quote();
    let quotes = notes.iter().filter(|n| offered && n.is_quote()).map(|n| n.id()).collect();
    let was = words.join(" ");
    Some(Writing { statement: None, topic, line: Line::holding(was.clone()), sources, quotes, was })
}

/// The note whose moment is played, or the first behind the statement.
fn moment(row: Option<SummaryRow>, session: &Session) -> Option<&Note> {
    let note = match row? {
        SummaryRow::Note(id) => id,
        SummaryRow::Statement(id) => *session.statement(id)?.sources.first()?,
        SummaryRow::Topic(_) => return None,
    };
    session.note(note)
}

/// Puts the quotes among a statement's sources below it, or takes them out.
fn quote(row: Option<SummaryRow>, shared: &mut Shared) {
    let (Some(SummaryRow::Statement(id)), Some(session)) = (row, shared.session()) else { return };
    let Some(statement) = session.statement(id) else { return };
    let theirs = |id: &&NoteId| session.note(**id).and_then(|n| n.shareable()).is_some_and(|n| n.is_quote());
    let quotes: Vec<NoteId> =
        if statement.quotes.is_empty() { statement.sources.iter().filter(theirs).copied().collect() } else { Vec::new() };
    if quotes == statement.quotes {
        return shared.say(Weight::News, say!("check-no-quote"));
    }
    let command = Command::ReviseStatement { statement: id, text: statement.text.clone(), quotes };
    shared.ask(command);
}

fn write_letter(shared: &mut Shared) {
    match shared.session().map(|s| (s.may_send(), Summary::of(s).is_empty())) {
        Some((Err(refusal), _)) => shared.tell(Subject::Letter, Weight::Warning, refusal.to_string()),
        Some((Ok(()), false)) => shared.want(Effect::WriteLetter),
        _ => {
            let key = shared.key(action::Statements::Edit);
            shared.tell(Subject::Letter, Weight::Warning, say!("check-nothing-to-send", key = key));
        }
    }
}
