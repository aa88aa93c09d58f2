//! A text as lines of a width: each way of writing in its own direction, words whole, and a word taken apart only where it must be.
//!
//! Lines end ragged. A word is divided at a syllable where the line would otherwise stay emptier than [`EMPTY`] of its width, which is what a
//! long Dutch compound does; more often would be handsome and harder to read. A word that has no place to divide, and is wider than the
//! line, is divided where the line ends.

use std::ops::Range;

use hypher::Lang;
use textwrap::WordSeparator;
use unicode_bidi::BidiInfo;
use unicode_bidi::Level;
use unicode_segmentation::UnicodeSegmentation;

use crate::document::pdf::face::Face;
use crate::document::pdf::face::Shape;

/// How much of a line may stay empty for the sake of a whole word.
const EMPTY: f32 = 0.3;
/// The longest that is a word, in bytes.
const LONGEST_WORD: usize = 120;
/// What stands for a sign that the face has no shape for.
const UNKNOWN: char = '□';
/// What a divided word ends with: to who copies or hears the text, nothing.
const DIVIDED: &str = "\u{ad}";

/// A piece of a line that runs one way.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Its text.
    pub(super) text: String,
    /// Its shapes, from left to right.
    pub(super) shapes: Vec<Shape>,
    /// Where it begins, from the left end of the line.
    pub(super) left: f32,
}

/// A line, set.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its runs, in the order in which they are read.
    pub(super) runs: Vec<Run>,
    /// Where its left end stands, from the left end of the measure.
    pub(super) left: f32,
    /// How far what can be seen of it reaches from there.
    pub(super) width: f32,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Setting<'f> {
    /// In what.
    pub(super) face: &'f Face,
    /// How large.
    pub(super) size: f32,
    /// How wide.
    pub(super) measure: f32,
    /// The language by whose syllables a word may be divided.
    pub(super) language: Option<&'f str>,
}

/// `text` with a box for each sign that `face` has no shape for, and without the marks of other people's division of words.
fn readable(text: &str, face: &Face) -> String {
    let text = text.replace(DIVIDED, "");
    let missing = face.lacks(&text);
    if missing.is_empty() {
        return text;
    }
    let shown = |(at, sign)| if is_among(&missing, at, sign) { UNKNOWN.to_string() } else { sign.to_owned() };
    text.grapheme_indices(true).map(shown).collect()
}

/// The signs of `text` that `face` has no shape for.
pub(super) fn unknown(text: &str, face: &Face) -> Vec<String> {
    let missing = face.lacks(text);
    text.grapheme_indices(true).filter(|(at, sign)| is_among(&missing, *at, sign)).map(|(_, sign)| sign.to_owned()).collect()
}

fn is_among(missing: &[usize], at: usize, sign: &str) -> bool {
    missing.iter().any(|place| (at..at + sign.len()).contains(place))
}

/// `text` in lines.
pub(super) fn lines(text: &str, setting: Setting<'_>) -> Vec<Line> {
    let text = readable(text, setting.face);
    let bidi = BidiInfo::new(&text, None);
    let Some(paragraph) = bidi.paragraphs.first() else { return Vec::new() };
    // A word that is divided in the middle of a line of Hebrew would have its mark at the wrong end.
    let language = setting.language.filter(|_| !paragraph.level.is_rtl());
    let syllables = language.and_then(|tag| tag.as_bytes().first_chunk()).and_then(|tag| Lang::from_iso(*tag));
    let widths = Widths::of(&text, &bidi.levels, setting);
    let ends = ends(&text, &widths, setting.measure, syllables);
    ends.iter().map(|end| line(&text, &bidi.reordered_levels(paragraph, end.text.clone()), paragraph.level, end, setting)).collect()
}

/// The width of every piece of a text.
struct Widths {
    /// How far the text has come before each of its bytes.
    before: Vec<f32>,
    /// How wide the mark of a division is.
    mark: f32,
}

impl Widths {
    fn of(text: &str, levels: &[Level], setting: Setting<'_>) -> Self {
        let mut each = vec![0.0; text.len() + 1];
        for run in runs(levels, 0..text.len()) {
            for shape in setting.face.shape(&text[run.clone()], levels[run.start].is_rtl()) {
                each[run.start + shape.text.start + 1] += shape.advance * setting.size;
            }
        }
        let mut before = each;
        let mut sum = 0.0;
        for width in &mut before {
            sum += *width;
            *width = sum;
        }
        let mark = setting.face.shape("-", false).iter().map(|shape| shape.advance).sum::<f32>() * setting.size;
        Self { before, mark }
    }

    fn of_range(&self, range: Range<usize>) -> f32 {
        self.before[range.end] - self.before[range.start]
    }
}

/// What a line holds, and whether a word is divided at its end.
struct End {
    text: Range<usize>,
    divided: bool,
}

/// Where the lines of `text` end.
fn ends(text: &str, widths: &Widths, measure: f32, syllables: Option<Lang>) -> Vec<End> {
    let (mut ends, mut start, mut at) = (Vec::new(), 0, 0);
    for word in WordSeparator::UnicodeBreakProperties.find_words(text) {
        let (mut from, to) = (at, at + word.word.len());
        at = to + word.whitespace.len();
        // What cannot stand in a line of its own may be divided anywhere: an address, or a key that was held down.
        let wide = widths.of_range(from..to) > measure;
        let mut places = None;
        while from < to && widths.of_range(start..to) > measure {
            let room = measure - widths.of_range(start..from);
            let fits = |place: usize, mark: f32| place > from && widths.of_range(from..place) + mark <= room;
            let at_a_syllable = (wide || room > EMPTY * measure).then(|| {
                let places: &Vec<(usize, bool)> = places.get_or_insert_with(|| divisions(text, from..to, syllables));
                places.iter().rev().copied().find(|&(place, divided)| fits(place, if divided { widths.mark } else { 0.0 }))
            });
            let anywhere = || {
                let signs = text[from..to].grapheme_indices(true).map(|(place, sign)| from + place + sign.len());
                signs.take_while(|&place| fits(place, 0.0)).last().filter(|_| wide).map(|place| (place, false))
            };
            let (place, divided) = at_a_syllable.flatten().or_else(anywhere).unwrap_or_else(|| {
                // The whole word goes below; where not even its first sign fits there, it stands there all the same.
                let sign = text[from..to].graphemes(true).next().map_or(to, |sign| from + sign.len());
                (if start < from { from } else { sign }, false)
            });
            ends.push(End { text: start..place, divided });
            (start, from) = (place, place);
        }
    }
    if start < text.len() {
        ends.push(End { text: start..text.len(), divided: false });
    }
    ends
}

/// Where the word at `word` can be divided, behind a hyphen of its own and between its syllables, and whether a mark belongs there.
fn divisions(text: &str, word: Range<usize>, syllables: Option<Lang>) -> Vec<(usize, bool)> {
    let (mut places, mut at) = (Vec::new(), word.start);
    for part in text[word.clone()].split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = part.trim_end_matches(|c: char| !c.is_alphabetic());
        let language = syllables.filter(|_| letters.len() <= LONGEST_WORD);
        let mut place = at;
        for syllable in language.into_iter().flat_map(|language| hypher::hyphenate(letters, language)) {
            place += syllable.len();
            places.extend((place < at + letters.len()).then_some((place, true)));
        }
        at += part.len();
        places.extend((part.ends_with('-') && !letters.is_empty() && at < word.end).then_some((at, false)));
    }
    places
}

/// The pieces of `range` that run one way, in the order in which they are read.
fn runs(levels: &[Level], range: Range<usize>) -> Vec<Range<usize>> {
    let (mut runs, mut start) = (Vec::new(), range.start);
    for at in range.clone() {
        if levels[at] != levels[start] {
            runs.push(start..at);
            start = at;
        }
    }
    if start < range.end {
        runs.push(start..range.end);
    }
    runs
}

/// The line that holds `end`: its runs shaped, and put where they are seen.
fn line(text: &str, levels: &[Level], base: Level, end: &End, setting: Setting<'_>) -> Line {
    let wide = |shapes: &[Shape]| shapes.iter().map(|shape| shape.advance).sum::<f32>() * setting.size;
    let read = runs(levels, end.text.clone());
    let mut placed: Vec<Run> = read
        .iter()
        .map(|run| Run {
            text: text[run.clone()].to_owned(),
            shapes: setting.face.shape(&text[run.clone()], levels[run.start].is_rtl()),
            left: 0.0,
        })
        .collect();
    let order = BidiInfo::reorder_visual(&read.iter().map(|run| levels[run.start]).collect::<Vec<_>>());
    let mut width = 0.0;
    for at in order {
        placed[at].left = width;
        width += wide(&placed[at].shapes);
    }
    if end.divided {
        let mut shapes = setting.face.shape("-", false);
        for shape in &mut shapes {
            shape.text = 0..DIVIDED.len();
        }
        placed.push(Run { left: width, text: DIVIDED.to_owned(), shapes });
    }
    // The space at the end of a line is there to be copied, and takes no part in where the line stands.
    let line = &text[end.text.clone()];
    let space = &line[line.trim_end().len()..];
    let unseen = wide(&setting.face.shape(space, base.is_rtl()));
    let left = if base.is_rtl() { setting.measure - width } else { 0.0 };
    Line { runs: placed, left, width: width - unseen }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::pdf::face::Cut;

    fn set(text: &str, measure: f32, language: Option<&str>) -> Vec<Line> {
        let face = Face::open(Cut::Regular).unwrap();
        lines(text, Setting { face: &face, size: 14.0, measure, language })
    }

    /// The lines as they are read.
    fn said(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_word_is_divided_only_where_the_line_would_stay_empty_without_it() {
        // Nearly the whole line is there: the word goes below.
        assert_eq!(said(&set("Wij lezen de zinnen vergelijkend voor.", 170.0, Some("nl"))), ["Wij lezen de zinnen ", "vergelijkend voor."]);
        let compound = said(&set("De arbeidsongeschiktheidsverzekering.", 170.0, Some("nl")));
        assert_eq!(compound, ["De arbeidsongeschikt\u{ad}", "heidsverzekering."]);
        // Without its language, or where nothing divides it, it begins below and ends where the line does.
        let unknown = said(&set("De arbeidsongeschiktheidsverzekering.", 170.0, None));
        assert_eq!(unknown.concat(), "De arbeidsongeschiktheidsverzekering.");
        assert!(unknown.iter().all(|line| !line.contains('\u{ad}')), "{unknown:?}");
        assert_eq!(said(&set("een op-en-top tevreden mens", 68.0, None)), ["een op-", "en-top ", "tevreden ", "mens"]);
    }

    #[test]
    fn no_line_is_wider_than_the_measure_and_nothing_is_lost() {
        let long = "x".repeat(900);
        for text in [
            "U dacht lange tijd dat uw rug kapot was, en dat u daarom beter niet kon bewegen.",
            &long,
            "שלום עולם, this is mixed 123 עברית",
            "a",
        ] {
            for measure in [40.0, 111.0, 200.0, 470.0] {
                let lines = set(text, measure, Some("nl"));
                assert_eq!(said(&lines).concat().replace('\u{ad}', ""), *text);
                for line in &lines {
                    assert!(line.width <= measure + 0.5, "{measure}: {line:?}");
                }
            }
        }
        assert_eq!(set("", 100.0, None).len(), 0);
        // Not even one sign fits: one a line, and an end.
        assert_eq!(said(&set("abc", 1.0, None)), ["a", "b", "c"]);
    }

    #[test]
    fn what_runs_from_right_to_left_stands_so_and_is_read_in_its_order() {
        let hebrew = &set("שלום abc", 200.0, None)[0];
        assert_eq!(said(std::slice::from_ref(hebrew)), ["שלום abc"]);
        assert!(hebrew.runs[0].left > hebrew.runs[1].left, "{hebrew:?}");
        assert!((hebrew.left + hebrew.width - 200.0).abs() < 0.1, "it ends at the right: {hebrew:?}");
        let english = &set("abc שלום", 200.0, None)[0];
        assert!(english.left.abs() < 0.1 && english.runs[0].left < english.runs[1].left, "{english:?}");
        // The first letter stands last in its run, and Arabic letters take the shape of their place.
        assert_eq!(hebrew.runs[0].shapes.last().map(|shape| shape.text.clone()), Some(0..2));
        let face = Face::open(Cut::Regular).unwrap();
        let (joined, alone) = (face.shape("بب", true), face.shape("ب", true));
        assert!(joined.iter().all(|shape| shape.id != alone[0].id), "{joined:?}");
    }

    #[test]
    fn the_marks_of_a_division_made_elsewhere_are_not_shown() {
        assert_eq!(said(&set("her\u{ad}stel", 400.0, None)), ["herstel"]);
    }
}
