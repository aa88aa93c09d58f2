//! The figures of a study on disk: its sessions as they are listed, and each text of a guide that they keep, read once.

use std::collections::BTreeMap;
use std::collections::HashMap;

use crate::domain::guide::Guide;
use crate::domain::study::figures::Basis;
use crate::domain::study::figures::Figures;
use crate::domain::study::figures::told;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::shell::archive::bundle;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::first_problem;
use crate::store::coding_file;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::tui::msg::FiguresReport;

/// The figures of `study` as they are at `now`, and the sessions they are made of.
pub(crate) fn figures(study: &OpenStudy, now: Stamp) -> Result<(Figures, Vec<SessionLine>), StoreError> {
    let lines = study.sessions(now)?;
    let kept = kept(study, &lines)?;
    let coding = coding_file::read(study.folder.root())?;
    let own: Vec<Guide> = study.guides.iter().map(|at| bundle::as_changed_here(&at.guide)).collect();
    let own: Vec<&Guide> = own.iter().collect();
    let material = Basis {
        title: &study.settings.title,
        analysis: study.settings.analysis,
        coding: coding.as_ref(),
        sessions: &lines,
        kept: &kept,
        own: &own,
        register: &study.register,
    };
    let figures = Figures::of(material);
    Ok((figures, lines))
}

/// The figures of `study` for a screen: the study is read anew, with what of it cannot be read and why.
pub(crate) fn report(study: &OpenStudy, now: Stamp) -> Result<FiguresReport, String> {
    let counted = study.again().and_then(|study| Ok((figures(&study, now)?, study)));
    let ((figures, lines), study) = counted.map_err(|why| why.to_string())?;
    Ok(FiguresReport { unread: told::unread(&figures, &lines), problem: first_problem(&study.problems), figures })
}

/// The guides that the sessions keep, by the digest of their text. Of a thousand sessions with one guide, one is read.
fn kept(study: &OpenStudy, lines: &[SessionLine]) -> Result<BTreeMap<String, Guide>, StoreError> {
    let folders: HashMap<String, SessionFolder> = study.folder.sessions()?.into_iter().map(|folder| (folder.name(), folder)).collect();
    let mut kept = BTreeMap::new();
    for line in lines {
        let sum = &line.fieldwork.text;
        if sum.is_empty() || kept.contains_key(sum) {
            continue;
        }
        // One whose guide was changed since it was listed is as good as unread.
        let bytes = folders.get(&line.name).and_then(|folder| folder.guide().ok()).filter(|bytes| sessions::guide_sum(bytes) == *sum);
        let guide = bytes.zip(folders.get(&line.name)).and_then(|(bytes, folder)| sessions::frozen_guide(folder, &bytes).ok());
        kept.extend(guide.map(|guide| (sum.clone(), guide)));
    }
    Ok(kept)
}
