//! Which source of a project is which session of the study, and what of its coding is the analysis.
//!
//! A source is a session's where the command line says so; else by its GUID, which is ours where the program kept it; else by its name, which is
//! that of a file that we handed over; else where its case is a participant of whom there is one session and no more. Nothing is guessed: what
//! fits two sessions fits none. A session that is gone, or that may not be counted, gets nothing, whatever is in the file.
//!
//! What we handed over ourselves is no coding of the analysis. The codes for kinds of notes, moments, tags and questions never count: they are
//! known by their GUIDs, or by their names under the names that we put them under. A code of the study's own counts where somebody coded with it
//! in that program. That it was on a note already does not: such a coding has our GUID; or, where the program drew new ones, it is dated to the
//! second on which the session was set up, as we date it, or lies on a part that has the name we give to notes. So no code of a note is counted
//! with a date on which nobody coded.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::collections::HashSet;

use crate::domain::code;
use crate::domain::handover::known;
use crate::domain::study::coding::CodeOn;
use crate::domain::study::coding::CodedSession;
use crate::domain::study::coding::project::Guid;
use crate::domain::study::coding::project::Project;
use crate::domain::study::coding::project::ProjectCoding;
use crate::domain::study::coding::project::ProjectSource;
use crate::domain::time::Stamp;

/// Whether something may come back of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// It counts.
    Come,
    /// It is destroyed, or they take no part any more, or nobody can read what binds there.
    NotCome,
}

/// A session of the study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its name.
    pub name: String,
    /// What its files were called when they were handed over, without an ending.
    pub stem: String,
    /// Its random name; empty where it is gone.
    pub id: String,
    /// Whether something may come back of it.
    pub may: May,
    /// The codes of those who are in it.
    pub people: Vec<String>,
    /// Its takes.
    pub takes: Vec<u32>,
    /// The number of its last note.
    pub notes: u32,
    /// The codes on its notes.
    pub codes: Vec<String>,
    /// When it was set up, which is how what we hand over is dated.
    pub held: Stamp,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// What is on each session that has any, in the order of their names.
    pub sessions: Vec<CodedSession>,
    /// The sources that are a session's, each with that.
    pub sources: Vec<(String, String)>,
    /// The sources that are nobody's.
    pub unmatched: Vec<String>,
    /// The sources of sessions of which nothing may come back.
    pub not_come: Vec<String>,
    /// The sessions of which there is no source.
    pub without: Vec<String>,
    /// How many codings were handed over by us, and are none of the analysis.
    pub handed: usize,
}

/// By what a source was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Guid,
    Other,
}

/// What the GUID of something of ours is.
pub type Named<'n> = &'n dyn Fn(&str) -> Guid;

/// Lays `project` upon the sessions of the study; `said` says of which session a source is, by its name.
pub fn matched(project: &Project, all: &[Candidate], said: &[(String, String)], named: Named<'_>) -> Matched {
    let ours = sources_of(all, named);
    let of: Vec<Option<(usize, By)>> = project.sources.iter().map(|source| session_of(project, source, all, said, &ours)).collect();
    let mut out = Matched::default();
    for (source, of) in project.sources.iter().zip(&of) {
        let name = source.names.first().cloned().unwrap_or_default();
        match of.and_then(|(n, _)| all.get(n)) {
            None => out.unmatched.push(name),
            Some(one) if one.may == May::NotCome => out.not_come.push(name),
            Some(one) => out.sources.push((name, one.name.clone())),
        }
    }
    let is_there = |one: &&Candidate| one.may == May::Come && out.sources.iter().all(|(_, session)| *session != one.name);
    out.without = all.iter().filter(is_there).map(|one| one.name.clone()).collect();
    (out.sessions, out.handed) = coded(project, all, &of, named);
    out
}

/// The GUIDs of what we hand over of each session, each with the place of that; a session that is gone has none.
fn sources_of(all: &[Candidate], named: Named<'_>) -> HashMap<Guid, usize> {
    let mut ours = HashMap::new();
    for (n, one) in all.iter().enumerate().filter(|(_, one)| !one.id.is_empty()) {
        ours.insert(named(&known::page(&one.id)), n);
        for source in sources(one) {
            ours.insert(named(&known::transcript(&source)), n);
            ours.insert(named(&source), n);
        }
    }
    ours
}

/// What the sources of a session are made of: one for each take, and one where none leaves.
fn sources(one: &Candidate) -> impl Iterator<Item = String> + '_ {
    std::iter::once(0).chain(one.takes.iter().copied()).map(|take| known::source(&one.id, take))
}

/// The place of the session that `source` is of.
fn session_of(
    project: &Project,
    source: &ProjectSource,
    all: &[Candidate],
    said: &[(String, String)],
    ours: &HashMap<Guid, usize>,
) -> Option<(usize, By)> {
    let is_said = |(name, _): &&(String, String)| source.names.iter().any(|own| is_source(own, name));
    if let Some((_, session)) = said.iter().find(is_said) {
        return all.iter().position(|one| one.name == *session).map(|n| (n, By::Other));
    }
    let by_guid = source.guids.iter().filter_map(|guid| ours.get(guid).copied());
    if let Some(n) = the_one(by_guid) {
        return Some((n, By::Guid));
    }
    let by_name = source.names.iter().filter_map(|name| by_name(name, all));
    let by_case = || {
        let of = |(_, sources): &&(String, Vec<Guid>)| sources.iter().any(|one| source.guids.contains(one));
        let case = the_one(project.cases.iter().filter(of).map(|(name, _)| name.trim().to_lowercase()))?;
        let theirs = |(_, one): &(usize, &Candidate)| one.people.iter().any(|code| code.to_lowercase() == case);
        the_one(all.iter().enumerate().filter(theirs).map(|(n, _)| n))
    };
    the_one(by_name).or_else(by_case).map(|n| (n, By::Other))
}

/// Whether a source that is called `own` is the one that somebody calls `name`, with its ending or without.
pub fn is_source(own: &str, name: &str) -> bool {
    let (own, name) = (own.trim().to_lowercase(), name.trim().to_lowercase());
    own == name || bare(&own).0 == name
}

/// The one that all of them are; nothing where there is none, or another.
fn the_one<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|one| one == first).then_some(first)
}

/// Endings that a file of ours may have by now: its own, those that programs put behind it, and those of what a transcript was written in.
const ENDINGS: [&str; 14] =
    [".txt", ".wav", ".docx", ".doc", ".rtf", ".pdf", ".md", ".odt", ".html", ".vtt", ".srt", ".mp3", ".m4a", ".flac"];

/// A name without its folder and its endings, in small letters, and whether it is that of sound.
fn bare(name: &str) -> (String, bool) {
    let name = name.trim().to_lowercase();
    let mut left = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut is_sound = false;
    while let Some((short, ending)) = ENDINGS.iter().find_map(|ending| Some((left.strip_suffix(ending)?, ending))) {
        is_sound = is_sound || *ending == ".wav";
        left = short.trim_end();
    }
    (left.to_owned(), is_sound)
}

/// The place of the session of which a file of this name was handed over.
fn by_name(name: &str, all: &[Candidate]) -> Option<usize> {
    let (left, is_sound) = bare(name);
    let left = left.strip_suffix("-page").unwrap_or(&left);
    let is_take = |rest: &str, of: &Candidate| {
        let take = rest.strip_prefix('-').filter(|n| n.bytes().all(|byte| byte.is_ascii_digit())).and_then(|n| n.parse().ok());
        // Of one that is gone nobody knows how many takes it had.
        take.is_some_and(|take: u32| of.takes.contains(&take) || of.may == May::NotCome)
    };
    let places = |fits: &dyn Fn(&str, &Candidate) -> bool| {
        let rest = |one: &Candidate| left.strip_prefix(one.stem.to_lowercase().as_str()).map(str::to_owned);
        let fitting = all.iter().enumerate().filter(|(_, one)| rest(one).is_some_and(|rest| fits(&rest, one)));
        fitting.map(|(n, _)| n).collect::<Vec<_>>()
    };
    let (whole, take) = (places(&|rest, _| rest.is_empty()), places(&is_take));
    // "x-2" is the second take of x, or a session that is called so; the ending says which: sound always has its take in its name.
    let (first, second) = if is_sound { (take, whole) } else { (whole, take) };
    match (first.as_slice(), second.as_slice()) {
        ([n], []) | ([], [n]) => Some(*n),
        ([n], [_]) if name.contains('.') => Some(*n),
        _ => None,
    }
}

/// What somebody coded on each session, and how many codings we handed over.
fn coded(project: &Project, all: &[Candidate], of: &[Option<(usize, By)>], named: Named<'_>) -> (Vec<CodedSession>, usize) {
    let places: HashMap<Guid, usize> = project.codes.iter().enumerate().map(|(n, code)| (code.guid, n)).collect();
    let handed_over: HashSet<usize> = (0..project.codes.len()).filter(|n| is_handed_over(project, *n, named)).collect();
    let mut own = Own { all, named, known: HashMap::new() };
    let mut seen: HashSet<Guid> = HashSet::new();
    let mut on: BTreeMap<usize, BTreeMap<usize, CodeOn>> = BTreeMap::new();
    let mut handed = 0;
    for coding in &project.codings {
        let Some((n, by)) = of.get(coding.source).copied().flatten() else { continue };
        let (Some(place), Some(session)) = (places.get(&coding.code).copied(), all.get(n)) else { continue };
        // What stands on a sound and on its transcript is one.
        if session.may == May::NotCome || coding.guid != Guid::NONE && !seen.insert(coding.guid) {
            continue;
        }
        let name = project.codes.get(place).map_or("", |code| code.name.as_str());
        if handed_over.contains(&place) || own.is_own(coding, name, n, by) {
            handed += 1;
            continue;
        }
        let codes = on.entry(n).or_default();
        let code = codes.entry(place).or_insert_with(|| CodeOn { code: project.path(place), codings: 0, first: None });
        code.codings += 1;
        code.first = earlier(code.first, coding.at);
    }
    let sessions = on.into_iter().filter_map(|(n, codes)| {
        let session = all.get(n)?.name.clone();
        let mut merged: Vec<CodeOn> = Vec::new();
        for code in codes.into_values() {
            match merged.iter_mut().find(|one| one.key() == code.key()) {
                Some(one) => (one.codings, one.first) = (one.codings + code.codings, earlier(one.first, code.first)),
                None => merged.push(code),
            }
        }
        Some(CodedSession { session, codes: merged })
    });
    let mut sessions: Vec<CodedSession> = sessions.collect();
    sessions.sort_by(|one, other| one.session.cmp(&other.session));
    (sessions, handed)
}

fn earlier(one: Option<Stamp>, other: Option<Stamp>) -> Option<Stamp> {
    one.into_iter().chain(other).min_by_key(|at| at.utc_ms)
}

/// Whether the code at this place is one of those that we put under a name of ours.
fn is_handed_over(project: &Project, place: usize, named: Named<'_>) -> bool {
    let Some(code) = project.codes.get(place) else { return false };
    let name = code.name.trim();
    if known::GROUPS.iter().any(|group| code.guid == named(&known::code(group, name))) {
        return true;
    }
    let Some(above) = code.within.and_then(|within| project.codes.get(within)).filter(|above| above.within.is_none()) else {
        return false;
    };
    let is_above = |group: &&&str| above.guid == named(&known::group(group)) || above.name.trim().trim_end_matches(':') == **group;
    // What somebody put under one of these names since then is called otherwise, and counts.
    match known::GROUPS.iter().find(is_above).copied() {
        Some(known::TAGS) => name.starts_with('#'),
        Some(known::INTERVIEW) => name == known::MOMENT || [known::NOTE, known::GAP].iter().any(|kind| name.starts_with(kind)),
        Some(known::QUESTIONS) => name.ends_with(')') && name.contains(" ("),
        _ => false,
    }
}

/// What is known of the codings that we hand over.
struct Own<'o> {
    all: &'o [Candidate],
    named: Named<'o>,
    /// Their GUIDs, by the session and the code.
    known: HashMap<(usize, Guid), HashSet<Guid>>,
}

impl Own<'_> {
    /// Whether a coding with the code of this name, on the session at this place, says that it was on a note already.
    fn is_own(&mut self, coding: &ProjectCoding, name: &str, n: usize, by: By) -> bool {
        let Some(session) = self.all.get(n) else { return false };
        let named = self.named;
        if coding.guid.is_named() {
            let codes = [coding.code.written(), named(&known::code("", name)).written()];
            let all_of = || {
                let notes = sources(session).flat_map(|source| (1..=session.notes).map(move |note| known::note(&source, note)));
                notes.flat_map(|note| codes.each_ref().map(|code| named(&known::coding(&note, code)))).collect()
            };
            if self.known.entry((n, coding.code)).or_insert_with(all_of).contains(&coding.guid) {
                return true;
            }
        }
        if !session.codes.iter().any(|one| code::same(one, name)) {
            return false;
        }
        // A program that leaves out the zone says the same digits.
        let held = session.held.utc_ms.div_euclid(1000);
        let is_held = |at: Stamp| [0, i64::from(at.zone_min) * 60].iter().any(|east| at.utc_ms.div_euclid(1000) + east == held);
        coding.at.is_some_and(is_held) || by == By::Other && coding.note.is_some()
    }
}

#[cfg(test)]
mod tests;
