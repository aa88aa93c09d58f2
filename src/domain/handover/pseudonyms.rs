//! Words that stand in the place of others in what is handed over: what a study's own list says, as it is typed.
//!
//! A line each, `what stands there = what is to stand there`; empty lines and lines that begin with `#` say nothing. Whole words are replaced,
//! whatever their case, the longest first and each place once, so that no replacement is replaced again. Between the words of a name there may
//! be any room, the end of a line among it. The list itself is never handed over.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::domain::folding::composed;
use crate::domain::folding::is_of_a_word;
use crate::words::say;

/// Words, each with what stands in its place; in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pseudonyms(BTreeMap<String, String>);

/// A line that is none, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", say!("export-pseudonyms-line", line = *.0))]
pub struct NoPair(pub usize);

impl Pseudonyms {
    /// As they are typed.
    pub fn read(text: &str) -> Result<Self, NoPair> {
        let mut all = BTreeMap::new();
        for (n, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, instead) = line.split_once('=').map(|(word, instead)| (word.trim(), instead.trim())).ok_or(NoPair(n))?;
            if word.is_empty() || instead.is_empty() {
                return Err(NoPair(n));
            }
            let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
            all.insert(composed(&word.to_lowercase()), instead.to_owned());
        }
        Ok(Self(all))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// `text` with what stands in the place of its words.
    pub fn put(&self, text: &str) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let text = composed(text);
        let mut put = String::with_capacity(text.len());
        let (mut rest, mut before) = (text.as_str(), None);
        while let Some(sign) = rest.chars().next() {
            let found = if is_within(before) { None } else { self.longest(rest) };
            let taken = match found {
                Some((taken, instead)) => {
                    put.push_str(instead);
                    taken
                }
                None => {
                    put.push(sign);
                    sign.len_utf8()
                }
            };
            before = rest[..taken].chars().next_back();
            rest = &rest[taken..];
        }
        put
    }

    /// The longest word with which `rest` begins and that ends there: how many bytes it takes, and what stands in its place.
    fn longest(&self, rest: &str) -> Option<(usize, &str)> {
        let begins = |word: &str| {
            let mut wanted = word.chars();
            let mut taken = 0;
            let mut signs = rest.chars().peekable();
            while let Some(sign) = signs.next() {
                let mut small = sign.to_lowercase();
                if wanted.as_str().is_empty() {
                    break;
                }
                if sign.is_whitespace() && wanted.as_str().starts_with(' ') {
                    taken += sign.len_utf8();
                    // All the room there is stands for the one between two words.
                    if !signs.peek().is_some_and(|next| next.is_whitespace()) {
                        wanted.next();
                    }
                    continue;
                }
                if !small.all(|c| wanted.next() == Some(c)) {
                    return None;
                }
                taken += sign.len_utf8();
            }
            let ends = !is_within(rest[taken..].chars().next()) || !is_within(word.chars().next_back());
            (wanted.as_str().is_empty() && ends).then_some(taken)
        };
        let found = self.0.iter().filter_map(|(word, instead)| begins(word).map(|taken| (taken, instead.as_str())));
        found.max_by_key(|(taken, _)| *taken)
    }
}

fn is_within(sign: Option<char>) -> bool {
    sign.is_some_and(is_of_a_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_replaced_once_whatever_their_case() {
        let list = Pseudonyms::read("# ours\n\nAnna = Marie\nAnna de Vries=M\nP07 = P31\nMarie = Lot\nÉlan = X\n").unwrap();
        assert_eq!(list.count(), 5);
        for (text, wanted) in [
            ("anna said so, ANNA.", "Marie said so, Marie."),
            ("Annabel and Joanna", "Annabel and Joanna"),
            ("Anna de Vries, Marie", "M, Lot"),
            ("2026-11-22-P07-first", "2026-11-22-P31-first"),
            ("P070 P07", "P070 P31"),
            ("Anna\nde  Vries, anna de\u{a0}\tvries.", "M, M."),
            ("Anna  de Boer", "Marie  de Boer"),
            ("éLAN 👍", "X 👍"),
            // As a Mac writes it, and a word that goes on with an accent that stands alone.
            ("e\u{301}lan", "X"),
            ("anna\u{323}", "ann\u{1ea1}"),
            ("", ""),
        ] {
            assert_eq!(list.put(text), wanted);
        }
        assert_eq!(Pseudonyms::read("a = b\n\nno pair"), Err(NoPair(3)));
        assert_eq!(Pseudonyms::read("= b"), Err(NoPair(1)));
    }
}
