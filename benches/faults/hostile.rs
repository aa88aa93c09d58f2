//! Words that want to be more than words: escape sequences, C1 controls and turns of direction in guides, codes, folder names, device names,
//! notes and pastes. Every byte that leaves the program is read, and only sequences from a list may be among them. (B12)

use std::fs;

use crate::Form;
use crate::interview::CONDUCT;
use crate::report::Findings;
use crate::report::Row;
use crate::support::key;
use crate::support::room::MICROPHONE;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::study::Study;
use crate::trial::attempt;
use crate::trial::let_pass;

/// What hostile words are made of: each must not leave the program as it is.
const HOSTILE: [&str; 14] = [
    "\u{1b}]52;c;aGVhcg==\u{7}",
    "\u{1b}[2J",
    "\u{1b}]0;title\u{7}",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}[6n",
    "\u{1b}c",
    "\u{9b}31m",
    "\u{9d}0;x\u{9c}",
    "\u{85}",
    "\u{202e}desrever",
    "\u{2066}apart\u{2069}",
    "\u{200f}",
    "\u{7}\u{8}\u{b}\u{c}",
    "\u{7f}",
];

/// The last bytes of control sequences that the program itself uses, with what may stand before them.
const ALLOWED: &str = "mHJKhlABCDGdXqPLMrs";

/// Where what is printed goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Onto {
    /// The screen, which is drawn with control sequences.
    Screen,
    /// The command line, where none belongs.
    CommandLine,
}

/// What in `bytes` is neither text nor a sequence from the list.
fn foreign(bytes: &[u8], onto: Onto) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let (mut found, mut chars) = (Vec::new(), text.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' if onto == Onto::Screen => {
                let Some('[') = chars.next() else {
                    found.push(format!("escape and then not a bracket, before {:?}", chars.clone().take(12).collect::<String>()));
                    continue;
                };
                let mut sequence = String::new();
                let last = loop {
                    match chars.next() {
                        Some(c @ ('0'..='9' | ';' | ':' | '?' | ' ' | '>')) => sequence.push(c),
                        other => break other,
                    }
                };
                // Clearing all is what the program does at its beginning; asking the terminal something it never does.
                if !last.is_some_and(|last| ALLOWED.contains(last)) {
                    found.push(format!("CSI {sequence}{last:?}"));
                }
            }
            '\r' | '\n' => {}
            '\t' | '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => found.push(format!("control {:#x}", u32::from(c))),
            // Plain marks of direction (U+200E, U+200F) turn nothing round, and Hebrew and Arabic need them.
            '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
                found.push(format!("direction {:#x}", u32::from(c)));
            }
            _ => {}
        }
    }
    found
}

/// A string for YAML in which nothing is itself any more.
fn quoted(text: &str) -> String {
    let escaped: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\U{:08x}", u32::from(c)) }).collect();
    format!("\"{escaped}\"")
}

/// Whole visits with one hostile piece everywhere; what left the program that should not.
fn visit(piece: &str) -> (bool, Vec<String>) {
    let room = Room::open();
    let described = piece.replace(['"', '\\'], "");
    room.command("pactl")
        .args(["update-source-proplist", MICROPHONE, &format!("device.description=\"mic {described}\"")])
        .output()
        .unwrap();
    let wav = room.file("noise.wav");
    sound::write_noise(&wav, 30);
    let _playing = room.play(&wav);
    let study = Study::in_room(&room);
    let guide = study.beside("guides/patient-first.yaml");
    let text = fs::read_to_string(&guide).unwrap();
    let hostile = |line: &str| {
        let place = ["title:", "- ask:", "ask:", "short:", "aim:"].into_iter().find(|key| line.trim_start().starts_with(key));
        let value = place.and_then(|key| Some((key, line.split_once(key)?)));
        match value {
            // Only what stands on one line.
            Some((key, (before, old))) if !matches!(old.trim(), ">" | "|" | ">-" | "|-" | "") => {
                format!("{before}{key} {}", quoted(&format!("{piece}what {piece}")))
            }
            _ => line.to_owned(),
        }
    };
    let changed: Vec<String> = text.lines().map(hostile).collect();
    fs::write(study.beside("guides/hostile.yaml"), changed.join("\n").replace("id: patient-first\n", "id: hostile\n")).unwrap();
    fs::create_dir(study.beside(&format!("sessions/2026-01-01-{}-first", piece.replace('/', "")))).ok();

    let (mut screens, mut said) = (Vec::new(), Vec::new());
    for args in [
        &["guide", "check"][..],
        &["guide", "show", "hostile"],
        &["guide", "show", piece],
        &["mics"],
        &["doctor"],
        &["sessions"],
        &["show", piece],
        &["recover"],
        &["conduct", "--guide", piece],
        &["conduct", "--mic", piece],
    ] {
        let output = study.run(args);
        said.extend([output.stdout, output.stderr].concat());
    }
    let known = String::from_utf8_lossy(&study.run(&["guide", "show", "hostile"]).stdout).contains("what");
    let args = if known { CONDUCT.map(|arg| if arg == "patient-first" { "hostile" } else { arg }) } else { CONDUCT };
    let window = study.window(&args);
    window.begin();
    for _ in 0..6 {
        window.press(key::NEXT_TOPIC);
        let_pass(60);
    }
    window.press("typed ");
    window.press(&format!("\x1b[200~pasted {piece} words\x1b[201~"));
    window.press(key::ENTER);
    let_pass(300);
    window.press("/");
    window.press("\x1b[200~");
    window.press(piece);
    window.press("\x1b[201~");
    let_pass(200);
    window.press("\x1b[200~again\x1b[201~");
    let_pass(100);
    signal_end(&window);
    screens.extend(window.drawn());
    for args in [&["sessions"][..], &["show", "P07"], &["recover"], &["letter", "P07"]] {
        let output = study.run(args);
        said.extend([output.stdout, output.stderr].concat());
    }
    let replay = study.window(&["replay", "P07"]);
    replay.wait_for_words("P07");
    let_pass(300);
    replay.press("m");
    let_pass(300);
    signal_end(&replay);
    screens.extend(replay.drawn());
    let home = study.window(&[]);
    home.wait_for_words("P07");
    let_pass(200);
    signal_end(&home);
    screens.extend(home.drawn());
    let mut found = foreign(&screens, Onto::Screen);
    found.extend(foreign(&said, Onto::CommandLine).into_iter().map(|f| format!("on the command line: {f}")));
    found.sort();
    found.dedup();
    (known, found.into_iter().map(|f| format!("{piece:?}: {f}")).collect())
}

fn signal_end(window: &crate::support::window::Window) {
    crate::support::window::signal(window.pid(), "TERM");
    window.wait_for_end();
    let_pass(100);
}

/// The room of hostile words.
pub(crate) fn room(form: Form) -> Findings {
    let pieces: Vec<&str> = HOSTILE.into_iter().step_by(form.pick(5, 1)).collect();
    let n = pieces.len();
    let found = crate::trial::side_by_side(pieces, 3, |piece| attempt(|| visit(piece)).map_err(|why| format!("{piece:?}: {why}")));
    let failed: Vec<String> = found.iter().filter_map(|f| f.as_ref().err().cloned()).collect();
    let conducted = found.iter().flatten().filter(|(known, _)| *known).count();
    let found: Vec<String> = found.into_iter().flatten().flat_map(|(_, found)| found).collect();
    vec![
        Row::new("B12", "hostile words: sequences that leave the program and are not on the list")
            .done(
                "escape, C1 and direction in a guide, a folder's name, a device's name, notes, pastes, arguments; 10 commands, 4 screens",
                n,
            )
            .never(found.len(), "kinds")
            .remark(format!("{conducted} of the guides could be used; the others were refused, in words that were read too"))
            .wrong(&found)
            .wrong(&failed),
    ]
    .into()
}
