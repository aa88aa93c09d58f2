//! Whose words went over into what: of statements and of notes that are joined and split, each in the order in which it was done.
//!
//! Who takes words back takes them back wherever they went since ([`Lineage::heirs`]), and only there: what had gone elsewhere before is not
//! what they read.

use std::collections::BTreeSet;

use crate::domain::stands::Stands;

/// From where to where words went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lineage<T> {
    /// What was taken back keeps its place, because places are counted.
    went: Vec<(T, T, Stands)>,
}

impl<T> Default for Lineage<T> {
    fn default() -> Self {
        Self { went: Vec::new() }
    }
}

impl<T: Copy + Ord> Lineage<T> {
    /// Words of `from` are in `into` from now on.
    pub(crate) fn goes(&mut self, from: T, into: T) {
        self.went.push((from, into, Stands::Stands));
    }

    /// They are not after all.
    pub(crate) fn comes_back(&mut self, from: T, into: T) {
        if let Some(last) = self.went.iter_mut().rfind(|(one, other, stands)| (*one, *other) == (from, into) && stands.holds()) {
            last.2 = Stands::TakenBack;
        }
    }

    /// How far it has come.
    pub(crate) fn now(&self) -> usize {
        self.went.len()
    }

    /// All that holds words which were in `of` at that time; it is among them.
    pub(crate) fn heirs(&self, of: T, since: usize) -> BTreeSet<T> {
        let mut heirs = BTreeSet::from([of]);
        for (from, into, _) in self.went.iter().skip(since).filter(|(.., stands)| stands.holds()) {
            if heirs.contains(from) {
                heirs.insert(*into);
            }
        }
        heirs
    }

    /// All of which words were in `of` if any of what brought them is taken back by `now`, of which this is an earlier state.
    pub(crate) fn brought(&self, of: T, now: &Self) -> BTreeSet<T> {
        let mut all = self.ancestors(of);
        let is_over = |((_, into, then), (.., now)): (&(T, T, Stands), &(T, T, Stands))| {
            then.holds() && !now.holds() && (*into == of || all.contains(into))
        };
        if !self.went.iter().zip(&now.went).any(is_over) {
            all.clear();
        }
        all
    }

    fn ancestors(&self, of: T) -> BTreeSet<T> {
        let mut ancestors = BTreeSet::new();
        for (from, into, _) in self.went.iter().rev().filter(|(.., stands)| stands.holds()) {
            if *into == of || ancestors.contains(into) {
                ancestors.insert(*from);
            }
        }
        ancestors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_where_they_went_since_and_not_where_they_had_gone_before() {
        let mut all = Lineage::default();
        all.goes(1, 2);
        let since = all.now();
        all.goes(2, 3);
        all.goes(1, 4);
        all.goes(3, 5);
        all.goes(6, 1);
        assert_eq!(all.heirs(1, 0), [1, 2, 3, 4, 5].into());
        assert_eq!(all.heirs(1, since), [1, 4].into(), "2 had its words before");
        assert_eq!(all.heirs(2, since), [2, 3, 5].into());
        assert_eq!((all.ancestors(5), all.ancestors(1)), ([1, 2, 3].into(), [6].into()), "6 came to 1 when its words were elsewhere");
        let before = all.clone();
        assert!(before.brought(5, &all).is_empty());
        all.comes_back(2, 3);
        assert_eq!((before.brought(5, &all), before.brought(4, &all)), ([1, 2, 3].into(), [].into()));
        assert_eq!((all.heirs(2, since), all.now()), ([2].into(), 5), "and places are what they were");
    }
}
