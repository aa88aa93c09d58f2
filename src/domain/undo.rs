//! Taking back and doing once more: the steps of one sitting, each with the line of the journal that it answers.
//!
//! What a step takes back is decided when it happens, from the session as it stood before ([`opposite`]); so a step needs no
//! second look at a session that has gone on since. A step that was taken back can be done once more, which is another step of the same
//! kind. Whoever opens a session begins with none: what others did, or what was done last week, is not taken back by a key.

use crate::domain::coverage::ProbeUse;
use crate::domain::event::Event;
use crate::domain::session::Session;

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The line that is answered.
    pub of: u64,
    /// What is done in answer.
    pub by: Event,
}

/// The steps of a sitting, latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    done: Vec<Step>,
    taken_back: Vec<Step>,
}

impl Steps {
    /// Takes note of `event`, which is about to happen to `session` as line `n`.
    pub fn happens(&mut self, session: &Session, n: u64, event: &Event) {
        match event {
            Event::Ended { .. } => *self = Self::default(),
            Event::Undone { by, of: Some(of) } => {
                let step = opposite(session, by).map(|by| Step { of: n, by });
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
                    self.taken_back.clear();
                    self.done.push(Step { of: n, by });
                }
            }
        }
    }

    /// The step that is taken back next.
    pub fn last(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that is done once more next.
    pub fn next(&self) -> Option<&Step> {
        self.taken_back.last()
    }
}

/// The event that would take `event` back, as the session stands before it; nothing for what cannot be undone.
pub fn opposite(session: &Session, event: &Event) -> Option<Event> {
    match event {
        Event::NoteAdded { note, .. } | Event::NoteRestored { note } => Some(Event::NoteStruck { note: *note }),
        Event::NoteStruck { note } => Some(Event::NoteRestored { note: *note }),
        Event::NoteRevised { note, .. } => {
            session.note(*note).map(|n| Event::NoteRevised { note: n.id, note_kind: n.kind, text: n.text.clone(), position: n.position })
        }
        Event::CoverageMarked { question, at, .. } => {
            Some(Event::CoverageMarked { question: question.clone(), mark: session.coverage().mark(question), at: *at })
        }
        Event::ProbeMarked { probe, at, .. } => {
            let used = if session.coverage().used(probe) { ProbeUse::Used } else { ProbeUse::Unused };
            Some(Event::ProbeMarked { probe: probe.clone(), used, at: *at })
        }
        Event::StatementWritten { statement, .. } | Event::StatementRestored { statement } => {
            Some(Event::StatementStruck { statement: *statement })
        }
        Event::StatementStruck { statement } => Some(Event::StatementRestored { statement: *statement }),
        Event::StatementRevised { statement, .. } => session.statement(*statement).map(|s| Event::StatementRevised {
            statement: s.id,
            text: s.text.clone(),
            quotes: s.quotes.clone(),
        }),
        // What the recorder says, what was agreed and what was reached stays: it is not taken back by a key.
        Event::Opened(_)
        | Event::ConsentAnswered(_)
        | Event::ConsentWithdrawn(_)
        | Event::ConsentChanged(_)
        | Event::Began
        | Event::TakeStarted { .. }
        | Event::Checkpoint { .. }
        | Event::Gap { .. }
        | Event::TakeClosed { .. }
        | Event::TakeMeasured { .. }
        | Event::TakeDestroyed { .. }
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
        | Event::Recovered { .. }
        | Event::LineLost => None,
        Event::Undone { by, .. } => opposite(session, by),
    }
}
