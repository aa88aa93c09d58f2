//! What plays: what the player of the session that is open is asked, and what it tells.

use crate::audio::playback::PlayOrder;
use crate::audio::playback::PlaybackReport;
use crate::domain::hearing::Hearing;
use crate::domain::time::Position;
use crate::shell::live::clock::Reading;
use crate::shell::live::interpreter::clips;
use crate::shell::live::perform::World;
use crate::shell::live::perform::player::Playing;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::words::say;

impl World {
    pub(super) fn play(&mut self, at: Position, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session)) = (&self.held, model.session()) else { return vec![] };
        if self.player.is_none() {
            let clips = clips(session, &held.folder);
            if clips.is_empty() {
                return vec![Msg::Played(Err(say!("nothing-recorded-here")))];
            }
            match self.desk.player(clips.clone(), self.played.0.clone(), &self.clock.read()) {
                Ok(by) => self.player = Some(Playing { by, ordered: 0, clips }),
                Err(why) => return vec![Msg::Played(Err(why.to_string()))],
            }
            self.hear_so(self.manner.hearing);
            self.go_round(self.manner.around);
        }
        self.order_player(|generation| PlayOrder::Play { at, generation });
        vec![]
    }

    /// Stops what plays.
    pub(super) fn halt(&mut self) {
        let now = self.clock.read();
        if let Some(playing) = &self.player {
            self.desk.order_sound(&playing.by, PlayOrder::Halt, &now);
        }
    }

    /// Whatever plays is heard so.
    pub(super) fn hear_so(&mut self, hearing: Hearing) {
        let speed = hearing.speed;
        let is_new = self.player.as_ref().is_some_and(|playing| playing.ordered == 0) || speed != self.manner.hearing.speed;
        self.manner.hearing = hearing;
        if let Some(playing) = &self.player {
            playing.by.playhead().set_loudness(hearing.volume, hearing.gain);
        }
        if is_new {
            self.order_player(|generation| PlayOrder::Pace { speed, generation });
        }
    }

    /// Whatever plays goes round there.
    pub(super) fn go_round(&mut self, around: Option<(Position, Position)>) {
        self.manner.around = around;
        self.order_player(|generation| PlayOrder::Around { around, generation });
    }

    /// Something happened in the session: what is not to be heard any more is not heard from now on, and what may be heard again is.
    pub(super) fn see_to_what_is_heard(&mut self, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session), Some(playing)) = (&self.held, model.session(), &mut self.player) else { return vec![] };
        let clips = clips(session, &held.folder);
        if clips == playing.clips {
            return vec![];
        }
        playing.clips.clone_from(&clips);
        let is_empty = clips.is_empty();
        self.order_player(|generation| PlayOrder::Clips { clips, generation });
        if is_empty {
            self.halt();
            return vec![Msg::Played(Err(say!("nothing-recorded-here")))];
        }
        vec![]
    }

    /// Nothing plays any more.
    pub(super) fn let_go_of_the_player(&mut self) {
        self.player = None;
        self.manner.around = None;
    }

    /// Gives the player the next order, if there is one.
    fn order_player(&mut self, order: impl FnOnce(u32) -> PlayOrder) {
        let now = self.clock.read();
        if let Some(playing) = &mut self.player {
            playing.ordered += 1;
            self.desk.order_sound(&playing.by, order(playing.ordered), &now);
        }
    }

    /// Where playing is, once what was ordered last is what plays.
    pub(super) fn heard_now(&self, now: &Reading) -> Option<Position> {
        let playing = self.player.as_ref()?;
        playing.by.playhead().heard(playing.ordered, now.instant)
    }

    /// What the player has told since it was asked the last time. What was asked before the last order is of no interest any more.
    pub(super) fn told_of_playing(&mut self) -> Vec<Msg> {
        let reports: Vec<PlaybackReport> = self.played.1.try_iter().collect();
        let now = self.clock.read();
        let Some(playing) = &self.player else { return vec![] };
        let is_current = |generation: u32| playing.ordered == generation;
        let rests = || playing.by.playhead().position(now.instant);
        let told = |report| match report {
            PlaybackReport::Ended { generation } if is_current(generation) => Some(Msg::Played(Ok(()))),
            PlaybackReport::Failed { generation, why } if is_current(generation) => Some(Msg::Played(Err(why.to_string()))),
            PlaybackReport::Waiting { generation, why } if is_current(generation) => Some(Msg::LoudspeakerLost(rests(), why.to_string())),
            // Where one was waited for, an order of just now may have found it.
            PlaybackReport::Again { generation, device } | PlaybackReport::Started { generation, device } if is_current(generation) => {
                Some(Msg::LoudspeakerBack(device.name))
            }
            PlaybackReport::Moved { generation, device } if is_current(generation) => {
                Some(Msg::LoudspeakerMoved(device.map(|device| device.name)))
            }
            PlaybackReport::Started { .. }
            | PlaybackReport::Ended { .. }
            | PlaybackReport::Failed { .. }
            | PlaybackReport::Waiting { .. }
            | PlaybackReport::Again { .. }
            | PlaybackReport::Moved { .. } => None,
        };
        reports.into_iter().filter_map(told).collect()
    }
}
