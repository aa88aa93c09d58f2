//! What comes with the program: guides, an empty study, and a conversation to demonstrate with.

use crate::domain::guide::Guide;
use crate::store::guide_file::read_guide;
use crate::words;
use crate::words::say;

/// The bundled guides, each in both languages: file name and text.
pub(crate) const GUIDES: [(&str, &str); 8] = [
    ("patient-first.yaml", include_str!("../../../guides/patient-first.yaml")),
    ("patient-first-nl.yaml", include_str!("../../../guides/patient-first-nl.yaml")),
    ("patient-follow-up.yaml", include_str!("../../../guides/patient-follow-up.yaml")),
    ("patient-follow-up-nl.yaml", include_str!("../../../guides/patient-follow-up-nl.yaml")),
    ("therapist.yaml", include_str!("../../../guides/therapist.yaml")),
    ("therapist-nl.yaml", include_str!("../../../guides/therapist-nl.yaml")),
    ("focus-group.yaml", include_str!("../../../guides/focus-group.yaml")),
    ("focus-group-nl.yaml", include_str!("../../../guides/focus-group-nl.yaml")),
];

/// The bundled guides, read.
pub(crate) fn guides() -> impl Iterator<Item = Guide> {
    GUIDES.iter().filter_map(|(name, text)| read_guide(name, text.as_bytes()).guide)
}

/// `guide` with what a study changed in it, and without what this program did before it came with it.
pub(crate) fn as_changed_here(guide: &Guide) -> Guide {
    let supplied = GUIDES.iter().find(|(name, _)| name.strip_suffix(".yaml") == Some(guide.id.as_str()));
    let supplied = supplied.and_then(|(name, text)| read_guide(name, text.as_bytes()).guide).map(|guide| guide.changes).unwrap_or_default();
    let mut own = guide.clone();
    own.changes.retain(|change| !supplied.contains(change));
    own
}

/// The commented guides that `guide new` starts from, by the language they explain themselves in; the first is for whoever speaks none of them.
pub(crate) const TEMPLATES: [(&str, &str); 2] =
    [("en", include_str!("../../../guides/template.yaml")), ("nl", include_str!("../../../guides/template-nl.yaml"))];

/// The one of them in the language that is spoken.
pub(crate) fn template() -> &'static str {
    let tag = words::spoken().tag();
    TEMPLATES.iter().find(|(language, _)| *language == tag).unwrap_or(&TEMPLATES[0]).1
}

/// The conversation that the demonstration's microphone hears: a minute of synthesised speech.
pub(crate) const CONVERSATION: &[u8] = include_bytes!("../demo/conversation.wav");

/// A fresh `study.yaml`. It speaks the language with this tag; none, and what it speaks is left to whoever opens it.
pub(crate) fn study_yaml(title: &str, language: Option<&str>) -> String {
    let language = language.map(|tag| format!("{:<26} # {}\n", format!("language: {tag}"), say!("new-study-language"))).unwrap_or_default();
    // JSON's strings are YAML's double-quoted strings.
    let title = serde_json::Value::from(title);
    format!(
        "title: {title}
researchers: []            # {}
contact: \"\"                # {}
reply_days: 14             # {}
reaction_offset: 1.5       # {}
pause_reminder: 5          # {}
audio:
  rate: 48000
  channels: 1
  lead_in: 0               # {}
retention: \"\"              # {}
{language}# {}
#attributes:
#  {}
#  {}
#  {}
# {}
#reports:
#  - what: {}
#    to: {}
#    within: {}
#debrief: {}
#check_out: {}
",
        say!("new-study-researchers"),
        say!("new-study-contact"),
        say!("new-study-reply-days"),
        say!("new-study-reaction"),
        say!("new-study-pause"),
        say!("new-study-lead-in"),
        say!("new-study-retention"),
        say!("new-study-schema"),
        say!("new-study-gender"),
        say!("new-study-age"),
        say!("new-study-arm"),
        say!("new-study-care"),
        say!("new-study-report-what"),
        say!("new-study-report-to"),
        say!("new-study-report-within"),
        say!("new-study-debrief"),
        say!("new-study-check-out"),
    )
}

/// A fresh `participants.yaml`.
fn participants_yaml() -> String {
    let (what, example) = (say!("new-study-participants"), say!("new-study-attributes"));
    // A code that nobody has: of whoever withdraws, every line that names them is looked at.
    format!("# {what}\nparticipants: []\n#  - code: P00\n#    joined: 2026-11-22\n#    attributes: {example}\n")
}

/// The files of a new study, which speaks this language.
pub(crate) fn study_files(title: &str, language: Option<&str>) -> Vec<(String, Vec<u8>)> {
    let own = [("study.yaml", study_yaml(title, language)), ("participants.yaml", participants_yaml())];
    let own = own.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    own.chain(GUIDES.iter().map(|(name, text)| (format!("guides/{name}"), text.as_bytes().to_vec()))).collect()
}
