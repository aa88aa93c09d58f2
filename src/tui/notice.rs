//! What the interface has to say: one line at a time, never a box, never a sound.
//!
//! News goes away by itself; a warning stays until what it is about changes or a key answers it; a danger (data at risk) stands until
//! it is over, and is repeated in the footer.

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know; goes away after some seconds.
    News,
    /// Should be seen; stays until another takes its place.
    Warning,
    /// Data is at risk; stands until it is over.
    Danger,
}

/// One line of notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it weighs.
    pub weight: Weight,
    /// The words: what happened, then what to do.
    pub text: String,
    /// When it was said.
    pub since_ms: u64,
}

/// How long news stays, in milliseconds: long enough to read a line after the eyes were elsewhere.
const NEWS_MS: u64 = 6_000;

/// The subject of what leaving now would cost. Among what weighs as much it is shown first: it says what the next key does.
pub(in crate::tui) const LEAVING: &str = "leaving";

/// The subject of a terminal that does not show everything: said at the start, until it could be read and a key is pressed.
pub const LOCALE: &str = "locale";

/// The notices that stand.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    passing: Option<Notice>,
    /// Standing dangers by subject: a subject has one.
    standing: Vec<(&'static str, Notice)>,
}

impl Notices {
    /// Says `text` once.
    pub fn say(&mut self, weight: Weight, text: impl Into<String>, now_ms: u64) {
        self.passing = Some(Notice { weight, text: text.into(), since_ms: now_ms });
    }

    /// Says `text` about `subject` until [`Notices::over`]. Said in other words it is not new: it keeps its place, and what was said
    /// meanwhile still came after it.
    pub fn stand(&mut self, subject: &'static str, weight: Weight, text: impl Into<String>, now_ms: u64) {
        let text = text.into();
        match self.standing.iter_mut().find(|(s, _)| *s == subject) {
            Some((_, notice)) => (notice.weight, notice.text) = (weight, text),
            None => self.standing.push((subject, Notice { weight, text, since_ms: now_ms })),
        }
    }

    /// What was said about `subject` is over.
    pub fn over(&mut self, subject: &str) {
        self.standing.retain(|(s, _)| *s != subject);
    }

    /// Whether something stands about `subject`.
    pub fn stands(&self, subject: &str) -> bool {
        self.standing.iter().any(|(s, _)| *s == subject)
    }

    /// What was said in these words does not hold any more.
    pub(in crate::tui) fn take_back(&mut self, text: &str) {
        self.passing.take_if(|notice| notice.text == text);
    }

    /// A key was pressed: a passing warning has been seen.
    pub fn answered(&mut self, now_ms: u64) {
        if self.passing.as_ref().is_some_and(|n| n.weight == Weight::Warning && now_ms.saturating_sub(n.since_ms) > NEWS_MS) {
            self.passing = None;
        }
        self.standing.retain(|(subject, n)| *subject != LOCALE || now_ms.saturating_sub(n.since_ms) <= NEWS_MS);
    }

    /// Another screen: what was said in passing belonged to the one before.
    pub fn elsewhere(&mut self) {
        self.passing = None;
    }

    /// Lets old news go.
    pub fn turn(&mut self, now_ms: u64) {
        if self.passing.as_ref().is_some_and(|n| n.weight == Weight::News && now_ms.saturating_sub(n.since_ms) > NEWS_MS) {
            self.passing = None;
        }
    }

    /// The notice to show: what was said last, unless something weightier stands. News that came after it is the answer to a key, and
    /// soon gone.
    pub fn shown(&self) -> Option<&Notice> {
        let standing = self.standing.iter().max_by_key(|(subject, n)| (n.weight, *subject == LEAVING)).map(|(_, n)| n);
        match (&self.passing, standing) {
            (Some(passing), Some(standing)) if standing.weight > passing.weight => {
                let answers = passing.weight == Weight::News && passing.since_ms > standing.since_ms;
                Some(if answers { passing } else { standing })
            }
            (Some(passing), _) => Some(passing),
            (None, standing) => standing,
        }
    }

    /// Everything that stands, for the help screen and the tests.
    pub fn standing(&self) -> impl Iterator<Item = &Notice> {
        self.standing.iter().map(|(_, n)| n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_again_does_not_push_aside_what_came_after_it() {
        let mut notices = Notices::default();
        notices.stand("disk", Weight::Danger, "7 s are held", 0);
        notices.stand("journal", Weight::Danger, "notes are not being saved", 10);
        notices.stand("disk", Weight::Danger, "8 s are held", 20);
        assert_eq!(notices.shown().unwrap().text, "notes are not being saved");
        notices.over("journal");
        // What the next key does is read whatever is said meanwhile.
        notices.stand(LEAVING, Weight::Danger, "the same key again leaves", 30);
        notices.over("disk");
        notices.stand("disk", Weight::Danger, "8 s are held", 40);
        assert_eq!(notices.shown().unwrap().text, "the same key again leaves");
        notices.over(LEAVING);
        assert_eq!(notices.shown().unwrap().text, "8 s are held");
    }

    #[test]
    fn news_goes_a_danger_stays() {
        let mut notices = Notices::default();
        notices.stand("disk", Weight::Danger, "the disk is full", 0);
        notices.say(Weight::News, "saved", 0);
        assert_eq!(notices.shown().unwrap().text, "the disk is full");
        notices.say(Weight::News, "the same key again ends", 10);
        assert_eq!(notices.shown().unwrap().text, "the same key again ends");
        notices.turn(10 + NEWS_MS + 1);
        assert_eq!(notices.shown().unwrap().text, "the disk is full");
        notices.say(Weight::News, "saved", 0);
        notices.over("disk");
        assert_eq!(notices.shown().unwrap().text, "saved");
        notices.turn(NEWS_MS + 1);
        assert_eq!(notices.shown(), None);
    }
}
