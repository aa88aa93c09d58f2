//! By which the parts of a project that is handed over are known again when it comes back: what their GUIDs are made of. Whoever writes one and
//! whoever reads one ask here, so that neither drifts.

/// Under which others the codes stand that are none of the study's: tags, kinds of notes and moments, questions.
pub const TAGS: &str = "Tags";
/// The same of kinds of notes and moments.
pub const INTERVIEW: &str = "Interview";
/// The same of questions.
pub const QUESTIONS: &str = "Questions";
/// Each of them.
pub const GROUPS: [&str; 3] = [TAGS, INTERVIEW, QUESTIONS];

/// What a moment is coded with.
pub const MOMENT: &str = "Moment";
/// What stands before the kind of a note.
pub const NOTE: &str = "Note: ";

/// What stands before why nothing is to be heard.
pub const GAP: &str = "Gap: ";

/// The source that is made of a take of the session with this id; of number 0 where there is no sound.
pub fn source(id: &str, take: u32) -> String {
    format!("{id}/source/{take}")
}

/// The transcript of a source.
pub fn transcript(source: &str) -> String {
    format!("{source}/transcript")
}

/// The page of a session's interviewer.
pub fn page(id: &str) -> String {
    format!("{id}/page")
}

/// A note on a source.
pub fn note(source: &str, number: u32) -> String {
    format!("{source}/note/{number}")
}

/// A stretch of a source in which nothing is to be heard, by its place.
pub fn gap(source: &str, n: usize) -> String {
    format!("{source}/gap/{n}")
}

/// What the part of a source is called that a note is about.
pub fn note_name(number: u32) -> String {
    format!("note {number}")
}

/// The number of the note whose part of a source is called so.
pub fn note_of(name: &str) -> Option<u32> {
    name.trim().strip_prefix("note ")?.parse().ok()
}

/// That something is coded with the code of this GUID.
pub fn coding(of: &str, code: &str) -> String {
    format!("{of}/coding/{code}")
}

/// A code of this name; one of the study stands under no other.
pub fn code(within: &str, name: &str) -> String {
    format!("code/{within}/{name}")
}

/// What only holds others.
pub fn group(name: &str) -> String {
    format!("code/group/{name}")
}
