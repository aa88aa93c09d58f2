//! What stands of one participant in `participants.yaml` is taken out: all but their code, and the day they joined.
//!
//! The file is a person's, written by hand, so only the lines of that one are touched, and what comes of it is read before it takes the old
//! one's place: every other participant must be as they were. Where that is not so (the list is written in one line, say, or the file is a
//! link), nothing is changed and the line is named. What the file was is written over.

use std::path::Path;

use crate::disk::Disk;
use crate::disk::Synced;
use crate::disk::real::RealDisk;
use crate::disk::sync_folder_of;
use crate::disk::whole;
use crate::domain::study::Participant;
use crate::domain::study::StudySettings;
use crate::domain::text::is_told_apart;
use crate::domain::text::names;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::store::form::is_date;
use crate::store::participants::read_participants;
use crate::words;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// Nothing stands there of them but their code.
    Gone,
    /// These lines name them and are for a person to look at.
    ByHand(Vec<usize>),
}

/// Takes what stands of `code` out of the file at `path`, on this day; nothing to do where there is no such file.
pub fn forget(path: &Path, code: &str, on: &str) -> Result<Became, StoreError> {
    // What a crash left of doing it before.
    destroy::destroy(&RealDisk, &destroy::old(path))?;
    if path.symlink_metadata().is_err() {
        return Ok(Became::Gone);
    }
    let bytes = folder::read_plain(path)?;
    let Ok(text) = String::from_utf8(bytes.clone()) else { return Ok(Became::ByHand(vec![1])) };
    // What the study asks of its participants does not matter: all that stands there is compared.
    let usual = StudySettings::default();
    let before = read_participants("", &bytes, &usual);
    let after = without(&text, code, on);
    if after == text {
        return Ok(named(&text, code, &before.register.participants));
    }
    let read = read_participants("", after.as_bytes(), &usual);
    let others = |all: &[Participant]| -> Vec<Participant> { all.iter().filter(|one| !is_of(one, code)).cloned().collect() };
    let is_link = path.symlink_metadata().is_ok_and(|data| data.is_symlink());
    let fits = others(&read.register.participants) == others(&before.register.participants) && read.problems.len() <= before.problems.len();
    if is_link || !fits || is_known(&read.register.participants, code) {
        return Ok(by_hand_or_gone(lines_with(&text, code, |_| true)));
    }
    replace(path, after.as_bytes())?;
    Ok(named(&after, code, &read.register.participants))
}

fn is_of(one: &Participant, code: &str) -> bool {
    one.code.as_str().eq_ignore_ascii_case(code)
}

/// Whether anything is known of them but their code, and the day they joined.
fn is_known(all: &[Participant], code: &str) -> bool {
    all.iter().any(|one| is_of(one, code) && !(one.attributes.is_empty() && one.group.is_none() && one.treated_by.is_empty()))
}

fn by_hand_or_gone(lines: Vec<usize>) -> Became {
    if lines.is_empty() { Became::Gone } else { Became::ByHand(lines) }
}

/// Gone, unless another line than that of their code names them, or something is known of them still.
fn named(text: &str, code: &str, all: &[Participant]) -> Became {
    let known = is_known(all, code);
    // A longer code in which this one stands is somebody else's.
    let is_anothers = |line: &str| all.iter().any(|one| !is_of(one, code) && is_own(line, one.code.as_str()));
    by_hand_or_gone(lines_with(text, code, |line| known || !is_own(line, code) && !is_anothers(line)))
}

/// Whether it is the line of their code, and says nothing else.
fn is_own(line: &str, code: &str) -> bool {
    let (bare, remark) = line.split_once('#').map_or((line, None), |(bare, remark)| (bare, Some(remark)));
    let value = bare.trim().trim_start_matches("- ").trim().strip_prefix("code:");
    value.is_some_and(|value| plain(value).eq_ignore_ascii_case(code)) && remark.is_none_or(is_our_mark)
}

/// Whether it is the line of the day on which somebody joined, and says nothing else.
fn is_day(line: &str) -> bool {
    line.trim().trim_start_matches("- ").trim().strip_prefix("joined:").is_some_and(|value| is_date(plain(value)))
}

/// A value without what may stand around it.
fn plain(value: &str) -> &str {
    value.trim().trim_matches(['"', '\''])
}

/// Whether this program set that remark, whatever it spoke then: any other may say anything.
fn is_our_mark(remark: &str) -> bool {
    let day = |piece: &str| piece.len() == 10 && is_date(piece);
    let remark = remark.trim();
    let has_day = remark.char_indices().filter_map(|(at, _)| remark.get(at..at + 10)).find(|piece| day(piece));
    let is_ours = |day: &str| Words::built_in().any(|words| words::speaking(words, || say!("register-taken-out", day = day)) == remark);
    has_day.is_some_and(is_ours)
}

fn lines_with(text: &str, code: &str, is_one: impl Fn(&str) -> bool) -> Vec<usize> {
    // A number is a part of many a day.
    let is_whole = |line: &str| {
        let mut words = line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
        words.any(|word| word.eq_ignore_ascii_case(code))
    };
    let says = |line: &str| if is_told_apart(code) { names(line, code) } else { is_whole(line) };
    text.lines().zip(1..).filter(|(line, _)| says(line) && is_one(line)).map(|(_, n)| n).collect()
}

/// The text without what stands of `code` in it, wherever that is.
fn without(text: &str, code: &str, on: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_item = |line: &str| line.trim_start().starts_with("- ") || line.trim() == "-";
    let (mut left, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(line) = lines.get(at) {
        let end = if is_item(line) { end_of_block(&lines, at) } else { at + 1 };
        let block = lines[at..end].concat();
        let is_theirs = is_item(line) && code_of(&block).is_some_and(|found| found.eq_ignore_ascii_case(code));
        if is_theirs && !lines[at..end].iter().all(|line| line.trim().is_empty() || is_own(line, code) || is_day(line)) {
            let (pad, ending) = (" ".repeat(indent(line)), if line.ends_with("\r\n") { "\r\n" } else { "\n" });
            let joined = value_of(&block, "joined").filter(|day| is_date(day));
            let joined = joined.map(|day| format!("{pad}  joined: {day}{ending}")).unwrap_or_default();
            let mark = say!("register-taken-out", day = on);
            left.extend([pad.as_str(), "- code: ", code, "  # ", &mark, ending, &joined]);
        } else {
            left += &block;
        }
        at = end;
    }
    left
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Where the item that begins at `at` is over: before the next line that is not further in. Blank lines between its own are its own.
fn end_of_block(lines: &[&str], at: usize) -> usize {
    let deep = indent(lines[at]);
    let mut end = at + 1;
    for (n, line) in lines.iter().enumerate().skip(end).filter(|(_, line)| !line.trim().is_empty()) {
        if indent(line) <= deep {
            break;
        }
        end = n + 1;
    }
    end
}

/// The code that a block of the list is of.
fn code_of(block: &str) -> Option<String> {
    value_of(block, "code")
}

/// The plain value that stands behind `key` in a block, in its lines or between its braces.
fn value_of(block: &str, key: &str) -> Option<String> {
    let pieces = block.lines().flat_map(|line| line.split(['{', '}', ',']));
    let values = pieces.filter_map(|piece| {
        let piece = piece.trim().trim_start_matches("- ").trim();
        let value = piece.strip_prefix(key)?.trim_start().strip_prefix(':')?;
        Some(value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']).to_owned())
    });
    values.into_iter().find(|value| !value.is_empty())
}

/// Writes the file anew, and over what it was.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let failed = |e| StoreError::io(path, message!("could-not-destroy"), e);
    let old = destroy::old(path);
    RealDisk.hard_link(path, &old).ok();
    whole::replace_on(&RealDisk, path, bytes).map_err(failed)?;
    match sync_folder_of(&RealDisk, path).map_err(failed)? {
        Synced::Done => destroy::destroy(&RealDisk, &old).map(drop),
        Synced::CannotBe => destroy::delete(&RealDisk, &old).map(drop),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests write what people write")]
mod tests {
    use std::fs;

    use super::*;

    fn forgotten(text: &str) -> (Became, String) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("participants.yaml");
        fs::write(&path, text).unwrap();
        let became = forget(&path, "P07", "2026-11-24").unwrap();
        assert_eq!(forget(&path, "P07", "2026-11-25").unwrap(), became, "a second time there is nothing to do");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing lies beside it");
        (became, fs::read_to_string(&path).unwrap())
    }

    #[test]
    fn only_what_stands_of_them_goes() {
        let list = "participants:\n  - code: P06\n    attributes: { age: 31 }\n  - code: P07\n    joined: 2026-11-22\n    # her sister is in it\n\
                    \x20   attributes:\n      age: 48\n      gender: woman\n\n  # the next\n  - code: P08\n    attributes: { age: 50 }\n";
        let (became, left) = forgotten(list);
        assert_eq!(became, Became::Gone);
        assert_eq!(
            left,
            "participants:\n  - code: P06\n    attributes: { age: 31 }\n  - code: P07  # 2026-11-24: taken out, they withdrew\n\
             \x20   joined: 2026-11-22\n\n  # the next\n  - code: P08\n    attributes: { age: 50 }\n"
        );
        let (became, left) = forgotten("participants:\n- {code: p07, attributes: {age: 48}}\n- {code: P070, attributes: {age: 50}}\n");
        assert_eq!(became, Became::Gone);
        assert!(!left.contains("48") && left.contains("50"), "{left}");
        let (became, left) = forgotten("participants:\n  - attributes: { age: 48 }\n    code: \"P07\"\n");
        assert!(became == Became::Gone && !left.contains("48"), "{left}");
    }

    #[test]
    fn what_cannot_be_taken_out_or_is_said_elsewhere_is_named() {
        let flow = "participants: [{code: P07, attributes: {age: 48}}, {code: P08}]\n";
        assert_eq!(forgotten(flow), (Became::ByHand(vec![1]), flow.to_owned()));
        let (became, left) = forgotten("participants:\n  - code: P07\n    attributes: { age: 48 }\n  - code: P08  # the mother of P07\n");
        assert!(became == Became::ByHand(vec![3]) && !left.contains("48"), "{became:?} {left}");
        assert_eq!(forgotten("participants: []\n").0, Became::Gone);
    }

    #[test]
    fn a_line_that_names_them_with_another_word_joined_to_it_is_named() {
        for remark in ["# called P07-mother", "# sessions/2026-11-22-P07-1", "# p07_old, see there"] {
            let list = format!("participants:\n  - code: P07\n    attributes: {{ age: 48 }}\n  - code: P08\n{remark}\n");
            let (became, left) = forgotten(&list);
            assert!(became == Became::ByHand(vec![4]) && !left.contains("48"), "{remark}: {became:?} {left}");
        }
        let list = "participants:\n  - code: P07\n  - code: P07-1\n    joined: 2026-11-22\n  - code: P070\n";
        assert_eq!(forgotten(list), (Became::Gone, list.to_owned()), "others whose codes are longer");
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("participants.yaml");
        fs::write(&path, "participants:\n  - code: \"22\"\n  - code: P08\n    joined: 2026-11-22\n").unwrap();
        assert_eq!(forget(&path, "22", "2026-11-24").unwrap(), Became::Gone, "a day is nobody's code");
    }

    #[test]
    fn what_stands_behind_a_blank_line_or_a_hash_goes_too() {
        let list = "participants:\n  - code: P07\n    group: patients\n\n    treated_by: T13\n\n  - code: T13\n    group: doctors\n";
        let (became, left) = forgotten(list);
        assert!(became == Became::Gone && !left.contains("treated_by") && left.contains("doctors"), "{became:?} {left}");
        for (own, stays) in [
            ("- code: P07  # Anna, the baker in Delft", ""),
            ("- code: P07\n    joined: 2026-11-22  # when Anna was ill", "joined: 2026-11-22\n"),
            ("- code: P07\n    joined: after Anna was ill", ""),
            ("- code: P07\n  - code: P07\n    group: Anna", ""),
        ] {
            let (became, left) = forgotten(&format!("participants:\n  {own}\n  - code: P08\n"));
            assert!(became == Became::Gone && !left.contains("Anna") && left.contains(stays), "{became:?} {left}");
        }
        // What was taken out once is as it is, in whichever language that was said.
        for mark in ["2026-11-24: taken out, they withdrew", "2026-11-20: eruit gehaald, ze trokken zich terug"] {
            let list = format!("participants:\n  - code: P07  # {mark}\n    joined: 2026-11-22\n\n  - code: P08\n");
            assert_eq!(forgotten(&list), (Became::Gone, list));
        }
        let list = "participants: [{code: P07, group: patients, treated_by: T13}, {code: T13, group: doctors}]\n";
        assert_eq!(forgotten(list), (Became::ByHand(vec![1]), list.to_owned()));
    }
}
