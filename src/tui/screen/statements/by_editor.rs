//! All statements as one text for an editor, and what came back from it.
//!
//! Each statement is a paragraph below a line with its number, `[statement 3]`, by which it is known again. Lines that begin with `==` say
//! where one is and are read by nobody. What came back is read whole before anything is changed: where a number is missing, is there twice
//! or belongs to none, nothing is. What has changed is kept like what is typed here, each by itself.

use std::collections::BTreeMap;

use crate::domain::command::Command;
use crate::domain::guide::Topic;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::tui::effect::Effect;
use crate::tui::keymap::action::Statements as A;
use crate::tui::msg::Edited;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::shared::Shared;
use crate::words::say;

/// What a line begins with that is for whoever reads, and what a statement's line begins and ends with.
const ASIDE: &str = "==";
const BEGINS: &str = "[statement ";
const ENDS: &str = "]";

/// What is put before a line of a statement that would be taken for something else.
const PLAIN: char = '\\';

/// The statements of `session` as one text.
pub(crate) fn written(session: &Session) -> String {
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
            line(&format!("{BEGINS}{}{ENDS}", statement.id.0));
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
    Twice(usize, StatementId),
    /// This one is named nowhere.
    Missing(StatementId),
    /// No words stand below this line.
    Empty(usize, StatementId),
    /// These words stand below no number.
    Nowhere(usize),
}

impl Unread {
    fn words(&self) -> String {
        match self {
            Self::NoSuch(line, says) => say!("check-editor-no-such", line = *line, says = says.as_str()),
            Self::Twice(line, id) => say!("check-editor-twice", line = *line, number = id.0),
            Self::Missing(id) => say!("check-editor-missing", number = id.0),
            Self::Empty(line, id) => say!("check-editor-empty", line = *line, number = id.0),
            Self::Nowhere(line) => say!("check-editor-nowhere", line = *line),
        }
    }
}

/// The statements that `text` changes, each with its words now.
pub(crate) fn read(text: &str, session: &Session) -> Result<Vec<(StatementId, String)>, Unread> {
    let known: BTreeMap<StatementId, &str> = session.statements().map(|s| (s.id, s.text.as_str())).collect();
    let mut found: Vec<(StatementId, usize, Vec<String>)> = Vec::new();
    for (at, row) in text.lines().enumerate().map(|(at, row)| (at + 1, row.trim())) {
        if row.is_empty() || row.starts_with(ASIDE) {
            continue;
        }
        if row.starts_with('[') {
            let number = row.strip_prefix(BEGINS).and_then(|rest| rest.strip_suffix(ENDS)).and_then(|n| n.parse().ok()).map(StatementId);
            let id = number.filter(|id| known.contains_key(id)).ok_or_else(|| Unread::NoSuch(at, row.chars().take(40).collect()))?;
            if found.iter().any(|(one, ..)| *one == id) {
                return Err(Unread::Twice(at, id));
            }
            found.push((id, at, Vec::new()));
            continue;
        }
        let (_, _, words) = found.last_mut().ok_or(Unread::Nowhere(at))?;
        words.push(row.strip_prefix(PLAIN).unwrap_or(row).to_owned());
    }
    if let Some((id, at, _)) = found.iter().find(|(_, _, words)| words.is_empty()) {
        return Err(Unread::Empty(*at, *id));
    }
    if let Some(id) = known.keys().find(|id| !found.iter().any(|(one, ..)| one == *id)) {
        return Err(Unread::Missing(*id));
    }
    let said = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let now = found.into_iter().map(|(id, _, words)| (id, said(&words.join(" "))));
    // Where nothing but the breaking of lines is another, nothing has changed.
    Ok(now.filter(|(id, words)| known.get(id).is_some_and(|before| said(before) != *words)).collect())
}

/// Whether every statement that `text` names is one that stands: a text that was left may hold one that is not to be used any more.
pub(crate) fn is_of(text: &str, session: &Session) -> bool {
    let ids = text.lines().filter_map(|row| row.trim().strip_prefix(BEGINS)?.strip_suffix(ENDS)?.parse().ok().map(StatementId));
    let stands = |id: StatementId| session.statements().any(|statement| statement.id == id);
    ids.into_iter().all(|id| session.statement(id).is_none() || stands(id))
}

/// The statements came back.
pub(crate) fn came(edited: Edited, shared: &mut Shared) {
    let (text, file) = match edited {
        Edited::Text { text, file } => (text, file),
        Edited::Failed(why) => return shared.tell(Subject::Letter, Weight::Warning, why),
    };
    let Some(read) = shared.session().map(|session| read(&text, session)) else { return };
    let changed = match read {
        Ok(changed) => changed,
        Err(why) => {
            let key = shared.key(A::OpenEditor);
            let words = say!("check-editor-unread", why = why.words(), file = file, key = key);
            return shared.tell(Subject::Letter, Weight::Warning, words);
        }
    };
    let mut count = 0_usize;
    for (statement, text) in changed {
        let quotes = shared.session().and_then(|s| s.statement(statement)).map(|s| s.quotes.clone()).unwrap_or_default();
        // A note may have become private since; its words are no quote then, and the statement is kept.
        let readable = |session: &Session, id| session.note(id).is_some_and(|note| note.shareable().is_some());
        let quotes = quotes.into_iter().filter(|id| shared.session().is_some_and(|session| readable(session, *id))).collect();
        if shared.ask(Command::ReviseStatement { statement, text, quotes }) {
            count += 1;
        } else {
            // Why stands there already; what was written lies where it lay.
            return;
        }
    }
    shared.want(Effect::EditTaken);
    let key = shared.key(A::Undo);
    shared.say(Weight::News, say!("check-editor-read", count = count, key = key));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::session::tests::set_up;

    fn session(texts: &[&str]) -> Session {
        let mut session = set_up();
        session.apply(&Event::Began);
        let topic = session.guide().topics[0].id.clone();
        for text in texts {
            let (statement, text) = (session.next_statement(), (*text).to_owned());
            session.apply(&Event::StatementWritten { statement, topic: topic.clone(), text, sources: vec![], quotes: vec![] });
        }
        session
    }

    const TEXTS: [&str; 4] = ["You rest.", "[statement 1]", "== equal", "\\ back"];

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
        let session = session(&["one", "two"]);
        let text = written(&session);
        let line = |of: &str| text.lines().position(|row| row == of).unwrap() + 1;
        let second = line("[statement 2]");
        for (from, to, why) in [
            ("[statement 2]", "[statement 9]", Unread::NoSuch(second, "[statement 9]".into())),
            ("[statement 2]", "[statment 2]", Unread::NoSuch(second, "[statment 2]".into())),
            ("[statement 2]", "[statement 1]", Unread::Twice(second, StatementId(1))),
            ("[statement 2]\ntwo\n", "", Unread::Missing(StatementId(2))),
            ("\ntwo\n", "\n", Unread::Empty(second, StatementId(2))),
            ("[statement 1]\n", "", Unread::Nowhere(line("one") - 1)),
        ] {
            assert_eq!(read(&text.replacen(from, to, 1), &session), Err(why.clone()), "{}", why.words());
        }
        assert!(read("", &session).is_err());
    }
}
