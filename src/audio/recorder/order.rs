//! What the tape thread can be told, and where it is told it.
//!
//! Off the record takes effect where it is ordered, not where it is carried out: the gauge is cut by whoever gives the order.

#![expect(clippy::disallowed_methods, reason = "an order is given at a moment")]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Instant;

use crate::audio::InputWish;
use crate::audio::Wake;
use crate::audio::gauge::Gauge;
use crate::domain::timeline::TakeNumber;

/// Which order a report answers, as whoever gave it counts them.
pub type Ticket = u32;

/// What the tape thread can be told. Orders are carried out one after the other, and what holds in the end is what the last one says:
/// a start ends whatever runs, a pause of nothing is done already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Listen without keeping anything, for the level check before "ready". Ends with `Start` or `Close`. Its answers carry ticket 0.
    Listen(InputWish),
    /// While listening, remember the last so many seconds for the recording that begins next, or (0) forget what is remembered.
    Remember(u32),
    /// Record into take `take` (or the next free number) of `folder`, which must exist.
    Start {
        /// Where takes lie from here on.
        folder: PathBuf,
        /// From where, in which format.
        wish: InputWish,
        /// The number wished for.
        take: TakeNumber,
        /// What the answer is known by.
        ticket: Ticket,
    },
    /// Off the record: release the device; what was captured before is made safe, nothing is captured after.
    Pause,
    /// On the record again, into the same take.
    Resume(Ticket),
    /// Finish the take.
    Close,
    /// Finish the take and end the thread.
    Quit,
}

impl Order {
    /// What holds from the moment it is given, before anybody has carried it out.
    pub(crate) fn foretell(&self, gauge: &Gauge, now: Instant) {
        if self.is_off() {
            gauge.cut_at(now);
        }
    }

    /// Whether nothing is to be kept from here on.
    pub(super) fn is_off(&self) -> bool {
        match self {
            Self::Pause | Self::Close | Self::Quit => true,
            Self::Listen(_) | Self::Remember(_) | Self::Start { .. } | Self::Resume(_) => false,
        }
    }
}

/// Where orders are given. May be cloned to any thread.
#[derive(Clone, Debug)]
pub struct Orders {
    pub(super) inbox: Sender<Order>,
    pub(super) gauge: Arc<Gauge>,
    pub(super) wake: Wake,
}

impl Orders {
    /// Gives an order. Nothing that is said after an order to pause, close or quit is kept, even while the tape thread is held up by a
    /// disk and has not read it. Once the thread has ended (after `Quit`) orders go nowhere.
    pub(crate) fn give(&self, order: Order) {
        order.foretell(&self.gauge, Instant::now());
        self.inbox.send(order).ok();
        self.wake.ring();
    }
}
