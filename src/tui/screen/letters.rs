//! The register of a session's letters: what is asked before one goes, how each went, and what came back, statement by statement in the words
//! in which it went.
//!
//! It is made for whoever has a participant on the telephone: a statement is read aloud, a key says what they say of it, and where that is no
//! plain yes their words are written at once; then the next statement is there. What they do not want to be used is left out everywhere with
//! the key that says so.

mod going;
mod line;
pub(crate) mod lines;
mod steps;
mod whom;
mod writing;

use crate::domain::command::Command;
use crate::domain::member_check::acts;
use crate::domain::member_check::acts::Came;
use crate::domain::member_check::before::BeforeAnswer;
use crate::domain::member_check::line::CheckLine;
use crate::domain::member_check::line::Stage;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::registering::Anyway;
use crate::domain::member_check::registering::Registering;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::OwnWords;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::reply::RepliedBy;
use crate::domain::member_check::reply::Says;
use crate::domain::member_check::sent::Sending;
use crate::domain::member_check::sent::SentBy;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::study::checking::CheckKind;
use crate::domain::undo::UndoWay;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
pub use crate::tui::place::LetterRow;
use crate::tui::place::SummaryRow;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::face::CameFrom;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::letters::line::About;
use crate::tui::screen::letters::line::Writing;
use crate::tui::screen::letters::lines::List;
use crate::tui::screen::letters::lines::begin_at;
use crate::tui::screen::letters::lines::rows;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// So many lines are a page of it.
const PAGE: isize = 8;

/// The register's own state.
#[derive(Debug, Default)]
pub struct LetterScreen {
    chosen: Option<LetterRow>,
    /// What is asked for while it is chosen how it went.
    sending: Option<Sending>,
    /// Whether it is asked if they may be quoted.
    quoting: bool,
    /// What is asked before a letter goes, once it went.
    list: List,
    writing: Option<Writing>,
    aside: PutAside<Writing>,
    /// How what comes back comes.
    how: Option<RepliedBy>,
    from: CameFrom,
    /// Acts that took more than one line of the journal: from which to which.
    acts: Vec<(u64, u64)>,
    /// Of those that were taken back, how many steps each was.
    undone: Vec<usize>,
}

impl LetterScreen {
    /// The register of the session that is open, where it was left.
    pub(crate) fn enter(shared: &Shared, from: CameFrom) -> Self {
        let new = Self { from, ..Self::default() };
        let (rows, begin) = (new.rows(shared), shared.session().and_then(begin_at));
        // Once a letter went, whoever comes back comes back to what they say of it.
        let is_of_it = |row: &LetterRow| begin.is_none() || matches!(row, LetterRow::Statement(_) | LetterRow::Remark(_));
        let before = shared.place().letter.filter(|row| rows.contains(row) && is_of_it(row));
        Self { chosen: before.or(begin).or(rows.first().copied()), ..new }
    }

    /// Where the chosen line stands in `rows`, counted from the top.
    pub(crate) fn cursor(&self, rows: &[LetterRow]) -> usize {
        selection::place(rows, self.chosen.as_ref())
    }

    /// The line being written.
    pub(crate) fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    /// What it is asked of how it went.
    pub(crate) fn sending(&self) -> Option<Sending> {
        self.sending
    }

    /// How what comes back comes.
    pub(crate) fn how(&self) -> RepliedBy {
        self.how.unwrap_or(RepliedBy::Telephone)
    }

    /// Whether it is asked if they may be quoted.
    pub(crate) fn is_about_quotes(&self) -> bool {
        self.quoting
    }

    /// Whether what was asked before the letter went takes one line, where it may.
    pub(crate) fn list(&self) -> List {
        self.list
    }

    fn rows(&self, shared: &Shared) -> Vec<LetterRow> {
        shared.session().map(|session| rows(session, self.list)).unwrap_or_default()
    }

    fn row(&self, shared: &Shared) -> Option<LetterRow> {
        let rows = self.rows(shared);
        rows.get(self.cursor(&rows)).copied()
    }

    fn walk(&mut self, step: Step, shared: &Shared) {
        let rows = self.rows(shared);
        let at = rows.get(self.cursor(&rows)).copied();
        self.chosen = selection::step(&rows, at.as_ref(), step);
    }

    /// So many lines down, or up.
    fn jump(&mut self, lines: isize, shared: &Shared) {
        let rows = self.rows(shared);
        let to = self.cursor(&rows).saturating_add_signed(lines).min(rows.len().saturating_sub(1));
        self.chosen = rows.get(to).copied();
    }

    /// Asks for all of `commands`, as one act; whether they were done.
    fn does(&mut self, commands: Vec<Command>, shared: &mut Shared) -> bool {
        let first = shared.journal_lines() + 1;
        let refused = shared.session().and_then(|session| acts::decided(session, commands.clone()).err());
        if let Some(refusal) = refused {
            Self::refuses(&refusal, shared);
            return false;
        }
        let done = shared.ask_all(commands);
        let last = shared.journal_lines();
        if last > first {
            self.acts.push((first, last));
        }
        if last >= first {
            self.undone.clear();
        }
        done
    }

    fn registers(&mut self, what: Registering, shared: &mut Shared) -> bool {
        self.does(vec![Command::Register(what)], shared)
    }

    /// What comes back now, on the version that went last.
    fn came(&self, shared: &Shared) -> Came {
        let (on, by) = signed(shared);
        let version = shared.session().and_then(|session| Register::of(session).version()).unwrap_or(0);
        Came { version, on, how: self.how(), by }
    }

    /// What they say of the statement that is chosen.
    fn answer(&mut self, says: Says, shared: &mut Shared) {
        let Some(LetterRow::Statement(statement)) = self.row(shared) else {
            return shared.say(Weight::News, say!("letters-no-statement-here"));
        };
        if !shared.came_alone() {
            return;
        }
        let (came, Some(session)) = (self.came(shared), shared.session()) else { return };
        if !self.does(acts::answered(session, &came, &[statement], Some(says), None), shared) {
            return;
        }
        let id = shared.session().and_then(|session| session.member_check().answer(came.version, statement)).map(|answer| answer.remark);
        if says.is_a_plain_answer() {
            self.next_statement(statement, shared);
        } else if let Some(id) = id {
            self.begin_words(LetterRow::Statement(statement), id, shared);
        }
        let key = shared.key(action::Letters::Undo);
        let what = says.words(Self::called(shared));
        shared.say(Weight::News, say!("letters-done", what = what, key = key));
    }

    /// The next statement is there, for the next question.
    fn next_statement(&mut self, statement: StatementId, shared: &Shared) {
        let Some(session) = shared.session() else { return };
        let all: Vec<LetterRow> = rows(session, self.list).into_iter().filter(|row| matches!(row, LetterRow::Statement(_))).collect();
        let at = all.iter().position(|row| *row == LetterRow::Statement(statement));
        self.chosen = at.and_then(|at| all.get(at + 1)).copied().or(self.chosen);
    }

    /// Something that is no answer to a statement, and needs no words.
    fn says(&mut self, is: RemarkKind, shared: &mut Shared) {
        let words = is.words();
        let (came, Some(session)) = (self.came(shared), shared.session()) else { return };
        if self.does(acts::said(session, &came, is, ""), shared) {
            let key = shared.key(action::Letters::Undo);
            let participant = shared.session().map(|session| session.opened().participant.clone()).unwrap_or_default();
            let told = match is {
                RemarkKind::Withdraws => say!("reply-withdraws", participant = participant),
                _ => say!("letters-done", what = words, key = key),
            };
            shared.say(Weight::Warning, told);
        }
    }

    /// It is asked whether they may be quoted; where no answer could be kept, that is said.
    fn asks_about_quotes(&mut self, shared: &mut Shared) {
        let (came, Some(session)) = (self.came(shared), shared.session()) else { return };
        match acts::decided(session, acts::quoting(session, &came, OwnWords::Yes, "")) {
            Err(refusal) => Self::refuses(&refusal, shared),
            Ok(_) => self.quoting = true,
        }
    }

    /// What they say of their own words, as the letter asks it.
    fn quotes(&mut self, answer: OwnWords, shared: &mut Shared) {
        self.quoting = false;
        if !shared.came_alone() {
            return;
        }
        let (came, Some(session)) = (self.came(shared), shared.session()) else { return };
        if self.does(acts::quoting(session, &came, answer, ""), shared) {
            // In the letter to themselves their words may have been asked for apart.
            let in_letters = shared.session().is_some_and(Session::may_quote);
            let words = match answer {
                OwnWords::Yes if !in_letters => say!("letters-yes-lifts-nothing"),
                OwnWords::Yes => say!("letters-done", what = answer.words(), key = shared.key(action::Letters::Undo)),
                OwnWords::Ask | OwnWords::No => {
                    say!("letters-quotes-kept", what = answer.words(), letters = if in_letters { "yes" } else { "no" })
                }
            };
            shared.say(Weight::News, words);
        }
    }

    /// What the letter that it is about is called.
    fn called(shared: &Shared) -> CheckKind {
        let register = shared.session().map(Register::of);
        register.and_then(|register| Some(register.called(register.version()?))).unwrap_or_default()
    }

    /// What is chosen is there, or something near it is.
    fn stay(&mut self, shared: &Shared) {
        let rows = self.rows(shared);
        self.chosen = self.chosen.filter(|row| rows.contains(row)).or(rows.first().copied());
    }
}

impl Face for LetterScreen {
    fn contexts(&self) -> Vec<Context> {
        match (&self.writing, self.sending, self.quoting) {
            (Some(_), ..) => vec![Context::LetterLine, Context::Letters],
            (None, Some(_), _) => vec![Context::Sending, Context::Letters],
            (None, None, true) => vec![Context::Quoting, Context::Letters],
            // Where no statement is chosen, the keys of an answer say that one is to be.
            (None, None, false) => vec![Context::LetterAnswers, Context::Letters],
        }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Letters as A;
        let Action::Letters(action) = action else { return Go::Nowhere };
        if self.writing.is_none() && self.asks_by_whom(action, shared) {
            return Go::Nowhere;
        }
        match action {
            A::Down => self.walk(Step::Next, shared),
            A::Up => self.walk(Step::Previous, shared),
            A::Open => self.open(shared),
            A::Yes => self.check(BeforeAnswer::Yes, shared),
            A::No => self.check(BeforeAnswer::No, shared),
            A::Fits => self.answer(Says::Fits, shared),
            A::Partly => self.answer(Says::Partly, shared),
            A::DoesNotFit => self.answer(Says::DoesNotFit, shared),
            A::RatherNot => self.answer(Says::RatherNot, shared),
            A::Added => self.begin_remark(RemarkKind::Added, shared),
            A::NotUsed => self.begin_remark(RemarkKind::NotUsed, shared),
            A::Declines => self.says(RemarkKind::Declines, shared),
            A::Quotes => self.asks_about_quotes(shared),
            A::MayQuote => self.quotes(OwnWords::Yes, shared),
            A::MayQuoteIfSeen => self.quotes(OwnWords::Ask, shared),
            A::MayNotQuote => self.quotes(OwnWords::No, shared),
            A::NotAboutQuotes => self.quoting = false,
            A::PageDown => self.jump(PAGE, shared),
            A::PageUp => self.jump(-PAGE, shared),
            A::Top => self.jump(isize::MIN, shared),
            A::Bottom => self.jump(isize::MAX, shared),
            A::TakesNoPart => {
                if shared.means_it(A::TakesNoPart, |again| say!("letters-takes-no-part-again", again = again.clone())) {
                    self.says(RemarkKind::Withdraws, shared);
                }
            }
            A::How => {
                let at = RepliedBy::ALL.iter().position(|how| *how == self.how()).unwrap_or(0);
                self.how = Some(RepliedBy::ALL[(at + 1) % RepliedBy::ALL.len()]);
                shared.say(Weight::News, say!("letters-how", how = self.how().words()));
            }
            A::Sent => self.sends(Sending::Letter, shared),
            A::Reminded => self.sends(Sending::Reminder, shared),
            A::ByPost => self.went(SentBy::Post, shared),
            A::ByMail => self.went(SentBy::Mail, shared),
            A::ByHand => self.went(SentBy::Hand, shared),
            A::ReadAloud => self.went(SentBy::ReadAloud, shared),
            A::NotSent => self.sending = None,
            A::NothingCame => self.nothing_came(shared),
            A::Changed => self.dispose(Disposed::Changed, shared),
            A::Kept => self.dispose(Disposed::Kept, shared),
            A::Withdrawn => self.dispose(Disposed::Withdrawn, shared),
            A::Statements => {
                // What is to be changed is chosen there.
                let row = self.row(shared);
                let about = self.chosen_remark(shared).and_then(|remark| remark.statement);
                let statement = if let Some(LetterRow::Statement(statement)) = row { Some(statement) } else { about };
                shared.keep_place(|place| place.row = statement.map(SummaryRow::Statement).or(place.row));
                return Go::Statements;
            }
            A::Undo => self.step(UndoWay::Back, shared),
            A::Redo => self.step(UndoWay::Again, shared),
            A::Keep => {
                if let Some(writing) = self.writing.take() {
                    self.keep(writing, shared);
                }
            }
            A::PutAside => self.put_aside(shared),
        }
        Go::Nowhere
    }

    fn line(&mut self) -> Option<&mut Line> {
        self.writing.as_mut().map(|writing| &mut writing.line)
    }

    fn choices(&self, shared: &Shared) -> usize {
        self.rows(shared).len()
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        self.chosen = self.rows(shared).get(nth).copied();
    }

    fn esc(&self) -> Esc {
        if self.writing.is_some() || self.sending.is_some() || self.quoting { Esc::PutsAway } else { Esc::Leads }
    }

    fn back(&mut self, _: &mut Shared) -> Go {
        self.from.way_back()
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        use action::Letters as A;
        let (Action::Letters(action), Some(session)) = (bind.does, shared.session()) else { return bind.rank };
        let (row, check) = (self.row(shared), session.member_check());
        let went = check.last_sent().is_some();
        let remark =
            self.chosen_remark(shared).is_some_and(|remark| remark.wants_an_answer() && check.disposition(remark.remark).is_none());
        let line = CheckLine::of(session);
        let does = match action {
            A::Keep | A::PutAside => self.writing.is_some(),
            A::ByPost | A::ByMail | A::ByHand | A::ReadAloud | A::NotSent => self.sending.is_some(),
            A::MayQuote | A::MayQuoteIfSeen | A::MayNotQuote | A::NotAboutQuotes => self.quoting,
            _ if self.writing.is_some() || self.sending.is_some() || self.quoting => false,
            A::Yes | A::No => matches!(row, Some(LetterRow::Before(_))),
            A::Fits | A::Partly | A::DoesNotFit | A::RatherNot => {
                matches!(row, Some(LetterRow::Statement(_))) && (went || self.how() == RepliedBy::InPerson)
            }
            A::Open => !matches!(row, Some(LetterRow::Version(_)) | None),
            A::Changed | A::Kept | A::Withdrawn => remark,
            A::Sent => {
                session.may_send_version(self.to_send(session), Anyway::No).is_ok() && check.sent_as(self.to_send(session)).is_none()
            }
            A::Reminded => line.may_go && line.stage == Stage::Waiting && line.reminded_on.is_none(),
            A::NothingCame => line.due(shared.now.wall).iter().any(|due| due.is_of_silence()),
            A::Added | A::NotUsed | A::How => went,
            _ => true,
        };
        if does { bind.rank } else { 9 }
    }

    /// What is being written is kept as Enter would keep it, because words on the screen look kept.
    fn leave(&mut self, _: Leaving, shared: &mut Shared) {
        let chosen = self.chosen;
        shared.keep_place(|place| place.letter = chosen);
        // Whoever leaves while it is asked who they are has not done yet what was begun.
        if let Some(writing) = self.writing.take().filter(|writing| !matches!(writing.about, About::Whom(_))) {
            self.keep(writing, shared);
        }
    }

    fn label(&self, action: Action, shared: &Shared) -> Option<Message> {
        use action::Letters as A;
        let Action::Letters(action) = action else { return None };
        let says = match action {
            A::How => return Some(how_label(self.how())),
            A::Fits => Says::Fits,
            A::Partly => Says::Partly,
            A::DoesNotFit => Says::DoesNotFit,
            A::RatherNot => Says::RatherNot,
            _ => return None,
        };
        // A reflection is answered in the words of its own boxes.
        (Self::called(shared) == CheckKind::Reflection).then(|| message!("label-reflection", says = says.word()))
    }
}

/// What the key that changes it is called while it is so.
fn how_label(how: RepliedBy) -> Message {
    match how {
        RepliedBy::Paper => message!("label-on-paper"),
        RepliedBy::InPerson => message!("label-in-person"),
        RepliedBy::Telephone | RepliedBy::Newer => message!("label-telephone"),
    }
}

/// Today, and whoever sits here.
fn signed(shared: &Shared) -> (String, String) {
    (shared.now.wall.date(), shared.offer.interviewer.as_ref().map(ToString::to_string).unwrap_or_default())
}
