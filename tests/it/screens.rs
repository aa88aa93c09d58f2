//! What the screen shows in every main state, as pictures at three sizes, in each language.
//!
//! The question to each picture: could I use this without looking away from the person opposite me?

use std::fs;

use hearback::domain::guide::Round;
use hearback::shell::script::Script;
use hearback::store::folder::Study;
use hearback::tui::model::Theme;
use hearback::tui::view::look::Look;
use hearback::tui::view::look::Palette;
use hearback::tui::view::look::Signs;

use crate::form::plan;
use crate::says_more::follow_up;
use crate::says_more::talkative;
use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study as any_study;
use crate::support::tongue::in_each_language;
use crate::support::tongue::is_english;
use crate::support::tongue::left_in_english;
use crate::support::tongue::make_native;
use crate::windows::holds_in_every_window;

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// A study whose first guide is in the language that is spoken.
fn study() -> tempfile::TempDir {
    let dir = any_study();
    make_native(dir.path());
    dir
}

/// Takes the pictures of a state, and looks at what holds for every one: nothing by colour alone, ASCII where that was asked for, nothing
/// wider than the window.
fn pictures(state: &str, script: &Script) {
    let mut album = String::new();
    for (width, height) in SIZES {
        let seen = script.screen(width, height);
        for palette in [Palette::Colours, Palette::None] {
            for theme in [Theme::Normal, Theme::Dim] {
                let otherwise = script.screen_as(width, height, Look { palette, theme, ..Look::default() });
                assert_eq!(seen, otherwise, "{state} says something by colour alone");
            }
        }
        let plain = script.screen_as(width, height, Look { signs: Signs::Plain, ..Look::default() });
        // What is drawn is ASCII; letters with accents are letters, which only other languages have here.
        let is_plain = |c: char| c.is_ascii() || !is_english() && c.is_alphabetic();
        let strange: Vec<&str> = plain.lines().filter(|line| !line.chars().all(is_plain)).collect();
        assert!(strange.is_empty(), "{state} in plain signs: {strange:#?}");
        assert_eq!(seen.split('\n').count(), usize::from(height));
        // The text of the manual is English, and so is what stands below it.
        if !is_english() && !state.starts_with("manual") {
            assert_eq!(left_in_english(&seen), Vec::<&str>::new(), "{state}: {seen}");
        }
        album.extend([format!("{width}x{height}\n"), seen, "\n\n".into()]);
    }
    let language = if is_english() { "" } else { "_nl" };
    insta::assert_snapshot!(format!("screen_{state}{language}"), album.trim_end());
    // Half a laptop's screen, which is what is left beside a video call.
    if state.starts_with("interview_") {
        insta::assert_snapshot!(format!("screen_{state}_67x21{language}"), script.screen(67, 21));
    }
    holds_in_every_window(state, script);
}

#[test]
fn the_home_screen_of_a_new_study() {
    in_each_language(|| {
        let dir = study();
        pictures("home_empty", &home(&dir));
    });
}

#[test]
fn the_wall_and_the_figures_of_a_study() {
    in_each_language(|| {
        let dir = study();
        held(&dir).leave();
        held(&dir).leave();
        plan(&dir, &[]);
        let mut script = home(&dir);
        script.keys("w<right><right>").saved();
        pictures("wall", &script);
        script.keys("<esc>f").saved();
        pictures("figures", &script);
        script.keys("nn<down><down>").saved();
        pictures("figures_table", &script);
        script.keys("<enter>").saved();
        pictures("figures_contents", &script);
        script.leave();
    });
}

#[test]
fn a_quote_on_its_way_to_the_shelf() {
    in_each_language(|| {
        let dir = study();
        held(&dir).leave();
        let mut script = home(&dir);
        script.keys("l<down><down>s").saved();
        pictures("listen_shelf", &script);
        script.keys("<enter>").saved();
        pictures("listen_quoted", &script);
        script.leave();
    });
}

#[test]
fn the_home_screen_with_a_session_of_each_standing() {
    in_each_language(|| {
        let dir = study();
        // Planned: set up and never begun, as after a crash in that very moment.
        plan(&dir, &[]);
        let found = Study::find(dir.path()).unwrap();
        let guide = fs::read(dir.path().join("guides/therapist.yaml")).unwrap();
        // One whose journal is something else.
        let broken = found.create_session("2026-11-20", "P00", Round::First, &guide).unwrap();
        fs::write(broken.journal(), "not a journal\nat all\n").unwrap();
        let mut script = home(&dir);
        // Recorded; listened back; drafted; a letter written.
        let rest = ["", "l<f7>", "m<enter>.<enter>", "m<enter>.<enter>w"];
        for (n, then) in rest.into_iter().enumerate() {
            script.keys(if n == 0 { "n<down><backspace><backspace>01<down><down><down><down><down><down><down>a" } else { "na" });
            script.hear(ms(500)).keys("<enter><pagedown>").hear(secs(4)).keys("rest<enter><f5>1").hear(secs(2)).saved();
            script.keys("<f10><f10>").saved();
            if !then.is_empty() {
                script.keys(then).saved().keys("<esc>");
            }
        }
        // Cut short.
        script.keys("na").hear(ms(500)).keys("<enter>").hear(secs(3)).saved();
        drop(script);
        // Under way in another window.
        let mut other = home(&dir);
        other.keys("na").hear(ms(500)).keys("<enter>").hear(secs(2)).saved();
        let script = home(&dir);
        pictures("home_sessions", &script);
        drop(other);
    });
}

#[test]
fn the_form() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys("n").hear(ms(500));
        pictures("form_new", &script);
        script.keys("<down><down><down>at home<down><down><down><down><down>y");
        pictures("form_consent", &script);
        script.keys("a<down>").hear(ms(500));
        pictures("form_ready", &script);
        script.keys("<up><up><up><up><up><up><up>n<f10>");
        pictures("form_missing", &script);
    });
}

#[test]
fn the_form_of_a_session_that_was_set_up_before() {
    in_each_language(|| {
        let dir = study();
        plan(&dir, &["taking-part"]);
        let mut script = home(&dir);
        script.keys("<enter>").hear(ms(500));
        pictures("form_planned", &script);
    });
}

#[test]
fn the_form_without_a_microphone() {
    in_each_language(|| {
        let dir = study();
        let mut script = Script::without_microphone(dir.path(), DAY).unwrap();
        script.keys(FORM);
        pictures("form_notes_only", &script);
    });
}

#[test]
fn the_interview() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(2));
        pictures("interview_introduction", &script);
        script.keys("<pagedown><pagedown><pagedown><right>").hear_until(secs(200)).saved();
        pictures("interview_question", &script);
        script.keys("the pain came out of nowhere<enter><f6>>I could feel my shoulders go up<enter>@looks down<enter>");
        script.hear_until(secs(230)).keys("<ctrl-r><pagedown><down><space>>all of a sudden I noticed that I had been holding my breath ");
        script.keys("the whole time, and then").hear_until(secs(240)).saved();
        pictures("interview_writing", &script);
        script.keys("<enter><f10>").saved();
        pictures("interview_end_asked", &script);
        script.hear(secs(7)).keys("<pagedown><pagedown><pagedown><pagedown><pagedown>").saved();
        pictures("interview_closing", &script);
    });
}

#[test]
fn the_interview_in_trouble() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(30)).keys("<f9>").hear(secs(10)).saved();
        pictures("interview_off_record", &script);
        script.keys("<ctrl-x>between us<enter>").hear(secs(300));
        pictures("interview_off_record_long", &script);
        script.keys("<f9>").hear(secs(5)).keys("<f8>").hear(secs(10)).saved();
        pictures("interview_distress", &script);
        script.keys("<f8>").lose_microphone("the plug was pulled").hear(secs(5)).saved();
        pictures("interview_lost", &script);
        script.keys("<f1>");
        pictures("help", &script);
        script.keys("<tab>");
        pictures("manual", &script);
        script.keys("microphone");
        pictures("manual_found", &script);
        script.keys("<down><down><enter>");
        pictures("manual_page", &script);
        script.keys("<esc>");
        script.keys("<esc>/cov");
        pictures("palette", &script);
        drop(script);
        let mut script = home(&dir);
        script.keys("<enter>").hear(ms(100));
        pictures("interview_cut_short", &script);
    });
}

#[test]
fn after_the_interview() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown><pagedown><pagedown><pagedown><down>").hear_until(secs(12)).keys("rest before it hurts<enter>");
        script
            .hear_until(secs(20))
            .keys(">my shoulders go up long before it hurts, and then I know that I have to lie down for a while<enter>");
        script.hear_until(secs(30)).keys("(unsure about this<enter>");
        script.hear_until(secs(35)).keys("<f9>").hear(secs(5)).keys("<f9>").hear_until(secs(40)).keys("<space>").lose_microphone("gone");
        script.hear_until(secs(60)).keys(">the floor helps<enter>").saved().keys("<f10><f10>");
        pictures("home_kept", &script);
        script.keys("<enter>");
        pictures("home_after", &script);
        script.keys("l").hear(ms(100));
        pictures("listen", &script);
        script.keys("<down><down><enter><end>, every time").hear(ms(100));
        pictures("listen_editing", &script);
        script.keys("<esc><esc>m").hear(ms(100));
        pictures("statements_begun", &script);
        script.keys("g<down>gn").hear(ms(100));
        pictures("statements_writing", &script);
        script.keys("You have learned to rest in time.<enter>").hear(ms(100)).saved();
        script.keys("l<tab><tab>m").hear(ms(100)).saved();
        pictures("statements_withheld", &script);
        script.keys("nYou do the exercises.<enter>").hear(ms(100)).saved();
        pictures("statements_bare", &script);
        script.keys("g").hear(ms(100));
        pictures("statements_notes", &script);
        script.keys("<esc>y").hear(ms(100)).saved();
        script.keys("v").hear(ms(100));
        pictures("statements_letter", &script);
    });
}

#[test]
fn too_small_for_an_interview() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(5));
        if is_english() {
            insta::assert_snapshot!("screen_too_small", script.screen(20, 5));
        }
        assert!(script.screen(20, 5).contains(if is_english() { "REC" } else { "OPNAME" }), "whether it records is said at any size");
        // Every size draws something, and nothing panics.
        for (width, height) in [(1, 1), (3, 2), (39, 24), (40, 9), (40, 10), (41, 11), (300, 100)] {
            assert!(!script.screen(width, height).trim().is_empty(), "{width}x{height}");
        }
    });
}

/// A guide that says all it can; the guide itself is English in both.
#[test]
fn the_interview_with_a_guide_that_says_more() {
    in_each_language(|| {
        let dir = talkative();
        let mut script = follow_up(&dir, "D03");
        pictures("interview_closed", &script);
        script.keys("<left><down><down>");
        pictures("interview_answers", &script);
        script.keys("<enter>").hear(ms(100)).keys("<down>").hear(secs(7));
        pictures("interview_card", &script);
        script.keys("<pagedown><alt-p>").hear(secs(7)).saved();
        pictures("interview_unknown", &script);
    });
}
