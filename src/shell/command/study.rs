//! `hearback study`: the figures of the study, for people, for a paper, and for programs.

use std::path::Path;

use crate::document::figures as written;
use crate::domain::study::figures::Figures;
use crate::domain::study::figures::told;
use crate::domain::study::figures::told::tables;
use crate::domain::study::session_line::SessionLine;
use crate::shell::archive::figures::figures;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::Vanished;
use crate::shell::cli::study::FiguresAs;
use crate::shell::command::answer::PAGE;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::clock;
use crate::words::say;

pub(super) fn study(named: Option<&Path>, form: FiguresAs) -> Result<(), Failure> {
    let study = OpenStudy::find(named)?;
    let (figures, lines) = figures(&study, clock::wall())?;
    refuse_vanished(&study, &lines)?;
    if form.json {
        put_json(&figures)?;
    } else if form.csv {
        let csv = written::csv(&figures).map_err(|why| Failure::new(Kind::Bug, say!("answer-no-json", why = why.to_string())))?;
        put_as_it_stands(csv.as_bytes());
    } else if form.markdown {
        put_as_it_stands(written::markdown(&tables(&figures)).as_bytes());
    } else {
        for (n, table) in tables(&figures).iter().enumerate() {
            if n > 0 {
                put("");
            }
            table.lines(PAGE).iter().for_each(put);
        }
    }
    unread(&figures, &lines)
}

/// Says where sessions are gone that were there, and refuses to count where that is sure.
pub(super) fn refuse_vanished(study: &OpenStudy, lines: &[SessionLine]) -> Result<(), Failure> {
    match if lines.is_empty() { study.vanished() } else { None } {
        Some(Vanished::Surely(words)) => return Err(Failure::new(Kind::Storage, words)),
        Some(perhaps) => remark(noted(perhaps.words())),
        None => {}
    }
    Ok(())
}

/// Names the sessions that cannot be read: all other figures are told, and they are not whole.
pub(super) fn unread(figures: &Figures, lines: &[SessionLine]) -> Result<(), Failure> {
    told::unread(figures, lines).map_or(Ok(()), |words| Err(Failure::new(Kind::Storage, words)))
}
