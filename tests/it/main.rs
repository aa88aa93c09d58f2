//! One binary for all tests that go through the public face of the crate, a module for each subject.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]
#![allow(clippy::disallowed_methods, reason = "tests look at what lies on disk")]

mod docs;
mod guides;
mod journal;
mod letter;
