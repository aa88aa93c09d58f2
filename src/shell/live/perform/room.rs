//! The check of the room: recorded by the interview's own recorder into a folder that is no session's, played from there, deleted.
//!
//! What the recorder reports meanwhile is the check's and no session's. It is known by its ticket: with the first answer to another order
//! the check is over, whatever became of it, so that no word about an interview is ever taken for one about a check.

use std::sync::mpsc;

use crate::audio::CaptureReport;
use crate::audio::playback::Clip;
use crate::audio::playback::PlayOrder;
use crate::audio::playback::PlaybackReport;
use crate::audio::recorder::Order;
use crate::audio::recorder::Ticket;
use crate::domain::recording::EndedTake;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::timeline::TakeNumber;
use crate::shell::live::perform::World;
use crate::shell::live::perform::check::Check;
use crate::shell::live::perform::check::Next;
use crate::shell::live::perform::check::Stage;
use crate::store::room_check;
use crate::store::room_check::RoomCheckFolder;
use crate::tui::effect::CheckStep;
use crate::tui::microphone::Microphone;
use crate::tui::model::Model;
use crate::tui::msg::CheckEnd;
use crate::tui::msg::CheckReport;
use crate::tui::msg::Msg;
use crate::tui::msg::SoundReport;
use crate::words::say;

/// What the recorder's answer to a check is known by: interviews count theirs up from below.
const TICKET: Ticket = Ticket::MAX;

/// Whose a report of the recorder is.
pub(super) enum Whose {
    /// The check's, which has this to say of it.
    Checks(Vec<Msg>),
    /// Not the check's. It may be over by that.
    Others(Vec<Msg>),
}

impl World {
    pub(super) fn check_room(&mut self, step: CheckStep, model: &Model) -> Vec<Msg> {
        match step {
            CheckStep::Sweep => match room_check::sweep(&self.study.folder) {
                Ok(0) => vec![],
                Ok(count) => vec![self.said(CheckReport::Swept(count))],
                Err(why) => vec![self.said(CheckReport::Over { end: CheckEnd::Deleted, left: Some(why.to_string()) })],
            },
            CheckStep::Record(microphone) => self.record_check(&microphone, model),
            CheckStep::Play => {
                self.close_check(Next::Play);
                self.drain(model)
            }
            CheckStep::Delete => match self.check.as_ref().map(|check| &check.stage) {
                None => vec![],
                Some(Stage::Playing { .. }) => self.end_check(CheckEnd::Deleted),
                Some(Stage::Recording | Stage::Closing(_)) => {
                    self.close_check(Next::End(CheckEnd::Deleted));
                    self.drain(model)
                }
            },
        }
    }

    fn record_check(&mut self, microphone: &Microphone, model: &Model) -> Vec<Msg> {
        if self.check.is_some() {
            return vec![];
        }
        let folder = match RoomCheckFolder::make(&self.study.folder) {
            Ok(folder) => folder,
            Err(why) => return vec![self.said(CheckReport::Over { end: CheckEnd::Failed(why.to_string()), left: None })],
        };
        let place = folder.path().to_owned();
        // What came before does not belong to it.
        self.order(Order::Remember(0));
        self.check = Some(Check { folder, stage: Stage::Recording });
        let order = Order::Start { folder: place, wish: self.wish(microphone), take: TakeNumber::FIRST, ticket: TICKET };
        match self.order_anew(order).into_iter().next() {
            Some(Msg::Sound(SoundReport::Refused { why, .. }, _)) => self.end_check(CheckEnd::Failed(why)),
            _ => self.drain(model),
        }
    }

    /// Lets the recorder close the take; what comes then waits for its word that it is closed.
    fn close_check(&mut self, next: Next) {
        let Some(check) = &mut self.check else { return };
        match (&check.stage, &next) {
            (Stage::Playing { .. }, _) | (Stage::Closing(Next::End(_)), Next::Play) => return,
            (Stage::Recording | Stage::Closing(_), _) => check.stage = Stage::Closing(next),
        }
        self.order(Order::Close);
    }

    /// Whose `report` is, and what the check has to say to it.
    pub(super) fn checks(&mut self, report: &CaptureReport) -> Whose {
        let Some(Check { stage: stage @ (Stage::Recording | Stage::Closing(_)), .. }) = &mut self.check else {
            return Whose::Others(vec![]);
        };
        match report {
            CaptureReport::Started { ticket: TICKET, .. } => {
                Whose::Checks(if matches!(stage, Stage::Recording) { vec![self.said(CheckReport::Began)] } else { vec![] })
            }
            CaptureReport::Refused { ticket: TICKET, why } => Whose::Checks(self.end_check(CheckEnd::Failed(why.to_string()))),
            // An interview records: whatever became of the check is over.
            CaptureReport::Started { .. } => Whose::Others(self.end_check(CheckEnd::Deleted)),
            CaptureReport::Lost { why, .. } => {
                *stage = Stage::Closing(Next::End(CheckEnd::Failed(why.to_string())));
                Whose::Checks(vec![])
            }
            CaptureReport::WriteFailed { why, .. } => {
                let why = why.to_string();
                self.close_check(Next::End(CheckEnd::Failed(why)));
                Whose::Checks(vec![])
            }
            CaptureReport::Closed { ended, lost } => {
                let next = std::mem::replace(stage, Stage::Closing(Next::End(CheckEnd::Deleted)));
                Whose::Checks(match next {
                    Stage::Closing(Next::Play) if *lost == Frames(0) && ended.frames > Frames(0) => self.play_check(ended),
                    Stage::Closing(Next::End(end)) => self.end_check(end),
                    Stage::Recording | Stage::Closing(Next::Play) | Stage::Playing { .. } => {
                        self.end_check(CheckEnd::Failed(say!("setup-room-lost")))
                    }
                })
            }
            CaptureReport::Paused { .. }
            | CaptureReport::Resumed { .. }
            | CaptureReport::Checkpoint { .. }
            | CaptureReport::Gap { .. }
            | CaptureReport::Rolled { .. }
            | CaptureReport::Held { .. }
            | CaptureReport::ClockCompared { .. } => Whose::Checks(vec![]),
            CaptureReport::Listening { .. } | CaptureReport::Moved { .. } | CaptureReport::Muted(_) | CaptureReport::Refused { .. } => {
                Whose::Others(vec![])
            }
        }
    }

    /// The take is closed: it is heard from the disk.
    fn play_check(&mut self, ended: &EndedTake) -> Vec<Msg> {
        let now = self.clock.read();
        let Some(check) = &mut self.check else { return vec![] };
        let path = check.folder.path().join(ended.take.file_name());
        let clip = Clip { path, from: Position::START, skip: Frames(0), frames: ended.frames, rate: ended.rate };
        let (reports, told) = mpsc::channel();
        match self.desk.player(vec![clip], reports, &now) {
            Ok(player) => {
                self.desk.order_sound(&player, PlayOrder::Play { at: Position::START, generation: 1 }, &now);
                check.stage = Stage::Playing { told, _player: player };
            }
            Err(_) => return self.end_check(CheckEnd::NoLoudspeaker),
        }
        vec![]
    }

    /// What the player has to say of a check.
    pub(super) fn played_check(&mut self) -> Vec<Msg> {
        let Some(Check { stage: Stage::Playing { told, .. }, .. }) = &self.check else { return vec![] };
        let end = told.try_iter().find_map(|report| match report {
            PlaybackReport::Started { .. } | PlaybackReport::Again { .. } | PlaybackReport::Moved { .. } => None,
            PlaybackReport::Ended { .. } => Some(CheckEnd::Played),
            PlaybackReport::Failed { .. } | PlaybackReport::Waiting { .. } => Some(CheckEnd::NoLoudspeaker),
        });
        end.map(|end| self.end_check(end)).unwrap_or_default()
    }

    /// The check is over: nothing plays any more, and nothing of it stays.
    pub(super) fn end_check(&mut self, end: CheckEnd) -> Vec<Msg> {
        let Some(Check { folder, stage }) = self.check.take() else { return vec![] };
        // What is being read cannot be deleted everywhere.
        drop(stage);
        self.desk.fall_silent();
        let left = folder.delete().err().map(|why| why.to_string());
        vec![self.said(CheckReport::Over { end, left })]
    }

    fn said(&self, report: CheckReport) -> Msg {
        Msg::RoomCheck(report, self.idle_now())
    }
}
