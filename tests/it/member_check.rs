//! The register of letters: three participants of whom one agrees, one corrects a statement, and one does not answer; by the screen and by
//! commands. Then what is refused, what is left out everywhere, and what holds whatever happens in whatever order.

mod at_their_word;
mod left_out;
use std::cell::Cell;

use hearback::domain::command::Command;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Round;
use hearback::domain::member_check::Outcome;
use hearback::domain::member_check::before::BeforeAnswer;
use hearback::domain::member_check::before::BeforeItem;
use hearback::domain::member_check::before::LetterChecked;
use hearback::domain::member_check::register::Register;
use hearback::domain::member_check::register::as_written;
use hearback::domain::member_check::registering::Anyway;
use hearback::domain::member_check::registering::Registering;
use hearback::domain::member_check::reply::Disposed;
use hearback::domain::member_check::reply::Disposition;
use hearback::domain::member_check::reply::Remark;
use hearback::domain::member_check::reply::RemarkId;
use hearback::domain::member_check::reply::RemarkKind;
use hearback::domain::member_check::reply::RepliedBy;
use hearback::domain::member_check::reply::Says;
use hearback::domain::member_check::sent::LetterSent;
use hearback::domain::member_check::sent::NoReply;
use hearback::domain::member_check::sent::Sending;
use hearback::domain::member_check::sent::SentBy;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::seats::Voice;
use hearback::domain::session::Session;
use hearback::domain::stands::Stands;
use hearback::domain::statement::StatementId;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::summary::Summary;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::domain::undo::Steps;
use hearback::shell::script::Script;
use hearback::store::guide_file::read_guide;
use hearback::store::journal;
use hearback::store::journal::Journal;
use hearback::tui::model::Screen;
use hearback::tui::view::look::Look;
use proptest::prelude::*;
use proptest::test_runner::RngAlgorithm;
use proptest::test_runner::TestRng;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::cli::run;
use crate::support::day::FORM;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::day::voice;
use crate::support::search::Made;
use crate::support::told::folders;
use crate::support::tongue::in_dutch;
use crate::support::tongue::left_in_english;

/// 2024-02-20, 11:00 in the Netherlands: letters of that day are answered by 5 March, and that is over wherever this runs.
const DAY: Stamp = Stamp::new(1_708_423_200_000, 60);

pub(crate) fn on_day(days: i64) -> Stamp {
    Stamp { utc_ms: DAY.utc_ms + days * 24 * 3_600_000, ..DAY }
}

pub(crate) fn at_home(dir: &tempfile::TempDir, day: i64) -> Script {
    Script::over(dir.path(), voice(), on_day(day)).unwrap()
}

/// A study in which so many interviews were held, each with a letter of two statements.
pub(crate) fn with_letters(count: usize) -> tempfile::TempDir {
    let dir = study();
    let mut script = at_home(&dir, 0);
    for n in 0..count {
        let form = if n == 0 { FORM } else { "na" };
        script.keys(form).hear(ms(500)).keys("<enter>").hear(secs(1)).keys("<pagedown>").hear(secs(5));
        script
            .keys("rest before it hurts<enter>")
            .hear(secs(1))
            .keys(">zwaluwstaart<enter>")
            .hear(secs(1))
            .saved()
            .keys("<f10><f10>")
            .saved();
    }
    script.leave();
    for folder in folders(&dir) {
        let mut session = read(&dir, &folder.name());
        let topic = session.guide().topics[0].id.clone();
        let of = |words: &str| session.notes().find(|note| note.text.contains(words)).map(|note| note.id).unwrap();
        let (rest, word) = (of("rest before"), of("zwaluwstaart"));
        let written = |statement: u32, text: &str, source: NoteId, quotes: Vec<NoteId>| Event::StatementWritten {
            statement: StatementId(statement),
            topic: topic.clone(),
            text: text.into(),
            sources: vec![source],
            quotes,
        };
        let events =
            [written(1, "You rest before it hurts.", rest, Vec::new()), written(2, "You thought of a dovetail.", word, vec![word])];
        for event in &events {
            session.apply(event);
        }
        append(&dir, &folder.name(), &events);
        append(&dir, &folder.name(), &[letter(&session, 1)]);
    }
    dir
}

pub(crate) fn letter(session: &Session, version: u32) -> Event {
    let (statements, reply_by) = (as_written(&Summary::of(session)), "2024-03-05".to_owned());
    let (file, on, called) = (format!("summary/v{version}/letter.md"), "2024-02-20".to_owned(), CheckKind::Check);
    Event::LetterWritten { version, file, statements, reply_by, on, called }
}

pub(crate) fn read(dir: &tempfile::TempDir, name: &str) -> Session {
    let folder = folders(dir).into_iter().find(|folder| folder.name().contains(name)).unwrap();
    let guide = read_guide("guide.yaml", &folder.guide().unwrap()).guide.unwrap();
    Session::replay(guide, journal::read(&folder.journal()).unwrap().events()).unwrap()
}

pub(crate) fn append(dir: &tempfile::TempDir, name: &str, events: &[Event]) {
    let folder = folders(dir).into_iter().find(|folder| folder.name().contains(name)).unwrap();
    let (mut journal, _) = Journal::open(&folder.journal()).unwrap();
    let lines: Vec<_> = events.iter().map(|event| (event.clone(), DAY, 0)).collect();
    journal.append(&lines).unwrap();
}

/// What a command says, split into words as a shell does with quotation marks.
pub(crate) fn says(dir: &tempfile::TempDir, line: &str) -> String {
    let pieces = line.split('"').enumerate();
    let words: Vec<&str> =
        pieces.flat_map(|(n, piece)| if n % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect() }).collect();
    run(dir.path(), &words)
}

pub(crate) fn done(dir: &tempfile::TempDir, line: &str) -> String {
    let told = says(dir, line);
    assert!(told.ends_with("--- exit code 0\n"), "{told}");
    told
}

pub(crate) fn refused(dir: &tempfile::TempDir, line: &str, why: &str) {
    let told = says(dir, line);
    assert!(told.contains(why) && !told.ends_with("--- exit code 0\n"), "{line}: {why}: {told}");
}

pub(crate) fn json(dir: &tempfile::TempDir, line: &str) -> Value {
    let told = done(dir, line);
    let text = told.split_once('\n').unwrap().1.rsplit_once("--- exit code").unwrap().0;
    serde_json::from_str(text).unwrap_or_else(|why| panic!("{why}: {told}"))
}

/// The statement of P02 is changed, and another letter written.
pub(crate) fn another_letter(dir: &tempfile::TempDir) {
    let mut session = read(dir, "P02");
    let (statement, text) = (StatementId(2), "You saw a dovetail.".into());
    let revised = Event::StatementRevised { statement, text, quotes: Vec::new() };
    session.apply(&revised);
    append(dir, "P02", &[revised, letter(&session, 2)]);
}

fn by_command() -> tempfile::TempDir {
    let dir = with_letters(3);
    for who in ["P01", "P02", "P03"] {
        for item in ["wanted", "alive", "address", "second-reader"] {
            done(&dir, &format!("before {who} {item} yes --by I1 --on 2024-02-21"));
        }
        done(&dir, &format!("sent {who} --version 1 --way post --on 2024-02-21 --by I1"));
    }
    done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-26 --by I1");
    done(&dir, "reply P02 --statement 1 --says fits --how telephone --on 2024-02-26 --by I1");
    done(&dir, "reply P02 --statement 2 --says partly --words \"I saw one\" --how telephone --on 2024-02-26 --by I1");
    refused(&dir, "disposition P02 2 changed --on 2024-02-27", "The statement stands as it went");
    another_letter(&dir);
    done(&dir, "disposition P02 2 changed --by I1 --on 2024-02-27");
    done(&dir, "sent P02 --version 2 --way post --on 2024-02-28 --by I1");
    done(&dir, "reply P02 --all --says fits --how paper --on 2024-03-04 --by I1");
    done(&dir, "sent P03 --version 1 --reminder --way post --on 2024-03-07 --by I1");
    refused(&dir, "reply P03 --nothing --on 2024-03-21", "They have until 2024-03-21");
    done(&dir, "reply P03 --nothing --on 2024-03-22 --by I1");
    dir
}

fn by_screen() -> tempfile::TempDir {
    let dir = with_letters(3);
    // The list has the newest first.
    let mut script = at_home(&dir, 1);
    for down in ["", "<down>", "<down><down>"] {
        script.keys(&format!("<up><up>{down}r")).saved();
        assert!(matches!(script.model().screen, Screen::Letters(_)), "{}", script.screen(80, 24));
        script.keys("yyyy").saved();
        script.keys("s1").saved();
        script.keys("<esc>").saved();
    }
    script.leave();
    // P01 on paper, all right; P02 by telephone, one partly.
    let mut script = at_home(&dir, 6);
    script.keys("<down><down>r").saved();
    script.keys("11").saved();
    script.keys("<esc>").saved().keys("<up>r").saved().keys("12I saw one<enter>").saved();
    let seen = script.screen(80, 24);
    assert!(seen.contains("“I saw one”") && seen.contains("partly right"), "{seen}");
    script.leave();
    another_letter(&dir);
    let mut script = at_home(&dir, 7);
    script.keys("<down>r").saved();
    to(&mut script, "“I saw one”");
    script.keys("c").saved();
    let seen = script.screen(120, 40);
    assert!(seen.contains("changed (wording 2)") && !seen.contains("nothing done about it yet"), "{seen}");
    // Nothing was asked of this letter yet.
    script.keys("ss1").saved();
    script.leave();
    let mut script = at_home(&dir, 13);
    script.keys("<down>r").saved();
    to(&mut script, "You rest before it hurts.");
    script.keys("11").saved();
    script.leave();
    // P03 is silent.
    let mut script = at_home(&dir, 16);
    assert!(script.screen(80, 24).contains("reminder possible"), "{}", script.screen(80, 24));
    script.keys("rb1").saved();
    script.keys("o").saved();
    assert!(script.notice().is_some_and(|notice| notice.contains("They have until 2024-03-21")), "{:?}", script.notice());
    script.leave();
    let mut script = at_home(&dir, 32);
    script.keys("ro").saved();
    script.leave();
    dir
}

/// Goes to the line of the register that holds `words`.
pub(crate) fn to(script: &mut Script, words: &str) {
    for _ in 0..30 {
        if script.screen(80, 40).lines().any(|row| row.contains('▶') && row.contains(words)) {
            return;
        }
        script.keys("<down>");
    }
    script.keys(&"<up>".repeat(30));
    for _ in 0..30 {
        if script.screen(80, 40).lines().any(|row| row.contains('▶') && row.contains(words)) {
            return;
        }
        script.keys("<down>");
    }
    panic!("{words} is on no line: {}", script.screen(80, 40));
}

#[test]
fn three_participants_by_the_screen_and_by_commands() {
    let all = [by_command(), by_screen()];
    for dir in &all {
        let listed = json(dir, "letters --json");
        let told: Vec<_> =
            listed.as_array().unwrap().iter().map(|one| (one["outcome"].as_str().unwrap(), one["sent"].as_u64().unwrap())).collect();
        assert_eq!(told, [("agreed", 1), ("agreed", 2), ("no-reply", 1)], "{listed:#}");
        assert!(listed.as_array().unwrap().iter().all(|one| one["due"].as_array().unwrap().is_empty()), "{listed:#}");
        let lines = done(dir, "letters");
        assert!(lines.contains("3 sessions, 3 letters sent: 2 agreed, 1 no reply"), "{lines}");
        let corrected = json(dir, "letters P02 --json");
        let [first, second] = [0, 1].map(|n| &corrected["versions"][n]);
        assert_eq!((first["outcome"].as_str(), second["outcome"].as_str()), (Some("disagreed"), Some("agreed")));
        assert_eq!(first["statements"][1]["words"], "You thought of a dovetail.", "as it went");
        let remark = &first["statements"][1]["remarks"][0];
        assert_eq!((remark["says"].as_str(), remark["words"].as_str()), (Some("partly"), Some("I saw one")));
        assert_eq!((remark["disposition"]["is"].as_str(), remark["disposition"]["wording"].as_u64()), (Some("changed"), Some(2)));
        assert_eq!(second["statements"][1]["words"], "You saw a dovetail.");
        let sessions = done(dir, "sessions");
        for words in ["agreed", "no reply", "reminded 2024-03-07"] {
            assert!(sessions.contains(words), "{words}: {sessions}");
        }
        let shown = done(dir, "show P03");
        assert!(shown.contains("the letter: letter 1 sent") && shown.contains("no reply"), "{shown}");
        // Home says it in a word.
        let script = at_home(dir, 40);
        let seen = script.screen(80, 24);
        assert!(seen.contains("confirmed") && seen.contains("no reply"), "{seen}");
        script.leave();
    }
}

#[test]
fn what_cannot_be_is_refused_and_said() {
    let dir = with_letters(2);
    refused(&dir, "reply P01 --statement 1 --says fits --how paper --on 2024-02-26", "Letter 1 never went");
    refused(&dir, "sent P01 --version 7 --way post --on 2024-02-21", "There is no letter 7");
    refused(&dir, "sent P01 --version 1 --reminder --way post --on 2024-02-21", "never went");
    for (item, why) in [("wanted", "they do not want it"), ("alive", "they are not alive"), ("address", "the address is not safe")] {
        done(&dir, &format!("before P01 {item} no --on 2024-02-21"));
        refused(&dir, "sent P01 --version 1 --way post --on 2024-02-21 --anyway", why);
        done(&dir, &format!("before P01 {item} not-asked"));
    }
    refused(&dir, "before P01 alive not-asked", "nothing to take back");
    let told = done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    assert!(told.contains("4 things were not asked before it went"), "{told}");
    refused(&dir, "sent P01 --version 1 --way hand --on 2024-02-22", "Letter 1 has gone, on 2024-02-21");
    refused(&dir, "reply P01 --statement 9 --says fits --how paper --on 2024-02-26", "no such statement");
    refused(&dir, "reply P01 --statement 1 --how paper --on 2024-02-26", "Say what they say of it");
    refused(&dir, "reply P01 --statement 1 --says fits --how paper --on 2024-02-20", "nothing came back before that");
    // The letter says the 5th of March, and went a day after it was written.
    refused(&dir, "reply P01 --nothing --on 2024-03-06", "They have until 2024-03-06");
    done(&dir, "sent P01 --version 1 --reminder --way mail --on 2024-03-07");
    refused(&dir, "sent P01 --version 1 --reminder --way mail --on 2024-03-08", "There is one reminder");
    // Silence is written down, and what comes after it counts all the same; each is taken back.
    done(&dir, "reply P01 --nothing --on 2024-03-22");
    refused(&dir, "reply P01 --nothing --on 2024-03-23", "It was written down on 2024-03-22 that nothing came");
    done(&dir, "reply P01 --statement 1 --says fits --how telephone --on 2024-04-01");
    let check = read(&dir, "P01");
    assert_eq!(Register::of(&check).outcome(1), Some(Outcome::AgreedInPart), "a tick on one is no yes to the other");
    assert!(check.member_check().no_reply(1).is_some(), "nothing is overwritten");
    refused(&dir, "sent P01 --version 1 --undo", "Something came back");
    done(&dir, "reply P01 --undo 1");
    assert_eq!(Register::of(&read(&dir, "P01")).outcome(1), Some(Outcome::NoReply));
    done(&dir, "reply P01 --nothing --undo");
    done(&dir, "sent P01 --version 1 --reminder --undo");
    done(&dir, "sent P01 --version 1 --undo");
    assert!(read(&dir, "P01").member_check().last_sent().is_none());
    // Given by hand and answered at once.
    done(&dir, "reply P01 --added --words \"and my sister\" --how in-person --on 2024-02-22");
    let session = read(&dir, "P01");
    assert_eq!(session.member_check().last_sent().map(|sent| sent.way), Some(SentBy::Hand));
    assert_eq!(Register::of(&session).outcome(1), Some(Outcome::Added));
    refused(&dir, "disposition P01 2 kept", "Say why");
    refused(&dir, "disposition P01 2 withdrawn", "Nothing was left out for it");
    refused(&dir, "disposition P01 9 changed", "no such remark");
    done(&dir, "disposition P01 2 kept --reason \"she said so elsewhere\"");
    // Out of date.
    let (statement, text) = (StatementId(1), "You rest.".into());
    append(&dir, "P02", &[Event::StatementRevised { statement, text, quotes: Vec::new() }]);
    assert!(done(&dir, "letters P02").contains("letter 1 is out of date"));
    refused(&dir, "sent P02 --version 1 --way post --on 2024-02-21", "Letter 1 is out of date");
    done(&dir, "sent P02 --version 1 --way post --on 2024-02-21 --anyway");
    // They take no part.
    let told = done(&dir, "reply P02 --withdraws --how telephone --on 2024-02-22");
    assert!(told.contains("hearback withdraw P02 --scope stop"), "{told}");
    assert!(done(&dir, "letters --due").contains("they take no part any more"));
    append(&dir, "P02", &[letter(&read(&dir, "P02"), 2)]);
    refused(&dir, "sent P02 --version 2 --way post --on 2024-02-25", "hearback withdraw SESSION");
}

#[test]
fn after_a_no_to_the_summary_nothing_goes() {
    let dir = with_letters(1);
    done(&dir, "withdraw P01 --scope contact --told \"by telephone\" --whom I1 --on 2024-02-21 --yes");
    refused(&dir, "sent P01 --version 1 --way post --on 2024-02-22", "summary");
}

#[test]
fn what_they_do_not_want_used_is_left_out_everywhere_and_a_no_to_quotes_is_one() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    let told = done(&dir, "reply P01 --statement 2 --not-used --words \"not the kaleidoscope\" --how telephone --on 2024-02-26");
    assert!(told.contains("left out everywhere from now on, under 1, 2 of `hearback withhold`"), "{told}");
    let session = read(&dir, "P01");
    assert!(session.withholding().holds_statement(StatementId(2)) && session.statements().count() == 1);
    assert!(session.stale_letter() == Some(1), "the letter that went may hold it, and is named");
    Made::of(&dir, "P01").has_nowhere(&["zwaluwstaart", "dovetail", "kaleidoscope"]).has(&["You rest before it hurts."]);
    assert!(!done(&dir, "letters P01 --json").contains("kaleidoscope"));
    // Taking the remark back lifts nothing: only they do.
    assert!(done(&dir, "reply P01 --undo 1").contains("only the participant lifts it"));
    assert!(read(&dir, "P01").withholding().holds_statement(StatementId(2)));
    for id in [1, 2] {
        done(&dir, &format!("withhold P01 --lift {id} --told \"by telephone\" --whom I1 --on 2024-02-27"));
    }
    assert_eq!(read(&dir, "P01").statements().count(), 2);
    done(&dir, "reply P01 --quotes no --how paper --on 2024-02-28 --by I1");
    assert!(!done(&dir, "letters P01").contains("zwaluwstaart"), "their words are in no letter as it is shown now");
}

/// With somebody on the telephone: the words as they went, an answer by one key, their words where it is no plain yes.
#[test]
fn on_the_telephone_one_statement_follows_the_other_and_a_slip_is_taken_back_whole() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21 --by I1");
    // It was worded otherwise since; what is read aloud is what they have before them.
    append(&dir, "P01", &[Event::StatementRevised { statement: StatementId(1), text: "You rest often.".into(), quotes: Vec::new() }]);
    let mut script = at_home(&dir, 6);
    script.keys("r").saved();
    let seen = script.screen(80, 24);
    assert!(seen.contains("You rest before it hurts.") && !seen.contains("You rest often."), "{seen}");
    assert!(seen.lines().any(|row| row.contains('▶') && row.contains("You rest before it hurts.")), "{seen}");
    for (name, width, height) in [("60", 60, 16), ("80", 80, 24), ("120", 120, 40)] {
        insta::assert_snapshot!(format!("telephone_{name}"), script.screen(width, height));
    }
    script.keys("1").saved();
    assert!(script.screen(80, 24).lines().any(|row| row.contains('▶') && row.contains("dovetail")), "{}", script.screen(80, 24));
    script.keys("3a light<enter>").saved();
    insta::assert_snapshot!("telephone_answered", script.screen(80, 24));
    let outcome = |script: &Script| Register::of(script.session().unwrap()).outcome(1);
    assert_eq!(outcome(&script), Some(Outcome::Disagreed));
    // The words, then the answer.
    script.keys("uu").saved();
    assert_eq!(outcome(&script), Some(Outcome::AgreedInPart));
    to(&mut script, "dovetail");
    script.keys("w").saved();
    assert!(
        script.notice().is_some_and(|notice| notice.contains("leaves statement 2 out everywhere, and 1 note it rests on")),
        "{:?}",
        script.notice()
    );
    script.keys("w<enter>").saved();
    let held = |script: &Script| script.session().unwrap().withholding().now().count();
    assert_eq!(held(&script), 2, "{}", script.screen(80, 24));
    assert!(!script.screen(120, 40).contains("dovetail"), "{}", script.screen(120, 40));
    script.keys("u").saved();
    assert_eq!((held(&script), script.session().unwrap().member_check().remarks().count()), (0, 1), "one act, taken back whole");
    script.keys("<ctrl-y>").saved();
    assert_eq!((held(&script), script.session().unwrap().member_check().remarks().count()), (2, 2), "and done once more");
    script.leave();
    let look = Look { palette: hearback::tui::view::look::Palette::None, ..Look::default() };
    let mut script = at_home(&dir, 6);
    script.keys("r").saved();
    assert_eq!(script.screen_as(80, 24, look), script.screen(80, 24), "no meaning by colour alone");
    script.leave();
    let mut script = at_home(&dir, 6).in_lines();
    script.keys("r").saved();
    let told = script.told().join("\n");
    assert!(told.contains("statement 1: You rest before it hurts. (right)"), "{told}");
    script.leave();
}

#[test]
fn the_register_speaks_dutch() {
    in_dutch(|| {
        let dir = with_letters(1);
        let mut script = at_home(&dir, 1);
        script.keys("ryyyys1").saved();
        insta::assert_snapshot!("register_in_dutch", script.screen(80, 24));
        let seen = script.screen(80, 24);
        assert!(left_in_english(&seen).is_empty(), "{:?}: {seen}", left_in_english(&seen));
        script.leave();
        let script = at_home(&dir, 16);
        assert!(script.screen(80, 24).contains("herinnering mag"), "{}", script.screen(80, 24));
        script.leave();
    });
}

/// Something that may happen to a letter.
#[derive(Clone, Debug)]
enum Step {
    Ask(Registering),
    Write,
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let day = || (1_u32..30).prop_map(|day| format!("2024-03-{day:02}"));
    let none = String::new;
    let answers = prop::sample::select(vec![BeforeAnswer::Yes, BeforeAnswer::Yes, BeforeAnswer::No]);
    let check = (prop::sample::select(BeforeItem::ALL.as_slice()), answers, day()).prop_map(move |(is, answer, on)| {
        Registering::Check(LetterChecked { is, answer, on, by: none(), words: none(), stands: Stands::Stands })
    });
    let send = (1_u32..4, prop::bool::weighted(0.3), prop::bool::weighted(0.2), day()).prop_map(move |(version, again, back, on)| {
        let is = if again { Sending::Reminder } else { Sending::Letter };
        let stands = if back { Stands::TakenBack } else { Stands::Stands };
        Registering::Send(LetterSent { version, is, on, way: SentBy::Post, by: none(), stands }, Anyway::Yes)
    });
    let kinds =
        prop::sample::select(vec![RemarkKind::Answer, RemarkKind::Answer, RemarkKind::Answer, RemarkKind::Added, RemarkKind::Declines]);
    let says = prop::sample::select(vec![Says::Fits, Says::Fits, Says::Fits, Says::Partly, Says::RatherNot]);
    let reply =
        (1_u32..4, kinds, 1_u32..3, says, prop::bool::weighted(0.1), day()).prop_map(move |(version, is, statement, says, back, on)| {
            let answers = is == RemarkKind::Answer;
            let (statement, says) = (answers.then_some(StatementId(statement)), answers.then_some(says));
            let stands = if back { Stands::TakenBack } else { Stands::Stands };
            let remark = RemarkId(if back { version } else { 0 });
            Registering::Reply(Remark {
                remark,
                version,
                is,
                statement,
                says,
                quotes: None,
                words: "w".into(),
                on,
                how: RepliedBy::Paper,
                by: none(),
                stands,
            })
        });
    let dispose = (1_u32..5, prop::sample::select(Disposed::ALL.as_slice()), day()).prop_map(move |(remark, is, on)| {
        let (reason, stands) = ("so".to_owned(), Stands::Stands);
        Registering::Dispose(Disposition { remark: RemarkId(remark), is, wording: None, reason, on, by: none(), stands })
    });
    let silent =
        (1_u32..4, day()).prop_map(move |(version, on)| Registering::NoReply(NoReply { version, on, by: none(), stands: Stands::Stands }));
    let ask = prop_oneof![1 => check, 3 => send, 6 => reply, 1 => dispose, 1 => silent].prop_map(Step::Ask);
    prop::collection::vec(prop_oneof![8 => ask, 2 => Just(Step::Write), 3 => Just(Step::Undo), 1 => Just(Step::Redo)], 0..40)
}

/// A session with two statements, each on a note of its own, ended.
fn begun() -> (Session, Vec<Event>) {
    let guide = read_guide("small-guide.yaml", include_bytes!("fixtures/small-guide.yaml")).guide.unwrap();
    let opened = Opened::of(DAY, "P07", Round::First, &guide);
    let topic = guide.topics[0].id.clone();
    let mut session = Session::new(guide, opened.clone());
    let note = |n: u32| Event::NoteAdded {
        note: NoteId(n),
        note_kind: NoteKind::Paraphrase,
        text: format!("note {n}"),
        stamp: NoteStamp { raw: Position::from_secs(u64::from(n)), reaction_ms: 0 },
        question: None,
        off_record: false,
        late: false,
        voice: Voice::default(),
        report: None,
        until: None,
    };
    let statement = |n: u32| Event::StatementWritten {
        statement: StatementId(n),
        topic: topic.clone(),
        text: format!("statement {n}"),
        sources: vec![NoteId(n)],
        quotes: Vec::new(),
    };
    let events = vec![Event::Opened(opened), Event::Began { on: None }, note(1), note(2), statement(1), statement(2)];
    events.iter().skip(1).for_each(|event| session.apply(event));
    assert_eq!(as_written(&Summary::of(&session)).len(), 2);
    (session, events)
}

/// Whatever happens in whatever order, and whatever of it is taken back: nobody is said to have agreed who did not say yes to each
/// statement, versions only grow and stay what they are, one reminder goes at most, and the journal tells the same. Whether anybody was said
/// to have agreed on the way.
fn holds(script: Vec<Step>) -> Result<bool, TestCaseError> {
    let (mut session, mut events) = begun();
    let (mut undo, mut texts, mut agreed) = (Steps::default(), Vec::new(), false);
    for step in script {
        let event = match step {
            Step::Ask(what) => session.decide(Command::Register(what)).ok(),
            Step::Write => {
                let version = session.letters() + 1;
                let statement = StatementId(1 + version % 2);
                let revised = Event::StatementRevised { statement, text: format!("wording {version}"), quotes: Vec::new() };
                session.apply(&revised);
                events.push(revised);
                texts.push(as_written(&Summary::of(&session)));
                Some(letter(&session, version))
            }
            Step::Undo => undo.last().cloned().and_then(|step| session.decide(Command::Undo(step)).ok()),
            Step::Redo => undo.next().cloned().and_then(|step| session.decide(Command::Undo(step)).ok()),
        };
        let Some(event) = event else { continue };
        let before = session.letters();
        undo.happens(&session, events.len() as u64 + 1, &event);
        session.apply(&event);
        events.push(event);
        prop_assert!(session.letters() >= before);
        let (check, register) = (session.member_check(), Register::of(&session));
        for (version, written) in check.versions() {
            prop_assert_eq!(&written.statements, &texts[version as usize - 1], "a version stays what it is");
            prop_assert!(!written.statements.is_empty());
            let says = |id| check.answer(version, id).and_then(|answer| answer.says);
            let each = written.statements.iter().all(|one| says(one.statement) == Some(Says::Fits));
            if register.outcome(version) == Some(Outcome::Agreed) {
                prop_assert!(each, "who agreed said yes to each");
                agreed = true;
            }
            if check.remarks_on(version).next().is_none() {
                prop_assert!(matches!(register.outcome(version), None | Some(Outcome::NoReply)));
            }
            prop_assert!(register.agreed(version).0 <= register.statements(version).len());
        }
    }
    let lines: Vec<Event> = events.iter().map(|event| serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap()).collect();
    prop_assert_eq!(Session::replay(session.guide().clone(), &lines).unwrap(), session);
    Ok(agreed)
}

#[test]
fn silence_is_never_agreement_and_versions_only_grow() {
    let config = ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let agreed = Cell::new(0);
    let outcome = runner.run(&steps(), |script| {
        agreed.set(agreed.get() + u32::from(holds(script)?));
        Ok(())
    });
    outcome.unwrap_or_else(|why| panic!("{why}"));
    assert!(agreed.get() > 0, "a test of who agrees in which nobody does can never fail");
}
