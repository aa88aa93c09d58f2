//! Who wrote something down: the interviewer's code, and which machine it was.
//!
//! Every line of a journal carries it, so that what two people wrote on two laptops during one interview can be laid together later and
//! still be told apart. A machine is four hex digits of a random number that was drawn once, never its name and never a user's.

use std::fmt;
use std::str::FromStr;

use crate::domain::study::ParticipantCode;
use crate::words::say;

/// A code and a machine: `I1@a3f9`; `@a3f9` where nobody has said their code yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who {
    /// The interviewer's code, if it is known. It has the form of a participant's.
    pub code: Option<ParticipantCode>,
    /// The machine.
    pub machine: MachineId,
}

/// Four hex digits that tell machines of one team apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MachineId(pub u16);

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.as_ref().map_or("", ParticipantCode::as_str);
        f.pad(&format!("{code}@{:04x}", self.machine.0))
    }
}

/// A text that says nobody.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("who-form"))]
pub struct Nobody;

impl FromStr for Who {
    type Err = Nobody;

    fn from_str(text: &str) -> Result<Self, Nobody> {
        let (code, machine) = text.split_once('@').ok_or(Nobody)?;
        let code = match code {
            "" => None,
            code => Some(ParticipantCode::new(code).map_err(|_| Nobody)?),
        };
        let is_machine = machine.len() == 4 && machine.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
        let machine = u16::from_str_radix(machine, 16).ok().filter(|_| is_machine).ok_or(Nobody)?;
        Ok(Self { code, machine: MachineId(machine) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_in_one_way() {
        for text in ["I1@a3f9", "@0000", "obs-2@00ff"] {
            assert_eq!(text.parse::<Who>().unwrap().to_string(), text);
        }
        for wrong in ["", "I1", "I1@A3F9", "I1@a3f", "I1@a3f90", "A. Jansen@a3f9", "I1@+3f9"] {
            assert_eq!(wrong.parse::<Who>(), Err(Nobody), "{wrong}");
        }
    }
}
