//! Composing the summary: keys, what is seen, and what stands in the letter.

use hearback::domain::command::Command;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Round;
use hearback::domain::note::Draft;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::note::Revision;
use hearback::domain::session::Session;
use hearback::domain::stands::Stands;
use hearback::domain::statement::Composing;
use hearback::domain::statement::StatementId;
use hearback::domain::summary::Summary;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::domain::undo::Steps;
use hearback::shell::script::Script;
use hearback::store::guide_file::read_guide;
use hearback::tui::keymap::Context;
use proptest::prelude::*;

use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;
use crate::support::tongue::make_native;

/// At the member check of an interview with three notes under the first topic: two that paraphrase, and a quote.
pub(crate) fn member_check(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(secs(20)).keys("thought her back was broken<enter>").hear(secs(12));
    script.keys(">shoulders up to my ears<enter>").hear(secs(12)).keys("rests before it hurts<enter>").hear(secs(4));
    script.keys("<f10><f10>m").hear(ms(200)).saved();
    script
}

/// What the letter says, statement by statement, each with what is quoted below it.
pub(crate) fn in_the_letter(script: &Script) -> Vec<String> {
    let summary = Summary::of(script.session().unwrap());
    let statements = summary.topics().iter().flat_map(|topic| topic.statements());
    statements
        .map(|one| {
            let quotes: Vec<String> = one.quotes().iter().map(|quote| format!(" “{}”", quote.words())).collect();
            format!("{} {}{}", one.number(), one.text(), quotes.concat())
        })
        .collect()
}

pub(crate) fn says(script: &Script, words: &str) {
    assert!(script.notice().is_some_and(|n| n.contains(words)), "{words}: {:?}", script.notice());
}

fn row_of(script: &Script, words: &str) -> usize {
    let seen = script.screen(80, 24);
    seen.lines().position(|row| row.contains(words)).unwrap_or_else(|| panic!("{words} is not in {seen}"))
}

#[test]
fn a_statement_begins_empty_and_stands_above_what_it_rests_on() {
    let dir = study();
    let mut script = member_check(&dir);
    assert!(row_of(&script, "not used:") < row_of(&script, "thought her back"));
    script.keys("<enter>For a long time you thought that your back was broken.<enter>").saved();
    assert_eq!(in_the_letter(&script), ["1 For a long time you thought that your back was broken."]);
    let (statement, note) = (row_of(&script, "For a long time"), row_of(&script, "paraphrase  thought her back"));
    assert!(statement < note && note < row_of(&script, "not used:"), "{}", script.screen(80, 24));
    // The note's own words are there for who asks for them.
    script.keys("<down><down><enter><f7>");
    assert!(script.screen(80, 24).contains("shoulders up to my ears"), "{}", script.screen(80, 24));
    script.keys("<esc>").saved();
    script.leave();
}

#[test]
fn what_rests_on_no_note_is_in_no_letter_until_it_is_meant() {
    let dir = study();
    let mut script = member_check(&dir);
    // On a statement, a new one rests on nothing.
    script.keys("<enter>You rest.<enter>nYou do the exercises.<enter>").saved();
    says(&script, "It rests on no note, so it is not in the letter: y means it all the same");
    assert_eq!(in_the_letter(&script), ["1 You rest."]);
    assert!(
        script.screen(80, 24).contains("rests on no note, not in the letter: y means it, g chooses notes"),
        "{}",
        script.screen(80, 24)
    );
    assert!(script.screen(120, 40).contains("1 not in the letter"), "{}", script.screen(120, 40));
    script.keys("y").saved();
    says(&script, "you mean it: it is in the letter, although it rests on no note; Ctrl-Z takes this back");
    assert_eq!(in_the_letter(&script), ["1 You rest.", "2 You do the exercises."]);
    script.keys("u").saved();
    says(&script, "taken back: letting “You do the exercises.” in without a note");
    assert_eq!(in_the_letter(&script), ["1 You rest."]);
    script.keys("<ctrl-y>").saved();
    assert_eq!(in_the_letter(&script).len(), 2);
    script.leave();
    assert_eq!(Summary::of(&reread(&dir)).len(), 2, "the journal says the same");
}

#[test]
fn a_new_one_rests_on_what_was_gathered_and_on_nothing_else() {
    let dir = study();
    let mut script = member_check(&dir);
    // On a note that none rests on: that is what Enter is for.
    script.keys("nYou are kind.<enter>").saved();
    says(&script, "It rests on no note, so it is not in the letter");
    assert!(in_the_letter(&script).is_empty());
    assert!(script.session().unwrap().statement(StatementId(1)).unwrap().sources.is_empty());
    // What is kept says on which notes it rests.
    script.keys("<down><enter>You hoped.<enter>").saved();
    says(&script, "kept under 1 Opening; it rests on the note of ");
    script.keys("<down><down>g<down>gnYou rest.<enter>").saved();
    says(&script, "it rests on the notes of ");
    let session = script.session().unwrap();
    assert_eq!([2, 3].map(|id| session.statement(StatementId(id)).unwrap().sources.len()), [1, 2]);
    script.leave();
}

/// The row below the letter and the one above the list are cut in their middle: what they end in is how one gets to the rest.
#[test]
fn a_row_that_is_too_long_keeps_its_key_and_how_much_there_is_besides() {
    in_each_language(|| {
        let dir = study();
        make_native(dir.path());
        let mut script = member_check(&dir);
        for _ in 0..4 {
            script.keys("nThought er werd door Dr Jones in Bristol op 3 May 2024 niet niet gecontinueerd wat zij hem op latere leeftijd ");
            script.keys("op de afdeling vertelde en dat was het.<enter>y").saved();
        }
        let seen = script.screen(120, 24);
        let below = seen.lines().find(|row| row.contains('·') && row.contains("Tab")).unwrap_or_else(|| panic!("{seen}"));
        assert!(below.trim_end().ends_with(in_either("says what", "toont ze")), "{seen}");
        let above = seen.lines().find(|row| row.contains("──") && row.contains('·')).unwrap_or_else(|| panic!("{seen}"));
        assert_eq!(above.matches(in_either(" below ─", " hieronder ─")).count(), above.matches(" · ").count(), "{seen}");
        script.leave();
    });
}

#[test]
fn sources_are_changed_both_ways_and_quotes_follow() {
    let dir = study();
    let mut script = member_check(&dir);
    script.keys("<enter>You were tense.<enter>").saved();
    script.keys("g").hear(ms(100));
    let seen = script.screen(80, 24);
    assert!(seen.contains("☑") && seen.contains("☐") && seen.contains("“You were tense.”"), "{seen}");
    // The quote comes in, and with it their own words.
    script.keys("<down>g").saved();
    assert_eq!(in_the_letter(&script), ["1 You were tense. “shoulders up to my ears”"]);
    script.keys("<up><enter>").saved();
    script.keys("<esc>").saved();
    assert_eq!(script.session().unwrap().statements().next().unwrap().sources, [NoteId(2)]);
    // Below the statement the same key takes the note out; then it rests on nothing, and says so.
    script.keys("<down>g").saved();
    says(&script, "it rests on no note now and is not in the letter");
    assert!(in_the_letter(&script).is_empty());
    script.keys("uuu").saved();
    assert_eq!(in_the_letter(&script), ["1 You were tense."]);
    script.leave();
}

#[test]
fn a_paraphrase_never_passes_for_their_words() {
    let dir = study();
    let mut script = member_check(&dir);
    script.keys("<down><enter>You were tense.<enter>").saved();
    assert_eq!(in_the_letter(&script), ["1 You were tense. “shoulders up to my ears”"]);
    // What was a quote turns out to be a paraphrase.
    let mut session = script.session().unwrap().clone();
    let note = session.note(NoteId(2)).unwrap().clone();
    let into = Revision { kind: NoteKind::Paraphrase, text: note.text.clone(), position: note.position, question: note.question.clone() };
    let event = session.decide(Command::ReviseNote { note: note.id, into }).unwrap();
    session.apply(&event);
    let quotes = |session: &Session| Summary::of(session).topics()[0].statements()[0].quotes().len();
    assert_eq!(quotes(&session), 0);
    // And one that was a paraphrase when it was asked for is no quote by becoming one.
    let statement = StatementId(1);
    let event = session.decide(Command::ReviseStatement { statement, text: "You were tense.".into(), quotes: vec![NoteId(2)] }).unwrap();
    session.apply(&event);
    let into = Revision { kind: NoteKind::Quote, text: note.text.clone(), position: note.position, question: note.question };
    let event = session.decide(Command::ReviseNote { note: note.id, into }).unwrap();
    session.apply(&event);
    assert_eq!(quotes(&session), 0);
    script.leave();
}

#[test]
fn statements_are_moved_joined_split_and_set_aside_and_the_letter_goes_along() {
    let dir = study();
    let mut script = member_check(&dir);
    script.keys("<enter>One.<enter><down><down><enter>Two.<enter><down><down><enter>Three.<enter>").saved();
    assert_eq!(in_the_letter(&script), ["1 One.", "2 Two. “shoulders up to my ears”", "3 Three."]);
    script.keys("<shift-up>").saved();
    assert_eq!(in_the_letter(&script), ["1 One.", "2 Three.", "3 Two. “shoulders up to my ears”"]);
    script.keys("<alt-up><{>").saved();
    says(&script, "it stands first in the letter already");
    assert_eq!(in_the_letter(&script)[0], "1 Three.");
    // Over the border of a topic, and back.
    script.keys("<shift-down><shift-down><shift-down>").saved();
    says(&script, "now under ");
    let second = script.session().unwrap().guide().topics[1].id.clone();
    assert_eq!(script.session().unwrap().statement(StatementId(3)).unwrap().topic, second);
    assert_eq!(in_the_letter(&script)[2], "3 Three.");
    script.keys("<shift-up>").saved();
    script.keys("u").saved();
    says(&script, "taken back: the place of “Three.”");
    script.keys("<ctrl-y>").saved();
    assert_eq!(in_the_letter(&script), ["1 One.", "2 Two. “shoulders up to my ears”", "3 Three."]);
    // Joined with the one below: on the notes of both.
    script.keys(&"<up>".repeat(20)).keys("<down>j").saved();
    assert_eq!(in_the_letter(&script), ["1 One. Two. “shoulders up to my ears”", "2 Three."]);
    assert_eq!(script.session().unwrap().statement(StatementId(1)).unwrap().sources.len(), 2);
    script.keys("u").saved();
    says(&script, "taken back: the joining of “One. Two.”");
    assert_eq!(in_the_letter(&script).len(), 3);
    script.keys("<ctrl-y>").saved();
    // Split at the cursor; their words stay with the first.
    script.keys("<enter><home><ctrl-right><f8>").saved();
    assert_eq!(in_the_letter(&script), ["1 One. “shoulders up to my ears”", "2 Two.", "3 Three."]);
    script.keys("u").saved();
    says(&script, "taken back: the splitting of “One.");
    assert_eq!(in_the_letter(&script).len(), 2);
    script.keys("<ctrl-y>").saved();
    assert_eq!(in_the_letter(&script).len(), 3);
    // Set aside: on the screen, and in no letter.
    script.keys(&"<up>".repeat(20)).keys("<down>a").saved();
    assert_eq!(in_the_letter(&script), ["1 Two.", "2 Three."]);
    assert!(script.screen(80, 24).contains("set aside, not in the letter: a brings it back"), "{}", script.screen(80, 24));
    script.keys("a").saved();
    assert_eq!(in_the_letter(&script).len(), 3);
    let lived = in_the_letter(&script);
    script.leave();
    let mut script = crate::support::day::home(&dir);
    script.keys("m").hear(ms(200));
    assert_eq!(in_the_letter(&script), lived, "what was journaled is what was lived");
    script.leave();
}

#[test]
fn any_note_is_heard_by_one_key_and_says_so() {
    let dir = study();
    let mut script = member_check(&dir);
    script.keys("<space>").hear(ms(500));
    let playing = |script: &Script| {
        let seen = script.screen(80, 24);
        assert!(seen.lines().next().unwrap().contains("PLAYING"), "{seen}");
        seen.lines().find(|row| row.contains(" *")).map(str::to_owned)
    };
    assert!(playing(&script).is_some_and(|row| row.contains("thought her back")));
    // Another is heard by the same key, without a pause in between.
    script.keys("<down><space>").hear(ms(500));
    assert!(playing(&script).is_some_and(|row| row.contains("shoulders")), "{}", script.screen(80, 24));
    script.keys("<space>").hear(ms(200));
    assert!(!script.screen(80, 24).contains("PLAYING"));
    script.leave();
}

#[test]
fn the_letter_stands_beside_the_list_and_says_what_is_being_written() {
    let dir = study();
    let mut script = member_check(&dir);
    script.keys("<enter>For a long time you thought that your back was broken");
    let wide = script.screen(120, 40);
    assert!(wide.contains("The letter, as they will read it") && wide.contains("1. For a long time"), "{wide}");
    let narrow = script.screen(80, 24);
    assert!(!narrow.contains("The letter, as they will read it"), "{narrow}");
    script.keys("<enter>v").saved();
    let narrow = script.screen(80, 24);
    assert!(narrow.contains("The letter, as they will read it") && narrow.contains("1. For a long time"), "{narrow}");
    script.keys("<pageup><pageup><pageup>");
    assert_ne!(script.screen(80, 24), narrow);
    script.keys("<esc>");
    assert!(script.screen(80, 24).contains("What we heard"));
    script.leave();
}

#[test]
fn a_letter_that_says_something_else_by_now_is_out_of_date() {
    let dir = study();
    let mut script = member_check(&dir);
    let head = |script: &Script| script.screen(120, 40).lines().next().unwrap().to_owned();
    assert!(head(&script).contains("no letter yet"), "{}", head(&script));
    script.keys("<enter>You rest.<enter>w").saved();
    assert!(head(&script).ends_with("letter 1"), "{}", head(&script));
    script.keys("w").saved();
    says(&script, "Change a statement for a new one, or print this one");
    script.keys("<enter> Often.<enter>").saved();
    assert!(head(&script).contains("letter 1 is out of date"), "{}", head(&script));
    script.leave();
    let mut script = crate::support::day::home(&dir);
    script.keys("m").hear(ms(200));
    assert!(head(&script).contains("letter 1 is out of date"), "{}", head(&script));
    script.leave();
}

#[test]
fn esc_leads_back_to_where_one_came_from_and_on_from_there() {
    let dir = study();
    let mut script = member_check(&dir);
    for (keys, context) in [
        ("l", Context::Listen),
        ("<esc>", Context::Statements),
        // Whoever goes back to the check by its key is where they began, and not in a ring.
        ("l", Context::Listen),
        ("m", Context::Statements),
        ("<esc>", Context::Home),
        ("l", Context::Listen),
        ("m", Context::Statements),
        ("<esc>", Context::Listen),
        ("<esc>", Context::Home),
    ] {
        script.keys(keys).hear(ms(200));
        assert_eq!(script.model().context(), context, "after {keys}");
    }
    script.leave();
}

/// What may be done with statements. They are named by their place among all there are.
#[derive(Clone, Debug)]
enum Step {
    Write(u32),
    Revise(u32),
    Strike(u32),
    Move(u32, usize, Option<u32>),
    Join(u32, u32),
    Split(u32),
    Aside(u32, bool),
    Mean(u32, bool),
    Rest(u32, Vec<u32>),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let one = || 0_u32..7;
    let step = prop_oneof![
        6 => one().prop_map(Step::Write),
        2 => one().prop_map(Step::Revise),
        1 => one().prop_map(Step::Strike),
        4 => (one(), 0_usize..4, prop::option::of(one())).prop_map(|(one, topic, before)| Step::Move(one, topic, before)),
        3 => (one(), one()).prop_map(|(one, other)| Step::Join(one, other)),
        3 => one().prop_map(Step::Split),
        2 => (one(), any::<bool>()).prop_map(|(one, is)| Step::Aside(one, is)),
        2 => (one(), any::<bool>()).prop_map(|(one, is)| Step::Mean(one, is)),
        2 => (one(), prop::collection::vec(0_u32..4, 0..3)).prop_map(|(one, notes)| Step::Rest(one, notes)),
        5 => Just(Step::Undo),
        3 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 0..40)
}

fn guide() -> Guide {
    read_guide("patient.yaml", include_str!("../../tests/it/fixtures/guides/patient-first.yaml").as_bytes()).guide.unwrap()
}

fn asked(session: &Session, steps: &Steps, step: &Step, words: usize) -> Option<Command> {
    let count = (session.next_statement().0 - 1).max(1);
    let named = |id: u32| StatementId(id % count + 1);
    let stands = |is: bool| if is { Stands::Stands } else { Stands::TakenBack };
    let text = format!("first {words} then {words}.");
    Some(match step {
        Step::Write(note) => {
            let (topic, sources) = (session.guide().topics[0].id.clone(), vec![NoteId(note % 3 + 1)]);
            Command::WriteStatement { topic, text, quotes: sources.clone(), sources }
        }
        Step::Revise(id) => Command::ReviseStatement { statement: named(*id), text, quotes: Vec::new() },
        Step::Strike(id) => Command::StrikeStatement { statement: named(*id) },
        Step::Move(id, topic, before) => {
            let topic = session.guide().topics[topic % session.guide().topics.len()].id.clone();
            Command::Compose(Composing::Move { statement: named(*id), topic, before: before.map(named) })
        }
        Step::Join(id, with) => Command::Compose(Composing::Join { statement: named(*id), with: named(*with) }),
        Step::Split(id) => {
            let text = session.statement(named(*id))?.text.clone();
            let (text, rest) = text.split_once(' ')?;
            Command::Compose(Composing::Split { statement: named(*id), text: text.to_owned(), rest: rest.to_owned() })
        }
        Step::Aside(id, is) => Command::Compose(Composing::SetAside { statement: named(*id), stands: stands(*is) }),
        Step::Mean(id, is) => Command::Compose(Composing::Mean { statement: named(*id), stands: stands(*is) }),
        Step::Rest(id, notes) => {
            let sources: Vec<NoteId> = notes.iter().map(|note| NoteId(note + 1)).collect();
            Command::Compose(Composing::Rest { statement: named(*id), quotes: sources.clone(), sources })
        }
        Step::Undo => Command::Undo(steps.last()?.clone()),
        Step::Redo => Command::Undo(steps.next()?.clone()),
    })
}

/// Of each statement on the screen its number in the letter, from top to bottom, as far as it has one.
fn numbers(session: &Session) -> Vec<usize> {
    let summary = Summary::of(session);
    let topics = session.guide().topics.iter();
    let on_screen = topics.flat_map(|topic| session.statements().filter(|statement| statement.topic == topic.id));
    on_screen.filter_map(|statement| summary.number_of(statement.id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_each_statement_is_there_once_and_the_letter_is_in_the_order_of_the_screen(script in steps()) {
        let guide = guide();
        let opened = Opened::of(Stamp::new(0, 60), "P07", Round::First, &guide);
        let mut journal = vec![Event::Opened(opened.clone())];
        let mut session = Session::new(guide.clone(), opened);
        let mut does = |session: &mut Session, event: Event| { session.apply(&event); journal.push(event); };
        does(&mut session, Event::Began { on: None });
        for n in 1..=3 {
            let kind = if n == 2 { NoteKind::Quote } else { NoteKind::Paraphrase };
            let stamp = NoteStamp { raw: Position::from_secs(n), reaction_ms: 0 };
            let draft = Draft { kind, text: format!("note {n}"), stamp, question: None, off_record: false, revises: None, until: None };
            let event = session.decide(Command::AddNote(draft)).unwrap();
            does(&mut session, event);
        }
        let mut steps = Steps::default();
        for (n, step) in script.iter().enumerate() {
            let Some(Ok(event)) = asked(&session, &steps, step, n).map(|command| session.decide(command)) else { continue };
            let before = session.clone();
            steps.happens(&session, session.lines() + 1, &event);
            does(&mut session, event);
            let mut ids: Vec<StatementId> = session.statements().map(|statement| statement.id).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), all, "each is there once");
            let numbers = numbers(&session);
            prop_assert_eq!(&numbers, &(1..=numbers.len()).collect::<Vec<_>>(), "the order of the letter is that of the screen");
            prop_assert_eq!(Summary::of(&session).len(), numbers.len());
            // What is taken back is as it was.
            if !matches!(step, Step::Undo | Step::Redo)
                && let Some(back) = steps.last().cloned()
            {
                let mut undone = session.clone();
                let event = undone.decide(Command::Undo(back)).unwrap();
                undone.apply(&event);
                let seen = |session: &Session| session.statements().cloned().collect::<Vec<_>>();
                prop_assert_eq!(seen(&undone), seen(&before), "{:?}", step);
            }
        }
        let replayed = Session::replay(guide, &journal);
        prop_assert_eq!(replayed.as_ref(), Some(&session));
    }
}
