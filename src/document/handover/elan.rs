//! ELAN (`.eaf`, EAF 3.0): a file a take, beside its sound; a tier a speaker, and tiers for questions, notes, moments and what is not to be heard.
//!
//! ELAN knows no points, and nothing on a tier may overlap: a moment is two seconds, what overlaps goes on to a second tier of the same name with
//! a number. The sound is named without the folder it lies in.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::document::handover::jsonl::utc;
use crate::document::handover::part::Part;
use crate::document::handover::part::heard;
use crate::document::handover::part::said;
use crate::document::handover::part::sound;
use crate::document::handover::signs;
use crate::document::package::Content;
use crate::document::package::Package;
use crate::domain::handover::Handover;
use crate::xml;
use crate::xml::Element;

/// How things on a tier may stand to those on another; ELAN wants all four.
const CONSTRAINTS: [(&str, &str); 4] = [
    ("Time_Subdivision", "Time subdivision of parent annotation's time interval, no time gaps allowed within this interval"),
    ("Symbolic_Subdivision", "Symbolic subdivision of a parent annotation. Annotations refering to the same parent are ordered"),
    ("Symbolic_Association", "1-1 association with a parent annotation"),
    ("Included_In", "Time alignable annotations within the parent annotation's time interval, gaps are allowed"),
];

/// A tier, and what stands on it.
struct Tier {
    name: String,
    person: Option<String>,
    all: Vec<(u64, u64, String)>,
}

/// A folder with a file a take and its sound.
pub(super) fn package(all: &Handover) -> Option<Package> {
    let mut package = Package::default();
    for (n, of) in all.sessions.iter().enumerate() {
        for part in Part::all(of) {
            package.add(format!("{}.eaf", part.stem()), Content::Bytes(xml::write(&document(&part))?));
            if let Some(take) = part.sound {
                package.add(of.sound_file(take), sound(n, take, Vec::new()));
            }
        }
    }
    Some(package)
}

fn tiers(part: &Part<'_>) -> Vec<Tier> {
    let mut tiers: Vec<Tier> = Vec::new();
    let mut put = |name: &str, person: Option<&str>, what: (u64, u64, String)| {
        let name = signs::in_a_line(name);
        // Somebody may be called as a tier of ours is.
        match tiers.iter_mut().find(|tier| tier.name == name && tier.person.is_some() == person.is_some()) {
            Some(tier) => tier.all.push(what),
            None => tiers.push(Tier { name, person: person.map(signs::in_a_line), all: vec![what] }),
        }
    };
    for (from, to, passage) in part.passages() {
        let speaker = if passage.speaker.trim().is_empty() { "Speech" } else { passage.speaker.as_str() };
        put(speaker, Some(&passage.speaker), (from, to, signs::in_lines(&passage.words)));
    }
    for (from, to, asked) in part.topics() {
        put("Questions", None, (from, to, format!("{}: {}", asked.question, signs::in_a_line(&asked.label))));
    }
    for (from, to, note) in part.notes() {
        let (tier, words) = if note.is_moment() {
            ("Moments".to_owned(), heard(note))
        } else {
            (format!("Notes: {}", note.kind.word()), signs::in_lines(&said(note)))
        };
        put(&tier, None, (from, to, words));
    }
    for (from, to, why) in part.gaps() {
        put("Gaps", None, (from, to, why.word().to_owned()));
    }
    named_apart(tiers.into_iter().flat_map(apart))
}

/// Each under a name that no other has, because by it a tier is known.
fn named_apart(tiers: impl Iterator<Item = Tier>) -> Vec<Tier> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let another = |tier: Tier| {
        let numbered = (2..).map(|n: usize| format!("{} ({n})", tier.name));
        let name = std::iter::once(tier.name.clone()).chain(numbered).find(|name| taken.insert(name.clone())).unwrap_or_default();
        Tier { name, ..tier }
    };
    tiers.map(another).collect()
}

/// A tier as so many as it takes for nothing to overlap.
fn apart(tier: Tier) -> Vec<Tier> {
    let (name, person, mut all) = (tier.name, tier.person, tier.all);
    all.sort();
    let mut tiers: Vec<Tier> = Vec::new();
    for what in all {
        let has_room = |tier: &&mut Tier| tier.all.last().is_none_or(|(_, end, _)| *end <= what.0);
        match tiers.iter_mut().find(has_room) {
            Some(tier) => tier.all.push(what),
            None => {
                let name = if tiers.is_empty() { name.clone() } else { format!("{name} ({})", tiers.len() + 1) };
                tiers.push(Tier { name, person: person.clone(), all: vec![what] });
            }
        }
    }
    tiers
}

fn document(part: &Part<'_>) -> Element {
    let tiers = tiers(part);
    // A slot an edge, in the order of time.
    let edges = tiers.iter().enumerate().flat_map(|(t, tier)| {
        let edges = |(a, (from, to, _)): (usize, &(u64, u64, String))| [(*from, t, a, 0_u8), (*to, t, a, 1)];
        tier.all.iter().enumerate().flat_map(edges).collect::<Vec<_>>()
    });
    let mut slots: Vec<(u64, usize, usize, u8)> = edges.collect();
    slots.sort_unstable();
    let names: BTreeMap<(usize, usize, u8), String> =
        (1_usize..).zip(&slots).map(|(n, (_, t, a, edge))| ((*t, *a, *edge), format!("ts{n}"))).collect();
    let slot = |(n, (ms, ..)): (usize, &(u64, usize, usize, u8))| {
        Element::new("TIME_SLOT", &[("TIME_SLOT_ID", &format!("ts{n}")), ("TIME_VALUE", &ms.to_string())])
    };
    let date = utc(part.of.held);
    let root = Element::new(
        "ANNOTATION_DOCUMENT",
        &[
            ("AUTHOR", ""),
            ("DATE", &date),
            ("FORMAT", "3.0"),
            ("VERSION", "3.0"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:noNamespaceSchemaLocation", "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"),
        ],
    );
    let media = part.sound.map(|take| {
        let file = format!("./{}", part.of.sound_file(take));
        Element::new("MEDIA_DESCRIPTOR", &[("MEDIA_URL", &file), ("MIME_TYPE", "audio/x-wav"), ("RELATIVE_MEDIA_URL", &file)])
    });
    let count: usize = tiers.iter().map(|tier| tier.all.len()).sum();
    let last = Element::new("PROPERTY", &[("NAME", "lastUsedAnnotationId")]).saying(&count.to_string());
    let header = Element::new("HEADER", &[("MEDIA_FILE", ""), ("TIME_UNITS", "milliseconds")]).holding(media).holding([last]);
    let mut n = 0;
    let elements = tiers.iter().enumerate().map(|(t, tier)| {
        let attributes: Vec<(&str, &str)> = [("LINGUISTIC_TYPE_REF", "default-lt")]
            .into_iter()
            .chain(tier.person.as_deref().filter(|person| !person.is_empty()).map(|person| ("PARTICIPANT", person)))
            .chain([("TIER_ID", tier.name.as_str())])
            .collect();
        let annotations = tier.all.iter().enumerate().map(|(a, (_, _, words))| {
            n += 1;
            let (from, to) = (&names[&(t, a, 0)], &names[&(t, a, 1)]);
            let attributes = [("ANNOTATION_ID", format!("a{n}")), ("TIME_SLOT_REF1", from.clone()), ("TIME_SLOT_REF2", to.clone())];
            let attributes: Vec<(&str, &str)> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let value = Element::new("ANNOTATION_VALUE", &[]).saying(words);
            Element::new("ANNOTATION", &[]).holding([Element::new("ALIGNABLE_ANNOTATION", &attributes).holding([value])])
        });
        let annotations: Vec<Element> = annotations.collect();
        Element::new("TIER", &attributes).holding(annotations)
    });
    let elements: Vec<Element> = elements.collect();
    let kind = [("GRAPHIC_REFERENCES", "false"), ("LINGUISTIC_TYPE_ID", "default-lt"), ("TIME_ALIGNABLE", "true")];
    let constraints = CONSTRAINTS.map(|(name, words)| Element::new("CONSTRAINT", &[("DESCRIPTION", words), ("STEREOTYPE", name)]));
    let order = Element::new("TIME_ORDER", &[]).holding((1..).zip(&slots).map(slot));
    root.holding([header, order]).holding(elements).holding([Element::new("LINGUISTIC_TYPE", &kind)]).holding(constraints)
}
