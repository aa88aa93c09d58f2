//! Where the sound server is, and the key that opens its door: as libpulse looks for them, so that what works for other programs works here
//! (pulse/internal.h, pulsecore/core-util.c and pulsecore/authkey.c of PulseAudio 16).

use std::ffi::OsString;
use std::path::Path;
use std::path::PathBuf;

/// How long a key is; a server hangs up on one of another length.
pub(super) const KEY: usize = 256;

/// Where a server may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// Behind this socket.
    Socket(PathBuf),
    /// Somewhere that is not asked: another machine, or a list of several.
    Elsewhere(String),
    /// Nowhere.
    Nowhere,
}

/// What the environment says.
pub(super) struct Surroundings<'e> {
    /// The value of an environment variable.
    pub(super) variable: &'e dyn Fn(&str) -> Option<OsString>,
    /// The user's home folder.
    pub(super) home: Option<PathBuf>,
    /// What the machine is called in the names of folders.
    pub(super) machine: Option<String>,
}

impl Surroundings<'_> {
    fn path(&self, name: &str) -> Option<PathBuf> {
        (self.variable)(name).filter(|value| !value.is_empty()).map(PathBuf::from)
    }

    fn config(&self) -> Option<PathBuf> {
        self.path("XDG_CONFIG_HOME").or_else(|| Some(self.home.as_ref()?.join(".config")))
    }

    /// Where the server is. One that is named is the only one that is asked.
    pub(super) fn server(&self, is_there: impl Fn(&Path) -> bool) -> Address {
        if let Some(named) = (self.variable)("PULSE_SERVER").filter(|value| !value.is_empty()) {
            let named = named.to_string_lossy().into_owned();
            // "{machine}unix:/path": for this machine only.
            let plain = match named.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
                Some((machine, rest)) if Some(machine) == self.machine.as_deref() => rest,
                Some(_) => return Address::Elsewhere(named),
                None => &named,
            };
            let path = Path::new(plain.strip_prefix("unix:").unwrap_or(plain));
            return match (path.is_absolute(), is_there(path)) {
                (true, true) => Address::Socket(path.to_owned()),
                (true, false) => Address::Nowhere,
                (false, _) => Address::Elsewhere(named),
            };
        }
        let own = self.config().zip(self.machine.as_ref()).map(|(config, machine)| config.join(format!("pulse/{machine}-runtime/native")));
        let places = [
            self.path("PULSE_RUNTIME_PATH").map(|dir| dir.join("native")),
            self.path("XDG_RUNTIME_DIR").map(|dir| dir.join("pulse/native")),
            own,
        ];
        places.into_iter().flatten().find(|path| is_there(path)).map_or(Address::Nowhere, Address::Socket)
    }

    /// The key; where there is none, one of zeros, as libpulse sends it then: credentials may open the door all the same.
    pub(super) fn key(&self, read: impl Fn(&Path) -> Option<Vec<u8>>) -> Vec<u8> {
        let places = [
            self.path("PULSE_COOKIE"),
            self.config().map(|config| config.join("pulse/cookie")),
            self.home.as_ref().map(|home| home.join(".pulse-cookie")),
        ];
        let found = places.into_iter().flatten().find_map(|path| read(&path).filter(|key| key.len() >= KEY));
        let mut key = found.unwrap_or_default();
        key.resize(KEY, 0);
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(variables: &[(&str, &str)], there: &[&str]) -> Address {
        let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
        let around = Surroundings { variable: &variable, home: Some("/home/i1".into()), machine: Some("cafe".into()) };
        around.server(|path| there.iter().any(|known| path == Path::new(known)))
    }

    fn socket(path: &str) -> Address {
        Address::Socket(path.into())
    }

    #[test]
    fn a_server_that_is_named_is_the_only_one_that_is_asked() {
        let runtime = "/run/user/1000/pulse/native";
        let named = |name| server(&[("PULSE_SERVER", name), ("XDG_RUNTIME_DIR", "/run/user/1000")], &["/tmp/there", runtime]);
        assert_eq!(named("unix:/tmp/there"), socket("/tmp/there"));
        assert_eq!(named("/tmp/there"), socket("/tmp/there"));
        assert_eq!(named("{cafe}unix:/tmp/there"), socket("/tmp/there"));
        assert_eq!(named("unix:/tmp/gone"), Address::Nowhere);
        assert_eq!(named("{beef}unix:/tmp/there"), Address::Elsewhere("{beef}unix:/tmp/there".into()));
        assert_eq!(named("tcp:192.168.1.7"), Address::Elsewhere("tcp:192.168.1.7".into()));
        assert_eq!(named(""), socket(runtime), "nothing is no name");
    }

    #[test]
    fn the_first_place_with_a_socket_is_taken() {
        let both = [("PULSE_RUNTIME_PATH", "/tmp/pulse"), ("XDG_RUNTIME_DIR", "/run/user/1000")];
        let all = ["/tmp/pulse/native", "/run/user/1000/pulse/native", "/home/i1/.config/pulse/cafe-runtime/native"];
        assert_eq!(server(&both, &all), socket(all[0]));
        assert_eq!(server(&both, &all[1..]), socket(all[1]));
        assert_eq!(server(&both, &all[2..]), socket(all[2]));
        assert_eq!(server(&both, &[]), Address::Nowhere);
    }

    #[test]
    fn the_key_is_as_long_as_the_server_wants_it_also_where_there_is_none() {
        let variable = |name: &str| (name == "PULSE_COOKIE").then(|| OsString::from("/tmp/cookie"));
        let around = Surroundings { variable: &variable, home: Some("/home/i1".into()), machine: None };
        assert_eq!(around.key(|_| None), [0; KEY]);
        assert_eq!(around.key(|path| (path == Path::new("/tmp/cookie")).then(|| vec![7; KEY])), [7; KEY]);
        let second = |path: &Path| Some(if path == Path::new("/tmp/cookie") { vec![1; 3] } else { vec![9; 300] });
        assert_eq!(around.key(second), [9; KEY], "one that is too short is none, and what is too much is not sent");
    }
}
