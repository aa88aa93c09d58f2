//! Writing the member-check summary: the statements above what they rest on, and from a certain width on the letter beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::domain::guide::Topic;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::tui::keymap::action::Statements as M;
use crate::tui::model::Model;
use crate::tui::screen::statements::Over;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::SummaryRow;
use crate::tui::screen::statements::rows::bare_topics;
use crate::tui::screen::statements::told;
use crate::tui::view::letter;
use crate::tui::view::look::Look;
use crate::tui::view::looking;
use crate::tui::view::parts;
use crate::tui::view::sections;
use crate::words::say;

/// From so many columns on the letter stands beside the list.
const WIDE: u16 = 110;

/// And takes so many of them.
const LETTER: u16 = 72;

/// What the signs mean.
pub(crate) fn legend(look: Look) -> String {
    let all = [
        ('1'.to_string(), say!("legend-in-letter")),
        (look.either("–", "-").to_owned(), say!("legend-not-in-letter")),
        ('*'.to_string(), say!("legend-sounds")),
        (look.taken().to_string(), say!("legend-gathered")),
    ];
    all.map(|(sign, words)| format!("{sign} {words}").replace(' ', "\u{a0}")).join("  ")
}

pub(crate) fn draw(model: &Model, screen: &StatementsScreen, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    let summary = Summary::of(session);
    header(model, session, &summary, look, head, buffer);
    let body = parts::about_the_sound(model, look, body, buffer);
    let is_wide = body.width >= WIDE && screen.over() != Over::Letter;
    let list_width = if is_wide { body.width - LETTER } else { body.width };
    let left = Rect { width: list_width, ..body };
    let write_rows = screen.writing().map_or(0, |w| parts::rows_of(&w.line, usize::from(left.width.saturating_sub(2))).min(5) + 1);
    let list = Rect { height: body.height.saturating_sub(write_rows), ..left };
    match screen.over() {
        Over::Letter => letter::draw(model, screen, look, list, buffer),
        Over::Nothing | Over::Notes(_) => Rows { model, session, screen, summary: &summary, look }.draw(list, buffer),
    }
    if is_wide {
        beside(model, screen, look, Rect { x: body.x + list_width, width: LETTER, ..body }, buffer);
    }
    if let Some(looking) = screen.looking() {
        looking::draw(model, looking, look, list, buffer);
    }
    let writing = screen.writing()?;
    let topic = session.guide().topics.get(writing.topic).map_or("", Topic::heading);
    let area = Rect { y: list.bottom(), height: write_rows, ..left };
    let [keep, aside] = [M::Keep, M::PutAside].map(|action| model.shared.key(action));
    let inside = parts::section(&say!("check-writing", keep = keep, aside = aside, topic = topic), area, look, buffer);
    Some(parts::writing(&writing.line, inside, look, buffer))
}

/// The letter, and in a row below it how plain it is.
fn beside(model: &Model, screen: &StatementsScreen, look: Look, area: Rect, buffer: &mut Buffer) {
    letter::draw(model, screen, look, Rect { height: area.height.saturating_sub(1), ..area }, buffer);
    let Some(words) = looking::in_a_row(model) else { return };
    let (words, key) = (look.plainly(&words).into_owned(), model.shared.key(M::Words));
    let room = usize::from(area.width.saturating_sub(1));
    // The key that shows all of it comes last, and stays.
    let around = parts::cells(&say!("look-row", words = "", key = key.as_str()));
    let row = say!("look-row", words = parts::cut(&words, room.saturating_sub(around), look), key = key);
    buffer.set_stringn(area.x + 1, area.bottom().saturating_sub(1), look.plainly(&row), room, look.quiet());
}

fn header(model: &Model, session: &Session, summary: &Summary<'_>, look: Look, head: Rect, buffer: &mut Buffer) {
    let opened = session.opened();
    let title = format!(" {}", say!("check-title", participant = &opened.participant, round = opened.round.words()));
    let mut left = vec![(0, Span::styled(title, look.strong()))];
    left.extend(parts::plays(model).map(|words| (0, Span::styled(words, look.strong()))));
    let count = told::count(session);
    let mut right = vec![(2, Span::styled(count, look.text()))];
    right.extend(told::left_out(session, summary).map(|words| (3, Span::styled(words, look.text()))));
    right.push((1, Span::styled(format!("{} ", told::where_the_letter_stands(session)), look.text())));
    parts::two_ends(left, right, head, buffer);
}

/// What one looks at while the list is drawn.
struct Rows<'s> {
    model: &'s Model,
    session: &'s Session,
    screen: &'s StatementsScreen,
    summary: &'s Summary<'s>,
    look: Look,
}

impl Rows<'_> {
    fn draw(&self, area: Rect, buffer: &mut Buffer) {
        let (look, rows) = (self.look, self.screen.lines(self.session));
        let width = usize::from(area.width.saturating_sub(2));
        let mut blocks: Vec<Vec<String>> = rows.iter().enumerate().map(|(n, row)| self.block(&rows, n, *row, width)).collect();
        let bare = if self.screen.over() == Over::Nothing { self.bare(width) } else { Vec::new() };
        blocks.extend((!bare.is_empty()).then_some(bare));
        let (cursor, height) = (self.screen.cursor(&rows), usize::from(area.height.saturating_sub(1)));
        let first = first_row(&blocks, &rows, cursor, height);
        let shown = blocks.iter().skip(first).map(Vec::len).scan(0, |all, long| {
            *all += long;
            Some(*all)
        });
        let below = shown.filter(|rows| *rows > height).count();
        let title = sections::titled(&self.title(), first, below, look, usize::from(area.width));
        let inside = parts::section(&look.plainly(&title), area, look, buffer);
        let mut y = inside.y;
        for (n, block) in blocks.iter().enumerate().skip(first) {
            for (i, text) in block.iter().enumerate() {
                if y >= inside.bottom() {
                    return;
                }
                // What says that notes follow is not one of them.
                let is_chosen = n == cursor && n < rows.len() && i >= first_of(block);
                let style = if is_chosen { look.selected() } else { self.style(rows.get(n).copied(), text) };
                let mark = if is_chosen && i == first_of(block) { look.either("▶", ">") } else { " " };
                let text = text.strip_prefix(' ').map_or_else(|| text.clone(), |rest| format!("{mark}{rest}"));
                Line::styled(format!("{text:<w$}", w = usize::from(inside.width)), style).render(Rect { y, height: 1, ..inside }, buffer);
                y += 1;
            }
        }
    }

    fn title(&self) -> String {
        if let Over::Notes(id) = self.screen.over() {
            let text = self.session.statement(id).map_or("", |statement| statement.text.as_str());
            let [take, done] = [M::TakeNote, M::NotesDone].map(|action| self.model.shared.key(action));
            return say!("check-choosing", take = take, done = done, text = text);
        }
        let wish = self.session.prepared().summary;
        if wish.is_unsaid() { say!("check-panel") } else { say!("check-panel-wanted", wish = wish.words()) }
    }

    /// The topics of which there is nothing to share, and how one begins where there is nothing at all.
    fn bare(&self, width: usize) -> Vec<String> {
        let topics = bare_topics(self.session);
        if topics.is_empty() {
            return Vec::new();
        }
        parts::folded("  ", &say!("check-bare-topics", topics = topics.join(", ")), width.saturating_sub(2))
    }

    /// The rows of one line of the list.
    fn block(&self, rows: &[SummaryRow], n: usize, row: SummaryRow, width: usize) -> Vec<String> {
        match row {
            SummaryRow::Topic(at) => {
                vec![format!(" {} {}", at + 1, self.session.guide().topics.get(at).map_or("", Topic::heading))]
            }
            SummaryRow::Statement(id) => self.session.statement(id).map_or_else(Vec::new, |statement| self.statement(statement, width)),
            SummaryRow::Source(id, note) => self.note(note, Some(id), width),
            SummaryRow::Note(id) => {
                let is_first = n.checked_sub(1).is_none_or(|before| !matches!(rows[before], SummaryRow::Note(_)));
                let mut block = Vec::new();
                if is_first && self.screen.over() == Over::Nothing {
                    block.push(format!("     {}", say!("check-not-used")));
                }
                block.extend(self.note(id, None, width));
                block
            }
        }
    }

    fn statement(&self, statement: &Statement, width: usize) -> Vec<String> {
        let number = self.summary.number_of(statement.id).map_or_else(|| self.look.either("–", "-").to_owned(), |n| n.to_string());
        let lead = format!("  {number:>2}  ");
        let room = width.saturating_sub(parts::cells(&lead));
        let mut rows = parts::folded(&lead, &statement.text, room);
        if let Some(state) = told::state(&self.model.shared, self.summary, statement) {
            rows.extend(parts::folded("      ", &state, room));
        }
        rows
    }

    /// A note with its moment: below the statement that rests on it, or where no statement does.
    fn note(&self, id: NoteId, below: Option<StatementId>, width: usize) -> Vec<String> {
        let Some(note) = self.session.note(id) else { return Vec::new() };
        let heard = if self.screen.heard_now(&self.model.shared) == Some(id) { '*' } else { ' ' };
        let box_ = self.tick(id);
        let lead = format!("     {heard}{box_}{:>5} {}  ", note.position.to_string(), note.kind.words());
        let room = width.saturating_sub(parts::cells(&lead)).max(12);
        parts::folded(&lead, &self.words(note, below), room)
    }

    /// Whether it is gathered for the next statement, or is one of those that the statement rests on whose notes are chosen.
    fn tick(&self, id: NoteId) -> String {
        let look = self.look;
        match self.screen.over() {
            Over::Notes(statement) => {
                let rests = self.session.statement(statement).is_some_and(|s| s.sources.contains(&id));
                let sign = if rests { look.either("☑", "[x]") } else { look.either("☐", "[ ]") };
                format!("{sign} ")
            }
            _ if self.screen.gathered().contains(&id) => format!("{} ", look.taken()),
            _ => String::new(),
        }
    }

    fn words(&self, note: &Note, below: Option<StatementId>) -> String {
        if !note.stands() {
            return say!("check-note-struck");
        }
        let Some(shareable) = note.shareable() else { return say!("check-note-private") };
        let words = if shareable.is_quote() { say!("undo-text", text = shareable.words()) } else { shareable.text().into_owned() };
        let printed = below.and_then(|id| self.session.statement(id)).is_some_and(|s| s.quotes.contains(&note.id));
        if printed && shareable.is_quote() && self.session.may_quote() { say!("check-printed", words = words) } else { words }
    }

    fn style(&self, row: Option<SummaryRow>, text: &str) -> Style {
        match row {
            Some(SummaryRow::Topic(_)) => self.look.strong(),
            // What plays is heard, and seen.
            Some(SummaryRow::Note(_) | SummaryRow::Source(..)) if text.get(5..6) == Some("*") => self.look.strong(),
            Some(SummaryRow::Note(_) | SummaryRow::Source(..)) => self.look.quiet(),
            Some(SummaryRow::Statement(_)) | None => self.look.text(),
        }
    }
}

/// Which row of a line bears the mark: not the one that says only what comes.
fn first_of(block: &[String]) -> usize {
    usize::from(block.len() > 1 && block[0].trim() == say!("check-not-used"))
}

/// From which line on the list is shown, so that the chosen one is in sight, a statement with its notes as far as they fit.
fn first_row(blocks: &[Vec<String>], rows: &[SummaryRow], cursor: usize, height: usize) -> usize {
    let Some(chosen) = rows.get(cursor) else { return 0 };
    let mut end = cursor;
    if let SummaryRow::Statement(id) = chosen {
        let below = |row: &SummaryRow| matches!(row, SummaryRow::Source(of, _) if of == id);
        end += rows[cursor + 1..].iter().take_while(|row| below(row)).count();
    }
    // What stands below the last of them is seen with it.
    if end + 1 == rows.len() {
        end = blocks.len() - 1;
    }
    let mut first = 0;
    while first < cursor && blocks[first..=end].iter().map(Vec::len).sum::<usize>() > height {
        first += 1;
    }
    first
}
