//! Attributes of participants in files: which there are, in `study.yaml`, and which somebody has, in `participants.yaml`. Every slip is told
//! with its place. It opens no file; any thread.

use std::collections::BTreeMap;

use crate::domain::guide::check::FilePlace;
use crate::domain::nearest::nearest;
use crate::domain::study::attribute::Attribute;
use crate::domain::study::attribute::Values;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::plain_text;
use crate::store::problem::At;
use crate::store::sampling::of_groups;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::store::yaml::YamlKey;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

const ATTRIBUTE: FormKind = FormKind { name: "attribute", keys: &["label", "values", "unit", "of"] };

/// Which attributes the study has, in the order of its file.
pub(super) fn schema(walk: &mut Walk, form: &Form, groups: &[String]) -> Vec<Attribute> {
    let pairs = pairs(walk, form, message!("study-schema-write"));
    pairs.iter().filter_map(|(key, node)| attribute(walk, form.place_of("attributes"), key, node, groups)).collect()
}

fn attribute(walk: &mut Walk, place: FilePlace, key: &YamlKey, node: &Node, groups: &[String]) -> Option<Attribute> {
    let (mut unit, mut of) = (None, Vec::new());
    let (label, values) = if matches!(node.value, Value::Map(_)) {
        let form = Form::open(walk, node, place, &ATTRIBUTE)?;
        let label = form.text(walk, "label").filter(|label| !label.trim().is_empty());
        unit = form.text(walk, "unit");
        of = form.value(walk, "of").map(|node| of_groups(walk, node, groups)).unwrap_or_default();
        (label, form.value(walk, "values"))
    } else {
        (None, Some(node))
    };
    let name = key.text.trim().to_owned();
    let values = match values.map(|node| (node.at, &node.value)) {
        Some((at, Value::List(items))) => one_of(walk, at, &name, items)?,
        Some((at, Value::Text(word))) => kind(walk, at, &name, word.trim())?,
        Some((_, Value::Told)) => return None,
        Some((at, Value::Map(_) | Value::Empty)) => return unsaid(walk, at, &name),
        None => return unsaid(walk, key.at, &name),
    };
    Some(Attribute { name, label, values, unit, of })
}

/// Tells that nothing says which values an attribute can have.
fn unsaid<T>(walk: &mut Walk, at: At, name: &str) -> Option<T> {
    walk.problems.add(at, say!("study-attribute-values", name = name), say!("study-attribute-values-write"));
    None
}

/// What values are of, in a word.
fn kind(walk: &mut Walk, at: At, name: &str, word: &str) -> Option<Values> {
    const KINDS: [(&str, Values); 4] =
        [("number", Values::Number), ("whole", Values::Whole), ("years", Values::Years), ("text", Values::Text)];
    if let Some((_, values)) = KINDS.iter().find(|(kind, _)| *kind == word) {
        return Some(values.clone());
    }
    let hint = nearest(word, KINDS.iter().map(|(kind, _)| *kind))
        .map_or_else(|| say!("study-attribute-values-write"), |meant| say!("did-you-mean", meant = meant));
    walk.problems.add(at, say!("form-cannot-be", key = name, value = word), hint);
    None
}

fn one_of(walk: &mut Walk, at: At, name: &str, items: &[Node]) -> Option<Values> {
    let mut values: Vec<String> = Vec::new();
    for item in items {
        let Some(value) = plain_text(walk, item) else { continue };
        if values.contains(&value) {
            walk.problems.add(item.at, say!("study-attribute-twice", value = &value), say!("study-attribute-once"));
        } else {
            values.push(value);
        }
    }
    if values.is_empty() { unsaid(walk, at, name) } else { Some(Values::OneOf(values)) }
}

/// The attributes of a participant. Where the study says which there are, one it does not have is told, and so is a value that cannot be;
/// neither is kept, because a value that nothing knows would leave questions out.
pub(super) fn of_participant(walk: &mut Walk, form: &Form, schema: &[Attribute]) -> BTreeMap<String, String> {
    let pairs = pairs(walk, form, message!("study-attributes-write"));
    let filled = pairs.iter().filter(|(_, value)| !matches!(value.value, Value::Empty));
    filled.filter_map(|(key, node)| value(walk, key, node, schema)).collect()
}

fn value(walk: &mut Walk, key: &YamlKey, node: &Node, schema: &[Attribute]) -> Option<(String, String)> {
    if schema.is_empty() {
        return Some((key.text.clone(), plain_text(walk, node)?));
    }
    let names = || schema.iter().map(|attribute| attribute.name.as_str());
    let name = match names().find(|name| *name == key.text) {
        Some(name) => name,
        None => {
            let meant = nearest(&key.text, names());
            let known: Vec<String> = names().map(|name| format!("`{name}`")).collect();
            let hint =
                meant.map_or_else(|| say!("study-attribute-known", names = known.join(", ")), |meant| say!("did-you-mean", meant = meant));
            walk.problems.add(key.at, say!("study-attribute-unknown", name = &key.text), hint);
            meant?
        }
    };
    let text = plain_text(walk, node)?;
    let values = &schema.iter().find(|attribute| attribute.name == name)?.values;
    if values.has(&text) {
        return Some((name.to_owned(), text));
    }
    // Nobody's arm of a trial is guessed: all of them are named.
    walk.problems.add(node.at, say!("form-cannot-be", key = name, value = &text), values.hint());
    None
}

/// The keys and values under `attributes`, whose names are the study's own.
fn pairs<'n>(walk: &mut Walk, form: &Form<'n>, hint: Message) -> &'n [(YamlKey, Node)] {
    match form.value(walk, "attributes").map(|node| &node.value) {
        Some(Value::Map(pairs)) => pairs,
        Some(_) => {
            form.tell(walk, "attributes", say!("study-attributes"), spoken().say(hint));
            &[]
        }
        None => &[],
    }
}
