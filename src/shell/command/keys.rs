//! `hearback keys`: the keymap as a table, a person's own keys among them, and whether those are as they should be.

use std::path::PathBuf;

use serde::Serialize;

use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::shell::own_keys;
use crate::store::error::StoreError;
use crate::tui::keymap::Bound;
use crate::tui::keymap::Context;
use crate::tui::keymap::Keys;
use crate::tui::keymap::Whose;

#[derive(Serialize)]
struct Binding {
    screen: String,
    context: &'static str,
    action: String,
    keys: Vec<String>,
    /// Whether these are the person's own.
    own: bool,
    does: String,
}

/// For whom the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    Markdown,
}

/// The keys in effect; what keeps a person's own from being so goes beside the answer.
fn in_effect() -> Keys {
    let (keys, trouble) = own_keys::of_this_person();
    if let Some(trouble) = trouble {
        remark(format!("note: {}", trouble.sentence()));
    }
    keys
}

pub(super) fn as_json() -> Result<(), Failure> {
    let row = |line: &Bound| {
        let (bind, keys) = (line.bind, line.chords().iter().map(ToString::to_string).collect());
        let own = line.whose == Whose::TheirOwn;
        Binding { screen: bind.within.title(), context: bind.within.name(), action: bind.does.name(), keys, own, does: bind.help() }
    };
    put_json(&in_effect().lines().iter().map(row).collect::<Vec<_>>())
}

pub(super) fn keys(form: Form) {
    let table = in_effect();
    for context in Context::ALL {
        let mut lines = table.lines_of(context).peekable();
        if lines.peek().is_none() {
            continue;
        }
        match form {
            Form::Markdown => {
                put(format!("\n**{}**\n\n| keys | what they do |\n|---|---|", context.title()));
                let written = |line: &Bound| line.chords().iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(" ");
                let yours = |line: &Bound| if line.whose == Whose::TheirOwn { " Your own keys." } else { "" };
                lines.for_each(|line| put(format!("| {} | {}{} |", written(line), line.bind.help(), yours(line))));
            }
            Form::Plain => {
                put(format!("\n{} [{}]", context.title(), context.name()));
                lines.for_each(|line| {
                    let mark = if line.whose == Whose::TheirOwn { '*' } else { ' ' };
                    put(format!("{mark} {:<18} {:<17} {}", line.keys(), line.bind.does.name(), line.bind.help()));
                });
            }
        }
    }
    let has_own = table.lines().iter().any(|line| line.whose == Whose::TheirOwn);
    if let (Form::Plain, true, Some(place)) = (form, has_own, own_keys::place()) {
        put(format!("\n* your own, from {}", place.display()));
    }
}

/// Whether the keys in `file`, or those of the configuration folder, can be used.
pub(super) fn check(file: Option<PathBuf>) -> Result<(), Failure> {
    let is_named = file.is_some();
    let Some(path) = file.or_else(own_keys::place) else {
        return Err(Failure::mendable("there is no configuration folder: set HEARBACK_CONFIG, or name the file"));
    };
    let Some(keys) = own_keys::read(&path)? else {
        if is_named {
            return Err(StoreError::Missing { path, doing: "check the keys" }.into());
        }
        put(format!("there is no {}: the built-in keys are in effect", path.display()));
        return Ok(());
    };
    let own = keys.lines().iter().filter(|line| line.whose == Whose::TheirOwn).count();
    let count = crate::domain::text::counted(own as u64, "action");
    put(format!("{}: fine. Own keys for {count}", path.display()));
    Ok(())
}
