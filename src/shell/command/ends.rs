//! `hearback ends`: what is to be seen to after an interview, and the interviewer's own page.
//!
//! The lines have the numbers of the end screen. Of the own page no more is printed than which lines are written, unless its words are asked
//! for: they are the interviewer's alone.

use std::path::Path;

use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::command::errands::Account;
use crate::domain::errand::Became;
use crate::domain::evening::GuideLookedAt;
use crate::domain::evening::LooseEnd;
use crate::domain::evening::PageLine;
use crate::domain::evening::SeenTo;
use crate::domain::evening::Verdict;
use crate::domain::loose_end::Open;
use crate::domain::loose_end::loose_ends;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::text::shown;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::EndsOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::shown::EndShown;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::tui::screen::end;
use crate::words::say;

/// For programs.
#[derive(Serialize)]
struct Told<'a> {
    session: String,
    loose_ends: Vec<EndShown>,
    page: Vec<PageShown<'a>>,
    guide: &'a GuideLookedAt,
}

#[derive(Serialize)]
struct PageShown<'a> {
    line: PageLine,
    written: bool,
    /// Its words, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

pub(super) fn ends(study: Option<&Path>, wish: &str, of: &EndsOf, readers: For, identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let found = sessions::read(&folder)?;
    let open = loose_ends(&found.session, &study.settings.leaving, clock::wall());
    if let Some(command) = wanted(&found.session, &open, of)? {
        return keep(&folder, command, identity);
    }
    let evening = found.session.evening();
    if readers == For::Programs {
        let page = PageLine::ALL.into_iter().map(|line| {
            let text = evening.page(line);
            PageShown { line, written: text.is_some(), text: text.filter(|_| of.own_page) }
        });
        let loose_ends = open.into_iter().map(EndShown::from).collect();
        return put_json(&Told { session: folder.name(), loose_ends, page: page.collect(), guide: evening.guide() });
    }
    put(end::sums(&found.session, None));
    let mut number = 0;
    for section in end::sections(&found.session, &study.settings.leaving, clock::wall()) {
        put(format!("{}  {}", section.title, section.beside));
        for (row, told) in section.lines {
            number += 1;
            let is_private = matches!(row, end::EndRow::Page(_)) && told.is_done && !of.own_page;
            let words = match &row {
                end::EndRow::Page(line) if is_private => say!("ends-page-written", line = line.words()),
                end::EndRow::Guide if evening.guide().verdict == Some(Verdict::Change) => {
                    let opened = found.session.opened();
                    say!("ends-guide-log", change = told.words, guide = opened.guide.as_str(), participant = &opened.participant)
                }
                _ => told.words,
            };
            let beside = if told.beside.is_empty() { String::new() } else { format!("  ({})", told.beside) };
            put(format!("{number:>3}  {}{beside}", shown(&words)));
        }
    }
    Ok(())
}

/// What is to be changed, if anything is.
fn wanted(session: &Session, open: &[Open], of: &EndsOf) -> Result<Option<Command>, Failure> {
    let on = Some(clock::wall());
    let errand = |end: &LooseEnd, is: Became, words: String| {
        Command::of_errand(end, is, Account { on: clock::wall().date(), words, ..Account::default() })
    };
    let end_of = |number: usize| -> Result<LooseEnd, Failure> {
        let end = number.checked_sub(1).and_then(|at| open.get(at)).map(|open| open.end.clone());
        let end = end.ok_or_else(|| Failure::new(Kind::Usage, say!("ends-no-such", number = number, count = open.len())))?;
        if end.is_closed_by_hand() { Ok(end) } else { Err(Failure::mendable(say!("end-closes-itself"))) }
    };
    let text = of.words.clone().unwrap_or_default();
    Ok(match (of.done, of.not_done, of.page, of.guide_stays, of.guide_changes.clone()) {
        (Some(number), ..) => {
            let end = end_of(number)?;
            let seen = SeenTo { end: end.clone().into(), outcome: text.clone(), on, stands: Stands::Stands };
            Some(errand(&end, Became::Done, text).unwrap_or(Command::SeeTo(seen)))
        }
        (_, Some(number), ..) => {
            let end = end_of(number)?;
            let outcome = session.evening().seen(&end).map(|seen| seen.outcome.clone()).unwrap_or_default();
            let seen = SeenTo { end: end.clone().into(), outcome, on, stands: Stands::TakenBack };
            Some(errand(&end, Became::Open, String::new()).unwrap_or(Command::SeeTo(seen)))
        }
        (_, _, Some(line), ..) => Some(Command::WritePage { about: line.into(), text }),
        (_, _, _, true, _) => Some(Command::LookAtGuide(GuideLookedAt { verdict: Some(Verdict::NoChange), what: String::new() })),
        (.., Some(what)) => Some(Command::LookAtGuide(GuideLookedAt { verdict: Some(Verdict::Change), what })),
        _ => None,
    })
}

fn keep(folder: &SessionFolder, command: Command, mut identity: Identity) -> Result<(), Failure> {
    let now = clock::wall();
    let mut held = opening::open(folder, now, &identity.sign())?;
    let event = held.found.session.decide(command).map_err(|refusal| Failure::mendable(refusal.to_string()))?;
    held.note(&[event], now)?;
    put(say!("ends-kept", session = folder.name()));
    Ok(())
}
