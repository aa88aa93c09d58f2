//! Something is told to the model, and what follows from it is done.

use std::collections::VecDeque;
use std::time::Duration;

use crate::shell::live::perform::World;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::tui::update::update;

/// How often meters and clocks are drawn: five times a second is a level one can follow, and costs half of what eight cost.
pub(crate) const METER: Duration = Duration::from_millis(200);

/// Tells the model `msg` and does what follows, until nothing follows any more.
pub(crate) fn tell(world: &mut World, model: &mut Model, msg: Msg) {
    let mut waiting = VecDeque::from([msg]);
    while let Some(msg) = waiting.pop_front() {
        for effect in update(model, msg) {
            match effect {
                Effect::CloseSession => world.close_session(model, tell),
                other => waiting.extend(world.perform(other, model)),
            }
        }
    }
}

/// A turn of the loop goes by.
pub(crate) fn pass(world: &mut World, model: &mut Model) {
    let (now, telemetry) = (world.now(model), world.telemetry());
    tell(world, model, Msg::Turn(now, telemetry));
}
