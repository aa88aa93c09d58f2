//! The word that was meant: of the words that are known, the one that differs from what was written by a slip of the hand.

/// The one of `known` that `word` was most likely meant to be; none where nothing is near.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // Nobody mistypes a word of more than 40 characters beyond recognition and wants it guessed; and the search stays short.
    const LONGEST: usize = 40;
    let word: Vec<char> = word.to_lowercase().chars().take(LONGEST + 1).collect();
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    // One slip in a short word, two in a middling one, three in a long one.
    let slips = match word.len() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    let near = known.into_iter().filter_map(|k| distance(&word, k, slips).map(|d| (d, k)));
    near.min_by_key(|(d, _)| *d).map(|(_, k)| k)
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbour to make `word` into `known`, if at most `limit`.
fn distance(word: &[char], known: &str, limit: usize) -> Option<usize> {
    let known: Vec<char> = known.to_lowercase().chars().collect();
    if known.len().abs_diff(word.len()) > limit {
        return None;
    }
    let mut older: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=known.len()).collect();
    for (w, letter) in word.iter().enumerate() {
        let mut row = vec![w + 1];
        for (k, other) in known.iter().enumerate() {
            let replaced = above[k] + usize::from(letter != other);
            let mut least = replaced.min(above[k + 1] + 1).min(row[k] + 1);
            if w > 0 && k > 0 && *letter == known[k - 1] && word[w - 1] == *other {
                least = least.min(older[k - 1] + 1);
            }
            row.push(least);
        }
        older = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|d| *d <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_and_far_ones_are_not() {
        let known = ["minutes", "title", "topics", "ask", "say", "id"];
        assert_eq!(nearest("minuts", known), Some("minutes"));
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("Topics", known), Some("topics"));
        assert_eq!(nearest("aks", known), Some("ask"));
        assert_eq!(nearest("interviewer", known), None);
        assert_eq!(nearest("", known), None);
    }
}
