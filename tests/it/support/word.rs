//! Where the first page of a file for Word ends, by the figures of the file itself: an estimate, as no word processor is at hand everywhere.
//!
//! Letters are as wide as Arial's, which LibreOffice's own have the widths of; lines are as high as the styles say.

use std::io::Cursor;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

/// The widths of Arial from the space to the tilde, in thousandths of its size.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
    278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
    556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// From one line of Arial to the next, and how much wider its bold letters are.
const LEADING: f64 = 1.149;
const BOLD: f64 = 1.08;
/// What a frame takes of the page beside its paragraphs: its lines, and what lies between these and the words.
const FRAME: f64 = 14.0;

/// How a style sets its paragraphs, in points.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    size: f64,
    before: f64,
    after: f64,
    /// As many times the height of a line of the type, or exactly so high.
    line: (f64, Option<f64>),
    /// What stands in at both sides.
    inset: f64,
    is_bold: bool,
    is_boxed: bool,
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The value of this attribute as a number of twentieths of a point.
fn points(start: &BytesStart<'_>, name: &str) -> Option<f64> {
    Some(value(start, name)?.parse::<f64>().ok()? / 20.0)
}

fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().map(Result::unwrap).find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned())
}

/// The look of each style; that of what has none comes first and has no name.
fn looks(styles: &str) -> Vec<(String, Look)> {
    let mut looks = vec![(String::new(), Look { line: (1.0, None), ..Look::default() })];
    let mut reader = Reader::from_str(styles);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                let usual = looks[0].1;
                if start.name().as_ref() == "w:style" {
                    looks.push((value(&start, "w:styleId").unwrap(), usual));
                }
                let look = &mut looks.last_mut().unwrap().1;
                match start.name().as_ref() {
                    "w:sz" => look.size = points(&start, "w:val").unwrap() * 10.0,
                    "w:b" => look.is_bold = true,
                    "w:top" => look.is_boxed = true,
                    // The sign before an item stands in by what its list says, and not its style.
                    "w:name" if value(&start, "w:val").unwrap() == "List Bullet" => look.inset = 18.0,
                    "w:ind" => look.inset = points(&start, "w:left").unwrap() + points(&start, "w:right").unwrap_or_default(),
                    "w:spacing" => {
                        look.before = points(&start, "w:before").unwrap_or(look.before);
                        look.after = points(&start, "w:after").unwrap_or(look.after);
                        match (points(&start, "w:line"), value(&start, "w:lineRule").as_deref()) {
                            (Some(line), Some("exact")) => look.line.1 = Some(line),
                            (Some(line), _) => look.line.0 = line / 12.0,
                            (None, _) => {}
                        }
                    }
                    _ => {}
                }
            }
            Event::Eof => return looks,
            _ => {}
        }
    }
}

/// How many lines `text` takes.
fn lines(text: &str, look: Look, measure: f64) -> usize {
    let wide = |c: char| {
        let width =
            u32::from(c).checked_sub(32).and_then(|at| WIDTHS.get(at as usize)).copied().unwrap_or(if c == '☐' { 1000 } else { 556 });
        f64::from(width) / 1000.0 * look.size * if look.is_bold { BOLD } else { 1.0 }
    };
    let mut count = 0;
    for line in text.split('\n') {
        count += 1;
        let mut at = 0.0;
        for word in line.split_inclusive(' ') {
            let width: f64 = word.trim_end().chars().map(wide).sum();
            if at > 0.0 && at + width > measure {
                (count, at) = (count + 1, 0.0);
            }
            at += word.chars().map(wide).sum::<f64>();
        }
    }
    count
}

/// How high and how wide the text on a page may be.
fn page(document: &str) -> (f64, f64) {
    let (mut reader, mut paper) = (Reader::from_str(document), (0.0, 0.0));
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) if start.name().as_ref() == "w:pgSz" => {
                paper = (points(&start, "w:h").unwrap(), points(&start, "w:w").unwrap());
            }
            Event::Start(start) | Event::Empty(start) if start.name().as_ref() == "w:pgMar" => {
                let of = |one, other| points(&start, one).unwrap() + points(&start, other).unwrap();
                return (paper.0 - of("w:top", "w:bottom"), paper.1 - of("w:left", "w:right"));
            }
            Event::Eof => panic!("a file without a page"),
            _ => {}
        }
    }
}

/// How many points stay empty on the first page below the paragraph that begins with one of `ends` and the box it stands in; fewer than none
/// where that is on the next page.
pub(crate) fn room_below(bytes: &[u8], ends: &[&str]) -> f64 {
    let (looks, document) = (looks(&part(bytes, "word/styles.xml")), part(bytes, "word/document.xml"));
    let (height, measure) = page(&document);
    let (mut reader, mut down) = (Reader::from_str(&document), 0.0);
    let (mut text, mut style, mut was_boxed) = (String::new(), String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => match start.name().as_ref() {
                "w:p" => (text, style) = Default::default(),
                "w:pStyle" => style = value(&start, "w:val").unwrap(),
                "w:br" => text.push('\n'),
                _ => {}
            },
            Event::Text(more) => text.push_str(&more.xml10_content()),
            Event::GeneralRef(_) => text.push('"'),
            Event::End(end) if end.name().as_ref() == "w:p" => {
                let look = looks.iter().find(|(name, _)| *name == style).unwrap_or(&looks[0]).1;
                let line = look.line.1.unwrap_or(look.size * LEADING * look.line.0);
                // Tabs are there to part boxes, which are counted with room enough between them.
                let count = lines(&text, look, measure - look.inset);
                down += look.before + count as f64 * line + look.after;
                down += if look.is_boxed && !was_boxed { FRAME } else { 0.0 };
                was_boxed = look.is_boxed;
                if ends.iter().any(|end| text.starts_with(end)) {
                    return height - down;
                }
            }
            Event::Eof => panic!("nothing of the kind is asked"),
            _ => {}
        }
    }
}
