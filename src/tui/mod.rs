//! Decisions and pictures: what each key means and what the screen shows.
//!
//! [`update::update`] takes a message and returns effects; [`view`] draws the model. Neither knows a device, a file, a thread or a
//! clock, so a whole interview can be played as a script of keys in milliseconds. `view` is the only place that names ratatui.

pub mod chord;
pub mod effect;
pub mod hand;
pub(crate) mod heard_along;
pub mod in_words;
pub mod keymap;
pub mod line;
pub mod listener;
pub mod microphone;
pub mod model;
pub mod msg;
pub mod notice;
pub mod offer;
pub mod place;
pub mod plain;
pub mod playback;
pub(crate) mod press;
pub mod put_aside;
pub(crate) mod recorded;
pub mod ring;
pub mod screen;
pub mod shared;
pub mod sitting;
pub mod update;
pub mod view;
pub(crate) mod way_out;
