//! `hearback help`: the manual, topic by topic, and the help of each command.

use crate::manual::CHAPTERS;
use crate::manual::Chapter;
use crate::manual::chapter;
use crate::manual::layout::lines;
use crate::shell::cli;
use crate::shell::command::answer::is_seen;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::terminal;
use crate::tui::view::look::Look;
use crate::words::say;

/// Lines that are longer are hard to read.
const WIDEST: usize = 100;

/// What there is to read; a topic; or the command that `words` lead to.
pub(super) fn help(words: &[String], look: Look) -> Result<(), Failure> {
    let named = if let [name] = words { chapter(name) } else { None };
    match named {
        Some(topic) => print(&with_command(topic), look),
        None if words.is_empty() => print(&contents(), look),
        None => return command(words),
    }
    Ok(())
}

/// A topic; where a command is called the same, it is said how to ask for that.
fn with_command(topic: &Chapter) -> String {
    let text = topic.said();
    match cli::help_of(&[topic.name.to_owned()]) {
        Some(_) => format!("{text}\n{}\n", say!("help-command-too", command = format!("hearback {}", topic.name))),
        None => text.into_owned(),
    }
}

fn command(words: &[String]) -> Result<(), Failure> {
    let Some(help) = cli::help_of(words) else {
        let topics: Vec<&str> = CHAPTERS.iter().map(|topic| topic.name).collect();
        let (asked, topics) = (format!("{:?}", words.join(" ")), topics.join(", "));
        return Err(Failure::new(Kind::Usage, say!("help-nothing", asked = asked, topics = topics)));
    };
    put_as_it_stands(help.as_bytes());
    Ok(())
}

/// What can be read about, in the Markdown of the manual.
fn contents() -> String {
    let row = |name: &str, what: &str| format!("| `{name}` | {what} |\n");
    let topics: String = CHAPTERS.iter().map(|topic| row(topic.name, &topic.title_said())).collect();
    let commands: String = cli::commands().iter().map(|(name, what)| row(name, what)).collect();
    let (title, of_topics, of_commands) = (say!("help-title"), say!("help-topics"), say!("help-commands"));
    format!("# {title}\n\n{of_topics}\n\n| | |\n|---|---|\n{topics}\n{of_commands}\n\n| | |\n|---|---|\n{commands}")
}

fn print(text: &str, look: Look) {
    let seen = is_seen().then(terminal::size).flatten();
    let width = seen.map_or(80, |(columns, _)| usize::from(columns)).clamp(20, WIDEST);
    for line in lines(&look.plainly(text), width) {
        put(line.text);
    }
}
