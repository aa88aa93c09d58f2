//! "Please do not use that", and consent that is taken back: what is left out is in nothing that is made of the session, and that is looked
//! for in every file and every answer.

use hearback::domain::consent::Wish;
use hearback::domain::note::NoteId;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::close_first_question;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::search::Made;
use crate::support::search::files_with;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::make_native;
use crate::support::tongue::says;

/// A word that stands nowhere else.
const SECRET: &str = "zwaluwstaart";

/// An interview in which something is said that is taken back later: in a note, in another kind of note, and on the line that is being
/// written.
fn told(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("rest before it hurts<enter>").hear_until(secs(20)).keys("<right>");
    script.hear_until(secs(30)).keys(&format!(">my neighbour {SECRET} #{SECRET}<enter>")).hear_until(secs(40));
    script.keys(&format!("?ask about {SECRET}<enter>")).hear_until(secs(50)).saved();
    script
}

/// It is nowhere: not in a file, not in an answer, not on a screen.
fn is_nowhere(dir: &tempfile::TempDir) {
    Made::of(dir, "P01").has_nowhere(&[SECRET]);
}

#[test]
fn an_answer_is_left_out_everywhere_from_the_moment_they_say_so() {
    in_each_language(|| {
        let dir = study();
        make_native(dir.path());
        let mut script = told(&dir);
        // What is being written is about it as well.
        script.keys(&format!("half a line about {SECRET}"));
        script.keys("<esc>").hear(secs(1)).keys("<ctrl-z>").hear(secs(1)).keys("<enter>").hear(secs(1));
        script.keys("<ctrl-w>");
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let card = script.screen(width, height);
            assert!(says(&card, "their last answer, "), "{card}");
        }
        script.hear(secs(2)).keys("1").hear(secs(1)).saved();
        let notice = script.notice().unwrap_or_default().to_owned();
        assert!(says(&notice, "left out: ") && !notice.contains(SECRET), "{notice}");
        for (width, height) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
            assert!(!script.screen(width, height).contains(SECRET), "{}", script.screen(width, height));
        }
        assert!(script.is_recorded() && phase(&script) == Some(Phase::Recording), "nothing stops");
        script.keys("<backtab>");
        assert!(!script.screen(80, 24).contains(SECRET));
        script.keys("<esc>").hear(secs(2)).keys("<f10><f10>").saved();
        assert!(!script.screen(80, 24).contains(SECRET));
        script.leave();
        let session = reread(&dir);
        assert_eq!(session.notes().count(), 1);
        assert_eq!(session.withholding().stretches().len(), 1);
        is_nowhere(&dir);
    });
}

/// What is taken off a stamp for the time it takes to react leads back over the moment at which the question was opened.
#[test]
fn a_note_that_was_begun_at_once_is_part_of_the_answer() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear_until(secs(20)).keys("<pagedown>").hear(std::time::Duration::from_millis(300));
    script.keys(&format!("{SECRET}<enter>")).hear(secs(3)).keys("<ctrl-w>").hear(secs(1)).keys("1").hear(secs(1)).saved();
    assert_eq!(script.session().unwrap().notes().count(), 0, "{:?}", script.notice());
    script.keys("<f10><f10>").saved();
    script.leave();
    is_nowhere(&dir);
}

/// Why a question was left, and the answer that was chosen by its code: words of theirs as well, also where a later mark is taken back.
#[test]
fn a_reason_and_a_coded_answer_in_the_stretch_are_left_out_with_it() {
    let dir = study();
    close_first_question(&dir);
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(4)).keys("<left>2").hear_until(secs(6));
    assert!(script.screen(80, 24).contains("✓ 2 often"), "{}", script.screen(80, 24));
    script.keys(&format!("asked about {SECRET}<alt-s>"));
    script.hear_until(secs(10)).keys("<ctrl-w>").hear(secs(1)).keys("3").hear(secs(3)).saved();
    let seen = script.screen(80, 24);
    assert!(seen.contains("often") && !seen.contains('✓'), "no answer is chosen: {seen}");
    script.keys("<f5>1").hear(secs(1)).keys("<ctrl-z>").hear(secs(1)).saved();
    assert!(script.notice().unwrap().contains("Ctrl-Y"), "{:?}", script.notice());
    script.keys("<f10><f10>").saved();
    script.leave();
    is_nowhere(&dir);
    let told = run(dir.path(), &["show", "P01"]);
    assert!(told.contains("opening / daily-life\n") && !told.contains("no reason given") && !told.contains("often"), "{told}");
}

#[test]
fn a_slip_comes_back_by_name_on_the_same_day_and_not_on_another() {
    let dir = study();
    let mut script = told(&dir);
    script.keys("<ctrl-w>").hear(secs(1)).keys("2").hear(secs(1)).saved();
    assert_eq!(script.session().unwrap().notes().count(), 2);
    script.keys("<ctrl-z>").saved();
    assert_eq!(script.session().unwrap().notes().count(), 3, "{:?}", script.notice());
    assert!(script.notice().unwrap().contains("what is left out, note 3"), "{:?}", script.notice());
    script.keys("<ctrl-y>").saved();
    assert_eq!(script.session().unwrap().notes().count(), 2);
    script.keys("<f10><f10>").saved();
    script.keys("xl").saved().keys("u").saved();
    assert_eq!(script.session().unwrap().notes().count(), 2, "another day, another screen: only they lift it");
    script.leave();
    assert_eq!(code(&run(dir.path(), &["withhold", "P01", "--lift", "1"])), "2", "how they said so has to be known");
    let said = run(dir.path(), &["withhold", "P01", "--lift", "1", "--told", "by telephone", "--whom", "I1", "--on", "2026-11-22"]);
    assert!(said.contains("not any more, as they said by telephone to I1 on 2026-11-22"), "{said}");
    assert!(said.contains("Nothing is withheld now.") && !said.contains("stays in the journal"), "{said}");
    assert_eq!(reread(&dir).notes().count(), 3);
}

#[test]
fn a_note_is_left_out_while_listening_back_and_a_statement_on_it_goes_too() {
    let dir = study();
    let mut script = told(&dir);
    script.keys("<f10><f10>").saved();
    // A statement that rests on the quote, and a letter with it.
    script.keys("xm<down>").saved();
    let rows = script.screen(80, 24);
    assert!(rows.contains(SECRET), "{rows}");
    script.keys(&format!("<enter>you spoke of {SECRET}<enter>")).saved().keys("w").saved();
    script.keys("<esc>").saved();
    assert!(!files_with(dir.path(), SECRET).is_empty());
    script.keys("l<down><down>x").saved();
    assert!(script.notice().unwrap().contains("again"), "{:?}", script.notice());
    assert!(script.screen(80, 24).contains("my neighbour"), "it is asked first");
    script.keys("x").saved();
    let seen = script.screen(80, 24);
    assert!(script.notice().unwrap().contains("is left out"), "{:?}", script.notice());
    assert!(!seen.contains("my neighbour"), "{seen}");
    script.leave();
    let session = reread(&dir);
    assert!(session.note(NoteId(2)).unwrap().withheld && session.statements().next().is_none());
    let said = run(dir.path(), &["show", "P01"]);
    assert!(said.contains("letter 1 was written before and may hold what is withheld now"), "{said}");
    assert!(said.contains("they do not want this to be used: note 2"), "{said}");
    assert!(!run(dir.path(), &["letter", "P01"]).contains(SECRET));
}

#[test]
fn a_stretch_is_left_out_by_command_and_is_not_played() {
    let dir = study();
    let mut script = told(&dir);
    script.keys("<f10><f10>").saved();
    script.leave();
    assert_eq!(code(&run(dir.path(), &["withhold", "P01", "--from", "0:25", "--to", "0:45"])), "0");
    is_nowhere(&dir);
    let mut script = home(&dir);
    script.keys("l").saved();
    let strip = script.screen(80, 24);
    assert!(strip.contains('▒') && strip.contains("left out"), "{strip}");
    // From a little before it on, what is heard next is what comes after it.
    script.keys("<right><right><right><right>").keys("<space>").hear(secs(8)).saved();
    let head = script.model().shared.gauges.last.playing.expect("it plays").secs();
    assert!(!(25..45).contains(&head), "{head}");
    script.leave();
    let told: serde_json::Value = {
        let said = run(dir.path(), &["show", "P01", "--json"]);
        let text = said.split_once("\n\n").map_or(said.as_str(), |(_, rest)| rest);
        serde_json::from_str(text.rsplit_once("--- exit code").map_or(text, |(text, _)| text).trim()).unwrap()
    };
    assert_eq!((&told["withheld"][0]["from"], &told["withheld"][0]["to"]), (&25_000.into(), &45_000.into()));
    assert_eq!(told["notes"].as_array().unwrap().len(), 1);
}

/// What is over ends where it does, and whoever means something beyond that has mistaken a time.
#[test]
fn a_stretch_beyond_the_end_is_refused_with_where_that_is() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear_until(secs(60)).keys("<f10><f10>").saved();
    script.leave();
    let end = reread(&dir).timeline().end();
    for (from, to) in [("0:50", "1:10"), ("1:05", "1:06")] {
        let said = run(dir.path(), &["withhold", "P01", "--from", from, "--to", to]);
        assert!(code(&said) == "1" && said.contains(&format!("beyond the end of the interview, which is at {end}")), "{said}");
    }
    // Written in whole seconds, the last of it may be the one that is not over.
    let last = (end.millis().div_ceil(1_000)).to_string();
    assert_eq!(code(&run(dir.path(), &["withhold", "P01", "--from", "0:50", "--to", &last])), "0");
}

#[test]
fn they_go_on_without_quotes_and_without_contact() {
    let dir = study();
    let mut script = told(&dir);
    script.keys("<ctrl-w><ctrl-w>").hear(secs(1)).keys("66").hear(secs(2)).saved();
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.notice());
    script.keys("<ctrl-w><ctrl-w>").hear(secs(1)).keys("55").hear(secs(2)).saved();
    assert!(script.is_recorded());
    script.keys("<f10><f10>").saved();
    script.leave();
    let session = reread(&dir);
    assert!(session.wants(Wish::NoContact) && session.wants(Wish::NoQuotes) && session.asks_no_more());
    assert_eq!(session.open_wish(), None, "nothing is to be done by hand");
    assert_eq!(code(&run(dir.path(), &["letter", "P01"])), "1");
}

#[test]
fn who_wants_all_destroyed_is_in_nothing_from_then_on() {
    let dir = study();
    let mut script = told(&dir);
    script.keys("<ctrl-w><ctrl-w>").hear(secs(1)).keys("44").hear(secs(2)).saved();
    assert_eq!(phase(&script), None);
    assert!(!script.screen(80, 24).contains(SECRET));
    script.leave();
    is_nowhere(&dir);
    let said = run(dir.path(), &["show", "P01"]);
    assert!(said.contains("they want all of it destroyed") && !said.contains("rest before it hurts"), "{said}");
    let said = run(dir.path(), &["sessions"]);
    assert!(said.contains("`hearback withdraw 2026-11-22-P01-first --scope all` does it"), "{said}");
}

#[test]
fn somebody_withdraws_a_week_later_from_all_their_sessions() {
    let dir = study();
    let mut script = told(&dir);
    script.keys("<f10><f10>").saved();
    script.leave();
    let how = ["--told", "by telephone", "--whom", "I1", "--on", "2026-11-22"];
    let with = |scope: &str, yes: bool| {
        let mut args = vec!["withdraw", "P01", "--scope", scope];
        args.extend(how);
        args.extend(yes.then_some("--yes"));
        run(dir.path(), &args)
    };
    let said = with("all", false);
    assert!(code(&said) == "1" && said.contains("Say --yes if it is meant"), "{said}");
    assert!(reread(&dir).open_wish().is_none(), "nothing happens without it");
    let said = with("contact", true);
    assert_eq!(code(&said), "0");
    let mut script = home(&dir);
    script.keys("n").saved();
    assert!(!script.screen(80, 24).contains("P01, follow-up"), "{}", script.screen(80, 24));
    script.leave();
    assert_eq!(code(&with("stop", true)), "0");
    let session = reread(&dir);
    let last = session.consents().withdrawals().last().unwrap();
    assert_eq!((last.wish, last.said.told.as_str(), last.said.on.as_str()), (Wish::Keep, "by telephone", "2026-11-22"));
    // They changed their mind: all of it is there again.
    let change = ["consent", "P01", "taking-part", "yes", "--told", "by letter", "--to", "I1", "--on", "2026-11-22"];
    assert_eq!(code(&run(dir.path(), &change)), "0");
    assert_eq!(reread(&dir).notes().count(), 3);
    assert_eq!(code(&with("all", true)), "0");
    let session = reread(&dir);
    let last = session.consents().withdrawals().last().unwrap();
    assert_eq!((last.wish, last.said.told.as_str(), last.said.on.as_str()), (Wish::DestroyAll, "", "2026-11-22"), "no word is kept");
    assert_eq!(session.notes().count(), 0);
    assert_eq!(
        code(&run(dir.path(), &["withdraw", "P09", "--scope", "stop", "--told", "a", "--whom", "I1", "--on", "2026-11-22", "--yes"])),
        "1"
    );
}

#[test]
fn what_lies_within_goes_with_it_names_reasons_and_points() {
    let dir = study();
    let mut script = interview(&dir);
    script
        .keys("<pagedown>")
        .hear_until(secs(10))
        .keys("<ctrl-g>1")
        .hear(secs(2))
        .keys(&format!(">about the {SECRET}<enter>"))
        .hear(secs(2));
    script.keys("<ctrl-g>6").hear(secs(2)).keys(&format!("because of the {SECRET}<f5>5")).hear(secs(2)).saved();
    let session = script.session().unwrap();
    assert_eq!((session.names().len(), session.points().count()), (1, 1));
    let shown = |dir: &tempfile::TempDir| run(dir.path(), &["show", "P01", "--json"]);
    assert!(shown(&dir).contains(SECRET));
    script.keys("<ctrl-w>").hear(secs(1)).keys("3").hear(secs(1)).saved();
    let session = script.session().unwrap();
    assert_eq!((session.names().len(), session.points().count()), (0, 0));
    script.keys("<f10><f10>").saved().keys("e").saved();
    let seen = script.screen(120, 40);
    assert!(!seen.contains("names were said") && !seen.contains("read back aloud"), "{seen}");
    script.leave();
    is_nowhere(&dir);
    let told = shown(&dir);
    assert!(told.contains("\"names\": []") && told.contains("\"read_back\": []"), "{told}");
    // That it was left stands, and why does not.
    assert!(told.contains("\"state\": \"skipped\",\n      \"reason\": null"), "{told}");
}

#[test]
fn nothing_is_offered_twice_and_nothing_that_is_not_there() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(4)).keys("<ctrl-w>");
        let seen = script.screen(80, 24);
        assert!(says(&seen, "their last answer, ") && !says(&seen, "there is nothing of that kind"), "{seen}");
        assert_eq!(seen.matches(" min, ").count(), 0, "no stretch reaches further back: {seen}");
        script.hear(secs(1)).keys("1").hear(secs(1));
        let notice = script.notice().unwrap().to_owned();
        assert!(says(&notice, "without a note") && !notice.contains(" 0 "), "{notice}");
        script.hear_until(secs(200)).keys("<pagedown>").hear_until(secs(210)).keys("<ctrl-w>");
        let seen = script.screen(80, 24);
        assert_eq!(seen.matches(" min, ").count(), 2, "{seen}");
        script.leave();
    });
}
