//! `hearback codes`: the codes of the study for notes, what each means, and on how many notes of how many sessions it is.
//!
//! These are *codes in notes*: a beginning that is made while listening back, and not the study's coding, which is done elsewhere and comes back
//! from there (`codes/import.rs`): what came stands below them, as a table of its own.

pub(super) mod import;

use std::path::Path;

use serde::Serialize;

use crate::domain::code;
use crate::domain::study::figures::table::Side;
use crate::domain::study::figures::table::Table;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::PAGE;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::store::coding_file;
use crate::words::say;

/// For programs.
#[derive(Serialize)]
struct CodeShown {
    code: String,
    description: String,
    when: String,
    notes: usize,
    sessions: usize,
    /// The sessions it is in, in the order in which they were held.
    on: Vec<String>,
}

pub(super) fn codes(study: Option<&Path>, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let sessions = study.sessions(clock::wall())?;
    let all = code::of_study(&study.settings.codes, sessions.iter().flat_map(|line| &line.codes));
    let shown_of = |one: code::Code| {
        let with = sessions.iter().filter_map(|line| {
            let notes: usize = line.codes.iter().filter(|coded| one.is_called(&coded.code.code)).map(|coded| coded.notes).sum();
            (notes > 0).then(|| (line.name.clone(), notes))
        });
        let (on, notes): (Vec<String>, Vec<usize>) = with.unzip();
        CodeShown { code: one.code, description: one.description, when: one.when, notes: notes.iter().sum(), sessions: on.len(), on }
    };
    let all: Vec<CodeShown> = all.into_iter().map(shown_of).collect();
    match readers {
        For::Programs => return put_json(&all),
        For::People => {
            // What was coded elsewhere is none of these, and says itself where it comes from.
            let coding = coding_file::read(study.folder.root());
            let imported = coding.as_ref().ok().and_then(Option::as_ref);
            let tables = (!all.is_empty()).then(|| in_notes(&all)).into_iter().chain(imported.map(import::in_a_table));
            let tables: Vec<Table> = tables.collect();
            for (n, table) in tables.iter().enumerate() {
                if n > 0 {
                    put("");
                }
                table.lines(PAGE).iter().for_each(put);
            }
            if tables.is_empty() && coding.is_ok() {
                put(say!("codes-none"));
            }
            coding?;
        }
    }
    Ok(())
}

/// The codes for notes as a table.
fn in_notes(all: &[CodeShown]) -> Table {
    let column = |name: &'static str, side| (say!("codes-column", column = name), side);
    let row =
        |one: &CodeShown| [one.code.clone(), one.notes.to_string(), one.sessions.to_string(), one.description.clone(), one.when.clone()];
    Table::about(say!("codes-for-notes"))
        .with([
            column("code", Side::Left),
            column("notes", Side::Right),
            column("sessions", Side::Right),
            column("means", Side::Left),
            column("when", Side::Left),
        ])
        .rows(all.iter().map(row))
}
