//! The home screen: the sessions of the study, and where each stands.
//!
//! A session that a crash cut short is offered first; opening a session goes to where its work stands. After an interview the list stays
//! covered until a key is pressed: the participant still sits there, and the list shows other people's codes.

use crate::domain::consent::Wish;
use crate::domain::distress::DistressMoment;
use crate::domain::session::Recorded;
use crate::domain::session::Session;
use crate::domain::session::Standing;
use crate::domain::study::session_line::SessionLine;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::keymap;
use crate::tui::keymap::Action;
use crate::tui::keymap::Context;
use crate::tui::model::After;
use crate::tui::model::Model;
use crate::tui::model::Offer;
use crate::tui::model::Screen;
use crate::tui::msg::Purpose;
use crate::tui::notice::Weight;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::screen::setup;
use crate::tui::sitting::Sitting;
use crate::tui::update;

/// The home screen's own state.
#[derive(Debug, Default)]
pub struct Home {
    /// The chosen session, by its folder's name; the first of the list until one is.
    chosen: Option<String>,
    kept: Option<Kept>,
}

/// What is said of an interview that was just held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// How long it is, in seconds.
    pub seconds: u64,
    /// Whether there is sound of it.
    pub recorded: Recorded,
    /// How many notes and moments it has.
    pub notes: usize,
    /// How many changes its journal did not take.
    pub unsaved: u64,
    /// What the participant wished on taking consent back, and is still to be done.
    pub wish: Option<Wish>,
    /// When it became too much, and what was chosen then.
    pub distress: Vec<DistressMoment>,
}

impl Kept {
    /// What is said of `session`.
    pub(crate) fn of(session: &Session) -> Self {
        Self {
            seconds: session.timeline().end().secs(),
            recorded: session.recorded(),
            notes: session.notes().count(),
            unsaved: 0,
            wish: session.open_wish(),
            distress: session.distress().to_vec(),
        }
    }
}

/// The session is closed: what is said of the interview that was just held is what was kept of it to the last.
pub(crate) fn count_kept(model: &mut Model) {
    let unsaved = model.shared.sitting.as_ref().map_or(0, Sitting::unsaved);
    let counted = model.session().map(|session| Kept { unsaved, ..Kept::of(session) });
    if let Screen::Home(Home { kept: Some(kept), .. }) = &mut model.screen {
        *kept = counted.unwrap_or_else(|| kept.clone());
    }
}

impl Home {
    /// The list, with the session chosen that was opened last.
    pub(crate) fn at(latest: Option<String>) -> Self {
        Self { chosen: latest, kept: None }
    }

    /// The list, covered until somebody presses a key.
    pub(crate) fn after(kept: Kept) -> Self {
        Self { chosen: None, kept: Some(kept) }
    }

    /// The interview that covers the list.
    pub fn kept(&self) -> Option<&Kept> {
        self.kept.as_ref()
    }

    /// Where the chosen session stands among those of `study` as they are listed, counted from the top.
    pub fn cursor(&self, study: &Offer) -> usize {
        selection::place(&names(study), self.chosen.as_ref())
    }
}

/// The sessions as they are shown: those cut short first, then the newest.
pub fn listed(study: &Offer) -> Vec<&SessionLine> {
    let mut lines: Vec<&SessionLine> = study.sessions.iter().rev().collect();
    lines.sort_by_key(|line| line.standing != Ok(Standing::Interrupted));
    lines
}

/// The names of the sessions as they are shown.
fn names(study: &Offer) -> Vec<String> {
    listed(study).into_iter().map(|line| line.name.clone()).collect()
}

/// A key while the list is covered: any key goes on, to the list or out of the program. Those that lead from the list to the next piece
/// of work do that as well, so that the next interview of the day takes no key more.
pub(crate) fn uncover(model: &mut Model, chord: Chord) {
    let leaves = keymap::lookup(Context::Anywhere, chord) == Some(Action::Quit);
    if leaves || model.shared.after == After::Leave {
        return update::act(model, Action::Quit);
    }
    model.screen = Screen::Home(Home::at(model.shared.latest.clone()));
    let at_once = |action: &Action| matches!(action, Action::New | Action::Listen | Action::Statements);
    if let Some(action) = keymap::lookup(Context::Home, chord).filter(at_once) {
        act(model, action);
    }
}

pub(crate) fn act(model: &mut Model, action: Action) {
    let Screen::Home(home) = &mut model.screen else { return };
    match action {
        Action::Down | Action::Up => {
            let (names, step) = (names(&model.shared.offer), if action == Action::Down { Step::Next } else { Step::Previous });
            let at = names.get(home.cursor(&model.shared.offer));
            home.chosen = selection::step(&names, at, step);
            model.shared.latest.clone_from(&home.chosen);
        }
        Action::New => setup::enter(model),
        Action::Open | Action::Listen | Action::Statements => {
            let Some(line) = listed(&model.shared.offer).get(home.cursor(&model.shared.offer)).copied() else {
                return model.shared.say(Weight::News, "there is no session yet: n sets up the first interview");
            };
            match open_for(line, action) {
                Ok(purpose) => model.shared.want(Effect::Open(line.name.clone(), purpose)),
                Err(why) => model.shared.say(Weight::Warning, why),
            }
        }
        _ => {}
    }
}

/// What the session of `line` is opened for by `action`.
fn open_for(line: &SessionLine, action: Action) -> Result<Purpose, String> {
    let standing = line.standing.clone()?;
    match (action, standing) {
        (_, Standing::UnderWay) => Err("this session is open in another window".into()),
        (Action::Open, Standing::Planned | Standing::Interrupted) => Ok(Purpose::Conduct),
        (Action::Listen | Action::Statements, Standing::Planned) => {
            Err("this interview has not been held yet: Enter opens its form".into())
        }
        (Action::Statements, _) | (Action::Open, Standing::ListenedBack | Standing::Drafted | Standing::Written) => Ok(Purpose::Statements),
        _ => Ok(Purpose::Listen),
    }
}
