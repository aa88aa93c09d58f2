//! The line that is always ready for a note: what stands on it, when that was begun, and what was put aside.
//!
//! The first printable key stamps it. What stands on it is kept on disk while it is being written.

use crate::domain::command::Command;
use crate::domain::note::Draft;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::session::Session;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::keymap::action::Interview;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
use crate::tui::put_aside::PutAside;
use crate::tui::shared::Shared;
use crate::words::say;

/// How often the unfinished note is kept on disk, in milliseconds: with a turn of the loop and a slow sync, once a second.
const DRAFT_MS: u64 = 600;

/// The line and what belongs to it.
#[derive(Debug, Default)]
pub(super) struct Composer {
    line: Line,
    kind: NoteKind,
    /// What a note is unless it is said otherwise.
    usual: NoteKind,
    /// When the note on the line was begun, and where.
    begun: Option<Draft>,
    /// Whether what stands on the line was written before anybody sat here, and only the team may read it.
    veiled: bool,
    /// Lines that were put aside, the last one on top.
    put_aside: PutAside<Draft>,
    kept_ms: u64,
    kept: Option<Draft>,
}

impl Composer {
    /// The note being written.
    pub(super) fn line(&self) -> &Line {
        &self.line
    }

    /// What the next note is, or the one being written.
    pub(super) fn kind(&self) -> NoteKind {
        self.kind
    }

    /// When the note being written was begun.
    pub(super) fn begun(&self) -> Option<&NoteStamp> {
        self.begun.as_ref().map(|d| &d.stamp)
    }

    /// Whether the words on the line are not for this screen until somebody goes on writing them.
    pub(super) fn is_veiled(&self) -> bool {
        self.veiled && !self.line.is_empty()
    }

    /// A line on which nothing stands yet is from now on for `usual`, unless it was said otherwise.
    pub(super) fn be_for(&mut self, usual: NoteKind) {
        if self.line.is_empty() && self.kind == self.usual {
            self.kind = usual;
        }
        self.usual = usual;
    }

    pub(super) fn next_kind(&mut self) {
        self.kind = self.kind.next();
    }

    /// Goes on with a note that was found unfinished.
    pub(super) fn find(&mut self, draft: Draft) {
        self.veiled = !draft.kind.is_shareable();
        self.take_up(draft);
    }

    /// Puts `draft` on the line, its stamp with it.
    fn take_up(&mut self, draft: Draft) {
        self.line = Line::holding(draft.text.clone());
        self.kind = draft.kind;
        self.begun = Some(draft);
    }

    /// The unfinished note as it would be saved now.
    fn draft(&self) -> Option<Draft> {
        let begun = self.begun.as_ref()?;
        Some(Draft { kind: self.kind, text: self.line.text().to_owned(), ..begun.clone() })
    }

    /// A key for the note. The first one stamps it.
    pub(super) fn write(&mut self, chord: Chord, shared: &Shared) {
        if self.line.edit(chord) {
            self.edited(shared);
        }
    }

    /// Text pasted into the note; gives back what was too long.
    pub(super) fn paste(&mut self, text: &str, shared: &Shared) -> Option<String> {
        let rest = self.line.paste(text);
        self.edited(shared);
        rest
    }

    /// After an edit: a line that holds text has a stamp, an empty one has none.
    fn edited(&mut self, shared: &Shared) {
        self.veiled = false;
        if self.line.is_empty() {
            self.begun = None;
        } else if self.begun.is_none() {
            self.begun = fresh(shared);
        }
    }

    /// Saves what stands on the line. On an empty one there is nothing to save: Enter is pressed twice by habit.
    pub(super) fn save(&mut self, shared: &mut Shared) {
        let Some(draft) = self.draft().filter(|d| !d.text.trim().is_empty()) else { return };
        let draft = Draft { text: draft.text.trim().to_owned(), ..draft };
        if shared.ask(Command::AddNote(draft)) {
            self.empty(shared);
            self.kind = self.usual;
        }
    }

    /// What stood on the line is somewhere else now.
    pub(super) fn empty(&mut self, shared: &mut Shared) {
        drop(self.line.take());
        (self.begun, self.kept) = (None, None);
        shared.want(Effect::KeepDraft(None));
    }

    /// Marks this moment: a note without words, of the kind that was chosen for it. A line that is being written stays as it is.
    pub(super) fn moment(&mut self, shared: &mut Shared) {
        let Some(fresh) = fresh(shared) else { return };
        let chosen = if self.line.is_empty() { self.kind } else { NoteKind::default() };
        if shared.ask(Command::AddNote(Draft { kind: chosen, ..fresh })) && self.line.is_empty() {
            self.kind = self.usual;
        }
    }

    /// Saves what stands on the line as a note, before the session ends under it. Lines that were put aside are kept as notes that were
    /// taken back: the journal has them, nobody else.
    pub(super) fn keep(&mut self, shared: &mut Shared) {
        self.save(shared);
        for draft in self.put_aside.drain() {
            let note = shared.session().map(Session::next_note);
            if let (true, Some(note)) = (shared.ask(Command::AddNote(draft)), note) {
                shared.ask(Command::StrikeNote { note });
            }
        }
    }

    /// Puts the line aside, if something stands on it.
    pub(super) fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(draft) = self.draft() {
            self.put_aside.put(draft, shared.journal_lines());
            self.empty(shared);
            let key = shared.key(Interview::Undo);
            shared.say(Weight::News, say!("put-aside", key = key));
        }
    }

    /// Takes up again what was put aside after the last step of the sitting; says whether there was anything.
    pub(super) fn bring_back(&mut self, shared: &Shared) -> bool {
        let Some(draft) = self.put_aside.take_since(shared.last_step(), |_| true) else { return false };
        self.veiled = false;
        self.take_up(draft);
        true
    }

    /// A turn: what is being written is kept on disk.
    pub(super) fn turn(&mut self, shared: &mut Shared) {
        let (draft, now) = (self.draft(), shared.now.mono_ms);
        if draft != self.kept && now.saturating_sub(self.kept_ms) >= DRAFT_MS {
            shared.want(Effect::KeepDraft(draft.clone()));
            (self.kept, self.kept_ms) = (draft, now);
        }
    }
}

/// A note begun at this moment.
fn fresh(shared: &Shared) -> Option<Draft> {
    let session = shared.session()?;
    let stamp = session.stamp_at(shared.now.position);
    let off_record = session.is_off_record();
    Some(Draft { kind: NoteKind::default(), text: String::new(), stamp, question: session.open_question().cloned(), off_record })
}
