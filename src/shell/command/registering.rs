//! `hearback before`, `sent`, `reply` and `disposition`: what is written down of a letter once it is written. Each says what it did and
//! how to take it back. What a participant does not want to be used is left out everywhere as soon as that is written down, and only they
//! lift it.

use std::path::Path;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::guide::Covers;
use crate::domain::member_check::Asked;
use crate::domain::member_check::acts;
use crate::domain::member_check::acts::Came;
use crate::domain::member_check::acts::Meant;
use crate::domain::member_check::acts::told_what_goes;
use crate::domain::member_check::before::BeforeAnswer;
use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::registering::Anyway;
use crate::domain::member_check::registering::NotRegistered;
use crate::domain::member_check::registering::Registering;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::OwnWords;
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
use crate::domain::study::ParticipantCode;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
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
use crate::shell::command::days;
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
    fn at(study: Option<&Path>, wish: &str, by: Option<ParticipantCode>, mut identity: Identity) -> Result<Self, Failure> {
        let (now, who) = (clock::wall(), identity.sign());
        let folder = OpenStudy::find(study)?.folder.session(wish)?;
        // Without a code nobody is named.
        let by = by.map_or_else(|| who.split('@').next().unwrap_or_default().to_owned(), String::from);
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

    /// Lets all of `act` have happened, or, where anything of it is refused, nothing.
    fn acts(&mut self, act: Vec<Command>) -> Result<Vec<Event>, Failure> {
        let refused = |refusal: Refusal| Failure::mendable(refusal.to_string());
        let events = acts::decided(self.session(), act).map_err(refused)?;
        self.held.note(&events, self.now)?;
        self.held.forget_unwanted(&self.folder)?;
        Ok(events)
    }

    /// The same of what leaves something out: says under which numbers, and what goes with it.
    fn leaves_out(&mut self, act: Vec<Command>, version: u32, statement: Option<StatementId>) -> Result<Vec<Event>, Failure> {
        let before = self.session().clone();
        let events = self.acts(act)?;
        let ids: Vec<String> = events.iter().filter_map(withheld).map(|WithheldId(id)| id.to_string()).collect();
        if !ids.is_empty() {
            self.says(say!("reply-withheld", ids = ids.join(", ")));
        }
        if let Some(along) = told_what_goes(&before, &events, version, statement) {
            self.says(along);
        }
        Ok(events)
    }

    /// Each of these remarks under its number.
    fn tells(&self, remarks: impl IntoIterator<Item = RemarkId>) {
        for remark in remarks.into_iter().filter_map(|id| self.session().member_check().remark(id)) {
            self.says(format!("[{}] {}", remark.remark.0, told::remark(Register::of(self.session()), remark)));
        }
    }
}

/// The number of what an event withholds.
fn withheld(event: &Event) -> Option<WithheldId> {
    if let Event::Withheld(one) = event { Some(one.id) } else { None }
}

/// The number of what an event says came back.
fn replied(event: &Event) -> Option<RemarkId> {
    if let Event::ReplyReceived(remark) = event { Some(remark.remark) } else { None }
}

/// These numbers, as `--undo` takes them.
fn listed(remarks: &[RemarkId]) -> String {
    remarks.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(" ")
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
fn tell_remarks(folder: &SessionFolder, session: &Session, remarks: &[&Remark], which: &str) {
    if remarks.is_empty() {
        return put(shown(&format!("{}: {}", folder.name(), say!("remarks-none", which = which))));
    }
    for remark in remarks {
        put(shown(&format!("{}: [{}] {}", folder.name(), remark.remark.0, told::remark(Register::of(session), remark))));
    }
}

pub(super) fn before(study: Option<&Path>, of: BeforeOf, identity: Identity) -> Result<(), Failure> {
    let (Some(item), Some(answer)) = (of.item, of.answer) else {
        let folder = OpenStudy::find(study)?.folder.session(&of.session)?;
        list(&sessions::read(&folder)?.session);
        return Ok(());
    };
    let (is, on) = (BeforeItem::from(item), days::by_now(of.on, clock::wall())?);
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
    for line in told::before(Register::of(session)) {
        put(shown(&line));
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
    let on = days::by_now(of.on, clock::wall())?;
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
    let session = desk.session();
    let may = if of.undo || of.reminder || of.anyway { Ok(()) } else { session.may_send_version(version, Anyway::No) };
    if let (Err(Refusal::Register(NotRegistered::StillUsed(remark))), None) = (&may, session.member_check().sent_as(version)) {
        let why = NotRegistered::StillUsed(*remark).to_string();
        return Err(Failure::mendable(say!("sent-still-used", why = why, session = desk.folder.name(), remark = remark.0)));
    }
    // Once it went, all that was ever asked was asked before that.
    let open = Register::of(desk.session()).not_asked().len();
    desk.asks(Registering::Send(sent, if of.anyway { Anyway::Yes } else { Anyway::No }))?;
    desk.says(told::version(desk.session(), version));
    if !of.undo && !of.reminder && open > 0 {
        put(say!("sent-not-asked", count = open, session = desk.folder.name()));
    }
    if let Some(days) = told::of_its_days(desk.session(), version, is).filter(|_| !of.undo) {
        put(days);
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
        tell_remarks(&folder, &session, &all, "all");
        return Ok(());
    }
    let on = days::by_now(of.on.clone(), clock::wall())?;
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
    if let Some(remarks) = &of.undo {
        return take_back(&mut desk, remarks);
    }
    let came = Came { version, on, how: of.how.map(RepliedBy::from).unwrap_or_default(), by: desk.by.clone() };
    if let Some(answer) = of.quotes {
        return quotes(&mut desk, &came, answer.into(), of.words.as_deref().unwrap_or_default());
    }
    let (session, words) = (desk.session(), of.words.as_deref());
    let register = Register::of(session);
    let no_such = || Failure::mendable(Refusal::from(register.no_such_statement(version)).to_string());
    let number = of.statement.map(|number| register.numbered(version, number).ok_or_else(no_such)).transpose()?;
    let all: Vec<StatementId> = register.statements(version).into_iter().map(|one| one.statement).collect();
    if of.all && all.is_empty() {
        return Err(no_such());
    }
    let about = number.map_or(all, |statement| vec![statement]);
    let act = match (of.kind(), number) {
        (RemarkKind::Answer, _) => acts::answered(session, &came, &about, of.says.map(Into::into), words),
        (RemarkKind::NotUsed, Some(statement)) => acts::not_used(session, &came, statement, words.unwrap_or_default()),
        (is, _) => acts::said(session, &came, is, words.unwrap_or_default()),
    };
    let events = desk.leaves_out(act, version, number)?;
    let remarks: Vec<RemarkId> = events.iter().filter_map(replied).collect();
    desk.tells(remarks.iter().copied());
    desk.says(told::version(desk.session(), version));
    let (session, numbers) = (desk.folder.name(), listed(&remarks));
    if of.withdraws {
        put(say!("reply-withdraws", participant = &desk.session().opened().participant));
    }
    if of.not_used && number.is_none() {
        put(say!("reply-find-it", session = &session, remark = &numbers));
    }
    if of.not_used && number.is_some() {
        put(say!("reply-take-back-remark", session = session, remark = numbers));
    } else {
        put(say!("reply-take-back", session = session, remark = numbers));
    }
    Ok(())
}

/// These remarks are taken back, or, where one of them cannot be, none.
fn take_back(desk: &mut Desk, remarks: &[u32]) -> Result<(), Failure> {
    let mut remarks: Vec<RemarkId> = remarks.iter().copied().map(RemarkId).collect();
    remarks.sort_unstable();
    remarks.dedup();
    if remarks.is_empty() {
        return Err(Failure::new(Kind::Usage, say!("reply-which-remark")));
    }
    let check = desk.session().member_check();
    let is_held = remarks.iter().any(|id| check.disposition(*id).is_some_and(|done| done.is == Disposed::Withdrawn));
    let of_quotes = remarks.iter().any(|id| check.remark(*id).is_some_and(|remark| remark.is == RemarkKind::Quotes));
    desk.acts(acts::taken_back(&remarks))?;
    for remark in remarks {
        desk.says(say!("reply-taken-back", remark = remark.0));
    }
    if is_held {
        put(say!("reply-stays-withheld", session = desk.folder.name()));
    }
    if of_quotes && !desk.session().may_quote() {
        put(say!("reply-no-quotes-lifted", session = desk.folder.name(), item = item_of_quotes(desk.session())));
    }
    Ok(())
}

/// What the guide calls its question about quotes.
fn item_of_quotes(session: &Session) -> String {
    let item = session.guide().consent.iter().find(|item| item.covers == Covers::Quotes);
    item.map_or_else(|| "ITEM".to_owned(), |item| item.id.to_string())
}

/// What they say of their own words.
fn quotes(desk: &mut Desk, came: &Came, answer: OwnWords, words: &str) -> Result<(), Failure> {
    let events = desk.acts(acts::quoting(desk.session(), came, answer, words))?;
    let remarks: Vec<RemarkId> = events.iter().filter_map(replied).collect();
    desk.tells(remarks.iter().copied());
    let is_no = answer != OwnWords::Yes;
    if is_no {
        desk.says(say!("reply-no-quotes", letters = if desk.session().may_quote() { "yes" } else { "no" }));
    }
    if is_no || !desk.session().may_quote() {
        put(say!("reply-no-quotes-lifted", session = desk.folder.name(), item = item_of_quotes(desk.session())));
    }
    put(say!("reply-take-back-quotes", session = desk.folder.name(), remark = listed(&remarks)));
    Ok(())
}

fn no_such_remark() -> Failure {
    Failure::mendable(Refusal::from(NotRegistered::NoSuchRemark).to_string())
}

pub(super) fn disposition(study: Option<&Path>, of: DispositionOf, identity: Identity) -> Result<(), Failure> {
    let (Some(id), true) = (of.remark.map(RemarkId), of.what.is_some() || of.undo) else {
        let (folder, session) = looked_at(study, &of.session)?;
        let check = session.member_check();
        let all: Vec<&Remark> = match of.remark {
            Some(id) => vec![check.remark(RemarkId(id)).ok_or_else(no_such_remark)?],
            None => check.open().collect(),
        };
        tell_remarks(&folder, &session, &all, "open");
        return Ok(());
    };
    let on = days::by_now(of.on, clock::wall())?;
    let mut desk = Desk::at(study, &of.session, of.by, identity)?;
    let remark = desk.session().member_check().remark(id).cloned();
    let remark = remark.ok_or_else(no_such_remark)?;
    let is = of.what.map(Disposed::from).unwrap_or_default();
    let register = Register::of(desk.session());
    let no_such = || Failure::mendable(Refusal::from(register.no_such_statement(remark.version)).to_string());
    let numbered = |number: &usize| register.numbered(remark.version, *number).ok_or_else(no_such);
    let statements = of.statement.iter().map(numbered).collect::<Result<Vec<StatementId>, Failure>>()?;
    let meant = Meant { notes: of.note.iter().copied().map(NoteId).collect(), statements };
    let stands = if of.undo { Stands::TakenBack } else { Stands::Stands };
    let (by, reason) = (desk.by.clone(), of.reason.unwrap_or_default());
    let done = Disposition { remark: id, is, wording: None, reason, on, by, stands };
    let act = acts::disposed(desk.session(), done, &meant).map_err(|why| Failure::mendable(why.to_string()))?;
    let about = remark.statement.or_else(|| meant.statements.first().copied());
    desk.leaves_out(act, remark.version, about)?;
    desk.tells([id]);
    if !of.undo {
        put(say!("disposition-take-back", session = desk.folder.name(), remark = id.0));
    }
    Ok(())
}
