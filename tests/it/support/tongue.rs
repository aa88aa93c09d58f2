//! The same day in each language that is built in: what is pressed means the same, and what is said is said in the language that is spoken.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use fluent_syntax::ast::Entry;
use fluent_syntax::ast::Expression;
use fluent_syntax::ast::Pattern;
use fluent_syntax::ast::PatternElement;
use fluent_syntax::parser;
use hearback::words;
use hearback::words::BUILT_IN;
use hearback::words::Words;

/// Runs `what` once in each language.
pub(crate) fn in_each_language(what: impl Fn()) {
    Words::built_in().for_each(|language| words::speaking(language, &what));
}

/// Runs `what` where Dutch is spoken.
pub(crate) fn in_dutch(what: impl FnOnce()) {
    words::speaking(Words::dutch(), what);
}

/// Whether English is spoken here.
pub(crate) fn is_english() -> bool {
    words::spoken() == Words::english()
}

/// The one where English is spoken, else the other.
pub(crate) fn in_either<T>(english: T, dutch: T) -> T {
    if is_english() { english } else { dutch }
}

/// Where Dutch is spoken, the first guide of the study in `dir` is the Dutch one, under the name of the English one: a Dutch study.
pub(crate) fn make_native(dir: &Path) {
    if !is_english() {
        let [english, dutch] = ["patient-first", "patient-first-nl"].map(|name| dir.join("guides").join(name).with_extension("yaml"));
        let text = fs::read_to_string(&dutch).unwrap().replace("id: patient-first-nl", "id: patient-first");
        fs::write(english, text).unwrap();
        fs::remove_file(dutch).unwrap();
    }
}

/// Whether `seen` says what is `english` in English: where another language is spoken, the longest piece of a message in that language
/// that has this in English. What is no message (what somebody wrote, a code) is the same in every language.
pub(crate) fn says(seen: &str, english: &str) -> bool {
    let seen = flat(seen);
    seen.contains(&flat(english)) || !is_english() && dutch_of(english).iter().any(|dutch| seen.contains(dutch))
}

/// Whether a notice says this in English, word for word, and nothing else; the same in another language as far as [`says`] knows it.
pub(crate) fn is_said(notice: Option<&str>, english: &str) -> bool {
    if is_english() { notice == Some(english) } else { notice.is_some_and(|seen| says(seen, english)) }
}

/// What of `seen` is a sentence of the English file, where English is not spoken: pieces of two words or more that Dutch does not use, too.
pub(crate) fn left_in_english(seen: &str) -> Vec<&'static str> {
    let seen = flat(seen);
    let is_of_words = |piece: &str| piece.len() > 7 && piece.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).count() > 1;
    let dutch = |piece: &str| PIECES.iter().any(|[_, dutch]| dutch.iter().any(|other| other.contains(piece)));
    let english = PIECES.iter().flat_map(|[english, _]| english).map(String::as_str);
    english.filter(|piece| is_of_words(piece) && seen.contains(piece) && !dutch(piece)).collect()
}

/// In one line, without frames.
fn flat(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || "│┌┐└┘─".contains(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The pieces of each message, in both languages.
static PIECES: LazyLock<Vec<[Vec<String>; 2]>> = LazyLock::new(|| {
    let [english, dutch] = BUILT_IN.map(|(_, file)| pieces_of(file));
    english.into_iter().map(|(name, pieces)| [pieces, dutch.iter().find(|(other, _)| *other == name).unwrap().1.clone()]).collect()
});

fn pieces_of(file: &str) -> Vec<(String, Vec<String>)> {
    let resource = parser::parse(file).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let messages = resource.body.into_iter().filter_map(|entry| if let Entry::Message(message) = entry { Some(message) } else { None });
    messages
        .map(|message| {
            let mut pieces = Vec::new();
            message.value.iter().for_each(|pattern| collect(pattern, &mut pieces));
            (message.id.name.to_owned(), pieces)
        })
        .collect()
}

fn collect(pattern: &Pattern<&str>, pieces: &mut Vec<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => pieces.push(flat(value)),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    collect(&variant.value, pieces);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// The longest piece in Dutch of each message that has most of `english`.
fn dutch_of(english: &str) -> Vec<String> {
    let english = flat(english);
    let common = |piece: &String| match () {
        () if piece.contains(&english) => english.len(),
        () if piece.len() > 5 && english.contains(piece.as_str()) => piece.len(),
        () => 0,
    };
    let common = |pieces: &[String]| pieces.iter().map(common).max().unwrap_or(0);
    let most = PIECES.iter().map(|[pieces, _]| common(pieces)).max().unwrap_or(0);
    let found = PIECES.iter().filter(|[pieces, _]| most > 0 && common(pieces) == most);
    found.filter_map(|[_, dutch]| dutch.iter().max_by_key(|piece| piece.len()).cloned()).collect()
}
