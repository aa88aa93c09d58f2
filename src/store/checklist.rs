//! Checklists for reports, as files: those that come with the program, and those that a study has in its folder `checklists/`. Every slip is
//! told with its place, and nothing of a checklist with slips is used: an item that goes missing unseen would be a gap in a report. It opens no
//! file; any thread.

use std::collections::BTreeMap;

use crate::domain::guide::check::FilePlace;
use crate::domain::guide::check::FileStep;
use crate::domain::nearest::nearest;
use crate::domain::study::reporting::checklist::Checklist;
use crate::domain::study::reporting::checklist::ChecklistItem;
use crate::domain::study::reporting::checklist::InLanguages;
use crate::domain::study::reporting::checklist::Source;
use crate::domain::study::reporting::key;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::plain_text;
use crate::store::problem::Problem;
use crate::store::study_file;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::words::message::message;
use crate::words::say;

/// The folder of a study's own, in its folder.
pub const FOLDER: &str = "checklists";

/// Those that come with the program, by name.
pub const BUILT_IN: [(&str, &str); 2] = [("coreq", include_str!("checklists/coreq.yaml")), ("srqr", include_str!("checklists/srqr.yaml"))];

const CHECKLIST: FormKind = FormKind { name: "checklist", keys: &["title", "citation", "items"] };
const ITEM: FormKind = FormKind { name: "checklist-item", keys: &["item", "part", "asks", "from", "yours", "next"] };

/// A checklist as read: it, or everything that is wrong with it.
pub(crate) type Read = Result<Checklist, Vec<Problem>>;

/// Reads the checklist called `name` from `bytes`; problems name the file as `file`.
pub(crate) fn read_checklist(name: &str, file: &str, bytes: &[u8]) -> Read {
    match study_file::read(file, bytes, |walk, tree| checklist(walk, tree, name)) {
        (Some(checklist), problems) if problems.is_empty() => Ok(checklist),
        (_, problems) => Err(problems),
    }
}

fn checklist(walk: &mut Walk, tree: &Node, name: &str) -> Option<Checklist> {
    let form = Form::open(walk, tree, FilePlace::new(), &CHECKLIST)?;
    let title = form.needed(walk, "title", message!("checklist-write-title"));
    let citation = form.text(walk, "citation").unwrap_or_default();
    let mut items: Vec<ChecklistItem> = Vec::new();
    for (nth, node) in form.list(walk, "items").iter().enumerate() {
        let place = vec![FileStep::Key("items"), FileStep::Item(nth)];
        let Some(mut read) = item(walk, node, place) else { continue };
        if let Some(last) = items.last().filter(|_| read.part == InLanguages::default()) {
            read.part = last.part.clone();
        }
        if !read.item.is_empty() && items.iter().any(|one| key(&one.item) == key(&read.item)) {
            walk.problems.add(node.at, say!("checklist-twice", item = &read.item), say!("checklist-once"));
            continue;
        }
        items.push(read);
    }
    if items.is_empty() && !walk.hushed(&form.place_of("items")) {
        form.miss(walk, "items", message!("checklist-write-items"));
    }
    Some(Checklist { name: name.to_owned(), title, citation, items })
}

fn item(walk: &mut Walk, node: &Node, place: FilePlace) -> Option<ChecklistItem> {
    let form = Form::open(walk, node, place, &ITEM)?;
    let number = form.needed(walk, "item", message!("checklist-write-item"));
    let asks = in_languages(walk, &form, "asks");
    if asks.is_none() && !walk.hushed(&form.place_of("asks")) {
        form.miss(walk, "asks", message!("checklist-write-asks"));
    }
    let is_yours_too = form.choice(walk, "yours", &[("yes", true), ("no", false), ("true", true), ("false", false)]);
    Some(ChecklistItem {
        item: number,
        part: in_languages(walk, &form, "part").unwrap_or_default(),
        asks: asks.unwrap_or_default(),
        from: sources(walk, &form),
        is_yours_too: is_yours_too.unwrap_or_default(),
        next: in_languages(walk, &form, "next"),
    })
}

/// The records that may answer an item, by their words.
fn sources(walk: &mut Walk, form: &Form) -> Vec<Source> {
    let mut sources = Vec::new();
    for node in form.list(walk, "from") {
        let Some(word) = plain_text(walk, node) else { continue };
        match Source::ALL.into_iter().find(|source| source.word() == word) {
            Some(source) if sources.contains(&source) => {}
            Some(source) => sources.push(source),
            None => {
                let hint = match nearest(&word, Source::ALL.into_iter().map(Source::word)) {
                    Some(meant) => say!("did-you-mean", meant = meant),
                    None => say!("checklist-sources"),
                };
                walk.problems.add(node.at, say!("checklist-no-source", word = &word), hint);
            }
        }
    }
    sources
}

/// A text, or a text for each of several languages by their tags; without the one for all others, the first stands for it.
fn in_languages(walk: &mut Walk, form: &Form, field: &'static str) -> Option<InLanguages> {
    let node = form.value(walk, field)?;
    let Value::Map(pairs) = &node.value else {
        return form.text(walk, field).map(|any| InLanguages { any, by_tag: BTreeMap::new() });
    };
    let mut said: Vec<(String, String)> = Vec::new();
    for (tag, text) in pairs {
        said.extend(plain_text(walk, text).filter(|text| !text.is_empty()).map(|text| (tag.text.trim().to_owned(), text)));
    }
    let any = said.iter().find(|(tag, _)| tag == "en").or(said.first()).map(|(_, text)| text.clone())?;
    Some(InLanguages { any, by_tag: said.into_iter().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(problems: &[Problem]) -> String {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
    }

    #[test]
    fn what_comes_with_the_program_is_whole_and_speaks_both_languages() {
        for ((name, text), count) in BUILT_IN.into_iter().zip([32, 21]) {
            let read = read_checklist(name, name, text.as_bytes()).unwrap_or_else(|problems| panic!("{}", told(&problems)));
            assert_eq!((read.name.as_str(), read.items.len()), (name, count));
            assert!(read.citation.contains("doi:10."), "{}", read.citation);
            for (item, number) in read.items.iter().zip(1..) {
                assert_eq!(item.item, number.to_string());
                for text in [&item.part, &item.asks] {
                    assert!(!text.said("en").is_empty() && text.said("en") != text.said("nl"), "{name} {number}: {text:?}");
                }
            }
        }
        // Each record that there is answers something somewhere.
        let all: String = BUILT_IN.iter().map(|(_, text)| *text).collect();
        for source in Source::ALL {
            assert!(all.contains(source.word()), "{}", source.word());
        }
    }

    #[test]
    fn a_study_has_its_own_in_one_language_or_more() {
        let text = "title: RTARG\nitems:\n  - item: A1\n    asks: Who asked\n    from: [interviewers, stance]\n    next: in the protocol\n\
                    \x20 - { item: A2, asks: { nl: Waarom, en: Why }, yours: no }\n";
        let read = read_checklist("rtarg", "checklists/rtarg.yaml", text.as_bytes()).unwrap();
        assert_eq!((read.title.as_str(), read.items.len()), ("RTARG", 2));
        assert_eq!(read.items[0].from, [Source::Interviewers, Source::Stance]);
        assert_eq!(read.items[0].next.as_ref().map(|next| next.said("nl")), Some("in the protocol"));
        assert_eq!(["en", "nl", "fr"].map(|tag| read.items[1].asks.said(tag)), ["Why", "Waarom", "Why"]);
    }

    #[test]
    fn slips_are_told_with_their_place_and_nothing_of_it_is_used() {
        let text = "titel: RTARG\nitems:\n  - item: A1\n    asks: Who asked\n    from: [interviewer, who knows]\n  - asks: Why\n  - item: a1\n    asks: x\n  - item: A2\n";
        let problems = read_checklist("rtarg", "checklists/rtarg.yaml", text.as_bytes()).unwrap_err();
        let told = told(&problems);
        let lines: Vec<(usize, usize)> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
        assert_eq!(lines, [(1, 1), (5, 12), (5, 25), (6, 5), (7, 5), (9, 5)], "{told}");
        for words in [
            "checklists/rtarg.yaml:5:12: `interviewer` is no record that can answer",
            "did you mean `interviewers`?",
            "`who knows` is no record that can answer",
            "“a1” is there twice",
        ] {
            assert!(told.contains(words), "{words}: {told}");
        }
        let empty = read_checklist("x", "checklists/x.yaml", b"title: X\n").unwrap_err();
        assert_eq!(empty.len(), 1, "{}", self::told(&empty));
    }
}
