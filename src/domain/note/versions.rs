//! What a note was before: made, taken back, and gone with whoever was heard in it then, and with the words in it that are not to be used.

use std::collections::BTreeSet;

use crate::domain::note::Belongs;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::Revision;
use crate::domain::note::Version;
use crate::domain::time::Position;

impl Note {
    /// What it is now.
    pub(crate) fn version(&self) -> Revision {
        Revision { kind: self.kind, text: self.text.clone(), position: self.position, question: self.question.clone() }
    }

    /// What it was before, oldest first: as far as that may be shown.
    pub fn revisions(&self) -> Vec<&Revision> {
        self.versions.iter().filter_map(Version::shown).collect()
    }

    /// Makes another version of it; the one before is kept.
    pub(crate) fn revise(&mut self, kind: NoteKind, text: &str, position: Position, belongs: &Belongs) {
        let (was, until, heard) = (self.version(), self.until, self.heard.clone());
        self.versions.push(Version { was, until, heard, parts: BTreeSet::new(), left: false, lost: false });
        self.set(kind, text, position, belongs);
    }

    /// Takes its last version back, if there is one: who was heard in the one before is heard in it, and it is as long as that.
    pub(crate) fn unrevise(&mut self, kind: NoteKind, text: &str, position: Position, belongs: &Belongs) -> Option<()> {
        self.set(kind, text, position, belongs);
        let before = self.versions.pop()?;
        (self.until, self.heard) = (before.until, before.heard);
        Some(())
    }

    /// Words that stood in it, or in one of its parts, until now are in `part` since, which was split off from `whole`.
    pub(crate) fn splits(&mut self, whole: NoteId, part: NoteId) {
        for version in self.versions.iter_mut().filter(|version| whole == self.id || version.parts.contains(&whole)) {
            version.parts.insert(part);
        }
        if whole == self.id || self.parts.contains(&whole) {
            self.parts.insert(part);
        }
    }

    /// What a part that is split off from it was before: words of each version are in the whole as well.
    pub(crate) fn versions_with(&self, whole: NoteId) -> Vec<Version> {
        let with = |version: &Version| {
            let mut version = version.clone();
            version.parts.insert(whole);
            version
        };
        self.versions.iter().map(with).collect()
    }

    /// What it was before goes with the words in it that are not to be used: those of the notes that are `lost`.
    pub(crate) fn lose(&mut self, lost: &BTreeSet<NoteId>) {
        for version in &mut self.versions {
            version.lost = !version.parts.is_disjoint(lost);
        }
        self.lost = !self.parts.is_disjoint(lost);
    }

    /// Whether words that stood in it once are not to be used, or are those of somebody who takes no part any more. That they had been taken for
    /// theirs, and are not, takes nothing away.
    pub(crate) fn has_lost(&self) -> bool {
        self.lost || self.versions.iter().any(|version| version.left && version.was.text != self.text)
    }

    /// What it was before they were heard in it may hold the words that they were heard with, and goes with those.
    pub(super) fn follow_the_words(&mut self) {
        let gone = self.versions.iter().rposition(|version| version.left && version.was.text != self.text);
        self.versions.iter_mut().take(gone.unwrap_or(0)).for_each(|version| version.left = true);
    }

    /// Wherever it is put, it is as long as it was.
    fn set(&mut self, kind: NoteKind, text: &str, position: Position, belongs: &Belongs) {
        self.until = self.until.map(|until| position.forward(until.since(self.position)));
        (self.kind, self.text, self.position) = (kind, text.to_owned(), position);
        if let Belongs::To(question) = belongs {
            self.question.clone_from(question);
        }
    }
}
