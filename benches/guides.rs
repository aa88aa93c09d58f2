//! Time and memory for each hostile guide file, read as the program reads it: under half a second and 64 MB is what is wanted.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench prints, and stops where it cannot measure"
)]

#[path = "../tests/it/hostile.rs"]
mod hostile;

use std::fs;
use std::time::Instant;

use hearback::store::folder::read_text;
use hearback::store::guide_file::read_guide;

/// The most memory this process has held since it was last reset, in kB; nothing where the system does not say.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (n, (name, bytes, _)) in hostile::files().into_iter().enumerate() {
        let path = dir.path().join(format!("{n}.yaml"));
        fs::write(&path, bytes).unwrap();
        files.push((name, path));
    }
    for (name, path) in files {
        fs::write("/proc/self/clear_refs", "5").ok(); // resets the peak
        let (before, began) = (peak(), Instant::now());
        let problems = read_guide("hostile.yaml", &read_text(&path).unwrap()).problems.len();
        let took = began.elapsed();
        let more = peak().zip(before).map_or_else(|| "?".to_owned(), |(after, before)| (after - before).to_string());
        println!("{took:>8.1?} {more:>7} kB more, {problems:>3} problems  {name}");
    }
}
