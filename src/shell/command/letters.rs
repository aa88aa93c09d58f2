//! `hearback letters`: the register of letters, of all sessions in a line each, or of one with all that came back.

use std::path::Path;

use serde::Serialize;

use crate::domain::member_check::Asked;
use crate::domain::member_check::Outcome;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::line::CheckDue;
use crate::domain::member_check::line::CheckLine;
use crate::domain::member_check::line::Stage;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::register::Written;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::OwnWords;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::member_check::reply::RepliedBy;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::domain::member_check::told;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::study::checking::CheckTiming;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::letters::LettersOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::words::say;

/// How the member check of a session stands, for programs.
#[derive(Serialize)]
pub(super) struct CheckShown {
    /// `nothing`, `drafted`, `not-sent`, `waiting` or `over`.
    stage: &'static str,
    outcome: Option<Outcome>,
    /// The last version that was written; 0 for none.
    written: u32,
    out_of_date: bool,
    /// The version that went last; 0 for none.
    sent: u32,
    sent_on: Option<String>,
    way: Option<&'static str>,
    reply_by: Option<String>,
    reminded_on: Option<String>,
    /// To how many of its statements they said yes, of how many.
    agreed: usize,
    statements: usize,
    /// How much of the letter that went last they asked to leave out.
    left_out: usize,
    open_remarks: usize,
    due: Vec<CheckDue>,
}

impl CheckShown {
    pub(super) fn of(line: &CheckLine, now: Stamp) -> Self {
        let (stage, outcome) = match line.stage {
            Stage::Nothing => ("nothing", None),
            Stage::Drafted => ("drafted", None),
            Stage::NotSent => ("not-sent", None),
            Stage::Waiting => ("waiting", None),
            Stage::Over(outcome) => ("over", Some(outcome)),
        };
        let went = line.sent > 0;
        Self {
            stage,
            outcome,
            written: line.written,
            out_of_date: line.out_of_date,
            sent: line.sent,
            sent_on: went.then(|| line.sent_on.clone()),
            way: went.then(|| line.way.word()),
            reply_by: line.reply_by.clone(),
            reminded_on: line.reminded_on.clone(),
            agreed: line.agreed.0,
            statements: line.agreed.1,
            left_out: line.left_out,
            open_remarks: line.open,
            due: line.due(now),
        }
    }
}

#[derive(Serialize)]
struct Listed<'a> {
    session: &'a str,
    participant: &'a str,
    #[serde(flatten)]
    check: CheckShown,
}

/// All that is known of a session's letters.
#[derive(Serialize)]
struct RegisterShown<'a> {
    session: String,
    participant: &'a str,
    /// When participants of this study hear what was understood.
    timing: CheckTiming,
    #[serde(flatten)]
    check: CheckShown,
    before: Vec<BeforeShown>,
    versions: Vec<VersionShown<'a>>,
    /// What came back on a letter that is not known here.
    on_no_letter: Vec<RemarkShown<'a>>,
}

#[derive(Serialize)]
struct BeforeShown {
    item: &'static str,
    /// `not`, `before` the last letter went, or `now`.
    asked: &'static str,
    #[serde(flatten)]
    said: Option<LetterChecked>,
}

#[derive(Serialize)]
struct VersionShown<'a> {
    version: u32,
    reply_by: Option<String>,
    sent: Option<&'a LetterSent>,
    reminder: Option<&'a LetterSent>,
    no_reply: Option<&'a NoReply>,
    outcome: Option<Outcome>,
    statements: Vec<StatementShown<'a>>,
    /// What is about none of them.
    beside: Vec<RemarkShown<'a>>,
}

#[derive(Serialize)]
struct StatementShown<'a> {
    number: usize,
    statement: StatementId,
    /// The words as they went; nothing where they are not to be used any more.
    words: Option<&'a str>,
    quotes: Vec<&'a str>,
    remarks: Vec<RemarkShown<'a>>,
}

#[derive(Serialize)]
struct RemarkShown<'a> {
    remark: RemarkId,
    is: &'static str,
    says: Option<&'static str>,
    /// What they say of their own words, where it is about these: `yes`, `no`, or `ask`, which is only if they see them first.
    quotes: Option<&'static str>,
    /// The day on which they said yes to the statement after all; the remark stays what it is.
    superseded_on: Option<&'a str>,
    /// Their words; nothing where they are not to be used.
    words: Option<&'a str>,
    on: &'a str,
    how: RepliedBy,
    by: &'a str,
    disposition: Option<DispositionShown<'a>>,
}

#[derive(Serialize)]
struct DispositionShown<'a> {
    is: Disposed,
    wording: Option<u32>,
    /// Why; nothing where the remark is about something that is not to be used.
    reason: Option<&'a str>,
    on: &'a str,
    by: &'a str,
}

impl<'a> RemarkShown<'a> {
    fn of(register: Register<'a>, session: &'a Session, remark: &'a Remark) -> Self {
        let words = register.words(remark);
        let superseded_on = register.superseded(remark).map(|since| since.on.as_str());
        let done = |done: &'a Disposition| DispositionShown {
            is: done.is,
            wording: done.wording,
            reason: words.map(|_| done.reason.as_str()),
            on: &done.on,
            by: &done.by,
        };
        Self {
            remark: remark.remark,
            is: remark.is.word(),
            says: remark.says.map(|says| says.word()),
            quotes: remark.quotes.map(OwnWords::word),
            superseded_on,
            words,
            on: &remark.on,
            how: remark.how,
            by: &remark.by,
            disposition: session.member_check().disposition(remark.remark).map(done),
        }
    }
}

impl<'a> RegisterShown<'a> {
    fn of(folder: &SessionFolder, session: &'a Session, timing: CheckTiming, now: Stamp) -> Self {
        let (register, check) = (Register::of(session), session.member_check());
        let remark = |remark| RemarkShown::of(register, session, remark);
        let before = register.before().into_iter().map(|(item, asked)| {
            let (asked, said) = match asked {
                Asked::Not => ("not", None),
                Asked::Before(said) => ("before", Some(said)),
                Asked::Now(said) => ("now", Some(said)),
            };
            BeforeShown { item: item.word(), asked, said: said.map(|said| register.answer(said)) }
        });
        let statement = |one: Written<'a>| StatementShown {
            number: one.number,
            statement: one.statement,
            words: one.words,
            quotes: one.quotes,
            remarks: one.remarks.into_iter().map(remark).collect(),
        };
        let versions = check.versions().map(|(version, _)| VersionShown {
            version,
            reply_by: register.last_day(version),
            sent: check.sent_as(version),
            reminder: check.reminder(version),
            no_reply: check.no_reply(version),
            outcome: register.outcome(version),
            statements: register.statements(version).into_iter().map(statement).collect(),
            beside: register.beside(version).into_iter().map(remark).collect(),
        });
        Self {
            session: folder.name(),
            participant: &session.opened().participant,
            timing,
            check: CheckShown::of(&CheckLine::of(session), now),
            before: before.collect(),
            versions: versions.collect(),
            on_no_letter: register.on_no_letter().into_iter().map(remark).collect(),
        }
    }
}

pub(super) fn letters(study: Option<&Path>, of: &LettersOf, readers: For) -> Result<(), Failure> {
    let (study, now) = (OpenStudy::find(study)?, clock::wall());
    if let Some(wish) = &of.session {
        let folder = study.folder.session(wish)?;
        let session = sessions::read(&folder)?.session;
        if readers == For::Programs {
            return put_json(&RegisterShown::of(&folder, &session, study.settings.member_check.timing, now));
        }
        tell(&folder, &session, study.settings.member_check.timing, now);
        return Ok(());
    }
    let lines = study.sessions(now)?;
    let is_listed = |line: &&SessionLine| line.check.stage != Stage::Nothing && (!of.due || !line.check.due(now).is_empty());
    let listed: Vec<&SessionLine> = lines.iter().filter(is_listed).collect();
    if readers == For::Programs {
        let shown = |line: &&SessionLine| CheckShown::of(&line.check, now);
        let all = listed.iter().map(|line| Listed { session: &line.name, participant: &line.participant, check: shown(line) });
        put_json(&all.collect::<Vec<_>>())?;
    } else {
        put(told::timing(study.settings.member_check.timing));
        for line in &listed {
            let stands = line.check.told(now);
            put(shown(&say!("letters-line", session = &line.name, stands = stands)));
            for due in line.check.due(now) {
                put(format!("  ! {}", due.words()));
            }
        }
        put(sums(&listed, of.due));
    }
    match lines.iter().filter(|line| line.standing.is_err()).collect::<Vec<_>>().as_slice() {
        [] => Ok(()),
        [first, ..] => {
            let count = lines.iter().filter(|line| line.standing.is_err()).count();
            Err(Failure::mendable(say!("letters-unread", session = &first.name, count = count)))
        }
    }
}

/// How many there are, and what came of those that went.
fn sums(listed: &[&SessionLine], only_due: bool) -> String {
    if listed.is_empty() {
        return if only_due { say!("letters-nothing-due") } else { say!("letters-none") };
    }
    let sent = listed.iter().filter(|line| line.check.sent > 0).count();
    let waiting = listed.iter().filter(|line| line.check.stage == Stage::Waiting).count();
    let outcomes = Outcome::ALL.into_iter().filter_map(|outcome| {
        let count = listed.iter().filter(|line| line.check.stage == Stage::Over(outcome)).count();
        (count > 0).then(|| say!("letters-outcome", outcome = outcome.word(), count = count))
    });
    let waiting = (waiting > 0).then(|| say!("letters-waiting", count = waiting));
    let each: Vec<String> = outcomes.chain(waiting).collect();
    let sums = say!("letters-sums", count = listed.len(), sent = sent);
    if each.is_empty() { sums } else { say!("letters-sums-each", sums = sums, each = each.join(", ")) }
}

/// All that is known of a session's letters, for people.
fn tell(folder: &SessionFolder, session: &Session, timing: CheckTiming, now: Stamp) {
    let (register, line) = (Register::of(session), CheckLine::of(session));
    let stands = line.told(now);
    put(shown(&say!("letters-line", session = folder.name(), stands = stands)));
    put(told::timing(timing));
    for due in line.due(now) {
        put(format!("  ! {}", due.words()));
    }
    put(say!("register-before"));
    for line in told::before(register) {
        put(shown(&format!("  {line}")));
    }
    for (version, _) in session.member_check().versions() {
        put(shown(&told::version(session, version)));
        if !register.is_known(version) {
            put(format!("      {}", say!("register-not-known")));
        }
        for one in register.statements(version) {
            let words = one.words.map_or_else(|| say!("register-withheld"), str::to_owned);
            put(shown(&format!("  {:>2}  {words}", one.number)));
            for quote in one.quotes {
                put(shown(&format!("        {}", say!("register-quote", words = quote))));
            }
            if one.remarks.is_empty() && session.member_check().sent_as(version).is_some() {
                put(format!("      {}", say!("register-no-answer")));
            }
            one.remarks.into_iter().for_each(|remark| put(shown(&remark_line(register, remark))));
        }
        let beside = register.beside(version);
        if !beside.is_empty() {
            put(format!("  {}", say!("register-beside")));
        }
        for remark in beside {
            put(shown(&remark_line(register, remark)));
        }
    }
    let elsewhere = register.on_no_letter();
    if !elsewhere.is_empty() {
        put(say!("register-on-no-letter"));
    }
    for remark in elsewhere {
        put(shown(&remark_line(register, remark)));
    }
    if let Some(words) = told::read_back(session) {
        put(words);
    }
}

/// A remark under its number.
fn remark_line(register: Register<'_>, remark: &Remark) -> String {
    format!("      [{}] {}", remark.remark.0, told::remark(register, remark))
}
