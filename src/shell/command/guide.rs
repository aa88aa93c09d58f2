//! `hearback guide`: make, check, show, compare and print topic guides.

mod diff;
mod log;
mod print;
mod translate;
mod versions;
pub(super) mod wanted;

use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::disk::whole;
use crate::domain::agenda;
use crate::domain::circumstances::Circumstances;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Priority;
use crate::domain::guide::Round;
use crate::domain::guide::When;
use crate::domain::guide::wording::one_line;
use crate::domain::text::shown;
use crate::shell::archive::bundle;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::import;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::store::guide_file::GuideFile;
use crate::store::guide_file::check_beside;
use crate::store::problem::Level;
use crate::store::problem::Problem;
use crate::words;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;

pub(super) fn guide(study: Option<&Path>, what: cli::GuideSubcommand) -> Result<(), Failure> {
    let readers = |json| if json { For::Programs } else { For::People };
    match what {
        cli::GuideSubcommand::New { id } => new(study, &id),
        cli::GuideSubcommand::Import { file, out, json } => import::import(study, &file, out, readers(json)),
        cli::GuideSubcommand::Check { files, json: false } => check(study, files),
        // What programs read is the same in every language.
        cli::GuideSubcommand::Check { files, json: true } => words::speaking(Words::english(), || check_for_programs(study, files)),
        cli::GuideSubcommand::Show { guide, json } => show(study, &guide, readers(json)),
        cli::GuideSubcommand::Print { guide, format, round, out } => print::print(study, &guide, format.into(), round.map(Into::into), out),
        cli::GuideSubcommand::Log(entry) => log::log(study, entry),
        cli::GuideSubcommand::Versions { guide, json } => versions::versions(study, guide.as_deref(), readers(json)),
        cli::GuideSubcommand::TranslateCheck { guide, original } => translate::translate_check(study, &guide, original.as_deref()),
        cli::GuideSubcommand::Diff { before, after, json } => diff::diff(study, &before, &after, readers(json)),
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

/// A file, and the name it goes by.
type Named = (String, PathBuf);

/// The guides that are looked at, and what is wrong with the study's own files besides: what is remarked on
/// elsewhere in one line is told here in full.
fn looked_at(study: Option<&Path>, files: Vec<PathBuf>) -> Result<(Vec<Named>, Vec<Problem>), Failure> {
    if !files.is_empty() {
        return Ok((files.into_iter().map(|path| (path.display().to_string(), path)).collect(), Vec::new()));
    }
    let study = OpenStudy::find(study)?;
    let guides = study.folder.guides()?.into_iter().map(|path| (study::named_in(&study.folder, &path), path));
    let guides: Vec<Named> = guides.collect();
    let others = study.problems.into_iter().filter(|problem| guides.iter().all(|(name, _)| *name != problem.file)).collect();
    Ok((guides, others))
}

/// Every problem of the files at once, and after those of a file what could be better.
fn check(study: Option<&Path>, files: Vec<PathBuf>) -> Result<(), Failure> {
    let (files, others) = looked_at(study, files)?;
    let tell = |problems: &[Problem]| {
        for problem in problems {
            put(format!("{problem}\n"));
        }
    };
    tell(&others);
    let mut count = others.len();
    let known = OpenStudy::find(study).ok();
    for (name, path) in &files {
        let original = |guide: &Guide| wanted::original(known.as_ref(), Some(path), guide);
        let (GuideFile { guide, problems }, remarks) = check_beside(name, &folder::read_text(path)?, &original);
        tell(&problems);
        tell(&remarks);
        count += problems.len();
        if let (true, Some(guide)) = (problems.is_empty(), &guide) {
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
fn check_for_programs(study: Option<&Path>, files: Vec<PathBuf>) -> Result<(), Failure> {
    let (files, mut found) = looked_at(study, files)?;
    let known = OpenStudy::find(study).ok();
    for (name, path) in &files {
        let original = |guide: &Guide| wanted::original(known.as_ref(), Some(path), guide);
        let (file, remarks) = check_beside(name, &folder::read_text(path)?, &original);
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
    put(say!(
        "guide-head",
        title = &*shown(&guide.title),
        id = guide.id.to_string(),
        version = &guide.version,
        language = &guide.language,
        minutes = message!("minutes", count = guide.minutes)
    ));
    if let Some(aim) = &guide.aim {
        paragraphs(&say!("guide-aim"), aim);
    }
    paragraphs(&say!("part-introduction"), &guide.introduction);
    put(format!("\n{}", say!("guide-consent")));
    for item in &guide.consent {
        put(format!("   {}: {}", item.id, shown(item.say.trim())));
        beside(6, &remarks(item.instruct.as_deref(), &When::default()));
    }
    for round in &guide.rounds {
        put(format!("\n{}", say!("guide-round", round = round.word())));
        outline(&guide, *round);
    }
    paragraphs(&say!("part-closing"), &guide.closing);
    if let Some(distress) = &guide.distress {
        put(format!("\n{}", say!("guide-distress")));
        for (head, lines) in [
            (say!("guide-distress-signs"), &distress.signs),
            (say!("guide-distress-steps"), &distress.steps),
            (say!("guide-distress-support"), &distress.support),
        ] {
            if !lines.is_empty() {
                put(format!("   {head}"));
                for line in lines {
                    put(format!("      - {}", shown(line.trim())));
                }
            }
        }
    }
    Ok(())
}

/// What is read aloud, or known, under its head: a paragraph after the other.
fn paragraphs(head: &str, text: &str) {
    put(format!("\n{head}"));
    for (n, paragraph) in agenda::paragraphs(text).enumerate() {
        if n > 0 {
            put("");
        }
        put(format!("   {}", shown(&one_line(paragraph))));
    }
}

fn outline(guide: &Guide, round: Round) {
    let mut topic = usize::MAX;
    for ((at, _), question) in Circumstances::any(guide, round).asked(guide) {
        if at != topic {
            topic = at;
            let topic = &guide.topics[at];
            put(format!("\n{}", say!("guide-topic", number = at + 1, title = &*shown(&topic.title), minutes = topic.minutes)));
            beside(3, &remarks(topic.instruct.as_deref(), &topic.when));
            if let Some(bridge) = &topic.say {
                put(format!("   {}", say!("lead-over", words = &*shown(bridge.trim()))));
            }
            card(topic.show.as_deref());
        }
        put(format!("   {}", shown(question.ask.trim())));
        let priority = match question.priority {
            Priority::Plain => None,
            Priority::Key => Some(say!("guide-key-question")),
            Priority::Optional(number) => Some(say!("guide-optional-question", number = number)),
        };
        beside(6, &priority.into_iter().chain(remarks(question.instruct.as_deref(), &question.when)).collect::<Vec<_>>());
        card(question.show.as_deref());
        if !question.choices.is_empty() {
            let answers: Vec<String> = question.choices.iter().map(|c| format!("{} {}", shown(&c.code), shown(c.say.trim()))).collect();
            put(format!("      {}", say!("guide-answers", answers = answers.join(", "))));
        }
        for probe in &question.probes {
            put(format!("      - {}", shown(probe.ask.trim())));
            beside(8, &remarks(probe.instruct.as_deref(), &probe.when));
        }
    }
}

/// What the interviewer is told about a part and does not read aloud: when it is asked, and what to do.
fn remarks(instruct: Option<&str>, when: &When) -> Vec<String> {
    when.words().into_iter().chain(instruct.map(one_line)).collect()
}

/// Remarks on a part, in brackets, so that they are not taken for words to be read.
fn beside(indent: usize, remarks: &[String]) {
    for remark in remarks {
        put(format!("{}{}", " ".repeat(indent), say!("guide-instruct", words = &*shown(remark))));
    }
}

fn card(show: Option<&str>) {
    if let Some(words) = show {
        put(format!("      {}", say!("guide-card", words = &*shown(&one_line(words)))));
    }
}
