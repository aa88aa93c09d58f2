//! Two texts word by word, and two lists of texts line by line: what stayed, what went and what came.
//!
//! White space is no difference: a paragraph that was folded at another column says the same. Texts longer than anybody reads aloud are
//! compared as a whole, so that no file costs more than it is worth.

use serde::Serialize;

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It stands in both.
    Same,
    /// It stood in the first only.
    Gone,
    /// It stands in the second only.
    New,
}

/// Some words with the same fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What became of them.
    pub is: Fate,
    /// The words, with the space before them.
    pub text: String,
}

/// The most pairs of words that are compared one by one: two paragraphs of two thousand words each.
const MOST: usize = 4_000_000;

/// How much of their words two texts must share to be one text that was reworded, in tenths.
const ALIKE: usize = 4;

/// `text` as one line with single spaces: what it says, whatever column it was folded at.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of both texts in order, those with the same fate together; what went stands before what came in its place. Written one after the
/// other, they are the texts in [`one_line`].
pub(crate) fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (before, after) = (one_line(before), one_line(after));
    let (before, after) = (words(&before), words(&after));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |is: Fate, word: &str| match pieces.last_mut() {
        Some(last) if last.is == is => last.text.push_str(word),
        _ => pieces.push(Piece { is, text: word.to_owned() }),
    };
    let (mut b, mut a) = (0, 0);
    for (at_b, at_a) in common(&before, &after).into_iter().chain([(before.len(), after.len())]) {
        before[b..at_b].iter().for_each(|word| add(Fate::Gone, word));
        after[a..at_a].iter().for_each(|word| add(Fate::New, word));
        if let Some(word) = before.get(at_b) {
            add(Fate::Same, word);
        }
        (b, a) = (at_b + 1, at_a + 1);
    }
    pieces
}

/// The words of `line` and the signs between them, each with the space before it.
fn words(line: &str) -> Vec<&str> {
    let is_of_a_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '_');
    let (mut words, mut from, mut last) = (Vec::new(), 0, ' ');
    for (at, c) in line.char_indices() {
        let goes_on = last == ' ' || is_of_a_word(last) == is_of_a_word(c);
        if at > from && (c == ' ' || !goes_on) {
            words.push(&line[from..at]);
            from = at;
        }
        last = c;
    }
    words.extend(line.get(from..).filter(|rest| !rest.is_empty()));
    words
}

/// A line of one list beside what it is in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pair {
    /// This one of the first is that one of the second, with the same words or others.
    Both(usize, usize),
    /// This one of the first is in the second no more.
    Gone(usize),
    /// This one of the second was not in the first.
    New(usize),
}

/// Which text of `before` became which of `after`: those with the same words first, and between them those that share many.
pub(crate) fn pairs(before: &[String], after: &[String]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut b, mut a) = (0, 0);
    for (at_b, at_a) in common(before, after).into_iter().chain([(before.len(), after.len())]) {
        while b < at_b {
            let like = (a..at_a).find(|n| are_alike(&before[b], &after[*n]));
            match like {
                Some(n) => {
                    pairs.extend((a..n).map(Pair::New));
                    pairs.push(Pair::Both(b, n));
                    a = n + 1;
                }
                None => pairs.push(Pair::Gone(b)),
            }
            b += 1;
        }
        pairs.extend((a..at_a).map(Pair::New));
        if at_b < before.len() {
            pairs.push(Pair::Both(at_b, at_a));
        }
        (b, a) = (at_b + 1, at_a + 1);
    }
    pairs
}

/// Whether two texts share so many words that one is the other, reworded.
fn are_alike(before: &str, after: &str) -> bool {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let longest = before.len().max(after.len());
    longest > 0 && common(&before, &after).len() * 10 >= longest * ALIKE
}

/// A longest row of what is the same in both, in order, as places in the first and in the second.
fn common<T: PartialEq>(before: &[T], after: &[T]) -> Vec<(usize, usize)> {
    let head = before.iter().zip(after).take_while(|(b, a)| b == a).count();
    let (rest_b, rest_a) = (&before[head..], &after[head..]);
    let tail = rest_b.iter().rev().zip(rest_a.iter().rev()).take_while(|(b, a)| b == a).count();
    let (mid_b, mid_a) = (&rest_b[..rest_b.len() - tail], &rest_a[..rest_a.len() - tail]);
    let mut found: Vec<(usize, usize)> = (0..head).map(|n| (n, n)).collect();
    found.extend(common_between(mid_b, mid_a).into_iter().map(|(b, a)| (head + b, head + a)));
    found.extend((0..tail).map(|n| (before.len() - tail + n, after.len() - tail + n)));
    found
}

/// The same, for what neither begins nor ends alike: the longest rows from every two places on, from the last backwards.
fn common_between<T: PartialEq>(before: &[T], after: &[T]) -> Vec<(usize, usize)> {
    let width = after.len() + 1;
    if before.len().saturating_mul(after.len()) > MOST {
        return Vec::new();
    }
    let mut longest = vec![0_u32; (before.len() + 1) * width];
    for b in (0..before.len()).rev() {
        for a in (0..after.len()).rev() {
            longest[b * width + a] = if before[b] == after[a] {
                longest[(b + 1) * width + a + 1] + 1
            } else {
                longest[(b + 1) * width + a].max(longest[b * width + a + 1])
            };
        }
    }
    let (mut b, mut a, mut found) = (0, 0, Vec::new());
    while b < before.len() && a < after.len() {
        if before[b] == after[a] {
            found.push((b, a));
            (b, a) = (b + 1, a + 1);
        } else if longest[(b + 1) * width + a] >= longest[b * width + a + 1] {
            b += 1;
        } else {
            a += 1;
        }
    }
    found
}

/// Which places of `order` stand out of order, where as many as can be stay where they are: what was moved.
pub(crate) fn out_of_order(order: &[usize]) -> Vec<usize> {
    // For each length the place where a rising row of that length ends lowest, and for each place the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), vec![None; order.len()]);
    for (place, value) in order.iter().enumerate() {
        let length = ends.partition_point(|end| order[*end] < *value);
        before[place] = length.checked_sub(1).map(|n| ends[n]);
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut stays = vec![false; order.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        stays[place] = true;
        at = before[place];
    }
    (0..order.len()).filter(|place| !stays[*place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(before: &str, after: &str) -> String {
        let pieces = pieces(before, after).into_iter().map(|piece| match piece.is {
            Fate::Same => piece.text,
            Fate::Gone => format!("-{}-", piece.text),
            Fate::New => format!("+{}+", piece.text),
        });
        pieces.collect()
    }

    #[test]
    fn words_that_differ_are_told_apart_from_those_that_stay() {
        assert_eq!(marked("What did you expect of it?", "What had you expected of it?"), "What- did-+ had+ you- expect-+ expected+ of it?");
        assert_eq!(marked("one\n  two", "one two"), "one two");
        assert_eq!(marked("May we record?", "May we record the sound?"), "May we record+ the sound+?");
        assert_eq!(marked("", "all new"), "+all new+");
        assert_eq!(marked("all gone", ""), "-all gone-");
        assert_eq!(marked("x a b c", "x c a b"), "x+ c+ a b- c-");
    }

    #[test]
    fn texts_that_nobody_reads_aloud_are_compared_as_a_whole() {
        let (before, after) = ("a ".repeat(4_000), "b a ".repeat(2_000));
        assert_eq!(pieces(&format!("x {before} y"), &format!("x {after} y")).len(), 4);
    }

    #[test]
    fn a_list_is_paired_by_its_words() {
        let list = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let before = list(&["Thank you for coming.", "We record the sound.", "Any questions?"]);
        let after = list(&["We are two today.", "Thank you for coming here.", "Any questions?", "Let us begin."]);
        assert_eq!(pairs(&before, &after), [Pair::New(0), Pair::Both(0, 1), Pair::Gone(1), Pair::Both(2, 2), Pair::New(3)]);
        assert_eq!(pairs(&[], &[]), []);
    }

    #[test]
    fn what_was_moved_is_the_fewest_that_can_have_been() {
        assert!(out_of_order(&[0, 1, 2]).is_empty());
        assert_eq!(out_of_order(&[3, 0, 1, 2]), [0]);
        assert_eq!(out_of_order(&[0, 2, 3, 1]), [3]);
        assert!(out_of_order(&[]).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn both_texts_can_be_read_out_of_the_pieces(before in "([abc?]{1,2} ?){0,12}", after in "([abc?]{1,2} ?){0,12}") {
            let pieces = pieces(&before, &after);
            let without = |fate: Fate| pieces.iter().filter(|p| p.is != fate).map(|p| p.text.as_str()).collect::<String>();
            proptest::prop_assert_eq!(without(Fate::New), one_line(&before));
            proptest::prop_assert_eq!(without(Fate::Gone), one_line(&after));
        }
    }
}
