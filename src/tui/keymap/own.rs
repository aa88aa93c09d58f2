//! A person's own keys, laid over the table: which may be given to what, and what is wrong with those that may not.
//!
//! Whoever wants other keys for an action names all that it is to have; they take the place of the table's. Nothing is taken from another
//! action in silence, what is asked of a participant keeps its keys, Esc and Ctrl-C stay what they are, and where one writes letters are
//! letters. Either everything that is wanted is as it should be, or nothing of it counts and each objection is named.

use std::collections::BTreeSet;

use crate::domain::nearest::nearest;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Bound;
use crate::tui::keymap::Context;
use crate::tui::keymap::KEYMAP;
use crate::tui::keymap::Keys;
use crate::tui::keymap::Whose;
use crate::tui::line;
use crate::words::say;

/// The keys that somebody wants for an action, as they were written.
#[derive(Clone, Debug)]
pub struct KeyWish<'w> {
    /// Where, by the name of a [`Context`].
    pub within: &'w str,
    /// For what, by the name of an [`Action`](crate::tui::keymap::Action).
    pub action: &'w str,
    /// The keys.
    pub keys: Vec<&'w str>,
}

/// Which word of which wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WishWord {
    /// The wish, counted from 0.
    pub wish: usize,
    /// What of it.
    pub part: WishPart,
}

/// A part of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishPart {
    /// Where it is to work.
    Within,
    /// The action.
    Action,
    /// One of its keys, counted from 0.
    Key(usize),
}

/// What is wrong with a wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// With which word.
    pub at: WishWord,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// The word that it contradicts.
    pub other: Option<WishWord>,
}

impl Objection {
    fn new(at: WishWord, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { at, what: what.into(), hint: hint.into(), other: None }
    }
}

/// A key that is wanted.
#[derive(Clone, Copy, Debug)]
struct WantedKey {
    /// For which line of the table.
    line: usize,
    chord: Chord,
    at: WishWord,
}

/// The table with `wishes` laid over it, or what is wrong with them.
pub(crate) fn laid_over(wishes: &[KeyWish]) -> Result<Keys, Vec<Objection>> {
    let mut laying = Laying { keys: Keys::default(), wanted: Vec::new(), objections: Vec::new() };
    for (n, wish) in wishes.iter().enumerate() {
        laying.take(n, wish);
    }
    laying.objections.extend(laying.wanted.iter().filter_map(|wanted| laying.clash(*wanted)).collect::<Vec<_>>());
    if laying.objections.is_empty() {
        laying.objections = laying.out_of_reach();
    }
    if laying.objections.is_empty() { Ok(laying.keys) } else { Err(laying.objections) }
}

/// How many objections are told.
const TOLD: usize = 100;

struct Laying {
    keys: Keys,
    wanted: Vec<WantedKey>,
    objections: Vec<Objection>,
}

impl Laying {
    /// Gives a line the keys that are wanted for it.
    fn take(&mut self, n: usize, wish: &KeyWish) {
        // Whoever has so many has another file.
        if self.objections.len() >= TOLD {
            return;
        }
        let (line, bind) = match found(n, wish) {
            Ok(found) => found,
            Err(objection) => return self.objections.push(objection),
        };
        let own = bind.chords();
        let mut chords: Vec<Chord> = Vec::new();
        for (k, text) in wish.keys.iter().enumerate() {
            let at = WishWord { wish: n, part: WishPart::Key(k) };
            let Ok(chord) = text.parse::<Chord>() else {
                self.objections.push(Objection::new(at, say!("wish-no-key", key = *text), say!("wish-no-key-todo")));
                continue;
            };
            if chords.contains(&chord) {
                self.objections.push(Objection::new(at, say!("wish-twice", key = chord.to_string()), say!("wish-twice-todo")));
            } else if let Some((what, hint)) = unfit(bind, chord).filter(|_| !own.contains(&chord)) {
                self.objections.push(Objection::new(at, what, hint));
            } else {
                self.wanted.push(WantedKey { line, chord, at });
            }
            chords.push(chord);
        }
        let at = WishWord { wish: n, part: WishPart::Action };
        if wish.keys.is_empty() {
            self.objections.push(Objection::new(at, say!("wish-without", action = wish.action), say!("wish-without-todo")));
        } else if let Some(lost) = own.iter().find(|chord| stays(**chord) && !chords.contains(chord)) {
            let lost = lost.to_string();
            let hint = say!("wish-keeps-todo", key = lost.to_lowercase());
            self.objections.push(Objection::new(at, say!("wish-keeps", action = wish.action, key = lost), hint));
        }
        if let Some(line) = self.keys.lines.get_mut(line) {
            (line.whose, line.chords) = (Whose::TheirOwn, chords);
        }
    }

    /// The line that has the same key as `wanted` already where both work.
    fn clash(&self, wanted: WantedKey) -> Option<Objection> {
        let bind = self.keys.lines.get(wanted.line)?.bind;
        if bind.chords().contains(&wanted.chord) {
            return None;
        }
        let theirs = |n: usize| self.wanted.iter().find(|w| (w.line, w.chord) == (n, wanted.chord)).map(|w| w.at);
        let clashes = |(n, other): &(usize, &Bound)| {
            // Of two that are new the later one is told.
            let is_told_there = theirs(*n).is_some_and(|at| at.wish > wanted.at.wish) && !other.bind.chords().contains(&wanted.chord);
            *n != wanted.line
                && other.chords.contains(&wanted.chord)
                && meet(bind, other.bind)
                && !are_used_to_it(bind, other.bind, wanted.chord)
                && !is_told_there
        };
        let (n, other) = self.keys.lines.iter().enumerate().rfind(clashes)?;
        let theirs = theirs(n);
        let (name, within) = (other.bind.does.name(), other.bind.within.name());
        let what = say!("wish-taken", key = wanted.chord.to_string(), action = &name, screen = within);
        let hint = match theirs {
            Some(_) => say!("wish-taken-twice-todo"),
            None if other.bind.does.is_an_answer() => say!("wish-taken-answer-todo"),
            None => say!("wish-taken-todo", action = &name, screen = within),
        };
        Some(Objection { at: wanted.at, what, hint, other: theirs })
    }

    /// The lines that can no longer be reached on a screen where the table's keys reached them, because what lies further in has all their
    /// keys.
    fn out_of_reach(&self) -> Vec<Objection> {
        let table = Keys::default();
        let mut objections = Vec::new();
        let mut told = BTreeSet::new();
        for wanted in &self.wanted {
            let (Some(own), Some(before)) = (self.keys.lines.get(wanted.line), table.lines.get(wanted.line)) else { continue };
            let lost = Context::ALL.into_iter().find(|inner| {
                let lies_over = inner.lies_over(own.bind.within) && *inner != Context::Commands && inner.lets_through(own.bind.does);
                lies_over && !self.keys.reaches(own, *inner) && table.reaches(before, *inner)
            });
            let Some(inner) = lost.filter(|_| told.insert(wanted.line)) else { continue };
            let what = say!("wish-out-of-reach", screen = inner.name());
            objections.push(Objection::new(WishWord { part: WishPart::Action, ..wanted.at }, what, say!("wish-out-of-reach-todo")));
        }
        objections
    }
}

impl Keys {
    /// Whether one of the keys of `line` still means it in `inner`, which lies over it.
    fn reaches(&self, line: &Bound, inner: Context) -> bool {
        line.chords.iter().any(|chord| self.lines_of(inner).all(|other| !other.chords.contains(chord)))
    }
}

/// An action that was there once, and what took its place.
struct Gone {
    within: &'static str,
    action: &'static str,
    instead: &'static str,
}

/// The actions that were there once: files name them still.
const GONE: [Gone; 2] = [
    Gone { within: "interview", action: "covered", instead: "asked-and-on" },
    Gone { within: "overlay", action: "manual", instead: "further" },
];

/// The line of the table that a wish is about.
fn found(n: usize, wish: &KeyWish) -> Result<(usize, &'static Bind), Objection> {
    let there_are = |word: &str, known: &[String]| match nearest(word, known.iter().map(String::as_str)) {
        Some(near) => say!("wish-meant", near = near, names = known.join(", ")),
        None => say!("wish-there-are", names = known.join(", ")),
    };
    let contexts: Vec<Context> = Context::ALL.into_iter().filter(|context| KEYMAP.iter().any(|bind| bind.within == *context)).collect();
    let Some(within) = contexts.iter().find(|context| context.name() == wish.within) else {
        let names: Vec<String> = contexts.iter().map(|context| context.name().to_owned()).collect();
        let at = WishWord { wish: n, part: WishPart::Within };
        return Err(Objection::new(at, say!("wish-no-screen", screen = wish.within), there_are(wish.within, &names)));
    };
    let at = WishWord { wish: n, part: WishPart::Action };
    let Some((line, bind)) = KEYMAP.iter().enumerate().find(|(_, bind)| bind.within == *within && bind.does.name() == wish.action) else {
        let names: Vec<String> = KEYMAP.iter().filter(|bind| bind.within == *within).map(|bind| bind.does.name()).collect();
        let elsewhere = KEYMAP.iter().find(|bind| bind.does.name() == wish.action);
        let gone = GONE.iter().find(|gone| (gone.within, gone.action) == (wish.within, wish.action));
        let hint = match (gone, elsewhere) {
            (Some(gone), _) => say!("wish-gone", instead = gone.instead),
            (None, Some(bind)) => say!("wish-elsewhere", screen = bind.within.name()),
            (None, None) => there_are(wish.action, &names),
        };
        return Err(Objection::new(at, say!("wish-no-action", action = wish.action, screen = within.name()), hint));
    };
    if bind.does.is_an_answer() {
        return Err(Objection::new(at, say!("wish-answer", action = wish.action), say!("wish-answer-todo")));
    }
    Ok((line, bind))
}

/// Whether two lines work at the same moment: on the same screen, or where one lies over the other and lets it through.
fn meet(one: &Bind, other: &Bind) -> bool {
    let over = |inner: &Bind, outer: &Bind| inner.within.lies_over(outer.within) && inner.within.lets_through(outer.does);
    one.within == other.within || over(one, other) || over(other, one)
}

/// Whether the table itself has `chord` in both of two places that lie over each other: there one is used to what lies further in.
fn are_used_to_it(one: &Bind, other: &Bind, chord: Chord) -> bool {
    let has = |within: Context| KEYMAP.iter().any(|bind| bind.within == within && bind.chords().contains(&chord));
    one.within != other.within && has(one.within) && has(other.within)
}

/// Whether `chord` means the same whatever anybody wants: it leads out of everything.
fn stays(chord: Chord) -> bool {
    chord == Chord::plain(Key::Esc) || is_ctrl(chord, 'c')
}

fn is_ctrl(chord: Chord, letter: char) -> bool {
    chord == Chord { key: Key::Char(letter), ctrl: true, alt: false }
}

/// Why `chord` cannot be given to this line, and what to do instead.
fn unfit(bind: &Bind, chord: Chord) -> Option<(String, String)> {
    let key = || chord.to_string();
    if let Some(why) = chord.is_lost() {
        return Some((why, say!("wish-lost-todo")));
    }
    if stays(chord) {
        return Some((say!("wish-stays", key = key()), say!("wish-another")));
    }
    if is_ctrl(chord, 'v') {
        return Some((say!("wish-paste"), say!("wish-another")));
    }
    if is_ctrl(chord, 'g') || is_ctrl(chord, 'j') {
        return Some((say!("wish-by-itself", key = key()), say!("wish-another")));
    }
    // What works everywhere works in the form too.
    let is_form = bind.within.is_on(Context::Setup) || bind.within == Context::Anywhere;
    if is_form && chord.ctrl {
        return Some((say!("wish-form", key = key()), say!("wish-form-todo")));
    }
    let what = || if chord.typed().is_some() { say!("wish-written", key = key()) } else { say!("wish-edits", key = key()) };
    (bind.within.is_near_a_line() && line::edits(chord)).then(|| (what(), say!("wish-line-todo")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::Action;
    use crate::tui::keymap::action::Everywhere;
    use crate::tui::keymap::action::Home;
    use crate::tui::keymap::action::Interview;
    use crate::words::Words;
    use crate::words::speaking;

    /// `interview off-record f13 f9; home new x`.
    fn lay(wishes: &str) -> Result<Keys, Vec<Objection>> {
        let wish = |wish: &'static str| {
            let mut words = wish.split_whitespace();
            let (within, action) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            KeyWish { within, action, keys: words.collect() }
        };
        let wishes: Vec<KeyWish> = wishes.to_owned().leak().split(';').map(wish).collect();
        laid_over(&wishes)
    }

    fn objections(wishes: &str) -> Vec<String> {
        lay(wishes).unwrap_err().into_iter().map(|objection| format!("{}: {}", objection.what, objection.hint)).collect()
    }

    #[test]
    fn ones_own_keys_take_the_place_of_the_tables() {
        let keys = lay("interview off-record f13 f9; interview moment f14 space").unwrap();
        let does = |chord: &str| keys.does(&[Context::Interview, Context::Anywhere], chord.parse().unwrap());
        assert_eq!(does("f13"), Some(Interview::OffRecord.into()));
        assert_eq!((does("f9"), does("ctrl-o")), (Some(Interview::OffRecord.into()), None));
        assert_eq!((does("f14"), does("f2")), (Some(Interview::Moment.into()), None));
        assert_eq!(keys.name(Interview::OffRecord), "F13");
        let own: Vec<Action> = keys.lines().iter().filter(|line| line.whose == Whose::TheirOwn).map(|line| line.bind.does).collect();
        assert_eq!(own, [Interview::OffRecord.into(), Interview::Moment.into()]);
        assert_eq!(keys.lines().len(), KEYMAP.len());
    }

    #[test]
    fn a_pedal_that_was_given_something_does_nothing_else_anywhere() {
        let within = [Context::Setup, Context::Anywhere];
        let pedal = "f22".parse().unwrap();
        assert_eq!(Keys::default().does(&within, pedal), Some(crate::tui::keymap::action::Setup::Begin.into()), "as F10");
        assert_eq!(lay("interview moment f22").unwrap().does(&within, pedal), None, "what marks a moment begins no interview");
        let keys = lay("interview moment f22").unwrap();
        assert_eq!(keys.does(&[Context::Interview], "f21".parse().unwrap()), Some(Interview::OffRecord.into()), "the others stay");
        let free = |bind: &Bind| bind.chords().into_iter().all(|chord| !matches!(chord.key, Key::F(13..)));
        assert!(KEYMAP.iter().all(free), "pedals are for those who sit here");
    }

    #[test]
    fn what_has_its_own_lines_may_change_places() {
        let keys =
            lay("interview asked-and-on f5; interview states f4; interview next-topic down; interview next-question pagedown").unwrap();
        let does = |chord: &str| keys.does(&[Context::Interview], chord.parse().unwrap());
        assert_eq!((does("f5"), does("f4")), (Some(Interview::AskedAndOn.into()), Some(Interview::States.into())));
        assert_eq!(lay("listen finish-review tab; listen next-kind f7").unwrap().name(crate::tui::keymap::action::Listen::NextKind), "F7");
        assert_eq!(lay("home new x N").unwrap().names(Home::New.into()), "x or N", "on the list letters are commands");
        let keys = lay("anywhere theme f15").unwrap();
        assert_eq!(keys.does(&[Context::Interview, Context::Anywhere], "f15".parse().unwrap()), Some(Everywhere::Theme.into()));
    }

    #[test]
    fn what_cannot_be_given_is_said_with_what_to_do() {
        for (wishes, words) in [
            ("intervew moment f13", "no screen called `intervew`: did you mean `interview`?"),
            ("kitchen moment f13", "there are interview, writing, protocol,"),
            ("text moment f13", "no screen called `text`"),
            ("interview of-record f13", "no `of-record` in `[interview]`: did you mean `off-record`?"),
            ("interview gather f13", "it stands in `[statements]`"),
            ("interview moment f25", "`f25` is not a key"),
            ("interview moment shift-f1", "Shift with F1 is `f13`"),
            ("interview moment f13 F13", "F13 stands here twice"),
            ("interview moment", "`moment` would have no key at all"),
            ("interview moment f9", "F9 is `off-record` in `[interview]` already: choose another, or give `off-record` other keys"),
            ("interview moment f12", "F12 is `theme` in `[anywhere]` already"),
            ("anywhere theme f9", "F9 is `does-not-fit` in `[letter-answers]` already"),
            ("anywhere theme f10", "F10 is `rather-not` in `[letter-answers]` already"),
            ("setup begin f1", "F1 is `help` in `[anywhere]` already"),
            ("setup up y", "y is written here"),
            ("interview moment ctrl-down", "Ctrl-Down is `next-topic` in `[interview]` already"),
            ("interview probe x", "x is written here"),
            ("interview probe space", "Space is written here"),
            ("anywhere palette p", "p is written here"),
            ("interview probe ctrl-a", "Ctrl-A edits the line here"),
            ("editing keep delete", "Del edits the line here"),
            ("interview probe esc", "Esc stays what it is"),
            ("interview put-aside f18", "`put-aside` keeps Esc"),
            ("overlay close f1", "`close` keeps Esc"),
            ("manual back f13", "`back` keeps Esc"),
            ("manual read r", "r is written here"),
            ("manual close f9", "F9 is `off-record` in `[interview]` already"),
            ("anywhere quit f13", "`quit` keeps Ctrl-C"),
            ("home open ctrl-c", "Ctrl-C stays what it is"),
            ("home open ctrl-v", "how people paste elsewhere"),
            ("home open ctrl-i", "a terminal sends Tab for Ctrl-I"),
            ("interview probe ctrl-enter", "most terminals do not send Ctrl-Enter"),
            ("setup begin ctrl-b", "a terminal may send a key with Ctrl by itself"),
            ("anywhere leave esc ctrl-b", "a terminal may send a key with Ctrl by itself"),
            ("listen play-or-pause ctrl-g", "a terminal may send Ctrl-G by itself"),
            ("consent yes f13", "says what a participant answered"),
            ("choice all-yes f13", "says what a participant answered"),
            ("withdrawal want-nothing f13 esc", "says what a participant answered"),
            ("protocol they-stop f13", "says what a participant answered"),
            ("anywhere leave esc", "in `[interview]` its keys do something else: give it one more"),
            ("interview next-topic down; interview next-question up", "Up is `previous-question`"),
        ] {
            let told = objections(wishes);
            assert!(told.len() == 1 && told[0].contains(words), "{wishes}: {told:?}");
            let dutch = speaking(Words::dutch(), || lay(wishes).unwrap_err().remove(0));
            let english = lay(wishes).unwrap_err().remove(0);
            assert!(dutch.what != english.what && dutch.hint != english.hint && dutch.at == english.at, "{dutch:?}");
        }
    }

    #[test]
    fn of_two_that_want_the_same_key_the_later_is_told_and_shows_the_other() {
        let told = lay("interview moment f13; interview off-record f13").unwrap_err();
        let place = |wish| WishWord { wish, part: WishPart::Key(0) };
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!((told[0].at, told[0].other), (place(1), Some(place(0))));
        let told = lay("anywhere theme f13; interview off-record f13").unwrap_err();
        assert_eq!((told.len(), told[0].at, told[0].other), (1, place(1), Some(place(0))), "one lies over the other");
        assert!(
            lay("home new f13; interview off-record f13; listen play-or-pause f13").is_ok(),
            "a pedal may mean something on each screen"
        );
        let told = lay("interview asked-and-on f5; interview moment f4 f5").unwrap_err();
        assert_eq!(told.len(), 2, "{told:?}: `states` has F5, and `asked-and-on` wants it");
    }

    #[test]
    fn each_fault_is_told_and_nothing_of_it_counts() {
        assert_eq!(objections("interview moment f25; interview skip; kitchen x f1; interview probe x").len(), 4);
        let many = "interview nothing f1;".repeat(5_000);
        assert_eq!(objections(many.trim_end_matches(';')).len(), TOLD);
    }

    #[test]
    fn every_line_can_be_named_and_may_keep_the_keys_it_has() {
        let names: BTreeSet<(&str, String)> = KEYMAP.iter().map(|bind| (bind.within.name(), bind.does.name())).collect();
        assert_eq!(names.len(), KEYMAP.len());
        for bind in KEYMAP.iter().filter(|bind| !bind.does.is_an_answer()) {
            // As the footer shows them, too.
            let shown = bind.chords().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            for keys in [bind.on.join(" "), shown] {
                let wish = format!("{} {} {keys}", bind.within.name(), bind.does.name());
                assert!(lay(&wish).is_ok(), "{wish}: {:?}", objections(&wish));
            }
        }
    }
}
