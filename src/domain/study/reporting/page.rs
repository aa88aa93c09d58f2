//! The report as a document: at its head what it is about and what it was made with, then each item with what is asked, what is answered and
//! from which record, and at its end how many items stand how.

use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Foot;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Text;
use crate::domain::study::reporting::Answered;
use crate::domain::study::reporting::RecordSays;
use crate::domain::study::reporting::Report;
use crate::domain::study::reporting::State;
use crate::domain::study::reporting::checklist::Source;
use crate::words::Words;
use crate::words::say;

impl Report {
    /// It as a document, in the language `words`, which is the one that is spoken.
    pub fn document(&self, words: Words) -> Document {
        let (tag, study) = (words.tag(), self.study());
        let title = say!("reporting-title", checklist = &self.checklist.title, study = &study);
        let mut blocks = vec![Block::Heading(Level::Title, Text::new(&title))];
        blocks.extend(self.head(&study));
        let mut part = "";
        for one in &self.items {
            let its = one.item.part.said(tag);
            if !its.trim().is_empty() && its != part {
                blocks.push(Block::Heading(Level::Section, Text::new(its)));
                part = its;
            }
            blocks.extend(self.item(one, tag));
        }
        blocks.extend(self.tail());
        let foot = Foot {
            whose: Text::new(&say!("reporting-foot", checklist = &self.checklist.title, study = &study, on = &self.on)),
            page: Text::new(&say!("letter-page")),
            of: Text::new(&say!("letter-page-of")),
        };
        Document { language: tag, title: Text::new(&title), foot, blocks }
    }

    fn study(&self) -> String {
        if self.study.trim().is_empty() { say!("figures-no-title") } else { self.study.clone() }
    }

    fn head(&self, study: &str) -> Vec<Block> {
        let list = [
            say!("reporting-study", study = study),
            say!("reporting-on", on = &self.on),
            say!("reporting-with", version = &self.version),
            say!("reporting-checklist", title = &self.checklist.title, citation = &self.checklist.citation),
        ];
        let counted = self.counted.iter().map(|sentence| paragraph(sentence));
        let how = paragraph(&say!("reporting-how"));
        std::iter::once(Block::List(list.iter().map(|line| Text::new(line)).collect())).chain(counted).chain([how]).collect()
    }

    fn item(&self, one: &Answered, tag: &str) -> Vec<Block> {
        let heading = say!("reporting-item", item = &one.item.item, asks = one.item.asks.said(tag));
        let mut blocks = vec![Block::Heading(Level::Topic, Text::new(&heading))];
        blocks.extend(one.said.iter().flat_map(said));
        if let Some(own) = &one.own {
            blocks.push(paragraph(&say!("reporting-own")));
            blocks.extend(own.split("\n\n").map(Text::new).filter(|text| !text.is_empty()).map(Block::Quote));
        }
        let next = one.item.next.as_ref().map(|next| next.said(tag)).filter(|next| !next.trim().is_empty());
        for source in &one.silent {
            let next = next.map_or_else(|| say!("reporting-next", source = source.word()), str::to_owned);
            blocks.push(paragraph(&say!("reporting-not-recorded", what = named(*source), next = next)));
        }
        if one.wants_you() {
            let (list, item) = (&self.checklist.name, &one.item.item);
            blocks.push(paragraph(&match one.state() {
                State::Filled => say!("reporting-yours-too", list = list, item = item),
                State::Yours | State::NotRecorded => say!("reporting-yours", list = list, item = item),
            }));
            if one.item.from.is_empty() {
                blocks.extend(next.map(paragraph));
            }
        }
        blocks
    }

    fn tail(&self) -> [Block; 2] {
        let counts = self.counts();
        let (filled, more, yours, none) = (counts.filled, counts.want_more, counts.yours, counts.not_recorded);
        let counted = say!("reporting-counts", count = self.items.len(), filled = filled, more = more, yours = yours, none = none);
        [Block::Heading(Level::Section, Text::new(&say!("reporting-end"))), paragraph(&counted)]
    }
}

/// What a record says, and below it which record that is.
fn said(said: &RecordSays) -> [Block; 2] {
    let words = match said.words.as_slice() {
        [only] => paragraph(only),
        all => Block::List(all.iter().map(|sentence| Text::new(sentence)).collect()),
    };
    [words, paragraph(&say!("reporting-from", record = say!("reporting-record", source = said.record)))]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(Text::new(words))
}

/// What a record is about, in words.
fn named(source: Source) -> String {
    say!("reporting-source", source = source.word())
}
