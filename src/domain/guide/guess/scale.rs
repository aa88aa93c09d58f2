//! Answers that stand one below the other, each in a line of its own; and lines that looked like answers and have no question.

use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::answers::BOXES;
use crate::domain::guide::guess::answers::choice;
use crate::domain::guide::guess::answers::is_answer;
use crate::domain::guide::guess::answers::is_other;
use crate::domain::guide::guess::answers::is_short;
use crate::domain::guide::guess::answers::pairs;
use crate::domain::guide::guess::pieces::Is;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::typed::Stands;

/// Answers that stand one below the other: each becomes one in its line.
pub(super) fn gather(lines: &mut [Line]) {
    let mut begin = 0;
    while begin < lines.len() {
        let kind = kind(&lines[begin]);
        let mut end = begin + lines[begin..].iter().take_while(|line| kind.is_some() && self::kind(line) == kind).count();
        let mut run: Vec<String> = lines[begin..end].iter().map(Line::words).collect();
        if end > begin && kind != Some(Kind::Coded) && lines.get(end).is_some_and(|line| is_free(line) && is_other(&line.words())) {
            run.push(lines[end].words());
            end += 1;
        }
        let is_clear = match kind {
            Some(Kind::Boxed) => run.iter().any(|words| is_answer(words)),
            Some(Kind::Coded | Kind::Words) => true,
            None => false,
        };
        if is_clear && run.len() >= 2 {
            for (line, words) in lines[begin..end].iter_mut().zip(&run) {
                line.choices = match pairs(words) {
                    Some(found) => found.into_iter().map(|(code, say)| choice(&code.to_string(), &say)).collect(),
                    None => vec![choice("", words)],
                };
                line.pieces.iter_mut().filter(|piece| piece.is == Is::Words).for_each(|piece| piece.is = Is::Choices);
            }
        }
        begin = end.max(begin + 1);
    }
}

/// How an answer is known that has a line of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// By its box.
    Boxed,
    /// By its code.
    Coded,
    /// By its words.
    Words,
}

fn kind(line: &Line) -> Option<Kind> {
    let words = line.words();
    if !is_free(line) || !is_short(&words) || line.asks() || line.pieces.iter().any(|piece| !matches!(piece.is, Is::Mark | Is::Words)) {
        return None;
    }
    if pairs(&words).is_some_and(|found| found.len() == 1) {
        return Some(Kind::Coded);
    }
    let sign = line.pieces.iter().find(|piece| piece.is == Is::Mark).map(|piece| piece.text.trim());
    if sign.is_some_and(|sign| BOXES.contains(&sign)) {
        return Some(Kind::Boxed);
    }
    is_answer(&words).then_some(Kind::Words)
}

fn is_free(line: &Line) -> bool {
    line.cell.is_none() && line.choices.is_empty() && matches!(line.stands, Stands::Plain | Stands::Below | Stands::Item(..))
}

/// The same line where its answers are taken for words, because there is no question that they are the answers to.
pub(super) fn as_words(line: &Line) -> Line {
    with_choices_as(line, Is::Words)
}

/// The same line where its answers are told the interviewer.
pub(super) fn as_instruction(line: &Line) -> Line {
    with_choices_as(line, Is::Instruction(Why::NotClear))
}

fn with_choices_as(line: &Line, is: Is) -> Line {
    let mut line = Line { choices: Vec::new(), ..line.clone() };
    line.pieces.iter_mut().filter(|piece| piece.is == Is::Choices).for_each(|piece| piece.is = is);
    line
}
