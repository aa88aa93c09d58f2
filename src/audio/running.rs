//! What a stream at work tells besides its sound: that it has gone wrong, where its sound comes from by now, and that some has come.

use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::SyncSender;

use crate::audio::AudioError;
use crate::audio::Device;

/// Told when a stream goes wrong by itself. It may be called on any thread, the device's own included, so it must only pass the word.
pub type LostFn = Box<dyn FnMut(AudioError) + Send>;

/// A stream at work. Dropping it stops the stream and releases the device.
pub trait Running {
    /// Where the sound comes from by now, if the system tells and if that changed since it was asked for the last time. Never waits.
    fn moved(&self) -> Option<Route> {
        None
    }

    /// Whether it rings the [`Wake`] it was started with when sound has come, so that nobody needs to look.
    fn wakes(&self) -> bool {
        false
    }
}

/// What a stream hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The device, by the id it is listed with.
    pub device: Device,
    /// Whether the sound system holds it muted.
    pub muted: Mute,
}

/// Whether a microphone is muted in the sound system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mute {
    /// It is heard.
    Off,
    /// It is not.
    On,
}

/// The bell of a thread that waits. Ringing it waits for nobody and allocates nothing; rung twice before anybody comes, it rings once.
#[derive(Clone, Debug)]
pub struct Wake(SyncSender<()>);

impl Wake {
    /// A bell, and where it is heard.
    pub fn new() -> (Self, Receiver<()>) {
        let (ring, heard) = mpsc::sync_channel(1);
        (Self(ring), heard)
    }

    /// Rings it.
    pub fn ring(&self) {
        self.0.try_send(()).ok();
    }
}
