//! How a study checks with its participants what it understood, as `study.yaml` says it under `member_check`.

use std::collections::BTreeMap;

use crate::domain::guide::check::FileStep;
use crate::domain::study::checking::CheckKind;
use crate::domain::study::checking::CheckTiming;
use crate::domain::study::checking::Jargon;
use crate::domain::study::checking::MemberCheckSettings;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::plain_text;
use crate::store::yaml::Value;
use crate::words::message::message;
use crate::words::say;

const MEMBER_CHECK: FormKind =
    FormKind { name: "member_check", keys: &["called", "timing", "about", "interviewers", "template", "jargon"] };
const JARGON: FormKind = FormKind { name: "jargon", keys: &["word", "plain"] };

/// What stands under `member_check` in `form`.
pub(crate) fn member_check(walk: &mut Walk, form: &Form) -> MemberCheckSettings {
    let usual = MemberCheckSettings::default();
    let Some(node) = form.value(walk, "member_check") else { return usual };
    let Some(form) = Form::open(walk, node, form.place_of("member_check"), &MEMBER_CHECK) else { return usual };
    let called = [("check", CheckKind::Check), ("reflection", CheckKind::Reflection)];
    let timing = [("summary", CheckTiming::Summary), ("findings", CheckTiming::Findings)];
    let words = |walk: &mut Walk, key| form.text(walk, key).filter(|words| !words.trim().is_empty());
    MemberCheckSettings {
        called: form.choice(walk, "called", &called).unwrap_or_default(),
        timing: form.choice(walk, "timing", &timing).unwrap_or_default(),
        about: words(walk, "about"),
        interviewers: interviewers(walk, &form),
        template: words(walk, "template"),
        jargon: jargon(walk, &form),
    }
}

/// The names by which participants know the interviewers, by code.
fn interviewers(walk: &mut Walk, form: &Form) -> BTreeMap<String, String> {
    let Some(node) = form.value(walk, "interviewers") else { return BTreeMap::new() };
    let Value::Map(entries) = &node.value else {
        form.tell(walk, "interviewers", say!("study-interviewers"), say!("study-interviewers-form"));
        return BTreeMap::new();
    };
    let named = entries.iter().filter_map(|(code, name)| Some((code.text.trim().to_owned(), plain_text(walk, name)?)));
    named.filter(|(_, name)| !name.trim().is_empty()).collect()
}

/// Words of the trade: each alone, or with what to write in its place.
fn jargon(walk: &mut Walk, form: &Form) -> Vec<Jargon> {
    let mut words: Vec<Jargon> = Vec::new();
    for (nth, node) in form.list(walk, "jargon").iter().enumerate() {
        let read = if let Value::Map(_) = &node.value {
            let place = [form.place_of("jargon").as_slice(), &[FileStep::Item(nth)]].concat();
            let Some(item) = Form::open(walk, node, place, &JARGON) else { continue };
            let word = item.needed(walk, "word", message!("study-jargon-word"));
            Jargon { word, plain: item.text(walk, "plain").filter(|plain| !plain.trim().is_empty()) }
        } else {
            let Some(word) = plain_text(walk, node) else { continue };
            Jargon { word, plain: None }
        };
        if !read.word.trim().is_empty() {
            words.push(read);
        }
    }
    words
}
