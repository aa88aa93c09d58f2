//! A study in a temporary folder, made and asked by the program itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use super::room;
use super::room::Room;
use super::sound;
use super::window::Window;

/// The program.
pub(crate) fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_hearback"))
}

/// The study, and what surrounds the program when it works on it.
pub(crate) struct Study {
    place: TempDir,
    surroundings: Vec<(String, String)>,
}

impl Study {
    /// A new study in a room with a sound server; nothing of the user's is touched.
    pub(crate) fn in_room(room: &Room) -> Self {
        Self::made(tempfile::tempdir().unwrap(), room.surroundings())
    }

    /// A new study where no sound server answers.
    pub(crate) fn without_sound_server() -> Self {
        let place = tempfile::tempdir().unwrap();
        let surroundings = room::surroundings(place.path());
        Self::made(place, surroundings)
    }

    /// A new study where no sound server answers, and whose microphone plays a long ramp.
    pub(crate) fn with_a_ramp() -> Self {
        let study = Self::without_sound_server();
        let ramp = study.beside("ramp.wav");
        sound::write_ramp(&ramp, sound::LONG);
        study.set_microphone(&ramp);
        study
    }

    /// A new study below `folder`, a disk of its own perhaps, where no sound server answers.
    pub(crate) fn on(folder: &Path) -> Self {
        let place = tempfile::tempdir_in(folder).unwrap();
        let surroundings = room::surroundings(place.path());
        Self::made(place, surroundings)
    }

    fn made(place: TempDir, surroundings: Vec<(String, String)>) -> Self {
        let study = Self { place, surroundings };
        study.told(&["init"]);
        study
    }

    /// Sets the microphone that is used unless another is asked for.
    pub(crate) fn set_microphone(&self, wav: &Path) {
        let file = self.place.path().join("study.yaml");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{text}\ndefaults:\n  mic: {:?}\n", wav.display().to_string())).unwrap();
    }

    /// Changes what surrounds the program.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.surroundings.retain(|(n, _)| n != name);
        self.surroundings.push((name.to_owned(), value.to_owned()));
    }

    fn environment(&self) -> Vec<(String, String)> {
        let mut all = self.surroundings.clone();
        all.push(("HEARBACK_STUDY".into(), self.place.path().display().to_string()));
        all.push(("HEARBACK_CONFIG".into(), self.place.path().join("config").display().to_string()));
        all.push(("XDG_CACHE_HOME".into(), self.place.path().join("cache").display().to_string()));
        all
    }

    /// The program with `args`, ready to be started.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(args).current_dir(self.place.path()).envs(self.environment());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a command says that must succeed.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let (said, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{args:?} failed: {said}{wrong}");
        said.into_owned()
    }

    /// The program with its screen, in a window.
    pub(crate) fn window(&self, args: &[&str]) -> Window {
        Window::open(program(), args, &self.environment())
    }

    /// The program in a window, run by another that is told to: `wrapper` and then the program and `args`.
    pub(crate) fn window_under(&self, wrapper: &[&str], args: &[&str]) -> Window {
        let all: Vec<&str> = wrapper[1..].iter().copied().chain([program().to_str().unwrap()]).chain(args.iter().copied()).collect();
        Window::open(Path::new(wrapper[0]), &all, &self.environment())
    }

    /// The program in a window within a window: when the process [`Window::pid`] is killed, the program's terminal is gone, as if somebody
    /// had closed it. What the shell in it does `before` may be a trap for its signals.
    pub(crate) fn window_to_close(&self, before: &str, args: &[&str]) -> Window {
        let line = format!("{before} exec {} {}", program().display(), args.join(" "));
        Window::open(Path::new("script"), &["-qec", &line, "/dev/null"], &self.environment())
    }

    /// A shell in a window, told to run `script`, with the program as `$0` and `args` as its arguments.
    pub(crate) fn shell(&self, script: &str, args: &[&str]) -> Window {
        let all: Vec<&str> = ["-c", script, program().to_str().unwrap()].into_iter().chain(args.iter().copied()).collect();
        Window::open(Path::new("/bin/sh"), &all, &self.environment())
    }

    /// `hearback sessions --json`.
    pub(crate) fn sessions(&self) -> Vec<Value> {
        serde_json::from_str(&self.told(&["sessions", "--json"])).unwrap()
    }

    /// `hearback show --json` of the only session.
    pub(crate) fn show(&self) -> Value {
        let sessions = self.sessions();
        let [only] = sessions.as_slice() else { panic!("not one session: {sessions:?}") };
        serde_json::from_str(&self.told(&["show", only["session"].as_str().unwrap(), "--json"])).unwrap()
    }

    /// A file of the only session.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        let mut sessions = fs::read_dir(self.place.path().join("sessions")).unwrap();
        sessions.next().unwrap().unwrap().path().join(name)
    }

    /// The study's folder.
    pub(crate) fn folder(&self) -> &Path {
        self.place.path()
    }

    /// A file beside the study's own.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Every file of the study and what it holds.
    pub(crate) fn contents(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let (mut folders, mut files) = (vec![self.place.path().to_owned()], BTreeMap::new());
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    files.insert(path, bytes);
                }
            }
        }
        files
    }
}

/// The notes of what `show --json` said, as they were written.
pub(crate) fn notes(shown: &Value) -> Vec<&Value> {
    shown["notes"].as_array().unwrap().iter().collect()
}

/// The text of a note.
pub(crate) fn text(note: &Value) -> &str {
    note["text"].as_str().unwrap()
}
