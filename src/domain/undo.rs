//! Taking back and doing once more: the steps of one sitting, each with the line of the journal that it answers.
//!
//! What a step takes back is decided when it happens, from the session as it stood before ([`opposite`]); so a step needs no
//! second look at a session that has gone on since. A step that was taken back can be done once more, which is another step of the same
//! kind. Whoever opens a session begins with none: what others did, or what was done last week, is not taken back by a key.

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::coverage::Coverage;
use crate::domain::coverage::Mark;
use crate::domain::coverage::ProbeUse;
use crate::domain::distress::DistressChoice;
use crate::domain::due;
use crate::domain::errand::Became;
use crate::domain::errand::FollowedUp;
use crate::domain::errand::MustBeReported;
use crate::domain::errand::Reported;
use crate::domain::evening::LooseEnd;
use crate::domain::evening::ReadBack;
use crate::domain::evening::SeenTo;
use crate::domain::event::Event;
use crate::domain::event::about::About;
use crate::domain::guide::Id;
use crate::domain::listened::OwnQuestion;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::domain::member_check::sent::Sending;
use crate::domain::member_check::told;
use crate::domain::named::Named;
use crate::domain::note::Belongs;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::stands::Stands;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::text::without_marks;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldLifted;
use crate::words::say;

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoStep {
    /// The line that is answered.
    pub of: u64,
    /// What is done in answer.
    pub by: Event,
}

/// The steps of a sitting, latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    done: Vec<UndoStep>,
    taken_back: Vec<UndoStep>,
    /// What was done last and is no step: whoever takes back something older is told so first.
    beyond: Option<Beyond>,
}

/// What no key takes back, because it is what a participant said or what was chosen with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// They took consent back.
    Consent,
    /// It became too much, and this was chosen.
    Distress,
}

impl Steps {
    /// Takes note of `event`, which is about to happen to `session` as line `n`.
    pub fn happens(&mut self, session: &Session, n: u64, event: &Event) {
        match event {
            Event::ConsentWithdrawn(_) => self.beyond = Some(Beyond::Consent),
            Event::Distress { choice, .. } if *choice != DistressChoice::Opened => self.beyond = Some(Beyond::Distress),
            Event::Ended { .. } => *self = Self::default(),
            // What stands in a letter is not taken back from under it.
            Event::LetterWritten { .. } => {
                self.done.retain(|step| step.by.about() != About::Statements);
                self.taken_back.retain(|step| step.by.about() != About::Statements);
            }
            Event::Undone { by, of: Some(of) } => {
                let step = opposite(session, by).map(|by| UndoStep { of: n, by });
                if self.taken_back.last().is_some_and(|step| step.of == *of) {
                    self.taken_back.pop();
                    self.done.extend(step);
                } else {
                    self.done.pop_if(|step| step.of == *of);
                    self.taken_back.extend(step);
                }
            }
            other => {
                if let Some(by) = opposite(session, other) {
                    self.beyond = None;
                    self.taken_back.clear();
                    self.done.push(UndoStep { of: n, by });
                }
            }
        }
    }

    /// What was done since the last step and is not taken back by a key; asked once, it stands in the way no more.
    pub fn passes_beyond(&mut self) -> Option<Beyond> {
        self.beyond.take()
    }

    /// The step that is taken back next.
    pub fn last(&self) -> Option<&UndoStep> {
        self.done.last()
    }

    /// The step that is done once more next.
    pub fn next(&self) -> Option<&UndoStep> {
        self.taken_back.last()
    }
}

/// The event that would take `event` back, as the session stands before it; nothing for what cannot be undone.
pub(crate) fn opposite(session: &Session, event: &Event) -> Option<Event> {
    match event {
        Event::NoteAdded { note, .. } | Event::NoteRestored { note } => Some(Event::NoteStruck { note: *note }),
        Event::NoteStruck { note } => Some(Event::NoteRestored { note: *note }),
        Event::NoteRevised { note, question, voice, .. } => session.note(*note).map(|n| {
            let question = if question.is_as_before() { Belongs::AsBefore } else { Belongs::To(n.question.clone()) };
            let voice = voice.as_ref().map(|_| n.heard.voice.clone());
            Event::NoteRevised { note: n.id, note_kind: n.kind, text: n.text.clone(), position: n.position, question, voice }
        }),
        Event::NotesHeard { .. } | Event::CodeDefined(_) | Event::NoteCoded { .. } | Event::AskedSo(_) => of_listening(session, event),
        Event::NotesJoined { .. } | Event::NotesParted { .. } | Event::NoteSplit { .. } => of_listening(session, event),
        Event::NameSaid { named, stamp, stands } => Some(Event::NameSaid { named: *named, stamp: *stamp, stands: stands.opposite() }),
        Event::MustBeReported(told) => Some(Event::MustBeReported(MustBeReported { stands: told.stands.opposite(), ..told.clone() })),
        Event::ProbeAsked { question, own, at, stands } => {
            Some(Event::ProbeAsked { question: question.clone(), own: *own, at: *at, stands: stands.opposite() })
        }
        Event::CoverageMarked { question, at, .. } => {
            // What was marked before was marked when it was.
            let (mark, at) = session.coverage().marked(question).cloned().unwrap_or((Mark::default(), *at));
            Some(Event::CoverageMarked { question: question.clone(), mark, at })
        }
        Event::ChoiceAnswered { question, at, .. } => {
            let before = session.coverage().answered(question);
            let (choice, at) = (before.map(|chosen| chosen.code.clone()), before.map_or(*at, |chosen| chosen.at));
            Some(Event::ChoiceAnswered { question: question.clone(), choice, at })
        }
        Event::ProbeMarked { probe, at, .. } => {
            let used = if session.coverage().used(probe) { ProbeUse::Used } else { ProbeUse::Unused };
            Some(Event::ProbeMarked { probe: probe.clone(), used, at: *at })
        }
        Event::PointGathered { note, stands } => Some(Event::PointGathered { note: *note, stands: stands.opposite() }),
        Event::ReadBack(read) => {
            let none = || ReadBack { said: None, words: None, ..read.clone() };
            Some(Event::ReadBack(session.evening().read_back(read.note).cloned().unwrap_or_else(none)))
        }
        // That the recording plays is what somebody heard, and no step of anybody's.
        Event::SeenTo(seen) => (seen.end != LooseEnd::Plays.into() || seen.stands == Stands::TakenBack).then(|| {
            let before = if let Named::Known(end) = &seen.end { session.evening().seen(end).cloned() } else { None };
            Event::SeenTo(before.unwrap_or_else(|| SeenTo { stands: Stands::TakenBack, ..seen.clone() }))
        }),
        Event::QuoteShelved(shelved) => Some(Event::QuoteShelved(session.shelf().before(shelved))),
        Event::FieldMemo { .. } | Event::GuideLookedAt(_) => of_page(session, event),
        Event::StatementWritten { .. } | Event::StatementRestored { .. } | Event::StatementStruck { .. } => of_statements(session, event),
        Event::StatementRevised { .. } | Event::StatementRests { .. } | Event::StatementMoved { .. } => of_statements(session, event),
        Event::StatementsJoined { .. } | Event::StatementsParted { .. } => of_statements(session, event),
        Event::StatementSplit { .. } | Event::StatementSetAside { .. } | Event::StatementMeant { .. } => of_statements(session, event),
        Event::FollowedUp(followed) => {
            let before = due::queued(session, followed).and_then(|queued| queued.became);
            Some(Event::FollowedUp(before.unwrap_or_else(|| FollowedUp { is: Became::Open, words: String::new(), ..followed.clone() })))
        }
        Event::Reported(reported) => session.reports().find(|report| report.told.report == reported.report).map(|report| {
            let open = || Reported { stands: Stands::TakenBack, words: report.written.clone(), ..reported.clone() };
            Event::Reported(report.done.clone().unwrap_or_else(open))
        }),
        // A slip of the hand; what was meant only the participant lifts, on another day.
        Event::Withheld(withheld) => Some(Event::WithheldLifted(WithheldLifted { id: withheld.id, ..WithheldLifted::default() })),
        Event::WithheldLifted(lifted) => session.withholding().get(lifted.id).cloned().map(Event::Withheld),
        Event::LetterChecked(_) | Event::LetterSent(_) | Event::NoReply(_) => of_letters(session, event),
        Event::ReplyReceived(_) | Event::Disposition(_) => of_letters(session, event),
        // How they sat when it began is the form's; who came, left or changed places since is a step.
        Event::Seats(_) if session.phase() == Phase::Draft => None,
        Event::Seats(_) => session.table().cloned().map(Event::Seats),
        // What the recorder says, what was agreed and what was reached stays: it is not taken back by a key.
        Event::Opened(_)
        | Event::ConsentAnswered(_)
        | Event::ConsentWithdrawn(_)
        | Event::ConsentChanged(_)
        | Event::Prepared(_)
        | Event::Began { .. }
        | Event::TakeStarted { .. }
        | Event::Checkpoint { .. }
        | Event::Gap { .. }
        | Event::TakeClosed { .. }
        | Event::TakeMeasured { .. }
        | Event::TakeDestroyed { .. }
        | Event::SilencingBegun(_)
        | Event::Silenced(_)
        | Event::SilencingGivenUp { .. }
        | Event::Destruction(_)
        | Event::ClockCompared { .. }
        | Event::AudioStopped { .. }
        | Event::TimePassed { .. }
        | Event::Incident { .. }
        | Event::WentOffRecord { .. }
        | Event::WentOnRecord { .. }
        | Event::QuestionOpened { .. }
        | Event::Distress { .. }
        | Event::Ended { .. }
        | Event::Reviewed
        | Event::Reopened
        | Event::LetterWritten { .. }
        | Event::TranscriptImported(_)
        | Event::SpeakersNamed(_)
        | Event::PassageHeard(_)
        | Event::TranscriptHanded(_)
        | Event::QuoteTranslated(_)
        | Event::QuoteRead(_)
        | Event::SoundCopied(_)
        | Event::Recovered { .. }
        | Event::LineLost => None,
        Event::Undone { by, .. } => opposite(session, by),
    }
}

/// The same of what is written when the interview is over.
fn of_page(session: &Session, event: &Event) -> Option<Event> {
    match event {
        Event::FieldMemo { about, .. } => {
            let text = session.evening().page(*about).unwrap_or_default().to_owned();
            Some(Event::FieldMemo { about: *about, text })
        }
        Event::GuideLookedAt(_) => Some(Event::GuideLookedAt(session.evening().guide().clone())),
        _ => None,
    }
}

/// The same of what is written down of a letter.
fn of_letters(session: &Session, event: &Event) -> Option<Event> {
    let check = session.member_check();
    match event {
        Event::LetterChecked(one) => Some(Event::LetterChecked(LetterChecked { stands: one.stands.opposite(), ..one.clone() })),
        Event::LetterSent(one) => Some(Event::LetterSent(LetterSent { stands: one.stands.opposite(), ..one.clone() })),
        Event::NoReply(one) => Some(Event::NoReply(NoReply { stands: one.stands.opposite(), ..one.clone() })),
        Event::ReplyReceived(remark) => Some(Event::ReplyReceived(check.remark_before(remark))),
        Event::Disposition(disposition) => Some(Event::Disposition(check.disposition_before(disposition))),
        _ => None,
    }
}

/// The same of what is done with notes while listening back.
fn of_listening(session: &Session, event: &Event) -> Option<Event> {
    match event {
        Event::NoteCoded { note, code, stands } => Some(Event::NoteCoded { note: *note, code: code.clone(), stands: stands.opposite() }),
        Event::AskedSo(question) => Some(Event::AskedSo(OwnQuestion { stands: question.stands.opposite(), ..*question })),
        Event::NotesJoined { note, with, .. } => {
            session.note(*note).map(|n| Event::NotesParted { note: n.id, with: *with, text: n.text.clone() })
        }
        Event::NotesParted { note, with, .. } => {
            session.note(*note).map(|n| Event::NotesJoined { note: n.id, with: *with, text: n.text.clone() })
        }
        Event::NoteSplit { note, into, .. } => {
            session.note(*note).map(|n| Event::NotesJoined { note: n.id, with: *into, text: n.text.clone() })
        }
        _ => None,
    }
}

/// The same of what is done with statements.
fn of_statements(session: &Session, event: &Event) -> Option<Event> {
    let was = |id: &StatementId| session.statement(*id);
    Some(match event {
        Event::StatementWritten { statement, .. } | Event::StatementRestored { statement } => {
            Event::StatementStruck { statement: *statement }
        }
        Event::StatementStruck { statement } => Event::StatementRestored { statement: *statement },
        Event::StatementRevised { statement, .. } => {
            let s = was(statement)?;
            Event::StatementRevised { statement: s.id, text: s.text.clone(), quotes: s.quotes.clone() }
        }
        Event::StatementRests { statement, .. } => {
            let s = was(statement)?;
            Event::StatementRests { statement: s.id, sources: s.sources.clone(), quotes: s.quotes.clone() }
        }
        Event::StatementMoved { statement, .. } => {
            let s = was(statement)?;
            Event::StatementMoved { statement: s.id, topic: s.topic.clone(), before: session.statement_behind(s.id) }
        }
        Event::StatementsJoined { statement, with, .. } => {
            let Statement { text, sources, quotes, .. } = was(statement)?.clone();
            Event::StatementsParted { statement: *statement, with: *with, text, sources, quotes }
        }
        Event::StatementsParted { statement, with, .. } | Event::StatementSplit { statement, into: with, .. } => {
            let Statement { text, sources, quotes, .. } = was(statement)?.clone();
            Event::StatementsJoined { statement: *statement, with: *with, text, sources, quotes }
        }
        Event::StatementSetAside { statement, .. } => {
            let stands = if was(statement)?.aside { Stands::Stands } else { Stands::TakenBack };
            Event::StatementSetAside { statement: *statement, stands }
        }
        Event::StatementMeant { statement, .. } => {
            let stands = if was(statement)?.meant { Stands::Stands } else { Stands::TakenBack };
            Event::StatementMeant { statement: *statement, stands }
        }
        _ => return None,
    })
}

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoWay {
    /// It takes something back.
    Back,
    /// It does once more what was taken back.
    Again,
}

/// How many characters of a text name it.
const NAME: usize = 30;

/// What a step takes back or does once more, in words, before it happens to `session`.
pub fn named(session: &Session, by: &Event, way: UndoWay) -> String {
    let note = |id: &NoteId| match session.note(*id) {
        Some(note) if note.is_gone() => say!("undo-a-note"),
        Some(note) if note.is_moment() && !note.voice.is_nobodys() => {
            say!("undo-turn", who = note.voice.told(), at = note.position.to_string())
        }
        Some(note) if note.is_moment() => say!("undo-moment", at = note.position.to_string()),
        Some(note) => quoted(&note.text),
        None => say!("undo-a-note"),
    };
    let statement = |id: &StatementId| {
        session.statement(*id).filter(|s| !session.is_bereft(s)).map_or_else(|| say!("undo-a-statement"), |s| quoted(&s.text))
    };
    let question = |id: &Id| session.guide().question(id).map_or_else(|| id.to_string(), |(_, q)| quoted(&q.ask));
    match (by, way) {
        (Event::NoteStruck { note: id }, UndoWay::Back) | (Event::NoteRestored { note: id }, UndoWay::Again) => note(id),
        (Event::NoteStruck { note: id }, UndoWay::Again) | (Event::NoteRestored { note: id }, UndoWay::Back) => {
            say!("undo-strike", what = note(id))
        }
        (Event::NoteRevised { note: id, question: Belongs::To(_), .. }, _) => say!("undo-move", what = note(id)),
        (Event::NoteRevised { note: id, .. }, _) => say!("undo-change", what = note(id)),
        // What a note was about says what was said in it.
        (Event::NoteCoded { note: id, .. }, _) if session.note(*id).is_some_and(Note::is_gone) => say!("undo-change", what = note(id)),
        (Event::NoteCoded { note: id, code, .. }, _) => say!("undo-code", code = code.as_str(), what = note(id)),
        (Event::AskedSo(question), _) => say!("undo-asked-so", is = question.is.word(), at = question.at.to_string()),
        (Event::NotesParted { note: id, .. }, UndoWay::Back) | (Event::NotesJoined { note: id, .. }, UndoWay::Again) => {
            say!("undo-join", what = note(id))
        }
        (Event::NotesJoined { note: id, .. }, UndoWay::Back) | (Event::NotesParted { note: id, .. }, UndoWay::Again) => {
            say!("undo-split", what = note(id))
        }
        (Event::NameSaid { named, stamp, .. }, _) => {
            say!("undo-name", of = named.word(), at = stamp.position().to_string())
        }
        // Its kind is not said: the line stands on the screen, and they may read that.
        (Event::MustBeReported(told), _) => say!("undo-report", at = told.at.to_string()),
        (Event::ProbeAsked { question: id, own, .. }, _) => {
            say!("undo-own-probe", kind = own.word(), question = question(id))
        }
        (Event::CoverageMarked { question: id, .. }, UndoWay::Back) => marked(session.coverage().of(id), question(id)),
        (Event::CoverageMarked { question: id, mark, .. }, UndoWay::Again) => marked(mark.coverage, question(id)),
        (Event::ChoiceAnswered { question: id, choice, .. }, way) => answered(session, id, choice.as_deref(), way),
        (Event::ProbeMarked { probe: id, .. }, _) => {
            let mut probes = session.guide().topics.iter().flat_map(|t| &t.questions).flat_map(|q| &q.probes);
            probes.find(|p| p.id == *id).map_or_else(|| say!("undo-a-probe"), |p| say!("undo-probe", probe = quoted(&p.ask)))
        }
        (Event::StatementStruck { statement: id }, UndoWay::Back) | (Event::StatementRestored { statement: id }, UndoWay::Again) => {
            statement(id)
        }
        (Event::StatementStruck { statement: id }, UndoWay::Again) | (Event::StatementRestored { statement: id }, UndoWay::Back) => {
            say!("undo-strike", what = statement(id))
        }
        (Event::StatementRevised { statement: id, .. }, _) => say!("undo-change", what = statement(id)),
        (Event::StatementRests { statement: id, .. }, _) => say!("undo-rests", what = statement(id)),
        (Event::StatementMoved { statement: id, .. }, _) => say!("undo-place", what = statement(id)),
        (Event::StatementsParted { statement: id, .. }, UndoWay::Back)
        | (Event::StatementsJoined { statement: id, .. }, UndoWay::Again) => {
            say!("undo-join", what = statement(id))
        }
        (Event::StatementsJoined { statement: id, .. }, UndoWay::Back)
        | (Event::StatementsParted { statement: id, .. }, UndoWay::Again) => {
            say!("undo-split", what = statement(id))
        }
        (Event::StatementSetAside { statement: id, stands }, way) => {
            let sets = (*stands == Stands::Stands) == (way == UndoWay::Again);
            if sets { say!("undo-set-aside", what = statement(id)) } else { say!("undo-brought-back", what = statement(id)) }
        }
        (Event::StatementMeant { statement: id, .. }, _) => say!("undo-meant", what = statement(id)),
        (Event::Withheld(Withheld { id, .. }) | Event::WithheldLifted(WithheldLifted { id, .. }), _) => {
            let place = session.withholding().get(*id).map_or_else(|| say!("withheld-unread"), Withheld::place);
            say!("undo-withheld", place = place)
        }
        (Event::Reported(step), way) => reported(session, step, way),
        (Event::FollowedUp(followed), _) => {
            let what = due::queued(session, followed).map(|queued| quoted(&queued.what));
            say!("undo-followed-up", what = what.unwrap_or_default())
        }
        (Event::PointGathered { note: id, .. }, _) => say!("undo-point", what = note(id)),
        (Event::ReadBack(read), _) => say!("undo-read-back", what = note(&read.note)),
        // Its words stand in the note, and may not be for everybody who sees the line.
        (Event::QuoteShelved(shelved), way) => {
            let lies = shelved.stands.holds() == (way == UndoWay::Again);
            if lies { say!("undo-shelved", quote = shelved.quote.0) } else { say!("undo-taken-off", quote = shelved.quote.0) }
        }
        (Event::SeenTo(seen), _) => say!("undo-seen-to", what = seen.end.words()),
        (Event::FieldMemo { about, .. }, _) => say!("undo-page", line = about.words()),
        (Event::GuideLookedAt(_), _) => say!("undo-guide-looked-at"),
        (Event::Seats(_), _) => say!("undo-seats"),
        (Event::LetterChecked(checked), _) => say!("undo-letter-checked", item = checked.is.word()),
        (Event::LetterSent(sent), _) => {
            say!("undo-letter-sent", version = sent.version, what = if sent.is == Sending::Letter { "letter" } else { "reminder" })
        }
        (Event::ReplyReceived(next), way) => replied(session, next, way),
        (Event::Disposition(next), _) => match session.member_check().remark(next.remark) {
            Some(remark) => say!("undo-disposition", remark = told::named(session, remark)),
            None => say!("undo-last-step"),
        },
        (Event::NoReply(silence), _) => say!("undo-no-reply", version = silence.version),
        _ => say!("undo-last-step"),
    }
}

/// What a step takes back or does once more, of what had to be reported.
fn reported(session: &Session, step: &Reported, way: UndoWay) -> String {
    let told = session.reports().find(|report| report.told.report == step.report);
    if way == UndoWay::Back && step.stands == Stands::TakenBack && told.is_some_and(|report| report.done.is_none()) {
        return say!("undo-report-words");
    }
    say!("undo-reported", at = told.map_or_else(String::new, |report| report.told.at.to_string()))
}

/// What a step takes back or does once more, of a remark that becomes `next`.
fn replied(session: &Session, next: &Remark, way: UndoWay) -> String {
    let now = session.member_check().remark(next.remark);
    match (now, way) {
        (Some(now), _) if next.stands == Stands::Stands && (now.says, now.is) == (next.says, next.is) => {
            say!("undo-reply-words", remark = told::named(session, now))
        }
        (Some(now), UndoWay::Back) => told::named(session, now),
        (_, _) => told::named(session, next),
    }
}

/// The answer that a step takes back, or chooses once more; where that is none, the one that was taken back.
fn answered(session: &Session, id: &Id, next: Option<&str>, way: UndoWay) -> String {
    let now = session.coverage().choice(id);
    let code = match way {
        UndoWay::Back => now.or(next),
        UndoWay::Again => next.or(now),
    };
    let question = session.guide().question(id).map(|(_, q)| q);
    let words = |code: &str| question.and_then(|q| q.choice(code)).map_or_else(|| code.to_owned(), |choice| quoted(&choice.say));
    let answer = code.map(words).unwrap_or_default();
    say!("undo-answer", answer = answer, question = question.map_or_else(|| id.to_string(), |q| quoted(&q.ask)))
}

/// That a question is marked so.
fn marked(coverage: Coverage, question: String) -> String {
    say!("undo-mark", coverage = coverage.words(), question = question)
}

/// The beginning of a text, in quotation marks.
fn quoted(text: &str) -> String {
    let text = without_marks(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut graphemes = text.graphemes(true);
    let short: String = graphemes.by_ref().take(NAME).collect();
    if graphemes.next().is_some() { say!("undo-beginning", text = short.trim_end()) } else { say!("undo-text", text = short) }
}
