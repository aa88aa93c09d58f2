//! The sessions of a study as those that a project of a program for analysis may be about.

use std::collections::HashMap;

use crate::domain::handover::stem_of;
use crate::domain::standing::Standing;
use crate::domain::study::coding::matched::Candidate;
use crate::domain::study::coding::matched::May;
use crate::domain::study::fieldwork::Countable;
use crate::domain::study::fieldwork::Noted;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;

/// Each session of `study` that was held or is gone, as it is at `now`. Of one that is not over nothing was handed over.
pub(crate) fn candidates(study: &OpenStudy, now: Stamp) -> Result<Vec<Candidate>, StoreError> {
    let folders: HashMap<String, SessionFolder> = study.folder.sessions()?.into_iter().map(|folder| (folder.name(), folder)).collect();
    let is_over = |line: &&SessionLine| !matches!(line.standing, Ok(Standing::Planned | Standing::UnderWay | Standing::Interrupted));
    Ok(study.sessions(now)?.iter().filter(is_over).map(|line| candidate(line, folders.get(&line.name))).collect())
}

/// Whether something may come back of the session with this line. Where its notes are destroyed, codes are what its notes came to.
pub(crate) fn may_come(line: &SessionLine) -> May {
    let is_there = line.standing.as_ref().is_ok_and(|standing| !matches!(standing, Standing::Withdrawn | Standing::Destroyed));
    let counts = line.fieldwork.countable == Countable::Yes && line.fieldwork.noted == Noted::Here;
    if is_there && counts { May::Come } else { May::NotCome }
}

fn candidate(line: &SessionLine, folder: Option<&SessionFolder>) -> Candidate {
    let people = line.people.iter().map(|one| one.code.clone()).chain([line.participant.clone()]).collect();
    let gone = Candidate {
        name: line.name.clone(),
        stem: stem_of(&line.name),
        id: String::new(),
        may: May::NotCome,
        people,
        takes: Vec::new(),
        notes: 0,
        codes: Vec::new(),
        held: Stamp::new(0, 0),
    };
    let found = folder.filter(|_| may_come(line) == May::Come).and_then(|folder| sessions::read(folder).ok());
    let Some(session) = found.map(|found| found.session) else { return gone };
    let opened = session.opened();
    Candidate {
        id: if opened.id.is_empty() { line.name.clone() } else { opened.id.clone() },
        may: May::Come,
        takes: session.takes().keys().map(|take| take.0).collect(),
        notes: session.last_numbers().0,
        codes: session.codes_in_notes().into_keys().map(str::to_owned).collect(),
        held: session.held_on(),
        ..gone
    }
}
