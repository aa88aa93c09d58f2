//! What a person does on the register of letters, each act as the list of what it asks for: the same whether a key does it or a command.
//!
//! What is withheld comes before what they said, and that before what was done about it: if the machine dies in between, the no stands.
//! All of a list is decided before any of it happens ([`decided`]): an act that is refused leaves nothing half done. The same answer said once
//! more of a statement on the same day, in the same way and to the same person is the same remark, in other words, as long as nothing was done
//! about it. Another answer is another remark: an objection is not written over.

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::domain::event::Event;
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
use crate::domain::member_check::reply::Says;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::Sending;
use crate::domain::member_check::sent::SentBy;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::domain::tag::untagged;
use crate::domain::withheld::What;
use crate::words::say;

/// On which version something came back, when, how, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// The version that it is about.
    pub version: u32,
    /// The day, `yyyy-mm-dd`.
    pub on: String,
    /// How.
    pub how: RepliedBy,
    /// Who took it, as a code; empty where nobody said.
    pub by: String,
}

/// What somebody found to be what is not to be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// Notes.
    pub notes: Vec<NoteId>,
    /// Statements of the version that the remark is about.
    pub statements: Vec<StatementId>,
}

impl Came {
    fn remark(&self, remark: RemarkId, is: RemarkKind, words: &str) -> Remark {
        let Self { version, on, how, by } = self.clone();
        Remark {
            remark,
            version,
            is,
            statement: None,
            says: None,
            quotes: None,
            words: words.to_owned(),
            on,
            how,
            by,
            stands: Stands::Stands,
        }
    }

    /// What is given by hand and answered at once was sent that day.
    fn given(&self, session: &Session) -> Option<Command> {
        let Self { version, on, how, by } = self.clone();
        let is_given = how == RepliedBy::InPerson && version > 0 && session.member_check().sent_as(version).is_none();
        let sent = LetterSent { version, is: Sending::Letter, on, way: SentBy::Hand, by, stands: Stands::Stands };
        // It is in their hands, whatever is left out of the next one.
        is_given.then_some(Command::Register(Registering::Send(sent, Anyway::Yes)))
    }
}

/// What they say of these statements. Without words, those of a remark that is mended stay.
pub fn answered(session: &Session, came: &Came, statements: &[StatementId], says: Option<Says>, words: Option<&str>) -> Vec<Command> {
    let check = session.member_check();
    let answer = |(statement, number): (&StatementId, RemarkId)| {
        // They would rather not, they said since: what they say after that is said after it.
        let declined_since = |before: &Remark| check.remarks().any(|one| one.is == RemarkKind::Declines && one.remark > before.remark);
        // Another answer is another remark: an objection stays one, and its words go to no yes.
        let is_it = |before: &&Remark| {
            (&before.on, before.how, &before.by, before.says) == (&came.on, came.how, &came.by, says)
                && check.disposition(before.remark).is_none()
                && !declined_since(before)
        };
        let remark = match check.answer(came.version, *statement).filter(is_it) {
            Some(before) => Remark { says, words: words.unwrap_or(&before.words).to_owned(), ..before.clone() },
            None => Remark { statement: Some(*statement), says, ..came.remark(number, RemarkKind::Answer, words.unwrap_or_default()) },
        };
        replies(remark)
    };
    came.given(session).into_iter().chain(statements.iter().zip(numbers(session)).map(answer)).collect()
}

/// What they say that is about no statement.
pub fn said(session: &Session, came: &Came, is: RemarkKind, words: &str) -> Vec<Command> {
    let remark = came.remark(session.member_check().next_remark(), is, words);
    came.given(session).into_iter().chain([replies(remark)]).collect()
}

/// They do not want a statement used: it is left out with all that goes with it.
pub fn not_used(session: &Session, came: &Came, statement: StatementId, words: &str) -> Vec<Command> {
    let number = session.member_check().next_remark();
    let remark = Remark { statement: Some(statement), ..came.remark(number, RemarkKind::NotUsed, words) };
    let (on, by) = (came.on.clone(), came.by.clone());
    let done = Disposition { remark: number, is: Disposed::Withdrawn, on, by, ..Disposition::default() };
    let mut all: Vec<Command> = came.given(session).into_iter().collect();
    all.extend(withholds(session, came.version, statement));
    all.extend([replies(remark), Command::Register(Registering::Dispose(done))]);
    all
}

/// What they say of their own words, as the letter asks it. A no, and a wish to see them first, is the change of consent that there is for it;
/// a yes lifts none: only what they say of that itself does.
pub fn quoting(session: &Session, came: &Came, answer: OwnWords, words: &str) -> Vec<Command> {
    let to = if came.by.is_empty() { say!("reply-to-nobody") } else { came.by.clone() };
    let said = Said::new(say!("reply-said", how = came.how.words()), to, came.on.clone());
    let withdraws = Command::Withdraw { wish: Wish::NoQuotes, person: None, at: session.timeline().end(), said };
    let remark = came.remark(session.member_check().next_remark(), RemarkKind::Quotes, words);
    let wrote = replies(Remark { quotes: Some(answer), ..remark });
    came.given(session).into_iter().chain((answer != OwnWords::Yes).then_some(withdraws)).chain([wrote]).collect()
}

/// Something was done about a remark; where that is that it is not used any more, it is left out with all that goes with it, and so is what
/// is `meant`. What is about no statement is found by somebody, who says which it is, or else what was left out for it and why nothing is to be
/// found: that something was left out meanwhile for another reason is not enough.
pub fn disposed(session: &Session, done: Disposition, meant: &Meant) -> Result<Vec<Command>, Refusal> {
    let remark = session.member_check().remark(done.remark).filter(|_| done.is == Disposed::Withdrawn && done.stands.holds());
    let mut all = Vec::new();
    if let Some(remark) = remark {
        if remark.statement.is_none() && *meant == Meant::default() && done.reason.trim().is_empty() {
            return Err(NotRegistered::NotWithheld.into());
        }
        let withhold = |what| Command::Withhold { what, reason: reason(remark.version) };
        all.extend(meant.notes.iter().map(|note| withhold(What::Note(*note))));
        for statement in &meant.statements {
            let its = withholds(session, remark.version, *statement);
            // What is left out already is, for this reason as well.
            all.extend(if its.is_empty() { vec![withhold(What::Statement(*statement))] } else { its });
        }
        all.extend(remark.statement.into_iter().flat_map(|statement| withholds(session, remark.version, statement)));
    }
    all.push(Command::Register(Registering::Dispose(done)));
    Ok(once(all))
}

/// These remarks are taken back.
pub fn taken_back(remarks: &[RemarkId]) -> Vec<Command> {
    remarks.iter().map(|remark| replies(Remark { remark: *remark, stands: Stands::TakenBack, ..Remark::default() })).collect()
}

/// What goes with a statement that they read in this version and do not want used: the notes that it rested on or quoted there and those it
/// rests on now, with those that have words of these since; and every statement that has words of it since. What only another statement
/// rests on stays. The statement itself comes last: then it is out whatever came of the others.
pub fn goes_with(session: &Session, version: u32, id: StatementId) -> Vec<What> {
    let Some(statement) = session.statement(id) else { return Vec::new() };
    let written = session.member_check().version(version);
    let (words, note_words) = written.map_or((0, 0), |version| (version.words_went, version.note_words_went));
    let went = written.and_then(|version| version.statements.iter().find(|one| one.statement == id));
    let mut notes: BTreeSet<NoteId> = statement.sources.iter().chain(&statement.quotes).copied().collect();
    match went.and_then(|went| Some((went, went.sources.as_ref()?))) {
        Some((went, sources)) => notes.extend(sources.iter().copied().chain(went.quotes.iter().map(|quote| quote.note))),
        // Where it is not known on what it rested then, it may have been on any that it ever did.
        None => notes.extend(went.into_iter().flat_map(|went| &went.quotes).map(|quote| quote.note).chain(statement.rests_on().copied())),
    }
    let notes: BTreeSet<NoteId> = notes.into_iter().flat_map(|note| session.heirs_of_note(note, note_words)).collect();
    let known = notes.into_iter().filter_map(|note| session.note(note));
    let (struck, standing): (Vec<_>, Vec<_>) = known.partition(|note| note.struck);
    // What was joined to another can be named only when that is out.
    let notes = standing.into_iter().chain(struck).map(|note| What::Note(note.id));
    let heirs = session.heirs(id, words).into_iter().filter(|heir| *heir != id && session.statement(*heir).is_some());
    notes.chain(heirs.map(What::Statement)).chain([What::Statement(id)]).collect()
}

/// What has to be asked for so that a statement and all that goes with it are used nowhere any more; what is withheld already is not among it.
pub fn withholds(session: &Session, version: u32, id: StatementId) -> Vec<Command> {
    let is_held = |what: &What| session.withholding().now().any(|one| one.what == Some(*what));
    let all = goes_with(session, version, id).into_iter().filter(|what| !is_held(what));
    all.map(|what| Command::Withhold { what, reason: reason(version) }).collect()
}

/// What follows from all of these, one after the other, or why one of them is refused: then none of them happens.
pub fn decided(session: &Session, commands: Vec<Command>) -> Result<Vec<Event>, Refusal> {
    let mut lives = session.clone();
    let follows = commands.into_iter().map(|command| {
        let event = lives.decide(command)?;
        lives.apply(&event);
        Ok(event)
    });
    follows.collect()
}

/// That these statements go with `id` where `act` happens, and that others say the same in the same words, which somebody wrote there by hand;
/// nothing where there are none of either.
pub fn told_what_goes(session: &Session, act: &[Event], version: u32, id: Option<StatementId>) -> Option<String> {
    let along = goes_along(session, act, version, id);
    let along = (!along.is_empty()).then(|| say!("went-along", statements = along.join(", ")));
    // Where nothing happens, the statement itself still says it.
    let same = id.filter(|_| !act.is_empty()).map(|id| says_the_same(session, act, version, id)).unwrap_or_default();
    let same = (!same.is_empty()).then(|| say!("went-not", statements = same.join(", ")));
    let told: Vec<String> = along.into_iter().chain(same).collect();
    (!told.is_empty()).then(|| told.join(". "))
}

/// The statements that still stand after `act` and hold a sentence of what `id` said in this version, word for word.
fn says_the_same(session: &Session, act: &[Event], version: u32, id: StatementId) -> Vec<String> {
    let after = after(session, act);
    let went = session.member_check().version(version).and_then(|version| version.statements.iter().find(|one| one.statement == id));
    let sentences: Vec<&str> = went.into_iter().flat_map(|one| one.text.split_inclusive(['.', '!', '?'])).map(str::trim).collect();
    // A word or two stand in many places.
    let sentences: Vec<&str> = sentences.into_iter().filter(|sentence| sentence.split_whitespace().count() > 2).collect();
    let summary = Summary::of(&after);
    let says_it = |statement: &&Statement| sentences.iter().any(|sentence| untagged(&statement.text).contains(sentence));
    let all = after.statements().filter(says_it).map(|statement| statement.id);
    all.map(|id| summary.number_of(id).map_or_else(|| say!("went-along-nowhere"), |number| say!("went-along-now", number = number)))
        .collect()
}

/// Which statements `act` takes out of use beside `id`: those of the version that they read, by their number there, and others by that which
/// they would have in the letter as it would be written now.
pub fn goes_along(session: &Session, act: &[Event], version: u32, id: Option<StatementId>) -> Vec<String> {
    let after = after(session, act);
    let (register, summary) = (Register::of(session), Summary::of(session));
    let shown = |of: Register<'_>| -> BTreeSet<StatementId> {
        of.statements(version).into_iter().filter(|one| one.words.is_some()).map(|one| one.statement).collect()
    };
    let standing = |of: &Session| -> BTreeSet<StatementId> { of.statements().map(|statement| statement.id).collect() };
    // One that was joined to another since is gone from what they read, and stood nowhere else any more.
    let mut gone = &shown(register) - &shown(Register::of(&after));
    gone.extend(&standing(session) - &standing(&after));
    let told =
        gone.into_iter().filter(|gone| Some(*gone) != id).map(|gone| match (register.number_of(version, gone), summary.number_of(gone)) {
            (Some(number), _) => say!("went-along-then", number = number, version = version),
            (None, Some(number)) => say!("went-along-now", number = number),
            (None, None) => say!("went-along-nowhere"),
        });
    told.collect()
}

/// The session as it is once `act` happened.
fn after(session: &Session, act: &[Event]) -> Session {
    let mut after = session.clone();
    for event in act {
        after.apply(event);
    }
    after
}

/// The numbers of the next remarks.
fn numbers(session: &Session) -> impl Iterator<Item = RemarkId> {
    let check = session.member_check();
    let first = check.next_remark().0;
    (first..=u32::MAX).chain(1..first).map(RemarkId).filter(|id| check.remark(*id).is_none())
}

fn replies(remark: Remark) -> Command {
    Command::Register(Registering::Reply(remark))
}

fn reason(version: u32) -> String {
    say!("withheld-by-reply", version = version)
}

/// Each of them once.
fn once(all: Vec<Command>) -> Vec<Command> {
    all.into_iter().fold(Vec::new(), |mut each, one| {
        if !each.contains(&one) {
            each.push(one);
        }
        each
    })
}
