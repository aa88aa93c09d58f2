//! The member-check summary: what we heard, in statements that can be traced to notes and so to audio.
//!
//! A [`statement`](crate::domain::statement) belongs to a topic, was written by the interviewer, and names the notes it rests on.
//! [`Summary::of`] gathers what may be sent: it resolves quotations through [`Shareable`] alone, and leaves a statement out as soon as one
//! of the notes behind it is no longer the participant's to read ([`Session::may_say`]). Nothing gets in because it stood in the guide but the titles of topics.
//!
//! ```compile_fail
//! use hearback::domain::note::Private;
//! use hearback::domain::note::Shareable;
//! fn into_a_letter(memo: Private<'_>) -> Shareable<'_> {
//!     Shareable::from(memo) // what is private cannot be given to a letter: this does not compile
//! }
//! ```

use std::borrow::Cow;

use crate::domain::consent::Agreement;
use crate::domain::guide::Audience;
use crate::domain::guide::Covers;
use crate::domain::guide::Round;
use crate::domain::note::NoteId;
use crate::domain::note::Shareable;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::tag::untagged;

/// What may be sent to the participant.
#[derive(Debug)]
pub struct Summary<'a> {
    participant: &'a str,
    audience: Audience,
    round: Round,
    language: &'a str,
    held_on: String,
    topics: Vec<SummaryTopic<'a>>,
    resting_on_gone: Vec<StatementId>,
    resting_on_nothing: Vec<StatementId>,
    quoting: Quoting,
}

/// Whether a letter still has to ask if the participant may be quoted in reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// It may be asked: they said yes, or nobody has asked.
    Open,
    /// They said no, and are not asked again.
    Refused,
}

/// The statements under one topic.
#[derive(Debug)]
pub struct SummaryTopic<'a> {
    title: &'a str,
    statements: Vec<SummaryStatement<'a>>,
}

/// One statement with the participant's own words.
#[derive(Debug)]
pub struct SummaryStatement<'a> {
    id: StatementId,
    number: usize,
    text: Cow<'a, str>,
    quotes: Vec<Shareable<'a>>,
    sources: &'a [NoteId],
}

impl<'a> Summary<'a> {
    /// What of `session` may be sent.
    pub fn of(session: &'a Session) -> Self {
        let (mut topics, mut resting_on_gone, mut resting_on_nothing, mut number) = (Vec::new(), Vec::new(), Vec::new(), 0);
        let (audience, asked) = (session.guide().audience, session.consent_to(Covers::Quotes));
        // What one of a group said is not told to the others.
        let theirs = session.may_quote() && audience != Audience::Group;
        for topic in &session.guide().topics {
            let mut statements = Vec::new();
            for statement in session.statements().filter(|s| s.topic == topic.id && !s.aside) {
                if session.may_say(statement).is_err() {
                    resting_on_gone.push(statement.id);
                    continue;
                }
                if !statement.is_for_the_letter() {
                    resting_on_nothing.push(statement.id);
                    continue;
                }
                number += 1;
                // A note that is a paraphrase by now is in our words, whatever it was when it was quoted.
                let quotes = statement.quotes.iter().filter(|_| theirs).filter_map(|id| session.quote_note(*id)).collect();
                let sources = &statement.sources;
                statements.push(SummaryStatement { id: statement.id, number, text: untagged(&statement.text), quotes, sources });
            }
            if !statements.is_empty() {
                topics.push(SummaryTopic { title: topic.heading(), statements });
            }
        }
        let opened = session.opened();
        Self {
            participant: &opened.participant,
            audience,
            round: opened.round,
            language: &session.guide().language,
            held_on: session.held_on().date(),
            topics,
            resting_on_gone,
            resting_on_nothing,
            quoting: if asked == Agreement::Refused { Quoting::Refused } else { Quoting::Open },
        }
    }

    /// The participant's code.
    pub fn participant(&self) -> &'a str {
        self.participant
    }

    /// Who sat at the table.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// Which interview with them.
    pub fn round(&self) -> Round {
        self.round
    }

    /// The language the interview was held in, a BCP 47 tag.
    pub fn language(&self) -> &'a str {
        self.language
    }

    /// The day of the interview, `yyyy-mm-dd`.
    pub(crate) fn held_on(&self) -> &str {
        &self.held_on
    }

    /// The topics that have something to say, in the guide's order.
    pub fn topics(&self) -> &[SummaryTopic<'a>] {
        &self.topics
    }

    /// Statements left out because a note they rest on was taken back, or may not be shared any more.
    pub fn resting_on_gone(&self) -> &[StatementId] {
        &self.resting_on_gone
    }

    /// Statements that rest on no note and of which nobody has said that they are meant.
    pub fn resting_on_nothing(&self) -> &[StatementId] {
        &self.resting_on_nothing
    }

    /// The number in the letter of this statement, if it is in it.
    pub fn number_of(&self, id: StatementId) -> Option<usize> {
        self.topics.iter().flat_map(SummaryTopic::statements).find(|s| s.id == id).map(SummaryStatement::number)
    }

    /// Whether they may be asked if their words may be used.
    pub fn quoting(&self) -> Quoting {
        self.quoting
    }

    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.topics.iter().map(|t| t.statements.len()).sum()
    }

    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }
}

impl<'a> SummaryTopic<'a> {
    /// Its heading.
    pub fn title(&self) -> &'a str {
        self.title
    }

    /// Its statements.
    pub fn statements(&self) -> &[SummaryStatement<'a>] {
        &self.statements
    }
}

impl<'a> SummaryStatement<'a> {
    /// Which statement of the session it is.
    pub fn id(&self) -> StatementId {
        self.id
    }

    /// Its number in the letter, counted from 1 through all topics.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The participant's own words below it.
    pub fn quotes(&self) -> &[Shareable<'a>] {
        &self.quotes
    }

    /// The notes it rests on.
    pub fn sources(&self) -> &[NoteId] {
        self.sources
    }
}
