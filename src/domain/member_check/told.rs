//! The register in words, the same on the screen, in lines and on the command line.

use crate::domain::member_check::Asked;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::session::Session;
use crate::domain::study::checking::CheckTiming;
use crate::words::say;

/// What came of asking something before a letter goes.
pub fn asked(register: Register<'_>, asked: Asked<'_>) -> String {
    match asked {
        Asked::Not => say!("before-not-asked"),
        Asked::Now(checked) => answered(&register.answer(checked)),
        Asked::Before(checked) => say!("before-asked-then", answer = checked.answer.words(), day = &checked.on),
    }
}

fn answered(checked: &LetterChecked) -> String {
    let told = say!("before-asked", answer = checked.answer.words(), day = &checked.on);
    let told = if checked.by.is_empty() { told } else { say!("before-asked-by", asked = told, by = &checked.by) };
    if checked.words.is_empty() { told } else { say!("before-with-words", asked = told, words = &checked.words) }
}

/// How a version went, and what came of it.
pub fn version(session: &Session, version: u32) -> String {
    let check = session.member_check();
    let by = |told: String, by: &str| if by.is_empty() { told } else { say!("before-asked-by", asked = told, by = by) };
    let Some(sent) = check.sent_as(version) else { return say!("version-not-sent", version = version) };
    let mut all = vec![by(say!("version-sent", version = version, day = &sent.on, way = sent.way.words()), &sent.by)];
    if let Some(reminder) = check.reminder(version) {
        all.push(by(say!("check-line-reminded", day = &reminder.on), &reminder.by));
    }
    if let Some(none) = check.no_reply(version) {
        all.push(by(say!("version-no-reply", day = &none.on), &none.by));
    }
    match (check.outcome(version), Register::of(session).last_day(version)) {
        (Some(outcome), _) => {
            let (yes, of) = check.agreed(version);
            all.push(say!("check-line-answered", outcome = outcome.words(), yes = yes, of = of));
        }
        (None, Some(day)) => all.push(say!("version-until", day = day)),
        (None, None) => {}
    }
    all.join("; ")
}

/// A remark: what they said, in their words, how and to whom, and what was done about it.
pub fn remark(register: Register<'_>, remark: &Remark) -> String {
    let what = match (remark.is, remark.says) {
        (RemarkKind::Answer, says) => says.unwrap_or_default().words(),
        (kind, _) => kind.words(),
    };
    let told = match register.words(remark) {
        Some("") => what,
        Some(words) => say!("remark-words", what = what, words = words.trim()),
        None => say!("remark-withheld", what = what),
    };
    let by = if remark.by.is_empty() { "-" } else { &remark.by };
    let told = say!("remark-told", remark = told, how = remark.how.words(), day = &remark.on, by = by);
    match register.disposition(remark) {
        Some(done) => say!("remark-done", remark = told, done = done),
        None if remark.wants_an_answer() => say!("remark-open", remark = told),
        None => told,
    }
}

/// What was read back in the room, and what they said of it: it stands beside the letter, and is no answer to one.
pub fn read_back(session: &Session) -> Option<String> {
    let said = session.said_of_points();
    (!said.is_empty()).then(|| say!("register-read-back", said = said))
}

/// When participants of the study hear what was understood.
pub fn timing(timing: CheckTiming) -> String {
    let word = match timing {
        CheckTiming::Summary => "summary",
        CheckTiming::Findings => "findings",
    };
    say!("register-timing", timing = word)
}
