//! What a screen may ask of what plays.

use std::time::Duration;

use crate::domain::command::Command;
use crate::domain::evening::LooseEnd;
use crate::domain::evening::SeenTo;
use crate::domain::hearing::Gain;
use crate::domain::hearing::Hearing;
use crate::domain::hearing::Left;
use crate::domain::standing::Phase;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::tui::effect::Effect;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::place::Place;
use crate::tui::shared::Shared;
use crate::words::say;

/// The longest that what the gauges said is carried on from: a screen on which something moves has turns more often.
const CARRIED_MS: u64 = 1_000;

impl Shared {
    /// Where playing is, or would begin: what the gauges said at the last turn, and what was heard since.
    pub(crate) fn head(&self) -> Position {
        let said = self.gauges.last.playing.filter(|_| self.playback.is_playing() && !self.playback.waits());
        let Some(stood) = said else { return self.playback.head(None) };
        let since = self.now.mono_ms.saturating_sub(self.gauges.read_ms).min(CARRIED_MS);
        let head = stood.forward(Duration::from_millis(self.hearing.speed.heard_in(since)));
        let end = self.session().map_or(head, |session| session.timeline().end());
        match self.playback.around() {
            Some((from, to)) if stood < to && head >= to => from.forward(head.since(to)),
            _ => head.min(end.max(stood)),
        }
    }

    /// How far before a note playing starts.
    pub(crate) fn lead_in(&self) -> Duration {
        self.offer.listening.before_a_note()
    }

    /// Plays from `at`.
    pub(crate) fn play(&mut self, at: Position) {
        self.notices.over(Subject::Playback);
        self.playback = self.playback.plays(at);
        // Where an older order had come is no news of this one.
        self.gauges.last.playing = None;
        self.want(Effect::Play(at));
    }

    /// Goes on where it stands; from the beginning where nothing comes after it.
    pub(crate) fn play_on(&mut self) {
        let (head, end) = (self.head(), self.session().map_or(Position::START, |s| s.timeline().end()));
        self.play(if head >= end { Position::START } else { head });
    }

    /// Stops playing, and stays where it is, or the study's step before that.
    pub(crate) fn pause(&mut self) {
        let back = Duration::from_secs(self.offer.listening.step_back.into());
        self.notices.over(Subject::Playback);
        self.playback = self.playback.stops(self.head().back(back));
        self.want(Effect::Halt);
    }

    /// Goes to `to`, and plays on from there if something plays. What goes round is not left.
    pub(crate) fn seek(&mut self, to: Position) {
        let end = self.session().map_or(Position::START, |s| s.timeline().end());
        let to = match self.playback.around() {
            Some((from, until)) => to.clamp(from, until.back(Duration::from_millis(1)).max(from)),
            None => to.min(end),
        };
        self.playback = self.playback.moved(to);
        if self.playback.is_playing() {
            self.gauges.last.playing = None;
            self.want(Effect::Play(to));
        }
    }

    /// From now on it is heard so.
    pub(crate) fn hear(&mut self, hearing: Hearing) {
        if self.playback.is_playing() && !self.playback.waits() && hearing.speed != self.hearing.speed {
            self.playback = self.playback.plays(self.head());
            self.gauges.last.playing = None;
        }
        self.hearing = hearing;
        self.keep_place(|place| place.hearing = Some(hearing));
        self.want(Effect::HearSo(hearing));
    }

    /// The session that is open was left so when the program was closed; what is known of this run counts more. Where nobody has chosen how
    /// it is heard it is as fast and as loud as what was heard before, but a gain was for that room.
    pub(super) fn left_so(&mut self, left: Left) {
        let Some(name) = self.sitting.as_ref().map(|sitting| sitting.name().to_owned()) else { return };
        let known = Place { head: left.at.unwrap_or_default(), hearing: left.hearing, ..Place::default() };
        let place = self.places.entry(name).or_insert(known);
        // Whoever comes from a search was nowhere in it before.
        place.hearing = place.hearing.or(left.hearing);
        let hearing = place.hearing.unwrap_or(Hearing { gain: Gain::default(), ..self.hearing });
        if hearing != self.hearing {
            self.hearing = hearing;
            self.want(Effect::HearSo(hearing));
        }
    }

    /// Up to `at` it was listened to, if that is known, and so as somebody chose: that is remembered.
    pub(crate) fn keep_left(&mut self, at: Option<Position>) {
        let left = Left { at, hearing: self.place().hearing };
        if left != Left::default() {
            self.want(Effect::KeepLeft(left));
        }
    }

    /// From now on it goes round between these, or no more.
    pub(crate) fn go_round(&mut self, around: Option<(Position, Position)>) {
        let at = self.head();
        if around != self.playback.around() {
            self.playback = self.playback.moved(at).goes_round(around);
            self.want(Effect::GoRound(around));
        }
    }

    /// It stopped by itself: at the end, or with the reason why it cannot go on.
    pub(crate) fn stopped_playing(&mut self, how: Result<(), String>) {
        // At the end it stands at the end, wherever the last turn saw it: who plays on begins anew.
        let end = self.session().filter(|_| how.is_ok()).map(|session| session.timeline().end());
        self.playback = self.playback.stops(end.unwrap_or_else(|| self.head()));
        self.notices.over(Subject::Playback);
        if let Err(why) = how {
            self.tell(Subject::Playback, Weight::Warning, why);
        }
    }

    /// The loudspeaker went while it played: it stands at `at` until there is another.
    pub(crate) fn lost_loudspeaker(&mut self, at: Position, why: &str) {
        self.playback = self.playback.stands_still(at);
        self.gauges.last.playing = None;
        self.tell(Subject::Playback, Weight::Warning, say!("playback-waits", why = why));
    }

    /// There is a loudspeaker again, called so, and it plays on.
    pub(crate) fn found_loudspeaker(&mut self, name: &str) {
        if self.playback.waits() {
            self.playback = self.playback.plays(self.head());
            self.notices.over(Subject::Playback);
            self.tell(Subject::Playback, Weight::News, say!("playback-again", device = name));
        }
    }

    /// What plays is heard elsewhere by now, on a loudspeaker called so, if that is known.
    pub(crate) fn moved_loudspeaker(&mut self, name: Option<&str>) {
        if self.playback.is_playing() {
            let moved = name.map_or_else(|| say!("playback-moved-away"), |device| say!("playback-moved", device = device));
            self.notices.over(Subject::Playback);
            self.tell(Subject::Playback, Weight::News, moved);
        }
    }

    /// A recording of which somebody hears something after the interview plays: that is seen to.
    pub(crate) fn heard_that_it_plays(&mut self) {
        let Some(session) = self.session() else { return };
        let is_heard = self.playback.is_playing() && self.gauges.last.playing.is_some();
        let is_over = matches!(session.phase(), Phase::Ended | Phase::Reviewed);
        if is_heard && is_over && session.evening().seen(&LooseEnd::Plays).is_none() {
            let (end, on) = (LooseEnd::Plays.into(), Some(self.now.wall));
            self.ask(Command::SeeTo(SeenTo { end, outcome: String::new(), on, stands: Stands::Stands }));
        }
    }
}
