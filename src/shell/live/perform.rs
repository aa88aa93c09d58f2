//! Effects meet the world, one arm each.
//!
//! [`World`] holds everything that is not a value: the study's folder, the session's lock and journal, the recorder, the player, the
//! clock. [`World::perform`] does what an effect asks and answers with messages; it never decides. [`World::settle`] closes a session in
//! the one right order: finish the take, hear what the recorder still has to say, write that down, let go.

use std::sync::Arc;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::audio::CaptureReport;
use crate::audio::InputWish;
use crate::audio::OutputWish;
use crate::audio::StreamFormat;
use crate::audio::playback::PlayOrder;
use crate::audio::playback::PlaybackReport;
use crate::audio::playback::Player;
use crate::audio::recorder::Order;
use crate::disk::lock::Lock;
use crate::domain::event::Event;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::shell::archive::letters;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::identity::Identity;
use crate::shell::live::clock::Clock;
use crate::shell::live::clock::Reading;
use crate::shell::live::desk::Desk;
use crate::shell::live::interpreter::clips;
use crate::shell::live::interpreter::fault;
use crate::shell::live::interpreter::sound;
use crate::shell::live::machine::Machine;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::reports::Letterbox;
use crate::shell::live::reports::Report;
use crate::shell::live::ruler::Ruler;
use crate::shell::live::workers::JournalWorker;
use crate::shell::live::workers::RecorderLine;
use crate::shell::live::workers::look_for_microphones;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::journal::Journal;
use crate::tui::effect::Effect;
use crate::tui::effect::NewSession;
use crate::tui::model::Microphone;
use crate::tui::model::Model;
use crate::tui::model::Study;
use crate::tui::msg::Msg;
use crate::tui::msg::Now;
use crate::tui::msg::Open;
use crate::tui::msg::Purpose;
use crate::tui::msg::Sound;

pub(crate) mod gauges;

/// A session that is held.
#[derive(Debug)]
struct Sitting {
    folder: SessionFolder,
    journal: JournalWorker,
    /// When the last version of its letter was written.
    letter_at: Option<Stamp>,
    _lock: Lock,
}

/// Everything that is not a value.
pub(crate) struct World {
    pub(crate) study: OpenStudy,
    pub(crate) clock: Clock,
    identity: Identity,
    microphones: Microphones,
    reaction_ms: u32,
    desk: Desk,
    pub(crate) machine: Machine,
    sitting: Option<Sitting>,
    player: Option<(Player, u32)>,
    ruler: Ruler,
    pub(crate) letterbox: Letterbox,
    captured: (Sender<CaptureReport>, Receiver<CaptureReport>),
    played: (Sender<PlaybackReport>, Receiver<PlaybackReport>),
    line: RecorderLine,
    /// The take that the recorder began with, as opposed to one it rolled into, and which frame of the recording its first is.
    started: Option<(TakeNumber, Frames)>,
    space: Option<(Duration, Option<u64>)>,
    /// What never got into a journal, and where it is instead.
    pub(crate) stranded: Option<String>,
    /// The session that was opened last.
    pub(crate) latest: Option<String>,
}

impl World {
    /// The world around `study`, with sound from `desk`.
    pub(crate) fn new(study: OpenStudy, microphones: Microphones, desk: Desk, clock: Clock, identity: Identity) -> Self {
        Self {
            identity,
            reaction_ms: study.settings.reaction_ms,
            study,
            clock,
            microphones,
            machine: if matches!(desk, Desk::Threaded(_)) { Machine::real() } else { Machine::told() },
            desk,
            sitting: None,
            player: None,
            ruler: Ruler::default(),
            letterbox: Letterbox::new(),
            captured: mpsc::channel(),
            played: mpsc::channel(),
            line: RecorderLine::default(),
            started: None,
            space: None,
            stranded: None,
            latest: None,
        }
    }

    /// Sets what is taken off each stamp for the time it takes to react.
    pub(crate) fn set_reaction(&mut self, ms: u32) {
        self.reaction_ms = ms;
    }

    /// Where a signal finds the recorder.
    pub(crate) fn recorder_line(&self) -> RecorderLine {
        Arc::clone(&self.line)
    }

    /// Where the sound comes from, to be moved by hand in scripted interviews.
    pub(crate) fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// The folder of the session that is open.
    pub(crate) fn session_folder(&self) -> Option<&SessionFolder> {
        self.sitting.as_ref().map(|s| &s.folder)
    }

    /// What the interface knows of the study.
    pub(crate) fn offer(&self) -> Result<Study, StoreError> {
        let audio = self.study.settings.audio;
        Ok(Study {
            title: self.study.settings.title.clone(),
            guides: self.study.guides.iter().map(|g| g.guide.clone()).collect(),
            microphones: self.microphones.all(),
            known: self.microphones.known(),
            sessions: sessions::list(&self.study.folder)?,
            reaction_ms: self.reaction_ms,
            byte_rate: u64::from(audio.rate.hertz()) * u64::from(audio.channels) * 2,
            lead_in: audio.lead_in,
            interviewer: self.identity.code().map_or_else(|| self.study.settings.only_researcher(), |code| Some(code.clone())),
            information_letter: self.study.settings.information_letter.clone(),
        })
    }

    /// The moment, on every clock.
    pub(crate) fn now(&mut self, model: &Model) -> Now {
        let reading = self.clock.read();
        self.now_at(model, &reading)
    }

    fn now_at(&mut self, model: &Model, reading: &Reading) -> Now {
        let gauge = self.desk.gauge();
        let position = model.session().map_or(Position::START, |s| self.ruler.read(s, gauge.as_deref(), reading));
        Now { position, wall: reading.wall, mono_ms: reading.mono_ms() }
    }

    /// What workers have reported since it was asked the last time.
    pub(crate) fn drain(&mut self, model: &Model) -> Vec<Msg> {
        let now = self.now(model);
        let reports = self.letterbox.taken_out();
        let captured: Vec<CaptureReport> = self.captured.1.try_iter().collect();
        let played: Vec<PlaybackReport> = self.played.1.try_iter().collect();
        let mut told: Vec<Msg> = captured.into_iter().map(|report| self.heard(report, model)).collect();
        told.extend(reports.into_iter().map(|report| match report {
            Report::Saved(n) => Msg::Saved(n),
            Report::NotSaved(why) => Msg::JournalFailed(why),
            Report::Stranded(where_) => {
                self.strand(&where_);
                Msg::Stranded(where_)
            }
            Report::Stop(why) => Msg::Stop(why, now),
            Report::Microphones(found, remark) => {
                self.microphones = found;
                Msg::Microphones(self.microphones.all(), remark)
            }
        }));
        told.extend(played.into_iter().filter_map(|report| match report {
            PlaybackReport::Ended { generation } if self.is_current(generation) => Some(Msg::Played(Ok(()))),
            PlaybackReport::Failed { generation, why } if self.is_current(generation) => Some(Msg::Played(Err(why.to_string()))),
            PlaybackReport::Started { .. } | PlaybackReport::Ended { .. } | PlaybackReport::Failed { .. } => None,
        }));
        told
    }

    /// Something is not where it should be: said again when the program is left.
    fn strand(&mut self, what: &str) {
        let before = self.stranded.take().map_or_else(String::new, |before| before + "\n");
        self.stranded = Some(before + what);
    }

    /// What the recorder reports, at the moment it is about.
    fn heard(&mut self, mut report: CaptureReport, model: &Model) -> Msg {
        let reading = self.clock.read();
        let mut now = self.now_at(model, &reading);
        match &mut report {
            CaptureReport::Started { take, device, opened, first, .. } => {
                device.name = self.microphones.known_as(device).name;
                self.started = Some((TakeNumber(*take), *first));
                now.position = now.position.back(reading.instant.saturating_duration_since(*opened));
            }
            CaptureReport::Closed { lost, .. } if *lost > Frames(0) => {
                let what = "the disk did not take the end of the recording: it is lost. Free some space before the next interview";
                self.strand(what);
            }
            CaptureReport::Moved { to: Some(device) } | CaptureReport::Listening { device, .. } => {
                device.name = self.microphones.known_as(device).name;
            }
            CaptureReport::Lost { .. } => {
                if let Some(gauge) = self.desk.gauge() {
                    self.ruler.outlive(&gauge, &reading);
                }
                now = self.now_at(model, &reading);
            }
            _ => {}
        }
        Msg::Sound(sound(report), now)
    }

    /// Whether a report is about what was ordered last; what was asked before that is of no interest any more.
    fn is_current(&self, generation: u32) -> bool {
        self.player.as_ref().is_some_and(|(_, latest)| *latest == generation)
    }

    /// Does what `effect` asks and gives back what there is to tell.
    pub(crate) fn perform(&mut self, effect: Effect, model: &Model) -> Vec<Msg> {
        match effect {
            Effect::Append(n, event) => self.append(n, event, model),
            Effect::KeepDraft(draft) => {
                if let Some(sitting) = &self.sitting {
                    sitting.journal.keep_draft(draft);
                }
                vec![]
            }
            Effect::Hear(microphone) => {
                let wish = self.wish(&microphone);
                self.order_anew(Order::Listen(wish))
            }
            Effect::Remember(seconds) => self.order(Order::Remember(seconds)),
            Effect::StartTake(take, microphone, ticket) => {
                let wish = self.wish(&microphone);
                match self.sitting.as_ref().map(|s| s.folder.path().to_owned()) {
                    Some(folder) => self.order_anew(Order::Start { folder, wish, take: take.0, ticket }),
                    None => vec![],
                }
            }
            Effect::StayAwake => {
                self.machine.stay_awake();
                vec![]
            }
            Effect::FindMicrophones => self.find_microphones(),
            Effect::PauseTake => self.order(Order::Pause),
            Effect::ResumeTake(ticket) => self.order(Order::Resume(ticket)),
            Effect::CloseTake => self.order(Order::Close),
            Effect::Create(new) => vec![self.create(*new, model)],
            Effect::Open(name, purpose) => vec![self.open(&name, purpose)],
            Effect::Play(at) => self.play(at, model),
            Effect::Halt => {
                if let Some((player, _)) = &self.player {
                    player.order(PlayOrder::Halt);
                }
                vec![]
            }
            Effect::WriteLetter => vec![self.write_letter(model)],
            // The loop does these two: they need the model again.
            Effect::CloseSession | Effect::Quit => vec![],
        }
    }

    fn append(&mut self, n: u64, event: Event, model: &Model) -> Vec<Msg> {
        let now = self.clock.read();
        if let (Event::TakeStarted { .. }, Some(session)) = (&event, model.session())
            && let Some(Span::Recorded { from, take, .. }) = session.timeline().spans().last()
            && let Some((_, first)) = self.started.filter(|(started, _)| started == take)
        {
            self.ruler.recording_from(*from, first);
        }
        if let Some(sitting) = &self.sitting {
            sitting.journal.append(n, event, now.wall, now.mono_ms());
        }
        vec![]
    }

    fn wish(&self, microphone: &Microphone) -> InputWish {
        let audio = self.study.settings.audio;
        InputWish { device: self.microphones.asked_for(microphone), format: StreamFormat { rate: audio.rate, channels: audio.channels } }
    }

    /// Gives the recorder an order that opens a microphone, after making one if there is none.
    fn order_anew(&mut self, order: Order) -> Vec<Msg> {
        let ticket = if let Order::Start { ticket, .. } = &order { *ticket } else { 0 };
        let ready = self.desk.open(&self.microphones, &self.captured.0, &self.line, &self.clock.read());
        match ready {
            Ok(()) => self.order(order),
            Err(why) => vec![Msg::Sound(Sound::Refused { ticket, why: why.to_string(), fault: fault(&why) }, self.idle_now())],
        }
    }

    fn order(&mut self, order: Order) -> Vec<Msg> {
        let now = self.clock.read();
        self.desk.order(order, &now);
        vec![]
    }

    /// Looks for the machine's microphones; the answer comes as a report. A simulated one is where it was.
    fn find_microphones(&self) -> Vec<Msg> {
        if let (Microphones::System(known), Desk::Threaded(_)) = (&self.microphones, &self.desk) {
            let known = known.clone();
            // One that cannot be looked for now is looked for the next time.
            look_for_microphones(move || (Microphones::found_or(known), None), self.letterbox.reports()).ok();
        }
        vec![]
    }

    /// The moment where no session is looked at.
    fn idle_now(&self) -> Now {
        let reading = self.clock.read();
        Now { position: Position::START, wall: reading.wall, mono_ms: reading.mono_ms() }
    }

    fn create(&mut self, new: NewSession, model: &Model) -> Msg {
        match self.try_create(new, model) {
            Ok(open) => Msg::Opened(Box::new(open)),
            Err(why) => Msg::NotOpened(why.to_string()),
        }
    }

    fn try_create(&mut self, new: NewSession, model: &Model) -> Result<Open, StoreError> {
        // The guide may have been changed since the form was opened: what is frozen is what is asked.
        self.study = OpenStudy::open(self.study.folder.clone())?;
        let shown = model.study.guides.iter().find(|g| g.id == new.guide);
        let at = self.study.to_freeze(&new.guide, shown)?;
        let now = self.clock.read();
        let folder = self.study.folder.create_session(&now.wall.date(), &new.participant, new.round, &at.bytes)?;
        let lock = folder.lock()?;
        lock.sign();
        let mut journal = Journal::create(&folder.journal())?;
        if let Some(code) = new.interviewer.clone() {
            self.identity.interviews(code);
        }
        journal.sign(Some(self.identity.sign()));
        let (id, guide_sum) = (self.identity.name_session(), sessions::guide_sum(&at.bytes));
        let opened = new.opened(now.wall, id, at.guide.version.clone(), self.reaction_ms, guide_sum);
        let session = crate::domain::session::Session::new(at.guide, opened.clone());
        let events = journal.append(&[(Event::Opened(opened), now.wall, now.mono_ms())])?;
        let weak: Vec<String> = folder.weaknesses(&lock).iter().map(ToString::to_string).collect();
        let name = folder.name();
        self.sit(folder, journal, lock, None)?;
        self.ruler = Ruler::over(&session, &now);
        let mended = (!weak.is_empty()).then(|| weak.join("; "));
        Ok(Open { name, session, events, changed: Vec::new(), mended, draft: None, purpose: Purpose::Conduct, form: Some(new) })
    }

    fn sit(&mut self, folder: SessionFolder, journal: Journal, lock: Lock, letter_at: Option<Stamp>) -> Result<(), StoreError> {
        let path = folder.path().to_owned();
        let journal = JournalWorker::spawn(journal, folder.clone(), self.letterbox.reports())
            .map_err(|e| StoreError::io(&path, "start the journal's thread", e))?;
        self.player = None;
        self.latest = Some(folder.name());
        self.sitting = Some(Sitting { folder, journal, letter_at, _lock: lock });
        Ok(())
    }

    fn open(&mut self, name: &str, purpose: Purpose) -> Msg {
        match self.try_open(name, purpose) {
            Ok(open) => Msg::Opened(Box::new(open)),
            Err(why) => Msg::NotOpened(why.to_string()),
        }
    }

    /// Opens the session called `name`, mending what a crash left.
    pub(crate) fn try_open(&mut self, name: &str, purpose: Purpose) -> Result<Open, StoreError> {
        let folder = self.study.folder.session(name)?;
        let now = self.clock.read();
        let held = sessions::open(&folder, now.wall, self.identity.sign())?;
        let (session, events) = (held.found.session, held.found.events);
        self.ruler = Ruler::over(&session, &now);
        let changed = recordings::changed(&folder, &session);
        let weak = folder.weaknesses(&held.lock).into_iter().map(|weakness| weakness.to_string());
        let todo = recordings::what_to_do(&folder, &changed);
        let said = held.mended.into_iter().chain(held.found.remarks).chain(todo).chain(weak);
        let said: Vec<String> = said.collect();
        let (name, draft) = (folder.name(), folder.draft());
        self.sit(folder, held.journal, held.lock, held.found.letter_at)?;
        Ok(Open { name, session, events, changed, mended: (!said.is_empty()).then(|| said.join(" ")), draft, purpose, form: None })
    }

    fn play(&mut self, at: Position, model: &Model) -> Vec<Msg> {
        let (Some(sitting), Some(session)) = (&self.sitting, model.session()) else { return vec![] };
        if self.player.is_none() {
            let clips = clips(session, &sitting.folder);
            if clips.is_empty() {
                return vec![Msg::Played(Err("nothing was recorded in this session".into()))];
            }
            match Player::spawn(self.desk.loudspeaker(), OutputWish::default(), clips, self.played.0.clone()) {
                Ok(player) => self.player = Some((player, 0)),
                Err(why) => return vec![Msg::Played(Err(why.to_string()))],
            }
        }
        if let Some((player, generation)) = &mut self.player {
            *generation += 1;
            player.order(PlayOrder::Play { at, generation: *generation });
        }
        vec![]
    }

    fn write_letter(&mut self, model: &Model) -> Msg {
        let (Some(sitting), Some(session)) = (&mut self.sitting, model.session()) else {
            return Msg::LetterFailed("no session is open".into());
        };
        let now = self.clock.read().wall;
        let written = letters::write(&sitting.folder, session, &self.study.settings, now, sitting.letter_at);
        if let Ok(Msg::LetterWritten { .. }) = written {
            sitting.letter_at = Some(now);
        }
        written.unwrap_or_else(Msg::LetterFailed)
    }

    /// Closes the session that is open: the take is finished, what the recorder still says is told through `tell`, the journal is
    /// written to its end, the lock let go.
    pub(crate) fn settle(&mut self, model: &mut Model, mut tell: impl FnMut(&mut Self, &mut Model, Msg)) {
        self.player = None;
        if let Ok(mut line) = self.line.lock() {
            *line = None;
        }
        self.desk.close(&self.clock.read());
        for msg in self.drain(model) {
            tell(self, model, msg);
        }
        self.machine.let_sleep();
        self.sitting = None; // waits for the journal
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
    fn remembered(&self, model: &Model) -> Study {
        let mut study = model.study.clone();
        if let (Some(name), Some(session)) = (&self.latest, model.session()) {
            let changed = study.sessions.iter().find(|line| line.name == *name).map_or_else(Vec::new, |line| line.changed.clone());
            study.sessions.retain(|line| line.name != *name);
            study.sessions.push(sessions::line_of(name.clone(), session, changed));
        }
        study
    }
}
