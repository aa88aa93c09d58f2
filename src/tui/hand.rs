//! What a hand meant: when a key counts, and when it has to be pressed again.
//!
//! What is asked of a participant is answered by a key that came alone; what ends or stops a recording takes the same key twice in a row;
//! a key that began an interview is not heard a second time; an Esc that came in one piece with a letter is an Esc and a letter wherever
//! Esc has words to put away. All of it is decided here, from values: how keys came, and when.

use crate::tui::chord::Chord;
use crate::tui::chord::Company;
use crate::tui::chord::Key;
use crate::tui::chord::Press;
use crate::tui::chord::Spelling;
use crate::tui::keymap::Action;
use crate::tui::listener::Manner;
use crate::tui::notice::Notices;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::words::say;

/// How long a second press counts as meaning it, in milliseconds.
const TWICE_MS: u64 = 3_000;

/// The same where what it would mean is heard and not seen: the sentence is spoken first.
const TWICE_HEARD_MS: u64 = 12_000;

/// How long no key is heard after the one that began an interview, in milliseconds: longer than the second of a double press takes.
pub const DEAF_MS: u64 = 300;

/// How long after an Esc another one with a letter behind it is not Alt, in milliseconds.
const ESC_MS: u64 = 1_000;

/// What is known of the keys before.
#[derive(Debug)]
pub struct Hand {
    company: Company,
    /// How long a second press counts as meaning it, in milliseconds.
    twice_ms: u64,
    question: Option<Again>,
    /// When Esc was pressed last.
    esc_ms: Option<u64>,
    /// How what is being done was asked for.
    asked: Asked,
    /// Whether it was said that letters are lost.
    foreign: Foreign,
}

/// Whether bytes came that are no letters to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Foreign {
    /// Not that anybody knows.
    Unheard,
    /// They did, and it was said.
    Said,
}

/// How something was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// By its key.
    ByKey,
    /// By its name, in the palette.
    ByName,
}

/// What Esc would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Esc {
    /// It leads out of here.
    Leads,
    /// It puts something away.
    PutsAway,
    /// Nothing that outweighs Alt with a letter that means something; after it any other letter begins a note.
    BeforeANote,
}

/// What the next key would do if it were the same again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Again {
    action: Action,
    since_ms: u64,
}

impl Again {
    /// Whether it would mean this.
    pub(crate) fn is_about(self, action: Action) -> bool {
        self.action == action
    }
}

impl Default for Hand {
    fn default() -> Self {
        Self { company: Company::Alone, twice_ms: TWICE_MS, question: None, esc_ms: None, asked: Asked::ByKey, foreign: Foreign::Unheard }
    }
}

impl Hand {
    /// What a second press would mean is told in this manner.
    pub(crate) fn waits_for(&mut self, manner: Manner) {
        self.twice_ms = match manner {
            Manner::Drawn => TWICE_MS,
            Manner::Told => TWICE_HEARD_MS,
        };
    }

    /// A key came.
    pub(crate) fn takes(&mut self, press: Press) {
        self.company = press.company;
    }

    /// The key that was looked at was `chord`; `before` it a question may have stood, and what did not answer it takes it back.
    pub(crate) fn took(&mut self, chord: Chord, before: Option<Again>, notices: &mut Notices, now_ms: u64) {
        if before.is_some() && self.question == before {
            self.withdraw(notices);
        }
        if chord == Chord::plain(Key::Esc) {
            self.esc_ms = Some(now_ms);
        }
    }

    /// What the next key would do if it were the same again.
    pub(crate) fn question(&self) -> Option<Again> {
        self.question
    }

    /// Whether Esc and a key that came as one are two keys. They are where Esc has something to do, or had just now, and on the interview
    /// screen also where Alt with that key means nothing (`bound`): the letter begins a note.
    pub(crate) fn is_two_keys(&self, press: Press, esc: Esc, bound: Option<Action>, now_ms: u64) -> bool {
        if press.spelling == Spelling::AsOne || press.chord.key == Key::Backspace {
            return false;
        }
        let is_digit = press.chord.typed().is_some_and(|c| c.is_ascii_digit());
        let just_now = self.esc_ms.is_some_and(|at| now_ms.saturating_sub(at) < ESC_MS);
        let puts_away = match esc {
            Esc::Leads => false,
            Esc::PutsAway => true,
            Esc::BeforeANote => self.question.is_some() || just_now || bound.is_none(),
        };
        puts_away && !(is_digit && bound.is_some())
    }

    /// Whether the key that is being looked at was the only one; if not, says that it has to be pressed again.
    pub(crate) fn came_alone(&self, notices: &mut Notices, now_ms: u64) -> bool {
        let alone = self.company == Company::Alone;
        if !alone {
            let text = say!("keys-at-once");
            notices.say(Subject::Act, Weight::Warning, text, now_ms);
        }
        alone
    }

    /// Whether the last key meant `action` as well, so that this one means it; if not, says in `words` what the same key would do.
    pub(crate) fn means_it(&mut self, action: Action, words: impl FnOnce() -> String, notices: &mut Notices, now_ms: u64) -> bool {
        let meant = self.question.is_some_and(|q| q.action == action && now_ms.saturating_sub(q.since_ms) <= self.twice_ms);
        self.withdraw(notices);
        if !meant {
            notices.say(Subject::Again, Weight::Warning, words(), now_ms);
            self.question = Some(Again { action, since_ms: now_ms });
        }
        meant
    }

    /// How what is being done was asked for.
    pub(crate) fn asked(&self) -> Asked {
        self.asked
    }

    /// How what follows was asked for.
    pub(crate) fn asks(&mut self, how: Asked) {
        self.asked = how;
    }

    /// Something was typed that is not UTF-8: it is said once, because whoever types so will do it again.
    pub(crate) fn hears_foreign(&mut self, notices: &mut Notices, now_ms: u64) {
        if std::mem::replace(&mut self.foreign, Foreign::Said) == Foreign::Unheard {
            let text = say!("letter-lost");
            notices.say(Subject::Act, Weight::Warning, text, now_ms);
        }
    }

    /// The question is over: something else was pressed, or pasted.
    pub(crate) fn withdraw(&mut self, notices: &mut Notices) {
        if self.question.take().is_some() {
            notices.over(Subject::Again);
        }
    }

    /// A turn: a question that was not answered in time is none.
    pub(crate) fn turn(&mut self, notices: &mut Notices, now_ms: u64) {
        if self.question.is_some_and(|q| now_ms.saturating_sub(q.since_ms) > self.twice_ms) {
            self.withdraw(notices);
        }
    }
}
