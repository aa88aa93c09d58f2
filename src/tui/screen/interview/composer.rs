//! The line that is always ready for a note: what stands on it, when that was begun, and what was put aside.
//!
//! The first printable key stamps it, also where that is a sign that says what the note is and no part of it. What stands on it is kept on
//! disk while it is being written.

use std::time::Duration;

use crate::domain::command::Command;
use crate::domain::guide::Id;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::note::Revision;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::effect::Effect;
use crate::tui::keymap::action::Interview;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::interview::earlier::Earlier;
use crate::tui::screen::interview::earlier::length;
use crate::tui::shared::Shared;
use crate::words::say;

/// Where a note lay before a key moved it: its moment and its question.
type Place = (NoteStamp, Option<Id>);

/// How often the unfinished note is kept on disk, in milliseconds: with a turn of the loop and a slow sync, once a second.
const DRAFT_MS: u64 = 600;

/// How long the key that takes words away means nothing else after the last of them, in milliseconds.
const CUT_MS: u64 = 1_500;

/// Whether something is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineIs {
    /// Nothing is: the next printable key begins a note.
    Free,
    /// A note is.
    Written,
    /// Nothing can be: it is off the record.
    Closed,
}

/// The line and what belongs to it.
#[derive(Debug, Default)]
pub(super) struct Composer {
    line: Line,
    kind: NoteKind,
    /// What a note is unless it is said otherwise.
    usual: NoteKind,
    /// When the note on the line was begun, and where.
    begun: Option<Draft>,
    /// Where the note on the line lay before each key that moved it, the latest last.
    moved: Vec<Place>,
    /// Whether what stands on the line was written before anybody sat here, and only the team may read it.
    veiled: bool,
    /// Lines that were put aside, the last one on top.
    put_aside: PutAside<Draft>,
    /// In which pause they agreed that something may be noted, as the session counts them: another pause is closed again.
    agreed: Option<usize>,
    kept_ms: u64,
    kept: Option<Draft>,
    /// When the key that takes a word away was pressed last, by which on an empty line they are asked what is to be left out.
    cut_ms: Option<u64>,
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
        if self.is_untouched() {
            self.kind = usual;
        }
        self.usual = usual;
    }

    /// The note that is written next, and no other, is of this kind, unless one is being written.
    pub(super) fn be_next(&mut self, kind: NoteKind) {
        if self.is_untouched() {
            self.kind = kind;
        }
    }

    /// Whether a note is being written: a new one of which something stands on the line, or one that was taken up again.
    pub(super) fn is_written(&self) -> bool {
        !self.line.is_empty() || self.revises().is_some()
    }

    /// The same, in a word.
    pub(super) fn is(&self) -> LineIs {
        if self.is_written() { LineIs::Written } else { LineIs::Free }
    }

    /// The same in `session`, which may be off the record.
    pub(super) fn is_in(&self, session: Option<&Session>) -> LineIs {
        if session.is_some_and(|session| self.is_closed(session)) { LineIs::Closed } else { self.is() }
    }

    /// The note that was taken up again.
    fn revises(&self) -> Option<NoteId> {
        self.begun.as_ref().and_then(|begun| begun.revises)
    }

    /// Whether nothing stands on the line, and nothing was said of the next note.
    pub(super) fn is_untouched(&self) -> bool {
        self.line.is_empty() && !self.is_said()
    }

    /// Whether it was said what the next note is.
    fn is_said(&self) -> bool {
        self.begun.is_some() || self.kind != self.usual
    }

    /// The next note is what it usually is, and begins with its next key.
    fn begin_anew(&mut self) {
        (self.kind, self.begun) = (self.usual, None);
        self.moved.clear();
    }

    pub(super) fn next_kind(&mut self) {
        self.kind = self.kind.next();
    }

    /// Goes on with a note that was found unfinished.
    pub(super) fn find(&mut self, draft: Draft, shared: &Shared) {
        let stands = |id: &NoteId| shared.session().and_then(|session| session.note(*id)).is_some_and(Note::stands);
        self.veiled = !draft.kind.is_shareable();
        self.take_up(Draft { revises: draft.revises.filter(stands), ..draft });
    }

    /// Forgets the lines that are the words of whoever takes no part any more, on the line and put aside.
    pub(super) fn forget_gone(&mut self, shared: &mut Shared) {
        let is_gone = |draft: &Draft| shared.session().is_some_and(|session| !session.may_show(draft));
        self.put_aside.forget(is_gone);
        if self.draft().is_some_and(|draft| is_gone(&draft)) {
            self.empty(shared);
            self.begin_anew();
        }
    }

    /// Puts `draft` on the line, its stamp with it.
    fn take_up(&mut self, draft: Draft) {
        self.line = Line::holding(draft.text.clone());
        self.kind = draft.kind;
        self.begun = Some(draft);
        self.moved.clear();
    }

    /// The unfinished note as it would be saved now.
    fn draft(&self) -> Option<Draft> {
        let begun = self.begun.as_ref().filter(|_| self.is_written())?;
        Some(Draft { kind: self.kind, text: self.line.text().to_owned(), ..begun.clone() })
    }

    /// A key for the note. The first one stamps it.
    pub(super) fn write(&mut self, chord: Chord, shared: &mut Shared) {
        if chord.typed().is_some() && !self.may_begin(shared) {
            return;
        }
        if !self.is_written() && self.says_kind(chord, shared) {
            return;
        }
        if self.line.edit(chord) {
            if chord == (Chord { ctrl: true, ..Chord::plain(Key::Char('w')) }) {
                self.cut_ms = Some(shared.now.mono_ms);
            }
            self.edited(shared);
        }
    }

    /// Whether words were being taken away just now by the key that on an empty line means something else. While it goes on, it does.
    pub(super) fn was_just_cut(&mut self, now_ms: u64) -> bool {
        let just = self.cut_ms.is_some_and(|at| now_ms.saturating_sub(at) < CUT_MS);
        self.cut_ms = self.cut_ms.filter(|_| just).map(|_| now_ms);
        just
    }

    /// On an empty line: a sign says what the note is, once, so that a note may begin with any sign; Backspace takes that back.
    fn says_kind(&mut self, chord: Chord, shared: &Shared) -> bool {
        match (chord.typed().and_then(NoteKind::begun_by), self.is_said()) {
            (Some(kind), false) => (self.kind, self.begun) = (kind, fresh(shared)),
            (None, true) if chord == Chord::plain(Key::Backspace) => self.begin_anew(),
            _ => return false,
        }
        true
    }

    /// Text pasted into the note; gives back what was too long.
    pub(super) fn paste(&mut self, text: &str, shared: &mut Shared) -> Option<String> {
        if !self.may_begin(shared) {
            return None;
        }
        let rest = self.line.paste(text);
        self.edited(shared);
        rest
    }

    /// After an edit: a line that holds text has a stamp, an empty one has none.
    fn edited(&mut self, shared: &Shared) {
        self.veiled = false;
        if !self.is_written() {
            self.begun = None;
            self.moved.clear();
        } else if self.begun.is_none() {
            self.begun = fresh(shared);
        }
    }

    /// Saves what stands on the line. On an empty one there is nothing to save: Enter is pressed twice by habit.
    pub(super) fn save(&mut self, shared: &mut Shared) {
        let Some(draft) = self.draft().filter(|d| !d.text.trim().is_empty()) else { return };
        let draft = Draft { text: draft.text.trim().to_owned(), ..draft };
        // A seat's number alone, of a seat of which nothing is kept, would stick to the next words.
        let is_number = draft.text.chars().all(|c| c.is_ascii_digit()) && shared.session().is_some_and(|session| !session.may_show(&draft));
        if is_as_it_was(&draft, shared) || shared.ask(saving(draft)) || is_number {
            self.empty(shared);
            self.begin_anew();
        }
    }

    /// Takes up the note that was saved last, to be written anew.
    pub(super) fn take_up_last(&mut self, shared: &mut Shared) {
        match shared.last_note().map(|note| note.id) {
            Some(note) => self.take_up_again(note, shared),
            None => shared.say(Weight::News, say!("no-note-of-now")),
        }
    }

    /// Takes up this note, to be written anew.
    pub(super) fn take_up_again(&mut self, note: NoteId, shared: &mut Shared) {
        if self.is_written() {
            let (save, aside) = (shared.key(Interview::Save), shared.key(Interview::PutAside));
            return shared.say(Weight::News, say!("line-is-in-the-way", save = save, aside = aside));
        }
        let Some(draft) = drafted(note, shared) else { return };
        let is_last = shared.last_note().is_some_and(|last| last.id == note);
        self.take_up(draft);
        let (save, leave) = (shared.key(Interview::Save), shared.key(Interview::PutAside));
        let words = if is_last {
            say!("last-note-taken-up", save = save, leave = leave)
        } else {
            say!("note-taken-up", save = save, leave = leave)
        };
        shared.say(Weight::News, words);
    }

    /// Moves the stamp of the note that is being written, or of the one that was saved last, to earlier. What was noted off the record stays
    /// there: earlier than that is what was said on it.
    pub(super) fn earlier(&mut self, far: Earlier, shared: &mut Shared) {
        let is_written = self.begun.is_some();
        let Some(draft) = self.begun.clone().or_else(|| shared.last_note().and_then(|note| drafted(note.id, shared))) else {
            return shared.say(Weight::News, say!("no-note-of-now"));
        };
        if draft.off_record {
            return shared.say(Weight::News, say!("stamp-is-off-record"));
        }
        let before = draft.stamp;
        let stamp = before.earlier(far.by());
        let at = stamp.position();
        if at == before.position() {
            return shared.say(Weight::News, say!("stamp-is-at-the-beginning"));
        }
        let moved = Draft { stamp, ..draft };
        let by = length(self.unmoved(before, shared).since(at));
        let words = if is_written {
            say!("stamp-earlier", by = by, at = at.to_string())
        } else {
            say!("last-note-earlier", by = by, at = at.to_string())
        };
        if self.is_moved(moved, shared) {
            shared.say(Weight::News, words);
        }
    }

    /// Where the note that lies at `stamp` lay before any key moved it.
    fn unmoved(&self, stamp: NoteStamp, shared: &Shared) -> Position {
        let reaction = shared.session().map_or(0, |session| session.opened().reaction_ms);
        let hand = stamp.raw.back(Duration::from_millis(reaction.into()));
        let first = self.moved.first().map(|(first, _)| first.position());
        first.unwrap_or_else(|| if self.begun.is_some() { stamp.position() } else { hand.max(stamp.position()) })
    }

    /// The note that is being written, or that was saved last, belongs to `question`, which is called so.
    pub(super) fn belongs(&mut self, question: Id, label: &str, shared: &mut Shared) {
        let is_written = self.begun.is_some();
        let Some(draft) = self.begun.clone().or_else(|| shared.last_note().and_then(|note| drafted(note.id, shared))) else {
            return shared.say(Weight::News, say!("no-note-of-now"));
        };
        let (stands, question) = (draft.question.as_ref() == Some(&question), Some(question));
        let words = if is_written { say!("note-belongs", question = label) } else { say!("last-note-belongs", question = label) };
        if stands || self.is_moved(Draft { question, ..draft }, shared) {
            shared.say(Weight::News, words);
        }
    }

    /// Puts `draft` in the place of the note that is being written, which can be taken back; a note that was saved becomes another version
    /// of itself. Whether that was done.
    fn is_moved(&mut self, draft: Draft, shared: &mut Shared) -> bool {
        match &mut self.begun {
            Some(begun) => {
                self.moved.push((begun.stamp, begun.question.clone()));
                *begun = draft;
                true
            }
            None => shared.ask(saving(draft)),
        }
    }

    /// Takes back where the note on the line was moved last; says whether it was.
    pub(super) fn move_back(&mut self, shared: &mut Shared) -> bool {
        let Some(((stamp, question), begun)) = self.moved.pop().zip(self.begun.as_mut()) else { return false };
        let is_stamp = begun.stamp != stamp;
        (begun.stamp, begun.question) = (stamp, question);
        let label = begun.question.clone().and_then(|id| Some(shared.session()?.guide().question(&id)?.1.label().trim().to_owned()));
        let words = match label {
            _ if is_stamp => say!("stamp-back", at = stamp.position().to_string()),
            Some(label) => say!("note-belongs", question = label),
            None => say!("note-belongs-nowhere"),
        };
        shared.say(Weight::News, words);
        true
    }

    /// What stood on the line is somewhere else now.
    pub(super) fn empty(&mut self, shared: &mut Shared) {
        drop(self.line.take());
        (self.begun, self.kept) = (None, None);
        self.moved.clear();
        shared.want(Effect::KeepDraft(None));
    }

    /// Marks this moment: a note without words, of the kind that was chosen for it; where a sign said so, the moment of that. A line that
    /// is being written stays as it is.
    pub(super) fn moment(&mut self, shared: &mut Shared) {
        if !self.may_begin(shared) {
            return;
        }
        let is_free = !self.is_written();
        let begun = self.begun.clone().filter(|_| is_free);
        let Some(begun) = begun.or_else(|| fresh(shared)) else { return };
        let kind = if is_free { self.kind } else { NoteKind::default() };
        if shared.ask(Command::AddNote(Draft { kind, ..begun })) && is_free {
            self.begin_anew();
        }
    }

    /// Saves what stands on the line as a note, before the session ends under it. Lines that were put aside are kept as notes that were
    /// taken back: the journal has them, nobody else.
    pub(super) fn keep(&mut self, shared: &mut Shared) {
        self.save(shared);
        for draft in self.put_aside.drain() {
            let Some(session) = shared.session() else { return };
            let before = draft.revises.and_then(|note| drafted(note, shared));
            let back = before.map_or(Command::StrikeNote { note: session.next_note() }, saving);
            if shared.ask(saving(draft)) {
                shared.ask(back);
            }
        }
    }

    /// Puts the line aside, if something stands on it. What was said of the next note no longer is.
    pub(super) fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(draft) = self.draft() {
            let key = shared.key(Interview::Undo);
            let words = match draft.revises {
                None => say!("put-aside", key = key),
                Some(_) if is_as_it_was(&draft, shared) => say!("note-stays"),
                Some(_) => say!("note-stays-change-aside", key = key),
            };
            if !is_as_it_was(&draft, shared) {
                self.put_aside.put(draft, shared.journal_lines());
            }
            self.empty(shared);
            shared.say(Weight::News, words);
        }
        self.begin_anew();
    }

    /// Takes up again what was put aside after the last step of the sitting; says whether there was anything.
    pub(super) fn bring_back(&mut self, shared: &Shared) -> bool {
        let Some(draft) = self.put_aside.take_since(shared.last_step(), |_| true) else { return false };
        self.veiled = false;
        self.take_up(draft);
        true
    }

    /// Whether the line is closed: off the record nothing is noted, unless a deliberate key opened it.
    pub(super) fn is_closed(&self, session: &Session) -> bool {
        session.is_off_record() && !self.is_agreed(session) && !self.is_written()
    }

    /// Whether they agreed, in the pause that is now, that something may be noted.
    fn is_agreed(&self, session: &Session) -> bool {
        self.agreed == Some(session.timeline().pauses().len())
    }

    /// Whether a note may be begun, or go on; if not, it is said by which key it may.
    fn may_begin(&self, shared: &mut Shared) -> bool {
        let is_closed = shared.session().is_some_and(|session| self.is_closed(session));
        if is_closed {
            let key = shared.key(Interview::OpenLine);
            shared.say(Weight::News, say!("line-is-closed", key = key));
        }
        !is_closed
    }

    /// Off the record, opens the line for what they agreed may be noted, or closes it again.
    pub(super) fn open_line(&mut self, shared: &mut Shared) {
        let Some(session) = shared.session().filter(|session| session.is_off_record()) else {
            return shared.say(Weight::News, say!("line-is-open-anyway"));
        };
        self.agreed = if self.is_agreed(session) { None } else { Some(session.timeline().pauses().len()) };
        let key = shared.key(Interview::OpenLine);
        shared.say(Weight::News, if self.agreed.is_some() { say!("line-opened", key = key) } else { say!("line-closed") });
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
    let question = session.open_question().cloned();
    Some(Draft { kind: NoteKind::default(), text: String::new(), stamp, question, off_record, revises: None, until: None })
}

/// A note that was saved, to be written anew.
fn drafted(note: NoteId, shared: &Shared) -> Option<Draft> {
    let session = shared.session()?;
    session.note(note).map(|note| Draft::of(note, session.table()))
}

/// What saves `draft`: as another version of the note that was taken up, or as a new one.
fn saving(draft: Draft) -> Command {
    match draft.revises {
        Some(note) => {
            let (kind, position, question) = (draft.kind, draft.stamp.position(), draft.question);
            Command::ReviseNote { note, into: Revision { kind, text: draft.text, position, question } }
        }
        None => Command::AddNote(draft),
    }
}

/// Whether nothing was changed of the note that was taken up.
fn is_as_it_was(draft: &Draft, shared: &Shared) -> bool {
    let note = draft.revises.and_then(|note| shared.session()?.note(note));
    note.is_some_and(|note| draft.is_as(note, shared.session().and_then(Session::table)))
}
