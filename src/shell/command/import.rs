//! `hearback guide import`: a guide out of a file that was typed elsewhere, with what was guessed for it.

use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::disk::whole;
use crate::domain::guide::draft::Became;
use crate::domain::guide::draft::Draft;
use crate::domain::guide::draft::Guess;
use crate::domain::guide::draft::Missing;
use crate::domain::guide::guess::Source;
use crate::domain::guide::guess::guess;
use crate::domain::text::shown;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::widest;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::store::error::StoreError;
use crate::store::guide_file::read_guide;
use crate::store::guide_text;
use crate::store::import;
use crate::store::import::Counted;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// How many characters of a piece stand in the table.
const SHOWN: usize = 46;

/// Makes a guide of `file`, beside those of the study, here, or where `out` says.
pub(super) fn import(study: Option<&Path>, file: &Path, out: Option<PathBuf>, readers: For) -> Result<(), Failure> {
    let bytes = import::bytes_of(file)?;
    let unread = |why: import::unreadable::Unreadable| {
        Failure::mendable(say!("import-unread", file = file.display().to_string(), why = why.to_string()))
    };
    let typed = import::read(file, &bytes).map_err(unread)?;
    let name = |part: Option<&std::ffi::OsStr>| part.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (whole_name, stem) = (name(file.file_name()), name(file.file_stem()));
    let draft = guess(&typed.paragraphs, Source { file: &whole_name, stem: &stem, day: &clock::wall().date() });
    let text = guide_text::write(&draft.guide, &draft.remarks);
    let path = match out {
        Some(path) => path,
        None => place(study)?.join(format!("{}.yaml", draft.guide.id)),
    };
    whole::create(&path, text.as_bytes()).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::mendable(say!("import-exists", file = path.display().to_string())),
        _ => StoreError::io(&path, message!("could-not-make-guide"), e).into(),
    })?;
    let wrong = read_guide(&path.display().to_string(), text.as_bytes()).problems.len().saturating_sub(draft.untold());
    match readers {
        For::Programs => put_json(&Answer::of(&draft, &path, typed.counted)),
        For::People => {
            table(&draft.guesses, typed.counted);
            told(&draft, &path, wrong);
            Ok(())
        }
    }
}

/// Where a guide is written: into the study's guides, or here where there is no study.
fn place(study: Option<&Path>) -> Result<PathBuf, Failure> {
    match OpenStudy::place(study) {
        Ok(study) => Ok(study.root().join("guides")),
        Err(_) if study.is_none() && std::env::var_os("HEARBACK_STUDY").is_none() => Ok(PathBuf::new()),
        Err(why) => Err(why),
    }
}

/// What each piece of the file became.
fn table(guesses: &[Guess], counted: Counted) {
    let head = [
        match counted {
            Counted::Lines => say!("import-line"),
            Counted::Paragraphs => say!("import-paragraph"),
        },
        say!("import-text"),
        say!("import-is"),
        say!("import-because"),
    ];
    let rows = guesses.iter().map(|guess| {
        let at = guess.at.map(|at| at.to_string()).unwrap_or_default();
        let text = shown(&guess.text);
        let cut: String = text.chars().take(SHOWN).collect();
        let text = if text.chars().count() > SHOWN { cut.trim_end().to_owned() + "…" } else { cut };
        [at, text, spoken().say(guess.became.words()), spoken().say(guess.why.words())]
    });
    let rows: Vec<[String; 4]> = [head].into_iter().chain(rows).collect();
    let width = |column: usize| widest(rows.iter().map(|row| row[column].as_str()));
    let (at, text, became) = (width(0), width(1), width(2));
    for row in &rows {
        let line = format!("{}  {}  {}  {}", padded(&row[0], at), padded(&row[1], text), padded(&row[2], became), row[3]);
        put(line.trim_end());
    }
}

/// Where the guide lies, and what is to be done.
fn told(draft: &Draft, path: &Path, wrong: usize) {
    let (file, topics) = (path.display().to_string(), &draft.guide.topics);
    let questions = topics.iter().map(|topic| topic.questions.len()).sum::<usize>();
    let minutes = message!("minutes", count = draft.guide.minutes);
    let (topics, questions) = (message!("n-topics", count = topics.len()), message!("n-questions", count = questions));
    put(format!("\n{}", say!("import-made", file = &file, topics = topics, questions = questions, minutes = minutes)));
    for missing in &draft.missing {
        put(format!("   {}", spoken().say(missing.words())));
    }
    if wrong > 0 {
        put(format!("   {}", say!("import-wrong", count = wrong)));
    }
    put(say!("import-next", file = file));
}

/// The same for programs.
#[derive(Serialize)]
struct Answer<'d> {
    file: String,
    guide: &'d str,
    counted: &'static str,
    guesses: Vec<Row<'d>>,
    missing: &'d [Missing],
}

#[derive(Serialize)]
struct Row<'d> {
    at: Option<usize>,
    text: &'d str,
    became: Became,
    why: String,
}

impl<'d> Answer<'d> {
    fn of(draft: &'d Draft, path: &Path, counted: Counted) -> Self {
        let row = |guess: &'d Guess| Row { at: guess.at, text: &guess.text, became: guess.became, why: spoken().say(guess.why.words()) };
        Self {
            file: path.display().to_string(),
            guide: draft.guide.id.as_str(),
            counted: match counted {
                Counted::Lines => "lines",
                Counted::Paragraphs => "paragraphs",
            },
            guesses: draft.guesses.iter().map(row).collect(),
            missing: &draft.missing,
        }
    }
}
