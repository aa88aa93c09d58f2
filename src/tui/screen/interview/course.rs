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
use crate::domain::guide::Id;
use crate::domain::guide::Question;
use crate::domain::session::Session;
use crate::domain::time::Position;
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
    kind: PartKind,
    /// The probe that is chosen, as the guide counts those of the question.
    probe: Option<usize>,
}

/// What is to be done at a part of the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PartKind {
    /// It is read aloud, or asked and answered in words.
    #[default]
    Open,
    /// It is answered by one of some codes.
    Closed,
}

impl PartKind {
    fn of(session: &Session, part: Part) -> Self {
        if question(session, part).is_some_and(|question| !question.choices.is_empty()) { Self::Closed } else { Self::Open }
    }
}

impl Course {
    /// At the question that is open, or at the beginning.
    pub(super) fn of(session: &Session) -> Self {
        let open = session.open_question();
        let at = |part: &Part| question(session, *part).is_some_and(|q| Some(&q.id) == open);
        let part = parts(session).into_iter().find(at).unwrap_or_default();
        Self { part, screenful: 0, kind: PartKind::of(session, part), probe: None }
    }

    pub(super) fn part(&self) -> Part {
        self.part
    }

    /// What is to be done there.
    pub(super) fn kind(&self) -> PartKind {
        self.kind
    }

    /// The probe that is chosen, as the guide counts those of the question.
    pub(super) fn probe(&self) -> Option<usize> {
        self.probe
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

    /// Goes to this part, which belongs in the interview.
    pub(super) fn go_to(&mut self, part: Part, shared: &mut Shared) {
        if part != self.part {
            self.go(|_, _| Some(part), shared);
        }
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
        *self = Self { part, screenful: 0, kind: PartKind::of(session, part), probe: None };
        if let Some(question) = opened.filter(|opened| Some(opened) != before.as_ref()) {
            let at = shared.now.position;
            // Refused only when the interview is over, and then the notice says so.
            shared.ask(Command::OpenQuestion { question, at });
        }
    }

    /// Marks the question one is at as `wanted`; where it is that already, takes the mark away.
    pub(super) fn mark(&self, wanted: Coverage, composer: &mut Composer, shared: &mut Shared) {
        let before = self.question(shared).map(|(session, question)| session.coverage().of(&question.id));
        self.put(if before == Some(wanted) { Coverage::NotYet } else { wanted }, composer, shared);
    }

    /// Marks the question one is at as `coverage`, whatever it was, and says so. Who says "skip" says why with it, if something stands on
    /// the line.
    pub(super) fn put(&self, coverage: Coverage, composer: &mut Composer, shared: &mut Shared) {
        let Some((session, question)) = self.question(shared) else {
            return shared.say(Weight::News, say!("no-question-here"));
        };
        let line = composer.line();
        let reason = (coverage == Coverage::Skipped && !line.is_empty()).then(|| line.text().trim().to_owned());
        let (stands, takes_line) = (session.coverage().of(&question.id) == coverage, reason.is_some());
        let (question, at, words) = (question.id.clone(), shared.now.position, marked(question.label(), coverage));
        // What is so already is not journaled once more.
        if stands && !takes_line {
            return shared.say(Weight::News, words);
        }
        if shared.ask(Command::MarkCoverage { question, mark: Mark { coverage, reason }, at }) {
            if takes_line {
                composer.empty(shared);
            }
            shared.say(Weight::News, words);
        }
    }

    /// Marks the question one is at as asked, if nothing was said of it yet, and goes on. A paragraph of a script is only left.
    pub(super) fn asked_and_on(&mut self, shared: &mut Shared) {
        let Some((question, label)) = self.untouched(shared) else { return self.next(shared) };
        let (mark, at) = (Mark { coverage: Coverage::Asked, reason: None }, shared.now.position);
        if shared.ask(Command::MarkCoverage { question, mark, at }) {
            self.next(shared);
            shared.say(Weight::News, marked(&label, Coverage::Asked));
        }
    }

    /// The question one is at.
    fn question<'s>(&self, shared: &'s Shared) -> Option<(&'s Session, &'s Question)> {
        let session = shared.session()?;
        Some((session, question(session, self.part)?))
    }

    /// The question one is at, and what it is called, if nothing was said of it yet.
    fn untouched(&self, shared: &Shared) -> Option<(Id, String)> {
        let (session, question) = self.question(shared)?;
        (session.coverage().of(&question.id) == Coverage::NotYet).then(|| (question.id.clone(), question.label().to_owned()))
    }

    /// Chooses the unused probe after the one that is chosen, and after the last the first.
    pub(super) fn next_probe(&mut self, shared: &mut Shared) {
        let unused = self.unused_probes(shared);
        let after = |chosen: usize| unused.iter().copied().find(|probe| *probe > chosen);
        self.probe = self.probe.and_then(after).or(unused.first().copied());
    }

    /// Marks the probe that is chosen as used.
    pub(super) fn use_chosen_probe(&mut self, shared: &mut Shared) {
        if let Some(probe) = self.probe.take() {
            self.use_probe(probe, shared);
        }
    }

    /// Marks the next unused probe of the question.
    pub(super) fn use_next_probe(&mut self, shared: &mut Shared) {
        self.probe = None;
        if let Some(probe) = self.unused_probes(shared).first() {
            self.use_probe(*probe, shared);
        }
    }

    /// No probe is chosen any more.
    pub(super) fn let_probe_go(&mut self) {
        self.probe = None;
    }

    /// The probes of the question that were not used yet, as the guide counts them; where there are none, it is said why.
    fn unused_probes(&self, shared: &mut Shared) -> Vec<usize> {
        let here = self.question(shared).map(|(session, question)| {
            let there: Vec<&Id> = Circumstances::of(session).probes(question).map(|probe| &probe.id).collect();
            let is_unused = |id: &Id| there.contains(&id) && !session.coverage().used(id);
            let unused = question.probes.iter().enumerate().filter(|(_, probe)| is_unused(&probe.id)).map(|(n, _)| n);
            (there.len(), unused.collect::<Vec<_>>())
        });
        let (there, unused) = here.unwrap_or_default();
        if there == 0 {
            shared.say(Weight::News, say!("no-probe-here"));
        } else if unused.is_empty() {
            let key = shared.key(Interview::Undo);
            shared.say(Weight::News, say!("all-probes-used", key = key));
        }
        unused
    }

    fn use_probe(&self, probe: usize, shared: &mut Shared) {
        let Some((id, ask)) = self.question(shared).and_then(|(_, question)| {
            let probe = question.probes.get(probe)?;
            Some((probe.id.clone(), probe.wording.of(&probe.ask)))
        }) else {
            return;
        };
        let at = shared.now.position;
        // Refused only before the interview or after it, and then the notice says so.
        if shared.ask(Command::MarkProbe { probe: id, used: ProbeUse::Used, at }) {
            shared.say(Weight::News, say!("probe-used", probe = ask.trim()));
        }
    }

    /// The coded answers to the question one is at, if it is a closed one.
    pub(super) fn choices(self, shared: &Shared) -> &[Choice] {
        self.question(shared).map_or(&[], |(_, question)| question.choices.as_slice())
    }

    /// Chooses answer number `at`, counted from 0; chosen once more, it is taken back, as a mark is. Whether that was done.
    pub(super) fn choose(self, at: usize, shared: &mut Shared) -> bool {
        let Some((session, question, choice)) = self.question(shared).and_then(|(s, q)| Some((s, q, q.choices.get(at)?))) else {
            return false;
        };
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
        if let Some((question, _)) = self.untouched(shared) {
            let mark = Mark { coverage: Coverage::Skipped, reason: Some(reason.to_owned()) };
            let at = shared.now.position;
            shared.ask(Command::MarkCoverage { question, mark, at });
        }
        shared.say(Weight::News, say!("question-left"));
        self.next(shared);
    }
}

/// They raised the question at `part` by themselves, at `at`: it is marked there, wherever one is.
pub(super) fn raised(part: Part, at: Position, shared: &mut Shared) {
    let Some((session, question)) = shared.session().and_then(|session| Some((session, question(session, part)?))) else { return };
    let (coverage, words) = (Coverage::Volunteered, marked(question.label(), Coverage::Volunteered));
    let (stands, question) = (session.coverage().of(&question.id) == coverage, question.id.clone());
    let mark = Mark { coverage, reason: None };
    if stands || shared.ask(Command::MarkCoverage { question, mark, at }) {
        shared.say(Weight::News, words);
    }
}

/// That a question is marked so.
fn marked(label: &str, coverage: Coverage) -> String {
    format!("{label}: {}", coverage.words())
}
