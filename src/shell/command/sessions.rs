//! `hearback init`, `sessions`, `show` and `recover`: the study's folder.
use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::audio::take::Depth;
use crate::domain::agenda;
use crate::domain::consent::Agreement;
use crate::domain::consent::Left;
use crate::domain::consent::Wish;
use crate::domain::coverage::Coverage;
use crate::domain::due;
use crate::domain::guide::Covers;
use crate::domain::heard;
use crate::domain::loose_end::Open;
use crate::domain::loose_end::loose_ends;
use crate::domain::loss::losses;
use crate::domain::member_check::line::CheckLine;
use crate::domain::names::NameSaid;
use crate::domain::note::NoteKind;
use crate::domain::recording::TakeState;
use crate::domain::session::LEAST;
use crate::domain::session::Session;
use crate::domain::standing::Recorded;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::time::length_words;
use crate::shell::archive;
use crate::shell::archive::bundle;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::damage;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::thorough;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::Vanished;
use crate::shell::archive::texts;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_all;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::answer::widest;
use crate::shell::command::consent;
use crate::shell::command::destroy;
use crate::shell::command::due::DueShown;
use crate::shell::command::letters::CheckShown;
use crate::shell::command::outside;
use crate::shell::command::place;
use crate::shell::command::seated::TableShown;
use crate::shell::command::shown::Shown;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::Study;
use crate::store::room_check;
use crate::words::message::message;
use crate::words::say;

pub(super) fn init(dir: Option<PathBuf>, title: Option<String>, language: Option<&str>) -> Result<(), Failure> {
    let dir = dir.unwrap_or_else(|| PathBuf::from("."));
    place::may_make_study(&dir)?;
    let title = title.unwrap_or_else(|| say!("init-no-title"));
    let files = bundle::study_files(&title, language);
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
    /// The codes of those who take no part any more, and of whom something stays.
    stopped: Vec<&'a str>,
    /// What is still to be done outside it: `hearback due`.
    due: Vec<DueShown>,
    /// What is to be seen to before one leaves, and in the evening, that was not.
    open_before_leaving: usize,
    open_tonight: usize,
    /// How its member check stands, as `hearback letters --json` has it.
    member_check: CheckShown,
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

impl<'a> ListedSession<'a> {
    fn of(line: &'a SessionLine, now: Stamp) -> Self {
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
            stopped: line.stopped(),
            due: line.due.iter().map(|due| DueShown::of(due, line, now)).collect(),
            open_before_leaving: line.ends.0,
            open_tonight: line.ends.1,
            member_check: CheckShown::of(&line.check, now),
            changed: line.changed.iter().map(|take| ChangedShown { file: take.take.file_name(), state: take.state }).collect(),
            strays: line.strays.iter().map(|stray| stray.0.as_str()).collect(),
            unreadable: line.standing.as_ref().err().map(String::as_str),
        }
    }
}

pub(super) fn list(study: Option<&Path>, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let now = clock::wall();
    let lines = study.sessions(now)?;
    let vanished = if lines.is_empty() { study.vanished() } else { None };
    if let Some(Vanished::Surely(words)) = vanished {
        return Err(Failure::new(Kind::Storage, words));
    }
    if readers == For::Programs {
        return put_json(&lines.iter().map(|line| ListedSession::of(line, now)).collect::<Vec<_>>());
    }
    match vanished {
        Some(perhaps) => put(perhaps.words()),
        None if lines.is_empty() => put(say!("sessions-none")),
        None => {}
    }
    put_all(lines.iter().map(|line| shown(&line.sentence(now)).into_owned()));
    Ok(())
}

/// Where it was and who was there, as far as that was said.
fn room(session: &Session) -> Vec<String> {
    let opened = session.opened();
    let said = |text: &str, words: fn(&str) -> String| (!text.trim().is_empty()).then(|| words(text));
    let video = opened.video.as_ref();
    let beside = video.and_then(|video| said(&video.beside, |who| say!("show-beside", who = who)));
    let by_video = video.filter(|_| beside.is_none()).map(|_| say!("show-by-video"));
    let far = session.prepared().far_voice.map(|found| say!("show-far-voice", found = found.words()));
    let checked = session.prepared().room_check.as_ref();
    let checked = checked.map(|check| say!("show-room-check", device = &check.device, found = check.words()));
    let all = [
        said(&opened.setting, |place| say!("show-setting", place = place)),
        beside.or(by_video),
        far,
        checked,
        said(&opened.present, |who| say!("show-present", who = who)),
        said(&opened.leads, |code| say!("show-leads", code = code)),
        said(&opened.types, |code| say!("show-types", code = code)),
    ];
    // Of those who want none nothing is said; of those who do it is said, too, that nobody asked.
    let wants = session.consent_to(Covers::Summary) == Agreement::Given;
    let wish = &session.prepared().summary;
    let summary =
        wants.then(|| if wish.is_unsaid() { say!("show-summary-unasked") } else { say!("show-summary-wish", wish = wish.words()) });
    all.into_iter().flatten().chain(summary).collect()
}

pub(super) fn show(study: Option<&Path>, wish: &str, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let found = sessions::read(&folder)?;
    let takes = recordings::checked(&folder, &found.session, Depth::Length);
    let told = Shown::of(&folder, &found.session, &study.settings.leaving, &takes, &found.remarks);
    if readers == For::Programs {
        return put_json(&told);
    }
    let held = found.session.held_on();
    let when = say!("show-when", day = held.date(), time = held.time_of_day());
    put(format!("{}  {when}  {}  {}", told.session, told.guide, found.session.standing().words()));
    put(lengths(&found.session));
    for words in destroy::lines(&found.session, &told.session) {
        put(format!("! {}", shown(&words)));
    }
    let room = room(&found.session);
    if !room.is_empty() {
        put(shown(&room.join("; ")));
    }
    for withheld in found.session.withholding().now() {
        let place = withheld.place();
        let is_silent = found.session.is_silenced(withheld.id);
        put(format!("! {}", if is_silent { say!("show-withheld-silent", place = place) } else { say!("show-withheld", place = place) }));
    }
    for words in outside::lines(&told.left_before, &told.session) {
        put(format!("! {words}"));
    }
    for line in told.seats.iter().flat_map(TableShown::lines) {
        put(shown(&line));
    }
    if let Some(names) = names(&found.session) {
        put(names);
    }
    if let Some(tags) = found.session.tags() {
        put(say!("show-tags", tags = &*shown(&tags)));
    }
    for taken in found.session.consents().standing() {
        put(format!("! {}", consent::taken_back_here(&found.session, taken)));
    }
    if let Some(wish) = told.wish {
        let files = folder.files_of_takes()?;
        let left = if files.is_empty() { Left::Nothing } else { Left::Files };
        put(format!("! {}", wish.what_to_do(left, None)));
        for file in &files {
            put(format!("    {}", shown(&file.display().to_string())));
        }
    }
    for report in found.session.reports() {
        let sign = if report.done.is_none() { "! " } else { "" };
        put(format!("{sign}{}", shown(&due::report_words(&found.session, report, clock::wall()))));
    }
    for queued in due::follow_ups(&found.session) {
        put(shown(&queued.words(clock::wall())));
    }
    let letters = CheckLine::of(&found.session).words(clock::wall());
    if !letters.is_empty() {
        put(shown(&say!("show-letters", words = letters.join(", "))));
    }
    for remark in recordings::remarks(&folder, &takes) {
        put(format!("! {}", shown(&remark)));
    }
    for loss in losses(&found.session) {
        put(format!("! {}", shown(&loss)));
    }
    let cells = put_moments(&told, &found.session);
    for line in told.coverage.iter().filter(|line| !line.is_untouched()) {
        put(format!("  {} {}", padded(&line.coverage.words(), cells), line.words()));
    }
    if let Some(draft) = told.draft.as_ref().filter(|d| !d.text.trim().is_empty()) {
        put(format!("  {:>8}  {} {}", draft.stamp.position(), padded(&say!("show-unfinished"), cells), shown(&draft.text)));
    }
    for incident in &told.incidents {
        put(format!("  {:>8}  {}", Position::from_millis(incident.at_ms), shown(&incident.what)));
    }
    for open in loose_ends(&found.session, &study.settings.leaving, clock::wall()) {
        put(format!("  {} {}", padded(&say!("show-end"), cells), shown(&end_words(&open))));
    }
    found.remarks.iter().for_each(|r| put(noted(&*shown(r))));
    Ok(())
}

/// What was noted, marked and answered, in the order of the conversation. How wide its second column is, for what comes below it.
fn put_moments(told: &Shown<'_>, session: &Session) -> usize {
    let notes = told.notes.iter().map(|line| {
        let text = line.note.told().map_or_else(String::new, |text| shown(&text).into_owned());
        let who = line.note.voice.who();
        // Where they sit elsewhere now, a number is not enough.
        let moved = heard::seats_now(session, line.note) != line.note.voice.seats;
        let people: Vec<&str> = line.note.people().filter(|_| moved).map(|person| person.0.as_str()).collect();
        let who = [who].into_iter().chain((!people.is_empty()).then(|| people.join(" "))).collect::<Vec<_>>().join(", ");
        let text = if who.is_empty() { text } else { say!("show-voice", who = who, text = text) };
        let text = if line.note.off_record { say!("show-note-off-record", text = text) } else { text };
        let what = if line.note.is_moment() { say!("a-bare-moment") } else { line.note.kind.words() };
        // By its number quotes and withholding know it.
        (line.note.position, what, text, line.note.id.0.to_string())
    });
    let (distress, unfinished, answer) = (say!("show-distress"), say!("show-unfinished"), say!("show-answer"));
    let kinds = NoteKind::ALL.map(NoteKind::words);
    let states = Coverage::ALL.map(Coverage::words);
    let cells = widest(kinds.iter().chain(&states).chain([&distress, &unfinished, &answer]).map(String::as_str));
    let marked = session.distress().iter().map(|moment| (moment.at, distress.clone(), moment.words(), String::new()));
    let chosen = agenda::answers(session).into_iter();
    let chosen = chosen.map(|given| (given.at, answer.clone(), shown(&given.words()).into_owned(), String::new()));
    let mut moments: Vec<(Position, String, String, String)> = notes.chain(marked).chain(chosen).collect();
    moments.sort_by_key(|(at, ..)| *at);
    for (at, what, text, number) in moments {
        put(format!("{number:>4} {at:>7}  {} {text}", padded(&what, cells)).trim_end());
    }
    cells
}

/// A loose end, and what came of it.
fn end_words(open: &Open) -> String {
    match open.done.as_deref() {
        None => open.words.clone(),
        Some("") => say!("end-answered", end = &open.words, answer = say!("end-done")),
        Some(answer) => say!("end-answered", end = &open.words, answer = answer),
    }
}

/// Where names were said, for whoever transcribes.
fn names(session: &Session) -> Option<String> {
    let all = session.names();
    let place = |name: &&NameSaid| format!("{} ({})", name.stamp.position(), name.of.words());
    let places: Vec<String> = all.iter().map(place).collect();
    (!all.is_empty()).then(|| say!("show-names", count = all.len(), places = places.join(", ")))
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
    if let Some(words) = archive::lent::sweep() {
        put(shown(&words));
    }
    match texts::place().map_or(0, |place| texts::sweep(&place)) {
        0 => {}
        count => put(say!("texts-swept", count = count)),
    }
    match room_check::sweep(&study.folder) {
        Ok(0) => {}
        Ok(count) => put(say!("room-swept", count = count)),
        Err(why) => {
            put(shown(&say!("room-left-behind", why = why.to_string())));
            worst = Some(Kind::Storage);
        }
    }
    for folder in &folders {
        let rescued = damage::rescue(folder, &study.settings, clock::wall(), &who);
        let mended = rescued.and_then(|rescued| {
            let mut held = opening::open(folder, clock::wall(), &who)?;
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
                let said: Vec<String> = said.into_iter().chain(redrawn).chain(measured).chain(refused).chain(texts::lies(folder)).collect();
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
