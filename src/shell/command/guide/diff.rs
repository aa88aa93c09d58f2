//! `hearback guide diff`: what is different between two guides.

use std::path::Path;

use serde::Serialize;

use crate::domain::guide::Guide;
use crate::domain::guide::differences::Difference;
use crate::domain::guide::differences::Part;
use crate::domain::guide::differences::Spot;
use crate::domain::guide::differences::What;
use crate::domain::guide::differences::differences;
use crate::domain::guide::word_by_word::Fate;
use crate::domain::guide::word_by_word::Piece;
use crate::domain::text::shown;
use crate::shell::command::answer::For;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::widest;
use crate::shell::command::guide::wanted;
use crate::shell::failure::Failure;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// Both guides and what is different, for programs.
#[derive(Serialize)]
struct Compared<'a> {
    before: Version<'a>,
    after: Version<'a>,
    /// Whether what participants agree to is different.
    consent_changed: bool,
    differences: &'a [Difference],
}

#[derive(Serialize)]
struct Version<'a> {
    guide: &'a str,
    version: &'a str,
}

impl<'a> Version<'a> {
    fn of(guide: &'a Guide) -> Self {
        Self { guide: guide.id.as_str(), version: &guide.version }
    }
}

pub(super) fn diff(study: Option<&Path>, before: &str, after: &str, readers: For) -> Result<(), Failure> {
    let (before, after) = (wanted::known(study, before)?, wanted::known(study, after)?);
    let found = differences(&before, &after);
    if readers == For::Programs {
        let consent_changed = found.iter().any(|difference| difference.part == Part::Consent);
        let (before, after) = (Version::of(&before), Version::of(&after));
        put_json(&Compared { before, after, consent_changed, differences: &found })?;
    } else {
        tell(&before, &after, &found);
    }
    match found.len() {
        0 => Ok(()),
        count => Err(Failure::mendable(say!("guide-diff-count", count = count))),
    }
}

fn tell(before: &Guide, after: &Guide, found: &[Difference]) {
    let (before, after) = (shown(&before.name_and_version()).into_owned(), shown(&after.name_and_version()).into_owned());
    if found.is_empty() {
        put(say!("guide-diff-same", before = before, after = after));
        return;
    }
    put(say!("guide-diff-head", before = before, after = after));
    let mut last = None;
    for difference in found {
        // One group a part of the guide; topics, questions and probes are one conversation.
        let group = match difference.part {
            Part::Question | Part::Probe => Part::Topic,
            part => part,
        };
        if last.replace(group) != Some(group) {
            put("");
            if group == Part::Consent {
                put(say!("guide-diff-consent"));
            }
        }
        tell_one(difference);
    }
}

fn tell_one(difference: &Difference) {
    let part = named(difference);
    match &difference.what {
        What::New { after } => {
            put(say!("guide-diff-new", part = part));
            put(format!("   [+{}+]", shown(after)));
        }
        What::Gone { before } => {
            put(say!("guide-diff-gone", part = part));
            put(format!("   [-{}-]", shown(before)));
        }
        What::Reworded { words, .. } => {
            put(say!("guide-diff-reworded", part = part));
            let labels = [say!("guide-diff-was"), say!("guide-diff-now")];
            let width = widest(labels.iter().map(String::as_str));
            for (label, other) in labels.iter().zip([Fate::New, Fate::Gone]) {
                put(format!("   {}  {}", padded(label, width), shown(&marked(words, other))));
            }
        }
        What::Moved { from, to } => put(say!("guide-diff-moved", part = part, from = spot(from), to = spot(to))),
        What::Set { before, after } => {
            let value = |value: &Option<String>| match value {
                Some(value) => shown(value).into_owned(),
                None => say!("guide-diff-nothing"),
            };
            put(say!("guide-diff-set", part = part, before = value(before), after = value(after)));
        }
    }
}

/// The words without those that have this fate; what stands in one text only is marked by signs.
fn marked(words: &[Piece], without: Fate) -> String {
    let words = words.iter().filter(|piece| piece.is != without).map(|Piece { is, text }| {
        // The space before the words stands before the sign too.
        let bare = text.trim_start();
        let space = &text[..text.len() - bare.len()];
        match is {
            Fate::Same => text.clone(),
            Fate::Gone => format!("{space}[-{bare}-]"),
            Fate::New => format!("{space}[+{bare}+]"),
        }
    });
    words.collect()
}

/// What a difference is about: the part, and which key of it where that is not its words.
fn named(difference: &Difference) -> Message {
    let part = match (&difference.id, difference.nth) {
        (Some(id), _) => message!("guide-diff-part-id", part = difference.part.word(), id = id.as_str()),
        (None, Some(nth)) => message!("guide-diff-part-nth", part = difference.part.word(), nth = nth.to_string()),
        (None, None) => message!("guide-diff-part", part = difference.part.word()),
    };
    match difference.field {
        // Its words are the part itself; the scripts are called what they are.
        None | Some("ask" | "introduction" | "closing") => part,
        Some("say") if difference.part == Part::Consent => part,
        Some(field) => message!("guide-diff-field", part = part, field = field),
    }
}

fn spot(spot: &Spot) -> Message {
    match &spot.within {
        Some(within) => message!("guide-diff-spot-within", nth = spot.nth.to_string(), within = within.as_str()),
        None => message!("guide-diff-spot", nth = spot.nth.to_string()),
    }
}
