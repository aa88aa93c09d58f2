//! On the register of letters: what is written on a line. Their words, what there is to say of an answer, and why something is kept.

use crate::domain::command::Command;
use crate::domain::member_check::Asked;
use crate::domain::member_check::acts;
use crate::domain::member_check::acts::Meant;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::registering::Registering;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::stands::Stands;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::LetterRow;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::letters::line::About;
use crate::tui::screen::letters::line::Writing;
use crate::tui::screen::letters::signed;
use crate::tui::screen::letters::steps::told_left_out;
use crate::tui::shared::Shared;
use crate::words::say;

impl LetterScreen {
    /// Goes on with `writing`, or begins it.
    pub(super) fn begin(&mut self, writing: Option<Writing>) {
        if let Some(writing) = writing {
            self.chosen = writing.row.or(self.chosen);
            self.writing = Some(writing);
        }
    }

    /// Enter: words on the line that is chosen.
    pub(super) fn open(&mut self, shared: &mut Shared) {
        let (row, Some(session)) = (self.row(shared), shared.session()) else { return };
        if row == Some(LetterRow::List) {
            return self.unfold(shared);
        }
        let (register, check) = (Register::of(session), session.member_check());
        let words = |remark: &Remark| register.words(remark).map(|words| Writing::on(row, About::Words(remark.remark), words));
        let writing = match row {
            Some(LetterRow::Before(item)) => match check.asked(item) {
                Asked::Now(said) => Some(Writing::on(row, About::Before(item), &register.answer(said).words)),
                Asked::Before(_) | Asked::Not => None,
            },
            Some(LetterRow::Remark(_) | LetterRow::Statement(_)) => {
                self.chosen_remark(shared).and_then(|remark| check.remark(remark.remark)).and_then(words)
            }
            Some(LetterRow::Version(_) | LetterRow::List) | None => None,
        };
        match (writing, row) {
            (Some(writing), _) => {
                let again = self.aside.take(|aside| aside.about == writing.about);
                self.begin(Some(again.unwrap_or(writing)));
            }
            (None, Some(LetterRow::Version(_)) | None) => {
                let (sent, reminded) = (shared.key(action::Letters::Sent), shared.key(action::Letters::Reminded));
                shared.say(Weight::News, say!("letters-version-keys", sent = sent, reminded = reminded));
            }
            (None, Some(_)) if self.chosen_remark(shared).is_some() => shared.say(Weight::News, say!("letters-words-gone")),
            (None, Some(_)) => shared.say(Weight::News, say!("letters-answer-first")),
        }
    }

    /// Their words in a remark that is there.
    pub(super) fn begin_words(&mut self, row: LetterRow, remark: RemarkId, shared: &Shared) {
        let Some(session) = shared.session() else { return };
        // What is not to be used any more does not come back on a line.
        let was = session.member_check().remark(remark).and_then(|remark| Register::of(session).words(remark));
        self.begin(was.map(|was| Writing::on(Some(row), About::Words(remark), was)));
    }

    /// A remark that begins with its words; what they do not want used is about the statement that is chosen, if one is.
    pub(super) fn begin_remark(&mut self, kind: RemarkKind, shared: &mut Shared) {
        let statement = match (kind, self.row(shared)) {
            (RemarkKind::NotUsed, Some(LetterRow::Statement(statement))) => Some(statement),
            _ => None,
        };
        if let Some(statement) = statement
            && !Self::means_to_leave_out(action::Letters::NotUsed, statement, self.came(shared).version, shared)
        {
            return;
        }
        // What could not be kept is not written first.
        let (row, came, Some(session)) = (self.row(shared), self.came(shared), shared.session()) else { return };
        let act = match statement {
            Some(statement) => acts::not_used(session, &came, statement, ""),
            None => acts::said(session, &came, kind, "-"),
        };
        match acts::decided(session, act) {
            Ok(_) => self.begin(Some(Writing::on(row, About::New(kind, statement), ""))),
            Err(why) => Self::refuses(&why, shared),
        }
    }

    pub(super) fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(Writing { about: About::Whom(_), .. }) = self.writing {
            self.writing = None;
            shared.offer.nobody_named = true;
            return shared.say(Weight::News, say!("letters-nobody-named"));
        }
        if let Some(writing) = self.writing.take().filter(Writing::is_worth_keeping) {
            self.aside.put(writing, shared.journal_lines());
            let key = shared.key(action::Letters::Undo);
            shared.say(Weight::News, say!("end-aside", key = key));
        }
    }

    /// Keeps what is written; where that is refused, it stays on the line.
    pub(super) fn keep(&mut self, writing: Writing, shared: &mut Shared) {
        if let About::Whom(next) = writing.about {
            return self.is_named(writing, next, shared);
        }
        let words = writing.line.text().trim().to_owned();
        // Of what they do not want used the key said enough, if it is about a statement.
        let is_said = matches!(writing.about, About::New(RemarkKind::NotUsed, Some(_)));
        if !is_said && !writing.is_worth_keeping() {
            return self.goes_on(&writing, shared);
        }
        let Some(commands) = self.commands(&writing, words, shared) else { return };
        let about = if let About::New(_, statement) = writing.about { statement } else { None };
        let left_out = told_left_out(&commands, self.came(shared).version, about, shared);
        if !self.does(commands, shared) {
            self.writing = Some(writing);
            return;
        }
        if is_said {
            shared.say(Weight::News, left_out);
        }
        self.goes_on(&writing, shared);
    }

    /// After the words of a statement comes the next statement.
    fn goes_on(&mut self, writing: &Writing, shared: &Shared) {
        if let Some(LetterRow::Statement(statement)) = writing.row {
            self.next_statement(statement, shared);
        }
        self.stay(shared);
    }

    fn commands(&self, writing: &Writing, words: String, shared: &Shared) -> Option<Vec<Command>> {
        let session = shared.session()?;
        let check = session.member_check();
        let (on, by) = signed(shared);
        let registers = |what| Command::Register(what);
        Some(match writing.about {
            About::Before(item) => match check.asked(item) {
                Asked::Now(said) => {
                    let (was, now) = (LetterChecked { stands: Stands::TakenBack, ..said.clone() }, LetterChecked { words, ..said.clone() });
                    vec![registers(Registering::Check(was)), registers(Registering::Check(now))]
                }
                Asked::Before(_) | Asked::Not => return None,
            },
            About::Words(id) => {
                let remark = Remark { words, ..check.remark(id)?.clone() };
                vec![registers(Registering::Reply(remark))]
            }
            About::New(RemarkKind::NotUsed, Some(statement)) => acts::not_used(session, &self.came(shared), statement, &words),
            About::New(kind, _) => acts::said(session, &self.came(shared), kind, &words),
            About::Whom(_) => return None,
            About::Why(remark, is) => {
                let done = Disposition { remark, is, reason: words, on, by, ..Disposition::default() };
                acts::disposed(session, done, &Meant::default()).ok()?
            }
        })
    }
}
