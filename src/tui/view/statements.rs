//! Writing the member-check summary.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::domain::guide::Topic;
use crate::domain::session::Session;
use crate::domain::summary::Summary;
use crate::tui::keymap::action::Statements as M;
use crate::tui::model::Model;
use crate::tui::screen::statements;
use crate::tui::screen::statements::MemberCheck;
use crate::tui::screen::statements::SummaryRow;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::message::message;
use crate::words::say;

pub(crate) fn draw(model: &Model, screen: &MemberCheck, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    let summary = Summary::of(session);
    let opened = session.opened();
    let title = format!(" {}", say!("check-title", participant = &opened.participant, round = opened.round.words()));
    let (statements, withheld) = (message!("n-statements", count = summary.len()), summary.withheld().len());
    let count = format!("{} ", say!("check-count", statements = statements, withheld = withheld, version = session.letters()));
    let mut left = vec![(0, Span::styled(title, look.strong()))];
    left.extend(parts::plays(model).map(|words| (0, Span::styled(words, look.strong()))));
    parts::two_ends(left, vec![(1, Span::styled(count, look.quiet()))], head, buffer);
    let write_rows = screen.writing().map_or(0, |w| parts::rows_of(&w.line, usize::from(body.width.saturating_sub(2))).min(5) + 1);
    let above = Rect { height: body.height.saturating_sub(write_rows), ..body };
    let list = parts::about_the_sound(model, look, above, buffer);
    let wish = session.prepared().summary;
    let panel = if wish.is_unsaid() { say!("check-panel") } else { say!("check-panel-wanted", wish = wish.words()) };
    let inside = parts::section(&panel, list, look, buffer);
    rows(session, screen, &summary, look, inside, buffer);
    let writing = screen.writing()?;
    let topic = session.guide().topics.get(writing.topic).map_or("", Topic::heading);
    let area = Rect { y: list.bottom(), height: write_rows, ..body };
    let [keep, aside] = [M::Keep, M::PutAside].map(|action| model.shared.key(action));
    let inside = parts::section(&say!("check-writing", keep = keep, aside = aside, topic = topic), area, look, buffer);
    Some(parts::writing(&writing.line, inside, look, buffer))
}

fn rows(session: &Session, screen: &MemberCheck, summary: &Summary<'_>, look: Look, area: Rect, buffer: &mut Buffer) {
    let rows = statements::rows(session);
    let blocks: Vec<Vec<String>> = rows.iter().map(|row| block(session, screen, summary, *row, look, usize::from(area.width))).collect();
    let (cursor, height) = (screen.cursor(&rows), usize::from(area.height));
    let mut first = 0;
    while first < cursor && blocks[first..=cursor].iter().map(Vec::len).sum::<usize>() > height {
        first += 1;
    }
    let mut y = area.y;
    for (n, block) in blocks.iter().enumerate().skip(first) {
        let style = match rows[n] {
            _ if n == cursor => look.selected(),
            SummaryRow::Topic(_) => look.strong(),
            SummaryRow::Note(_) => look.quiet(),
            SummaryRow::Statement(_) => look.text(),
        };
        for (i, text) in block.iter().enumerate() {
            if y >= area.bottom() {
                return;
            }
            let mark = if n == cursor && i == 0 { look.either("▶", ">") } else { " " };
            let text = text.strip_prefix(' ').map_or_else(|| text.clone(), |rest| format!("{mark}{rest}"));
            Line::styled(format!("{text:<w$}", w = usize::from(area.width)), style).render(Rect { y, height: 1, ..area }, buffer);
            y += 1;
        }
    }
}

/// The rows of one line of the list: a heading, a note with its moment, a statement with the quotes below it.
fn block(session: &Session, screen: &MemberCheck, summary: &Summary<'_>, row: SummaryRow, look: Look, width: usize) -> Vec<String> {
    let indented = |lead: String, text: &str| {
        let wide = parts::cells(&lead);
        let rows = parts::wrap(text, width.saturating_sub(wide + 1));
        let rest = " ".repeat(wide);
        rows.into_iter().enumerate().map(|(n, r)| format!("{}{r}", if n == 0 { &lead } else { &rest })).collect::<Vec<_>>()
    };
    match row {
        SummaryRow::Topic(t) => vec![format!(" {} {}", t + 1, session.guide().topics.get(t).map_or("", Topic::heading))],
        SummaryRow::Note(id) => {
            let Some(note) = session.note(id) else { return Vec::new() };
            let gathered = match (screen.gathered().contains(&id), session.statements().any(|s| s.sources.contains(&id))) {
                (true, _) => look.taken(),
                (false, true) => look.either('→', '>'),
                (false, false) => ' ',
            };
            indented(format!("  {gathered}{:>8} {} ", note.position.to_string(), look.kind(note.kind)), &note.text)
        }
        SummaryRow::Statement(id) => {
            let Some(statement) = session.statement(id) else { return Vec::new() };
            let mark = if summary.withheld().contains(&id) { format!("{} ", say!("check-withheld")) } else { String::new() };
            let mut rows = indented(format!("    {} {mark}", look.either("→", "->")), &statement.text);
            let quotes = statement.quotes.iter().filter_map(|id| session.note(*id)?.shareable());
            for quote in quotes {
                rows.extend(indented(format!("        {} ", look.either("“", "\"")), &quote.words()));
            }
            rows
        }
    }
}
