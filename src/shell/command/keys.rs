//! `hearback keys`: the keymap as a table.

use serde::Serialize;

use crate::shell::command::answer::say;
use crate::shell::command::answer::say_json;
use crate::shell::failure::Failure;
use crate::tui::keymap::Context;
use crate::tui::keymap::Keys;
use crate::tui::keymap::Line;

#[derive(Serialize)]
struct Row {
    screen: &'static str,
    context: &'static str,
    action: String,
    keys: Vec<String>,
    does: &'static str,
}

pub(super) fn keys(json: bool, markdown: bool) -> Result<(), Failure> {
    let table = Keys::default();
    if json {
        let row = |line: &Line| {
            let (bind, keys) = (line.bind, line.chords().iter().map(ToString::to_string).collect());
            Row { screen: bind.within.title(), context: bind.within.name(), action: bind.does.name(), keys, does: bind.help }
        };
        return say_json(&table.lines().iter().map(row).collect::<Vec<_>>());
    }
    for context in Context::ALL {
        let mut lines = table.lines_of(context).peekable();
        if lines.peek().is_none() {
            continue;
        }
        if markdown {
            say(format!("\n**{}**\n\n| keys | what they do |\n|---|---|", context.title()));
            let written = |line: &Line| line.chords().iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(" ");
            lines.for_each(|line| say(format!("| {} | {} |", written(line), line.bind.help)));
        } else {
            say(format!("\n{}", context.title()));
            lines.for_each(|line| say(format!("  {:<18} {}", line.keys(), line.bind.help)));
        }
    }
    Ok(())
}
