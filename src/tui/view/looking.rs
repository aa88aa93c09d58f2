//! What is laid over the member check to be looked at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::domain::plain::Cause;
use crate::domain::plain::Remark;
use crate::domain::plain::Whose;
use crate::domain::plain::checked::Place;
use crate::domain::text::shown;
use crate::domain::trail::SourceTrail;
use crate::tui::model::Model;
use crate::tui::screen::looking::Looked;
use crate::tui::screen::looking::Looking;
use crate::tui::view::choices;
use crate::tui::view::choices::Row;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// Draws it into `area`, from its bottom up as far as it needs.
pub(crate) fn draw(model: &Model, looking: &Looking, look: Look, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(4));
    let blocks = blocks(looking, width.saturating_sub(1), look);
    let name = model.shared.sitting.as_ref().map_or("", |sitting| sitting.name());
    let foot: Vec<String> = looking.foot(name).iter().flat_map(|words| parts::wrap(&shown(words), width)).collect();
    let rows = blocks.iter().map(Vec::len).sum::<usize>() + foot.len() + 2;
    let height = u16::try_from(rows).unwrap_or(u16::MAX).clamp(4, area.height.max(4)).min(area.height);
    let area = Rect { y: area.bottom() - height, height, ..area };
    Clear.render(area, buffer);
    let inside = parts::panel(&looking.title(), area, look, buffer);
    // What is to be done comes first, also where there is little room.
    let all_fits = rows <= usize::from(area.height) || blocks.is_empty();
    let foot_rows = u16::try_from(foot.len()).unwrap_or(0).min(if all_fits { inside.height } else { (inside.height / 4).max(1) });
    let list = Rect { height: inside.height - foot_rows, ..inside };
    choices::draw(&blocks, looking.cursor(), look, list, buffer);
    for (y, words) in (list.bottom()..inside.bottom()).zip(foot) {
        buffer.set_stringn(inside.x, y, look.plainly(&words), usize::from(inside.width), look.quiet());
    }
}

/// How plain the statements are and how much there is to think about, in a row; nothing where there are none.
pub(crate) fn in_a_row(model: &Model) -> Option<String> {
    match Looking::at_words(model.session()?, &model.shared).looked() {
        Looked::Words(checked) if checked.statements() > 0 => Some(checked.in_a_row()),
        Looked::Words(_) | Looked::Trail(_) => None,
    }
}

fn blocks(looking: &Looking, width: usize, look: Look) -> Vec<Vec<Row>> {
    match looking.looked() {
        Looked::Words(checked) => {
            let each = checked.remarks().enumerate();
            each.map(|(n, (place, remark))| of_words(place, remark, n == looking.cursor(), width, look)).collect()
        }
        Looked::Trail(trail) => trail.sources.iter().map(|source| of_note(source, width, look)).collect(),
    }
}

/// What there is to think about, and of the one that is chosen its words and what to try.
fn of_words(place: &Place, remark: &Remark, is_chosen: bool, width: usize, look: Look) -> Vec<Row> {
    let lead = match place.whose {
        Whose::Theirs => format!("{}{} ", place.number, look.either("“", "\"")),
        Whose::Ours | Whose::TheLetters => format!("{}  ", place.number),
    };
    let words = shown(remark.words(&place.text)).into_owned();
    let is_sentence = matches!(remark.cause, Cause::LongSentence { .. });
    let head = if is_sentence { remark.what() } else { say!("look-remark", what = remark.what(), words = &words) };
    let room = width.saturating_sub(parts::cells(&lead)).max(8);
    if !is_chosen {
        return vec![Row::from(format!("{lead}{}", parts::cut(&look.plainly(&head), room, look)))];
    }
    let indent = " ".repeat(parts::cells(&lead));
    let mut rows: Vec<Row> = parts::folded(&lead, &look.plainly(&head), room).into_iter().map(Row::from).collect();
    rows.extend(
        parts::folded(&indent, &look.plainly(&say!("hint-check-try", advice = remark.advice(&place.text))), room)
            .into_iter()
            .map(Row::from),
    );
    // What is meant is seen where it stands, as long as it is not all of it.
    if is_sentence || words.len() < place.text.len() {
        for row in parts::folded(&indent, &look.plainly(&shown(&place.text)), room) {
            let begins = row.find(words.as_str()).filter(|_| !is_sentence);
            let marks = begins.map(|from| (from, from + words.len())).into_iter().collect();
            rows.push(Row { text: row, marks });
        }
    }
    rows
}

/// A note that the statement rests on, and what it was.
fn of_note(source: &SourceTrail, width: usize, look: Look) -> Vec<Row> {
    let lead = format!("{:>5} {}  ", source.position.to_string(), source.kind.words());
    let room = width.saturating_sub(parts::cells(&lead)).max(12);
    let mut words = source.text.clone();
    if source.is_quoted {
        words = format!("{words} {}", say!("trail-quoted"));
    }
    let mut rows: Vec<Row> = parts::folded(&lead, &look.plainly(&shown(&words)), room).into_iter().map(Row::from).collect();
    for was in &source.before {
        rows.extend(parts::folded("      ", &look.plainly(&shown(&was.words())), width.saturating_sub(6)).into_iter().map(Row::from));
    }
    rows
}
