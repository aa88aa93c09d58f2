//! Clocks that drift, jump and are set back move no note and change no order: stamps come from frames, order from the journal's numbers.

use std::fs;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use hearback::audio::StreamFormat;
use hearback::audio::capture;
use hearback::audio::capture::Heard;
use hearback::audio::gauge::Gauge;
use hearback::domain::time::Frames;
use hearback::domain::time::SampleRate;
use hearback::domain::time::Stamp;

use crate::support::day::DAY;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;
use crate::support::told::reread;

/// A sound card whose crystal is off by `ppm` delivers two hours, with callbacks that come some milliseconds late; keys are pressed all the
/// while. Gives the worst distance, in milliseconds, between a stamp and what was heard at that moment, and how fast the clock seemed to run,
/// in ppm.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "frames and nanoseconds of two hours, both positive")]
fn worst_stamp(ppm: f64) -> (f64, f64) {
    const BLOCK: u64 = 341; // 43 ms at 8 kHz: what drifts is a ratio, so a low rate shows it as well
    let format = StreamFormat { rate: SampleRate::new(8_000).unwrap(), channels: 1 };
    let real_rate = 8_000.0 * (1.0 + ppm / 1e6);
    let epoch = Instant::now();
    let gauge = Arc::new(Gauge::new(epoch));
    let (mut tap, mut end) = capture::line(format, &gauge, Frames(0), 1);
    let block = [1_i16; BLOCK as usize];
    let (mut worst, mut dice) = (0.0_f64, 1_u64);
    for n in 1..=2 * 3600 * 8_000 / BLOCK {
        let captured = (n * BLOCK) as f64 / real_rate;
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let late = 0.020 + (dice >> 60) as f64 / 1_000.0;
        let at = epoch + Duration::from_nanos(((captured + late) * 1e9) as u64);
        // The system says how long the way was, give or take some milliseconds.
        let latency = Duration::from_secs_f64(BLOCK as f64 / real_rate + 0.024);
        tap.push(&block, Heard { at, latency });
        end.ring.read_chunk(end.ring.slots()).unwrap().commit_all();
        if n % 23 == 0 && n > 100 {
            let pressed = captured + late + 0.015;
            let stamped = gauge.frames_at(epoch + Duration::from_secs_f64(pressed)).0 as f64;
            worst = worst.max((stamped - pressed * real_rate).abs() / 8.0);
        }
    }
    assert_eq!((gauge.lost(), end.gaps.slots(), end.missing.slots()), (Frames(0), 0, 0), "drift is no loss");
    (worst, gauge.clock().unwrap() as f64 / 1_000.0)
}

#[test]
fn after_two_hours_of_drift_a_stamp_is_where_it_belongs_and_the_drift_is_known() {
    for ppm in [-500.0, -100.0, 0.0, 100.0, 500.0] {
        let (worst, told) = worst_stamp(ppm);
        assert!(worst < 50.0, "{ppm} ppm: {worst:.1} ms");
        assert!((told - ppm).abs() < 2.0, "{ppm} ppm seemed {told:.2}");
    }
}

/// The night in which the clock is set back, and the one in which it is set forward; a time server that takes an hour away; somebody who
/// changes the zone: on each note another one.
#[test]
fn clocks_that_are_set_change_no_order_and_no_length() {
    let dir = study();
    let mut script = interview(&dir);
    let hour = 3_600_000;
    let set = [
        Stamp::new(DAY.utc_ms, DAY.zone_min - 60),
        Stamp::new(DAY.utc_ms, DAY.zone_min + 60),
        Stamp::new(DAY.utc_ms - hour, DAY.zone_min),
        Stamp::new(DAY.utc_ms + 24 * hour, -720),
        Stamp::new(0, 0),
    ];
    for (n, wall) in set.iter().enumerate() {
        script.hear(secs(10)).set_wall_clock(*wall).keys(&format!("note {n}<enter>"));
    }
    script.hear(secs(10)).saved().keys("<f10><f10>");
    script.leave();
    let session = reread(&dir);
    let notes: Vec<(String, u64)> = session.notes().map(|n| (n.text.clone(), n.position.secs())).collect();
    assert_eq!(notes.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["note 0", "note 1", "note 2", "note 3", "note 4"]);
    assert!(notes.windows(2).all(|pair| pair[1].1 - pair[0].1 == 10), "{notes:?}");
    assert_eq!(session.timeline().end().secs(), 60);
    // What each clock said is all there: the wall's with its zone, and the one that only goes forward.
    let journal = fs::read_to_string(folders(&dir)[0].journal()).unwrap();
    assert!(journal.contains("+00:00") && journal.contains("+02:00") && journal.contains("-12:00") && journal.contains("1970-01-01"));
    let mono: Vec<u64> = journal.lines().filter_map(|l| l.split("\"mono\":").nth(1)?.split(',').next()?.parse().ok()).collect();
    assert!(mono.len() > 10 && mono.is_sorted(), "{mono:?}");
}
