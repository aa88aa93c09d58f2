//! What stands in a field of the form, and who put it there: the form itself, which may think again, or a person, who is not overruled.

use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::line::Line;
use crate::tui::screen::selection::Step;

/// Where what stands in a field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The form.
    Suggested,
    /// A person, who took it from among what was offered.
    Chosen,
    /// A person, who wrote it.
    Written,
}

/// A choice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pick<T> {
    at: T,
    from: Origin,
}

impl<T: Copy> Pick<T> {
    /// The form's own.
    pub(super) const fn suggested(at: T) -> Self {
        Self { at, from: Origin::Suggested }
    }

    /// A person's.
    pub(super) const fn chosen(at: T) -> Self {
        Self { at, from: Origin::Chosen }
    }

    /// What is chosen.
    pub(super) const fn get(&self) -> T {
        self.at
    }

    /// The form thinks again, where nobody has chosen.
    pub(super) fn suggest(&mut self, at: T) {
        if self.is_suggested() {
            self.at = at;
        }
    }

    /// Whether it is the form's own.
    pub(super) fn is_suggested(&self) -> bool {
        self.from == Origin::Suggested
    }
}

/// A text.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    line: Line,
    from: Origin,
}

impl Entry {
    /// The form's own.
    pub(super) fn suggested(text: impl Into<String>) -> Self {
        Self { line: Line::holding(text), from: Origin::Suggested }
    }

    /// What was said before there was a form.
    pub(super) fn given(text: impl Into<String>) -> Self {
        Self { line: Line::holding(text), from: Origin::Written }
    }

    pub(super) const fn line(&self) -> &Line {
        &self.line
    }

    pub(super) fn text(&self) -> &str {
        self.line.text()
    }

    /// Whether it is the form's own.
    pub(super) fn is_suggested(&self) -> bool {
        self.from == Origin::Suggested
    }

    /// The next of `offered`, or the one before, where one of them stands there; a text of somebody's own is gone through letter by letter.
    pub(super) fn step(&mut self, offered: &[String], step: Step) {
        let at = offered.iter().position(|one| one == self.text());
        let next = match (at, offered.len()) {
            (Some(at), count) => offered.get(in_a_ring(at, count, step)),
            (None, _) if self.line.is_empty() => match step {
                Step::Next => offered.first(),
                Step::Previous => offered.last(),
            },
            (None, _) => None,
        };
        match next {
            Some(text) => *self = Self { line: Line::holding(text.clone()), from: Origin::Chosen },
            None => self.edit(arrow(step)),
        }
    }

    /// A key for the text. What was not written by hand is as good as selected: the first letter takes its place.
    pub(super) fn edit(&mut self, chord: Chord) {
        if chord.typed().is_some() {
            self.make_room();
        }
        self.line.edit(chord);
        self.from = Origin::Written;
    }

    /// Puts text in; gives back what was too long.
    pub(super) fn paste(&mut self, text: &str) -> Option<String> {
        self.make_room();
        self.from = Origin::Written;
        self.line.paste(text)
    }

    fn make_room(&mut self) {
        if self.from != Origin::Written {
            drop(self.line.take());
        }
    }
}

/// The key that moves in a text as `step` does in a list.
pub(super) fn arrow(step: Step) -> Chord {
    Chord::plain(match step {
        Step::Previous => Key::Left,
        Step::Next => Key::Right,
    })
}

/// The step that such a key is, if it is one.
pub(super) fn step_of(chord: Chord) -> Option<Step> {
    [Step::Previous, Step::Next].into_iter().find(|step| arrow(*step) == chord)
}

/// The index after or before `at` among `count`, round and round.
pub(super) fn in_a_ring(at: usize, count: usize, step: Step) -> usize {
    match step {
        _ if count == 0 => 0,
        Step::Next => (at + 1) % count,
        Step::Previous => (at + count - 1) % count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(entry: &mut Entry, keys: &[&str]) {
        for key in keys {
            entry.edit(key.parse().unwrap());
        }
    }

    #[test]
    fn what_is_offered_is_gone_through_and_what_is_written_is_moved_in() {
        let offered = ["P01", "P02", "P03"].map(String::from);
        let mut entry = Entry::suggested("P03");
        let mut text = |step| {
            entry.step(&offered, step);
            entry.text().to_owned()
        };
        assert_eq!([text(Step::Next), text(Step::Next), text(Step::Previous), text(Step::Previous)], ["P01", "P02", "P01", "P03"]);
        assert!(!entry.is_suggested());
        press(&mut entry, &["T", "1"]);
        assert_eq!(entry.text(), "T1", "what was chosen makes room for what is written");
        entry.step(&offered, Step::Previous);
        press(&mut entry, &["0"]);
        assert_eq!(entry.text(), "T01");
        let mut empty = Entry::given("");
        empty.step(&offered, Step::Previous);
        assert_eq!(empty.text(), "P03");
        Entry::given("").step(&[], Step::Next);
    }

    #[test]
    fn who_deletes_in_a_suggestion_keeps_the_rest_and_who_pastes_does_not() {
        let mut entry = Entry::suggested("P01");
        press(&mut entry, &["backspace", "9"]);
        assert_eq!(entry.text(), "P09");
        let mut entry = Entry::suggested("P01");
        assert_eq!((entry.paste("T07"), entry.text()), (None, "T07"));
        entry.paste("a");
        assert_eq!(entry.text(), "T07a");
    }

    #[test]
    fn a_suggestion_is_thought_over_and_a_choice_is_not() {
        let (mut own, mut theirs) = (Pick::suggested(1), Pick::chosen(1));
        own.suggest(2);
        theirs.suggest(2);
        assert_eq!((own.get(), theirs.get()), (2, 1));
        assert!(own.is_suggested() && !theirs.is_suggested());
    }
}
