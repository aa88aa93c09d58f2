//! What somebody who teaches interviewing would remark on in a guide: questions that ask two things, put words into a mouth, take something
//! for granted or can be answered with yes; too many of them for the time; words that do not fit their column; a place that was left open.
//!
//! A [`Remark`] is no problem: a guide that has some is fit for an interview, because the researcher may well have a reason. The words are
//! looked at in the language that the guide is written in (`wording.rs`); a language without a table gets only the remarks that need no words.

mod attributes;
pub(crate) mod wording;

use crate::domain::agenda;
use crate::domain::circumstances::Circumstances;
use crate::domain::guide::Audience;
use crate::domain::guide::Guide;
use crate::domain::guide::Question;
use crate::domain::guide::Round;
use crate::domain::guide::Topic;
use crate::domain::guide::Wording;
use crate::domain::guide::open_places::open_places;
use crate::domain::guide::remarks::wording::Slip;
use crate::domain::guide::walk::Element;
use crate::domain::guide::walk::FilePlace;
use crate::domain::guide::walk::FileStep;
use crate::domain::guide::walk::below;
use crate::domain::text;
use crate::words::message::message;
use crate::words::say;

/// Something about a guide that could be better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub place: FilePlace,
    /// What about it, in one sentence.
    pub what: String,
    /// What one might write instead.
    pub instead: String,
}

/// The most characters that are taken in when they are heard once: some thirty words.
const HEARD_AT_ONCE: usize = 200;

/// The cells of the column in which a topic's title stands, on a screen of 80.
const TITLE_CELLS: usize = 24;

/// The cells of a question's label there, beside what became of the question.
const SHORT_CELLS: usize = 18;

/// Minutes that an open question takes with its probes: a minute for the answer, and one for each of two probes that are needed. Guides that
/// others have published for an hour have some 15 to 20 questions, which is the same.
const MINUTES_A_QUESTION: usize = 3;

/// Minutes that it takes in a group, where half of those present want to answer.
const MINUTES_IN_A_GROUP: usize = 6;

/// How an answer is to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// In their own words.
    Openly,
    /// By choosing one of those that are listed.
    ByChoices,
}

impl Guide {
    /// Everything that could be better, in the order of the file.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut found = Vec::new();
        self.remark_on_time(&mut found);
        self.remark_on_open_places(&mut found);
        for (at, element) in self.walk() {
            match element {
                Element::Consent(_) => {}
                Element::Topic(topic) => too_wide(&mut found, below(&at, &[FileStep::Key("title")]), &topic.title, TITLE_CELLS),
                Element::Question(topic, question) => self.remark_on_question(&mut found, &at, topic, question),
                Element::Probe(probe) if probe.wording == Wording::AsWritten => {
                    self.remark_on_words(&mut found, &at, &probe.ask, Asked::Openly);
                }
                // What it is about is no wording.
                Element::Probe(_) => {}
            }
        }
        found.sort_by(|a, b| a.place.cmp(&b.place));
        found
    }

    fn remark_on_question(&self, found: &mut Vec<Remark>, at: &[FileStep], topic: &Topic, question: &Question) {
        if !self.rounds.is_empty() && !self.is_ever_asked(topic, question) {
            let (what, instead) = (say!("remark-never", question = question.id.as_str()), say!("remark-never-instead"));
            found.push(Remark { place: below(at, &[FileStep::Key("when")]), what, instead });
        }
        if let Some(short) = &question.short {
            too_wide(found, below(at, &[FileStep::Key("short")]), short, SHORT_CELLS);
        }
        if question.wording == Wording::AsWritten {
            let how = if question.choices.is_empty() { Asked::Openly } else { Asked::ByChoices };
            self.remark_on_words(found, &below(at, &[FileStep::Key("ask")]), &question.ask, how);
        }
    }

    /// Whether there is a round of this guide in which `question` of `topic` may come up.
    pub fn is_ever_asked(&self, topic: &Topic, question: &Question) -> bool {
        let may_be = |round: &Round| [&topic.when, &question.when].iter().all(|when| Circumstances::any(self, *round).meet(when));
        self.rounds.iter().any(may_be)
    }

    /// On what is asked, as it is heard.
    fn remark_on_words(&self, found: &mut Vec<Remark>, place: &[FileStep], ask: &str, how: Asked) {
        let mut tell = |what, instead| found.push(Remark { place: place.to_vec(), what, instead });
        let length = ask.trim().chars().count();
        if length > HEARD_AT_ONCE {
            tell(say!("remark-long", count = length, most = HEARD_AT_ONCE), say!("remark-long-instead"));
        }
        let fits = |slip: &Slip| how == Asked::Openly || !matches!(slip, Slip::Closed(_) | Slip::Alternatives(_));
        for slip in wording::slips(ask, &self.language).into_iter().filter(fits) {
            let (what, instead) = told(&slip);
            tell(what, instead);
        }
    }

    /// On more questions than the time bears, in the round that has most. What may only come up is not counted; a closed question takes a
    /// minute.
    fn remark_on_time(&self, found: &mut Vec<Remark>) {
        let each = if self.audience == Audience::Group { MINUTES_IN_A_GROUP } else { MINUTES_A_QUESTION };
        let planned = |round: &Round| {
            let asked = Circumstances::any(self, *round).asked(self).map(|(_, question)| question);
            let asked: Vec<&Question> = asked.filter(|question| question.when.after.is_none()).collect();
            let closed = asked.iter().filter(|question| !question.choices.is_empty()).count();
            let minutes = agenda::planned(self, Circumstances::any(self, *round));
            (closed + (asked.len() - closed) * each, asked.len(), minutes)
        };
        let too_many = |(needed, _, minutes): &(usize, usize, u32)| *needed > usize::try_from(*minutes).unwrap_or(usize::MAX);
        let Some((needed, count, minutes)) = self.rounds.iter().map(planned).filter(too_many).max() else { return };
        if self.minutes > 0 {
            let (questions, minutes) = (message!("n-questions", count = count), message!("minutes", count = minutes));
            let (each, needed) = (message!("minutes", count = each), message!("minutes", count = needed));
            let what = say!("remark-time", questions = questions, minutes = minutes, each = each, needed = needed);
            found.push(Remark { place: vec![FileStep::Key("minutes")], what, instead: say!("remark-time-instead") });
        }
    }

    /// On places that were left open for the study to fill in.
    fn remark_on_open_places(&self, found: &mut Vec<Remark>) {
        use FileStep::Item;
        use FileStep::Key;
        let mut look = |place: FilePlace, text: &str| {
            for open in open_places(text) {
                let what = say!("remark-open-place", words = open);
                // Nobody reads these aloud.
                let is_read =
                    ![Some(&Key("distress")), Some(&Key("reports"))].contains(&place.first()) && place.last() != Some(&Key("instruct"));
                let instead = if is_read { say!("remark-open-place-read") } else { say!("remark-open-place-instead") };
                found.push(Remark { place: place.clone(), what, instead });
            }
        };
        look(vec![Key("introduction")], &self.introduction);
        look(vec![Key("closing")], &self.closing);
        for (at, element) in self.walk() {
            for (step, text) in element.texts() {
                look(below(&at, step.as_slice()), text);
            }
        }
        for (n, kind) in self.reports.iter().enumerate() {
            for (key, text) in [("what", &kind.what), ("to", &kind.to)] {
                look(vec![Key("reports"), Item(n), Key(key)], text);
            }
        }
        let Some(distress) = &self.distress else { return };
        for (key, lines) in [("signs", &distress.signs), ("steps", &distress.steps), ("support", &distress.support)] {
            for (n, line) in lines.iter().enumerate() {
                look(vec![Key("distress"), Key(key), Item(n)], line);
            }
        }
        if let Some(say) = &distress.say {
            look(vec![Key("distress"), Key("say")], say);
        }
        for (n, call) in distress.call.iter().enumerate() {
            for (key, text) in [("who", &call.who), ("number", &call.number)] {
                look(vec![Key("distress"), Key("call"), Item(n), Key(key)], text);
            }
        }
        for (n, after) in distress.follow_up.iter().enumerate() {
            for (key, text) in [("what", Some(&after.what)), ("ask", after.ask.as_ref())] {
                look(vec![Key("distress"), Key("follow_up"), Item(n), Key(key)], text.map_or("", String::as_str));
            }
        }
    }
}

/// What is said of a slip, and what one might write instead.
fn told(slip: &Slip) -> (String, String) {
    match slip {
        Slip::TwoQuestions => (say!("remark-two-questions"), say!("remark-two-instead")),
        Slip::Joined(words) => (say!("remark-joined", words = words), say!("remark-two-instead")),
        Slip::Alternatives(words) => (say!("remark-alternatives", words = words), say!("remark-alternatives-instead")),
        Slip::Leading(words) => (say!("remark-leading", words = words), say!("remark-leading-instead")),
        Slip::Reproach(words) => (say!("remark-reproach", words = words), say!("remark-reproach-instead")),
        Slip::Measuring(words) => (say!("remark-measuring", words = words), say!("remark-measuring-instead")),
        Slip::Presuming(words) => (say!("remark-presuming", words = words), say!("remark-presuming-instead")),
        Slip::Closed(words) => (say!("remark-closed", words = words), say!("remark-closed-instead")),
    }
}

fn too_wide(found: &mut Vec<Remark>, place: FilePlace, text: &str, cells: usize) {
    let wide = text::cells(text.trim());
    if wide > cells {
        let what = say!("remark-wide", words = text.trim(), cells = wide, column = cells);
        found.push(Remark { place, what, instead: say!("remark-wide-instead") });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::Choice;
    use crate::domain::guide::care::Distress;
    use crate::domain::guide::tests::small;

    /// What is said of the guide after `change`, and where.
    fn said(change: impl FnOnce(&mut Guide)) -> Vec<(FilePlace, String)> {
        let mut guide = small();
        change(&mut guide);
        guide.remarks().into_iter().map(|remark| (remark.place, remark.what)).collect()
    }

    #[test]
    fn a_guide_of_open_questions_has_no_remarks() {
        let nothing = said(|guide| {
            // What is answered by choices may begin with a verb.
            guide.topics[1].questions[0].ask = "Was it good or bad?".into();
            guide.topics[1].questions[0].choices = ["good", "bad"].map(|say| Choice { code: say.into(), say: say.into() }).to_vec();
            guide.topics[1].title = "x".repeat(TITLE_CELLS);
            guide.topics[1].questions[1].short = Some("é".repeat(SHORT_CELLS));
            guide.topics[0].questions[0].ask = "é".repeat(HEARD_AT_ONCE);
        });
        assert_eq!(nothing, []);
    }

    #[test]
    fn what_does_not_fit_is_told_with_what_would() {
        use FileStep::Item;
        use FileStep::Key;
        let told = said(|guide| {
            guide.topics[1].title = "\u{5b57}".repeat(13);
            guide.topics[1].questions[1].short = Some("x".repeat(19));
            guide.topics[0].questions[0].ask = "x".repeat(201);
            (guide.minutes, guide.topics[1].minutes) = (8, 4);
        });
        let places: Vec<FilePlace> = told.iter().map(|(place, _)| place.clone()).collect();
        let topic = |t| vec![Key("topics"), Item(t)];
        let wanted = [
            vec![Key("minutes")],
            below(&topic(0), &[Key("questions"), Item(0), Key("ask")]),
            below(&topic(1), &[Key("questions"), Item(1), Key("short")]),
            below(&topic(1), &[Key("title")]),
        ];
        assert_eq!(places, wanted);
        assert_eq!(told[0].1, "3 questions take about 9 minutes, and 8 minutes are planned: one with its probes takes 3 minutes");
        assert!(told[3].1.contains("is 26 wide, and the column has room for 24"), "{}", told[3].1);
    }

    #[test]
    fn a_place_that_was_left_open_is_told_wherever_it_stands() {
        let told = said(|guide| {
            guide.distress =
                Some(Distress { support: vec!["the helpline [number]".into(), "[] is no place".into()], ..Distress::default() });
            guide.closing = "Ring [name] or [number].".into();
            guide.consent[1].instruct = Some("Give them [one].".into());
            guide.topics[0].questions[0].say = Some("You wrote [two].".into());
            guide.topics[0].questions[0].probes[0].instruct = Some("Show [three].".into());
        });
        let told: Vec<&str> = told.iter().map(|(_, what)| what.as_str()).collect();
        assert_eq!(
            told,
            ["[name]", "[number]", "[one]", "[number]", "[three]", "[two]"].map(|open| format!("“{open}” is still to be filled in"))
        );
    }
}
