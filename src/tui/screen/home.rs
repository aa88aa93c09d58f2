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
use crate::tui::effect::Purpose;
use crate::tui::keymap;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::notice::Weight;
use crate::tui::offer::Offer;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::After;
use crate::tui::shared::Shared;
use crate::tui::sitting::Sitting;

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

    /// Where the chosen session stands among those of `offer` as they are listed, counted from the top.
    pub fn cursor(&self, offer: &Offer) -> usize {
        selection::place(&names(offer), self.chosen.as_ref())
    }

    /// A key while the list is covered: any key goes on, to the list or out of the program. Those that lead from the list to the next piece
    /// of work do that as well, so that the next interview of the day takes no key more.
    fn uncover(&mut self, chord: Chord, shared: &mut Shared) -> Go {
        let leaves = keymap::lookup(Context::Anywhere, chord) == Some(Action::Quit);
        if leaves || shared.after == After::Leave {
            return Go::Quit;
        }
        *self = Self::at(shared.latest.clone());
        let at_once = |action: &Action| matches!(action, Action::New | Action::Listen | Action::Statements);
        keymap::lookup(Context::Home, chord).filter(at_once).map_or(Go::Nowhere, |action| self.act(action, shared))
    }

    fn choose(&mut self, step: Step, shared: &mut Shared) {
        let names = names(&shared.offer);
        let at = names.get(self.cursor(&shared.offer));
        self.chosen = selection::step(&names, at, step);
        shared.latest.clone_from(&self.chosen);
    }

    fn open(&self, action: Action, shared: &mut Shared) {
        let Some(line) = listed(&shared.offer).get(self.cursor(&shared.offer)).copied() else {
            return shared.say(Weight::News, "there is no session yet: n sets up the first interview");
        };
        match open_for(line, action) {
            Ok(purpose) => {
                let name = line.name.clone();
                shared.want(Effect::Open(name, purpose));
            }
            Err(why) => shared.say(Weight::Warning, why),
        }
    }
}

impl Face for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn before(&mut self, chord: Chord, shared: &mut Shared) -> Option<Go> {
        self.kept.is_some().then(|| self.uncover(chord, shared))
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        match action {
            Action::Down => self.choose(Step::Next, shared),
            Action::Up => self.choose(Step::Previous, shared),
            Action::New => return Go::Setup,
            Action::Open | Action::Listen | Action::Statements => self.open(action, shared),
            _ => {}
        }
        Go::Nowhere
    }

    fn back(&mut self, _: &mut Shared) -> Go {
        Go::Quit
    }

    fn shows(&self, _: &Bind) -> bool {
        self.kept.is_none()
    }

    /// What is said of the interview that was just held is what was kept of it to the last.
    fn closed(&mut self, shared: &Shared) {
        let unsaved = shared.sitting.as_ref().map_or(0, Sitting::unsaved);
        if let (Some(kept), Some(session)) = (&mut self.kept, shared.session()) {
            *kept = Kept { unsaved, ..Kept::of(session) };
        }
    }
}

/// The sessions as they are shown: those cut short first, then the newest.
pub fn listed(offer: &Offer) -> Vec<&SessionLine> {
    let mut lines: Vec<&SessionLine> = offer.sessions.iter().rev().collect();
    lines.sort_by_key(|line| line.standing != Ok(Standing::Interrupted));
    lines
}

/// The names of the sessions as they are shown.
fn names(offer: &Offer) -> Vec<String> {
    listed(offer).into_iter().map(|line| line.name.clone()).collect()
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
