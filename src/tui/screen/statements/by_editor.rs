//! All statements as one text for an editor, and what came back from it.
//!
//! Each statement is a paragraph below a line with its number in the letter, `[3]`, as it stands on the screen; one that is in no letter has its
//! number in the session, `[not in the letter: statement 7]`. By that it is known again. Lines that begin with `==` say where one is and are
//! read by nobody. What came back is read whole before anything is changed: where a number is missing, is there twice or belongs to none,
//! nothing is. What has changed is kept like what is typed here, each by itself.

use std::collections::BTreeMap;

use crate::domain::command::Command;
use crate::domain::guide::Topic;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::tui::effect::Effect;
use crate::tui::keymap::action::Statements as A;
use crate::tui::msg::Edited;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::shared::Shared;
use crate::words::say;

/// What a line begins with that is for whoever reads.
const ASIDE: &str = "==";

/// What is put before a line of a statement that would be taken for something else.
const PLAIN: char = '\\';

/// The line above a statement.
fn marker(summary: &Summary<'_>, id: StatementId) -> String {
    match summary.number_of(id) {
        Some(number) => format!("[{number}]"),
        None => format!("[{}]", say!("check-editor-not-in-letter", statement = id.0)),
    }
}

/// The statements of `session` as one text.
pub(crate) fn written(session: &Session) -> String {
    let summary = Summary::of(session);
    let mut text = String::new();
    let mut line = |line: &str| text.extend([line, "\n"]);
    for row in say!("check-in-editor").lines() {
        line(&format!("{ASIDE} {row}"));
    }
    for (number, topic) in session.guide().topics.iter().enumerate() {
        let here: Vec<_> = session.statements().filter(|statement| statement.topic == topic.id).collect();
        if here.is_empty() {
            continue;
        }
        line("");
        line(&format!("{ASIDE} {} {}", number + 1, Topic::heading(topic)));
        for statement in here {
            line("");
            line(&marker(&summary, statement.id));
            line(&plain(&statement.text));
        }
    }
    text
}

/// `text` such that it is read as words and nothing else.
fn plain(text: &str) -> String {
    if text.starts_with([PLAIN, '[']) || text.starts_with(ASIDE) { format!("{PLAIN}{text}") } else { text.to_owned() }
}

/// Why a text was not read, with the line that says so, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// This line names no statement that there is.
    NoSuch(usize, String),
    /// This line names one that was named before.
    Twice(usize, String),
    /// This one is named nowhere.
    Missing(String),
    /// No words stand below this line.
    Empty(usize, String),
    /// These words stand below no number.
    Nowhere(usize),
}

impl Unread {
    fn words(&self) -> String {
        match self {
            Self::NoSuch(line, says) => say!("check-editor-no-such", line = *line, says = says.as_str()),
            Self::Twice(line, marker) => say!("check-editor-twice", line = *line, marker = marker.as_str()),
            Self::Missing(marker) => say!("check-editor-missing", marker = marker.as_str()),
            Self::Empty(line, marker) => say!("check-editor-empty", line = *line, marker = marker.as_str()),
            Self::Nowhere(line) => say!("check-editor-nowhere", line = *line),
        }
    }
}

/// The statements that `text` changes, each with its words now.
pub(crate) fn read(text: &str, session: &Session) -> Result<Vec<(StatementId, String)>, Unread> {
    let known: BTreeMap<StatementId, &str> = session.statements().map(|s| (s.id, s.text.as_str())).collect();
    let summary = Summary::of(session);
    let markers: BTreeMap<String, StatementId> = known.keys().map(|id| (marker(&summary, *id), *id)).collect();
    let mut found: Vec<(StatementId, usize, Vec<String>)> = Vec::new();
    for (at, row) in text.lines().enumerate().map(|(at, row)| (at + 1, row.trim())) {
        if row.is_empty() || row.starts_with(ASIDE) {
            continue;
        }
        if row.starts_with('[') {
            let id = *markers.get(row).ok_or_else(|| Unread::NoSuch(at, row.chars().take(40).collect()))?;
            if found.iter().any(|(one, ..)| *one == id) {
                return Err(Unread::Twice(at, row.to_owned()));
            }
            found.push((id, at, Vec::new()));
            continue;
        }
        let (_, _, words) = found.last_mut().ok_or(Unread::Nowhere(at))?;
        words.push(row.strip_prefix(PLAIN).unwrap_or(row).to_owned());
    }
    if let Some((id, at, _)) = found.iter().find(|(_, _, words)| words.is_empty()) {
        return Err(Unread::Empty(*at, marker(&summary, *id)));
    }
    if let Some(id) = known.keys().find(|id| !found.iter().any(|(one, ..)| one == *id)) {
        return Err(Unread::Missing(marker(&summary, *id)));
    }
    let said = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let now = found.into_iter().map(|(id, _, words)| (id, said(&words.join(" "))));
    // Where nothing but the breaking of lines is another, nothing has changed.
    Ok(now.filter(|(id, words)| known.get(id).is_some_and(|before| said(before) != *words)).collect())
}

/// The statements came back.
pub(crate) fn came(edited: Edited, shared: &mut Shared) {
    let (text, file, kept) = match edited {
        Edited::Text { text, file, kept } => (text, file, kept),
        Edited::Lies { on, file } => {
            let (dated, key) = (if on.is_empty() { "no" } else { "yes" }, shared.key(A::OpenEditor));
            let words = say!("check-editor-lies", dated = dated, day = on, file = file, key = key);
            return shared.tell(Subject::Letter, Weight::News, words);
        }
        Edited::Failed(why) => return shared.tell(Subject::Letter, Weight::Warning, why),
    };
    let Some(read) = shared.session().map(|session| read(&text, session)) else { return };
    let changed = match read {
        Ok(changed) => changed,
        Err(why) => {
            let key = shared.key(A::OpenEditor);
            let words = say!("check-editor-unread", why = why.words(), file = file, key = key);
            return shared.tell(Subject::Letter, Weight::Warning, with_kept(words, kept));
        }
    };
    let mut count = 0_usize;
    for (statement, text) in changed {
        let quotes = shared.session().and_then(|s| s.statement(statement)).map(|s| s.quotes.clone()).unwrap_or_default();
        // A note may have become private since; its words are no quote then, and the statement is kept.
        let quotes = quotes.into_iter().filter(|id| shared.session().is_some_and(|session| session.shared_note(*id).is_some())).collect();
        if shared.ask(Command::ReviseStatement { statement, text, quotes }) {
            count += 1;
        } else {
            // Why stands there already; what was written lies where it lay.
            return;
        }
    }
    shared.want(Effect::EditTaken);
    let key = shared.key(A::Undo);
    let read = say!("check-editor-read", count = count, key = key);
    shared.say(Weight::News, with_kept(read, kept));
}

/// `words`, and where an earlier text was kept, if one was.
fn with_kept(words: String, kept: Option<String>) -> String {
    match kept {
        Some(file) => format!("{words}. {}", say!("check-editor-kept", file = file)),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::session::tests::set_up;
    use crate::domain::stands::Stands;

    /// A session with these statements, the first of which is in no letter.
    fn session(texts: &[&str]) -> Session {
        let mut session = set_up();
        session.apply(&Event::Began { on: None });
        let topic = session.guide().topics[0].id.clone();
        for text in texts {
            let (statement, text) = (session.next_statement(), (*text).to_owned());
            session.apply(&Event::StatementWritten { statement, topic: topic.clone(), text, sources: vec![], quotes: vec![] });
            if statement.0 > 1 {
                session.apply(&Event::StatementMeant { statement, stands: Stands::Stands });
            }
        }
        session
    }

    const TEXTS: [&str; 5] = ["You rest.", "[1]", "[not in the letter: statement 1]", "== equal", "\\ back"];

    #[test]
    fn the_numbers_are_those_of_the_letter() {
        let text = written(&session(&["none", "one", "two"]));
        let rows: Vec<&str> = text.lines().filter(|row| !row.is_empty() && !row.starts_with(ASIDE)).collect();
        assert_eq!(rows, ["[not in the letter: statement 1]", "none", "[1]", "one", "[2]", "two"]);
    }

    #[test]
    fn what_comes_back_as_it_went_changes_nothing_whatever_the_statements_say() {
        let session = session(&TEXTS);
        assert_eq!(read(&written(&session), &session), Ok(Vec::new()));
    }

    #[test]
    fn words_may_be_broken_into_lines_and_each_change_is_found() {
        let session = session(&TEXTS);
        let text = written(&session).replace("You rest.", "You rest\n  before it\n\nhurts.");
        assert_eq!(read(&text, &session), Ok(vec![(StatementId(1), "You rest before it hurts.".to_owned())]));
        let windows = written(&session).replace('\n', "\r\n");
        assert_eq!(read(&windows, &session), Ok(Vec::new()));
    }

    #[test]
    fn a_number_that_was_changed_changes_nothing() {
        let session = session(&["none", "one", "two"]);
        let text = written(&session);
        let line = |of: &str| text.lines().position(|row| row == of).unwrap() + 1;
        let (second, none) = (line("[2]"), "[not in the letter: statement 1]");
        for (from, to, why) in [
            ("[2]", "[9]", Unread::NoSuch(second, "[9]".into())),
            ("[2]", "[2", Unread::NoSuch(second, "[2".into())),
            ("[2]", "[1]", Unread::Twice(second, "[1]".into())),
            (none, "[not in the letter: statement 2]", Unread::NoSuch(line(none), "[not in the letter: statement 2]".into())),
            ("[2]\ntwo\n", "", Unread::Missing("[2]".into())),
            ("\ntwo\n", "\n", Unread::Empty(second, "[2]".into())),
            ("[not in the letter: statement 1]\n", "", Unread::Nowhere(line("none") - 1)),
        ] {
            assert_eq!(read(&text.replacen(from, to, 1), &session), Err(why.clone()), "{}", why.words());
        }
        assert!(read("", &session).is_err());
    }
}
