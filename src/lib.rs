//! hearback

pub mod audio;
pub mod document;
pub mod domain;
pub mod shell;
pub mod store;
pub mod tui;
