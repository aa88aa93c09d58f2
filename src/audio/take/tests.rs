//! A take on disk: what is written, checkpointed and mended.

#![expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]

use std::fs;

use super::*;
use crate::domain::time::SampleRate;

const MONO: StreamFormat = StreamFormat::INTERVIEW;

fn stereo() -> StreamFormat {
    StreamFormat { rate: SampleRate::new(44_100).unwrap(), channels: 2 }
}

fn samples(count: i16) -> Vec<i16> {
    (0..count).map(|i| i.wrapping_mul(257)).collect()
}

fn by_hound(path: &Path) -> Vec<i16> {
    hound::WavReader::open(path).unwrap().into_samples().map(Result::unwrap).collect()
}

fn by_us(path: &Path) -> Vec<i16> {
    let mut reader = TakeReader::open(path).unwrap();
    let (mut part, mut all) = (Vec::new(), Vec::new());
    while all.len() < usize::try_from(reader.frames().0).unwrap() * reader.format().width() {
        reader.read(Frames((all.len() / reader.format().width()) as u64), 300, &mut part).unwrap();
        all.extend(&part);
    }
    all
}

#[test]
fn a_take_is_private_exact_and_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    for format in [MONO, stereo()] {
        let mut take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, format).unwrap();
        take.write(&samples(1_000)).unwrap();
        take.write(&samples(24)).unwrap();
        assert_eq!((take.written().0, take.synced().0), (1_024 / format.width() as u64, 0));
        take.settle().unwrap();
        let expected = [samples(1_000), samples(24)].concat();
        assert_eq!(by_hound(take.path()), expected);
        assert_eq!(by_us(take.path()), expected);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(take.path()).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(fs::metadata(take.path()).unwrap().len(), 44 + 2_048);
    }
    assert!(folder.path().join("take-002.wav").exists(), "the second went beside the first");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_way_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = folder.path().join("elsewhere");
    std::os::unix::fs::symlink(&elsewhere, folder.path().join("take-001.wav")).unwrap();
    let take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, MONO).unwrap();
    assert_eq!(take.number(), TakeNumber(2));
    assert!(!elsewhere.exists());
}

#[test]
fn before_the_first_checkpoint_readers_find_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, MONO).unwrap();
    take.write(&samples(500)).unwrap();
    let heard: Vec<i16> = hound::WavReader::open(take.path()).unwrap().into_samples().map_while(Result::ok).collect();
    assert_eq!(heard, samples(500));
    assert_eq!(by_us(take.path()), samples(500));
}

/// Every header value a recorder was seen to leave behind, over a file cut at every byte of the first 200 and at some further ones.
#[test]
fn whatever_the_header_says_the_length_decides() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("take.wav");
    let sound: Vec<u8> = samples(2_000).iter().flat_map(|s| s.to_le_bytes()).collect();
    for format in [MONO, stereo()] {
        let exact = u32::try_from(sound.len()).unwrap();
        let sizes = [0, 100, exact - 4, exact, exact + 1_000, 0x7fff_f000, 0x8000_0000, u32::MAX - 36, u32::MAX];
        for size in sizes {
            for cut in (0..200).chain([777, 1_023, 1_024, 3_001, 4_043, 4_044]) {
                let mut bytes = header(format, 0).to_vec();
                bytes[4..8].copy_from_slice(&size.saturating_add(36).to_le_bytes());
                bytes[40..44].copy_from_slice(&size.to_le_bytes());
                bytes.extend(&sound);
                bytes.truncate(cut);
                fs::write(&path, &bytes).unwrap();
                let repair = repair(&path).unwrap_or_else(|e| panic!("{size:#x} cut at {cut}: {e}"));
                let frames = cut.saturating_sub(44) / (2 * format.width());
                assert_eq!(repair.frames, Frames(frames as u64), "{size:#x} cut at {cut}");
                let expected: Vec<i16> = samples(2_000)[..frames * format.width()].to_vec();
                assert_eq!(by_hound(&path), expected, "{size:#x} cut at {cut}");
                assert_eq!(by_us(&path), expected);
                assert!(cut < 44 || repair.format == format);
                let after = fs::read(&path).unwrap();
                assert_eq!(after[44..], bytes[44.min(cut)..], "not a sample was touched");
                let again = crate::audio::take::repair(&path).unwrap();
                assert!(!again.changed && again.frames == repair.frames && fs::read(&path).unwrap() == after, "idempotent");
            }
        }
    }
}

/// The four wrong headers, over a file cut at every byte of the first 200 and at a thousand places as if by chance: each is read and
/// mended, and not a frame is missing or made up. In memory, because a disk would take a minute for that many syncs.
#[test]
fn four_wrong_headers_cut_at_twelve_hundred_places() {
    let sound: Vec<u8> = samples(10_000).iter().flat_map(|s| s.to_le_bytes()).collect();
    let path = Path::new("take-001.wav");
    let mut opened = 0;
    for (format, size) in [MONO, stereo()].into_iter().flat_map(|f| [0, 100, 1 << 30, u32::MAX].map(|size| (f, size))) {
        // 7,919 has no divisor in common with how many places there are: a thousand steps of it come to a thousand places.
        let further = (0..1_000).map(|n| 200 + n * 7_919 % (44 + sound.len() - 200 + 1));
        for cut in (0..200).chain(further) {
            let mut bytes = header(format, 0).to_vec();
            bytes[4..8].copy_from_slice(&size.saturating_add(36).to_le_bytes());
            bytes[40..44].copy_from_slice(&size.to_le_bytes());
            bytes.extend(&sound);
            bytes.truncate(cut);
            let mut mended = bytes.clone();
            let done = repair_over(path, &mut mended).unwrap_or_else(|e| panic!("{size:#x} cut at {cut}: {e}"));
            let frames = (cut.saturating_sub(44) / (2 * format.width())) as u64;
            let read = |bytes: &Vec<u8>| TakeReader::over(path, Box::new(bytes.clone())).map(|r| r.frames().0);
            assert_eq!((done.frames.0, read(&mended).unwrap()), (frames, frames), "{size:#x} cut at {cut}");
            assert!(cut < 44 || read(&bytes).unwrap() == frames, "{size:#x} cut at {cut}: read as it was found");
            let by_hound = hound::WavReader::new(std::io::Cursor::new(&mended)).unwrap();
            assert_eq!(u64::from(by_hound.duration()), frames, "{size:#x} cut at {cut}");
            assert!(mended[44..] == bytes[44.min(cut)..], "{size:#x} cut at {cut}: not a sample was touched");
            assert!(!repair_over(path, &mut mended).unwrap().changed);
            opened += 1;
        }
    }
    assert_eq!(opened, 8 * 1_200);
}

#[test]
fn files_of_others_are_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.wav");
    let mut with_list = header(MONO, 8).to_vec();
    with_list.extend([1, 0, 2, 0, 3, 0, 4, 0]);
    with_list.extend(b"LIST\x04\0\0\0INFO");
    with_list[4..8].copy_from_slice(&(36_u32 + 8 + 12).to_le_bytes());
    let mut float = Vec::new();
    let spec = hound::WavSpec { channels: 1, sample_rate: 48_000, bits_per_sample: 32, sample_format: hound::SampleFormat::Float };
    let mut writer = hound::WavWriter::new(std::io::Cursor::new(&mut float), spec).unwrap();
    writer.write_sample(0.5_f32).unwrap();
    writer.finalize().unwrap();
    for bytes in [with_list.clone(), float.clone(), b"RIFX".to_vec(), vec![7; 100], b"#!/bin/sh".to_vec()] {
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(repair(&path), Err(AudioError::NotWav { .. })));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    fs::write(&path, &with_list).unwrap();
    assert_eq!(by_us(&path), [1, 2, 3, 4], "its sound ends where its next chunk begins");
    fs::write(&path, &float).unwrap();
    let said = TakeReader::open(&path).unwrap_err().to_string();
    assert!(said.ends_with("(it is not 16-bit PCM): convert it to 16-bit PCM WAV, or choose another file."), "{said}");
}

#[test]
fn chunks_before_the_sound_are_walked_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("walk.wav");
    let plain = header(stereo(), 8);
    let mut bytes = plain[..12].to_vec();
    bytes.extend(b"JUNK\x03\0\0\0abc\0");
    bytes.extend(&plain[12..]);
    bytes.extend([1, 0, 2, 0, 3, 0, 4, 0]);
    fs::write(&path, bytes).unwrap();
    assert_eq!(by_us(&path), [1, 2, 3, 4]);
}
