//! The digest of a take, fed and read.

#![expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]

use std::fs;

use super::*;
use crate::audio::take::Take;
use crate::audio::take::repair_over;
use crate::audio::take::wav::header;
use crate::domain::incident::Doing;
use crate::domain::time::SampleRate;
use crate::domain::timeline::TakeNumber;

fn samples(count: i16) -> Vec<i16> {
    (0..count).map(|i| i.wrapping_mul(257)).collect()
}

fn bytes(samples: &[i16]) -> Vec<u8> {
    samples.iter().flat_map(|s| s.to_le_bytes()).collect()
}

fn sum(bytes: &[u8]) -> Digest {
    Digest::new(crate::disk::digest::of(&[bytes]))
}

#[test]
fn fed_in_whatever_pieces_it_is_the_digest_of_the_bytes() {
    let all = samples(20_000);
    for piece in [1, 2, 3, 480, 4_095, 4_096, 4_097, 20_000] {
        let mut digesting = Digesting::default();
        digesting.feed(&[]);
        all.chunks(piece).for_each(|part| digesting.feed(part));
        assert_eq!(digesting.finish(), sum(&bytes(&all)), "{piece} at a time");
    }
    // The lower byte comes first.
    let mut digesting = Digesting::default();
    digesting.feed(&[1, -2]);
    assert_eq!(digesting.finish(), sum(&[1, 0, 254, 255]));
}

#[test]
fn a_take_on_disk_is_measured_as_it_lies_there() {
    let folder = tempfile::tempdir().unwrap();
    for channels in [1, 2, 5] {
        let format = StreamFormat { channels, rate: SampleRate::new(44_100).unwrap() };
        let mut take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, format).unwrap();
        let empty = measure(take.path()).unwrap();
        assert_eq!((empty.frames, empty.sha256), (Frames(0), sum(&[])), "before its first checkpoint its header claims more");
        for _ in 0..100 {
            take.write(&samples(7_500)).unwrap();
        }
        let measured = measure(take.path()).unwrap();
        let data = fs::read(take.path()).unwrap().split_off(44);
        // More than is read at once, and not a multiple of it.
        assert_eq!((data.len(), measured.frames.0 * u64::from(channels)), (1_500_000, 750_000));
        assert_eq!((measured.format, measured.sha256), (format, sum(&data)));
    }
}

#[test]
fn cut_anywhere_it_is_measured_as_it_is_mended() {
    let path = Path::new("take-001.wav");
    let of = |channels| StreamFormat { channels, ..StreamFormat::INTERVIEW };
    for (format, size) in [of(1), of(2), of(3)].into_iter().flat_map(|f| [0, 100, 1 << 30, u32::MAX].map(|size| (f, size))) {
        for cut in (0..200).chain([777, 1_023, 1_024, 3_001, 4_043, 4_044]) {
            let mut file = header(format, 0).to_vec();
            file[4..8].copy_from_slice(&size.saturating_add(36).to_le_bytes());
            file[40..44].copy_from_slice(&size.to_le_bytes());
            file.extend(bytes(&samples(2_000)));
            file.truncate(cut);
            let found = measure_over(path, &file).ok();
            let repair = repair_over(path, &mut file).unwrap();
            let mended = measure_over(path, &file).unwrap();
            let frames = cut.saturating_sub(44) / (2 * format.width());
            assert_eq!((mended.frames, mended.format), (Frames(frames as u64), repair.format), "{size:#x} cut at {cut}");
            assert_eq!(mended.sha256, sum(&file[44..44 + 2 * format.width() * frames]));
            assert!(found == Some(mended) || cut < 44 && found.is_none(), "{size:#x} cut at {cut}: mending changes no sample");
        }
    }
}

#[test]
fn files_of_others_are_refused() {
    let mut more = header(StreamFormat::INTERVIEW, 8).to_vec();
    more.extend([1, 0, 2, 0, 3, 0, 4, 0]);
    more.extend(b"LIST\x04\0\0\0INFO");
    more[4..8].copy_from_slice(&(36_u32 + 8 + 12).to_le_bytes());
    for file in [more, b"RIFX".to_vec(), vec![7; 100], vec![0; 100], Vec::new()] {
        assert!(matches!(measure_over(Path::new("other.wav"), &file), Err(AudioError::NotWav { .. })), "{file:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_measured_and_a_link_is_not_followed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mut take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, StreamFormat::INTERVIEW).unwrap();
    take.write(&samples(100)).unwrap();
    take.settle().unwrap();
    fs::set_permissions(take.path(), fs::Permissions::from_mode(0o400)).unwrap();
    assert_eq!(measure(take.path()).unwrap().sha256, sum(&bytes(&samples(100))));
    let link = folder.path().join("take-002.wav");
    std::os::unix::fs::symlink(take.path(), &link).unwrap();
    assert!(matches!(measure(&link), Err(AudioError::Io { doing: Doing::Opened, .. })));
    assert!(matches!(measure(&folder.path().join("take-003.wav")), Err(AudioError::Io { doing: Doing::Opened, .. })), "it is not there");
    assert!(matches!(measure(folder.path()), Err(AudioError::Io { .. } | AudioError::NotWav { .. })), "a folder is no take");
}
