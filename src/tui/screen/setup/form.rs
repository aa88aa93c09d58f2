//! The form's fields: what was filled in, what is suggested, and what stands in the way of beginning. Values only; which key does what
//! is the screen's.

use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::How;
use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Round;
use crate::domain::session::Session;
use crate::domain::standing::Standing;
use crate::domain::study::ParticipantCode;
use crate::domain::study::session_line::SessionLine;
use crate::tui::chord::Chord;
use crate::tui::effect::NewSession;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Setup as S;
use crate::tui::line::Line;
use crate::tui::microphone::Microphone;
use crate::tui::offer::Offer;
use crate::words::say;

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
    /// The code of whoever interviews.
    Interviewer,
    /// The microphone, or none.
    Microphone,
    /// What is done if it is lost; asked where there is another.
    Fallback,
    /// The answer to this consent item.
    Consent(usize),
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
    pub(super) guide: usize,
    /// The guide of a session that was set up before and not begun: its form is this one, with what its journal says already fixed.
    pub(super) planned: Option<Box<Guide>>,
    participant: Line,
    code: Code,
    pub(super) round: Round,
    pub(super) setting: Line,
    pub(super) present: Line,
    pub(super) interviewer: Line,
    /// The microphone; nothing for notes only.
    microphone: Option<Microphone>,
    /// The one that is taken if that is lost; nothing to wait for it.
    fallback: Option<Microphone>,
    /// How many others there are.
    others: usize,
    /// What was chosen before recording was refused.
    pub(super) released: Option<Microphone>,
    pub(super) answers: Vec<Option<Answer>>,
    pub(super) how: How,
    pub(super) field: usize,
    pub(super) heard: bool,
    /// In how many turns it was loud enough, and the quietest level that was not silence.
    pub(super) heard_turns: u32,
    pub(super) room_db: Option<f32>,
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

/// Where the participant's code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    /// The form: the first letter that is typed takes its place, as in a field whose text is selected.
    Suggested,
    /// A person.
    Given,
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
        let last = study.sessions.last();
        let by_id = |id: &str| study.guides.iter().position(|g| g.id.as_str() == id);
        let by_title = |title: &str| study.guides.iter().position(|g| g.name_and_version() == title);
        let guide = filled.guide.as_deref().and_then(by_id).or_else(|| last.and_then(|l| by_title(&l.guide))).unwrap_or(0);
        let round = filled.round.or_else(|| study.guides.get(guide)?.rounds.first().copied()).unwrap_or(Round::First);
        let code = if filled.participant.is_some() { Code::Given } else { Code::Suggested };
        let participant = filled
            .participant
            .clone()
            .unwrap_or_else(|| next_code(&study.sessions.iter().map(|l| l.participant.as_str()).collect::<Vec<_>>()));
        let microphone = study.microphones.first().filter(|_| filled.notes_only.is_none()).cloned();
        let mut setup = Self {
            guide,
            planned: None,
            participant: Line::holding(participant),
            code,
            round,
            setting: Line::default(),
            present: Line::default(),
            interviewer: own_code(study),
            microphone: None,
            fallback: None,
            others: 0,
            released: None,
            answers: Vec::new(),
            how: How::default(),
            field: 0,
            heard: false,
            heard_turns: 0,
            room_db: None,
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
        setup.choose_microphone(microphone, study);
        setup
    }

    /// The form of `session`, which was set up and never begun, with the answers that were given so far. What its first event says
    /// (guide, code, round, where, who) is written and stays; the rest is asked as in any form.
    pub(crate) fn of_planned(session: &Session, study: &Offer) -> Self {
        let (opened, consents) = (session.opened(), session.consents());
        let mut setup = Self {
            guide: 0,
            planned: Some(Box::new(session.guide().clone())),
            participant: Line::holding(opened.participant.clone()),
            code: Code::Given,
            round: opened.round,
            setting: Line::holding(opened.setting.clone()),
            present: Line::holding(opened.present.clone()),
            interviewer: own_code(study),
            microphone: None,
            fallback: None,
            others: 0,
            released: None,
            answers: session.guide().consent.iter().map(|item| consents.answer(&item.id)).collect(),
            how: consents.all().last().map(|c| c.how).unwrap_or_default(),
            field: 0,
            heard: false,
            heard_turns: 0,
            room_db: None,
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
        setup.choose_microphone(setup.first_microphone(study), study);
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
        let mut answered = self.guide(study).into_iter().flat_map(|g| &g.consent).zip(&self.answers);
        answered.any(|(item, answer)| item.covers == Covers::Recording && *answer == Some(Answer::Refused))
    }

    /// Chooses a microphone, or notes only. What is done if it is lost was another choice, and stays.
    pub(super) fn choose_microphone(&mut self, microphone: Option<Microphone>, study: &Offer) {
        self.microphone = microphone;
        self.see_others(study);
    }

    /// Others may be there by now. What was chosen stays chosen.
    pub(super) fn see_others(&mut self, study: &Offer) {
        let here = self.field();
        self.others = self.other_microphones(study).count();
        self.go_to(here);
    }

    fn other_microphones<'s>(&'s self, study: &'s Offer) -> impl Iterator<Item = &'s Microphone> {
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
        self.planned.as_deref().or_else(|| study.guides.get(self.guide))
    }

    /// Whether this is the form of a session that was set up before: who, where and with which guide is fixed.
    pub(crate) fn is_planned(&self) -> bool {
        self.planned.is_some()
    }

    /// The fields a person can go to, from top to bottom.
    pub(crate) fn fields(&self) -> Vec<Field> {
        let chosen = [Field::Guide, Field::Participant, Field::Round, Field::Setting, Field::Present, Field::Interviewer];
        let chosen = chosen.into_iter().filter(|_| !self.is_planned()).chain([Field::Microphone]);
        let chosen = chosen.chain(self.has_others().then_some(Field::Fallback));
        chosen.chain((0..self.answers.len()).map(Field::Consent)).chain([Field::Begin]).collect()
    }

    /// Puts the cursor on `field`, if the form has it.
    pub(super) fn go_to(&mut self, field: Field) {
        self.field = self.fields().iter().position(|f| *f == field).unwrap_or(self.field);
    }

    /// Whether the code is the form's own, so that typing takes its place.
    pub(crate) fn is_suggested(&self) -> bool {
        self.code == Code::Suggested
    }

    /// A key for the participant's code.
    pub(super) fn edit_participant(&mut self, chord: Chord) {
        if chord.typed().is_some() && self.is_suggested() {
            drop(self.participant.take());
        }
        self.participant.edit(chord);
        self.code = Code::Given;
    }

    /// Whether the participant of this code was interviewed in this round before.
    pub(crate) fn was_held(&self, study: &Offer) -> bool {
        let same = |l: &&SessionLine| l.participant.eq_ignore_ascii_case(self.participant.text()) && l.round == self.round;
        !self.is_planned() && study.sessions.iter().filter(same).any(|l| l.standing != Ok(Standing::Planned))
    }

    /// The field the cursor is on.
    pub(crate) fn field(&self) -> Field {
        self.fields().get(self.field).copied().unwrap_or(Field::Begin)
    }

    /// The text of a text field.
    pub(crate) fn text(&self, field: Field) -> Option<&Line> {
        match field {
            Field::Participant => Some(&self.participant),
            Field::Setting => Some(&self.setting),
            Field::Present => Some(&self.present),
            Field::Interviewer => Some(&self.interviewer),
            Field::Guide | Field::Round | Field::Microphone | Field::Fallback | Field::Consent(_) | Field::Begin => None,
        }
    }

    /// The chosen round.
    pub(crate) fn round(&self) -> Round {
        self.round
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

    /// Whether the microphone's level has moved.
    pub(crate) fn is_heard(&self) -> bool {
        self.heard
    }

    /// How many seconds before the beginning are remembered as the form stands.
    pub(crate) fn remembering(&self) -> u32 {
        self.remembering
    }

    /// Whether what the microphone hears may be recorded as far as the form says: taking part and recording were both agreed to.
    pub(super) fn may_record(&self, study: &Offer) -> bool {
        let heard = self.microphone().is_some() && self.device.is_some() && self.trouble.is_none();
        let Some(guide) = self.guide(study).filter(|_| heard) else { return false };
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
    pub(super) fn put_in(&mut self, text: &str) -> Option<String> {
        let line = match self.field() {
            Field::Participant => {
                if self.code == Code::Suggested {
                    drop(self.participant.take());
                }
                self.code = Code::Given;
                &mut self.participant
            }
            Field::Setting => &mut self.setting,
            Field::Present => &mut self.present,
            Field::Interviewer => &mut self.interviewer,
            Field::Guide | Field::Round | Field::Microphone | Field::Fallback | Field::Consent(_) | Field::Begin => return None,
        };
        line.paste(text)
    }

    pub(super) fn reset_answers(&mut self, study: &Offer) {
        let items = self.guide(study).map_or(0, |g| g.consent.len());
        self.answers = vec![None; items];
        self.warned = Warned::NotYet;
    }

    /// What stands in the way of beginning, in the order of the form.
    pub(crate) fn missing(&self, study: &Offer, keys: &Keys) -> Option<String> {
        let Some(guide) = self.guide(study) else { return Some(say!("missing-guide")) };
        if ParticipantCode::new(self.participant.text()).is_err() {
            return Some(say!("missing-code"));
        }
        if !self.interviewer.is_empty() && ParticipantCode::new(self.interviewer.text()).is_err() {
            return Some(say!("missing-own-code"));
        }
        if !guide.rounds.contains(&self.round) {
            return Some(say!("missing-round", round = self.round.word()));
        }
        for (item, answer) in guide.consent.iter().zip(&self.answers) {
            match (answer, item.covers) {
                (None, _) => {
                    let [yes, no, all] = [S::Yes, S::No, S::AllYes].map(|action| keys.name(action));
                    return Some(say!("missing-answer", yes = yes, no = no, all = all));
                }
                (Some(Answer::Refused), Covers::TakingPart) => {
                    return Some(say!("missing-taking-part"));
                }
                (Some(_), _) => {}
            }
        }
        None
    }

    /// The session this form makes.
    pub(super) fn new_session(&self, guide: &Guide, study: &Offer) -> NewSession {
        let answered = guide.consent.iter().zip(&self.answers);
        let interviewer = ParticipantCode::new(self.interviewer.text()).ok();
        let taken_by = interviewer.as_ref().map(ToString::to_string);
        let consents = answered.filter_map(|(item, answer)| {
            let (letter, taken_by) = (study.information_letter.clone(), taken_by.clone());
            answer.map(|answer| Consent { letter, taken_by, ..Consent::new(item.id.clone(), answer, self.how) })
        });
        NewSession {
            guide: guide.id.clone(),
            participant: self.participant.text().to_owned(),
            round: self.round,
            setting: self.setting.text().trim().to_owned(),
            present: self.present.text().trim().to_owned(),
            consents: consents.collect(),
            interviewer,
            microphone: self.microphone.clone(),
            fallback: self.fallback().cloned(),
        }
    }
}

/// The interviewer's code, if it is known.
fn own_code(study: &Offer) -> Line {
    study.interviewer.as_ref().map_or_else(Line::default, |code| Line::holding(code.to_string()))
}

/// A code that nobody in the study has: the last of `known` raised by one, in the same width, and on from there; `P01` where there is
/// none, or none to count on from.
fn next_code(known: &[&str]) -> String {
    let taken = |code: &str| known.iter().any(|k| k.eq_ignore_ascii_case(code));
    let last = known.last().copied().unwrap_or("P00");
    let digits = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, number) = last.split_at(last.len() - digits);
    let after = |stem: &str, number: u64, width: usize| {
        let codes = (number.saturating_add(1)..u64::MAX).map(|n| format!("{stem}{n:0width$}"));
        codes.take_while(|code| ParticipantCode::new(code).is_ok()).find(|code| !taken(code))
    };
    let counted = match number.parse::<u64>() {
        Ok(number) => after(stem, number, digits),
        // A word without a number gets one; a number too long to count with is left alone.
        Err(_) if digits == 0 => after(&format!("{last}-"), 1, 1),
        Err(_) => None,
    };
    counted.or_else(|| after("P", 0, 2)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_count_on() {
        assert_eq!(next_code(&[]), "P01");
        assert_eq!(next_code(&["P09"]), "P10");
        assert_eq!(next_code(&["T-099"]), "T-100");
        assert_eq!(next_code(&["pilot"]), "pilot-2");
        assert_eq!(next_code(&["007"]), "008");
    }

    #[test]
    fn a_code_that_is_taken_is_not_suggested() {
        assert_eq!(next_code(&["P03", "P02", "P01"]), "P04");
        assert_eq!(next_code(&["P2", "P1"]), "P3");
        assert_eq!(next_code(&["p02", "P01"]), "P03", "two folders that differ in case are one on some disks");
        assert_eq!(next_code(&["pilot-2", "pilot"]), "pilot-3");
        let long = "99999999999999999999999999999999";
        assert_eq!(next_code(&[long]), "P01");
        assert_eq!(next_code(&["P01", &"a".repeat(32)]), "P02");
    }
}
