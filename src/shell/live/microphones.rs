//! Where the sound of an interview comes from: the machine's microphones, or a file that stands for one.

use std::path::Path;
use std::path::is_separator;

use crate::audio::AudioError;
use crate::audio::AudioInput;
use crate::audio::Device;
use crate::audio::device;
use crate::audio::device::SystemInput;
use crate::audio::simulated::Again;
use crate::audio::simulated::SimulatedInput;
use crate::audio::simulated::Sound;
use crate::audio::unplayable::Unplayable;
use crate::tui::model::Known;
use crate::tui::model::Microphone;
use crate::tui::model::Pick;

/// The microphones that can be chosen.
#[derive(Clone, Debug)]
pub(crate) enum Microphones {
    /// The machine's, the one to be chosen first at the top: the system's own choice, unless somebody wished for another.
    System(Vec<Device>),
    /// One that plays this sound.
    Playing(String, Sound),
    /// Several in a simulated room, by name.
    Simulated(Vec<String>),
    /// Not known yet: they are being looked for.
    Looking,
}

impl Microphones {
    /// Those that `wish` leaves: the machine's own with the wished one first, or one that plays the WAV that `wish` names. With it what there
    /// is to say about the sound system.
    pub(crate) fn wished(wish: Option<&str>) -> Result<(Self, Option<String>), AudioError> {
        if let Some(file) = wish.filter(|wish| is_of_a_file(wish)) {
            let name = Path::new(file).file_name().map_or_else(|| file.to_owned(), |n| n.to_string_lossy().into_owned());
            let sound = Sound::open(Path::new(file), Again::Once)?;
            return Ok((Self::Playing(name, sound), None));
        }
        let (mut devices, remark) = device::microphones()?;
        if let Some(wish) = wish {
            let found = crate::audio::pick(Some(wish), &devices).map_err(|why| match why {
                // What is written as a path and fits no device is a file that is not there.
                AudioError::NotFound { .. } if wish.contains(is_separator) => {
                    AudioError::Unplayable { path: wish.into(), why: Unplayable::Missing }
                }
                other => other,
            });
            let id = found?.id.clone();
            // Somebody's choice is not the system's, even where both are the same.
            for device in devices.iter_mut().filter(|d| d.id == id) {
                device.is_default = false;
            }
            devices.sort_by_key(|d| d.id != id);
        } else {
            devices.sort_by_key(|d| !d.is_default);
        }
        Ok((Self::System(devices), remark))
    }

    /// Those there are by now. One in `known` that is not there at this moment keeps its place: it may come back.
    pub(crate) fn found_or(known: Vec<Device>) -> Self {
        let found = SystemInput.list().unwrap_or_default();
        let mut all = known;
        all.extend(found.into_iter().filter(|device| !all.iter().any(|k| k.id == device.id)).collect::<Vec<_>>());
        Self::System(all)
    }

    /// Whether they are known.
    pub(crate) fn known(&self) -> Known {
        match self {
            Self::System(_) | Self::Playing(..) | Self::Simulated(_) => Known::All,
            Self::Looking => Known::NotYet,
        }
    }

    /// All of them, as the form lists them.
    pub(crate) fn all(&self) -> Vec<Microphone> {
        let simulated = |id: &str, name: &str, pick| Microphone { id: id.to_owned(), name: name.to_owned(), pick };
        match self {
            Self::System(devices) => {
                let pick = |device: &Device| if device.is_default { Pick::Systems } else { Pick::Somebodys };
                let listed = devices.iter().enumerate();
                listed.map(|(n, device)| Microphone { id: device.id.clone(), name: label(devices, n), pick: pick(device) }).collect()
            }
            Self::Playing(name, _) => vec![simulated("simulated", name, Pick::Systems)],
            Self::Simulated(names) => names.iter().map(|name| simulated(name, name, Pick::Somebodys)).collect(),
            Self::Looking => Vec::new(),
        }
    }

    /// What is asked of the sound system so that `microphone` is heard; nothing leaves the choice to the system.
    pub(crate) fn asked_for(&self, microphone: &Microphone) -> Option<String> {
        match (self, microphone.pick) {
            (Self::Playing(..) | Self::Looking, _) | (_, Pick::Systems) => None,
            (Self::System(_) | Self::Simulated(_), Pick::Somebodys) => Some(microphone.id.clone()),
        }
    }

    /// `device` as it is listed.
    pub(crate) fn known_as(&self, device: &Device) -> Microphone {
        Microphone { id: device.id.clone(), name: self.called(device), pick: Pick::Somebodys }
    }

    /// What `device` is called here: as it is listed, or, if it is not and another is called so, told apart from that.
    fn called(&self, device: &Device) -> String {
        let Self::System(devices) = self else { return device.name.clone() };
        match devices.iter().position(|d| d.id == device.id) {
            Some(n) => label(devices, n),
            None if devices.iter().any(|d| d.name == device.name) => format!("{} (another)", device.name),
            None => device.name.clone(),
        }
    }

    /// The input that opens them.
    pub(crate) fn input(&self) -> Box<dyn AudioInput> {
        match self {
            Self::System(_) | Self::Simulated(_) | Self::Looking => Box::new(SystemInput),
            Self::Playing(_, sound) => Box::new(SimulatedInput::paced(sound.clone())),
        }
    }
}

/// Whether `wish` names a file rather than a device: it is there, it is called like one, or it is a folder that is written as a path.
fn is_of_a_file(wish: &str) -> bool {
    let path = Path::new(wish);
    let is_written_so = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("wav"));
    path.is_file() || is_written_so || wish.contains(is_separator) && path.exists()
}

/// What device `n` is called among `devices`: two of one kind are told apart by a number.
fn label(devices: &[Device], n: usize) -> String {
    let name = &devices[n].name;
    match devices[..n].iter().filter(|d| d.name == *name).count() {
        0 => name.clone(),
        before => format!("{name} ({})", before + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_one_kind_can_be_told_apart() {
        let device = |id: &str, name: &str| Device { id: id.into(), name: name.into(), is_default: false };
        let found = Microphones::System(vec![device("a", "USB Mic"), device("b", "Line"), device("c", "USB Mic")]);
        let names: Vec<String> = found.all().into_iter().map(|m| m.name).collect();
        assert_eq!(names, ["USB Mic", "Line", "USB Mic (2)"]);
        assert_eq!(found.known_as(&device("c", "USB Mic")).name, "USB Mic (2)");
        assert_eq!(found.known_as(&device("d", "USB Mic")).name, "USB Mic (another)");
        let asked: Vec<_> = found.all().iter().map(|m| found.asked_for(m)).collect();
        assert_eq!(asked, ["a", "b", "c"].map(|id| Some(id.to_owned())), "by id, whatever they are called");
    }

    #[test]
    fn a_file_without_sound_is_no_microphone() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("empty.wav");
        let format = [1_u16.to_le_bytes(), 1_u16.to_le_bytes()].concat();
        let rates = [48_000_u32.to_le_bytes(), 96_000_u32.to_le_bytes()].concat();
        let parts: [&[u8]; 6] = [b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0", &format, &rates, b"\x02\0\x10\0", b"data", &[0; 4]];
        crate::disk::whole::create(&file, &parts.concat()).unwrap();
        let refused = Microphones::wished(file.to_str()).unwrap_err();
        assert!(refused.to_string().contains("it holds no sound"), "{refused}");
    }

    #[test]
    fn each_file_that_cannot_be_played_has_its_own_words_and_nothing_is_converted_that_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        let make = |name: &str, bytes: &[u8]| {
            crate::disk::whole::create(&dir.path().join(name), bytes).unwrap();
            dir.path().join(name)
        };
        let folder = dir.path().join("folder.wav");
        crate::disk::real::create_folder(&folder).unwrap();
        let wrong = [
            (dir.path().join("away.wav"), "there is no such file. To mend that, check its name"),
            (dir.path().join("away.mp3"), "there is no such file. To mend that, check its name"),
            (folder, "it is a folder. To mend that, name a WAV file"),
            (dir.path().to_owned(), "it is a folder. To mend that, name a WAV file"),
            (make("empty.wav", b""), "it is empty. To mend that, copy it again"),
            (make("song.wav", b"ID3\x03 a song"), "it is not a WAV file. To mend that, convert it"),
        ];
        for (path, words) in wrong {
            let said = Microphones::wished(path.to_str()).unwrap_err().to_string();
            assert!(said.contains(words), "{said}");
            assert_eq!(said.contains("convert"), words.contains("convert"), "{said}");
        }
        let cut = Microphones::wished(make("cut.wav", b"RIFF\x24\0\0\0WAVE").to_str()).unwrap_err();
        assert!(matches!(cut, AudioError::NotWav { .. }), "{cut}");
    }

    #[test]
    fn the_systems_choice_is_left_to_the_system() {
        let device = |id: &str, is_default| Device { id: id.into(), name: id.to_uppercase(), is_default };
        let found = Microphones::System(vec![device("a", true), device("b", false)]);
        let asked: Vec<_> = found.all().into_iter().map(|m| (found.asked_for(&m), found.asked_for(&m.picked()))).collect();
        assert_eq!(asked, [(None, Some("a".to_owned())), (Some("b".to_owned()), Some("b".to_owned()))]);
    }
}
