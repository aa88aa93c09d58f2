//! Words that a participant may not know: those on the study's list, of the clinic, of offices. Ours are lists of `word`, or
//! `word: plain word`; a word may be several.

use std::ops::Range;

use crate::domain::plain::language::Tongue;
use crate::domain::plain::remark::Cause;
use crate::domain::plain::remark::List;
use crate::domain::plain::sentences::Sentence;
use crate::domain::plain::sentences::Word;
use crate::domain::plain::sentences::sentences as cut;
use crate::domain::study::checking::Jargon;

/// Endings with which a word of a list is still that word.
const ENDINGS: &[&str] = &["", "s", "'s", "es", "n", "en", "e", "ed", "d"];

/// The words of the lists in `sentences`: the study's first, and of two that begin at the same word the longer.
pub(super) fn words(text: &str, sentences: &[Sentence<'_>], study: &[Jargon], tongue: Option<Tongue>) -> Vec<(Range<usize>, Cause)> {
    let (clinic, office): (&[&'static str], &[&'static str]) = match tongue {
        Some(Tongue::English) => (CLINIC_EN, OFFICE_EN),
        Some(Tongue::Dutch) => (CLINIC_NL, OFFICE_NL),
        None => (&[], &[]),
    };
    let theirs = study.iter().map(|entry| (List::Study, entry.word.as_str(), entry.plain.as_deref()));
    let of = |entry: &'static str| entry.split_once(": ").map_or((entry, None), |(word, plain)| (word, Some(plain)));
    let ours = [(List::Clinic, clinic), (List::Office, office)];
    let ours = ours.into_iter().flat_map(|(list, all)| all.iter().map(move |entry| (list, of(entry).0, of(entry).1)));
    let mut found = Vec::new();
    for (list, word, plain) in theirs.chain(ours) {
        let wanted: Vec<String> = cut(word, None).into_iter().flat_map(|one| one.words).map(|word| word.small).collect();
        if wanted.is_empty() {
            continue;
        }
        let plain = plain.map(str::to_owned);
        for one in sentences {
            for at in one.words.windows(wanted.len()).filter(|here| is_entry(here, &wanted)) {
                let at = at[0].at.start..at[at.len() - 1].at.end;
                if text.get(at.clone()).is_some() {
                    found.push((at, Cause::Word { list, plain: plain.clone() }));
                }
            }
        }
    }
    found.sort_by_key(|(at, cause)| (matches!(cause, Cause::Word { list: List::Office, .. }), at.start, usize::MAX - at.len()));
    found
}

/// Whether `here` is what an entry of a list has; the last word may have an ending.
fn is_entry(here: &[Word<'_>], wanted: &[String]) -> bool {
    here.iter().zip(wanted).enumerate().all(|(n, (word, wanted))| {
        let is_last = n + 1 == wanted.len().max(here.len());
        match word.small.strip_prefix(wanted.as_str()) {
            Some(ending) if is_last || here.len() == 1 => ENDINGS.contains(&ending),
            Some(ending) => ending.is_empty(),
            None => false,
        }
    })
}

/// Words of the clinic, in English.
const CLINIC_EN: &[&str] = &[
    "adherence: whether you did what was agreed",
    "adverse event: something that went wrong",
    "aetiology: the cause",
    "analgesic: painkiller",
    "baseline: the beginning",
    "biopsychosocial: body, mind and life together",
    "catastrophising: expecting the worst",
    "catastrophizing: expecting the worst",
    "central sensitisation: your nerves being on edge",
    "central sensitization: your nerves being on edge",
    "chronic: that lasts long",
    "cognition: thought",
    "cognitive: of thinking",
    "cohort: group",
    "comorbidity: another illness",
    "compliance: whether you did what was agreed",
    "coping strategy: way of dealing with it",
    "coping strategies: ways of dealing with it",
    "dysfunction: what does not work",
    "etiology: the cause",
    "exacerbation: a bad spell",
    "fear avoidance: not daring to move",
    "functional limitations: what you cannot do",
    "graded exposure: getting used to it step by step",
    "hypervigilance: always being on your guard",
    "intervention: treatment",
    "kinesiophobia: fear of moving",
    "lumbar: of the lower back",
    "maladaptive: that does not help",
    "modality: way",
    "musculoskeletal: of muscles and bones",
    "nociception: signals of damage",
    "non-specific: without a clear cause",
    "pain neuroscience education: the lessons about pain",
    "prognosis: how it is likely to go",
    "psychoeducation: explanation",
    "psychosocial: of your mind and your life",
    "quality of life: how good your days are",
    "rehabilitation programme: treatment to get back on your feet",
    "self-efficacy: trust that you can do it",
    "self-management: looking after it yourself",
    "symptomatology: complaints",
];

/// The same in Dutch.
const CLINIC_NL: &[&str] = &[
    "aandoening: ziekte",
    "adherentie: doen wat was afgesproken",
    "analgetica: pijnstillers",
    "anamnese: wat u over uw klachten vertelde",
    "baseline: het begin",
    "bewegingsangst: bang zijn om te bewegen",
    "biopsychosociaal: met lichaam, hoofd en leven samen",
    "catastroferen: het ergste denken",
    "centrale sensitisatie: zenuwen die te scherp staan",
    "chronisch: langdurig",
    "chronische: langdurige",
    "cognitie: gedachte",
    "cognities: gedachten",
    "comorbiditeit: een andere ziekte erbij",
    "compliance: doen wat was afgesproken",
    "coping: ermee omgaan",
    "copingstrategie: manier om ermee om te gaan",
    "disfunctie: wat niet goed werkt",
    "etiologie: de oorzaak",
    "exacerbatie: een slechte tijd",
    "functionele beperkingen: wat niet meer lukt",
    "gedragsverandering: iets anders gaan doen",
    "graded activity: stap voor stap meer doen",
    "graded exposure: er stap voor stap aan wennen",
    "hulpverlener: wie u helpt",
    "interventie: behandeling",
    "kinesiofobie: bang zijn om te bewegen",
    "kwaliteit van leven: hoe goed uw dagen zijn",
    "lumbaal: onder in de rug",
    "medicatie: medicijnen",
    "multidisciplinair: met verschillende behandelaars",
    "nociceptie: signalen van schade",
    "pijneducatie: de uitleg over pijn",
    "pijnperceptie: hoe u pijn voelt",
    "prognose: hoe het verder gaat",
    "psycho-educatie: uitleg",
    "psychosociaal: van hoofd en leven",
    "psychosociale: van hoofd en leven",
    "sensitisatie: zenuwen die te scherp staan",
    "symptomatologie: klachten",
    "therapietrouw: of u deed wat was afgesproken",
    "vermijdingsgedrag: dingen uit de weg gaan",
    "zelfmanagement: er zelf voor zorgen",
];

/// Words of offices, in English.
const OFFICE_EN: &[&str] = &[
    "accordingly: so",
    "additional: more",
    "approximately: about",
    "ascertain: find out",
    "assistance: help",
    "commence: begin",
    "commenced: began",
    "concerning: about",
    "consequently: so",
    "discontinue: stop",
    "discontinued: stopped",
    "due to the fact that: because",
    "endeavour: try",
    "facilitate: help",
    "facilitated: helped",
    "furthermore: also",
    "hence: so",
    "in order to: to",
    "in relation to: about",
    "in terms of",
    "inability: not being able",
    "indicate: say",
    "indicated: said",
    "nevertheless: still",
    "numerous: many",
    "obtain: get",
    "obtained: got",
    "prior to: before",
    "purchase: buy",
    "regarding: about",
    "subsequently: later",
    "sufficient: enough",
    "terminate: end",
    "therein",
    "utilise: use",
    "utilize: use",
    "with regard to: about",
    "with respect to: about",
];

/// The same in Dutch.
const OFFICE_NL: &[&str] = &[
    "aangaande: over",
    "aangezien: omdat",
    "aanvang: begin",
    "aanzienlijk: veel",
    "alsmede: en",
    "alvorens: voordat",
    "betreffende: over",
    "bovendien: ook",
    "conform: volgens",
    "continu: steeds",
    "daar waar: als",
    "derhalve: daarom",
    "desalniettemin: toch",
    "desondanks: toch",
    "doch: maar",
    "door middel van: met",
    "echter: maar",
    "frequent: vaak",
    "gaarne: graag",
    "gedurende: tijdens",
    "hetgeen: wat",
    "hieromtrent: hierover",
    "in verband met: door",
    "indien: als",
    "inzake: over",
    "jegens: tegen",
    "met betrekking tot: over",
    "middels: met",
    "momenteel: nu",
    "naar aanleiding van: na",
    "omtrent: over",
    "op basis van: door",
    "ten aanzien van: over",
    "ten behoeve van: voor",
    "ten gevolge van: door",
    "teneinde: om",
    "tevens: ook",
    "trachten: proberen",
    "verkrijgen: krijgen",
    "vernemen: horen",
    "wederom: weer",
    "woonachtig: die woont",
    "zodoende: zo",
];
