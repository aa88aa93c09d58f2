//! The interview itself: values and rules.

pub mod guide;
pub mod time;
