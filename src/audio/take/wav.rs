//! How a take lies in its file: the header, and how it is known again.
//!
//! # The file
//!
//! 44 bytes of header, then interleaved 16-bit little-endian samples up to the end (Multimedia Programming Interface and Data
//! Specifications 1.0, 1991, and RFC 2361 for the format tag):
//!
//! | at | bytes | what |
//! |---|---|---|
//! | 0 | `RIFF` u32 `WAVE` | the size of what follows: data + 36 |
//! | 12 | `fmt ` u32=16 u16=1 | PCM |
//! | 22 | u16 u32 u32 u16 u16 | channels, frames/s, bytes/s, bytes a frame, bits a sample |
//! | 36 | `data` u32 | bytes of whole frames |
//!
//! Until the first checkpoint the sizes claim more than there is: every reader tried plays what it finds then, while a size of 0 makes
//! sox and libsndfile play nothing. No chunk follows the data, so the file's length alone tells the truth.

use std::io;

use crate::audio::StreamFormat;
use crate::disk::DiskFile;
use crate::domain::time::SampleRate;
use crate::words::message::Message;
use crate::words::message::message;

/// Where the samples begin in a file of ours.
pub const HEADER: u64 = 44;

/// Bytes a sample takes on disk.
pub const SAMPLE: u64 = 2;

pub(super) fn frame_bytes(format: StreamFormat) -> u64 {
    format.width() as u64 * SAMPLE
}

/// The header of a file of ours with `data` bytes of samples.
pub(super) fn header(format: StreamFormat, data: u64) -> [u8; 44] {
    let data = u32::try_from(data).unwrap_or(u32::MAX - 36);
    let (rate, frame) = (format.rate.hertz(), u32::from(format.channels.max(1)) * 2);
    let mut h = [0; 44];
    h[0..4].copy_from_slice(b"RIFF");
    h[4..8].copy_from_slice(&(data + 36).to_le_bytes());
    h[8..16].copy_from_slice(b"WAVEfmt ");
    h[16..20].copy_from_slice(&16_u32.to_le_bytes());
    h[20..22].copy_from_slice(&1_u16.to_le_bytes());
    h[22..24].copy_from_slice(&format.channels.max(1).to_le_bytes());
    h[24..28].copy_from_slice(&rate.to_le_bytes());
    h[28..32].copy_from_slice(&rate.saturating_mul(frame).to_le_bytes());
    h[32..34].copy_from_slice(&(format.channels.max(1).saturating_mul(2)).to_le_bytes());
    h[34..36].copy_from_slice(&16_u16.to_le_bytes());
    h[36..40].copy_from_slice(b"data");
    h[40..44].copy_from_slice(&data.to_le_bytes());
    h
}

/// The format in a header laid out like ours; its two sizes are not looked at.
pub(super) fn parse_ours(head: &[u8; 44]) -> Option<StreamFormat> {
    let rate = SampleRate::new(u32_at(head, 24))?;
    let format = StreamFormat { rate, channels: u16_at(head, 22) };
    let mut like = header(format, 0);
    like[4..8].copy_from_slice(&head[4..8]);
    like[40..44].copy_from_slice(&head[40..44]);
    (format.channels > 0 && like == *head).then_some(format)
}

/// Whether a header cut short could have become one of ours. Where the power goes, a file may have its length and nothing but zeros.
pub(super) fn begins_like_ours(head: &[u8]) -> bool {
    let like = header(StreamFormat::INTERVIEW, 0);
    // Sizes, channels and rates may be anything.
    let anything = |i: usize| (4..8).contains(&i) || (22..34).contains(&i) || i >= 40;
    head.iter().enumerate().all(|(i, byte)| anything(i) || *byte == like[i]) || head.iter().all(|byte| *byte == 0)
}

/// Whether well-formed chunks follow the data that the header claims, up to the end the header claims: then the file was finished by
/// somebody who knew what he did, and its length says nothing about the data.
pub(super) fn has_more_chunks(file: &dyn DiskFile, head: &[u8; 44], length: u64) -> io::Result<bool> {
    let end = 8 + u64::from(u32_at(head, 4));
    let mut at = HEADER + u64::from(u32_at(head, 40)).next_multiple_of(2);
    if at >= end || end > length {
        return Ok(false);
    }
    while at + 8 <= end {
        let mut chunk = [0; 8];
        file.read_exact_at(&mut chunk, at)?;
        if !chunk[..4].iter().all(|b| b.is_ascii_graphic() || *b == b' ') {
            return Ok(false);
        }
        at += 8 + u64::from(u32_at(&chunk, 4)).next_multiple_of(2);
    }
    Ok(at == end)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Walks the chunks to the sound: its format, where it starts, and how many bytes of it there are. The inner error says why not.
pub(super) fn find_data(file: &dyn DiskFile, length: u64) -> io::Result<Result<(StreamFormat, u64, u64), Message>> {
    let mut head = [0; 44];
    if length < HEADER {
        return Ok(Err(message!("wav-too-short")));
    }
    file.read_exact_at(&mut head, 0)?;
    if &head[..4] != b"RIFF" || &head[8..12] != b"WAVE" {
        return Ok(Err(message!("wav-other")));
    }
    if let Some(format) = parse_ours(&head)
        && !has_more_chunks(file, &head, length)?
    {
        return Ok(Ok((format, HEADER, length - HEADER)));
    }
    let (mut at, mut format) = (12, None);
    while at + 8 <= length {
        let mut chunk = [0; 24];
        let have = usize::try_from((length - at).min(24)).unwrap_or(24);
        file.read_exact_at(&mut chunk[..have], at)?;
        let size = u64::from(u32_at(&chunk, 4));
        match (&chunk[..4], format) {
            (b"fmt ", _) => {
                let rate = SampleRate::new(u32_at(&chunk, 12));
                let tag = u16_at(&chunk, 8);
                // 0xFFFE is the extensible form, whose 16-bit variant is PCM in practice.
                let (Some(rate), 1 | 0xFFFE, 16, 1..) = (rate, tag, u16_at(&chunk, 22), u16_at(&chunk, 10)) else {
                    return Ok(Err(message!("wav-not-16-bit")));
                };
                format = Some(StreamFormat { rate, channels: u16_at(&chunk, 10) });
            }
            (b"data", Some(format)) => return Ok(Ok((format, at + 8, size.min(length - at - 8)))),
            _ => {}
        }
        at += 8 + size.next_multiple_of(2);
    }
    Ok(Err(message!("unplayable-no-sound")))
}
