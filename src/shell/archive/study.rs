//! A study as the program uses it: its folder, settings and guides.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::trouble;
use crate::domain::guide::Audience;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::study::StudySettings;
use crate::domain::study::register::Register;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::shell::archive::bundle;
use crate::shell::archive::cache::Cache;
use crate::shell::archive::heads::Heads;
use crate::shell::archive::list;
use crate::shell::archive::texts;
use crate::shell::archive::whose;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::cache_folder;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::store::folder::Study;
use crate::store::guide_file::read_guide;
use crate::store::participants::read_participants;
use crate::store::problem::Problem;
use crate::store::study_file::read_study;
use crate::words;
use crate::words::say;

/// A guide and the file it was read from.
#[derive(Clone, Debug)]
pub(crate) struct GuideAt {
    /// The file.
    pub(crate) path: PathBuf,
    /// What it says.
    pub(crate) guide: Guide,
    /// The file's bytes: what a session freezes.
    pub(crate) bytes: Vec<u8>,
}

/// Sessions that are not where they belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Vanished {
    /// There were some.
    Surely(String),
    /// Nobody knows whether there were any.
    Perhaps(String),
}

impl Vanished {
    /// What there is to say.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Surely(words) | Self::Perhaps(words) => words,
        }
    }
}

/// The file of its register.
pub(crate) const REGISTER: &str = "participants.yaml";

/// A study that is open.
#[derive(Clone, Debug)]
pub(crate) struct OpenStudy {
    /// Its folder.
    pub(crate) folder: Study,
    /// Its settings.
    pub(crate) settings: StudySettings,
    /// Those who stand in participants.yaml, and what the study wants to know of them.
    pub(crate) register: Register,
    /// Its guides that can be used.
    pub(crate) guides: Vec<GuideAt>,
    /// What is wrong with its files; none of it keeps the study from being used.
    pub(crate) problems: Vec<Problem>,
    /// Where the list of its sessions is remembered.
    cache: Cache,
    /// And up to where each was listened to.
    pub(crate) heads: Heads,
}

/// The study that HEARBACK_STUDY names; set and empty, it names none, as with other programs.
pub(crate) fn chosen_by_environment() -> Option<PathBuf> {
    std::env::var_os("HEARBACK_STUDY").filter(|named| !named.is_empty()).map(PathBuf::from)
}

impl OpenStudy {
    /// The study of the command line: the one named, or the one this folder is in.
    pub(crate) fn find(named: Option<&Path>) -> Result<Self, Failure> {
        let study = Self::open(Self::place(named)?)?;
        let (cache, heads) = (Cache::of(cache_folder(), study.folder.root()), Heads::of(cache_folder(), study.folder.root()));
        Ok(Self { cache, heads, ..study })
    }

    /// Where that study is, with nothing read of it.
    pub(crate) fn place(named: Option<&Path>) -> Result<Study, Failure> {
        let here = match named.map(Path::to_owned).or_else(chosen_by_environment) {
            Some(dir) => dir,
            None => std::env::current_dir()
                .map_err(|e| Failure::new(Kind::Storage, say!("study-no-folder", why = trouble::said(&e, Path::new(".")))))?,
        };
        // A folder that is not there would be looked for above it, and another study be found than the one that was meant.
        if !here.is_dir() {
            return Err(StoreError::NotAStudy(here).into());
        }
        Ok(Study::find(&here)?)
    }

    /// Reads it anew.
    pub(crate) fn again(&self) -> Result<Self, StoreError> {
        Ok(Self { cache: self.cache.clone(), heads: self.heads.clone(), ..Self::open(self.folder.clone())? })
    }

    /// Its sessions, as they are at `now`.
    pub(crate) fn sessions(&self, now: Stamp) -> Result<Vec<SessionLine>, StoreError> {
        list::list(&self.folder, &self.cache, &self.settings.leaving, now)
    }

    /// Where its index for searching lies, if anywhere.
    pub(crate) fn place_of_index(&self) -> Option<PathBuf> {
        self.cache.beside(whose::FILE)
    }

    /// Where the texts lie that an editor is given; nowhere where nothing is remembered.
    pub(crate) fn place_of_texts(&self) -> Option<PathBuf> {
        self.cache.beside_all(texts::PLACE)
    }

    /// The same of a study of which nothing was read.
    pub(crate) fn place_of_its_index(study: &Study) -> Option<PathBuf> {
        Cache::of(cache_folder(), study.root()).beside(whose::FILE)
    }

    /// What is to be said of a study without any session, if it is not simply new.
    pub(crate) fn vanished(&self) -> Option<Vanished> {
        let (there, known) = (self.folder.has_place_for_sessions(), self.cache.read().len() as u64);
        let place = self.folder.root().join("sessions");
        let (folder, gone) = (place.display().to_string(), StoreError::SessionsGone(place).to_string());
        match (there, known) {
            (true, 0) => None,
            (false, 0) => Some(Vanished::Perhaps(say!("study-vanished-perhaps", gone = gone))),
            (false, known) => Some(Vanished::Surely(say!("study-vanished-folder", gone = gone, count = known))),
            (true, known) => Some(Vanished::Surely(say!("study-vanished", count = known, folder = folder))),
        }
    }

    /// Reads the study in `folder`, of which nothing is remembered: one that is rehearsed in, or shown.
    pub(crate) fn open(folder: Study) -> Result<Self, StoreError> {
        let settings_at = folder.root().join("study.yaml");
        let file = read_study(&named_in(&folder, &settings_at), &folder::read_text(&settings_at)?);
        let (register, theirs) = register(&folder, &file.settings)?;
        let (mut guides, mut problems) = (Vec::new(), file.problems);
        problems.extend(theirs);
        for path in folder.guides()? {
            let bytes = folder::read_text(&path)?;
            let read = read_guide(&named_in(&folder, &path), &bytes);
            match read.guide {
                Some(guide) if read.problems.is_empty() => guides.push(GuideAt { path, guide, bytes }),
                _ => problems.extend(read.problems),
            }
        }
        // The template is there to be copied, not to be asked.
        guides.retain(|g| bundle::TEMPLATES.iter().all(|(_, text)| g.bytes != text.as_bytes()) && g.guide.id.as_str() != "template");
        // Interviews with one person first: they are what a form is opened for most often. Of what says the same in several languages, that
        // in another than the one that is spoken comes last.
        let elsewhere: Vec<Id> = guides
            .iter()
            .filter(|g| !is_spoken(g) && guides.iter().any(|o| is_spoken(o) && says_the_same(g, o)))
            .map(|g| g.guide.id.clone())
            .collect();
        guides.sort_by_key(|g| (g.guide.audience == Audience::Group, elsewhere.contains(&g.guide.id), g.guide.id.clone()));
        Ok(Self { folder, settings: file.settings, register, guides, problems, cache: Cache::none(), heads: Heads::default() })
    }

    /// What to say of a code that participants.yaml does not have; nothing where no list is kept.
    pub(crate) fn unlisted(&self, code: &str) -> Option<String> {
        let known = self.register.participants.is_empty() || self.register.find(code).is_some();
        (!known).then(|| say!("study-code-unlisted", code = code))
    }

    /// What is known of the participant called `code` that the conditions of `guide` ask for, and no more.
    pub(crate) fn known_for(&self, guide: &Guide, code: &str) -> BTreeMap<String, String> {
        let (mut known, asked) = (self.register.known(code), guide.attributes_asked());
        known.retain(|name, _| asked.contains(name.as_str()));
        known
    }

    /// The guide that a session freezes; refused if it is not as it was `shown` in the form.
    pub(crate) fn to_freeze(&self, id: &Id, shown: Option<&Guide>) -> Result<GuideAt, StoreError> {
        let Some(at) = self.guide(id.as_str()).cloned() else {
            let what = first_problem(&self.problems).unwrap_or_else(|| say!("study-guide-gone", guide = id.as_str()));
            return Err(StoreError::Unreadable(what));
        };
        if shown.is_some_and(|guide| *guide != at.guide) {
            let what = say!("study-guide-changed", guide = id.as_str());
            return Err(StoreError::Unreadable(what));
        }
        Ok(at)
    }

    /// The guide that the study's forms begin with, if its file names one that can be used.
    pub(crate) fn first_guide(&self) -> Option<Id> {
        self.settings.defaults.guide.as_deref().and_then(|wish| self.guide(wish)).map(|at| at.guide.id.clone())
    }

    /// The guide that `wish` means: by id, or by its file.
    pub(crate) fn guide(&self, wish: &str) -> Option<&GuideAt> {
        let by_file = |g: &&GuideAt| g.path.ends_with(wish) || g.path == Path::new(wish);
        self.guides.iter().find(|g| g.guide.id.as_str() == wish).or_else(|| self.guides.iter().find(by_file))
    }
}

/// Whether a guide is in the language that is spoken.
fn is_spoken(guide: &GuideAt) -> bool {
    guide.guide.language.split('-').next() == Some(words::spoken().tag())
}

/// Whether one is a translation of the other, or both are of a third.
fn says_the_same(one: &GuideAt, other: &GuideAt) -> bool {
    let original = |at: &GuideAt| at.guide.translation_of.as_ref().unwrap_or(&at.guide.id).clone();
    original(one) == original(other)
}

/// Who stands in participants.yaml, in a study with these settings, and what is wrong with it. A study without that file keeps no list.
fn register(folder: &Study, settings: &StudySettings) -> Result<(Register, Vec<Problem>), StoreError> {
    let at = folder.root().join(REGISTER);
    match folder::read_plain(&at) {
        Ok(text) => {
            let file = read_participants(&named_in(folder, &at), &text, settings);
            Ok((file.register, file.problems))
        }
        Err(StoreError::Missing { .. }) => Ok((Register::of(settings), Vec::new())),
        Err(why) => Err(why),
    }
}

/// What a file of the study is called in what is told of it: from the study's folder on, as people name it there.
pub(crate) fn named_in(study: &Study, file: &Path) -> String {
    file.strip_prefix(study.root()).unwrap_or(file).display().to_string()
}

/// One line for people about what is wrong with the study's files.
pub(crate) fn first_problem(problems: &[Problem]) -> Option<String> {
    let first = problems.first()?;
    let file = &first.file;
    Some(say!("study-file-wrong", file = file, line = first.line.to_string(), what = &first.what))
}

impl From<StoreError> for Failure {
    fn from(why: StoreError) -> Self {
        Self::new(if why.is_storage() { Kind::Storage } else { Kind::Mendable }, why.to_string())
    }
}

impl From<crate::audio::AudioError> for Failure {
    fn from(why: crate::audio::AudioError) -> Self {
        let kind = if matches!(why, crate::audio::AudioError::Io { .. }) { Kind::Storage } else { Kind::Device };
        Self::new(kind, why.to_string())
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests write what people write")]
mod tests {
    use super::*;
    use crate::domain::guide::care::Within;
    use crate::words::Words;

    #[test]
    fn a_code_that_is_not_on_the_list_is_remarked_on() {
        let dir = tempfile::tempdir().unwrap();
        let files = bundle::study_files("A study", None);
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let folder = Study::init(dir.path(), &files).unwrap();
        let unlisted = |code: &str| OpenStudy::open(folder.clone()).unwrap().unlisted(code);
        assert_eq!(unlisted("P07"), None, "an empty list is no list");
        std::fs::write(dir.path().join("participants.yaml"), "participants:\n  - code: P01\n").unwrap();
        assert_eq!((unlisted("P01"), unlisted("p01")), (None, None));
        assert!(unlisted("P07").unwrap().starts_with("P07 is not in participants.yaml"));
        std::fs::remove_file(dir.path().join("participants.yaml")).unwrap();
        assert_eq!(unlisted("P07"), None);
    }

    #[test]
    fn the_examples_in_a_new_study_hold_once_they_are_no_remarks_any_more() {
        for words in Words::built_in() {
            let dir = tempfile::tempdir().unwrap();
            let files = words::speaking(words, || bundle::study_files("A study", None));
            let meant = |text: &[u8]| {
                let text = String::from_utf8(text.to_vec()).unwrap().replace("participants: []", "participants:");
                // A sentence has one blank behind its sign, an example none, or two.
                let is_one = |rest: &&str| !rest.starts_with(' ') || rest.starts_with("  ");
                let example = |line: &str| line.strip_prefix('#').filter(is_one).map(str::to_owned);
                text.lines().map(|line| example(line).unwrap_or_else(|| line.to_owned())).collect::<Vec<_>>().join("\n")
            };
            let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, text)| (name.as_str(), meant(text).into_bytes())).collect();
            let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
            let study = OpenStudy::open(Study::init(dir.path(), &files).unwrap()).unwrap();
            assert_eq!(study.problems, []);
            assert_eq!((study.register.attributes.len(), study.register.known("P00").len()), (3, 3), "{words:?}");
            let settings = &study.settings;
            let kinds: Vec<_> = settings.reports.iter().map(|kind| (kind.within, kind.what.is_empty(), kind.to.is_empty())).collect();
            assert_eq!(kinds, [(Within::A_DAY, false, false)], "{words:?}");
            assert!(settings.leaving.debrief.is_some() && settings.leaving.check_out.is_some(), "{words:?}");
        }
    }

    #[test]
    fn a_new_study_explains_itself_in_the_language_that_is_spoken_and_says_the_same() {
        let made = Words::built_in().map(|words| {
            let dir = tempfile::tempdir().unwrap();
            let files = words::speaking(words, || bundle::study_files("A study", None));
            let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            let study = OpenStudy::open(Study::init(dir.path(), &files).unwrap()).unwrap();
            assert_eq!(study.problems, []);
            let first = words::speaking(words, || OpenStudy::open(study.folder.clone()).unwrap().guides[0].guide.clone());
            assert_eq!(first.language, words.tag(), "what is spoken is offered first");
            (std::fs::read_to_string(dir.path().join("study.yaml")).unwrap(), study.settings)
        });
        let made: Vec<_> = made.collect();
        assert!(made[0].0.contains("# whom participants can turn to") && made[1].0.contains("# bij wie deelnemers terechtkunnen"));
        assert_eq!(made[0].1, made[1].1);
    }
}
