//! What the threads beside the main one have to say, and the box in which it arrives.
//!
//! Whatever is put into it wakes the main thread, which takes it out between two turns.

use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::SendError;
use std::sync::mpsc::Sender;

use crate::domain::found::Found;
use crate::domain::incident::EndCause;
use crate::domain::outside::SoundCopy;
use crate::domain::recording::TakeCheck;
use crate::domain::whereabouts::Whereabouts;
use crate::shell::live::bell::Bell;
use crate::shell::live::bell::Hearer;
use crate::shell::live::bell::bell;
use crate::shell::live::microphones::Microphones;
use crate::tui::in_words::InWords;
use crate::tui::msg::Drawn;
use crate::tui::msg::FiguresReport;

/// What those threads tell the main thread.
#[derive(Debug)]
pub(crate) enum Report {
    /// Every event up to this one is on disk.
    Saved(u64),
    /// Events are not on disk and will be tried again.
    NotSaved(String),
    /// Events never got into the journal; this says where they are instead.
    Stranded(String),
    /// The system asks us to stop, for this reason.
    #[cfg_attr(not(unix), expect(dead_code, reason = "no signal says so there"))]
    Stop(EndCause),
    /// The study's disk was tried: what it refuses, if it does.
    Tried(Option<String>),
    /// What is known of the place that the study lies in.
    Whereabouts(Whereabouts),
    /// The takes of the session in the folder of this name were read back.
    Verified(String, Vec<TakeCheck>),
    /// The waveform of the session in the folder of this name is got so far.
    Waveform(String, Drawn),
    /// The clip of a note of the session in the folder of this name was made, or not: what its journal is to know, and what there is to say.
    Clip(String, Box<(SoundCopy, Result<String, String>)>),
    /// The transcripts of the session in the folder of this name were read.
    InWords(String, Box<InWords>),
    /// A copy of the sound was left by a run that was killed, and cannot be destroyed: why.
    CopyLeft(String),
    /// This was found, for the search of this number.
    Found(u64, Found),
    /// The figures of the study were counted, or why they cannot be.
    Figures(Result<Box<FiguresReport>, String>),
    /// The microphones there are, and what there is to say about them.
    Microphones(Microphones, Option<String>),
}

/// A way to tell the main thread something, and to wake it.
#[derive(Clone, Debug)]
pub(crate) struct Reports {
    to: Sender<Report>,
    bell: Bell,
}

impl Reports {
    /// Reports that ring `bell`.
    pub(crate) fn new(to: Sender<Report>, bell: Bell) -> Self {
        Self { to, bell }
    }

    /// Tells the main thread.
    pub(crate) fn send(&self, report: Report) -> Result<(), SendError<Report>> {
        self.to.send(report)?;
        self.bell.ring();
        Ok(())
    }
}

/// Where reports arrive.
#[derive(Debug)]
pub(crate) struct Letterbox {
    reports: Reports,
    arrived: Receiver<Report>,
    ear: Option<Hearer>,
}

impl Letterbox {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let ((to, arrived), (bell, ear)) = (mpsc::channel(), bell());
        Self { reports: Reports::new(to, bell), arrived, ear }
    }

    /// For who has something to report.
    pub(crate) fn reports(&self) -> Reports {
        self.reports.clone()
    }

    /// What has arrived.
    pub(crate) fn taken_out(&self) -> Vec<Report> {
        self.arrived.try_iter().collect()
    }

    /// What wakes the loop, and what hears it: the terminal, which takes that once.
    pub(crate) fn bell(&mut self) -> (Bell, Option<Hearer>) {
        (self.reports.bell.clone(), self.ear.take())
    }
}
