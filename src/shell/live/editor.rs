//! The statements in the editor that whoever sits here has.
//!
//! The editor is what `VISUAL`, else `EDITOR` says, with its arguments, and `vi` where neither says anything; no shell is asked. Where the
//! text lies meanwhile, and what becomes of it, is [`crate::store::for_editor`]'s to say. What was left the last time, because it could not
//! be read or something fell over, is what the editor gets; not where a statement in it is not to be used any more: that is destroyed.

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitStatus;
use std::sync::mpsc;
use std::time::Duration;

use crate::domain::session::Session;
use crate::shell::identity::cache_folder;
use crate::store::for_editor::ForEditor;
use crate::tui::msg::Edited;
use crate::tui::screen::statements::by_editor;
use crate::words::say;

/// The folder of all such texts among the caches.
const PLACE: &str = "written";

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

impl Editor {
    /// The program and its arguments.
    fn words(&self) -> Vec<String> {
        let said = |name: &str| std::env::var(name).ok().filter(|words| !words.trim().is_empty());
        let line = self.told.clone().or_else(|| said("VISUAL")).or_else(|| said("EDITOR")).unwrap_or_else(|| "vi".to_owned());
        line.split_whitespace().map(str::to_owned).collect()
    }

    /// Where the text of the session in `folder` lies.
    fn text_of(&self, folder: &Path) -> Option<ForEditor> {
        let place = self.place.clone().or_else(|| Some(cache_folder()?.join(PLACE)))?;
        Some(ForEditor::of(folder, &place))
    }

    /// Has `text`, the statements of `session` in `folder`, edited. While that goes on, `meanwhile` is called again and again.
    pub(crate) fn edit(&self, text: &str, session: &Session, folder: &Path, meanwhile: impl FnMut()) -> Edited {
        let Some(lies) = self.text_of(folder) else { return Edited::Failed(say!("editor-no-place")) };
        let failed =
            |why: io::Error| Edited::Failed(say!("editor-no-file", file = lies.file().display().to_string(), why = why.to_string()));
        let left = lies.left().filter(|left| left != text && by_editor::is_of(left, session));
        if left.is_none()
            && let Err(why) = lies.lay_out(text)
        {
            return failed(why);
        }
        let words = self.words();
        let name = words.join(" ");
        match run(&words, &lies.file(), meanwhile) {
            Ok(status) if status.success() => {}
            Ok(status) => {
                // What it saved before it fell over is there the next time.
                return Edited::Failed(self.failed(&name, &status.to_string(), text, &lies));
            }
            Err(why) => return Edited::Failed(self.failed(&name, &why.to_string(), text, &lies)),
        }
        match lies.read() {
            Ok(text) => Edited::Text { text, file: lies.file().display().to_string() },
            Err(why) => failed(why),
        }
    }

    /// What there is to say of an editor that failed. Where it had changed nothing there is nothing to keep.
    #[expect(clippy::unused_self, reason = "it stands beside what it speaks of")]
    fn failed(&self, name: &str, why: &str, text: &str, lies: &ForEditor) -> String {
        match lies.read() {
            Ok(now) if now == text => {
                lies.take_away().ok();
                say!("editor-failed", editor = name, why = why)
            }
            _ => say!("editor-failed-left", editor = name, why = why, file = lies.file().display().to_string()),
        }
    }

    /// What came back was taken in.
    pub(crate) fn taken(&self, folder: &Path) -> Option<String> {
        let lies = self.text_of(folder)?;
        let why = lies.take_away().err()?;
        Some(say!("editor-left", file = lies.file().display().to_string(), why = why.to_string()))
    }
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
