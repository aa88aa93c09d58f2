//! What the tests of whole interviews begin with, and how they look at what came of it.

pub(crate) mod day;
pub(crate) mod form;
pub(crate) mod kept;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;
pub(crate) mod program;
pub(crate) mod reference;
pub(crate) mod search;
pub(crate) mod told;
pub(crate) mod tongue;
#[cfg(feature = "pdf")]
pub(crate) mod word;
