//! The imperative shell: the only place where the parts meet.
//!
//! [`run`] reads the command line and does what it asks. There are three rooms: `live/` is the program while it has a screen, `archive/` the
//! study's files, `command/` what is asked for on the command line. [`script`] runs the live program by hand, without a terminal.

pub mod archive;
mod cli;
mod command;
mod failure;
mod identity;
mod live;
mod locale;
mod own_keys;
pub mod script;
mod stumble;

pub use command::run;
