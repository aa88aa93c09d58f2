//! The keys of a guide file and the words its values may be: the format, version 1, at a glance.

use crate::domain::guide::Audience;
use crate::domain::guide::Covers;
use crate::domain::guide::DistressRecording;
use crate::domain::guide::Round;
use crate::store::form::FormKind;

pub(super) const GUIDE: FormKind = FormKind {
    name: "guide",
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
pub(super) const CONSENT: FormKind = FormKind { name: "consent", keys: &["id", "covers", "say"] };
pub(super) const TOPIC: FormKind = FormKind { name: "topic", keys: &["id", "title", "minutes", "say", "questions"] };
pub(super) const QUESTION: FormKind = FormKind { name: "question", keys: &["id", "ask", "short", "purpose", "when", "probes"] };
pub(super) const WHEN: FormKind = FormKind { name: "condition", keys: &["round", "audience"] };
pub(super) const PROBE: FormKind = FormKind { name: "probe", keys: &["id", "ask"] };
pub(super) const SHARED: FormKind = FormKind { name: "shared", keys: &["ask", "for", "id"] };
pub(super) const DISTRESS: FormKind = FormKind { name: "distress", keys: &["recording", "signs", "steps", "support"] };
pub(super) const CHANGE: FormKind = FormKind { name: "change", keys: &["version", "date", "what", "why"] };

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
