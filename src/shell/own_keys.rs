//! The keys of whoever sits here: the built-in table, with `keys.toml` of the configuration folder laid over it.
//!
//! A file that cannot be used never keeps anybody from an interview: then the built-in keys are in effect, all of them, and it is said
//! which line is wrong. What the file looks like is `store`'s to know, what its words mean the keymap's; here the two meet.

use std::path::Path;
use std::path::PathBuf;

use crate::shell::failure::Failure;
use crate::shell::identity::config_folder;
use crate::store::error::StoreError;
use crate::store::keys_file;
use crate::store::keys_file::Remark;
use crate::store::keys_file::Wanted;
use crate::store::problem::At;
use crate::store::problem::Problem;
use crate::tui::keymap::Keys;
use crate::tui::keymap::own;
use crate::tui::keymap::own::KeyWish;
use crate::tui::keymap::own::WishPart;
use crate::tui::keymap::own::WishWord;
use crate::words::say;

/// Why somebody's own keys cannot be used.
#[derive(Debug)]
pub(crate) enum Unusable {
    /// The file cannot be read.
    Unread(StoreError),
    /// What stands in it is wrong.
    Wrong(Vec<Problem>),
}

impl Unusable {
    /// In a sentence, and what to do.
    pub(crate) fn sentence(&self) -> String {
        // What to do comes early: a narrow window does not show the end.
        match self {
            Self::Unread(why) => say!("own-keys-unread", why = why.to_string()),
            Self::Wrong(problems) => {
                let first = problems.first();
                let line = first.map_or(1, |problem| problem.line).to_string();
                say!("own-keys-wrong", line = line, why = first.map(|problem| problem.what.clone()).unwrap_or_default())
            }
        }
    }
}

impl From<Unusable> for Failure {
    fn from(trouble: Unusable) -> Self {
        match trouble {
            Unusable::Unread(why) => why.into(),
            Unusable::Wrong(problems) => {
                let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
                let count = say!("n-problems", count = told.len());
                Self::mendable(format!("{}\n\n{count}", told.join("\n\n")))
            }
        }
    }
}

/// Where this person's keys would lie; nothing for a user without a home.
pub(crate) fn place() -> Option<PathBuf> {
    config_folder().map(|config| keys_file::file(&config))
}

/// The keys in effect for this person, and what kept their own from being so.
pub(crate) fn of_this_person() -> (Keys, Option<Unusable>) {
    match place().map(|path| read(&path)) {
        None | Some(Ok(None)) => (Keys::default(), None),
        Some(Ok(Some(keys))) => (keys, None),
        Some(Err(trouble)) => (Keys::default(), Some(trouble)),
    }
}

/// The keys that the file at `path` makes; nothing if there is no file.
pub(crate) fn read(path: &Path) -> Result<Option<Keys>, Unusable> {
    let Some(bytes) = keys_file::bytes(path).map_err(Unusable::Unread)? else { return Ok(None) };
    of_text(&path.display().to_string(), &bytes).map(Some)
}

/// The keys that a file with this `text` makes.
pub(crate) fn of_text(name: &str, text: &[u8]) -> Result<Keys, Unusable> {
    keys_file::read(name, text, meant).map_err(Unusable::Wrong)
}

fn wish(wanted: &Wanted) -> KeyWish<'_> {
    let Wanted { section, action, keys } = wanted;
    KeyWish { within: &section.text, action: &action.text, keys: keys.iter().map(|key| key.text.as_str()).collect() }
}

/// What the words of the file mean.
fn meant(wanted: &[Wanted]) -> Result<Keys, Vec<Remark>> {
    let wishes: Vec<KeyWish> = wanted.iter().map(wish).collect();
    let at = |place: WishWord| -> At {
        let Some(wanted) = wanted.get(place.wish) else { return At { line: 1, column: 1 } };
        match place.part {
            WishPart::Within => wanted.section.at,
            WishPart::Action => wanted.action.at,
            WishPart::Key(n) => wanted.keys.get(n).map_or(wanted.action.at, |key| key.at),
        }
    };
    let remark = |objection: own::Objection| Remark {
        at: at(objection.at),
        what: objection.what,
        hint: objection.hint,
        other: objection.other.map(at),
    };
    own::laid_over(&wishes).map_err(|objections| objections.into_iter().map(remark).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cut and mended with whatever comes, everywhere: it is told in words with a place that there is, and nothing falls over.
    #[test]
    fn whatever_stands_in_the_file_is_told_in_words() {
        let whole = "[interview]\noff-record = [\"f13\", 'ctrl-o']\n'moment' = '''f14'''\n[[x]]\ny.z = {a = 1, b = 2020-01-01}\n";
        for cut in (0..=whole.len()).filter(|at| whole.is_char_boundary(*at)) {
            for junk in ["", "\u{0}", "]", "\"", "é漢\u{202e}", "\"\\u0007\"", "'''", "\r", "\u{feff}", "ctrl-"] {
                let text = format!("{}{junk}{}", &whole[..cut], &whole[cut..]);
                for file in [&text, &text[..cut + junk.len()]] {
                    let Err(Unusable::Wrong(problems)) = of_text("keys.toml", file.as_bytes()) else { continue };
                    assert!(!problems.is_empty(), "{file:?}");
                    for problem in problems {
                        let told = problem.to_string();
                        assert!(problem.line >= 1 && problem.line <= file.split('\n').count() && problem.column >= 1, "{told}");
                        assert!(told.chars().all(|c| c == '\n' || !c.is_control()) && !problem.hint.is_empty(), "{told:?}");
                    }
                }
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("keys.toml");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU, 0).unwrap();
        let Err(trouble) = read(&pipe) else { panic!("a pipe holds no keys") };
        assert!(trouble.sentence().contains("is not the plain file or folder that belongs there"), "{trouble:?}");
    }
}
