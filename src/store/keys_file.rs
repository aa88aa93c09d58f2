//! `keys.toml`: a person's own keys, read and told of as every other file that people write: each problem with its place and a hint.
//!
//! Here it is known what the file looks like: a section for each screen, in it actions, each with its keys. What a name means, and which
//! keys may be given, whoever calls knows; what is wrong with that is told in the same breath. The only file that names the TOML crate,
//! and of that its tables, in which everything knows its place. No IO; any thread.

use std::ops::Range;
use std::path::Path;
use std::path::PathBuf;

use toml::Spanned;
use toml::de::DeString;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::read_up_to;
use crate::disk::real::RealDisk;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::store::legible;
use crate::store::problem::At;
use crate::store::problem::Problem;
use crate::store::problem::Problems;
use crate::words::message::message;
use crate::words::say;

/// The file's name.
const NAME: &str = "keys.toml";

/// A word of the file and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Its place.
    pub at: At,
}

/// The keys that somebody wants for an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The section it stands in.
    pub section: Word,
    /// The action.
    pub action: Word,
    /// Its keys.
    pub keys: Vec<Word>,
}

/// What is wrong with what was read, found by whoever knows what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub at: At,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// A second place, which the first contradicts or repeats.
    pub other: Option<At>,
}

/// Where it lies in the configuration folder `config`.
pub fn file(config: &Path) -> PathBuf {
    config.join(NAME)
}

/// The bytes of the file at `path`; nothing if there is none.
pub fn bytes(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    // Whoever keeps settings elsewhere links them here; a pipe would be waited for.
    let read = RealDisk.open(path, Access::Read, Links::Followed).and_then(|file| read_up_to(file.as_ref(), folder::LARGEST_TEXT + 1));
    match read.map_err(|e| StoreError::io(path, message!("could-not-read"), e)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(StoreError::Missing { .. }) => Ok(None),
        Err(why) => Err(why),
    }
}

/// What `mean` makes of what stands in `bytes`, if nothing is wrong with either; problems name the file as `name`.
pub fn read<T>(name: &str, bytes: &[u8], mean: impl FnOnce(&[Wanted]) -> Result<T, Vec<Remark>>) -> Result<T, Vec<Problem>> {
    let text = legible::text(name, bytes)?;
    let mut problems = Problems::new(name, text);
    legible::tell_steering(text, &mut problems);
    let (table, errors) = DeTable::parse_recoverable(text);
    let places = Places::new(text);
    let mut is_whole = errors.is_empty();
    // Of what cannot be read each line is told once: what follows on it follows from it.
    let mut told = 0;
    for error in errors {
        let at = places.of(&error.span().unwrap_or_default());
        if at.line > told {
            problems.add(at, say!("keys-file-unread", why = error.message()), say!("keys-file-shape"));
            told = at.line;
        }
    }
    let mut found = Reader { places, problems, wanted: Vec::new(), is_whole: true };
    found.sections(table.get_ref());
    is_whole &= found.is_whole;
    let Reader { mut problems, mut wanted, .. } = found;
    wanted.sort_by_key(|wanted| wanted.action.at);
    let meant = mean(&wanted);
    for remark in meant.as_ref().err().into_iter().flatten() {
        problems.add_with(remark.at, &remark.what, &remark.hint, remark.other);
    }
    match (meant, problems.into_sorted()) {
        (Ok(meant), none) if is_whole && none.is_empty() => Ok(meant),
        (_, problems) => Err(problems),
    }
}

/// Places in a text, by the bytes before them.
struct Places<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    fn of(&self, span: &Range<usize>) -> At {
        let line = self.lines.partition_point(|begins| *begins <= span.start).max(1);
        let before = self.text.get(self.lines[line - 1]..span.start).unwrap_or_default();
        At { line, column: before.chars().count() + 1 }
    }
}

struct Reader<'t> {
    places: Places<'t>,
    problems: Problems<'t>,
    wanted: Vec<Wanted>,
    /// Whether everything could be understood.
    is_whole: bool,
}

impl Reader<'_> {
    fn sections(&mut self, table: &DeTable) {
        for (name, value) in table {
            match value.get_ref() {
                DeValue::Table(actions) => self.actions(name, actions),
                _ => self.tell(name.span(), say!("keys-file-outside", name = name.get_ref().to_string())),
            }
        }
    }

    fn actions(&mut self, section: &Spanned<DeString>, actions: &DeTable) {
        let section = self.word(section);
        for (name, value) in actions {
            let keys = match value.get_ref() {
                DeValue::String(_) => vec![value],
                DeValue::Array(keys) => keys.iter().collect(),
                _ => {
                    self.tell(value.span(), say!("keys-file-no-list", name = name.get_ref().to_string()));
                    continue;
                }
            };
            let mut words = Vec::new();
            for key in keys {
                match key.get_ref() {
                    DeValue::String(text) => words.push(Word { text: text.to_string(), at: self.places.of(&key.span()) }),
                    _ => self.tell(key.span(), say!("keys-file-no-key")),
                }
            }
            self.wanted.push(Wanted { section: section.clone(), action: self.word(name), keys: words });
        }
    }

    fn word(&self, word: &Spanned<DeString>) -> Word {
        Word { text: word.get_ref().to_string(), at: self.places.of(&word.span()) }
    }

    fn tell(&mut self, span: Range<usize>, what: impl AsRef<str>) {
        self.is_whole = false;
        self.problems.add(self.places.of(&span), what, say!("keys-file-shape"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &[u8]) -> Vec<String> {
        let problems = read("keys.toml", text, |wanted| Ok(wanted.to_vec())).unwrap_err();
        problems.into_iter().map(|p| format!("{}:{}: {}", p.line, p.column, p.what)).collect()
    }

    #[test]
    fn every_word_knows_its_place() {
        let text = "# mine\r\n[interview]\r\noff-record = [\"f13\", \"f9\"]\r\n\"é\" = 'f14'\r\n[home]\r\nnew=[\r\n  \"x\",\r\n]\r\n";
        for text in [text.to_owned(), text.replace("\r\n", "\n"), format!("\u{feff}{text}")] {
            let wanted = read("keys.toml", text.as_bytes(), |wanted| Ok(wanted.to_vec())).unwrap();
            let word = |word: &Word| format!("{} {}:{}", word.text, word.at.line, word.at.column);
            let all: Vec<String> = wanted.iter().flat_map(|w| [&w.section, &w.action].into_iter().chain(&w.keys)).map(word).collect();
            let first = ["interview 2:2", "off-record 3:1", "f13 3:15", "f9 3:22", "interview 2:2", "é 4:1", "f14 4:7"];
            assert_eq!(all, [first.as_slice(), &["home 5:2", "new 6:1", "x 7:3"]].concat());
        }
        assert_eq!(read("keys.toml", b"", |wanted| Ok(wanted.len())), Ok(0), "an empty file changes nothing");
    }

    #[test]
    fn what_has_another_shape_is_told_with_its_place() {
        assert_eq!(told(b"off-record = [\"f13\"]\n"), ["1:1: `off-record` stands outside every section"]);
        assert_eq!(told(b"[interview]\noff-record = 13\n"), ["2:14: `off-record` has no keys: a list was expected here"]);
        assert_eq!(told(b"[interview]\noff-record = [13, \"f9\"]\n"), ["2:15: a key was expected here, in quotes"]);
        assert_eq!(told(b"[interview.off-record]\nx = 1\n"), ["1:1: `off-record` has no keys: a list was expected here"]);
        assert_eq!(told(b"[interview]\noff-record = f13\nskip = [\"f7\n").len(), 2, "one problem a line, and reading goes on");
        assert_eq!(told(b"[a]\nx = 'f1'\n\n[b]\n\n[a]\ny = 'f2'\n").len(), 1, "a section that stands twice");
        assert_eq!(told(b"[a]\nx = 'f1'\nx = 'f2'\n").len(), 1, "an action that stands twice");
    }

    #[test]
    fn what_nobody_writes_by_hand_is_refused_in_words() {
        let many = |part: &str, n: usize| part.repeat(n).into_bytes();
        for (file, words) in [
            (many("a", 2 * 1024 * 1024), "larger than 1 MiB"),
            (many("[", 100_000), "cannot be read"),
            ([b"a = ".to_vec(), many("[", 100_000)].concat(), "cannot be read"),
            ([b"a = ".to_vec(), many("{a=", 100_000)].concat(), "cannot be read"),
            (many("a.", 100_000), "cannot be read"),
            (many("k = 1\n", 100_000), "cannot be read"),
            (many("x\n", 400_000), "cannot be read"),
            ((0..=255).cycle().skip(3).take(4096).collect(), "not a text file"),
            (b"\xff\xfe[\0".to_vec(), "UTF-16"),
            (b"[interview]\noff-record = [\"\xe9\"]".to_vec(), "not UTF-8"),
            ("[interview]\noff-record = [\"\u{1b}[31m\"]".into(), "control character"),
            ("[interview]\n\"\u{202e}\" = [\"f1\"]".into(), "control character"),
        ] {
            let told = told(&file);
            assert!(told.iter().any(|t| t.contains(words)), "{words}: {told:?}");
            assert!(told.iter().all(|t| !t.contains(['\u{1b}', '\u{202e}'])), "{told:?}");
        }
    }

    #[test]
    fn what_is_found_by_whoever_knows_stands_among_the_rest() {
        let told = read("keys.toml", b"[interview]\noff-recrd = 'f13'\nx = 1\n", |wanted| {
            let what = "there is no such action".to_owned();
            Err::<(), _>(vec![Remark { at: wanted[0].action.at, what, hint: "h".into(), other: None }])
        });
        let lines: Vec<usize> = told.unwrap_err().iter().map(|p| p.line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
