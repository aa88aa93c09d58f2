//! Who sits there, and where: what the form asks, what it offers of earlier sessions, and what is kept of it.

use std::fs;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::consent::Consent;
use hearback::domain::event::Video;
use hearback::domain::prepared::FarVoice;
use hearback::shell::script::Script;

use crate::support::day::DAY;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::day::voice;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

/// The row of the form that has this name.
fn row(script: &Script, name: &str) -> Option<String> {
    let bare = |line: &str| line.trim_matches(['│', '▶', ' ']).to_owned();
    script.screen(120, 40).lines().map(bare).find(|line| line.starts_with(name))
}

/// Nobody speaks.
fn silence() -> Sound {
    Sound::script(&[Piece::Silence(secs(1))], Again::Looped)
}

/// A study with two researchers.
fn of_two() -> tempfile::TempDir {
    let dir = study();
    let settings = dir.path().join("study.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("researchers: []", "researchers: [AB, CD, Anna]")).unwrap();
    dir
}

#[test]
fn by_video_the_form_asks_who_is_with_them_and_all_of_it_is_kept() {
    in_each_language(|| {
        let dir = of_two();
        let mut script = home(&dir);
        let (place, beside, leads) = in_either(("Where", "With them", "Leads"), ("Waar", "Erbij", "Leiding"));
        // From the guide: code, round, where.
        script.keys("n").hear(ms(200)).keys("<down><down><down><left>");
        assert!(row(&script, place).unwrap().ends_with(in_either("by video", "via beeldbellen")), "{}", script.screen(120, 40));
        assert!(row(&script, beside).is_some(), "{}", script.screen(120, 40));
        script.keys("<down>a daughter<down><down><down><right><right>");
        assert!(row(&script, leads).unwrap().ends_with("CD"), "{}", script.screen(120, 40));
        script.keys("<down><down><down><down>a").hear(secs(1)).keys("<f10>").hear(secs(1));
        assert!(script.session().is_some(), "{:?}", script.notice());
        script.saved().keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        let opened = session.opened();
        assert_eq!(opened.setting, in_either("by video", "via beeldbellen"));
        assert_eq!((opened.leads.as_str(), opened.types.as_str()), ("CD", "I1"));
        assert_eq!(opened.video, Some(Video { beside: "a daughter".into() }));
        assert!(session.consents().all().iter().all(|consent| consent.taken_by.as_deref() == Some("CD")), "who leads asks");
    });
}

#[test]
fn by_video_the_voice_from_the_other_end_is_listened_for_and_what_was_found_is_kept() {
    in_each_language(|| {
        for (sound, found) in [(voice(), FarVoice::Heard), (silence(), FarVoice::NotHeard)] {
            let dir = of_two();
            let mut script = Script::over(dir.path(), sound, DAY).unwrap();
            let far = in_either("Far voice", "Overkant");
            script.keys("n").hear(ms(200));
            assert!(row(&script, far).is_none(), "in one room there is no other end: {}", script.screen(120, 40));
            script.keys("<down><down><down><left>").hear(secs(2));
            assert!(row(&script, far).unwrap().contains(in_either("not tried: press Right", "niet geprobeerd: druk op Rechts")));
            // To the row below the microphone.
            script.keys("<down><down><down><down><down><down><down>").keys("<right>").hear(ms(200));
            let listening = in_either("listening: let them speak", "luistert: laat de ander praten");
            assert!(row(&script, far).unwrap().contains(listening), "{}", script.screen(120, 40));
            script.hear(secs(7)).keys("a").hear(ms(200));
            assert!(row(&script, far).unwrap().contains(&found.words()), "{}", script.screen(120, 40));
            let warned = script.screen(80, 24).contains(in_either("far voice not heard yet", "overkant nog niet gehoord"));
            let unheard = script.screen(80, 24).contains(in_either("microphone not heard yet", "microfoon nog niet gehoord"));
            assert_eq!((warned, unheard), (false, found == FarVoice::NotHeard), "{}", script.screen(80, 24));
            // Nothing of it stands in the way.
            script.keys("<f10>").hear(secs(1)).keys(if found == FarVoice::Heard { "" } else { "<f10>" }).hear(secs(1));
            assert!(script.session().is_some(), "{:?}", script.notice());
            script.saved().keys("<f10><f10>");
            script.leave();
            assert_eq!(reread(&dir).prepared().far_voice, Some(found));
        }
    });
}

#[test]
fn who_does_not_try_the_other_end_is_told_so_and_begins() {
    let dir = of_two();
    let mut script = home(&dir);
    script.keys("n<down><down><down><left>").hear(secs(2)).keys("<down><down><down><down><down><down><down>a").hear(ms(200));
    assert!(script.screen(60, 16).contains("far voice not heard yet"), "{}", script.screen(60, 16));
    assert!(script.screen(80, 24).contains("begins, but the voice from the other end"), "{}", script.screen(80, 24));
    script.keys("<enter>").hear(secs(1));
    assert!(script.session().is_some(), "{:?}", script.notice());
    script.saved().keys("<f10><f10>");
    script.leave();
    assert_eq!(reread(&dir).prepared().far_voice, None);
}

#[test]
fn the_number_to_ring_is_shown_in_the_room_and_is_on_no_disk() {
    in_each_language(|| {
        let dir = of_two();
        let mut script = home(&dir);
        script.keys("n<down><down><down><left><down><down>06 1234 5678").hear(secs(1)).keys("<down><down><down><down>a<f10>").hear(secs(1));
        script.keys("<alt-r>");
        assert_eq!(script.notice(), Some(in_either("to ring: 06 1234 5678", "te bellen: 06 1234 5678")));
        script.keys("a note<enter>").hear(secs(1)).saved();
        assert!(!format!("{:?}", script.model()).contains("1234"), "no account of a panic has it");
        script.keys("<f10><f10>").hear(secs(1)).keys("<esc>n").hear(secs(1));
        assert!(!format!("{:?}", script.model().shared).contains("1234") && !script.screen(120, 40).contains("1234"));
        script.leave();
        let mut files = vec![dir.path().to_owned()];
        while let Some(path) = files.pop() {
            if path.is_dir() {
                files.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                assert!(!String::from_utf8_lossy(&fs::read(&path).unwrap()).contains("06 1234"), "{}", path.display());
            }
        }
    });
}

#[test]
fn in_one_room_nobody_is_asked_who_is_beside_them_and_what_was_said_before_is_offered_first() {
    in_each_language(|| {
        let dir = of_two();
        let mut script = home(&dir);
        let (place, beside) = in_either(("Where", "With them"), ("Waar", "Erbij"));
        script.keys("n").hear(ms(200)).keys("<down><down><down>in the garden<down>a dog<down><down><down><down>a").hear(secs(1));
        assert_eq!(row(&script, beside), None);
        script.keys("<f10>").hear(secs(1)).saved().keys("<f10><f10>");
        assert_eq!(reread(&dir).opened().video, None);
        // Nothing of it is taken for granted: another day may be elsewhere.
        script.keys("n").hear(ms(200)).keys("<up><up><up><up><up>");
        let offered = in_either("Left and Right go through what is offered", "Links en Rechts gaan langs de voorstellen");
        assert!(row(&script, place).unwrap().ends_with(offered), "{}", script.screen(120, 40));
        assert_eq!(row(&script, place).unwrap().replace(offered, "").trim(), place);
        script.keys("<right>");
        assert!(row(&script, place).unwrap().ends_with("in the garden"), "{}", script.screen(120, 40));
        script.keys("<right>");
        assert!(row(&script, place).unwrap().ends_with(in_either("at home", "thuis")), "{}", script.screen(120, 40));
        script.keys("<down><left>");
        assert!(row(&script, in_either("Present", "Aanwezig")).unwrap().ends_with("a dog"), "{}", script.screen(120, 40));
        script.leave();
    });
}

#[test]
fn who_leads_is_a_code_and_no_name() {
    in_each_language(|| {
        let dir = of_two();
        let mut script = home(&dir);
        script.keys("na").hear(secs(1)).keys("<up><up><up><up><up><up><up><up><up><up><up>");
        let leads = in_either("Leads", "Leiding");
        let at_leads = |script: &Script| script.screen(120, 40).lines().any(|line| line.contains('▶') && line.contains(leads));
        for _ in 0..5 {
            script.keys(if at_leads(&script) { "" } else { "<down>" });
        }
        assert!(at_leads(&script), "{}", script.screen(120, 40));
        script.keys("Anna");
        assert!(script.notice().unwrap().contains(in_either("looks like a name", "lijkt op een naam")), "{:?}", script.notice());
        script.keys(" K").keys("<f10>");
        assert!(script.session().is_none());
        let missing = in_either("the code of whoever leads is letters", "de code van wie het gesprek leidt");
        assert!(script.notice().unwrap().contains(missing), "{:?}", script.notice());
        script.leave();
    });
}

#[test]
fn the_information_letter_stands_in_the_form_with_its_date_and_is_kept_with_each_answer() {
    in_each_language(|| {
        let dir = study();
        let settings = dir.path().join("study.yaml");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(&settings, format!("{text}information_letter: {{ version: 2.1, date: 2026-09-03 }}\n")).unwrap();
        let mut script = home(&dir);
        script.keys("na").hear(secs(1));
        let (name, letter) = in_either(("Letter", "version 2.1 of 3 September 2026"), ("Brief", "versie 2.1 van 3 september 2026"));
        assert!(row(&script, name).unwrap().ends_with(letter), "{}", script.screen(120, 40));
        script.keys("<f10>").hear(secs(1)).saved().keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        assert_eq!(session.consents().all().len(), 5);
        let both = |consent: &Consent| (consent.letter.as_deref(), consent.letter_date.as_deref()) == (Some("2.1"), Some("2026-09-03"));
        assert!(session.consents().all().iter().all(both), "{:?}", session.consents().all());
    });
}
