//! On the register of letters: what is asked before a letter goes, that it went, a reminder, and that nothing came.

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::member_check::before::BeforeAnswer;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::registering::Anyway;
use crate::domain::member_check::registering::NotRegistered;
use crate::domain::member_check::registering::Registering;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::domain::member_check::sent::Sending;
use crate::domain::member_check::sent::SentBy;
use crate::domain::member_check::told;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::LetterRow;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::letters::lines::List;
use crate::tui::screen::letters::lines::begin_at;
use crate::tui::screen::letters::signed;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::say;

impl LetterScreen {
    /// Y and N on what is asked before a letter goes.
    pub(super) fn check(&mut self, answer: BeforeAnswer, shared: &mut Shared) {
        let Some(LetterRow::Before(is)) = self.row(shared) else {
            return shared.say(Weight::News, say!("letters-not-asked-here"));
        };
        if !shared.came_alone() {
            return;
        }
        let (on, by) = signed(shared);
        let checked = LetterChecked { is, answer, on, by, words: String::new(), stands: Stands::Stands };
        if self.registers(Registering::Check(checked), shared) {
            self.walk(Step::Next, shared);
            let key = shared.key(action::Letters::Undo);
            shared.say(Weight::News, say!("letters-checked", answer = answer.words(), key = key));
        }
    }

    /// What was asked before the letter went stands there whole.
    pub(super) fn unfold(&mut self, shared: &Shared) {
        self.list = List::Open;
        let first = shared.session().and_then(|session| Register::of(session).before().first().map(|(item, _)| *item));
        self.chosen = first.map(LetterRow::Before).or(self.chosen);
    }

    /// It is asked how it went, once what was not asked before it goes was named.
    pub(super) fn sends(&mut self, is: Sending, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let version = self.version_of(is, session);
        let (on, by) = signed(shared);
        let sent = LetterSent { version, is, on, way: SentBy::Post, by, stands: Stands::Stands };
        let still_used = match session.decide(Command::Register(Registering::Send(sent, Anyway::No))) {
            Err(Refusal::Register(NotRegistered::StillUsed(remark))) => Some(NotRegistered::StillUsed(remark).to_string()),
            Err(refusal) => return Self::refuses(&refusal, shared),
            Ok(_) => None,
        };
        let names: Vec<String> = Register::of(session).not_asked().iter().map(|item| item.short()).collect();
        let not_asked = (is == Sending::Letter && !names.is_empty()).then(|| say!("letters-not-asked", items = names.join(", ")));
        let why: Vec<String> = still_used.into_iter().chain(not_asked).collect();
        if why.is_empty()
            || shared.means_it(action::Letters::Sent, |again| say!("letters-not-asked-again", why = why.join(". "), again = again.clone()))
        {
            self.sending = Some(is);
        }
    }

    /// The version that goes next: the one that is chosen, or the last.
    pub(super) fn to_send(&self, session: &Session) -> u32 {
        if let Some(LetterRow::Version(version)) = self.chosen { version } else { session.letters() }
    }

    fn version_of(&self, is: Sending, session: &Session) -> u32 {
        if is == Sending::Letter { self.to_send(session) } else { Register::of(session).version().unwrap_or(0) }
    }

    pub(super) fn went(&mut self, way: SentBy, shared: &mut Shared) {
        let (Some(is), Some(session)) = (self.sending.take(), shared.session()) else { return };
        let version = self.version_of(is, session);
        // Whoever is asked how it went was told that before.
        let anyway = match session.may_send_version(version, Anyway::No) {
            Err(Refusal::Register(NotRegistered::StillUsed(_))) => Anyway::Yes,
            _ => Anyway::No,
        };
        let (on, by) = signed(shared);
        let sent = LetterSent { version, is, on, way, by, stands: Stands::Stands };
        if !self.registers(Registering::Send(sent, anyway), shared) {
            return;
        }
        let key = shared.key(action::Letters::Undo);
        let Some(session) = shared.session() else { return };
        let done = say!("letters-done", what = told::version(session, version), key = key);
        let days = told::of_its_days(session, version, is);
        // What comes next is what they say of it.
        self.list = List::Folded;
        self.chosen = begin_at(session).or(self.chosen);
        match days {
            Some(days) => shared.say(Weight::Warning, say!("letters-done-and", done = done, days = days)),
            None => shared.say(Weight::News, done),
        }
    }

    pub(super) fn nothing_came(&mut self, shared: &mut Shared) {
        let (on, by) = signed(shared);
        let version = shared.session().and_then(|session| Register::of(session).version()).unwrap_or(0);
        let none = NoReply { version, on, by, stands: Stands::Stands };
        if self.registers(Registering::NoReply(none), shared) {
            let key = shared.key(action::Letters::Undo);
            shared.say(Weight::News, say!("letters-nothing-came", version = version, key = key));
        }
    }

    /// Says why something is not done; where a key leads out of it, by which.
    pub(super) fn refuses(refusal: &Refusal, shared: &mut Shared) {
        let check = shared.key(action::Letters::Statements);
        let words = match refusal {
            Refusal::Register(NotRegistered::OutOfDate(version)) => {
                let write = shared.key(action::Statements::WriteLetter);
                say!("letters-out-of-date", version = *version, check = check, write = write)
            }
            Refusal::Register(NotRegistered::LaterVersion(version, last)) => {
                say!("letters-later-version", version = *version, last = *last)
            }
            Refusal::Register(NotRegistered::NothingChanged) => say!("letters-nothing-changed", check = check),
            other => return shared.refuse(other),
        };
        shared.say(Weight::News, words);
    }
}
