//! Seven interviews from the form to what lies on disk: each reads like its conversation, and ends in its journal, in what `show --json`
//! says of it, in `verify`, and where a letter is due in what that says and does not say.

use std::fs;
use std::path::Path;

use hearback::domain::time::Stamp;
use hearback::shell::script::Script;

use crate::support::day::DAY;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::day::voice;
use crate::support::form;
use crate::support::form::Form;
use crate::support::kept::Kept;
use crate::support::tongue::in_dutch;
use crate::support::tongue::says;

/// It is ended, and a key leaves the screen that says that it is kept.
fn end(script: &mut Script) {
    form::end(script);
    script.keys("<enter>");
}

fn pairs(dir: &tempfile::TempDir) {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/pair.yaml");
    fs::copy(fixture, dir.path().join("guides/partners.yaml")).unwrap();
}

#[test]
fn a_first_interview() {
    in_dutch(|| {
        let dir = study();
        let mut script = home(&dir);
        let mut form = Form::open(&mut script);
        form.choose("Topiclijst", "patient-first-nl").write("Waar", "op de praktijk").write("Aanwezig", "AB");
        // Not again in a year; all the rest is a yes.
        form.consents("jjjjn");
        script.keys("<down><down>").hear_until(secs(30)).keys("<pagedown>");

        // An ordinary day: what they say in other words, in their own, and what is seen; one probe; asked, and on.
        script.hear_until(secs(40)).keys("rusten voor het pijn doet<enter>");
        script.hear_until(secs(50)).keys(">het was net een schakelaar<enter>").hear_until(secs(55)).keys("@kijkt weg<enter>");
        script.hear_until(secs(60)).keys("<tab><right>").hear_until(secs(70)).keys("<right>");
        // The way to the therapy they told of by themselves; something to come back to, a thought, and a moment without words.
        script.hear_until(secs(80)).keys("<alt-v>?welke oefening<enter>").hear_until(secs(85)).keys("(vergelijk P03<enter>");
        script.hear_until(secs(90)).keys("<space><down>");
        // Partly; to be come back to; and one that they would rather not be asked.
        script.hear_until(secs(100)).keys("<alt-p><down>").hear_until(secs(110)).keys("<ctrl-r><down>");
        script.hear_until(secs(115)).keys("vraagt naar haar man<alt-s>").hear_until(secs(120));
        end(&mut script);

        // The letter, of what may be shared.
        script.keys("m").hear(ms(100));
        script.keys("<enter><f7>, zegt u.<enter>").saved().keys("w").saved();
        script.leave();
        Kept::of(&dir, "2026-11-22-P01-first")
            .has_journal(
                "
                opened P01, first, patient-first-nl, 1.0, op de praktijk, AB, I1
                consent taking-part given, not-stated, asked by I1
                consent recording given, not-stated, asked by I1
                consent quotes given, not-stated, asked by I1
                consent summary given, not-stated, asked by I1
                consent contact-again refused, not-stated, asked by I1
                began
                take 1 from 0
                at 30 daily-life
                note 1 paraphrase begun 40 at daily-life: rusten voor het pijn doet
                note 2 quote begun 50 at daily-life: het was net een schakelaar
                note 3 observation begun 55 at daily-life: kijkt weg
                at 60 probe daily-life-p1 used
                at 70 daily-life is asked
                at 70 way-to-therapy
                at 80 way-to-therapy is volunteered
                note 4 follow-up begun 80 at way-to-therapy: welke oefening
                note 5 memo begun 85 at way-to-therapy: vergelijk P03
                note 6 paraphrase begun 90 at way-to-therapy:
                at 90 expected
                at 100 expected is partly
                at 100 turned-out
                at 110 turned-out is come-back
                at 110 a-session
                at 115 a-session is skipped, because vraagt naar haar man
                ended at 120
                take 1 closed, 120 s
                statement 1 on [1]: rusten voor het pijn doet, zegt u.
                letter 1
                ",
            )
            .is_shown_as(
                "
                letter written with patient-first-nl v1.0: 120, 120 recorded, 0 without
                consent taking-part given
                consent recording given
                consent quotes given
                consent summary given
                consent contact-again refused
                0 to 120 take-001.wav
                take-001.wav 120 s, same
                38.5 paraphrase, take-001.wav: rusten voor het pijn doet
                48.5 quote, take-001.wav: het was net een schakelaar
                53.5 observation, take-001.wav: kijkt weg
                78.5 follow-up, take-001.wav: welke oefening
                83.5 memo, take-001.wav: vergelijk P03
                88.5 paraphrase, take-001.wav
                daily-life asked, 40 s, probed daily-life-p1
                way-to-therapy volunteered, 20 s
                expected partly, 10 s
                turned-out come back, 10 s
                a-session skipped, 10 s, because vraagt naar haar man
                not reached: alternation hard noticing tension thoughts-feelings contact deciding at-home at-work changed unchanged future advice
                statement on [1]: rusten voor het pijn doet, zegt u.
                letters 1
                ",
            )
            .verifies()
            .has_letter(
                1,
                &["rusten voor het pijn doet, zegt u."],
                &["kijkt weg", "vergelijk", "P03", "haar man", "welke oefening", "Hoe ziet een gewone dag"],
            );
    });
}

#[test]
fn a_follow_up_a_year_later() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("xm<enter>You rest before it hurts.<enter>").saved().keys("<esc>");
    script.leave();
    let later = Stamp { utc_ms: DAY.utc_ms + 364 * 86_400_000, ..DAY };
    let mut script = Script::over(dir.path(), voice(), later).unwrap();
    let mut form = Form::open(&mut script);
    form.choose("Guide", "patient-follow-up").write("Participant", "P01").write("Where", "at home").consents("yyyyy");
    script.keys("<pagedown>").hear_until(secs(20));

    // The fixed question is answered before anything of last year is seen.
    script.keys("<alt-l>");
    assert!(says(script.notice().unwrap(), "the first question has been answered"), "{:?}", script.notice());
    script.keys(">I learned to stop in time<enter>").hear_until(secs(40)).keys("<right>");
    script.keys("<alt-l>");
    assert!(script.screen(80, 24).contains("You rest before it hurts."), "{}", script.screen(80, 24));
    script.hear_until(secs(50)).keys("still so, less often<enter>").hear_until(secs(55)).keys("<alt-l>");
    script.hear_until(secs(60)).keys("<left>3").hear_until(secs(70));
    end(&mut script);
    script.keys("m").hear(ms(100)).keys("<enter>You stop in time.<enter>").saved().keys("w").saved();
    script.leave();
    Kept::of(&dir, "2027-11-21-P01-follow-up")
        .has_journal(
            "
            opened P01, follow-up, patient-follow-up, 1.0, at home, I1
            consent taking-part given, not-stated, asked by I1
            consent recording given, not-stated, asked by I1
            consent quotes given, not-stated, asked by I1
            consent summary given, not-stated, asked by I1
            consent first-interview given, not-stated, asked by I1
            began
            take 1 from 0
            at 0.32 learned
            note 1 quote begun 20 at learned: I learned to stop in time
            at 40 learned is asked
            at 40 stayed-with-you
            note 2 paraphrase begun 50 at stayed-with-you: still so, less often
            at 60 stayed-with-you is partly
            ended at 70
            take 1 closed, 70 s
            statement 1 on [1]: You stop in time.
            letter 1
            ",
        )
        .is_shown_as(
            "
            letter written with patient-follow-up v1.0: 70, 70 recorded, 0 without
            consent taking-part given
            consent recording given
            consent quotes given
            consent summary given
            consent first-interview given
            0 to 70 take-001.wav
            take-001.wav 70 s, same
            18.5 quote, take-001.wav: I learned to stop in time
            48.5 paraphrase, take-001.wav: still so, less often
            learned asked, 40 s
            stayed-with-you partly, 30 s
            not reached: see-differently symptoms-now signals still-do with-others at-work lasted not-lasted future do-differently
            statement on [1]: You stop in time.
            letters 1
            ",
        )
        .verifies()
        .has_letter(1, &["You stop in time."], &["You rest before it hurts", "unsure about this"]);
    // And the interview of a year before is as it was.
    Kept::of(&dir, "2026-11-22-P01-first").verifies();
}

#[test]
fn a_therapist_by_video() {
    let dir = study();
    let settings = dir.path().join("study.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("researchers: []", "researchers: [AB, CD]")).unwrap();
    let mut script = home(&dir);
    let mut form = Form::open(&mut script);
    form.choose("Guide", "therapist").write("Participant", "T01").choose("Where", "by video").write("With them", "a trainee");
    form.choose("Leads", "CD").write("Consent", "w");
    // All was asked aloud; their words may not be quoted.
    form.consents("yynyy");
    script.keys("<pagedown>").hear_until(secs(15)).keys(">mostly people who were sent on and on<enter>");
    script.hear_until(secs(25)).keys("<right>").hear_until(secs(35)).keys("<alt-i>");
    script.hear_until(secs(45)).keys("came by chance").hear_until(secs(50)).keys("<ctrl-t><enter>").hear_until(secs(55)).keys("<right>");
    script.hear_until(secs(60));
    end(&mut script);
    script.keys("m").hear(ms(100)).keys("<enter>Many were sent on.<enter>").saved().keys("w").saved();
    script.leave();
    Kept::of(&dir, "2026-11-22-T01-first")
        .has_journal(
            "
            opened T01, first, therapist, 1.0, by video, CD, I1, with them a trainee
            consent taking-part given, spoken, asked by CD
            consent recording given, spoken, asked by CD
            consent quotes refused, spoken, asked by CD
            consent summary given, spoken, asked by CD
            consent focus-group-invitation given, spoken, asked by CD
            began
            take 1 from 0
            at 0.32 your-work
            note 1 quote begun 15 at your-work: mostly people who were sent on and on
            at 25 your-work is asked
            at 25 this-field
            note 2 observation begun 35 at this-field: someone came in
            note 3 paraphrase begun 45 at this-field: came by chance
            at 55 this-field is asked
            at 55 first-meeting
            ended at 60
            take 1 closed, 60 s
            statement 1 on [1]: Many were sent on.
            letter 1
            ",
        )
        .is_shown_as(
            "
            letter written with therapist v1.0: 60, 60 recorded, 0 without
            consent taking-part given
            consent recording given
            consent quotes refused
            consent summary given
            consent focus-group-invitation given
            0 to 60 take-001.wav
            take-001.wav 60 s, same
            13.5 quote, take-001.wav: mostly people who were sent on and on
            33.5 observation, take-001.wav: someone came in
            38.5 paraphrase, take-001.wav: came by chance
            your-work asked, 25 s
            this-field asked, 30 s
            first-meeting not yet, 5 s
            not reached: trust explaining disagreeing goals awareness thoughts-feelings not-aware alternation to-daily-life stuck training context what-works advice
            statement on [1]: Many were sent on.
            letters 1
            ",
        )
        .verifies()
        .has_letter(1, &["Many were sent on."], &["came in", "trainee", "by video"]);
}

#[test]
fn a_pair() {
    let dir = study();
    pairs(&dir);
    let mut script = home(&dir);
    let mut form = Form::open(&mut script);
    form.choose("Guide", "partners").write("Participant", "D01").write("Where", "at home").write("Present", "both of them");
    form.consents("yyy");
    script.keys("<down><down>").hear_until(secs(10));
    // A closed question: its answer by its code, then what each of them says to it.
    script
        .keys("<left>3")
        .hear_until(secs(20))
        .keys(">she: every time, he says; not the first<enter>")
        .hear_until(secs(30))
        .keys("<right>");
    script.hear_until(secs(40)).keys("<tab><right>").hear_until(secs(45)).keys("@they look at each other<enter>");
    // He comes in on what was still to be asked: marked there, without leaving here.
    script.hear_until(secs(50)).keys("/alone<tab>").hear_until(secs(60)).keys("<right>").hear_until(secs(65));
    end(&mut script);
    script.keys("m").hear(ms(100)).keys("<enter>You went together.<enter>").saved().keys("w").saved();
    script.leave();
    Kept::of(&dir, "2026-11-22-D01-first")
        .has_journal(
            "
            opened D01, first, partners, 1.0, at home, both of them, I1
            consent taking-part given, not-stated, asked by I1
            consent recording given, not-stated, asked by I1
            consent summary given, not-stated, asked by I1
            began
            take 1 from 0
            at 0.32 how-often
            at 10 how-often answered 3
            note 1 quote begun 20 at how-often: she: every time, he says; not the first
            at 30 the-way
            at 40 probe other used
            note 2 observation begun 45 at the-way: they look at each other
            at 50 alone is volunteered
            at 60 the-way is asked
            at 60 alone
            ended at 65
            take 1 closed, 65 s
            statement 1 on [1]: You went together.
            letter 1
            ",
        )
        .is_shown_as(
            "
            letter written with partners v1.0: 65, 65 recorded, 0 without
            consent taking-part given
            consent recording given
            consent summary given
            0 to 65 take-001.wav
            take-001.wav 65 s, same
            18.5 quote, take-001.wav: she: every time, he says; not the first
            43.5 observation, take-001.wav: they look at each other
            how-often asked, 30 s, answered 3 (every time)
            the-way asked, 30 s, probed other
            alone volunteered, 5 s
            statement on [1]: You went together.
            letters 1
            ",
        )
        .verifies()
        .has_letter(1, &["You went together."], &["look at each other", "both of them"]);
}

#[test]
fn one_who_declines_to_be_recorded() {
    in_dutch(|| {
        let dir = study();
        let mut script = home(&dir);
        let mut form = Form::open(&mut script);
        form.choose("Topiclijst", "patient-first-nl").write("Waar", "thuis");
        // Taking part, yes; no sound; and no letter either.
        form.consents("jnjnj");
        assert!(!script.is_recorded());
        assert!(says(&script.screen(80, 24), "NOTES ONLY"), "{}", script.screen(80, 24));
        script.keys("<pagedown>").hear_until(secs(30)).keys(">de klok telt<enter>").hear_until(secs(40)).keys("<right>");
        // A pause stands still here too, and no key makes a recording of it.
        script.hear_until(secs(50)).keys("<ctrl-o>").hear(secs(60)).keys("<ctrl-o>").hear(secs(10)).keys("<alt-m>").hear(secs(5));
        assert!(!script.is_recorded(), "{:?}", script.notice());
        script.keys("en weer verder<enter>").hear_until(secs(70));
        end(&mut script);
        script.leave();
        Kept::of(&dir, "2026-11-22-P01-first")
            .has_journal(
                r#"
                opened P01, first, patient-first-nl, 1.0, thuis, I1
                consent taking-part given, not-stated, asked by I1
                consent recording refused, not-stated, asked by I1
                consent quotes given, not-stated, asked by I1
                consent summary refused, not-stated, asked by I1
                consent contact-again given, not-stated, asked by I1
                began
                no audio from 0: {"is":"declined"}
                at 0.32 daily-life
                note 1 quote begun 30 at daily-life: de klok telt
                at 40 daily-life is asked
                at 40 way-to-therapy
                off the record at 50
                on the record at 50
                note 2 paraphrase begun 65 at way-to-therapy: en weer verder
                ended at 70
                "#,
            )
            .is_shown_as(
                r#"
                notes only with patient-first-nl v1.0: 70, 0 recorded, 70 without
                consent taking-part given
                consent recording refused
                consent quotes given
                consent summary refused
                consent contact-again given
                0 to 70 no audio: {"is":"declined"}
                off the record at 50, over
                28.5 quote, no sound: de klok telt
                63.5 paraphrase, no sound: en weer verder
                daily-life asked, 40 s
                way-to-therapy not yet, 30 s
                not reached: expected turned-out a-session alternation hard noticing tension thoughts-feelings contact deciding at-home at-work changed unchanged future advice
                letters 0
                "#,
            )
            .verifies()
            .has_no_letter("summary");
    });
}

#[test]
fn one_who_asks_for_a_pause() {
    in_dutch(|| {
        let dir = study();
        let mut script = home(&dir);
        let mut form = Form::open(&mut script);
        form.choose("Topiclijst", "patient-first-nl").write("Waar", "thuis").consents("jjjjj");
        script.keys("<pagedown>").hear_until(secs(20)).keys(">ik kon niet meer<enter>").hear_until(secs(25));
        script.keys("<ctrl-o>").hear(secs(30));
        assert!(!script.is_recorded());
        // What a hand types by habit goes nowhere; a key of its own opens the line for what they agreed to.
        script.keys("hun dochter");
        assert!(says(script.notice().unwrap(), "opens the line for what they agreed to"), "{:?}", script.notice());
        script.keys("<enter><space>@huilt<enter>").hear(secs(10));
        assert!(says(&script.screen(80, 24), "nothing is noted;"), "{}", script.screen(80, 24));
        script.keys("<ctrl-x>even gestopt, gaat over thuis<enter>").hear(secs(20)).keys("<ctrl-o>").hear(secs(5));
        script.keys("nu gaat het weer<enter>").hear(secs(5)).keys("<right>").hear_until(secs(40));
        end(&mut script);
        script.keys("m").hear(ms(100));
        assert!(!script.screen(120, 40).contains("gaat over thuis"), "it is not among what may be shared: {}", script.screen(120, 40));
        script.keys("<enter>Het werd u te veel.<enter>").saved().keys("w").saved();
        script.leave();
        Kept::of(&dir, "2026-11-22-P01-first")
            .has_journal(
                "
                opened P01, first, patient-first-nl, 1.0, thuis, I1
                consent taking-part given, not-stated, asked by I1
                consent recording given, not-stated, asked by I1
                consent quotes given, not-stated, asked by I1
                consent summary given, not-stated, asked by I1
                consent contact-again given, not-stated, asked by I1
                began
                take 1 from 0
                at 0.32 daily-life
                note 1 quote begun 20 at daily-life: ik kon niet meer
                off the record at 25
                note 2 paraphrase begun 25 at daily-life: even gestopt, gaat over thuis (off the record)
                on the record at 25
                note 3 paraphrase begun 30 at daily-life: nu gaat het weer
                at 35 daily-life is asked
                at 35 way-to-therapy
                ended at 40
                take 1 closed, 40 s
                statement 1 on [1]: Het werd u te veel.
                letter 1
                ",
            )
            .is_shown_as(
                "
                letter written with patient-first-nl v1.0: 40, 40 recorded, 0 without
                consent taking-part given
                consent recording given
                consent quotes given
                consent summary given
                consent contact-again given
                0 to 40 take-001.wav
                take-001.wav 40 s, same
                off the record at 25, over
                18.5 quote, take-001.wav: ik kon niet meer
                25 paraphrase, take-001.wav: even gestopt, gaat over thuis (off the record)
                28.5 paraphrase, take-001.wav: nu gaat het weer
                daily-life asked, 35 s
                way-to-therapy not yet, 5 s
                not reached: expected turned-out a-session alternation hard noticing tension thoughts-feelings contact deciding at-home at-work changed unchanged future advice
                statement on [1]: Het werd u te veel.
                letters 1
                ",
            )
            .verifies()
            .has_letter(1, &["Het werd u te veel."], &["gaat over thuis", "dochter", "huilt"]);
    });
}

#[test]
fn one_whose_microphone_dies() {
    let dir = study();
    let mut script = home(&dir);
    let mut form = Form::open(&mut script);
    form.choose("Guide", "patient-first ").write("Where", "at home").consents("yyyyy");
    script.keys("<pagedown>").hear_until(secs(10)).keys(">with sound<enter>").hear_until(secs(20));
    script.lose_microphone("it was unplugged");
    assert!(says(&script.screen(80, 24), "NO AUDIO") && !script.is_recorded(), "{}", script.screen(80, 24));
    script.hear_until(secs(30)).keys(">without sound<enter>").hear_until(secs(35)).keys("<right>").hear_until(secs(40));
    script.microphone_comes_back().hear(secs(3));
    assert!(says(&script.screen(80, 24), "REC") && script.is_recorded(), "{}", script.screen(80, 24));
    script.hear_until(secs(50)).keys(">with sound again<enter>").hear_until(secs(60));
    end(&mut script);
    script.keys("m").hear(ms(100)).keys("<enter>It went on.<enter>").saved().keys("w").saved();
    script.leave();
    Kept::of(&dir, "2026-11-22-P01-first")
        .has_journal(
            r#"
            opened P01, first, patient-first, 1.1, at home, I1
            consent taking-part given, not-stated, asked by I1
            consent recording given, not-stated, asked by I1
            consent quotes given, not-stated, asked by I1
            consent summary given, not-stated, asked by I1
            consent contact-again given, not-stated, asked by I1
            began
            take 1 from 0
            at 0.32 daily-life
            note 1 quote begun 10 at daily-life: with sound
            no audio from 20.02: {"fault":{"detail":"it was unplugged","is":"stopped"},"is":"lost"}
            take 1 closed, 20.02 s
            note 2 quote begun 30 at daily-life: without sound
            at 35 daily-life is asked
            at 35 way-to-therapy
            take 2 from 40.5
            note 3 quote begun 50 at way-to-therapy: with sound again
            ended at 60
            take 2 closed, 19.5 s
            statement 1 on [1]: It went on.
            letter 1
            "#,
        )
        .is_shown_as(
            r#"
            letter written with patient-first v1.1: 60, 39.52 recorded, 20.48 without
            consent taking-part given
            consent recording given
            consent quotes given
            consent summary given
            consent contact-again given
            0 to 20.02 take-001.wav
            20.02 to 40.5 no audio: {"fault":{"detail":"it was unplugged","is":"stopped"},"is":"lost"}
            40.5 to 60 take-002.wav
            take-001.wav 20.02 s, same
            take-002.wav 19.5 s, same
            8.5 quote, take-001.wav: with sound
            28.5 quote, no sound: without sound
            48.5 quote, take-002.wav: with sound again
            daily-life asked, 35 s
            way-to-therapy not yet, 25 s
            not reached: expected turned-out a-session alternation hard noticing tension thoughts-feelings contact deciding at-home at-work changed unchanged future advice
            audio-stopped at 20.02: the sound device stopped (it was unplugged)
            statement on [1]: It went on.
            letters 1
            "#,
        )
        .verifies()
        .has_letter(1, &["It went on."], &["unplugged", "NO AUDIO"]);
}
