//! The figures of the study, to be read: its tables below each other, one piece of one of them chosen, and a list of what there is.
//!
//! It changes nothing. The sessions are counted beside the screen, and until they are it says so. What is chosen is a piece of a table (its
//! heading, a sentence, a row), because how many lines that takes is the window's. Nobody's words of an interview are here.

use crate::domain::study::figures::table::Table;
use crate::domain::study::figures::told::tables;
use crate::tui::effect::Effect;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::msg::FiguresReport;
use crate::tui::notice::Weight;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::selection::Walk;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// What is known of the figures.
#[derive(Debug, Default)]
enum Counted {
    /// They are being counted.
    #[default]
    Awaited,
    /// These are the tables.
    Here(Vec<Table>),
    /// They cannot be, and this is why.
    Not(String),
}

/// A piece of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Which table, counted from 0.
    pub(crate) table: usize,
    /// Which of its pieces; its heading is the first.
    pub(crate) piece: usize,
}

/// The figures' own state.
#[derive(Debug, Default)]
pub struct FiguresScreen {
    counted: Counted,
    chosen: Piece,
    /// The table that is chosen in the list of contents, while that lies there.
    contents: Option<usize>,
}

impl FiguresScreen {
    /// The figures, which are counted anew.
    pub(crate) fn enter(shared: &mut Shared) -> Self {
        shared.want(Effect::CountFigures);
        Self::default()
    }

    /// The tables; none before they are counted.
    pub(crate) fn tables(&self) -> &[Table] {
        if let Counted::Here(tables) = &self.counted { tables } else { &[] }
    }

    /// What there is to say where there are no tables.
    pub(crate) fn instead(&self) -> Option<String> {
        match &self.counted {
            Counted::Awaited => Some(say!("figures-awaited")),
            Counted::Here(_) => None,
            Counted::Not(why) => Some(say!("figures-not", why = why)),
        }
    }

    /// What is chosen, or the table that the list of contents would lead to.
    pub(crate) fn chosen(&self) -> Piece {
        self.contents.map_or(self.chosen, |table| Piece { table, piece: 0 })
    }

    /// The table that is chosen in the list of contents, while that lies there.
    pub(crate) fn contents(&self) -> Option<usize> {
        self.contents
    }

    /// Every piece, from the first heading to the last note.
    fn pieces(&self) -> Vec<Piece> {
        let of = |(table, one): (usize, &Table)| (0..one.read_aloud().len()).map(move |piece| Piece { table, piece });
        self.tables().iter().enumerate().flat_map(of).collect()
    }

    fn walk(&mut self, walk: Walk) {
        if let Some(at) = self.contents {
            self.contents = Some(walk.from(at, self.tables().len()));
            return;
        }
        let pieces = self.pieces();
        let at = pieces.iter().position(|piece| *piece == self.chosen).unwrap_or(0);
        self.chosen = pieces.get(walk.from(at, pieces.len())).copied().unwrap_or_default();
    }

    /// To the heading of the next table, or of this one, and from there of the one before.
    fn go_by_table(&mut self, walk: Walk) {
        if self.contents.is_some() {
            return self.walk(walk);
        }
        let is_within = walk == Walk::Up && self.chosen.piece > 0;
        let table = if is_within { self.chosen.table } else { walk.from(self.chosen.table, self.tables().len()) };
        self.chosen = Piece { table, piece: 0 };
    }
}

impl Face for FiguresScreen {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Figures]
    }

    fn act(&mut self, action: Action, _: &mut Shared) -> Go {
        use action::Figures as A;
        let Action::Figures(action) = action else { return Go::Nowhere };
        match action {
            A::Contents => match self.contents.take() {
                Some(table) => self.chosen = Piece { table, piece: 0 },
                None => self.contents = (!self.tables().is_empty()).then_some(self.chosen.table),
            },
            A::NextTable => self.go_by_table(Walk::Down),
            A::PreviousTable => self.go_by_table(Walk::Up),
            A::Down => self.walk(Walk::Down),
            A::Up => self.walk(Walk::Up),
            A::PageDown => self.walk(Walk::PageDown),
            A::PageUp => self.walk(Walk::PageUp),
            A::Top => self.walk(Walk::Top),
            A::Bottom => self.walk(Walk::Bottom),
        }
        Go::Nowhere
    }

    fn figures_are(&mut self, counted: Result<FiguresReport, String>, shared: &mut Shared) {
        let FiguresReport { figures, unread, problem } = match counted {
            Ok(report) => report,
            Err(why) => {
                self.counted = Counted::Not(why);
                return;
            }
        };
        let mut tables = tables(&figures);
        if let Some(opening) = tables.first_mut() {
            // Where sessions are gone that were there, none of the figures is what it seems.
            opening.said.extend(shared.offer.vanished.clone());
            opening.notes.extend(unread);
        }
        self.counted = Counted::Here(tables);
        if let Some(problem) = problem {
            shared.say(Weight::Warning, problem);
        }
    }

    fn choices(&self, _: &Shared) -> usize {
        self.tables().len()
    }

    fn select(&mut self, nth: usize, _: &mut Shared) {
        (self.chosen, self.contents) = (Piece { table: nth, piece: 0 }, None);
    }

    fn esc(&self) -> Esc {
        if self.contents.is_some() { Esc::PutsAway } else { Esc::Leads }
    }

    fn back(&mut self, _: &mut Shared) -> Go {
        if self.contents.take().is_some() { Go::Nowhere } else { Go::Home }
    }

    fn rank(&self, bind: &Bind, _: &Shared) -> u8 {
        let is_idle = matches!(bind.does, Action::Figures(_)) && self.tables().is_empty();
        if is_idle { 9 } else { bind.rank }
    }

    fn label(&self, action: Action, _: &Shared) -> Option<Message> {
        let goes = self.contents.is_some() && action == action::Figures::Contents.into();
        goes.then(|| message!("label-go-there"))
    }
}
