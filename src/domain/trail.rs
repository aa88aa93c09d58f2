//! How each statement rests on what was said: for a reviewer among the team, never for participants.
//!
//! Made of the session as it stands and of its journal lived again: when each statement got the words it had, on which notes it rested then,
//! and in which letters it went. What is not to be used is in none of it: a statement that rests on something withheld is not there at all, an
//! earlier version that did is counted and not shown, and notes that are private never were what a statement rests on.

use std::collections::BTreeMap;

use crate::domain::event::Event;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::domain::tag::untagged;
use crate::domain::time::Position;
use crate::domain::time::Stamp;

/// The trail of a session's member check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// The versions of its letter.
    pub letters: Vec<LetterTrail>,
    /// Its statements, in the order of the letter.
    pub statements: Vec<StatementTrail>,
    /// How many statements rest on what is not to be shown, and are not here.
    pub not_shown: usize,
}

/// A version of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterTrail {
    /// Its number.
    pub version: u32,
    /// When it was written.
    pub at: Stamp,
    /// How many statements were in it.
    pub statements: usize,
}

/// A statement, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementTrail {
    /// Its number in the session.
    pub id: StatementId,
    /// Its number in the letter as it would be written now, if it would be in it.
    pub number: Option<usize>,
    /// The heading it stands under.
    pub topic: String,
    /// Its words.
    pub text: String,
    /// The notes it rests on.
    pub sources: Vec<SourceTrail>,
    /// The words it had, the oldest first and those of today last; as far as they may be shown.
    pub versions: Vec<VersionTrail>,
    /// How many versions may not be shown.
    pub versions_not_shown: usize,
}

/// The words of a statement from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionTrail {
    /// Since when; nothing where the journal does not say.
    pub since: Option<Stamp>,
    /// The words.
    pub text: String,
    /// The notes it rested on.
    pub sources: Vec<NoteId>,
    /// The letters in which it went so.
    pub letters: Vec<u32>,
}

/// A note that a statement rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceTrail {
    /// Which.
    pub note: NoteId,
    /// What it is.
    pub kind: NoteKind,
    /// Where it stands.
    pub position: Position,
    /// Its words.
    pub text: String,
    /// Whether they are quoted below the statement.
    pub is_quoted: bool,
    /// What it was before, the oldest first.
    pub before: Vec<NoteTrail>,
}

/// What a note was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteTrail {
    /// Its kind.
    pub kind: NoteKind,
    /// Where it stood.
    pub position: Position,
    /// Its words.
    pub text: String,
}

/// A statement as it was at a time.
struct Was {
    since: Option<Stamp>,
    statement: Statement,
    letters: Vec<u32>,
}

impl Trail {
    /// The trail of `session`, of which `lines` is the journal: when each was written and what it says.
    pub fn of(session: &Session, lines: &[(Stamp, Option<&Event>)]) -> Self {
        let (letters, mut was) = lived(session, lines);
        let summary = Summary::of(session);
        let in_letter: Vec<StatementId> =
            summary.topics().iter().flat_map(|topic| topic.statements()).map(|statement| statement.id()).collect();
        let mut statements: Vec<StatementTrail> = Vec::new();
        let mut not_shown = 0;
        for topic in &session.guide().topics {
            for statement in session.statements().filter(|s| s.topic == topic.id) {
                let sources: Vec<SourceTrail> = statement.sources.iter().filter_map(|id| source(session, statement, *id)).collect();
                if !may_be_shown(session, statement) {
                    not_shown += 1;
                    continue;
                }
                let all = was.remove(&statement.id).unwrap_or_default();
                let count = all.len();
                let shown = all.into_iter().filter(|version| may_be_shown(session, &version.statement));
                let mut versions: Vec<VersionTrail> = shown.map(VersionTrail::from).collect();
                let versions_not_shown = count - versions.len();
                if versions.is_empty() {
                    versions.push(VersionTrail::from(Was { since: None, statement: statement.clone(), letters: Vec::new() }));
                }
                statements.push(StatementTrail {
                    id: statement.id,
                    number: in_letter.iter().position(|id| *id == statement.id).map(|at| at + 1),
                    topic: topic.heading().to_owned(),
                    text: untagged(&statement.text).into_owned(),
                    sources,
                    versions,
                    versions_not_shown,
                });
            }
        }
        // What rests on something withheld is passed over by the session itself.
        let gone = (1..session.next_statement().0).filter_map(|id| session.statement(StatementId(id)));
        not_shown += gone.filter(|s| !s.struck && session.is_bereft(s)).count();
        Self { letters, statements, not_shown }
    }

    /// The same of one statement, without what only its journal knows.
    pub fn of_one(session: &Session, id: StatementId) -> Option<StatementTrail> {
        Self::of(session, &[]).statements.into_iter().find(|statement| statement.id == id)
    }
}

/// The letters, and each statement with the words it had.
fn lived(session: &Session, lines: &[(Stamp, Option<&Event>)]) -> (Vec<LetterTrail>, BTreeMap<StatementId, Vec<Was>>) {
    let (mut letters, mut was): (Vec<LetterTrail>, BTreeMap<StatementId, Vec<Was>>) = (Vec::new(), BTreeMap::new());
    Session::live_again(session.guide(), lines.iter().map(|(_, event)| *event), |n, then, event| {
        let at = lines.get(n).map(|(at, _)| *at);
        if let (Event::LetterWritten { version, .. }, Some(at)) = (event, at) {
            let summary = Summary::of(then);
            let inside = summary.topics().iter().flat_map(|topic| topic.statements()).map(|one| one.id());
            for id in inside {
                if let Some(last) = was.get_mut(&id).and_then(|all| all.last_mut()) {
                    last.letters.push(*version);
                }
            }
            letters.push(LetterTrail { version: *version, at, statements: summary.len() });
        }
        if !event.changes_statements() {
            return;
        }
        for id in (1..then.next_statement().0).map(StatementId) {
            let Some(statement) = then.statement(id) else { continue };
            let all = was.entry(id).or_default();
            let is_same = |last: &Was| {
                let last = &last.statement;
                (&last.text, &last.sources, &last.quotes) == (&statement.text, &statement.sources, &statement.quotes)
            };
            if !all.last().is_some_and(is_same) {
                all.push(Was { since: at, statement: statement.clone(), letters: Vec::new() });
            }
        }
    });
    (letters, was)
}

/// Whether the words of `statement` may be shown, as it is or was: all that it rests on may be.
fn may_be_shown(session: &Session, statement: &Statement) -> bool {
    let readable = |id: &NoteId| session.note(*id).is_some_and(|note| note.shareable().is_some());
    !session.is_bereft(statement) && statement.sources.iter().chain(&statement.quotes).all(readable)
}

fn source(session: &Session, statement: &Statement, id: NoteId) -> Option<SourceTrail> {
    let note = session.note(id)?;
    let shared = note.shareable()?;
    Some(SourceTrail {
        note: id,
        kind: note.kind,
        position: note.position,
        text: shared.text().into_owned(),
        is_quoted: shared.is_quote() && statement.quotes.contains(&id),
        before: before(note),
    })
}

/// What a note was before; not while it was of a kind that stays with whoever wrote it.
fn before(note: &Note) -> Vec<NoteTrail> {
    let shared = note.revisions().into_iter().filter(|was| was.kind.is_shareable());
    shared.map(|was| NoteTrail { kind: was.kind, position: was.position, text: untagged(&was.text).into_owned() }).collect()
}

impl From<Was> for VersionTrail {
    fn from(was: Was) -> Self {
        let Was { since, statement, letters } = was;
        Self { since, text: untagged(&statement.text).into_owned(), sources: statement.sources, letters }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::tests::small;
    use crate::domain::note::Belongs;
    use crate::domain::note::NoteStamp;
    use crate::domain::seats::Voice;
    use crate::domain::session::tests::opened;
    use crate::domain::withheld::What;
    use crate::domain::withheld::Withheld;
    use crate::domain::withheld::WithheldId;

    fn note(id: u32, kind: NoteKind, text: &str) -> Event {
        let stamp = NoteStamp { raw: Position::from_secs(u64::from(id) * 60), reaction_ms: 0 };
        let (note, text, voice) = (NoteId(id), text.to_owned(), Voice::default());
        Event::NoteAdded {
            note,
            note_kind: kind,
            text,
            stamp,
            question: None,
            off_record: false,
            late: false,
            voice,
            report: None,
            until: None,
        }
    }

    fn revised(id: u32, kind: NoteKind, text: &str) -> Event {
        let position = Position::from_secs(u64::from(id) * 60);
        Event::NoteRevised { note: NoteId(id), note_kind: kind, text: text.into(), position, question: Belongs::AsBefore, voice: None }
    }

    fn written(text: &str, sources: &[u32]) -> Event {
        let topic = small().topics[0].id.clone();
        let sources = sources.iter().copied().map(NoteId).collect();
        Event::StatementWritten { statement: StatementId(1), topic, text: text.into(), sources, quotes: Vec::new() }
    }

    fn said(text: &str) -> Event {
        Event::StatementRevised { statement: StatementId(1), text: text.into(), quotes: Vec::new() }
    }

    fn letter(version: u32) -> Event {
        Event::LetterWritten { version, file: String::new(), statements: Vec::new(), reply_by: String::new() }
    }

    /// The trail of a session in which this happens, a line a minute.
    fn trail(events: &[Event]) -> Trail {
        let all: Vec<Event> = std::iter::once(Event::Opened(opened())).chain(events.iter().cloned()).collect();
        let session = Session::replay(small(), &all).unwrap();
        let lines: Vec<_> = all.iter().zip(0_i64..).map(|(event, n)| (Stamp::new(n * 60_000, 0), Some(event))).collect();
        Trail::of(&session, &lines)
    }

    #[test]
    fn each_version_has_its_time_and_its_letters() {
        let trail = trail(&[
            note(1, NoteKind::Paraphrase, "rest"),
            written("You rest.", &[1]),
            letter(1),
            said("You rest in time."),
            said("You rest in time."),
            letter(2),
            letter(3),
        ]);
        let [statement] = &trail.statements[..] else { panic!("{trail:?}") };
        let versions: Vec<_> = statement.versions.iter().map(|one| (one.since, one.text.as_str(), one.letters.clone())).collect();
        let minute = |n: i64| Some(Stamp::new(n * 60_000, 0));
        assert_eq!(versions, [(minute(2), "You rest.", vec![1]), (minute(4), "You rest in time.", vec![2, 3])]);
        assert_eq!(trail.letters.iter().map(|letter| (letter.version, letter.statements)).collect::<Vec<_>>(), [(1, 1), (2, 1), (3, 1)]);
    }

    #[test]
    fn what_a_note_was_is_told_unless_it_was_private_then() {
        let events = [note(1, NoteKind::Memo, "mine"), revised(1, NoteKind::Quote, "their's"), revised(1, NoteKind::Quote, "theirs")];
        let trail = trail(&[events.as_slice(), &[written("You did.", &[1])]].concat());
        let before: Vec<&str> = trail.statements[0].sources[0].before.iter().map(|was| was.text.as_str()).collect();
        assert_eq!(before, ["their's"]);
    }

    #[test]
    fn what_rests_on_something_that_is_not_to_be_used_is_counted_and_not_shown() {
        let withheld = |note| Event::Withheld(Withheld::of(WithheldId(1), What::Note(NoteId(note)), String::new()));
        let notes = [note(1, NoteKind::Paraphrase, "rest"), note(2, NoteKind::Paraphrase, "secret")];
        let both = [notes.as_slice(), &[written("You rest, and secret.", &[1, 2]), letter(1), withheld(2)]].concat();
        let gone = trail(&both);
        assert_eq!((gone.statements.len(), gone.not_shown), (0, 1));
        // A memo that it was made of is no longer theirs to read, and so are the words that rest on it.
        let memo = trail(&[notes.as_slice(), &[written("You rest.", &[1]), revised(1, NoteKind::Memo, "mine")]].concat());
        assert_eq!((memo.statements.len(), memo.not_shown), (0, 1));
        assert!(!format!("{gone:?}{memo:?}").contains("secret"));
    }
}
