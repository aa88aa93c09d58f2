//! What there is to say of the statements and of the letter, whether it is drawn or told.

use crate::domain::letter;
use crate::domain::letter::tree::Document;
use crate::domain::member_check::register::Register;
use crate::domain::session::Session;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::tui::keymap::action::Statements as A;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::written_by;
use crate::tui::shared::Shared;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// How many statements there are, in words.
pub(crate) fn count(session: &Session) -> String {
    spoken().say(message!("n-statements", count = session.statements().count()))
}

/// Where the session's letter stands, in a few words.
pub(crate) fn where_the_letter_stands(session: &Session) -> String {
    let state = match session.letters() {
        0 => "none",
        _ if Register::of(session).is_out_of_date() == Some(true) => "old",
        _ => "current",
    };
    say!("check-letter-stands", state = state, version = session.letters())
}

/// What of the statements is in no letter, in a few words; nothing where all are in it.
pub(crate) fn left_out(session: &Session, summary: &Summary<'_>) -> Option<String> {
    let aside = session.statements().filter(|statement| statement.aside).count();
    let out = aside + summary.resting_on_gone().len() + summary.resting_on_nothing().len();
    (out > 0).then(|| say!("check-left-out", count = out))
}

/// Why a statement is in no letter, and by which key it would be; or that it is in it although it rests on no note.
pub(crate) fn state(shared: &Shared, summary: &Summary<'_>, statement: &Statement) -> Option<String> {
    let [mean, choose, again] = [A::Mean, A::Gather, A::SetAside].map(|action| shared.key(action));
    if statement.aside {
        return Some(say!("check-is-aside", key = again));
    }
    if summary.resting_on_gone().contains(&statement.id) {
        return Some(say!("check-note-gone", key = choose));
    }
    match (statement.sources.is_empty(), statement.meant) {
        (true, false) => Some(say!("check-is-bare", mean = mean, choose = choose)),
        (true, true) => Some(say!("check-is-meant", mean = mean)),
        (false, _) => None,
    }
}

/// The letter as the participant would read it if what is being written were kept.
pub(crate) struct Preview {
    /// The letter, or why there is none.
    pub(crate) letter: Result<Document, String>,
    /// The number of the statement one is at: of the one that is written or chosen, or of the last before it that is in the letter.
    pub(crate) follows: Option<usize>,
}

impl Preview {
    /// That of the session that is open.
    pub(crate) fn of(shared: &Shared, screen: &StatementsScreen) -> Option<Self> {
        let session = shared.session()?;
        let kept = screen.writing().and_then(|writing| writing.as_if_kept(session));
        let (session, at) = match &kept {
            Some((session, event)) => (session, screen.statement().or_else(|| written_by(event))),
            None => (session, screen.statement()),
        };
        let summary = Summary::of(session);
        let follows = followed(session, &summary, at);
        Some(Self { letter: composed(shared, session, &summary), follows })
    }
}

/// The letter, or why there is none.
fn composed(shared: &Shared, session: &Session, summary: &Summary<'_>) -> Result<Document, String> {
    session.may_write().map_err(|refusal| refusal.to_string())?;
    let settings = match shared.sitting.as_ref().and_then(|sitting| sitting.letter.as_ref()) {
        Some(settings) => settings.as_ref().map_err(Clone::clone)?,
        None => return Err(String::new()),
    };
    letter::compose(summary, settings).map_err(|why| if summary.is_empty() { say!("check-letter-empty") } else { why.to_string() })
}

fn followed(session: &Session, summary: &Summary<'_>, at: Option<StatementId>) -> Option<usize> {
    let topics = session.guide().topics.iter();
    let in_order = topics.flat_map(|topic| session.statements().filter(|s| s.topic == topic.id));
    let mut last = None;
    for statement in in_order {
        last = summary.number_of(statement.id).or(last);
        if Some(statement.id) == at {
            return last;
        }
    }
    None
}
