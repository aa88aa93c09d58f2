//! The check of the room, before the participant arrives: five seconds of the interviewer's own voice go to the study's disk, are played
//! from there and deleted. Where it is with that, and what was found. Values only: whoever has the files deletes them, asked or not.

use crate::domain::prepared::RoomCheck;
use crate::domain::prepared::RoomPlayback;
use crate::tui::effect::CheckStep;
use crate::tui::effect::Effect;
use crate::tui::msg::CheckEnd;
use crate::tui::msg::CheckReport;
use crate::tui::notice::Weight;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::setup::check::Checking;
use crate::tui::screen::setup::check::Key;
use crate::tui::screen::setup::check::UnderWay;
use crate::tui::screen::setup::level::KEY_MS;
use crate::tui::shared::Shared;
use crate::words::say;

/// How long it is recorded, in milliseconds.
const CHECK_MS: u64 = 5_000;

impl SetupForm {
    /// Where it is with the check of the room.
    pub(crate) fn checking(&self) -> &Checking {
        self.room.checking()
    }

    /// Whether five seconds are being kept until they were played.
    pub(crate) fn is_checking(&self) -> bool {
        self.room.is_on_disk()
    }

    /// What the check of the room found with the microphone that is heard now; of another it says nothing.
    pub(crate) fn room_checked<'s>(&self, shared: &'s Shared) -> Option<&'s RoomCheck> {
        let device = self.device().filter(|_| self.microphone().is_some())?;
        shared.room_checked.as_ref().filter(|check| check.device == device)
    }

    /// Begins a check of the room, or says why there is none.
    pub(super) fn check_room(&mut self, shared: &mut Shared) {
        if self.room.was_ended_by_the_key() {
            return;
        }
        let Some(microphone) = self.microphone().cloned() else {
            return shared.say(Weight::News, say!("setup-room-notes-only"));
        };
        let Some(device) = self.device().filter(|_| self.trouble().is_none()).map(str::to_owned) else {
            return shared.say(Weight::News, say!("setup-room-no-sound"));
        };
        if self.is_checking() {
            return shared.say(Weight::News, say!("setup-room-still"));
        }
        // What was remembered for the interview is let go of: these seconds begin with the key.
        self.remembering = 0;
        shared.room_checked = None;
        self.room = UnderWay { checking: Checking::Opening, device, ..UnderWay::default() };
        shared.want(Effect::CheckRoom(CheckStep::Record(microphone)));
    }

    /// A key was pressed, or something was pasted: that ends a check.
    pub(super) fn key_ends_check(&mut self, shared: &mut Shared) {
        self.room.key = if self.is_checking() { Key::EndedIt } else { Key::Free };
        self.end_check(shared);
    }

    /// Ends a check that goes on. What was recorded is deleted.
    pub(super) fn end_check(&mut self, shared: &mut Shared) {
        match self.room.checking {
            Checking::Not | Checking::Deleting | Checking::Failed(_) => {}
            Checking::Opening | Checking::Listening { .. } => {
                self.room.checking = Checking::Deleting;
                shared.want(Effect::CheckRoom(CheckStep::Delete));
            }
            Checking::Playing => {
                shared.room_checked = Some(self.room.found(RoomPlayback::CutShort, shared));
                self.room.checking = Checking::Deleting;
                shared.want(Effect::CheckRoom(CheckStep::Delete));
            }
        }
    }

    /// A turn went by: what is heard of it, and whether the five seconds are over.
    pub(super) fn turn_check(&mut self, shared: &mut Shared) {
        let Checking::Listening { since_ms } = self.room.checking else { return };
        let passed = shared.now.mono_ms.saturating_sub(since_ms);
        // The key that began it is no voice.
        if passed >= KEY_MS {
            let level = shared.gauges.last.peak_db;
            self.room.level.turn(level, shared.now.mono_ms);
            self.room.peak_db = level.filter(|db| db.is_finite()).into_iter().chain(self.room.peak_db).reduce(f32::max);
        }
        if passed >= CHECK_MS {
            self.room.checking = Checking::Playing;
            shared.want(Effect::CheckRoom(CheckStep::Play));
        }
    }

    /// How much longer it listens, in whole seconds.
    pub(crate) fn check_seconds_left(since_ms: u64, now_ms: u64) -> u64 {
        CHECK_MS.saturating_sub(now_ms.saturating_sub(since_ms)).div_ceil(1_000)
    }

    /// Whoever has the files reports this of the check.
    pub(super) fn take_check_report(&mut self, report: &CheckReport, shared: &mut Shared) {
        match report {
            CheckReport::Began if self.room.checking == Checking::Opening => {
                self.room.checking = Checking::Listening { since_ms: shared.now.mono_ms };
            }
            CheckReport::Over { end, .. } if self.is_checking() => {
                let was_played = self.room.checking == Checking::Playing;
                self.room.checking = match end {
                    CheckEnd::Failed(why) => Checking::Failed(why.clone()),
                    CheckEnd::Played | CheckEnd::NoLoudspeaker | CheckEnd::Deleted => Checking::Not,
                };
                match end {
                    CheckEnd::Played if was_played => shared.room_checked = Some(self.room.found(RoomPlayback::Played, shared)),
                    CheckEnd::NoLoudspeaker if was_played => {
                        shared.room_checked = Some(self.room.found(RoomPlayback::NoLoudspeaker, shared));
                    }
                    CheckEnd::Played | CheckEnd::NoLoudspeaker | CheckEnd::Deleted | CheckEnd::Failed(_) => {}
                }
                self.hear_chosen(shared);
            }
            CheckReport::Began | CheckReport::Over { .. } | CheckReport::Swept(_) => {}
        }
    }
}
