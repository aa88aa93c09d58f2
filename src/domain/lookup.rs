//! The questions of an interview as one looks for them while somebody speaks: by a word or two of what they are called, of what is asked, or
//! of their topic. Large letters and accents make no difference, because nobody has time for them then.

use crate::domain::agenda::Part;
use crate::domain::circumstances::Circumstances;
use crate::domain::coverage::Coverage;
use crate::domain::folding::folded;
use crate::domain::guide::Question;
use crate::domain::session::Session;

/// A question that was found.
#[derive(Clone, Copy, Debug)]
pub struct FoundQuestion<'s> {
    /// Where it is in the guide.
    pub part: Part,
    /// The title of its topic.
    pub topic: &'s str,
    /// The question.
    pub question: &'s Question,
    /// What became of it so far.
    pub coverage: Coverage,
}

/// The questions that belong in this interview and hold every word of `words`, in the order of the guide; all of them where there is none.
pub fn questions<'s>(session: &'s Session, words: &str) -> Vec<FoundQuestion<'s>> {
    let words = folded(words);
    let found = Circumstances::of(session).asked(session.guide()).filter_map(|((t, q), question)| {
        let topic = session.guide().topics.get(t)?.title.as_str();
        let text = folded(&[topic, question.label(), &question.ask].join(" "));
        let coverage = session.coverage().of(&question.id);
        let found = FoundQuestion { part: Part::Question(t, q), topic, question, coverage };
        words.split_whitespace().all(|word| text.contains(word)).then_some(found)
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::tests::set_up;

    #[test]
    fn a_question_is_found_by_words_of_it_and_of_its_topic() {
        let session = set_up();
        let found = |words: &str| questions(&session, words).into_iter().map(|found| found.question.id.to_string()).collect::<Vec<_>>();
        let all = found("");
        assert_eq!(all, ["day", "tension", "home"]);
        let topic = session.guide().topics[1].title.to_uppercase();
        assert_eq!(found(&topic), all[1..], "{topic}");
        let ask = session.guide().topics[0].questions[0].ask.to_lowercase();
        assert_eq!(found(&ask), all[..1], "{ask}");
        assert_eq!(found("no such words"), Vec::<String>::new());
    }
}
