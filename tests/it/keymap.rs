//! What the table of keys promises: every line of it does something on its screen, or says why not.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hearback::shell::script::Script;
use hearback::tui::keymap::Action;
use hearback::tui::keymap::Context;
use hearback::tui::keymap::KEYMAP;
use hearback::tui::keymap::Keys;
use hearback::tui::keymap::action;
use hearback::tui::keymap::action::Everywhere;

use crate::focus_group::form;
use crate::support::day::close_first_question;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;

/// All that a key can change: everything the interface knows, but for the moment it was told last.
fn everything(script: &Script) -> String {
    let model = script.model();
    format!(
        "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{}",
        model.screen,
        model.overlay,
        model.session(),
        model.shared.notices,
        (model.shared.playback, model.shared.hearing),
        model.shared.theme,
        model.shared.offer.sessions,
        model.leaving
    )
}

/// Where a line of the table can be tried: a study in which two interviews were held, with notes and a statement.
fn prepared() -> tempfile::TempDir {
    let dir = study();
    close_first_question(&dir);
    let mut script = interview(&dir);
    for _ in 0..2 {
        script.keys("<pagedown>").hear(secs(8)).keys("one<enter>").hear(secs(1)).keys(">two<enter>").hear(secs(1)).keys("<f10><f10>");
        script.keys("na").hear(ms(300)).keys("<enter>");
    }
    script.keys("<f10><f10><enter><down>mg<down>gnyou rest<enter>").saved();
    assert!(script.session().unwrap().statements().next().is_some());
    script.leave();
    dir
}

/// The keys that lead from home to where `action` can be done in `context`.
fn way_to(context: Context, action: Action) -> &'static str {
    use action::Commands;
    use action::Ends as E;
    use action::Figures as F;
    use action::Interview as I;
    use action::Letters as B;
    use action::Listen as L;
    use action::Manual as R;
    use action::Register as P;
    use action::Setup as S;
    use action::Statements as M;
    use action::Wall as W;
    match (context, action) {
        (Context::Home, Action::Home(action::Home::Up)) => "<down>",
        (Context::Home | Context::Anywhere, _) => "",
        (Context::Covered, _) => "na<enter><f10><f10>",
        // On the first consent item; up and down from there, left and right on the guide.
        (Context::Setup, Action::Setup(S::Left | S::Right)) => "n<up><up><up><up><up><up>",
        (Context::Setup | Context::Choice | Context::Consent, _) => "n",
        (Context::Text, _) => "n<up>",
        (Context::Interview, Action::Interview(action)) => match action {
            I::PreviousQuestion | I::PreviousTopic => "na<enter><pagedown><pagedown>",
            I::PutAside | I::Save => "na<enter><pagedown>words",
            I::Earlier | I::MinuteEarlier | I::LastNote | I::LookBack => "na<enter><pagedown>words<enter>",
            I::Undo => "na<enter><pagedown><ctrl-r>",
            _ => "na<enter><pagedown>",
        },
        (Context::Interview | Context::Writing, _) => "na<enter><pagedown>words",
        (Context::Protocol, Action::Interview(I::PreviousStep)) => "na<enter><pagedown><f8><down>",
        (Context::Protocol, _) => "na<enter><pagedown><f8>",
        (Context::LeaveOut, _) => "na<enter><pagedown>words<enter><ctrl-w>",
        (Context::Withdrawal, _) => "na<enter><pagedown><ctrl-w><ctrl-w>",
        (Context::Marks, _) => "na<enter><pagedown><ctrl-g>",
        (Context::Reports, _) => "na<enter><pagedown><alt-t>",
        (Context::LookBack, Action::Interview(I::NewerNote)) => "na<enter><pagedown>one<enter>two<enter><backtab><down>",
        (Context::LookBack, _) => "na<enter><pagedown>one<enter>two<enter><backtab>",
        (Context::Points, Action::Interview(I::PreviousPoint)) => "na<enter><pagedown>one<enter><ctrl-g>6two<enter><ctrl-g>6<alt-o><down>",
        (Context::Seats, _) => "<pagedown><alt-g><right><right>",
        (Context::Points, _) => "na<enter><pagedown>one<enter><ctrl-g>6two<enter><ctrl-g>6<alt-o>",
        (Context::States, _) => "na<enter><pagedown><f5>",
        (Context::Closed, _) => "na<enter><pagedown>",
        (Context::Probe, _) => "na<enter><pagedown><tab>",
        (Context::Answers, _) => "na<enter><pagedown><left>",
        (Context::Listen, Action::Listen(L::Back5 | L::Later | L::Earlier)) => "<down>l<right><right>",
        (Context::Listen, Action::Listen(L::Undo)) => "<down>l<tab>",
        (Context::Listen, Action::Listen(L::PutHere)) => "<down>l<right>",
        (Context::Listen, Action::Listen(L::ZoomOut)) => "<down>lz",
        (Context::Listen, Action::Listen(L::Reopen)) => "<down>l<f7>",
        (Context::Listen, Action::Listen(L::Up | L::PreviousQuestion | L::PreviousTurn)) => "<down>l<down><down>",
        (Context::Listen, _) => "<down>l",
        (Context::Playing, _) => "<down>l<right><right>",
        (Context::Editing, Action::Listen(L::Split)) => "<down>l<enter><left><left>",
        (Context::Editing, _) => "<down>l<enter> more",
        (Context::Coding, Action::Listen(L::PreviousCode | L::NextCode)) => "<down>lkone<enter><enter><enter>two<enter><enter><enter>",
        (Context::Coding, _) => "<down>lkone",
        (Context::Shelving, _) => "<down>ln<tab>words of theirs<enter>s",
        (Context::AskedSo, _) => "<down>li",
        (Context::Statements, Action::Statements(M::Down)) => "<down>m<up>",
        (Context::Statements, Action::Statements(M::Undo)) => "<down>m<delete>",
        (Context::Statements, Action::Statements(M::Redo)) => "<down>m<delete>u",
        (Context::Statements, Action::Statements(M::LetterUp)) => "<down>mv<pagedown>",
        (Context::Statements, Action::Statements(M::LetterDown)) => "<down>mv",
        (Context::Statements, _) => "<down>m",
        (Context::Sources, _) => "<down>mg",
        (Context::LetterShown, _) => "<down>mv",
        (Context::Looking, Action::Statements(M::LookUp)) => "<down>mt<down>",
        (Context::Looking, Action::Statements(M::LookChoose)) => "<down>m<tab>",
        (Context::Looking, _) => "<down>mt",
        (Context::Ends, Action::Ends(E::Undo)) => "<down>e<space>",
        (Context::Ends, Action::Ends(E::Redo)) => "<down>e<space><ctrl-z>",
        (Context::Ends, Action::Ends(E::Up)) => "<down>e<down>",
        (Context::Ends, _) => "<down>e",
        (Context::EndLine, _) => "<down>e<down><down><down><down><down><down><down><down><down><enter> more",
        (Context::Stating, _) => "<down>m<enter> more",
        (Context::Letters, Action::Letters(B::Up | B::PageUp | B::Top)) => "<down>mwr<down>",
        (Context::Letters, Action::Letters(B::Undo)) => "<down>mwry",
        (Context::Letters, Action::Letters(B::Redo)) => "<down>mwry<ctrl-z>",
        (Context::Letters, _) => "<down>mwr",
        (Context::LetterAnswers, _) => "<down>mwr<down><down><down><down><down>",
        (Context::Sending, _) => "<down>mwrss",
        (Context::Quoting, _) => "<down>mwrss1q",
        (Context::LetterLine, _) => "<down>mwry<up><enter> more",
        // Nobody is on the list of a new study.
        (Context::Register, Action::Register(P::Down | P::PageDown | P::Bottom)) => "paP01<enter>a<enter><home>",
        (Context::Register, Action::Register(P::Redo)) => "paP01<enter>a<enter><ctrl-z>",
        (Context::Register, _) => "paP01<enter>a<enter>",
        (Context::RegisterLine, _) => "paP01",
        (Context::Wall, Action::Wall(W::Up | W::PageUp | W::Top)) => "w<end>",
        (Context::Wall, Action::Wall(W::Down | W::PageDown | W::Bottom)) => "w<home>",
        (Context::Wall, Action::Wall(W::PreviousMark)) => "w<home><right><right>",
        (Context::Wall, Action::Wall(W::All)) => "wfP01<enter>",
        (Context::Wall, _) => "w<home>",
        (Context::WallLine, _) => "wfP01",
        (Context::Figures, Action::Figures(F::Up | F::PageUp | F::Top | F::PreviousTable)) => "f<end>",
        (Context::Figures, _) => "f",
        (Context::Commands, Action::Commands(Commands::Up | Commands::PageUp)) => "/<down>",
        (Context::Commands, Action::Commands(Commands::Further)) => "<f1>",
        (Context::Commands, Action::Commands(Commands::NoteThere)) => "na<enter><pagedown>words<enter><f3><down>",
        (Context::Commands, _) => "/o",
        (Context::Manual, Action::Manual(R::Up | R::PageUp | R::Beginning)) => "<f1><tab><down>",
        (Context::Manual, Action::Manual(R::Erase)) => "<f1>o<tab>",
        (Context::Manual, _) => "<f1><tab>",
    }
}

/// In the room with a group of three.
fn in_a_group(dir: &tempfile::TempDir) -> Script {
    let mut script = form(dir, "T01 T02 T03");
    script.keys("aaa<f10>").hear(secs(1));
    script
}

/// Copies what lies in one folder into another.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir_all(&there).unwrap();
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).unwrap();
        }
    }
}

#[test]
fn every_key_does_something_or_says_something() {
    let pattern = prepared();
    let mut idle = Vec::new();
    for line in KEYMAP {
        // Each line has a study to itself: what it does may change the next one's ground.
        let dir = tempfile::tempdir().unwrap();
        copy(pattern.path(), dir.path());
        let mut script = if line.within == Context::Seats { in_a_group(&dir) } else { home(&dir) };
        for part in way_to(line.within, line.does).split_inclusive("na") {
            script.keys(part);
            if part.ends_with("na") {
                script.hear(ms(300)); // the microphone must have been heard before one can begin
            }
        }
        script.hear(ms(120));
        if matches!(line.does, Action::Statements(action::Statements::Quote | action::Statements::Strike)) {
            let seen = script.screen(80, 24);
            assert!(seen.lines().any(|l| l.starts_with(" ▶  1")), "{:?} is tried on a statement: {seen}", line.does);
        }
        let within = script.model().contexts();
        assert!(within.contains(&line.within), "{:?} is tried in {within:?}", line.does);
        let before = everything(&script);
        script.keys(&format!("<{}>", line.on[0]));
        if everything(&script) == before {
            idle.push(format!("{:?} on {:?} with {}", line.does, line.within, line.on[0]));
        }
        // Its other keys do the same.
        for chord in line.on {
            let does = Keys::default().does(&[line.within, Context::Anywhere], chord.parse().unwrap());
            assert!(does == Some(line.does), "{chord} on {:?} does {does:?}", line.within);
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn keys_that_can_do_nothing_say_so() {
    let dir = study();
    let mut script = interview(&dir);
    let says = |script: &mut Script, keys: &str, words: &str| {
        script.hear(secs(7)).keys(keys);
        assert!(script.notice().is_some_and(|n| n.contains(words)), "{keys} says {:?}", script.notice());
    };
    for (keys, words) in [
        ("<f5>", "not a question"),
        ("<f6>", "no probe"),
        ("<alt-s>", "not a question"),
        ("<alt-m>", "the microphone is recording"),
        ("<ctrl-z>", "nothing to undo"),
    ] {
        says(&mut script, keys, words);
    }
    script.keys("<alt-n><alt-n>");
    says(&mut script, "<alt-n>", "already goes on with notes only");
    script.keys("<f10><f10>");
    for (keys, words) in [("l", ""), ("<enter>", "no note"), ("<tab>", "no note"), ("<delete>", "no note"), ("u", "nothing to undo")] {
        if words.is_empty() {
            script.keys(keys);
        } else {
            says(&mut script, keys, words);
        }
    }
    says(&mut script, "<f6>", "already open");
    script.keys("m");
    says(&mut script, "w", "nothing to send yet");
    says(&mut script, "g", "not a note");
    says(&mut script, "<delete>", "not a statement");
    says(&mut script, "q", "not a statement");
}

#[test]
fn the_footer_names_what_an_interview_needs() {
    let dir = study();
    let mut script = interview(&dir);
    // Where something is read aloud there is nothing to be marked as asked.
    let said = script.screen(80, 24).lines().last().unwrap().to_owned();
    assert!(said.starts_with("Space moment") && said.contains("↓ next") && !said.contains("asked"), "{said}");
    script.keys("<pagedown>");
    let foot = |width: u16| script.screen(width, 24).lines().last().unwrap().to_owned();
    for label in ["→ asked", "← state", "Space moment", "Ctrl-O off record", "↓ next", "Ctrl-Q end", "/ more"] {
        assert!(foot(80).contains(label), "{label} is not in: {}", foot(80));
    }
    // While a note is being written `/` is a letter, and Enter saves.
    let mut script = interview(&study());
    script.keys("and");
    let seen = script.screen(80, 24).lines().last().unwrap().to_owned();
    assert!(seen.starts_with("Enter save") && seen.contains("Ctrl-L more") && !seen.contains("/ more"), "{seen}");
    // At arm's length: what became of the question, a moment, off the record, and the way to everything else.
    for label in ["→ asked", "← state", "moment", "off record", "more"] {
        assert!(foot(60).contains(label), "{label} is not in: {}", foot(60));
    }
    assert!(foot(40).contains("/ more"), "{}", foot(40));
}

#[test]
fn the_footers_of_the_list_and_the_form_read_well() {
    let dir = study();
    let mut script = home(&dir);
    let foot = |script: &Script| script.screen(80, 24).lines().last().unwrap().to_owned();
    assert_eq!(foot(&script), "n new  p register  q quit  / more", "no session is there to be opened");
    script.keys("n");
    assert_eq!(foot(&script), "Enter next  ←/→ choose  F10 begin  ↑/↓ field  / more  Esc back");
    // In a text `/` and the arrows are the text's.
    script.keys("<down>");
    assert_eq!(foot(&script), "Enter next  F10 begin  ↑/↓ field  Ctrl-L more  Esc back");
    // What the list calls leaving is leaving.
    script.keys("<esc>").keys("<f1>");
    assert!(!script.screen(120, 40).contains("Go back to the screen before"), "{}", script.screen(120, 40));
    script.keys("<esc><esc>");
    assert!(script.has_left());
}

/// What can do nothing where one is, is not in the footer; what can, and is looked for there, is.
#[test]
fn the_footer_of_each_state_names_what_works_there() {
    let foot = |script: &Script| script.screen(120, 40).lines().last().unwrap().to_owned();
    let names = |script: &Script, there: &[&str], not: &[&str]| {
        let foot = foot(script);
        for words in there {
            assert!(foot.contains(words), "{words} is not in: {foot}");
        }
        for words in not {
            assert!(!foot.contains(words), "{words} is in: {foot}");
        }
    };
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(3));
    // What lies over a screen has keys of its own, and letters and Space are for its line.
    script.keys("<f1>");
    names(&script, &["Enter do it", "Esc close", "Tab manual", "Ctrl-O off record"], &["moment", "kind"]);
    script.keys("<esc>/");
    names(&script, &["Enter do it", "Esc close", "Ctrl-O off record", "↓/↑ move"], &["manual", "moment"]);
    script.keys("<esc><f8>");
    names(&script, &["Ctrl-D put away", "↓ next", "Ctrl-O off record"], &[]);
    script.keys(&"<down>".repeat(30));
    names(&script, &["Ctrl-D put away"], &["↓ next"]);
    script.keys("<f8><f10><f10>l");
    names(&script, &["Space play", "n new note", "m check"], &["next note", "edit", "kind"]);
    script.keys("na word<enter>");
    names(&script, &["↓ next note", "Enter edit", "Tab kind"], &[]);
    script.keys("<down>");
    names(&script, &["Space pause"], &["Space play"]);
    script.keys("<f7>");
    names(&script, &["F6 reopen", "↓ next note"], &["edit", "new note", "kind"]);
    script.keys("m");
    names(&script, &["Enter write", "g gather"], &["quote", "take back", "letter"]);
    script.keys("<enter>.<enter>");
    names(&script, &["Enter edit", "g notes", "q quote", "w letter"], &[]);
}

#[test]
fn an_interview_that_is_over_and_waits_for_the_disk_is_left_and_goes_nowhere_else() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(2)).saved();
    drop(script);
    let mut script = home(&dir);
    script.keys("<enter>").hear(ms(100));
    let foot = script.screen(60, 16).lines().last().unwrap().to_owned();
    assert!(foot.contains("Ctrl-O go on") && foot.contains("Ctrl-Q end") && !foot.contains("↓ next"), "{foot}");
}

#[test]
fn a_key_is_promised_only_where_it_works() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<f1>go back");
    let help = script.screen(120, 40);
    let back = help.lines().find(|l| l.contains("Go back to the screen before")).unwrap();
    assert!(!back.contains("Esc"), "Esc puts the line aside here: {back}");
    assert!(!script.screen(120, 40).lines().last().unwrap().contains("Esc back"));
}

/// A sentence of which the end is missing explains nothing.
#[test]
fn every_sentence_of_the_help_and_the_palette_can_be_read() {
    let dir = study();
    let mut script = interview(&dir);
    for over in ["<f1>", "/"] {
        for (width, height) in [(60, 16), (80, 24)] {
            script.keys(over);
            let overlay = script.model().overlay.as_ref().unwrap();
            for line in overlay.commands(&Keys::default(), &script.model().below()) {
                let line = line.bind;
                let seen = script.screen(width, height);
                let column = |row: &str| row.trim_end_matches('│').chars().skip(31).collect::<String>().trim().to_owned();
                let words = seen.lines().map(column).collect::<Vec<_>>().join(" ").replace("- ", "-");
                assert!(words.contains(&line.help().replace("- ", "-")), "{} over {over} at {width}x{height}: {seen}", line.help());
                script.keys("<down>");
            }
            script.keys("<esc>");
        }
    }
}

#[test]
fn whatever_a_key_does_the_palette_does() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>/off record<enter>");
    assert!(script.screen(80, 24).contains("OFF THE RECORD"));
    script.keys("/off<enter>/volunteered<enter>").hear(ms(200));
    assert!(script.notice().unwrap().contains("volunteered"), "{:?}", script.notice());
    // On a line that is not empty a slash is a slash.
    script.keys("and/or<enter>");
    assert_eq!(script.session().unwrap().notes().last().unwrap().text, "and/or");
    // Every line of the table can be found there by its label.
    let keys = Keys::default();
    for context in Context::ALL.into_iter().filter(|c| *c != Context::Anywhere && keys.lines_of(*c).next().is_some()) {
        let labels: BTreeSet<String> = keys.lines_in(&[context, Context::Anywhere]).map(|line| line.bind.label()).collect();
        assert!(labels.len() > 5, "{context:?}");
    }
}

/// What the palette offers first for `words`, in the room.
fn first_of(words: &str, script: &mut Script) -> Option<String> {
    script.keys("/").keys(words);
    let below = script.model().below();
    let overlay = script.model().overlay.as_ref().unwrap();
    let first = overlay.commands(&script.model().shared.keys, &below).first().map(|line| line.bind.label());
    script.keys("<esc>");
    first
}

#[test]
fn the_palette_offers_what_is_called_so_first_and_knows_another_form_of_a_word() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>");
    script.keys("/");
    let (below, overlay) = (script.model().below(), script.model().overlay.as_ref().unwrap());
    let labels: Vec<String> = overlay.commands(&Keys::default(), &below).iter().map(|line| line.bind.label()).collect();
    script.keys("<esc>");
    for label in labels {
        let first = first_of(&label, &mut script);
        assert_eq!(first.as_ref(), Some(&label), "what is wholly called so comes before what is longer");
    }
    for words in ["notes", "looking", "look", "back look", "loo ba"] {
        assert_eq!(first_of(words, &mut script).as_deref(), Some("notes"), "{words}");
    }
    assert_eq!(first_of("xyzzy", &mut script), None);
}

/// What a person answers has to be pressed, by itself.
#[test]
fn no_answer_is_given_by_name() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("n").hear(secs(1)).keys("/all yes<enter>");
    let answered = |script: &Script| match &script.model().screen {
        hearback::tui::model::Screen::Setup(setup) => (0..9).filter(|item| setup.answer(*item).is_some()).count(),
        _ => 0,
    };
    assert_eq!(answered(&script), 0, "the palette does not offer it");
    script.keys("<f1>all yes");
    assert!(script.screen(80, 24).contains("They agree to every item."), "{}", script.screen(80, 24));
    script.keys("<enter>");
    assert_eq!((answered(&script), script.model().overlay.is_none()), (0, true), "the help tells of it, and no more");
    script.keys("a");
    assert_eq!(answered(&script), 5);
}

#[test]
fn the_innermost_meaning_counts_and_a_key_without_one_is_for_the_line() {
    let keys = Keys::default();
    let does = |within: &[Context], chord: &str| keys.does(within, chord.parse().unwrap());
    let writing = [Context::Writing, Context::Protocol, Context::Interview, Context::Anywhere];
    assert_eq!(does(&writing[2..], "ctrl-w"), Some(action::Interview::Withdraw.into()));
    assert_eq!(does(&writing, "ctrl-w"), None, "with text on the line it deletes a word");
    assert_eq!((does(&writing[1..], "1"), does(&writing, "1")), (Some(action::Interview::TheyGoOn.into()), None));
    assert_eq!(does(&writing, "f9"), Some(action::Interview::OffRecord.into()), "whatever is written");
    let asked = [Context::Withdrawal, Context::Interview, Context::Anywhere];
    assert_eq!(does(&asked, "f9"), Some(action::Interview::OffRecord.into()));
    assert_eq!((does(&asked, "f4"), does(&asked, "/")), (None, None), "somebody is being asked");
    let editing = [Context::Editing, Context::Listen, Context::Anywhere];
    assert_eq!((does(&editing, "f7"), does(&editing, "ctrl-c")), (None, Some(Everywhere::Quit.into())));
}
