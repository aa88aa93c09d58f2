//! What they do not want used: it goes wherever its words went, at once and whatever dies in between; what is not found yet holds the letter
//! back; and what was said of it is shown nowhere.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use hearback::domain::command::Refusal;
use hearback::domain::guide::Id;
use hearback::domain::listened::Listening;
use hearback::domain::member_check::acts;
use hearback::domain::member_check::acts::Came;
use hearback::domain::note::Belongs;
use hearback::domain::note::NoteKind;
use hearback::domain::statement::Composing;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::trail::Trail;
use hearback::domain::withheld::What;
use hearback::domain::withheld::Withheld;
use hearback::domain::withheld::WithheldId;

use super::*;

/// Lets these happen to the session of P01, one after the other, as keys do.
fn happens(dir: &tempfile::TempDir, asked: impl IntoIterator<Item = Command>) {
    for command in asked {
        let event = read(dir, "P01").decide(command).unwrap();
        append(dir, "P01", &[event]);
    }
}

/// A statement that rests on no note, and is meant.
fn bare(dir: &tempfile::TempDir, text: &str) -> StatementId {
    let session = read(dir, "P01");
    let (topic, statement) = (session.guide().topics[0].id.clone(), session.next_statement());
    let (sources, quotes) = (Vec::new(), Vec::new());
    let written = Command::WriteStatement { topic, text: text.into(), sources, quotes };
    happens(dir, [written, Command::Compose(Composing::Mean { statement, stands: Stands::Stands })]);
    statement
}

/// The next letter of P01 is written and goes.
fn goes(dir: &tempfile::TempDir) -> u32 {
    let session = read(dir, "P01");
    let version = session.letters() + 1;
    append(dir, "P01", &[letter(&session, version)]);
    done(dir, &format!("sent P01 --version {version} --way post --on 2024-02-21 --by I1"));
    version
}

fn not_used(dir: &tempfile::TempDir, number: usize) -> String {
    done(dir, &format!("reply P01 --statement {number} --not-used --how telephone --on 2024-02-26 --by I1"))
}

#[test]
fn words_that_went_into_another_statement_since_the_letter_go_with_it() {
    let dir = with_letters(1);
    let (other, zebra) = (bare(&dir, "You sleep well."), bare(&dir, "You told us zebra."));
    let stays = bare(&dir, "You like the sea.");
    goes(&dir);
    happens(&dir, [Command::Compose(Composing::Join { statement: other, with: zebra })]);
    let told = not_used(&dir, 4);
    assert!(told.contains("With it went statement 3 of letter 2"), "{told}");
    assert!(told.contains("Write anew"), "{told}");
    Made::of(&dir, "P01").has_nowhere(&["zebra"]).has(&["You like the sea.", "You rest before it hurts."]);
    let session = read(&dir, "P01");
    assert!(session.withholding().holds_statement(other) && !session.withholding().holds_statement(stays));
    // What has gone over into the one that they do not want used is told as well: it stands nowhere else any more.
    let dir = with_letters(1);
    let (zebra, other) = (bare(&dir, "You told us zebra."), bare(&dir, "You sleep well."));
    goes(&dir);
    happens(&dir, [Command::Compose(Composing::Join { statement: zebra, with: other })]);
    let mut script = at_home(&dir, 6);
    script.keys("r").saved();
    to(&mut script, "You told us zebra.");
    script.keys("ww<enter>").saved();
    assert!(script.notice().is_some_and(|said| said.contains("With it went statement 4 of letter 2")), "{:?}", script.notice());
    script.keys("u").saved();
    script.leave();
    let told = not_used(&dir, 3);
    assert!(told.contains("With it went statement 4 of letter 2"), "{told}");
}

#[test]
fn words_that_were_split_off_go_with_it_and_so_does_the_letter_in_which_they_were_one() {
    for is_split_before in [false, true] {
        let dir = with_letters(1);
        let whole = bare(&dir, "You sleep well. You told us zebra.");
        goes(&dir);
        let (text, rest) = ("You sleep well.".into(), "You told us zebra.".into());
        happens(&dir, [Command::Compose(Composing::Split { statement: whole, text, rest })]);
        if is_split_before {
            goes(&dir);
            let told = not_used(&dir, 4);
            assert!(!told.contains("With it went"), "they read the rest by itself: {told}");
            assert_eq!(read(&dir, "P01").statements().count(), 3);
            Made::of(&dir, "P01").has_nowhere(&["zebra"]).has(&["You sleep well."]);
        } else {
            let told = not_used(&dir, 3);
            assert!(told.contains("With it went statement 4 as it would be written now"), "{told}");
            Made::of(&dir, "P01").has_nowhere(&["zebra", "You sleep well."]).has(&["You rest before it hurts."]);
        }
    }
}

#[test]
fn the_notes_go_that_it_had_in_the_letter_and_no_others() {
    for is_old in [false, true] {
        let dir = with_letters(1);
        done(&dir, "sent P01 --version 1 --way post --on 2024-02-21 --by I1");
        let session = read(&dir, "P01");
        let of = |words: &str| session.notes().find(|note| note.text.contains(words)).map(|note| note.id).unwrap();
        let (rest, word) = (of("rest before"), of("zwaluwstaart"));
        // It rests on another note by now, and has other words.
        let (statement, quotes) = (StatementId(2), Vec::new());
        happens(
            &dir,
            [
                Command::Compose(Composing::Rest { statement, sources: vec![rest], quotes: quotes.clone() }),
                Command::ReviseStatement { statement, text: "You thought of a swallow.".into(), quotes },
            ],
        );
        if is_old {
            // An earlier hearback did not say on which notes it rested.
            let folder = &folders(&dir)[0];
            let mut events: Vec<Event> = journal::read(&folder.journal()).unwrap().events().cloned().collect();
            for event in &mut events {
                if let Event::LetterWritten { statements, .. } = event {
                    for one in statements {
                        one.sources = None;
                    }
                }
            }
            std::fs::remove_file(folder.journal()).unwrap();
            let mut journal = Journal::create(&folder.journal()).unwrap();
            journal.append(&events.into_iter().map(|event| (event, DAY, 0)).collect::<Vec<_>>()).unwrap();
        }
        not_used(&dir, 2);
        let session = read(&dir, "P01");
        let held: BTreeSet<_> = session.withholding().now().filter_map(|one| one.what).map(|what| format!("{what:?}")).collect();
        let those = [What::Note(rest), What::Note(word), What::Statement(statement)].map(|what| format!("{what:?}"));
        assert_eq!(held, those.into(), "those it had, and those it has");
        Made::of(&dir, "P01").has_nowhere(&["zwaluwstaart", "dovetail", "swallow"]);
    }
}

/// A note that was split, joined or taken back since goes with the words that they read.
#[test]
fn what_became_of_a_note_since_goes_with_it() {
    for change in ["split", "joined", "taken back"] {
        let dir = with_letters(1);
        done(&dir, "sent P01 --version 1 --way post --on 2024-02-21 --by I1");
        let session = read(&dir, "P01");
        let of = |words: &str| session.notes().find(|note| note.text.contains(words)).map(|note| note.id).unwrap();
        let (rest, word) = (of("rest before"), of("zwaluwstaart"));
        let statement = StatementId(2);
        // It rests on nothing any more, or is not even there.
        let first = match change {
            "joined" => Command::StrikeStatement { statement },
            _ => Command::Compose(Composing::Rest { statement, sources: Vec::new(), quotes: Vec::new() }),
        };
        let changed = match change {
            "split" => Command::Listening(Listening::Split { note: word, text: "a swallow".into(), rest: "zwaluwstaart".into() }),
            "joined" => {
                let (position, question) = (session.note(rest).unwrap().position, Belongs::AsBefore);
                let text = "rest before it hurts".into();
                append(
                    &dir,
                    "P01",
                    &[Event::NoteRevised { note: rest, note_kind: NoteKind::Quote, text, position, question, voice: None }],
                );
                Command::Listening(Listening::Join { note: rest, with: word })
            }
            _ => Command::StrikeNote { note: word },
        };
        happens(&dir, [first, changed]);
        not_used(&dir, 2);
        let session = read(&dir, "P01");
        assert!(session.taken_back().is_empty(), "{change}: nothing of it can be brought back");
        Made::of(&dir, "P01").has_nowhere(&["zwaluwstaart"]);
    }
}

#[test]
fn whatever_dies_in_between_the_no_stands() {
    let dir = with_letters(1);
    bare(&dir, "You told us zebra.");
    goes(&dir);
    let before = journal::read(&folders(&dir)[0].journal()).unwrap().entries.len();
    for number in [2, 3] {
        not_used(&dir, number);
    }
    let loaded = journal::read(&folders(&dir)[0].journal()).unwrap();
    let kinds: Vec<&str> = loaded
        .events()
        .skip(before)
        .map(|event| match event {
            Event::Withheld(_) => "withheld",
            Event::ReplyReceived(_) => "reply",
            Event::Disposition(_) => "disposition",
            _ => "?",
        })
        .collect();
    assert_eq!(kinds, ["withheld", "withheld", "reply", "disposition", "withheld", "reply", "disposition"]);
    // After its first line no letter has it.
    let guide = read(&dir, "P01").guide().clone();
    for (lines, statement) in [(before + 1, 2), (before + 5, 3)] {
        let session = Session::replay(guide.clone(), loaded.events().take(lines)).unwrap();
        assert!(session.statements().all(|one| one.id != StatementId(statement)), "{statement}");
    }
}

#[test]
fn an_act_that_is_refused_leaves_nothing_half_done() {
    let dir = with_letters(1);
    let lines = || read(&dir, "P01").lines();
    let before = lines();
    refused(&dir, "reply P01 --statement 2 --not-used --how telephone --on 2024-02-26", "never went");
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    refused(&dir, "reply P01 --statement 2 --not-used --how telephone --on 2024-02-20", "nothing came back before that");
    assert_eq!(lines(), before + 1);
    done(&dir, "reply P01 --not-used --words \"nothing of my brother\" --how telephone --on 2024-02-26");
    done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-26");
    let before = lines();
    refused(&dir, "disposition P01 1 withdrawn --note 1 --note 99", "note");
    refused(&dir, "disposition P01 1 withdrawn --note 1 --statement 9", "no such statement");
    refused(&dir, "reply P01 --undo 2 3 9", "no such remark");
    assert_eq!(lines(), before);
    // All that a command wrote is named, and is taken back by one.
    let told = done(&dir, "reply P01 --all --says fits --how telephone --on 2024-02-27");
    assert!(told.contains("hearback reply 2024-02-20-P01-first --undo 4 5"), "{told}");
    done(&dir, "reply P01 --undo 4 5");
    assert_eq!(read(&dir, "P01").member_check().remarks().count(), 3);
    assert_eq!(
        done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-26").matches("[2] right").count(),
        1,
        "said again that day"
    );
    assert_eq!(read(&dir, "P01").member_check().remarks().count(), 3);
}

#[test]
fn what_is_not_found_yet_holds_the_letter_back() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    let told = done(&dir, "reply P01 --not-used --words \"nothing of my brother\" --how telephone --on 2024-02-26");
    assert!(told.contains("the letter is held back"), "{told}");
    bare(&dir, "Your brother is ill.");
    append(&dir, "P01", &[letter(&read(&dir, "P01"), 2)]);
    refused(&dir, "sent P01 --version 2 --way post --on 2024-02-27", "hearback disposition 2024-02-20-P01-first 1 withdrawn --note N");
    assert_eq!(json(&dir, "letters P01 --json")["due"][0], "leave-out");
    assert!(done(&dir, "letter P01").contains("they asked not to use something (remark 1)"));
    let text = std::fs::read_to_string(folders(&dir)[0].journal()).unwrap();
    let line = text.lines().find(|line| line.contains("reply-received")).unwrap();
    assert!(line.contains("\"binds\":true"), "an older hearback lets nothing leave: {line}");
    // On the screen the first press says it, and the second goes on.
    let mut script = at_home(&dir, 8);
    script.keys("r").saved().keys("<up>".repeat(20).as_str()).saved();
    to(&mut script, "letter 2: not sent");
    script.keys("s").saved();
    let said = script.notice().unwrap_or_default();
    assert!(said.contains("asked not to use something (remark 1)") && said.contains("again"), "{said}");
    script.keys("s1").saved();
    assert!(script.session().unwrap().member_check().sent_as(2).is_some(), "{}", script.screen(80, 24));
    script.leave();
    bare(&dir, "You like the sea.");
    let mut script = at_home(&dir, 9);
    script.keys("mw").saved();
    let said = script.notice().unwrap_or_default();
    assert!(said.contains("asked not to use something (remark 1)") && script.session().unwrap().letters() == 2, "{said}");
    script.keys("w").saved();
    assert_eq!(script.session().unwrap().letters(), 3, "{:?}", script.notice());
    script.leave();
    // Something else that was withheld before, or nothing, is not what they mean.
    refused(&dir, "disposition P01 1 withdrawn --on 2024-02-29", "Nothing was left out for it");
    done(&dir, "disposition P01 1 withdrawn --note 1 --on 2024-02-29");
    assert!(done(&dir, "sent P01 --version 3 --way post --on 2024-02-29 --anyway").contains("letter 3: sent"));
    Made::of(&dir, "P01").has_nowhere(&["nothing of my brother"]);
}

#[test]
fn what_was_withheld_before_they_said_it_is_not_what_they_mean() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "withhold P01 --note 1");
    for (kind, words) in [("--not-used", "FLOORWORD"), ("--added", "ADDEDWORD"), ("--declines", "DECLINEWORD")] {
        done(&dir, &format!("reply P01 {kind} --words {words} --how telephone --on 2024-02-26"));
    }
    for remark in [1, 2, 3] {
        refused(&dir, &format!("disposition P01 {remark} withdrawn"), "Nothing was left out for it");
    }
    done(&dir, "disposition P01 1 withdrawn --statement 2 --reason REASONWORD");
    refused(&dir, "disposition P01 1 kept --reason \"we like it\"", "only the participant lifts it");
    // That this was withheld meanwhile is not enough for the others: somebody says what was left out for them.
    refused(&dir, "disposition P01 2 withdrawn", "Nothing was left out for it");
    done(&dir, "disposition P01 2 withdrawn --reason \"it is what statement 2 said\"");
    done(&dir, "disposition P01 3 withdrawn --reason \"the same\"");
    Made::of(&dir, "P01").has_nowhere(&["FLOORWORD", "ADDEDWORD", "DECLINEWORD", "REASONWORD", "dovetail"]);
    // Nor on the line where they would be edited.
    let mut script = at_home(&dir, 8);
    script.keys("r").saved();
    to(&mut script, "they add");
    script.keys("<enter>").saved();
    assert!(!script.screen(120, 40).contains("ADDEDWORD"), "{}", script.screen(120, 40));
    assert!(script.notice().is_some_and(|said| said.contains("not to be used")), "{:?}", script.notice());
    script.leave();
}

#[test]
fn after_a_withdrawal_of_everything_no_word_of_the_register_is_shown() {
    let dir = with_letters(1);
    done(&dir, "before P01 wanted yes --words BEFOREWORD --on 2024-02-21");
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "reply P01 --added --words ADDEDWORD --how telephone --on 2024-02-26");
    done(&dir, "before P01 alive no --words NOTWORD --on 2024-02-27");
    done(&dir, "withdraw P01 --scope all --told \"by telephone\" --whom I1 --on 2024-02-28 --yes");
    let journal = std::fs::read_to_string(crate::support::told::folders(&dir)[0].journal()).unwrap();
    for word in ["BEFOREWORD", "ADDEDWORD", "NOTWORD"] {
        assert!(!journal.contains(word), "{word} is destroyed with all of it");
        for call in ["letters", "letters --json", "letters P01", "show P01", "show P01 --json", "sessions"] {
            assert!(!says(&dir, call).contains(word), "{word} in {call}");
        }
    }
}

#[test]
fn for_whoever_takes_no_part_any_more_no_letter_is_made() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "reply P01 --withdraws --how telephone --on 2024-02-26");
    bare(&dir, "You like the sea.");
    for call in ["letter P01", "letter P01 --format html", "sent P01 --version 1 --way post --on 2024-02-27"] {
        let told = says(&dir, call);
        let why = if call.starts_with("sent") { "has gone" } else { "hearback withdraw SESSION" };
        assert!(told.contains(why) && !told.contains("You like the sea.") && !told.ends_with("exit code 0\n"), "{call}: {told}");
    }
    assert!(done(&dir, "letter P01 --check").contains("hearback withdraw SESSION"));
    let mut script = at_home(&dir, 8);
    script.keys("mw").saved();
    assert!(script.notice().is_some_and(|said| said.contains("hearback withdraw SESSION")), "{:?}", script.notice());
    assert_eq!(script.session().unwrap().letters(), 1);
    script.keys("v").saved();
    let seen = script.screen(80, 24);
    assert!(seen.contains("hearback withdraw"), "{seen}");
    script.leave();
}

#[test]
fn a_letter_of_an_older_hearback_has_statements_that_are_not_known() {
    let dir = with_letters(1);
    let old = |version| {
        let file = format!("summary/v{version}/letter.md");
        Event::LetterWritten { version, file, statements: Vec::new(), reply_by: String::new(), on: String::new(), called: CheckKind::Check }
    };
    let what = Some(What::Note(NoteId(1)));
    let withheld = Event::Withheld(Withheld { id: WithheldId(1), what, reason: String::new() });
    let mut lived = read(&dir, "P01");
    for event in [&withheld, &old(2)] {
        lived.apply(event);
    }
    append(&dir, "P01", &[withheld, old(2)]);
    assert_eq!(read(&dir, "P01"), lived);
    assert!(lived.member_check().version(2).is_some_and(|version| version.statements.is_empty()), "nothing is made up");
    done(&dir, "sent P01 --version 2 --way post --on 2024-02-21");
    assert!(done(&dir, "letters P01").contains("its statements are not known"));
    for call in ["reply P01 --statement 1 --says fits --how paper", "reply P01 --all --says fits --how paper"] {
        refused(&dir, call, "What stands in letter 2 is not known");
    }
    done(&dir, "reply P01 --added --words \"all right\" --how paper --on 2024-02-26");
    done(&dir, "reply P01 --not-used --words \"not the dovetail\" --how paper --on 2024-02-26");
    refused(&dir, "disposition P01 2 withdrawn --statement 2", "What stands in letter 2 is not known");
    done(&dir, "disposition P01 2 withdrawn --note 2");
}

#[test]
fn a_statement_that_is_set_aside_is_changed() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "reply P01 --statement 1 --says partly --how paper --on 2024-02-26");
    refused(&dir, "disposition P01 1 changed", "stands as it went");
    happens(&dir, [Command::Compose(Composing::SetAside { statement: StatementId(1), stands: Stands::Stands })]);
    let told = done(&dir, "disposition P01 1 changed");
    assert!(told.contains("seen to"), "{told}");
    assert!(read(&dir, "P01").member_check().open().next().is_none());
}

/// Something that is done with statements between letters; which is meant is counted around.
#[derive(Clone, Copy, Debug)]
enum Do {
    Join(usize, usize),
    Split(usize, usize),
    Letter,
    Undo,
    Redo,
}

fn dos() -> impl Strategy<Value = Vec<Do>> {
    let one = || 0_usize..6;
    let all = prop_oneof![
        4 => (one(), one()).prop_map(|(a, b)| Do::Join(a, b)),
        4 => (one(), one()).prop_map(|(a, at)| Do::Split(a, at)),
        2 => Just(Do::Letter),
        2 => Just(Do::Undo),
        1 => Just(Do::Redo),
    ];
    prop::collection::vec(all, 0..24)
}

/// A session with three statements of three words each that stand in no other, and a letter of them.
fn three() -> (Session, Vec<Event>, Steps) {
    let (session, mut events) = begun();
    let topic: Id = session.guide().topics[0].id.clone();
    let mut session = Session::new(session.guide().clone(), Opened::of(DAY, "P07", Round::First, session.guide()));
    events.truncate(2);
    session.apply(&events[1]);
    let mut steps = Steps::default();
    for n in 1..=3_u32 {
        let text = format!("{n}ax {n}bx {n}cx");
        let (statement, stands) = (StatementId(n), Stands::Stands);
        let written = Event::StatementWritten { statement, topic: topic.clone(), text, sources: Vec::new(), quotes: Vec::new() };
        live(&mut session, &mut events, &mut steps, written);
        live(&mut session, &mut events, &mut steps, Event::StatementMeant { statement, stands });
    }
    let first = letter(&session, 1);
    live(&mut session, &mut events, &mut steps, first);
    (session, events, steps)
}

fn live(session: &mut Session, events: &mut Vec<Event>, steps: &mut Steps, event: Event) {
    steps.happens(session, events.len() as u64 + 1, &event);
    session.apply(&event);
    events.push(event);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// However statements were joined and split before a letter and since, and whatever of that was taken back: who does not want one of its
    /// statements used finds none of its words in any other, in no letter as the register has it and in no trail; and what never shared a
    /// word with what goes stays.
    #[test]
    fn none_of_the_words_of_a_statement_that_goes_is_left(script in dos(), version in 0_usize..9, which in 0_usize..9) {
        let (mut session, mut events, mut steps) = three();
        let mut texts: BTreeSet<String> = session.statements().map(|one| one.text.clone()).collect();
        for one in script {
            let all: Vec<StatementId> = session.statements().map(|one| one.id).collect();
            let event = match one {
                Do::Join(..) | Do::Split(..) if all.is_empty() => None,
                Do::Join(a, b) => {
                    session.decide(Command::Compose(Composing::Join { statement: all[a % all.len()], with: all[b % all.len()] })).ok()
                }
                Do::Split(a, at) => {
                    let statement = all[a % all.len()];
                    let text = session.statement(statement).unwrap().text.clone();
                    let words: Vec<&str> = text.split(' ').collect();
                    let (text, rest) = words.split_at(at % words.len());
                    session.decide(Command::Compose(Composing::Split { statement, text: text.join(" "), rest: rest.join(" ") })).ok()
                }
                Do::Letter => Some(letter(&session, session.letters() + 1)),
                Do::Undo => steps.last().cloned().and_then(|step| session.decide(Command::Undo(step)).ok()),
                Do::Redo => steps.next().cloned().and_then(|step| session.decide(Command::Undo(step)).ok()),
            };
            if let Some(event) = event {
                live(&mut session, &mut events, &mut steps, event);
                texts.extend(session.statements().map(|one| one.text.clone()));
            }
        }
        let version = 1 + u32::try_from(version).unwrap() % session.letters();
        let sent = LetterSent { version, is: Sending::Letter, on: "2024-03-01".into(), ..LetterSent::default() };
        live(&mut session, &mut events, &mut steps, Event::LetterSent(sent));
        let went = session.member_check().version(version).unwrap().statements.clone();
        // All of them may have been taken back before a letter was written.
        prop_assume!(!went.is_empty());
        let gone = &went[which % went.len()];
        let words: Vec<&str> = gone.text.split(' ').collect();
        let came = Came { version, on: "2024-03-02".into(), how: RepliedBy::Paper, by: String::new() };
        let act: Result<Vec<Event>, Refusal> = acts::decided(&session, acts::not_used(&session, &came, gone.statement, ""));
        let before: BTreeMap<StatementId, String> = session.statements().map(|one| (one.id, one.text.clone())).collect();
        for event in act.unwrap() {
            live(&mut session, &mut events, &mut steps, event);
        }
        let has = |text: &str| words.iter().any(|word| text.contains(word));
        let after: BTreeMap<StatementId, String> = session.statements().map(|one| (one.id, one.text.clone())).collect();
        prop_assert!(after.values().all(|text| !has(text)), "{:?} is left of {:?}", after, words);
        // Words that ever stood with these, or with such.
        let mut near: BTreeSet<&str> = words.iter().copied().collect();
        for text in texts.iter().cycle().take(texts.len() * texts.len()) {
            if text.split(' ').any(|word| near.contains(word)) {
                near.extend(text.split(' '));
            }
        }
        for (id, text) in &before {
            let is_near = text.split(' ').any(|word| near.contains(word));
            prop_assert!(is_near || after.contains_key(id), "{} went with {:?}", text, words);
        }
        for (version, _) in session.member_check().versions() {
            let shown = Register::of(&session).statements(version);
            prop_assert!(shown.iter().all(|one| one.words.is_none_or(|text| !has(text))), "letter {}: {:?}", version, shown);
        }
        let lines: Vec<(Stamp, Option<&Event>)> = events.iter().map(|event| (DAY, Some(event))).collect();
        let trail = Trail::of(&session, &lines);
        for statement in &trail.statements {
            let all = statement.versions.iter().map(|version| &version.text).chain([&statement.text]);
            prop_assert!(all.clone().all(|text| !has(text)), "the trail of {:?}", statement.id);
        }
        let replayed = Session::replay(session.guide().clone(), &events);
        prop_assert_eq!(replayed.as_ref(), Some(&session));
    }
}
