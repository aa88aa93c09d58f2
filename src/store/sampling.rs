//! Whom a study wants to hear, as `study.yaml` says it: its kinds of participants, and of each how many of which values. Every slip is told
//! with its place. It opens no file; any thread.

use crate::domain::nearest::nearest;
use crate::domain::study::attribute::Attribute;
use crate::domain::study::attribute::Values;
use crate::domain::study::sampling::Category;
use crate::domain::study::sampling::GroupPlan;
use crate::domain::study::sampling::Margin;
use crate::domain::study::sampling::Range;
use crate::domain::study::sampling::SamplingPlan;
use crate::domain::study::sampling::Wanted;
use crate::store::form::Form;
use crate::store::form::Walk;
use crate::store::form::plain_text;
use crate::store::problem::At;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::store::yaml::YamlKey;
use crate::words::say;

/// The key under which stands how many participants are wanted in all.
const IN_ALL: &str = "participants";

/// What a study's file says of its groups and attributes: what its plan is held against.
pub(super) struct Known<'a> {
    pub(super) groups: &'a [String],
    pub(super) attributes: &'a [Attribute],
}

/// The kinds of participants that the study has.
pub(super) fn groups(walk: &mut Walk, form: &Form) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for node in form.list(walk, "groups") {
        let Some(group) = plain_text(walk, node) else { continue };
        if groups.contains(&group) {
            walk.problems.add(node.at, say!("study-attribute-twice", value = &group), say!("study-attribute-once"));
        } else {
            groups.push(group);
        }
    }
    groups
}

/// The group called `name`; where the study has none of that name it is told, and the nearest is meant.
pub(super) fn group(walk: &mut Walk, at: At, name: &str, groups: &[String]) -> Option<String> {
    if groups.iter().any(|group| group == name) {
        return Some(name.to_owned());
    }
    let meant = nearest(name, groups.iter().map(String::as_str));
    let hint = match meant {
        Some(meant) => say!("did-you-mean", meant = meant),
        None if groups.is_empty() => say!("study-group-none"),
        None => say!("study-group-known", names = quoted(groups.iter().map(String::as_str))),
    };
    walk.problems.add(at, say!("study-group-unknown", name = name), hint);
    meant.map(str::to_owned)
}

/// Of which groups an attribute is asked: one of them, or some.
pub(super) fn of_groups(walk: &mut Walk, node: &Node, groups: &[String]) -> Vec<String> {
    let nodes: Vec<&Node> = if let Value::List(items) = &node.value { items.iter().collect() } else { vec![node] };
    let names = nodes.into_iter().filter_map(|node| Some((node.at, plain_text(walk, node)?))).collect::<Vec<_>>();
    names.into_iter().filter_map(|(at, name)| group(walk, at, &name, groups)).collect()
}

/// What stands under `sampling`: for each group its plan, or the plan itself where the study has no groups.
pub(super) fn plan(walk: &mut Walk, form: &Form, known: &Known) -> SamplingPlan {
    let Some(node) = form.value(walk, "sampling") else { return SamplingPlan::default() };
    let Some(pairs) = pairs(walk, node) else { return SamplingPlan::default() };
    if known.groups.is_empty() {
        return SamplingPlan { groups: vec![of_group(walk, None, pairs, known)] };
    }
    let mut groups: Vec<GroupPlan> = Vec::new();
    for (key, node) in pairs {
        let Some(name) = group(walk, key.at, &key.text, known.groups) else { continue };
        if let (Some(inner), false) = (self::pairs(walk, node), groups.iter().any(|plan| plan.group.as_ref() == Some(&name))) {
            groups.push(of_group(walk, Some(name), inner, known));
        }
    }
    SamplingPlan { groups }
}

fn of_group(walk: &mut Walk, group: Option<String>, pairs: &[(YamlKey, Node)], known: &Known) -> GroupPlan {
    let mut plan = GroupPlan { group, ..GroupPlan::default() };
    for (key, node) in pairs {
        if key.text == IN_ALL {
            plan.participants = count(walk, key, node);
        } else if let Some(margin) = margin(walk, plan.group.as_deref(), key, node, known) {
            plan.margins.push(margin);
        }
    }
    plan
}

fn margin(walk: &mut Walk, group: Option<&str>, key: &YamlKey, node: &Node, known: &Known) -> Option<Margin> {
    let names = || known.attributes.iter().map(|attribute| attribute.name.as_str());
    let attribute = known.attributes.iter().find(|attribute| attribute.name == key.text);
    if attribute.is_none() && !known.attributes.is_empty() {
        let hint = nearest(&key.text, names().chain([IN_ALL]))
            .map_or_else(|| say!("study-attribute-known", names = quoted(names())), |meant| say!("did-you-mean", meant = meant));
        walk.problems.add(key.at, say!("study-attribute-unknown", name = &key.text), hint);
        return None;
    }
    if let (Some(attribute), Some(group)) = (attribute, group)
        && !attribute.is_asked_of(Some(group))
    {
        walk.problems.add(key.at, say!("sampling-not-asked", name = &key.text, group = group), say!("sampling-not-asked-hint"));
        return None;
    }
    let mut wanted: Vec<(At, Wanted)> = Vec::new();
    for (key, node) in pairs(walk, node)? {
        let Some(category) = category(walk, key, attribute) else { continue };
        let Some(at_least) = count(walk, key, node) else { continue };
        let meets = |other: &Wanted| match (&other.category, &category) {
            (Category::Range(one), Category::Range(other)) => one.meets(*other),
            (Category::Is(value), range @ Category::Range(_)) | (range @ Category::Range(_), Category::Is(value)) => range.has(value),
            (Category::Is(one), Category::Is(other)) => one == other,
        };
        if let Some((first, _)) = wanted.iter().find(|(_, other)| meets(other)) {
            let first = *first;
            walk.problems.add_with(key.at, say!("sampling-meets", value = &key.text), say!("sampling-meets-hint"), Some(first));
            continue;
        }
        wanted.push((key.at, Wanted { category, at_least }));
    }
    Some(Margin { attribute: key.text.clone(), wanted: wanted.into_iter().map(|(_, wanted)| wanted).collect() })
}

/// The values that a key of a margin means.
fn category(walk: &mut Walk, key: &YamlKey, attribute: Option<&Attribute>) -> Option<Category> {
    let text = key.text.trim();
    let (are_numbers, has) = match attribute.map(|attribute| &attribute.values) {
        Some(values) => (values.are_numbers(), values.has(text)),
        None => (true, true),
    };
    if let Some(range) = Range::read(text).filter(|_| are_numbers) {
        return Some(Category::Range(range));
    }
    if has {
        return Some(Category::Is(text.to_owned()));
    }
    let hint = match attribute.map(|attribute| &attribute.values) {
        Some(Values::OneOf(all)) => nearest(text, all.iter().map(String::as_str)).map_or_else(
            || say!("form-one-of", words = quoted(all.iter().map(String::as_str))),
            |meant| say!("did-you-mean", meant = meant),
        ),
        _ => say!("sampling-range"),
    };
    let name = attribute.map_or("", |attribute| attribute.name.as_str());
    walk.problems.add(key.at, say!("form-cannot-be", key = name, value = text), hint);
    None
}

/// How many people stand under `key`.
pub(super) fn count(walk: &mut Walk, key: &YamlKey, node: &Node) -> Option<u32> {
    // Larger than any interview study: whoever writes more has written something else.
    const MOST: u32 = 100_000;
    if matches!(node.value, Value::Empty) {
        walk.problems.add(key.at, say!("form-no-value", key = &key.text), say!("form-number", least = "0", most = MOST.to_string()));
        return None;
    }
    let text = plain_text(walk, node)?;
    let count = text.parse().ok().filter(|count| *count <= MOST);
    if count.is_none() {
        let hint = say!("form-number", least = "0", most = MOST.to_string());
        walk.problems.add(node.at, say!("form-cannot-be", key = &key.text, value = &text), hint);
    }
    count
}

fn pairs<'n>(walk: &mut Walk, node: &'n Node) -> Option<&'n [(YamlKey, Node)]> {
    match &node.value {
        Value::Map(pairs) => return Some(pairs),
        Value::Told | Value::Empty => {}
        _ => walk.problems.add(node.at, say!("sampling-shape"), say!("sampling-write")),
    }
    None
}

/// Names in a hint.
fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::store::problem::Problem;
    use crate::store::study_file::read_study;

    fn told(problems: &[Problem]) -> String {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
    }

    const STUDY: &str = "title: T\ngroups: [patients, therapists]\nattributes:\n  gender: [woman, man]\n  age: years\n\
                         \x20 therapy: { values: [finished, stopped], of: patients }\n  score: { values: number, unit: points }\n";

    #[test]
    fn a_plan_of_margins_is_read_group_by_group() {
        let plan = "sampling:\n  patients:\n    participants: 20\n    age: { under 40: 4, 40 to 60: 6, over 60: 4 }\n\
                    \x20   gender: { woman: 6, man: 6 }\n    therapy: { stopped: 3 }\n  therapists:\n    score: { 10+: 1, 3: 2 }\n";
        let read = read_study("study.yaml", (STUDY.to_owned() + plan).as_bytes());
        assert_eq!(told(&read.problems), "");
        insta::assert_debug_snapshot!((&read.settings.attributes[2..], &read.settings.sampling));
        let alone = read_study("study.yaml", b"title: T\nattributes: { age: years }\nsampling: { participants: 9, age: { <40: 4 } }\n");
        assert_eq!((told(&alone.problems).as_str(), alone.settings.sampling.groups[0].participants), ("", Some(9)));
    }

    #[test]
    fn slips_of_a_plan_are_told_with_their_place() {
        let plan = "sampling:\n  patient:\n    participants: many\n    age: { under 45: 4, 40 to 60: 6, young: 2 }\n    gendr: { woman: 6 }\n\
                    \x20   gender: { womn: 6, man: }\n    score: [1, 2]\n  therapists:\n    therapy: { stopped: 1 }\n  nurses: { age: { 60+: 1 } }\n";
        let read = read_study("study.yaml", (STUDY.to_owned() + plan).as_bytes());
        assert_eq!(read.settings.sampling.groups.len(), 2);
        insta::assert_snapshot!(told(&read.problems));
    }
}
