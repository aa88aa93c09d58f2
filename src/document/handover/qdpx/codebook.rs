//! The codes of a project: those of the study, tags, kinds of notes, why nothing is to be heard, and the questions of its guides.
//!
//! No two are called the same, also not but for capitals: QualCoder loses what is coded with the second.

use crate::document::handover::guid::guid;
use crate::document::handover::signs;
use crate::domain::code::Code;
use crate::domain::code::name_of;
use crate::domain::handover::Handover;
use crate::domain::handover::NoSound;
use crate::domain::handover::Noted;
use crate::domain::handover::known;
use crate::domain::note::NoteKind;
use crate::xml::Element;

/// What something is coded with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A code of the study.
    Code(String),
    /// A tag.
    Tag(String),
    /// A kind of note.
    Kind(&'static str),
    /// A moment without words.
    Moment,
    /// Nothing is to be heard, for this reason.
    Gap(NoSound),
    /// A question, by its guide and its id.
    Question(String, String),
}

/// One of them.
struct Entry {
    key: Key,
    guid: String,
    name: String,
    about: String,
}

/// All of them, in the order in which they stand.
pub(super) struct Codebook(Vec<Entry>);

impl Codebook {
    /// Of all that is handed over.
    pub(super) fn of(all: &Handover) -> Self {
        let mut book = Self(Vec::new());
        for Code { code, description, when } in &all.codes {
            let about = [description, when].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("\n");
            book.add(Key::Code(code.clone()), code, about);
        }
        for note in all.sessions.iter().flat_map(|one| &one.notes) {
            for code in &note.codes {
                book.add(Key::Code(code.clone()), code, String::new());
            }
        }
        for tag in all.sessions.iter().flat_map(|one| &one.notes).flat_map(|note| &note.tags) {
            book.add(Key::Tag(tag.clone()), &format!("#{tag}"), String::new());
        }
        for kind in NoteKind::ALL {
            let is_there = |note: &Noted| note.kind == kind && !note.is_moment();
            if all.sessions.iter().flat_map(|one| &one.notes).any(is_there) {
                book.add(Key::Kind(kind.word()), &format!("{}{}", known::NOTE, kind.word()), String::new());
            }
        }
        book.add(Key::Moment, known::MOMENT, "A stamp without words.".to_owned());
        for gap in all.sessions.iter().flat_map(|one| &one.gaps) {
            book.add(Key::Gap(gap.why), &format!("{}{}", known::GAP, gap.why.word()), String::new());
        }
        for one in &all.sessions {
            for asked in &one.topics {
                let key = Key::Question(one.guide.id.clone(), asked.question.to_string());
                book.add(key, &format!("{} ({})", asked.label, asked.question), asked.topic.clone());
            }
        }
        book
    }

    fn add(&mut self, key: Key, name: &str, about: String) {
        if self.find(&key).is_some() {
            return;
        }
        let name = signs::in_a_line(name);
        let is_taken = |wanted: &str| self.0.iter().any(|one| one.name.to_lowercase() == wanted.to_lowercase());
        let name = if is_taken(&name) || name.is_empty() {
            (2..=u32::MAX).map(|n| format!("{name} ({n})")).find(|wanted| !is_taken(wanted)).unwrap_or(name)
        } else {
            name
        };
        let guid = guid(&known::code(key.within(), &name));
        self.0.push(Entry { key, guid, name, about });
    }

    /// A code is the same however its name is spaced and in whatever capitals.
    fn find(&self, key: &Key) -> Option<&Entry> {
        let same = |one: &str, other: &str| name_of(one).to_lowercase() == name_of(other).to_lowercase();
        self.0.iter().find(|one| match (&one.key, key) {
            (Key::Code(one), Key::Code(other)) | (Key::Tag(one), Key::Tag(other)) => same(one, other),
            (one, other) => one == other,
        })
    }

    /// The GUID of this one.
    pub(super) fn guid(&self, key: &Key) -> Option<String> {
        self.find(key).map(|one| one.guid.clone())
    }

    /// The element that holds them.
    pub(super) fn element(&self) -> Element {
        let mut codes = Element::new("Codes", &[]);
        for group in std::iter::once("").chain(known::GROUPS) {
            let within = self.0.iter().filter(|one| one.key.within() == group).map(Entry::element);
            let within: Vec<Element> = within.collect();
            if group.is_empty() {
                codes = codes.holding(within);
            } else if !within.is_empty() {
                // What only holds others is called as none of them is.
                let name =
                    if self.0.iter().any(|one| one.name.eq_ignore_ascii_case(group)) { format!("{group}:") } else { group.to_owned() };
                let guid = guid(&known::group(group));
                codes = codes.holding([Element::new("Code", &[("guid", &guid), ("name", &name), ("isCodable", "false")]).holding(within)]);
            }
        }
        codes
    }
}

impl Key {
    /// Under which other it stands; nothing for those of the study.
    const fn within(&self) -> &'static str {
        match self {
            Self::Code(_) => "",
            Self::Tag(_) => known::TAGS,
            Self::Kind(_) | Self::Moment | Self::Gap(_) => known::INTERVIEW,
            Self::Question(..) => known::QUESTIONS,
        }
    }
}

impl Entry {
    fn element(&self) -> Element {
        let element = Element::new("Code", &[("guid", &self.guid), ("name", &self.name), ("isCodable", "true")]);
        let about = signs::legal(&self.about);
        if about.trim().is_empty() { element } else { element.holding([Element::new("Description", &[]).saying(&about)]) }
    }
}
