//! What is counted of sessions for a report and for nothing else: notes, pages, transcripts, quotes, decisions. Whatever is a figure of the
//! study is not here. Sessions that count in figures count here, and no others. What is withheld, what was said off the record, and words of
//! somebody who takes no part any more are in no number.

use std::collections::BTreeMap;

use crate::domain::evening::PageLine;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::domain::study::decisions;
use crate::domain::study::decisions::Decision;
use crate::domain::study::decisions::DecisionKind;
use crate::domain::study::quoted::Quotations;
use crate::domain::study::register::Register;

/// What is counted of sessions beside the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// In how many sessions something was noted.
    pub noted: usize,
    /// How many notes of each kind there are, in the order of kinds.
    pub notes: Vec<(NoteKind, usize)>,
    /// How many of them were written after the interview.
    pub late: usize,
    /// After how many sessions the interviewer wrote on their own page. Nobody counts, or sees, what.
    pub pages: usize,
    /// Of how many sessions there is a transcript.
    pub transcribed: usize,
    /// And of how many of them somebody said how it was verified.
    pub verified: usize,
    /// How many quotes may be printed.
    pub quotes: usize,
    /// How many people they are of.
    pub quoted: usize,
    /// How many people may be quoted.
    pub quotable: usize,
    /// How many decisions there are of each kind, in the order of kinds: of the team's own log, and what was said of guides after interviews.
    pub decisions: Vec<(DecisionKind, usize)>,
}

impl Records {
    /// Those of `sessions`, which count, each with the name of its folder, in a study with this log, register and title.
    pub fn of(sessions: &[(String, Session)], log: &[Decision], register: &Register, title: &str) -> Self {
        let mut all = Self::default();
        let mut notes: BTreeMap<usize, usize> = BTreeMap::new();
        for (_, session) in sessions {
            let mut is_noted = false;
            for note in session.notes().filter(|note| !note.off_record) {
                is_noted = true;
                all.late += usize::from(note.late);
                if let Some(at) = NoteKind::ALL.iter().position(|kind| *kind == note.kind) {
                    *notes.entry(at).or_default() += 1;
                }
            }
            all.noted += usize::from(is_noted);
            all.pages += usize::from(PageLine::ALL.into_iter().any(|line| session.evening().page(line).is_some()));
            let mut transcripts = session.transcripts().in_force().peekable();
            all.transcribed += usize::from(transcripts.peek().is_some());
            all.verified += usize::from(transcripts.any(|one| !one.verified.trim().is_empty()));
        }
        all.notes = notes.into_iter().filter_map(|(at, n)| Some((*NoteKind::ALL.get(at)?, n))).collect();
        let quotations = Quotations::of(sessions, register, title);
        all.quotes = quotations.quotes.len();
        all.quoted = quotations.times.values().filter(|times| **times > 0).count();
        all.quotable = quotations.times.len();
        let decided = decisions::all(log, &[], sessions);
        let of = |kind: DecisionKind| (kind, decided.iter().filter(|(one, _)| one.kind == kind).count());
        all.decisions = DecisionKind::ALL.into_iter().map(of).filter(|(_, n)| *n > 0).collect();
        all
    }
}
