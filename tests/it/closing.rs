//! The window is closed in the middle of an interview: a real pseudo-terminal hangs up.

use std::fs;
use std::io::Read;

use portable_pty::CommandBuilder;
use portable_pty::PtySize;
use portable_pty::native_pty_system;

#[test]
fn closing_the_window_ends_the_interview_properly() {
    let dir = tempfile::tempdir().unwrap();
    let study = dir.path().join("study");
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..PtySize::default() }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hearback"));
    command.args(["demo", "--out", study.to_str().unwrap()]);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut seen, mut piece) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("REC") {
        let count = reader.read(&mut piece).unwrap();
        assert!(count > 0, "the program ended: {}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&piece[..count]);
    }
    drop((reader, pair.master));
    child.wait().unwrap();
    let session = fs::read_dir(study.join("sessions")).unwrap().next().unwrap().unwrap().path();
    let journal = fs::read_to_string(session.join("journal.jsonl")).unwrap();
    for kind in ["incident", "ended", "take-closed"] {
        assert!(journal.contains(&format!(r#""kind":"{kind}""#)), "no {kind} in {journal}");
    }
}
