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
        Paragraph { at, to: at, cell: None, stands, runs }
    };
    let paragraphs: Vec<Paragraph> = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).map(paragraph).collect();
    guess(&paragraphs, Source { file: "my_guide.docx", stem: "my_guide", day: "2026-11-26" })
}

/// The topics of a draft: title and minutes, bridge (`>`) and instructions, questions, probes. Before a question stands what is said before it
/// (`~`), below it what is handed over (`#`), why it is asked (`=`) and its answers (`/`).
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
            question.say.iter().for_each(|say| line(1, &format!("~ {}", say.trim()), &None));
            line(1, &question.ask, &question.instruct);
            question.show.iter().for_each(|show| line(2, &format!("# {}", show.trim()), &None));
            question.purpose.iter().for_each(|purpose| line(2, &format!("= {purpose}"), &None));
            let answers: Vec<String> = question.choices.iter().map(|choice| format!("{} {}", choice.code, choice.say)).collect();
            if !answers.is_empty() {
                line(2, &format!("/ {}", answers.join(" / ")), &None);
            }
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
        "Work 18\n  What do you do? [Show the card.]\n  What is hard about it? [wait for an answer]\n  How is your day?\n  \
         What about [name of boss] then? [Do not hurry.]\n  And then? [5 min; Look at the clock]\n  What helps? [hand over the list]",
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
                to: row * 4 + column + 1,
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

#[test]
fn what_stands_right_before_a_question_belongs_to_it() {
    expect(
        "#Guide\n##Work\n1. What do you do?\n- Since when?\n\nNow we come to your colleagues, if you have any.\n\n2. Who are they?\n\n\
         Hand out the drawing of the team.\n\n3. Where are you in it?\n\nThe names are not needed.",
        "Work 9\n  What do you do?\n    Since when?\n  ~ Now we come to your colleagues, if you have any.\n  Who are they?\n  \
         Where are you in it? [Hand out the drawing of the team. The names are not needed.]",
    );
    expect(
        "**Werk**\n- Wat doet u?\nIk wil het nu graag over uw collega's hebben.\n- Wie zijn dat?\n\n_Leg de kaartjes neer._\n- Waar staat u?",
        "Werk 9\n  Wat doet u?\n  ~ Ik wil het nu graag over uw collega's hebben.\n  Wie zijn dat?\n  Waar staat u? [Leg de kaartjes neer.]",
    );
}

#[test]
fn what_stands_right_below_a_question_stays_there() {
    expect(
        "#Guide\n##Work\n1. What do you do?\nI mean at work, and what you do at home.\n\n2. Who is there?\nNote: names are not needed.\n\n3. And then?",
        "Work 9\n  What do you do? [I mean at work, and what you do at home.]\n  Who is there? [names are not needed.]\n  And then?",
    );
    // A word for probes is no door that stays open.
    expect(
        "#Guide\n##Work\nWhat do you do?\nProbes: where; how long\n\nNow we come to your colleagues.\n\nWho are they?",
        "Work 6\n  What do you do?\n    where\n    how long\n  ~ Now we come to your colleagues.\n  Who are they?",
    );
}

#[test]
fn an_introduction_is_kept_whole_and_what_it_says_of_consent_stands_there_too() {
    for (text, words) in [
        (
            "#Introduction\nWelcome.\n- With your permission we record this.\nYou can stop at any time.\n#Work\n1. What?",
            "With your permission we record this.",
        ),
        (
            "#Inleiding\nWelkom. Als u het goed vindt, maken we een opname. Daarna begin ik.\n#Werk\n1. Wat?",
            "Als u het goed vindt, maken we een opname.",
        ),
    ] {
        let draft = typed(text);
        assert!(draft.guide.introduction.contains(words), "{}", draft.guide.introduction);
        let remarks = draft.remarks[&vec![FileStep::Key("consent")]].join("\n");
        assert!(remarks.contains(words) && draft.guide.consent.is_empty(), "{remarks}");
        let row = draft.guesses.iter().find(|guess| guess.text.contains(words)).unwrap();
        assert_eq!((row.became, row.why), (Became::Introduction, Why::ConsentToo));
        assert_eq!(draft.guesses.iter().filter(|guess| guess.text.contains(words)).count(), 1);
    }
}

#[test]
fn short_lines_that_stand_alone_above_what_asks_are_headings() {
    expect(
        "My Guide\n\nWarm-up Questions - 5 minutes\n\nWhat do you do?\nSince when?\n\nLife at Home\nWho is there?\n\nThis is no heading.\n\nHow is that?",
        "Warm-up Questions 5\n  What do you do?\n  Since when?\nLife at Home 6\n  Who is there? [This is no heading.]\n  How is that?",
    );
    expect(
        "Thuis (5 min)\n\nWat doet u?\n\nDe zorg in het ziekenhuis\n\nHoe was die?\n\nHet contact daarna: een kwartier\n\nMet wie was dat?",
        "Thuis 5\n  Wat doet u?\nDe zorg in het ziekenhuis 3\n  Hoe was die?\nHet contact daarna 15\n  Met wie was dat?",
    );
    // What is said, what is ordered and what is probed for is none.
    expect(
        "#Guide\n##Work\n\nWhat do you do?\nProbes\nPay\n\nWho is there?\n\nShow Card A\n\nWhere is that?",
        "Work 9\n  What do you do?\n    Pay\n  Who is there?\n  Where is that? [Show Card A]",
    );
}

#[test]
fn minutes_of_some_questions_are_no_plan_of_the_topic() {
    expect(
        "#Guide\n##Work\n1. What do you do?\n2. Could you draw your day? (10 min)\n3. Who is there?",
        "Work 9\n  What do you do?\n  Could you draw your day? [10 min]\n  Who is there?",
    );
    expect("#Guide\n##Work\n10 minutes\n1. What?\n2. How?", "Work 10\n  What?\n  How?");
    let draft = typed("#Guide\n##Work\n1. What?\n2. How? (10 min)");
    let row = draft.guesses.iter().find(|guess| guess.text == "(10 min)").unwrap();
    assert_eq!((row.became, row.why), (Became::Instruction, Why::Minutes));
}

#[test]
fn no_minutes_vanish() {
    for (text, total) in [
        ("#Guide\nDuur: ca. 60 min\n##Werk\n1. Wat?\n##Thuis\n1. Wie?", 60),
        ("#Guide\n##Practical information\nDuration of the interview: 45-60 minutes\n##Work\n1. What?\n##Home\n1. Who?", 60),
        ("Duration: an hour\n\n1. What?\n2. Who?", 60),
        ("#Guide\nTijdsduur: anderhalf uur\n##Werk\n1. Wat?", 90),
    ] {
        assert_eq!(typed(text).guide.minutes, total, "{text}");
    }
    for (text, introduction) in [
        ("#Introduction (5 min)\nWelcome.\n#Work (10 min)\n1. What?\n#Closing – 5 minutes\nThank you.", "(5 min)"),
        ("#Inleiding (een kwartier)\nWelkom.\n#Werk\n1. Wat?\n#Tot slot (5 minuten)\nDank u.", "(een kwartier)"),
    ] {
        let draft = typed(text);
        for (key, minutes) in [("introduction", introduction), ("closing", "5 minu")] {
            let told = draft.remarks.get(&vec![FileStep::Key(key)]).map(|told| told.join("\n")).unwrap_or_default();
            assert!(told.contains(minutes), "{key}: {told}");
        }
    }
}

#[test]
fn what_the_interviewer_does_is_not_asked() {
    expect(
        "#Guide\n##Start\n1. Complete/sign the consent form\n2. Switch on the recorder\n3. What do you do?\n4. Tell me about a day.\n- Thank the patients for their participation\n- Hand out the voucher",
        "Start 6 [Complete/sign the consent form; Switch on the recorder]\n  What do you do?\n  \
         Tell me about a day. [Thank the patients for their participation; Hand out the voucher]",
    );
    expect(
        "#Lijst\n##Begin\n- Controleer of de opname loopt\n- Vertel eens over een dag.\n- Deel de waardebon uit\n- Beschrijf uw huis.\n- Zorg thuis",
        "Begin 9 [Controleer of de opname loopt]\n  Vertel eens over een dag.\n  Beschrijf uw huis. [Deel de waardebon uit]\n  Zorg thuis",
    );
    let draft = typed("#Work\n1. What?\n#Closing\n- Thank the patients for their participation\n- Switch off the recorder\nThat was all.");
    assert_eq!(draft.guide.closing, "That was all.");
    assert!(draft.remarks[&vec![FileStep::Key("closing")]].contains(&"Switch off the recorder".to_owned()));
}

#[test]
fn answers_to_choose_from_are_choices() {
    for (answers, expected) in [
        (
            "\nHelemaal oneens / oneens / neutraal / eens / helemaal eens",
            "1 Helemaal oneens / 2 oneens / 3 neutraal / 4 eens / 5 helemaal eens",
        ),
        ("\nYes / No", "1 Yes / 2 No"),
        (" (yes/no)", "1 yes / 2 no"),
        ("\n□ yes □ no", "1 yes / 2 no"),
        (" ☐ married ☐ single", "1 married / 2 single"),
        ("\n1 = never … 5 = always", "1 never / 2 2 / 3 3 / 4 4 / 5 always"),
        ("\n0 = no pain, 1 = some pain, 2 = much pain", "0 no pain / 1 some pain / 2 much pain"),
        ("\n- Never\n- Sometimes\n- Always", "1 Never / 2 Sometimes / 3 Always"),
        ("\n□ ja\n□ nee\n□ anders, namelijk", "1 ja / 2 nee / 3 anders, namelijk"),
    ] {
        let text = format!("#Guide\n##Work\n1. Is that so?{answers}\n2. Why?");
        expect(&text, &format!("Work 6\n  Is that so?\n    / {expected}\n  Why?"));
        assert!(typed(&text).guesses.iter().any(|guess| guess.became == Became::Choices), "{text}");
    }
    // What may be something else is left as it was.
    for (below, expected) in [
        ("- family / friends / work", "    family / friends / work"),
        ("- good / bad experiences", "    good / bad experiences"),
        ("☐ pain\n☐ sleep", "    pain\n    sleep"),
    ] {
        expect(&format!("#Guide\n##Work\n1. How is that?\n{below}\n2. Why?"), &format!("Work 6\n  How is that?\n{expected}\n  Why?"));
    }
}

#[test]
fn conditions_in_words_are_instructions_and_leave_no_signs_behind() {
    expect(
        "#Guide\n##Care\n1. Hoe was de kliniek (indien bezocht)?\n2. How was it (if applicable).\n3. What then? (wait).\n4. Do you smoke? If no: skip to question 8.\n\
         5. ASK ONLY IF EMPLOYED: What do you do?\n6. Hoe gaat het? → doorvragen naar slaap\n7. What helped (if anything)?\n- If yes: how often?\n\n\
         ASK ONLY IF RETIRED:\n\n8. Since when?",
        "Care 24\n  Hoe was de kliniek? [indien bezocht]\n  How was it. [if applicable]\n  What then? [wait]\n  \
         Do you smoke? [If no: skip to question 8.]\n  What do you do? [ASK ONLY IF EMPLOYED]\n  Hoe gaat het? [doorvragen naar slaap]\n  \
         What helped (if anything)?\n    how often? [If yes]\n  Since when? [ASK ONLY IF RETIRED]",
    );
}

#[test]
fn a_vignette_or_a_card_is_handed_over() {
    expect(
        "#Guide\n##Case\n1. What do you do?\n\nVignette: Mrs Jones is 70.\n\nShe lives alone.\n\nNow think with me.\n\n2. What would you do?\n\nShow card A: five faces\n3. Which one is you?",
        "Case 9\n  What do you do?\n  ~ Now think with me.\n  What would you do?\n    # Mrs Jones is 70.\n\nShe lives alone.\n  Which one is you?\n    # card A: five faces",
    );
    expect(
        "#Lijst\n##Begin\nCasus 1:\nMevrouw Jansen is 70.\n1. Wat zou u doen?\n2. Welk gezicht past?\nKaart: vijf gezichten",
        "Begin 6\n  Wat zou u doen?\n    # Mevrouw Jansen is 70.\n  Welk gezicht past?\n    # vijf gezichten",
    );
    expect(
        "#Lijst\n##Begin\nHoe is het?\nDoorvragen: werk\n\nDe zorg thuis\n\nCasus: Mevrouw woont alleen.\n\nWat zou u doen?",
        "Begin 3\n  Hoe is het?\n    werk\nDe zorg thuis 3\n  Wat zou u doen?\n    # Mevrouw woont alleen.",
    );
}

#[test]
fn two_people_together_are_a_pair() {
    for text in [
        "Dyadic interview\n1. What?",
        "Gesprek met patiënt en naaste\n1. Wat?",
        "A guide\nFor the patient and caregiver together.\n#Work\n1. What?",
    ] {
        assert_eq!(typed(text).guide.audience, Audience::Pair, "{text}");
    }
}

#[test]
fn requests_ask_without_a_question_mark() {
    expect(
        "#Guide\n##Start\nTell me about how you came here\n- referral\n- expectations\nWalk me through a day.\n##Home\nPlease describe it.",
        "Start 6\n  Tell me about how you came here\n    referral\n    expectations\n  Walk me through a day.\nHome 3\n  Please describe it.",
    );
    expect(
        "#Lijst\n##Begin\nWe beginnen bij het begin. Kunt u vertellen hoe u hier kwam.\n- verwijzing\n##Thuis\nBeschrijf uw huis.",
        "Begin 3\n  We beginnen bij het begin. Kunt u vertellen hoe u hier kwam.\n    verwijzing\nThuis 3\n  Beschrijf uw huis.",
    );
}

#[test]
fn why_a_question_is_asked_is_its_purpose_however_it_looks() {
    for purpose in
        ["Purpose: to warm up", "_Purpose: to warm up_", "[Purpose: to warm up]", "(Doel: to warm up)", "Doel van de vraag: to warm up"]
    {
        expect(&format!("#Guide\n##Work\n1. What?\n{purpose}\n2. How?"), "Work 6\n  What?\n    = to warm up\n  How?");
    }
    expect("#Guide\n##Work\n1. What?\n_Probes: pay, hours_", "Work 3\n  What?\n    pay, hours");
}
