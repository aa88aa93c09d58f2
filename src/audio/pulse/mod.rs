//! A sound server's own way in and out: PulseAudio's protocol, which PipeWire speaks too, given to cpal as a host.
//!
//! Why our own: the client behind cpal's host sends no credentials, so that a server which would let this user in turns it away now and
//! then; it hears neither that its stream was moved to another microphone, nor that it was killed or muted; and it spends more on clearing
//! its buffer than all the rest of an interview costs. Here a thread sits on each stream's socket and waits. What cpal's callbacks cannot
//! carry comes by a side channel: where the sound comes from by now, and (for whoever waits for sound) that some has come.
//!
//! * [`address`] finds the server's socket and the key that opens it; [`connection`] is a connection to it, questions and answers.
//! * [`ear`] takes apart what comes on a recording stream, and keeps its clock, without allocating; [`record`] is the thread around it.
//! * [`play`] is the same the other way round, and [`flow`] and [`routing`] (where a stream is by now) what the two have in common.
//! * [`mod@end`] is a microphone or a loudspeaker of the server's; [`host`] is how cpal sees all this, and [`data`] the one line that needs `unsafe`.
//! * [`own`] is what goes wrong here, in words of ours.

pub mod ear;

mod address;
mod connection;
mod data;
mod end;
mod flow;
mod host;
mod own;
mod play;
mod record;
mod routing;

pub(super) use connection::Unreached;
pub(super) use end::Endpoint;
pub(super) use end::Manner;
pub(super) use end::PREFIX;
pub(super) use end::WayBack;
pub(super) use host::Server;
pub(super) use own::Own;
