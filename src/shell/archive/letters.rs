//! A session's letter as files: what may be sent, in the study's words, in every form.

use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::document::Format;
use crate::document::NotWritten;
use crate::document::package::Content;
use crate::document::package::Package;
use crate::document::package::PackedFile;
use crate::domain::guide::open_places::has_open_place;
use crate::domain::letter;
use crate::domain::letter::LetterSettings;
use crate::domain::letter::template::Template;
use crate::domain::letter::tree::Document;
use crate::domain::member_check::register::as_written;
use crate::domain::session::Session;
use crate::domain::summary::Summary;
use crate::domain::time::Stamp;
use crate::domain::time::days_after;
use crate::shell::archive::sessions::unheeded;
use crate::shell::archive::study::OpenStudy;
use crate::store::folder;
use crate::store::folder::Filling;
use crate::store::folder::SessionFolder;
use crate::store::letter_template::read_template;
use crate::store::problem::Problem;
use crate::tui::msg::LetterLies;
use crate::tui::msg::Msg;
use crate::words::Words;
use crate::words::say;

/// Which letter of a session is meant: its number, and the day it bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edition {
    /// Its number.
    pub(crate) version: u32,
    /// When it is made.
    pub(crate) at: Stamp,
}

/// The letter of `session` in one form.
pub(crate) fn letter(
    session: &Session,
    study: &OpenStudy,
    edition: Edition,
    language: Option<&str>,
    format: Format,
) -> Result<Vec<u8>, String> {
    format.write(&document(session, study, edition, language)?).map_err(|e| e.to_string())
}

/// The letter of `session` that is meant, in no form yet.
pub(crate) fn document(session: &Session, study: &OpenStudy, edition: Edition, language: Option<&str>) -> Result<Document, String> {
    if !session.is_understood() {
        return Err(unheeded());
    }
    session.may_write().map_err(|refusal| refusal.to_string())?;
    let summary = Summary::of(session);
    let language = language_of(summary.language(), language)?;
    let settings = settings(study, session, edition, language)?;
    letter::compose(&summary, &settings).map_err(|e| e.to_string())
}

/// The language of the letter: that of the guide, in which the statements, the titles of the topics and the participant's own words are. In
/// any other it would be half of each, and the participant could check neither.
pub(crate) fn language_of(guide: &str, asked: Option<&str>) -> Result<Words, String> {
    let Some(language) = Words::of(guide) else {
        let (first, second) = (Words::english().name(), Words::dutch().name());
        return Err(say!("no-letter-words", guide = guide, first = first, second = second));
    };
    match asked {
        Some(asked) if Words::of(asked) != Some(language) => Err(say!("no-letter-language", guide = guide, asked = asked)),
        Some(_) | None => Ok(language),
    }
}

/// The study's own words for a letter in this language, if it has any.
///
/// A study in two languages names one file, and has the other beside it as guides have their translations: `letter.md`, `letter-nl.md`.
fn own_words(study: &OpenStudy, language: Words) -> Result<Option<Template>, String> {
    let Some(name) = &study.settings.member_check.template else { return Ok(None) };
    let named = Path::new(name.trim());
    let (Some(stem), true) = (named.file_stem(), named.components().all(|part| matches!(part, Component::Normal(_)))) else {
        return Err(say!("template-elsewhere", file = name));
    };
    let mut translated = stem.to_owned();
    translated.push(format!("-{}", language.tag()));
    let translated = named.with_file_name(translated).with_extension(named.extension().unwrap_or_default());
    let root = study.folder.root();
    let path = if root.join(&translated).symlink_metadata().is_ok() { translated } else { named.to_owned() };
    let bytes = folder::read_below(root, &path).map_err(|e| e.to_string())?;
    let told = |problems: Vec<Problem>| problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n");
    read_template(&path.display().to_string(), &bytes).map(Some).map_err(told)
}

/// The file that a version may be without: a build without PDF made it, or the letter has signs that no PDF of ours can show.
const MAY_LACK: &str = "letter.pdf";

/// The letter of `session` in every form, and the signs for whose sake a form that brings its own letter type is left out.
fn package(session: &Session, study: &OpenStudy, edition: Edition) -> Result<(Package, Vec<String>), String> {
    let document = document(session, study, edition, None)?;
    let (mut package, mut unknown) = (Package::default(), Vec::new());
    for format in Format::ALL {
        match format.write(&document) {
            Ok(bytes) => package.add(format!("letter.{}", format.extension()), Content::Bytes(bytes)),
            Err(NotWritten::Signs(_, signs)) => unknown = signs,
            Err(fault) => return Err(fault.to_string()),
        }
    }
    Ok((package, unknown))
}

/// The forms in which the letter lies beside its Markdown, in words.
fn forms(package: &Package, unknown: &[String]) -> String {
    if package.parts().iter().any(|part| part.path == MAY_LACK) {
        say!("letter-beside-pdf")
    } else if unknown.is_empty() {
        say!("letter-beside")
    } else {
        say!("letter-beside-no-pdf", signs = unknown.join(" "))
    }
}

/// The parts of `package` as the store takes them.
fn sources<'p>(folder: &SessionFolder, package: &'p Package) -> Vec<(&'p str, Filling<'p>)> {
    let source = |part: &'p PackedFile| match &part.content {
        Content::Bytes(bytes) => Filling::Bytes(bytes),
        Content::Sound(sound) => Filling::File(folder.file(&sound.take.file_name())),
    };
    package.parts().iter().map(|part| (part.path.as_str(), source(part))).collect()
}

/// Where a version of the letter lies.
fn lies(folder: &SessionFolder, version: u32, name: &str) -> PathBuf {
    folder.file("summary").join(format!("v{version}")).join(name)
}

/// The version that says all that a letter would say now, if the last one, written at `last`, does. A letter bears its day and its number:
/// what would be written is compared as it would have been written then.
fn standing(folder: &SessionFolder, session: &Session, study: &OpenStudy, last: Option<Stamp>) -> Option<Edition> {
    let edition = Edition { version: Some(session.letters()).filter(|version| *version > 0)?, at: last? };
    let (letter, _) = package(session, study, edition).ok()?;
    is_same(folder, edition.version, &letter).then_some(edition)
}

/// The letter as it is to be read at `now`: the last version as long as it says everything, or else the next.
pub(crate) fn edition(folder: &SessionFolder, session: &Session, study: &OpenStudy, now: Stamp, last: Option<Stamp>) -> Edition {
    standing(folder, session, study, last).unwrap_or(Edition { version: session.letters() + 1, at: now })
}

/// Writes the next version of the letter into `folder`, unless the last one, written at `last`, says all of this already.
pub(crate) fn write(folder: &SessionFolder, session: &Session, study: &OpenStudy, now: Stamp, last: Option<Stamp>) -> Result<Msg, String> {
    let shown = |version| lies(folder, version, "letter.md").display().to_string();
    if let Some(Edition { version, .. }) = standing(folder, session, study, last) {
        return Ok(Msg::LetterStands { version, file: shown(version) });
    }
    // What lies there and is in no journal was written when this was stopped before it came so far, or by somebody else: nothing of it is
    // written over, and what is the same is the same letter.
    let last = session.letters();
    let mut next = (1..).map_while(|beyond| last.checked_add(beyond));
    // A notice has a row: what is wrong with a study's own letter is told at length by `hearback letter`.
    let first = |why: String| why.lines().next().unwrap_or_default().to_owned();
    let (version, letter, unknown, found) = loop {
        let version = next.next().ok_or_else(|| say!("no-letter-number"))?;
        let (letter, unknown) = package(session, study, Edition { version, at: now }).map_err(first)?;
        match lies_there(folder, version, &letter) {
            Found::Nothing => {
                folder.write_letter(version, &sources(folder, &letter)).map_err(|e| e.to_string())?;
                break (
                    version,
                    letter,
                    unknown,
                    (version > last + 1).then(|| say!("letter-lay-there", from = last + 1, version = version)),
                );
            }
            Found::Same => break (version, letter, unknown, Some(say!("letter-was-there", version = version))),
            Found::Other => {}
        }
    };
    let made_on = made_on(now)?;
    let forms = forms(&letter, &unknown);
    let written = LetterLies {
        version,
        file: shown(version),
        forms: found.map_or(forms.clone(), |found| say!("letter-forms-and", forms = forms, found = found)),
        statements: as_written(&Summary::of(session)),
        reply_by: days_after(made_on, i64::from(study.settings.reply_days)).to_string(),
        on: made_on.to_string(),
        called: study.settings.member_check.called,
    };
    Ok(Msg::LetterWritten(Box::new(written)))
}

/// Whether a version lies there in every form, to the byte.
fn is_same(folder: &SessionFolder, version: u32, letter: &Package) -> bool {
    letter.parts().iter().all(|part| {
        let path = lies(folder, version, &part.path);
        let lacking = part.path == MAY_LACK && path.symlink_metadata().is_err();
        lacking || folder::read_text(&path).is_ok_and(|found| Content::Bytes(found) == part.content)
    })
}

/// What lies where a version is to be written.
enum Found {
    /// Nothing, or an empty folder.
    Nothing,
    /// All of it, to the byte.
    Same,
    /// Something else.
    Other,
}

fn lies_there(folder: &SessionFolder, version: u32, letter: &Package) -> Found {
    let place = folder.file("summary").join(format!("v{version}"));
    if place.symlink_metadata().is_err() {
        return Found::Nothing;
    }
    match is_same(folder, version, letter) {
        _ if place.is_dir() && folder::entries(&place).is_ok_and(|entries| entries.is_empty()) => Found::Nothing,
        true => Found::Same,
        false => Found::Other,
    }
}

/// What the next letter of `session` says beside its statements, if it were written now.
pub(crate) fn would_say(session: &Session, study: &OpenStudy, now: Stamp) -> Result<LetterSettings, String> {
    let language = language_of(&session.guide().language, None)?;
    settings(study, session, Edition { version: session.letters() + 1, at: now }, language)
}

/// The day of a letter that is made then.
fn made_on(at: Stamp) -> Result<Date, String> {
    at.date().parse().map_err(|_| say!("no-letter-clock"))
}

fn settings(study: &OpenStudy, session: &Session, edition: Edition, language: Words) -> Result<LetterSettings, String> {
    let template = own_words(study, language)?;
    let (study, guide) = (&study.settings, session.guide());
    let made_on = made_on(edition.at)?;
    let after = |count: u32| days_after(made_on, i64::from(count));
    let contact = study.contact.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    // Where help can be had is what the interviewer was told to say in the room: it is said again where reading stirs it up.
    // What the study has not filled in yet is not for participants to read, and half of it helps nobody.
    let lines = guide.distress.iter().flat_map(|distress| &distress.support);
    let support = lines.filter(|line| !has_open_place(line)).cloned().collect();
    let check = &study.member_check;
    // Whoever leads held it; where nobody does, whoever types.
    let opened = session.opened();
    let held_by = if opened.leads.is_empty() { &opened.types } else { &opened.leads };
    Ok(LetterSettings {
        language,
        version: edition.version,
        study: study.title.clone(),
        contact,
        interviewer: check.interviewers.get(held_by).cloned(),
        // What a guide says is in the guide's language.
        about: guide.about.clone().or_else(|| check.about.clone()),
        standing: guide.participants.unwrap_or_default(),
        called: check.called,
        timing: check.timing,
        template,
        made_on,
        reply_by: after(study.reply_days),
        withdraw_until: study.withdraw_days.map(after),
        support,
    })
}
