//! `hearback keys`: the keymap as a table.

use serde::Serialize;

use crate::shell::command::answer::say;
use crate::shell::command::answer::say_json;
use crate::shell::failure::Failure;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::KEYMAP;

#[derive(Serialize)]
struct Row {
    screen: &'static str,
    keys: Vec<String>,
    does: &'static str,
}

pub(super) fn keys(json: bool, markdown: bool) -> Result<(), Failure> {
    if json {
        let row = |b: &Bind| Row { screen: b.within.title(), keys: b.chords().map(|c| c.to_string()).collect(), does: b.help };
        return say_json(&KEYMAP.iter().map(row).collect::<Vec<_>>());
    }
    for context in Context::ALL {
        let lines = KEYMAP.iter().filter(|b| b.within == context);
        if markdown {
            say(format!("\n**{}**\n\n| keys | what they do |\n|---|---|", context.title()));
            lines.for_each(|b| say(format!("| {} | {} |", b.chords().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(" "), b.help)));
        } else {
            say(format!("\n{}", context.title()));
            lines.for_each(|b| say(format!("  {:<18} {}", b.keys(), b.help)));
        }
    }
    Ok(())
}
