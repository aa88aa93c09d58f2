//! The interview screen: the guide as a map, and a line that is always ready for a note.
//!
//! Every printable key goes to the note; the first one stamps it. Nothing here stops the conversation: no box, no question that must
//! be answered. What needs a second press (ending) says so in the notice line and goes on recording.

pub(crate) mod answers;
mod beginning;
pub(crate) mod card;
mod composer;
mod course;
mod earlier;
mod foot;
mod last_time;
pub(crate) mod leave_out;
pub(crate) mod look_back;
pub(crate) mod marks;
mod microphone;
mod over;
pub(crate) mod points;
pub(crate) mod protocol;
mod read_back;
pub(crate) mod reports;
pub(crate) mod seats;
mod sound;
pub(crate) mod states;
mod watch;
pub(crate) mod withdrawal;

use crate::domain::agenda::Part;
use crate::domain::agenda::question;
use crate::domain::command::Command;
use crate::domain::command::HeldAs;
use crate::domain::coverage::Coverage;
use crate::domain::distress::DistressChoice;
use crate::domain::incident::EndCause;
use crate::domain::note::Draft;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::prepared::Prepared;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::undo::UndoWay;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::effect::NewSession;
use crate::tui::hand::Asked;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::keymap::action::Everywhere;
use crate::tui::line::Line;
use crate::tui::microphone::Known;
use crate::tui::microphone::Microphone;
use crate::tui::msg::SoundReport;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::interview::beginning::Beginning;
pub use crate::tui::screen::interview::card::Card;
use crate::tui::screen::interview::composer::Composer;
use crate::tui::screen::interview::course::Course;
use crate::tui::screen::interview::earlier::Earlier;
use crate::tui::screen::interview::microphone::Source;
use crate::tui::screen::interview::microphone::stop_audio;
use crate::tui::screen::interview::watch::Noticed;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::words::message::Message;
use crate::words::say;

/// The interview screen's own state.
#[derive(Debug, Default)]
pub struct Room {
    course: Course,
    composer: Composer,
    card: Card,
    source: Source,
    noticed: Noticed,
    /// When the form began it.
    beginning: Beginning,
    /// How much is told of the notes that are saved.
    telling: Telling,
    /// Whether it was asked which seat of a group takes its consent back.
    withdraws: bool,
}

impl Room {
    /// Goes into the room: begins a new interview, or goes on with one that was cut short.
    pub(crate) fn enter(draft: Option<Draft>, form: Option<NewSession>, mended: Option<&str>, shared: &mut Shared) -> Self {
        let known = shared.offer.microphones.first().cloned();
        let (microphone, fallback, table, consents, prepared) = match form {
            Some(form) => (form.microphone, form.fallback, form.table, form.consents, form.prepared),
            None => (known, None, None, Vec::new(), Prepared::default()),
        };
        // What a check of the room found is kept with this interview, and is none of the next one's.
        shared.room_checked = None;
        let phase = shared.phase().unwrap_or(Phase::Draft);
        let mut room = Self {
            course: shared.session().map(Course::of).unwrap_or_default(),
            source: Source::new(microphone.clone(), fallback),
            beginning: if phase == Phase::Draft { Beginning::now(shared.now) } else { Beginning::default() },
            ..Self::default()
        };
        if let Some(draft) = draft.filter(|d| !d.text.is_empty()) {
            room.composer.find(draft, shared);
        }
        shared.want(Effect::StayAwake);
        if !beginning::keep_what_was_said(table, consents, prepared, shared) {
            return room;
        }
        let begun = match phase {
            Phase::Draft => shared.ask(Command::Begin(if microphone.is_some() { HeldAs::Recorded } else { HeldAs::NotesOnly })),
            // Nothing is recorded before a person says so.
            Phase::Interrupted => {
                let words = sound::cut_short(mended, &shared.keys);
                shared.tell(Subject::Study, Weight::Warning, words);
                false
            }
            Phase::Recording | Phase::OffRecord | Phase::Ended | Phase::Reviewed => true,
        };
        match microphone {
            _ if !begun => {}
            Some(microphone) => room.source.start_take(microphone, shared),
            None => stop_audio(sound::why_not(shared), shared),
        }
        room
    }

    /// Where in the guide the interviewer is.
    pub(crate) fn part(&self) -> Part {
        self.course.part()
    }

    /// When it was promised to end, if that was to be after so many minutes; nothing where it was begun before anybody sat here.
    pub(crate) fn promised_end(&self, minutes: u32) -> Option<Stamp> {
        self.beginning.promised_end(minutes)
    }

    /// Whether nothing can be noted, because it is off the record.
    pub(crate) fn is_closed(&self, session: &Session) -> bool {
        self.composer.is_closed(session)
    }

    /// The note being written.
    pub fn line(&self) -> &Line {
        self.composer.line()
    }

    /// What the next note is, or the one being written.
    pub(crate) fn kind(&self) -> NoteKind {
        self.composer.kind()
    }

    /// Whether the notes that are saved are covered: they may read this screen.
    pub fn is_covered(&self) -> bool {
        self.telling == Telling::Covered
    }

    /// Covers the notes that are saved, or shows them again.
    fn cover(&mut self, shared: &mut Shared) {
        let (telling, words) = if self.is_covered() {
            (Telling::Veiled, say!("notes-shown"))
        } else {
            (Telling::Covered, say!("notes-are-covered", key = shared.key(action::Interview::CoverNotes)))
        };
        self.telling = telling;
        shared.say(Weight::News, words);
    }

    /// When the note being written was begun.
    pub(crate) fn begun(&self) -> Option<&NoteStamp> {
        self.composer.begun()
    }

    /// Whether the words on the line are not for this screen until somebody goes on writing them.
    pub(crate) fn is_veiled(&self) -> bool {
        self.composer.is_veiled()
    }

    /// The probe that is chosen, as the guide counts those of the question.
    pub fn probe(&self) -> Option<usize> {
        self.course.probe()
    }

    /// What lies over the guide.
    pub fn card(&self) -> Card {
        self.card
    }

    /// Which screenful of what is to be said is shown. It is counted on and on: only the screen knows how many there are.
    pub(crate) fn screenful(&self) -> usize {
        self.course.screenful()
    }

    /// The next note is of this kind, unless one is being written.
    fn next_note_is(&mut self, kind: NoteKind) {
        self.composer.be_next(kind);
    }

    fn put_aside(&mut self, shared: &mut Shared) {
        self.withdraws = false;
        self.composer.put_aside(shared);
        self.course.let_probe_go();
        self.lay(Card::Away);
    }

    /// Takes back what was done last on this screen, a step or putting a line aside, or does a step once more.
    fn step(&mut self, way: UndoWay, shared: &mut Shared) {
        if way == UndoWay::Back && self.composer.move_back(shared) {
            return;
        }
        if self.composer.is_written() {
            shared.says_a_line_is_written(action::Interview::Save, action::Interview::PutAside);
        } else if way == UndoWay::Again || !self.composer.bring_back(shared) {
            shared.step(way, self.telling, action::Interview::Redo);
        }
    }

    fn ask_to_end(&mut self, shared: &mut Shared) -> Go {
        // If it has ended already, what stood in the way of leaving was said.
        if shared.phase() != Some(Phase::Ended) {
            if !shared.means_it(action::Interview::EndInterview, |again| say!("end-again", again = again.clone())) {
                return Go::Nowhere;
            }
            self.end(EndCause::Finished, shared);
        }
        Go::Held
    }

    /// Ends the interview: what stands on the line becomes a note, the take is finished.
    fn end(&mut self, why: EndCause, shared: &mut Shared) {
        self.composer.keep(shared);
        let at = shared.now.position;
        shared.want(Effect::CloseTake);
        let why = if shared.phase() == Some(Phase::Interrupted) { EndCause::CutShort } else { why };
        // Refused only when it is over already.
        shared.ask(Command::End { at, why });
    }
}

impl Face for Room {
    fn contexts(&self) -> Vec<Context> {
        let card = self.card.contexts(self.composer.is(), self.course);
        card.into_iter().chain([Context::Interview]).collect()
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Interview as A;
        let Action::Interview(action) = action else { return Go::Nowhere };
        let action = match (&self.card, action) {
            // Keys of one's own that walk the guide walk the card that lies over it, as the table's do: what cannot be seen stays.
            (Card::Protocol(_), A::NextQuestion | A::NextTopic) if shared.hand.asked() == Asked::ByKey => A::NextStep,
            (Card::Protocol(_), A::PreviousQuestion | A::PreviousTopic) if shared.hand.asked() == Asked::ByKey => A::PreviousStep,
            (_, action) => action,
        };
        if let (Card::Protocol(_), A::AskedAndOn | A::States | A::WalkProbes | A::Marks | A::LookBack | A::Points) = (self.card, action) {
            let key = shared.key(A::Distress);
            shared.say(Weight::News, say!("protocol-lies-over-it", key = key));
            return Go::Nowhere;
        }
        if !self.card.stays_for(action) {
            self.lay(Card::Away);
        }
        match action {
            A::Save if self.seat_withdraws(shared) => {}
            A::Save if self.asks_for_seats(shared) => self.lay_seats(shared),
            A::Save if self.is_newcomers_code(shared) => self.come_or_go(shared),
            A::Save => self.save(shared),
            A::Moment => self.composer.moment(shared),
            A::NextKind | A::KindOfNote => self.composer.next_kind(),
            A::NextQuestion => self.course.next(shared),
            A::PreviousQuestion => self.course.previous(shared),
            A::NextTopic => self.course.next_topic(shared),
            A::PreviousTopic => self.course.previous_topic(shared),
            A::AskedAndOn => self.course.asked_and_on(shared),
            A::States => self.lay_states(shared),
            A::ComeBack => self.course.mark(Coverage::ComeBack, &mut self.composer, shared),
            A::Volunteered => self.course.mark(Coverage::Volunteered, &mut self.composer, shared),
            A::Partly => self.course.mark(Coverage::Partly, &mut self.composer, shared),
            A::Skip => self.course.mark(Coverage::Skipped, &mut self.composer, shared),
            A::StateAsked | A::StateVolunteered | A::StatePartly | A::StateComeBack | A::StateSkipped | A::StateNotYet => {
                self.say_state(action, shared);
            }
            // It lies over the screen, and whoever lays things there sees to it.
            A::Guide => {}
            A::Earlier => self.composer.earlier(Earlier::Seconds, shared),
            A::MinuteEarlier => self.composer.earlier(Earlier::Minute, shared),
            A::LastNote => self.composer.take_up_last(shared),
            A::CoverNotes => self.cover(shared),
            A::WalkProbes => self.course.next_probe(shared),
            A::UseProbe => self.course.use_chosen_probe(shared),
            A::Probe => self.course.use_next_probe(shared),
            A::Answer | A::NextAnswer | A::PreviousAnswer | A::TakeAnswer | A::NoAnswer => self.among_answers(action, shared),
            A::OffRecord => self.source.off_record(shared),
            A::OpenLine => self.composer.open_line(shared),
            A::SomeoneCameIn => watch::someone_came_in(shared),
            A::Distress => self.distress(shared),
            A::ShowRest => self.course.show_rest(),
            A::MustReport | A::ToldToReport => self.lay_reports(shared),
            A::NoReport => self.put_reports_away(),
            A::Withdraw => self.withdraw(shared),
            A::Undo => self.step(UndoWay::Back, shared),
            A::Redo => self.step(UndoWay::Again, shared),
            // Nothing is put aside where nothing goes on: what was left unfinished stays as it was found.
            A::PutAside if !shared.is_under_way() => return Go::Do(Everywhere::Leave.into(), Asked::ByKey),
            A::PutAside => self.put_aside(shared),
            A::Ring => sound::say_whom_to_ring(shared),
            A::LastTime => self.lay(last_time::after(self.card, shared)),
            A::Seats => self.lay_seats(shared),
            A::NextSeat => self.walk_seats(Step::Next, shared),
            A::PreviousSeat => self.walk_seats(Step::Previous, shared),
            A::ComeOrGo => self.come_or_go(shared),
            A::ChangePlaces => self.change_places(shared),
            A::NotesOnly => self.source.notes_only(shared),
            A::TryMicrophone => self.source.try_another(shared),
            A::EndInterview => return self.ask_to_end(shared),
            A::NextStep => self.read_step(|step| step + 1, shared),
            A::PreviousStep => self.read_step(|step| step.saturating_sub(1), shared),
            A::TheyGoOn => self.answer_protocol(DistressChoice::GoOn, shared),
            A::TheyLeaveIt => self.answer_protocol(DistressChoice::Skip, shared),
            A::TheyTakeABreak => self.answer_protocol(DistressChoice::Break, shared),
            A::TheyStop => self.answer_protocol(DistressChoice::Stop, shared),
            A::WantItKept | A::WantItDestroyed | A::WantNotesOnly | A::WantAllDestroyed | A::WantNoQuotes | A::WantNoContact => {
                return withdrawal::wanted_by(action).map_or(Go::Nowhere, |wish| self.take_back(wish, shared));
            }
            A::LeaveOutAnswer | A::LeaveOutNote | A::LeaveOutShort | A::LeaveOutLong => self.leave_out(action, shared),
            A::Marks => self.lay_marks(shared),
            A::NameOfPerson | A::NameOfPlace | A::NameOfOther | A::Improvised | A::Clarifying | A::GatherPoint => {
                self.make_mark(action, shared);
            }
            A::LookBack => self.look_back(shared),
            A::OlderNote => self.walk_notes(Step::Next, shared),
            A::NewerNote => self.walk_notes(Step::Previous, shared),
            A::TakeUpNote => self.take_up_note(shared),
            A::Points => self.lay_points(shared),
            A::PointRight | A::PointCorrected | A::PointAdded => {
                if let Some(said) = points::said_by(action) {
                    self.answer_point(said, shared);
                }
            }
            A::NextPoint => self.walk_points(Step::Next, shared),
            A::PreviousPoint => self.walk_points(Step::Previous, shared),
            A::WantNothing | A::LeaveNothingOut | A::NoState | A::NoMark | A::NoLookBack | A::NoPoints | A::NoSeats => self.lay(Card::Away),
        }
        Go::Nowhere
    }

    fn write(&mut self, chord: Chord, shared: &mut Shared) -> Go {
        if self.write_report(chord, shared) {
            return Go::Nowhere;
        }
        if matches!(self.card, Card::Withdrawal | Card::LeaveOut(_)) {
            withdrawal::say_what_to_press(self.card, shared);
        } else if let Card::Answers(row) = self.card {
            let row = answers::write(row, chord, self.course, &mut self.composer, shared);
            self.lay(row.map_or(Card::Away, Card::Answers));
        } else {
            if let Card::States | Card::Marks(_) = self.card {
                self.lay(Card::Away);
            }
            self.composer.write(chord, shared);
        }
        Go::Nowhere
    }

    fn go_to(&mut self, part: Part, shared: &mut Shared) {
        if !self.card.stays_for(action::Interview::Guide) {
            self.lay(Card::Away);
        }
        self.course.go_to(part, shared);
    }

    fn raised(&mut self, part: Part, at: Position, shared: &mut Shared) {
        course::raised(part, at, shared);
    }

    fn belongs(&mut self, part: Part, shared: &mut Shared) {
        let there = shared.session().and_then(|session| question(session, part));
        let Some((id, label)) = there.map(|question| (question.id.clone(), question.label().trim().to_owned())) else { return };
        self.composer.belongs(id, &label, shared);
    }

    fn paste(&mut self, text: &str, shared: &mut Shared) -> Option<String> {
        // What is pasted is a note, never an answer.
        if let Card::Answers(_) | Card::States | Card::Marks(_) | Card::Reports(..) = self.card {
            self.lay(Card::Away);
        }
        self.composer.paste(text, shared)
    }

    fn esc(&self) -> Esc {
        // Over a card too: Alt with a key that is bound is pressed there more often than Esc at once before its letter.
        if self.composer.is_written() { Esc::PutsAway } else { Esc::BeforeANote }
    }

    /// An interview under way is not left; it is ended.
    fn back(&mut self, shared: &mut Shared) -> Go {
        if !shared.is_under_way() {
            return Go::Home;
        }
        if !self.composer.is_written() && self.card == Card::Away {
            let key = shared.key(action::Interview::EndInterview);
            shared.say(Weight::News, say!("goes-on-twice-ends", key = key));
        }
        self.put_aside(shared);
        Go::Nowhere
    }

    fn is_deaf(&self, now_ms: u64) -> bool {
        self.beginning.is_too_near(now_ms)
    }

    fn is_resuming(&self) -> bool {
        self.source.is_resuming()
    }

    fn is_waited_for(&self) -> bool {
        true
    }

    fn moves(&self, _: &Shared) -> bool {
        true
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        foot::rank(bind, self.card, self.composer.is_in(shared.session()), self.part(), shared)
    }

    fn label(&self, action: Action, shared: &Shared) -> Option<Message> {
        foot::label(action, self.card, shared)
    }

    fn turn(&mut self, shared: &mut Shared) {
        self.beginning.turn(shared.now);
        self.composer.turn(shared);
        self.noticed.turn(self.source.paused_ms, shared);
        self.source.look_again(shared);
    }

    fn heard(&mut self, report: &SoundReport, shared: &mut Shared) {
        self.source.heard(report, shared);
    }

    fn microphones_came(&mut self, _: &[Microphone], _: Known, shared: &mut Shared) {
        self.source.microphones_came(shared);
    }

    /// The line is kept where the interview ends; an interview that goes on is not left for anything else.
    fn leave(&mut self, why: Leaving, shared: &mut Shared) {
        match why {
            Leaving::ForGood(cause) if shared.is_under_way() => self.end(cause, shared),
            // What was written while the end of the recording waited for room on the disk. In a session that was found cut short, what
            // was left unfinished stays as it was found.
            Leaving::ForGood(_) | Leaving::ForAnother if shared.phase() == Some(Phase::Ended) => self.composer.keep(shared),
            Leaving::ForGood(_) | Leaving::ForAnother => {}
        }
    }
}
