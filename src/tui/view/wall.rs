//! The wall: a row a session, its strip on the scale of all, and below the one that is chosen its topics by name and the mark that is chosen.
//!
//! Topics lie beside each other as a thick and a thin line in turn, marks stand on them as the signs that they have everywhere, and `+` is more than
//! one in a cell: nothing is said by a colour.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::domain::study::strip::MarkIs;
use crate::domain::study::wall::Wall;
use crate::domain::study::wall::WallRow;
use crate::domain::study::wall::mark_is;
use crate::domain::time::Position;
use crate::domain::time::clock;
use crate::tui::model::Model;
use crate::tui::screen::wall::WallScreen;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

pub(crate) fn draw(model: &Model, screen: &WallScreen, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let offer = &model.shared.offer;
    let wall = screen.wall(offer);
    let title = parts::cut(&format!(" {}", screen.title(&wall, offer)), usize::from(head.width), look);
    parts::two_ends(vec![(0, Span::styled(title, look.strong()))], Vec::new(), head, buffer);
    let writes = u16::from(screen.writing().is_some()) * 2;
    let list = Rect { height: body.height.saturating_sub(writes), ..body };
    if wall.rows.is_empty() {
        buffer.set_stringn(list.x + 1, list.y, say!("wall-nothing"), usize::from(list.width.saturating_sub(1)), look.text());
    } else {
        Drawn { columns: Columns::of(&wall, body.width), wall: &wall, screen, look }.draw(list, buffer);
    }
    let line = screen.writing()?;
    let area = Rect { y: list.bottom(), height: writes, ..body };
    let inside = parts::section(&say!("wall-line"), area, look, buffer);
    Some(parts::writing(line, inside, look, buffer))
}

/// Lines below the session that is chosen: its topics, and the mark.
const BELOW: u16 = 2;

/// How wide each column is.
struct Columns {
    called: usize,
    strip: u16,
    right: usize,
    has_standing: bool,
}

impl Columns {
    fn of(wall: &Wall<'_>, width: u16) -> Self {
        /// From so many cells on there is room for where a session stands; it is told of the one that is chosen in any case.
        const WIDE: u16 = 100;
        let has_standing = width >= WIDE;
        let most = if has_standing { 22 } else { 14 };
        let called = parts::widest(wall.rows.iter().map(WallRow::called)).min(most);
        let standing = if has_standing { parts::widest(wall.rows.iter().map(WallRow::standing)) + 1 } else { 0 };
        // The length, and the questions.
        let right = 8 + 6 + standing;
        let taken = u16::try_from(called + right + 3).unwrap_or(width);
        Self { called, strip: width.saturating_sub(taken).max(8), right, has_standing }
    }
}

struct Drawn<'d> {
    wall: &'d Wall<'d>,
    columns: Columns,
    screen: &'d WallScreen,
    look: Look,
}

impl Drawn<'_> {
    fn draw(&self, area: Rect, buffer: &mut Buffer) {
        self.scale(Rect { height: 1, ..area }, buffer);
        let width = usize::from(area.width.saturating_sub(2));
        // What is told depends on the rows that are seen, and they on how much is told: the first look is at all that could be seen.
        let wanted = self.legend(&self.seen(area.height.saturating_sub(1)), width).len();
        let legend = u16::try_from(wanted).unwrap_or(u16::MAX).min(self.free(area.height));
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + legend), ..area };
        let seen = self.seen(list.height);
        let (rows, chosen) = (&self.wall.rows, self.screen.cursor(self.wall));
        let mut y = list.y;
        for (n, row) in rows.iter().enumerate().skip(seen.start).take(seen.len()) {
            self.row(row, n == chosen, Rect { y, height: 1, ..list }, buffer);
            y += 1;
            if n == chosen {
                self.topics(row, Rect { y, height: 1, ..list }, buffer);
                self.told(row, Rect { y: y + 1, height: 1, ..list }, buffer);
                y += BELOW;
            }
        }
        if seen.len() < rows.len() {
            let words = say!("list-goes-on", above = seen.start, below = rows.len().saturating_sub(seen.end));
            buffer.set_stringn(list.x + 1, y, words, usize::from(list.width.saturating_sub(1)), self.look.quiet());
        }
        let mut told = self.legend(&seen, width);
        if told.len() > usize::from(legend) {
            let rest = told.split_off(usize::from(legend).saturating_sub(1)).join("  ");
            told.extend((legend > 0).then(|| parts::cut(&rest, width, self.look)));
        }
        for (y, line) in (area.bottom().saturating_sub(u16::try_from(told.len()).unwrap_or(0))..).zip(told) {
            buffer.set_string(area.x + 1, y, line, self.look.quiet());
        }
    }

    /// The rows that are seen in so many lines: as many as fit, with the one that is chosen in their middle.
    fn seen(&self, height: u16) -> Range<usize> {
        let (all, chosen) = (self.wall.rows.len(), self.screen.cursor(self.wall));
        let room = usize::from(height.saturating_sub(BELOW)).max(1);
        // Where some are left out, a line says how many.
        let room = if all > room { room.saturating_sub(1).max(1) } else { room };
        let first = (chosen + 1).saturating_sub(room.div_ceil(2) + 1).min(all.saturating_sub(room));
        first..all.min(first + room)
    }

    /// The lines that what the signs mean may take: all that no row needs, and of a window that is not too low a quarter in any case.
    fn free(&self, height: u16) -> u16 {
        const LOW: u16 = 12;
        let needed = u16::try_from(self.wall.rows.len()).unwrap_or(u16::MAX).saturating_add(1 + BELOW);
        let least = if height < LOW { 0 } else { height / 4 };
        height.saturating_sub(needed).max(least)
    }

    /// Where the strips begin.
    fn left(&self, area: Rect) -> u16 {
        area.x + 2 + u16::try_from(self.columns.called).unwrap_or(0)
    }

    /// The column of a moment in the strip.
    fn column(&self, at: Position) -> u16 {
        let scale = u128::from(self.wall.scale.millis().max(1));
        let x = u128::from(at.millis()) * u128::from(self.columns.strip) / scale;
        u16::try_from(x).unwrap_or(u16::MAX).min(self.columns.strip - 1)
    }

    /// Times, as many as there is room for; the beginning and the end always.
    fn scale(&self, area: Rect, buffer: &mut Buffer) {
        const STEPS_MS: [u64; 9] = [1_000, 5_000, 15_000, 60_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000];
        const CELLS: u64 = 9;
        let (scale, width) = (self.wall.scale.millis().max(1), u64::from(self.columns.strip));
        let step = STEPS_MS.into_iter().find(|step| step * width / scale >= CELLS).unwrap_or(3_600_000);
        let (begin, end) = (clock(0), clock(scale / 1_000));
        // Behind a narrow strip there is room, above the lengths.
        let last = usize::from(self.columns.strip).saturating_sub(end.len()).max(begin.len() + 1);
        let put = |x: usize, label: &str, buffer: &mut Buffer| {
            let x = self.left(area) + u16::try_from(x).unwrap_or(0);
            buffer.set_stringn(x, area.y, label, usize::from(area.right().saturating_sub(x)), self.look.quiet());
        };
        for at in (0..=scale / step).map(|n| n * step) {
            let (label, x) = (clock(at / 1_000), usize::from(self.column(Position::from_millis(at))));
            if x + label.len() < last {
                put(x, &label, buffer);
            }
        }
        put(last, &end, buffer);
    }

    fn row(&self, row: &WallRow<'_>, is_chosen: bool, area: Rect, buffer: &mut Buffer) {
        let look = self.look;
        let style = if is_chosen { look.strong() } else { look.text() };
        let sign = if is_chosen { look.either('▶', '>') } else { ' ' };
        let called = parts::padded(&parts::cut(&row.called(), self.columns.called, look), self.columns.called);
        buffer.set_string(area.x, area.y, format!("{sign}{called} "), style);
        let left = self.left(area);
        self.strip(row, is_chosen, left, area.y, buffer);
        let (settled, of) = row.line.settled;
        let standing = if self.columns.has_standing { format!(" {}", row.standing()) } else { String::new() };
        let right = format!("{:>8} {:>5}{standing}", clock(row.length().secs()), format!("{settled}/{of}"));
        buffer.set_stringn(left + self.columns.strip, area.y, right, self.columns.right + 1, style);
    }

    fn strip(&self, row: &WallRow<'_>, is_chosen: bool, left: u16, y: u16, buffer: &mut Buffer) {
        for (x, sign) in (left..).zip(self.signs(row)) {
            buffer[(x, y)].set_char(self.sign(sign)).set_style(self.look.text());
        }
        let chosen = if is_chosen { self.screen.mark(row) } else { None };
        if let Some(mark) = chosen {
            buffer[(left + self.column(mark.at), y)].set_char(self.sign(Sign::Mark(mark.is))).set_style(self.look.selected());
        }
    }

    /// The strip, a sign a cell: topics as lines, what was not recorded, and the marks on them.
    fn signs(&self, row: &WallRow<'_>) -> Vec<Sign> {
        let strip = &row.line.fieldwork.strip;
        if strip.end() == Position::START {
            return Vec::new();
        }
        let mut signs = vec![Sign::NoTopic; usize::from(self.column(strip.end())) + 1];
        let mut put = |from: Position, to: Position, sign: Sign| {
            let (from, to) = (usize::from(self.column(from)), usize::from(self.column(to)));
            signs.iter_mut().take(to + 1).skip(from).for_each(|cell| *cell = sign);
        };
        for (n, band) in strip.topics.iter().enumerate() {
            put(band.from(), band.to(), if n % 2 == 0 { Sign::Topic } else { Sign::NextTopic });
        }
        for silent in &strip.silent {
            put(silent.from(), silent.to(), Sign::Nothing { is_withheld: silent.is_withheld });
        }
        let mut last: Option<u16> = None;
        for mark in row.marks() {
            let x = self.column(mark.at);
            put(mark.at, mark.at, if last == Some(x) { Sign::Several } else { Sign::Mark(mark.is) });
            last = Some(x);
        }
        signs
    }

    /// Its topics by name, each where it begins.
    fn topics(&self, row: &WallRow<'_>, area: Rect, buffer: &mut Buffer) {
        /// Of a title that is cut to less than this, only the number is read.
        const LEGIBLE: usize = 8;
        let (look, left) = (self.look, self.left(area));
        for band in row.topics() {
            let (first, last) = (self.column(band.from()), self.column(band.to()));
            let room = usize::from(last.saturating_sub(first).max(1));
            let (edge, number) = (look.either('│', '|'), band.topic.split(' ').next().unwrap_or_default());
            let whole = format!("{edge}{}", band.topic);
            let words =
                if parts::cells(&whole) > room && room < LEGIBLE { format!("{edge}{number}") } else { parts::cut(&whole, room, look) };
            buffer.set_stringn(left + first, area.y, words, room, look.quiet());
        }
    }

    /// The mark that is chosen, or where the session stands.
    fn told(&self, row: &WallRow<'_>, area: Rect, buffer: &mut Buffer) {
        let words = match self.screen.mark(row) {
            Some(mark) => row.mark_words(&mark),
            None => {
                say!("wall-about", date = &row.line.date, guide = &row.line.guide, standing = row.standing(), count = row.marks().len())
            }
        };
        let width = usize::from(area.width.saturating_sub(4));
        // In a narrow window what belongs together stands closer, before anything is cut.
        let words = if parts::cells(&words) > width { words.replace("  ", " ") } else { words };
        buffer.set_string(area.x + 2, area.y, parts::cut(&words, width, self.look), self.look.text());
    }

    fn sign(&self, sign: Sign) -> char {
        match sign {
            Sign::Mark(MarkIs::Note(kind)) => self.look.kind(kind),
            Sign::Mark(MarkIs::Moment) => self.look.moment(),
            Sign::Mark(MarkIs::Distress) => Look::DISTRESS,
            Sign::Mark(MarkIs::OffRecord) => self.look.pause(),
            Sign::Several => '+',
            Sign::Nothing { is_withheld } => self.look.nothing(is_withheld),
            Sign::Topic => self.look.either('━', '='),
            Sign::NextTopic => self.look.either('─', '-'),
            Sign::NoTopic => self.look.either('·', '.'),
        }
    }

    /// What the signs on these rows mean, and of no others, in lines of so many cells; none is broken off from its words.
    fn legend(&self, rows: &Range<usize>, width: usize) -> Vec<String> {
        let chosen = self.screen.cursor(self.wall);
        let rows = || self.wall.rows.iter().enumerate().skip(rows.start).take(rows.len());
        let mut seen: Vec<Sign> = Vec::new();
        let lit = rows().filter(|(n, _)| *n == chosen).filter_map(|(_, row)| self.screen.mark(row)).map(|mark| Sign::Mark(mark.is));
        for sign in rows().flat_map(|(_, row)| self.signs(row)).chain(lit) {
            if !seen.contains(&sign) {
                seen.push(sign);
            }
        }
        seen.sort_by_key(|sign| sign.place());
        // The two lines of the topics mean one thing.
        let both = [Sign::Topic, Sign::NextTopic].map(|sign| seen.contains(&sign)) == [true, true];
        seen.retain(|sign| !both || *sign != Sign::NextTopic);
        let mut lines: Vec<String> = Vec::new();
        for sign in seen {
            let next = if both && sign == Sign::Topic { String::from(self.sign(Sign::NextTopic)) } else { String::new() };
            let told = format!("{}{next} {}", self.sign(sign), sign.words());
            match lines.last_mut().filter(|line| parts::cells(line) + 2 + parts::cells(&told) <= width) {
                Some(line) => line.extend(["  ", &told]),
                None => lines.push(told),
            }
        }
        lines
    }
}

/// What a cell of a strip says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Mark(MarkIs),
    /// More than one mark.
    Several,
    Nothing {
        is_withheld: bool,
    },
    Topic,
    /// The topic behind it: two beside each other are told apart.
    NextTopic,
    NoTopic,
}

impl Sign {
    /// Where it stands among what is told: the marks first.
    const fn place(self) -> u8 {
        match self {
            Self::Mark(MarkIs::Note(_)) => 0,
            Self::Mark(_) => 1,
            Self::Several => 2,
            Self::Topic | Self::NextTopic => 3,
            Self::NoTopic => 4,
            Self::Nothing { .. } => 5,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Mark(is) => mark_is(is),
            Self::Several => say!("wall-several"),
            Self::Topic | Self::NextTopic => say!("wall-topic-sign"),
            Self::NoTopic => say!("wall-no-topic"),
            Self::Nothing { is_withheld: true } => say!("strip-left-out"),
            Self::Nothing { is_withheld: false } => say!("strip-no-sound"),
        }
    }
}
