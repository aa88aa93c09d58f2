//! The wall as a picture for a paper or a poster: SVG 1.1, which browsers, word processors and drawing programs read.
//!
//! Every strip has a title of its own in sentences, so that a screen reader tells what the eye sees; what is drawn is lines, letters and shades of
//! grey, which a printer without colours prints as they are.

use crate::domain::note::NoteKind;
use crate::domain::study::strip::Mark;
use crate::domain::study::strip::MarkIs;
use crate::domain::study::wall::Wall;
use crate::domain::study::wall::WallRow;
use crate::domain::study::wall::mark_is;
use crate::domain::time::Position;
use crate::domain::time::clock;
use crate::words::say;
use crate::xml;
use crate::xml::Element;

/// Pixels of 1/96 inch, as SVG counts them.
const LEFT: u64 = 190;
const STRIP: u64 = 900;
const RIGHT: u64 = 190;
const ROW: u64 = 26;
const BAND: u64 = 18;
const HEAD: u64 = 70;
const FOOT: u64 = 34;

/// The picture, under this title; nothing where it holds what XML cannot.
pub fn svg(wall: &Wall<'_>, title: &str, language: &str) -> Option<Vec<u8>> {
    let height = HEAD + ROW * wall.rows.len() as u64 + FOOT;
    let width = LEFT + STRIP + RIGHT;
    let mut root = Element::new(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("version", "1.1"),
            ("width", &width.to_string()),
            ("height", &height.to_string()),
            ("viewBox", &format!("0 0 {width} {height}")),
            ("role", "img"),
            ("xml:lang", language),
            ("font-family", "DejaVu Sans, Arial, sans-serif"),
            ("font-size", "12"),
        ],
    );
    let described = wall.rows.iter().map(|row| row.sentences(&marks(row)).join(" ")).collect::<Vec<_>>().join("\n");
    root = root.holding([
        Element::new("title", &[]).saying(&signs(title)),
        Element::new("desc", &[]).saying(&signs(&described)),
        Element::new("rect", &[("width", &width.to_string()), ("height", &height.to_string()), ("fill", "#ffffff")]),
        text(12, 24, title, &[("font-size", "16"), ("font-weight", "bold")]),
    ]);
    root = root.holding(scale(wall, height));
    root = root.holding(wall.rows.iter().enumerate().map(|(n, row)| strip(wall, row, HEAD + ROW * n as u64)));
    root = root.holding([text(12, height - 12, &legend(wall), &[("fill", "#444444")])]);
    xml::write(&root)
}

/// What XML cannot hold is a space.
fn signs(text: &str) -> String {
    let can = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|c| if can(c) { c } else { ' ' }).collect()
}

fn text(x: u64, y: u64, words: &str, more: &[(&str, &str)]) -> Element {
    let (x, y) = (x.to_string(), y.to_string());
    let all: Vec<(&str, &str)> = [("x", x.as_str()), ("y", y.as_str())].into_iter().chain(more.iter().copied()).collect();
    Element::new("text", &all).saying(&signs(words))
}

/// Where a moment lies.
fn x(wall: &Wall<'_>, at: Position) -> u64 {
    LEFT + (at.millis().saturating_mul(STRIP) / wall.scale.millis().max(1)).min(STRIP)
}

fn rect(from: u64, to: u64, y: u64, fill: &str) -> Element {
    let (x, width, y, height) = (from.to_string(), to.saturating_sub(from).max(1).to_string(), y.to_string(), BAND.to_string());
    Element::new("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("fill", fill), ("stroke", "#ffffff")])
}

/// Times above the strips, with a line down through them.
fn scale(wall: &Wall<'_>, height: u64) -> Vec<Element> {
    const STEPS_MS: [u64; 7] = [1_000, 10_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000];
    const APART: u64 = 60;
    let long = wall.scale.millis().max(1);
    let step = STEPS_MS.into_iter().find(|step| step * STRIP / long >= APART).unwrap_or(3_600_000);
    let mut drawn = Vec::new();
    for at in (0..=long / step).map(|n| n * step) {
        let x = x(wall, Position::from_millis(at));
        let (at_x, to) = (x.to_string(), (height - FOOT).to_string());
        let line = [("x1", at_x.as_str()), ("x2", &at_x), ("y1", "56"), ("y2", &to), ("stroke", "#dddddd")];
        drawn.push(Element::new("line", &line));
        drawn.push(text(x, 50, &clock(at / 1_000), &[("text-anchor", "middle"), ("fill", "#444444")]));
    }
    drawn
}

fn strip(wall: &Wall<'_>, row: &WallRow<'_>, y: u64) -> Element {
    const GREYS: [&str; 2] = ["#c9c9c9", "#e6e6e6"];
    let strip = &row.line.fieldwork.strip;
    let base = y + BAND - 5;
    let (settled, of) = row.line.settled;
    let mut all = vec![Element::new("title", &[]).saying(&signs(&row.sentences(&marks(row)).join(" ")))];
    all.push(text(12, base, &row.called(), &[]));
    if strip.end() > Position::START {
        all.push(rect(LEFT, x(wall, strip.end()), y, "#f6f6f6"));
    }
    for (n, band) in strip.topics.iter().enumerate() {
        let (from, to) = (x(wall, band.from()), x(wall, band.to()));
        all.push(rect(from, to, y, GREYS[n % GREYS.len()]).holding([Element::new("title", &[]).saying(&signs(&band.topic))]));
        // A number where its band has room for it.
        let number: String = band.topic.chars().take_while(char::is_ascii_digit).collect();
        if to - from > 10 * number.len() as u64 {
            all.push(text(from + 2, y + BAND - 1, &number, &[("font-size", "8"), ("fill", "#555555")]));
        }
    }
    all.extend(strip.silent.iter().map(|silent| rect(x(wall, silent.from()), x(wall, silent.to()), y, "#ffffff")));
    for mark in marks(row) {
        let sign = sign(mark.is).to_string();
        let said = Element::new("title", &[]).saying(&signs(&row.mark_words(&mark)));
        all.push(text(x(wall, mark.at), base, &sign, &[("text-anchor", "middle"), ("font-weight", "bold")]).holding([said]));
    }
    let right = format!("{} · {settled}/{of} · {}", clock(row.length().secs()), row.standing());
    all.push(text(LEFT + STRIP + 12, base, &right, &[]));
    Element::new("g", &[]).holding(all)
}

/// What others may see of its marks: neither the interviewer's own, nor when it became too much for somebody.
fn marks(row: &WallRow<'_>) -> Vec<Mark> {
    let is_for_others = |is: MarkIs| match is {
        MarkIs::Note(kind) => matches!(kind, NoteKind::Paraphrase | NoteKind::Quote),
        MarkIs::Moment | MarkIs::OffRecord => true,
        MarkIs::Distress => false,
    };
    row.marks().into_iter().filter(|mark| is_for_others(mark.is)).collect()
}

const fn sign(is: MarkIs) -> char {
    match is {
        MarkIs::Note(kind) => kind.sign(),
        MarkIs::Moment => '•',
        MarkIs::Distress => 'd',
        MarkIs::OffRecord => '┊',
    }
}

/// What the signs that are there mean.
fn legend(wall: &Wall<'_>) -> String {
    let mut seen: Vec<MarkIs> = Vec::new();
    for is in wall.rows.iter().flat_map(marks).map(|mark| mark.is) {
        if !seen.contains(&is) {
            seen.push(is);
        }
    }
    let signs = seen.into_iter().map(|is| format!("{} {}", sign(is), mark_is(is)));
    signs.chain([say!("wall-topics-grey")]).collect::<Vec<_>>().join(" · ")
}
