//! Pieces that several screens are built of: panels, lines with two ends, the meter, text that wraps, the line being written.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Block;
use ratatui::widgets::Borders;
use ratatui::widgets::Widget;
use textwrap::Options;
use textwrap::WordSeparator;
use textwrap::WordSplitter;
use textwrap::core::Word;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::note::Note;
use crate::domain::recording::TakeCheck;
pub(crate) use crate::domain::text::cells;
use crate::domain::text::shown;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Bound;
use crate::tui::keymap::Context;
use crate::tui::keymap::action::Everywhere;
use crate::tui::keymap::named;
use crate::tui::model::Model;
use crate::tui::screen::overlay::Beneath;
use crate::tui::sitting::Sitting;
use crate::tui::view::look::Look;
use crate::tui::view::look::Signs;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// ASCII borders for plain mode.
const PLAIN_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// Draws a panel, which lies over a page, and gives back the room inside it.
pub(crate) fn panel(title: &str, area: Rect, look: Look, buffer: &mut Buffer) -> Rect {
    let set = match look.signs {
        Signs::Drawn => border::PLAIN,
        Signs::Plain => PLAIN_BORDER,
    };
    // Between the corners and the blanks around it.
    let room = usize::from(area.width).saturating_sub(4);
    // What a frame is about is read, and is not as quiet as the frame.
    let title = Span::styled(format!(" {} ", cut(&shown(title), room, look)), Style::reset().patch(look.strong()));
    let block = Block::new().borders(Borders::ALL).border_set(set).border_style(look.quiet()).title(title);
    let inner = block.inner(area);
    block.render(area, buffer);
    inner
}

/// A rule over the whole width, with a word in it where there is one to say.
pub(crate) fn rule(word: &str, look: Look, area: Rect, buffer: &mut Buffer) {
    let line = look.either("─", "-");
    let width = usize::from(area.width.saturating_sub(2));
    let lead = if word.is_empty() { String::new() } else { line.repeat(2) };
    let word = if word.is_empty() { String::new() } else { format!(" {} ", cut(word, width.saturating_sub(6), look)) };
    let rest = line.repeat(width.saturating_sub(cells(&lead) + cells(&word)));
    let x = area.x + 1;
    buffer.set_stringn(x, area.y, &lead, width, look.quiet());
    let at = x + u16::try_from(cells(&lead)).unwrap_or(0);
    buffer.set_stringn(at, area.y, &word, width, look.strong());
    buffer.set_stringn(at + u16::try_from(cells(&word)).unwrap_or(0), area.y, rest, width, look.quiet());
}

/// A part of a page below a rule that names it. The room in it.
pub(crate) fn section(title: &str, area: Rect, look: Look, buffer: &mut Buffer) -> Rect {
    rule(title, look, Rect { height: 1, ..area }, buffer);
    Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.saturating_sub(1) }
}

/// How many cells the widest of `texts` takes.
pub(crate) fn widest(texts: impl IntoIterator<Item = String>) -> usize {
    texts.into_iter().map(|text| cells(&text)).max().unwrap_or_default()
}

/// `text` in a column of `width` cells.
pub(crate) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(cells(text))))
}

/// A sentence behind its `lead`, folded under itself in `room` cells.
pub(crate) fn folded(lead: &str, sentence: &str, room: usize) -> Vec<String> {
    let blank = " ".repeat(cells(lead));
    let rows = wrap(sentence, room).into_iter().enumerate();
    rows.map(|(n, row)| format!("{}{row}", if n == 0 { lead } else { &blank })).collect()
}

/// `text` cut to `width` cells, with a sign where something was cut.
pub(crate) fn cut(text: &str, width: usize, look: Look) -> String {
    let sign = look.either("…", "...");
    let text = shown(text);
    if cells(&text) <= width {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for piece in text.graphemes(true) {
        let wide = cells(piece);
        if used + wide + sign.chars().count() > width {
            break;
        }
        out.push_str(piece);
        used += wide;
    }
    out.extend(sign.chars().take(width));
    out
}

/// `text` in lines of at most `width` cells, broken at spaces, its own line breaks kept. A path is broken behind a `/`, and nothing is put
/// in where it is: it may be copied from here.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let options =
        Options::new(width.max(1)).word_separator(WordSeparator::Custom(words_and_steps)).word_splitter(WordSplitter::Custom(hyphens));
    let paragraphs = text.trim_end().lines().map(shown);
    let rows = paragraphs.flat_map(|p| textwrap::wrap(&p, &options).into_iter().map(|l| l.into_owned()).collect::<Vec<_>>());
    rows.flat_map(|row| narrowed(row, width)).collect()
}

/// `row` in as many rows as it needs: textwrap adds up the widths of characters, and some are wider together (a heart that is an emoji).
fn narrowed(row: String, width: usize) -> Vec<String> {
    if cells(&row) <= width {
        return vec![row];
    }
    fold(&row, 0, width).0.iter().map(|row| row.trim_end().to_owned()).collect()
}

/// The words of `line`; of a path each step is one.
fn words_and_steps(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut ends: Vec<usize> = Vec::new();
    let mut end = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(line) {
        // Where there is no space between two words, and a path is on either side, they are one.
        let joins = ends.last().is_some_and(|last| {
            let before = line[..*last].rsplit(' ').next().unwrap_or_default();
            let after = line[end..].split(' ').next().unwrap_or_default();
            // The first step of a path from the root is what comes behind the `/`.
            let is_root = before.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '.') == "/";
            let in_a_step = !before.ends_with('/') && (before.contains('/') || after.contains('/'));
            !line[..*last].ends_with(' ') && (is_root || in_a_step)
        });
        if joins {
            ends.pop();
        }
        end += word.word.len() + word.whitespace.len();
        ends.push(end);
    }
    let begins = std::iter::once(0).chain(ends.clone());
    Box::new(begins.zip(ends).map(|(from, to)| Word::from(&line[from..to])).collect::<Vec<_>>().into_iter())
}

/// Where a word may be broken at its own hyphens: nowhere in a path, nor in a name that holds a number, as those of sessions do.
fn hyphens(word: &str) -> Vec<usize> {
    if word.contains(|c: char| c == '/' || c.is_ascii_digit()) { Vec::new() } else { WordSplitter::HyphenSplitter.split_points(word) }
}

/// `text` as it is being written: in rows of at most `width` cells that hold every character, and the cell of the cursor.
pub(crate) fn fold(text: &str, cursor: usize, width: usize) -> (Vec<String>, (u16, u16)) {
    let width = width.max(2);
    let (mut rows, mut used) = (vec![String::new()], 0);
    for piece in text.graphemes(true) {
        let wide = cells(piece);
        // What is wider than a whole row (joined letters may be) gets a row of its own and is cut at its edge.
        while used + wide > width && used > 0 {
            // Carry the word that does not fit to the next row; a word as long as a row is broken.
            let row = rows.pop().unwrap_or_default();
            let (stay, carry) = row.split_at(row.rfind(' ').map_or(row.len(), |i| i + 1));
            used = cells(carry);
            rows.extend([stay.to_owned(), carry.to_owned()]);
        }
        if let Some(row) = rows.last_mut() {
            row.push_str(piece);
        }
        used += wide;
    }
    let (mut left, last) = (cursor, rows.len() - 1);
    for (y, row) in rows.iter().enumerate() {
        let long = row.chars().count();
        if left < long || y == last {
            let before: String = row.chars().take(left).collect();
            let at = (u16::try_from(cells(&before).min(width)).unwrap_or(0), u16::try_from(y).unwrap_or(0));
            return (rows, at);
        }
        left -= long;
    }
    (rows, (0, 0))
}

/// Draws a line being written in the last rows of `area`, and gives back where the cursor stands.
pub(crate) fn writing(line: &crate::tui::line::Line, area: Rect, look: Look, buffer: &mut Buffer) -> Cell {
    let (rows, (x, y)) = fold(line.text(), line.cursor(), usize::from(area.width));
    // Show the rows around the cursor.
    let first = y.saturating_sub(area.height.saturating_sub(1));
    for (offset, row) in rows.iter().skip(usize::from(first)).take(usize::from(area.height)).enumerate() {
        let at = area.y + u16::try_from(offset).unwrap_or(0);
        buffer.set_stringn(area.x, at, shown(row), usize::from(area.width), look.text());
    }
    Cell { x: (area.x + x).min(area.right().saturating_sub(1)), y: area.y + (y - first).min(area.height.saturating_sub(1)) }
}

/// What was typed, on the first row of `inside`, and where its cursor stands.
pub(crate) fn search(line: &crate::tui::line::Line, look: Look, inside: Rect, buffer: &mut Buffer) -> Cell {
    let search = Rect { height: 1, ..inside };
    buffer.set_string(search.x, search.y, "/ ", look.strong());
    writing(line, Rect { x: search.x + 2, width: search.width.saturating_sub(2), ..search }, look, buffer)
}

/// How many rows a line being written takes at `width`, at least one.
pub(crate) fn rows_of(line: &crate::tui::line::Line, width: usize) -> u16 {
    u16::try_from(fold(line.text(), line.cursor(), width).0.len()).unwrap_or(u16::MAX).max(1)
}

/// The cells between two pieces of one row.
pub(crate) const GAP: usize = 2;

/// Draws `left` and `right` on one row; of the left pieces as many as fit, each with its rank: the highest rank goes first.
pub(crate) fn two_ends(left: Vec<(u8, Span<'_>)>, right: Vec<(u8, Span<'_>)>, area: Rect, buffer: &mut Buffer) {
    let wide = |pieces: &[(u8, Span<'_>)]| pieces.iter().map(|(_, s)| s.width() + GAP).sum::<usize>();
    let (mut left, mut right) = (left, right);
    while wide(&left) + wide(&right) > usize::from(area.width) + GAP {
        let worst = |pieces: &[(u8, Span<'_>)]| pieces.iter().map(|(rank, _)| *rank).max().unwrap_or(0);
        let side = if worst(&left) >= worst(&right) { &mut left } else { &mut right };
        let Some(at) = side.iter().enumerate().max_by_key(|(_, (rank, _))| *rank).map(|(i, _)| i) else { break };
        side.remove(at);
    }
    let spaced = |pieces: Vec<(u8, Span<'_>)>| {
        let mut spans = Vec::new();
        for (n, (_, span)) in pieces.into_iter().enumerate() {
            if n > 0 {
                spans.push(Span::raw(" ".repeat(GAP)));
            }
            spans.push(Span::styled(span.content.into_owned(), span.style));
        }
        Line::from(spans)
    };
    let (left, right) = (spaced(left), spaced(right));
    let start = area.right().saturating_sub(u16::try_from(right.width()).unwrap_or(area.width));
    left.render(area, buffer);
    right.render(Rect { x: start.max(area.x), width: area.right() - start.max(area.x), ..area }, buffer);
}

/// The level meter: a bar for each of the last levels, from -60 dBFS at the bottom to full scale.
pub(crate) fn meter(levels: impl Iterator<Item = f32>, bars: usize, look: Look) -> String {
    const DRAWN: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    const PLAIN: [char; 8] = ['.', '.', ':', ':', '-', '=', '+', '#'];
    let signs = look.either(DRAWN, PLAIN);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=7 before")]
    let sign = |db: f32| signs[((db + 60.0) / 60.0 * 7.0).round().clamp(0.0, 7.0) as usize];
    let drawn: String = levels.map(sign).collect();
    format!("{}{drawn}", " ".repeat(bars.saturating_sub(drawn.chars().count())))
}

/// What a note says in a list: its words, that it is a moment, that it was written off the record.
pub(crate) fn words_of(note: &Note) -> String {
    let words = note.told().unwrap_or_else(|| say!("a-bare-moment"));
    if note.off_record { say!("words-off-record", words = words) } else { words }
}

/// The same, and before it who is heard in it, where somebody of a table is.
pub(crate) fn words_and_voice(note: &Note) -> String {
    let words = words_of(note);
    if note.voice.is_nobodys() { words } else { say!("show-voice", who = note.voice.who(), text = words) }
}

/// What the participant wants of the recordings, and that takes of the session are not those that were made, for as long as one can listen
/// to them. The room that is left below.
pub(crate) fn about_the_sound(model: &Model, look: Look, area: Rect, buffer: &mut Buffer) -> Rect {
    let width = usize::from(area.width).saturating_sub(2);
    let in_rows = |what: String| wrap(&format!("! {what}"), width);
    let wish = model.shared.sitting.as_ref().and_then(Sitting::wish).map_or_else(Vec::new, in_rows);
    let words = model.shared.sitting.iter().flat_map(|sitting| &sitting.changed).filter_map(TakeCheck::words);
    // The list is what one works on: of many, those that come first stand for all, and `show` names each. A wish is read whole, as long as
    // a note can be seen below it.
    let most = usize::from(area.height / 3).max(wish.len().min(usize::from(area.height.saturating_sub(3))));
    let rows: Vec<String> = wish.into_iter().chain(words.flat_map(in_rows)).collect();
    let left = rows.len().saturating_sub(most);
    let more = (left > 0).then(|| format!("! {}", say!("more-in-show", session = model.session().map_or("", |s| &s.opened().participant))));
    let said = rows.into_iter().take(if left > 0 { most.saturating_sub(1) } else { most }).chain(more);
    let mut below = area;
    for text in said.take(most) {
        buffer.set_stringn(area.x + 1, below.y, cut(&text, width, look), width, look.strong());
        below = Rect { y: below.y + 1, height: below.height - 1, ..below };
    }
    below
}

/// What plays and how, where a screen says it beside something else; nothing where nothing does.
pub(crate) fn plays(model: &Model) -> Option<String> {
    let shared = &model.shared;
    let state = if shared.playback.waits() { message!("plays-waits") } else { message!("plays") };
    let words = || say!("plays-at", state = state, at = shared.head().to_string(), how = shared.playback.words(shared.hearing));
    shared.playback.is_playing().then(words)
}

/// The footer: the keys of the screen by rank, as many as fit; the way to all others always does.
pub(crate) fn footer(model: &Model, area: Rect, look: Look, buffer: &mut Buffer) {
    let over = model.overlay.as_ref();
    let (within, below) = match over {
        // What lies over a screen has the footer; of the screen's own keys those are named that nobody may have to look for.
        Some(_) => (model.contexts(), model.contexts()),
        None => (model.on_screen(), model.on_screen().into_iter().filter(|context| !context.is_a_line()).collect()),
    };
    let screens = model.below();
    let beneath = Beneath { keys: &model.shared.keys, contexts: &screens, session: model.session() };
    let rank = |bind: &Bind| match (over, bind.does) {
        (Some(over), Action::Commands(_) | Action::Manual(_)) if !over.shows(bind, &beneath) => 9,
        (_, Action::Commands(_) | Action::Manual(_)) => bind.rank,
        (Some(_), does) if !Context::Manual.lets_through(does) => 9,
        _ => model.screen.face().rank(bind, &model.shared),
    };
    let mut lines: Vec<_> = model.shared.keys.lines_in(&within).map(|line| (rank(line.bind), line)).filter(|(rank, _)| *rank < 9).collect();
    lines.sort_by_key(|(rank, _)| *rank);
    let mut pieces: Vec<Piece> = Vec::new();
    for (rank, line) in lines {
        let Some(chord) = key_now(model, line, &within, &below) else { continue };
        let (bind, key) = (line.bind, in_the_footer(chord, look));
        let label = over.and_then(|over| over.label(bind.does, &beneath)).or_else(|| model.screen.face().label(bind.does, &model.shared));
        let label = label.map_or_else(|| bind.label(), |label| spoken().say(label));
        match pieces.last_mut() {
            // Two keys that do the same two ways, such as up and down, are one piece.
            Some(before) if before.rank == rank && before.label == label => before.keys = format!("{}/{key}", before.keys),
            _ => pieces.push(Piece { keys: key, label, rank, stays: bind.does == Everywhere::Palette.into() }),
        }
    }
    let mut room = usize::from(area.width) + 2;
    room -= pieces.iter().filter(|p| p.stays).map(Piece::cells).sum::<usize>().min(room);
    let mut spans = Vec::new();
    let mut full = false;
    for piece in pieces {
        if !piece.stays {
            full = full || piece.cells() > room;
            if full {
                continue;
            }
            room -= piece.cells();
        }
        let (keys, label) = (Span::styled(piece.keys, look.strong()), Span::styled(piece.label, look.text()));
        spans.extend([keys, Span::raw(" "), label, Span::raw("  ")]);
    }
    Line::from(spans).render(area, buffer);
}

/// One piece of the footer: the keys and what they do.
struct Piece {
    keys: String,
    label: String,
    rank: u8,
    /// Whether it is there however narrow the window is.
    stays: bool,
}

impl Piece {
    fn cells(&self) -> usize {
        cells(&self.keys) + 1 + cells(&self.label) + 2
    }
}

/// The key to show for `line` at this moment: its first, unless that belongs to the line that is being written. Only the way to all other
/// commands is then shown by its other key.
fn key_now(model: &Model, line: &Bound, within: &[Context], below: &[Context]) -> Option<Chord> {
    let (keys, bind) = (&model.shared.keys, line.bind);
    let mut chords = keys.chords_in(line, if bind.within.is_a_line() { within } else { below });
    let first = chords.next()?;
    let works = |chord: &Chord| keys.does(within, *chord) == Some(bind.does);
    if works(&first) {
        return Some(first);
    }
    chords.find(works).filter(|_| bind.does == Everywhere::Palette.into())
}

/// A key as the footer names it: an arrow as it is printed on the key, which takes no more than a cell of the one row there is.
fn in_the_footer(chord: Chord, look: Look) -> String {
    let arrow = match chord {
        Chord { ctrl: true, .. } | Chord { alt: true, .. } => None,
        Chord { key: Key::Up, .. } => Some("↑"),
        Chord { key: Key::Down, .. } => Some("↓"),
        Chord { key: Key::Left, .. } => Some("←"),
        Chord { key: Key::Right, .. } => Some("→"),
        _ => None,
    };
    arrow.filter(|_| look.signs == Signs::Drawn).map_or_else(|| named(chord), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_carried_over_and_nothing_is_lost() {
        let (rows, at) = fold("one two three", 13, 8);
        assert_eq!((rows, at), (vec!["one two ".to_owned(), "three".to_owned()], (5, 1)));
        assert_eq!(fold("", 0, 8), (vec![String::new()], (0, 0)));
        assert_eq!(fold("日本語", 1, 4), (vec!["日本".to_owned(), "語".to_owned()], (2, 0)));
    }

    #[test]
    fn a_path_is_broken_behind_its_steps_and_nothing_is_put_in() {
        let path = "/home/a/study/sessions/2026-11-22-P07-first/summary/v1/letter.md";
        let rows = wrap(&format!("the letter lies in {path} and beside it"), 40);
        assert_eq!(rows, ["the letter lies in /home/a/study/", "sessions/2026-11-22-P07-first/summary/", "v1/letter.md and beside it"]);
        assert_eq!(wrap(path, 12).concat(), path, "a step that is longer than a row loses nothing");
        assert_eq!(wrap("the follow-up", 11), ["the follow-", "up"]);
        assert_eq!(wrap("space on the disk of /tmp/fs", 24), ["space on the disk", "of /tmp/fs"]);
        assert_eq!(wrap("do (/tmp/fs), please", 6), ["do", "(/tmp/", "fs),", "please"]);
        assert_eq!(wrap("hearback verify 2026-11-26-P01-first", 32), ["hearback verify", "2026-11-26-P01-first"]);
    }

    #[test]
    fn what_is_wider_together_than_its_characters_is_wrapped_by_its_cells() {
        for text in ["❤\u{fe0f} ".repeat(12), "1\u{fe0f}\u{20e3}".repeat(9), "سلام لا بأس لا ".repeat(4), "क्षि ".repeat(9), "น้ำ".repeat(20)]
        {
            let rows = wrap(&text, 10);
            assert!(rows.iter().all(|row| cells(row) <= 10), "{rows:?}");
            assert_eq!(rows.concat().replace(' ', ""), text.replace(' ', ""), "nothing is lost");
        }
    }

    #[test]
    fn cutting_says_so_and_never_splits_a_character() {
        let (drawn, plain) = (Look::default(), Look { signs: Signs::Plain, ..Look::default() });
        assert_eq!(cut("tension", 7, drawn), "tension");
        assert_eq!(cut("tensions", 7, drawn), "tensio…");
        assert_eq!(cut("日本語", 5, drawn), "日本…");
        assert_eq!(cut("x", 0, drawn), "");
        assert_eq!(cut("tensions", 7, plain), "tens...");
        assert_eq!(cut("tensions", 2, plain), "..");
    }

    /// Keys and pastes in any order, over letters of every kind: composed and combining, wide, joined, right to left, flags.
    #[test]
    fn whatever_is_typed_the_cursor_stands_between_two_characters_and_in_the_room() {
        let pieces = ["a", " ", "é", "e\u{301}", "\u{301}\u{302}", "日", "👩‍👩‍👧", "🇳🇱", "שלום", "\u{200d}", "ﷺ", "क्षि", "\u{1b}[31m", "\r\n"];
        let keys = ["left", "right", "home", "end", "backspace", "delete", "ctrl-w", "ctrl-left", "ctrl-right", "ctrl-a"];
        let keys = keys.map(|key| key.parse::<crate::tui::chord::Chord>().unwrap());
        let mut line = crate::tui::line::Line::default();
        let mut dice = 7_u64;
        let mut pick = |count: usize| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(dice >> 33).unwrap() % count
        };
        for step in 0..20_000 {
            match pick(4) {
                0 => drop(line.paste(pieces[pick(pieces.len())])),
                1 => {
                    for c in pieces[pick(pieces.len())].chars() {
                        line.edit(crate::tui::chord::Chord::plain(crate::tui::chord::Key::Char(c)));
                    }
                }
                _ => _ = line.edit(keys[pick(keys.len())]),
            }
            assert!(line.cursor() <= line.text().chars().count() && !line.text().contains(char::is_control), "step {step}");
            let width = 2 + pick(20);
            let (rows, (x, y)) = fold(line.text(), line.cursor(), width);
            assert_eq!(rows.concat(), line.text(), "step {step}: nothing is left out");
            assert!(usize::from(y) < rows.len() && usize::from(x) <= width, "step {step}: {x},{y} in {rows:?}");
            if line.text().len() > 300 {
                drop(line.take());
            }
        }
    }

    proptest! {
        #[test]
        fn folding_keeps_every_character_and_finds_the_cursor(text in "[ a-z日é]{0,60}", width in 2usize..20, pick in 0usize..60) {
            let cursor = pick.min(text.chars().count());
            let (rows, (x, y)) = fold(&text, cursor, width);
            prop_assert_eq!(rows.concat(), text.clone());
            prop_assert!(rows.iter().all(|r| cells(r) <= width));
            let before: usize = rows[..usize::from(y)].iter().map(|r| r.chars().count()).sum();
            let in_row: String = rows[usize::from(y)].chars().take(cursor.saturating_sub(before)).collect();
            prop_assert_eq!(usize::from(x), cells(&in_row));
        }
    }
}
