//! `hearback keys`: the keymap as a table, a person's own keys among them, and whether those are as they should be.

use std::path::PathBuf;

use serde::Serialize;

use crate::shell::command::answer::noted;
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
use crate::words::message::message;
use crate::words::say;

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
        remark(noted(trouble.sentence()));
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
                put(format!("\n**{}**\n\n| {} | {} |\n|---|---|", context.title(), say!("keys-column"), say!("keys-does-column")));
                let written = |line: &Bound| line.chords().iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(" ");
                let yours = |line: &Bound| match line.whose {
                    Whose::TheirOwn => format!(" {}", say!("keys-yours")),
                    Whose::Everybodys => String::new(),
                };
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
        put(format!("\n* {}", say!("keys-own-from", file = place.display().to_string())));
    }
}

/// Whether the keys in `file`, or those of the configuration folder, can be used.
pub(super) fn check(file: Option<PathBuf>) -> Result<(), Failure> {
    let is_named = file.is_some();
    let Some(path) = file.or_else(own_keys::place) else {
        return Err(Failure::mendable(say!("keys-no-folder")));
    };
    let Some(keys) = own_keys::read(&path)? else {
        if is_named {
            return Err(StoreError::Missing { path, doing: message!("could-not-check-keys") }.into());
        }
        put(say!("keys-none", file = path.display().to_string()));
        return Ok(());
    };
    let own = keys.lines().iter().filter(|line| line.whose == Whose::TheirOwn).count();
    put(say!("keys-fine", file = path.display().to_string(), count = own));
    Ok(())
}
