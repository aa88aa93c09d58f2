//! The program while it has a screen: the loop, the clock, the terminal, the threads, the signals.
//!
//! The loop in `turn.rs` carries messages in and effects out, and `perform.rs` does the effects. All of it is the main thread's; what runs
//! beside it stands in `workers.rs`.

pub(crate) mod aside;
pub(crate) mod bell;
pub(crate) mod burst;
pub(crate) mod clock;
pub(crate) mod desk;
pub(crate) mod editor;
pub(crate) mod hush;
pub(crate) mod interpreter;
pub(crate) mod machine;
pub(crate) mod microphones;
pub(crate) mod perform;
pub(crate) mod reports;
pub(crate) mod ruler;
mod searcher;
pub(crate) mod tell;
pub(crate) mod terminal;
pub(crate) mod turn;
pub(crate) mod workers;
