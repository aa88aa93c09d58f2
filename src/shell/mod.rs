//! The imperative shell: the only place where the parts meet.
//!
//! [`run`] reads the command line and does what it asks. There are three rooms: `live/` is the program while it has a screen, `archive/` the
//! study's files, `command/` what is asked for on the command line (which `cli.rs` only describes). [`script`] runs the live program by hand,
//! without a terminal.
//!
//! Beside them stands what more than one room needs: who writes (`identity.rs`), their keys (`own_keys.rs`), what the terminal can show
//! (`locale.rs`), where a study lies and how safe it is there (`whereabouts.rs`, `safekeeping.rs`), and how a run ends badly: by what cannot be done (`failure.rs`) or by a mistake of the program's own (`stumble.rs`).

pub mod archive;
mod cli;
mod command;
mod failure;
mod identity;
mod language;
mod live;
mod locale;
mod own_keys;
pub(crate) mod recogniser;
mod safekeeping;
pub mod script;
mod stumble;
mod whereabouts;

pub use command::run;
