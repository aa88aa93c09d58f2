//! Texts of which the words, sentences and syllables were counted by hand, and whose causes a reader would name; and any text at all.

use proptest::prelude::*;

use super::*;
use crate::domain::plain::syllables::syllables;
use crate::domain::study::checking::Jargon;
use crate::words::Words;
use crate::words::speaking;

fn looked_at(language: &str, passages: &[Passage<'_>]) -> Plainness {
    let jargon = [
        Jargon { word: "flare-up".into(), plain: Some("bad day".into()) },
        Jargon { word: "opvlamming".into(), plain: Some("slechte dag".into()) },
        Jargon { word: "pacing".into(), plain: None },
    ];
    Plainness::of(passages, &Yardstick { language, jargon: &jargon, known: &["P07", "Study Backwards"] })
}

/// The causes in one statement, each with its words, in the order in which they are told.
fn told(language: &str, text: &str) -> Vec<(&'static str, String)> {
    let found = looked_at(language, &[Passage::ours(text)]);
    found.remarks.iter().map(|remark| (remark.cause.word(), remark.words(text).to_owned())).collect()
}

fn assert_told(language: &str, text: &str, causes: &[(&str, &str)]) {
    let causes: Vec<(&str, String)> = causes.iter().map(|(cause, words)| (*cause, (*words).to_owned())).collect();
    assert_eq!(told(language, text), causes, "{text}");
}

#[test]
fn syllables_are_those_that_are_heard() {
    let english = "a 1 the 1 pain 1 your 1 back 1 broken 2 thought 1 tired 1 people 2 every 2 exercise 3 exercises 4 walked 1 needed 2 listened 2 \
                   helped 1 doctor 2 therapy 3 therapist 3 little 2 table 2 create 2 idea 3 going 2 quiet 2 question 2 careful 2 movement 2 \
                   statements 2 conversation 4 communication 5 didn't 2 couldn't 2 you've 1 she's 1 colleagues 2 physiotherapist 6 radio 3 \
                   area 3 rhythm 2 dancing 2 watches 2 changes 2 hopes 1 settled 2 agree 2 science 2 experience 4 social 2 patient 2";
    let dutch = "de 1 pijn 1 uw 1 rug 1 kapot 2 dacht 1 moe 1 mensen 2 oefening 3 oefeningen 4 gelopen 3 geholpen 3 arts 1 therapie 3 therapeut 3 \
                 fysiotherapeut 5 één 1 vóór 1 ziekenhuis 3 nieuwe 2 eeuw 1 moeite 2 geïnteresseerd 5 zeeën 2 beïnvloeden 4 ideeën 3 radio 3 \
                 theater 3 vakantie 3 station 2 bureau 2 koeien 2 bijen 2 geuit 2 naoorlogs 3 yoga 2 royaal 2 slaap 1 schouders 2 ruggengraat 3 \
                 belangrijk 3 moeilijk 2 mogelijkheden 5 samen 2 gesprek 2 vertrouwen 3 toeval 2 qua 1";
    for (words, tongue) in [(english, Tongue::English), (dutch, Tongue::Dutch)] {
        let words: Vec<&str> = words.split_whitespace().collect();
        let wrong: Vec<(&str, usize)> = words
            .chunks(2)
            .map(|pair| (pair[0], pair[1].parse::<usize>().unwrap()))
            .filter(|(word, count)| syllables(word, tongue) != *count)
            .map(|(word, _)| (word, syllables(word, tongue)))
            .collect();
        // `dancing` and `changes` would have to be looked up; so would one in fifty of all words.
        assert!(wrong.len() * 25 <= words.len() / 2, "{wrong:?}");
    }
}

#[test]
fn a_text_that_was_counted_by_hand_has_these_figures() {
    let english = "Your back hurt for years. You did not dare to bend. Then you met your therapist. She told you that pain is not harm. \
                   You began to walk each day. Now you sleep well and you work again.";
    let found = looked_at("en-GB", &[Passage::ours(english)]);
    // 5 + 6 + 5 + 8 + 6 + 8 words; three of two syllables (began, again, and therapist has three); one of more than six letters.
    assert_eq!(found.extent, Extent { sentences: 6, words: 38, long: 1, syllables: 42 });
    let figures: Vec<(Formula, String)> = found.figures.iter().map(|figure| (figure.formula, format!("{:.2}", figure.value))).collect();
    assert_eq!(figures, [(Formula::Flesch, "106.90".to_owned()), (Formula::Lix, "8.96".to_owned())]);
    let dutch = "Uw rug deed jaren pijn. U durfde niet te bukken. Toen kwam u bij uw therapeut. Die legde uit wat pijn is. U ging elke dag een stuk \
                 lopen. Nu slaapt u goed en u werkt weer.";
    let found = looked_at("nl", &[Passage::ours(dutch)]);
    assert_eq!(found.extent, Extent { sentences: 6, words: 37, long: 1, syllables: 45 });
    let figures: Vec<(Formula, String)> = found.figures.iter().map(|figure| (figure.formula, format!("{:.2}", figure.value))).collect();
    assert_eq!(figures, [(Formula::FleschDouma, "107.46".to_owned()), (Formula::Lix, "8.87".to_owned())]);
    assert_eq!(found.extent.worth(), Worth::Little);
}

#[test]
fn too_little_text_has_no_figure_and_quotes_do_not_count() {
    let found = looked_at("en", &[Passage::ours("You were tired."), Passage::theirs(&"I was so tired. ".repeat(40))]);
    assert_eq!((found.extent.words, found.figures.len(), found.extent.worth()), (3, 0, Worth::Nothing));
}

#[test]
fn of_other_languages_only_what_is_known_of_all_is_said() {
    let german = "Sie hatten lange Schmerzen im Rücken. Die Therapie hat Ihnen geholfen. Jetzt schlafen Sie besser als im vorigen Winter. Das Gehen fällt \
                  Ihnen wieder leichter, und Sie freuen sich darüber. Der Garten macht Ihnen Freude.";
    let found = looked_at("de", &[Passage::ours(german)]);
    assert_eq!(found.figures.iter().map(|figure| figure.formula).collect::<Vec<_>>(), [Formula::Lix]);
    assert_eq!(found.remarks, [], "nouns have capitals there");
    for (language, text) in [
        (
            "ar",
            "كنت تشعر بالألم في ظهرك. لقد ساعدتك المعالجة كثيرا. أنت تمشي الآن كل يوم مع زوجتك في الحديقة. والنوم أفضل من قبل. ".repeat(3),
        ),
        ("he", "כאב לך הגב שנים רבות. הטיפול עזר לך מאוד. עכשיו אתה הולך כל יום. ".repeat(6)),
        ("zh", "您的背痛了很多年。治疗对您很有帮助。现在您每天散步。".repeat(9)),
        ("en", "כאב לך הגב שנים רבות. הטיפול עזר לך מאוד. עכשיו אתה הולך כל יום. ".repeat(6)),
    ] {
        assert_eq!(looked_at(language, &[Passage::ours(&text)]).figures, [], "{language}");
    }
}

#[test]
fn the_worst_comes_first_with_where_it_stands() {
    let text = "In January 2024 you were referred to Dr Smith at Southmead Hospital in Bristol, because the catastrophising had become chronic and nobody \
                had helped you.";
    let causes: Vec<&str> = told("en", text).into_iter().map(|(cause, _)| cause).collect();
    let expected = ["name", "organisation", "date", "place", "long-sentence", "clinical-word", "clinical-word", "passive"];
    assert_eq!(causes, expected);
    let found = looked_at("en", &[Passage::ours("You slept well."), Passage::ours("You went to Anna.")]);
    assert_eq!((found.remarks[0].passage, found.remarks[0].at.clone()), (1, 12..16));
}

#[test]
fn a_long_sentence_says_where_it_could_end() {
    let text = "You liked that the group was small, and you found that it helped to hear how others dealt with it.";
    let found = looked_at("en", &[Passage::ours(text)]);
    speaking(Words::english(), || assert_eq!(found.remarks[0].advice(text), "end it before “and you found”, and begin anew"));
    let text = "Voor u is de groep belangrijk geweest, want u zag er dat u niet de enige was met zulke klachten.";
    let found = looked_at("nl", &[Passage::ours(text)]);
    speaking(Words::dutch(), || assert_eq!(found.remarks[0].advice(text), "zet een punt voor “want u zag” en begin opnieuw"));
    // Of things that are only listed none begins a sentence.
    let text = "You spoke with your doctor and your therapist and your sister about the stairs and the shower and the bed.";
    let found = looked_at("en", &[Passage::ours(text)]);
    assert!(matches!(found.remarks[0].cause, Cause::LongSentence { words: 20, end: None }), "{:?}", found.remarks);
    // Twelve words and fewer are short enough, whatever they are made of; so are fifteen in two clauses.
    assert_told("en", "You went home because it hurt and you wanted to lie down.", &[]);
    assert_told("nl", "U ging op maandag altijd met uw man naar de markt, ook als het regende.", &[]);
}

#[test]
fn dutch_passives_are_told_and_what_looks_like_one_is_not() {
    for (text, words) in [
        ("U werd door uw therapeut goed geholpen.", "werd door uw therapeut goed geholpen"),
        ("Er werd niet naar u geluisterd.", "werd niet naar u geluisterd"),
        ("U vond dat er goed naar u geluisterd werd.", "geluisterd werd"),
        ("U bent nooit serieus genomen geworden.", "genomen geworden"),
        ("De oefeningen worden uitgelegd.", "worden uitgelegd"),
        ("Het werd u afgeraden.", "werd u afgeraden"),
    ] {
        assert_told("nl", text, &[("passive", words)]);
    }
    for text in [
        "U werd moe.",
        "U werd bang, en toen bent u gestopt.",
        "U werd verliefd en later getrouwd.",
        "De pijn wordt minder.",
        "U bent bekend geworden met de pijn.",
        "U werd wakker en u hebt de dokter gebeld.",
        "U wordt gezond oud.",
        "Uw zoon wordt timmerman.",
        "U werd er verdrietig van.",
        "Dat gevoel werd sterker.",
    ] {
        assert_told("nl", text, &[]);
    }
}

#[test]
fn english_passives_are_told_and_what_looks_like_one_is_not() {
    for (text, words) in [
        ("You were helped by your therapist.", "were helped"),
        ("You were not listened to.", "were not listened"),
        ("You have been told to rest.", "been told"),
        ("You were really worn out by the pain. Your back was broken by a fall.", "was broken"),
    ] {
        let found = told("en", text);
        assert!(found.contains(&("passive", words.to_owned())), "{text} {found:?}");
    }
    for text in [
        "You thought that your back was broken.",
        "You were tired and worried.",
        "You were used to the pain.",
        "You were in need of rest.",
        "You were glad, and stopped.",
        "Your aunt is a hundred.",
        "You were supposed to rest.",
        "You are married.",
    ] {
        assert_told("en", text, &[]);
    }
}

#[test]
fn two_noes_in_a_clause_are_told() {
    for (language, text, words) in [
        ("nl", "U had geen vertrouwen in niemand.", "geen vertrouwen in niemand"),
        ("nl", "Dat was niet onbelangrijk voor u.", "niet onbelangrijk"),
        ("nl", "U kon niet zonder hulp.", "niet zonder"),
        ("en", "You couldn’t do nothing.", "couldn’t do nothing"),
        ("en", "It was not uncommon for you to stay in bed.", "not uncommon"),
    ] {
        assert_told(language, text, &[("double-negation", words)]);
    }
    for (language, text) in [
        ("nl", "U wilde niet alleen rusten, maar ook niet werken."),
        ("nl", "U wist niet of er niets meer kon."),
        ("nl", "U voelde zich niet goed en niet slecht."),
        ("nl", "U kon niet meer zonder."),
        ("en", "You did not stop, and you did not complain."),
        ("en", "You did not know that nobody knew."),
        ("en", "You were not under pressure."),
    ] {
        assert_told(language, text, &[]);
    }
}

#[test]
fn nouns_made_of_verbs_and_long_words_are_told() {
    assert_told("nl", "Het uitvoeren van de oefeningen lukte u niet.", &[("noun-for-verb", "Het uitvoeren van")]);
    assert_told("nl", "U merkte de vermindering van de pijn.", &[("noun-for-verb", "de vermindering van")]);
    assert_told("nl", "De behandeling van uw rug hielp. Het leven van nu is goed voor u.", &[]);
    assert_told("en", "You noticed the reduction of the pain.", &[("noun-for-verb", "the reduction of")]);
    assert_told("en", "At the moment of the fall you were at the beginning of your career.", &[]);
    assert_told("en", "Your recovery was extraordinarily slow.", &[("long-word", "extraordinarily")]);
    assert_told("nl", "U vond het onverantwoordelijk.", &[("long-word", "onverantwoordelijk")]);
    assert_told("nl", "Uw fysiotherapeut en uw kleinkinderen hielpen u.", &[]);
}

#[test]
fn words_of_the_lists_are_told_with_what_to_write() {
    assert_told("en", "You had flare-ups and pacing helped you.", &[("study-word", "flare-ups"), ("study-word", "pacing")]);
    assert_told("nl", "Bij een opvlamming ging u zitten.", &[("study-word", "opvlamming")]);
    assert_told(
        "nl",
        "U had veel aan de pijneducatie met betrekking tot uw rug.",
        &[("clinical-word", "pijneducatie"), ("formal-word", "met betrekking tot")],
    );
    let text = "You had a flare-up.";
    let found = looked_at("en", &[Passage::ours(text)]);
    speaking(Words::english(), || assert_eq!(found.remarks[0].advice(text), "write “bad day”"));
    // A word that only begins like one is another.
    assert_told("nl", "U kocht een echternaamse wafel en indiende niets.", &[]);
}

#[test]
fn what_tells_whose_it_is_is_told_in_quotes_too() {
    for (language, text, expected) in [
        ("nl", "U ging met Kees naar Gouda.", vec![("name", "Kees"), ("place", "Gouda")]),
        ("nl", "Jan de Vries belde u.", vec![("name", "Jan de Vries")]),
        ("nl", "U sprak met mevrouw Bakker.", vec![("name", "mevrouw Bakker")]),
        ("nl", "U lag in het Antonius Ziekenhuis.", vec![("organisation", "Antonius Ziekenhuis")]),
        ("nl", "U lag in het Diakonessenhuis.", vec![("organisation", "Diakonessenhuis")]),
        ("nl", "U bent 78 jaar oud.", vec![("age", "78 jaar oud")]),
        ("nl", "Als 54-jarige begon u opnieuw.", vec![("age", "54-jarige")]),
        ("nl", "Op 12 maart 2024 viel u.", vec![("date", "12 maart 2024")]),
        ("nl", "Op 12-03-2024 viel u.", vec![("date", "12-03-2024")]),
        ("nl", "U woont aan de Dorpsstraat 12, 3512 AB.", vec![("street", "Dorpsstraat 12"), ("postcode", "3512 AB")]),
        ("nl", "Bel u op 06-1234 5678 of mail jo@huis.nl.", vec![("number", "06-1234 5678"), ("mail", "jo@huis.nl")]),
        ("en", "Mary told you so.", vec![("name", "Mary")]),
        ("en", "You saw Dr. Jones in May 2020.", vec![("name", "Dr. Jones"), ("date", "May 2020")]),
        ("en", "You live at 12 High Street, SW1A 1AA.", vec![("street", "12 High Street"), ("postcode", "SW1A 1AA")]),
        ("en", "You work at Tesco.", vec![("organisation", "Tesco")]),
        ("en", "Your number is +44 117 496 0123.", vec![("number", "+44 117 496 0123")]),
    ] {
        assert_told(language, text, &expected);
        let found = looked_at(language, &[Passage::theirs(text)]);
        assert_eq!(found.remarks.len(), expected.len(), "in a quote: {text}");
    }
    for (language, text) in [
        ("nl", "U had tien jaar pijn, en op maandag 2 keer les."),
        ("nl", "Met Kerst sprak u Nederlands met uw huisarts over de MRI."),
        ("nl", "U vroeg: “Wat nu?” Toen ging u."),
        ("en", "You may stop. In May you did. You told your GP that I am right"),
        ("en", "You had pain for 10 years, 3 times a day."),
        ("en", "You liked Study Backwards. P07 is you."),
    ] {
        let found = looked_at(language, &[Passage::theirs(text)]);
        assert_eq!(found.remarks, [], "{text}");
    }
    let theirs = "Ik werd geholpen door de interventie, zij ook, en ik had geen vertrouwen in niemand, want de communicatie was multidisciplinair en zo.";
    assert_eq!(looked_at("nl", &[Passage::theirs(theirs)]).remarks, [], "nobody corrects how they speak");
}

#[test]
fn a_statement_speaks_to_whoever_reads_it() {
    for (language, text, expected) in [
        ("en", "Thought her back was broken.", vec![("no-person", "Thought"), ("third-person", "her")]),
        ("en", "She found it hard.", vec![("third-person", "She")]),
        ("en", "The participant felt better.", vec![("participant", "participant")]),
        ("en", "P07 felt better.", vec![("participant", "P07")]),
        ("en", "I felt better.", vec![("first-person", "I")]),
        ("nl", "Dacht dat haar rug kapot was.", vec![("no-person", "Dacht"), ("third-person", "haar")]),
        ("nl", "De patiënt kreeg weer moed.", vec![("participant", "patiënt")]),
        ("nl", "Hij kreeg weer moed.", vec![("third-person", "Hij")]),
        ("nl", "Je kreeg weer moed.", vec![("informal", "Je")]),
        ("nl", "Ik kreeg weer moed.", vec![("first-person", "Ik")]),
    ] {
        assert_told(language, text, &expected);
    }
    for (language, text) in [
        ("en", "Your therapist took her time."),
        ("en", "You were patient with yourself."),
        ("en", "Your husband helped you. He did the shopping."),
        ("en", "The exercises helped."),
        ("nl", "Uw therapeut nam de tijd, en zij legde alles uit."),
        ("nl", "Uw dochter zei dat ze zich zorgen maakte."),
        ("nl", "Dacht u dat het over zou gaan? Dat dacht u."),
        ("nl", "De oefeningen hielpen."),
    ] {
        assert_told(language, text, &[]);
    }
}

#[test]
fn the_letters_own_words_are_counted_and_not_judged() {
    let found =
        looked_at("en", &[Passage::of_the_letter("Dear Anna, it is thought that, prior to 12 May 2024, the intervention was chronic.")]);
    assert_eq!((found.remarks.len(), found.extent.words), (0, 15));
}

#[test]
fn what_is_said_of_it_is_in_both_languages() {
    let text = "In 1998 werd u door Jan de Vries, die de multidisciplinaire interventie leidde, middels het uitvoeren van oefeningen niet zonder succes geholpen.";
    let found = looked_at("nl", &[Passage::ours(text)]);
    for words in Words::built_in() {
        speaking(words, || {
            for remark in &found.remarks {
                assert!(!remark.what().is_empty() && !remark.advice(text).is_empty(), "{words:?} {remark:?}");
            }
        });
    }
    let causes: Vec<&str> = found.remarks.iter().map(|remark| remark.cause.word()).collect();
    assert_eq!(
        causes,
        ["name", "date", "long-sentence", "double-negation", "clinical-word", "clinical-word", "formal-word", "noun-for-verb"]
    );
}

/// Letters of many scripts, signs and controls, and pieces of what is looked for, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        ".{0,12}",
        "[a-zA-Zéëïö'’ .,!?0-9@+()-]{0,24}",
        "[\u{5d0}-\u{5ea}\u{600}-\u{64a} .]{0,12}",
        "[\u{202a}-\u{202e}\u{200d}\u{fe0f}👩🌾\u{301} ]{0,6}",
        prop::sample::select(vec![
            "werd ",
            "geholpen ",
            "were ",
            "helped ",
            "niet ",
            "zonder ",
            "12 maart ",
            "2024",
            "1234 AB",
            "Jan de ",
            "Dr. ",
            "a@b.c ",
            "06-12345678",
            "jaar oud ",
            "aged 7 ",
            "flare-up ",
            "İ",
            "ß",
            "ﬀ",
            "\u{1f1f3}\u{1f1f1}",
            "2024-02-30 ",
            "--",
            "@@",
            "…",
            "“",
            "het doen van ",
            "Straat 1 ",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_looked_at_and_every_place_is_whole_characters(
        texts in prop::collection::vec(any_text(), 1..4),
        language in prop::sample::select(vec!["en", "nl-BE", "de", "ar", "he", "zh", "", "x"]),
    ) {
        let passages: Vec<Passage<'_>> =
            texts.iter().enumerate().map(|(n, text)| if n % 2 == 0 { Passage::ours(text) } else { Passage::theirs(text) }).collect();
        let found = looked_at(language, &passages);
        for remark in &found.remarks {
            let text = &texts[remark.passage];
            prop_assert!(text.get(remark.at.clone()).is_some_and(|words| !words.is_empty()), "{:?}", remark);
            prop_assert!(!remark.advice(text).is_empty());
            prop_assert!(passages[remark.passage].whose == Whose::Ours || matches!(remark.cause, Cause::Identifies(_)));
        }
        let order: Vec<u32> = found.remarks.iter().map(|remark| remark.cause.weight()).collect();
        prop_assert!(order.windows(2).all(|two| two[0] >= two[1]));
        prop_assert!(found.figures.iter().all(|figure| figure.value.is_finite()));
        prop_assert!(found.extent.words >= 30 || found.figures.is_empty());
    }

    #[test]
    fn a_word_of_ten_thousand_letters_is_one_word(letter in "[a-zßéا]") {
        let text = letter.repeat(10_000);
        prop_assert_eq!(looked_at("nl", &[Passage::ours(&text)]).extent.words, 1);
    }
}

#[test]
fn a_pronoun_is_no_name_wherever_it_stands() {
    for (language, pronouns) in [
        ("en", &["You", "Your", "You've", "We", "They", "She", "It", "Us", "I"][..]),
        ("nl", &["U", "Uw", "Je", "Jullie", "Wij", "Ze", "Hij", "Ons", "Ik"][..]),
    ] {
        for pronoun in pronouns {
            let text = format!("After letting go {pronoun} did ten minutes on the floor, and {pronoun}");
            let named: Vec<_> = told(language, &text).into_iter().filter(|(cause, _)| *cause == "name").collect();
            assert!(named.is_empty(), "{pronoun}: {named:?}");
        }
    }
}

#[test]
fn a_sentence_that_speaks_to_nobody_does_not_by_the_one_behind_it() {
    let causes = told("en", "Thought her back was broken. You rest more now.");
    assert!(causes.iter().any(|(cause, words)| (*cause, words.as_str()) == ("no-person", "Thought")), "{causes:?}");
    assert!(!told("en", "Thought of it that way, you rest more.").iter().any(|(cause, _)| *cause == "no-person"));
}
