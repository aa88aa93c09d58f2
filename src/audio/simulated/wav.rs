//! A WAV from elsewhere, tidied for the reader: recorders, editors and streams write headers that are right and that readers stumble over.
//!
//! Walks the chunks to the sound and says what it is; [`tidied`] puts a plain header in front of it. Taken care of: chunks of odd length
//! with their pad byte (and without, as some write them), sizes of 0 or 0xFFFFFFFF as programs leave them that never came back to the
//! header, more than was written, extensible headers of any length, fewer valid bits than the samples' containers have (they stand at the
//! upper end), RF64. What cannot be played is refused with what it is. (Multimedia Programming Interface and Data Specifications 1.0, 1991;
//! Microsoft's description of WAVEFORMATEXTENSIBLE; EBU Tech 3306.)

use std::io::Cursor;
use std::io::Read;

use crate::words::message::Message;
use crate::words::message::message;

/// Bytes of what a chunk is called and how long it is.
const HEAD: usize = 8;

/// PCM and IEEE floats by their tags; others are extended or refused.
const PCM: u16 = 1;
const FLOAT: u16 = 3;
const EXTENSIBLE: u16 = 0xFFFE;

/// What stands in a `fmt ` chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Encoding {
    tag: u16,
    channels: u16,
    rate: u32,
    /// Bits of a sample's container, which is what is read.
    bits: u16,
}

/// The WAV in `bytes` behind a plain header; the words say what it is if it cannot be played.
pub(super) fn tidied(bytes: &[u8]) -> Result<impl Read + '_, Message> {
    let (encoding, sound) = walk(bytes)?;
    let frame = usize::from(encoding.bits / 8) * usize::from(encoding.channels);
    let sound = &sound[..sound.len() / frame * frame];
    let length = u32::try_from(sound.len()).map_err(|_| message!("wav-too-long"))?;
    let frame = u32::try_from(frame).unwrap_or(u32::MAX);
    let mut head = Vec::with_capacity(44);
    head.extend_from_slice(b"RIFF");
    head.extend_from_slice(&length.saturating_add(36).to_le_bytes());
    head.extend_from_slice(b"WAVEfmt \x10\0\0\0");
    head.extend_from_slice(&encoding.tag.to_le_bytes());
    head.extend_from_slice(&encoding.channels.to_le_bytes());
    head.extend_from_slice(&encoding.rate.to_le_bytes());
    head.extend_from_slice(&encoding.rate.saturating_mul(frame).to_le_bytes());
    head.extend_from_slice(&u16::try_from(frame).unwrap_or(u16::MAX).to_le_bytes());
    head.extend_from_slice(&encoding.bits.to_le_bytes());
    head.extend_from_slice(b"data");
    head.extend_from_slice(&length.to_le_bytes());
    Ok(Cursor::new(head).chain(sound))
}

/// What the sound is, and the sound.
fn walk(bytes: &[u8]) -> Result<(Encoding, &[u8]), Message> {
    match (bytes.get(..4), bytes.get(8..12)) {
        (Some(b"RIFF" | b"RF64" | b"BW64"), Some(b"WAVE")) => {}
        (Some(b"RIFX"), Some(b"WAVE")) => return Err(message!("wav-big-endian")),
        (Some(b"RIFF"), Some(_)) => return Err(message!("wav-other-riff")),
        _ => return Err(message!("wav-other")),
    }
    let (mut at, mut encoding) = (12, None);
    while let Some(head) = bytes.get(at..at + HEAD) {
        let (name, size) = (&head[..4], number(head, 4));
        let body = &bytes[at + HEAD..];
        match (name, encoding) {
            (b"fmt ", _) => encoding = Some(encoding_of(body.get(..size).unwrap_or(body))?),
            (b"data", Some(encoding)) => return Ok((encoding, &body[..length(body, size)])),
            (b"data", None) => return Err(message!("wav-sound-first")),
            _ => {}
        }
        at = after(bytes, at + HEAD, size);
    }
    Err(if encoding.is_some() { message!("unplayable-no-sound") } else { message!("wav-ends-early") })
}

/// Where the next chunk begins: after a pad byte if the length is odd, unless that was forgotten.
fn after(bytes: &[u8], body: usize, size: usize) -> usize {
    let end = body.saturating_add(size);
    let is_name = |at: usize| bytes.get(at..at + 4).is_some_and(|name| name.iter().all(|c| c.is_ascii_alphanumeric() || *c == b' '));
    if size % 2 == 1 && (is_name(end + 1) || !is_name(end)) { end + 1 } else { end }
}

/// How much of `body` is sound: what the header says, or all there is where the writer never came back to say it.
fn length(body: &[u8], size: usize) -> usize {
    let nothing_else = !["LIST", "bext", "cue ", "fact", "id3 ", "smpl"].iter().any(|name| body.starts_with(name.as_bytes()));
    match size {
        0 if nothing_else => body.len(),
        size => size.min(body.len()),
    }
}

fn encoding_of(fmt: &[u8]) -> Result<Encoding, Message> {
    if fmt.len() < 16 {
        return Err(message!("wav-samples-cut"));
    }
    let (mut tag, channels, rate, block) = (short(fmt, 0), short(fmt, 2), u32::try_from(number(fmt, 4)).unwrap_or(0), short(fmt, 12));
    if tag == EXTENSIBLE {
        // What the samples are stands in the first two bytes of a longer name.
        tag = if fmt.len() >= 26 { short(fmt, 24) } else { PCM };
    }
    if channels == 0 || rate == 0 || block == 0 || block % channels != 0 {
        return Err(message!("wav-samples-odd", channels = channels.to_string(), rate = rate.to_string(), block = block.to_string()));
    }
    let bits = block / channels * 8;
    match (tag, bits) {
        (PCM, 8 | 16 | 24 | 32) | (FLOAT, 32) => Ok(Encoding { tag, channels, rate, bits }),
        (PCM, _) => Err(message!("wav-bits", bits = bits.to_string())),
        (FLOAT, _) => Err(message!("wav-float-bits", bits = bits.to_string())),
        (2 | 0x11, _) => Err(message!("wav-compressed", how = "ADPCM")),
        (6, _) => Err(message!("wav-compressed", how = "A-law")),
        (7, _) => Err(message!("wav-compressed", how = "mu-law")),
        (0x50 | 0x55, _) => Err(message!("wav-compressed", how = "MPEG")),
        _ => Err(message!("wav-unknown", tag = format!("0x{tag:04x}"))),
    }
}

fn short(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).map_or(0, u16::from_le_bytes)
}

fn number(bytes: &[u8], at: usize) -> usize {
    let number = bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes);
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::simulated::sound::Again;
    use crate::audio::simulated::sound::Sound;
    use std::path::Path;

    fn chunk(name: &str, size: u32, body: &[u8]) -> Vec<u8> {
        [name.as_bytes(), &size.to_le_bytes(), body].concat()
    }

    fn fmt(tag: u16, channels: u16, container: u16, valid: u16, more: &[u8]) -> Vec<u8> {
        let block = channels * container / 8;
        let mut body = Vec::new();
        for part in
            [tag.to_le_bytes().as_slice(), &channels.to_le_bytes(), &48_000_u32.to_le_bytes(), &(48_000 * u32::from(block)).to_le_bytes()]
        {
            body.extend_from_slice(part);
        }
        body.extend_from_slice(&block.to_le_bytes());
        body.extend_from_slice(&valid.to_le_bytes());
        body.extend_from_slice(more);
        let size = u32::try_from(body.len()).unwrap();
        chunk("fmt ", size, &body)
    }

    fn wav(chunks: &[Vec<u8>]) -> Vec<u8> {
        [b"RIFF\0\0\0\0WAVE".as_slice(), &chunks.concat()].concat()
    }

    fn heard(bytes: &[u8]) -> Result<Vec<f32>, String> {
        let sound = Sound::from_wav(bytes, Path::new("x.wav"), Again::Once).map_err(|why| why.to_string())?;
        Ok(sound.samples.to_vec())
    }

    /// The upper end of a container that has more bits than are valid.
    fn extensible(valid: u16, tag: u16, longer: usize) -> Vec<u8> {
        let guid = [&tag.to_le_bytes()[..], &[0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]].concat();
        let tail = vec![0; longer];
        [&u16::try_from(22 + longer).unwrap().to_le_bytes()[..], &valid.to_le_bytes(), &[0; 4], &guid, &tail].concat()
    }

    #[test]
    fn odd_chunks_sizes_that_were_never_written_and_long_headers_are_read() {
        let pcm = || fmt(1, 1, 16, 16, &[]);
        let half = 16_384_i16.to_le_bytes();
        let sound = [half, [0, 0], half].concat();
        let right = vec![0.5, 0.0, 0.5];
        let data = |size| chunk("data", size, &sound);
        assert_eq!(heard(&wav(&[pcm(), data(6)])), Ok(right.clone()));
        assert_eq!(heard(&wav(&[chunk("LIST", 3, b"abc\0"), pcm(), data(6)])), Ok(right.clone()), "padded");
        assert_eq!(heard(&wav(&[chunk("LIST", 3, b"abc"), pcm(), data(6)])), Ok(right.clone()), "the pad forgotten");
        for size in [0, u32::MAX, 7_000] {
            assert_eq!(heard(&wav(&[pcm(), data(size)])), Ok(right.clone()), "{size}");
        }
        assert_eq!(heard(&wav(&[pcm(), data(6), chunk("LIST", 2, b"ab")])), Ok(right.clone()), "what follows is no sound");
        assert_eq!(heard(&wav(&[pcm(), chunk("data", 0, b""), chunk("LIST", 2, b"ab")])), Ok(vec![]));
        for longer in [0, 4, 18] {
            assert_eq!(heard(&wav(&[fmt(EXTENSIBLE, 1, 16, 16, &extensible(16, 1, longer)), data(6)])), Ok(right.clone()), "{longer}");
        }
        assert_eq!(heard(&wav(&[fmt(1, 1, 16, 16, &[0, 0]), data(6)])), Ok(right), "a header of 18 bytes");
    }

    #[test]
    fn valid_bits_stand_at_the_upper_end_of_their_container() {
        let half = (1_i32 << 30).to_le_bytes();
        for (tag, more) in [(1, vec![]), (EXTENSIBLE, extensible(24, 1, 0))] {
            let bytes = wav(&[fmt(tag, 1, 32, 24, &more), chunk("data", 8, &[half, (-(1_i32 << 30)).to_le_bytes()].concat())]);
            assert_eq!(heard(&bytes), Ok(vec![0.5, -0.5]), "24 bits in 32");
        }
        let bytes = wav(&[fmt(1, 1, 24, 20, &[]), chunk("data", 3, &[0, 0, 0x40])]);
        assert_eq!(heard(&bytes), Ok(vec![0.5]), "20 bits in 24");
        let bytes = wav(&[fmt(EXTENSIBLE, 1, 32, 32, &extensible(32, FLOAT, 0)), chunk("data", 4, &0.25_f32.to_le_bytes())]);
        assert_eq!(heard(&bytes), Ok(vec![0.25]));
    }

    #[test]
    fn what_cannot_be_played_is_refused_for_what_it_is() {
        let with = |kind| heard(&wav(&[kind, chunk("data", 4, &[0; 4])])).unwrap_err();
        assert!(with(fmt(6, 1, 8, 8, &[])).contains("A-law"));
        assert!(with(fmt(0x55, 2, 16, 0, &[])).contains("MPEG"));
        assert!(with(fmt(FLOAT, 1, 64, 64, &[])).contains("floating-point numbers of 64 bits"));
        assert!(with(fmt(1, 0, 16, 16, &[])).contains("does not fit together"));
        assert!(heard(&wav(&[fmt(1, 1, 16, 16, &[])])).unwrap_err().contains("no sound"));
        assert!(heard(&wav(&[])).unwrap_err().contains("ends before it says"));
        assert!(heard(b"RIFX\0\0\0\0WAVE").unwrap_err().contains("big-endian"));
        assert!(heard(b"OggS").unwrap_err().contains("does not begin as one"));
    }
}
