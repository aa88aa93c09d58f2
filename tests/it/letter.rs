//! The member-check letter, from a lived session to the bytes a participant reads.

#![expect(clippy::expect_used, reason = "helpers of tests, which clippy takes for more")]

mod canary;
#[cfg(feature = "pdf")]
mod first_page;
#[cfg(feature = "pdf")]
mod pdf;

use hearback::document::Format;
use hearback::domain::command::Command;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Audience;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Id;
use hearback::domain::guide::Participants;
use hearback::domain::guide::Question;
use hearback::domain::guide::Round;
use hearback::domain::guide::Topic;
use hearback::domain::letter::Deadline;
use hearback::domain::letter::LetterSettings;
use hearback::domain::letter::NoLetter;
use hearback::domain::letter::compose;
use hearback::domain::letter::template::Template;
use hearback::domain::note::Draft;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::note::Revision;
use hearback::domain::session::Session;
use hearback::domain::statement::StatementId;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::study::checking::CheckTiming;
use hearback::domain::summary::Summary;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::words::Words;
use jiff::civil::date;

/// 22 November 2026, 10:30 in Amsterdam.
const MORNING: Stamp = Stamp::new(1_795_339_800_000, 60);

fn at(secs: u64) -> Position {
    Position::from_secs(secs)
}

/// A session on its way, and the journal it leaves.
struct Room {
    session: Session,
    journal: Vec<Event>,
}

impl Room {
    fn open(guide: Guide, opened: Opened) -> Self {
        Self { session: Session::new(guide, opened.clone()), journal: vec![Event::Opened(opened)] }
    }

    /// What `command` leads to happens.
    fn does(&mut self, command: Command) {
        let event = self.session.decide(command).expect("allowed");
        self.happens(event);
    }

    /// `event` happens, as when a journal is replayed: nobody asks whether it is allowed.
    fn happens(&mut self, event: Event) {
        self.session.apply(&event);
        self.journal.push(event);
    }

    fn note(&mut self, kind: NoteKind, text: impl Into<String>) -> NoteId {
        let (note, stamp) = (self.session.next_note(), NoteStamp { raw: at(60), reaction_ms: 1500 });
        let question = self.session.open_question().cloned();
        self.does(Command::AddNote(Draft { kind, text: text.into(), stamp, question, off_record: false, revises: None, until: None }));
        note
    }

    fn rekind(&mut self, note: NoteId, kind: NoteKind) {
        let before = self.session.note(note).expect("a note");
        let (text, question) = (before.text.clone(), before.question.clone());
        self.does(Command::ReviseNote { note, into: Revision { kind, text, position: at(58), question } });
    }

    fn statement(&mut self, topic: &Id, text: impl Into<String>, sources: &[NoteId], quotes: &[NoteId]) -> StatementId {
        let statement = self.session.next_statement();
        let (topic, sources, quotes) = (topic.clone(), sources.to_vec(), quotes.to_vec());
        self.does(Command::WriteStatement { topic, text: text.into(), sources, quotes });
        statement
    }
}

fn opened(participant: &str, guide: &Guide) -> Opened {
    Opened { reaction_ms: 1500, ..Opened::of(MORNING, participant, Round::First, guide) }
}

/// A guide of these topics with one question each, and no bookends.
fn guide(language: &str, topics: &[(&str, &str)]) -> Guide {
    let question = |id: &str| {
        let ask = "What was it like?".into();
        Question { id: Id::new(format!("{id}-q")), ask, ..Question::default() }
    };
    let topic = |(id, title): &(&str, &str)| Topic {
        id: Id::new(*id),
        title: (*title).into(),
        minutes: 10,
        questions: vec![question(id)],
        ..Topic::default()
    };
    Guide {
        id: Id::new("patient-first"),
        title: "Looking back on the therapy".into(),
        version: "1.2".into(),
        translation_of: None,
        language: language.into(),
        audience: Audience::Individual,
        rounds: vec![Round::First],
        minutes: 20,
        aim: None,
        about: None,
        participants: None,
        introduction: "Thank you for being here.".into(),
        consent: vec![],
        topics: topics.iter().map(topic).collect(),
        closing: "Is there anything to add?".into(),
        distress: None,
        reports: Vec::new(),
        changes: vec![],
    }
}

fn english() -> (Session, LetterSettings) {
    let guide = guide("en-GB", &[("body", "Body and mind"), ("together", "Working together"), ("ahead", "Looking ahead")]);
    let mut room = Room::open(guide.clone(), opened("P07", &guide));
    room.happens(Event::Began { on: None });
    let switch = room.note(NoteKind::Quote, "I turn the switch and do the exercises");
    let rest = room.note(NoteKind::Paraphrase, "rests before the pain comes");
    let heard = room.note(NoteKind::Quote, "she believed me, from the first minute");
    room.note(NoteKind::Memo, "sounds rehearsed?");
    room.statement(&Id::new("body"), "You notice tension sooner than you did before the therapy.", &[switch], &[switch]);
    room.statement(&Id::new("body"), "You now take a rest before it hurts, and not after.", &[rest], &[]);
    room.statement(&Id::new("together"), "You felt taken seriously by your therapist.", &[heard], &[heard]);
    let settings = LetterSettings {
        language: Words::english(),
        version: 1,
        interviewer: Some("Anna de Vries".into()),
        about: Some("your therapy".into()),
        standing: Participants::Patients,
        called: CheckKind::Check,
        timing: CheckTiming::Summary,
        template: None,
        study: "Looking back on therapy".into(),
        contact: vec!["Research team “Looking back”".into(), "Phone: 010 000 00 00, weekdays from 9 to 5".into()],
        made_on: date(2026, 12, 1),
        reply_by: date(2026, 12, 22),
        withdraw_until: Some(date(2027, 2, 1)),
        support: vec!["The helpline: 0800 000 000, day and night, free of charge".into()],
    };
    (room.session, settings)
}

fn dutch() -> (Session, LetterSettings) {
    let guide = guide("nl-NL", &[("lijf", "Lichaam en geest"), ("samen", "Samenwerken met de therapeut")]);
    let mut room = Room::open(guide.clone(), opened("P12", &guide));
    room.happens(Event::Began { on: None });
    let knop = room.note(NoteKind::Quote, "ik zet de knop om en doe mijn oefeningen");
    let rust = room.note(NoteKind::Paraphrase, "rust voordat de pijn komt");
    room.statement(&Id::new("lijf"), "U merkt spanning nu eerder op dan vóór de therapie.", &[knop], &[knop]);
    room.statement(&Id::new("samen"), "U had eerst weinig vertrouwen in de therapie. Dat werd langzaam meer.", &[rust], &[]);
    let settings = LetterSettings {
        language: Words::of(&guide.language).unwrap(),
        version: 1,
        interviewer: None,
        about: Some("uw therapie".into()),
        standing: Participants::Patients,
        called: CheckKind::Check,
        timing: CheckTiming::Summary,
        template: None,
        study: "Terugkijken op therapie".into(),
        contact: vec!["Onderzoeksteam Terugkijken\nPostbus 1, 1000 AA Amsterdam".into(), "Telefoon: 010 000 00 00".into()],
        made_on: date(2026, 12, 1),
        reply_by: date(2026, 12, 22),
        withdraw_until: None,
        support: vec![],
    };
    (room.session, settings)
}

fn letter(session: &Session, settings: &LetterSettings, format: Format) -> Vec<u8> {
    let document = compose(&Summary::of(session), settings).expect("a letter");
    format.write(&document).expect("written")
}

fn text(session: &Session, settings: &LetterSettings, format: Format) -> String {
    String::from_utf8(letter(session, settings, format)).expect("UTF-8")
}

#[test]
fn the_whole_letter_in_each_language_and_format() {
    for (session, settings) in [english(), dutch()] {
        for format in Format::ALL.into_iter().filter(|format| format.is_text()) {
            let name = format!("letter_{}_{}", settings.language.tag(), format.extension());
            insta::assert_snapshot!(name, text(&session, &settings, format));
        }
    }
}

#[test]
fn the_page_is_whole_in_itself_and_its_headings_go_down_step_by_step() {
    for (session, settings) in [english(), dutch()] {
        let page = text(&session, &settings, Format::Html);
        for foreign in ["http", "url(", "@import", "src=", "href=", "<script", "<link", "generator", "author"] {
            assert!(!page.contains(foreign), "{foreign}");
        }
        assert!(page.contains(&format!("<html lang=\"{}\">", settings.language.tag())));
        let levels: Vec<u32> = page.split("<h").filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels[0], 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1 && pair[1] > 1), "{levels:?}");
    }
}

#[test]
fn a_paraphrase_never_passes_for_their_own_words() {
    let guide = guide("en", &[("body", "Body and mind")]);
    let mut room = Room::open(guide.clone(), opened("P07", &guide));
    room.happens(Event::Began { on: None });
    let ours = room.note(NoteKind::Paraphrase, "rests before the pain comes");
    room.statement(&Id::new("body"), "You rest in time.", &[ours], &[ours]);
    let written = text(&room.session, &english().1, Format::Markdown);
    assert!(written.contains("You rest in time.") && !written.contains("rests before the pain comes"), "{written}");
    assert!(!written.contains("You said:"), "nothing to announce: {written}");
}

#[test]
fn there_is_no_letter_without_what_a_letter_needs() {
    let (session, settings) = english();
    let refused = |session: &Session, change: &dyn Fn(&mut LetterSettings)| {
        let mut settings = settings.clone();
        change(&mut settings);
        compose(&Summary::of(session), &settings).expect_err("no letter")
    };
    let as_it_is = |_: &mut LetterSettings| {};

    let empty = guide("en", &[("body", "Body and mind")]);
    let mut room = Room::open(empty.clone(), opened("P07", &empty));
    assert_eq!(refused(&room.session, &as_it_is).to_string(), "there is nothing to send yet: write a statement first");
    room.happens(Event::Began { on: None });
    let note = room.note(NoteKind::Quote, "said in passing");
    room.statement(&Id::new("body"), "You said so.", &[note], &[note]);
    room.rekind(note, NoteKind::Memo);
    assert_eq!(refused(&room.session, &as_it_is), NoLetter::AllNotesGone);

    assert_eq!(refused(&session, &|s| s.study = " \u{202e}".into()), NoLetter::NoStudy);
    assert_eq!(refused(&session, &|s| s.contact = vec!["\n".into()]), NoLetter::NoContact);
    assert_eq!(refused(&session, &|s| s.reply_by = date(2026, 11, 30)), NoLetter::AlreadyPast(Deadline::Reply));
    assert_eq!(refused(&session, &|s| s.withdraw_until = Some(date(2026, 11, 30))), NoLetter::AlreadyPast(Deadline::Withdrawal));
}

/// The letter in Markdown to people who sat there so, and were asked as this.
fn to(audience: Audience, change: impl Fn(&mut LetterSettings)) -> [String; 2] {
    [english(), dutch()].map(|(session, mut settings)| {
        let guide = Guide { audience, ..session.guide().clone() };
        let mut room = Room::open(guide.clone(), opened("P07", &guide));
        room.happens(Event::Began { on: None });
        let quote = room.note(NoteKind::Quote, "hoarse whisper");
        let topic = guide.topics[0].id.clone();
        room.statement(&topic, "Statement one.", &[quote], &[quote]);
        room.statement(&topic, "Statement two.", &[quote], &[]);
        change(&mut settings);
        text(&room.session, &settings, Format::Markdown)
    })
}

/// That each letter has the words of its language among the first, and none of those among the second.
fn says(letters: &[String; 2], there: [&[&str]; 2], gone: [&[&str]; 2]) {
    for (letter, (there, gone)) in letters.iter().zip(there.iter().zip(gone)) {
        for words in *there {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        for words in gone {
            assert!(!letter.contains(words), "{words}: {letter}");
        }
    }
}

#[test]
fn what_an_answer_needs_stands_before_the_first_statement_in_this_order() {
    for letter in to(Audience::Individual, |_| {}) {
        let headings = |text: &str| text.matches("\n## ").count();
        let (before, after) = letter.split_once("**1.** Statement one.").unwrap();
        assert!(before.contains("\n# ") && headings(before) == 3 && headings(after) == 3, "{letter}");
        assert!(
            before.contains("010 000 00 00") && (before.contains("Tuesday 22 December.") || before.contains("dinsdag 22 december.")),
            "{before}"
        );
        assert!(letter.trim_end().ends_with("P07 · letter 1") || letter.trim_end().ends_with("P07 · brief 1"), "{letter}");
    }
    let silence: [&[&str]; 2] = [&["If we hear nothing, that is fine"], &["We denken dan niet dat u het met ons eens bent."]];
    says(&to(Audience::Individual, |_| {}), silence, [&[], &[]]);
}

#[test]
fn a_name_is_written_by_hand_and_whoever_was_not_named_is_one_of_us() {
    let letters = to(Audience::Individual, |settings| (settings.interviewer, settings.about) = (None, None));
    let [english, dutch] = ["with one of us about “Looking back on therapy”.", "met een van ons over ‘Terugkijken op therapie’."];
    says(&letters, [&[english, "Dear \\_\\_"], &[dutch, "Beste \\_\\_"]], [&[], &[]]);
}

#[test]
fn professionals_read_of_their_work_and_patients_of_their_care() {
    let care: [&[&str]; 2] = [&["about your care", "- your own doctor\n"], &["aan uw zorg", "- uw huisarts\n"]];
    let work: [&[&str]; 2] = [&["for your work", "- someone you trust\n"], &["voor uw werk", "- iemand die u vertrouwt\n"]];
    let neither = [[care[0], work[0]].concat(), [care[1], work[1]].concat()];
    let read_by = |standing| to(Audience::Individual, |settings| (settings.standing, settings.support) = (standing, Vec::new()));
    says(&read_by(Participants::Patients), care, work);
    says(&read_by(Participants::Professionals), work, care);
    says(&read_by(Participants::Others), [&["consequences for you."], &["gevolgen voor u."]], [&neither[0][..2], &neither[1][..2]]);
}

#[test]
fn help_stands_in_a_list_the_most_urgent_first_and_what_can_wait_at_the_end() {
    let lines = ["your own GP", "your therapist", "in danger: 112", "someone you trust", "the helpline"].map(str::to_owned);
    for letter in to(Audience::Individual, |settings| settings.support = lines.to_vec()) {
        let (page, after) = letter.split_once("**1.** Statement one.").unwrap();
        assert!(page.contains("\n- in danger: 112\n- the helpline\n- your own GP\n- "), "{letter}");
        assert_eq!(page.matches("\n- ").count(), 4, "and how to reach us: {letter}");
        assert!(
            after.contains("## More help\n\n- your therapist\n- someone") || after.contains("## Meer hulp\n\n- your therapist"),
            "{letter}"
        );
        assert!(lines.iter().all(|line| letter.matches(line.as_str()).count() == 1), "nothing is said twice: {letter}");
    }
    // What a page can hold is not put off, and whom the guide names stands there instead of whom we would have.
    let few = to(Audience::Individual, |settings| settings.support = lines[..1].to_vec());
    says(
        &few,
        [&["here:\n\n- your own GP\n- us"], &["terecht:\n\n- your own GP\n- wij"]],
        [&["More help", "doctor"], &["Meer hulp", "huisarts"]],
    );
}

#[test]
fn one_statement_takes_one_box_and_several_one_for_each_number() {
    says(
        &to(Audience::Individual, |_| {}),
        [
            &["in two short pieces, numbered 1 and 2.", "Tick one box for each number."],
            &["in twee korte stukjes, genummerd 1 en 2.", "Zet bij elk nummer één kruisje."],
        ],
        [&["sentence"], &[" zin ", "zinnen"]],
    );
    let alone = [english(), dutch()].map(|(session, settings)| {
        let guide = session.guide().clone();
        let mut room = Room::open(guide.clone(), opened("P07", &guide));
        room.happens(Event::Began { on: None });
        let note = room.note(NoteKind::Quote, "rest");
        room.statement(&guide.topics[0].id, "Statement one.", &[note], &[]);
        text(&room.session, &settings, Format::Markdown)
    });
    says(
        &alone,
        [&["in one short piece.", "Tick one box. "], &["in één kort stukje.", "Zet één kruisje. "]],
        [&["each number", "numbered"], &["elk nummer", "genummerd"]],
    );
}

#[test]
fn a_group_reads_what_nobody_in_it_can_be_told_by() {
    let group = to(Audience::Group, |settings| settings.standing = Participants::Professionals);
    let there: [&[&str]; 2] = [
        &["They do not say who said what.", "do not name the others"],
        &["Er staat niet bij wie wat zei.", "Noem de anderen niet bij naam"],
    ];
    says(&group, there, [&["hoarse", "said:", "May we use your words?"], &["hoarse", "zei:", "Mogen we uw woorden gebruiken?"]]);
}

#[test]
fn two_who_talked_together_are_both_spoken_to_and_neither_is_quoted_by_name() {
    let there: [&[&str]; 2] = [
        &[
            "Dear \\_",
            "\\_ and \\_",
            "the two of you",
            "In the conversation it was said: “hoarse whisper”",
            "If one of you says no",
            "both tick a box and put your initials",
        ],
        &[
            "Beste \\_",
            "\\_ en \\_",
            "met zijn tweeën",
            "In het gesprek is gezegd: ‘hoarse whisper’",
            "Zegt een van u nee",
            "allebei een kruisje, met uw voorletters",
        ],
    ];
    says(&to(Audience::Pair, |_| {}), there, [&["You said"], &["U zei"]]);
    says(
        &to(Audience::Individual, |_| {}),
        [&["> You said: “hoarse whisper”"], &["> U zei: ‘hoarse whisper’"]],
        [&["two of you", "initials"], &["tweeën", "voorletters"]],
    );
}

#[test]
fn a_reflection_asks_what_they_think_of_it_and_no_verdict() {
    let letters = to(Audience::Individual, |settings| settings.called = CheckKind::Reflection);
    let there: [&[&str]; 2] = [&["# What do you think of it now?", "☐ Partly\n"], &["# Hoe kijkt u er nu tegenaan?", "☐ Voor een deel\n"]];
    says(&letters, there, [&["☐ Right", "Not right", "What should it say"], &["☐ Klopt", "klopt", "Wat moet er staan"]]);
}

#[test]
fn findings_come_later_and_from_everybody() {
    let letters = to(Audience::Individual, |settings| settings.timing = CheckTiming::Findings);
    let there: [&[&str]; 2] = [
        &["from everybody stands here in two short pieces", "what you told us."],
        &["van iedereen samen hebben begrepen, staat hier in twee korte stukjes"],
    ];
    // Nor is what somebody said put into the mouth of whoever reads it.
    says(&letters, there, [&["whether we got it right", "hoarse"], &["van u hebben begrepen", "hoarse"]]);
}

#[test]
fn a_study_writes_its_own_letter_and_what_is_filled_in_stays_text() {
    let own = "# Hello\n\nDear {name},\n\n{code} {interviewer} {date} {about} {pieces} {silence}\n\n- {study}\n- {today}, {reply_by}\n\n\
               {contact}\n\n{support}\n\n{withdraw}\n\n## All\n\n{statements}\n\n{missing}\n\n{quoting}\n";
    let hostile = "<b>*x*</b> {statements} # y";
    let settings = |settings: &mut LetterSettings| {
        settings.template = Some(Template::read(own).unwrap());
        settings.interviewer = Some(hostile.into());
        settings.study = hostile.into();
        settings.about = Some(hostile.into());
        settings.contact = vec![hostile.into(), "second".into()];
        settings.support = vec![hostile.into(), "third".into()];
    };
    for letter in to(Audience::Individual, settings) {
        assert_eq!(letter.matches(r"\<b\>\*x\*\</b\> \{statements\} \# y").count(), 5, "{letter}");
        assert!(
            letter.matches("**1.** Statement one.").count() == 1 && letter.contains("- third") && letter.contains("- second"),
            "{letter}"
        );
        assert!(letter.starts_with("# Hello\n\nDear ") || letter.starts_with("# Hello\n\nDear"), "{letter}");
        assert_eq!(letter.matches("\n## ").count(), 3, "{letter}");
    }
}
