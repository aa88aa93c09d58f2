//! The imperative shell: the only place where the parts meet.
//!
//! [`run`] reads the command line and does what it asks. Here are the clock, the terminal, the threads, the signals and the printing; the
//! loop in `turn.rs` carries messages in and effects out, and `perform.rs` does the effects. What a command line asks for without the
//! screen stands in `command/`.

mod aside;
mod bell;
mod bundle;
mod burst;
mod cli;
mod clock;
mod command;
mod desk;
mod failure;
mod hush;
mod identity;
mod interpreter;
mod letters;
mod locale;
mod machine;
mod microphones;
mod perform;
mod recordings;
mod ruler;
pub mod script;
mod sessions;
mod study;
mod stumble;
mod terminal;
mod turn;
mod workers;

pub use command::run;
