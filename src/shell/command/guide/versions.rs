//! `hearback guide versions`: which interviews were held with which version of a guide, since when, and why it was changed.

use std::collections::HashMap;
use std::path::Path;

use serde::Serialize;

use crate::domain::guide::Guide;
use crate::domain::guide::history::GuideVersion;
use crate::domain::guide::history::HeldWith;
use crate::domain::guide::history::history;
use crate::domain::standing::Standing;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::guide::wanted;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::words::message::message;
use crate::words::say;

/// A guide with its versions, for programs.
#[derive(Serialize)]
struct OverTime<'a> {
    guide: &'a str,
    title: &'a str,
    versions: Vec<GuideVersion>,
}

pub(super) fn versions(named: Option<&Path>, wish: Option<&str>, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(named)?;
    let (kept, held) = held(&study)?;
    // The study's own guide is the one that goes on; what only sessions keep is as the latest of them has it.
    let mut guides: Vec<&Guide> = study.guides.iter().map(|at| &at.guide).collect();
    for guide in &kept {
        if !guides.iter().any(|known| known.id == guide.id) {
            guides.push(guide);
        }
    }
    let mut only = None;
    if let Some(wish) = wish {
        let id = match wanted::id_and_version(wish) {
            Some((id, version)) => {
                only = Some(version);
                id.to_owned()
            }
            // What only sessions keep has no file, and is known by its id all the same.
            None if guides.iter().any(|guide| guide.id.as_str() == wish) => wish.to_owned(),
            None => wanted::known(named, wish)?.id.to_string(),
        };
        guides.retain(|guide| guide.id.as_str() == id);
        if guides.is_empty() {
            return Err(wanted::none_such(&study, wish));
        }
    }
    let of = |guide: &Guide| {
        let mut all = history(guide, held.get(guide.id.as_str()).map(Vec::as_slice).unwrap_or_default());
        all.retain(|of| only.is_none_or(|version| of.version == version));
        all
    };
    if let (Some(wish), true) = (wish, guides.iter().all(|guide| of(guide).is_empty())) {
        return Err(wanted::no_such_version(&study, wish));
    }
    if readers == For::Programs {
        let all = guides.iter().map(|guide| OverTime { guide: guide.id.as_str(), title: &guide.title, versions: of(guide) });
        return put_json(&all.collect::<Vec<_>>());
    }
    for (n, guide) in guides.iter().enumerate() {
        if n > 0 {
            put("");
        }
        put(format!("{}  {}", guide.id, shown(&guide.title)));
        of(guide).iter().for_each(tell);
    }
    Ok(())
}

/// The sessions that were held, by the id of their guide.
type ByGuide = HashMap<String, Vec<HeldWith>>;

/// The guides that sessions keep, the latest first, and the sessions.
fn held(study: &OpenStudy) -> Result<(Vec<Guide>, ByGuide), Failure> {
    let lines: HashMap<String, SessionLine> = study.sessions(clock::wall())?.into_iter().map(|line| (line.name.clone(), line)).collect();
    let (mut kept, mut held, mut read) = (Vec::new(), ByGuide::new(), HashMap::<Vec<u8>, Guide>::new());
    for folder in study.folder.sessions()?.into_iter().rev() {
        let Some(line) = lines.get(&folder.name()) else { continue };
        // What was only set up was not held.
        if line.standing == Ok(Standing::Planned) {
            continue;
        }
        let bytes = match folder.guide() {
            Ok(bytes) => bytes,
            Err(why) => {
                remark(noted(shown(&why.to_string()).into_owned()));
                continue;
            }
        };
        let text = sessions::guide_sum(&bytes);
        let guide = match read.get(&bytes) {
            Some(guide) => guide.clone(),
            None => match sessions::frozen(&folder) {
                Ok(guide) => guide,
                Err(_) => {
                    remark(noted(message!("guide-versions-unread", session = folder.name())));
                    continue;
                }
            },
        };
        let date = if line.date.is_empty() { folder.named_after().map_or_else(String::new, |(date, ..)| date) } else { line.date.clone() };
        let with = HeldWith { session: folder.name(), participant: line.participant.clone(), date, version: guide.version.clone(), text };
        held.entry(guide.id.to_string()).or_default().push(with);
        if read.insert(bytes, guide.clone()).is_none() {
            kept.push(guide);
        }
    }
    Ok((kept, held))
}

fn tell(version: &GuideVersion) {
    let since = match &version.since {
        Some(day) => message!("guide-versions-since", day = shown(day).into_owned()),
        None => message!("guide-versions-undated"),
    };
    let who: Vec<&str> = version.sessions.iter().map(|held| held.participant.as_str()).collect();
    let held = match version.sessions.as_slice() {
        [] => message!("guide-versions-unused"),
        [first, .., last] if first.date != last.date => {
            message!("guide-versions-held", count = who.len(), who = who.join(", "), first = &first.date, last = &last.date)
        }
        [first, ..] => message!("guide-versions-held-on", count = who.len(), who = who.join(", "), day = &first.date),
    };
    put(format!("   {}", say!("guide-versions-line", version = shown(&version.version).into_owned(), since = since, held = held)));
    if version.texts > 1 {
        put(format!("      {}", say!("guide-versions-texts", count = version.texts)));
    }
    version.changes.iter().for_each(|change| put(format!("      {}", shown(&change.as_line()))));
}
