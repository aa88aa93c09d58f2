//! One interview or focus group: its state, and what each happening changes.
//!
//! [`Session::apply`] is the only way a session changes, so replaying the journal gives the same session as having lived it. What may be
//! asked of it is for [`crate::domain::command`] to say. Nothing here reads a clock: positions come in with the events.

mod afterwards;
mod agreed;
mod destroyed;
mod errands;
mod listening;
mod member_check;
mod notes;
mod outside;
pub mod sayable;
mod seating;
pub mod shelf;
mod sound;
mod sound_of_notes;
mod statements;
mod transcripts;

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::time::Duration;

use crate::domain::consent::Consents;
use crate::domain::consent::Person;
use crate::domain::coverage::AskedProbe;
use crate::domain::coverage::Chosen;
use crate::domain::coverage::CoverageMap;
use crate::domain::destruction::Destructions;
use crate::domain::distress::DistressMoment;
use crate::domain::evening::Evening;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::incident::EndCause;
use crate::domain::lenient;
use crate::domain::lineage::Lineage;
use crate::domain::listened::Listened;
use crate::domain::member_check::MemberCheck;
use crate::domain::mishap::Mishap;
use crate::domain::mishap::MishapKind;
use crate::domain::named::Named;
use crate::domain::names::NameSaid;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteStamp;
use crate::domain::outside::Outside;
use crate::domain::prepared::Prepared;
use crate::domain::report::Reports;
use crate::domain::seats::Table;
use crate::domain::shelf::Shelf;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::standing::Recorded;
use crate::domain::standing::Standing;
use crate::domain::standing::Work;
use crate::domain::stands::Stands;
use crate::domain::statement::Statements;
use crate::domain::tag;
use crate::domain::takes::Follows;
use crate::domain::takes::TakeFacts;
use crate::domain::takes::Takes;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::timeline::Timeline;
use crate::domain::transcript::Transcripts;
use crate::domain::withheld::What;
use crate::domain::withheld::Withholding;

/// What a recording is at least: less than that is said to be 0.0 s.
pub(crate) const LEAST: Duration = Duration::from_millis(50);

/// Whether what was written is taken back or stands again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strike {
    Struck,
    Restored,
}

/// One interview or focus group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    guide: Guide,
    opened: Opened,
    /// When it began, if it did and a line says so.
    began: Option<Stamp>,
    pub(crate) phase: Phase,
    audio: Audio,
    consents: Consents,
    prepared: Prepared,
    table: Option<Table>,
    /// Who of a group sat there at any time: there may be words of theirs.
    sat: BTreeSet<Person>,
    /// Who took no part any more when the notes were gone through last.
    heeded: Vec<Person>,
    coverage: CoverageMap,
    timeline: Timeline,
    clocks: BTreeMap<TakeNumber, i64>,
    notes: BTreeMap<NoteId, Note>,
    /// Which notes were joined into which, and which were split off which.
    words_of_notes: Lineage<NoteId>,
    listened: Listened,
    statements: Statements,
    takes: Takes,
    names: Vec<NameSaid>,
    distress: Vec<DistressMoment>,
    reports: Reports,
    evening: Evening,
    transcripts: Transcripts,
    withholding: Withholding,
    incidents: Vec<Mishap>,
    outside: Outside,
    destructions: Destructions,
    member_check: MemberCheck,
    shelf: Shelf,
    /// How many lines of its journal have happened, and which of them took something back (those that did it once more are not among them).
    lines: u64,
    undos: BTreeSet<u64>,
    /// How many events say what a participant no longer wants and are not known here.
    unheeded: usize,
}

impl Session {
    /// A session that was just set up.
    pub fn new(guide: Guide, opened: Opened) -> Self {
        Self {
            guide,
            opened,
            began: None,
            phase: Phase::Draft,
            audio: Audio::None,
            consents: Consents::default(),
            prepared: Prepared::default(),
            table: None,
            sat: BTreeSet::new(),
            heeded: Vec::new(),
            coverage: CoverageMap::default(),
            timeline: Timeline::default(),
            clocks: BTreeMap::new(),
            notes: BTreeMap::new(),
            words_of_notes: Lineage::default(),
            listened: Listened::default(),
            statements: Statements::default(),
            takes: Takes::default(),
            names: Vec::new(),
            distress: Vec::new(),
            reports: Reports::default(),
            evening: Evening::default(),
            transcripts: Transcripts::default(),
            withholding: Withholding::default(),
            incidents: Vec::new(),
            outside: Outside::default(),
            destructions: Destructions::default(),
            member_check: MemberCheck::default(),
            shelf: Shelf::default(),
            lines: 1,
            undos: BTreeSet::new(),
            unheeded: 0,
        }
    }

    /// The session that `events` tell of; nothing if they do not begin with its set-up.
    pub fn replay<'e>(guide: Guide, events: impl IntoIterator<Item = &'e Event>) -> Option<Self> {
        Self::replay_lines(guide, events.into_iter().map(Some))
    }

    /// The session that these lines of a journal tell of, those among them that nobody here understands; nothing if they do not begin with its
    /// set-up.
    pub(crate) fn replay_lines<E: Borrow<Event>>(guide: Guide, lines: impl IntoIterator<Item = Option<E>>) -> Option<Self> {
        Self::live_again(guide, lines, |_, _, _| ())
    }

    /// The same, and lets `see` look at it behind each line that is understood: the line's place among them, the session by then, and what
    /// happened. What is withheld is marked at the end only.
    pub(crate) fn live_again<E: Borrow<Event>>(
        guide: Guide,
        lines: impl IntoIterator<Item = Option<E>>,
        mut see: impl FnMut(usize, &Self, &Event),
    ) -> Option<Self> {
        let mut lines = lines.into_iter().enumerate();
        let mut passed = 0;
        let opened = lines.by_ref().inspect(|(_, line)| passed += u64::from(line.is_none())).find_map(|(_, line)| line);
        let opened = opened?;
        let Event::Opened(opened) = opened.borrow() else { return None };
        let mut session = Self::new(guide, opened.clone());
        session.lines += passed;
        for (n, line) in lines {
            session.lines += 1;
            if let Some(event) = &line {
                session.change(event.borrow());
                see(n, &session, event.borrow());
            }
        }
        // What is withheld is marked once: it follows from all that happened, whatever came when.
        session.mark_withheld();
        Some(session)
    }

    /// How many lines of its journal have happened.
    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// Says that nobody holds this session: if it was under way, it was cut short.
    pub fn found_unattended(&mut self) {
        if matches!(self.phase, Phase::Recording | Phase::OffRecord) {
            self.phase = Phase::Interrupted;
        }
    }

    /// The guide as it was that day.
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// What the form was told and found out before the beginning.
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// How it was set up.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// Where it stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Where its audio stands.
    pub fn audio(&self) -> &Audio {
        &self.audio
    }

    /// Whether the clock counts now, in the place of a recording.
    pub fn is_on_the_clock(&self) -> bool {
        self.phase == Phase::Recording && matches!(self.audio, Audio::NotesOnly(_) | Audio::Lost(_))
    }

    /// Whether what is said now is off the record, also when a crash came in the middle of a pause.
    pub fn is_off_record(&self) -> bool {
        let under_way = matches!(self.phase, Phase::Recording | Phase::OffRecord | Phase::Interrupted);
        under_way && self.timeline.pauses().last().is_some_and(|pause| !pause.over)
    }

    /// The stamp of a note that is begun at `raw`. What is taken off for the time it takes to react never leads across the border of a
    /// pause: what is noted off the record would else point to what was said on it, and the other way round.
    pub fn stamp_at(&self, raw: Position) -> NoteStamp {
        let border = self.timeline.pauses().last().map_or(Position::START, |pause| pause.at);
        let most = u32::try_from(raw.since(border).as_millis()).unwrap_or(u32::MAX);
        NoteStamp { raw, reaction_ms: self.opened.reaction_ms.min(most) }
    }

    /// What happened to each question.
    pub fn coverage(&self) -> &CoverageMap {
        &self.coverage
    }

    /// The open question.
    pub fn open_question(&self) -> Option<&Id> {
        self.coverage.open()
    }

    /// Its timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How much faster the clock of this take's microphone ran than the computer's, in parts per billion, if that is known.
    pub(crate) fn clock_of(&self, take: TakeNumber) -> Option<i64> {
        self.clocks.get(&take).copied()
    }

    /// What is known of each take's file.
    pub fn takes(&self) -> &BTreeMap<TakeNumber, TakeFacts> {
        self.takes.all()
    }

    /// The note with this number, whether or not it stands.
    pub fn note(&self, id: NoteId) -> Option<&Note> {
        self.notes.get(&id)
    }

    /// Every note that stands, in the order they were written.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = &Note> {
        self.notes.values().filter(|n| n.stands())
    }

    /// Every note that stands, in the order of the timeline.
    pub fn notes_by_position(&self) -> Vec<&Note> {
        let mut notes: Vec<&Note> = self.notes().collect();
        notes.sort_by_key(|n| (n.position, n.id));
        notes
    }

    /// The tags of its notes in a row, the commonest first, each with how many notes have it: `#tired 3  #work 1`.
    pub(crate) fn tags(&self) -> Option<String> {
        let all = tag::counted(self.notes().map(|note| note.text.as_str()));
        (!all.is_empty()).then(|| all.into_iter().map(|(tag, count)| format!("#{tag} {count}")).collect::<Vec<_>>().join("  "))
    }

    /// The number of the next note: one that no note ever had, whatever became of that.
    pub fn next_note(&self) -> NoteId {
        let last = self.notes.last_key_value().map(|(last, _)| last.0);
        let is_free = |n| !self.notes.contains_key(&NoteId(n)) && !self.withholding.names(What::Note(NoteId(n)));
        NoteId(lenient::next_number(last.max(self.last_named().0), is_free))
    }

    /// Where names were said, in the order of the timeline; not within what is withheld.
    pub fn names(&self) -> Vec<&NameSaid> {
        let is_withheld = |name: &&NameSaid| [name.stamp.position(), name.stamp.raw].into_iter().any(|at| self.withholding.covers(at));
        self.names.iter().filter(|name| !is_withheld(name)).collect()
    }

    /// Whether there is sound of it: 0.0 s of a recording are none.
    pub fn recorded(&self) -> Recorded {
        if self.timeline.lengths().0 < LEAST { Recorded::Nothing } else { Recorded::Something }
    }

    /// Where it stands in the work of the study.
    pub fn standing(&self) -> Standing {
        let work = match (self.letters(), self.statements().next()) {
            (1.., _) => Work::Letter,
            (0, Some(_)) => Work::Statements,
            (0, None) => Work::None,
        };
        let usual = Standing::of(self.phase, self.recorded(), work);
        self.stands_destroyed().unwrap_or(usual)
    }

    /// Lets `event` have happened.
    pub fn apply(&mut self, event: &Event) {
        self.lines += 1;
        self.change(event);
        self.mark_withheld();
    }

    /// What follows from `event`.
    fn change(&mut self, event: &Event) {
        // Without a wildcard: a new event does not compile until it is said here what it changes.
        match event {
            Event::Opened(opened) => self.opened = opened.clone(),
            Event::ConsentAnswered(consent) => self.answered(consent),
            Event::ConsentWithdrawn(withdrawal) => self.withdrawn(withdrawal),
            Event::ConsentChanged(change) => self.changed(change),
            Event::Withheld(withheld) => self.withhold(withheld),
            Event::WithheldLifted(lifted) => self.lift(lifted),
            Event::Prepared(prepared) => self.prepared.hear(prepared),
            Event::Seats(table) => self.sit(table),
            Event::Began { on } => self.begin(*on),
            Event::Distress { at, choice, on } => DistressMoment::hear(&mut self.distress, *at, *on, *choice),
            Event::FollowedUp(_) | Event::MustBeReported(_) | Event::Reported(_) => self.hear_of_errand(event),
            Event::Incident { at, incident } => self.tell(*at, MishapKind::Incident(incident.clone())),
            Event::TakeStarted { take, at, rate, channels, .. } => {
                let goes_on = matches!(self.timeline.spans().last(), Some(span @ Span::Recorded { .. }) if span.to() == *at);
                self.takes.begin(*take, *rate, *channels, if goes_on { Follows::AtOnce } else { Follows::Later });
                self.timeline.begin_take(*take, *at, *rate);
                self.audio = Audio::Live(*take);
                self.goes_on();
                self.heed_withdrawal();
            }
            Event::Checkpoint { take, frames } => self.grow_take(*take, *frames),
            Event::TakeClosed { take, frames, rate, channels, sha256 } => {
                self.close_take(*take, *frames);
                self.takes.close(*take, *rate, *channels, *sha256);
            }
            // One that is being written is not measured yet, and one that was closed is what it was then.
            Event::TakeMeasured { take, .. } if self.audio == Audio::Live(*take) || self.takes.is_known(*take) => {}
            Event::TakeMeasured { take, frames, rate, channels, sha256 } => {
                self.grow_take(*take, *frames);
                self.takes.know(*take, Some(*rate), Some(*channels), Some(*sha256));
            }
            Event::TakeDestroyed { take, on, reason, sha256, .. } => self.takes.destroy(*take, on, reason, *sha256),
            Event::SilencingBegun(_) | Event::Silenced(_) | Event::SilencingGivenUp { .. } => self.hear_of_silence(event),
            Event::ClockCompared { take, ppb } => drop(self.clocks.insert(*take, *ppb)),
            Event::Gap { take, at_frame, frames, why } => self.lose(*take, *at_frame, *frames, why),
            Event::AudioStopped { at, why } => self.stop_audio(*at, why),
            Event::TimePassed { at } => self.timeline.end_unrecorded(*at),
            Event::Recovered { take, frames, missing_ms } => self.recover(*take, *frames, *missing_ms),
            Event::WentOffRecord { at, reason } => {
                self.timeline.pause(*at, reason.clone());
                self.phase = Phase::OffRecord;
            }
            Event::WentOnRecord { .. } => {
                self.timeline.resume();
                self.phase = Phase::Recording;
            }
            Event::Ended { at, why } => self.end(*at, why.as_ref()),
            Event::QuestionOpened { question, at } => self.coverage.open_at(question.clone(), *at),
            Event::CoverageMarked { question, mark, at } => self.coverage.set(question.clone(), mark.clone(), *at),
            Event::ProbeMarked { probe, used, .. } => self.coverage.set_probe(probe.clone(), *used),
            Event::ProbeAsked { question, own, at, stands } => {
                self.coverage.set_own_probe(question.clone(), AskedProbe { own: *own, at: *at }, *stands);
            }
            Event::ChoiceAnswered { question, choice, at } => {
                let chosen = choice.clone().map(|code| Chosen { code, at: *at });
                self.coverage.set_choice(question.clone(), chosen);
            }
            Event::NoteAdded { .. } => self.add_note(event),
            Event::NoteRevised { note, note_kind, text, position, question, voice } => {
                self.notes.entry(*note).and_modify(|note| note.revise(*note_kind, text, *position, question));
                self.hear_in(*note, voice.as_ref());
            }
            Event::NotesHeard { .. } | Event::CodeDefined(_) | Event::NoteCoded { .. } | Event::AskedSo(_) => self.hear_of_listening(event),
            Event::NotesJoined { .. } | Event::NotesParted { .. } | Event::NoteSplit { .. } => self.hear_of_listening(event),
            Event::NameSaid { named, stamp, stands } => self.name_said(NameSaid { stamp: *stamp, of: *named }, *stands),
            Event::PointGathered { .. } | Event::ReadBack(_) | Event::SeenTo(_) | Event::FieldMemo { .. } | Event::GuideLookedAt(_) => {
                self.hear_of_evening(event);
            }
            Event::TranscriptImported(_) | Event::SpeakersNamed(_) | Event::PassageHeard(_) | Event::TranscriptHanded(_) => {
                self.hear_of_transcripts(event);
            }
            Event::NoteStruck { note } => self.strike_note(*note, Strike::Struck),
            Event::NoteRestored { note } => self.strike_note(*note, Strike::Restored),
            Event::StatementWritten { .. } | Event::StatementRevised { .. } | Event::StatementRests { .. } => {
                self.hear_of_statements(event);
            }
            Event::StatementStruck { .. } | Event::StatementRestored { .. } | Event::StatementMoved { .. } => {
                self.hear_of_statements(event);
            }
            Event::StatementsJoined { .. } | Event::StatementsParted { .. } => self.hear_of_statements(event),
            Event::StatementSplit { .. } | Event::StatementSetAside { .. } => self.hear_of_statements(event),
            Event::StatementMeant { .. } => self.hear_of_statements(event),
            Event::Reviewed => self.phase = Phase::Reviewed,
            Event::Reopened => self.phase = Phase::Ended,
            Event::LetterWritten { .. } | Event::LetterChecked(_) | Event::LetterSent(_) => self.hear_of_letters(event),
            Event::ReplyReceived(_) | Event::Disposition(_) | Event::NoReply(_) => self.hear_of_letters(event),
            Event::QuoteShelved(_) | Event::QuoteTranslated(_) | Event::QuoteRead(_) => self.hear_of_shelf(event),
            Event::SoundCopied(copy) => self.outside.copy(copy),
            Event::Undone { by, of } => self.undone(by, *of),
            Event::Destruction(one) => self.destructions.hear(one),
            Event::LineLost => {}
        }
    }

    /// Something is taken back, or done once more: which of the two is told by the line that is answered. A note whose change is taken
    /// back has one version less, as if it had never been made; done once more, it has it again.
    fn undone(&mut self, by: &Event, of: Option<u64>) {
        let again = of.is_some_and(|of| self.undos.contains(&of));
        if !again {
            self.undos.insert(self.lines);
        }
        match by {
            Event::NoteRevised { .. } if !again && of.is_some() => self.unrevise(by),
            Event::NotesJoined { .. } if !again && of.is_some() => self.unsplit(by),
            Event::NotesParted { .. } if again => self.split_again(by),
            Event::StatementRests { .. } | Event::StatementsJoined { .. } | Event::StatementsParted { .. } if !again && of.is_some() => {
                self.unstate(by);
            }
            other => self.change(other),
        }
    }

    /// A name was said, or that was taken back.
    fn name_said(&mut self, name: NameSaid, stands: Stands) {
        stands.keep(name, &mut self.names);
        self.names.sort_by_key(|name| name.stamp.position());
    }

    /// Something went wrong and was outlived.
    fn tell(&mut self, at: Position, what: MishapKind) {
        self.incidents.push(Mishap { at, what });
    }

    fn end(&mut self, at: Position, why: Option<&Named<EndCause>>) {
        self.timeline.end_unrecorded(at);
        self.timeline.resume();
        self.coverage.close_at(at);
        self.phase = Phase::Ended;
        if let Some(why) = why.filter(|why| **why != Named::Known(EndCause::Finished)) {
            self.tell(at, MishapKind::Ended(why.clone()));
        }
    }

    /// What the recorder reports brings nobody back on the record: only a person does.
    fn goes_on(&mut self) {
        match self.phase {
            Phase::Draft | Phase::Recording | Phase::Interrupted => self.phase = Phase::Recording,
            Phase::OffRecord | Phase::Ended | Phase::Reviewed => {}
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::guide::Round;
    use crate::domain::guide::tests::small;

    /// The set-up of an interview with P07 over the small guide, at the beginning of time. What a test is about, it says itself.
    pub(crate) fn opened() -> Opened {
        Opened::of(Stamp::new(0, 0), "P07", Round::First, &small())
    }

    /// A session with the small guide that was just set up.
    pub(crate) fn set_up() -> Session {
        Session::new(small(), opened())
    }
}
