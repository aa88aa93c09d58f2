//! What is different between two guides, part by part: two versions of one, or one beside another.
//!
//! Parts are known by their ids, which stay the same across versions: a part can be new, gone, reworded, moved, or have another value (its
//! minutes, its condition). Probes that were given no id of their own are known by their words. What participants agree to comes first,
//! because a change there is a change of what was promised; then the guide's own particulars, the introduction, the conversation in its
//! order, the closing, what to do when it becomes too much, and the change log.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::agenda::paragraphs;
use crate::domain::guide::Change;
use crate::domain::guide::ConsentItem;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Topic;
use crate::domain::guide::care::Distress;
use crate::domain::guide::care::FollowUp;
use crate::domain::guide::care::ReportKind;
use crate::domain::guide::word_by_word;
use crate::domain::guide::word_by_word::Pair;
use crate::domain::guide::word_by_word::Piece;
use crate::domain::guide::word_by_word::one_line;

/// What kind of part of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// An item that participants agree to.
    Consent,
    /// The guide itself.
    Guide,
    /// A paragraph of the introduction.
    Introduction,
    /// A topic.
    Topic,
    /// A question.
    Question,
    /// A probe.
    Probe,
    /// A paragraph of the closing.
    Closing,
    /// What to do when it becomes too much.
    Distress,
    /// What must be reported.
    Reports,
    /// An entry of the change log.
    Changes,
}

impl Part {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Guide => "guide",
            Self::Introduction => "introduction",
            Self::Topic => "topic",
            Self::Question => "question",
            Self::Probe => "probe",
            Self::Closing => "closing",
            Self::Distress => "distress",
            Self::Reports => "reports",
            Self::Changes => "changes",
        }
    }
}

/// Where a part stands among its like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The topic it belongs to, or the question.
    pub within: Option<Id>,
    /// Its number there, counted from 1.
    pub nth: usize,
}

/// What is different about a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum What {
    /// It was not there before.
    New {
        /// What it says.
        after: String,
    },
    /// It is there no more.
    Gone {
        /// What it said.
        before: String,
    },
    /// It says something in other words.
    Reworded {
        /// What it said.
        before: String,
        /// What it says.
        after: String,
        /// Both, word by word.
        words: Vec<Piece>,
    },
    /// It stands elsewhere.
    Moved {
        /// Where it stood.
        from: Spot,
        /// Where it stands.
        to: Spot,
    },
    /// Something about it has another value; nothing where it has none.
    Set {
        /// The value it had.
        before: Option<String>,
        /// The value it has.
        after: Option<String>,
    },
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Of what kind the part is.
    pub part: Part,
    /// Its id, where it has one.
    pub id: Option<Id>,
    /// The topic or question it belongs to, where it has one: as the second guide has it, if that has it.
    pub within: Option<Id>,
    /// Its number, counted from 1, where it has no id.
    pub nth: Option<usize>,
    /// The key in the file; nothing where it is the part as a whole.
    pub field: Option<&'static str>,
    /// What is different.
    #[serde(flatten)]
    pub what: What,
}

/// Everything that is different in `after` from `before`.
pub fn differences(before: &Guide, after: &Guide) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    found.consent(&before.consent, &after.consent);
    found.particulars(before, after);
    found.texts(Part::Introduction, "introduction", &script(&before.introduction), &script(&after.introduction));
    found.conversation(&before.topics, &after.topics);
    found.texts(Part::Closing, "closing", &script(&before.closing), &script(&after.closing));
    found.distress(before.distress.as_ref(), after.distress.as_ref());
    let [planned, plans] = [before, after].map(|guide| told(&guide.reports, report));
    found.texts(Part::Reports, "reports", &lines(&planned), &lines(&plans));
    found.changes(&before.changes, &after.changes);
    found.0
}

/// The paragraphs of what is read aloud, a line each.
fn script(text: &str) -> Vec<String> {
    paragraphs(text).map(one_line).collect()
}

/// Each of `all` as one line.
fn told<T>(all: &[T], line: impl Fn(&T) -> String) -> Vec<String> {
    all.iter().map(line).collect()
}

fn follow_up(after: &FollowUp) -> String {
    let ask = after.ask.as_ref().map_or_else(String::new, |ask| format!("; ask: {ask}"));
    format!("{} (within: {}{ask})", after.what, after.within)
}

fn report(kind: &ReportKind) -> String {
    format!("{}: {} (to: {}, within: {})", kind.is, kind.what, kind.to, kind.within)
}

fn lines(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| one_line(text)).collect()
}

/// A part, as differences name it.
#[derive(Clone, Copy)]
struct Named<'a> {
    part: Part,
    id: Option<&'a Id>,
    within: Option<&'a Id>,
    nth: Option<usize>,
    field: Option<&'static str>,
}

impl<'a> Named<'a> {
    fn id(part: Part, id: &'a Id, within: Option<&'a Id>) -> Self {
        Self { part, id: Some(id), within, nth: None, field: None }
    }

    fn bare(part: Part) -> Self {
        Self { part, id: None, within: None, nth: None, field: None }
    }

    fn nth(part: Part, field: &'static str, n: usize) -> Self {
        Self { nth: Some(n + 1), field: Some(field), ..Self::bare(part) }
    }
}

struct Found(Vec<Difference>);

impl Found {
    fn tell(&mut self, named: Named<'_>, what: What) {
        let Named { part, id, within, nth, field } = named;
        self.0.push(Difference { part, id: id.cloned(), within: within.cloned(), nth, field, what });
    }

    fn came(&mut self, named: Named<'_>, after: &str) {
        self.tell(named, What::New { after: one_line(after) });
    }

    fn went(&mut self, named: Named<'_>, before: &str) {
        self.tell(named, What::Gone { before: one_line(before) });
    }

    /// A text that may be missing.
    fn text(&mut self, named: Named<'_>, field: &'static str, before: Option<&str>, after: Option<&str>) {
        let (before, after) = (one_line(before.unwrap_or_default()), one_line(after.unwrap_or_default()));
        if before != after {
            let words = word_by_word::pieces(&before, &after);
            self.tell(Named { field: Some(field), ..named }, What::Reworded { before, after, words });
        }
    }

    /// A value that may be missing.
    fn value(&mut self, named: Named<'_>, field: &'static str, before: impl Into<Option<String>>, after: impl Into<Option<String>>) {
        let (before, after) = (before.into(), after.into());
        if before != after {
            self.tell(Named { field: Some(field), ..named }, What::Set { before, after });
        }
    }

    /// Texts without ids, in order.
    fn texts(&mut self, part: Part, field: &'static str, before: &[String], after: &[String]) {
        for pair in word_by_word::pairs(before, after) {
            match pair {
                Pair::Both(b, a) => self.text(Named::nth(part, field, a), field, Some(&before[b]), Some(&after[a])),
                Pair::Gone(b) => self.went(Named::nth(part, field, b), &before[b]),
                Pair::New(a) => self.came(Named::nth(part, field, a), &after[a]),
            }
        }
    }

    fn consent(&mut self, before: &[ConsentItem], after: &[ConsentItem]) {
        let old: BTreeMap<&Id, (usize, &ConsentItem)> = before.iter().enumerate().map(|(n, item)| (&item.id, (n, item))).collect();
        let moved = moved(after.iter().map(|item| &item.id), |id| old.get(id).map(|(n, _)| *n));
        for (a, item) in after.iter().enumerate() {
            let named = Named::id(Part::Consent, &item.id, None);
            let Some((b, was)) = old.get(&item.id) else {
                self.came(named, &item.say);
                continue;
            };
            self.text(named, "say", Some(&was.say), Some(&item.say));
            self.value(named, "covers", word_of(&was.covers), word_of(&item.covers));
            self.text(named, "instruct", was.instruct.as_deref(), item.instruct.as_deref());
            if moved.contains(&item.id) {
                self.tell(named, What::Moved { from: Spot { within: None, nth: b + 1 }, to: Spot { within: None, nth: a + 1 } });
            }
        }
        for item in before.iter().filter(|item| !after.iter().any(|other| other.id == item.id)) {
            self.went(Named::id(Part::Consent, &item.id, None), &item.say);
        }
    }

    fn particulars(&mut self, before: &Guide, after: &Guide) {
        let named = Named::bare(Part::Guide);
        let rounds = |guide: &Guide| guide.rounds.iter().map(|round| round.word()).collect::<Vec<_>>().join(", ");
        self.value(named, "id", before.id.to_string(), after.id.to_string());
        self.text(named, "title", Some(&before.title), Some(&after.title));
        self.value(named, "version", before.version.clone(), after.version.clone());
        let original = |guide: &Guide| guide.translation_of.as_ref().map(Id::to_string);
        self.value(named, "translation_of", original(before), original(after));
        self.value(named, "language", before.language.clone(), after.language.clone());
        self.value(named, "audience", before.audience.word().to_owned(), after.audience.word().to_owned());
        self.value(named, "rounds", rounds(before), rounds(after));
        self.value(named, "minutes", before.minutes.to_string(), after.minutes.to_string());
        self.text(named, "aim", before.aim.as_deref(), after.aim.as_deref());
        self.text(named, "about", before.about.as_deref(), after.about.as_deref());
        let standing = |guide: &Guide| guide.participants.map(|standing| standing.word().to_owned());
        self.value(named, "participants", standing(before), standing(after));
    }

    fn conversation(&mut self, before: &[Topic], after: &[Topic]) {
        let old: BTreeMap<&Id, (usize, &Topic)> = before.iter().enumerate().map(|(n, topic)| (&topic.id, (n, topic))).collect();
        let (was, is) = (Places::of(before), Places::of(after));
        let moved = moved(after.iter().map(|topic| &topic.id), |id| old.get(id).map(|(n, _)| *n));
        for (a, topic) in after.iter().enumerate() {
            let named = Named::id(Part::Topic, &topic.id, None);
            match old.get(&topic.id) {
                None => self.came(named, &topic.title),
                Some((b, was)) => {
                    self.topic(named, was, topic);
                    if moved.contains(&topic.id) {
                        self.tell(named, What::Moved { from: Spot { within: None, nth: b + 1 }, to: Spot { within: None, nth: a + 1 } });
                    }
                }
            }
            self.questions(topic, &was);
            self.questions_gone(old.get(&topic.id).map(|(_, topic)| *topic), &is);
        }
        for topic in before.iter().filter(|topic| !after.iter().any(|other| other.id == topic.id)) {
            self.went(Named::id(Part::Topic, &topic.id, None), &topic.title);
            self.questions_gone(Some(topic), &is);
        }
    }

    fn topic(&mut self, named: Named<'_>, before: &Topic, after: &Topic) {
        self.text(named, "title", Some(&before.title), Some(&after.title));
        self.text(named, "heading", before.heading.as_deref(), after.heading.as_deref());
        self.value(named, "minutes", before.minutes.to_string(), after.minutes.to_string());
        self.text(named, "say", before.say.as_deref(), after.say.as_deref());
        self.text(named, "instruct", before.instruct.as_deref(), after.instruct.as_deref());
        self.text(named, "show", before.show.as_deref(), after.show.as_deref());
        self.value(named, "when", before.when.as_written(), after.when.as_written());
    }

    /// The questions of a topic beside what they were, wherever they stood.
    fn questions(&mut self, topic: &Topic, was: &Places<'_>) {
        let here = |id: &Id| was.0.get(id).filter(|place| place.topic == &topic.id).map(|place| place.nth);
        let moved = moved(topic.questions.iter().map(|q| &q.id), here);
        for (n, question) in topic.questions.iter().enumerate() {
            let named = Named::id(Part::Question, &question.id, Some(&topic.id));
            let Some(place) = was.0.get(&question.id) else {
                self.came(named, &question.ask);
                for probe in &question.probes {
                    self.came(Named::id(Part::Probe, &probe.id, Some(&question.id)), &probe.ask);
                }
                continue;
            };
            self.question(named, place.question, question);
            if place.topic != &topic.id || moved.contains(&question.id) {
                let spot = |topic: &Id, nth: usize| Spot { within: Some(topic.clone()), nth: nth + 1 };
                self.tell(named, What::Moved { from: spot(place.topic, place.nth), to: spot(&topic.id, n) });
            }
            self.probes(&question.id, &place.question.probes, &question.probes);
        }
    }

    fn question(&mut self, named: Named<'_>, before: &Question, after: &Question) {
        self.text(named, "say", before.say.as_deref(), after.say.as_deref());
        self.text(named, "ask", Some(&before.wording.of(&before.ask)), Some(&after.wording.of(&after.ask)));
        self.text(named, "short", before.short.as_deref(), after.short.as_deref());
        self.text(named, "purpose", before.purpose.as_deref(), after.purpose.as_deref());
        self.text(named, "instruct", before.instruct.as_deref(), after.instruct.as_deref());
        self.text(named, "show", before.show.as_deref(), after.show.as_deref());
        self.text(named, "choices", Some(&answers(before)), Some(&answers(after)));
        self.value(named, "key", before.priority.key(), after.priority.key());
        self.value(named, "optional", before.priority.optional(), after.priority.optional());
        self.value(named, "source", source(before), source(after));
        self.value(named, "when", before.when.as_written(), after.when.as_written());
    }

    /// The questions that `topic` had and that no topic has any more.
    fn questions_gone(&mut self, topic: Option<&Topic>, is: &Places<'_>) {
        for (topic, question) in topic.iter().flat_map(|topic| topic.questions.iter().map(move |q| (topic, q))) {
            if !is.0.contains_key(&question.id) {
                self.went(Named::id(Part::Question, &question.id, Some(&topic.id)), &question.ask);
            }
        }
    }

    /// The probes of a question: those with the same words are the same whatever their ids, the others go by id.
    fn probes(&mut self, question: &Id, before: &[Probe], after: &[Probe]) {
        let mut free: Vec<usize> = (0..before.len()).collect();
        let mut take = |fits: &dyn Fn(&Probe) -> bool| {
            let at = free.iter().position(|n| fits(&before[*n]))?;
            Some(free.remove(at))
        };
        let mut of: Vec<Option<usize>> = after.iter().map(|probe| take(&|was| one_line(&was.ask) == one_line(&probe.ask))).collect();
        for (probe, was) in after.iter().zip(&mut of).filter(|(_, was)| was.is_none()) {
            *was = take(&|other| other.id == probe.id);
        }
        let order: Vec<usize> = of.iter().flatten().copied().collect();
        let moved: BTreeSet<usize> = word_by_word::out_of_order(&order).into_iter().map(|place| order[place]).collect();
        for (a, (probe, was)) in after.iter().zip(&of).enumerate() {
            let named = Named::id(Part::Probe, &probe.id, Some(question));
            let Some(b) = *was else {
                self.came(named, &probe.ask);
                continue;
            };
            self.probe(named, &before[b], probe);
            if moved.contains(&b) {
                let spot = |nth: usize| Spot { within: Some(question.clone()), nth: nth + 1 };
                self.tell(named, What::Moved { from: spot(b), to: spot(a) });
            }
        }
        for n in free {
            self.went(Named::id(Part::Probe, &before[n].id, Some(question)), &before[n].ask);
        }
    }

    fn probe(&mut self, named: Named<'_>, before: &Probe, after: &Probe) {
        self.text(named, "ask", Some(&before.ask), Some(&after.ask));
        self.text(named, "instruct", before.instruct.as_deref(), after.instruct.as_deref());
        self.value(named, "when", before.when.as_written(), after.when.as_written());
    }

    fn distress(&mut self, before: Option<&Distress>, after: Option<&Distress>) {
        let none = Distress::default();
        let recording = |distress: Option<&Distress>| distress.map(|d| d.recording.word().to_owned());
        self.value(Named::bare(Part::Distress), "recording", recording(before), recording(after));
        let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
        self.texts(Part::Distress, "signs", &lines(&before.signs), &lines(&after.signs));
        self.texts(Part::Distress, "steps", &lines(&before.steps), &lines(&after.steps));
        self.texts(Part::Distress, "say", &lines(before.say.as_slice()), &lines(after.say.as_slice()));
        let [calls, called] = [before, after].map(|distress| told(&distress.call, ToString::to_string));
        self.texts(Part::Distress, "call", &lines(&calls), &lines(&called));
        self.texts(Part::Distress, "support", &lines(&before.support), &lines(&after.support));
        let [planned, plans] = [before, after].map(|distress| told(&distress.follow_up, follow_up));
        self.texts(Part::Distress, "follow_up", &lines(&planned), &lines(&plans));
    }

    fn changes(&mut self, before: &[Change], after: &[Change]) {
        for change in after.iter().filter(|change| !before.contains(change)) {
            self.came(Named::bare(Part::Changes), &change.as_line());
        }
        for change in before.iter().filter(|change| !after.contains(change)) {
            self.went(Named::bare(Part::Changes), &change.as_line());
        }
    }
}

/// Where each question of a guide stands.
struct Places<'a>(BTreeMap<&'a Id, Place<'a>>);

struct Place<'a> {
    topic: &'a Id,
    nth: usize,
    question: &'a Question,
}

impl<'a> Places<'a> {
    fn of(topics: &'a [Topic]) -> Self {
        let all = topics.iter().flat_map(|topic| topic.questions.iter().enumerate().map(move |(nth, question)| (topic, nth, question)));
        Self(all.map(|(topic, nth, question)| (&question.id, Place { topic: &topic.id, nth, question })).collect())
    }
}

/// Which of `ids`, in their order, stand in another order than `before` numbers them.
fn moved<'a>(ids: impl Iterator<Item = &'a Id>, before: impl Fn(&Id) -> Option<usize>) -> BTreeSet<&'a Id> {
    let (ids, order): (Vec<&Id>, Vec<usize>) = ids.filter_map(|id| Some((id, before(id)?))).unzip();
    word_by_word::out_of_order(&order).into_iter().map(|place| ids[place]).collect()
}

/// The coded answers of a question in one line.
fn answers(question: &Question) -> String {
    question.choices.iter().map(|choice| format!("{} {}", choice.code, choice.say.trim())).collect::<Vec<_>>().join(" / ")
}

/// Where a question comes from, in one line.
fn source(question: &Question) -> Option<String> {
    let source = question.source.as_ref()?;
    let parts: Vec<&str> = [&source.domain, &source.literature].into_iter().flatten().map(|part| part.trim()).collect();
    Some(parts.join(", "))
}

/// The word that files have for one of a few values.
pub(crate) fn word_of(value: &impl Serialize) -> Option<String> {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coverage::state::Coverage;
    use crate::domain::guide::After;
    use crate::domain::guide::Choice;
    use crate::domain::guide::Covers;
    use crate::domain::guide::Priority;
    use crate::domain::guide::Round;
    use crate::domain::guide::Source;
    use crate::domain::guide::tests::small;

    fn told(before: &Guide, after: &Guide) -> Vec<String> {
        let of = |d: &Difference| {
            let mut value = serde_json::to_value(d).unwrap();
            let part = [d.within.as_ref(), d.id.as_ref()].into_iter().flatten().map(|id| id.as_str()).collect::<Vec<_>>().join("/");
            let nth = d.nth.map(|n| n.to_string()).unwrap_or_default();
            let fields = value.as_object_mut().unwrap();
            let change = fields["change"].as_str().unwrap().to_owned();
            fields.retain(|key, value| !["part", "id", "within", "nth", "change", "words"].contains(&key.as_str()) && !value.is_null());
            let rest = fields.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(" ");
            format!("{} {part}{nth} {change} {rest}", d.part.word())
        };
        differences(before, after).iter().map(of).collect()
    }

    #[test]
    fn a_guide_is_the_same_as_itself_however_it_is_folded() {
        let mut folded = small();
        folded.introduction = "Thank you\n for   being here.\n".into();
        folded.topics[0].questions[0].ask.push('\n');
        assert_eq!(differences(&small(), &folded), []);
    }

    #[test]
    fn what_people_agree_to_is_told_first() {
        let (before, mut after) = (small(), small());
        after.topics[0].title = "Beginning".into();
        after.title = "Another title".into();
        after.consent[1].say = "May I record our talk?".into();
        after.consent.push(ConsentItem { id: Id::new("c-quotes"), covers: Covers::Quotes, say: "May I quote you?".into(), instruct: None });
        after.consent.swap(0, 1);
        let told = told(&before, &after);
        assert_eq!(
            told,
            [
                r#"consent c-record reworded after="May I record our talk?" before="May I record?" field="say""#,
                r#"consent c-record moved from={"nth":2,"within":null} to={"nth":1,"within":null}"#,
                r#"consent c-quotes new after="May I quote you?""#,
                r#"guide  reworded after="Another title" before="A small guide" field="title""#,
                r#"topic opening reworded after="Beginning" before="Opening" field="title""#,
            ]
        );
    }

    #[test]
    fn questions_are_known_by_their_ids_and_probes_by_their_words() {
        let (before, mut after) = (small(), small());
        // Moved to another topic, and its first probe given up: the made ids shift.
        let mut tension = after.topics[1].questions.remove(0);
        tension.probes.remove(0);
        tension.probes[0].id = Id::new("t-1");
        tension.when.round = Some(Round::FollowUp);
        after.topics[0].questions.insert(0, tension);
        after.topics[1].minutes = 7;
        after.topics[1].questions[0].id = Id::new("home-2");
        assert_eq!(
            told(&before, &after),
            [
                r#"question opening/tension set after="{ round: follow-up }" field="when""#,
                r#"question opening/tension moved from={"nth":1,"within":"body"} to={"nth":1,"within":"opening"}"#,
                r#"probe tension/t-1 gone before="And then?""#,
                r#"topic body set after="7" before="6" field="minutes""#,
                r#"question body/home-2 new after="What do you do at home?""#,
                r#"question body/home gone before="What do you do at home?""#,
            ]
        );
    }

    #[test]
    fn all_else_that_a_question_says_is_compared() {
        let (before, mut after) = (small(), small());
        let question = &mut after.topics[0].questions[0];
        question.priority = Priority::Key;
        question.choices = vec![Choice { code: "1".into(), say: "never".into() }, Choice { code: "2".into(), say: "often".into() }];
        question.show = Some("A card.".into());
        question.source = Some(Source { domain: Some("context".into()), literature: None });
        question.probes[0].instruct = Some("Wait.".into());
        after.topics[1].questions[0].priority = Priority::Optional(2);
        after.topics[1].questions[0].when.after =
            Some(After { question: Id::new("day"), was: vec![Coverage::Asked], chose: vec!["1".into(), "2".into()] });
        after.topics[1].heading = Some("Your body".into());
        let told = told(&before, &after);
        assert_eq!(
            told,
            [
                r#"question opening/day reworded after="A card." before="" field="show""#,
                r#"question opening/day reworded after="1 never / 2 often" before="" field="choices""#,
                r#"question opening/day set after="true" field="key""#,
                r#"question opening/day set after="context" field="source""#,
                r#"probe day/day-ex reworded after="Wait." before="" field="instruct""#,
                r#"topic body reworded after="Your body" before="" field="heading""#,
                r#"question body/tension set after="2" field="optional""#,
                r#"question body/tension set after="{ after: day, was: [asked], chose: [1, 2] }" field="when""#,
            ]
        );
    }

    #[test]
    fn scripts_distress_and_change_log_are_told_line_by_line() {
        let (before, mut after) = (small(), small());
        after.introduction = "Thank you for being here today.\n\nWe are two.".into();
        after.closing = "Goodbye.".into();
        after.distress = Some(Distress { steps: vec!["Stop asking.".into()], ..Distress::default() });
        after.changes = vec![Change {
            version: "1.1".into(),
            date: "2026-11-24".into(),
            what: "Shorter.".into(),
            why: Some("Too long.".into()),
            by: Some("patient panel".into()),
            after: Some("P07".into()),
            pilot: true,
        }];
        assert_eq!(
            told(&before, &after),
            [
                r#"introduction 1 reworded after="Thank you for being here today." before="Thank you for being here." field="introduction""#,
                r#"introduction 2 new after="We are two." field="introduction""#,
                r#"closing 1 gone before="Is there anything to add?" field="closing""#,
                r#"closing 1 new after="Goodbye." field="closing""#,
                r#"distress  set after="ask" field="recording""#,
                r#"distress 1 new after="Stop asking." field="steps""#,
                r#"changes  new after="1.1, 2026-11-24 (by: patient panel, after: P07, pilot): Shorter. Too long.""#,
            ]
        );
    }
}
