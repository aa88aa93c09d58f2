//! What stands on the register of letters, line by line.

use crate::domain::member_check::Asked;
use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::line::CheckLine;
use crate::domain::member_check::line::Stage;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::told;
use crate::domain::session::Session;
use crate::domain::study::checking::CheckKind;
use crate::domain::study::checking::CheckTiming;
use crate::domain::time::Stamp;
use crate::tui::place::LetterRow;
use crate::tui::screen::sections::Section;
use crate::tui::screen::sections::Told;
use crate::words::say;

/// Where one begins: at the first statement that nobody answered yet where a letter went, else at the top.
pub(super) fn begin_at(session: &Session) -> Option<LetterRow> {
    let register = Register::of(session);
    let version = register.version().filter(|version| session.member_check().sent_as(*version).is_some())?;
    let all = register.statements(version);
    let first = all.iter().find(|one| one.remarks.is_empty() && one.words.is_some()).or(all.first())?;
    Some(LetterRow::Statement(first.statement))
}

/// What is asked before a letter goes, once it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum List {
    /// It takes a line.
    #[default]
    Folded,
    /// It stands there whole.
    Open,
}

/// The lines of the screen, from top to bottom.
pub(crate) fn rows(session: &Session, list: List) -> Vec<LetterRow> {
    sections(session, list).into_iter().flat_map(|section| section.lines).map(|(row, _)| row).collect()
}

/// All that stands on the screen below its head.
pub(crate) fn sections(session: &Session, list: List) -> Vec<Section<LetterRow>> {
    let (register, check) = (Register::of(session), session.member_check());
    let line = |mark: &str, words: String, beside: String| Told { mark: Some(format!("{mark:>2}")), words, beside, is_done: false };
    let remark = |remark: &Remark| (LetterRow::Remark(remark.remark), line("", told::remark(register, remark), String::new()));
    let asked = |(item, asked): (BeforeItem, Asked<'_>)| {
        let (words, beside) = match asked {
            Asked::Not => (item.words(), told::asked(register, asked)),
            Asked::Now(_) | Asked::Before(_) => {
                (say!("before-asked-item", item = item.words(), asked = told::asked(register, asked)), String::new())
            }
        };
        (LetterRow::Before(item), line("", words, beside))
    };
    let before = if list == List::Folded && may_fold(session) {
        let all = register.before();
        let answered = all.iter().filter(|(_, asked)| *asked != Asked::Not).count();
        let words = say!("letters-list", answered = answered, count = all.len());
        Section { title: say!("letters-before"), beside: String::new(), lines: vec![(LetterRow::List, line("", words, String::new()))] }
    } else {
        let lines = register.before().into_iter().map(asked).collect();
        Section { title: say!("letters-before"), beside: say!("letters-open", count = register.not_asked().len()), lines }
    };
    let of = |(version, _): (u32, _)| (LetterRow::Version(version), line("", told::version(session, version), String::new()));
    let lines: Vec<_> = check.versions().rev().map(of).collect();
    let versions = (!lines.is_empty()).then(|| Section { title: say!("letters-letters"), beside: String::new(), lines });
    let Some(version) = register.version() else { return std::iter::once(before).chain(versions).collect() };
    let mut lines = Vec::new();
    for one in register.statements(version) {
        let words = one.words.map_or_else(|| say!("register-withheld"), str::to_owned);
        let quotes = one.quotes.iter().map(|quote| say!("register-quote", words = *quote));
        let words = std::iter::once(words).chain(quotes).collect::<Vec<_>>().join(" ");
        let said = check.answer(version, one.statement).map(|answer| answer.says.unwrap_or_default().words(register.called(version)));
        let beside = said.unwrap_or_else(|| say!("register-no-answer"));
        lines.push((LetterRow::Statement(one.statement), line(&one.number.to_string(), words, beside)));
        lines.extend(one.remarks.into_iter().filter(|remark| remark.wants_an_answer() || !remark.words.is_empty()).map(remark));
    }
    let section =
        |title: String, lines: Vec<(LetterRow, Told)>| (!lines.is_empty()).then(|| Section { title, beside: String::new(), lines });
    let beside_all = section(say!("letters-beside"), register.beside(version).into_iter().map(remark).collect());
    // What came on an earlier letter and nobody has seen to.
    let unknown = register.on_no_letter();
    let earlier = check.open().filter(|one| one.version != version && !unknown.contains(one)).map(remark).collect();
    let earlier = section(say!("letters-earlier"), earlier);
    let unknown = section(say!("letters-on-no-letter"), unknown.into_iter().map(remark).collect());
    let (yes, of) = register.agreed(version);
    let beside = match register.called(version) {
        CheckKind::Check => say!("letters-yes", yes = yes, of = of),
        CheckKind::Reflection => say!("letters-yes-reflection", yes = yes, of = of),
    };
    let title = say!("letters-as-it-went", version = version);
    let said = std::iter::once(Section { title, beside, lines }).chain(beside_all).chain(earlier).chain(unknown);
    // Whoever has somebody on the telephone needs the statements; before a letter goes, what is asked before that.
    if check.sent_as(version).is_some() {
        said.chain(versions).chain([before]).collect()
    } else {
        std::iter::once(before).chain(versions).chain(said).collect()
    }
}

/// Whether what is asked before a letter goes may take one line: nothing goes next, and nothing of it bars that anything does.
fn may_fold(session: &Session) -> bool {
    let check = session.member_check();
    check.last_sent().is_some_and(|sent| sent.version >= session.letters()) && check.bar().is_none()
}

/// What is said below the head: how it stands, what is due, what was read back in the room, and when participants of the study are asked.
pub(crate) fn sums(session: &Session, timing: CheckTiming, now: Stamp) -> String {
    let line = CheckLine::of(session);
    let stands = line.words(now).join(", ");
    let stands = match line.stage {
        _ if !stands.is_empty() => stands,
        Stage::Nothing => say!("letters-no-statement"),
        Stage::Drafted => say!("letters-no-letter"),
        _ => line.short(now),
    };
    // That they are asked soon is what nearly every study does.
    let later = (timing == CheckTiming::Findings).then(|| told::timing(timing));
    std::iter::once(stands).chain(told::read_back(session)).chain(later).collect::<Vec<_>>().join(". ")
}
