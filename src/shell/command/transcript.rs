//! `hearback transcript`: what was said, in words, beside the notes; and what a human transcriber is given.

mod handed;
mod import;
mod named;
mod pack;
mod show;

use std::path::Path;

use crate::domain::command::Command;
use crate::domain::stands::Stands;
use crate::domain::study::looks_like_a_name;
use crate::domain::transcript::handed::Handed;
use crate::domain::transcript::handed::Step;
use crate::shell::cli::transcript::Share;
use crate::shell::cli::transcript::TranscriptSubcommand;
use crate::shell::cli::transcript::When;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::remark;
use crate::shell::command::days;
use crate::shell::failure::Failure;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::words::message::message;

pub(super) fn transcript(study: Option<&Path>, what: TranscriptSubcommand, identity: Identity) -> Result<(), Failure> {
    use TranscriptSubcommand as S;
    let readers = |json| if json { For::Programs } else { For::People };
    match what {
        S::Import(of) => import::import(study, &of, readers(of.json), identity),
        S::Show { session, json } => show::show(study, &session, readers(json)),
        S::Speakers { session, named } => show::speakers(study, &session, &named, identity),
        S::Heard { session, passage, undo } => show::heard(study, &session, &passage, stands(undo), identity),
        S::Pack { session, out, turns_withheld } => pack::pack(study, &session, &out, turns_withheld, identity),
        S::Given { session, to, when } => {
            if looks_like_a_name(&to) && to.split_whitespace().count() < 2 {
                remark(noted(message!("looks-like-a-name", code = to.as_str())));
            }
            handed::write(study, &session, step(Step::Given, to, None, &when)?, identity)
        }
        S::Returned { session, when } => handed::write(study, &session, step(Step::Returned, String::new(), None, &when)?, identity),
        S::Checked { session, by, share, when } => {
            handed::write(study, &session, step(Step::Checked, by.into(), Some(share), &when)?, identity)
        }
        S::NamesRemoved { session, when } => {
            handed::write(study, &session, step(Step::NamesRemoved, String::new(), None, &when)?, identity)
        }
        S::DeletedThere { session, whom, when } => {
            handed::write(study, &session, step(Step::DeletedThere, whom.unwrap_or_default(), None, &when)?, identity)
        }
        S::Register { json } => handed::register(study, readers(json)),
    }
}

fn stands(undo: bool) -> Stands {
    if undo { Stands::TakenBack } else { Stands::Stands }
}

fn step(step: Step, whom: String, share: Option<Share>, when: &When) -> Result<Command, Failure> {
    let handed = Handed {
        step,
        whom,
        on: days::by_now(when.on.clone(), clock::wall())?,
        share: share.map(|share| share.0),
        stands: stands(when.undo),
    };
    Ok(Command::HandTranscript(handed))
}
