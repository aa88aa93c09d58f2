//! The tests with real parts: a sound server with a null sink as the room, a pseudo-terminal, a kill. A binary of its own, so that what is
//! measured in them is not measured beside a hundred other tests; they wait for conditions, never for luck. They hold on a machine that does
//! other things too: a bound in time is judged against a clock beside it (`support/beside.rs`), and never loosened.
//!
//! The sound server is PulseAudio. What may differ with another is tried with PipeWire as well, where `apt-get install -y pipewire pipewire-pulse
//! wireplumber dbus` was done; what measures the sound takes a minute, and is by hand: `HEARBACK_ROOM=pipewire cargo test --locked --release --test
//! room -- --nocapture from_a_note every_speed`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]
#![allow(clippy::disallowed_methods, reason = "tests look at what lies on disk, and at the clock")]
#![allow(clippy::print_stdout, reason = "tests that measure say what they measured")]

mod crash;
mod doctor;
mod letter;
mod loudspeaker;
mod microphone;
mod plain;
mod room;
#[allow(dead_code, reason = "shared with the laboratory, which uses other pieces of it")]
mod support;
mod ways_out;
