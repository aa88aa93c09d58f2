//! A session's letter as files: what may be sent, in the study's words, in every form.

use jiff::civil::Date;

use crate::document::Format;
use crate::document::NotWritten;
use crate::document::package::Content;
use crate::document::package::Package;
use crate::document::package::PackedFile;
use crate::domain::guide::Audience;
use crate::domain::guide::Standing;
use crate::domain::guide::open_places::without_open_places;
use crate::domain::letter;
use crate::domain::letter::LetterSettings;
use crate::domain::letter::tree::Document;
use crate::domain::member_check::register::as_written;
use crate::domain::session::Session;
use crate::domain::study::StudySettings;
use crate::domain::summary::Summary;
use crate::domain::time::Stamp;
use crate::shell::archive::sessions::unheeded;
use crate::store::folder;
use crate::store::folder::Filling;
use crate::store::folder::SessionFolder;
use crate::tui::msg::Msg;
use crate::words::Words;
use crate::words::say;

/// The letter of `session` in one form.
pub(crate) fn letter(
    session: &Session,
    study: &StudySettings,
    now: Stamp,
    language: Option<&str>,
    format: Format,
) -> Result<Vec<u8>, String> {
    format.write(&document(session, study, now, session.letters() + 1, language)?).map_err(|e| e.to_string())
}

/// The letter of `session` that has this number.
fn document(session: &Session, study: &StudySettings, now: Stamp, version: u32, language: Option<&str>) -> Result<Document, String> {
    if !session.is_understood() {
        return Err(unheeded());
    }
    session.may_send().map_err(|refusal| refusal.to_string())?;
    if session.guide().audience == Audience::Group {
        return Err(say!("no-letter-group"));
    }
    let summary = Summary::of(session);
    let language = language_of(summary.language(), language)?;
    let settings = LetterSettings { version, ..settings(study, session, now, language)? };
    letter::compose(&summary, &settings).map_err(|e| e.to_string())
}

/// The language of the letter: that of the guide, in which the statements, the titles of the topics and the participant's own words are. In
/// any other it would be half of each, and the participant could check neither.
fn language_of(guide: &str, asked: Option<&str>) -> Result<Words, String> {
    let Some(language) = Words::of(guide) else {
        let (first, second) = (Words::english().name(), Words::dutch().name());
        return Err(say!("no-letter-words", guide = guide, first = first, second = second));
    };
    match asked {
        Some(asked) if Words::of(asked) != Some(language) => Err(say!("no-letter-language", guide = guide, asked = asked)),
        Some(_) | None => Ok(language),
    }
}

/// The file that a version may be without: a build without PDF made it, or the letter has signs that no PDF of ours can show.
const MAY_LACK: &str = "letter.pdf";

/// The letter of `session` in every form, and the signs for whose sake a form that brings its own letter type is left out.
fn package(session: &Session, study: &StudySettings, now: Stamp, version: u32) -> Result<(Package, Vec<String>), String> {
    let document = document(session, study, now, version, None)?;
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
        Content::Take(take) => Filling::File(folder.file(&take.file_name())),
    };
    package.parts().iter().map(|part| (part.path.as_str(), source(part))).collect()
}

/// Writes the next version of the letter into `folder`, unless the last one, written at `last`, says all of this already.
pub(crate) fn write(
    folder: &SessionFolder,
    session: &Session,
    study: &StudySettings,
    now: Stamp,
    last: Option<Stamp>,
) -> Result<Msg, String> {
    let (version, file) = (session.letters(), |version: u32, name: &str| folder.file("summary").join(format!("v{version}")).join(name));
    // A letter bears its day: what would be written is compared as it would have been written then.
    let stands = last.filter(|_| version > 0).is_some_and(|last| {
        let same = |part: &PackedFile| {
            let path = file(version, &part.path);
            let lacking = part.path == MAY_LACK && path.symlink_metadata().is_err();
            lacking || folder::read_text(&path).is_ok_and(|found| Content::Bytes(found) == part.content)
        };
        package(session, study, last, version).is_ok_and(|(letter, _)| letter.parts().iter().all(same))
    });
    let shown = |version| file(version, "letter.md").display().to_string();
    if stands {
        return Ok(Msg::LetterStands { version, file: shown(version) });
    }
    let version = version + 1;
    let (letter, unknown) = package(session, study, now, version)?;
    folder.write_letter(version, &sources(folder, &letter)).map_err(|e| e.to_string())?;
    let (reply_by, statements) = (reply_by(study, now)?.to_string(), as_written(&Summary::of(session)));
    Ok(Msg::LetterWritten { version, file: shown(version), forms: forms(&letter, &unknown), statements, reply_by })
}

/// The last day to answer a letter that is written at `now`.
fn reply_by(study: &StudySettings, now: Stamp) -> Result<Date, String> {
    let made_on: Date = now.date().parse().map_err(|_| say!("no-letter-clock"))?;
    Ok(made_on.saturating_add(jiff::Span::new().days(i64::from(study.reply_days))))
}

/// What a letter of `session` says beside its statements, if it were written now.
pub(crate) fn would_say(session: &Session, study: &StudySettings, now: Stamp) -> Result<LetterSettings, String> {
    if session.guide().audience == Audience::Group {
        return Err(say!("no-letter-group"));
    }
    let language = language_of(&session.guide().language, None)?;
    settings(study, session, now, language)
}

fn settings(study: &StudySettings, session: &Session, now: Stamp, language: Words) -> Result<LetterSettings, String> {
    let made_on: Date = now.date().parse().map_err(|_| say!("no-letter-clock"))?;
    let reply_by = reply_by(study, now)?;
    let contact = study.contact.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    let withdraw_until = study.withdraw_days.map(|days| made_on.saturating_add(jiff::Span::new().days(i64::from(days))));
    // Where help can be had is what the interviewer was told to say in the room: it is said again where reading stirs it up.
    // What the study has not filled in yet is not for participants to read.
    let guide = session.guide();
    let support = guide.distress.iter().flat_map(|distress| &distress.support).map(|line| without_open_places(line)).collect();
    let check = &study.member_check;
    // Whoever leads held it; where nobody does, whoever types.
    let opened = session.opened();
    let held_by = if opened.leads.is_empty() { &opened.types } else { &opened.leads };
    Ok(LetterSettings {
        language,
        version: session.letters() + 1,
        study: study.title.clone(),
        contact,
        interviewer: check.interviewers.get(held_by).cloned(),
        about: check.about.clone(),
        standing: Standing::default(),
        called: check.called,
        timing: check.timing,
        template: None,
        made_on,
        reply_by,
        withdraw_until,
        support,
    })
}
