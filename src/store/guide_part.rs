//! The parts of a guide's file that need nothing but themselves: rounds, wordings, conditions, coded answers, sources, what becomes of a
//! question when time is short, the protocol, the change log.
//!
//! Each is read from the form it stands in, and what is wrong with it is told to the walk. [`crate::store::guide_file`] puts them together.

use std::collections::BTreeMap;

use crate::domain::coverage::Coverage;
use crate::domain::guide::After;
use crate::domain::guide::Change;
use crate::domain::guide::Choice;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Priority;
use crate::domain::guide::Round;
use crate::domain::guide::Source;
use crate::domain::guide::When;
use crate::domain::guide::Wording;
use crate::domain::guide::care::Call;
use crate::domain::guide::care::Distress;
use crate::domain::guide::care::FollowUp;
use crate::domain::guide::check::FileStep;
use crate::domain::nearest::nearest;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::choices as words_of;
use crate::store::form::is_date;
use crate::store::form::name;
use crate::store::form::pick;
use crate::store::form::plain_text;
use crate::store::guide_keys::AUDIENCES;
use crate::store::guide_keys::CALL;
use crate::store::guide_keys::CHANGE;
use crate::store::guide_keys::CHOICE;
use crate::store::guide_keys::DISTRESS;
use crate::store::guide_keys::FOLLOW_UP;
use crate::store::guide_keys::RECORDING;
use crate::store::guide_keys::ROUNDS;
use crate::store::guide_keys::SOURCE;
use crate::store::guide_keys::STATES;
use crate::store::guide_keys::WHEN;
use crate::store::reports::within;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// The most questions that may stand in line to be left out.
const LAST: u32 = 99;

/// The rounds that a guide is meant for.
pub(crate) fn rounds(walk: &mut Walk, form: &Form) -> Vec<Round> {
    let mut rounds = Vec::new();
    for node in form.list(walk, "rounds") {
        let Some(word) = plain_text(walk, node) else {
            walk.hush(form.place_of("rounds"));
            continue;
        };
        match pick(&word, &ROUNDS) {
            Some(round) if rounds.contains(&round) => {
                walk.problems.add(node.at, say!("guide-round-twice", round = &word), say!("guide-round-once"));
            }
            Some(round) => rounds.push(round),
            None => {
                walk.problems.add(node.at, say!("guide-no-round", round = &word), spoken().say(words_of(&word, &ROUNDS)));
                walk.hush(form.place_of("rounds"));
            }
        }
    }
    rounds
}

/// What is asked: the words under `ask`, or under `about` what it is about.
pub(crate) fn words(walk: &mut Walk, part: &Form, hint: Message) -> (String, Wording) {
    if !part.has("about") {
        return (part.needed(walk, "ask", hint), Wording::AsWritten);
    }
    if part.has("ask") {
        part.tell(walk, "about", say!("guide-ask-about"), say!("guide-ask-or-about"));
        return (part.needed(walk, "ask", hint), Wording::AsWritten);
    }
    // Whatever is wrong with it is no missing `ask` as well.
    walk.hush(part.place_of("ask"));
    (part.needed(walk, "about", message!("guide-write-about")), Wording::Own)
}

/// The condition that stands under `when` of a probe to question `own`: an answer that it names is that question's, if it names no other.
pub(crate) fn condition_in(walk: &mut Walk, probe: &Form, own: &Id) -> When {
    read_condition(walk, probe, Some(own))
}

/// The condition that stands under `when`; the one that always holds if there is none.
pub(crate) fn condition(walk: &mut Walk, part: &Form) -> When {
    read_condition(walk, part, None)
}

fn read_condition(walk: &mut Walk, part: &Form, own: Option<&Id>) -> When {
    let Some(node) = part.value(walk, "when") else { return When::default() };
    let Some(form) = Form::open(walk, node, part.place_of("when"), &WHEN) else { return When::default() };
    When {
        round: form.choice(walk, "round", &ROUNDS),
        audience: form.choice(walk, "audience", &AUDIENCES),
        attribute: attributes(walk, &form),
        after: after(walk, &form, own),
    }
}

/// The values of a participant's attributes that a condition asks for, by name.
fn attributes(walk: &mut Walk, form: &Form) -> BTreeMap<String, Vec<String>> {
    let Some(node) = form.value(walk, "attribute") else { return BTreeMap::new() };
    let Value::Map(pairs) = &node.value else {
        if !matches!(node.value, Value::Told) {
            let what = say!("guide-attribute", found = name(&node.value));
            form.tell(walk, "attribute", what, say!("guide-attribute-write"));
        }
        return BTreeMap::new();
    };
    pairs.iter().map(|(key, value)| (key.text.clone(), one_or_more(walk, value))).collect()
}

/// What became of an earlier question, if a condition asks for that.
fn after(walk: &mut Walk, form: &Form, own: Option<&Id>) -> Option<After> {
    let mut question = form.text(walk, "after");
    let was = form.value(walk, "was").map(|node| states(walk, node)).unwrap_or_default();
    let chose = form.value(walk, "chose").map(|node| one_or_more(walk, node)).unwrap_or_default();
    let alone = ["was", "chose"].into_iter().find(|key| form.has(key));
    if alone.is_some() && !form.has("after") {
        question = own.map(Id::to_string);
    }
    match (question, alone) {
        (Some(question), _) => Some(After { question: Id::new(question), was, chose }),
        (None, Some(key)) if !form.has("after") => {
            form.tell(walk, key, say!("guide-after-missing", key = key), say!("guide-after-write"));
            None
        }
        (None, _) => None,
    }
}

fn states(walk: &mut Walk, node: &Node) -> Vec<Coverage> {
    let mut found = Vec::new();
    for (word, at) in each(node).iter().filter_map(|item| Some((plain_text(walk, item)?, item.at))).collect::<Vec<_>>() {
        match pick(&word, &STATES) {
            Some(state) => found.push(state),
            None => walk.problems.add(at, say!("form-cannot-be", key = "was", value = &word), spoken().say(words_of(&word, &STATES))),
        }
    }
    found
}

/// A text, or the texts of a list.
fn one_or_more(walk: &mut Walk, node: &Node) -> Vec<String> {
    each(node).iter().filter_map(|item| plain_text(walk, item)).collect()
}

fn each(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// The coded answers that stand under `choices`: texts, which are numbered from 1, or codes with their words.
pub(crate) fn choices(walk: &mut Walk, question: &Form) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    // Codes and words as a mapping: that is how code books write them.
    if let Some(Node { value: Value::Map(pairs), .. }) = question.value(walk, "choices") {
        let words = pairs.iter().filter_map(|(key, value)| Some(Choice { code: key.text.clone(), say: plain_text(walk, value)? }));
        return words.collect();
    }
    for (number, node) in (1..).zip(question.list(walk, "choices")) {
        let place = [&question.place_of("choices")[..], &[FileStep::Item(found.len())]].concat();
        walk.stands(place.clone(), node.at);
        let choice = match &node.value {
            Value::Map(pairs) if pairs.iter().any(|(key, _)| CHOICE.keys.contains(&key.text.as_str())) => {
                let Some(form) = Form::open(walk, node, place, &CHOICE) else { continue };
                let code = form.needed(walk, "code", message!("guide-write-code"));
                Choice { code, say: form.needed(walk, "say", message!("guide-write-choice")) }
            }
            _ => match plain_text(walk, node) {
                Some(say) => Choice { code: number.to_string(), say },
                None => continue,
            },
        };
        found.push(choice);
    }
    found
}

/// Where a question comes from.
pub(crate) fn source(walk: &mut Walk, question: &Form) -> Option<Source> {
    let node = question.value(walk, "source")?;
    let form = Form::open(walk, node, question.place_of("source"), &SOURCE)?;
    Some(Source { domain: form.text(walk, "domain"), literature: form.text(walk, "literature") })
}

/// What becomes of a question when time is short.
pub(crate) fn priority(walk: &mut Walk, question: &Form) -> Priority {
    let key = yes_or_no(walk, question, "key");
    let optional = question.number(walk, "optional", 1, LAST);
    if key == Some(true) && question.has("optional") {
        question.tell(walk, "optional", say!("guide-key-optional"), say!("guide-key-or-optional"));
    }
    match (key, optional) {
        (Some(true), _) => Priority::Key,
        (_, Some(number)) => Priority::Optional(number),
        (_, None) => Priority::Plain,
    }
}

/// A yes or a no.
pub(crate) fn yes_or_no(walk: &mut Walk, form: &Form, key: &'static str) -> Option<bool> {
    const WORDS: [(&str, bool); 4] = [("true", true), ("false", false), ("yes", true), ("no", false)];
    let word = form.text(walk, key)?;
    let said = pick(&word.to_lowercase(), &WORDS);
    if said.is_none() {
        let hint =
            nearest(&word, ["true", "false"]).map_or_else(|| say!("form-true-or-false"), |meant| say!("did-you-mean", meant = meant));
        form.tell(walk, key, say!("form-cannot-be", key = key, value = &word), hint);
    }
    said
}

/// The guide's own id and language, which its check leaves to the file.
pub(crate) fn check_names(walk: &mut Walk, form: &Form, guide: &Guide) {
    if !guide.id.as_str().is_empty() && !guide.id.is_well_formed() {
        let hint = say!("guide-id-write", id = Id::from_words(guide.id.as_str()).as_str());
        form.tell(walk, "id", say!("guide-id-unusable", id = guide.id.as_str()), hint);
    }
    let mut parts = guide.language.split('-');
    let is_tag = parts.next().is_some_and(|p| matches!(p.len(), 2..=3) && p.chars().all(|c| c.is_ascii_lowercase()))
        && parts.all(|p| matches!(p.len(), 1..=8) && p.chars().all(|c| c.is_ascii_alphanumeric()));
    if !guide.language.is_empty() && !is_tag {
        form.tell(walk, "language", say!("guide-language", language = &guide.language), say!("guide-language-write"));
    }
}

/// What is done when it becomes too much.
pub(crate) fn distress(walk: &mut Walk, guide: &Form) -> Option<Distress> {
    let node = guide.value(walk, "distress")?;
    let form = Form::open(walk, node, guide.place_of("distress"), &DISTRESS)?;
    Some(Distress {
        recording: form.choice(walk, "recording", &RECORDING).unwrap_or_default(),
        say: form.text(walk, "say"),
        signs: form.texts(walk, "signs"),
        steps: form.texts(walk, "steps"),
        call: items(walk, &form, "call", &CALL, |walk, item| {
            let [who, number] = [("who", message!("guide-write-call-who")), ("number", message!("guide-write-call-number"))]
                .map(|(key, hint)| item.needed(walk, key, hint));
            Call { who, number }
        }),
        support: form.texts(walk, "support"),
        follow_up: items(walk, &form, "follow_up", &FOLLOW_UP, |walk, item| {
            let what = item.needed(walk, "what", message!("guide-write-follow-up"));
            FollowUp { what, within: within(walk, item), ask: item.text(walk, "ask") }
        }),
    })
}

/// What `make` makes of each mapping in the list under `key`.
fn items<T>(walk: &mut Walk, form: &Form, key: &'static str, kind: &'static FormKind, make: impl Fn(&mut Walk, &Form) -> T) -> Vec<T> {
    let mut all = Vec::new();
    for node in form.list(walk, key) {
        let place = [form.place_of(key).as_slice(), &[FileStep::Item(all.len())]].concat();
        let Some(item) = Form::open(walk, node, place, kind) else { continue };
        all.push(make(walk, &item));
    }
    all
}

/// The change log.
pub(crate) fn changes(walk: &mut Walk, guide: &Form) -> Vec<Change> {
    let mut changes = Vec::new();
    let place = guide.place_of("changes");
    for node in guide.list(walk, "changes") {
        let Some(change) = Form::open(walk, node, [&place[..], &[FileStep::Item(changes.len())]].concat(), &CHANGE) else { continue };
        let version = change.needed(walk, "version", message!("guide-write-change-version"));
        let date = change.needed(walk, "date", message!("guide-write-day"));
        if !date.is_empty() && !is_date(&date) {
            change.tell(walk, "date", say!("form-no-date", date = &date), say!("form-date"));
        }
        let what = change.needed(walk, "what", message!("guide-write-change"));
        if version.is_empty() {
            walk.hush(guide.place_of("version"));
        }
        let why = change.text(walk, "why");
        let [by, after] = ["by", "after"].map(|key| change.text(walk, key));
        let pilot = yes_or_no(walk, &change, "pilot").unwrap_or(false);
        changes.push(Change { version, date, what, why, by, after, pilot });
    }
    changes
}
