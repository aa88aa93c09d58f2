//! The page that lies beside the sound for whoever transcribes it: who speaks, where names are said, how to write.
//!
//! It is made of a [`Brief`] and of nothing else, so that nothing private can be in it. Plain text, because it is read beside whatever player and
//! editor they have.

use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::transcriber::Brief;
use crate::domain::transcriber::Role;
use crate::words::say;

/// A file of sound that is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundFile {
    /// Its name.
    pub name: String,
    /// Where on the timeline it begins.
    pub from: Position,
    /// Where it ends.
    pub to: Position,
}

/// Where a moment is, as whoever plays the files finds it: `sound-1.wav 3:15`.
fn place(sounds: &[SoundFile], at: Position) -> Option<String> {
    let sound = sounds.iter().find(|sound| (sound.from..=sound.to).contains(&at))?;
    let at = Position::from_secs(at.since(sound.from).as_secs());
    Some(if sounds.len() > 1 { format!("{} {at}", sound.name) } else { at.to_string() })
}

/// The page.
pub fn page(brief: &Brief, sounds: &[SoundFile]) -> String {
    let mut lines = vec![say!("pack-title"), String::new(), say!("pack-files")];
    for sound in sounds {
        let long = Position::from_secs(sound.to.since(sound.from).as_secs());
        lines.push(format!("  {}  {long}", sound.name));
    }
    lines.extend([String::new(), say!("pack-speakers")]);
    for speaker in &brief.speakers {
        let role = match speaker.role {
            Role::Participant => say!("pack-role", role = "participant"),
            Role::Interviewer => say!("pack-role", role = "interviewer"),
            Role::Observer => say!("pack-role", role = "observer"),
            Role::Seat(seat) => say!("pack-seat", seat = u32::from(seat.0)),
        };
        let first =
            speaker.first.and_then(|at| place(sounds, at)).map(|at| format!("  {}", say!("pack-first", at = at))).unwrap_or_default();
        lines.push(format!("  {:<8} {role}{first}", shown(&speaker.code)));
    }
    lines.extend([String::new(), say!("pack-names")]);
    let names: Vec<String> = brief
        .names
        .iter()
        .filter_map(|(at, of)| Some(format!("  {}  {}", place(sounds, *at)?, say!("pack-name", of = of.word()))))
        .collect();
    if names.is_empty() {
        lines.push(format!("  {}", say!("pack-no-names")));
    }
    lines.extend(names);
    let silent = brief.silent.iter().filter_map(|(from, to)| {
        let until = Position::from_secs(to.since(*from).as_secs());
        Some(format!("  {}", say!("pack-silent-at", at = place(sounds, *from)?, long = until.to_string())))
    });
    let silent: Vec<String> = silent.collect();
    if !silent.is_empty() {
        lines.extend([String::new(), say!("pack-silences")]);
        lines.extend(silent);
    }
    lines.push(String::new());
    lines.extend(say!("pack-conventions").lines().map(str::to_owned));
    lines.iter().fold(String::new(), |page, line| page + line.trim_end() + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::names::NameOf;
    use crate::domain::seats::Seat;
    use crate::domain::transcriber::Speaker;
    use crate::words::Words;
    use crate::words::speaking;

    #[test]
    fn every_place_is_one_of_a_file() {
        let at = Position::from_secs;
        let sound = |name: &str, from, to| SoundFile { name: name.into(), from: at(from), to: at(to) };
        let brief = Brief {
            speakers: vec![
                Speaker { code: "P12".into(), role: Role::Seat(Seat(1)), first: Some(at(65)) },
                Speaker { code: "I1".into(), role: Role::Interviewer, first: None },
            ],
            names: vec![(at(195), NameOf::Person), (at(700), NameOf::Place)],
            silent: vec![(at(800), at(830))],
        };
        for words in [Words::english(), Words::dutch()] {
            speaking(words, || {
                let told = page(&brief, &[sound("sound-1.wav", 0, 600), sound("sound-2.wav", 640, 1000)]);
                for place in ["sound-1.wav 1:05", "sound-1.wav 3:15", "sound-2.wav 1:00", "sound-2.wav 2:40", "0:30", "P12", "I1"] {
                    assert!(told.contains(place), "{place}: {told}");
                }
            });
        }
    }
}
