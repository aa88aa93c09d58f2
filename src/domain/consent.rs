//! Consent: what was asked, what was answered, and how.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::lenient;
use crate::domain::time::Position;
use crate::words::say;

/// The answer to one consent item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Yes.
    Given,
    /// No. An answer that is not known here is none either.
    #[default]
    #[serde(other)]
    Refused,
}

/// How the answer was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// On a signed form.
    Written,
    /// Aloud.
    Spoken,
    /// Nobody said.
    #[default]
    #[serde(other)]
    NotStated,
}

impl How {
    /// The word for it.
    pub fn words(self) -> String {
        match self {
            Self::Written => say!("how-written"),
            Self::Spoken => say!("how-spoken"),
            Self::NotStated => say!("how-not-stated"),
        }
    }

    /// The next way, and after the last the first.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::NotStated => Self::Spoken,
            Self::Spoken => Self::Written,
            Self::Written => Self::NotStated,
        }
    }
}

/// Somebody in a group, by the pseudonym of their seat.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Person(pub String);

/// One answered consent item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Which item of the guide.
    pub item: Id,
    /// Whose answer it is, in a group.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// The answer.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub answer: Answer,
    /// How it was given.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub how: How,
    /// When on the timeline; nothing before the interview begins.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub at: Option<Position>,
    /// The version of the information letter that the answer is about.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    /// Its date, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub letter_date: Option<String>,
    /// The code of whoever took it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<String>,
}

impl Consent {
    /// `answer` to `item`, of which no more is known than how it was given.
    pub fn new(item: Id, answer: Answer, how: How) -> Self {
        Self { item, person: None, answer, how, at: None, letter: None, letter_date: None, taken_by: None }
    }
}

/// What a participant said outside an interview: how, to whom, and when. Nothing of it where it was said in the interview itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// How they said so, such as `by telephone`.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub told: String,
    /// To whom: a code.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// On which day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub on: String,
}

impl Said {
    /// `told` how, `to` whom, `on` which day.
    pub fn new(told: impl Into<String>, to: impl Into<String>, on: impl Into<String>) -> Self {
        Self { told: told.into(), to: to.into(), on: on.into() }
    }

    /// Whether all of it is known: without that nothing is lifted or changed.
    pub fn is_whole(&self) -> bool {
        [&self.told, &self.to, &self.on].into_iter().all(|one| !one.trim().is_empty())
    }

    /// Whether it was said in the interview itself.
    pub fn is_in_interview(&self) -> bool {
        *self == Self::default()
    }
}

/// Consent that was taken back, in the middle of an interview or after it: a no to `item` from `at` on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Which item of the guide; where the guide asks none that the wish is about, [`Wish::asked_by`].
    pub item: Id,
    /// Whose consent it was, in a group.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// When on the timeline.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub at: Position,
    /// What they want to be done.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub wish: Wish,
    /// How they said so, where it was after the interview.
    #[serde(flatten)]
    pub said: Said,
}

/// What somebody wants who takes consent back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// The interview stops here, and its sound is to be destroyed.
    Destroy,
    /// The interview goes on with notes only.
    NotesOnly,
    /// The interview stops here, and all of it is to be destroyed: sound, notes, summary.
    DestroyAll,
    /// None of their own words in reports, from now on.
    NoQuotes,
    /// Nobody asks them anything any more: no summary, no later interview.
    NoContact,
    /// The interview stops here; what was recorded may stay. Also what is taken from a wish that is not known here.
    #[default]
    #[serde(other)]
    Keep,
}

/// What is left of what they want destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Files of it.
    Files,
    /// None that is known of.
    Nothing,
}

impl Wish {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 6] = [Self::Keep, Self::Destroy, Self::NotesOnly, Self::DestroyAll, Self::NoQuotes, Self::NoContact];

    /// The consent that is taken back with it.
    pub const fn covers(self) -> Covers {
        match self {
            Self::Keep | Self::Destroy | Self::DestroyAll => Covers::TakingPart,
            Self::NotesOnly => Covers::Recording,
            Self::NoQuotes => Covers::Quotes,
            Self::NoContact => Covers::Summary,
        }
    }

    /// The item of `guide` that is taken back with it. What no item asks can still be unwanted: quotes and contact have a name of their own
    /// then, so that the no counts, and can be lifted.
    pub fn asked_by(self, guide: &Guide) -> Option<Id> {
        let asked = guide.consent.iter().find(|item| item.covers == self.covers()).map(|item| item.id.clone());
        asked.or_else(|| self.unasked().map(Id::new))
    }

    /// What the no is called to what a guide did not ask.
    const fn unasked(self) -> Option<&'static str> {
        match self {
            Self::NoQuotes => Some("unasked-quotes"),
            Self::NoContact => Some("unasked-contact"),
            Self::Keep | Self::Destroy | Self::NotesOnly | Self::DestroyAll => None,
        }
    }

    /// Whether `item` is what the no to this is called where it was not asked.
    pub(crate) fn is_called(self, item: &Id) -> bool {
        self.unasked() == Some(item.as_str())
    }

    /// Whether an interview that is under way ends with it.
    pub const fn ends_it(self) -> bool {
        matches!(self, Self::Keep | Self::Destroy | Self::DestroyAll)
    }

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Destroy => "destroy",
            Self::NotesOnly => "notes-only",
            Self::DestroyAll => "destroy-all",
            Self::NoQuotes => "no-quotes",
            Self::NoContact => "no-contact",
        }
    }

    /// What is still to be done, in words.
    pub fn words(self) -> String {
        match self {
            Self::Destroy => say!("wish-destroy"),
            Self::DestroyAll => say!("wish-destroy-all"),
            Self::NotesOnly | Self::Keep | Self::NoQuotes | Self::NoContact => say!("wish-nothing"),
        }
    }

    /// The same, and how it is done by hand in a session of whose sound so much is left. `session` is what the command line calls it;
    /// nothing where its files are listed below.
    pub fn what_to_do(self, left: Left, session: Option<&str>) -> String {
        match (self, left, session) {
            (Self::Destroy, Left::Files, Some(session)) => say!("wish-destroy-by-hand", session = session),
            (Self::Destroy, Left::Files, None) => say!("wish-destroy-these"),
            (Self::Destroy, Left::Nothing, _) => say!("wish-destroyed-here"),
            (Self::DestroyAll, _, Some(session)) => say!("wish-destroy-all-by-hand", session = session),
            (Self::DestroyAll | Self::NotesOnly | Self::Keep | Self::NoQuotes | Self::NoContact, ..) => self.words(),
        }
    }
}

/// Consent that is another than it was, as the participant said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentChange {
    /// Which item of the guide.
    pub item: Id,
    /// Whose consent it is, in a group.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// The answer from now on.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub answer: Answer,
    /// How the participant said so.
    #[serde(flatten)]
    pub said: Said,
}

/// All answers of one session; the latest answer of a person to an item counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consents {
    answers: Vec<Consent>,
    withdrawals: Vec<Withdrawal>,
    /// Those of them that nobody has lifted since by a yes of the same person to the same item.
    standing: Vec<Withdrawal>,
    changes: Vec<ConsentChange>,
    /// What counts: the latest word of each person on each item, however it came.
    latest: BTreeMap<(Id, Option<Person>), Answer>,
    /// Who sits at the table of a group: each of them is asked.
    asked: BTreeSet<Person>,
    /// Who sits it out from the beginning, or takes no part any more: nothing of theirs is there that an answer of theirs could be about.
    away: BTreeSet<Person>,
}

impl Consents {
    /// The answer to `item`; in a group a no as soon as one person's is, and none as long as one of those at the table has not answered:
    /// a yes of which it is not known whose it is, is nobody's.
    /// Where nobody sits there it is a no.
    pub fn answer(&self, item: &Id) -> Option<Answer> {
        let counts = |person: &Option<Person>| person.as_ref().is_none_or(|person| !self.away.contains(person));
        let said = self.latest.iter().filter(|((i, person), _)| i == item && counts(person));
        let said: BTreeMap<Option<&Person>, Answer> = said.map(|((_, person), answer)| (person.as_ref(), *answer)).collect();
        let empty = !self.asked.is_empty() && self.asked.is_subset(&self.away);
        if empty || said.values().any(|answer| *answer == Answer::Refused) {
            return Some(Answer::Refused);
        }
        let whole = self.asked.difference(&self.away).all(|person| said.contains_key(&Some(person)));
        (whole && !said.is_empty()).then_some(Answer::Given)
    }

    /// What this person of a group answered last.
    pub fn answer_of(&self, item: &Id, person: &Person) -> Option<Answer> {
        self.latest.get(&(item.clone(), Some(person.clone()))).copied()
    }

    /// Who is asked in a group, and who of them does not count, because nothing of theirs is there.
    pub(crate) fn seat(&mut self, asked: BTreeSet<Person>, away: BTreeSet<Person>) {
        (self.asked, self.away) = (asked, away);
    }

    /// All answers in the order given, changed ones included.
    pub fn all(&self) -> &[Consent] {
        &self.answers
    }

    /// What was taken back, whenever that was.
    pub fn withdrawals(&self) -> &[Withdrawal] {
        &self.withdrawals
    }

    /// What was taken back and not lifted since.
    pub fn standing(&self) -> &[Withdrawal] {
        &self.standing
    }

    /// What was changed since.
    pub fn changes(&self) -> &[ConsentChange] {
        &self.changes
    }

    /// What the answers of `guide` say about `covers`: refused if any such item was, open while any is unanswered, else given.
    pub fn about(&self, guide: &Guide, covers: Covers) -> Agreement {
        Self::agreed(guide, covers, |item| self.answer(item))
    }

    /// The same of one person in a group.
    pub fn about_of(&self, guide: &Guide, covers: Covers, person: &Person) -> Agreement {
        Self::agreed(guide, covers, |item| self.answer_of(item, person))
    }

    fn agreed(guide: &Guide, covers: Covers, answer: impl Fn(&Id) -> Option<Answer>) -> Agreement {
        let mut items = guide.consent.iter().filter(|c| c.covers == covers).map(|c| answer(&c.id)).peekable();
        if items.peek().is_none() {
            return Agreement::NotAsked;
        }
        items.fold(Agreement::Given, |so_far, answer| match (so_far, answer) {
            (Agreement::Refused, _) | (_, Some(Answer::Refused)) => Agreement::Refused,
            (Agreement::Open, _) | (_, None) => Agreement::Open,
            (Agreement::Given | Agreement::NotAsked, Some(Answer::Given)) => Agreement::Given,
        })
    }

    /// Whether this person of a group has answered anything.
    pub(crate) fn knows(&self, person: &Person) -> bool {
        self.latest.keys().any(|(_, said)| said.as_ref() == Some(person))
    }

    /// Everybody of a group who has answered anything.
    pub(crate) fn people(&self) -> BTreeSet<Person> {
        self.latest.keys().filter_map(|(_, person)| person.clone()).collect()
    }

    /// Keeps an answer that was given after the beginning: it counts, but for a yes over a no, which only a change lifts.
    pub(crate) fn hear(&mut self, consent: Consent) {
        let at = (consent.item.clone(), consent.person.clone());
        if self.latest.get(&at) == Some(&Answer::Refused) {
            self.answers.push(consent);
        } else {
            self.add(consent);
        }
    }

    /// Keeps an answer that was given before the beginning: the last word of the form counts, also over what was taken back until then.
    pub(crate) fn sign(&mut self, consent: Consent) {
        if consent.answer == Answer::Given {
            self.lift(&consent.item, consent.person.as_ref());
        }
        self.add(consent);
    }

    /// Keeps an answer.
    pub(crate) fn add(&mut self, consent: Consent) {
        self.latest.insert((consent.item.clone(), consent.person.clone()), consent.answer);
        self.answers.push(consent);
    }

    /// Keeps that consent was taken back.
    pub(crate) fn withdraw(&mut self, withdrawal: Withdrawal) {
        self.latest.insert((withdrawal.item.clone(), withdrawal.person.clone()), Answer::Refused);
        self.standing.push(withdrawal.clone());
        self.withdrawals.push(withdrawal);
    }

    /// Keeps that consent was changed. What was wanted before a yes is not wanted again by a later no.
    pub(crate) fn change(&mut self, change: ConsentChange) {
        if change.answer == Answer::Given {
            self.lift(&change.item, change.person.as_ref());
        }
        self.latest.insert((change.item.clone(), change.person.clone()), change.answer);
        self.changes.push(change);
    }

    fn lift(&mut self, item: &Id, person: Option<&Person>) {
        self.standing.retain(|taken| taken.item != *item || taken.person.as_ref() != person);
    }
}

/// Where consent to something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The guide does not ask.
    NotAsked,
    /// Asked, not answered.
    Open,
    /// Given.
    Given,
    /// Refused.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::tests::small;

    #[test]
    fn the_latest_answer_counts() {
        let (guide, mut consents) = (small(), Consents::default());
        assert_eq!(consents.about(&guide, Covers::Recording), Agreement::Open);
        for answer in [Answer::Given, Answer::Refused] {
            consents.add(Consent::new(Id::new("c-record"), answer, How::Spoken));
        }
        assert_eq!(consents.about(&guide, Covers::Recording), Agreement::Refused);
        assert_eq!(consents.about(&guide, Covers::Quotes), Agreement::NotAsked);
    }
    #[test]
    fn in_a_group_one_no_is_a_no_until_that_person_changes_it() {
        let (guide, mut consents) = (small(), Consents::default());
        let of = |who: &str, answer| Consent { person: Some(Person(who.into())), ..Consent::new(Id::new("c-record"), answer, How::Spoken) };
        consents.add(of("A", Answer::Given));
        consents.add(of("B", Answer::Refused));
        consents.add(of("A", Answer::Given));
        assert_eq!(consents.about(&guide, Covers::Recording), Agreement::Refused);
        let (person, answer) = (Some(Person("B".into())), Answer::Given);
        let said = Said::new("by telephone", "I1", "2026-11-24");
        consents.change(ConsentChange { item: Id::new("c-record"), person, answer, said });
        assert_eq!(consents.about(&guide, Covers::Recording), Agreement::Given);
        let (item, at, wish, said) = (Id::new("c-record"), Position::START, Wish::Keep, Said::default());
        consents.withdraw(Withdrawal { item, person: None, at, wish, said });
        assert_eq!(consents.answer(&Id::new("c-record")), Some(Answer::Refused));
    }

    #[test]
    fn what_is_not_known_is_read_as_the_least() {
        let read = |text: &str| serde_json::from_str::<Consent>(text).unwrap();
        let before = read(r#"{"item":"c","answer":"given","how":"written"}"#);
        assert_eq!(before, Consent::new(Id::new("c"), Answer::Given, How::Written));
        let newer = read(r#"{"item":"c","answer":"perhaps","how":"by-pigeon"}"#);
        assert_eq!(newer, Consent::new(Id::new("c"), Answer::Refused, How::NotStated));
        for strange in [r#""answer":"refused","how":null"#, r#""answer":{"is":"refused"},"how":{"is":"by-video"}"#, r#""letter":2,"at":{}"#]
        {
            let consent = read(&format!("{{\"item\":\"c\",{strange}}}"));
            assert_eq!(consent, Consent::new(Id::new("c"), Answer::Refused, How::NotStated), "{strange}");
        }
        assert_eq!(serde_json::from_str::<Wish>("\"anonymise\"").unwrap(), Wish::Keep);
    }
}
