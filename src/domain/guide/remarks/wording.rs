//! How a question is put: whether its words ask two things at once, give the answer away, take something for granted, or can be answered
//! with yes. For each language a small table of patterns over words ([`Tongue`]), and one way to look for them.
//!
//! A pattern is words with blanks between them: `a|b` is either word, `…` up to twelve words that do not ask, `*` any one word, `^` the
//! beginning of the sentence, `$` its end; `<ask>`, `<verb>`, `<one>`, `<grade>` and `<link>` are the words of that name in the table, `<!link>`
//! a word that is none of them. Commas and colons are words too. It is a net with a known mesh and no grammar: what it catches and what slips
//! through stands in the test below.

mod dutch;
mod english;
mod tongue;

use crate::domain::guide::remarks::wording::dutch::DUTCH;
use crate::domain::guide::remarks::wording::english::ENGLISH;
use crate::domain::guide::remarks::wording::tongue::Tongue;

/// The languages that have a table.
const TONGUES: [Tongue; 2] = [ENGLISH, DUTCH];

/// What is off in how a question is put, with the words that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// Two question marks.
    TwoQuestions,
    /// Two questions with a word between them.
    Joined(String),
    /// Answers are offered, to choose from.
    Alternatives(String),
    /// The answer that is wished for can be heard.
    Leading(String),
    /// It is asked why somebody did not.
    Reproach(String),
    /// How much there is of something, before it is known whether there is any.
    Measuring(String),
    /// Something is taken for granted.
    Presuming(String),
    /// Yes is an answer.
    Closed(String),
}

/// How many words `…` stands for at most.
const GAP: usize = 12;

/// One sentence: its words in lower case, commas and colons among them, and whether it asks.
struct Sentence {
    words: Vec<String>,
    asks: bool,
}

/// What is off in `ask`, at most one of each kind and the least of them only where there is nothing else. In a language that has no table,
/// only what needs no words.
pub(crate) fn slips(ask: &str, language: &str) -> Vec<Slip> {
    let mut found = Vec::new();
    if ask.matches('?').count() > 1 {
        found.push(Slip::TwoQuestions);
    }
    let language = language.split('-').next().unwrap_or_default();
    let Some(tongue) = TONGUES.iter().find(|tongue| tongue.language == language) else { return found };
    for mut sentence in sentences(ask) {
        tongue.take_off_fillers(&mut sentence.words);
        found.extend(tongue.slips(&sentence));
    }
    let mut kinds = Vec::new();
    found.retain(|slip| {
        let kind = std::mem::discriminant(slip);
        let is_new = !kinds.contains(&kind);
        kinds.push(kind);
        is_new
    });
    if found.contains(&Slip::TwoQuestions) {
        found.retain(|slip| !matches!(slip, Slip::Joined(_)));
    }
    found
}

impl Tongue {
    fn slips(&self, sentence: &Sentence) -> Vec<Slip> {
        let words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
        let first = |patterns: &[&str]| patterns.iter().find_map(|pattern| self.found(pattern, &words));
        let mut found = Vec::new();
        if let Some(words) = first(self.joined).filter(|_| first(self.apart).is_none()) {
            found.push(Slip::Joined(words));
        }
        let leaves_room = first(self.unless).is_some();
        // Of these the first says it best.
        if let Some(words) = first(self.reproach) {
            found.push(Slip::Reproach(words));
        } else if let Some(words) = first(self.leading) {
            found.push(Slip::Leading(words));
        } else if let Some(words) = first(self.measuring) {
            found.push(Slip::Measuring(words));
        } else if let Some(words) = first(self.presuming).filter(|_| !leaves_room) {
            found.push(Slip::Presuming(words));
        }
        let closed = first(self.closed).filter(|_| sentence.asks && first(self.telling).is_none());
        if let Some(words) = first(self.alternatives) {
            found.push(Slip::Alternatives(words));
        } else if let Some(words) = closed.as_ref().and_then(|_| first(self.either)) {
            found.push(Slip::Alternatives(words));
        } else if let (Some(words), true) = (closed, found.is_empty()) {
            found.push(Slip::Closed(words));
        }
        found
    }

    /// Takes off what people begin a question with and what changes nothing: `and`, `so`.
    fn take_off_fillers(&self, words: &mut Vec<String>) {
        let fillers = words.iter().take_while(|word| word.as_str() == "," || self.fillers.contains(&word.as_str())).count();
        words.drain(..fillers);
    }

    /// The first words of the sentence that `pattern` matches.
    fn found(&self, pattern: &str, words: &[&str]) -> Option<String> {
        let pieces: Vec<&str> = pattern.split(' ').collect();
        let (from, to) = (0..words.len()).find_map(|from| Some((from, self.matched(&pieces, words, from)?)))?;
        let told: Vec<&str> = words.get(from..to)?.to_vec();
        Some(told.join(" ").replace(" ,", ",").replace(" :", ":").trim_start_matches(", ").to_owned())
    }

    /// Where the words that `pieces` match end, if they begin at `at`.
    fn matched(&self, pieces: &[&str], words: &[&str], at: usize) -> Option<usize> {
        let Some((piece, rest)) = pieces.split_first() else { return Some(at) };
        match *piece {
            "^" => (at == 0).then(|| self.matched(rest, words, at))?,
            "$" => (at == words.len()).then(|| self.matched(rest, words, at))?,
            "…" => {
                let further = words.get(at..)?.iter().take(GAP).take_while(|word| !self.ask.contains(word)).count();
                (at..=at + further).find_map(|at| self.matched(rest, words, at))
            }
            piece => words.get(at).filter(|word| self.fits(piece, word)).and_then(|_| self.matched(rest, words, at + 1)),
        }
    }

    fn fits(&self, piece: &str, word: &str) -> bool {
        let is_a_word = word != "," && word != ":";
        match piece {
            "*" => is_a_word,
            "<ask>" => self.ask.contains(&word),
            "<verb>" => self.verbs.contains(&word),
            "<one>" => self.one.contains(&word),
            "<grade>" => self.grades.contains(&word),
            "<link>" => self.links.contains(&word),
            "<!link>" => is_a_word && !self.links.contains(&word) && !self.ask.contains(&word),
            piece => piece.split('|').any(|one| one == word),
        }
    }
}

/// The sentences of `text`.
fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut end = |words: &mut Vec<String>, asks| {
        if !words.is_empty() {
            sentences.push(Sentence { words: std::mem::take(words), asks });
        }
    };
    for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        // A word processor's apostrophe is one.
        let c = if c == '\u{2019}' { '\'' } else { c };
        if c.is_alphanumeric() || (matches!(c, '\'' | '-') && !word.is_empty()) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word).trim_end_matches(['\'', '-']).to_owned());
        }
        match c {
            ',' | ';' => words.push(",".to_owned()),
            ':' | '\u{2013}' | '\u{2014}' => words.push(":".to_owned()),
            '?' => end(&mut words, true),
            '.' | '!' | '\u{2026}' => end(&mut words, false),
            _ => {}
        }
    }
    // A probe often has no mark.
    end(&mut words, true);
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What one finds in first drafts of guides.
    const OFF: [[&str; 40]; 2] = [
        [
            "How did you come to the clinic and what did you expect there?",
            "When and where did the pain begin?",
            "What happened in the session? How did you feel afterwards?",
            "Did you stop early and, if so, why?",
            "Can you tell me what happened and how you felt?",
            "How often did you go, and was it easy to get there?",
            "How was the contact with the therapist, or did you not see much of her?",
            "How did you find the talking and the exercises?",
            "Was the therapy good or bad for you?",
            "Did you prefer the talking or the exercises?",
            "How was it for you: easy or hard?",
            "Did it help or not?",
            "Which was better, the first half or the second?",
            "Don't you think that the exercises made a difference?",
            "Wouldn't you agree that tension plays a part?",
            "That must have been a relief, wasn’t it?",
            "The therapist listened to you, didn't she?",
            "Would you say that you have more energy now?",
            "I imagine that was difficult. How did you cope?",
            "You were glad that it was over, right?",
            "Surely there was something you enjoyed?",
            "As you know, stress makes pain worse. How is that for you?",
            "Why did you not finish the therapy?",
            "Why didn't you tell your GP?",
            "How much did the therapy help you?",
            "To what extent did the exercises improve your sleep?",
            "How helpful were the exercises?",
            "How satisfied are you with the treatment?",
            "What helped?",
            "What did you learn from the therapy?",
            "How has the therapy changed your life?",
            "What problems did you have with the exercises?",
            "What got better after the therapy?",
            "When did you begin to feel better?",
            "Which exercises helped most?",
            "What was hard about it?",
            "Did you do the exercises at home?",
            "Were you surprised?",
            "When you came home, did you rest?",
            "Have you ever thought that stress causes your pain?",
        ],
        [
            "Hoe kwam u bij de kliniek en wat verwachtte u daar?",
            "Wanneer en hoe begon de pijn?",
            "Wat gebeurde er tijdens de afspraak? Hoe voelde u zich daarna?",
            "Bent u eerder gestopt en zo ja, waarom?",
            "Kunt u vertellen wat er gebeurde en hoe u zich voelde?",
            "Hoe vaak ging u, en was het makkelijk om er te komen?",
            "Hoe was het contact met de therapeut, of had u er weinig contact mee?",
            "Hoe vond u het praten en het oefenen?",
            "Was de therapie goed of slecht voor u?",
            "Praatte u liever of oefende u liever?",
            "Hoe was het voor u: makkelijk of moeilijk?",
            "Hielp het wel of niet?",
            "Wat was beter, de eerste helft of de tweede?",
            "Vindt u ook niet dat de oefeningen verschil maakten?",
            "Bent u het ermee eens dat spanning een rol speelt?",
            "Dat was toch een opluchting?",
            "De therapeut luisterde goed naar u, niet waar?",
            "Zou u zeggen dat u nu meer energie hebt?",
            "Ik kan me voorstellen dat dat moeilijk was. Hoe ging u ermee om?",
            "U was blij dat het voorbij was, hè?",
            "Er was natuurlijk ook iets leuks bij, wat was dat?",
            "Zoals u weet, maakt stress pijn erger. Hoe is dat bij u?",
            "Waarom hebt u de therapie niet afgemaakt?",
            "Waarom vertelde u het niet aan uw huisarts?",
            "Hoeveel heeft de therapie u geholpen?",
            "In hoeverre hebben de oefeningen uw slaap verbeterd?",
            "Hoe nuttig waren de oefeningen?",
            "Hoe tevreden bent u over de behandeling?",
            "Wat hielp?",
            "Wat hebt u van de therapie geleerd?",
            "Hoe heeft de therapie uw leven veranderd?",
            "Welke problemen had u met de oefeningen?",
            "Wat ging er beter na de therapie?",
            "Wanneer begon u zich beter te voelen?",
            "Welke oefeningen hielpen het meest?",
            "Wat vond u moeilijk?",
            "Hebt u thuis geoefend?",
            "Was u verrast?",
            "Toen u thuiskwam, rustte u dan uit?",
            "Denkt u weleens dat uw pijn door stress komt?",
        ],
    ];

    /// What a guide that was thought over asks.
    const FINE: [[&str; 40]; 2] = [
        [
            "What does an ordinary day look like for you?",
            "How did you come to have this therapy?",
            "Can you tell me about one session, from coming in to leaving?",
            "Could you describe what you did then?",
            "Would you give an example?",
            "What, if anything, is different for you now?",
            "What, if anything, got worse in that time?",
            "What, if anything, helped?",
            "Which exercises, if any, helped you?",
            "How did it go from the first session to the last?",
            "What part did language or culture play, if any?",
            "What did the therapy cost you in time, travel or money?",
            "What made you go on or stop?",
            "Who did you talk to about it, if anyone?",
            "How do you and a patient talk about where the symptoms come from?",
            "What would you change if it were up to you?",
            "How was that for you?",
            "What happened next?",
            "And then?",
            "Tell me more about that.",
            "What has stayed the same?",
            "What would you tell someone who is about to begin?",
            "Looking back now, how do you see it?",
            "When you came home, what did you do?",
            "How do people around you see your health?",
            "What is different between when you began and when you stopped?",
            "What would help you?",
            "What do you think of first when you hear the word pain?",
            "Who decides what you do in a session?",
            "How is it at work, or with whatever you do in a day?",
            "What did you do at work this week? One thing is enough.",
            "What words do you use for it?",
            "How long did it take to get there?",
            "How many sessions did you have?",
            "What was going on in your life at that time?",
            "What have I not asked that matters to you?",
            "How did you find your way to and from the clinic?",
            "What do your family and friends say about it?",
            "How do you think that came about?",
            "Which moment do you remember?",
        ],
        [
            "Hoe ziet een gewone dag er voor u uit?",
            "Hoe bent u bij deze therapie terechtgekomen?",
            "Kunt u iets vertellen over één afspraak, van binnenkomen tot weggaan?",
            "Zou u kunnen beschrijven wat u toen deed?",
            "Kunt u een voorbeeld geven?",
            "Wat is er nu anders voor u, als er iets anders is?",
            "Wat is er in die tijd misschien erger geworden?",
            "Wat hielp, als er iets hielp?",
            "Welke oefeningen hielpen u eventueel?",
            "Hoe ging het van de eerste tot de laatste afspraak?",
            "Welke rol speelde taal of cultuur, als dat een rol speelde?",
            "Wat kostte de therapie u aan tijd, reizen of geld?",
            "Wat maakte dat u doorging of stopte?",
            "Met wie hebt u erover gepraat, als u dat deed?",
            "Hoe praat u met een patiënt over waar de klachten vandaan komen?",
            "Wat zou u veranderen als het aan u lag?",
            "Hoe was dat voor u?",
            "Wat gebeurde er daarna?",
            "En toen?",
            "Vertelt u daar eens wat meer over.",
            "Wat is hetzelfde gebleven?",
            "Wat zou u zeggen tegen iemand die gaat beginnen?",
            "Als u nu terugkijkt, hoe ziet u het dan?",
            "Toen u thuiskwam, wat deed u toen?",
            "Hoe kijken de mensen om u heen tegen uw gezondheid aan?",
            "Wat is er anders tussen hoe u begon en hoe u stopte?",
            "Wat zou u helpen?",
            "Waar denkt u het eerst aan bij het woord pijn?",
            "Wie bepaalt wat u tijdens een afspraak doet?",
            "Hoe gaat het met uw werk, of met wat u overdag doet?",
            "Wat hebt u deze week op uw werk gedaan? Eén ding is genoeg.",
            "Welke woorden gebruikt u ervoor?",
            "Hoe lang duurde het om er te komen?",
            "Hoe vaak bent u geweest?",
            "Wat speelde er in die tijd nog meer in uw leven?",
            "Wat heb ik niet gevraagd, terwijl het voor u wel belangrijk is?",
            "Hoe ging u naar de kliniek en weer naar huis?",
            "Wat zeggen uw familie en vrienden ervan?",
            "Wat maakte dat u toch doorging?",
            "Welk moment is u bijgebleven?",
        ],
    ];

    /// What slips through, in each language: two nouns are two questions or one thing, and only a person can tell which. So 39 of 40 are
    /// caught in either language, and none of 40 is remarked on that should not be. (On a first look, before a pattern was bettered, it was
    /// 39 and 36 of 40.)
    const MISSED: [&[&str]; 2] = [&["How did you find the talking and the exercises?"], &["Hoe vond u het praten en het oefenen?"]];

    #[test]
    fn what_is_off_is_remarked_on_and_what_was_thought_over_is_not() {
        for (n, language) in ["en", "nl"].into_iter().enumerate() {
            let remarked = |ask: &&str| !slips(ask, language).is_empty();
            let missed: Vec<&str> = OFF[n].into_iter().filter(|ask| !remarked(ask)).collect();
            let wrongly: Vec<String> =
                FINE[n].into_iter().filter(remarked).map(|ask| format!("{ask} {:?}", slips(ask, language))).collect();
            assert_eq!((missed.as_slice(), wrongly), (MISSED[n], Vec::new()), "{language}");
        }
    }

    #[test]
    fn every_kind_is_called_by_its_name() {
        let words = |words: &str| words.to_owned();
        for (ask, language, kind) in [
            ("What happened? How was that?", "fr", Slip::TwoQuestions),
            ("How did you come here and what did you expect?", "en-GB", Slip::Joined(words("and what did"))),
            ("Was it good or bad?", "en", Slip::Alternatives(words("good or bad"))),
            ("Don’t you agree?", "en", Slip::Leading(words("don't"))),
            ("Why did you never ask?", "en", Slip::Reproach(words("why did you never"))),
            ("How much did the talking help?", "en", Slip::Measuring(words("how much did the talking help"))),
            ("What helped?", "en", Slip::Presuming(words("what helped"))),
            ("So, is it better?", "en", Slip::Closed(words("is"))),
            ("Hebt u geoefend?", "nl", Slip::Closed(words("hebt"))),
            ("Dat hielp toch?", "nl-BE", Slip::Leading(words("toch"))),
        ] {
            assert_eq!(slips(ask, language), [kind], "{ask}");
        }
        assert_eq!(slips("Est-ce que ça vous a aidé?", "fr"), [], "no table, no remark on words");
    }
}
