//! What comes on a recording stream, taken apart: sound as samples, and messages as they are. Nothing is allocated here once it is made, so
//! that sound passes through without waiting for anybody (`tests/realtime.rs`).
//!
//! Each message begins with 20 bytes: its length, the channel it is on (sound) or none (a message), and an offset that servers leave zero
//! (pulsecore/pstream.c of PulseAudio 16).
//!
//! # The stream's clock
//!
//! Once in a while the server says how much it has taken in for us and how long ago the next sample was at the microphone. From that follows
//! when frame 0 was there ([`ServerClock`]), and from that when any frame was, however late and in whatever pieces it comes.

use std::io;
use std::io::BufRead;

use pulseaudio::protocol;
use pulseaudio::protocol::RecordLatency;

use crate::audio::StreamFormat;
use crate::audio::pulse::own::Own;
use crate::domain::time::Frames;

/// Bytes of sound that are handed on at once: what the socket's buffer holds, so that a usual block is one piece.
const PIECE: usize = 16 << 10;

/// Messages are small; a list of what a source can do is the largest that is asked for.
const MESSAGE: usize = 64 << 10;

/// The longest message that is believed: libpulse's own limit (pulsecore/pstream.c, `FRAME_SIZE_MAX_ALLOW`).
const LONGEST: u32 = 16 << 20;

/// What came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// Sound, which was handed on.
    Sound,
    /// A message: [`Hearing::message`].
    Message,
}

/// See the module.
#[derive(Debug)]
pub struct Hearing {
    channel: u32,
    format: StreamFormat,
    bytes: Vec<u8>,
    samples: Vec<i16>,
    /// Bytes of a frame that came without its rest, at the beginning of `bytes`.
    carried: usize,
    frames: u64,
    message: Vec<u8>,
}

impl Hearing {
    /// For the stream on `channel`, which brings 16-bit little-endian samples of this format.
    pub fn new(channel: u32, format: StreamFormat) -> Self {
        Self {
            channel,
            format,
            bytes: vec![0; PIECE],
            samples: vec![0; PIECE / 2],
            carried: 0,
            frames: 0,
            message: Vec::with_capacity(MESSAGE),
        }
    }

    /// Waits for the next thing to come. Sound is given to `take`, in whole frames, with the number of the first of them.
    pub fn hear(&mut self, from: &mut impl BufRead, take: impl FnMut(&mut [i16], Frames)) -> io::Result<Came> {
        let mut head = [0; protocol::DESCRIPTOR_SIZE];
        from.read_exact(&mut head)?;
        let (length, channel) = (number(&head, 0), number(&head, 4));
        if length > LONGEST {
            return Err(io::Error::new(io::ErrorKind::InvalidData, Own::NoMessage.english()));
        }
        if channel == self.channel {
            self.sound(from, length as usize, take)?;
            return Ok(Came::Sound);
        }
        self.message.clear();
        self.message.extend_from_slice(&head);
        self.message.resize(head.len() + length as usize, 0);
        from.read_exact(&mut self.message[head.len()..])?;
        Ok(Came::Message)
    }

    fn sound(&mut self, from: &mut impl BufRead, mut left: usize, mut take: impl FnMut(&mut [i16], Frames)) -> io::Result<()> {
        let frame = 2 * self.format.width();
        while left > 0 {
            let count = left.min(self.bytes.len() - self.carried);
            from.read_exact(&mut self.bytes[self.carried..self.carried + count])?;
            left -= count;
            let (have, whole) = (self.carried + count, (self.carried + count) / frame * frame);
            for (sample, pair) in self.samples.iter_mut().zip(self.bytes[..whole].chunks_exact(2)) {
                *sample = i16::from_le_bytes([pair[0], pair[1]]);
            }
            if whole > 0 {
                take(&mut self.samples[..whole / 2], Frames(self.frames));
            }
            self.frames += (whole / frame) as u64;
            self.bytes.copy_within(whole..have, 0);
            self.carried = have - whole;
        }
        Ok(())
    }

    /// The message that came last, its first 20 bytes included.
    pub fn message(&self) -> &[u8] {
        &self.message
    }

    /// The number of the question that the last message answers, if it is an answer: its second tagged number, the first being what it is.
    pub fn answers(&self) -> Option<(u32, Verdict)> {
        let body = self.message.get(protocol::DESCRIPTOR_SIZE..).filter(|body| body.len() >= 10 && body[0] == b'L' && body[5] == b'L')?;
        let verdict = match number(body, 1) {
            0 => Verdict::Error,
            2 => Verdict::Reply,
            _ => return None,
        };
        Some((number(body, 6), verdict))
    }
}

/// Whether an answer is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It answers.
    Reply,
    /// It says that something is wrong.
    Error,
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes)
}

/// When frame 0 of a stream was at the microphone, in nanoseconds of a clock of the caller's.
#[derive(Clone, Copy, Debug, Default)]
pub struct ServerClock {
    zero: Option<i64>,
}

impl ServerClock {
    /// What the server said of the stream, asked between `asked` and `answered`.
    pub fn set(&mut self, told: &RecordLatency, format: StreamFormat, asked: i64, answered: i64) {
        let frame = 2 * format.width() as u64;
        let taken_in = Frames(u64::try_from(told.write_offset).unwrap_or(0) / frame).duration(format.rate);
        let ago = i64::try_from(told.source_usec).unwrap_or(0).saturating_mul(1_000);
        let moment = asked + (answered - asked) / 2;
        self.zero = Some(moment - ago - i64::try_from(taken_in.as_nanos()).unwrap_or(0));
    }

    /// When frame `first`, which begins a piece of `count` that has just come (at `now`), was at the microphone. Before the server has said
    /// anything: as long ago as the piece lasts.
    pub fn heard(&self, first: Frames, count: usize, format: StreamFormat, now: i64) -> i64 {
        let nanos = |frames: u64| i64::try_from(Frames(frames).duration(format.rate).as_nanos()).unwrap_or(0);
        let latest = now - nanos(count as u64);
        self.zero.map_or(latest, |zero| (zero + nanos(first.0)).min(latest))
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;
    use crate::domain::time::SampleRate;

    const STEREO: StreamFormat = StreamFormat { rate: SampleRate::STUDIO, channels: 2 };

    fn block(channel: u32, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        protocol::write_memblock(&mut out, channel, bytes, 0).unwrap();
        out
    }

    #[test]
    fn sound_and_messages_are_told_apart_and_frames_are_whole() {
        let sound: Vec<u8> = (0..10_i16).flat_map(i16::to_le_bytes).collect();
        // Two frames and a half, a message in between, and the rest.
        let mut ack = Vec::new();
        protocol::write_ack_message(&mut ack, 41).unwrap();
        let stream = [block(3, &sound[..10]), ack, block(3, &sound[10..])].concat();
        let (mut ear, mut from, mut heard) = (Hearing::new(3, STEREO), stream.as_slice(), Vec::new());
        let mut came = Vec::new();
        for _ in 0..3 {
            came.push(ear.hear(&mut from, |samples, first| heard.push((first.0, samples.to_vec()))).unwrap());
            if came.last() == Some(&Came::Message) {
                assert_eq!(ear.answers(), Some((41, Verdict::Reply)));
            }
        }
        assert_eq!(came, [Came::Sound, Came::Message, Came::Sound]);
        assert_eq!(heard, [(0, vec![0, 1, 2, 3]), (2, vec![4, 5, 6, 7, 8, 9])]);
        assert_eq!(ear.hear(&mut from, |_, _| {}).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn a_block_longer_than_a_piece_comes_in_pieces_and_nonsense_is_an_error() {
        let sound = vec![7; PIECE + 400];
        let (mut ear, mut counts) = (Hearing::new(0, StreamFormat::INTERVIEW), Vec::new());
        let stream = block(0, &sound);
        ear.hear(&mut stream.as_slice(), |samples, first| counts.push((first.0, samples.len()))).unwrap();
        assert_eq!(counts, [(0, PIECE / 2), (PIECE as u64 / 2, 200)]);
        ear.hear(&mut [255; 64].as_slice(), |_, _| {}).unwrap_err();
    }

    #[test]
    fn when_a_frame_was_at_the_microphone_follows_from_what_the_server_says() {
        let told = |written: i64, ago: u64| RecordLatency {
            sink_usec: 0,
            source_usec: ago,
            playing: true,
            local_time: SystemTime::UNIX_EPOCH,
            remote_time: SystemTime::UNIX_EPOCH,
            write_offset: written,
            read_offset: 0,
        };
        let ms = |ms: i64| ms * 1_000_000;
        let mut clock = ServerClock::default();
        // 480 frames that came at 100 ms were heard from 90 ms on, as far as anybody knows.
        assert_eq!(clock.heard(Frames(0), 480, STEREO, ms(100)), ms(90));
        // At 200 ms (asked at 199, told at 201) the server has taken in 150 ms, and what comes next was heard 5 ms ago: frame 0 at 45 ms.
        clock.set(&told(7_200 * 4, 5_000), STEREO, ms(199), ms(201));
        assert_eq!(clock.heard(Frames(0), 480, STEREO, ms(250)), ms(45));
        assert_eq!(clock.heard(Frames(4_800), 480, STEREO, ms(250)), ms(145));
        assert_eq!(clock.heard(Frames(48_000), 480, STEREO, ms(250)), ms(240), "never later than it can have been");
    }
}
