//! The terminal while somebody else has it: a program that is stopped from outside, and goes on.
//!
//! In raw mode Ctrl-Z is a key; what stops a program then is a signal. One that can be refused (SIGTSTP) is refused while an interview is
//! under way: a process that is stopped records nothing, whatever its threads do. The terminal is given back all the same, with a sentence,
//! and nothing is drawn until it is wanted again; the recording goes on, and so do the turns of the loop. One that cannot be refused
//! (SIGSTOP) stops everything; what is missing is found and said by who captures. Afterwards the terminal is taken anew, because nobody
//! knows what was done to it, and only if it is there to be taken: who sets its modes from the background is stopped for it.

use std::io;

use crate::shell::live::perform::World;
use crate::shell::live::tell;
use crate::shell::live::terminal::Terminal;
use crate::shell::live::terminal::asked::JobControl;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::words::say;

/// What stands on the terminal while the recording goes on without a screen.
fn goes_on() -> String {
    format!("\r\n{}\r\n{}\r\n", say!("asked-to-stop"), say!("asked-to-stop-back"))
}

/// Does what a signal asks; says whether everything is to be drawn again.
pub(crate) fn see_to_signals(world: &mut World, model: &mut Model, terminal: &mut Terminal) -> io::Result<bool> {
    match terminal.asked() {
        JobControl::Nothing => return Ok(false),
        JobControl::ToStop if model.shared.is_under_way() => {
            terminal.set_aside(&goes_on());
            without_screen(world, model, terminal, Until::Wanted)?;
        }
        JobControl::ToStop => {
            terminal.set_aside("");
            terminal.stop();
            without_screen(world, model, terminal, Until::InFront)?;
        }
        JobControl::ToGoOn => without_screen(world, model, terminal, Until::InFront)?,
    }
    if !model.leaving {
        terminal.take_again()?;
    }
    Ok(true)
}

/// Gives the terminal to an editor, if statements wait for one, and takes it again when that is left; says whether that was so. No
/// interview is under way then, and nothing plays. An editor that is stopped (Ctrl-Z) stops this program with it, for the shell to see.
pub(crate) fn edit_outside(world: &mut World, model: &mut Model, terminal: &mut Terminal) -> io::Result<bool> {
    if world.to_edit.is_none() {
        return Ok(false);
    }
    terminal.set_aside("");
    let edited = world.edit_outside(model, || {
        if terminal.asked() == JobControl::ToStop {
            terminal.stop();
        }
    });
    terminal.take_again()?;
    if let Some(edited) = edited {
        tell::tell(world, model, Msg::EditedOutside(edited));
    }
    Ok(true)
}

/// When the screen is shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    /// As soon as the terminal is ours to take.
    InFront,
    /// When somebody asks for it: by a signal, or by Enter.
    Wanted,
}

/// Turns of the loop without a screen.
fn without_screen(world: &mut World, model: &mut Model, terminal: &mut Terminal, until: Until) -> io::Result<()> {
    let mut wanted = until == Until::InFront;
    while !(model.leaving || wanted && terminal.is_in_front()) {
        tell::pass(world, model);
        for msg in world.drain(model) {
            tell::tell(world, model, msg);
        }
        wanted |= terminal.wait_for_a_line(tell::METER)? || terminal.asked() == JobControl::ToGoOn;
    }
    Ok(())
}
