//! `hearback study wall`: every interview on one time scale, in sentences, for programs, or as a picture.

use std::path::Path;

use serde::Serialize;

use crate::disk::whole;
use crate::document::wall::svg;
use crate::domain::standing::Standing;
use crate::domain::study::strip::Mark;
use crate::domain::study::strip::Silent;
use crate::domain::study::wall::Sort;
use crate::domain::study::wall::Wall;
use crate::domain::study::wall::WallRow;
use crate::domain::text::shown;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::study::WallOf;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_all;
use crate::shell::command::answer::put_json;
use crate::shell::command::place;
use crate::shell::command::study::refuse_vanished;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::clock;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// A session, for programs.
#[derive(Serialize)]
struct RowShown<'r> {
    session: &'r str,
    participant: &'r str,
    round: &'static str,
    guide: &'r str,
    date: &'r str,
    length_ms: u64,
    settled: usize,
    asked: usize,
    standing: Option<Standing>,
    topics: Vec<TopicShown<'r>>,
    silent: Vec<SilentShown>,
    marks: Vec<MarkShown>,
}

#[derive(Serialize)]
struct SilentShown {
    from_ms: u64,
    to_ms: u64,
    withheld: bool,
}

#[derive(Serialize)]
struct TopicShown<'r> {
    topic: &'r str,
    from_ms: u64,
    to_ms: u64,
}

#[derive(Serialize)]
struct MarkShown {
    at_ms: u64,
    is: &'static str,
    note: Option<u32>,
    codes: Vec<String>,
}

impl<'r> RowShown<'r> {
    fn of(row: &'r WallRow<'_>) -> Self {
        let topics = row.topics().iter();
        let mark = |mark: Mark| MarkShown {
            at_ms: mark.at.millis(),
            is: mark.is.word(),
            note: mark.note.map(|note| note.0),
            codes: row.codes(&mark).map(str::to_owned).collect(),
        };
        let silent = |one: &Silent| SilentShown { from_ms: one.from().millis(), to_ms: one.to().millis(), withheld: one.is_withheld };
        Self {
            session: &row.line.name,
            participant: &row.line.participant,
            round: row.line.round.word(),
            guide: &row.line.guide,
            date: &row.line.date,
            length_ms: row.length().millis(),
            settled: row.line.settled.0,
            asked: row.line.settled.1,
            topics: topics.map(|one| TopicShown { topic: &one.topic, from_ms: one.from().millis(), to_ms: one.to().millis() }).collect(),
            standing: row.line.standing.as_ref().ok().copied(),
            silent: row.line.fieldwork.strip.silent.iter().map(silent).collect(),
            marks: row.marks().into_iter().map(mark).collect(),
        }
    }
}

pub(super) fn wall(named: Option<&Path>, of: &WallOf) -> Result<(), Failure> {
    let study = OpenStudy::find(named)?;
    let lines = study.sessions(clock::wall())?;
    refuse_vanished(&study, &lines)?;
    let sort = sort(of.sort.as_deref(), &study)?;
    // What the shell took for one word stays one.
    let quoted = |word: &String| if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.clone() };
    let wanted = of.narrow.iter().map(quoted).collect::<Vec<_>>().join(" ");
    if let Some(why) = Wall::no_field(&study.register, &wanted) {
        return Err(Failure::mendable(why));
    }
    let wall = Wall::of(&lines, &study.register, &sort, &wanted);
    if wall.rows.is_empty() && wall.all > 0 {
        return Err(Failure::mendable(say!("wall-none-narrowed", wanted = &wanted)));
    }
    let title = wall.title(&sort, &study.register, &wanted);
    if let Some(file) = &of.svg {
        place::outside_the_study(&study.folder, file)?;
        let title = format!("{}: {title}", study.settings.title);
        let bytes = svg(&wall, &title, spoken().tag()).ok_or_else(|| Failure::new(Kind::Bug, say!("wall-no-svg")))?;
        whole::create(file, &bytes).map_err(|e| StoreError::io(file, message!("could-not-write-wall"), e))?;
        put(say!("wall-lies", file = file.display().to_string()));
        return Ok(());
    }
    if of.json {
        return put_json(&wall.rows.iter().map(RowShown::of).collect::<Vec<_>>());
    }
    put(shown(&title));
    let told = wall.rows.iter().flat_map(|row| std::iter::once(String::new()).chain(row.sentences(&row.marks())));
    put_all(told.map(|words| shown(&words).into_owned()));
    Ok(())
}

/// The order of this name.
fn sort(name: Option<&str>, study: &OpenStudy) -> Result<Sort, Failure> {
    let Some(name) = name else { return Ok(Sort::default()) };
    let all = Sort::all(&study.register);
    // An attribute that is called as an order of ours is asked for as one.
    let (attributes, wanted) = name.split_once(':').map_or((false, name), |(what, name)| (what == "attribute", name));
    let is_it = |sort: &&Sort| sort.word().eq_ignore_ascii_case(wanted) && (!attributes || matches!(sort, Sort::Attribute(_)));
    let found = all.iter().find(is_it).or_else(|| all.iter().find(|sort| sort.word().eq_ignore_ascii_case(name))).cloned();
    found.ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(Sort::word).collect();
        Failure::new(Kind::Usage, say!("wall-no-sort", name = name, known = known.join(", ")))
    })
}
