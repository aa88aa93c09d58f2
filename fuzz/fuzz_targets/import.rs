//! See `tests/it/corpus/checks.rs` for what is asked of every input.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/it/corpus/checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::import(bytes));
