//! The form before an interview: guide, participant, round, who is there, microphone, consent.
//!
//! The form fills itself in from the session before it, so that the second interview of a day takes a few keys. The microphone is
//! heard while the form is open, and "ready" is said only after its level has moved: a microphone that was dead for an hour is the
//! failure this screen exists to prevent.

use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::How;
use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Round;
use crate::domain::study::ParticipantCode;
use crate::domain::study::looks_like_a_name;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::effect::Effect;
use crate::tui::effect::NewSession;
use crate::tui::keymap::Action;
use crate::tui::line::Line;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::model::Study;
use crate::tui::notice::Weight;

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Which guide.
    Guide,
    /// The participant's code.
    Participant,
    /// Which interview with them.
    Round,
    /// Where.
    Setting,
    /// Who else is in the room.
    Present,
    /// The microphone, or none.
    Microphone,
    /// The answer to this consent item.
    Consent(usize),
    /// Begin.
    Begin,
}

/// How loud it must have been once for a microphone to count as heard, in dBFS. A quiet room with a live microphone lies above it
/// (10 to 20 dB above the noise of a 16-bit converter); digital silence lies below.
const HEARD_DB: f32 = -70.0;

/// The form's own state.
#[derive(Debug)]
pub struct Setup {
    guide: usize,
    participant: Line,
    round: Round,
    setting: Line,
    present: Line,
    /// An index into the study's microphones; one past the last is "notes only".
    microphone: usize,
    answers: Vec<Option<Answer>>,
    how: How,
    field: usize,
    heard: bool,
    device: Option<String>,
    trouble: Option<String>,
    warned: bool,
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
    pub notes_only: Option<crate::domain::command::Sound>,
}

impl Setup {
    /// The form as the study's last session suggests, with what was `filled` in before.
    pub fn new(study: &Study, filled: &Filled) -> Self {
        let last = study.sessions.last();
        let by_id = |id: &str| study.guides.iter().position(|g| g.id.as_str() == id);
        let by_title = |title: &str| study.guides.iter().position(|g| title_and_version(g) == title);
        let guide = filled.guide.as_deref().and_then(by_id).or_else(|| last.and_then(|l| by_title(&l.guide))).unwrap_or(0);
        let round = filled.round.or_else(|| study.guides.get(guide)?.rounds.first().copied()).unwrap_or(Round::First);
        let participant = filled.participant.clone().unwrap_or_else(|| next_code(last.map(|l| l.participant.as_str())));
        let microphone = if filled.notes_only.is_some() { study.microphones.len() } else { 0 };
        let mut setup = Self {
            guide,
            participant: Line::holding(participant),
            round,
            setting: Line::default(),
            present: Line::default(),
            microphone,
            answers: Vec::new(),
            how: How::default(),
            field: 0,
            heard: false,
            device: None,
            trouble: None,
            warned: false,
        };
        setup.reset_answers(study);
        setup
    }

    /// The chosen guide.
    pub fn guide<'s>(&self, study: &'s Study) -> Option<&'s Guide> {
        study.guides.get(self.guide)
    }

    /// The fields, from top to bottom.
    pub fn fields(&self) -> Vec<Field> {
        let fixed = [Field::Guide, Field::Participant, Field::Round, Field::Setting, Field::Present, Field::Microphone];
        fixed.into_iter().chain((0..self.answers.len()).map(Field::Consent)).chain([Field::Begin]).collect()
    }

    /// The field the cursor is on.
    pub fn field(&self) -> Field {
        self.fields().get(self.field).copied().unwrap_or(Field::Begin)
    }

    /// The text of a text field.
    pub fn text(&self, field: Field) -> Option<&Line> {
        match field {
            Field::Participant => Some(&self.participant),
            Field::Setting => Some(&self.setting),
            Field::Present => Some(&self.present),
            Field::Guide | Field::Round | Field::Microphone | Field::Consent(_) | Field::Begin => None,
        }
    }

    /// The chosen round.
    pub fn round(&self) -> Round {
        self.round
    }

    /// The chosen microphone; nothing for notes only.
    pub fn microphone<'s>(&self, study: &'s Study) -> Option<&'s str> {
        study.microphones.get(self.microphone).map(String::as_str)
    }

    /// The answer to consent item `item`.
    pub fn answer(&self, item: usize) -> Option<Answer> {
        self.answers.get(item).copied().flatten()
    }

    /// How consent was given.
    pub fn how(&self) -> How {
        self.how
    }

    /// Whether the microphone's level has moved.
    pub fn is_heard(&self) -> bool {
        self.heard
    }

    /// The device that is heard.
    pub fn device(&self) -> Option<&str> {
        self.device.as_deref()
    }

    /// Why there is no sound.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Whether `chord` belongs to the text field that the cursor is on, or answers a consent item.
    pub(in crate::tui) fn writes(&self, chord: Chord) -> bool {
        let edits = matches!(chord.key, Key::Left | Key::Right | Key::Home | Key::End | Key::Backspace | Key::Delete);
        let typed = chord.typed().is_some();
        match self.field() {
            Field::Participant | Field::Setting | Field::Present => typed || (edits && !chord.ctrl && !chord.alt),
            Field::Consent(_) | Field::Begin => matches!(chord.typed(), Some('y' | 'n' | 'a' | 'w')),
            Field::Guide | Field::Round | Field::Microphone => false,
        }
    }

    /// Puts text into the field the cursor is on; gives back what was too long.
    pub(in crate::tui) fn paste(&mut self, text: &str) -> Option<String> {
        let line = match self.field() {
            Field::Participant => &mut self.participant,
            Field::Setting => &mut self.setting,
            Field::Present => &mut self.present,
            Field::Guide | Field::Round | Field::Microphone | Field::Consent(_) | Field::Begin => return None,
        };
        line.paste(text)
    }

    fn reset_answers(&mut self, study: &Study) {
        let items = self.guide(study).map_or(0, |g| g.consent.len());
        self.answers = vec![None; items];
        self.warned = false;
    }

    /// What stands in the way of beginning, in the order of the form.
    pub fn missing(&self, study: &Study) -> Option<String> {
        let Some(guide) = self.guide(study) else { return Some("the study has no guide: `hearback guide new` makes one".into()) };
        if ParticipantCode::new(self.participant.text()).is_err() {
            return Some("the participant needs a code such as P07: letters, digits, - and _, at most 32".into());
        }
        if !guide.rounds.contains(&self.round) {
            return Some(format!("this guide is not for a {} interview", self.round));
        }
        for (item, answer) in guide.consent.iter().zip(&self.answers) {
            match (answer, item.covers) {
                (None, _) => return Some("a consent item has no answer: y yes, n no, a all yes".into()),
                (Some(Answer::Refused), Covers::TakingPart) => {
                    return Some("consent to take part was refused: there is no interview".into());
                }
                (Some(Answer::Refused), Covers::Recording) if self.microphone(study).is_some() => {
                    return Some("consent to record was refused: choose notes only as the microphone".into());
                }
                (Some(_), _) => {}
            }
        }
        None
    }

    /// The session this form makes.
    fn new_session(&self, guide: &Guide, study: &Study) -> NewSession {
        let answered = guide.consent.iter().zip(&self.answers);
        let consents = answered.filter_map(|(item, answer)| answer.map(|answer| Consent { item: item.id.clone(), answer, how: self.how }));
        NewSession {
            guide: guide.id.clone(),
            participant: self.participant.text().to_owned(),
            round: self.round,
            setting: self.setting.text().trim().to_owned(),
            present: self.present.text().trim().to_owned(),
            consents: consents.collect(),
            microphone: self.microphone(study).map(str::to_owned),
            fallback: None,
        }
    }
}

/// How a guide is named in lists.
pub fn title_and_version(guide: &Guide) -> String {
    format!("{} v{}", guide.id, guide.version)
}

/// The code after `last`: its number raised by one, in the same width. `P01` where there is none.
fn next_code(last: Option<&str>) -> String {
    let Some(last) = last else { return "P01".into() };
    let digits = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, number) = last.split_at(last.len() - digits);
    number.parse::<u64>().map_or_else(|_| last.to_owned(), |n| format!("{stem}{:0digits$}", n + 1))
}

/// Opens the form.
pub fn enter(model: &mut Model, effects: &mut Vec<Effect>) {
    enter_filled(model, &Filled::default(), effects);
}

/// Opens the form with what the command line filled in.
pub fn enter_filled(model: &mut Model, filled: &Filled, effects: &mut Vec<Effect>) {
    let mut setup = Setup::new(&model.study, filled);
    // What is already known needs no stop: the cursor waits at the first thing only a person can say.
    let first = if model.study.sessions.is_empty() && filled.participant.is_none() { Field::Guide } else { Field::Consent(0) };
    setup.field = setup.fields().iter().position(|f| *f == first).unwrap_or(0);
    hear_chosen(&setup, &model.study, effects);
    model.screen = Screen::Setup(setup);
}

fn hear_chosen(setup: &Setup, study: &Study, effects: &mut Vec<Effect>) {
    match setup.microphone(study) {
        Some(name) => effects.push(Effect::Hear(name.to_owned())),
        None => effects.push(Effect::CloseTake),
    }
}

pub(in crate::tui) fn act(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Model { screen: Screen::Setup(setup), study, .. } = model else { return };
    let last = setup.fields().len() - 1;
    match action {
        Action::NextField if setup.field() == Field::Begin => begin(model, effects),
        Action::NextField | Action::Down => setup.field = (setup.field + 1).min(last),
        Action::Up => setup.field = setup.field.saturating_sub(1),
        Action::Left => choose(setup, study, Way::Back, effects),
        Action::Right => choose(setup, study, Way::On, effects),
        Action::Begin => begin(model, effects),
        _ => {}
    }
}

#[derive(Clone, Copy)]
enum Way {
    Back,
    On,
}

impl Way {
    /// The key that moves in a text this way.
    fn arrow(self) -> Chord {
        Chord::plain(match self {
            Self::Back => Key::Left,
            Self::On => Key::Right,
        })
    }
}

/// The index after or before `at` among `count`, round and round.
fn step(at: usize, count: usize, way: Way) -> usize {
    match way {
        _ if count == 0 => 0,
        Way::On => (at + 1) % count,
        Way::Back => (at + count - 1) % count,
    }
}

fn choose(setup: &mut Setup, study: &Study, way: Way, effects: &mut Vec<Effect>) {
    match setup.field() {
        Field::Guide => {
            setup.guide = step(setup.guide, study.guides.len(), way);
            if let Some(round) = setup.guide(study).and_then(|g| g.rounds.first()) {
                setup.round = *round;
            }
            setup.reset_answers(study);
        }
        Field::Round => {
            let at = Round::ALL.iter().position(|r| *r == setup.round).unwrap_or(0);
            setup.round = Round::ALL[step(at, Round::ALL.len(), way)];
        }
        Field::Microphone => {
            setup.microphone = step(setup.microphone, study.microphones.len() + 1, way);
            (setup.heard, setup.device, setup.trouble, setup.warned) = (false, None, None, false);
            hear_chosen(setup, study, effects);
        }
        Field::Consent(item) => {
            let next = match setup.answer(item) {
                Some(Answer::Given) => Answer::Refused,
                Some(Answer::Refused) | None => Answer::Given,
            };
            setup.answers[item] = Some(next);
        }
        Field::Participant => _ = setup.participant.edit(way.arrow()),
        Field::Setting => _ = setup.setting.edit(way.arrow()),
        Field::Present => _ = setup.present.edit(way.arrow()),
        Field::Begin => {}
    }
}

/// A key for the text field or the consent item the cursor is on.
pub(in crate::tui) fn write(model: &mut Model, chord: Chord) {
    let Screen::Setup(setup) = &mut model.screen else { return };
    match (setup.field(), chord.typed()) {
        (Field::Participant, _) => {
            setup.participant.edit(chord);
            if looks_like_a_name(setup.participant.text()) {
                model.say(Weight::Warning, "this looks like a name: use a code such as P07, and keep the key elsewhere");
            }
        }
        (Field::Setting, _) => {
            setup.setting.edit(chord);
        }
        (Field::Present, _) => {
            setup.present.edit(chord);
        }
        (Field::Consent(item), Some(letter @ ('y' | 'n'))) => {
            setup.answers[item] = Some(if letter == 'y' { Answer::Given } else { Answer::Refused });
            setup.field += 1;
        }
        (Field::Consent(_) | Field::Begin, Some('a')) => {
            setup.answers.fill(Some(Answer::Given));
            setup.field = setup.fields().len() - 1;
        }
        (Field::Consent(_) | Field::Begin, Some('w')) => {
            setup.how = match setup.how {
                How::Written => How::Spoken,
                How::Spoken => How::Written,
            };
        }
        _ => {}
    }
}

/// Begins with the form as it stands, or says what is missing and goes there.
fn begin(model: &mut Model, effects: &mut Vec<Effect>) {
    let Model { screen: Screen::Setup(setup), study, .. } = &mut *model else { return };
    if let Some(missing) = setup.missing(study) {
        let open = setup.answers.iter().position(Option::is_none);
        if let Some(at) = open {
            setup.field = setup.fields().iter().position(|f| *f == Field::Consent(at)).unwrap_or(setup.field);
        }
        return model.say(Weight::Warning, missing);
    }
    if setup.microphone(study).is_some() && !setup.heard && !setup.warned {
        setup.warned = true;
        let text = match &setup.trouble {
            Some(why) => format!("begin again goes on with notes only until the microphone works; or choose another. {why}"),
            None => "nothing was heard from the microphone yet: say something, or choose another; begin again goes on all the same".into(),
        };
        return model.say(Weight::Warning, text);
    }
    let Some(guide) = setup.guide(study) else { return };
    let new = setup.new_session(guide, study);
    effects.push(Effect::Create(Box::new(new)));
}

/// The microphones were found only now: a form that is open listens to the first of them, as if it had been there all along.
pub(in crate::tui) fn microphones_came(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Model { screen: Screen::Setup(setup), study, .. } = model {
        setup.microphone = 0;
        hear_chosen(setup, study, effects);
    }
}

/// A turn: has the microphone been heard?
pub(in crate::tui) fn turn(model: &mut Model) {
    let Screen::Setup(setup) = &mut model.screen else { return };
    if model.telemetry.peak_db.is_some_and(|db| db > HEARD_DB) {
        setup.heard = true;
    }
}

/// The recorder hears `device`.
pub(in crate::tui) fn heard(model: &mut Model, device: &str) {
    if let Screen::Setup(setup) = &mut model.screen {
        setup.device = Some(device.to_owned());
        setup.trouble = None;
    }
}

/// The microphone could not be opened.
pub(in crate::tui) fn refused(model: &mut Model, why: &str) {
    if let Screen::Setup(setup) = &mut model.screen {
        setup.trouble = Some(why.to_owned());
        setup.device = None;
    }
    model.say(Weight::Warning, "the microphone cannot be used: choose another, or notes only");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_count_on() {
        assert_eq!(next_code(None), "P01");
        assert_eq!(next_code(Some("P09")), "P10");
        assert_eq!(next_code(Some("T-099")), "T-100");
        assert_eq!(next_code(Some("pilot")), "pilot");
    }
}
