//! What the computer itself has to say: its battery, how long it slept, and whether it may fall asleep now.
//!
//! Linux tells the first two (`/sys/class/power_supply`; the clock that counts sleep against the one that does not); elsewhere nothing is
//! known and nothing is claimed. While an interview is open the system is asked to stay awake with the lid closed, through the program it
//! has for that, which ends with us: it waits for the end of a pipe that only we hold. Scripts say themselves what the machine says.

#![expect(clippy::disallowed_methods, reason = "reads what the system says of its battery, and asks it to stay awake")]

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use crate::tui::msg::Battery;
use crate::tui::msg::Supply;
use crate::words::say;

/// How often the battery is looked at.
const EVERY: Duration = Duration::from_secs(30);

/// Where Linux tells of batteries and mains.
const SUPPLIES: &str = "/sys/class/power_supply";

/// The computer, or what a script says of one.
#[derive(Debug)]
pub(crate) enum Machine {
    /// This one.
    Real {
        /// What the battery said, and when.
        looked: Option<(Duration, Option<Battery>)>,
        /// What keeps it awake.
        awake: Option<Awake>,
    },
    /// One that says this.
    Told {
        /// Of its battery.
        battery: Option<Battery>,
        /// Of its sleep.
        slept: Duration,
    },
}

impl Machine {
    /// This computer.
    pub(crate) fn real() -> Self {
        Self::Real { looked: None, awake: None }
    }

    /// One without a battery that never sleeps.
    pub(crate) fn told() -> Self {
        Self::Told { battery: None, slept: Duration::ZERO }
    }

    /// Its battery, `now` after the program began.
    pub(crate) fn battery(&mut self, now: Duration) -> Option<Battery> {
        match self {
            Self::Told { battery, .. } => *battery,
            Self::Real { looked: Some((at, battery)), .. } if now.saturating_sub(*at) < EVERY => *battery,
            Self::Real { looked, .. } => {
                let battery = battery_in(Path::new(SUPPLIES));
                *looked = Some((now, battery));
                battery
            }
        }
    }

    /// How long it has slept since it was started.
    pub(crate) fn slept(&self) -> Duration {
        match self {
            Self::Told { slept, .. } => *slept,
            Self::Real { .. } => slept(),
        }
    }

    /// Asks it to stay awake, until [`Machine::let_sleep`].
    pub(crate) fn stay_awake(&mut self) {
        if let Self::Real { awake, .. } = self {
            *awake = Awake::ask().ok();
        }
    }

    /// It may sleep again.
    pub(crate) fn let_sleep(&mut self) {
        if let Self::Real { awake, .. } = self {
            drop(awake.take());
        }
    }
}

/// The emptiest battery in `supplies`; nothing where there is none.
fn battery_in(supplies: &Path) -> Option<Battery> {
    let says = |folder: &PathBuf, what: &str| fs::read_to_string(folder.join(what)).unwrap_or_default().trim().to_owned();
    let folders: Vec<PathBuf> = fs::read_dir(supplies).ok()?.flatten().map(|entry| entry.path()).collect();
    // A mouse has a battery too; its scope says so.
    let ours = |folder: &&PathBuf| says(folder, "type") == "Battery" && says(folder, "scope") != "Device";
    let batteries = folders.iter().filter(ours).filter_map(|folder| Some((says(folder, "capacity").parse::<u8>().ok()?, folder)));
    let (percent, folder) = batteries.min_by_key(|(percent, _)| *percent)?;
    let supply = if says(folder, "status") == "Discharging" { Supply::Battery } else { Supply::Mains };
    Some(Battery { percent: percent.min(100), supply })
}

#[cfg(target_os = "linux")]
fn slept() -> Duration {
    use rustix::time::ClockId;
    use rustix::time::clock_gettime;
    let [with, without] = [ClockId::Boottime, ClockId::Monotonic].map(|clock| {
        let at = clock_gettime(clock);
        Duration::new(u64::try_from(at.tv_sec).unwrap_or(0), u32::try_from(at.tv_nsec).unwrap_or(0))
    });
    with.saturating_sub(without)
}

#[cfg(not(target_os = "linux"))]
fn slept() -> Duration {
    Duration::ZERO
}

/// A wish not to be put to sleep. Dropping it, or dying, takes it back.
#[derive(Debug)]
pub(crate) struct Awake(Child);

impl Awake {
    /// Asks the system, which may refuse; [`Awake::is_granted`] tells, a moment later.
    pub(crate) fn ask() -> std::io::Result<Self> {
        let mut wish = if cfg!(target_os = "macos") {
            let mut caffeinate = Command::new("caffeinate");
            caffeinate.args(["-i", "-s", "cat"]);
            caffeinate
        } else {
            let mut inhibit = Command::new("systemd-inhibit");
            let why = format!("--why={}", say!("awake-why"));
            inhibit.args(["--what=sleep:idle:handle-lid-switch", "--who=hearback", &why, "cat"]);
            inhibit
        };
        wish.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(Self)
    }

    /// Whether the system grants it now: asked, and taken back.
    pub(crate) fn is_granted_now() -> bool {
        // What is refused is refused within this; a channel that nobody sends into is how one waits.
        const REFUSED_WITHIN: Duration = Duration::from_millis(300);
        let (_nobody, wait) = mpsc::channel::<()>();
        Self::ask().is_ok_and(|mut wish| {
            wait.recv_timeout(REFUSED_WITHIN).ok();
            wish.is_granted()
        })
    }

    /// Whether the wish stands: what was refused ends at once.
    pub(crate) fn is_granted(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emptiest_battery_of_the_computer_counts() {
        let dir = tempfile::tempdir().unwrap();
        let supply = |name: &str, files: &[(&str, &str)]| {
            fs::create_dir(dir.path().join(name)).unwrap();
            for (file, says) in files {
                fs::write(dir.path().join(name).join(file), format!("{says}\n")).unwrap();
            }
        };
        assert_eq!(battery_in(dir.path()), None);
        supply("AC", &[("type", "Mains"), ("online", "0")]);
        supply("mouse", &[("type", "Battery"), ("scope", "Device"), ("capacity", "3"), ("status", "Discharging")]);
        assert_eq!(battery_in(dir.path()), None, "a mouse records nothing");
        supply("BAT0", &[("type", "Battery"), ("capacity", "80"), ("status", "Discharging")]);
        supply("BAT1", &[("type", "Battery"), ("capacity", "18"), ("status", "Discharging")]);
        assert_eq!(battery_in(dir.path()), Some(Battery { percent: 18, supply: Supply::Battery }));
        fs::write(dir.path().join("BAT1/status"), "Charging\n").unwrap();
        assert_eq!(battery_in(dir.path()).unwrap().supply, Supply::Mains);
        assert_eq!(battery_in(&dir.path().join("nowhere")), None);
    }
}
