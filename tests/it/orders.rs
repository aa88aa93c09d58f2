//! Keys and the recorder's answers in every order.
//!
//! A microphone takes seconds to open and a disk may hold the recorder up, while the interviewer goes on pressing keys. Whatever the order
//! in which keys are pressed and orders carried out: nothing is kept that the screen calls off the record or notes only, and once the
//! recorder has caught up, it records exactly when the screen says REC.

use std::time::Duration;

use hearback::domain::session::Session;
use hearback::domain::standing::Audio;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;
use proptest::prelude::*;

use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;

/// What may happen next.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A key or two, as a script writes them.
    Keys(&'static str),
    /// The recorder does the next thing it was told.
    Obeys,
    /// Time goes by.
    Hear(u64),
    /// The microphone is unplugged.
    Lost,
    /// It is plugged in again.
    Back,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::Keys("<f9>")),
        2 => Just(Step::Keys("<alt-m>")),
        1 => Just(Step::Keys("<alt-n><alt-n>")),
        1 => Just(Step::Keys("<f9><f9>")),
        1 => Just(Step::Keys("a word<enter>")),
        6 => Just(Step::Obeys),
        4 => (1_u64..30).prop_map(|n| Step::Hear(n * 100)),
        1 => Just(Step::Lost),
        2 => Just(Step::Back),
    ]
}

/// Whether the screen says that what is said now is not kept.
fn is_private(session: &Session) -> bool {
    session.phase() != Phase::Recording || matches!(session.audio(), Audio::NotesOnly(_))
}

fn says_rec(script: &Script) -> bool {
    script.screen(80, 24).lines().next().is_some_and(|header| header.contains("███ REC"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_screen_says_is_what_the_recorder_does(steps in prop::collection::vec(step(), 1..40)) {
        let dir = study();
        let mut script = home(&dir);
        script.keys(FORM).hear(ms(500)).slow_recorder().keys("<enter>");
        for (n, step) in steps.iter().enumerate() {
            match step {
                Step::Keys(keys) => {
                    script.keys(keys);
                }
                Step::Obeys => {
                    script.recorder_obeys();
                }
                Step::Hear(long) => {
                    script.hear(Duration::from_millis(*long));
                }
                Step::Lost => {
                    script.lose_microphone("unplugged");
                }
                Step::Back => {
                    script.microphone_comes_back();
                }
            }
            let private = script.session().is_some_and(is_private);
            prop_assert!(!(private && script.is_recorded()), "step {n}: what is said is kept\n{}", script.screen(80, 24));
        }
        while script.recorder_obeys() {}
        script.hear(secs(1));
        while script.recorder_obeys() {}
        script.hear(secs(1));
        prop_assert_eq!(says_rec(&script), script.is_recorded(), "{}", script.screen(80, 24));
        script.keys("<f10><f10>");
        script.leave();
    }
}
