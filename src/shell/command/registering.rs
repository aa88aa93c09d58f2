//! `hearback before`, `sent`, `reply` and `disposition`: what is written down of a letter once it is written. Each says what it did and
//! how to take it back. What a participant does not want to be used is left out everywhere as soon as that is written down, and only they
//! lift it.

use std::path::Path;

use jiff::civil::Date;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::command::member_check::withholds;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::domain::member_check::Asked;
use crate::domain::member_check::before::BeforeAnswer;
use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::registering::Anyway;
use crate::domain::member_check::registering::NotRegistered;
use crate::domain::member_check::registering::Registering;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::reply::RepliedBy;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::domain::member_check::sent::Sending;
use crate::domain::member_check::sent::SentBy;
use crate::domain::member_check::told;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::statement::StatementId;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
use crate::domain::withheld::What;
use crate::domain::withheld::WithheldId;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::opening::Held;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::letters::AnswerWord;
use crate::shell::cli::letters::BeforeOf;
use crate::shell::cli::letters::DispositionOf;
use crate::shell::cli::letters::ReplyOf;
use crate::shell::cli::letters::SentOf;
use crate::shell::command::answer::put;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::words::say;

/// A session that is held, and who writes in it when.
struct Desk {
    folder: SessionFolder,
    held: Held,
    now: Stamp,
    by: String,
}

impl Desk {
    fn at(study: Option<&Path>, wish: &str, by: Option<String>, mut identity: Identity) -> Result<Self, Failure> {
        let (now, who) = (clock::wall(), identity.sign());
        let folder = OpenStudy::find(study)?.folder.session(wish)?;
        // Without a code nobody is named.
        let by = by.unwrap_or_else(|| who.split('@').next().unwrap_or_default().to_owned());
        let held = opening::open(&folder, now, &who)?;
        Ok(Self { folder, held, now, by })
    }

    fn session(&self) -> &Session {
        &self.held.found.session
    }

    fn asks(&mut self, what: Registering) -> Result<(), Failure> {
        happens(&mut self.held, Command::Register(what), self.now)
    }

    fn says(&self, words: impl AsRef<str>) {
        put(shown(&format!("{}: {}", self.folder.name(), words.as_ref())));
    }

    /// Leaves a statement, and the notes it rests on, out everywhere.
    fn withholds(&mut self, statement: StatementId, reason: &str) -> Result<(), Failure> {
        for command in withholds(self.session(), statement, reason) {
            happens(&mut self.held, command, self.now)?;
        }
        self.held.forget_unwanted(&self.folder)?;
        Ok(())
    }

    /// The numbers of what is withheld, beyond `before` of them.
    fn withheld_since(&self, before: usize) -> String {
        let ids = self.session().withholding().ever().skip(before).map(|(one, _)| one.id);
        ids.map(|WithheldId(id)| id.to_string()).collect::<Vec<_>>().join(", ")
    }
}

/// A session that is only looked at.
fn looked_at(study: Option<&Path>, wish: &str) -> Result<(SessionFolder, Session), Failure> {
    let folder = OpenStudy::find(study)?.folder.session(wish)?;
    let session = sessions::read(&folder)?.session;
    Ok((folder, session))
}

/// Each version and how it went; that there is none.
fn sent_so_far(session: &Session) -> Vec<String> {
    let all: Vec<String> = (1..=session.letters()).map(|version| told::version(session, version)).collect();
    if all.is_empty() { vec![Refusal::from(NotRegistered::NoLetter).to_string()] } else { all }
}

/// These remarks, or that there are none.
fn tell_remarks(folder: &SessionFolder, session: &Session, remarks: &[&Remark]) {
    if remarks.is_empty() {
        return put(shown(&format!("{}: {}", folder.name(), say!("remarks-none"))));
    }
    for remark in remarks {
        put(shown(&format!("{}: [{}] {}", folder.name(), remark.remark.0, told::remark(Register::of(session), remark))));
    }
}

/// The day that was given, and none to come; today where none was.
fn day(given: Option<String>, now: Stamp) -> Result<String, Failure> {
    let Some(given) = given else { return Ok(now.date()) };
    let date: Date = given.parse().map_err(|_| Failure::new(Kind::Usage, say!("consent-no-day")))?;
    if now.date().parse::<Date>().is_ok_and(|today| date > today) {
        return Err(Failure::new(Kind::Usage, say!("consent-day-ahead", day = date.to_string())));
    }
    Ok(date.to_string())
}

pub(super) fn before(study: Option<&Path>, of: BeforeOf, identity: Identity) -> Result<(), Failure> {
    let (Some(item), Some(answer)) = (of.item, of.answer) else {
        let folder = OpenStudy::find(study)?.folder.session(&of.session)?;
        list(&sessions::read(&folder)?.session);
        return Ok(());
    };
    let (is, on) = (BeforeItem::from(item), day(of.on, clock::wall())?);
    let mut desk = Desk::at(study, &of.session, of.by, identity)?;
    let before = match desk.session().member_check().asked(is) {
        Asked::Not => None,
        Asked::Before(said) | Asked::Now(said) => Some(said.clone()),
    };
    let checked = match answer {
        AnswerWord::NotAsked => {
            LetterChecked { stands: Stands::TakenBack, ..before.unwrap_or(LetterChecked { is, ..LetterChecked::default() }) }
        }
        AnswerWord::Yes | AnswerWord::No => {
            let answer = if answer == AnswerWord::Yes { BeforeAnswer::Yes } else { BeforeAnswer::No };
            LetterChecked { is, answer, on, by: desk.by.clone(), words: of.words.unwrap_or_default(), stands: Stands::Stands }
        }
    };
    desk.asks(Registering::Check(checked))?;
    list(desk.session());
    if answer != AnswerWord::NotAsked {
        put(say!("before-take-back", session = desk.folder.name(), item = is.word()));
    }
    Ok(())
}

/// What is asked before a letter goes, and what came of it.
fn list(session: &Session) {
    for (item, asked) in Register::of(session).before() {
        put(shown(&format!("{:<14} {}  {}", item.word(), item.words(), told::asked(asked))));
    }
}

pub(super) fn sent(study: Option<&Path>, of: SentOf, identity: Identity) -> Result<(), Failure> {
    if of.way.is_none() && !of.undo {
        let (folder, session) = looked_at(study, &of.session)?;
        for line in sent_so_far(&session) {
            put(shown(&format!("{}: {line}", folder.name())));
        }
        return Ok(());
    }
    let on = day(of.on, clock::wall())?;
    let mut desk = Desk::at(study, &of.session, of.by, identity)?;
    let version = of.version.unwrap_or_else(|| desk.session().letters());
    let is = if of.reminder { Sending::Reminder } else { Sending::Letter };
    let check = desk.session().member_check();
    let sent = if of.undo {
        let before = if of.reminder { check.reminder(version) } else { check.sent_as(version) };
        let nothing = || Failure::mendable(Refusal::from(NotRegistered::NothingToTakeBack).to_string());
        LetterSent { stands: Stands::TakenBack, ..before.cloned().ok_or_else(nothing)? }
    } else {
        LetterSent { version, is, on, way: of.way.map(SentBy::from).unwrap_or_default(), by: desk.by.clone(), stands: Stands::Stands }
    };
    desk.asks(Registering::Send(sent, if of.anyway { Anyway::Yes } else { Anyway::No }))?;
    desk.says(told::version(desk.session(), version));
    let unasked = Register::of(desk.session()).before().into_iter();
    let open = unasked.filter(|(_, asked)| !matches!(asked, Asked::Before(_))).count();
    if !of.undo && !of.reminder && open > 0 {
        put(say!("sent-not-asked", count = open, session = desk.folder.name()));
    }
    if !of.undo {
        let reminder = if of.reminder { " --reminder" } else { "" };
        put(say!("sent-take-back", session = desk.folder.name(), version = version, reminder = reminder));
    }
    Ok(())
}

pub(super) fn reply(study: Option<&Path>, of: &ReplyOf, identity: Identity) -> Result<(), Failure> {
    let is_told = of.statement.is_some() || of.all || of.added || of.not_used || of.declines || of.withdraws;
    if !is_told && of.quotes.is_none() && !of.nothing && of.undo.is_none() {
        let (folder, session) = looked_at(study, &of.session)?;
        let all: Vec<&Remark> =
            session.member_check().remarks().filter(|one| of.version.is_none_or(|version| one.version == version)).collect();
        tell_remarks(&folder, &session, &all);
        return Ok(());
    }
    let on = day(of.on.clone(), clock::wall())?;
    let mut desk = Desk::at(study, &of.session, of.by.clone(), identity)?;
    let check = desk.session().member_check();
    let version = of.version.or_else(|| check.last_sent().map(|sent| sent.version)).unwrap_or_else(|| desk.session().letters());
    if of.nothing {
        let stands = if of.undo.is_some() { Stands::TakenBack } else { Stands::Stands };
        desk.asks(Registering::NoReply(NoReply { version, on, by: desk.by.clone(), stands }))?;
        desk.says(told::version(desk.session(), version));
        if stands == Stands::Stands {
            put(say!("nothing-take-back", session = desk.folder.name(), version = version));
        }
        return Ok(());
    }
    if let Some(undo) = of.undo {
        let remark = RemarkId(undo.ok_or_else(|| Failure::new(Kind::Usage, say!("reply-which-remark")))?);
        let is_held = check.disposition(remark).is_some_and(|done| done.is == Disposed::Withdrawn);
        desk.asks(Registering::Reply(Remark { remark, stands: Stands::TakenBack, ..Remark::default() }))?;
        desk.says(say!("reply-taken-back", remark = remark.0));
        if is_held {
            put(say!("reply-stays-withheld", session = desk.folder.name()));
        }
        return Ok(());
    }
    if of.quotes.is_some() {
        return no_quotes(&mut desk, of.how.map(RepliedBy::from).unwrap_or_default(), on);
    }
    let register = Register::of(desk.session());
    let no_such = || {
        let why = if desk.session().letters() == 0 { NotRegistered::NoLetter } else { NotRegistered::NoSuchStatement(version) };
        Failure::mendable(Refusal::from(why).to_string())
    };
    let about: Vec<Option<StatementId>> = match (of.statement, of.all) {
        (Some(number), _) => vec![Some(register.numbered(version, number).ok_or_else(no_such)?)],
        (None, true) => register.statements(version).into_iter().map(|one| Some(one.statement)).collect(),
        (None, false) => vec![None],
    };
    if about.is_empty() {
        return Err(no_such());
    }
    let is = match () {
        () if of.added => RemarkKind::Added,
        () if of.not_used => RemarkKind::NotUsed,
        () if of.declines => RemarkKind::Declines,
        () if of.withdraws => RemarkKind::Withdraws,
        () => RemarkKind::Answer,
    };
    let how = of.how.map(RepliedBy::from).unwrap_or_default();
    // What was given by hand and answered at once was sent that day.
    if how == RepliedBy::InPerson && version > 0 && desk.session().member_check().sent_as(version).is_none() {
        let sent =
            LetterSent { version, is: Sending::Letter, on: on.clone(), way: SentBy::Hand, by: desk.by.clone(), stands: Stands::Stands };
        desk.asks(Registering::Send(sent, Anyway::No))?;
        desk.says(told::version(desk.session(), version));
    }
    let mut numbers = Vec::new();
    for statement in about {
        let remark = Remark {
            remark: desk.session().member_check().next_remark(),
            version,
            is,
            statement,
            says: of.says.filter(|_| is == RemarkKind::Answer).map(Into::into),
            words: of.words.clone().unwrap_or_default(),
            on: on.clone(),
            how,
            by: desk.by.clone(),
            stands: Stands::Stands,
        };
        let id = remark.remark;
        desk.asks(Registering::Reply(remark))?;
        numbers.push(id.0.to_string());
        if let Some(statement) = statement.filter(|_| is == RemarkKind::NotUsed) {
            let before = desk.session().withholding().ever().count();
            desk.withholds(statement, &say!("withheld-by-reply", version = version))?;
            let (on, by) = (on.clone(), desk.by.clone());
            let done = Disposition { remark: id, is: Disposed::Withdrawn, on, by, ..Disposition::default() };
            desk.asks(Registering::Dispose(done))?;
            desk.says(say!("reply-withheld", ids = desk.withheld_since(before)));
        }
        if let Some(remark) = desk.session().member_check().remark(id) {
            desk.says(format!("[{}] {}", id.0, told::remark(Register::of(desk.session()), remark)));
        }
    }
    desk.says(told::version(desk.session(), version));
    match is {
        RemarkKind::Withdraws => put(say!("reply-withdraws", participant = &desk.session().opened().participant)),
        RemarkKind::NotUsed if of.statement.is_none() => {
            put(say!("reply-find-it", session = desk.folder.name(), remark = numbers.join(" ")));
        }
        _ => {}
    }
    put(say!("reply-take-back", session = desk.folder.name(), remark = numbers.first().cloned().unwrap_or_default()));
    Ok(())
}

/// They do not want their words quoted: the change of consent that there is for it.
fn no_quotes(desk: &mut Desk, how: RepliedBy, on: String) -> Result<(), Failure> {
    let at = desk.session().timeline().end();
    let to = if desk.by.is_empty() { say!("reply-to-nobody") } else { desk.by.clone() };
    let said = Said::new(say!("reply-said", how = how.words()), to, on);
    happens(&mut desk.held, Command::Withdraw { wish: Wish::NoQuotes, person: None, at, said }, desk.now)?;
    desk.says(say!("reply-no-quotes"));
    put(say!("reply-no-quotes-lifted", session = desk.folder.name()));
    Ok(())
}

pub(super) fn disposition(study: Option<&Path>, of: DispositionOf, identity: Identity) -> Result<(), Failure> {
    let (Some(id), true) = (of.remark.map(RemarkId), of.what.is_some() || of.undo) else {
        let (folder, session) = looked_at(study, &of.session)?;
        let check = session.member_check();
        let all: Vec<&Remark> = match of.remark {
            Some(id) => check.remark(RemarkId(id)).into_iter().collect(),
            None => check.open().collect(),
        };
        tell_remarks(&folder, &session, &all);
        return Ok(());
    };
    let on = day(of.on, clock::wall())?;
    let mut desk = Desk::at(study, &of.session, of.by, identity)?;
    let remark = desk.session().member_check().remark(id).cloned();
    let remark = remark.ok_or_else(|| Failure::mendable(Refusal::from(NotRegistered::NoSuchRemark).to_string()))?;
    let is = of.what.map(Disposed::from).unwrap_or_default();
    if of.what.is_some() && is == Disposed::Withdrawn {
        let before = desk.session().withholding().ever().count();
        let reason = say!("withheld-by-reply", version = remark.version);
        for note in &of.note {
            happens(&mut desk.held, Command::Withhold { what: What::Note(NoteId(*note)), reason: reason.clone() }, desk.now)?;
        }
        if let Some(statement) = remark.statement {
            desk.withholds(statement, &reason)?;
        }
        desk.held.forget_unwanted(&desk.folder)?;
        let ids = desk.withheld_since(before);
        if !ids.is_empty() {
            desk.says(say!("reply-withheld", ids = ids));
        }
    }
    let stands = if of.undo { Stands::TakenBack } else { Stands::Stands };
    let (by, reason) = (desk.by.clone(), of.reason.unwrap_or_default());
    desk.asks(Registering::Dispose(Disposition { remark: id, is, wording: None, reason, on, by, stands }))?;
    if let Some(remark) = desk.session().member_check().remark(id) {
        desk.says(format!("[{}] {}", id.0, told::remark(Register::of(desk.session()), remark)));
    }
    if !of.undo {
        put(say!("disposition-take-back", session = desk.folder.name(), remark = id.0));
    }
    Ok(())
}
