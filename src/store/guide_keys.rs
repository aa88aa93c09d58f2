//! The keys of a guide file and the words its values may be: the format, version 1, at a glance.

use crate::domain::guide::Audience;
use crate::domain::guide::Covers;
use crate::domain::guide::DistressRecording;
use crate::domain::guide::Round;
use crate::store::form::FormKind;

pub(super) const GUIDE: FormKind = FormKind {
    noun: "a guide",
    shape: "`hearback guide new` makes a guide to start from",
    keys: &[
        "format",
        "id",
        "title",
        "version",
        "language",
        "audience",
        "rounds",
        "minutes",
        "aim",
        "introduction",
        "consent",
        "topics",
        "probes",
        "closing",
        "distress",
        "changes",
    ],
};
pub(super) const CONSENT: FormKind =
    FormKind { noun: "a consent item", shape: "write `id:`, `covers:` and `say:` below one another", keys: &["id", "covers", "say"] };
pub(super) const TOPIC: FormKind = FormKind {
    noun: "a topic",
    shape: "write `id:`, `title:`, `minutes:` and `questions:` below one another",
    keys: &["id", "title", "minutes", "say", "questions"],
};
pub(super) const QUESTION: FormKind = FormKind {
    noun: "a question",
    shape: "write `id:` and below it `ask:` with the words of the question",
    keys: &["id", "ask", "short", "purpose", "when", "probes"],
};
pub(super) const WHEN: FormKind =
    FormKind { noun: "a condition", shape: "write `when: { round: follow-up }`", keys: &["round", "audience"] };
pub(super) const PROBE: FormKind =
    FormKind { noun: "a probe", shape: "write the words after the dash, or `id:` and `ask:`", keys: &["id", "ask"] };
pub(super) const SHARED: FormKind = FormKind {
    noun: "a shared probe",
    shape: "write `ask:` with its words and `for:` with the ids of questions",
    keys: &["ask", "for", "id"],
};
pub(super) const DISTRESS: FormKind = FormKind {
    noun: "a distress protocol",
    shape: "write `recording:`, `signs:`, `steps:` and `support:`",
    keys: &["recording", "signs", "steps", "support"],
};
pub(super) const CHANGE: FormKind = FormKind {
    noun: "a change",
    shape: "write `version:`, `date:`, `what:` and `why:` below one another",
    keys: &["version", "date", "what", "why"],
};

pub(super) const ROUNDS: [(&str, Round); 2] = [("first", Round::First), ("follow-up", Round::FollowUp)];
pub(super) const AUDIENCES: [(&str, Audience); 2] = [("individual", Audience::Individual), ("group", Audience::Group)];
pub(super) const COVERS: [(&str, Covers); 6] = [
    ("taking-part", Covers::TakingPart),
    ("recording", Covers::Recording),
    ("quotes", Covers::Quotes),
    ("own-words", Covers::OwnWords),
    ("summary", Covers::Summary),
    ("other", Covers::Other),
];
pub(super) const RECORDING: [(&str, DistressRecording); 3] =
    [("ask", DistressRecording::Ask), ("stop", DistressRecording::Stop), ("continue", DistressRecording::Continue)];
