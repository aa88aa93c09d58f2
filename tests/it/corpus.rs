//! What fuzzing kept, and what was put in by hand, read again: `tests/corpus/TARGET/` holds a file for each input. The same questions are
//! asked as while fuzzing (see `fuzz/`), here on the stable compiler.

pub(crate) mod checks;
pub(crate) mod streams;

use std::fs;
use std::path::Path;

fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(target);
    let mut count = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let held = std::panic::catch_unwind(|| check(&bytes));
        assert!(held.is_ok(), "what is said above is said of {}", path.display());
        count += 1;
    }
    assert!(count >= 24, "{count} files in {}", folder.display());
}

#[test]
fn guides_of_the_corpus() {
    replay("guide", checks::guide);
}

#[test]
fn typed_guides_of_the_corpus() {
    replay("import", checks::import);
}

#[test]
fn journals_of_the_corpus() {
    replay("journal", checks::journal);
}

#[test]
fn takes_of_the_corpus() {
    replay("wav", checks::wav);
}

#[test]
fn streams_of_the_corpus() {
    replay("keys", streams::check);
}

#[test]
fn sessions_of_the_corpus() {
    replay("session", checks::session);
}
