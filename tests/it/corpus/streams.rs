//! What a terminal may send by itself, on every screen: no event that no key asked for.
//!
//! Any bytes become a stream of answers, notices and noise (their bodies, their ends, where they are cut, how long the pieces lie apart),
//! in which there is no key; nothing may come of it, wherever one is. The same bytes are then read as they are, in one piece: whatever they
//! hold, nobody has consented and nothing has begun, and a recording ends only where the same key stands twice in a row.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::time::Duration;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::session::Session;
use hearback::domain::standing::Phase;
use hearback::domain::time::Stamp;
use hearback::shell::script::Script;
use hearback::tui::keymap::Context;
use hearback::tui::keymap::Keys;
use hearback::tui::keymap::action::Everywhere;
use hearback::tui::keymap::action::Interview;
use hearback::tui::model::Screen;

const DAY: Stamp = Stamp { utc_ms: 1_795_390_200_000, zone_min: 60 };

/// Longer than any part of a stream may be silent.
const LONG: Duration = Duration::from_secs(5);

/// The keys that lead from the list of a study with one interview to each screen, and the name of where that is.
const PLACES: [(&str, &str); 8] = [
    ("home", ""),
    ("form", "n"),
    ("interview", "n|a<enter>|<pagedown>"),
    ("interview, a line", "n|a<enter>|<pagedown>the pain in"),
    ("interview, the palette", "n|a<enter>|<pagedown>/off"),
    ("listening", "l"),
    ("listening, a line", "l<enter>"),
    ("member check", "m<down><down>"),
];

/// The program on a screen, and all there is to see of it.
struct Place {
    name: &'static str,
    dir: tempfile::TempDir,
    script: Script,
    before: String,
    events: u64,
}

/// One on each screen.
pub(crate) struct Places(Vec<Place>);

fn events(script: &Script) -> u64 {
    script.model().shared.sitting.as_ref().map_or(0, hearback::tui::sitting::Sitting::journal_lines)
}

/// All that may change.
fn everything(script: &Script) -> String {
    let model = script.model();
    let mut all = format!("{:?}{:?}{:?}{:?}", model.screen, model.overlay, model.session(), model.shared.notices.shown());
    write!(all, "{:?}{:?}{}{:?}", model.shared.playback, model.shared.theme, model.leaving, model.shared.offer.sessions.len()).unwrap();
    all
}

fn voice() -> Sound {
    Sound::script(&[Piece::Tone { hertz: 220.0, level: 0.3, lasts: Duration::from_secs(1) }], Again::Looped)
}

impl Place {
    fn open(name: &'static str, way: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        Script::make_study(dir.path()).unwrap();
        let mut script = Script::over(dir.path(), voice(), DAY).unwrap();
        // An interview that was held, with two notes and a statement.
        script
            .keys("n<down><down><down><down><down><down><down>a")
            .hear(Duration::from_millis(500))
            .keys("<enter><pagedown>one<enter>two<enter>");
        script.keys("<f10><f10>m<enter> and<enter>").saved().keys("<esc>");
        assert_eq!(script.model().context(), Context::Home, "{name}: {:?}", script.notice());
        for part in way.split('|') {
            script.keys(part).hear(Duration::from_millis(400));
        }
        // That letters are lost is said once.
        script.bytes(b"\xff");
        script.saved();
        let (before, events) = (everything(&script), events(&script));
        Self { name, dir, script, before, events }
    }

    fn has_changed(&self) -> bool {
        self.events != events(&self.script) || self.before != everything(&self.script)
    }
}

impl Places {
    pub(crate) fn open() -> Self {
        Self(PLACES.iter().map(|(name, way)| Place::open(name, way)).collect())
    }

    /// A stream without a key, made of `material`, on the screen number `n` counted round.
    pub(crate) fn send(&mut self, n: usize, material: &[u8]) {
        let count = self.0.len();
        let place = &mut self.0[n % count];
        let stream = keyless(material);
        let mut rest = stream.as_slice();
        let mut cuts = material.iter().cycle();
        let mut read = Vec::new();
        while !rest.is_empty() {
            let cut = cuts.next().map_or(rest.len(), |b| usize::from(b % 13) + 1).min(rest.len());
            read.extend(place.script.bytes(&rest[..cut]));
            read.extend(place.script.silence(Duration::from_millis(u64::from(cuts.next().copied().unwrap_or(0) % 51))));
            rest = &rest[cut..];
        }
        read.extend(place.script.silence(LONG));
        let shown = stream.escape_ascii();
        assert!(read.is_empty(), "{}: {read:?} was read in {shown}", place.name);
        assert!(place.events == events(&place.script), "{}: something happened at {shown}", place.name);
    }

    /// The same bytes as they are, in the form and in the interview.
    fn send_raw(&mut self, bytes: &[u8]) {
        for place in self.0.iter_mut().filter(|place| matches!(place.name, "form" | "interview")) {
            let mut read = place.script.bytes(bytes);
            let alone = read.len() == 1;
            read.extend(place.script.silence(LONG));
            let (context, shown) = (place.script.model().context(), bytes.escape_ascii());
            if place.name == "form" {
                if let Screen::Setup(setup) = &place.script.model().screen {
                    let answered = (0..9).any(|item| setup.answer(item).is_some());
                    assert!(!answered || alone, "{shown} answered in the form: {read:?}");
                }
                assert!(context != Context::Interview, "{shown} began an interview: {read:?}");
            } else if place.script.session().map(Session::phase).is_none_or(|phase| phase == Phase::Ended) {
                let keys = Keys::default();
                let stops = |key: &String| {
                    let action = keys.does(&[Context::Interview, Context::Anywhere], key.to_lowercase().parse().ok()?);
                    action.filter(|a| [Interview::EndInterview.into(), Everywhere::Quit.into()].contains(a))
                };
                let twice = read.windows(2).any(|two| stops(&two[0]).is_some() && stops(&two[0]) == stops(&two[1]));
                assert!(twice, "{shown} ended the interview: {read:?}");
            }
        }
    }

    /// Puts those that have changed back to where they were.
    fn put_back(&mut self) {
        for (place, (name, way)) in self.0.iter_mut().zip(PLACES) {
            if place.has_changed() {
                *place = Place::open(name, way);
            }
        }
    }

    /// Nothing has changed anywhere.
    pub(crate) fn are_as_they_were(&self) {
        for place in &self.0 {
            assert_eq!(everything(&place.script), place.before, "{} ({})", place.name, place.dir.path().display());
        }
    }
}

/// A stream in which there is no key.
fn keyless(material: &[u8]) -> Vec<u8> {
    let mut stream = Vec::new();
    let mut rest = material;
    while let [kind, long, after @ ..] = rest {
        let (body, further) = after.split_at(after.len().min(usize::from(long % 48)));
        rest = further;
        let numbers = |n: usize| body.iter().take(n).map(|b| b"0123456789;:"[usize::from(b % 12)]).collect::<Vec<u8>>();
        let of = |signs: &[u8]| signs[usize::from(*long) % signs.len()];
        match kind % 12 {
            // The ends are left out of it; what is left is anything, keys and ESC among them.
            0..=5 => {
                let inside = body.iter().map(|b| if matches!(b, 0x07 | 0x18 | b'\\' | 0x80..=0x9f) { b'y' } else { *b });
                let ends: [&[u8]; 4] = [b"\x1b\\", b"\x07", b"\x18", b"\x9c"];
                stream.extend([0x1b, b"]PX^_"[usize::from(*kind) % 5], b'n']);
                stream.extend(inside);
                // A character that the end would become a part of is ended first.
                stream.push(b'a');
                stream.extend(ends[usize::from(*long) % 4]);
            }
            6 => stream.extend([b"\x1b[".as_slice(), &[of(b"?><=")], &numbers(20), &[of(b"uchnRyMmtpqBA~")]].concat()),
            7 => stream.extend([b"\x1b[".as_slice(), &numbers(6), &[of(b" !\"#$%&'()*+,-./")], &[of(b"yqpwvABu~")]].concat()),
            8 => stream
                .extend([b"\x1b[".as_slice(), b"12;", &numbers(6).iter().map(|_| b'4').collect::<Vec<_>>(), &[of(b"Rtncgjkmx")]].concat()),
            9 => stream.extend([b"\x1b[I".as_slice(), b"\x1b[O", b"\x1b\\"][usize::from(*long) % 3]),
            10 => stream.extend(body.iter().map(|b| 0xa0 | b).filter(|b| !(0xc2..=0xf4).contains(b))),
            // Answers with C1 controls.
            _ => stream.extend([&[0x9d, b'1'][..], &numbers(30), &[0x9c], &[0x9b, b'?'], &numbers(3), b"c"].concat()),
        }
    }
    stream
}

thread_local! {
    static OPEN: RefCell<Option<Places>> = const { RefCell::new(None) };
}

/// What is asked of every input.
pub(crate) fn check(bytes: &[u8]) {
    OPEN.with_borrow_mut(|open| {
        let places = open.get_or_insert_with(Places::open);
        for n in 0..PLACES.len() {
            places.send(n, bytes);
        }
        places.are_as_they_were();
        places.send_raw(bytes);
        places.put_back();
    });
}
