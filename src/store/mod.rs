//! The study folder: what a person can read without us, written so that nothing is lost.
//!
//! The journal of a session is the truth and everything but the takes can be rebuilt from it. Files are made readable by their owner
//! only, never overwritten, never followed through a link. This layer knows the disk and the `domain`, and refuses to know the screen
//! or the sound; it reads no clock.

pub mod atomic;
pub mod error;
pub mod folder;
pub mod journal;
