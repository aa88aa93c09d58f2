//! What the interface has to say: one line at a time, never a box, never a sound.
//!
//! Every notice is about something ([`Subject`]) and ends with it ([`Stay`]): what a key did ends with the next key, what came by itself
//! ends when somebody can have read it, what stands (a full disk) ends when it is over. Of one subject there is one notice: what is said
//! of it later takes the place of what was said before, and never that of anything else.

use crate::words::say;

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know.
    News,
    /// Should be seen.
    Warning,
    /// Data is at risk.
    Danger,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// What the last key did, or why it did nothing.
    Act,
    /// What the same key would do if it came again.
    Again,
    /// The letter: where it lies, or why there is none.
    Letter,
    /// The study and its sessions: what is wrong with a file, what was mended, what cannot be opened.
    Study,
    /// A microphone that is to be chosen.
    Microphone,
    /// Playing back.
    Playback,
    /// What happened to the recording and is over: a gap, a sleep, another microphone.
    Happened,
    /// The terminal, which does not show everything.
    Terminal,
    /// The person's own keys, which cannot be used.
    Keys,
    /// The journal, which takes nothing.
    Journal,
    /// The disk, which does not take the recording.
    Disk,
    /// There is no sound.
    Sound,
    /// Another microphone is recorded than the chosen one.
    Route,
    /// The microphone is muted.
    Mute,
    /// The pause.
    Pause,
    /// Nothing is heard at all.
    Silence,
    /// Very little is heard.
    Faint,
    /// The sound is too loud.
    Loud,
    /// The room on the disk.
    Space,
    /// The battery.
    Battery,
    /// The plan of the interview, which no longer fits.
    Plan,
    /// The participant's code in the form.
    Code,
    /// What leaving now would cost. Among what weighs as much it is shown first: it says what the next key does.
    Leaving,
}

/// How long a notice stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stay {
    /// Until the next key that is heard, or for some seconds.
    TillNextAct,
    /// For some seconds.
    AWhile,
    /// Until the first key after it could be read.
    TillRead,
    /// Until what it is about is over.
    TillOver,
}

impl Subject {
    /// How long a notice about this that weighs so much stays.
    const fn stay(self, weight: Weight) -> Stay {
        match (self, weight) {
            (Self::Act, Weight::News) => Stay::TillNextAct,
            // A path is longer than some seconds.
            (Self::Letter | Self::Terminal | Self::Keys, _) => Stay::TillRead,
            (Self::Study | Self::Microphone | Self::Playback | Self::Happened | Self::Plan, Weight::News) => Stay::AWhile,
            (
                Self::Act | Self::Study | Self::Microphone | Self::Playback | Self::Happened | Self::Plan,
                Weight::Warning | Weight::Danger,
            ) => Stay::TillRead,
            (
                Self::Again
                | Self::Journal
                | Self::Disk
                | Self::Sound
                | Self::Route
                | Self::Mute
                | Self::Pause
                | Self::Silence
                | Self::Faint
                | Self::Loud
                | Self::Space
                | Self::Battery
                | Self::Code
                | Self::Leaving,
                _,
            ) => Stay::TillOver,
        }
    }

    /// Whether this says why what is said of `other` is so: while it stands, the other is no news and takes nobody's eyes off it.
    const fn explains(self, other: Self) -> bool {
        match self {
            Self::Sound => matches!(other, Self::Route | Self::Mute | Self::Silence | Self::Faint | Self::Loud),
            Self::Mute => matches!(other, Self::Silence | Self::Faint),
            Self::Silence => matches!(other, Self::Faint),
            Self::Disk => matches!(other, Self::Space),
            _ => false,
        }
    }

    /// The mark that a first row keeps for as long as it stands, in a word or two; nothing where that row says it anyway, or need not.
    fn mark(self) -> Option<String> {
        match self {
            Self::Disk | Self::Space => Some(say!("mark-disk")),
            Self::Journal => Some(say!("mark-not-saved")),
            Self::Mute => Some(say!("mark-muted")),
            Self::Silence => Some(say!("mark-silence")),
            Self::Faint => Some(say!("mark-faint")),
            Self::Route => Some(say!("mark-other-mic")),
            Self::Battery => Some(say!("mark-battery")),
            // The row says NO AUDIO, CLIP and OFF THE RECORD.
            Self::Sound | Self::Loud | Self::Pause => None,
            Self::Act
            | Self::Again
            | Self::Letter
            | Self::Study
            | Self::Microphone
            | Self::Playback
            | Self::Happened
            | Self::Terminal
            | Self::Keys
            | Self::Plan
            | Self::Code
            | Self::Leaving => None,
        }
    }

    /// Whether it is a state of things, as opposed to something that was said about a moment.
    const fn is_a_state(self) -> bool {
        match self {
            // A question that waits for the same key is about a moment, and a terminal is as it is, though it is said but once; so are keys.
            Self::Again => false,
            Self::Terminal | Self::Keys => true,
            other => matches!(other.stay(Weight::News), Stay::TillOver),
        }
    }
}

/// One line of notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub subject: Subject,
    /// How much it weighs.
    pub weight: Weight,
    /// The words: what happened, then what to do.
    pub text: String,
    /// When it was said.
    pub since_ms: u64,
    /// The how many-th thing it was that was said.
    nth: u64,
    /// How many acts were answered since.
    acts: u8,
}

impl Notice {
    /// Whether it is a state of things, as opposed to something that was said about a moment.
    pub(crate) fn is_a_state(&self) -> bool {
        self.subject.is_a_state()
    }

    fn stay(&self) -> Stay {
        self.subject.stay(self.weight)
    }

    fn could_be_read(&self, now_ms: u64) -> bool {
        now_ms.saturating_sub(self.since_ms) > NEWS_MS
    }

    /// Whether it was told, and was there again after the answer to an act, and another act was answered: whoever goes on working knows it.
    /// Letters of a note are no acts. A path is there to be copied, and waits for that.
    fn was_passed_over(&self) -> bool {
        self.acts >= 2 && !matches!(self.subject, Subject::Letter | Subject::Terminal)
    }
}

/// How long news stays, in milliseconds: long enough to read a line after the eyes were elsewhere.
const NEWS_MS: u64 = 6_000;

/// The notices there are.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// One for each subject, in the order in which they began.
    all: Vec<Notice>,
    /// How many things were said.
    said: u64,
}

impl Notices {
    /// Says `text` about `subject`, in the place of what was said of it before. A state that is told in other words is not new: it keeps
    /// its place, and what was said meanwhile still came after it.
    pub(crate) fn say(&mut self, subject: Subject, weight: Weight, text: impl Into<String>, now_ms: u64) {
        self.said += 1;
        let new = Notice { subject, weight, text: text.into(), since_ms: now_ms, nth: self.said, acts: 0 };
        match self.all.iter_mut().find(|n| n.subject == subject) {
            Some(state) if subject.is_a_state() => (state.weight, state.text) = (new.weight, new.text),
            // What happened is not hidden by something lighter before it could be read.
            Some(before) if subject == Subject::Happened && before.weight > weight && !before.could_be_read(now_ms) => {}
            Some(_) => {
                self.over(subject);
                self.all.push(new);
            }
            None => self.all.push(new),
        }
    }

    /// What was said about `subject` is over.
    pub(crate) fn over(&mut self, subject: Subject) {
        self.all.retain(|n| n.subject != subject);
    }

    /// This stands on the screen already.
    pub(crate) fn is_told(&mut self, text: &str) {
        self.all.retain(|n| n.text != text);
    }

    /// Whether something is said about `subject`.
    pub fn stands(&self, subject: Subject) -> bool {
        self.all.iter().any(|n| n.subject == subject)
    }

    /// A key was pressed: what had to be read has been.
    pub(crate) fn answered(&mut self, now_ms: u64) {
        self.all.retain(|n| n.stay() != Stay::TillRead || !n.could_be_read(now_ms));
    }

    /// How many things were said up to now: where an act begins.
    pub(crate) fn so_far(&self) -> u64 {
        self.said
    }

    /// An act is over that began when `so_far` things had been said: what was told of the act before it goes.
    pub(crate) fn acted(&mut self, so_far: u64) {
        if self.all.iter().any(|n| n.subject == Subject::Act && n.nth > so_far) {
            for before in self.all.iter_mut().filter(|n| n.nth <= so_far) {
                before.acts = before.acts.saturating_add(1);
            }
        }
        self.all.retain(|n| n.stay() != Stay::TillNextAct || n.nth > so_far);
        self.all.retain(|n| n.stay() != Stay::TillRead || !n.was_passed_over());
    }

    /// Another screen: what was said about a moment belonged to the one before.
    pub(crate) fn elsewhere(&mut self) {
        self.all.retain(|n| n.subject.is_a_state());
    }

    /// The session is closed: what stood about its sound is over with it, and what stood about a form is over with the form.
    pub(crate) fn closed(&mut self) {
        self.all.retain(|n| !n.subject.is_a_state() || matches!(n.subject, Subject::Terminal | Subject::Keys | Subject::Journal));
    }

    /// Lets old news go.
    pub(crate) fn turn(&mut self, now_ms: u64) {
        let goes = |n: &Notice| matches!(n.stay(), Stay::TillNextAct | Stay::AWhile) && now_ms.saturating_sub(n.since_ms) > NEWS_MS;
        self.all.retain(|n| !goes(n));
    }

    /// The notice to show: what was said last, unless a weightier state stands. News that came after it is the answer to a key, and soon
    /// gone; so is what the same key would do.
    pub fn shown(&self) -> Option<&Notice> {
        let explained = |n: &Notice| self.standing().any(|other| other.subject.explains(n.subject));
        let standing = self.standing().filter(|n| !explained(n)).max_by_key(|n| (n.weight, n.subject == Subject::Leaving));
        let passing = self.all.iter().filter(|n| !n.subject.is_a_state()).max_by_key(|n| n.nth);
        match (passing, standing) {
            (Some(passing), Some(standing)) if standing.weight > passing.weight => {
                let is_an_answer = passing.weight == Weight::News || passing.subject == Subject::Again;
                let answers = is_an_answer && passing.since_ms > standing.since_ms;
                Some(if answers { passing } else { standing })
            }
            (Some(passing), _) => Some(passing),
            (None, standing) => standing,
        }
    }

    /// What there is to be told, in the order in which it came; nothing that is explained by something else. Each with a name under which
    /// nothing else is told, and what tells it from what was told under that name before: a state that only counts on is the same.
    pub(crate) fn to_tell(&self) -> impl Iterator<Item = (String, String, &Notice)> {
        let explained = |n: &&Notice| self.standing().any(|other| other.subject.explains(n.subject));
        self.all.iter().filter(move |n| !explained(n)).map(|n| {
            let uncounted = |c: &char| !(n.subject.is_a_state() && c.is_ascii_digit());
            (format!("notice {:?} {}", n.subject, n.nth), n.text.chars().filter(uncounted).collect(), n)
        })
    }

    /// The marks of what stands, each once, the weightiest first; of what is explained by something else there is none.
    pub(crate) fn marks(&self) -> Vec<String> {
        let explained = |n: &Notice| self.standing().any(|other| other.subject.explains(n.subject));
        let mut standing: Vec<&Notice> = self.standing().filter(|n| !explained(n)).collect();
        standing.sort_by_key(|n| std::cmp::Reverse(n.weight));
        let mut marks: Vec<String> = standing.into_iter().filter_map(|n| n.subject.mark()).collect();
        marks.dedup();
        marks
    }

    /// The states that are told of, for the help screen and the tests.
    pub fn standing(&self) -> impl Iterator<Item = &Notice> {
        self.all.iter().filter(|n| n.subject.is_a_state())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(notices: &Notices) -> &str {
        notices.shown().map_or("", |n| n.text.as_str())
    }

    #[test]
    fn what_is_said_again_does_not_push_aside_what_came_after_it() {
        let mut notices = Notices::default();
        notices.say(Subject::Disk, Weight::Danger, "7 s are held", 0);
        notices.say(Subject::Journal, Weight::Danger, "notes are not being saved", 10);
        notices.say(Subject::Disk, Weight::Danger, "8 s are held", 20);
        assert_eq!(shown(&notices), "notes are not being saved");
        notices.over(Subject::Journal);
        // What the next key does is read whatever is said meanwhile.
        notices.say(Subject::Leaving, Weight::Danger, "Esc again leaves", 30);
        notices.over(Subject::Disk);
        notices.say(Subject::Disk, Weight::Danger, "8 s are held", 40);
        assert_eq!(shown(&notices), "Esc again leaves");
        notices.over(Subject::Leaving);
        assert_eq!(shown(&notices), "8 s are held");
    }

    #[test]
    fn news_goes_a_danger_stays() {
        let mut notices = Notices::default();
        notices.say(Subject::Disk, Weight::Danger, "the disk is full", 0);
        notices.say(Subject::Act, Weight::News, "saved", 0);
        assert_eq!(shown(&notices), "the disk is full");
        notices.say(Subject::Act, Weight::News, "Ctrl-Q again ends", 10);
        assert_eq!(shown(&notices), "Ctrl-Q again ends");
        notices.turn(10 + NEWS_MS + 1);
        assert_eq!(shown(&notices), "the disk is full");
        notices.say(Subject::Act, Weight::News, "saved", 0);
        notices.over(Subject::Disk);
        assert_eq!(shown(&notices), "saved");
        notices.turn(NEWS_MS + 1);
        assert_eq!(notices.shown(), None);
    }

    #[test]
    fn after_an_act_the_line_tells_of_it_or_goes() {
        let mut notices = Notices::default();
        let act = |notices: &mut Notices, said: Option<&str>, now: u64| {
            let so_far = notices.so_far();
            if let Some(text) = said {
                notices.say(Subject::Act, Weight::News, text, now);
            }
            notices.acted(so_far);
        };
        act(&mut notices, Some("tension: asked"), 0);
        assert_eq!(shown(&notices), "tension: asked");
        act(&mut notices, Some("tension: partly"), 10);
        assert_eq!(shown(&notices), "tension: partly");
        act(&mut notices, None, 20);
        assert_eq!(notices.shown(), None, "what was told of the act before is not told of this one");
    }

    #[test]
    fn what_a_key_did_does_not_swallow_what_came_by_itself() {
        let mut notices = Notices::default();
        notices.say(Subject::Happened, Weight::Warning, "1.0 s of sound was lost", 0);
        notices.say(Subject::Act, Weight::News, "tension: asked", 10);
        assert_eq!(shown(&notices), "tension: asked");
        let so_far = notices.so_far();
        notices.answered(100);
        notices.acted(so_far);
        assert_eq!(shown(&notices), "1.0 s of sound was lost", "it is there again until it could be read");
        notices.answered(NEWS_MS + 1);
        assert_eq!(notices.shown(), None);
    }

    #[test]
    fn the_cause_stays_where_its_consequence_is_told_later() {
        let states = [
            (Subject::Mute, Subject::Silence),
            (Subject::Mute, Subject::Faint),
            (Subject::Silence, Subject::Faint),
            (Subject::Sound, Subject::Silence),
            (Subject::Sound, Subject::Route),
            (Subject::Disk, Subject::Space),
        ];
        for (cause, consequence) in states {
            let mut notices = Notices::default();
            notices.say(cause, Weight::Danger, "the cause", 0);
            notices.say(consequence, Weight::Danger, "what follows", 10);
            assert_eq!(shown(&notices), "the cause", "{cause:?}, {consequence:?}");
            notices.over(cause);
            assert_eq!(shown(&notices), "what follows", "{cause:?}, {consequence:?}");
        }
    }

    #[test]
    fn what_happened_is_passed_over_by_whoever_goes_on_and_not_hidden_by_something_lighter() {
        let mut notices = Notices::default();
        notices.say(Subject::Happened, Weight::Danger, "3.0 s is lost", 0);
        notices.say(Subject::Happened, Weight::News, "no longer muted", 10);
        assert_eq!(shown(&notices), "3.0 s is lost");
        let act = |notices: &mut Notices, said: Option<&str>, now: u64| {
            let so_far = notices.so_far();
            notices.answered(now);
            if let Some(text) = said {
                notices.say(Subject::Act, Weight::News, text, now);
            }
            notices.acted(so_far);
        };
        for now in 20..40 {
            act(&mut notices, None, now);
        }
        assert_eq!(shown(&notices), "3.0 s is lost", "letters of a note are no acts");
        act(&mut notices, Some("asked"), 50);
        assert_eq!(shown(&notices), "asked");
        act(&mut notices, None, 60);
        assert_eq!(shown(&notices), "3.0 s is lost");
        act(&mut notices, Some("partly"), 70);
        act(&mut notices, None, 80);
        assert_eq!(notices.shown(), None, "two acts on, it is known");
    }

    #[test]
    fn of_one_subject_there_is_one_notice_and_it_ends_with_the_thing() {
        let mut notices = Notices::default();
        notices.say(Subject::Letter, Weight::News, "version 1 lies there", 0);
        notices.say(Subject::Letter, Weight::Warning, "there is no letter in de", 1);
        assert_eq!(shown(&notices), "there is no letter in de");
        notices.say(Subject::Mute, Weight::Danger, "muted", 2);
        notices.over(Subject::Letter);
        assert_eq!(shown(&notices), "muted");
        notices.elsewhere();
        assert_eq!(shown(&notices), "muted", "another screen unmutes nothing");
        notices.closed();
        assert_eq!(notices.shown(), None);
    }

    #[test]
    fn a_path_stays_until_it_could_be_read_though_it_is_good_news() {
        let mut notices = Notices::default();
        notices.say(Subject::Letter, Weight::News, "the letter lies in /study/summary/v1", 0);
        notices.turn(10 * NEWS_MS);
        assert!(notices.shown().is_some());
        notices.answered(10 * NEWS_MS);
        assert_eq!(notices.shown(), None);
    }
}
