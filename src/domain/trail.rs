//! How each statement rests on what was said: for a reviewer among the team, never for participants.
//!
//! Made of the session as it stands and of its journal lived again: when each statement got the words it had, and on which notes it rested then.
//! In which letters it went, and in which words, is what was written down of each letter. What is not to be used is in none of it: a statement
//! that rests on something withheld is not there at all, an earlier version that did is counted and not shown. So is what rests on a note that
//! was taken back or is private now, unless it went in a letter: then it is told as it went ([`Session::may_say`]).

use std::collections::BTreeMap;

use crate::domain::event::Event;
use crate::domain::lineage::Lineage;
use crate::domain::member_check::sent::AsWritten;
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
use crate::words::say;

/// The trail of a session's member check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// The versions of its letter.
    pub letters: Vec<LetterTrail>,
    /// Its statements, in the order of the letter.
    pub statements: Vec<StatementTrail>,
    /// How many statements are not here because they are not to be used.
    pub not_shown: usize,
    /// How many are not here because a note they rest on was taken back, or is private now.
    pub notes_gone: usize,
}

/// A version of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterTrail {
    /// Its number.
    pub version: u32,
    /// When it was written.
    pub at: Stamp,
    /// How many statements were in it; nothing where its journal does not say.
    pub statements: Option<usize>,
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

impl SourceTrail {
    /// What plays it, in the session called so.
    pub fn heard_by(&self, session: &str) -> String {
        format!("hearback replay {session} --note {}", self.note.0)
    }
}

impl NoteTrail {
    /// It in words.
    pub fn words(&self) -> String {
        say!("trail-note-before", at = self.position.to_string(), kind = self.kind.words(), words = &self.text)
    }
}

/// A statement as it was at a time.
struct Was {
    since: Option<Stamp>,
    statement: Statement,
    letters: Vec<u32>,
    /// Which statements had words of which by then.
    lineage: Lineage<StatementId>,
}

impl Was {
    fn of(then: &Session, since: Option<Stamp>, statement: &Statement) -> Self {
        Self { since, statement: statement.clone(), letters: Vec::new(), lineage: then.lineage().clone() }
    }

    /// Whether it may be shown: once it went, also where a note that it rested on was taken back since.
    fn may_be_shown(&self, session: &Session) -> bool {
        let said = if self.letters.is_empty() { session.may_say(&self.statement) } else { session.may_tell(&self.statement) };
        said.is_ok() && !self.is_taken_back(session)
    }

    /// Whether words that stood in it are by now in one that is not to be used: because they went there, or went back.
    fn is_taken_back(&self, session: &Session) -> bool {
        let (id, now) = (self.statement.id, session.lineage());
        let whence = self.lineage.brought(id, now).into_iter().chain([id]);
        whence.into_iter().any(|id| session.is_taken_back(id, self.lineage.now()))
    }
}

impl Trail {
    /// The trail of `session`, of which `lines` is the journal: when each was written and what it says.
    pub fn of(session: &Session, lines: &[(Stamp, Option<&Event>)]) -> Self {
        let (letters, mut was) = lived(session, lines);
        let summary = Summary::of(session);
        let in_letter: Vec<StatementId> =
            summary.topics().iter().flat_map(|topic| topic.statements()).map(|statement| statement.id()).collect();
        let mut statements: Vec<StatementTrail> = Vec::new();
        let (mut not_shown, mut notes_gone) = (0, 0);
        for topic in &session.guide().topics {
            for statement in session.statements().filter(|s| s.topic == topic.id) {
                let sources: Vec<SourceTrail> = statement.sources.iter().filter_map(|id| source(session, statement, *id)).collect();
                if session.may_say(statement).is_err() {
                    notes_gone += 1;
                    continue;
                }
                let all = was.remove(&statement.id).unwrap_or_default();
                let count = all.len();
                let shown = all.into_iter().filter(|version| version.may_be_shown(session));
                let mut versions: Vec<VersionTrail> = shown.map(VersionTrail::from).collect();
                let versions_not_shown = count - versions.len();
                if versions.is_empty() {
                    versions.push(VersionTrail::from(Was::of(session, None, statement)));
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
        not_shown += session.all_statements().filter(|s| !s.struck && session.may_tell(s).is_err()).count();
        Self { letters, statements, not_shown, notes_gone }
    }

    /// The same of one statement, without what only its journal knows.
    pub fn of_one(session: &Session, id: StatementId) -> Option<StatementTrail> {
        Self::of(session, &[]).statements.into_iter().find(|statement| statement.id == id)
    }
}

/// The letters, and each statement with the words it had.
fn lived(session: &Session, lines: &[(Stamp, Option<&Event>)]) -> (Vec<LetterTrail>, BTreeMap<StatementId, Vec<Was>>) {
    let (mut letters, mut was): (Vec<LetterTrail>, BTreeMap<StatementId, Vec<Was>>) = (Vec::new(), BTreeMap::new());
    Session::live_again(session.guide().clone(), lines.iter().map(|(_, event)| *event), |n, then, event| {
        let at = lines.get(n).map(|(at, _)| *at);
        if let (Event::LetterWritten { version, .. }, Some(at)) = (event, at) {
            let written = session.member_check().version(*version).map_or(&[][..], |version| &version.statements);
            for one in written {
                went(one, *version, at, was.entry(one.statement).or_default());
            }
            let statements = Some(written.len()).filter(|count| *count > 0);
            letters.push(LetterTrail { version: *version, at, statements });
        }
        if !event.changes_statements() {
            return;
        }
        for statement in then.all_statements() {
            let all = was.entry(statement.id).or_default();
            let is_same = |last: &Was| {
                let last = &last.statement;
                (&last.text, &last.sources, &last.quotes) == (&statement.text, &statement.sources, &statement.quotes)
            };
            if !all.last().is_some_and(is_same) {
                all.push(Was::of(then, at, statement));
            }
        }
    });
    (letters, was)
}

/// The statement that has been `all` of these went in this letter, as `one` has it.
fn went(one: &AsWritten, letter: u32, at: Stamp, all: &mut Vec<Was>) {
    let same = all.iter().rposition(|was| untagged(&was.statement.text) == one.text.as_str());
    match (same, all.last()) {
        (Some(same), _) => all[same].letters.push(letter),
        // Its journal does not say when it got these words. That they went counts.
        (None, Some(last)) => {
            let sources = one.sources.as_ref().unwrap_or(&last.statement.sources).clone();
            let statement = Statement { text: one.text.clone(), sources, ..last.statement.clone() };
            all.push(Was { since: Some(at), statement, letters: vec![letter], lineage: last.lineage.clone() });
        }
        (None, None) => {}
    }
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
        let Was { since, statement, letters, .. } = was;
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
    use crate::domain::study::checking::CheckKind;
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

    /// A letter in which the statement went in these words; of one that an earlier hearback wrote nothing is known.
    fn letter(version: u32, texts: &[&str]) -> Event {
        let as_written = |text: &&str| AsWritten { statement: StatementId(1), text: (*text).to_owned(), quotes: Vec::new(), sources: None };
        let statements = texts.iter().map(as_written).collect();
        Event::LetterWritten {
            version,
            file: String::new(),
            statements,
            reply_by: String::new(),
            on: String::new(),
            called: CheckKind::Check,
        }
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
            letter(1, &["You rest."]),
            said("You rest in time."),
            said("You rest in time."),
            letter(2, &["You rest in time."]),
            // What went is what is written down of the letter, whatever stood on the screen when it was.
            letter(3, &["You rest."]),
            letter(4, &[]),
        ]);
        let [statement] = &trail.statements[..] else { panic!("{trail:?}") };
        let versions: Vec<_> = statement.versions.iter().map(|one| (one.since, one.text.as_str(), one.letters.clone())).collect();
        let minute = |n: i64| Some(Stamp::new(n * 60_000, 0));
        assert_eq!(versions, [(minute(2), "You rest.", vec![1, 3]), (minute(4), "You rest in time.", vec![2])]);
        let counts: Vec<_> = trail.letters.iter().map(|letter| (letter.version, letter.statements)).collect();
        assert_eq!(counts, [(1, Some(1)), (2, Some(1)), (3, Some(1)), (4, None)], "of the last nothing is known");
    }

    #[test]
    fn what_a_note_was_is_told_unless_it_was_private_then() {
        let events =
            [note(1, NoteKind::Memo, "mine"), revised(1, NoteKind::Quote, "theirs, nearly"), revised(1, NoteKind::Quote, "theirs")];
        let trail = trail(&[events.as_slice(), &[written("You did.", &[1])]].concat());
        let before: Vec<&str> = trail.statements[0].sources[0].before.iter().map(|was| was.text.as_str()).collect();
        assert_eq!(before, ["theirs, nearly"]);
    }

    #[test]
    fn what_rests_on_something_that_is_not_to_be_used_is_counted_and_not_shown() {
        let withheld = |note| Event::Withheld(Withheld::of(WithheldId(1), What::Note(NoteId(note)), String::new()));
        let notes = [note(1, NoteKind::Paraphrase, "rest"), note(2, NoteKind::Paraphrase, "secret")];
        let both =
            [notes.as_slice(), &[written("You rest, and secret.", &[1, 2]), letter(1, &["You rest, and secret."]), withheld(2)]].concat();
        let gone = trail(&both);
        assert_eq!((gone.statements.len(), gone.not_shown), (0, 1));
        // A memo that it was made of is no longer theirs to read, and so are the words that rest on it.
        let memo = trail(&[notes.as_slice(), &[written("You rest.", &[1]), revised(1, NoteKind::Memo, "mine")]].concat());
        assert_eq!((memo.statements.len(), memo.not_shown, memo.notes_gone), (0, 0, 1));
        assert!(!format!("{gone:?}{memo:?}").contains("secret"));
    }

    #[test]
    fn what_went_is_told_as_it_went_though_a_note_is_gone_and_what_did_not_is_counted() {
        let rests = |note| Event::StatementRests { statement: StatementId(1), sources: vec![NoteId(note)], quotes: Vec::new() };
        let notes = [note(1, NoteKind::Paraphrase, "rest"), note(2, NoteKind::Paraphrase, "work")];
        let told = |went: &[Event]| {
            let then = [said("You work."), rests(2), Event::NoteStruck { note: NoteId(1) }];
            trail(&[notes.as_slice(), &[written("You rest.", &[1])], went, &then].concat())
        };
        let words = |trail: &Trail| trail.statements[0].versions.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
        let went = told(&[letter(1, &["You rest."])]);
        assert_eq!((words(&went)[0].as_str(), went.statements[0].versions_not_shown), ("You rest.", 1));
        let did_not = told(&[]);
        assert_eq!((words(&did_not).contains(&"You rest.".into()), did_not.statements[0].versions_not_shown), (false, 2));
    }
}
