//! `hearback codes`: the codes of the study for notes, what each means, and on how many notes of how many sessions it is.
//!
//! These are *codes in notes*: a beginning that is made while listening back, and not the study's coding, which is done elsewhere and comes back
//! from there (`codes/import.rs`).

pub(super) mod import;

use std::path::Path;

use serde::Serialize;

use crate::domain::code;
use crate::domain::text::shown;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
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
            for one in &all {
                let CodeShown { code, description, when, notes, sessions, .. } = one;
                let [code, description, when] = [code, description, when].map(|text| shown(text));
                put(format!("{code}\t{notes}\t{sessions}\t{description}\t{when}"));
            }
            if all.is_empty() {
                put(say!("codes-none"));
            }
        }
    }
    Ok(())
}
