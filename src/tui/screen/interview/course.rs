//! Where in the guide the interviewer is, and what is said of its questions.

use crate::domain::agenda::Part;
use crate::domain::agenda::parts;
use crate::domain::agenda::question;
use crate::domain::agenda::topic_of;
use crate::domain::circumstances::Circumstances;
use crate::domain::command::Command;
use crate::domain::coverage::Coverage;
use crate::domain::coverage::Mark;
use crate::domain::coverage::ProbeUse;
use crate::domain::guide::Choice;
use crate::domain::session::Session;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::composer::Composer;
use crate::tui::shared::Shared;
use crate::words::say;

/// Where in the guide one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Course {
    part: Part,
    /// Which screenful of what is to be said is shown, counted from 0 and round again.
    screenful: usize,
}

impl Course {
    /// At the question that is open, or at the beginning.
    pub(super) fn of(session: &Session) -> Self {
        let open = session.open_question();
        let at = |part: &Part| question(session, *part).is_some_and(|q| Some(&q.id) == open);
        Self { part: parts(session).into_iter().find(at).unwrap_or_default(), screenful: 0 }
    }

    pub(super) fn part(&self) -> Part {
        self.part
    }

    /// Which screenful is shown. It is counted on and on: only the screen knows how many there are.
    pub(super) fn screenful(&self) -> usize {
        self.screenful
    }

    pub(super) fn show_rest(&mut self) {
        self.screenful = self.screenful.wrapping_add(1);
    }

    pub(super) fn next(&mut self, shared: &mut Shared) {
        self.go(|parts, at| Some(parts.get(at + 1).copied().unwrap_or(parts[at])), shared);
    }

    pub(super) fn previous(&mut self, shared: &mut Shared) {
        self.go(|parts, at| Some(parts[at.saturating_sub(1)]), shared);
    }

    pub(super) fn next_topic(&mut self, shared: &mut Shared) {
        self.go(|parts, at| parts[at..].iter().copied().find(|p| topic_of(*p) > topic_of(parts[at])), shared);
    }

    pub(super) fn previous_topic(&mut self, shared: &mut Shared) {
        let first_of_the_one_before = |parts: &[Part], at: usize| {
            let before = parts[..at].iter().rev().copied().find(|p| topic_of(*p) < topic_of(parts[at]))?;
            parts.iter().copied().find(|p| topic_of(*p) == topic_of(before))
        };
        self.go(first_of_the_one_before, shared);
    }

    /// Goes to another part; a question is opened by going to it.
    fn go(&mut self, pick: impl FnOnce(&[Part], usize) -> Option<Part>, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let parts = parts(session);
        let at = parts.iter().position(|p| *p == self.part).unwrap_or(0);
        let Some(part) = pick(&parts, at).filter(|p| *p != self.part) else {
            return shared.say(Weight::News, say!("guide-ends"));
        };
        let opened = question(session, part).map(|q| q.id.clone());
        let before = session.open_question().cloned();
        *self = Self { part, screenful: 0 };
        if let Some(question) = opened.filter(|opened| Some(opened) != before.as_ref()) {
            let at = shared.now.position;
            // Refused only when the interview is over, and then the notice says so.
            shared.ask(Command::OpenQuestion { question, at });
        }
    }

    /// Marks the question one is at: with `coverage`, or with the state after the one it has.
    pub(super) fn mark(&self, coverage: Option<Coverage>, composer: &mut Composer, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let Some(question) = question(session, self.part) else {
            return shared.say(Weight::News, say!("no-question-here"));
        };
        let before = session.coverage().of(&question.id);
        // Only who says "skip" says why with it: the key that goes round comes past skipping, and what stands on the line is a note.
        let gives_reason = coverage == Some(Coverage::Skipped);
        let coverage = coverage.map_or_else(|| before.next(), |wanted| if wanted == before { Coverage::NotYet } else { wanted });
        let line = composer.line();
        let reason = (gives_reason && coverage == Coverage::Skipped && !line.is_empty()).then(|| line.text().trim().to_owned());
        let takes_line = reason.is_some();
        let (question, at, label) = (question.id.clone(), shared.now.position, question.label().to_owned());
        if shared.ask(Command::MarkCoverage { question, mark: Mark { coverage, reason }, at }) {
            if takes_line {
                composer.empty(shared);
            }
            shared.say(Weight::News, format!("{label}: {}", coverage.words()));
        }
    }

    /// Marks the next unused probe of the question.
    pub(super) fn probe(&self, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let here = Circumstances::of(session);
        let Some(question) = question(session, self.part).filter(|q| here.probes(q).next().is_some()) else {
            return shared.say(Weight::News, say!("no-probe-here"));
        };
        let unused = here.probes(question).find(|p| !session.coverage().used(&p.id)).map(|p| p.id.clone());
        let Some(probe) = unused else {
            let key = shared.key(Interview::Undo);
            return shared.say(Weight::News, say!("all-probes-used", key = key));
        };
        let at = shared.now.position;
        // Refused only before the interview or after it, and then the notice says so.
        shared.ask(Command::MarkProbe { probe, used: ProbeUse::Used, at });
    }

    /// The coded answers to the question one is at, if it is a closed one.
    pub(super) fn choices(self, shared: &Shared) -> &[Choice] {
        let question = shared.session().and_then(|session| question(session, self.part));
        question.map_or(&[], |question| question.choices.as_slice())
    }

    /// Chooses answer number `at`, counted from 0; chosen once more, it is taken back, as a mark is. Whether that was done.
    pub(super) fn choose(self, at: usize, shared: &mut Shared) -> bool {
        let Some(session) = shared.session() else { return false };
        let Some((question, choice)) = question(session, self.part).and_then(|q| Some((q, q.choices.get(at)?))) else { return false };
        let before = session.coverage().choice(&question.id).map(str::to_owned);
        let (code, label, answer) = (choice.code.clone(), question.label().trim().to_owned(), choice.say.trim().to_owned());
        let words = match before.as_deref() {
            Some(before) if before == code => say!("answer-taken-back", question = label, code = &*code, answer = answer),
            Some(before) => say!("answer-replaced", question = label, code = &*code, answer = answer, before = before),
            None => say!("answer-given", question = label, code = &*code, answer = answer),
        };
        let choice = (before.as_ref() != Some(&code)).then_some(code);
        let (question, at) = (question.id.clone(), shared.now.position);
        let done = shared.ask(Command::AnswerChoice { question, choice, at });
        if done {
            shared.say(Weight::News, words);
        }
        done
    }

    /// Leaves the question, because of `reason` if nothing was said of it yet, and goes to the next.
    pub(super) fn leave_question(&mut self, reason: &str, shared: &mut Shared) {
        let here = shared.session().and_then(|session| Some((session, question(session, self.part)?)));
        let untouched = here.filter(|(session, q)| session.coverage().of(&q.id) == Coverage::NotYet);
        if let Some(question) = untouched.map(|(_, q)| q.id.clone()) {
            let mark = Mark { coverage: Coverage::Skipped, reason: Some(reason.to_owned()) };
            let at = shared.now.position;
            shared.ask(Command::MarkCoverage { question, mark, at });
        }
        shared.say(Weight::News, say!("question-left"));
        self.next(shared);
    }
}
