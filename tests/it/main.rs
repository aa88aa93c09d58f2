//! One binary for all tests that go through the public face of the crate, a module for each subject.

mod guides;
mod letter;
