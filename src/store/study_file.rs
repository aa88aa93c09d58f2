//! `study.yaml`, told of in the same way as guides: every problem at once, with its place.
//!
//! It is small and written by hand. Settings that are missing have a default. It opens no file; any thread.

use crate::domain::guide::check::FilePlace;
use crate::domain::hearing::ListeningSettings;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::retention::Terms;
use crate::domain::study::AudioSettings;
use crate::domain::study::InformationLetter;
use crate::domain::study::SetupDefaults;
use crate::domain::study::StudySettings;
use crate::domain::study::analysis::Analysis;
use crate::domain::time::SampleRate;
use crate::store::attributes;
use crate::store::codes::codes;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::is_date;
use crate::store::legible;
use crate::store::member_check::member_check;
use crate::store::problem::Problem;
use crate::store::problem::Problems;
use crate::store::reporting::interviewers;
use crate::store::reporting::reporting;
use crate::store::reports::reports;
use crate::store::sampling;
use crate::store::sampling::Known;
use crate::store::terms::retention;
use crate::store::transcription::transcription;
use crate::store::yaml;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::words::message::message;
use crate::words::say;

/// `study.yaml` as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyFile {
    /// The settings, with defaults where the file says nothing usable.
    pub settings: StudySettings,
    /// Everything wrong with the file.
    pub problems: Vec<Problem>,
}

const STUDY: FormKind = FormKind {
    name: "study",
    keys: &[
        "title",
        "researchers",
        "contact",
        "reply_days",
        "withdraw_days",
        "reaction_offset",
        "pause_reminder",
        "debrief",
        "check_out",
        "audio",
        "listening",
        "information_letter",
        "retention",
        "language",
        "defaults",
        "groups",
        "attributes",
        "sampling",
        "reports",
        "codes",
        "transcription",
        "member_check",
        "analysis",
        "interviewers",
        "reporting",
    ],
};
const AUDIO: FormKind = FormKind { name: "audio", keys: &["rate", "channels", "lead_in"] };
const LISTENING: FormKind = FormKind { name: "listening", keys: &["lead_in", "step_back"] };
const DEFAULTS: FormKind = FormKind { name: "defaults", keys: &["guide", "mic"] };
const LETTER: FormKind = FormKind { name: "letter", keys: &["version", "date"] };

/// How many seconds before the beginning may be kept: first words, not conversations that nobody thought of as recorded.
const MOST_LEAD_IN: u32 = 60;

/// How many seconds before a note playing may start, and how far a pause may go back.
const LONGEST_BACK: u32 = 30;

/// The longest that a pause may last before it is said again, in minutes.
const LONGEST_PAUSE: u32 = 120;

/// Reads `study.yaml` from `bytes`; problems name the file as `name`.
pub(crate) fn read_study(name: &str, bytes: &[u8]) -> StudyFile {
    let (settings, problems) = read(name, bytes, settings);
    // What it says of terms is not known then; that it says nothing would be another thing.
    let unread = || StudySettings { terms: Terms::of_unread_file(), ..StudySettings::default() };
    StudyFile { settings: settings.unwrap_or_else(unread), problems }
}

/// What `walk` makes of the file in `bytes`, and its problems.
pub(super) fn read<T>(name: &str, bytes: &[u8], walk: impl FnOnce(&mut Walk, &Node) -> Option<T>) -> (Option<T>, Vec<Problem>) {
    let text = match legible::yaml(name, bytes) {
        Ok(text) => text,
        Err(problems) => return (None, problems),
    };
    let text = text.as_ref();
    let mut problems = Problems::new(name, text);
    let value = yaml::tree(text, &mut problems).and_then(|tree| walk(&mut Walk::new(&mut problems), &tree));
    (value, problems.into_sorted())
}

fn settings(walk: &mut Walk, tree: &Node) -> Option<StudySettings> {
    let is_broken = walk.problems.count() > 0;
    let form = Form::open(walk, tree, FilePlace::new(), &STUDY)?;
    let usual = StudySettings::default();
    let groups = sampling::groups(walk, &form);
    let attributes = attributes::schema(walk, &form, &groups);
    let sampling = sampling::plan(walk, &form, &Known { groups: &groups, attributes: &attributes });
    let (retention, mut terms) = retention(walk, &form);
    // Where the file breaks off, what stood behind that is not known, terms among it.
    terms.unread |= is_broken && !form.has("retention");
    Some(StudySettings {
        title: form.needed(walk, "title", message!("study-title")),
        researchers: form.texts(walk, "researchers"),
        contact: form.text(walk, "contact").unwrap_or_default(),
        reply_days: form.number(walk, "reply_days", 1, 365).unwrap_or(usual.reply_days),
        withdraw_days: form.number(walk, "withdraw_days", 1, 3650),
        reaction_ms: reaction(walk, &form).unwrap_or(usual.reaction_ms),
        pause_minutes: form.number(walk, "pause_reminder", 1, LONGEST_PAUSE).unwrap_or(usual.pause_minutes),
        leaving: BeforeLeaving { debrief: words(walk, &form, "debrief"), check_out: words(walk, &form, "check_out") },
        audio: audio(walk, &form).unwrap_or_default(),
        listening: listening(walk, &form).unwrap_or_default(),
        information_letter: information_letter(walk, &form),
        retention,
        terms,
        language: form.text(walk, "language").filter(|tag| !tag.trim().is_empty()),
        defaults: defaults(walk, &form).unwrap_or_default(),
        attributes,
        groups,
        sampling,
        reports: reports(walk, &form),
        codes: codes(walk, &form),
        transcription: transcription(walk, &form),
        member_check: member_check(walk, &form),
        analysis: analysis(walk, &form),
        interviewers: interviewers(walk, &form),
        reporting: reporting(walk, &form),
    })
}

/// What stands under `key`, if anything does.
fn words(walk: &mut Walk, form: &Form, key: &'static str) -> Option<String> {
    form.text(walk, key).filter(|words| !words.trim().is_empty())
}

/// How the study analyses.
fn analysis(walk: &mut Walk, form: &Form) -> Option<Analysis> {
    let word = words(walk, form, "analysis")?;
    let known = Analysis::of_word(&word);
    if known.is_none() {
        let all: Vec<&str> = Analysis::ALL.into_iter().map(Analysis::word).collect();
        let hint = say!("study-analysis-words", words = all.join(", "));
        form.tell(walk, "analysis", say!("form-cannot-be", key = "analysis", value = &word), hint);
    }
    known
}

/// The reaction offset, written in seconds and kept in milliseconds.
fn reaction(walk: &mut Walk, form: &Form) -> Option<u32> {
    let text = form.text(walk, "reaction_offset")?;
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |t: &str| !t.is_empty() && t.len() <= 3 && t.chars().all(|c| c.is_ascii_digit());
    let ms = (digits(whole) && digits(part)).then(|| format!("{whole}{part:0<3}").parse().ok()).flatten().filter(|ms| *ms <= 10_000);
    if ms.is_none() {
        form.tell(walk, "reaction_offset", say!("form-cannot-be", key = "reaction_offset", value = &text), say!("study-seconds"));
    }
    ms
}

fn audio(walk: &mut Walk, form: &Form) -> Option<AudioSettings> {
    let node = form.value(walk, "audio")?;
    let form = Form::open(walk, node, form.place_of("audio"), &AUDIO)?;
    let usual = AudioSettings::default();
    // 8 kHz is a telephone, 192 kHz the most any sound card offers.
    let rate = form.number(walk, "rate", 8_000, 192_000).and_then(SampleRate::new);
    let channels = form.number(walk, "channels", 1, 2).and_then(|n| u16::try_from(n).ok());
    let lead_in = form.number(walk, "lead_in", 0, MOST_LEAD_IN).unwrap_or(usual.lead_in);
    Some(AudioSettings { rate: rate.unwrap_or(usual.rate), channels: channels.unwrap_or(usual.channels), lead_in })
}

fn listening(walk: &mut Walk, form: &Form) -> Option<ListeningSettings> {
    let node = form.value(walk, "listening")?;
    let form = Form::open(walk, node, form.place_of("listening"), &LISTENING)?;
    let usual = ListeningSettings::default();
    let lead_in = form.number(walk, "lead_in", 0, LONGEST_BACK).unwrap_or(usual.lead_in);
    Some(ListeningSettings { lead_in, step_back: form.number(walk, "step_back", 0, LONGEST_BACK).unwrap_or(usual.step_back) })
}

/// The information letter: its version, or its version and date.
fn information_letter(walk: &mut Walk, form: &Form) -> Option<InformationLetter> {
    let node = form.value(walk, "information_letter")?;
    if !matches!(node.value, Value::Map(_)) {
        let version = form.text(walk, "information_letter").filter(|version| !version.trim().is_empty())?;
        return Some(InformationLetter { version, date: None });
    }
    let form = Form::open(walk, node, form.place_of("information_letter"), &LETTER)?;
    let version = form.needed(walk, "version", message!("study-letter-version"));
    let date = form.text(walk, "date");
    if let Some(day) = date.as_ref().filter(|day| !is_date(day)) {
        form.tell(walk, "date", say!("form-no-date", date = day), say!("form-date"));
    }
    (!version.is_empty()).then(|| InformationLetter { version, date: date.filter(|day| is_date(day)) })
}

fn defaults(walk: &mut Walk, form: &Form) -> Option<SetupDefaults> {
    let node = form.value(walk, "defaults")?;
    let form = Form::open(walk, node, form.place_of("defaults"), &DEFAULTS)?;
    Some(SetupDefaults { guide: form.text(walk, "guide"), mic: form.text(walk, "mic") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::participants::read_participants;

    fn told(problems: &[Problem]) -> String {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
    }

    #[test]
    fn settings_have_defaults_and_are_read() {
        let read = read_study("study.yaml", b"title: After therapy\n");
        assert_eq!(read.settings, StudySettings { title: "After therapy".into(), ..StudySettings::default() });
        assert_eq!(told(&read.problems), "");
        let all = "title: T\nresearchers: [AB, CD]\ncontact: |\n  Call us.\nreply_days: 21\nwithdraw_days: 60\nreaction_offset: 0.75\n\
                   audio: { rate: 44100, channels: 2 }\nretention: 10 years\ndefaults: { guide: patient-first.yaml, mic: Built-in }\n";
        let read = read_study("study.yaml", all.as_bytes());
        assert_eq!(told(&read.problems), "");
        insta::assert_debug_snapshot!(read.settings);
    }

    #[test]
    fn bad_settings_are_told_and_fall_back() {
        let bad = "titel: T\nreply_days: two weeks\nreaction_offset: 1,5\naudio: { rate: 48, channels: 7 }\ndefaults: patient-first\n";
        let read = read_study("study.yaml", bad.as_bytes());
        assert_eq!(read.settings, StudySettings { title: "T".into(), ..StudySettings::default() });
        insta::assert_snapshot!(told(&read.problems));
    }

    const SCHEMA: &str = "title: T\nattributes:\n  gender: [woman, man]\n  age: number\n  arm: { label: trial arm, values: [a, b] }\n\
                          \x20 remark: text\n";

    #[test]
    fn a_study_says_which_attributes_there_are() {
        let read = read_study("study.yaml", SCHEMA.as_bytes());
        assert_eq!(told(&read.problems), "");
        insta::assert_debug_snapshot!(read.settings.attributes);
        let list = "participants:\n  - code: P07\n    attributes: { age: 48, gender: woman, arm: b, remark: \"second child, 1999\" }\n";
        let read = read_participants("participants.yaml", list.as_bytes(), &read.settings);
        assert_eq!(told(&read.problems), "");
        assert_eq!(read.register.participants[0].attributes.len(), 4);
    }

    #[test]
    fn bad_attributes_of_a_study_are_told() {
        let bad = "title: T\nattributes:\n  gender: [woman, man, woman]\n  age: numbr\n  arm: { label: trial arm }\n  site: []\n  x:\n\
                   \x20 y: { lable: why, values: text }\n  z: Amsterdam\n";
        let read = read_study("study.yaml", bad.as_bytes());
        assert_eq!(read.settings.attributes.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["gender", "y"]);
        insta::assert_snapshot!(told(&read.problems));
        insta::assert_snapshot!(told(&read_study("study.yaml", b"title: T\nattributes: [gender, age]\n").problems));
    }

    #[test]
    fn how_a_study_checks_with_its_participants_is_read_and_slips_are_told() {
        let good = "title: T\nmember_check:\n  called: reflection\n  timing: findings\n  about: your therapy\n  interviewers: { AB: Anna de Vries }\n\
                    \x20 template: letter.md\n  jargon:\n    - compliance\n    - { word: intervention, plain: therapy }\n";
        let read = read_study("study.yaml", good.as_bytes());
        assert_eq!(told(&read.problems), "");
        insta::assert_debug_snapshot!(read.settings.member_check);
        let bad =
            "title: T\nmember_check:\n  called: chek\n  timing: soon\n  interviewers: [AB]\n  jargon:\n    - { plain: therapy }\n    -\n";
        let read = read_study("study.yaml", bad.as_bytes());
        assert_eq!(read.settings, StudySettings { title: "T".into(), ..StudySettings::default() });
        insta::assert_snapshot!(told(&read.problems));
    }

    #[test]
    fn the_information_letter_is_its_version_or_its_version_and_date() {
        let read = |written: &str| read_study("study.yaml", format!("title: T\ninformation_letter: {written}\n").as_bytes());
        let letter = |version: &str, date: Option<&str>| Some(InformationLetter { version: version.into(), date: date.map(Into::into) });
        for (written, meant) in [
            ("2.1", letter("2.1", None)),
            ("{ version: 2.1, date: 2026-09-03 }", letter("2.1", Some("2026-09-03"))),
            ("{ version: 2.1 }", letter("2.1", None)),
            ("", None),
        ] {
            assert_eq!((read(written).settings.information_letter, read(written).problems), (meant, vec![]), "{written}");
        }
        let bad = read("{ version: 2.1, date: September }");
        assert_eq!(bad.settings.information_letter, letter("2.1", None));
        let bad = [bad.problems, read("{ date: 2026-09-03 }").problems].concat();
        insta::assert_snapshot!(told(&bad));
    }
}
