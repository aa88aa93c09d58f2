//! Reading a mapping as a form with known fields, tolerantly.
//!
//! A [`Form`] is one mapping of a file, read against the keys it may have. Everything that does not fit is told to the [`Walk`], and
//! reading goes on with what can be meant: a misspelt key is read as its nearest neighbour, so that one slip is one problem and what
//! stands under it is checked as well. The walk remembers where each part stands, for complaints that come later, and which parts
//! were complained about, so that nothing is told twice. No IO; any thread.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::guide::check::FilePlace;
use crate::domain::guide::check::FileStep;
use crate::domain::nearest::nearest;
use crate::domain::time;
use crate::store::problem::At;
use crate::store::problem::Problems;
use crate::store::repair::quoted_item;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::store::yaml::YamlKey;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// What is remembered on the way through a file.
pub(crate) struct Walk<'p, 's> {
    pub(crate) problems: &'p mut Problems<'s>,
    places: BTreeMap<FilePlace, At>,
    told: BTreeSet<FilePlace>,
}

impl<'p, 's> Walk<'p, 's> {
    pub(crate) fn new(problems: &'p mut Problems<'s>) -> Self {
        Self { problems, places: BTreeMap::new(), told: BTreeSet::new() }
    }

    /// Remembers where a part stands.
    pub(crate) fn stands(&mut self, place: FilePlace, at: At) {
        self.places.insert(place, at);
    }

    /// Remembers that a part has been complained about.
    pub(crate) fn hush(&mut self, place: FilePlace) {
        self.told.insert(place);
    }

    /// Whether a part has been complained about.
    pub(crate) fn hushed(&self, place: &[FileStep]) -> bool {
        self.told.contains(place)
    }

    /// Where a part stands, or else the nearest part around it that stands anywhere.
    pub(crate) fn at(&self, place: &[FileStep]) -> At {
        let around = (0..=place.len()).rev().find_map(|n| self.places.get(place.get(..n)?));
        around.copied().unwrap_or(At { line: 1, column: 1 })
    }
}

/// What kind of part a form is.
pub(crate) struct FormKind {
    /// What the languages know it as.
    pub(crate) name: &'static str,
    /// The keys it may have.
    pub(crate) keys: &'static [&'static str],
}

/// One mapping of a file.
pub(crate) struct Form<'n> {
    pub(crate) at: At,
    pub(crate) place: FilePlace,
    kind: &'static FormKind,
    fields: BTreeMap<&'static str, (&'n YamlKey, &'n Node)>,
}

impl<'n> Form<'n> {
    /// `node` as a form of this kind; nothing, and a problem, if it is something else.
    pub(crate) fn open(walk: &mut Walk, node: &'n Node, place: FilePlace, kind: &'static FormKind) -> Option<Self> {
        walk.stands(place.clone(), node.at);
        let pairs = match &node.value {
            Value::Map(pairs) => pairs,
            Value::Told => return None,
            other => {
                walk.problems.add(
                    node.at,
                    say!("form-expected", form = message!("form-a", form = kind.name), found = name(other)),
                    say!("form-shape", form = kind.name),
                );
                return None;
            }
        };
        let mut form = Self { at: node.at, place, kind, fields: BTreeMap::new() };
        let mut strange = Vec::new();
        for (key, value) in pairs {
            match kind.keys.iter().find(|known| **known == key.text) {
                Some(known) => _ = form.fields.insert(known, (key, value)),
                None => strange.push((key, value)),
            }
        }
        for (key, value) in strange {
            form.tell_strange(walk, key, value);
        }
        Some(form)
    }

    /// Tells a key that is not known, and reads it as the one that was meant if that one is not there.
    fn tell_strange(&mut self, walk: &mut Walk, key: &'n YamlKey, value: &'n Node) {
        let what = say!("form-unknown", key = &key.text, form = message!("form-a", form = self.kind.name));
        let Some(meant) = nearest(&key.text, self.kind.keys.iter().copied()) else {
            let known: Vec<String> = self.kind.keys.iter().map(|k| format!("`{k}`")).collect();
            walk.problems.add(key.at, what, say!("form-may-have", keys = known.join(", ")));
            return;
        };
        walk.problems.add(key.at, what, say!("did-you-mean", meant = meant));
        if let Some(known) = self.kind.keys.iter().find(|known| **known == meant) {
            self.fields.entry(known).or_insert((key, value));
        }
    }

    /// The place of the value of a key.
    pub(crate) fn place_of(&self, key: &'static str) -> FilePlace {
        let mut place = self.place.clone();
        place.push(FileStep::Key(key));
        place
    }

    /// Whether the key stands in the form, with or without a value.
    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.fields.contains_key(key)
    }

    /// Where the value of a key stands; where the form does if there is none.
    pub(crate) fn at_of(&self, key: &'static str) -> At {
        self.fields.get(key).map_or(self.at, |(_, node)| node.at)
    }

    /// Tells that the value of `key` is wrong, and hushes later complaints about it.
    pub(crate) fn tell(&self, walk: &mut Walk, key: &'static str, what: impl AsRef<str>, hint: impl AsRef<str>) {
        walk.problems.add(self.at_of(key), what, hint);
        walk.hush(self.place_of(key));
    }

    /// The value of a key that may be missing or empty.
    pub(crate) fn value(&self, walk: &mut Walk, key: &'static str) -> Option<&'n Node> {
        let (_, node) = self.fields.get(key)?;
        walk.stands(self.place_of(key), node.at);
        (!matches!(node.value, Value::Empty)).then_some(*node)
    }

    /// Tells that a key which has to be there is not, or has no value.
    pub(crate) fn miss(&self, walk: &mut Walk, key: &'static str, hint: Message) {
        let hint = spoken().say(hint);
        match self.fields.get(key) {
            Some((key_node, _)) => walk.problems.add(key_node.at, say!("form-no-value", key = key), hint),
            None => walk.problems.add(self.at, say!("form-lacks", form = message!("form-this", form = self.kind.name), key = key), hint),
        }
        walk.hush(self.place_of(key));
    }

    /// A text that may be missing.
    pub(crate) fn text(&self, walk: &mut Walk, key: &'static str) -> Option<String> {
        let node = self.value(walk, key)?;
        let text = plain_text(walk, node);
        if text.is_none() {
            walk.hush(self.place_of(key));
        }
        text.filter(|text| !text.is_empty())
    }

    /// A text that has to be there; empty where it is not, and then told.
    pub(crate) fn needed(&self, walk: &mut Walk, key: &'static str, hint: Message) -> String {
        let text = self.text(walk, key);
        if text.is_none() && !walk.hushed(&self.place_of(key)) {
            self.miss(walk, key, hint);
        }
        text.unwrap_or_default()
    }

    /// One of a few words, as what it stands for.
    pub(crate) fn choice<T: Copy>(&self, walk: &mut Walk, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        if let Some(Node { value: Value::List(_), .. }) = self.value(walk, key) {
            self.tell(walk, key, say!("form-one-word", key = key), spoken().say(choices("", words)));
            return None;
        }
        let word = self.text(walk, key)?;
        let chosen = pick(&word, words);
        if chosen.is_none() {
            self.tell(walk, key, say!("form-cannot-be", key = key, value = &word), spoken().say(choices(&word, words)));
        }
        chosen
    }

    /// A whole number within bounds.
    pub(crate) fn number(&self, walk: &mut Walk, key: &'static str, least: u32, most: u32) -> Option<u32> {
        let text = self.text(walk, key)?;
        let number = text.parse().ok().filter(|n| (least..=most).contains(n));
        if number.is_none() {
            let hint = say!("form-number", least = least.to_string(), most = most.to_string());
            self.tell(walk, key, say!("form-cannot-be", key = key, value = &text), hint);
        }
        number
    }

    /// The items of a list; none where it is missing, empty or no list.
    pub(crate) fn list(&self, walk: &mut Walk, key: &'static str) -> &'n [Node] {
        match self.value(walk, key).map(|node| (node, &node.value)) {
            Some((_, Value::List(items))) => items,
            Some((_, Value::Told)) => {
                walk.hush(self.place_of(key));
                &[]
            }
            Some((_, other)) => {
                let what = say!("form-no-list", key = key, found = name(other));
                self.tell(walk, key, what, say!("form-list"));
                &[]
            }
            None => &[],
        }
    }

    /// The texts of a list of texts.
    pub(crate) fn texts(&self, walk: &mut Walk, key: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        for node in self.list(walk, key) {
            let Some(text) = plain_text(walk, node) else { continue };
            walk.stands([self.place_of(key).as_slice(), &[FileStep::Item(texts.len())]].concat(), node.at);
            texts.push(text);
        }
        texts
    }
}

/// What `word` stands for, if it is one of `words`.
pub(crate) fn pick<T: Copy>(word: &str, words: &[(&'static str, T)]) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// What may be written in place of `word`.
pub(crate) fn choices<T>(word: &str, words: &[(&'static str, T)]) -> Message {
    if let Some(meant) = nearest(word, words.iter().map(|(known, _)| *known)) {
        return message!("did-you-mean", meant = meant);
    }
    let known: Vec<String> = words.iter().map(|(known, _)| format!("`{known}`")).collect();
    message!("form-one-of", words = known.join(", "))
}

/// The text of `node`; nothing, and a problem, if it is none. An empty item is a problem too.
pub(crate) fn plain_text(walk: &mut Walk, node: &Node) -> Option<String> {
    let (what, hint) = match &node.value {
        Value::Text(text) => return Some(text.trim().to_owned()),
        Value::Told => return None,
        Value::Empty => (say!("form-empty-item"), say!("form-fill-item")),
        Value::Map(pairs) if pairs.len() == 1 => {
            let key = pairs.first().map_or("", |(key, _)| key.text.as_str());
            let what = say!("form-colon", key = key);
            let line = walk.problems.line(node.at).and_then(quoted_item);
            (what, line.map_or_else(|| say!("form-quote-all"), |line| say!("repair-write", line = line.trim())))
        }
        Value::List(_) => (say!("form-text-list"), say!("form-quote-bracket")),
        Value::Map(_) => (say!("form-text-keys"), say!("form-words")),
    };
    walk.problems.add(node.at, what, hint);
    None
}

/// What `value` is, in words.
pub(crate) fn name(value: &Value) -> Message {
    let kind = match value {
        Value::Text(_) => "text",
        Value::Empty => "nothing",
        Value::List(_) => "list",
        Value::Map(_) => "keys",
        Value::Told => "other",
    };
    message!("form-found", kind = kind)
}

/// Whether `text` is a day written as yyyy-mm-dd.
pub(crate) fn is_date(text: &str) -> bool {
    time::day(text).is_some()
}
