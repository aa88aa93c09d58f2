//! The home screen: the sessions of the study, and where each stands.
//!
//! A session that a crash cut short is offered first; opening a session goes to where its work stands. After an interview the list stays
//! covered until a key is pressed: the participant still sits there, and the list shows other people's codes.

use crate::domain::agenda::Minutes;
use crate::domain::due::Due;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::loose_end::loose_ends;
use crate::domain::loose_end::open_until;
use crate::domain::loss::losses;
use crate::domain::session::Session;
use crate::domain::standing::Recorded;
use crate::domain::standing::Standing;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::domain::time::whole_clock;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::effect::Purpose;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::offer::Offer;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::After;
use crate::tui::shared::Keeping;
use crate::tui::shared::Shared;
use crate::tui::sitting::Sitting;
use crate::words::message::message;
use crate::words::say;

/// The home screen's own state.
#[derive(Debug, Default)]
pub struct SessionList {
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
    /// What was lost of it, and why.
    pub losses: Vec<String>,
    /// How many things are to be seen to before one leaves, and in the evening.
    pub ends: (usize, usize),
    /// The topics that were to be gone through, each with its minutes.
    pub topics: Vec<(String, Minutes)>,
}

impl Kept {
    /// What is said of `session`.
    pub(crate) fn of(session: &Session, leaving: &BeforeLeaving) -> Self {
        Self {
            seconds: session.timeline().end().secs(),
            recorded: session.recorded(),
            notes: session.notes().count(),
            unsaved: 0,
            losses: losses(session),
            ends: open_until(&loose_ends(session, leaving, session.held_on())),
            topics: Minutes::of_topics(session, session.timeline().end()),
        }
    }

    /// What is said, in the order in which it is read: nothing that is about anybody.
    pub(crate) fn words(&self, keeping: Keeping, keys: &Keys) -> Vec<(String, Loud)> {
        let kept_or_not = match (keeping, self.unsaved) {
            (Keeping::Nothing, _) => message!("home-rehearsed"),
            (Keeping::ForShow, _) => message!("home-demonstrated"),
            (Keeping::Kept, 0) => message!("home-kept"),
            (Keeping::Kept, n) => message!("home-unsaved", count = n),
        };
        let (length, notes) = (whole_clock(self.seconds), message!("n-notes", count = self.notes));
        let words = match self.recorded {
            Recorded::Something => say!("home-held", what = kept_or_not, length = length, notes = notes),
            Recorded::Nothing => say!("home-held-unrecorded", what = kept_or_not, length = length, notes = notes),
        };
        let lost = self.losses.iter().filter(|_| keeping != Keeping::Nothing).map(|loss| (loss.clone(), Loud::Wrong));
        // Who rehearses wants to know whether the plan holds; who has just held an interview has somebody opposite.
        let plan = self.topics.iter().filter(|_| keeping == Keeping::Nothing);
        let plan = plan.map(|(title, minutes)| say!("home-topic-minutes", topic = title, used = minutes.used, planned = minutes.planned));
        let ends = (keeping != Keeping::Nothing && self.ends != (0, 0)).then(|| {
            let (leaving, tonight) = self.ends;
            say!("home-ends", leaving = leaving, tonight = tonight, key = keys.name(action::Home::Ends))
        });
        let loose = ends.into_iter().chain(plan).map(|words| (words, Loud::Said));
        [(words, Loud::First)].into_iter().chain(lost).chain(loose).collect()
    }
}

/// How loud something is that is said of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loud {
    /// It comes first.
    First,
    /// It is not as it should be.
    Wrong,
    /// It is good to know.
    Said,
}

impl SessionList {
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
    pub(crate) fn cursor(&self, offer: &Offer) -> usize {
        selection::place(&names(offer), self.chosen.as_ref())
    }

    /// A key while the list is covered: any key goes on, to the list or out of the program.
    fn uncover(&mut self, shared: &Shared) -> Go {
        if shared.after == After::Leave {
            return Go::Quit;
        }
        *self = Self::at(shared.latest.clone());
        Go::Nowhere
    }

    /// What is to be seen to after the interview that covers the list; where nothing is kept, there is nothing.
    fn see_to_ends(&mut self, shared: &mut Shared) -> Go {
        match shared.latest.clone().filter(|_| shared.keeping != Keeping::Nothing) {
            Some(name) => {
                shared.want(Effect::Open(name, Purpose::Ends));
                Go::Nowhere
            }
            None => self.uncover(shared),
        }
    }

    fn choose(&mut self, step: Step, shared: &mut Shared) {
        let names = names(&shared.offer);
        let at = names.get(self.cursor(&shared.offer));
        self.chosen = selection::step(&names, at, step);
        shared.latest.clone_from(&self.chosen);
    }

    fn open(&self, to: OpenTo, shared: &mut Shared) {
        let Some(line) = listed(&shared.offer).get(self.cursor(&shared.offer)).copied() else {
            let key = shared.key(action::Home::New);
            return shared.say(Weight::News, say!("home-no-session", key = key));
        };
        match open_for(line, to, &shared.keys) {
            Ok(purpose) => {
                let name = line.name.clone();
                shared.want(Effect::Open(name, purpose));
            }
            Err(why) => shared.say(Weight::Warning, why),
        }
    }
}

impl Face for SessionList {
    fn contexts(&self) -> Vec<Context> {
        if self.kept.is_some() { vec![Context::Covered, Context::Home] } else { vec![Context::Home] }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        let Action::Home(action) = action else { return Go::Nowhere };
        if action == action::Home::Ends && self.kept.is_some() {
            return self.see_to_ends(shared);
        }
        if self.kept.is_some() && self.uncover(shared) == Go::Quit {
            return Go::Quit;
        }
        match action {
            action::Home::Down => self.choose(Step::Next, shared),
            action::Home::Up => self.choose(Step::Previous, shared),
            action::Home::New => return Go::Setup,
            action::Home::Open => self.open(OpenTo::WhereItStands, shared),
            action::Home::Listen => self.open(OpenTo::Listen, shared),
            action::Home::Statements => self.open(OpenTo::Summary, shared),
            action::Home::Ends => self.open(OpenTo::Ends, shared),
            action::Home::Letters => self.open(OpenTo::Letters, shared),
            action::Home::Participants => return Go::Register,
            action::Home::Wall => return Go::Wall,
            action::Home::Figures => return Go::Figures,
            action::Home::Quit => return Go::Quit,
        }
        Go::Nowhere
    }

    /// While the list is covered, whatever has no meaning there goes on.
    fn write(&mut self, _: Chord, shared: &mut Shared) -> Go {
        if self.kept.is_some() { self.uncover(shared) } else { Go::Nowhere }
    }

    fn choices(&self, shared: &Shared) -> usize {
        if self.kept.is_none() { shared.offer.sessions.len() } else { 0 }
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        self.chosen = names(&shared.offer).into_iter().nth(nth);
        shared.latest.clone_from(&self.chosen);
    }

    fn choose_nth(&mut self, nth: usize, shared: &mut Shared) -> Go {
        self.select(nth, shared);
        self.act(action::Home::Open.into(), shared)
    }

    fn back(&mut self, _: &mut Shared) -> Go {
        Go::Quit
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        let Action::Home(action) = bind.does else { return if self.kept.is_none() { bind.rank } else { 9 } };
        let line = listed(&shared.offer).get(self.cursor(&shared.offer)).copied();
        // Why a session cannot be read is told by the key that opens it.
        let leads =
            |to| line.is_some_and(|line| line.standing.is_err() && to == OpenTo::WhereItStands || open_for(line, to, &shared.keys).is_ok());
        let does = match action {
            action::Home::Open => leads(OpenTo::WhereItStands),
            action::Home::Listen => leads(OpenTo::Listen),
            action::Home::Statements => leads(OpenTo::Summary),
            action::Home::Ends => leads(OpenTo::Ends),
            action::Home::Letters => line.is_some_and(|line| line.check.is_of_letters()) && leads(OpenTo::Letters),
            action::Home::Down | action::Home::Up | action::Home::New => true,
            action::Home::Participants | action::Home::Quit => true,
            action::Home::Wall | action::Home::Figures => !shared.offer.sessions.is_empty(),
        };
        if does && self.kept.is_none() { bind.rank } else { 9 }
    }

    /// What is said of the interview that was just held is what was kept of it to the last.
    fn closed(&mut self, shared: &Shared) {
        let unsaved = shared.sitting.as_ref().map_or(0, Sitting::unsaved);
        if let (Some(kept), Some(session)) = (&mut self.kept, shared.session()) {
            *kept = Kept { unsaved, ..Kept::of(session, &shared.offer.leaving) };
        }
    }
}

/// The sessions as they are shown: those cut short first, then the newest.
pub(crate) fn listed(offer: &Offer) -> Vec<&SessionLine> {
    let mut lines: Vec<&SessionLine> = offer.sessions.iter().rev().collect();
    lines.sort_by_key(|line| line.standing != Ok(Standing::Interrupted));
    lines
}

/// What of these sessions cannot wait, in sentences: what must be reported before what follows distress, of each the soonest first.
pub(crate) fn pressing(lines: &[&SessionLine], now: Stamp, room: usize) -> Vec<String> {
    let mut all: Vec<(&Due, &SessionLine)> = lines.iter().flat_map(|line| line.due.iter().map(move |due| (due, *line))).collect();
    all.retain(|(due, _)| due.is_pressing(now));
    all.sort_by_key(|(due, _)| (due.to().is_none(), due.until.utc_ms));
    all.into_iter().map(|(due, line)| due.in_short(&line.participant, now, room)).collect()
}

/// The names of the sessions as they are shown.
fn names(offer: &Offer) -> Vec<String> {
    listed(offer).into_iter().map(|line| line.name.clone()).collect()
}

/// What one wants of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OpenTo {
    /// To go on where its work stands.
    WhereItStands,
    /// To listen back.
    Listen,
    /// To write the summary.
    Summary,
    /// To see to what is to be seen to after it.
    Ends,
    /// To look after its letters.
    Letters,
}

/// What the session of `line` is opened for by who wants `to`.
pub(crate) fn open_for(line: &SessionLine, to: OpenTo, keys: &Keys) -> Result<Purpose, String> {
    let standing = line.standing.clone()?;
    match (to, standing) {
        (_, Standing::UnderWay) => Err(match &line.holder {
            Some(who) => say!("home-open-elsewhere-by", who = who),
            None => say!("home-open-elsewhere"),
        }),
        (_, Standing::Withdrawn | Standing::Destroyed) => Err(say!("home-destroyed")),
        (OpenTo::WhereItStands, Standing::Planned | Standing::Interrupted) => Ok(Purpose::Conduct),
        (OpenTo::Listen | OpenTo::Summary | OpenTo::Ends | OpenTo::Letters, Standing::Planned) => {
            Err(say!("home-not-held", key = keys.name(action::Home::Open)))
        }
        (OpenTo::Ends, Standing::Interrupted) => Err(say!("home-not-ended", key = keys.name(action::Home::Open))),
        (OpenTo::Ends, _) => Ok(Purpose::Ends),
        (OpenTo::Letters, _) => Ok(Purpose::Letters),
        (OpenTo::Summary, _) | (OpenTo::WhereItStands, Standing::ListenedBack | Standing::Drafted | Standing::Written) => {
            Ok(Purpose::Statements)
        }
        _ => Ok(Purpose::Listen),
    }
}
