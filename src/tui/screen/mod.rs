//! One file a screen: its state and its part of `update`.

pub mod end;
pub(crate) mod face;
pub mod figures;
pub mod home;
pub mod interview;
pub mod letters;
pub mod listen;
pub(crate) mod looking;
pub mod overlay;
pub(crate) mod playing;
pub mod reading;
pub mod register;
pub(crate) mod sections;
pub(crate) mod selection;
pub mod setup;
pub mod sought;
pub mod statements;
pub mod wall;
