//! A checklist of a study, and the report that its records make of it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::domain::code;
use crate::domain::session::Session;
use crate::domain::study::decisions::Decision;
use crate::domain::study::figures::Figures;
use crate::domain::study::interviewer::InterviewerProfile;
use crate::domain::study::reporting::Report;
use crate::domain::study::reporting::checklist::Checklist;
use crate::domain::study::reporting::facts::Facts;
use crate::domain::study::reporting::facts::OwnProfile;
use crate::domain::study::reporting::key;
use crate::domain::study::reporting::records::Records;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::shell::archive::figures::figures;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::failure::Failure;
use crate::shell::identity;
use crate::shell::identity::Identity;
use crate::store::by_hand;
use crate::store::checklist;
use crate::store::checklist::BUILT_IN;
use crate::store::checklist::read_checklist;
use crate::store::coding_file;
use crate::store::decisions::FILE;
use crate::store::decisions::read_decisions;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::store::problem::Problem;
use crate::store::profile;
use crate::words::say;

/// A report, and what has to be said beside it.
pub(crate) struct Reported {
    /// The report.
    pub(crate) report: Report,
    /// The figures it rests on.
    pub(crate) figures: Figures,
    /// The sessions they are of.
    pub(crate) lines: Vec<SessionLine>,
    /// What is wrong with the decision log: decisions may be missing in it.
    pub(crate) problems: Vec<Problem>,
}

/// The checklist called `name`: the study's own, or one that comes with the program.
pub(crate) fn find(study: &OpenStudy, name: &str) -> Result<Checklist, Failure> {
    let name = key(name);
    let own = own(study)?;
    // What is looked for is a file that is there, so no name leads out of the folder.
    let (file, bytes) = match (own.iter().find(|own| key(own) == name), BUILT_IN.iter().find(|(built_in, _)| *built_in == name)) {
        (Some(own), _) => {
            let file = Path::new(checklist::FOLDER).join(format!("{own}.yaml"));
            let bytes = folder::read_below(study.folder.root(), &file)?;
            (file.display().to_string(), bytes)
        }
        (None, Some((built_in, text))) => ((*built_in).to_owned(), text.as_bytes().to_vec()),
        (None, None) => {
            let known: BTreeSet<String> = BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).chain(own).collect();
            let known: Vec<String> = known.into_iter().collect();
            return Err(Failure::mendable(say!("checklist-unknown", name = &name, known = known.join(", "))));
        }
    };
    let told = |problems: Vec<Problem>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    read_checklist(&name, &file, &bytes).map_err(|problems| Failure::mendable(told(problems)))
}

/// The names of the study's own checklists, as their files are called without their ends; none where it has no folder for them.
fn own(study: &OpenStudy) -> Result<Vec<String>, StoreError> {
    let files = folder::entries(&study.folder.root().join(checklist::FOLDER))?;
    let own = files.iter().filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    let mut names: Vec<String> = own.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    Ok(names)
}

/// The report of `study` by `checklist`, as it is at `now`, made by whoever is `identity`.
pub(crate) fn report(study: &OpenStudy, checklist: &Checklist, identity: &Identity, now: Stamp) -> Result<Reported, Failure> {
    let (figures, lines) = figures(study, now)?;
    let counted = counted(study, &figures, &lines)?;
    let log = read_decisions(FILE, &by_hand::read(&study.folder.root().join(FILE))?);
    let decisions: &[Decision] = &log.decisions;
    let records = Records::of(&counted, decisions, &study.register, &study.settings.title);
    let is_counted = |line: &&SessionLine| counted.iter().any(|(name, _)| *name == line.name);
    let codes = code::of_study(&study.settings.codes, lines.iter().filter(is_counted).flat_map(|line| &line.codes));
    let coding = coding_file::read(study.folder.root())?;
    let coding = coding.map(|coding| coding.of_sessions(|session| counted.iter().any(|(name, _)| name == session)));
    let (own, on) = (own_profile(identity), now.date());
    let facts = Facts {
        figures: &figures,
        records: &records,
        settings: &study.settings,
        codes: &codes,
        coding: coding.as_ref(),
        own: own.as_ref(),
        on: &on,
        version: env!("CARGO_PKG_VERSION"),
    };
    let report = Report::of(checklist, &facts);
    Ok(Reported { report, figures, lines, problems: log.problems })
}

/// The sessions of `lines` that the figures count, read whole, each with its name: what came since is in neither.
fn counted(study: &OpenStudy, figures: &Figures, lines: &[SessionLine]) -> Result<Vec<(String, Session)>, StoreError> {
    let left_out: BTreeSet<&str> = figures.sessions.not_counted.iter().map(|one| one.session.as_str()).collect();
    let names: BTreeSet<&str> = lines.iter().map(|line| line.name.as_str()).filter(|name| !left_out.contains(name)).collect();
    let folders = study.folder.sessions()?.into_iter().filter(|folder| names.contains(folder.name().as_str()));
    folders.map(|folder| Ok((folder.name(), sessions::read(&folder)?.session))).collect()
}

/// What whoever works here wrote of themselves; nothing where nobody knows who that is. One that cannot be read says nothing.
fn own_profile(identity: &Identity) -> Option<OwnProfile> {
    let code = identity.code()?.as_str().to_owned();
    let kept = profile::read(&identity::config_folder()?).ok()?;
    let said = |words: String| Some(words).filter(|words| !words.trim().is_empty());
    let says = InterviewerProfile {
        training: said(kept.training),
        occupation: said(kept.occupation),
        stance: said(kept.stance),
        ..InterviewerProfile::default()
    };
    Some(OwnProfile { code, says })
}
