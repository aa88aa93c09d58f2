//! An interview as a script: keys and sound in simulated time, everything else real.
//!
//! The same `update`, the same recorder, the same journal and the same files as in an interview; only the clock is moved by hand, the
//! microphone hears a given sound, and the screen is a string. The demonstration without a terminal is such a script, and so are the
//! journeys in the tests: a whole interview takes as long as its files take to be written.

use std::path::Path;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use crate::audio::Mute;
use crate::audio::simulated::Sound;
use crate::domain::session::Session;
use crate::domain::time::Stamp;
use crate::domain::whereabouts::Whereabouts;
use crate::shell::archive::bundle;
use crate::shell::archive::heads::Heads;
use crate::shell::archive::study::OpenStudy;
use crate::shell::failure::Failure;
use crate::shell::identity::Identity;
use crate::shell::live::burst::Bursts;
use crate::shell::live::clock::Clock;
use crate::shell::live::desk::Desk;
use crate::shell::live::desk::Loudspeaker;
use crate::shell::live::desk::Pace;
use crate::shell::live::editor::Editor;
use crate::shell::live::machine::Machine;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::perform::World;
use crate::shell::live::perform::gauges::SPACE_EVERY;
use crate::shell::live::reports::Report;
use crate::shell::live::tell;
use crate::shell::live::terminal::reader::Input;
use crate::shell::live::terminal::reader::Reader;
use crate::shell::live::turn;
use crate::shell::own_keys;
use crate::store::folder::Study;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::hand;
use crate::tui::listener::Manner;
use crate::tui::model::After;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::msg::Battery;
use crate::tui::msg::Edited;
use crate::tui::msg::Msg;
use crate::tui::msg::Supply;
use crate::tui::notice::Subject;
use crate::tui::plain;
use crate::tui::plain::Prompt;
use crate::tui::plain::Teller;
use crate::tui::view;
use crate::tui::view::look::Look;
use crate::words::say;

/// How far simulated time goes in one step: as often as the tape is emptied.
const STEP: Duration = Duration::from_millis(20);

/// How many steps lie between two turns of the loop.
const STEPS_PER_TURN: u32 = 6;

/// A program that is used by a script.
pub struct Script {
    world: World,
    model: Model,
    reader: Reader,
    bursts: Bursts,
    steps: u32,
    teller: Teller,
    told: Vec<String>,
}

impl Script {
    /// A program over the study in `dir`, whose microphone hears `sound`, on a day that begins at `wall`.
    pub fn over(dir: &Path, sound: Sound, wall: Stamp) -> Result<Self, Failure> {
        Self::over_microphone(dir, "simulated", sound, wall)
    }

    /// The same with a microphone of this name.
    pub fn over_microphone(dir: &Path, name: &str, sound: Sound, wall: Stamp) -> Result<Self, Failure> {
        let microphones = Microphones::Playing(name.into(), sound.clone());
        Self::start(dir, microphones, sound, wall)
    }

    /// The same with several microphones, by name; the first is the system's choice.
    pub fn over_microphones(dir: &Path, names: &[&str], sound: Sound, wall: Stamp) -> Result<Self, Failure> {
        let microphones = Microphones::Simulated(names.iter().map(|&name| name.to_owned()).collect());
        Self::start(dir, microphones, sound, wall)
    }

    /// The same on a machine that has no microphone, or with `--no-audio`.
    pub fn without_microphone(dir: &Path, wall: Stamp) -> Result<Self, Failure> {
        Self::start(dir, Microphones::System(Vec::new()), Sound::silence(), wall)
    }

    fn start(dir: &Path, microphones: Microphones, sound: Sound, wall: Stamp) -> Result<Self, Failure> {
        let study = OpenStudy::open(Study::find(dir)?)?;
        let mut world = World::new(study, microphones, Desk::by_hand(sound), Clock::stepped(wall), Identity::told());
        let model = Model::new(world.offer()?);
        world.clock.advance(STEP);
        let mut script = Self {
            world,
            model,
            reader: Reader::default(),
            bursts: Bursts::default(),
            steps: 0,
            teller: Teller::default(),
            told: Vec::new(),
        };
        script.turn();
        Ok(script)
    }

    /// From now on the keys are those of somebody whose `keys.toml` holds `text`.
    pub fn with_keys(mut self, text: &str) -> Result<Self, Failure> {
        self.model.shared.keys = own_keys::of_text("keys.toml", text.as_bytes())?;
        Ok(self)
    }

    /// From now on the screens are told in lines.
    #[must_use]
    pub fn in_lines(mut self) -> Self {
        self.model.shared.shows(Manner::Told);
        self.tell_on();
        self
    }

    /// The same, and nobody said who sits there.
    pub fn of_nobody(mut self) -> Result<Self, Failure> {
        self.world.is_nobodys();
        self.model.shared.offer = self.world.offer()?;
        Ok(self)
    }

    /// What was told in lines since this was asked last.
    pub fn told(&mut self) -> Vec<String> {
        std::mem::take(&mut self.told)
    }

    /// The line at the bottom, where the screens are told in lines.
    pub fn prompt(&self) -> Prompt {
        plain::prompt(&self.model)
    }

    /// Tells what is new, as a turn of the loop does.
    fn tell_on(&mut self) {
        if self.model.shared.listener.manner() == Manner::Told {
            self.told.extend(self.teller.tell(&self.model));
        }
    }

    /// Makes a study with the bundled guides in `dir`, with a contact, so that a letter can be written.
    pub fn make_study(dir: &Path) -> Result<(), Failure> {
        Self::make_study_in(dir, None)
    }

    /// The same, which speaks the language with this tag.
    pub(crate) fn make_study_in(dir: &Path, language: Option<&str>) -> Result<(), Failure> {
        let mut files = bundle::study_files("Looking back on therapy", language);
        for (name, bytes) in &mut files {
            if name == "study.yaml" {
                let text =
                    String::from_utf8_lossy(bytes).replace("contact: \"\" ", "contact: \"The research team, telephone 000 000 000\" ");
                *bytes = text.into_bytes();
            }
        }
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        Study::init(dir, &files)?;
        Ok(())
    }

    /// Types `keys`: characters as they are, other keys by name in angle brackets, as in `rest before pain<enter><down>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for chord in read_keys(keys) {
            // A hand waits for the screen that it has called up.
            if self.model.is_deaf(self.world.clock.read().mono_ms()) {
                self.hear(Duration::from_millis(hand::DEAF_MS));
            }
            let now = self.world.now(&self.model);
            tell::tell(&mut self.world, &mut self.model, Msg::Key(chord.into(), now));
            self.reports();
        }
        self
    }

    /// Pastes `text`.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        let now = self.world.now(&self.model);
        tell::tell(&mut self.world, &mut self.model, Msg::Paste(text.to_owned(), now));
        self
    }

    /// The terminal sends `bytes`, all read at once; what was made of them, in words.
    pub fn bytes(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut heard = Vec::new();
        self.reader.feed(bytes, self.world.clock.read().since_start, &mut heard);
        self.take(heard)
    }

    /// The terminal says nothing for so long, and the microphone is not listened to.
    pub fn silence(&mut self, long: Duration) -> Vec<String> {
        self.world.clock.advance(long);
        let mut heard = Vec::new();
        self.reader.pass(self.world.clock.read().since_start, &mut heard);
        self.take(heard)
    }

    fn take(&mut self, heard: Vec<Input>) -> Vec<String> {
        let now = self.world.now(&self.model);
        let came = turn::in_company(heard.into_iter().map(|input| (input, now)).collect());
        let mut words = Vec::new();
        for (input, now) in self.bursts.read(came) {
            match &input {
                Input::Key(press) => words.push(press.as_alt().to_string()),
                Input::Paste(text) => words.push(format!("[{text}]")),
                Input::Answer | Input::Foreign | Input::Resized => {}
            }
            turn::hand_on(&mut self.world, &mut self.model, input, now);
            self.reports();
        }
        words
    }

    /// Lets the microphone hear for so long.
    pub fn hear(&mut self, long: Duration) -> &mut Self {
        let steps = u32::try_from(long.as_millis() / STEP.as_millis()).unwrap_or(u32::MAX);
        for _ in 0..steps {
            self.world.clock.advance(STEP);
            let now = self.world.clock.read();
            if let Some(hand) = self.world.desk().hand() {
                hand.hear(STEP, &now);
            }
            self.steps += 1;
            if self.steps.is_multiple_of(STEPS_PER_TURN) {
                self.turn();
            }
        }
        self.turn();
        self
    }

    /// Hears until the session's position is `at`.
    pub fn hear_until(&mut self, at: Duration) -> &mut Self {
        let here = Duration::from_millis(self.world.now(&self.model).position.millis());
        self.hear(at.saturating_sub(here))
    }

    /// The microphone is gone, in these words, until it comes back.
    pub fn lose_microphone(&mut self, why: &str) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.unplug(why);
        }
        self.hear(STEP)
    }

    /// The microphone can be opened again.
    pub fn microphone_comes_back(&mut self) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.plug_in();
        }
        self
    }

    /// There is no loudspeaker.
    pub fn no_loudspeaker(&mut self) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.set_loudspeaker(Loudspeaker::Missing);
        }
        self
    }

    /// What plays loses its loudspeaker, in these words, until it comes back.
    pub fn lose_loudspeaker(&mut self, why: &str) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.lose_loudspeaker(why);
        }
        self.hear(STEP)
    }

    /// The system moves what plays to a loudspeaker of this name.
    pub fn move_loudspeaker(&mut self, name: &str) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.move_loudspeaker(name);
        }
        self.hear(STEP)
    }

    /// The loudspeaker can be opened again.
    pub fn loudspeaker_comes_back(&mut self) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.loudspeaker_comes_back();
        }
        self
    }

    /// From now on it is remembered in `folder`, from one run to the next, up to where each session was listened to.
    #[must_use]
    pub fn remembering(mut self, folder: &Path) -> Self {
        self.world.study.heads = Heads::of(Some(folder.to_owned()), self.world.study.folder.root());
        self
    }

    /// The system moves the stream to a microphone of this name, or mutes it.
    pub fn reroute(&mut self, name: &str, muted: Mute) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.reroute(name, muted);
        }
        self.hear(STEP)
    }

    /// From now on the recorder does what it is told only when [`Script::recorder_obeys`] says so, as one that waits for a device or a disk.
    pub fn slow_recorder(&mut self) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.set_pace(Pace::WhenTold);
        }
        self
    }

    /// The recorder does the next thing it was told; whether there was one.
    pub fn recorder_obeys(&mut self) -> bool {
        let now = self.world.clock.read();
        let obeyed = self.world.desk().hand().is_some_and(|hand| hand.obey(&now));
        self.reports();
        obeyed
    }

    /// Whether what is said now goes into a recording.
    pub fn is_recorded(&mut self) -> bool {
        self.world.desk().gauge().is_some_and(|gauge| gauge.is_open())
    }

    /// From now on it is a rehearsal, or a demonstration.
    pub fn keeping(&mut self, keeping: Keeping) -> &mut Self {
        (self.model.shared.after, self.model.shared.keeping) = (After::Leave, keeping);
        self
    }

    /// So many bytes are free on the disk.
    pub fn free_space(&mut self, free: u64) -> &mut Self {
        if let Some(hand) = self.world.desk().hand() {
            hand.set_free(free);
        }
        self.hear(2 * SPACE_EVERY)
    }

    /// It was looked what the study lies on and among.
    pub fn whereabouts(&mut self, found: Whereabouts) -> &mut Self {
        self.world.letterbox.reports().send(Report::Whereabouts(found)).ok();
        self.hear(STEP)
    }

    /// The battery is so full, and this is what the computer runs on.
    pub fn battery(&mut self, percent: u8, supply: Supply) -> &mut Self {
        if let Machine::Told { battery, .. } = &mut self.world.machine {
            *battery = Some(Battery { percent, supply });
        }
        self.hear(STEP)
    }

    /// The computer sleeps for so long: no clock but the one on the wall moves, and nothing is heard.
    pub fn sleep(&mut self, long: Duration) -> &mut Self {
        if let Machine::Told { slept, .. } = &mut self.world.machine {
            *slept += long;
        }
        let now = self.world.clock.read().wall;
        self.set_wall_clock(Stamp { utc_ms: now.utc_ms.saturating_add_unsigned(crate::domain::time::millis_of(long)), ..now });
        self.hear(STEP)
    }

    /// The clock on the wall is set to `to`: daylight saving, a time server, a person.
    pub fn set_wall_clock(&mut self, to: Stamp) -> &mut Self {
        self.world.clock.set_wall(to);
        self
    }

    /// Waits until everything that happened is on disk.
    pub fn saved(&mut self) -> &mut Self {
        while self.model.shared.sitting.as_ref().is_some_and(|s| s.unsaved() > 0) && !self.model.shared.notices.stands(Subject::Journal) {
            std::thread::yield_now();
            self.reports();
        }
        self
    }

    /// What the screen shows.
    pub fn screen(&self, width: u16, height: u16) -> String {
        self.screen_as(width, height, Look::default())
    }

    /// What the screen shows, dressed as `look` says.
    pub fn screen_as(&self, width: u16, height: u16, look: Look) -> String {
        let buffer = self.drawn(width, height, look);
        let row = |y: u16| {
            let mut text = String::new();
            let mut skip = 0;
            for x in 0..width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    text.push_str(symbol);
                }
                skip = if skip > 0 { skip - 1 } else { unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1) };
            }
            text.trim_end().to_owned()
        };
        (0..height).map(row).collect::<Vec<_>>().join("\n")
    }

    /// How each cell of the screen is dressed, row by row: nothing for running text on its own ground.
    pub fn dress_as(&self, width: u16, height: u16, look: Look) -> Vec<Vec<Option<String>>> {
        let buffer = self.drawn(width, height, look);
        let dress = |x: u16, y: u16| {
            let style = buffer[(x, y)].style();
            let is_bare =
                [style.fg, style.bg].iter().all(|colour| matches!(colour, None | Some(Color::Reset))) && style.add_modifier.is_empty();
            (!is_bare).then(|| format!("{:?} on {:?}, {:?}", style.fg, style.bg, style.add_modifier))
        };
        (0..height).map(|y| (0..width).map(|x| dress(x, y)).collect()).collect()
    }

    fn drawn(&self, width: u16, height: u16, look: Look) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        view::draw_in(&self.model, look, area, &mut buffer);
        buffer
    }

    /// The session that is open.
    pub fn session(&self) -> Option<&Session> {
        self.model.session()
    }

    /// All the interface knows.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What there is to say.
    pub fn notice(&self) -> Option<&str> {
        self.model.shared.notices.shown().map(|n| n.text.as_str())
    }

    /// The folder of the session that is open.
    pub fn session_folder(&self) -> Option<&Path> {
        self.world.session_folder().map(|f| f.path())
    }

    /// Whether the program was left.
    pub fn has_left(&self) -> bool {
        self.model.leaving
    }

    /// Leaves the program in good order.
    pub fn leave(mut self) {
        self.world.close_session(&mut self.model, tell::tell);
    }

    fn turn(&mut self) {
        tell::pass(&mut self.world, &mut self.model);
        self.reports();
    }

    /// From now on the statements are edited by this program, and lie in `place` meanwhile.
    #[must_use]
    pub fn with_editor(mut self, program: &str, place: &Path) -> Self {
        self.world.editor = Editor { told: Some(program.to_owned()), place: Some(place.to_owned()) };
        self
    }

    fn reports(&mut self) {
        // What a person has on this machine is run by no script.
        let edited = match self.world.editor.told {
            Some(_) => self.world.edit_outside(&self.model, || ()),
            None => self.world.to_edit.take().map(|_| Edited::Failed(say!("editor-no-place"))),
        };
        if let Some(edited) = edited {
            tell::tell(&mut self.world, &mut self.model, Msg::EditedOutside(edited));
        }
        for msg in self.world.drain(&self.model) {
            tell::tell(&mut self.world, &mut self.model, msg);
        }
        self.tell_on();
    }
}

/// Keys as they are written in a script.
fn read_keys(keys: &str) -> Vec<Chord> {
    let mut chords = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|r| r.split_once('>')).and_then(|(name, after)| Some((name.parse().ok()?, after)));
        let (chord, after) = named.unwrap_or((Chord::plain(Key::Char(c)), &rest[c.len_utf8()..]));
        chords.push(chord);
        rest = after;
    }
    chords
}
