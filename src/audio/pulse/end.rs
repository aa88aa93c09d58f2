//! A microphone or a loudspeaker of the server's, and how a stream on it is to be.

use std::ffi::CString;
use std::fmt;
use std::hash::Hash;
use std::hash::Hasher;
use std::sync::mpsc::Sender;

use pulseaudio::protocol;

use crate::audio::Direction;
use crate::audio::Route;
use crate::audio::Wake;

/// How our ids of a server's devices begin: as cpal's own host for it named them, because they are kept in scripts.
pub(crate) const PREFIX: &str = "pulseaudio:";

/// How a stream on an [`Endpoint`] is to be, which cpal has no words for.
#[derive(Clone, Debug, Default)]
pub(crate) enum Manner {
    /// It is only listed.
    #[default]
    Listed,
    /// The system chose it: it goes where the system's choice goes.
    Systems(WayBack),
    /// Somebody chose it: it stays, or it ends.
    Pinned(WayBack),
}

/// The way back from a stream's thread.
#[derive(Clone, Debug)]
pub(crate) struct WayBack {
    /// Where the sound comes from by now.
    pub(crate) route: Sender<Route>,
    /// That some has come.
    pub(crate) wake: Wake,
}

/// A microphone or a loudspeaker of the server's.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(super) way: Direction,
    pub(super) id: String,
    pub(super) description: String,
    pub(super) is_default: bool,
    pub(super) manner: Manner,
}

impl Endpoint {
    /// This end, for a stream in this manner.
    pub(crate) fn called(way: Direction, id: &str, manner: Manner) -> Self {
        Self { way, id: id.to_owned(), description: id.to_owned(), is_default: false, manner }
    }

    /// What the server is asked for.
    pub(super) fn asked_for(&self) -> CString {
        match (&self.manner, self.way) {
            // By its own name a server would take it for somebody's choice, and remember it as that.
            (Manner::Systems(_), Direction::In) => protocol::DEFAULT_SOURCE.to_owned(),
            (Manner::Systems(_), Direction::Out) => protocol::DEFAULT_SINK.to_owned(),
            // A name with a zero in it is nobody's.
            (Manner::Pinned(_) | Manner::Listed, _) => CString::new(self.id.as_str()).unwrap_or_default(),
        }
    }

    pub(super) fn is_pinned(&self) -> bool {
        matches!(self.manner, Manner::Pinned(_))
    }

    pub(super) fn wake(&self) {
        if let Manner::Systems(way) | Manner::Pinned(way) = &self.manner {
            way.wake.ring();
        }
    }

    pub(super) fn tell(&self, route: Route) {
        if let Manner::Systems(way) | Manner::Pinned(way) = &self.manner {
            way.route.send(route).ok();
            way.wake.ring();
        }
    }
}

/// An end is known by which way it goes and what the server calls it.
impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        (self.way, &self.id) == (other.way, &other.id)
    }
}

impl Eq for Endpoint {}

impl Hash for Endpoint {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.way, &self.id).hash(state);
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.description)
    }
}
