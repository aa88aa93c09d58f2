//! The study's files: what is read of them, mended and listed, and the letters that are written beside them.
//!
//! Nothing here knows a screen; the clock's time is handed in.

pub(crate) mod bundle;
pub(crate) mod cache;
pub(crate) mod clips;
pub(crate) mod coding;
pub mod destroying;
pub(crate) mod figures;
pub(crate) mod finding;
pub(crate) mod heads;
pub(crate) mod lent;
pub(crate) mod letters;
pub(crate) mod list;
pub(crate) mod outgoing;
pub(crate) mod recordings;
pub(crate) mod register;
pub(crate) mod reporting;
pub mod sessions;
pub mod silencing;
pub(crate) mod study;
pub(crate) mod texts;
pub(crate) mod transcripts;
pub(crate) mod whose;
mod zipped;
