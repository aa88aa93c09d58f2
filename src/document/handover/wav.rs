//! WAV: each take with its notes as cue points, which players and editors of sound show as markers.
//!
//! The chunks follow the sound, so that nothing of it moves (`cue ` and `LIST adtl`, Multimedia Programming Interface and Data Specifications
//! 1.0, 1991): a cue point a note, its words as a label in UTF-8, and the length of what has one. All labels stand before all lengths, because
//! libsndfile reads no further than the first thing in that list that it does not know. Every chunk is of even length, and no text is cut.

use crate::document::handover::part::Part;
use crate::document::handover::part::sound;
use crate::document::handover::part::title;
use crate::document::package::Package;
use crate::domain::handover::Handover;
use crate::domain::handover::Sound;
use crate::domain::time::Frames;

/// A folder with the sound of all takes, with markers.
pub(super) fn package(all: &Handover) -> Package {
    let mut package = Package::default();
    for (n, of) in all.sessions.iter().enumerate() {
        for part in Part::all(of) {
            if let Some(take) = part.sound {
                package.add(of.sound_file(take), sound(n, take, markers(&part, take)));
            }
        }
    }
    package
}

/// The chunks that follow the sound of a take.
pub(super) fn markers(part: &Part<'_>, take: &Sound) -> Vec<u8> {
    let frame = |ms: u64| u32::try_from(Frames::in_duration(std::time::Duration::from_millis(ms), take.rate).0).unwrap_or(u32::MAX);
    let mut marks: Vec<(u32, u32, String)> =
        part.notes().map(|(from, to, note)| (frame(from), if note.has_end { frame(to) - frame(from) } else { 0 }, title(note))).collect();
    marks.extend(part.topics().map(|(from, _, asked)| (frame(from), 0, format!("[{}]", asked.question))));
    marks.sort();
    if marks.is_empty() {
        return Vec::new();
    }
    let marks: Vec<(u32, (u32, u32, String))> = (1..).zip(marks).collect();
    let mut cues = u32::try_from(marks.len()).unwrap_or(u32::MAX).to_le_bytes().to_vec();
    let mut list = b"adtl".to_vec();
    for (id, (at, _, _)) in &marks {
        for field in [*id, *at, u32::from_le_bytes(*b"data"), 0, 0, *at] {
            cues.extend(field.to_le_bytes());
        }
    }
    for (id, (_, _, title)) in &marks {
        let mut label = id.to_le_bytes().to_vec();
        label.extend(title.bytes());
        // It ends with one zero, and with two where it would be of odd length.
        label.resize((label.len() + 1).next_multiple_of(2), 0);
        list.extend(chunk(*b"labl", &label));
    }
    for (id, (_, long, _)) in marks.iter().filter(|(_, (_, long, _))| *long > 0) {
        let mut length = id.to_le_bytes().to_vec();
        length.extend(long.to_le_bytes());
        length.extend(b"rgn ");
        length.extend([0; 8]);
        list.extend(chunk(*b"ltxt", &length));
    }
    [chunk(*b"cue ", &cues), chunk(*b"LIST", &list)].concat()
}

fn chunk(name: [u8; 4], bytes: &[u8]) -> Vec<u8> {
    let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    [&name[..], &size.to_le_bytes()[..], bytes].concat()
}
