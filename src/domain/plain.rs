//! How plainly something is said: first what makes it hard to read, the worst first, and what to try; then a figure.
//!
//! What is ours ([`Whose::Ours`]) is looked at for its style, for whether it speaks to the reader, and for what would tell others whose it is;
//! what is theirs for the last alone: nobody corrects how a participant speaks. The rules would rather miss something than blame what is well
//! said, and nothing is refused for them. Of a language that has no rules here (they are English's and Dutch's) the long sentences are told, the
//! words of the study's list, and what may tell whose it is.

pub mod checked;
mod figure;
mod identifying;
pub(crate) mod language;
mod passive;
mod person;
mod remark;
mod sentences;
mod style;
mod syllables;
mod vocabulary;

use std::ops::Range;

pub use crate::domain::plain::figure::Extent;
pub use crate::domain::plain::figure::Figure;
pub use crate::domain::plain::figure::Formula;
pub use crate::domain::plain::figure::Hardness;
pub use crate::domain::plain::figure::Worth;
use crate::domain::plain::language::Tongue;
pub use crate::domain::plain::remark::Cause;
pub use crate::domain::plain::remark::Identity;
pub use crate::domain::plain::remark::List;
pub use crate::domain::plain::remark::Passage;
pub use crate::domain::plain::remark::Person;
pub use crate::domain::plain::remark::Remark;
pub use crate::domain::plain::remark::Whose;
pub use crate::domain::plain::remark::Yardstick;
use crate::domain::plain::sentences::sentences;

/// What is to be said of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plainness {
    /// What makes it hard to read, or tells whose it is; the worst first.
    pub remarks: Vec<Remark>,
    /// How much there is of it.
    pub extent: Extent,
    /// How hard it is, by what its language is measured with; none where there is too little of it, or no formula.
    pub figures: Vec<Figure>,
}

impl Plainness {
    /// What is to be said of `passages`, all together.
    pub fn of(passages: &[Passage<'_>], by: &Yardstick<'_>) -> Self {
        let tongue = Tongue::of(by.language);
        let (mut remarks, mut extent, mut is_alphabetic) = (Vec::new(), Extent::default(), true);
        for (passage, Passage { text, whose }) in passages.iter().enumerate() {
            let sentences = sentences(text, tongue);
            if *whose != Whose::Theirs {
                extent = extent.and(Extent::of(&sentences, tongue));
                is_alphabetic &= sentences.is_empty() || language::is_alphabetic(text);
            }
            if *whose == Whose::TheLetters {
                continue;
            }
            let mut found = identifying::identities(text, &sentences, by);
            if *whose == Whose::Ours {
                found.extend(vocabulary::words(text, &sentences, by.jargon, tongue));
                found.extend(person::persons(&sentences, by.known, tongue));
                found.extend(style::causes(&sentences, tongue));
            }
            remarks.extend(without_overlaps(found).into_iter().map(|(at, cause)| Remark { passage, at, cause }));
        }
        remarks.sort_by_key(|remark| (u32::MAX - remark.cause.weight(), remark.passage, remark.at.start));
        let figures = if is_alphabetic { extent.figures(tongue) } else { Vec::new() };
        Self { remarks, extent, figures }
    }

    /// What was found in this passage, the worst first.
    pub fn in_passage(&self, passage: usize) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(move |remark| remark.passage == passage)
    }
}

/// Of what lies upon each other in the same words only what was looked for first is told: a name with its title is not a name again. Whole
/// sentences are about something else.
fn without_overlaps(found: Vec<(Range<usize>, Cause)>) -> Vec<(Range<usize>, Cause)> {
    let is_sentence = |cause: &Cause| matches!(cause, Cause::LongSentence { .. } | Cause::NotYou(Person::Nobody));
    let mut kept: Vec<(Range<usize>, Cause)> = Vec::new();
    for (at, cause) in found {
        let lies_on = |(other, its): &(Range<usize>, Cause)| !is_sentence(its) && other.start < at.end && at.start < other.end;
        if is_sentence(&cause) || !kept.iter().any(lies_on) {
            kept.push((at, cause));
        }
    }
    kept
}

#[cfg(test)]
mod tests;
