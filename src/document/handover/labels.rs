//! A label track of Audacity: which question was open when, what was said, notes and moments, a line each.
//!
//! Both times are always written: a title that is a number would be taken for one of them otherwise.

use crate::document::handover::part::Part;
use crate::document::handover::part::title;
use crate::document::handover::signs;

/// The track, in the order of its times.
pub(super) fn audacity(part: &Part<'_>) -> String {
    let mut labels: Vec<(u64, u64, String)> = Vec::new();
    labels.extend(part.topics().map(|(from, to, asked)| (from, to, format!("[{}] {}", asked.question, signs::in_a_line(&asked.label)))));
    labels.extend(part.passages().map(|(from, to, said)| {
        let speaker = signs::in_a_line(&said.speaker);
        let speaker = if speaker.is_empty() { speaker } else { format!("{speaker}: ") };
        (from, to, speaker + &signs::in_a_line(&said.words))
    }));
    // A note without an end is a point.
    labels.extend(part.notes().map(|(from, to, note)| (from, if note.has_end { to } else { from }, title(note))));
    labels.sort();
    let seconds = |ms: u64| format!("{}.{:03}000", ms / 1000, ms % 1000);
    labels.into_iter().fold(String::new(), |all, (from, to, title)| all + &format!("{}\t{}\t{title}\n", seconds(from), seconds(to)))
}
