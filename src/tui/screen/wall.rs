//! The wall: every interview as a strip on one time scale, one session and one mark of it chosen.
//!
//! It changes nothing. One key leads from a mark to its sound, sessions hang in an order that one chooses, and a line narrows them: to a code, a
//! guide, what is known of a participant, or any word of these.

use crate::domain::study::strip::Mark;
use crate::domain::study::wall::Sort;
use crate::domain::study::wall::Wall;
use crate::domain::study::wall::WallRow;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
use crate::tui::offer::Offer;
use crate::tui::place::Spot;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Walk;
use crate::tui::shared::Shared;
use crate::words::say;

/// The wall's own state.
#[derive(Debug, Default)]
pub struct WallScreen {
    /// The session that is chosen, by its name.
    chosen: Option<String>,
    /// The mark that is chosen, by what it is: others may come before it while one listens.
    mark: Option<Mark>,
    sort: Sort,
    /// To what the sessions are narrowed.
    wanted: String,
    writing: Option<Line>,
}

impl WallScreen {
    /// The wall, with the session that was chosen on the list.
    pub(crate) fn enter(shared: &Shared) -> Self {
        Self { chosen: shared.latest.clone(), ..Self::default() }
    }

    /// What hangs there.
    pub(crate) fn wall<'o>(&self, offer: &'o Offer) -> Wall<'o> {
        Wall::of(&offer.sessions, &offer.register, &self.sort, &self.wanted)
    }

    /// What stands above it.
    pub(crate) fn title(&self, wall: &Wall<'_>, offer: &Offer) -> String {
        wall.title(&self.sort, &offer.register, &self.wanted)
    }

    /// Which row is chosen, counted from the top.
    pub(crate) fn cursor(&self, wall: &Wall<'_>) -> usize {
        selection::place(&names(wall), self.chosen.as_ref())
    }

    /// The mark that is chosen on `row`, which is.
    pub(crate) fn mark(&self, row: &WallRow<'_>) -> Option<Mark> {
        let mut marks = row.marks();
        let at = nearest(&marks, self.mark.as_ref()?)?;
        Some(marks.swap_remove(at))
    }

    /// The line that narrows it, while it is written.
    pub(crate) fn writing(&self) -> Option<&Line> {
        self.writing.as_ref()
    }

    fn walk(&mut self, walk: Walk, shared: &mut Shared) {
        let to = selection::walked(&names(&self.wall(&shared.offer)), self.chosen.as_ref(), walk);
        self.go_to(to, shared);
    }

    /// Another session; the mark of it that is about as far on as the one that was chosen is chosen there.
    fn go_to(&mut self, name: Option<String>, shared: &mut Shared) {
        let wall = self.wall(&shared.offer);
        let was = wall.rows.get(self.cursor(&wall)).and_then(|row| self.mark(row)).map(|mark| mark.at);
        let mark = was.and_then(|at| {
            let row = wall.rows.iter().find(|row| Some(&row.line.name) == name.as_ref())?;
            let mut marks = row.marks();
            let after = marks.partition_point(|mark| mark.at < at);
            let last = marks.len().checked_sub(1)?;
            Some(marks.swap_remove(after.min(last)))
        });
        self.mark = mark;
        self.chosen = name;
        shared.latest.clone_from(&self.chosen);
    }

    fn step_mark(&mut self, by: isize, shared: &mut Shared) {
        let (name, called, mut marks) = {
            let wall = self.wall(&shared.offer);
            let Some(row) = wall.rows.get(self.cursor(&wall)) else { return };
            (row.line.name.clone(), row.called(), row.marks())
        };
        let Some(last) = marks.len().checked_sub(1) else { return shared.say(Weight::News, say!("wall-no-marks", called = called)) };
        let to = match self.mark.as_ref().and_then(|mark| nearest(&marks, mark)) {
            None if by < 0 => last,
            None => 0,
            Some(at) => at.saturating_add_signed(by).min(last),
        };
        self.mark = Some(marks.swap_remove(to));
        self.chosen = Some(name);
    }

    /// Opens the session where the mark is heard.
    fn hear(&self, shared: &mut Shared) -> Go {
        let spot = {
            let wall = self.wall(&shared.offer);
            wall.rows.get(self.cursor(&wall)).map(|row| {
                let mark = self.mark(row);
                let (note, at) = (mark.as_ref().and_then(|mark| mark.note), mark.map(|mark| mark.at));
                Spot { session: row.line.name.clone(), note, statement: None, passage: None, at }
            })
        };
        match spot {
            Some(spot) => Go::Found(spot),
            None => {
                shared.say(Weight::News, say!("wall-nothing"));
                Go::Nowhere
            }
        }
    }

    fn narrow_to(&mut self, wanted: &str, shared: &mut Shared) {
        let before = std::mem::replace(&mut self.wanted, wanted.trim().to_owned());
        let none = self.wall(&shared.offer).rows.is_empty();
        if none && !self.wanted.is_empty() {
            let no_field = Wall::no_field(&shared.offer.register, &self.wanted);
            let words = no_field.unwrap_or_else(|| say!("wall-none-narrowed", wanted = &self.wanted));
            self.wanted = before;
            shared.say(Weight::Warning, words);
        }
        self.mark = None;
    }
}

/// The names of the sessions as they hang.
fn names(wall: &Wall<'_>) -> Vec<String> {
    wall.rows.iter().map(|row| row.line.name.clone()).collect()
}

/// Where `mark` stands among `marks`: the same one, the same note wherever it lies by now, or the next one on, as far as there is one.
fn nearest(marks: &[Mark], mark: &Mark) -> Option<usize> {
    let is_it = |one: &Mark| one.at == mark.at && one.is == mark.is && one.note == mark.note;
    let is_its_note = |one: &Mark| mark.note.is_some() && one.note == mark.note;
    let same = marks.iter().position(is_it).or_else(|| marks.iter().position(is_its_note));
    let next = || marks.len().checked_sub(1).map(|last| marks.partition_point(|one| one.at < mark.at).min(last));
    same.or_else(next)
}

impl Face for WallScreen {
    fn contexts(&self) -> Vec<Context> {
        if self.writing.is_some() { vec![Context::WallLine, Context::Wall] } else { vec![Context::Wall] }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Wall as A;
        let Action::Wall(action) = action else { return Go::Nowhere };
        match action {
            A::Hear => return self.hear(shared),
            A::NextMark => self.step_mark(1, shared),
            A::PreviousMark => self.step_mark(-1, shared),
            A::Sort => {
                self.sort = self.sort.next(&shared.offer.register);
                shared.say(Weight::News, self.sort.words(&shared.offer.register));
            }
            A::Narrow => self.writing = Some(Line::holding(self.wanted.clone())),
            A::All => self.narrow_to("", shared),
            A::Down => self.walk(Walk::Down, shared),
            A::Up => self.walk(Walk::Up, shared),
            A::PageDown => self.walk(Walk::PageDown, shared),
            A::PageUp => self.walk(Walk::PageUp, shared),
            A::Top => self.walk(Walk::Top, shared),
            A::Bottom => self.walk(Walk::Bottom, shared),
            A::Keep => {
                let wanted = self.writing.take().map(|line| line.text().to_owned()).unwrap_or_default();
                self.narrow_to(&wanted, shared);
            }
            A::PutAside => self.writing = None,
        }
        Go::Nowhere
    }

    fn line(&mut self) -> Option<&mut Line> {
        self.writing.as_mut()
    }

    fn choices(&self, shared: &Shared) -> usize {
        if self.writing.is_some() { 0 } else { self.wall(&shared.offer).rows.len() }
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        let name = names(&self.wall(&shared.offer)).into_iter().nth(nth);
        self.go_to(name, shared);
    }

    fn esc(&self) -> Esc {
        if self.writing.is_some() || !self.wanted.is_empty() { Esc::PutsAway } else { Esc::Leads }
    }

    fn back(&mut self, shared: &mut Shared) -> Go {
        if self.wanted.is_empty() {
            return Go::Home;
        }
        self.narrow_to("", shared);
        Go::Nowhere
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        use action::Wall as A;
        let Action::Wall(action) = bind.does else { return bind.rank };
        let does = match action {
            A::Keep | A::PutAside => self.writing.is_some(),
            _ if self.writing.is_some() => false,
            A::All => !self.wanted.is_empty(),
            A::Hear | A::NextMark | A::PreviousMark | A::Sort | A::Narrow => !shared.offer.sessions.is_empty(),
            A::Down | A::Up | A::PageDown | A::PageUp | A::Top | A::Bottom => true,
        };
        if does { bind.rank } else { 9 }
    }
}
