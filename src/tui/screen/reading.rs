//! The manual as it is read over a screen: its pages in lines, and where in them words stand.
//!
//! A page is laid out once, at one width, whatever the window: so where somebody reads is a number that any window shows alike.

use crate::manual::CHAPTERS;
use crate::manual::Chapter;
use crate::manual::layout::LineKind;
use crate::manual::layout::PageLine;
use crate::manual::layout::folded;

/// How wide a page is, in cells: what a window of 60 leaves inside a frame and beside a mark.
pub const WIDTH: usize = 56;

/// How many rows of a page are seen at least where an interview is led, in a window of 60x16 with a long notice: one goes on by so many.
pub(crate) const FEWEST_ROWS: usize = 8;

/// How many rows stand above what was found, so that it is not read without what it follows.
const ABOVE: usize = 2;

/// A line of a page.
#[derive(Debug)]
pub struct SearchedLine {
    /// What it is.
    pub kind: LineKind,
    /// What stands there.
    pub text: String,
    /// The same, for whoever looks for words.
    lower: String,
}

/// The manual in lines, chapter by chapter; empty until somebody opens it.
#[derive(Default)]
pub struct Pages(Vec<ChapterInLines>);

/// A chapter, laid out.
struct ChapterInLines {
    title: String,
    rows: Vec<SearchedLine>,
}

impl std::fmt::Debug for Pages {
    /// What stands there is the same for everybody.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Pages").field(&self.0.len()).finish()
    }
}

/// Where somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Which of the chapters.
    chapter: usize,
    /// The line at the top.
    pub(crate) top: usize,
}

impl Page {
    /// The name of its topic.
    pub(crate) fn name(self) -> &'static str {
        CHAPTERS[self.chapter].name
    }

    /// The same, with another line at the top.
    pub(crate) fn at(self, top: usize) -> Self {
        Self { top, ..self }
    }
}

/// A place in the manual: a topic, or a line of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'p> {
    chapter: usize,
    line: Option<usize>,
    /// What stands there: the title of the topic, or the line.
    pub text: &'p str,
}

impl Passage<'_> {
    /// The name of its topic.
    pub(crate) fn name(self) -> &'static str {
        CHAPTERS[self.chapter].name
    }
}

impl Pages {
    /// Laid out.
    pub(crate) fn laid_out() -> Self {
        let row = |line: PageLine| SearchedLine { kind: line.kind, lower: line.text.to_lowercase(), text: line.text };
        let laid_out = |chapter: &Chapter| ChapterInLines {
            title: chapter.title_said(),
            rows: folded(&chapter.said(), WIDTH).into_iter().map(row).collect(),
        };
        Self(CHAPTERS.iter().map(laid_out).collect())
    }

    /// The lines of a page, from the first.
    pub(crate) fn rows(&self, page: Page) -> &[SearchedLine] {
        self.0.get(page.chapter).map_or(&[], |chapter| chapter.rows.as_slice())
    }

    /// The line that can stand at the top last, so that the end of the page is seen.
    pub(crate) fn last_top(&self, page: Page) -> usize {
        self.rows(page).len().saturating_sub(FEWEST_ROWS)
    }

    /// The page on which `place` is read.
    pub(crate) fn page(&self, place: Passage) -> Page {
        let page = Page { chapter: place.chapter, top: 0 };
        page.at(place.line.map_or(0, |line| line.saturating_sub(ABOVE)).min(self.last_top(page)))
    }

    /// The topics that are called by all of `words`, the headings and then the lines that hold them; every topic where there are no words.
    pub(crate) fn found(&self, words: &str) -> Vec<Passage<'_>> {
        let wanted = lower(words);
        let called =
            |(chapter, inside): &(&Chapter, &ChapterInLines)| holds(&format!("{} {}", chapter.name, inside.title).to_lowercase(), &wanted);
        let topics = CHAPTERS.iter().zip(&self.0).enumerate().filter(|(_, both)| called(both));
        let topics = topics.map(|(n, (_, inside))| Passage { chapter: n, line: None, text: &inside.title });
        let lines = self.0.iter().enumerate().flat_map(|(chapter, ChapterInLines { rows, .. })| {
            lines_with(rows, &wanted).into_iter().map(move |n| Passage { chapter, line: Some(n), text: rows[n].text.trim() })
        });
        let mut lines: Vec<Passage> = lines.collect();
        lines.sort_by_key(|place| !place.line.is_some_and(|n| self.0[place.chapter].rows[n].kind == LineKind::Heading));
        topics.chain(lines).collect()
    }

    /// The lines of `page` that hold all of `words`, counted from its first.
    pub(crate) fn marked(&self, page: Page, words: &str) -> Vec<usize> {
        lines_with(self.rows(page), &lower(words))
    }
}

fn lower(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_lowercase).collect()
}

fn holds(text: &str, wanted: &[String]) -> bool {
    wanted.iter().all(|word| text.contains(word))
}

/// Where the words stand, on one line or, where a sentence was broken between them, on one and the next.
fn lines_with(rows: &[SearchedLine], wanted: &[String]) -> Vec<usize> {
    let says = |row: &&SearchedLine| row.lower.contains(char::is_alphanumeric);
    let here = |(n, row): &(usize, &SearchedLine)| {
        let next = rows.get(n + 1).filter(says).map_or("", |next| next.lower.as_str());
        says(row) && (holds(&row.lower, wanted) || !holds(next, wanted) && holds(&format!("{} {next}", row.lower), wanted))
    };
    if wanted.is_empty() { Vec::new() } else { rows.iter().enumerate().filter(here).map(|(n, _)| n).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_fits_the_smallest_window_and_says_all_that_the_manual_says() {
        for (chapter, rows) in CHAPTERS.iter().zip(Pages::laid_out().0) {
            let rows = rows.rows;
            for row in &rows {
                assert!(row.text.chars().count() <= WIDTH, "{}: {}", chapter.name, row.text);
            }
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let whole: String = crate::manual::layout::lines(chapter.text, WIDTH).iter().map(|line| letters(&line.text)).collect();
            assert_eq!(rows.iter().map(|row| letters(&row.text)).collect::<String>(), whole, "{}", chapter.name);
        }
    }

    #[test]
    fn words_are_found_in_any_case_on_one_line_or_across_its_end() {
        let rows = ["One two", "three", "", "four TWO three", "==="].map(|text| SearchedLine {
            kind: LineKind::Text,
            text: text.to_owned(),
            lower: text.to_lowercase(),
        });
        let at = |words: &str| lines_with(&rows, &lower(words));
        assert_eq!((at("two"), at("TWO three"), at("three four")), (vec![0, 3], vec![0, 3], vec![3]));
        assert_eq!((at(""), at("="), at("one three four")), (vec![], vec![], vec![]));
    }

    #[test]
    fn without_words_there_are_the_topics_and_each_begins_at_its_beginning() {
        let pages = Pages::laid_out();
        let topics = pages.found(" ");
        assert_eq!(topics.iter().map(|place| place.name()).collect::<Vec<_>>(), CHAPTERS.map(|chapter| chapter.name));
        assert!(topics.iter().all(|place| pages.page(*place).top == 0 && place.text.len() > 10));
        let found = pages.found("microphone");
        assert!(found.len() > 20);
        for place in found {
            let page = pages.page(place);
            let (lines, seen) = (pages.marked(page, "microphone"), page.top..page.top + FEWEST_ROWS);
            assert!(place.line.is_none_or(|line| lines.contains(&line) && seen.contains(&line)), "{place:?}");
        }
    }
}
