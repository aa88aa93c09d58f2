//! Where the sound of an interview comes from: the machine's microphones, or a file that stands for one.

use std::path::Path;

use crate::audio::AudioError;
use crate::audio::AudioInput;
use crate::audio::Device;
use crate::audio::device::SystemInput;
use crate::audio::simulated::Again;
use crate::audio::simulated::SimulatedInput;
use crate::audio::simulated::Sound;
use crate::tui::model::Known;

/// The microphones that can be chosen.
#[derive(Clone, Debug)]
pub(in crate::shell) enum Microphones {
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
    /// Those that `wish` leaves: the machine's own with the wished one first, or one that plays the WAV that `wish` names.
    pub(in crate::shell) fn wished(wish: Option<&str>) -> Result<Self, AudioError> {
        if let Some(file) =
            wish.filter(|w| Path::new(w).is_file() || Path::new(w).extension().is_some_and(|e| e.eq_ignore_ascii_case("wav")))
        {
            let name = Path::new(file).file_name().map_or_else(|| file.to_owned(), |n| n.to_string_lossy().into_owned());
            return Ok(Self::Playing(name, Sound::open(Path::new(file), Again::Once)?));
        }
        let mut devices = SystemInput.list()?;
        if let Some(wish) = wish {
            let id = crate::audio::pick(Some(wish), &devices)?.id.clone();
            devices.sort_by_key(|d| d.id != id);
        } else {
            devices.sort_by_key(|d| !d.is_default);
        }
        Ok(Self::System(devices))
    }

    /// Those there are by now. One in `known` that is not there at this moment keeps its place: it may come back.
    pub(in crate::shell) fn found_or(known: Vec<Device>) -> Self {
        let found = SystemInput.list().unwrap_or_default();
        let mut all = known;
        all.extend(found.into_iter().filter(|device| !all.iter().any(|k| k.id == device.id)).collect::<Vec<_>>());
        Self::System(all)
    }

    /// Whether they are known.
    pub(in crate::shell) fn known(&self) -> Known {
        match self {
            Self::System(_) | Self::Playing(..) | Self::Simulated(_) => Known::All,
            Self::Looking => Known::NotYet,
        }
    }

    /// Their names, as the form lists them.
    pub(in crate::shell) fn names(&self) -> Vec<String> {
        match self {
            Self::System(devices) => (0..devices.len()).map(|n| label(devices, n)).collect(),
            Self::Playing(name, _) => vec![name.clone()],
            Self::Simulated(names) => names.clone(),
            Self::Looking => Vec::new(),
        }
    }

    /// The id of the device called `name`; nothing leaves the choice to the system.
    pub(in crate::shell) fn id(&self, name: &str) -> Option<String> {
        match self {
            Self::System(devices) => (0..devices.len()).find(|n| label(devices, *n) == name).map(|n| devices[n].id.clone()),
            Self::Simulated(_) => Some(name.to_owned()),
            Self::Playing(..) | Self::Looking => None,
        }
    }

    /// What `device` is called here: as it is listed, or, if it is not and another is called so, told apart from that.
    pub(in crate::shell) fn called(&self, device: &Device) -> String {
        let Self::System(devices) = self else { return device.name.clone() };
        match devices.iter().position(|d| d.id == device.id) {
            Some(n) => label(devices, n),
            None if devices.iter().any(|d| d.name == device.name) => format!("{} (another)", device.name),
            None => device.name.clone(),
        }
    }

    /// The input that opens them.
    pub(in crate::shell) fn input(&self) -> Box<dyn AudioInput> {
        match self {
            Self::System(_) | Self::Simulated(_) | Self::Looking => Box::new(SystemInput),
            Self::Playing(_, sound) => Box::new(SimulatedInput::paced(sound.clone())),
        }
    }
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
        assert_eq!(found.names(), ["USB Mic", "Line", "USB Mic (2)"]);
        assert_eq!(found.called(&device("c", "USB Mic")), "USB Mic (2)");
        assert_eq!(found.called(&device("d", "USB Mic")), "USB Mic (another)");
        assert_eq!((found.id("USB Mic").as_deref(), found.id("USB Mic (2)").as_deref()), (Some("a"), Some("c")));
    }
}
