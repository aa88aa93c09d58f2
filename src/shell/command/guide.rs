//! `hearback guide`: make, check, show, compare and print topic guides.

mod diff;
mod letter;
mod log;
mod outline;
mod print;
mod translate;
mod versions;
pub(super) mod wanted;

use std::path::Path;

use serde::Serialize;

use crate::disk::whole;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::study::attribute::Attribute;
use crate::shell::archive::bundle;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::forms;
use crate::shell::cli::guide::GuideSubcommand;
use crate::shell::cli::options::PaperFormat;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::guide::wanted::Wanted;
use crate::shell::command::import;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::store::error::StoreError;
use crate::store::guide_file::GuideFile;
use crate::store::guide_file::check_beside;
use crate::store::problem::Level;
use crate::store::problem::Problem;
use crate::words;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;

pub(super) fn guide(study: Option<&Path>, what: GuideSubcommand) -> Result<(), Failure> {
    let readers = |json| if json { For::Programs } else { For::People };
    match what {
        GuideSubcommand::New { id } => new(study, &id),
        GuideSubcommand::Import { file, out, json } => {
            forms::only("yaml", out.as_deref())?;
            import::import(study, &file, out, readers(json))
        }
        GuideSubcommand::Check { guides, json: false } => check(study, &guides),
        // What programs read is the same in every language.
        GuideSubcommand::Check { guides, json: true } => words::speaking(Words::english(), || check_for_programs(study, &guides)),
        GuideSubcommand::Show { guide, json } => show(study, &guide, readers(json)),
        GuideSubcommand::Print { guide, format, round, out } => {
            let format = forms::form(format, PaperFormat::Html, out.as_deref())?;
            print::print(study, &guide, format.into(), round.map(Into::into), out)
        }
        GuideSubcommand::Letter { guide, out } => {
            forms::only("md", out.as_deref())?;
            letter::letter(study, &guide, out)
        }
        GuideSubcommand::Log(entry) => log::log(study, entry),
        GuideSubcommand::Versions { guide, json } => versions::versions(study, guide.as_deref(), readers(json)),
        GuideSubcommand::TranslateCheck { guide, original } => translate::translate_check(study, &guide, original.as_deref()),
        GuideSubcommand::Diff { before, after, json } => diff::diff(study, &before, &after, readers(json)),
    }
}

/// A new guide from the template, under its own id.
fn new(study: Option<&Path>, id: &str) -> Result<(), Failure> {
    if !Id::new(id).is_well_formed() || id.is_empty() {
        let better = Id::from_words(id);
        return Err(Failure::mendable(say!("guide-no-id", id = format!("{id:?}"), better = better.to_string())));
    }
    let study = OpenStudy::find(study)?;
    let path = study.folder.root().join("guides").join(format!("{id}.yaml"));
    let today = clock::wall().date();
    let text = bundle::template().lines().map(|line| if line.starts_with("id:") { format!("id: {id}") } else { line.to_owned() });
    let text = text.collect::<Vec<_>>().join("\n") + "\n";
    whole::create(&path, text.as_bytes()).map_err(|e| StoreError::io(&path, message!("could-not-make-guide"), e))?;
    put(say!("guide-made", file = path.display().to_string(), day = today));
    Ok(())
}

/// The guides that are looked at, and what is wrong with the study's own files besides: what is remarked on
/// elsewhere in one line is told here in full.
fn looked_at(study: Option<&Path>, wishes: &[String]) -> Result<(Vec<Wanted>, Vec<Problem>), Failure> {
    if !wishes.is_empty() {
        return Ok((wishes.iter().map(|wish| wanted::wanted(study, wish)).collect::<Result<_, _>>()?, Vec::new()));
    }
    let study = OpenStudy::find(study)?;
    let guides = study.folder.guides()?;
    let guides = guides.iter().map(|path| Wanted::of_study(&study, path)).collect::<Result<Vec<_>, _>>()?;
    let others = study.problems.into_iter().filter(|problem| guides.iter().all(|guide| guide.name != problem.file)).collect();
    Ok((guides, others))
}

/// Every problem of the guides at once, and after those of one what could be better.
fn check(study: Option<&Path>, wishes: &[String]) -> Result<(), Failure> {
    let (guides, others) = looked_at(study, wishes)?;
    let tell = |problems: &[Problem]| {
        for problem in problems {
            put(format!("{problem}\n"));
        }
    };
    tell(&others);
    let mut count = others.len();
    let known = OpenStudy::find(study).ok();
    for wanted in &guides {
        let original = |guide: &Guide| wanted::original(known.as_ref(), wanted.file(), guide);
        let (GuideFile { guide, problems }, remarks) = check_beside(&wanted.name, &wanted.bytes, attributes(known.as_ref()), &original);
        tell(&problems);
        tell(&remarks);
        count += problems.len();
        if let (true, Some(guide)) = (problems.is_empty(), &guide) {
            let name = &wanted.name;
            let (topics, questions) = (guide.topics.len(), guide.topics.iter().map(|t| t.questions.len()).sum::<usize>());
            let (topics, questions) = (message!("n-topics", count = topics), message!("n-questions", count = questions));
            let minutes = message!("minutes", count = guide.minutes);
            put(match remarks.len() {
                0 => say!("guide-fine", file = name, topics = topics, questions = questions, minutes = minutes),
                n => {
                    let remarks = message!("n-remarks", count = n);
                    say!("guide-fine-remarks", file = name, remarks = remarks, topics = topics, questions = questions, minutes = minutes)
                }
            });
        }
    }
    of_problems(count)
}

/// What the study wants to know of each participant.
fn attributes(study: Option<&OpenStudy>) -> &[Attribute] {
    study.map_or(&[], |study| &study.register.attributes)
}

/// One problem or remark, as programs read it.
#[derive(Serialize)]
struct Told {
    level: &'static str,
    file: String,
    line: usize,
    column: usize,
    what: String,
    hint: String,
}

/// The same for programs.
fn check_for_programs(study: Option<&Path>, wishes: &[String]) -> Result<(), Failure> {
    let (guides, mut found) = looked_at(study, wishes)?;
    let known = OpenStudy::find(study).ok();
    for wanted in &guides {
        let original = |guide: &Guide| wanted::original(known.as_ref(), wanted.file(), guide);
        let (file, remarks) = check_beside(&wanted.name, &wanted.bytes, attributes(known.as_ref()), &original);
        found.extend(file.problems.into_iter().chain(remarks));
    }
    let count = found.iter().filter(|problem| problem.level == Level::Problem).count();
    let told = |Problem { level, file, line, column, what, hint, .. }| Told { level: Level::word(level), file, line, column, what, hint };
    put_json(&found.into_iter().map(told).collect::<Vec<_>>())?;
    of_problems(count)
}

/// A remark is no reason to fail.
fn of_problems(count: usize) -> Result<(), Failure> {
    match count {
        0 => Ok(()),
        n => Err(Failure::mendable(say!("n-problems", count = n))),
    }
}

/// A guide as the interview will have it.
fn show(study: Option<&Path>, wish: &str, readers: For) -> Result<(), Failure> {
    let guide = wanted::known(study, wish)?;
    if readers == For::Programs {
        return put_json(&guide);
    }
    outline::put_guide(&guide);
    Ok(())
}
