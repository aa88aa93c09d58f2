//! A guide from its file: every problem at once, and as much of the guide as can be had in spite of them.
//!
//! [`read_guide`] reads the tree that `yaml.rs` makes, part by part, and then asks the guide itself ([`Guide::check`]) what does not
//! hold together. Both kinds of problems come out in the order of the file. Probes may stand at a question, or once under `probes:`
//! for several questions; in the guide that comes out, every question has its own. [`check_guide`] says besides what could be better
//! ([`Guide::remarks`]). It opens no file; any thread.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::guide::Audience;
use crate::domain::guide::Choice;
use crate::domain::guide::ConsentItem;
use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Topic;
use crate::domain::guide::When;
use crate::domain::guide::check::FilePlace;
use crate::domain::guide::check::FileStep;
use crate::domain::guide::remarks::Remark;
use crate::domain::nearest::nearest;
use crate::domain::study::attribute::Attribute;
use crate::store::form::Form;
use crate::store::form::Walk;
use crate::store::form::choices;
use crate::store::form::plain_text;
use crate::store::guide_keys::AUDIENCES;
use crate::store::guide_keys::CONSENT;
use crate::store::guide_keys::COVERS;
use crate::store::guide_keys::GUIDE;
use crate::store::guide_keys::PROBE;
use crate::store::guide_keys::QUESTION;
use crate::store::guide_keys::SHARED;
use crate::store::guide_keys::STANDINGS;
use crate::store::guide_keys::TOPIC;
use crate::store::guide_part;
use crate::store::guide_part::condition;
use crate::store::legible;
use crate::store::problem::Level;
use crate::store::problem::Problem;
use crate::store::problem::Problems;
use crate::store::reports::reports;
use crate::store::yaml;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// A guide as read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideFile {
    /// As much of the guide as could be read. Only a guide without problems is fit for an interview.
    pub guide: Option<Guide>,
    /// Everything wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads the guide in `bytes`; problems name the file as `name`.
pub fn read_guide(name: &str, bytes: &[u8]) -> GuideFile {
    read(name, bytes, |_| Vec::new(), &|_| None).0
}

/// The same, and a guide for which there is an `original` is compared with that one as its translation.
pub fn read_beside(name: &str, bytes: &[u8], original: Original<'_>) -> GuideFile {
    read(name, bytes, |_| Vec::new(), original).0
}

/// Reads the guide in `bytes`, and says besides what could be better about it.
pub fn check_guide(name: &str, bytes: &[u8]) -> (GuideFile, Vec<Problem>) {
    check_beside(name, bytes, &[], &|_| None)
}

/// The same in a study that has these attributes, beside its original, as [`read_beside`].
pub fn check_beside(name: &str, bytes: &[u8], study: &[Attribute], original: Original<'_>) -> (GuideFile, Vec<Problem>) {
    let look = |guide: &Guide| [guide.remarks(), guide.remarks_on_attributes(study)].concat();
    read(name, bytes, look, original)
}

/// Finds the guide that one is a translation of.
type Original<'o> = &'o dyn Fn(&Guide) -> Option<Guide>;

fn read(name: &str, bytes: &[u8], look: impl FnOnce(&Guide) -> Vec<Remark>, original: Original<'_>) -> (GuideFile, Vec<Problem>) {
    let text = match legible::yaml(name, bytes) {
        Ok(text) => text,
        Err(problems) => return (GuideFile { guide: None, problems }, Vec::new()),
    };
    let text = text.as_ref();
    let (mut problems, mut remarks) = (Problems::new(name, text), Problems::of(Level::Remark, name, text));
    let guide = yaml::tree(text, &mut problems).and_then(|tree| {
        let mut reader = Reader::new(&mut problems);
        let guide = reader.guide(&tree, original)?;
        for Remark { place, what, instead } in look(&guide) {
            remarks.add_once(reader.walk.at(&place), what, instead);
        }
        Some(guide)
    });
    (GuideFile { guide, problems: problems.into_sorted() }, remarks.into_sorted())
}

/// The longest plan for an interview or topic, in minutes: a day.
const LONGEST: u32 = 1440;

/// The most characters an id may have (see [`Id::is_well_formed`]).
const ID_LENGTH: usize = 40;

/// For how many names of no question the nearest id is looked for. Each search compares with every question; who misses more often has
/// another problem than spelling.
const GUESSES: usize = 20;

struct Reader<'p, 's> {
    walk: Walk<'p, 's>,
    /// Every id that was written or made so far, so that made ones never clash.
    ids: BTreeSet<Id>,
    /// Probes that need an id: the place of the question, the index of the probe, and where it stands.
    nameless: Vec<Nameless>,
    /// How many shared probes named a question that is not there.
    missed: usize,
}

/// A probe that still needs an id, as indices of topic, question and probe.
struct Nameless {
    topic: usize,
    question: usize,
    probe: usize,
    /// What its id ends in.
    ending: String,
}

impl<'p, 's> Reader<'p, 's> {
    fn new(problems: &'p mut Problems<'s>) -> Self {
        Self { walk: Walk::new(problems), ids: BTreeSet::new(), nameless: Vec::new(), missed: 0 }
    }

    fn guide(&mut self, tree: &Node, original: Original<'_>) -> Option<Guide> {
        let form = Form::open(&mut self.walk, tree, FilePlace::new(), &GUIDE)?;
        self.format(&form);
        let walk = &mut self.walk;
        let mut guide = Guide {
            id: Id::new(form.needed(walk, "id", message!("guide-write-id"))),
            title: form.needed(walk, "title", message!("guide-write-title")),
            version: form.needed(walk, "version", message!("guide-write-version-key")),
            translation_of: form.text(walk, "translation_of").map(Id::new),
            language: form.needed(walk, "language", message!("guide-write-language")),
            audience: form.choice(walk, "audience", &AUDIENCES).unwrap_or(Audience::Individual),
            rounds: guide_part::rounds(walk, &form),
            minutes: form.number(walk, "minutes", 1, LONGEST).unwrap_or_default(),
            aim: form.text(walk, "aim"),
            about: form.text(walk, "about"),
            participants: form.choice(walk, "participants", &STANDINGS),
            introduction: form.needed(walk, "introduction", message!("guide-write-introduction")),
            consent: Vec::new(),
            topics: Vec::new(),
            closing: form.needed(walk, "closing", message!("guide-write-closing")),
            distress: None,
            reports: Vec::new(),
            changes: Vec::new(),
        };
        need(walk, &form, "audience", message!("guide-write-audience"));
        need(walk, &form, "rounds", message!("guide-add-round"));
        need(walk, &form, "minutes", message!("guide-write-minutes"));
        need(walk, &form, "consent", message!("guide-list-consent"));
        need(walk, &form, "topics", message!("guide-list-topics"));
        guide_part::check_names(walk, &form, &guide);
        guide.consent = self.consent(&form);
        guide.topics = self.topics(&form);
        self.shared_probes(&form, &mut guide.topics);
        self.name_probes(&mut guide.topics);
        name_codes(&mut guide.topics);
        guide.distress = guide_part::distress(&mut self.walk, &form);
        guide.reports = reports(&mut self.walk, &form);
        guide.changes = guide_part::changes(&mut self.walk, &form);
        self.complaints(&guide, original(&guide).as_ref());
        Some(guide)
    }

    /// The number of the format, which is there so that guides of today open for ever.
    fn format(&mut self, form: &Form) {
        let hint = || message!("guide-write-format");
        let walk = &mut self.walk;
        need(walk, form, "format", hint());
        let Some(format) = form.text(walk, "format") else { return };
        if format.parse::<u32>().is_ok_and(|n| n > 1) {
            let what = say!("guide-format-new", format = &format);
            form.tell(walk, "format", what, say!("guide-format-use"));
        } else if format != "1" {
            form.tell(walk, "format", say!("form-cannot-be", key = "format", value = &format), spoken().say(hint()));
        }
    }

    fn consent(&mut self, form: &Form) -> Vec<ConsentItem> {
        let mut items = Vec::new();
        for node in form.list(&mut self.walk, "consent") {
            let place = vec![FileStep::Key("consent"), FileStep::Item(items.len())];
            let Some(item) = Form::open(&mut self.walk, node, place, &CONSENT) else {
                self.walk.hush(form.place_of("consent"));
                continue;
            };
            let id = self.id(&item);
            let walk = &mut self.walk;
            let covers = item.choice(walk, "covers", &COVERS);
            need(walk, &item, "covers", choices("", &COVERS));
            if covers.is_none() {
                // What it was meant to be about is not known, so nothing is missing elsewhere.
                walk.hush(form.place_of("consent"));
                walk.hush(item.place_of("covers"));
            }
            let say = item.needed(walk, "say", message!("guide-write-item"));
            let instruct = item.text(walk, "instruct");
            items.push(ConsentItem { id, covers: covers.unwrap_or(Covers::Other), say, instruct });
        }
        items
    }

    fn topics(&mut self, form: &Form) -> Vec<Topic> {
        let mut topics = Vec::new();
        let place = form.place_of("topics");
        for node in form.list(&mut self.walk, "topics") {
            let at = item(&place, topics.len());
            let Some(topic) = Form::open(&mut self.walk, node, at, &TOPIC) else {
                // Whatever a missing topic makes wrong elsewhere is no second problem.
                self.walk.hush(place.clone());
                self.walk.hush(form.place_of("minutes"));
                continue;
            };
            let id = self.id(&topic);
            let walk = &mut self.walk;
            let title = topic.needed(walk, "title", message!("guide-write-topic"));
            let minutes = topic.number(walk, "minutes", 0, LONGEST);
            need(walk, &topic, "minutes", message!("guide-write-topic-minutes"));
            if minutes.is_none() {
                walk.hush(form.place_of("minutes"));
            }
            let mut read = Topic {
                id,
                title,
                heading: topic.text(walk, "heading"),
                minutes: minutes.unwrap_or_default(),
                say: topic.text(walk, "say"),
                instruct: topic.text(walk, "instruct"),
                show: topic.text(walk, "show"),
                when: condition(walk, &topic),
                questions: Vec::new(),
            };
            read.questions = self.questions(&topic, topics.len());
            topics.push(read);
        }
        topics
    }

    fn questions(&mut self, topic: &Form, t: usize) -> Vec<Question> {
        let mut questions = Vec::new();
        let place = topic.place_of("questions");
        for node in topic.list(&mut self.walk, "questions") {
            let at = item(&place, questions.len());
            let Some(form) = Form::open(&mut self.walk, node, at, &QUESTION) else {
                self.walk.hush(topic.place.clone());
                continue;
            };
            let id = self.id(&form);
            let walk = &mut self.walk;
            let (ask, wording) = guide_part::words(walk, &form, message!("guide-write-question"));
            let mut question = Question {
                id,
                say: form.text(walk, "say"),
                ask,
                wording,
                short: form.text(walk, "short"),
                purpose: form.text(walk, "purpose"),
                instruct: form.text(walk, "instruct"),
                show: form.text(walk, "show"),
                choices: guide_part::choices(walk, &form),
                priority: guide_part::priority(walk, &form),
                source: guide_part::source(walk, &form),
                when: condition(walk, &form),
                probes: Vec::new(),
            };
            question.probes = self.probes(&form, &question.id, t, questions.len());
            questions.push(question);
        }
        if self.walk.hushed(&place) {
            self.walk.hush(topic.place.clone());
        }
        questions
    }

    fn probes(&mut self, question: &Form, own: &Id, t: usize, q: usize) -> Vec<Probe> {
        let mut probes = Vec::new();
        let place = question.place_of("probes");
        for (number, node) in (1..).zip(question.list(&mut self.walk, "probes")) {
            let at = item(&place, probes.len());
            self.walk.stands(at.clone(), node.at);
            let is_form = matches!(&node.value, Value::Map(pairs) if pairs.iter().any(|(k, _)| PROBE.keys.contains(&k.text.as_str())));
            let probe = if is_form {
                let Some(form) = Form::open(&mut self.walk, node, at, &PROBE) else { continue };
                let id = if form.has("id") { self.id(&form) } else { Id::new("") };
                let walk = &mut self.walk;
                let (ask, wording) = guide_part::words(walk, &form, message!("guide-write-probe"));
                if ask.is_empty() {
                    walk.hush(form.place.clone());
                }
                Probe { id, ask, wording, instruct: form.text(walk, "instruct"), when: guide_part::condition_in(walk, &form, own) }
            } else {
                let Some(ask) = plain_text(&mut self.walk, node) else { continue };
                Probe { ask, ..Probe::default() }
            };
            if probe.id.as_str().is_empty() {
                self.nameless.push(Nameless { topic: t, question: q, probe: probes.len(), ending: format!("p{number}") });
            }
            probes.push(probe);
        }
        probes
    }

    /// Gives every shared probe to the questions it is for.
    fn shared_probes(&mut self, form: &Form, topics: &mut [Topic]) {
        let list = form.place_of("probes");
        for (n, node) in form.list(&mut self.walk, "probes").iter().enumerate() {
            let Some(shared) = Form::open(&mut self.walk, node, item(&list, n), &SHARED) else { continue };
            let ask = shared.needed(&mut self.walk, "ask", message!("guide-write-probe"));
            let ending = match shared.text(&mut self.walk, "id") {
                Some(id) => self.usable(&shared, id),
                None => Id::from_words(&ask),
            };
            let named = self.questions_named(&shared, topics);
            for (t, q) in named {
                let Some(question) = topics.get_mut(t).and_then(|topic| topic.questions.get_mut(q)) else { continue };
                let probe = question.probes.len();
                let place = [
                    FileStep::Key("topics"),
                    FileStep::Item(t),
                    FileStep::Key("questions"),
                    FileStep::Item(q),
                    FileStep::Key("probes"),
                    FileStep::Item(probe),
                ];
                self.walk.stands(place.to_vec(), shared.at);
                question.probes.push(Probe { ask: ask.clone(), ..Probe::default() });
                self.nameless.push(Nameless { topic: t, question: q, probe, ending: ending.to_string() });
                if ask.is_empty() {
                    self.walk.hush([&place[..], &[FileStep::Key("ask")]].concat());
                }
            }
        }
    }

    /// The questions a shared probe is for, as indices of topic and question.
    fn questions_named(&mut self, shared: &Form, topics: &[Topic]) -> Vec<(usize, usize)> {
        let all = || {
            topics.iter().enumerate().flat_map(|(t, topic)| topic.questions.iter().enumerate().map(move |(q, question)| (t, q, question)))
        };
        // One word is enough for what belongs to every question.
        if shared.value(&mut self.walk, "for").is_some_and(|node| matches!(&node.value, Value::Text(word) if word.trim() == "all")) {
            return all().map(|(t, q, _)| (t, q)).collect();
        }
        let names = shared.list(&mut self.walk, "for");
        if names.is_empty() && !self.walk.hushed(&shared.place_of("for")) {
            self.walk.problems.add(shared.at, say!("guide-probe-lost"), say!("guide-probe-attach"));
        }
        let mut found = Vec::new();
        for node in names {
            let Some(name) = plain_text(&mut self.walk, node) else { continue };
            if let Some((t, q, _)) = all().find(|(_, _, question)| question.id.as_str() == name) {
                if found.contains(&(t, q)) {
                    self.walk.problems.add(node.at, say!("guide-probe-twice", question = &name), say!("guide-probe-once"));
                } else {
                    found.push((t, q));
                }
            } else {
                self.missed += 1;
                let near = all().map(|(_, _, question)| question.id.as_str());
                let near = if self.missed <= GUESSES { nearest(&name, near) } else { None };
                let hint = near.map_or_else(|| say!("guide-question-id"), |id| say!("did-you-mean", meant = id));
                self.walk.problems.add(node.at, say!("guide-probe-unknown", question = &name), hint);
            }
        }
        found
    }

    /// Gives an id to every probe that has none: the question's id and what follows it, kept to the length of an id.
    ///
    /// This waits until every written id is known, so that a made one gives way to it and not the other way round.
    fn name_probes(&mut self, topics: &mut [Topic]) {
        for Nameless { topic, question, probe, ending } in std::mem::take(&mut self.nameless) {
            let Some(question) = topics.get_mut(topic).and_then(|t| t.questions.get_mut(question)) else { continue };
            let id = free_id(&question.id, &ending, &self.ids);
            self.ids.insert(id.clone());
            if let Some(probe) = question.probes.get_mut(probe) {
                probe.id = id;
            }
        }
    }

    /// The id of a part, which has to be there.
    fn id(&mut self, form: &Form) -> Id {
        let id = form.needed(&mut self.walk, "id", message!("guide-write-part-id"));
        if id.is_empty() {
            // A stand-in keeps the parts without id from being taken for one another.
            let stand_in = Id::new(format!("line-{}-{}", form.at.line, form.at.column));
            self.ids.insert(stand_in.clone());
            return stand_in;
        }
        let id = Id::new(id);
        self.ids.insert(id.clone());
        id
    }

    /// The id written at a shared probe; if it is not usable, one made from it.
    fn usable(&mut self, form: &Form, id: String) -> Id {
        let made = Id::from_words(&id);
        let id = Id::new(id);
        if id.is_well_formed() {
            return id;
        }
        let hint = say!("guide-id-write", id = made.as_str());
        form.tell(&mut self.walk, "id", say!("guide-id-unusable", id = id.as_str()), hint);
        made
    }

    /// What the guide itself has to complain about, where no problem was told before.
    fn complaints(&mut self, guide: &Guide, original: Option<&Guide>) {
        let of_translation = original.map(|original| guide.check_translation(original)).unwrap_or_default();
        for complaint in guide.check().into_iter().chain(of_translation) {
            if !self.walk.hushed(&complaint.place) {
                let (at, other) = (self.walk.at(&complaint.place), complaint.other.map(|place| self.walk.at(&place)));
                self.walk.problems.add_with(at, complaint.what, complaint.hint, other);
            }
        }
    }
}

/// Lets what conditions call by the words of an answer be called by its code.
fn name_codes(topics: &mut [Topic]) {
    let closed = topics.iter().flat_map(|topic| &topic.questions).filter(|question| !question.choices.is_empty());
    let closed: BTreeMap<Id, Vec<Choice>> = closed.map(|question| (question.id.clone(), question.choices.clone())).collect();
    let name = |when: &mut When| {
        let Some(after) = &mut when.after else { return };
        let Some(choices) = closed.get(&after.question) else { return };
        for code in after.chose.iter_mut().filter(|code| choices.iter().all(|choice| choice.code != **code)) {
            let meant = choices.iter().find(|choice| choice.say.trim().to_lowercase() == code.to_lowercase());
            if let Some(choice) = meant {
                code.clone_from(&choice.code);
            }
        }
    };
    for topic in topics {
        name(&mut topic.when);
        for question in &mut topic.questions {
            name(&mut question.when);
            question.probes.iter_mut().for_each(|probe| name(&mut probe.when));
        }
    }
}

/// The place of item `n` of the list at `place`.
fn item(place: &[FileStep], n: usize) -> FilePlace {
    [place, &[FileStep::Item(n)]].concat()
}

/// Tells that `key` is missing or empty, where it is and nothing was told of it.
fn need(walk: &mut Walk, form: &Form, key: &'static str, hint: Message) {
    if form.value(walk, key).is_none() {
        form.miss(walk, key, hint);
    }
}

/// An id of at most 40 characters that begins like `question`, ends like `ending`, and is not `taken`.
fn free_id(question: &Id, ending: &str, taken: &BTreeSet<Id>) -> Id {
    // Made anew where the question's id is not usable, so that one bad id is one problem.
    let base = if question.is_well_formed() { question.clone() } else { Id::from_words(question.as_str()) };
    let ending = if ending.is_empty() { "probe" } else { ending };
    let id = |ending: &str| {
        // The ending gets the room that the question's id leaves, and at least half.
        let room = (ID_LENGTH - 1).saturating_sub(base.as_str().len()).max(ID_LENGTH / 2 - 1);
        let ending = cut(ending, room);
        let base = cut(base.as_str(), ID_LENGTH - 1 - ending.len());
        Id::new(if base.is_empty() { ending.to_owned() } else { format!("{base}-{ending}") })
    };
    let first = id(ending);
    if !taken.contains(&first) {
        return first;
    }
    let short = cut(ending, ID_LENGTH / 2 - 8);
    // Nobody asks one probe a hundred times; where somebody does, the guide's own check tells the ids that clash.
    (2..100).map(|n| id(&format!("{short}-{n}"))).find(|id| !taken.contains(id)).unwrap_or(first)
}

/// The first `most` characters of an id, without a hyphen at the end.
fn cut(id: &str, most: usize) -> &str {
    id.get(..most).unwrap_or(id).trim_end_matches('-')
}
