//! What is done with statements beside writing them: their notes, their place, two of them made one, set aside, meant.

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::guide::Id;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::statement::Composing;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::tui::keymap::action::Statements as A;
use crate::tui::notice::Weight;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::say;

/// Asks for this, and says whether it was done.
fn asks(what: Composing, shared: &mut Shared) -> bool {
    shared.ask(Command::Compose(what))
}

/// The same, and what to say of it then, with the key that takes it back.
fn asks_and_says(what: Composing, shared: &mut Shared, words: impl FnOnce(&str) -> String) {
    if asks(what, shared) {
        let key = shared.key(A::Undo);
        shared.say(Weight::News, words(&key));
    }
}

/// The words of `note` go below the statement as their own, or no longer do.
pub(super) fn quote_one(id: StatementId, note: NoteId, shared: &mut Shared) {
    let Some(statement) = shared.session().and_then(|s| s.statement(id)) else { return };
    let mut quotes = statement.quotes.clone();
    if quotes.contains(&note) {
        quotes.retain(|one| *one != note);
    } else {
        quotes.push(note);
    }
    change_quotes(&statement.clone(), quotes, shared);
}

/// All quotes among its notes go below the statement, or all are taken out.
pub(super) fn quote_all(id: StatementId, shared: &mut Shared) {
    let Some(session) = shared.session() else { return };
    let Some(statement) = session.statement(id) else { return };
    let quotes = if statement.quotes.iter().any(|id| session.quote_note(*id).is_some()) {
        Vec::new()
    } else {
        statement.sources.iter().filter(|id| session.quote_note(**id).is_some()).copied().collect()
    };
    change_quotes(&statement.clone(), quotes, shared);
}

fn change_quotes(statement: &Statement, quotes: Vec<NoteId>, shared: &mut Shared) {
    if !shared.session().is_some_and(Session::may_quote) {
        return shared.say(Weight::Warning, Refusal::QuotesRefused.to_string());
    }
    let is_theirs = |id: &NoteId| shared.session().is_some_and(|session| session.quote_note(*id).is_some());
    let quotes: Vec<NoteId> = quotes.into_iter().filter(is_theirs).collect();
    if quotes == statement.quotes {
        return shared.say(Weight::News, say!("check-no-quote"));
    }
    let (text, printed) = (statement.text.clone(), quotes.len());
    let key = shared.key(A::Undo);
    if shared.ask(Command::ReviseStatement { statement: statement.id, text, quotes }) {
        shared.say(Weight::News, say!("check-quotes-now", count = printed, key = key));
    }
}

/// The statement rests on `note` from now on, or no longer does. Their own words go with the note: they are printed where they may be.
pub(super) fn take_or_leave(id: StatementId, note: NoteId, shared: &mut Shared) {
    let Some(session) = shared.session() else { return };
    let Some(statement) = session.statement(id) else { return };
    let (mut sources, mut quotes) = (statement.sources.clone(), statement.quotes.clone());
    let leaves = sources.contains(&note);
    if leaves {
        sources.retain(|one| *one != note);
        quotes.retain(|one| *one != note);
    } else {
        sources.push(note);
        sources.sort_by_key(|id| session.note(*id).map(|note| (note.position, note.id)));
        quotes.extend(Some(note).filter(|id| session.may_quote() && session.quote_note(*id).is_some()));
    }
    let bare = sources.is_empty() && !statement.meant;
    let mean = shared.key(A::Mean);
    asks_and_says(Composing::Rest { statement: id, sources, quotes }, shared, |key| match (leaves, bare) {
        (true, true) => say!("check-rests-on-nothing-now", mean = mean, key = key),
        (true, false) => say!("check-note-left", key = key),
        (false, _) => say!("check-note-taken", key = key),
    });
}

/// Those that stand under `topic`, in their order.
fn under(session: &Session, topic: &Id) -> Vec<StatementId> {
    session.statements().filter(|s| s.topic == *topic).map(|s| s.id).collect()
}

/// Moves the statement one place on, over the border of its topic into the next.
pub(super) fn move_on(id: StatementId, way: Step, shared: &mut Shared) {
    let Some(session) = shared.session() else { return };
    let Some(statement) = session.statement(id) else { return };
    let here = under(session, &statement.topic);
    let Some(at) = here.iter().position(|one| *one == id) else { return };
    let topics = &session.guide().topics;
    let number = topics.iter().position(|topic| topic.id == statement.topic).unwrap_or(0);
    let within = |before: Option<StatementId>| Some((statement.topic.clone(), before, None));
    let to = match way {
        Step::Previous => match at.checked_sub(1) {
            Some(above) => within(Some(here[above])),
            // Behind the last of the topic above, and so before none of them.
            None => number.checked_sub(1).and_then(|n| topics.get(n)).map(|topic| (topic.id.clone(), None, Some(topic.heading()))),
        },
        Step::Next => match here.get(at + 1) {
            Some(below) => within(session.statement_behind(*below)),
            None => topics.get(number + 1).map(|topic| {
                let first = under(session, &topic.id).first().copied();
                (topic.id.clone(), first, Some(topic.heading()))
            }),
        },
    };
    match to {
        Some((topic, before, heading)) => {
            let heading = heading.map(str::to_owned);
            if asks(Composing::Move { statement: id, topic, before }, shared)
                && let Some(heading) = heading
            {
                let key = shared.key(A::Undo);
                shared.say(Weight::News, say!("check-other-topic", topic = heading, key = key));
            }
        }
        None if way == Step::Previous => shared.say(Weight::News, say!("check-first-of-all")),
        None => shared.say(Weight::News, say!("check-last-of-all")),
    }
}

/// Makes one of the statement and of the one below it under the same topic.
pub(super) fn join(id: StatementId, shared: &mut Shared) {
    let Some(session) = shared.session() else { return };
    let Some(statement) = session.statement(id) else { return };
    let here = under(session, &statement.topic);
    let below = here.iter().skip_while(|one| **one != id).nth(1).copied();
    match below {
        Some(with) => {
            asks_and_says(Composing::Join { statement: id, with }, shared, |key| say!("check-joined", key = key));
        }
        None => shared.say(Weight::News, say!("check-none-below")),
    }
}

/// Sets the statement aside, or brings it back.
pub(super) fn set_aside(id: StatementId, shared: &mut Shared) {
    let Some(statement) = shared.session().and_then(|s| s.statement(id)) else { return };
    let stands = if statement.aside { Stands::TakenBack } else { Stands::Stands };
    let again = shared.key(A::SetAside);
    asks_and_says(Composing::SetAside { statement: id, stands }, shared, |key| match stands {
        Stands::Stands => say!("check-set-aside", again = again, key = key),
        Stands::TakenBack => say!("check-in-again", key = key),
    });
}

/// Says that the statement is meant although it rests on no note, or that it is not after all.
pub(super) fn mean(id: StatementId, shared: &mut Shared) {
    let Some(statement) = shared.session().and_then(|s| s.statement(id)) else { return };
    let stands = if statement.meant { Stands::TakenBack } else { Stands::Stands };
    asks_and_says(Composing::Mean { statement: id, stands }, shared, |key| match stands {
        Stands::Stands => say!("check-meant", key = key),
        Stands::TakenBack => say!("check-not-meant", key = key),
    });
}
