//! The statements of a summary, looked at.

use crate::domain::plain::Passage;
use crate::domain::plain::Plainness;
use crate::domain::plain::Remark;
use crate::domain::plain::Whose;
use crate::domain::plain::Worth;
use crate::domain::plain::Yardstick;
use crate::domain::statement::StatementId;
use crate::domain::study::checking::Jargon;
use crate::domain::summary::Summary;
use crate::words::message::message;
use crate::words::say;

/// The statements of a summary and what they quote, looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What was looked at, in the order of the letter.
    pub places: Vec<Place>,
    /// What is to be said of it.
    pub plainness: Plainness,
}

/// A statement, or a quote below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which statement.
    pub statement: StatementId,
    /// Its number in the letter.
    pub number: usize,
    /// Ours for the statement, theirs for a quote below it.
    pub whose: Whose,
    /// The words.
    pub text: String,
}

impl Checked {
    /// What may be sent of a session, looked at by the study's own list; `study` is the study's name, which names nobody.
    pub fn of(summary: &Summary<'_>, jargon: &[Jargon], study: &str) -> Self {
        let mut places = Vec::new();
        for statement in summary.topics().iter().flat_map(|topic| topic.statements()) {
            let place = |whose, text| Place { statement: statement.id(), number: statement.number(), whose, text };
            places.push(place(Whose::Ours, statement.text().to_owned()));
            places.extend(statement.quotes().iter().map(|quote| place(Whose::Theirs, quote.words())));
        }
        let passages: Vec<Passage<'_>> = places.iter().map(|place| Passage { text: &place.text, whose: place.whose }).collect();
        let known = [summary.participant(), study];
        let plainness = Plainness::of(&passages, &Yardstick { language: summary.language(), jargon, known: &known });
        Self { places, plainness }
    }

    /// What was found, the worst first, each with where.
    pub fn remarks(&self) -> impl Iterator<Item = (&Place, &Remark)> {
        self.plainness.remarks.iter().filter_map(|remark| Some((self.places.get(remark.passage)?, remark)))
    }

    /// How many statements there are.
    pub fn statements(&self) -> usize {
        self.places.iter().filter(|place| place.whose == Whose::Ours).count()
    }

    /// All of it in a row: how hard it is, and how much there is to think about.
    pub fn in_a_row(&self) -> String {
        let figure = self.plainness.figures.first().map(|figure| figure.words());
        let count = message!("hint-count", count = self.plainness.remarks.len());
        match figure {
            Some(figure) => say!("hint-row", figure = figure, count = count),
            None => say!("hint-row-no-figure", count = count),
        }
    }

    /// What the figures say, in sentences.
    pub fn figures(&self) -> Vec<String> {
        in_sentences(&self.plainness)
    }
}

/// The figures of `plainness` in sentences, or why there are none.
pub fn in_sentences(plainness: &Plainness) -> Vec<String> {
    let Plainness { extent, figures, .. } = plainness;
    let (words, sentences) = (extent.words, extent.sentences);
    match (extent.worth(), figures.is_empty()) {
        (_, true) if extent.worth() != Worth::Nothing => vec![say!("hint-no-formula")],
        (Worth::Nothing, _) => vec![say!("hint-too-little", words = words, sentences = sentences)],
        (worth, _) => {
            let little = (worth == Worth::Little).then(|| say!("hint-little", words = words));
            figures.iter().map(|figure| figure.words()).chain(little).collect()
        }
    }
}
