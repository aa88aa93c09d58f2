//! All that runs on the capture thread.
//!
//! A [`CaptureTap`] is handed to the device with each start and dies with the stream. Its [`push`](CaptureTap::push) measures a block,
//! converts it to 16 bits, pays owed silence, and puts whole frames into the ring, whose other end ([`CaptureEnd`]) the tape thread
//! drains. Sound that a driver lost without a word shows only in the clock, and only after a while: where it is missing, the tape is told.
//! It refuses to allocate, free, lock, log, wait or touch a file: see the contract in [`crate::audio`].
//!
//! Every start gets a ring of its own. So a device that was lost, or released off the record, cannot slip a late block into what is
//! recorded after it: its ring is no longer there. The tape learns that a tap is gone by its [`CaptureEnd::alive`] closing.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::time::Duration;
use std::time::Instant;

use rtrb::Consumer;
use rtrb::Producer;
use rtrb::RingBuffer;

use crate::domain::time::Frames;
use crate::domain::time::SampleRate;

use crate::audio::StreamFormat;
use crate::audio::gauge::Followed;
use crate::audio::gauge::Follower;
use crate::audio::gauge::Gauge;

/// How long the disk may stall before frames are lost: 3 s were measured on a busy laptop, tens of seconds on sleepy USB sticks.
pub(crate) const RING_SECONDS: u32 = 60;

/// Gaps that may wait to be told. The ring must fill up once for each, so more than a few never wait.
const GAPS: usize = 64;

/// A sample as some device delivers it.
pub trait Sample: Copy {
    /// The nearest 16-bit value; what lies outside is held at the edge.
    fn to_i16(self) -> i16;
}

impl Sample for i16 {
    fn to_i16(self) -> i16 {
        self
    }
}

impl Sample for u16 {
    fn to_i16(self) -> i16 {
        (self ^ 0x8000).cast_signed()
    }
}

impl Sample for i8 {
    fn to_i16(self) -> i16 {
        i16::from(self) << 8
    }
}

impl Sample for u8 {
    fn to_i16(self) -> i16 {
        (i16::from(self) - 128) << 8
    }
}

impl Sample for i32 {
    fn to_i16(self) -> i16 {
        (self.saturating_add(1 << 15) >> 16) as i16
    }
}

impl Sample for f32 {
    #[expect(clippy::cast_possible_truncation, reason = "`as` holds floats at the edge, and makes NaN silence")]
    fn to_i16(self) -> i16 {
        (self * 32_768.0).round() as i16
    }
}

impl Sample for f64 {
    #[expect(clippy::cast_possible_truncation, reason = "`as` holds floats at the edge, and makes NaN silence")]
    fn to_i16(self) -> i16 {
        (self * 32_768.0).round() as i16
    }
}

/// When a block was handed over, and how long before that its first frame was at the microphone.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    /// The moment of the callback.
    pub at: Instant,
    /// What the system says about the way from the microphone to here.
    pub latency: Duration,
}

/// Frames of the recording that were lost: silence stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The first frame lost, counted from the recording's start.
    pub at: Frames,
    /// How many.
    pub frames: Frames,
}

/// The device's end: see the module.
#[derive(Debug)]
pub struct CaptureTap {
    ring: Producer<i16>,
    gaps: Producer<Gap>,
    missing: Producer<Gap>,
    gauge: Arc<Gauge>,
    rate: SampleRate,
    channels: usize,
    /// Frames of the recording in the ring or past it, and of what the tape was told to open up.
    sent: u64,
    /// Frames lost whose silence has not gone into the ring yet.
    owed: u64,
    gap: Option<Gap>,
    /// The lowest and the highest sample of each channel, over so many frames until now, and over how many they are taken. Of more than eight
    /// channels those that share a place here have one level: nobody's microphone has so many.
    swings: [(i16, i16); 8],
    swung: u32,
    swings_over: u32,
    follower: Follower,
    /// The cut lay in a block: what comes after that is not for us.
    over: bool,
    /// Never used, only dropped: that is the message.
    _alive: Sender<Infallible>,
}

/// The tape's end.
#[derive(Debug)]
pub struct CaptureEnd {
    /// Whole frames, in order.
    pub ring: Consumer<i16>,
    /// What was lost, once its silence is in the ring.
    pub gaps: Consumer<Gap>,
    /// What never came, and was found out only some blocks later: silence of this length belongs before frame `at`, which is in the ring
    /// or was. It counts among the frames from then on.
    pub missing: Consumer<Gap>,
    /// Disconnected once the tap is gone and nothing more can come.
    pub alive: Receiver<Infallible>,
    /// What the ring holds.
    pub format: StreamFormat,
}

/// Nothing has been heard yet: each sample is lower than this, and higher.
const STILL: [(i16, i16); 8] = [(i16::MAX, i16::MIN); 8];

/// A tap and its end, with room for `seconds`, for a stretch that begins after `first` frames of the recording. Opens the gauge.
pub fn line(format: StreamFormat, gauge: &Arc<Gauge>, first: Frames, seconds: u32) -> (CaptureTap, CaptureEnd) {
    let (ring, ring_end) = RingBuffer::new(format.samples_in(seconds));
    let (gaps, gaps_end) = RingBuffer::new(GAPS);
    let (missing, missing_end) = RingBuffer::new(GAPS);
    let (alive, alive_end) = mpsc::channel();
    gauge.open(first, format.rate);
    let tap = CaptureTap {
        ring,
        gaps,
        missing,
        gauge: Arc::clone(gauge),
        rate: format.rate,
        channels: format.width(),
        sent: first.0,
        owed: 0,
        gap: None,
        swings: STILL,
        swung: 0,
        swings_over: format.rate.hertz() / 100 + 1,
        follower: Follower::default(),
        over: false,
        _alive: alive,
    };
    (tap, CaptureEnd { ring: ring_end, gaps: gaps_end, missing: missing_end, alive: alive_end, format })
}

impl CaptureTap {
    /// Takes one block of interleaved samples; a frame that is not whole is left out. On the capture thread.
    pub fn push<S: Sample>(&mut self, block: &[S], heard: Heard) {
        // Off the record, or a device that took so long to stop that another runs by now: what still comes is not for us.
        if self.over || !self.gauge.has_stream() || self.ring.is_abandoned() {
            return;
        }
        let before = self.sent + self.owed;
        let at = self.gauge.nanos(heard.at);
        let estimate = at.saturating_sub(nanos(heard.latency)).saturating_sub(nanos(Frames(before).duration(self.rate)));
        let mut frames = block.len() / self.channels;
        // What was heard before the cut, by the anchor and by this block alone: where they differ, less is kept.
        let before_cut = |anchor| self.gauge.frames_before_cut(anchor).map_or(u64::MAX, |most| most.0.saturating_sub(before));
        let most = before_cut(estimate).min(self.follower.settled().map_or(u64::MAX, before_cut));
        if most < frames as u64 {
            // The next block may place the cut a little later than this one: it would follow on what was left out here.
            self.over = true;
            self.gauge.reached_cut();
            frames = usize::try_from(most).unwrap_or(usize::MAX);
            if frames == 0 {
                return;
            }
        }
        let block = &block[..frames * self.channels];
        self.measure(block);
        self.pay();
        // Frames may only follow once all silence is paid, or they would stand too early.
        let room = if self.owed == 0 { self.ring.slots() / self.channels } else { 0 };
        let fit = frames.min(room);
        self.write(fit, block.iter().map(|s| s.to_i16()));
        self.owe((frames - fit) as u64);

        let Followed { anchor, missing } = self.follower.follow(estimate, at, Frames(before));
        if let Some((at, long)) = missing {
            // It never came, and no error said so: a sound server that moved the stream, a driver that overran.
            self.miss(Gap { at, frames: Frames::in_duration(long, self.rate) });
        }
        self.gauge.delivered(self.sent + self.owed, at, anchor);
        if let Some(compared) = self.follower.compared(at) {
            self.gauge.compared(compared);
        }
    }

    /// The level comes from the whole block, also from what will not fit: the meter shows the room, not the disk. It is half of what the
    /// sound swings over at least some milliseconds, each channel for itself: a dead input that delivers a constant is silent.
    fn measure<S: Sample>(&mut self, block: &[S]) {
        let mut clipped = 0_u64;
        for frame in block.chunks(self.channels) {
            for (channel, sample) in frame.iter().enumerate() {
                let (sample, swing) = (sample.to_i16(), &mut self.swings[channel % STILL.len()]);
                *swing = (swing.0.min(sample), swing.1.max(sample));
                clipped += u64::from(sample == i16::MAX || sample == i16::MIN);
            }
            self.swung += 1;
            if self.swung >= self.swings_over {
                let widest = self.swings.iter().filter(|(low, high)| high > low).map(|(low, high)| high.abs_diff(*low)).max().unwrap_or(0);
                self.gauge.level(widest.div_ceil(2));
                (self.swings, self.swung) = (STILL, 0);
            }
        }
        self.gauge.count_clipped(clipped);
    }

    fn pay(&mut self) {
        let room = self.ring.slots() / self.channels;
        let paid = room.min(usize::try_from(self.owed).unwrap_or(usize::MAX));
        self.write(paid, std::iter::repeat(0));
        self.owed -= paid as u64;
        if self.owed == 0
            && let Some(gap) = self.gap.take()
        {
            // No room here means 64 gaps wait already; the lost frames are counted in the gauge all the same.
            self.gaps.push(gap).ok();
        }
    }

    fn write(&mut self, frames: usize, samples: impl Iterator<Item = i16>) {
        if let Ok(chunk) = self.ring.write_chunk_uninit(frames * self.channels) {
            chunk.fill_from_iter(samples);
            self.sent += frames as u64;
        }
    }

    /// Silence goes in where the sound was missed; where other silence is owed already, it joins that.
    fn miss(&mut self, gap: Gap) {
        if self.owed == 0 && self.missing.push(gap).is_ok() {
            self.sent += gap.frames.0;
            self.gauge.count_lost(gap.frames.0);
        } else {
            self.owe(gap.frames.0);
        }
    }

    fn owe(&mut self, frames: u64) {
        if frames > 0 {
            let gap = self.gap.get_or_insert(Gap { at: Frames(self.sent), frames: Frames(0) });
            gap.frames += Frames(frames);
            self.owed += frames;
            self.gauge.count_lost(frames);
        }
    }
}

fn nanos(d: Duration) -> i64 {
    i64::try_from(d.as_nanos()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "an epoch to count from")]

    use super::*;

    fn heard(epoch: Instant, ms: u64) -> Heard {
        Heard { at: epoch + Duration::from_millis(ms), latency: Duration::from_millis(20) }
    }

    fn all(end: &mut CaptureEnd) -> Vec<i16> {
        std::iter::from_fn(|| end.ring.pop().ok()).collect()
    }

    #[test]
    fn samples_of_every_kind_land_on_the_same_scale() {
        assert_eq!(
            [(-1.0_f32).to_i16(), 0.5.to_i16(), 1.0.to_i16(), 7.0.to_i16(), f32::NAN.to_i16()],
            [-32_768, 16_384, 32_767, 32_767, 0]
        );
        assert_eq!([0.25_f64.to_i16(), (-9.0_f64).to_i16()], [8_192, -32_768]);
        assert_eq!([0_u16.to_i16(), 32_768_u16.to_i16(), 65_535_u16.to_i16()], [-32_768, 0, 32_767]);
        assert_eq!([0_u8.to_i16(), 128_u8.to_i16(), 255_u8.to_i16(), (-128_i8).to_i16()], [-32_768, 0, 32_512, -32_768].map(|v: i16| v));
        assert_eq!([i32::MIN.to_i16(), 0x7FFF_i32.to_i16(), 0x8000_i32.to_i16(), i32::MAX.to_i16()], [-32_768, 0, 1, 32_767]);
    }

    #[test]
    fn owed_silence_comes_first_and_is_exact() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let format = StreamFormat { rate: SampleRate::new(4).unwrap(), channels: 2 };
        let (mut tap, mut end) = line(format, &gauge, Frames(0), 1); // room for 4 frames
        tap.push(&[1_i16, 1, 2, 2, 3, 3, 99], heard(epoch, 0)); // 3 frames and a half
        tap.push(&[4_i16, 4, 5, 5, 6, 6], heard(epoch, 1)); // 4 fits; 5 and 6 are lost
        tap.push(&[7_i16, 7], heard(epoch, 2)); // lost too
        assert_eq!((gauge.frames(), gauge.lost()), (Frames(7), Frames(3)));
        assert_eq!(all(&mut end), [1, 1, 2, 2, 3, 3, 4, 4]);
        tap.push(&[8_i16, 8], heard(epoch, 3));
        assert_eq!(all(&mut end), [0, 0, 0, 0, 0, 0, 8, 8], "three frames of silence, then sound");
        assert_eq!(end.gaps.pop(), Ok(Gap { at: Frames(4), frames: Frames(3) }));
        assert_eq!((gauge.frames(), gauge.lost()), (Frames(8), Frames(3)));
    }

    #[test]
    fn a_level_is_a_swing_and_not_a_distance_from_zero() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let stereo = StreamFormat { channels: 2, ..StreamFormat::INTERVIEW };
        let (mut tap, _end) = line(stereo, &gauge, Frames(0), 1);
        // Two dead channels with an offset each, in blocks of any size.
        for size in [1, 7, 480, 2_000] {
            tap.push(&[3_276_i16, -900].repeat(size), heard(epoch, 20));
        }
        assert!(gauge.take_peak().abs() < f32::EPSILON, "constants are silence");
        // A tone of a tenth of full scale that stands on one of them.
        let tone: Vec<i16> = (0..4_800).flat_map(|n| [3_276, if n % 48 < 24 { -900 + 3_276 } else { -900 - 3_276 }]).collect();
        tap.push(&tone, heard(epoch, 200));
        assert!((gauge.take_peak() - 0.1).abs() < 0.001);
    }

    #[test]
    fn off_the_record_nothing_passes() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let (mut tap, mut end) = line(StreamFormat::INTERVIEW, &gauge, Frames(10), 1);
        tap.push(&[5_i16; 4], heard(epoch, 20));
        gauge.close();
        tap.push(&[i16::MAX; 64], heard(epoch, 21));
        assert_eq!(all(&mut end), [5; 4]);
        assert_eq!((gauge.frames(), gauge.clips()), (Frames(14), 0));
        assert!(gauge.take_peak().abs() < f32::EPSILON, "not even its level");
        assert_eq!(end.alive.try_recv(), Err(mpsc::TryRecvError::Empty));
        drop(tap);
        assert_eq!(end.alive.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }

    #[test]
    fn what_was_heard_before_the_cut_still_comes_and_nothing_after_it() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let (mut tap, mut end) = line(StreamFormat::INTERVIEW, &gauge, Frames(0), 1);
        let block: Vec<i16> = (0..480).collect(); // 10 ms, on the way for 20
        tap.push(&block, heard(epoch, 100)); // heard from 80 to 90
        gauge.cut_at(epoch + Duration::from_millis(95));
        assert!(!gauge.has_all_before_cut() && !gauge.is_open() && gauge.has_stream());
        gauge.cut_at(epoch + Duration::from_millis(300)); // too late to matter
        tap.push(&block, heard(epoch, 110)); // from 90 to 100: half of it
        assert!(gauge.has_all_before_cut());
        tap.push(&[i16::MAX; 480], heard(epoch, 120));
        let kept = all(&mut end);
        assert_eq!((kept.len(), kept[480], kept[719]), (720, 0, 239));
        assert_eq!((gauge.frames(), gauge.frames_at(epoch + Duration::from_secs(9)), gauge.clips()), (Frames(720), Frames(720), 0));
    }

    #[test]
    fn after_the_block_in_which_the_cut_lay_nothing_comes_any_more() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let (mut tap, mut end) = line(StreamFormat::INTERVIEW, &gauge, Frames(0), 1);
        let block: Vec<i16> = (0..480).collect();
        let heard = |at, latency| Heard { at: epoch + Duration::from_millis(at), latency: Duration::from_millis(latency) };
        tap.push(&block, heard(100, 20));
        gauge.cut_at(epoch + Duration::from_millis(95));
        tap.push(&block, heard(110, 26)); // half of it was heard before, by the clock; which now goes a little otherwise
        assert!(gauge.has_all_before_cut());
        // By what these say of their way, some of them was heard before the cut as well.
        tap.push(&block, heard(120, 40));
        tap.push(&block, heard(130, 60));
        assert_eq!(all(&mut end).len(), 480 + 240, "what was left out is followed by nothing");
    }

    #[test]
    fn a_clock_that_has_gone_astray_does_not_let_anything_past_the_cut() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let (mut tap, mut end) = line(StreamFormat::INTERVIEW, &gauge, Frames(0), 1);
        tap.push(&[1_i16; 480], heard(epoch, 100));
        // Half a second never arrived, and the anchor does not believe it yet.
        gauge.cut_at(epoch + Duration::from_millis(600));
        tap.push(&[2_i16; 480], heard(epoch, 640)); // from 620 on: after the cut
        assert_eq!(all(&mut end), [1; 480]);
    }

    #[test]
    fn what_never_came_is_silence_in_its_place_and_the_clock_is_right_again() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let (mut tap, mut end) = line(StreamFormat::INTERVIEW, &gauge, Frames(0), 5);
        let mut push = |at: u64| tap.push(&[7_i16; 480], heard(epoch, at));
        (1..=100).for_each(|block| push(block * 10));
        // From 1000 to 1500 ms nothing is heard, and nobody says why.
        (151..=200).for_each(|block| push(block * 10));
        assert_eq!(gauge.lost(), Frames(24_000));
        assert_eq!(end.missing.pop(), Ok(Gap { at: Frames(48_000), frames: Frames(24_000) }), "to the block");
        assert_eq!(gauge.frames(), Frames(96_000), "two seconds of the room are two seconds of recording");
        assert_eq!(all(&mut end).len(), 72_000, "the tape puts the silence in");
        assert_eq!(gauge.frames_at(epoch + Duration::from_secs(2)), Frames(96_000 + 480));
    }

    #[test]
    fn the_anchor_is_when_the_first_frame_was_at_the_microphone() {
        let epoch = Instant::now();
        let gauge = Arc::new(Gauge::new(epoch));
        let (mut tap, _end) = line(StreamFormat::INTERVIEW, &gauge, Frames(0), 1);
        for block in 0..10 {
            tap.push(&[0.1_f32; 480], heard(epoch, 120 + block * 10));
        }
        assert_eq!(gauge.anchor(), Some(epoch + Duration::from_millis(100)));
        assert_eq!(gauge.frames_at(epoch + Duration::from_millis(150)), Frames(2_400));
    }
}
