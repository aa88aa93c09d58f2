//! How things look: colours, signs, and what is left of them without colour or without box drawing.
//!
//! Nothing is said by colour alone: every state has a sign or a word, and [`Look`] only decides how it is dressed, in slots that are named
//! after what they are for. They are filled from the terminal's sixteen colours and its own ground, so that light and dark ones both work.
//! `NO_COLOR` leaves bold, dim and reversed; plain signs leave ASCII. Who asks for `--plain` gets no picture at all: see [`crate::tui::plain`].

use std::borrow::Cow;

use ratatui::style::Color;
use ratatui::style::Modifier;
use ratatui::style::Style;

use crate::domain::note::Note;
use crate::domain::note::NoteKind;
use crate::tui::listener::Manner;
use crate::tui::model::Theme;
use crate::tui::notice::Weight;

/// Whether colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The terminal's sixteen.
    #[default]
    Colours,
    /// None (`NO_COLOR`).
    None,
}

/// Which signs are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// Box drawing and symbols of one cell.
    #[default]
    Drawn,
    /// ASCII only, where a terminal may have nothing else.
    Plain,
}

/// How things look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Colours or none.
    pub palette: Palette,
    /// Symbols or ASCII.
    pub signs: Signs,
    /// Normal or dim.
    pub theme: Theme,
    /// Drawn, or told in lines, where nothing has any looks.
    pub manner: Manner,
}

impl Look {
    /// The sign of a moment at which it became too much.
    pub(crate) const DISTRESS: char = 'd';

    /// The sign of the coded answer to a closed question.
    pub(crate) const ANSWER: char = 'a';

    /// The sign of a question of the interviewer's own that they would ask otherwise.
    pub(crate) const OWN: char = '!';

    fn coloured(self, colour: Color, otherwise: Modifier) -> Style {
        let style = match self.palette {
            Palette::Colours => Style::new().fg(colour),
            Palette::None => Style::new().add_modifier(otherwise),
        };
        self.dimmed(style)
    }

    fn dimmed(self, style: Style) -> Style {
        match self.theme {
            Theme::Normal => style,
            Theme::Dim => style.add_modifier(Modifier::DIM).remove_modifier(Modifier::BOLD),
        }
    }

    /// Running text.
    pub(crate) fn text(self) -> Style {
        self.dimmed(Style::new())
    }

    /// The question, and whatever is read first.
    pub(crate) fn strong(self) -> Style {
        self.dimmed(Style::new().add_modifier(Modifier::BOLD))
    }

    /// What is there but not now: times, labels, hints. Nothing that is needed, nothing that is spoken.
    pub(crate) fn quiet(self) -> Style {
        self.coloured(Color::DarkGray, Modifier::DIM)
    }

    /// What is chosen.
    pub(crate) fn selected(self) -> Style {
        self.dimmed(Style::new().add_modifier(Modifier::REVERSED))
    }

    /// The recording sign.
    pub(crate) fn recording(self) -> Style {
        self.coloured(Color::Red, Modifier::BOLD)
    }

    /// The row that says that nothing is captured, because that is wanted.
    pub(crate) fn off_record(self) -> Style {
        self.dimmed(Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED))
    }

    /// What should be seen. Yellow is readable on a light ground only as a ground of its own.
    pub(crate) fn warning(self) -> Style {
        match self.palette {
            Palette::Colours => self.dimmed(Style::new().fg(Color::Black).bg(Color::Yellow)),
            Palette::None => self.dimmed(Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED)),
        }
    }

    /// What is at risk.
    pub(crate) fn danger(self) -> Style {
        self.coloured(Color::Red, Modifier::BOLD).add_modifier(Modifier::REVERSED)
    }

    /// The words of a notice of this weight.
    pub(crate) fn notice(self, weight: Weight) -> Style {
        match weight {
            Weight::News => self.text(),
            Weight::Warning => self.strong(),
            Weight::Danger => self.danger(),
        }
    }

    /// The sign in front of a notice of this weight.
    pub(crate) fn notice_sign(self, weight: Weight) -> Style {
        match weight {
            Weight::News => self.text(),
            Weight::Warning => self.warning(),
            Weight::Danger => self.danger(),
        }
    }

    /// The sign and word in front of a notice of this weight.
    pub(crate) fn notice_mark(weight: Weight) -> &'static str {
        match weight {
            Weight::News => "",
            Weight::Warning => "! ",
            Weight::Danger => "!! ",
        }
    }

    /// The sign in front of what is still to be asked.
    pub(crate) fn to_ask(self) -> char {
        self.either('·', '-')
    }

    /// The sign of a moment at which it was off the record.
    pub(crate) fn pause(self) -> char {
        self.either('┊', ':')
    }

    /// The sign of a stretch in which nothing is heard: withheld, or not there.
    pub(crate) fn nothing(self, is_withheld: bool) -> char {
        if is_withheld { self.either('▒', 'x') } else { self.either('░', '/') }
    }

    /// The sign of what was taken among several. A letter would say no to some.
    pub(crate) fn taken(self) -> char {
        self.either('✓', '*')
    }

    /// The sign of a kind of note.
    pub(crate) fn kind(self, kind: NoteKind) -> char {
        let drawn = if kind == NoteKind::Quote { '“' } else { kind.sign() };
        self.either(drawn, kind.sign())
    }

    /// The sign of a moment that was marked without a word.
    pub(crate) fn moment(self) -> char {
        self.either('•', 'o')
    }

    /// The sign of a note: a moment is none of its kind yet.
    pub(crate) fn note(self, note: &Note) -> char {
        if note.is_moment() { self.moment() } else { self.kind(note.kind) }
    }

    /// `text` that tells of signs, with those that this look has for them.
    pub(crate) fn plainly(self, text: &str) -> Cow<'_, str> {
        if self.signs == Signs::Drawn || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let sign = |c: char| match c {
            '…' => "...".to_owned(),
            '⇥' => "(Tab)".to_owned(),
            '“' | '”' => "\"".to_owned(),
            '┊' => ":".to_owned(),
            '░' => "/".to_owned(),
            '▒' => "x".to_owned(),
            '•' => "o".to_owned(),
            '▲' => "^".to_owned(),
            '◆' => "+".to_owned(),
            '·' | '–' => "-".to_owned(),
            '✓' => "*".to_owned(),
            '»' => "$".to_owned(),
            other => other.to_string(),
        };
        Cow::Owned(text.chars().map(sign).collect())
    }

    /// `drawn` where symbols may be used, else `plain`.
    pub(crate) fn either<T>(self, drawn: T, plain: T) -> T {
        match self.signs {
            Signs::Drawn => drawn,
            Signs::Plain => plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manual::CHAPTERS;

    #[test]
    fn every_sign_that_the_manual_tells_of_has_a_plain_one() {
        let plain = Look { signs: Signs::Plain, ..Look::default() };
        assert_eq!(plain.plainly("`✓` taken, *… is full*"), "`*` taken, *... is full*");
        for chapter in &CHAPTERS {
            let left: String = plain.plainly(chapter.text).chars().filter(|c| !c.is_ascii()).collect();
            assert_eq!((left.as_str(), Look::default().plainly(chapter.text).as_ref()), ("", chapter.text), "{}", chapter.name);
        }
    }
}
