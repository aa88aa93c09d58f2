//! The keys of a guide file and the words its values may be: the format, version 1, at a glance.

use crate::domain::coverage::Coverage;
use crate::domain::guide::Audience;
use crate::domain::guide::Covers;
use crate::domain::guide::Participants;
use crate::domain::guide::Round;
use crate::domain::guide::care::DistressRecording;
use crate::store::form::FormKind;

pub(super) const GUIDE: FormKind = FormKind {
    name: "guide",
    keys: &[
        "format",
        "id",
        "title",
        "version",
        "translation_of",
        "language",
        "audience",
        "rounds",
        "minutes",
        "aim",
        "about",
        "participants",
        "introduction",
        "consent",
        "topics",
        "probes",
        "closing",
        "distress",
        "reports",
        "changes",
    ],
};
pub(super) const CONSENT: FormKind = FormKind { name: "consent", keys: &["id", "covers", "say", "instruct"] };
pub(super) const TOPIC: FormKind =
    FormKind { name: "topic", keys: &["id", "title", "heading", "minutes", "say", "instruct", "show", "when", "questions"] };
pub(super) const QUESTION: FormKind = FormKind {
    name: "question",
    keys: &["id", "say", "ask", "about", "short", "purpose", "instruct", "show", "choices", "key", "optional", "source", "when", "probes"],
};
pub(super) const WHEN: FormKind = FormKind { name: "condition", keys: &["round", "audience", "attribute", "after", "was", "chose"] };
pub(super) const PROBE: FormKind = FormKind { name: "probe", keys: &["id", "ask", "about", "instruct", "when"] };
pub(super) const CHOICE: FormKind = FormKind { name: "choice", keys: &["code", "say"] };
pub(super) const SOURCE: FormKind = FormKind { name: "source", keys: &["domain", "literature"] };
pub(super) const SHARED: FormKind = FormKind { name: "shared", keys: &["ask", "for", "id"] };
pub(super) const DISTRESS: FormKind =
    FormKind { name: "distress", keys: &["recording", "say", "signs", "steps", "call", "support", "follow_up"] };
pub(super) const CALL: FormKind = FormKind { name: "call", keys: &["who", "number"] };
pub(super) const FOLLOW_UP: FormKind = FormKind { name: "follow-up", keys: &["what", "within", "ask"] };
pub(super) const CHANGE: FormKind = FormKind { name: "change", keys: &["version", "date", "what", "why", "by", "after", "pilot"] };

pub(super) const ROUNDS: [(&str, Round); 2] = [("first", Round::First), ("follow-up", Round::FollowUp)];
pub(super) const AUDIENCES: [(&str, Audience); 3] =
    [("individual", Audience::Individual), ("pair", Audience::Pair), ("group", Audience::Group)];
pub(super) const STANDINGS: [(&str, Participants); 3] =
    [("patients", Participants::Patients), ("professionals", Participants::Professionals), ("others", Participants::Others)];
pub(super) const STATES: [(&str, Coverage); 6] = [
    ("asked", Coverage::Asked),
    ("partly", Coverage::Partly),
    ("volunteered", Coverage::Volunteered),
    ("come-back", Coverage::ComeBack),
    ("skipped", Coverage::Skipped),
    ("not-yet", Coverage::NotYet),
];
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
