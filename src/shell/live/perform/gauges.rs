//! What the gauges say: level and counters of the microphone, room on the disk, battery, sleep, playback. Read once a turn of the loop.

use std::time::Duration;

use crate::audio::gauge;
use crate::audio::tape;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::domain::time::millis_of;
use crate::shell::live::perform::World;
use crate::tui::msg::Telemetry;

/// How often the free space is asked for.
pub(crate) const SPACE_EVERY: Duration = Duration::from_secs(5);

impl World {
    /// What the gauges say.
    pub(crate) fn telemetry(&mut self) -> Telemetry {
        let now = self.clock.read();
        // What was counted belongs to the recording and not to the stretch of it: off the record nothing becomes less, nor more after it.
        let recording = self.desk.gauge();
        let gauge = recording.as_ref().filter(|g| g.is_open());
        let millis = |frames: Frames, rate: SampleRate| millis_of(frames.duration(rate));
        Telemetry {
            peak_db: gauge.as_ref().map(|g| gauge::dbfs(g.take_peak())),
            clipped: recording.as_ref().map_or(0, |g| g.clips()),
            lost_ms: recording.as_ref().map_or(0, |g| millis(g.lost(), g.rate())),
            backlog_ms: gauge.as_ref().map_or(0, |g| millis(g.backlog(), g.rate())),
            free: self.free_space(now.since_start),
            battery: self.machine.battery(now.since_start),
            slept_ms: millis_of(self.machine.slept()),
            playing: self.heard_now(&now),
        }
    }

    fn free_space(&mut self, now: Duration) -> Option<u64> {
        match self.space {
            Some((at, free)) if now.saturating_sub(at) < SPACE_EVERY => free,
            _ => {
                let free = self.desk.free_space(self.study.folder.root()).map(tape::usable);
                self.space = Some((now, free));
                free
            }
        }
    }
}
