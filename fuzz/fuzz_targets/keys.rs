//! See `tests/it/corpus/streams.rs` for what is asked of every input.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/it/corpus/streams.rs"]
mod streams;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| streams::check(bytes));
