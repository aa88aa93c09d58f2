//! Text of which nobody knows how many cells it takes, drawn so that nothing is left behind and nothing stands elsewhere.
//!
//! How wide a syllable in Devanagari is, an emoji made of several or with a colour of skin, or a sign that was new last year, each terminal
//! decides for itself: xterm gives 👩‍👩‍👧 six cells, kitty क्षि two, and ratatui counts two and three. What a terminal draws beyond the cells that
//! ratatui knows of would never be drawn over, because ratatui believes them empty already. So a row that holds such text is drawn whole
//! when anything in it changes ([`mark`]), once more when it holds none any longer, and within it each such piece gets its cells emptied
//! first, is kept from running over the edge of the window, and has the cursor placed anew after it ([`Placed`]). All of it is for the terminal that
//! one looks at; what is drawn, and where, is decided in `tui/view`.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use crossterm::queue;
use crossterm::terminal::DisableLineWrap;
use crossterm::terminal::EnableLineWrap;
use ratatui::backend::Backend;
use ratatui::backend::ClearType;
use ratatui::backend::CrosstermBackend;
use ratatui::backend::WindowSize;
use ratatui::buffer::Buffer;
use ratatui::buffer::Cell;
use ratatui::buffer::CellDiffOption;
use ratatui::buffer::CellWidth;
use ratatui::layout::Position;
use ratatui::layout::Size;

/// A backend that knows which text is in doubt.
#[derive(Debug)]
pub(super) struct Placed<W: Write> {
    inner: CrosstermBackend<W>,
    /// The rows that hold such text, as they were drawn: they come anew for every picture, and most of the time they are the same.
    rows: BTreeMap<u16, Vec<(u16, Cell)>>,
}

impl<W: Write> Placed<W> {
    /// Draws through `inner`.
    pub(super) fn over(inner: CrosstermBackend<W>) -> Self {
        Self { inner, rows: BTreeMap::new() }
    }

    /// One row, all of its cells or those that changed.
    fn row(&mut self, y: u16, cells: Vec<(u16, Cell)>) -> io::Result<()> {
        let mut end = 0;
        // What lies under the piece before it was emptied with it.
        let within = |(x, cell): &(u16, Cell)| {
            let is_covered = *x < end;
            end = if is_covered { end } else { x + cell.cell_width().max(1) };
            !is_covered
        };
        let cells: Vec<(u16, Cell)> = cells.into_iter().filter(within).collect();
        let has_doubts = cells.iter().any(|(_, cell)| is_doubtful(cell));
        if has_doubts && self.rows.get(&y) == Some(&cells) {
            return Ok(());
        }
        for run in cells.chunk_by(|(_, one), (_, next)| !is_doubtful(one) && !is_doubtful(next)) {
            match run {
                [(x, cell)] if is_doubtful(cell) => self.piece(*x, y, cell)?,
                // Each call puts the cursor where it begins.
                _ => self.inner.draw(run.iter().map(|(x, cell)| (*x, y, cell)))?,
            }
        }
        if has_doubts {
            self.rows.insert(y, cells);
        } else {
            self.rows.remove(&y);
        }
        Ok(())
    }

    /// A piece of text in doubt.
    fn piece(&mut self, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        let mut empty = cell.clone();
        empty.set_symbol(" ");
        self.inner.draw((x..x + cell.cell_width().max(1)).map(|x| (x, y, &empty)))?;
        queue!(self.inner, DisableLineWrap)?;
        self.inner.draw(std::iter::once((x, y, cell)))?;
        queue!(self.inner, EnableLineWrap)
    }
}

/// Has each row of `buffer` that holds text in doubt drawn whole; and so the row is drawn that holds none any longer, because its cells
/// are no longer marked.
pub(super) fn mark(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        if row.iter().any(is_doubtful) {
            for cell in row {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
    }
}

/// Whether terminals differ in how many cells this takes: what is made of several characters, letters that some of them join, and signs that
/// older ones do not know.
fn is_doubtful(cell: &Cell) -> bool {
    let mut chars = cell.symbol().chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => matches!(c, '\u{600}'..='\u{8ff}' | '\u{1f000}'..='\u{1ffff}'),
        (_, more) => more.is_some(),
    }
}

impl<W: Write> Write for Placed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

impl<W: Write> Backend for Placed<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut rows: BTreeMap<u16, Vec<(u16, Cell)>> = BTreeMap::new();
        for (x, y, cell) in content {
            rows.entry(y).or_default().push((x, cell.clone()));
        }
        rows.into_iter().try_for_each(|(y, cells)| self.row(y, cells))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.rows.clear();
        self.inner.clear()
    }

    fn clear_region(&mut self, which: ClearType) -> io::Result<()> {
        self.rows.clear();
        self.inner.clear_region(which)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use ratatui::Terminal;
    use ratatui::TerminalOptions;
    use ratatui::Viewport;
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthChar;

    use super::*;

    const AREA: Rect = Rect { x: 0, y: 0, width: 30, height: 4 };

    /// A terminal that gives each character cells of its own, as xterm does.
    #[derive(Clone, Default)]
    struct Window(Rc<RefCell<Vec<u8>>>);

    impl Write for Window {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Window {
        /// What stands in each cell; nothing in the second one of what is wide.
        fn seen(&self) -> Vec<Vec<Option<char>>> {
            let width = usize::from(AREA.width);
            let mut cells = vec![vec![Some(' '); width + 1]; usize::from(AREA.height) + 1];
            let (mut x, mut y, mut wraps) = (0, 0, true);
            let written = String::from_utf8(self.0.borrow().clone()).unwrap();
            let mut rest = written.chars();
            while let Some(c) = rest.next() {
                if c == '\u{1b}' {
                    let sequence: String = rest.by_ref().skip(1).take_while(|c| !matches!(c, 'H' | 'm' | 'h' | 'l')).collect();
                    match sequence.as_str() {
                        // Either way the mode is the other one.
                        "?7" => wraps = !wraps,
                        at => {
                            if let Some((row, column)) = at.split_once(';').and_then(|(y, x)| Some((y.parse().ok()?, x.parse().ok()?))) {
                                let (row, column): (usize, usize) = (row, column);
                                (x, y) = (column - 1, row - 1);
                            }
                        }
                    }
                    continue;
                }
                let wide = c.width().unwrap_or(0);
                if wide == 0 {
                    continue;
                }
                if x + wide > width {
                    (x, y) = if wraps { (0, (y + 1).min(cells.len() - 1)) } else { (width - wide, y) };
                }
                // Half of what was wide is nothing.
                if cells[y][x].is_none() {
                    cells[y][x - 1] = Some(' ');
                }
                if cells[y][x + wide].is_none() {
                    cells[y][x + wide] = Some(' ');
                }
                cells[y][x..x + wide].fill(None);
                cells[y][x] = Some(c);
                x += wide;
            }
            cells
        }
    }

    /// Draws the rows, one picture after the other, and gives back for each what does not stand where it belongs.
    fn astray(pictures: &[[&str; 2]]) -> Vec<String> {
        let window = Window::default();
        let backend = Placed::over(CrosstermBackend::new(window.clone()));
        astray_on(&window, backend, mark, pictures)
    }

    fn astray_on(window: &Window, backend: impl Backend<Error = io::Error>, mark: fn(&mut Buffer), pictures: &[[&str; 2]]) -> Vec<String> {
        let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(AREA) }).unwrap();
        let mut wrong = Vec::new();
        for rows in pictures {
            let mut meant = Buffer::empty(AREA);
            for (y, row) in (1..).zip(rows) {
                meant.set_string(2, y, row, Style::new());
            }
            terminal
                .draw(|frame| {
                    *frame.buffer_mut() = meant.clone();
                    mark(frame.buffer_mut());
                })
                .unwrap();
            let seen = window.seen();
            for y in AREA.top()..AREA.bottom() {
                let mut x = 0;
                while x < AREA.right() {
                    let cell = &meant[(x, y)];
                    let stands = seen[usize::from(y)][usize::from(x)];
                    if !is_doubtful(cell) && stands != cell.symbol().chars().next() {
                        wrong.push(format!("{rows:?}: {stands:?} at {x}, {y} instead of {:?}", cell.symbol()));
                    }
                    x += cell.cell_width().max(1);
                }
            }
        }
        wrong
    }

    const SCRIPTS: [&str; 17] = [
        "क्षि र्त्स्न्य श्री",
        "क्\u{200d}ष क्\u{200c}ष हिंदी",
        "น้ำ กำ ที่ เก้า",
        "கொ ஸ்ரீ க்ஷ",
        "مرحبا لا",
        "שָׁלוֹם",
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
        "한글",
        "漢字かな",
        "👩\u{200d}👩\u{200d}👧 en",
        "🇳🇱🇧🇪",
        "👍🏽👩🏽\u{200d}🚀",
        "❤\u{fe0f} 1\u{fe0f}\u{20e3}",
        "e\u{301}a\u{302}\u{323}",
        "မြန်မာ ក្រុម",
        "🪿🫠",
        "བསྒྲུབས",
    ];

    #[test]
    fn nothing_of_any_script_is_left_behind() {
        for text in SCRIPTS {
            let then_more = format!("{text}| Enter");
            let before = format!("ab {text}");
            let at_the_edge = format!("{}{text}", " ".repeat(26));
            let shorter: String = text.graphemes(true).take(1).collect();
            let wrong = astray(&[
                [text, "saved"],
                [&then_more, "saved"],
                [&then_more, "saved again"],
                [&before, text],
                [&shorter, &then_more],
                ["ab", ""],
                ["", text],
                ["", ""],
                [&at_the_edge, "below"],
                [&at_the_edge, ""],
                ["", ""],
            ]);
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
    }

    #[test]
    fn what_is_in_no_doubt_is_drawn_as_ever_and_what_is_the_same_is_not_drawn_again() {
        let page = Window::default();
        let backend = Placed::over(CrosstermBackend::new(page.clone()));
        let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(AREA) }).unwrap();
        let mut drawn = |text: &str| {
            page.0.borrow_mut().clear();
            terminal
                .draw(|frame| {
                    frame.buffer_mut().set_string(0, 0, text, Style::new());
                    mark(frame.buffer_mut());
                })
                .unwrap();
            String::from_utf8(page.0.borrow().clone()).unwrap()
        };
        let plain = drawn("één · ▶ 漢 … ─");
        assert!(plain.contains("één") && plain.contains("漢") && !plain.contains("\x1b[?7l"), "{plain:?}");
        let doubtful = drawn("क्षि.");
        assert!(doubtful.contains("\x1b[?7l") && doubtful.contains("\x1b[?7h\x1b[1;4H."), "{doubtful:?}");
        let same = drawn("क्षि.");
        assert!(!same.contains("क्षि") && !same.contains('.'), "{same:?}");
        assert!(drawn("क्षि").contains("क्षि"), "the row is drawn whole");
    }
}
