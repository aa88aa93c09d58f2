//! A bag for the archive (BagIt, RFC 8493): sound, notes and transcripts in plain forms, a list of what there is, and what an archive asks.
//!
//! What is in a bag is written first; its digests are known then, and the files that say them ([`tags`]) are made of those.

use serde_json::json;

use crate::document::handover::csv;
use crate::document::handover::jsonl;
use crate::document::handover::part::Part;
use crate::document::handover::part::sound;
use crate::document::handover::signs;
use crate::document::handover::subtitles;
use crate::document::package::Content;
use crate::document::package::Package;
use crate::domain::digest::Digest;
use crate::domain::handover::Handover;

/// What the bag holds, without the files that say what it holds.
pub(super) fn package(all: &Handover) -> Option<Package> {
    let mut package = Package::default();
    let (mut list, mut sounds, mut transcripts) = (LIST.to_owned(), 0, 0);
    for (n, of) in all.sessions.iter().enumerate() {
        for part in Part::all(of) {
            let transcript = part.has_passages().then(|| format!("data/transcripts/{}.vtt", part.stem()));
            if let Some(path) = &transcript {
                package.add(path.clone(), Content::Bytes(subtitles::vtt(&part).into_bytes()));
                transcripts += 1;
            }
            let audio = part.sound.map(|take| format!("data/audio/{}", of.sound_file(take)));
            if let (Some(path), Some(take)) = (&audio, part.sound) {
                package.add(path.clone(), sound(n, take, Vec::new()));
                sounds += 1;
            }
            let seconds = part.long() / 1000;
            let (audio, transcript) = (audio.unwrap_or_default(), transcript.unwrap_or_default());
            let cells = [
                &of.session,
                &of.participant,
                of.round.word(),
                &of.guide.id,
                &of.guide.version,
                &of.held.date(),
                &seconds.to_string(),
                &audio,
                &transcript,
                jsonl::quotes(of.quotes),
            ];
            list += &cells.map(csv::cell).join(",");
            list += "\r\n";
        }
    }
    package.add("data/notes/export.jsonl", Content::Bytes(jsonl::lines(all)?.into_bytes()));
    package.add("data/notes/export.csv", Content::Bytes(csv::table(all).into_bytes()));
    package.add("data/documentation/data_list.csv", Content::Bytes(list.into_bytes()));
    package.add("data/documentation/README.md", Content::Bytes(readme(all, sounds, transcripts).into_bytes()));
    let metadata = serde_json::to_string_pretty(&metadata(all)).ok()?;
    package.add("data/metadata/datacite.json", Content::Bytes((metadata + "\n").into_bytes()));
    Some(package)
}

const LIST: &str = "session,participant,round,guide,guide_version,date,seconds,sound,transcript,quotes_in_reports\r\n";

/// So many of them; each word for one takes an s for several.
fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// What lies where, of so many recordings and transcripts; a folder that is not there is not told of.
fn readme(all: &Handover, sounds: usize, transcripts: usize) -> String {
    let title = signs::in_a_line(&all.title);
    let (sessions, people) = (counted(all.sessions.len(), "session"), counted(all.cases.len(), "participant"));
    let recordings = counted(sounds, "recording");
    let audio = "| `data/audio/` | recordings, 16-bit PCM WAV; what is not to be used is silence of the same length |\n";
    let words = "| `data/transcripts/` | WebVTT, times of the recording beside it |\n";
    let (audio, words) = (if sounds > 0 { audio } else { "" }, if transcripts > 0 { words } else { "" });
    let voices = if sounds > 0 { " Voices identify people: keep `data/audio/` accordingly." } else { "" };
    let (program, on) = (signs::in_a_line(&all.program), &all.on);
    format!(
        "# {title}\n\nMaterial of a study with interviews, handed over on {on} by {program}.\n\n\
         {sessions}, {people} (by code; no list of names is here), {recordings}.\n\n\
         | where | what |\n|---|---|\n{audio}{words}\
         | `data/notes/export.jsonl` | all that leaves, an object a line; its first line has the version of the form |\n\
         | `data/notes/export.csv` | the same as a table |\n\
         | `data/documentation/data_list.csv` | a line a recording: who, when, by which guide, how long, which files |\n\
         | `data/metadata/datacite.json` | metadata by DataCite 4.5; what is not known is said to be `not recorded` |\n\n\
         What participants do not want to be used, what was off the record, and what somebody wants destroyed is not in it.{voices}\n"
    )
}

fn metadata(all: &Handover) -> serde_json::Value {
    let unknown = || vec![json!({ "name": "not recorded" })];
    let creators: Vec<_> = all.researchers.iter().map(|name| json!({ "name": signs::in_a_line(name) })).collect();
    let years = all.sessions.iter().map(|one| one.held.date());
    let (first, last) = (years.clone().min().unwrap_or_default(), years.max().unwrap_or_default());
    json!({
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "titles": [{ "title": signs::in_a_line(&all.title) }],
        "creators": if creators.is_empty() { unknown() } else { creators },
        "publisher": { "name": "not recorded" },
        "publicationYear": all.on.get(..4).unwrap_or_default(),
        "types": { "resourceTypeGeneral": "Dataset", "resourceType": "Interviews" },
        "dates": [{ "date": format!("{first}/{last}"), "dateType": "Collected" }],
        "version": all.program.clone(),
    })
}

/// A file of the bag that is there: its path, its digest, and how many bytes it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lying {
    /// Its path in the bag.
    pub path: String,
    /// Its digest.
    pub sha256: Digest,
    /// Its bytes.
    pub bytes: u64,
}

/// The files that say what the bag holds, but for the last one, which says what they are.
pub fn tags(all: &Handover, lying: &[Lying]) -> Vec<(&'static str, String)> {
    let bytes: u64 = lying.iter().map(|file| file.bytes).sum();
    let info = [
        ("External-Description", signs::in_a_line(&all.title)),
        ("Bagging-Date", all.on.clone()),
        ("Bag-Software-Agent", signs::in_a_line(&all.program)),
        ("Payload-Oxum", format!("{bytes}.{}", lying.len())),
    ];
    let info = info
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .fold(String::new(), |all, (name, value)| all + &format!("{name}: {value}\n"));
    vec![
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned()),
        ("bag-info.txt", info),
        ("manifest-sha256.txt", manifest(lying)),
    ]
}

/// Digests of files, a line each, in the order of their paths.
pub fn manifest(lying: &[Lying]) -> String {
    let mut lines: Vec<String> = lying.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
    lines.sort_by(|one, other| one[64..].cmp(&other[64..]));
    lines.concat()
}
