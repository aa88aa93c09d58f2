//! Which language the program speaks: what `--language` says, then `language` in study.yaml, then the environment, as `LANG` does; else
//! English.
//!
//! A further language than those built in is a file `words/TAG.ftl` in the configuration folder.

use std::fmt;
use std::path::Path;

use crate::shell::archive::study::OpenStudy;
use crate::shell::failure::Failure;
use crate::shell::identity::config_folder;
use crate::shell::locale;
use crate::store::folder;
use crate::store::study_file;
use crate::words;
use crate::words::Unreadable;
use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// Whose word the language is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// The command line's.
    Command,
    /// The study's.
    Study,
    /// The environment's.
    System,
    /// Nobody's.
    Nobody,
}

impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whose = match self {
            Self::Command => message!("language-by-command"),
            Self::Study => message!("language-by-study"),
            Self::System => message!("language-by-system"),
            Self::Nobody => message!("language-by-nobody"),
        };
        f.write_str(&words::spoken().say(whose))
    }
}

/// What is spoken, whose word that is, and what was asked for in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is spoken.
    pub(crate) words: Words,
    /// Whose word it is.
    pub(crate) by: Chosen,
    /// Why what was asked for before is not spoken.
    pub(crate) why_not: Option<String>,
}

/// From here on the program speaks what was `asked` for on the command line, or else what the study says. Gives back what is to
/// be said about it; what the command line asks for in vain is an error.
pub(crate) fn choose(asked: Option<&str>, study: Option<&Path>) -> Result<Option<String>, Failure> {
    let choice = choice(asked, study)?;
    words::speak(choice.words);
    Ok(choice.why_not)
}

/// What [`choose`] would speak.
pub(crate) fn choice(asked: Option<&str>, study: Option<&Path>) -> Result<Choice, Failure> {
    let known = |tag: &str| known(tag, config_folder().as_deref());
    if let Some(tag) = asked {
        let words = known(tag).map_err(|why| Failure::mendable(say!("language-unknown", language = tag, why = why)))?;
        return Ok(Choice { words, by: Chosen::Command, why_not: None });
    }
    let mut why_not = None;
    if let Some(tag) = of_study(study) {
        match known(&tag) {
            Ok(words) => return Ok(Choice { words, by: Chosen::Study, why_not }),
            Err(why) => why_not = Some(say!("language-of-study-unknown", language = tag, why = why)),
        }
    }
    // Whoever's system speaks what nothing here does has not asked for it here.
    Ok(match locale::language().and_then(|tag| known(&tag).ok()) {
        Some(words) => Choice { words, by: Chosen::System, why_not },
        None => Choice { words: Words::english(), by: Chosen::Nobody, why_not },
    })
}

/// What the study says, if there is one that says it. What is wrong with its files is for those to tell who need them.
fn of_study(named: Option<&Path>) -> Option<String> {
    let study = OpenStudy::place(named).ok()?;
    let bytes = folder::read_plain(&study.root().join("study.yaml")).ok()?;
    study_file::read_study("study.yaml", &bytes).settings.language
}

/// The language of a tag: a file of one's own comes before what is built in.
fn known(tag: &str, config: Option<&Path>) -> Result<Words, Message> {
    let primary = tag.trim().split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
    let file = config.map(|config| config.join("words").join(format!("{primary}.ftl")));
    if let Some(file) = file.filter(|file| !primary.is_empty() && primary.chars().all(char::is_alphanumeric) && file.exists()) {
        return further(&primary, &file);
    }
    Words::of(tag)
        .ok_or_else(|| message!("language-built-in", folder = config.unwrap_or(Path::new("")).join("words").display().to_string()))
}

fn further(tag: &str, file: &Path) -> Result<Words, Message> {
    let place = file.display().to_string();
    let text = folder::read_plain(file).map_err(|why| message!("language-file-unread", why = why.to_string()))?;
    let text = String::from_utf8(text).map_err(|_| message!("language-file-no-text", file = &place))?;
    Words::further(tag, &text).map_err(|why| match why {
        Unreadable::Tag => message!("language-file-tag", file = &place),
        Unreadable::Line(line) => message!("language-file-line", file = &place, line = line.to_string()),
        Unreadable::Twice(name) => message!("language-file-twice", file = &place, name = name),
    })
}
