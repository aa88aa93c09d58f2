//! WebVTT and SubRip: what was said, or where there is no transcript the notes, as cues beside the sound.

use crate::document::handover::part::Part;
use crate::document::handover::part::heard;
use crate::document::handover::signs;

/// What stands in a cue.
struct Cue {
    id: String,
    from: u64,
    to: u64,
    speaker: String,
    text: String,
}

/// The passages; the notes where there is none.
fn cues(part: &Part<'_>) -> Vec<Cue> {
    let said = part.passages().map(|(from, to, said)| Cue {
        id: format!("passage-{}", said.name),
        from,
        to,
        speaker: signs::in_a_line(&said.speaker),
        text: signs::in_lines(&said.words),
    });
    let mut cues: Vec<Cue> = said.filter(|cue| !cue.text.is_empty()).collect();
    if !part.has_passages() {
        cues.extend(part.notes().map(|(from, to, note)| Cue {
            id: format!("note-{}", note.id.0),
            from,
            to,
            speaker: heard(note),
            text: if note.is_moment() { "moment".to_owned() } else { format!("{}: {}", note.kind.word(), signs::in_lines(&note.text)) },
        }));
    }
    cues.sort_by_key(|cue| (cue.from, cue.to));
    cues
}

/// WebVTT.
pub(super) fn vtt(part: &Part<'_>) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let what = if part.has_passages() { "transcript" } else { "notes" };
    let mut file = format!("WEBVTT\n\nNOTE {what} of {}\n", escaped(&signs::in_a_line(&part.stem())));
    for cue in cues(part) {
        let voice = if cue.speaker.is_empty() { String::new() } else { format!("<v {}>", escaped(&cue.speaker)) };
        let (from, to) = (signs::clock(cue.from, '.'), signs::clock(cue.to, '.'));
        file.extend(["\n", &cue.id, "\n", &from, " --> ", &to, "\n", &voice, &escaped(&cue.text), "\n"]);
    }
    file
}

/// SubRip. It knows no way to escape: what would be a line of times is none any more.
pub(super) fn srt(part: &Part<'_>) -> String {
    let mut file = String::new();
    for (n, cue) in (1_u32..).zip(cues(part)) {
        let speaker = if cue.speaker.is_empty() { String::new() } else { format!("{}: ", cue.speaker) };
        let text = (speaker + &cue.text).replace("-->", "\u{2192}");
        file.extend([&n.to_string(), "\n", &signs::clock(cue.from, ','), " --> ", &signs::clock(cue.to, ','), "\n", &text, "\n\n"]);
    }
    file
}
