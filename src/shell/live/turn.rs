//! The loop: hear what happened, decide, do, draw.
//!
//! The main thread waits for the terminal up to the next deadline, takes everything that waits there and in the workers' channels, lets
//! `update` decide, performs the effects, and draws if something changed. It is the only thread that has the model.

use std::time::Duration;

use crate::domain::incident::EndCause;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::aside;
use crate::shell::live::burst::Bursts;
use crate::shell::live::perform::World;
use crate::shell::live::tell::METER;
use crate::shell::live::tell::pass;
use crate::shell::live::tell::tell;
use crate::shell::live::terminal::Terminal;
use crate::shell::live::terminal::reader::Input;
use crate::tui::chord::Company;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::tui::msg::Now;
use crate::tui::view::look::Look;
use crate::words::say;

/// How often where nothing moves.
const STILL: Duration = Duration::from_secs(1);

/// How soon a report is looked for while a note waits for its "saved", where no bell rings for it.
const WAITING: Duration = Duration::from_millis(if cfg!(unix) { 200 } else { 15 });

/// How many inputs are taken before the screen is drawn again, and for how long, in milliseconds.
const AT_ONCE: usize = 4_096;
const AT_ONCE_MS: u64 = 40;

/// Runs the interface until it is left, and leaves everything written.
pub(crate) fn run(world: &mut World, model: &mut Model, look: Look) -> Result<(), Failure> {
    let gone = |e: std::io::Error| Failure::new(Kind::Mendable, say!("terminal-unusable", why = e.to_string()));
    let (bell, ear) = world.letterbox.bell();
    model.shared.shows(look.manner);
    let mut terminal = Terminal::open(look.manner, &bell, ear).map_err(gone)?;
    let outcome = turns(world, model, look, &mut terminal);
    if outcome.is_err() {
        // The terminal is gone: what is recorded is finished all the same.
        let now = world.now(model);
        tell(world, model, Msg::Stop(EndCause::TerminalClosed, now));
    }
    world.close_session(model, tell);
    drop(terminal);
    match world.stranded.take() {
        Some(stranded) => Err(Failure::new(Kind::Storage, stranded)),
        None => outcome.map_err(gone),
    }
}

fn turns(world: &mut World, model: &mut Model, look: Look, terminal: &mut Terminal) -> std::io::Result<()> {
    let (mut ticked, mut changed, mut bursts) = (None, true, Bursts::default());
    while !model.leaving {
        let passed = world.clock.read().since_start;
        let beat = if model.moves() { METER } else { STILL };
        if ticked.is_none_or(|at| passed.saturating_sub(at) >= beat) {
            ticked = Some(passed);
            pass(world, model);
            changed = true;
        }
        if changed {
            terminal.show(model, look)?;
            changed = false;
        }
        let passed = world.clock.read().since_start;
        let due = ticked.unwrap_or_default() + beat;
        let waiting = model.shared.sitting.as_ref().is_some_and(|s| s.unsaved() > 0);
        let patience = due.saturating_sub(passed).min(if waiting { WAITING } else { METER });
        for (input, now) in bursts.read(inputs(world, model, terminal, patience)?) {
            changed = true;
            if model.leaving {
                break;
            }
            hand_on(world, model, input, now);
        }
        for msg in world.drain(model) {
            changed = true;
            tell(world, model, msg);
        }
        changed |= aside::edit_outside(world, model, terminal)?;
        changed |= aside::see_to_signals(world, model, terminal)?;
        #[cfg(debug_assertions)]
        fall_over_if_asked(model);
    }
    Ok(())
}

/// What the terminal has for us, each with the moment at which it was read; nothing if nothing came within `patience`.
fn inputs(world: &mut World, model: &Model, terminal: &mut Terminal, patience: Duration) -> std::io::Result<Vec<(Input, Now)>> {
    let mut came = Vec::new();
    let clock = world.clock;
    let passed = || clock.read().since_start;
    let mut read = terminal.wait(patience, passed)?;
    while let Some(inputs) = read.take() {
        let now = world.now(model);
        came.extend(inputs.into_iter().map(|input| (input, now)));
        let began = came.first().map_or(now, |(_, now): &(Input, Now)| *now);
        // Asked for no more than is taken: what was read and not taken would be a lost key.
        if came.len() < AT_ONCE && now.mono_ms.saturating_sub(began.mono_ms) < AT_ONCE_MS {
            // What was read is not lost by a terminal that hangs up behind it; the next turn meets that.
            read = terminal.wait(Duration::ZERO, passed).unwrap_or(None);
        }
    }
    Ok(in_company(came))
}

/// Tells the model what came from the terminal.
pub(crate) fn hand_on(world: &mut World, model: &mut Model, input: Input, now: Now) {
    match input {
        Input::Key(press) => tell(world, model, Msg::Key(press, now)),
        Input::Paste(text) => tell(world, model, Msg::Paste(text, now)),
        Input::Foreign => tell(world, model, Msg::Foreign(now)),
        Input::Answer | Input::Resized => {}
    }
}

/// Whether what came is one key and nothing else.
pub(crate) fn in_company(mut came: Vec<(Input, Now)>) -> Vec<(Input, Now)> {
    let mut others = came.iter_mut().filter(|(input, _)| *input != Input::Resized);
    if let (Some((Input::Key(press), _)), None) = (others.next(), others.next()) {
        press.company = Company::Alone;
    }
    came
}

/// Panics, with the note in the panic's text, once a note says what HEARBACK_FALL_OVER_AT says. For `tests/room/ways_out.rs`; no release
/// has it.
#[cfg(debug_assertions)]
fn fall_over_if_asked(model: &Model) {
    let Ok(words) = std::env::var("HEARBACK_FALL_OVER_AT") else { return };
    let said = model.session().and_then(|s| s.notes().find(|n| n.text == words));
    assert!(said.is_none(), "{said:?}");
}
