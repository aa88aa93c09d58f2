//! tests

mod letter;
