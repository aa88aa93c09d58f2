//! The register in words, the same on the screen, in lines and on the command line.

use crate::domain::member_check::Asked;
use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::line;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::sent::Sending;
use crate::domain::session::Session;
use crate::domain::study::checking::CheckTiming;
use crate::domain::time::days_between;
use crate::words::say;

/// With fewer days than these between the day on which a letter goes and the one that stands in it, that is said.
const SHORT: i64 = 7;

/// What came of asking something before a letter goes.
pub fn asked(register: Register<'_>, asked: Asked<'_>) -> String {
    match asked {
        Asked::Not => say!("before-not-asked"),
        Asked::Now(checked) => answered(&register.answer(checked)),
        Asked::Before(checked) => say!("before-asked-then", answer = checked.answer.words(), day = &checked.on),
    }
}

/// What is asked before a letter goes and what came of it, each on a line that begins with the word that commands have for it.
pub fn before(register: Register<'_>) -> Vec<String> {
    let line = |(item, asked): (BeforeItem, Asked<'_>)| format!("{:<14} {}  {}", item.word(), item.words(), self::asked(register, asked));
    register.before().into_iter().map(line).collect()
}

fn answered(checked: &LetterChecked) -> String {
    let told = say!("before-asked", answer = checked.answer.words(), day = &checked.on);
    let told = if checked.by.is_empty() {
        say!("before-asked-by-nobody", asked = told)
    } else {
        say!("before-asked-by", asked = told, by = &checked.by)
    };
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
    let register = Register::of(session);
    match (register.outcome(version), register.last_day(version)) {
        (Some(outcome), _) => all.push(line::answered(outcome, register.called(version), register.agreed(version))),
        (None, Some(day)) => all.push(say!("version-until", day = day)),
        (None, None) => {}
    }
    let left_out = register.left_out(version);
    if left_out > 0 {
        all.push(say!("check-line-left-out", count = left_out));
    }
    all.join("; ")
}

/// What there is to say of the days of what just went: that the day which stands in the letter is near or over, that the reminder came early.
pub fn of_its_days(session: &Session, version: u32, is: Sending) -> Option<String> {
    let (check, register) = (session.member_check(), Register::of(session));
    let sent = check.sent_as(version)?;
    match is {
        Sending::Letter => {
            let printed = register.printed_day(version)?;
            let left = days_between(&sent.on, printed).filter(|left| *left < SHORT)?;
            let (left, until) = (usize::try_from(left).unwrap_or(0), register.last_day(version)?);
            Some(say!("sent-with-few-days", left = left, day = printed, until = until))
        }
        Sending::Reminder => {
            let reminder = check.reminder(version)?;
            // What they had before it: a reminder gives them more.
            let had = days_between(&sent.on, &register.day_before_reminder(version)?)?;
            let after = days_between(&sent.on, &reminder.on).filter(|after| after * 2 < had)?;
            Some(say!("reminded-early", after = usize::try_from(after).unwrap_or(0), day = register.day_before_reminder(version)?))
        }
    }
}

/// A remark: what they said, in their words, how and to whom, and what was done about it.
pub fn remark(register: Register<'_>, remark: &Remark) -> String {
    let what = said(register, remark);
    let told = match register.words(remark) {
        _ if remark.words.is_empty() => what,
        Some(words) => say!("remark-words", what = what, words = words.trim()),
        None => say!("remark-withheld", what = what),
    };
    let told = if remark.by.is_empty() {
        say!("remark-told-to-nobody", remark = told, how = remark.how.words(), day = &remark.on)
    } else {
        say!("remark-told", remark = told, how = remark.how.words(), day = &remark.on, by = &remark.by)
    };
    let told = match register.superseded(remark) {
        Some(since) => say!("remark-superseded", remark = told, day = &since.on),
        None => told,
    };
    match register.disposition(remark) {
        Some(done) => say!("remark-done", remark = told, done = done),
        None if remark.wants_an_answer() => say!("remark-open", remark = told),
        None => told,
    }
}

/// What was said, without its words.
fn said(register: Register<'_>, remark: &Remark) -> String {
    match remark.is {
        RemarkKind::Answer => remark.says.unwrap_or_default().words(register.called(remark.version)),
        RemarkKind::Quotes => remark.quotes.unwrap_or_default().words(),
        kind => kind.words(),
    }
}

/// A remark by what it is: what was said, and of which statement.
pub fn named(session: &Session, remark: &Remark) -> String {
    let register = Register::of(session);
    let what = said(register, remark);
    match remark.statement.and_then(|statement| register.number_of(remark.version, statement)) {
        Some(number) => say!("undo-reply-statement", what = what, number = number),
        None => what,
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
