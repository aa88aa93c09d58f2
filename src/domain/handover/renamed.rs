//! What is handed over, with the words of a study's own list in the place of others: in every field in which somebody could be named.

use crate::domain::guide::Id;
use crate::domain::handover::HandedOver;
use crate::domain::handover::Handover;
use crate::domain::handover::pseudonyms::Pseudonyms;

impl Handover {
    /// The same with words in the place of others, wherever they stand.
    #[must_use]
    pub fn with(mut self, pseudonyms: &Pseudonyms) -> Self {
        let put = |text: &mut String| *text = pseudonyms.put(text);
        put(&mut self.title);
        for code in &mut self.codes {
            [&mut code.code, &mut code.description, &mut code.when].into_iter().for_each(put);
        }
        for case in &mut self.cases {
            put(&mut case.code);
            for (name, value) in std::mem::take(&mut case.attributes) {
                let name = pseudonyms.put(&name);
                if case.attributes.insert(name.clone(), pseudonyms.put(&value)).is_some() {
                    self.merged = Some(name);
                }
            }
        }
        self.researchers.iter_mut().for_each(put);
        self.sessions.iter_mut().for_each(|one| one.put(pseudonyms));
        self
    }
}

impl HandedOver {
    fn put(&mut self, pseudonyms: &Pseudonyms) {
        let put = |text: &mut String| *text = pseudonyms.put(text);
        let put_id = |id: &mut Id| *id = Id::new(pseudonyms.put(id.as_str()));
        [&mut self.session, &mut self.id, &mut self.participant].into_iter().for_each(put);
        [&mut self.guide.id, &mut self.guide.version, &mut self.guide.title].into_iter().for_each(put);
        self.participants.iter_mut().for_each(put);
        self.people.iter_mut().for_each(|one| put(&mut one.code));
        for asked in &mut self.topics {
            put_id(&mut asked.question);
            [&mut asked.label, &mut asked.topic].into_iter().for_each(put);
        }
        for covered in &mut self.coverage {
            put_id(&mut covered.question);
            put(&mut covered.label);
            covered.choice.iter_mut().chain(&mut covered.reason).for_each(put);
        }
        for note in &mut self.notes {
            note.question.iter_mut().for_each(put_id);
            put(&mut note.text);
            note.tags.iter_mut().chain(&mut note.codes).chain(&mut note.people).for_each(put);
        }
        for said in &mut self.passages {
            [&mut said.name, &mut said.speaker, &mut said.words].into_iter().for_each(put);
        }
        self.page.iter_mut().for_each(|(_, text)| put(text));
    }
}
