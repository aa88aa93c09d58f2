//! What the readers make of texts.

use super::*;
use crate::domain::guide::typed::Aside;
use crate::domain::guide::typed::List;
use crate::domain::guide::typed::Stands;

fn paragraphs(name: &str, text: &str) -> Vec<(usize, Stands, String)> {
    let typed = read(Path::new(name), text.as_bytes()).unwrap();
    typed.paragraphs.into_iter().map(|p| (p.at, p.stands, p.text())).collect()
}

fn told(name: &str, text: &str, expected: &[(usize, Stands, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(at, stands, text)| (*at, *stands, (*text).to_owned())).collect();
    assert_eq!(paragraphs(name, text), expected, "{text}");
}

#[test]
fn lines_are_put_together_where_they_go_on() {
    let long = "A line that somebody let end at the edge of the window, because";
    told(
        "a.txt",
        &format!("Work\n====\r\n{long}\nIt was full.\nWhat do you do?\nHow long?\n- one\n  two\n    - deep\n## Home\n***\n1. x"),
        &[
            (1, Stands::Heading(1), "Work"),
            (3, Stands::Plain, &format!("{long} It was full.")),
            (5, Stands::Plain, "What do you do?"),
            (6, Stands::Plain, "How long?"),
            (7, Stands::Item(List::Bullet, 0), "- one two"),
            (9, Stands::Item(List::Bullet, 1), "- deep"),
            (10, Stands::Heading(2), "Home"),
            (12, Stands::Item(List::Number, 0), "1. x"),
        ],
    );
}

#[test]
fn signs_for_italics_and_bold_are_read_in_a_text() {
    let typed = read(Path::new("a.txt"), b"What? *Show the card.* a * b 2*3*4 **bold**").unwrap();
    let runs: Vec<_> = typed.paragraphs[0].runs.iter().map(|run| (run.text.as_str(), run.italic, run.bold)).collect();
    assert_eq!(runs, [("What? ", false, false), ("Show the card.", true, false), (" a * b 2*3*4 ", false, false), ("bold", false, true)]);
}

#[test]
fn markdown_is_read_as_it_is_seen() {
    told(
        "a.md",
        "# Work\n\n1. What?\n   a) When?\n   - Who?\n2. How\n   long?\n\nOne?\nTwo?\n\n| *Q* | P |\n|---|---|\n| Across | |\n\n<b>x</b> ~~old~~\n\n[a](http://b)",
        &[
            (1, Stands::Heading(1), "Work"),
            (3, Stands::Item(List::Number, 0), "What?"),
            (4, Stands::Below, "a) When?"),
            (5, Stands::Item(List::Bullet, 1), "Who?"),
            (6, Stands::Item(List::Number, 0), "How long?"),
            (9, Stands::Plain, "One?"),
            (10, Stands::Below, "Two?"),
            (12, Stands::Plain, "Q"),
            (12, Stands::Plain, "P"),
            (14, Stands::Plain, "Across"),
            (16, Stands::Aside(Aside::Notation), "<b>"),
            (16, Stands::Aside(Aside::Notation), "</b>"),
            (16, Stands::Aside(Aside::Deleted), "old"),
            (16, Stands::Plain, "x "),
            (18, Stands::Plain, "a (http://b)"),
        ],
    );
    let typed = read(Path::new("a.md"), b"| Q | P |\n|---|---|\n| Across | |\n| a | b |").unwrap();
    let cells: Vec<_> = typed.paragraphs.iter().filter_map(|p| p.cell).map(|cell| (cell.row, cell.column, cell.of)).collect();
    assert_eq!(cells, [(0, 0, 2), (0, 1, 2), (1, 0, 1), (2, 0, 2), (2, 1, 2)]);
}

#[test]
fn what_cannot_be_seen_is_gone() {
    told("a.txt", "an\u{ad}swer\u{a0}me\u{200b} now\u{202e}", &[(1, Stands::Plain, "answer me now")]);
}
