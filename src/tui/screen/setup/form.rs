//! The form's fields: what was filled in, what is suggested, and what stands in the way of beginning. Values only; which key does what
//! is the screen's.

use crate::domain::consent::Answer;
use crate::domain::consent::How;
use crate::domain::guide::Audience;
use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Round;
use crate::domain::prepared::SummaryWish;
use crate::domain::session::Session;
use crate::tui::chord::Chord;
use crate::tui::line::Line;
use crate::tui::microphone::Microphone;
use crate::tui::offer::Offer;
use crate::tui::screen::selection::Step;
use crate::tui::screen::setup::check::UnderWay;
use crate::tui::screen::setup::entry::Entry;
use crate::tui::screen::setup::entry::Pick;
use crate::tui::screen::setup::here::Here;
use crate::tui::screen::setup::here::Said;
use crate::tui::screen::setup::level::Level;
use crate::tui::screen::setup::no_recording::NoRecording;
use crate::tui::screen::setup::suggest;

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Which guide.
    Guide,
    /// The participant's code.
    Participant,
    /// Which interview with them.
    Round,
    /// Who sits there, and where.
    Said(Said),
    /// The microphone, or none.
    Microphone,
    /// What is done if it is lost; asked where there is another.
    Fallback,
    /// Whether the voice from the other end is heard; in an interview by video.
    FarVoice,
    /// The answer to this consent item.
    Consent(usize),
    /// What is done where somebody of a group does not want to be recorded.
    NoRecording,
    /// In which form they want their summary; asked of those who want one.
    SummaryForm,
    /// By which way it is to come to them.
    SummaryWay,
    /// Begin.
    Begin,
}

/// Whether it was said on beginning that something is not as it should be: whoever begins again has read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Warned {
    /// Not, or of what is over by now.
    NotYet,
    /// It was, and it is so still.
    Once,
}

/// The form's own state.
#[derive(Debug)]
pub struct SetupForm {
    guide: Pick<usize>,
    /// The guide of a session that was set up before and not begun: its form is this one, with what its journal says already fixed.
    pub(super) planned: Option<Box<Guide>>,
    pub(super) participant: Entry,
    round: Pick<Round>,
    pub(super) here: Here,
    /// The microphone; nothing for notes only.
    microphone: Option<Microphone>,
    /// The one that is taken if that is lost; nothing to wait for it.
    fallback: Option<Microphone>,
    /// How many others there are.
    others: usize,
    /// What was chosen before recording was refused.
    pub(super) released: Option<Microphone>,
    /// Of a group, those of one after the other.
    pub(super) answers: Vec<Option<Answer>>,
    /// Who of a group sits there, in the order of the seats; theirs are the answers.
    pub(super) seated: Vec<String>,
    pub(super) no_recording: Option<NoRecording>,
    /// Whether that is asked.
    pub(super) asks_no_recording: bool,
    pub(super) how: How,
    /// How they want their summary, and whether that is asked.
    pub(super) summary: SummaryWish,
    pub(super) asks_summary: bool,
    pub(super) field: usize,
    pub(super) level: Level,
    pub(super) room: UnderWay,
    /// Whether the command line asked for notes only.
    pub(super) wants_notes_only: bool,
    /// When it was looked for other microphones the last time.
    pub(super) looked_ms: u64,
    /// When a microphone that is gone was tried the last time.
    pub(super) tried_ms: u64,
    /// When the disk was tried last.
    pub(super) disk_tried_ms: Option<u64>,
    /// Whether it was said that the disk refuses.
    pub(super) disk_warned: Warned,
    pub(super) device: Option<String>,
    pub(super) trouble: Option<String>,
    /// Whether it was said that nothing is heard from the microphone.
    pub(super) warned: Warned,
    /// How many seconds before the beginning the recorder was told to remember.
    pub(super) remembering: u32,
}

/// What the command line filled in.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// A guide's id.
    pub guide: Option<String>,
    /// A participant's code.
    pub participant: Option<String>,
    /// A round.
    pub round: Option<Round>,
    /// Notes only.
    pub notes_only: Option<crate::domain::command::HeldAs>,
}

impl SetupForm {
    /// The form as the study's last session suggests, with what was `filled` in before.
    pub(crate) fn new(study: &Offer, filled: &Filled) -> Self {
        let by_id = |id: &str| study.guides.iter().position(|g| g.id.as_str() == id);
        let guide = filled.guide.as_deref().and_then(by_id).map_or_else(|| Pick::suggested(0), Pick::chosen);
        let round = filled.round.map_or_else(|| Pick::suggested(Round::First), Pick::chosen);
        let participant = filled.participant.clone().map_or_else(|| Entry::suggested(suggest::code(study)), Entry::given);
        let microphone = study.microphones.first().filter(|_| filled.notes_only.is_none()).cloned();
        let mut setup = Self {
            guide,
            planned: None,
            participant,
            round,
            here: Here::new(study),
            microphone: None,
            fallback: None,
            others: 0,
            released: None,
            answers: Vec::new(),
            seated: Vec::new(),
            no_recording: None,
            asks_no_recording: false,
            how: How::default(),
            summary: SummaryWish::default(),
            asks_summary: false,
            field: 0,
            level: Level::default(),
            room: UnderWay::default(),
            wants_notes_only: filled.notes_only.is_some(),
            looked_ms: 0,
            tried_ms: 0,
            disk_tried_ms: None,
            disk_warned: Warned::NotYet,
            device: None,
            trouble: None,
            warned: Warned::NotYet,
            remembering: 0,
        };
        setup.reset_answers(study);
        setup.suggest(study);
        setup.choose_microphone(microphone, study);
        setup
    }

    /// The form of `session`, which was set up and never begun, with the answers that were given so far. What its first event says
    /// (guide, code, round, where, who) is written and stays; the rest is asked as in any form.
    pub(crate) fn of_planned(session: &Session, study: &Offer) -> Self {
        let (opened, consents) = (session.opened(), session.consents());
        let mut setup = Self {
            guide: Pick::chosen(0),
            planned: Some(Box::new(session.guide().clone())),
            participant: Entry::given(opened.participant.clone()),
            round: Pick::chosen(opened.round),
            here: Here::of(opened, study),
            microphone: None,
            fallback: None,
            others: 0,
            released: None,
            answers: session.guide().consent.iter().map(|item| consents.answer(&item.id)).collect(),
            seated: Vec::new(),
            no_recording: None,
            asks_no_recording: false,
            how: consents.all().last().map(|c| c.how).unwrap_or_default(),
            summary: session.prepared().summary,
            asks_summary: false,
            field: 0,
            level: Level::default(),
            room: UnderWay::default(),
            wants_notes_only: false,
            looked_ms: 0,
            tried_ms: 0,
            disk_tried_ms: None,
            disk_warned: Warned::NotYet,
            device: None,
            trouble: None,
            warned: Warned::NotYet,
            remembering: 0,
        };
        setup.here.be_for(session.guide().audience);
        if setup.is_group() {
            setup.answers.clear();
            setup.seat_as_planned(session, study);
        }
        setup.choose_microphone(setup.first_microphone(study), study);
        setup.see_to_summary(study);
        let open = setup.answers.iter().position(Option::is_none).map_or(Field::Begin, Field::Consent);
        setup.go_to(open);
        setup
    }

    /// The microphone that is chosen to begin with: the study's first, unless recording was refused already.
    pub(super) fn first_microphone(&self, study: &Offer) -> Option<Microphone> {
        study.microphones.first().filter(|_| !self.is_recording_refused(study)).cloned()
    }

    /// Whether the form has a no to being recorded.
    pub(super) fn is_recording_refused(&self, study: &Offer) -> bool {
        if self.is_group() {
            return self.is_group_unrecorded(study);
        }
        let mut answered = self.guide(study).into_iter().flat_map(|g| &g.consent).zip(&self.answers);
        answered.any(|(item, answer)| item.covers == Covers::Recording && *answer == Some(Answer::Refused))
    }

    /// Chooses a microphone, or notes only. What is done if it is lost was another choice, and stays.
    pub(super) fn choose_microphone(&mut self, microphone: Option<Microphone>, study: &Offer) {
        let here = self.field();
        self.microphone = microphone;
        self.see_others(study);
        self.go_to(here);
    }

    /// Others may be there by now. What was chosen stays chosen.
    pub(super) fn see_others(&mut self, study: &Offer) {
        let here = self.field();
        self.others = self.other_microphones(study).count();
        self.go_to(here);
    }

    pub(super) fn other_microphones<'s>(&'s self, study: &'s Offer) -> impl Iterator<Item = &'s Microphone> {
        study.microphones.iter().filter(|other| self.microphone.as_ref().is_some_and(|chosen| chosen != *other))
    }

    /// The choice after (or before) this one: each microphone in turn, then notes only. `step` picks among so many.
    pub(super) fn next_microphone(&self, study: &Offer, step: impl FnOnce(usize, usize) -> usize) -> Option<Microphone> {
        let all = &study.microphones;
        let at = self.microphone.as_ref().and_then(|chosen| all.iter().position(|m| m == chosen)).unwrap_or(all.len());
        all.get(step(at, all.len() + 1)).cloned()
    }

    /// Chooses what is done if the microphone is lost: `step` picks among so many.
    pub(super) fn choose_fallback(&mut self, study: &Offer, step: impl FnOnce(usize, usize) -> usize) {
        let others: Vec<Microphone> = self.other_microphones(study).cloned().map(Microphone::picked).collect();
        let at = self.fallback().and_then(|chosen| others.iter().position(|m| m == chosen)).unwrap_or(others.len());
        self.fallback = others.get(step(at, others.len() + 1)).cloned();
    }

    /// The microphone that is taken if the chosen one is lost; nothing to wait for it.
    pub(crate) fn fallback(&self) -> Option<&Microphone> {
        self.fallback.as_ref().filter(|fallback| self.microphone.as_ref().is_some_and(|chosen| chosen != *fallback))
    }

    /// Whether there is another microphone that could be taken.
    pub(crate) fn has_others(&self) -> bool {
        self.others > 0
    }

    /// The chosen guide.
    pub(crate) fn guide<'s>(&'s self, study: &'s Offer) -> Option<&'s Guide> {
        self.planned.as_deref().or_else(|| study.guides.get(self.guide.get()))
    }

    /// Whether this is the form of a session that was set up before: who, where and with which guide is fixed.
    pub(crate) fn is_planned(&self) -> bool {
        self.planned.is_some()
    }

    /// Which of the fields there are that say who sits there, and where.
    pub(crate) fn said(&self) -> impl Iterator<Item = Said> {
        self.here.fields()
    }

    /// Whether something is offered there.
    pub(crate) fn offers(&self, field: Said, study: &Offer) -> bool {
        self.here.offers(field, study)
    }

    /// The fields a person can go to, from top to bottom.
    pub(crate) fn fields(&self) -> Vec<Field> {
        let chosen = [Field::Guide, Field::Participant, Field::Round].into_iter().chain(self.here.fields().map(Field::Said));
        // The number to ring is kept nowhere, so it is asked again.
        let again = [Said::Ring, Said::Seats, Said::Observers].map(Field::Said);
        let ring = |field: &Field| !self.is_planned() || again.contains(field);
        let chosen = chosen.filter(ring).chain([Field::Microphone]);
        let chosen = chosen.chain(self.has_others().then_some(Field::Fallback));
        let chosen = chosen.chain(self.is_far_voice_asked().then_some(Field::FarVoice));
        let chosen = chosen.chain((0..self.answers.len()).map(Field::Consent));
        let chosen = chosen.chain(self.asks_no_recording.then_some(Field::NoRecording));
        let summary = [Field::SummaryForm, Field::SummaryWay].into_iter().filter(|_| self.asks_summary);
        chosen.chain(summary).chain([Field::Begin]).collect()
    }

    /// Puts the cursor on `field`, if the form has it.
    pub(super) fn go_to(&mut self, field: Field) {
        self.field = self.fields().iter().position(|f| *f == field).unwrap_or(self.field);
    }

    /// Whether what stands in `field` is the form's own: nobody has chosen or written it.
    pub(crate) fn is_suggested(&self, field: Field) -> bool {
        !self.is_planned()
            && match field {
                Field::Guide => self.guide.is_suggested(),
                Field::Participant => self.participant.is_suggested(),
                Field::Round => self.round.is_suggested(),
                _ => false,
            }
    }

    /// A key for the participant's code.
    pub(super) fn edit_participant(&mut self, chord: Chord, study: &Offer) {
        self.participant.edit(chord);
        self.suggest(study);
    }

    /// The next code of the study's list, or the one before.
    pub(super) fn choose_participant(&mut self, study: &Offer, step: Step) {
        self.participant.step(&suggest::codes(study), step);
        self.suggest(study);
    }

    /// Chooses a guide: `step` picks among so many.
    pub(super) fn choose_guide(&mut self, study: &Offer, step: impl FnOnce(usize, usize) -> usize) {
        self.guide = Pick::chosen(step(self.guide.get(), study.guides.len()));
        self.reset_answers(study);
        self.suggest(study);
    }

    /// Chooses which interview it is: `step` picks among so many.
    pub(super) fn choose_round(&mut self, study: &Offer, step: impl FnOnce(usize, usize) -> usize) {
        let at = Round::ALL.iter().position(|round| *round == self.round()).unwrap_or(0);
        self.round = Pick::chosen(Round::ALL[step(at, Round::ALL.len())]);
        self.suggest(study);
    }

    /// Thinks again of what nobody has chosen. Once they have begun to answer, nothing changes by itself any more: what was asked of them
    /// stands in the guide.
    fn suggest(&mut self, study: &Offer) {
        if self.is_planned() || self.answers.iter().any(Option::is_some) {
            return;
        }
        self.round.suggest(suggest::round(study, self.participant.text()));
        let chosen = if self.guide.is_suggested() { suggest::guide(study, self.participant.text(), self.round()) } else { None };
        match chosen {
            Some(at) if at != self.guide.get() => {
                self.guide.suggest(at);
                self.reset_answers(study);
            }
            Some(_) => {}
            // The guide stays: if it is for other interviews than this, it is one of those.
            None => {
                let rounds = self.guide(study).map_or(&[][..], |guide| &guide.rounds);
                if let Some(first) = rounds.first().copied().filter(|_| !rounds.contains(&self.round())) {
                    self.round.suggest(first);
                }
            }
        }
    }

    /// Whether the participant of this code was interviewed in this round before.
    pub(crate) fn was_held(&self, study: &Offer) -> bool {
        !self.is_planned() && suggest::held(study, self.participant.text()).any(|line| line.round == self.round())
    }

    /// The field the cursor is on.
    pub(crate) fn field(&self) -> Field {
        self.fields().get(self.field).copied().unwrap_or(Field::Begin)
    }

    /// The text of a text field.
    pub(crate) fn text(&self, field: Field) -> Option<&Line> {
        match field {
            Field::Participant => Some(self.participant.line()),
            Field::Said(field) => Some(self.here.line(field)),
            _ => None,
        }
    }

    /// The chosen round.
    pub(crate) fn round(&self) -> Round {
        self.round.get()
    }

    /// The chosen microphone; nothing for notes only.
    pub(crate) fn microphone(&self) -> Option<&Microphone> {
        self.microphone.as_ref()
    }

    /// The answer to consent item `item`.
    pub fn answer(&self, item: usize) -> Option<Answer> {
        self.answers.get(item).copied().flatten()
    }

    /// How consent was given.
    pub(crate) fn how(&self) -> How {
        self.how
    }

    /// Whether a voice has reached the microphone.
    pub(crate) fn is_heard(&self) -> bool {
        self.level.is_heard()
    }

    /// How many seconds before the beginning are remembered as the form stands.
    pub(crate) fn remembering(&self) -> u32 {
        self.remembering
    }

    /// Whether what the microphone hears may be recorded as far as the form says: taking part and recording were both agreed to.
    pub(super) fn may_record(&self, study: &Offer) -> bool {
        let heard = self.microphone().is_some() && self.device.is_some() && self.trouble.is_none();
        let Some(guide) = self.guide(study).filter(|_| heard) else { return false };
        if self.is_group() {
            return self.may_record_group(study);
        }
        let given = |covers: Covers| {
            let mut items = guide.consent.iter().zip(&self.answers).filter(|(item, _)| item.covers == covers).peekable();
            items.peek().is_some() && items.all(|(_, answer)| *answer == Some(Answer::Given))
        };
        given(Covers::TakingPart) && given(Covers::Recording)
    }

    /// The device that is heard.
    pub(crate) fn device(&self) -> Option<&str> {
        self.device.as_deref()
    }

    /// Why there is no sound.
    pub(crate) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Puts text into the field the cursor is on; gives back what was too long.
    pub(super) fn put_in(&mut self, text: &str, study: &Offer) -> Option<String> {
        match self.field() {
            Field::Participant => {
                let rest = self.participant.paste(text);
                self.suggest(study);
                rest
            }
            Field::Said(field) => {
                let rest = self.here.entry_mut(field).paste(text);
                self.see_to_seats(study);
                rest
            }
            _ => None,
        }
    }

    pub(super) fn reset_answers(&mut self, study: &Offer) {
        let items = self.guide(study).map_or(0, |g| g.consent.len());
        self.here.be_for(self.guide(study).map_or(Audience::Individual, |guide| guide.audience));
        self.seated.clear();
        self.answers = vec![None; if self.is_group() { 0 } else { items }];
        self.see_to_seats(study);
        (self.warned, self.asks_summary) = (Warned::NotYet, false);
    }
}
