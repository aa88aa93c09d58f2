//! Writing the member-check summary: statements per topic, from the notes that may be shared.
//!
//! The screen lists, topic by topic, each statement above the notes it rests on, and the notes that none rests on. Observations, follow-ups
//! and memos are not hidden here; they never arrive, because what one may choose from is made of `Shareable`s. What is done with statements
//! beside writing them stands in `composing`, how a line is written in `writing`, and what comes of an editor in `by_editor`.

pub(crate) mod by_editor;
mod choosing;
mod composing;
mod hearing;
mod keeping;
mod looks;
pub(crate) mod rows;
pub(crate) mod told;
mod writing;

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::member_check::registering::NotRegistered;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::domain::undo::UndoWay;
use crate::tui::effect::Effect;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::line::Line;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::place::Spot;
pub use crate::tui::place::SummaryRow;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::face::CameFrom;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::looking::Looking;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::screen::statements::rows::note_at;
pub(crate) use crate::tui::screen::statements::rows::rows;
use crate::tui::screen::statements::rows::rows_to_choose;
use crate::tui::screen::statements::rows::statement_at;
pub use crate::tui::screen::statements::writing::Writing;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// What lies over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The notes, to choose those on which this statement rests.
    Notes(StatementId),
    /// The letter.
    Letter,
}

/// The summary screen's own state.
#[derive(Debug, Default)]
pub struct StatementsScreen {
    /// The chosen line, by what it is.
    chosen: Option<SummaryRow>,
    gathered: BTreeSet<NoteId>,
    writing: Option<Writing>,
    over: Over,
    /// How far the letter is scrolled from where it follows the chosen statement, in steps.
    scrolled: i32,
    from: CameFrom,
    /// What is looked at, and lies over all of it.
    looking: Option<Looking>,
    /// Statements that were put aside while being written, the last one on top.
    aside: PutAside<Writing>,
    /// The line of which something was heard last.
    heard: Option<SummaryRow>,
}

impl StatementsScreen {
    /// The screen on the session that is open, where it was left.
    pub(crate) fn enter(from: CameFrom, shared: &mut Shared) -> Self {
        shared.want(Effect::AskForLetter);
        let Some(session) = shared.session() else { return Self::default() };
        let (rows, before) = (rows(session), shared.place().row);
        let first = || rows.iter().find(|row| !matches!(row, SummaryRow::Topic(_))).or(rows.first());
        // A note that was chosen may rest below a statement since.
        let same = |row: &&SummaryRow| Some(**row) == before;
        let as_note = |row: &&SummaryRow| before.and_then(note_at).is_some_and(|note| note_at(**row) == Some(note));
        let chosen = rows.iter().find(same).or_else(|| rows.iter().find(as_note)).or_else(first).copied();
        Self { chosen, from, ..Self::default() }
    }

    /// From where one listens who goes to the sound: whoever came from there only goes back.
    pub(crate) fn listens_from(&self) -> CameFrom {
        if self.from == CameFrom::Listening { CameFrom::Elsewhere } else { CameFrom::MemberCheck }
    }

    /// The lines as they are now, from top to bottom.
    pub(crate) fn lines(&self, session: &Session) -> Vec<SummaryRow> {
        if matches!(self.over, Over::Notes(_)) { rows_to_choose(session) } else { rows(session) }
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

    /// What lies over the list.
    pub(crate) fn over(&self) -> Over {
        self.over
    }

    /// What is looked at.
    pub(crate) fn looking(&self) -> Option<&Looking> {
        self.looking.as_ref()
    }

    /// How far the letter is scrolled from where it follows the chosen statement, in steps.
    pub(crate) fn scrolled(&self) -> i32 {
        self.scrolled
    }

    /// The statement that is written, or chosen.
    pub(crate) fn statement(&self) -> Option<StatementId> {
        match (&self.writing, self.over) {
            (Some(writing), _) => writing.statement,
            (None, Over::Notes(id)) => Some(id),
            (None, _) => self.chosen.and_then(statement_at),
        }
    }

    fn choose(&mut self, row: Option<SummaryRow>) {
        if self.chosen != row {
            self.scrolled = 0;
        }
        self.chosen = row;
    }

    /// The lines were `before` and are others now: the same one stays chosen, or its neighbour is.
    fn stay(&mut self, before: &[SummaryRow], shared: &Shared) {
        if let Some(session) = shared.session() {
            self.choose(selection::after(before, self.chosen.as_ref(), &self.lines(session)));
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
        let before = shared.session().map(|session| self.lines(session)).unwrap_or_default();
        let by = shared.step(way, Telling::Openly, action::Statements::Redo);
        self.stay(&before, shared);
        let about = |row: &SummaryRow| match (row, &by) {
            (SummaryRow::Statement(id), Some(by)) => statement_of(by) == Some(*id),
            (SummaryRow::Note(id), Some(Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. })) => {
                id == note
            }
            _ => false,
        };
        let now = shared.session().map(|session| self.lines(session)).unwrap_or_default();
        let to = now.into_iter().find(about).or(self.chosen);
        self.choose(to);
        if let Over::Notes(id) = self.over
            && shared.session().is_none_or(|session| !session.statements().any(|s| s.id == id))
        {
            self.leave_notes(id, shared);
        }
    }

    fn strike(&mut self, statement: StatementId, rows: &[SummaryRow], shared: &mut Shared) {
        if shared.ask(Command::StrikeStatement { statement }) {
            self.stay(rows, shared);
            let key = shared.key(action::Statements::Undo);
            shared.say(Weight::News, say!("taken-back-key", key = key));
        }
    }

    /// What is done to one statement, which stands at `row`.
    fn does(&mut self, action: action::Statements, row: Option<SummaryRow>, rows: &[SummaryRow], shared: &mut Shared) {
        use action::Statements as A;
        let Some(id) = row.and_then(statement_at).filter(|_| !matches!(self.over, Over::Notes(_))) else {
            let key = shared.key(A::New);
            return shared.say(Weight::News, say!("check-not-a-statement", key = key));
        };
        match (action, row) {
            (A::Quote, Some(SummaryRow::Source(_, note))) => composing::quote_one(id, note, shared),
            (A::Quote, _) => composing::quote_all(id, shared),
            (A::Strike, Some(SummaryRow::Source(..))) => {
                let key = shared.key(A::Gather);
                shared.say(Weight::News, say!("check-note-of-a-statement", key = key));
            }
            (A::Strike, _) => self.strike(id, rows, shared),
            (A::MoveUp, _) => composing::move_on(id, Step::Previous, shared),
            (A::MoveDown, _) => composing::move_on(id, Step::Next, shared),
            (A::Join, _) => composing::join(id, shared),
            (A::SetAside, _) => composing::set_aside(id, shared),
            (A::Mean, _) => composing::mean(id, shared),
            _ => {}
        }
        if action != A::Strike {
            self.stay(rows, shared);
        }
    }
}

/// The statement that an event has written.
pub(crate) fn written_by(event: &Event) -> Option<StatementId> {
    if let Event::StatementWritten { statement, .. } = event { Some(*statement) } else { None }
}

/// The statement that an event is about.
fn statement_of(event: &Event) -> Option<StatementId> {
    match event {
        Event::StatementStruck { statement }
        | Event::StatementRestored { statement }
        | Event::StatementRevised { statement, .. }
        | Event::StatementRests { statement, .. }
        | Event::StatementMoved { statement, .. }
        | Event::StatementsJoined { statement, .. }
        | Event::StatementsParted { statement, .. }
        | Event::StatementSetAside { statement, .. }
        | Event::StatementMeant { statement, .. } => Some(*statement),
        _ => None,
    }
}

impl Face for StatementsScreen {
    fn contexts(&self) -> Vec<Context> {
        if self.looking.is_some() {
            return vec![Context::Looking, Context::Statements];
        }
        match (&self.writing, self.over) {
            (Some(_), _) => vec![Context::Stating, Context::Statements],
            (None, Over::Notes(_)) => vec![Context::Sources, Context::Statements],
            (None, Over::Letter) => vec![Context::LetterShown, Context::Statements],
            (None, Over::Nothing) => vec![Context::Statements],
        }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Statements as A;
        let Some(sitting) = &shared.sitting else { return Go::Nowhere };
        let session = &sitting.session;
        let rows = self.lines(session);
        let row = rows.get(self.cursor(&rows)).copied();
        let action = match action {
            Action::Statements(action) => action,
            Action::Playing(action) => {
                self.plays(action, row, shared);
                return Go::Nowhere;
            }
            _ => return Go::Nowhere,
        };
        if self.looks(action, shared) {
            return Go::Nowhere;
        }
        let Some(session) = shared.session() else { return Go::Nowhere };
        match action {
            A::Words | A::Trail => self.look(action, row, shared),
            A::LookDown | A::LookUp | A::LookChoose | A::LookHear | A::LookClose => {}
            A::Down => self.choose(selection::step(&rows, row.as_ref(), Step::Next)),
            A::Up => self.choose(selection::step(&rows, row.as_ref(), Step::Previous)),
            A::Gather | A::TakeNote => self.gather(row, shared),
            A::NotesDone => {
                if let Over::Notes(id) = self.over {
                    self.leave_notes(id, shared);
                }
            }
            A::Edit => {
                let fresh = match row.and_then(statement_at) {
                    Some(id) => Writing::of(session, id),
                    // The note here is one of those it is to rest on.
                    None => Writing::anew(session, &self.gathered.iter().copied().chain(row.and_then(note_at)).collect(), row),
                };
                self.begin(fresh);
            }
            A::New => {
                let fresh = Writing::anew(session, &self.gathered, row);
                self.begin(fresh);
            }
            A::PlayOrPause => self.play_or_pause(row, shared),
            A::Quote | A::Strike | A::MoveUp | A::MoveDown | A::Join | A::SetAside | A::Mean => self.does(action, row, &rows, shared),
            A::Undo | A::Redo if self.writing.is_some() => shared.says_a_line_is_written(A::Keep, A::PutAside),
            A::Undo => self.undo(shared),
            A::Redo => self.go_to_what_came(UndoWay::Again, shared),
            A::ShowLetter => self.over = if self.over == Over::Letter { Over::Nothing } else { Over::Letter },
            A::HideLetter => self.over = Over::Nothing,
            A::LetterDown => self.scrolled += 1,
            A::LetterUp => self.scrolled -= 1,
            A::OpenEditor => open_editor(shared),
            A::WriteLetter => write_letter(shared),
            A::Listen => return Go::Listen,
            A::Letters => return Go::Letters,
            A::Keep => {
                if let Some(writing) = self.writing.take() {
                    self.keep(writing, shared);
                }
            }
            A::TakeWords => self.take_words(shared),
            A::Split => self.split(shared),
            A::PutAside => self.put_aside(shared),
        }
        Go::Nowhere
    }

    fn back(&mut self, _: &mut Shared) -> Go {
        self.from.way_back()
    }

    /// The statement is chosen; whatever else was found stands where one listens.
    fn found(&mut self, spot: &Spot, shared: &mut Shared) -> Go {
        let lead_in = shared.lead_in();
        match spot.statement {
            Some(id) => {
                self.over = Over::Nothing;
                self.choose(Some(SummaryRow::Statement(id)));
                Go::Nowhere
            }
            None => {
                shared.keep_place(|place| place.go_to(spot, lead_in));
                Go::Listen
            }
        }
    }

    fn line(&mut self) -> Option<&mut Line> {
        self.writing.as_mut().map(|writing| &mut writing.line)
    }

    fn choices(&self, shared: &Shared) -> usize {
        if let Some(looking) = &self.looking {
            return looking.lines();
        }
        shared.session().map_or(0, |session| self.lines(session).len())
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        if let Some(looking) = &mut self.looking {
            return looking.select(nth);
        }
        let row = shared.session().and_then(|session| self.lines(session).get(nth).copied());
        self.choose(row);
    }

    fn esc(&self) -> Esc {
        if self.writing.is_some() || self.looking.is_some() { Esc::PutsAway } else { Esc::Leads }
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        use action::Statements as A;
        let (action, session) = match (bind.does, shared.session()) {
            (Action::Statements(action), Some(session)) => (action, session),
            // The keys of the screen do the same while nothing is written.
            (Action::Playing(_), _) if self.writing.is_none() => return 9,
            _ => return bind.rank,
        };
        let rows = self.lines(session);
        let row = rows.get(self.cursor(&rows)).copied();
        let has = |is: fn(&SummaryRow) -> bool| rows.iter().any(is);
        let chosen = row.and_then(statement_at).and_then(|id| session.statement(id));
        let has_statements = has(|row| matches!(row, SummaryRow::Statement(_)));
        let does = match action {
            A::Quote => has_statements && session.may_quote(),
            // What it says may be meant is asked for where it is: that is how it gets into the letter.
            A::Mean => return if chosen.is_some_and(|s| s.sources.is_empty()) { 1 } else { 9 },
            A::Strike | A::MoveUp | A::MoveDown | A::Join | A::SetAside | A::OpenEditor => has_statements,
            A::Words | A::Trail => has_statements,
            A::LookChoose => self.looking.as_ref().is_some_and(|looking| looking.lines() > 0 && looking.note().is_none()),
            A::LookHear => self.looking.as_ref().is_some_and(|looking| looking.note().is_some()),
            A::Gather => has(|row| !matches!(row, SummaryRow::Topic(_))),
            A::PlayOrPause => shared.playback.is_playing() || has(|row| !matches!(row, SummaryRow::Topic(_))),
            A::WriteLetter => session.may_write().is_ok() && !Summary::of(session).is_empty(),
            A::Letters => session.letters() > 0,
            _ => true,
        };
        if does { bind.rank } else { 9 }
    }

    fn label(&self, action: Action, shared: &Shared) -> Option<Message> {
        use action::Statements as A;
        let plays = [A::PlayOrPause.into(), action::Playing::PlayOrPause.into()].contains(&action);
        let (session, row) = (shared.session()?, self.chosen);
        let is_written = row.and_then(statement_at).is_some();
        match action {
            // Another line is heard by the same key, without a pause in between.
            _ if plays && shared.playback.is_playing() && (self.heard == row || self.writing.is_some()) => Some(message!("label-pause")),
            Action::Statements(A::Edit) if is_written => Some(message!("label-edit")),
            Action::Statements(A::SetAside) => {
                let aside = row.and_then(statement_at).and_then(|id| session.statement(id)).is_some_and(|s| s.aside);
                aside.then(|| message!("label-bring-back"))
            }
            Action::Statements(A::Gather) if matches!(row, Some(SummaryRow::Statement(_))) => Some(message!("label-notes")),
            Action::Statements(A::Gather) if matches!(row, Some(SummaryRow::Source(..))) => Some(message!("label-let-go")),
            _ => None,
        }
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
        for writing in aside {
            let Some(session) = shared.session().filter(|s| writing.stands(s)) else { continue };
            let writing = writing.without_private(session);
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

/// Gives all statements to an editor. What plays is paused: nobody would hear which note it is.
fn open_editor(shared: &mut Shared) {
    if shared.playback.is_playing() {
        shared.pause();
    }
    match shared.session().filter(|session| session.statements().next().is_some()).map(by_editor::written) {
        Some(text) => shared.want(Effect::EditOutside(text)),
        None => {
            let key = shared.key(action::Statements::New);
            shared.say(Weight::News, say!("check-nothing-to-edit", key = key));
        }
    }
}

/// Whether a letter is meant to be written although this remark is open.
fn goes_on(shared: &mut Shared, remark: RemarkId) -> bool {
    let why = NotRegistered::StillUsed(remark).to_string();
    shared.means_it(action::Statements::WriteLetter, |again| say!("still-used-again", why = why, again = again.clone()))
}

fn write_letter(shared: &mut Shared) {
    match shared.session().map(|s| (s.may_write(), Summary::of(s).is_empty())) {
        Some((Err(refusal), _)) => shared.tell(Subject::Letter, Weight::Warning, refusal.to_string()),
        Some((Ok(()), false)) => {
            // What they asked not to be used may still be in it: the same key again goes on.
            let open = shared.session().and_then(|s| s.member_check().still_to_leave_out().next()).map(|remark| remark.remark);
            if open.is_none_or(|remark| goes_on(shared, remark)) {
                shared.want(Effect::WriteLetter);
            }
        }
        _ => {
            let waiting = shared.session().is_some_and(|s| !Summary::of(s).resting_on_nothing().is_empty());
            let (new, mean) = (shared.key(action::Statements::New), shared.key(action::Statements::Mean));
            let words = if waiting { say!("check-only-bare", key = mean) } else { say!("check-nothing-to-send", key = new) };
            shared.tell(Subject::Letter, Weight::Warning, words);
        }
    }
}
