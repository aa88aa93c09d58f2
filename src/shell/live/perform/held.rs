//! A session is made, opened, written to and closed.
//!
//! [`World::close_session`] closes it in the one right order: finish the take, hear what the recorder still has to say, write that down, let go.

use std::sync::atomic::Ordering;

use crate::disk::lock::Lock;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::guide::Round;
use crate::domain::hearing::Left;
use crate::domain::last_time::LastTime;
use crate::domain::session::Session;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::domain::timeline::Span;
use crate::shell::archive::letters;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::GuideAt;
use crate::shell::live::clock::Reading;
use crate::shell::live::perform::SessionFiles;
use crate::shell::live::perform::World;
use crate::shell::live::ruler::Ruler;
use crate::shell::live::workers::JournalWorker;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::journal::Journal;
use crate::tui::effect::NewSession;
use crate::tui::model::Model;
use crate::tui::model::Offer;
use crate::tui::msg::CheckEnd;
use crate::tui::msg::Msg;
use crate::tui::msg::OpenSession;
use crate::tui::msg::Purpose;
use crate::words::message::message;
use crate::words::say;

impl World {
    pub(super) fn append(&mut self, n: u64, event: Event, model: &Model) -> Vec<Msg> {
        let now = self.clock.read();
        if let (Event::TakeStarted { .. }, Some(session)) = (&event, model.session())
            && let Some(Span::Recorded { from, take, .. }) = session.timeline().spans().last()
            && let Some((_, first)) = self.started.filter(|(started, _)| started == take)
        {
            self.ruler.recording_from(*from, first);
        }
        // What may be heard is another from now on, and what may be found.
        if event.changes_what_is_found() || event.takes_away() {
            self.forgets = Some(n);
        }
        let told = self.see_to_what_is_heard(model);
        if let Some(held) = &self.held {
            held.journal.append(n, event, now.wall, now.mono_ms());
        }
        told
    }

    pub(super) fn create(&mut self, new: NewSession, model: &Model) -> Msg {
        match self.try_create(new, model) {
            Ok(open) => Msg::Opened(Box::new(open)),
            Err(why) => Msg::NotOpened(why.to_string()),
        }
    }

    fn try_create(&mut self, new: NewSession, model: &Model) -> Result<OpenSession, StoreError> {
        // The guide may have been changed since the form was opened: what is frozen is what is asked.
        self.study = self.study.again()?;
        let shown = model.shared.offer.guides.iter().find(|g| g.id == new.guide);
        let at = self.study.to_freeze(&new.guide, shown)?;
        let now = self.clock.read();
        let folder = self.study.folder.create_session(&now.wall.date(), &new.participant, new.round, &at.bytes)?;
        // What did not begin is taken away again: the next try has the same name.
        self.begin_in(&folder, at, new, &now).inspect_err(|_| folder.take_away())
    }

    /// Makes the journal of the session in `folder`, which is new, and sits down to it.
    fn begin_in(&mut self, folder: &SessionFolder, at: GuideAt, new: NewSession, now: &Reading) -> Result<OpenSession, StoreError> {
        let lock = folder.lock()?;
        lock.sign();
        let mut journal = Journal::create(&folder.journal())?;
        if let Some(code) = new.interviewer.clone() {
            self.identity.interviews(code);
        }
        journal.sign(Some(self.identity.sign()));
        let (id, guide_sum) = (self.identity.name_session(), sessions::guide_sum(&at.bytes));
        let attributes = self.study.known_for(&at.guide, &new.participant);
        let opened = Opened { attributes, ..new.opened(now.wall, id, at.guide.version.clone(), self.reaction_ms, guide_sum) };
        let mut session = Session::new(at.guide, opened.clone());
        sessions::hears_as_its_study(folder, &mut session);
        let events = journal.append(&[(Event::Opened(opened), now.wall, now.mono_ms())])?;
        let weak: Vec<String> = folder.weaknesses(&lock).iter().map(ToString::to_string).collect();
        let name = folder.name();
        self.sit(folder.clone(), journal, lock, None)?;
        self.ruler = Ruler::over(&session, now);
        let mended = (!weak.is_empty()).then(|| weak.join("; "));
        let (changed, purpose, last_time) = (Vec::new(), Purpose::Conduct, self.last_time(&session, &name));
        Ok(OpenSession { name, session, events, changed, mended, draft: None, purpose, form: Some(new), left: Left::default(), last_time })
    }

    fn sit(&mut self, folder: SessionFolder, journal: Journal, lock: Lock, letter_at: Option<Stamp>) -> Result<(), StoreError> {
        let path = folder.path().to_owned();
        let journal = JournalWorker::spawn(journal, folder.clone(), self.letterbox.reports())
            .map_err(|e| StoreError::io(&path, message!("could-not-start-journal-thread"), e))?;
        self.let_go_of_the_player();
        self.latest = Some(folder.name());
        self.held = Some(SessionFiles { folder, journal, letter_at, _lock: lock });
        Ok(())
    }

    pub(super) fn open(&mut self, name: &str, purpose: Purpose) -> Msg {
        match self.try_open(name, purpose) {
            Ok(open) => Msg::Opened(Box::new(open)),
            Err(why) => Msg::NotOpened(why.to_string()),
        }
    }

    /// Opens the session called `name`, mending what a crash left.
    pub(crate) fn try_open(&mut self, name: &str, purpose: Purpose) -> Result<OpenSession, StoreError> {
        let folder = self.study.folder.session(name)?;
        let now = self.clock.read();
        let held = opening::open(&folder, now.wall, &self.identity.sign())?;
        if held.found.session.is_destroyed() {
            return Err(StoreError::Unreadable(say!("home-destroyed")));
        }
        let (session, events) = (held.found.session, held.found.events);
        self.ruler = Ruler::over(&session, &now);
        let changed = recordings::changed(&folder, &session);
        let weak = folder.weaknesses(&held.lock).into_iter().map(|weakness| weakness.to_string());
        let todo = recordings::what_to_do(&folder, &changed);
        let said = held.mended.into_iter().chain(held.found.remarks).chain(todo).chain(weak);
        let said: Vec<String> = said.collect();
        let (name, draft) = (folder.name(), folder.draft());
        self.sit(folder, held.journal, held.lock, held.found.letter_at)?;
        let (mended, last_time) = ((!said.is_empty()).then(|| said.join(" ")), self.last_time(&session, &name));
        let left = self.study.heads.of_session(&name);
        Ok(OpenSession { name, session, events, changed, mended, draft, purpose, form: None, left, last_time })
    }

    /// What the latest interview before `session`, which is called `name`, left with the same participant. What cannot be read is said
    /// where one opens it, and is no reason to hold another up.
    fn last_time(&self, session: &Session, name: &str) -> Option<LastTime> {
        let opened = session.opened();
        if opened.round == Round::First {
            return None;
        }
        let lines = self.study.sessions(self.clock.read().wall).ok()?;
        let earlier = lines.iter().take_while(|line| line.name != name).filter(|line| line.participant == opened.participant);
        let found = earlier.last().and_then(|line| sessions::read(&self.study.folder.session(&line.name).ok()?).ok())?;
        LastTime::of(&found.session)
    }

    pub(super) fn write_letter(&mut self, model: &Model) -> Msg {
        let (Some(held), Some(session)) = (&mut self.held, model.session()) else {
            return Msg::LetterFailed(say!("no-session-open"));
        };
        let now = self.clock.read().wall;
        let written = letters::write(&held.folder, session, &self.study, now, held.letter_at);
        if let Ok(Msg::LetterWritten(_)) = written {
            held.letter_at = Some(now);
        }
        written.unwrap_or_else(Msg::LetterFailed)
    }

    /// Closes the session that is open: the take is finished, what the recorder still says is told through `tell`, the journal is
    /// written to its end, the lock let go.
    pub(crate) fn close_session(&mut self, model: &mut Model, mut tell: impl FnMut(&mut Self, &mut Model, Msg)) {
        self.let_go_of_the_player();
        if let Ok(mut line) = self.line.lock() {
            *line = None;
        }
        self.desk.close(&self.clock.read());
        for msg in self.drain(model) {
            tell(self, model, msg);
        }
        // Whatever became of the recorder, a check of the room stays nowhere.
        for msg in self.end_check(CheckEnd::Deleted) {
            tell(self, model, msg);
        }
        self.machine.let_sleep();
        // From here on the session may be somebody else's, and no waveform is laid beside its takes.
        if let Some(held) = self.drawing.take() {
            held.store(false, Ordering::Release);
        }
        self.held = None; // waits for the journal
        self.index_agrees();
        for msg in self.drain(model) {
            tell(self, model, msg);
        }
        let (study, failed) = match self.offer() {
            Ok(study) => (study, None),
            // It is closed all the same: what was known of the study, and of this session, stands in for what cannot be read.
            Err(why) => (self.remembered(model), Some(why.to_string())),
        };
        tell(self, model, Msg::Closed(Box::new(study)));
        if let Some(why) = failed {
            tell(self, model, Msg::NotOpened(why));
        }
    }

    /// What is known of the study without looking at it again.
    fn remembered(&self, model: &Model) -> Offer {
        let mut study = model.shared.offer.clone();
        if let (Some(name), Some(session)) = (&self.latest, model.session()) {
            let changed = study.sessions.iter().find(|line| line.name == *name).map_or_else(Vec::new, |line| line.changed.clone());
            study.sessions.retain(|line| line.name != *name);
            study.sessions.push(SessionLine::of(name.clone(), session, changed, &self.study.settings.leaving));
        }
        study
    }
}
