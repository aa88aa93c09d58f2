//! The wall: a row a session, its strip on the scale of all, and below the one that is chosen its topics by name and the mark that is chosen.
//!
//! Topics lie beside each other as a thick and a thin line in turn, marks stand on them as the signs that they have everywhere, and `+` is more than
//! one in a cell: nothing is said by a colour.

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
        /// Below the chosen session: its topics, and the mark.
        const BELOW: u16 = 2;
        let has_legend = area.height >= 12;
        self.scale(Rect { height: 1, ..area }, buffer);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + u16::from(has_legend)), ..area };
        let (rows, chosen) = (&self.wall.rows, self.screen.cursor(self.wall));
        let room = usize::from(list.height.saturating_sub(BELOW)).max(1);
        let goes_on = rows.len() > room;
        let room = if goes_on { room.saturating_sub(1).max(1) } else { room };
        let first = (chosen + 1).saturating_sub(room.div_ceil(2) + 1).min(rows.len().saturating_sub(room));
        let mut y = list.y;
        for (n, row) in rows.iter().enumerate().skip(first).take(room) {
            self.row(row, n == chosen, Rect { y, height: 1, ..list }, buffer);
            y += 1;
            if n == chosen {
                self.topics(row, Rect { y, height: 1, ..list }, buffer);
                self.told(row, Rect { y: y + 1, height: 1, ..list }, buffer);
                y += BELOW;
            }
        }
        if goes_on {
            let words = say!("list-goes-on", above = first, below = rows.len().saturating_sub(first + room));
            buffer.set_stringn(list.x + 1, y, words, usize::from(list.width.saturating_sub(1)), self.look.quiet());
        }
        if has_legend {
            let words =
                parts::cut(&self.legend(&rows[first..rows.len().min(first + room)]), usize::from(area.width.saturating_sub(2)), self.look);
            buffer.set_string(area.x + 1, area.bottom() - 1, words, self.look.quiet());
        }
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

    /// Times, as many as there is room for.
    fn scale(&self, area: Rect, buffer: &mut Buffer) {
        const STEPS_MS: [u64; 9] = [1_000, 5_000, 15_000, 60_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000];
        const CELLS: u64 = 9;
        let (scale, width) = (self.wall.scale.millis().max(1), u64::from(self.columns.strip));
        let step = STEPS_MS.into_iter().find(|step| step * width / scale >= CELLS).unwrap_or(3_600_000);
        let mut at = 0;
        while at <= scale {
            let label = clock(at / 1_000);
            let x = self.column(Position::from_millis(at));
            if usize::from(x) + label.len() <= usize::from(self.columns.strip) {
                buffer.set_string(self.left(area) + x, area.y, label, self.look.quiet());
            }
            at += step;
        }
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

    /// The strip: topics as lines, what was not recorded, and the marks on them.
    fn strip(&self, row: &WallRow<'_>, is_chosen: bool, left: u16, y: u16, buffer: &mut Buffer) {
        let (look, strip) = (self.look, &row.line.fieldwork.strip);
        if strip.end() == Position::START {
            return;
        }
        let mut put = |from: Position, to: Position, sign: char| {
            for x in self.column(from)..=self.column(to) {
                buffer[(left + x, y)].set_char(sign).set_style(look.text());
            }
        };
        put(Position::START, strip.end(), look.either('·', '.'));
        for (n, band) in strip.topics.iter().enumerate() {
            let (thick, thin) = look.either(('━', '─'), ('=', '-'));
            put(band.from(), band.to(), if n % 2 == 0 { thick } else { thin });
        }
        for silent in &strip.silent {
            put(silent.from(), silent.to(), look.nothing(silent.is_withheld));
        }
        let chosen = if is_chosen { self.screen.mark(row) } else { None };
        let mut last: Option<u16> = None;
        for mark in row.marks() {
            let x = self.column(mark.at);
            let sign = if last == Some(x) { '+' } else { self.sign(mark.is) };
            buffer[(left + x, y)].set_char(sign).set_style(look.text());
            last = Some(x);
        }
        if let Some(mark) = chosen {
            buffer[(left + self.column(mark.at), y)].set_char(self.sign(mark.is)).set_style(look.selected());
        }
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
        buffer.set_string(area.x + 2, area.y, parts::cut(&words, width, self.look), self.look.text());
    }

    fn sign(&self, is: MarkIs) -> char {
        match is {
            MarkIs::Note(kind) => self.look.kind(kind),
            MarkIs::Moment => self.look.either('•', 'o'),
            MarkIs::Distress => Look::DISTRESS,
            MarkIs::OffRecord => self.look.pause(),
        }
    }

    /// What the signs on these rows mean.
    fn legend(&self, rows: &[WallRow<'_>]) -> String {
        let mut seen: Vec<MarkIs> = Vec::new();
        for is in rows.iter().flat_map(WallRow::marks).map(|mark| mark.is) {
            if !seen.contains(&is) {
                seen.push(is);
            }
        }
        let signs = seen.into_iter().map(|is| format!("{} {}", self.sign(is), mark_is(is)));
        let silent = |is_withheld: bool, words: String| {
            let is_there = rows.iter().flat_map(|row| &row.line.fieldwork.strip.silent).any(|silent| silent.is_withheld == is_withheld);
            is_there.then(|| format!("{} {words}", self.look.nothing(is_withheld)))
        };
        let silent = silent(false, say!("strip-no-sound")).into_iter().chain(silent(true, say!("strip-left-out")));
        signs.chain(silent).chain([say!("wall-several")]).collect::<Vec<_>>().join("  ")
    }
}
