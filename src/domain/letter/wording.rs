//! The usual words of a letter: short, one idea a sentence, for somebody who is tired.
//!
//! Its first page says what the participant needs for an answer, and holds the first statement. The words are a [`Template`] like one that
//! a study writes itself, so that what a study begins with is what would have been sent.

use crate::domain::guide::Audience;
use crate::domain::guide::Participants;
use crate::domain::letter::place::Place;
use crate::domain::letter::template::Part;
use crate::domain::letter::template::Piece;
use crate::domain::letter::template::Template;
use crate::domain::letter::template::pieces;
use crate::domain::letter::tree::Level;
use crate::domain::study::checking::CheckKind;
use crate::domain::study::checking::CheckTiming;
use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;

/// Whom a letter goes to, and what it is to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterKind {
    /// Who sat at the table.
    pub audience: Audience,
    /// As what they were asked.
    pub standing: Participants,
    /// What checking is to the study.
    pub called: CheckKind,
    /// When they hear of it.
    pub timing: CheckTiming,
}

impl LetterKind {
    pub(crate) const fn called(self) -> &'static str {
        match self.called {
            CheckKind::Check => "check",
            CheckKind::Reflection => "reflection",
        }
    }

    const fn timing(self) -> &'static str {
        match self.timing {
            CheckTiming::Summary => "summary",
            CheckTiming::Findings => "findings",
        }
    }
}

/// What the letter is, over it and in the list of files.
pub(crate) fn title(kind: LetterKind) -> Message {
    message!("letter-title", called = kind.called())
}

/// The usual letter in `words`.
pub fn usual(words: Words, kind: LetterKind) -> Template {
    let (audience, standing, called) = (kind.audience.word(), kind.standing.word(), kind.called());
    let said = |message: Message| pieces(&words.say(message));
    let section = |message| Part::Heading(Level::Section, said(message));
    let paragraph = |sentences: Vec<Message>| {
        let sentences: Vec<String> = sentences.into_iter().map(|sentence| words.say(sentence)).filter(|said| !said.is_empty()).collect();
        Part::Paragraph(pieces(&sentences.join(" ")))
    };
    let alone = |place| Part::Paragraph(vec![Piece::Place(place)]);
    let item = |message| Part::Item(said(message));
    let place = Place::written;
    let met = message!(
        "letter-met",
        audience = audience,
        date = place(Place::Date),
        interviewer = place(Place::Interviewer),
        about = place(Place::About),
    );
    let understood = message!("letter-understood", audience = audience, timing = kind.timing(), pieces = place(Place::Pieces));
    let welcome = message!("letter-welcome", called = called, silence = place(Place::Silence));
    Template::new(vec![
        paragraph(vec![message!("letter-dear", audience = audience, name = place(Place::Name))]),
        Part::Heading(Level::Title, said(title(kind))),
        paragraph(vec![met, understood, message!("letter-look", called = called, timing = kind.timing())]),
        section(message!("letter-voluntary-heading")),
        paragraph(vec![welcome, message!("letter-no-harm", standing = standing)]),
        section(message!("letter-how-heading")),
        paragraph(vec![
            message!("letter-how", audience = audience, tick = place(Place::Tick)),
            message!("letter-talk", contact = place(Place::Contact)),
            message!("letter-reply-by", day = place(Place::ReplyBy)),
        ]),
        section(message!("letter-too-much-heading")),
        paragraph(vec![message!("letter-too-much")]),
        alone(Place::Support),
        item(message!("letter-us")),
        paragraph(vec![message!("letter-no-more", withdraw = place(Place::Withdraw))]),
        alone(Place::Statements),
        alone(Place::Missing),
        alone(Place::Quoting),
        alone(Place::MoreHelp),
        section(message!("letter-after-heading")),
        paragraph(vec![message!("letter-after", called = called)]),
        paragraph(vec![message!("letter-thanks")]),
        paragraph(vec![message!("letter-signed", study = place(Place::Study), today = place(Place::Today))]),
        alone(Place::Contact),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_letter_is_one_that_a_study_could_have_written() {
        for words in Words::built_in() {
            for audience in [Audience::Individual, Audience::Pair, Audience::Group] {
                for standing in [Participants::Patients, Participants::Professionals, Participants::Others] {
                    for called in [CheckKind::Check, CheckKind::Reflection] {
                        for timing in [CheckTiming::Summary, CheckTiming::Findings] {
                            let usual = usual(words, LetterKind { audience, standing, called, timing });
                            assert_eq!(Template::read(&usual.to_string()), Ok(usual));
                        }
                    }
                }
            }
        }
    }
}
