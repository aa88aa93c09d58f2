//! The home screen: the sessions of the study, and where each stands.
//!
//! A session that a crash cut short is offered first; opening a session goes to where its work stands.

use crate::domain::session::Standing;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::model::SessionLine;
use crate::tui::model::Study;
use crate::tui::msg::Purpose;
use crate::tui::notice::Weight;
use crate::tui::screen::setup;

/// The home screen's own state.
#[derive(Debug, Default)]
pub struct Home {
    cursor: usize,
}

impl Home {
    /// The chosen session, counted from the top.
    pub fn cursor(&self) -> usize {
        self.cursor
    }
}

/// The sessions as they are shown: those cut short first, then the newest.
pub fn listed(study: &Study) -> Vec<&SessionLine> {
    let mut lines: Vec<&SessionLine> = study.sessions.iter().rev().collect();
    lines.sort_by_key(|line| line.standing != Ok(Standing::Interrupted));
    lines
}

pub(in crate::tui) fn act(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Screen::Home(home) = &mut model.screen else { return };
    let count = model.study.sessions.len();
    match action {
        Action::Down => home.cursor = (home.cursor + 1).min(count.saturating_sub(1)),
        Action::Up => home.cursor = home.cursor.saturating_sub(1),
        Action::New => setup::enter(model, effects),
        Action::Open | Action::Listen | Action::Statements => {
            let Some(line) = listed(&model.study).get(home.cursor).copied() else {
                return model.say(Weight::News, "there is no session yet: n sets up the first interview");
            };
            match open_for(line, action) {
                Ok(purpose) => effects.push(Effect::Open(line.name.clone(), purpose)),
                Err(why) => model.say(Weight::Warning, why),
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
        (Action::Listen | Action::Statements, Standing::Planned) => Err("this interview has not been held yet: Enter begins it".into()),
        (Action::Statements, _) | (Action::Open, Standing::ListenedBack | Standing::Drafted | Standing::Written) => Ok(Purpose::Statements),
        _ => Ok(Purpose::Listen),
    }
}
