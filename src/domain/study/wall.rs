//! The wall: every interview of a study as a strip on one time scale, so that a long opening or a topic that was skipped is seen across the study.
//!
//! Which sessions hang there, in which order, and what is said of each to those who cannot see it. Attributes that say who belongs to whom
//! sort and narrow nothing. What a strip holds is said in [`strip`](super::strip); no word of a note is here.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::consent::Wish;
use crate::domain::folding::folded;
use crate::domain::standing::Standing;
use crate::domain::study::fieldwork::Countable;
use crate::domain::study::number::Number;
use crate::domain::study::register::Register;
use crate::domain::study::session_line::SessionLine;
use crate::domain::study::strip::Mark;
use crate::domain::study::strip::MarkIs;
use crate::domain::study::strip::TopicBand;
use crate::domain::time::Position;
use crate::domain::time::clock;
use crate::words::say;

/// In which order the sessions hang.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As they were held.
    #[default]
    Date,
    /// By who was interviewed.
    Participant,
    /// By the guide.
    Guide,
    /// The longest first.
    Length,
    /// By what is known of who was interviewed: the attribute's name.
    Attribute(String),
}

impl Sort {
    /// The orders that there are in a study with this register.
    pub fn all(register: &Register) -> Vec<Self> {
        let linking = register.linking();
        let shown = register.attributes.iter().filter(|attribute| !linking.contains(&attribute.name));
        let attributes = shown.map(|attribute| Self::Attribute(attribute.name.clone()));
        [Self::Date, Self::Participant, Self::Guide, Self::Length].into_iter().chain(attributes).collect()
    }

    /// The word by which it is asked for: an attribute by its name.
    pub fn word(&self) -> &str {
        match self {
            Self::Date => "date",
            Self::Participant => "participant",
            Self::Guide => "guide",
            Self::Length => "length",
            Self::Attribute(name) => name,
        }
    }

    /// The one after this, and after the last the first.
    #[must_use]
    pub fn next(&self, register: &Register) -> Self {
        let all = Self::all(register);
        let at = all.iter().position(|one| one == self).map_or(0, |at| at + 1);
        all.get(at).cloned().unwrap_or_default()
    }

    /// It in words.
    pub fn words(&self, register: &Register) -> String {
        match self {
            Self::Date => say!("wall-by-date"),
            Self::Participant => say!("wall-by-participant"),
            Self::Guide => say!("wall-by-guide"),
            Self::Length => say!("wall-by-length"),
            Self::Attribute(name) => {
                say!("wall-by-attribute", name = register.attribute(name).map_or(name.as_str(), |attribute| attribute.called()))
            }
        }
    }
}

/// A session on the wall.
#[derive(Clone, Debug)]
pub struct WallRow<'w> {
    /// Its line among the study's sessions.
    pub line: &'w SessionLine,
    /// The codes that the wall is narrowed to, by their places among those of the session.
    meant: Option<Vec<usize>>,
}

impl WallRow<'_> {
    /// Who was interviewed, and which interview it was.
    pub fn called(&self) -> String {
        say!("wall-called", participant = &self.line.participant, round = self.line.round.words())
    }

    /// Where it stands.
    pub fn standing(&self) -> String {
        self.line.standing.as_ref().map_or_else(|_| say!("wall-unread"), |standing| standing.words())
    }

    /// Its marks; where the wall is narrowed to a code, those that carry it. They are read here, and nowhere before: of a thousand sessions
    /// few are seen at once.
    pub fn marks(&self) -> Vec<Mark> {
        let is_meant = |mark: &Mark| self.meant.as_ref().is_none_or(|meant| mark.codes.iter().any(|code| meant.contains(code)));
        self.line.fieldwork.strip.marks().filter(is_meant).collect()
    }

    /// How long it was.
    pub fn length(&self) -> Position {
        self.line.fieldwork.strip.end()
    }

    /// The topics.
    pub fn topics(&self) -> &[TopicBand] {
        &self.line.fieldwork.strip.topics
    }

    /// The codes on a mark, by their names.
    pub fn codes<'c>(&'c self, mark: &'c Mark) -> impl Iterator<Item = &'c str> {
        mark.codes.iter().filter_map(|code| self.line.fieldwork.codes.get(*code)).map(|coded| coded.code.as_str())
    }

    /// What a mark is, when, and in which topic it lies.
    pub fn mark_words(&self, mark: &Mark) -> String {
        let topic = self.line.fieldwork.strip.topic_at(mark.at).map(|band| band.topic.clone()).unwrap_or_default();
        let codes = self.codes(mark).collect::<Vec<_>>().join(", ");
        let is = mark_is(mark.is);
        let parts = [format!("{} {is}", mark.at), topic, codes];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
    }

    /// The row with these of its marks, in sentences: for those who do not see the strip.
    pub fn sentences(&self, marks: &[Mark]) -> Vec<String> {
        let line = self.line;
        let (settled, of) = line.settled;
        let mut said = vec![say!(
            "wall-row",
            called = self.called(),
            date = &line.date,
            guide = &line.guide,
            length = self.length().to_string(),
            settled = settled,
            of = of,
            standing = self.standing()
        )];
        let topics: Vec<String> = self
            .topics()
            .iter()
            .map(|band| say!("wall-topic", topic = &band.topic, from = band.from().to_string(), to = band.to().to_string()))
            .collect();
        if !topics.is_empty() {
            said.push(say!("wall-topics", topics = topics.join("; ")));
        }
        let mut counted: BTreeMap<&str, (MarkIs, usize, Vec<u64>)> = BTreeMap::new();
        for mark in marks {
            let (_, count, at) = counted.entry(mark.is.word()).or_insert((mark.is, 0, Vec::new()));
            *count += 1;
            at.push(mark.at.secs());
        }
        // Several in one second are said to be several, and the second once.
        let of_kind = |(is, count, mut at): (MarkIs, usize, Vec<u64>)| {
            at.dedup();
            say!("wall-marks-of", is = mark_is(is), count = count, at = at.into_iter().map(clock).collect::<Vec<_>>().join(", "))
        };
        let marks: Vec<String> = counted.into_values().map(of_kind).collect();
        if !marks.is_empty() {
            said.push(say!("wall-marks", marks = marks.join("; ")));
        }
        let silent = &line.fieldwork.strip.silent;
        let silent: Vec<String> =
            silent.iter().map(|one| say!("wall-stretch", from = one.from().to_string(), to = one.to().to_string())).collect();
        if !silent.is_empty() {
            said.push(say!("wall-silent", stretches = silent.join("; ")));
        }
        said
    }
}

/// What a mark is, in the word that people have for it.
pub fn mark_is(is: MarkIs) -> String {
    match is {
        MarkIs::Note(kind) => kind.words(),
        MarkIs::Moment => say!("wall-moment"),
        MarkIs::Distress => say!("strip-distress"),
        MarkIs::OffRecord => say!("strip-off-record"),
    }
}

/// The sessions that hang there.
#[derive(Clone, Debug, Default)]
pub struct Wall<'w> {
    /// They, in order.
    pub rows: Vec<WallRow<'w>>,
    /// How long the longest session of the study is: the scale of all strips, whatever is narrowed to.
    pub scale: Position,
    /// How many there are, narrowed or not.
    pub all: usize,
}

impl<'w> Wall<'w> {
    /// The wall of `sessions`, in this order, narrowed to those that meet every word of `wanted`.
    pub fn of(sessions: &'w [SessionLine], register: &Register, sort: &Sort, wanted: &str) -> Self {
        let held: Vec<&SessionLine> = sessions.iter().filter(|line| hangs(line)).collect();
        let scale = held.iter().map(|line| line.fieldwork.strip.end()).max().unwrap_or_default();
        let mut wanted: Vec<Wanted> = words(wanted).iter().map(|word| Wanted::read(word)).collect();
        let codes: BTreeSet<String> = held.iter().flat_map(|line| &line.fieldwork.codes).map(|one| folded(&one.code)).collect();
        for one in &mut wanted {
            one.settle(&codes);
        }
        let known = Known { register, linking: register.linking() };
        let mut rows: Vec<WallRow<'_>> = held
            .iter()
            .filter(|line| wanted.iter().all(|wanted| wanted.meets(line, &known)))
            .map(|line| WallRow { line, meant: meant(line, &wanted) })
            .collect();
        match sort {
            Sort::Date => {}
            Sort::Participant => rows.sort_by_key(|row| row.line.participant.to_lowercase()),
            Sort::Guide => rows.sort_by_key(|row| row.line.guide.to_lowercase()),
            Sort::Length => rows.sort_by_key(|row| std::cmp::Reverse(row.length())),
            // Those of whom it is not known hang last.
            Sort::Attribute(name) => {
                let value = |row: &WallRow<'_>| known.values(row.line).find(|(called, _)| called == name).map(|(_, value)| value);
                let mut valued: Vec<(Option<String>, WallRow<'_>)> = rows.into_iter().map(|row| (value(&row), row)).collect();
                valued.sort_by(|(one, _), (other, _)| by_value(one.as_deref(), other.as_deref()));
                rows = valued.into_iter().map(|(_, row)| row).collect();
            }
        }
        Self { all: held.len(), scale, rows }
    }

    /// That a word of `wanted` asks for something that is known of nobody, with what there is; nothing where each can be asked for.
    pub fn no_field(register: &Register, wanted: &str) -> Option<String> {
        let (asked, known) = (words(wanted), fields(register));
        let is_known = |name: &str| known.iter().any(|(called, label)| folded(called) == name || folded(label) == name);
        let is_strange = |word: &&String| matches!(Wanted::read(word), Wanted::Attribute(name, _) if !is_known(&name));
        let field = asked.iter().find(is_strange)?.split(':').next()?;
        let names = known.iter().map(|(name, _)| name.as_str());
        let there: Vec<String> = ["code", "guide"].into_iter().chain(names).map(|name| format!("{name}:")).collect();
        Some(say!("wall-no-field", field = field, fields = there.join(" ")))
    }

    /// What stands above it: how many sessions, of how many, in which order, narrowed to what.
    pub fn title(&self, sort: &Sort, register: &Register, wanted: &str) -> String {
        let order = sort.words(register);
        if wanted.trim().is_empty() {
            say!("wall-title", count = self.all, order = order)
        } else {
            say!("wall-title-narrowed", count = self.rows.len(), all = self.all, order = order, wanted = wanted.trim())
        }
    }
}

/// Numbers by their size, before words by their letters, before nothing.
fn by_value(one: Option<&str>, other: Option<&str>) -> Ordering {
    match (one, other) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(one), Some(other)) => match (Number::read(one), Number::read(other)) {
            (Some(one), Some(other)) => one.cmp(&other),
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (None, None) => folded(one).cmp(&folded(other)),
        },
    }
}

/// What is known of those who were interviewed, without what says who belongs to whom.
struct Known<'r> {
    register: &'r Register,
    linking: BTreeSet<String>,
}

impl Known<'_> {
    /// The attributes of who was interviewed, by name; of a group, those of everybody who sat there.
    fn values(&self, line: &SessionLine) -> impl Iterator<Item = (String, String)> {
        let people = line.people.iter().map(|one| one.code.as_str());
        let known = people.flat_map(|code| self.register.known(code));
        known.filter(|(name, _)| !self.linking.contains(name)).collect::<Vec<_>>().into_iter()
    }
}

/// What is known of participants, by name and as it is called in words, without what says who belongs to whom.
fn fields(register: &Register) -> Vec<(String, String)> {
    let linking = register.linking();
    let listed = register.attributes.iter().map(|attribute| &attribute.name);
    let written = register.participants.iter().flat_map(|one| one.attributes.keys());
    let mut all: Vec<(String, String)> = Vec::new();
    for name in listed.chain(written).filter(|name| !linking.contains(*name)) {
        if !all.iter().any(|(known, _)| known == name) {
            let called = register.attribute(name).map_or(name.as_str(), |attribute| attribute.called());
            all.push((name.clone(), called.to_owned()));
        }
    }
    all
}

/// The words of a line; what stands between quotation marks is one.
fn words(line: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut is_quoted = false;
    for sign in line.chars() {
        match sign {
            '"' => is_quoted = !is_quoted,
            space if space.is_whitespace() && !is_quoted => all.push(String::new()),
            sign => all.last_mut().into_iter().for_each(|word| word.push(sign)),
        }
    }
    all.retain(|word| !word.trim().is_empty());
    all
}

/// One word of what the wall is narrowed to.
enum Wanted {
    /// A code, or a part of its name.
    Code(String),
    /// The code of this name, and none of those that only begin like it.
    ThisCode(String),
    /// A guide, or a part of its title.
    Guide(String),
    /// An attribute, and what its value begins with.
    Attribute(String, String),
    /// Anything of these.
    Anything(String),
}

impl Wanted {
    fn read(word: &str) -> Self {
        match word.split_once(':') {
            Some(("code", of)) => Self::Code(folded(of)),
            Some(("guide" | "topiclijst", of)) => Self::Guide(folded(of)),
            Some((name, of)) if !name.is_empty() => Self::Attribute(folded(name), folded(of)),
            _ => Self::Anything(folded(word)),
        }
    }

    /// Takes the name of one of these `codes` for that code.
    fn settle(&mut self, codes: &BTreeSet<String>) {
        if let Self::Code(code) = self
            && codes.contains(code)
        {
            *self = Self::ThisCode(std::mem::take(code));
        }
    }

    /// Whether it asks for the code of this name; nothing where it asks for no code.
    fn means(&self, name: &str) -> Option<bool> {
        match self {
            Self::Code(code) => Some(folded(name).contains(code.as_str())),
            Self::ThisCode(code) => Some(folded(name) == *code),
            Self::Guide(_) | Self::Attribute(..) | Self::Anything(_) => None,
        }
    }

    fn meets(&self, line: &SessionLine, known: &Known<'_>) -> bool {
        let holds = |text: &str, wanted: &str| folded(text).contains(wanted);
        match self {
            Self::Code(_) | Self::ThisCode(_) => line.fieldwork.codes.iter().any(|one| self.means(&one.code) == Some(true)),
            Self::Guide(guide) => holds(&line.guide, guide),
            Self::Attribute(name, value) => known.values(line).any(|(called, is)| {
                let label = known.register.attribute(&called).map(|attribute| folded(attribute.called())).unwrap_or_default();
                (folded(&called) == *name || label == *name) && folded(&is).starts_with(value)
            }),
            Self::Anything(word) => {
                let codes = line.fieldwork.codes.iter().map(|one| one.code.clone());
                let texts = [line.participant.clone(), line.guide.clone(), line.round.words(), line.date.clone()];
                let standing = line.standing.as_ref().map(|standing| standing.words()).ok();
                let values = known.values(line).map(|(_, value)| value);
                codes.chain(texts).chain(standing).chain(values).any(|text| holds(&text, word))
            }
        }
    }
}

/// Whether a session hangs there: it was held, they did not take all of it back, and nothing binds in it that nobody here can read.
fn hangs(line: &SessionLine) -> bool {
    let is_held = !matches!(line.standing, Ok(Standing::Planned | Standing::Withdrawn | Standing::Destroyed));
    is_held && line.fieldwork.countable == Countable::Yes && line.wish != Some(Wish::DestroyAll)
}

/// The codes of a session that are wanted, by their places; nothing where no code is asked for.
fn meant(line: &SessionLine, wanted: &[Wanted]) -> Option<Vec<usize>> {
    let asks = wanted.iter().any(|one| matches!(one, Wanted::Code(_) | Wanted::ThisCode(_)));
    let is_meant = |code: &str| wanted.iter().any(|wanted| wanted.means(code) == Some(true));
    let all = line.fieldwork.codes.iter().enumerate().filter(|(_, one)| is_meant(&one.code)).map(|(place, _)| place);
    asks.then(|| all.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_by_size_before_words_before_nothing() {
        let mut values = [None, Some("woman"), Some("100"), Some("9,5"), Some("Man"), Some("9")];
        values.sort_by(|one, other| by_value(*one, *other));
        assert_eq!(values, [Some("9"), Some("9,5"), Some("100"), Some("Man"), Some("woman"), None]);
    }

    #[test]
    fn what_stands_between_quotation_marks_is_one_word() {
        assert_eq!(words("code:\"hard to rest\"  P07 \"\""), ["code:hard to rest", "P07"]);
        assert_eq!(words(" \"never closed"), ["never closed"]);
    }

    #[test]
    fn a_whole_name_is_that_code_and_a_part_of_one_is_all_that_have_it() {
        let codes = BTreeSet::from(["trade".to_owned(), "trade 00".to_owned()]);
        let means = |word: &str| {
            let mut wanted = Wanted::read(word);
            wanted.settle(&codes);
            ["trade", "Trade 00", "other"].map(|code| wanted.means(code))
        };
        assert_eq!(means("code:Trade"), [Some(true), Some(false), Some(false)]);
        assert_eq!(means("code:trade 00"), [Some(false), Some(true), Some(false)]);
        assert_eq!(means("code:trad"), [Some(true), Some(true), Some(false)]);
        assert_eq!(means("trade"), [None; 3]);
    }
}
