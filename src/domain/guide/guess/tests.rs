//! Guides in the shapes that people give them, and what is guessed for each.

use super::*;
use crate::domain::guide::typed::Cell;
use crate::domain::guide::typed::List;
use crate::domain::guide::typed::Run;

/// A guide guessed from lines: `#` begins a heading, so many deep; `**` around a line is bold, `_` italics.
fn typed(text: &str) -> Draft {
    let paragraph = |(at, line): (usize, &str)| {
        let level = line.len() - line.trim_start_matches('#').len();
        let (line, bold) = line.strip_prefix("**").and_then(|l| l.strip_suffix("**")).map_or((line, false), |l| (l, true));
        let runs = line.trim_start_matches('#').split('_').enumerate();
        let runs = runs.map(|(n, text)| Run { text: text.to_owned(), bold, italic: n % 2 == 1 }).collect();
        let stands = match u8::try_from(level) {
            Ok(level @ 1..) => Stands::Heading(level),
            _ if line.starts_with("  -") => Stands::Item(List::Bullet, 1),
            _ => Stands::Plain,
        };
        Paragraph { at, cell: None, stands, runs }
    };
    let paragraphs: Vec<Paragraph> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).map(paragraph).collect();
    guess(&paragraphs, Source { file: "my_guide.docx", stem: "my_guide", day: "2026-11-26" })
}

/// The topics of a draft: title and minutes, bridge and instructions, questions, probes.
fn outline(draft: &Draft) -> String {
    let mut told = String::new();
    let mut line = |deep: usize, text: &str, instruct: &Option<String>| {
        let instruct = instruct.as_ref().map(|words| format!(" [{words}]")).unwrap_or_default();
        told.extend([&*"  ".repeat(deep), text, &*instruct, "\n"]);
    };
    for topic in &draft.guide.topics {
        line(0, &format!("{} {}", topic.title, topic.minutes), &topic.instruct);
        topic.say.iter().for_each(|say| line(1, &format!("> {}", say.trim()), &None));
        for question in &topic.questions {
            line(1, &question.ask, &question.instruct);
            question.probes.iter().for_each(|probe| line(2, &probe.ask, &probe.instruct));
        }
    }
    told
}

fn expect(text: &str, expected: &str) {
    assert_eq!(outline(&typed(text)).trim(), expected.trim(), "{text}");
}

#[test]
fn headings_numbers_and_letters() {
    expect(
        "#Guide\n##Work (10 min)\n1. What do you do?\na) Since when?\nb) With whom?\n2. Tell me about a day.\n##Home\nThis is about home.\n1. Who is there?",
        "Work 10\n  What do you do?\n    Since when?\n    With whom?\n  Tell me about a day.\nHome 3\n  > This is about home.\n  Who is there?",
    );
}

#[test]
fn numbered_topics_above_numbered_questions() {
    expect(
        "1. Work\n1.1 What do you do?\n1.2 Since when?\n2. Home\nA bridge.\n2.1 Who is there?",
        "Work 6\n  What do you do?\n  Since when?\nHome 3\n  > A bridge.\n  Who is there?",
    );
    expect("A. Work\n1. What do you do?\nB. Home\n1. Who is there?", "Work 3\n  What do you do?\nHome 3\n  Who is there?");
}

#[test]
fn numbered_requests_are_questions() {
    expect(
        "1. Tell me about your work.\n- What do you do?\n2. Describe your home.\n- Who is there?",
        "Questions 6\n  Tell me about your work.\n    What do you do?\n  Describe your home.\n    Who is there?",
    );
}

#[test]
fn bold_lines_and_plain_questions() {
    expect(
        "**Work**\nWhat do you do?\nProbes: how often; with whom?\n**Home**\nWho is there?\nDoorvragen\n- wie\n- waar",
        "Work 3\n  What do you do?\n    how often\n    with whom?\nHome 3\n  Who is there?\n    wie\n    waar",
    );
    expect("**Work**\n**What do you do?**\nSince when?", "Work 3\n  What do you do?\n    Since when?");
}

#[test]
fn headings_that_ask() {
    expect(
        "#Guide\n##Work\n###What do you do?\n- Since when?\n###Who is there?",
        "Work 6\n  What do you do?\n    Since when?\n  Who is there?",
    );
}

#[test]
fn instructions_are_never_in_a_question() {
    expect(
        "#Guide\n##Work\n1. What do you do? _Show the card._\n2. What is hard [wait for an answer] about it?\n3. How is _your_ day?\n4. What about [name of boss] then?\n\
         _Do not hurry._\n5. And then? (5 min)\n(Look at the clock)\n6. What helps? (hand over the list)",
        "Work 5\n  What do you do? [Show the card.]\n  What is hard about it? [wait for an answer]\n  How is your day?\n  \
         What about [name of boss] then? [Do not hurry.]\n  And then? [Look at the clock]\n  What helps? [hand over the list]",
    );
}

#[test]
fn italics_that_go_through_the_file_say_nothing() {
    expect(
        "#Guide\n##Work\n_We talk about work now, as long as you like._\n1. _What do you do?_",
        "Work 3\n  > We talk about work now, as long as you like.\n  What do you do?",
    );
}

#[test]
fn minutes_of_parts_are_those_of_the_topic() {
    expect("#Guide\n##Work\n1. What? (5 min)\n2. How? (10 min)", "Work 15\n  What?\n  How?");
    let draft = typed("#Guide\nDuration: 30 minutes\n##Work\n1. What?\n2. How?\n##Home (6 min)\n1. Who?\n##Rest\n1. When?");
    assert_eq!(draft.guide.topics.iter().map(|t| t.minutes).collect::<Vec<_>>(), [16, 6, 8]);
    assert_eq!(draft.guide.minutes, 30);
}

#[test]
fn bookends_are_known_by_their_headings_in_both_languages() {
    for (text, introduction, closing) in [
        ("#Introduction\nWelcome.\n#Work\n1. What?\n#Closing\nThank you. Anything else?", "Welcome.", "Thank you. Anything else?"),
        ("Inleiding:\nWelkom.\n**Werk**\n- Wat?\n**Tot slot**\nDank u.", "Welkom.", "Dank u."),
        ("**Work**\n- What?\nThank you for your time.", "", "Thank you for your time."),
    ] {
        let draft = typed(text);
        assert_eq!((draft.guide.introduction.as_str(), draft.guide.closing.as_str()), (introduction, closing), "{text}");
        assert_eq!(draft.missing.contains(&Missing::Introduction), introduction.is_empty());
        assert_eq!(draft.guide.topics.len(), 1);
    }
}

#[test]
fn questions_with_numbers_under_introduction_are_asked() {
    let draft = typed("#Introduction\nWelcome.\n1. What do you do?\n#Work\n2. Since when?\n#Closing\n3. What else?\nThank you.");
    assert_eq!(outline(&draft).trim(), "Introduction 3\n  What do you do?\nWork 3\n  Since when?\nClosing 3\n  What else?");
    assert_eq!((draft.guide.introduction.as_str(), draft.guide.closing.as_str()), ("Welcome.", "Thank you."));
}

#[test]
fn consent_is_never_guessed() {
    let draft = typed("#Informed consent\nMay I record?\n1. Do you take part?\n#Work\n1. What?");
    assert!(draft.guide.consent.is_empty() && draft.missing.contains(&Missing::Consent));
    let remarks = draft.remarks[&vec![FileStep::Key("consent")]].join("\n");
    assert!(
        remarks.contains("May I record?") && remarks.contains("Do you take part?") && remarks.contains("covers: recording"),
        "{remarks}"
    );
    assert_eq!(outline(&draft).trim(), "Work 3\n  What?");
}

#[test]
fn what_the_file_as_a_whole_says() {
    let draft =
        typed("Topiclijst focusgroep nazorg\n**Zorg**\n1. Hoe was de zorg voor u, en wat was er bij?\n2. Wat had u van de zorg gedacht?");
    let Guide { id, title, language, audience, rounds, version, changes, .. } = draft.guide;
    assert_eq!((id.as_str(), title.as_str()), ("focusgroep-nazorg", "Topiclijst focusgroep nazorg"));
    assert_eq!((language.as_str(), audience, rounds, version.as_str()), ("nl", Audience::Group, vec![Round::First], "1.0"));
    assert_eq!((changes[0].date.as_str(), changes[0].what.as_str()), ("2026-11-26", "Taken over from my_guide.docx."));
    assert_eq!(typed("1. What?").guide.title, "my guide", "the name of the file stands in");
}

#[test]
fn nothing_is_guessed_from_nothing() {
    let draft = guess(&[], Source { file: "", stem: "", day: "" });
    assert_eq!(draft.missing, [Missing::Consent, Missing::Introduction, Missing::Topics, Missing::Closing]);
    assert_eq!(typed("Some words.\nAnd some more.").guide.topics, vec![]);
}

#[test]
fn a_table_says_in_its_first_row_what_its_columns_are_for() {
    let rows = |names: [&str; 4], row: [&str; 4]| {
        let cells = [names, row].into_iter().enumerate().flat_map(|(row, cells)| {
            cells.into_iter().enumerate().map(move |(column, text)| Paragraph {
                at: row * 4 + column + 1,
                cell: Some(Cell { table: 0, row, column, of: 4 }),
                stands: Stands::Plain,
                runs: vec![Run { text: text.to_owned(), bold: row == 0, italic: false }],
            })
        });
        outline(&guess(&cells.collect::<Vec<_>>(), Source { file: "g.docx", stem: "g", day: "2026-11-26" }))
    };
    let told = rows(["Nr.", "Vraag", "Doorvragen", "Tijd"], ["1", "Hoe gaat het?", "Sinds wanneer?", "10"]);
    assert!(told.contains("  Hoe gaat het?\n    Sinds wanneer?\n") && told.matches('?').count() == 2, "{told}");
    assert!(!told.contains("Nr") && !told.contains("Tijd") && told.contains(" 10\n"), "{told}");
    let told = rows(["Topic", "Question", "Prompts", "Time"], ["Work", "What is work like?", "colleagues", "10 min"]);
    assert_eq!(told, "Work 10\n  What is work like?\n    colleagues\n");
}
