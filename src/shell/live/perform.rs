//! Effects meet the world, one arm each.
//!
//! [`World`] holds everything that is not a value: the study's folder, the session's lock and journal, the recorder, the player, the
//! clock. [`World::perform`] does what an effect asks and answers with messages; it never decides. How each subject is done stands in
//! `perform/`: the session that is held, sound, what workers report, the gauges.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::audio::CaptureReport;
use crate::audio::playback::PlaybackReport;
use crate::audio::recorder::Order;
use crate::disk::lock::Lock;
use crate::domain::code;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::whereabouts::Whereabouts;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::Vanished;
use crate::shell::identity::Identity;
use crate::shell::live::clock::Clock;
use crate::shell::live::clock::Reading;
use crate::shell::live::desk::Desk;
use crate::shell::live::editor::Editor;
use crate::shell::live::machine::Machine;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::perform::check::Check;
use crate::shell::live::perform::player::Manner;
use crate::shell::live::perform::player::Playing;
use crate::shell::live::reports::Letterbox;
use crate::shell::live::ruler::Ruler;
use crate::shell::live::searcher::Searcher;
use crate::shell::live::workers::JournalWorker;
use crate::shell::live::workers::RecorderLine;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::tui::effect::Effect;
use crate::tui::effect::Purpose;
use crate::tui::model::Model;
use crate::tui::model::Offer;
use crate::tui::msg::Msg;
use crate::tui::msg::Now;

mod check;
mod clips;
mod composed;
mod counted;
pub(crate) mod gauges;
mod heard;
mod held;
mod player;
mod playing;
mod registered;
mod room;
mod sought;
mod sound;

/// What is held of a session on disk: its folder, its journal, its lock.
#[derive(Debug)]
struct SessionFiles {
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
    /// Who edits the statements outside, and the statements that wait for that.
    pub(crate) editor: Editor,
    pub(crate) to_edit: Option<String>,
    pub(crate) machine: Machine,
    held: Option<SessionFiles>,
    player: Option<Playing>,
    /// How whatever plays is to be played.
    manner: Manner,
    /// The check of the room that goes on.
    check: Option<Check>,
    ruler: Ruler,
    /// Whoever searches, once somebody was asked to.
    searcher: Option<Searcher>,
    /// The event after which something is not to be used any more that the index may hold.
    forgets: Option<u64>,
    /// Whether the session whose waveform is made is still held.
    drawing: Option<Arc<AtomicBool>>,
    pub(crate) letterbox: Letterbox,
    captured: (Sender<CaptureReport>, Receiver<CaptureReport>),
    played: (Sender<PlaybackReport>, Receiver<PlaybackReport>),
    line: RecorderLine,
    /// The take that the recorder began with, as opposed to one it rolled into, and which frame of the recording its first is.
    started: Option<(TakeNumber, Frames)>,
    space: Option<(Duration, Option<u64>)>,
    /// Whether the disk is being tried, and has not answered yet.
    trying: bool,
    /// What is known of the place that the study lies in, once it was looked.
    whereabouts: Option<Whereabouts>,
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
            editor: Editor::default(),
            to_edit: None,
            held: None,
            player: None,
            manner: Manner::default(),
            check: None,
            ruler: Ruler::default(),
            searcher: None,
            forgets: None,
            drawing: None,
            letterbox: Letterbox::new(),
            captured: mpsc::channel(),
            played: mpsc::channel(),
            line: RecorderLine::default(),
            started: None,
            space: None,
            trying: false,
            whereabouts: None,
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
        self.held.as_ref().map(|s| &s.folder)
    }

    /// What the interface knows of the study.
    pub(crate) fn offer(&self) -> Result<Offer, StoreError> {
        let audio = self.study.settings.audio;
        let sessions = self.study.sessions(self.clock.read().wall)?;
        let codes = code::of_study(&self.study.settings.codes, sessions.iter().flat_map(|line| &line.codes));
        Ok(Offer {
            title: self.study.settings.title.clone(),
            guides: self.study.guides.iter().map(|g| g.guide.clone()).collect(),
            microphones: self.microphones.all(),
            known: self.microphones.known(),
            vanished: self.study.vanished().filter(|_| sessions.is_empty()).map(Vanished::words),
            sessions,
            reaction_ms: self.reaction_ms,
            disk_refuses: None,
            whereabouts: self.whereabouts.clone(),
            byte_rate: u64::from(audio.rate.hertz()) * u64::from(audio.channels) * 2,
            lead_in: audio.lead_in,
            listening: self.study.settings.listening,
            pause_minutes: self.study.settings.pause_minutes,
            leaving: self.study.settings.leaving.clone(),
            timing: self.study.settings.member_check.timing,
            interviewer: self.identity.code().map_or_else(|| self.study.settings.only_researcher(), |code| Some(code.clone())),
            nobody_named: false,
            information_letter: self.study.settings.information_letter.clone(),
            researchers: self.study.settings.codes_of_researchers().collect(),
            register: self.study.register.clone(),
            reports: self.study.settings.reports.clone(),
            codes,
            jargon: self.study.settings.member_check.jargon.clone(),
            first_guide: self.study.first_guide(),
        })
    }

    /// Nobody said who sits here.
    pub(crate) fn is_nobodys(&mut self) {
        self.identity = Identity::nobody();
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

    /// Does what `effect` asks and gives back what there is to tell.
    pub(crate) fn perform(&mut self, effect: Effect, model: &Model) -> Vec<Msg> {
        match effect {
            Effect::Append(n, event) => self.append(n, *event, model),
            Effect::KeepDraft(draft) => {
                if let Some(held) = &self.held {
                    held.journal.keep_draft(draft);
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
                match self.held.as_ref().map(|s| s.folder.path().to_owned()) {
                    Some(folder) => self.order_anew(Order::Start { folder, wish, take, ticket }),
                    None => vec![],
                }
            }
            Effect::StayAwake => {
                self.machine.stay_awake();
                vec![]
            }
            Effect::FindMicrophones => self.find_microphones(),
            Effect::TryDisk => self.try_disk(),
            Effect::PauseTake => self.order(Order::Pause),
            Effect::ResumeTake(ticket) => self.order(Order::Resume(ticket)),
            Effect::CloseTake => self.order(Order::Close),
            Effect::Create(new) => {
                self.searching_rests();
                vec![self.create(*new, model)]
            }
            Effect::Open(name, purpose) => {
                if purpose == Purpose::Conduct {
                    self.searching_rests();
                }
                vec![self.open(&name, purpose)]
            }
            Effect::Play(at) => self.play(at, model),
            Effect::Halt => {
                self.halt();
                vec![]
            }
            Effect::HearSo(hearing) => {
                self.hear_so(hearing);
                vec![]
            }
            Effect::GoRound(around) => {
                self.go_round(around);
                vec![]
            }
            Effect::KeepLeft(left) => {
                if let Some(held) = &self.held {
                    self.study.heads.keep(&held.folder.name(), left);
                }
                vec![]
            }
            Effect::CheckRoom(step) => self.check_room(step, model),
            Effect::VerifyTakes => self.verify_takes(model),
            Effect::DrawWaveform => self.draw_waveform(model),
            Effect::MakeClip(note) => self.make_clip(note, model),
            Effect::Search(wanted) => self.search(wanted),
            Effect::SearchNoMore => {
                self.search_no_more();
                vec![]
            }
            Effect::ReadTranscripts => self.read_transcripts(model),
            Effect::WriteLetter => vec![self.write_letter(model)],
            Effect::AskForLetter => self.ask_for_letter(model),
            Effect::CountFigures => self.count_figures(),
            Effect::ReadRegister => vec![self.read_register()],
            Effect::ChangeRegister { change, seen } => vec![self.change_register(*change, &seen)],
            Effect::RestoreRegister { seen, to, way } => vec![self.restore_register(&seen, &to, way)],
            // The loop has the terminal, which an editor needs.
            Effect::EditOutside(text) => {
                self.to_edit = Some(text);
                vec![]
            }
            Effect::EditTaken => self.edit_taken(),
            // The loop does these two: they need the model again.
            Effect::CloseSession => vec![],
        }
    }

    /// The moment where no session is looked at.
    fn idle_now(&self) -> Now {
        let reading = self.clock.read();
        Now { position: Position::START, wall: reading.wall, mono_ms: reading.mono_ms() }
    }
}
