//! `hearback init`, `sessions`, `show` and `recover`: the study's folder.

use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::audio::take::Depth;
use crate::domain::audio_end::AudioEnd;
use crate::domain::circumstances::Circumstances;
use crate::domain::consent::Consent;
use crate::domain::consent::Left;
use crate::domain::consent::Wish;
use crate::domain::coverage::Coverage;
use crate::domain::digest::Digest;
use crate::domain::distress::DistressMoment;
use crate::domain::event::DistressChoice;
use crate::domain::event::Opened;
use crate::domain::loss::losses;
use crate::domain::mishap::Mishap;
use crate::domain::mishap::MishapKind;
use crate::domain::named::Worded;
use crate::domain::note::Note;
use crate::domain::note::NoteKind;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::recording::TakeState;
use crate::domain::session::LEAST;
use crate::domain::session::Session;
use crate::domain::standing::Recorded;
use crate::domain::statement::Statement;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::time::length_words;
use crate::domain::timeline::Span;
use crate::shell::archive::bundle;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::damage;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::thorough;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::Vanished;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::answer::widest;
use crate::shell::command::place;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::store::folder::Study;
use crate::words::message::message;
use crate::words::say;

pub(super) fn init(dir: Option<PathBuf>, title: Option<String>) -> Result<(), Failure> {
    let dir = dir.unwrap_or_else(|| PathBuf::from("."));
    place::may_make_study(&dir)?;
    let title = title.unwrap_or_else(|| say!("init-no-title"));
    let files = bundle::study_files(&title);
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let study = Study::init(&dir, &files)?;
    let guides = message!("n-guides", count = bundle::GUIDES.len());
    put(say!("init-made", place = study.root().display().to_string(), guides = guides));
    put(say!("init-next"));
    Ok(())
}

#[derive(Serialize)]
struct ListedSession<'a> {
    session: &'a str,
    participant: &'a str,
    round: &'a str,
    guide: &'a str,
    date: &'a str,
    seconds: f64,
    settled: usize,
    questions: usize,
    standing: Option<&'a str>,
    wish: Option<Wish>,
    /// Takes that are not the recordings that were made.
    changed: Vec<ChangedShown>,
    /// Files among its takes that its journal does not know.
    strays: Vec<&'a str>,
    unreadable: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangedShown {
    file: String,
    state: TakeState,
}

impl<'a> From<&'a SessionLine> for ListedSession<'a> {
    fn from(line: &'a SessionLine) -> Self {
        Self {
            session: &line.name,
            participant: &line.participant,
            round: line.round.word(),
            guide: &line.guide,
            date: &line.date,
            seconds: line.length.as_secs_f64(),
            settled: line.settled.0,
            questions: line.settled.1,
            standing: line.standing.as_ref().ok().map(|s| s.word()),
            wish: line.wish,
            changed: line.changed.iter().map(|take| ChangedShown { file: take.take.file_name(), state: take.state }).collect(),
            strays: line.strays.iter().map(|stray| stray.0.as_str()).collect(),
            unreadable: line.standing.as_ref().err().map(String::as_str),
        }
    }
}

pub(super) fn list(study: Option<&Path>, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let lines = study.sessions(clock::wall())?;
    let vanished = if lines.is_empty() { study.vanished() } else { None };
    if let Some(Vanished::Surely(words)) = vanished {
        return Err(Failure::new(Kind::Storage, words));
    }
    if readers == For::Programs {
        return put_json(&lines.iter().map(ListedSession::from).collect::<Vec<_>>());
    }
    match vanished {
        Some(perhaps) => put(perhaps.words()),
        None if lines.is_empty() => put(say!("sessions-none")),
        None => {}
    }
    for line in &lines {
        put(shown(&line.sentence()));
    }
    if let Some(remark) = study::first_problem(&study.problems) {
        put(noted(&*shown(&remark)));
    }
    Ok(())
}

/// A session for programs. Times are milliseconds on the session's timeline; `frames` count from the take's beginning.
#[derive(Serialize)]
struct Shown<'a> {
    session: String,
    standing: &'a str,
    opened: &'a Opened,
    guide: String,
    consents: &'a [Consent],
    length_ms: u64,
    recorded_ms: u64,
    unrecorded_ms: u64,
    spans: Vec<SpanShown>,
    takes: Vec<TakeShown>,
    off_record: Vec<PauseShown<'a>>,
    notes: Vec<NoteShown<'a>>,
    coverage: Vec<CoverageShown<'a>>,
    distress: Vec<DistressShown>,
    incidents: Vec<IncidentShown<'a>>,
    statements: Vec<&'a Statement>,
    letters: u32,
    wish: Option<Wish>,
    draft: Option<crate::domain::note::Draft>,
    remarks: &'a [String],
}

#[derive(Serialize)]
struct SpanShown {
    from_ms: u64,
    to_ms: u64,
    take: Option<String>,
    frames: Option<u64>,
    rate: Option<u32>,
    /// How much faster the microphone's clock ran than the computer's, in parts per million.
    clock_ppm: Option<f64>,
    why_no_audio: Option<AudioEnd>,
}

#[derive(Serialize)]
struct PauseShown<'a> {
    at_ms: u64,
    reason: Option<&'a str>,
    over: bool,
}

#[derive(Serialize)]
struct NoteShown<'a> {
    at_ms: u64,
    take: Option<String>,
    frame: Option<u64>,
    #[serde(flatten)]
    note: &'a Note,
}

#[derive(Serialize)]
struct CoverageShown<'a> {
    #[serde(skip)]
    coverage: Coverage,
    topic: &'a str,
    question: &'a str,
    state: &'a str,
    reason: Option<String>,
    seconds: f64,
    probes_used: Vec<&'a str>,
}

/// When it became too much, and what was chosen then.
#[derive(Serialize)]
struct DistressShown {
    at_ms: u64,
    chosen: Vec<ChosenShown>,
    /// In words.
    what: String,
}

#[derive(Serialize)]
struct ChosenShown {
    at_ms: u64,
    choice: DistressChoice,
}

impl From<&DistressMoment> for DistressShown {
    fn from(moment: &DistressMoment) -> Self {
        let chosen = moment.chosen.iter().map(|(at, choice)| ChosenShown { at_ms: at.millis(), choice: *choice });
        Self { at_ms: moment.at.millis(), chosen: chosen.collect(), what: moment.words() }
    }
}

#[derive(Serialize)]
struct IncidentShown<'a> {
    at_ms: u64,
    /// The kind of event that says so.
    event: &'a str,
    /// What it says, with its fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    incident: Option<serde_json::Value>,
    /// In words.
    what: String,
}

impl<'a> IncidentShown<'a> {
    fn of(mishap: &'a Mishap) -> Self {
        let value = |said: Result<serde_json::Value, serde_json::Error>| said.ok();
        let incident = match &mishap.what {
            MishapKind::Incident(incident) => value(serde_json::to_value(incident)),
            MishapKind::Gap(_, why) => value(serde_json::to_value(why)),
            MishapKind::Lost(fault) => value(serde_json::to_value(fault)),
            MishapKind::Ended(why) => value(serde_json::to_value(why)),
            MishapKind::Recovered(_) => None,
        };
        Self { at_ms: mishap.at.millis(), event: mishap.what.name(), incident, what: mishap.what.words() }
    }
}

/// A take's file, as it was when it was closed or measured, and what is there now.
#[derive(Serialize)]
struct TakeShown {
    take: u32,
    file: String,
    frames: u64,
    rate: Option<u32>,
    channels: Option<u16>,
    sha256: Option<Digest>,
    /// How its file compares by length and format; `verify` compares the bytes too.
    state: TakeState,
    found: Option<TakeSound>,
}

impl<'a> Shown<'a> {
    fn of(folder: &SessionFolder, session: &'a Session, takes: &[TakeCheck], remarks: &'a [String]) -> Self {
        let timeline = session.timeline();
        let (recorded, unrecorded) = timeline.lengths();
        let millis = crate::domain::time::millis_of;
        let end = timeline.end();
        let notes = session.notes_by_position().into_iter().map(|note| {
            let place = timeline.locate(note.position);
            NoteShown { at_ms: note.position.millis(), take: place.map(|(t, _)| t.file_name()), frame: place.map(|(_, f)| f.0), note }
        });
        let guide = session.guide();
        let coverage = Circumstances::of(session).asked(guide).map(|((topic, _), question)| {
            let mark = session.coverage().mark(&question.id);
            let probes_used = question.probes.iter().filter(|p| session.coverage().used(&p.id)).map(|p| p.id.as_str()).collect();
            CoverageShown {
                topic: guide.topics[topic].id.as_str(),
                question: question.id.as_str(),
                coverage: mark.coverage,
                state: mark.coverage.word(),
                reason: mark.reason,
                seconds: session.coverage().spent(&question.id, end).as_secs_f64(),
                probes_used,
            }
        });
        Self {
            session: folder.name(),
            standing: session.standing().word(),
            opened: session.opened(),
            guide: format!("{} v{}", guide.id, guide.version),
            consents: session.consents().all(),
            length_ms: end.since(Position::START).as_millis().try_into().unwrap_or(u64::MAX),
            recorded_ms: millis(recorded),
            unrecorded_ms: millis(unrecorded),
            spans: timeline.spans().iter().map(|span| SpanShown::of(span, session)).collect(),
            takes: takes.iter().map(TakeShown::of).collect(),
            off_record: timeline
                .pauses()
                .iter()
                .map(|p| PauseShown { at_ms: p.at.millis(), reason: p.reason.as_deref(), over: p.over })
                .collect(),
            notes: notes.collect(),
            coverage: coverage.collect(),
            distress: session.distress().iter().map(DistressShown::from).collect(),
            incidents: session.incidents().iter().map(IncidentShown::of).collect(),
            statements: session.statements().collect(),
            letters: session.letters(),
            wish: session.open_wish(),
            draft: folder.draft(),
            remarks,
        }
    }
}

impl TakeShown {
    fn of(compared: &TakeCheck) -> Self {
        let (take, facts) = (compared.take, compared.facts());
        Self {
            take: take.0,
            file: take.file_name(),
            frames: compared.recorded().0,
            rate: facts.rate.map(|rate| rate.hertz()),
            channels: facts.channels,
            sha256: facts.sha256,
            state: compared.state,
            found: compared.found(),
        }
    }
}

impl CoverageShown<'_> {
    /// Which question it is, and why it was marked so; of one that was left out it is also said that nobody said why.
    fn words(&self) -> String {
        let (topic, question) = (self.topic, self.question);
        match (self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty()), self.coverage) {
            (Some(reason), _) => say!("show-question-because", topic = topic, question = question, reason = &*shown(reason)),
            (None, Coverage::Skipped) => say!("show-question-no-reason", topic = topic, question = question),
            (None, _) => say!("show-question", topic = topic, question = question),
        }
    }
}

impl SpanShown {
    fn of(span: &Span, session: &Session) -> Self {
        let (from_ms, to_ms) = (span.from().millis(), span.to().millis());
        let without = Self { from_ms, to_ms, take: None, frames: None, rate: None, clock_ppm: None, why_no_audio: None };
        match span {
            Span::Recorded { take, frames, rate, .. } => Self {
                take: Some(take.file_name()),
                frames: Some(frames.0),
                rate: Some(rate.hertz()),
                clock_ppm: session.clock_of(*take).map(|ppb| ppb as f64 / 1_000.0),
                ..without
            },
            Span::Unrecorded { why, .. } => Self { why_no_audio: Some(why.clone()), ..without },
        }
    }
}

pub(super) fn show(study: Option<&Path>, wish: &str, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let found = sessions::read(&folder)?;
    let takes = recordings::checked(&folder, &found.session, Depth::Length);
    let told = Shown::of(&folder, &found.session, &takes, &found.remarks);
    if readers == For::Programs {
        return put_json(&told);
    }
    let opened = found.session.opened();
    let when = say!("show-when", day = opened.at.date(), time = opened.at.time_of_day());
    put(format!("{}  {when}  {}  {}", told.session, told.guide, found.session.standing().words()));
    put(lengths(&found.session));
    if let Some(wish) = told.wish {
        let files = folder.files_of_takes()?;
        let left = if files.is_empty() { Left::Nothing } else { Left::Files };
        put(format!("! {}", wish.what_to_do(left, None)));
        for file in &files {
            put(format!("    {}", shown(&file.display().to_string())));
        }
    }
    for remark in recordings::remarks(&folder, &takes) {
        put(format!("! {}", shown(&remark)));
    }
    for loss in losses(&found.session) {
        put(format!("! {}", shown(&loss)));
    }
    let notes = told.notes.iter().map(|line| {
        let text = if line.note.is_moment() { say!("show-moment") } else { shown(&line.note.text).into_owned() };
        let text = if line.note.off_record { say!("show-note-off-record", text = text) } else { text };
        (line.note.position, line.note.kind.words(), text)
    });
    let (distress, unfinished) = (say!("show-distress"), say!("show-unfinished"));
    let kinds = NoteKind::ALL.map(NoteKind::words);
    let states = Coverage::ALL.map(Coverage::words);
    let cells = widest(kinds.iter().chain(&states).chain([&distress, &unfinished]).map(String::as_str));
    let marked = found.session.distress().iter().map(|moment| (moment.at, distress.clone(), moment.words()));
    let mut moments: Vec<(Position, String, String)> = notes.chain(marked).collect();
    moments.sort_by_key(|(at, ..)| *at);
    for (at, what, text) in moments {
        put(format!("  {at:>8}  {} {text}", padded(&what, cells)));
    }
    for line in told.coverage.iter().filter(|c| c.coverage != Coverage::NotYet) {
        put(format!("  {} {}", padded(&line.coverage.words(), cells), line.words()));
    }
    if let Some(draft) = told.draft.as_ref().filter(|d| !d.text.trim().is_empty()) {
        put(format!("  {:>8}  {} {}", draft.stamp.position(), padded(&unfinished, cells), shown(&draft.text)));
    }
    for incident in &told.incidents {
        put(format!("  {:>8}  {}", Position::from_millis(incident.at_ms), shown(&incident.what)));
    }
    found.remarks.iter().for_each(|r| put(noted(&*shown(r))));
    Ok(())
}

/// How much there is sound of, of how much there is none (what is 0.0 s is not told), and how often it went off the record.
fn lengths(session: &Session) -> String {
    let (recorded, unrecorded) = session.timeline().lengths();
    let recorded = match session.recorded() {
        Recorded::Something => Some(say!("show-recorded", length = length_words(recorded))),
        Recorded::Nothing => None,
    };
    let unrecorded = (unrecorded >= LEAST).then(|| say!("show-unrecorded", length = length_words(unrecorded)));
    let off_record = say!("show-off-record", count = session.timeline().pauses().len());
    recorded.into_iter().chain(unrecorded).chain([off_record]).collect::<Vec<_>>().join(", ")
}

/// What was said, one after the other: what stands alone may go without a full stop.
fn in_a_row(said: Vec<String>) -> String {
    if said.len() < 2 {
        return said.concat();
    }
    let whole = |one: String| if one.ends_with(['.', '!', '?']) { one } else { one + "." };
    said.into_iter().map(whole).collect::<Vec<_>>().join(" ")
}

pub(super) fn recover(study: Option<&Path>, wish: Option<&str>, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folders = match wish {
        Some(wish) => vec![study.folder.session(wish)?],
        None => study.folder.sessions()?,
    };
    if let Some(trouble) = identity.trouble() {
        remark(trouble);
    }
    let (mut worst, who) = (None, identity.sign());
    for folder in &folders {
        let rescued = damage::rescue(folder, &study.settings, clock::wall(), &who);
        let mended = rescued.and_then(|rescued| {
            let mut held = opening::open(folder, clock::wall(), who.clone())?;
            let measured = thorough::take_digests(folder, &mut held, clock::wall())?;
            Ok((rescued, held, measured))
        });
        match mended {
            Ok((rescued, held, (measured, takes))) => {
                let measured = (measured > 0).then(|| say!("recover-digests", count = measured));
                let (redrawn, refused) = thorough::redraw(&takes);
                let redrawn = (redrawn > 0).then(|| say!("recover-waveforms", count = redrawn));
                let mut said: Vec<String> = rescued.into_iter().chain(held.mended).chain(held.found.remarks).collect();
                if said.is_empty() {
                    // A waveform is a convenience: that it is missing is nothing that was lost.
                    said.push(say!("recover-nothing"));
                }
                if !refused.is_empty() {
                    worst = worst.or(Some(Kind::Storage));
                }
                let refused = refused.iter().map(|why| say!("recover-no-waveform", why = why.to_string()));
                let said: Vec<String> = said.into_iter().chain(redrawn).chain(measured).chain(refused).collect();
                put(format!("{}: {}", folder.name(), shown(&in_a_row(said))));
            }
            Err(why) => {
                put(format!("{}: {}", folder.name(), shown(&why.to_string())));
                worst = worst.or(Some(Failure::from(why).kind));
            }
        }
    }
    worst.map_or(Ok(()), |kind| Err(Failure::new(kind, say!("recover-not-all"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_in_a_row_ends_in_full_stops_and_what_stands_alone_as_it_is() {
        let row = |said: &[&str]| in_a_row(said.iter().map(|one| (*one).to_owned()).collect());
        assert_eq!(row(&["nothing to mend"]), "nothing to mend");
        assert_eq!(row(&["put it back", "The waveform of 1 take was made again."]), "put it back. The waveform of 1 take was made again.");
    }
}
