//! What of a session is destroyed on purpose, as its journal says it: of which material, when and why, which files that were (by length and
//! digest, and by no name that a person gave), and what could not be reached from here.
//!
//! It is said twice. Once before the first byte goes, so that whoever comes after a crash goes on; and once when all of it is gone and there is
//! a receipt. A session of which everything is destroyed keeps a journal of its own ([`crate::domain::tombstone`]): that there was one, and
//! nothing of what was in it. Values only.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::consent::Wish;
use crate::domain::digest::Digest;
use crate::domain::lenient;
use crate::words::say;

/// A kind of material, each of which a study keeps for a time of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Material {
    /// The sound: takes, waveforms, clips and packs.
    Sound,
    /// What was said, in words: transcripts, and the files that they were made of.
    Transcript,
    /// Notes, codes, statements and letters.
    Notes,
    /// Who agreed to what. It goes last, and with it all that is left of the session but that there was one.
    Consent,
    /// All of it.
    All,
    /// Something that only a newer hearback knows.
    #[default]
    #[serde(other)]
    Newer,
}

impl Material {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Transcript => "transcript",
            Self::Notes => "notes",
            Self::Consent => "consent",
            Self::All => "all",
            Self::Newer => "newer",
        }
    }

    /// The words that people have for it.
    pub fn words(self) -> String {
        say!("material", what = self.word())
    }

    /// Whether nothing of a session is left with it but that there was one.
    pub const fn is_all(self) -> bool {
        matches!(self, Self::All | Self::Consent)
    }

    /// Whether what is of the kind `other` goes with it.
    pub fn takes(self, other: Self) -> bool {
        self.is_all() || self == other
    }
}

/// A file that is destroyed: what it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThatWas {
    /// Its name, where this program gave it; else only how long it was and what ending it had.
    pub file: String,
    /// How many bytes it had.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub bytes: u64,
    /// The SHA-256 of all of them, where they could be read.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
}

/// What may still be somewhere, where nobody here can take it away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beyond {
    /// What: `letter`, `clip`, `pack`, `export`, `sound`, or what stayed here because it could not be touched: `file`.
    pub what: String,
    /// Its name, where this program gave it; of a letter its version; whom sound was given to.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The day it left, where that is known.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub on: String,
    /// By which a copy of it is known.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
    /// What a person called it: said to whoever looks for it now, and written down nowhere, because anything may stand in it.
    #[serde(skip)]
    pub file: String,
}

/// Whether it is begun or done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// It is meant, and what follows goes on from here whatever comes in between.
    #[default]
    Begun,
    /// It is gone, and there is a receipt.
    Done,
    /// Something that only a newer hearback knows: whether to go on is known to that one alone.
    #[serde(other)]
    Newer,
}

/// Something of a session is destroyed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destruction {
    /// What.
    #[serde(rename = "material", default, deserialize_with = "lenient::or_default")]
    pub what: Material,
    /// How far that is.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub step: Step,
    /// The day on which it was begun.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// The reason that was given.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub why: String,
    /// What the participant wanted, where it is done for their sake.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
    /// Which files that is, as they were when it was begun.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ThatWas>,
    /// What cannot be reached.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub beyond: Vec<Beyond>,
    /// The number of the last note that goes with it: none gets it again. 0 where there is none.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "is_none_at_all")]
    pub last_note: u32,
    /// That of the last statement.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "is_none_at_all")]
    pub last_statement: u32,
    /// How many codes go from the study's coding with it. 0 where there is none.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "is_none_at_all")]
    pub coding: u32,
    /// The number of the receipt, as its file is called in the study's folder of them; once it is done.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub receipt: String,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks it")]
const fn is_none_at_all(number: &u32) -> bool {
    *number == 0
}

impl Destruction {
    /// Whether a newer hearback began it, in a way that is not known here: it is for that one to finish.
    pub fn is_newer(&self) -> bool {
        self.what == Material::Newer || self.step == Step::Newer
    }

    /// That it is done, with this receipt. What was in it stands there.
    #[must_use]
    pub fn done(&self, receipt: String) -> Self {
        let bare = Self { files: Vec::new(), beyond: Vec::new(), last_note: 0, last_statement: 0, coding: 0, ..self.clone() };
        Self { step: Step::Done, receipt, ..bare }
    }
}

/// What of one session was destroyed, in that order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Destructions(Vec<Destruction>);

impl Destructions {
    /// It was begun, or is done.
    pub(crate) fn hear(&mut self, one: &Destruction) {
        let begun = self.0.iter_mut().rev().find(|known| known.what == one.what && known.step != Step::Done);
        match (one.step, begun) {
            (Step::Done, Some(known)) => {
                known.step = Step::Done;
                known.receipt.clone_from(&one.receipt);
            }
            (Step::Newer, Some(known)) => known.step = Step::Newer,
            (Step::Begun, Some(_)) => {}
            (_, None) => self.0.push(one.clone()),
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Destruction] {
        &self.0
    }

    /// The one that was begun and is not done yet.
    pub fn under_way(&self) -> Option<&Destruction> {
        self.0.iter().find(|one| one.step != Step::Done)
    }

    /// The last one with which material of this kind went, or is going.
    pub fn of(&self, what: Material) -> Option<&Destruction> {
        self.0.iter().rev().find(|one| one.what.takes(what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(what: Material, step: Step) -> Destruction {
        Destruction { what, step, on: "2026-11-24".into(), why: "term".into(), ..Destruction::default() }
    }

    #[test]
    fn what_is_begun_is_under_way_until_it_is_done() {
        let mut all = Destructions::default();
        all.hear(&one(Material::Sound, Step::Begun));
        all.hear(&one(Material::Sound, Step::Begun));
        assert_eq!((all.all().len(), all.under_way().map(|one| one.what)), (1, Some(Material::Sound)));
        all.hear(&one(Material::Sound, Step::Begun).done("2026-11-24-1".into()));
        assert_eq!((all.under_way(), all.of(Material::Sound).unwrap().receipt.as_str()), (None, "2026-11-24-1"));
        assert!(all.of(Material::Notes).is_none());
        all.hear(&one(Material::All, Step::Begun));
        assert!(all.of(Material::Notes).is_some(), "all of it takes each of them");
    }

    #[test]
    fn what_cannot_be_read_of_it_is_still_one() {
        let read: Destruction = serde_json::from_str(r#"{"material":"smell","step":7,"files":"x","why":[]}"#).unwrap();
        assert_eq!((read.what, read.step, read.files.len()), (Material::Newer, Step::Begun, 0));
        let read: Destruction = serde_json::from_str(r#"{"material":"sound","step":"halted"}"#).unwrap();
        let mut all = Destructions::default();
        all.hear(&one(Material::Sound, Step::Begun));
        all.hear(&read);
        assert!(all.all().len() == 1 && all.under_way().is_some_and(Destruction::is_newer), "{all:?}");
        let whole = r#"{"material":"all","step":"done","on":"2026-11-24","why":"withdrawn","wish":"destroy-all","receipt":"2026-11-24-1"}"#;
        let read: Destruction = serde_json::from_str(whole).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), whole);
    }
}
