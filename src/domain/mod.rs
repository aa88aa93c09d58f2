//! The interview itself: values and rules.

pub mod time;
