//! The interview itself: values and rules.
//!
//! Here stands what a session is, what may be done in it, and what follows. No file, device, clock, thread or terminal: whatever
//! happens outside arrives as a value. That is why all of it can be tested by calling it, and why it cannot fail except by returning a
//! [`command::Refusal`] or a list of problems.

pub mod agenda;
pub mod audio_end;
pub mod circumstances;
pub mod clip;
pub mod code;
pub mod command;
pub mod consent;
pub mod coverage;
pub mod digest;
pub mod distress;
pub mod due;
pub mod errand;
pub mod evening;
pub mod event;
pub mod findable;
pub mod folding;
pub mod found;
pub mod guide;
pub mod heard;
pub mod hearing;
pub mod incident;
pub mod last_time;
mod lenient;
pub mod letter;
pub mod listened;
pub mod lookup;
pub mod loose_end;
pub mod loss;
pub mod member_check;
pub mod mishap;
pub mod named;
pub mod names;
pub mod nearest;
pub mod note;
pub mod outside;
pub mod prepared;
pub mod query;
pub mod recording;
pub mod recovery;
pub mod refused;
pub mod report;
pub mod seats;
pub mod session;
pub mod silenced;
pub mod silencing;
pub mod standing;
pub mod stands;
pub mod statement;
pub mod study;
pub mod summary;
pub mod tag;
pub mod takes;
pub mod text;
pub mod time;
pub mod timeline;
pub mod transcriber;
pub mod transcript;
pub mod undo;
pub mod waveform;
pub mod whereabouts;
pub mod who;
pub mod withheld;
