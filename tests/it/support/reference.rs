//! The reference study: 20 patients interviewed, 17 of them again a year later, 25 therapists, and two groups of therapists, in sessions
//! as the program itself leaves them.
//!
//! The events are the journal's own, written by its own writer; the guides are those that come with the program. A take has its header and
//! its length and no sound: it is a file with a hole, so that 44 hours of them are there in a moment. The lengths are those of the paper (mean
//! 39, range 20 to 59, and so on), its first mean on purpose half a minute between two: 38.5. What is known of participants is made up.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use hearback::domain::audio_end::AudioEnd;
use hearback::domain::code::Code;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::How;
use hearback::domain::consent::Person;
use hearback::domain::coverage::Coverage;
use hearback::domain::coverage::Mark;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::event::Video;
use hearback::domain::guide::Audience;
use hearback::domain::guide::Covers;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Round;
use hearback::domain::incident::EndCause;
use hearback::domain::incident::Incident;
use hearback::domain::member_check::reply::Remark;
use hearback::domain::member_check::reply::RemarkId;
use hearback::domain::member_check::reply::RemarkKind;
use hearback::domain::member_check::reply::RepliedBy;
use hearback::domain::member_check::reply::Says;
use hearback::domain::member_check::sent::AsWritten;
use hearback::domain::member_check::sent::LetterSent;
use hearback::domain::member_check::sent::SentBy;
use hearback::domain::named::Named;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::seats::Table;
use hearback::domain::seats::Voice;
use hearback::domain::stands::Stands;
use hearback::domain::statement::StatementId;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::SampleRate;
use hearback::domain::time::Stamp;
use hearback::domain::timeline::TakeNumber;
use hearback::shell::script::Script;
use hearback::store::folder::SessionFolder;
use hearback::store::folder::Study;
use hearback::store::guide_file::read_guide;
use hearback::store::journal::Journal;

/// Minutes of the first interviews with patients: 770 in all, 38.5 a piece.
const FIRST: [u64; 20] = [38, 20, 41, 33, 50, 24, 59, 36, 44, 27, 48, 30, 42, 35, 39, 31, 46, 37, 50, 40];
/// Those of the later ones: 408 in all, 24 a piece.
const LATER: [u64; 17] = [22, 16, 26, 24, 32, 18, 28, 24, 20, 30, 25, 19, 27, 23, 24, 21, 29];
/// Those of the interviews with therapists: 1,200 in all, 48 a piece.
const THERAPISTS: [u64; 25] = [48, 33, 52, 41, 56, 44, 68, 39, 50, 47, 54, 42, 57, 45, 38, 53, 48, 51, 43, 55, 40, 49, 46, 53, 48];
/// Those of the groups, and how many sat there.
const GROUPS: [(u64, u64); 2] = [(69, 6), (78, 7)];

/// How many codes of the first interviews are new in the one that was coded first, second, and so on.
pub(crate) const NEW_CODES: [u32; 20] = [6, 5, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0];

/// What is known of the patients: gender, age, education (nothing of the last), symptom score, and whether they stopped therapy.
const PATIENTS: [(&str, u32, &str, u32, &str); 20] = [
    ("woman", 24, "middle", 14, "no"),
    ("man", 67, "low", 11, "no"),
    ("woman", 31, "high", 9, "no"),
    ("woman", 35, "high", 16, "yes"),
    ("woman", 38, "middle", 12, "no"),
    ("man", 40, "middle", 8, "no"),
    ("woman", 42, "low", 19, "no"),
    ("woman", 44, "high", 13, "no"),
    ("man", 45, "high", 10, "no"),
    ("woman", 47, "middle", 15, "yes"),
    ("woman", 48, "middle", 12, "no"),
    ("woman", 49, "low", 17, "no"),
    ("man", 50, "high", 11, "no"),
    ("woman", 52, "middle", 14, "no"),
    ("woman", 53, "high", 13, "yes"),
    ("woman", 55, "low", 18, "no"),
    ("man", 57, "middle", 9, "no"),
    ("woman", 58, "high", 12, "no"),
    ("woman", 60, "low", 15, "no"),
    ("man", 62, "", 13, "no"),
];

/// 2026-01-05, 9:00 in the Netherlands: the first day of interviews.
const FIRST_DAY: Stamp = Stamp::new(1_767_600_000_000, 60);
const DAY_MS: i64 = 86_400_000;
const RATE: u32 = 8_000;

/// One interview to be made.
struct Interview<'a> {
    code: String,
    round: Round,
    guide: &'a (Guide, String),
    minutes: u64,
    day: i64,
    place: &'a str,
    leads: &'a str,
    types: &'a str,
    video: bool,
    recorded: bool,
    people: Vec<String>,
    /// The codes, each on a note, and the day on which they were put there.
    codes: (Vec<String>, i64),
    checked: bool,
}

/// Makes the reference study in `dir`, which says of its analysis that it is `analysis`; without a word where that is empty.
pub(crate) fn make(dir: &Path, analysis: &str) {
    let study = files(dir, analysis);
    for interview in interviews(&guides(dir)) {
        hold(&study, &interview);
    }
}

/// The day `days` after the first.
fn day(days: i64) -> Stamp {
    Stamp::new(FIRST_DAY.utc_ms + days * DAY_MS, FIRST_DAY.zone_min)
}

fn files(dir: &Path, analysis: &str) -> Study {
    Script::make_study(dir).unwrap();
    for entry in fs::read_dir(dir.join("guides")).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with("-nl.yaml") {
            fs::remove_file(path).unwrap();
        }
    }
    let stance = if analysis.is_empty() { String::new() } else { format!("analysis: {analysis}\n") };
    let settings = format!(
        "title: After therapy\nresearchers: [I1, I2, I3]\ncontact: Call us.\n{stance}attributes:\n  gender: [woman, man]\n  age: number\n\
         \x20 education: [low, middle, high]\n  symptoms: {{ label: symptom score, values: number }}\n  stopped: {{ label: stopped therapy, values: [\"yes\", \"no\"] }}\n\
         \x20 experience: {{ label: years in the trade, values: number }}\n"
    );
    fs::write(dir.join("study.yaml"), settings).unwrap();
    let mut list = String::from("participants:\n");
    for (n, (gender, age, education, symptoms, stopped)) in (1..).zip(PATIENTS) {
        let education = if education.is_empty() { String::new() } else { format!(", education: {education}") };
        writeln!(
            list,
            "  - code: P{n:02}\n    attributes: {{ gender: {gender}, age: {age}{education}, symptoms: {symptoms}, stopped: \"{stopped}\" }}"
        )
        .unwrap();
    }
    for n in 1..=25 {
        let (gender, age, years) = (if n % 4 == 0 { "man" } else { "woman" }, 28 + n, n + 1);
        writeln!(list, "  - code: T{n:02}\n    attributes: {{ gender: {gender}, age: {age}, experience: {years} }}").unwrap();
    }
    fs::write(dir.join("participants.yaml"), list).unwrap();
    Study::find(dir).unwrap()
}

/// The guides of the study by their ids, each with its text; that of the first interviews also as it was before its last change.
fn guides(dir: &Path) -> BTreeMap<String, (Guide, String)> {
    let mut all = BTreeMap::new();
    for name in ["patient-first", "patient-follow-up", "therapist", "focus-group"] {
        let path = dir.join(format!("guides/{name}.yaml"));
        // The last change is the study's own, and not one that the guide came with.
        let text = fs::read_to_string(&path).unwrap().replacen("In such a moment nobody", "Seven interviews showed that nobody", 1);
        fs::write(&path, &text).unwrap();
        let guide = read_guide(name, text.as_bytes()).guide.unwrap();
        if name == "patient-first" {
            let (newest, before) = (&guide.version, &guide.changes[1].version);
            let (body, log) = text.split_once("\nchanges:\n").unwrap();
            let older = log.split_once(&format!("  - version: \"{before}\"")).unwrap().1;
            let body = body.replacen(&format!("version: \"{newest}\""), &format!("version: \"{before}\""), 1);
            let earlier = format!("{body}\nchanges:\n  - version: \"{before}\"{older}");
            let read = read_guide(name, earlier.as_bytes());
            all.insert("earlier".to_owned(), (read.guide.unwrap_or_else(|| panic!("{:?}", read.problems)), earlier));
        }
        all.insert(name.to_owned(), (guide, text));
    }
    all
}

fn interviews<'a>(guides: &'a BTreeMap<String, (Guide, String)>) -> Vec<Interview<'a>> {
    let mut all = Vec::new();
    let plain = |code: String, guide: &'a str, minutes, day| Interview {
        code,
        round: Round::First,
        guide: &guides[guide],
        minutes,
        day,
        place: "home",
        leads: "I1",
        types: "I2",
        video: false,
        recorded: true,
        people: Vec::new(),
        codes: (Vec::new(), 0),
        checked: false,
    };
    for (n, minutes) in FIRST.into_iter().enumerate() {
        // The first two were coded the other way round.
        let coded = [1, 0].get(n).copied().unwrap_or(n);
        let before: u32 = NEW_CODES[..coded].iter().sum();
        let new = (before + 1..=before + NEW_CODES[coded]).chain(Some(1).filter(|_| coded > 0));
        let names = new.map(|code| format!("code {code:02}")).collect();
        let guide = if n < 7 { "earlier" } else { "patient-first" };
        let place = if n % 2 == 0 { "research department" } else { "home" };
        let day = i64::try_from(n).unwrap() * 2;
        all.push(Interview {
            place,
            codes: (names, 100 + i64::try_from(coded).unwrap()),
            checked: n < 3,
            video: n == 18,
            ..plain(format!("P{:02}", n + 1), guide, minutes, day)
        });
    }
    for (n, minutes) in LATER.into_iter().enumerate() {
        let day = 365 + i64::try_from(n).unwrap() * 2;
        let it = plain(format!("P{:02}", n + 1), "patient-follow-up", minutes, day);
        all.push(Interview { round: Round::FollowUp, recorded: n != 4, ..it });
    }
    for (n, minutes) in THERAPISTS.into_iter().enumerate() {
        let codes = if n < 12 { vec![format!("trade {n:02}"), "trade".to_owned()] } else { Vec::new() };
        let day = 60 + i64::try_from(n).unwrap();
        let it = plain(format!("T{:02}", n + 1), "therapist", minutes, day);
        all.push(Interview { place: "practice", leads: "I2", types: if n % 5 == 0 { "" } else { "I3" }, codes: (codes, 150), ..it });
    }
    let mut seat = 0;
    for (n, (minutes, seats)) in (1..).zip(GROUPS) {
        let people = (seat + 1..=seat + seats).map(|n| format!("T{n:02}")).collect();
        seat += seats;
        let it = plain(format!("FG{n}"), "focus-group", minutes, 120 + n);
        all.push(Interview { people, place: "research department", leads: "I1", types: "I1", ..it });
    }
    all
}

fn hold(study: &Study, it: &Interview<'_>) {
    let (guide, text) = it.guide;
    let at = day(it.day);
    let folder = study.create_session(&at.date(), &it.code, it.round, text.as_bytes()).unwrap();
    let length = Position::from_secs(it.minutes * 60);
    let mut lines: Vec<(Event, Stamp, u64)> = Vec::new();
    let mut later = |event, days: i64| lines.push((event, day(days), 0));
    before(it, &mut |event| later(event, it.day));
    for event in [vec![Event::Began { on: None }], asked(it, length), ended(it, &folder, length)].concat() {
        later(event, it.day);
    }
    for (n, code) in (1..).zip(&it.codes.0) {
        later(Event::CodeDefined(Code::called(code)), it.codes.1);
        later(Event::NoteCoded { note: NoteId(n), code: code.clone(), stands: Stands::Stands }, it.codes.1);
    }
    if it.checked {
        check(guide, it.day + 14, &mut later);
    }
    Journal::create(&folder.journal()).unwrap().append(&lines).unwrap();
    drop(folder.lock().unwrap());
}

/// What is said and answered before it begins.
fn before(it: &Interview<'_>, say: &mut dyn FnMut(Event)) {
    let (guide, _) = it.guide;
    let (leads, types) = if it.people.is_empty() { (it.leads, it.types) } else { ("", "I1") };
    say(Event::Opened(Opened {
        setting: if it.video { String::new() } else { it.place.into() },
        present: if it.place == "home" && it.day % 6 == 2 { "partner".into() } else { String::new() },
        leads: if types.is_empty() { String::new() } else { leads.into() },
        types: if types.is_empty() { leads.into() } else { types.into() },
        video: it.video.then(Video::default),
        ..Opened::of(day(it.day), &it.code, it.round, guide)
    }));
    if !it.people.is_empty() {
        let table = Table::of(it.people.iter().cloned());
        say(Event::Seats(Table { moderator: "I1".into(), observers: vec!["I2".into(), "I3".into()], ..table }));
    }
    for item in &guide.consent {
        let refused = item.covers == Covers::Recording && !it.recorded || item.covers == Covers::Quotes && it.code == "P09";
        let answer = if refused { Answer::Refused } else { Answer::Given };
        let of = |person| Consent { person, ..Consent::new(item.id.clone(), answer, How::Written) };
        match guide.audience {
            Audience::Group => it.people.iter().for_each(|one| say(Event::ConsentAnswered(of(Some(Person(one.clone())))))),
            Audience::Individual | Audience::Pair => say(Event::ConsentAnswered(of(None))),
        }
    }
}

/// What is asked and noted: each question as long as any other.
fn asked(it: &Interview<'_>, length: Position) -> Vec<Event> {
    let (guide, _) = it.guide;
    let mut events = Vec::new();
    if it.recorded {
        let rate = SampleRate::new(RATE).unwrap();
        events.push(Event::TakeStarted { take: TakeNumber::FIRST, at: Position::START, rate, channels: 1, device: "simulated".into() });
    } else {
        events.push(Event::AudioStopped { at: Position::START, why: AudioEnd::Declined });
    }
    let questions: Vec<_> = guide.topics.iter().flat_map(|topic| &topic.questions).collect();
    for (n, question) in (0..).zip(&questions) {
        let at = Position::from_millis(length.millis() * n / questions.len() as u64);
        let coverage = match (n, it.day % 3) {
            (1, 0) => Coverage::Volunteered,
            (2, 1) => Coverage::Skipped,
            (3, 2) => Coverage::Partly,
            _ => Coverage::Asked,
        };
        events.push(Event::QuestionOpened { question: question.id.clone(), at });
        events.push(Event::CoverageMarked { question: question.id.clone(), mark: Mark { coverage, reason: None }, at });
    }
    for n in 1..=u32::try_from(it.codes.0.len()).unwrap().max(1) {
        let raw = Position::from_secs(u64::from(n) * 60);
        events.push(Event::NoteAdded {
            note: NoteId(n),
            note_kind: NoteKind::Paraphrase,
            text: "something that helped".into(),
            stamp: NoteStamp { raw, reaction_ms: 0 },
            question: questions.first().map(|question| question.id.clone()),
            off_record: false,
            late: false,
            voice: Voice::default(),
            report: None,
            until: None,
        });
    }
    events
}

/// How it ends: what was recorded lies there, as far as its length goes.
fn ended(it: &Interview<'_>, folder: &SessionFolder, length: Position) -> Vec<Event> {
    let mut events = Vec::new();
    if it.code == "P02" {
        events.push(Event::WentOffRecord { at: Position::from_secs(600), reason: None });
        events.push(Event::WentOnRecord { at: Position::from_secs(600) });
    }
    if it.code == "T03" && it.people.is_empty() {
        events.push(Event::Incident { at: Position::from_secs(900), incident: Named::Known(Incident::Battery { percent: 9 }) });
    }
    if it.recorded {
        let frames = length.secs() * u64::from(RATE);
        hollow(&folder.file("take-001.wav"), frames);
        events.push(Event::TakeClosed {
            take: TakeNumber::FIRST,
            frames: Frames(frames),
            rate: SampleRate::new(RATE),
            channels: Some(1),
            sha256: None,
        });
    }
    events.push(Event::Ended { at: length, why: Some(Named::Known(EndCause::Finished)) });
    events
}

/// A WAV file of this length, mono and 16 bits, of which only the header is on the disk.
fn hollow(path: &Path, frames: u64) {
    let bytes = u32::try_from(frames * 2).unwrap();
    let mut header = Vec::new();
    header.extend(b"RIFF");
    header.extend((bytes + 36).to_le_bytes());
    header.extend(b"WAVEfmt ");
    header.extend(16_u32.to_le_bytes());
    header.extend([1_u16, 1].into_iter().flat_map(u16::to_le_bytes));
    header.extend([RATE, RATE * 2].into_iter().flat_map(u32::to_le_bytes));
    header.extend([2_u16, 16].into_iter().flat_map(u16::to_le_bytes));
    header.extend(b"data");
    header.extend(bytes.to_le_bytes());
    let mut file = File::create_new(path).unwrap();
    file.write_all(&header).unwrap();
    file.set_len(u64::from(bytes) + 44).unwrap();
}

/// A summary of one statement goes to them, and they say that it fits.
fn check(guide: &Guide, days: i64, later: &mut dyn FnMut(Event, i64)) {
    let (statement, on) = (StatementId(1), day(days).date());
    let (text, sources) = ("You learned to rest before it hurts.".to_owned(), vec![NoteId(1)]);
    let topic = guide.topics[0].id.clone();
    later(Event::StatementWritten { statement, topic, text: text.clone(), sources: sources.clone(), quotes: Vec::new() }, days);
    later(
        Event::LetterWritten {
            version: 1,
            file: "summary/v1".into(),
            statements: vec![AsWritten { statement, text, quotes: Vec::new(), sources: Some(sources) }],
            reply_by: day(days + 14).date(),
            on: on.clone(),
            called: CheckKind::Check,
        },
        days,
    );
    later(Event::LetterSent(LetterSent { version: 1, on, way: SentBy::Post, by: "I1".into(), ..LetterSent::default() }), days);
    let reply = Remark {
        remark: RemarkId(1),
        version: 1,
        is: RemarkKind::Answer,
        statement: Some(statement),
        says: Some(Says::Fits),
        on: day(days + 7).date(),
        how: RepliedBy::Paper,
        by: "I1".into(),
        ..Remark::default()
    };
    later(Event::ReplyReceived(reply), days + 7);
}

/// Beside those that count: one that was only planned, one that was cut short, and one of somebody who wants all of it destroyed.
pub(crate) fn add_others(dir: &Path) -> [String; 3] {
    use hearback::domain::consent::Wish;
    use hearback::domain::consent::Withdrawal;
    let (study, guides) = (Study::find(dir).unwrap(), guides(dir));
    let (guide, text) = &guides["patient-first"];
    let began =
        [Event::Began { on: None }, Event::QuestionOpened { question: guide.topics[0].questions[0].id.clone(), at: Position::START }];
    let over = Event::Ended { at: Position::from_secs(600), why: None };
    let item = guide.consent.iter().find(|item| item.covers == Covers::TakingPart).unwrap().id.clone();
    let gone = Withdrawal {
        item,
        person: None,
        at: Position::from_secs(600),
        wish: Wish::DestroyAll,
        said: hearback::domain::consent::Said::default(),
    };
    let notes_only = Event::AudioStopped { at: Position::START, why: AudioEnd::NotesOnly };
    let all = [
        ("P21", vec![]),
        ("P22", [began.to_vec(), vec![notes_only.clone()]].concat()),
        ("P23", [began.to_vec(), vec![notes_only, over, Event::ConsentWithdrawn(gone)]].concat()),
    ];
    all.map(|(code, events)| {
        let folder = study.create_session(&day(50).date(), code, Round::First, text.as_bytes()).unwrap();
        let opened = Event::Opened(Opened::of(day(50), code, Round::First, guide));
        let lines: Vec<_> = std::iter::once(opened).chain(events).map(|event| (event, day(50), 0)).collect();
        Journal::create(&folder.journal()).unwrap().append(&lines).unwrap();
        drop(folder.lock().unwrap());
        folder.name()
    })
}
