//! The languages are complete, and nothing is said past them.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::Entry;
use fluent_syntax::ast::Expression;
use fluent_syntax::ast::InlineExpression;
use fluent_syntax::ast::Pattern;
use fluent_syntax::ast::PatternElement;
use fluent_syntax::ast::VariantKey;
use fluent_syntax::parser;
use hearback::manual::CHAPTERS;
use hearback::manual::Chapter;
use hearback::manual::message_of;
use hearback::words::BUILT_IN;
use hearback::words::Words;
use hearback::words::speaking;

use crate::architecture::report;
use crate::architecture::sources;

/// The messages of a language by name, each with the values it uses.
fn messages(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(file).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut values = BTreeSet::new();
            message.value.as_ref().into_iter().for_each(|pattern| collect(pattern, &mut values));
            assert!(found.insert(message.id.name.to_owned(), values).is_none(), "{} is there twice", message.id.name);
        }
    }
    found
}

fn collect(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, values);
        }
    }
}

fn in_expression(expression: &Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, values),
        Expression::Select { selector, variants } => {
            in_inline(selector, values);
            for variant in variants {
                collect(&variant.value, values);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(values.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => in_expression(expression, values),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("{other:?}: a message holds texts, values and choices"),
    }
}

/// What the program says: each name with its values and where that is.
fn said() -> Vec<(String, BTreeSet<String>, String)> {
    let mut all = Vec::new();
    for (path, text) in sources("src") {
        if ["keymap/table.rs", "keymap/letters.rs", "keymap/register.rs", "keymap/wall.rs", "keymap/figures.rs"]
            .iter()
            .any(|file| path.ends_with(file))
        {
            let names = text.split('"').filter(|text| text.starts_with("key-"));
            all.extend(names.map(|name| (name.to_owned(), BTreeSet::new(), path.clone())));
        }
        if path.ends_with("manual/mod.rs") {
            let names = CHAPTERS.iter().flat_map(headings).map(message_of);
            all.extend(names.map(|name| (name, BTreeSet::new(), path.clone())));
        }
        for (at, opening) in ["message!(", "say!("].into_iter().flat_map(|opening| text.match_indices(opening)) {
            let call = text[at + opening.len()..].trim_start();
            let line = text[..at].lines().last().unwrap_or_default();
            if call.starts_with('"') && !line.trim_start().starts_with("//") {
                let (name, values) = read_call(call);
                all.push((name, values, format!("{path}:{}", 1 + text[..at].matches('\n').count())));
            }
        }
    }
    all
}

/// The headings of a chapter, without their signs.
fn headings(chapter: &Chapter) -> Vec<&'static str> {
    let mut is_code = false;
    let text = chapter.text.lines().filter(|line| {
        is_code ^= line.starts_with("```");
        !is_code && line.starts_with('#')
    });
    text.map(|line| line.trim_start_matches('#').trim()).collect()
}

#[test]
fn each_heading_of_the_manual_is_a_message_in_its_own_words() {
    let dutch = |chapter: &Chapter| speaking(Words::dutch(), || chapter.said().into_owned());
    for chapter in &CHAPTERS {
        let said = dutch(chapter);
        for heading in headings(chapter) {
            assert_eq!(Words::english().named(&message_of(heading)).as_deref(), Some(heading));
            let translated = Words::dutch().named(&message_of(heading)).unwrap();
            assert!(said.lines().any(|line| line.ends_with(&format!("# {translated}"))), "{heading}: {translated}");
        }
        assert_eq!(said.lines().count(), chapter.text.lines().count(), "only headings are others");
        assert_eq!(chapter.said(), chapter.text);
    }
}

/// The name, and the names of the values, of a call whose text begins at its first argument.
fn read_call(call: &str) -> (String, BTreeSet<String>) {
    let (name, rest) = call[1..].split_once('"').unwrap();
    let (mut depth, mut quoted, mut escaped, mut piece, mut values) = (0, false, false, String::new(), BTreeSet::new());
    for c in rest.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => piece.clear(),
            '=' if depth == 0 && !piece.trim().is_empty() => {
                values.insert(piece.trim().to_owned());
                piece = "=".into();
            }
            c => piece.push(c),
        }
        if piece.starts_with('=') {
            piece = "=".into();
        }
    }
    values.retain(|value| !value.starts_with('='));
    (name.to_owned(), values)
}

#[test]
fn the_reader_of_calls_sees_what_it_must() {
    let names = |call: &str| read_call(call).1.into_iter().collect::<Vec<_>>();
    assert_eq!(names(r#""a")"#), Vec::<String>::new());
    assert_eq!(names(r#""a", b = 1, c = f(x, "),"), d = if x == y { 1 } else { 2 })"#), ["b", "c", "d"]);
}

/// The messages of a language that have words of their own for nothing, each with the count of which it may be nothing.
fn for_nothing(file: &str) -> BTreeSet<(String, String)> {
    let resource = parser::parse(file).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeSet::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        for element in message.value.iter().flat_map(|pattern| &pattern.elements) {
            let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else { continue };
            let InlineExpression::VariableReference { id } = selector else { continue };
            if variants.iter().any(|variant| matches!(variant.key, VariantKey::NumberLiteral { value: "0" })) {
                found.insert((message.id.name.to_owned(), id.name.to_owned()));
            }
        }
    }
    found
}

#[test]
fn a_count_that_may_be_nothing_has_words_for_it_in_both_languages() {
    let [english, dutch] = BUILT_IN.map(|(_, file)| for_nothing(file));
    assert_eq!(english.symmetric_difference(&dutch).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    for (name, count) in [
        ("left-out", "notes"),
        ("n-notes", "count"),
        ("n-sessions", "count"),
        ("n-guides", "count"),
        ("n-topics", "count"),
        ("n-questions", "count"),
        ("notes-covered", "count"),
        ("end-sums", "pauses"),
        ("end-sums", "notes"),
        ("end-sums", "moments"),
        ("seat-withdrawn", "count"),
        ("plan-short", "left"),
        ("keys-fine", "count"),
        ("setup-room-minutes", "count"),
        ("disk-room-for", "count"),
        ("incident-space", "minutes"),
    ] {
        assert!(english.contains(&(name.to_owned(), count.to_owned())), "{name} says \"0\"");
    }
}

#[test]
fn both_languages_hold_every_message_with_the_same_values() {
    let [english, dutch] = BUILT_IN.map(|(_, file)| messages(file));
    let names = |language: &BTreeMap<String, BTreeSet<String>>| language.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&english), names(&dutch));
    for (name, values) in &english {
        assert_eq!(values, &dutch[name], "{name}");
    }
}

#[test]
fn every_message_is_there_and_each_is_said() {
    let (there, said) = (messages(BUILT_IN[0].1), said());
    let mut found = Vec::new();
    for (name, values, place) in &said {
        match there.get(name) {
            None => found.push(format!("{place}: there is no message {name}")),
            Some(wanted) if wanted != values => found.push(format!("{place}: {name} has the values {wanted:?} and is given {values:?}")),
            Some(_) => {}
        }
    }
    let names: BTreeSet<&String> = said.iter().map(|(name, ..)| name).collect();
    found.extend(there.keys().filter(|name| !names.contains(name)).map(|name| format!("nobody says {name}")));
    report(&found);
}

/// The texts in the code of a file, tests and reasons for the compiler left aside; `#[error("…")]` is one.
fn texts(source: &str) -> Vec<String> {
    let source = source.split("\nmod tests {").next().unwrap_or_default();
    let source = source.split("\npub(crate) mod tests {").next().unwrap_or_default();
    let (mut texts, mut text, mut quoted) = (Vec::new(), String::new(), false);
    let mut hides = false;
    for line in source.lines() {
        if !quoted && line.trim_start().starts_with("//") {
            continue;
        }
        let mut chars = line.chars().peekable();
        let mut before = ' ';
        while let Some(c) = chars.next() {
            match c {
                '\\' if quoted => drop(chars.next()),
                '"' if quoted => {
                    quoted = false;
                    if !hides {
                        texts.push(std::mem::take(&mut text));
                    }
                    text.clear();
                }
                // A quote as a character literal opens no text.
                '"' if before != '\'' || chars.peek() != Some(&'\'') => {
                    quoted = true;
                    hides = line.trim_start().starts_with("reason = ") || line.contains(", reason = \"");
                }
                '/' if !quoted && chars.peek() == Some(&'/') => break,
                c if quoted => text.push(c),
                _ => {}
            }
            before = c;
        }
    }
    texts
}

/// Whether two words follow one another in `text`, whatever values stand between.
fn is_a_sentence(text: &str) -> bool {
    let mut depth = 0;
    let bare: String = text
        .chars()
        .filter(|c| {
            depth += i32::from(*c == '{');
            let stays = depth == 0;
            depth -= i32::from(*c == '}');
            stays
        })
        .collect();
    let words: Vec<bool> =
        bare.split(' ').map(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.contains(['_', '/', '='])).collect();
    words.windows(2).any(|pair| pair[0] && pair[1])
}

#[test]
fn a_sentence_is_two_words_in_a_text() {
    let found = |source: &str| texts(source).iter().filter(|text| is_a_sentence(text)).count();
    for (source, sentences) in [
        (r#"f("no sound"); g('"', "a b"); // "not this"#, 1),
        (r#"f("{a} is gone"); f("{no such} x"); f("study.yaml")"#, 1),
        ("#[expect(clippy::x, reason = \"it is so\")]\nf(\"one\\\n two\")", 1),
        ("    reason = \"it is so\"\nf(\"it is not\\\n so\")", 1),
        ("f(1)\n#[cfg(test)]\nmod tests {\n f(\"it is so\") }", 0),
    ] {
        assert_eq!(found(source), sentences, "{source}");
    }
}

/// How many sentences stand in which file outside `src/words`, and why they are none that a person is told.
const LEFT: &str = "tests/it/words/left.txt";

#[test]
fn no_sentence_is_added_outside_the_languages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(LEFT);
    let listed = fs::read_to_string(&path).unwrap();
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for line in listed.lines() {
        let (what, why) = line.split_once(": ").unwrap_or_else(|| panic!("{line}: say why"));
        let (count, file) = what.split_once(' ').unwrap();
        assert!(why.split(' ').count() > 2, "{line}: say why");
        left.insert(file, count.parse().unwrap());
    }
    let mut found: Vec<String> = Vec::new();
    for (file, text) in sources("src") {
        if file.starts_with("src/words/") || file.ends_with("/tests.rs") || file.contains("/tests/") || file.ends_with("/doubles.rs") {
            continue;
        }
        let count = texts(&text).iter().filter(|text| is_a_sentence(text)).count();
        let may = left.remove(file.as_str()).unwrap_or_default();
        if count > may {
            found.push(format!("{file}: {count} sentences, where {may} were: say them from src/words"));
        } else if count < may {
            found.push(format!("{file}: {count} sentences only: write that into {LEFT}"));
        }
    }
    found.extend(left.keys().map(|file| format!("{file} is gone")));
    report(&found);
}
