//! What a table has for a language: the words that make a question double, leading, presuming or closed. How a pattern is written stands in
//! `wording.rs`. A further language is a further [`Tongue`].

/// What a language has of each.
pub(super) struct Tongue {
    /// The first part of its tag.
    pub(super) language: &'static str,
    /// Words that open an open question.
    pub(super) ask: &'static [&'static str],
    /// Words that open a closed one, or follow the word that opens an open one.
    pub(super) verbs: &'static [&'static str],
    /// What may follow such a verb when something is asked.
    pub(super) one: &'static [&'static str],
    /// Properties that a thing has more or less of.
    pub(super) grades: &'static [&'static str],
    /// Words that link a part of a sentence to the rest.
    pub(super) links: &'static [&'static str],
    /// Words before a question that change nothing.
    pub(super) fillers: &'static [&'static str],
    /// Two questions in one.
    pub(super) joined: &'static [&'static str],
    /// What holds two parts apart so that they are one question after all.
    pub(super) apart: &'static [&'static str],
    /// Answers offered, whatever the sentence begins with.
    pub(super) alternatives: &'static [&'static str],
    /// Answers offered, in a sentence that begins with a verb.
    pub(super) either: &'static [&'static str],
    /// The wished-for answer, to be heard.
    pub(super) leading: &'static [&'static str],
    /// Why not.
    pub(super) reproach: &'static [&'static str],
    /// How much of it.
    pub(super) measuring: &'static [&'static str],
    /// Taken for granted, unless room is left.
    pub(super) presuming: &'static [&'static str],
    /// What leaves room.
    pub(super) unless: &'static [&'static str],
    /// To be answered with yes.
    pub(super) closed: &'static [&'static str],
    /// Invitations to tell, which are closed only in form.
    pub(super) telling: &'static [&'static str],
}
