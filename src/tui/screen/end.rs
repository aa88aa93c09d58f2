//! The end screen: what was kept, what is to be seen to before one leaves the house and in the evening, and the interviewer's own page.
//!
//! It opens by a deliberate key, because the participant may still sit there. A line of it is a loose end ([`crate::domain::loose_end`]) or a
//! line of the page; one is written by Enter, done by Space, and heard by a key of its own. While it lies there the recording is read back
//! from the disk, from beginning to end, so that what it says of that is known and not hoped.

mod errands;

use crate::domain::command::Command;
use crate::domain::errand::Became;
use crate::domain::errand::FollowedUp;
use crate::domain::errand::Reported;
use crate::domain::evening::GuideLookedAt;
use crate::domain::evening::LooseEnd;
use crate::domain::evening::PageLine;
use crate::domain::evening::SeenTo;
use crate::domain::evening::Verdict;
use crate::domain::event::Event;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::loose_end::Open;
use crate::domain::loose_end::Until;
use crate::domain::loose_end::loose_ends;
use crate::domain::loss::losses;
use crate::domain::named::Named;
use crate::domain::session::Session;
use crate::domain::standing::Recorded;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::time::length_words;
use crate::domain::undo::UndoWay;
use crate::tui::effect::Effect;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
pub use crate::tui::place::EndRow;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::sections::Section;
use crate::tui::screen::sections::Told;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::tui::sitting::OnDisk;
use crate::words::say;

/// What is being written on a line.
#[derive(Debug)]
pub struct Writing {
    /// On which.
    pub row: EndRow,
    /// The words.
    pub line: Line,
    /// The words before.
    was: String,
}

impl Writing {
    fn is_worth_keeping(&self) -> bool {
        self.line.text().trim() != self.was.trim()
    }
}

/// The end screen's own state.
#[derive(Debug, Default)]
pub struct EndScreen {
    chosen: Option<EndRow>,
    writing: Option<Writing>,
    aside: PutAside<Writing>,
}

impl EndScreen {
    /// The screen on the session that is open, on the first line that is open, or where it was left.
    pub(crate) fn enter(shared: &mut Shared) -> Self {
        // What was found once is not looked for again by whoever listens and comes back: a long recording takes minutes to read.
        if shared.sitting.as_ref().is_some_and(|sitting| sitting.on_disk.is_none()) {
            shared.want(Effect::VerifyTakes);
        }
        let before = shared.place().end;
        let Some(session) = shared.session() else { return Self::default() };
        let (ends, rows) = (loose_ends(session, &shared.offer.leaving, shared.now.wall), rows(session, &shared.offer.leaving));
        let open = || ends.iter().find(|open| open.done.is_none()).map(|open| EndRow::End(open.end.clone()));
        let chosen = before.filter(|row| rows.contains(row)).or_else(open).or_else(|| rows.first().cloned());
        Self { chosen, ..Self::default() }
    }

    /// Where the chosen line stands in `rows`, counted from the top.
    pub(crate) fn cursor(&self, rows: &[EndRow]) -> usize {
        selection::place(rows, self.chosen.as_ref())
    }

    /// The line being written.
    pub(crate) fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    fn row(&self, shared: &Shared) -> Option<EndRow> {
        let rows = rows(shared.session()?, &shared.offer.leaving);
        rows.get(self.cursor(&rows)).cloned()
    }

    fn walk(&mut self, step: Step, shared: &Shared) {
        if let (Some(session), row) = (shared.session(), self.row(shared)) {
            self.chosen = selection::step(&rows(session, &shared.offer.leaving), row.as_ref(), step);
        }
    }

    /// Enter: what came of it is written, or it is listened to; the page is written.
    fn open(&mut self, shared: &mut Shared) -> Go {
        let Some(row) = self.row(shared) else { return Go::Nowhere };
        let Some(session) = shared.session() else { return Go::Nowhere };
        let seen = |end| session.evening().seen(end).map(|seen| seen.outcome.clone()).unwrap_or_default();
        let was = match &row {
            EndRow::End(LooseEnd::Wish) => {
                let words = shared.sitting.as_ref().and_then(crate::tui::sitting::Sitting::wish).unwrap_or_default();
                shared.say(Weight::Warning, words);
                return Go::Nowhere;
            }
            EndRow::End(LooseEnd::ReadBack) => {
                shared.say(Weight::News, say!("end-points-in-the-room"));
                return Go::Nowhere;
            }
            EndRow::End(LooseEnd::Plays | LooseEnd::Names | LooseEnd::ComeBack { .. } | LooseEnd::Question { .. }) => {
                return self.listen(shared);
            }
            EndRow::End(LooseEnd::Report { .. } | LooseEnd::FollowUp { .. }) if Self::is_done(&row, shared) => {
                let key = shared.key(action::Ends::Done);
                shared.say(Weight::News, say!("end-is-done", key = key));
                return Go::Nowhere;
            }
            EndRow::End(LooseEnd::Report { .. } | LooseEnd::FollowUp { .. }) => Self::words_of_errand(&row, session),
            EndRow::End(
                end @ (LooseEnd::Distress { .. } | LooseEnd::Withheld { .. } | LooseEnd::Debrief | LooseEnd::CheckOut | LooseEnd::NotAsked),
            ) => seen(end),
            EndRow::Page(line) => session.evening().page(*line).unwrap_or_default().to_owned(),
            EndRow::Guide => session.evening().guide().what.clone(),
        };
        let again = self.aside.take(|writing| writing.row == row);
        self.writing = Some(again.unwrap_or_else(|| Writing { row, line: Line::holding(was.clone()), was }));
        Go::Nowhere
    }

    /// To the sound of what is chosen.
    fn listen(&self, shared: &mut Shared) -> Go {
        let (Some(row), Some(session)) = (self.row(shared), shared.session()) else { return Go::Nowhere };
        let ends = loose_ends(session, &shared.offer.leaving, shared.now.wall);
        let EndRow::End(end) = &row else {
            shared.say(Weight::News, say!("end-no-sound"));
            return Go::Nowhere;
        };
        let at = ends.iter().find(|open| open.end == *end).and_then(|open| open.at.first().copied());
        let note = match end {
            LooseEnd::ComeBack { note } => Some(*note),
            _ => None,
        };
        let lead_in = shared.lead_in();
        match (at, end) {
            (Some(at), _) => shared.keep_place(|place| (place.note, place.head) = (note.or(place.note), at.back(lead_in))),
            (None, LooseEnd::Plays) => {}
            (None, _) => {
                shared.say(Weight::News, say!("end-no-sound"));
                return Go::Nowhere;
            }
        }
        shared.keep_place(|place| (place.end, place.is_heard_for_end) = (Some(row), true));
        Go::Listen
    }

    /// Space: it is done, or not after all; of the guide, that it stays as it is.
    fn done(&mut self, shared: &mut Shared) {
        let (Some(row), Some(session)) = (self.row(shared), shared.session()) else { return };
        let on = Some(shared.now.wall);
        match row {
            EndRow::End(ref end @ (LooseEnd::Report { .. } | LooseEnd::FollowUp { .. })) => Self::tick(&row, end, shared),
            EndRow::End(end) if end.is_closed_by_hand() => {
                let seen = session.evening().seen(&end);
                let stands = if seen.is_some() { Stands::TakenBack } else { Stands::Stands };
                let outcome = seen.map(|seen| seen.outcome.clone()).unwrap_or_default();
                shared.ask(Command::SeeTo(SeenTo { end: end.into(), outcome, on, stands }));
            }
            EndRow::End(_) => shared.say(Weight::News, say!("end-closes-itself")),
            EndRow::Page(_) => {
                let key = shared.key(action::Ends::Open);
                shared.say(Weight::News, say!("end-page-is-written", key = key));
            }
            EndRow::Guide => {
                let stays = session.evening().guide().verdict == Some(Verdict::NoChange);
                let verdict = (!stays).then_some(Verdict::NoChange);
                shared.ask(Command::LookAtGuide(GuideLookedAt { verdict, what: String::new() }));
            }
        }
    }

    fn keep(&mut self, writing: Writing, shared: &mut Shared) {
        let text = writing.line.text().trim().to_owned();
        if !writing.is_worth_keeping() {
            return;
        }
        let command = match writing.row.clone() {
            EndRow::End(ref end @ (LooseEnd::Report { .. } | LooseEnd::FollowUp { .. })) => {
                if !Self::say_of_errand(&writing.row, end, &text, shared) {
                    self.writing = Some(writing);
                }
                return;
            }
            EndRow::End(end) => {
                let stands = if text.is_empty() { Stands::TakenBack } else { Stands::Stands };
                Command::SeeTo(SeenTo { end: end.into(), outcome: text, on: Some(shared.now.wall), stands })
            }
            EndRow::Page(about) => Command::WritePage { about, text },
            EndRow::Guide => {
                let verdict = (!text.is_empty()).then_some(Verdict::Change);
                Command::LookAtGuide(GuideLookedAt { verdict, what: text })
            }
        };
        if !shared.ask(command) {
            self.writing = Some(writing);
        }
    }

    fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(writing) = self.writing.take().filter(Writing::is_worth_keeping) {
            self.aside.put(writing, shared.journal_lines());
            let key = shared.key(action::Ends::Undo);
            shared.say(Weight::News, say!("end-aside", key = key));
        }
    }

    fn step(&mut self, way: UndoWay, shared: &mut Shared) {
        if self.writing.is_some() {
            return shared.says_a_line_is_written(action::Ends::Keep, action::Ends::PutAside);
        }
        if way == UndoWay::Back
            && let Some(writing) = self.aside.take_since(shared.last_step(), |_| true)
        {
            self.chosen = Some(writing.row.clone());
            self.writing = Some(writing);
            return;
        }
        let about = match shared.step(way, Telling::Openly, action::Ends::Redo) {
            Some(Event::SeenTo(SeenTo { end: Named::Known(end), .. })) => Some(EndRow::End(end)),
            Some(Event::FieldMemo { about, .. }) => Some(EndRow::Page(about)),
            Some(Event::GuideLookedAt(_)) => Some(EndRow::Guide),
            Some(Event::Reported(Reported { report, .. })) => Some(EndRow::End(LooseEnd::Report { report })),
            Some(Event::FollowedUp(FollowedUp { moment, nth, .. })) => Some(EndRow::End(LooseEnd::FollowUp { moment, nth })),
            _ => None,
        };
        self.chosen = about.or(self.chosen.take());
    }
}

impl Face for EndScreen {
    fn contexts(&self) -> Vec<Context> {
        if self.writing.is_some() { vec![Context::EndLine, Context::Ends] } else { vec![Context::Ends] }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Ends as A;
        let Action::Ends(action) = action else { return Go::Nowhere };
        match action {
            A::Down => self.walk(Step::Next, shared),
            A::Up => self.walk(Step::Previous, shared),
            A::Open => return self.open(shared),
            A::Done => self.done(shared),
            A::TheyAgree => self.answer(Became::Agreed, shared),
            A::TheyDecline => self.answer(Became::Declined, shared),
            A::Listen => return self.listen(shared),
            A::Statements => return Go::Statements,
            A::Undo => self.step(UndoWay::Back, shared),
            A::Redo => self.step(UndoWay::Again, shared),
            A::Keep => {
                if let Some(writing) = self.writing.take() {
                    self.keep(writing, shared);
                }
            }
            A::PutAside => self.put_aside(shared),
        }
        Go::Nowhere
    }

    fn line(&mut self) -> Option<&mut Line> {
        self.writing.as_mut().map(|writing| &mut writing.line)
    }

    fn choices(&self, shared: &Shared) -> usize {
        shared.session().map_or(0, |session| rows(session, &shared.offer.leaving).len())
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        self.chosen = shared.session().and_then(|session| rows(session, &shared.offer.leaving).get(nth).cloned());
    }

    fn esc(&self) -> Esc {
        if self.writing.is_some() { Esc::PutsAway } else { Esc::Leads }
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        use action::Ends as A;
        let Action::Ends(action) = bind.does else { return bind.rank };
        let does = match (action, self.row(shared)) {
            (A::Keep | A::PutAside, _) => self.writing.is_some(),
            (_, _) if self.writing.is_some() => false,
            (A::TheyAgree | A::TheyDecline, row) => row.zip(shared.session()).is_some_and(|(row, session)| Self::is_asked(&row, session)),
            (A::Done, Some(EndRow::End(end))) => end.is_closed_by_hand(),
            (A::Done, row) => row == Some(EndRow::Guide),
            (A::Listen, row) => is_heard(row.as_ref(), shared),
            _ => true,
        };
        if does { bind.rank } else { 9 }
    }

    /// What is being written is kept as Enter would keep it, because words on the screen look kept.
    fn leave(&mut self, _: Leaving, shared: &mut Shared) {
        let chosen = self.chosen.clone();
        shared.keep_place(|place| place.end = chosen);
        if let Some(writing) = self.writing.take() {
            self.keep(writing, shared);
        }
    }
}

/// Whether there is something to listen to on this line.
fn is_heard(row: Option<&EndRow>, shared: &Shared) -> bool {
    let (Some(EndRow::End(end)), Some(session)) = (row, shared.session()) else { return false };
    let mut ends = loose_ends(session, &shared.offer.leaving, shared.now.wall).into_iter();
    *end == LooseEnd::Plays || ends.any(|open| open.end == *end && !open.at.is_empty())
}

/// The lines of the screen, from top to bottom.
pub(crate) fn rows(session: &Session, leaving: &BeforeLeaving) -> Vec<EndRow> {
    let ends = loose_ends(session, leaving, session.held_on()).into_iter().map(|open| EndRow::End(open.end));
    ends.chain(PageLine::ALL.map(EndRow::Page)).chain([EndRow::Guide]).collect()
}

/// All that stands on the screen below its head.
pub(crate) fn sections(session: &Session, leaving: &BeforeLeaving, now: Stamp) -> Vec<Section<EndRow>> {
    let ends = loose_ends(session, leaving, now);
    let of = |until: Until| ends.iter().filter(move |open| open.until == until);
    let section = |until: Until, title: String| {
        let open = of(until).filter(|open| open.done.is_none()).count();
        let lines = of(until).map(|open| (EndRow::End(open.end.clone()), told(open))).collect::<Vec<_>>();
        let beside = if lines.is_empty() { say!("end-none") } else { say!("end-open", count = open) };
        Section { title, beside, lines }
    };
    let evening = session.evening();
    let page = PageLine::ALL.into_iter().map(|line| {
        let text = evening.page(line);
        let words = text.map_or_else(|| line.words(), |text| say!("page-written", line = line.words(), text = text));
        (EndRow::Page(line), Told { mark: None, words, beside: String::new(), is_done: text.is_some() })
    });
    let looked = evening.guide();
    let guide = match (looked.verdict, looked.what.as_str()) {
        (None, _) => say!("page-guide"),
        (Some(Verdict::NoChange), _) => say!("page-guide-stays"),
        (Some(Verdict::Change), what) => say!("page-guide-changes", what = what),
    };
    let guide = (EndRow::Guide, Told { mark: None, words: guide, beside: String::new(), is_done: looked.verdict.is_some() });
    let lines: Vec<_> = page.chain([guide]).collect();
    let written = lines.iter().filter(|(_, told)| told.is_done).count();
    let beside = if written == 0 { say!("page-empty") } else { say!("page-so-far", count = written, of = lines.len()) };
    vec![
        section(Until::Leaving, say!("end-leaving")),
        section(Until::Tonight, say!("end-tonight")),
        Section { title: say!("end-page"), beside, lines },
    ]
}

fn told(open: &Open) -> Told {
    let answer = open.done.as_deref().filter(|answer| !answer.is_empty());
    let words = answer.map_or_else(|| open.words.clone(), |answer| say!("end-answered", end = &open.words, answer = answer));
    let at = open.at.iter().map(Position::to_string).collect::<Vec<_>>().join("  ");
    let is_done = open.done.is_some();
    // Of these the words say what became of them: one that was declined is no more to be done, and was not.
    let says_so = matches!(open.end, LooseEnd::Report { .. } | LooseEnd::FollowUp { .. });
    Told { mark: None, words, beside: if is_done && !says_so { say!("end-done") } else { at }, is_done }
}

/// The head of the screen: what was kept, and whether reading it back found what was recorded.
pub(crate) fn kept(session: &Session, disk: Option<&OnDisk>) -> String {
    let (recorded, unrecorded) = session.timeline().lengths();
    match (session.recorded(), disk) {
        (Recorded::Nothing, _) => say!("end-kept-notes", length = length_words(unrecorded)),
        (Recorded::Something, None) => say!("end-kept-reading", length = length_words(recorded)),
        (Recorded::Something, Some(disk)) if disk.wrong().next().is_some() => say!("end-not-kept"),
        (Recorded::Something, Some(disk)) => say!("end-kept", length = length_words(recorded), time = disk.at.time_of_day()),
    }
}

/// What is said below it: what of the sound is not what was recorded; pauses, notes, and what was lost.
pub(crate) fn sums(session: &Session, disk: Option<&OnDisk>) -> String {
    let pauses = session.timeline().pauses().len();
    let (moments, notes): (Vec<_>, Vec<_>) = session.notes().partition(|note| note.is_moment());
    let lost = losses(session);
    let lost = if lost.is_empty() { say!("end-nothing-lost") } else { lost.join("; ") };
    let sums = say!("end-sums", pauses = pauses, notes = notes.len(), moments = moments.len(), lost = lost);
    let wrong = disk.into_iter().flat_map(OnDisk::wrong).map(|wrong| format!("! {wrong}."));
    wrong.chain([sums]).collect::<Vec<_>>().join(" ")
}
