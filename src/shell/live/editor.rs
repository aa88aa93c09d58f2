//! The statements in the editor that whoever sits here has.
//!
//! The editor is what `VISUAL`, else `EDITOR` says, with its arguments, and `vi` where neither says anything; no shell is asked. Where the
//! text lies meanwhile is [`crate::store::for_editor`]'s to say, and what of it may lie there no more [`crate::shell::archive::texts`]'. What
//! was left the last time, because it could not be read or something fell over, is what the editor gets, while the statements are those that it
//! was made of; if not, it is kept beside a fresh one, and it is said where.

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitStatus;
use std::sync::mpsc;
use std::time::Duration;

use crate::store::for_editor::ForEditor;
use crate::tui::msg::Edited;
use crate::words::say;

/// How often it is looked whether the editor still runs.
const EVERY: Duration = Duration::from_millis(50);

/// Which editor there is, and where its text lies.
#[derive(Clone, Debug, Default)]
pub(crate) struct Editor {
    /// What is run, where that is not for the environment to say.
    pub(crate) told: Option<String>,
    /// The place of all texts, where that is not among the caches.
    pub(crate) place: Option<PathBuf>,
}

/// What is edited: the statements as one text, the last line of the journal that they follow from, and the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ToEdit {
    pub(crate) text: String,
    pub(crate) line: u64,
    pub(crate) on: String,
}

impl Editor {
    /// The program and its arguments.
    fn words(&self) -> Vec<String> {
        let said = |name: &str| std::env::var(name).ok().filter(|words| !words.trim().is_empty());
        let line = self.told.clone().or_else(|| said("VISUAL")).or_else(|| said("EDITOR")).unwrap_or_else(|| "vi".to_owned());
        line.split_whitespace().map(str::to_owned).collect()
    }

    /// Has `wanted` edited, which `lies` where it says. While that goes on, `meanwhile` is called again and again.
    pub(crate) fn edit(&self, wanted: &ToEdit, lies: &ForEditor, meanwhile: impl FnMut()) -> Edited {
        let kept = match laid_out(wanted, lies) {
            Ok(kept) => kept.map(|file| file.display().to_string()),
            Err(why) => return unusable(lies, &why),
        };
        let words = self.words();
        let name = words.join(" ");
        match run(&words, &lies.file(), meanwhile) {
            Ok(status) if status.success() => {}
            // What it saved before it fell over is there the next time.
            Ok(status) => return failed(&name, &status.to_string(), &wanted.text, lies),
            Err(why) => return failed(&name, &why.to_string(), &wanted.text, lies),
        }
        match lies.left() {
            Ok(Some(text)) => Edited::Text { text, file: lies.file().display().to_string(), kept },
            Ok(None) => unusable(lies, &io::ErrorKind::NotFound.into()),
            Err(why) => unusable(lies, &why),
        }
    }
}

/// Lays the text out, unless one was left that is of these very statements; where one was left that is not, it is kept there.
fn laid_out(wanted: &ToEdit, lies: &ForEditor) -> io::Result<Option<PathBuf>> {
    let kept = match lies.left() {
        Ok(Some(left)) if lies.is_made_of(&wanted.text) && left != wanted.text => return Ok(None),
        // Nobody has written into it.
        Ok(Some(left)) if lies.is_made_of(&left) => None,
        Ok(None) => None,
        // What cannot be read may be somebody's work as well.
        Ok(Some(_)) => Some(lies.keep()?),
        Err(why) if why.kind() == io::ErrorKind::PermissionDenied => return Err(why),
        Err(_) => Some(lies.keep()?),
    };
    lies.lay_out(&wanted.text, wanted.line, &wanted.on)?;
    Ok(kept)
}

/// What there is to say of a text that cannot be used.
fn unusable(lies: &ForEditor, why: &io::Error) -> Edited {
    let file = lies.file().display().to_string();
    Edited::Failed(match why.kind() {
        io::ErrorKind::PermissionDenied => say!("editor-not-private", file = file),
        io::ErrorKind::FileTooLarge => say!("editor-too-long", file = file),
        _ => say!("editor-no-file", file = file, why = why.to_string()),
    })
}

/// What there is to say of an editor that failed. Where it had changed nothing there is nothing to keep.
fn failed(name: &str, why: &str, text: &str, lies: &ForEditor) -> Edited {
    let file = lies.file().display().to_string();
    Edited::Failed(match lies.left() {
        Ok(Some(now)) if now != text => say!("editor-failed-left", editor = name, why = why, file = file),
        Ok(_) => {
            lies.take_away().ok();
            say!("editor-failed", editor = name, why = why)
        }
        Err(_) => say!("editor-failed-unread", editor = name, why = why, file = file),
    })
}

/// What came back was taken in: what there is to say where the text could not be destroyed.
pub(crate) fn taken(lies: &ForEditor) -> Option<String> {
    let why = lies.take_away().err()?;
    Some(say!("editor-left", file = lies.file().display().to_string(), why = why.to_string()))
}

/// Runs the editor on `file` until it is left.
fn run(words: &[String], file: &Path, mut meanwhile: impl FnMut()) -> io::Result<ExitStatus> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut child = Command::new(program).args(arguments).arg(file).spawn()?;
    let (_nobody, never) = mpsc::channel::<()>();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        meanwhile();
        never.recv_timeout(EVERY).ok();
    }
}
