//! The row of coded answers: which of them is marked while one of them is to be chosen.
//!
//! A code that is typed whole is chosen, unless a longer one begins with it; then it is marked, and typing on or the key that chooses
//! decides. What begins no code is a note, as everywhere in the room.

use crate::domain::guide::Choice;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::composer::Composer;
use crate::tui::screen::interview::course::Course;
use crate::tui::shared::Shared;
use crate::words::say;

/// Where one is among the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerRow {
    at: Option<usize>,
    /// How much of the code of the one that is marked was typed, in characters.
    typed: usize,
}

/// What a letter means among the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typed {
    /// This answer.
    Is(usize),
    /// The beginning of a code.
    Begins(AnswerRow),
    /// Nothing.
    Other,
}

impl AnswerRow {
    /// The one that is marked, counted from 0.
    pub(crate) fn at(self) -> Option<usize> {
        self.at
    }

    /// The one after it of so many, or the first.
    fn next(self, count: usize) -> Self {
        Self { at: Some(self.at.map_or(0, |at| (at + 1).min(count.saturating_sub(1)))), typed: 0 }
    }

    /// The one before it of so many, or the last.
    fn previous(self, count: usize) -> Self {
        Self { at: Some(self.at.map_or(count.saturating_sub(1), |at| at.saturating_sub(1))), typed: 0 }
    }

    /// What was typed so far.
    fn text(self, choices: &[Choice]) -> String {
        self.at.and_then(|at| choices.get(at)).map(|choice| choice.code.chars().take(self.typed).collect()).unwrap_or_default()
    }

    /// What `c` means after that.
    fn typed(self, c: char, choices: &[Choice]) -> Typed {
        let typed = self.text(choices) + &c.to_string();
        let as_written = |code: &str| code.to_owned();
        // Capitals are looked for only where there is nothing without.
        [as_written, |code: &str| code.to_lowercase()]
            .into_iter()
            .map(|read| among(&typed, choices, read))
            .find(|typed| *typed != Typed::Other)
            .unwrap_or(Typed::Other)
    }
}

/// Where one is among the answers after `action`; nothing where they are put away.
pub(super) fn act(row: AnswerRow, action: Interview, course: Course, shared: &mut Shared) -> Option<AnswerRow> {
    let count = course.choices(shared).len();
    match (action, row.at) {
        (Interview::NextAnswer, _) => Some(row.next(count)),
        (Interview::PreviousAnswer, _) => Some(row.previous(count)),
        (Interview::TakeAnswer, Some(at)) => choose(row, at, course, shared),
        (Interview::TakeAnswer, None) => {
            shared.say(Weight::News, say!("answers-none-marked"));
            Some(row)
        }
        _ => None,
    }
}

/// Where one is among the answers after a key that is no command: a code, or the beginning of a note.
pub(super) fn write(row: AnswerRow, chord: Chord, course: Course, composer: &mut Composer, shared: &mut Shared) -> Option<AnswerRow> {
    let choices = course.choices(shared);
    match chord.typed().map(|c| row.typed(c, choices)) {
        Some(Typed::Is(at)) => choose(row, at, course, shared),
        Some(Typed::Begins(row)) => Some(row),
        Some(Typed::Other) => {
            for c in row.text(choices).chars() {
                composer.write(Chord::plain(Key::Char(c)), shared);
            }
            composer.write(chord, shared);
            None
        }
        // What is rubbed out of a code is the code.
        None => Some(AnswerRow::default()),
    }
}

/// Chooses this answer, by a key that came alone.
fn choose(row: AnswerRow, at: usize, course: Course, shared: &mut Shared) -> Option<AnswerRow> {
    let done = shared.came_alone() && course.choose(at, shared);
    (!done).then_some(row)
}

fn among(typed: &str, choices: &[Choice], read: impl Fn(&str) -> String) -> Typed {
    let typed = read(typed);
    let begun: Vec<usize> = (0..choices.len()).filter(|at| read(&choices[*at].code).starts_with(&typed)).collect();
    let whole = begun.iter().copied().find(|at| read(&choices[*at].code) == typed);
    match (whole, begun.as_slice()) {
        (Some(at), [_]) => Typed::Is(at),
        (_, [first, ..]) => Typed::Begins(AnswerRow { at: whole.or(Some(*first)), typed: typed.chars().count() }),
        (_, []) => Typed::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(codes: &[&str]) -> Vec<Choice> {
        codes.iter().map(|code| Choice { code: (*code).to_owned(), say: String::new() }).collect()
    }

    #[test]
    fn a_whole_code_is_chosen_and_one_that_others_begin_with_is_marked() {
        let scale = choices(&["0", "1", "2", "10", "na"]);
        let row = AnswerRow::default();
        assert_eq!(row.typed('2', &scale), Typed::Is(2));
        let Typed::Begins(one) = row.typed('1', &scale) else { panic!("10 begins with 1") };
        assert_eq!((one.at(), one.typed('0', &scale)), (Some(1), Typed::Is(3)));
        let Typed::Begins(none) = row.typed('n', &scale) else { panic!("not whole yet") };
        assert_eq!((none.at(), none.typed('A', &scale)), (Some(4), Typed::Is(4)), "as a hand writes it");
        assert_eq!((none.typed('o', &scale), row.typed('x', &scale)), (Typed::Other, Typed::Other));
        assert_eq!(none.text(&scale), "n");
    }

    #[test]
    fn capitals_count_where_they_tell_answers_apart() {
        let answers = choices(&["y", "Y", "N"]);
        let of = |c| AnswerRow::default().typed(c, &answers);
        assert_eq!([of('y'), of('Y'), of('n')], [Typed::Is(0), Typed::Is(1), Typed::Is(2)]);
    }

    #[test]
    fn the_row_is_walked_from_either_end() {
        let row = AnswerRow::default();
        assert_eq!([row.next(3).at(), row.previous(3).at()], [Some(0), Some(2)]);
        assert_eq!([row.next(3).next(3).at(), row.previous(3).next(3).at(), row.next(3).previous(3).at()], [Some(1), Some(2), Some(0)]);
    }
}
