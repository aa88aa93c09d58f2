//! Who writes, and the random names of machines and sessions.
//!
//! The interviewer's code and the machine's number come from the configuration folder: `$HEARBACK_CONFIG`, else the platform's own. They
//! are read when something is about to be written for the first time, so that a command that only looks leaves no file. Where nothing can
//! be kept there, a number is drawn for this run alone; an interview is never refused because of it.

use std::path::PathBuf;

use etcetera::AppStrategy;
use etcetera::AppStrategyArgs;
use etcetera::choose_app_strategy;

use crate::domain::study::ParticipantCode;
use crate::domain::who::MachineId;
use crate::domain::who::Who;
use crate::store::interviewer;

/// Who writes.
#[derive(Debug)]
pub(crate) enum Identity {
    /// Whoever works at this machine.
    Kept {
        /// The configuration folder, if there is one.
        config: Option<PathBuf>,
        /// What is known so far.
        known: Option<Who>,
        /// The code that the command line gave for this run.
        given: Option<ParticipantCode>,
    },
    /// Somebody in a script: the same machine each time, and sessions named by their number.
    Told {
        /// Who.
        who: Who,
        /// How many sessions were named.
        sessions: u32,
    },
}

impl Identity {
    /// Whoever works at this machine, or for this run whoever was `given`.
    pub(crate) fn of_this_machine(given: Option<ParticipantCode>) -> Self {
        let config = config_folder();
        let known = config.as_deref().and_then(|config| interviewer::read(config).ok().flatten());
        Self::Kept { config, known, given }
    }

    /// The same, and nothing of it is kept: what is rehearsed changes nothing.
    #[must_use]
    pub(crate) fn keeping_nothing(self) -> Self {
        match self {
            Self::Kept { known, given, .. } => Self::Kept { config: None, known, given },
            Self::Told { .. } => self,
        }
    }

    /// Why it cannot be read who works here, if that is so.
    pub(crate) fn trouble(&self) -> Option<String> {
        match self {
            Self::Kept { config: Some(config), .. } => interviewer::read(config).err().map(|why| why.to_string()),
            Self::Kept { config: None, .. } | Self::Told { .. } => None,
        }
    }

    /// Somebody in a script.
    pub(crate) fn told() -> Self {
        Self::Told { who: Who { code: ParticipantCode::new("I1").ok(), machine: MachineId(0) }, sessions: 0 }
    }

    /// Somebody in a script who did not say who they are.
    pub(crate) fn nobody() -> Self {
        Self::Told { who: Who { code: None, machine: MachineId(0) }, sessions: 0 }
    }

    /// The interviewer's code, if it is known.
    pub(crate) fn code(&self) -> Option<&ParticipantCode> {
        match self {
            Self::Kept { known, given, .. } => given.as_ref().or_else(|| known.as_ref()?.code.as_ref()),
            Self::Told { who, .. } => who.code.as_ref(),
        }
    }

    /// Who writes from now on, as lines have it. A machine without a number gets one here.
    pub(crate) fn sign(&mut self) -> String {
        match self {
            Self::Kept { config, known, given } => {
                // A code that was given for this run is not kept.
                let who = known.get_or_insert_with(|| {
                    let who = Who { code: None, machine: MachineId(u16::from_be_bytes(drawn())) };
                    config.as_ref().and_then(|config| interviewer::keep_first(config, &who).ok()).unwrap_or(who)
                });
                Who { code: given.clone().or_else(|| who.code.clone()), ..*who }.to_string()
            }
            Self::Told { who, .. } => who.to_string(),
        }
    }

    /// The form says who interviews: from now on that is kept.
    pub(crate) fn interviews(&mut self, code: ParticipantCode) {
        if self.code() == Some(&code) {
            return;
        }
        self.sign();
        match self {
            Self::Kept { config, known: Some(known), given } => {
                *given = None;
                known.code = Some(code);
                keep(config.as_ref(), known);
            }
            Self::Kept { .. } => {}
            Self::Told { who, .. } => who.code = Some(code),
        }
    }

    /// A name for a new session that no other has: 48 random bits, so that a million sessions are two of one name once in 500 studies.
    pub(crate) fn name_session(&mut self) -> String {
        match self {
            Self::Kept { .. } => drawn::<6>().map(|byte| format!("{byte:02x}")).concat(),
            Self::Told { sessions, .. } => {
                *sessions += 1;
                format!("{sessions:012x}")
            }
        }
    }
}

/// Keeps who works here; where that cannot be done, it is asked again the next time.
fn keep(config: Option<&PathBuf>, who: &Who) {
    // A file that is there and cannot be read is somebody's work: it is left alone.
    if let Some(config) = config.filter(|config| interviewer::read(config).is_ok()) {
        interviewer::keep(config, who).ok();
    }
}

/// Random bytes from the system; zeros where it has none, which is a machine like any other that has none.
fn drawn<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).ok();
    bytes
}

/// Where this user's settings lie.
pub(crate) fn config_folder() -> Option<PathBuf> {
    if let Some(set) = std::env::var_os("HEARBACK_CONFIG").filter(|set| !set.is_empty()) {
        return Some(PathBuf::from(set));
    }
    Some(platform()?.config_dir())
}

/// Where what can be made again lies for this user. A relative `$XDG_CACHE_HOME` is none, as the XDG specification has it.
pub(crate) fn cache_folder() -> Option<PathBuf> {
    Some(platform()?.cache_dir())
}

/// The folders of this platform; nothing for a user without a home.
fn platform() -> Option<impl AppStrategy> {
    choose_app_strategy(AppStrategyArgs { top_level_domain: "org".into(), author: String::new(), app_name: "hearback".into() }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(config: &std::path::Path, given: Option<&str>) -> Identity {
        let known = interviewer::read(config).unwrap();
        Identity::Kept { config: Some(config.to_owned()), known, given: given.and_then(|code| ParticipantCode::new(code).ok()) }
    }

    #[test]
    fn a_machine_keeps_its_number_and_its_interviewer() {
        let dir = tempfile::tempdir().unwrap();
        let config = dir.path().join("hearback");
        let looks = identity(&config, None);
        assert_eq!((looks.code(), config.exists()), (None, false), "who only looks leaves no file");
        let mut first = identity(&config, None);
        let nobody = first.sign();
        assert!(nobody.starts_with('@') && nobody.len() == 5, "{nobody}");
        first.interviews(ParticipantCode::new("I1").unwrap());
        assert_eq!(first.sign(), format!("I1{nobody}"));
        assert_eq!(identity(&config, None).sign(), format!("I1{nobody}"), "the next run too");
        assert_eq!(identity(&config, Some("I2")).sign(), format!("I2{nobody}"), "for this run");
        assert_eq!(identity(&config, None).sign(), format!("I1{nobody}"));
        assert_ne!(first.name_session(), first.name_session());
        let elsewhere = dir.path().join("elsewhere");
        assert!(identity(&elsewhere, Some("I2")).sign().starts_with("I2@"));
        assert_eq!(identity(&elsewhere, None).code(), None, "a code for one run is not kept with the number");
        identity(&elsewhere, None).keeping_nothing().interviews(ParticipantCode::new("I7").unwrap());
        assert_eq!(identity(&elsewhere, None).code(), None);
    }
}
