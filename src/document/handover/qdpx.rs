//! A REFI-QDA project (QDA-XML 1.0, MIT; `refi-qda-project-1.0.xsd`), for MAXQDA, NVivo, ATLAS.ti and QualCoder.
//!
//! What goes where is chosen so that it is valid and that what real readers stumble over is not in it: a project has an origin; every source,
//! transcript, note and selection a date and a name; sound is named with its ending and once; a transcript lies in a file of its own and begins
//! at 0; a selection of sound has a coding, because QualCoder drops one without; no two codes are called the same; a variable is one of cases or
//! one of sources and never both; GUIDs and the names of files are in capitals. A path of this computer stands nowhere. What is said of a stretch
//! stands in the description of its selection and in a note, because some programs read the one and some the other.

mod codebook;
mod variables;

use crate::document::handover::guid::guid;
use crate::document::handover::jsonl::utc;
use crate::document::handover::part::LARGEST_IN_QDPX;
use crate::document::handover::part::Part;
use crate::document::handover::part::said;
use crate::document::handover::part::sound;
use crate::document::handover::part::title;
use crate::document::handover::qdpx::codebook::Codebook;
use crate::document::handover::qdpx::codebook::Key;
use crate::document::handover::qdpx::variables::Variables;
use crate::document::handover::signs;
use crate::document::package::Content;
use crate::document::package::Package;
use crate::domain::handover::Asked;
use crate::domain::handover::Case;
use crate::domain::handover::HandedOver;
use crate::domain::handover::Handover;
use crate::domain::handover::Noted;
use crate::domain::handover::known;
use crate::domain::transcriber::Role;
use crate::xml;
use crate::xml::Element;

const NAMESPACE: &str = "urn:QDA-XML:project:1.0";

/// What is being put together.
struct Project<'h> {
    all: &'h Handover,
    codes: Codebook,
    variables: Variables,
    /// The GUID of who is said to have put it together.
    user: String,
    sources: Vec<Element>,
    notes: Vec<Element>,
    /// Each source: its GUID, and the place of its session.
    of: Vec<(String, usize)>,
    files: Vec<(String, Content)>,
}

/// The project, with its sound and texts; nothing where it cannot be written.
pub(super) fn package(all: &Handover) -> Option<Package> {
    let user = guid(&format!("user/{}", interviewers(all).first().map_or("hearback", String::as_str)));
    let (codes, variables) = (Codebook::of(all), Variables::of(all));
    let (sources, notes, of, files) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut project = Project { all, codes, variables, user, sources, notes, of, files };
    for (n, material) in all.sessions.iter().enumerate() {
        for part in Part::all(material) {
            project.source(n, &part);
        }
        project.page(n, material);
    }
    let mut package = Package::default();
    package.add("project.qde", Content::Bytes(xml::write(&project.root())?));
    for (name, content) in project.files {
        package.add(format!("sources/{name}"), content);
    }
    Some(package)
}

/// The codes of those who asked, in order; the program's name where nobody is named.
fn interviewers(all: &Handover) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in all.sessions.iter().map(interviewer) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Who asked in a session, by code.
fn interviewer(of: &HandedOver) -> String {
    let named = of.people.iter().find(|one| one.role == Role::Interviewer).map(|one| signs::in_a_line(&one.code));
    named.filter(|code| !code.is_empty()).unwrap_or_else(|| "hearback".to_owned())
}

/// Who made something, and when.
struct By {
    user: String,
    date: String,
}

impl By {
    /// Whoever asked in this session, when it was held.
    fn of(of: &HandedOver) -> Self {
        Self { user: guid(&format!("user/{}", interviewer(of))), date: utc(of.held) }
    }

    /// The same as attributes.
    fn attributes(&self) -> Vec<(String, String)> {
        let named = [
            ("creatingUser", &self.user),
            ("creationDateTime", &self.date),
            ("modifyingUser", &self.user),
            ("modifiedDateTime", &self.date),
        ];
        named.map(|(name, value)| (name.to_owned(), value.clone())).to_vec()
    }
}

/// A text with what its lines are: where each begins and ends, in code points, where it begins in milliseconds, and what it is.
struct Typed<'h> {
    text: String,
    lines: Vec<(usize, usize, u64, OnALine<'h>)>,
}

/// What a line of a text is.
#[derive(Clone, Copy)]
enum OnALine<'h> {
    /// What somebody said, or what the text is of.
    Words,
    /// A note.
    Note(&'h Noted),
    /// A question that was asked, by its place among them.
    Question(usize, &'h Asked),
}

impl Project<'_> {
    fn root(&mut self) -> Element {
        let held = self.all.sessions.iter().map(|one| utc(one.held)).max().unwrap_or_default();
        let name = signs::in_a_line(&self.all.title);
        let attributes = [
            ("xmlns", NAMESPACE),
            ("name", if name.is_empty() { "hearback" } else { &name }),
            ("origin", &signs::in_a_line(&self.all.program)),
            ("creatingUserGUID", &self.user),
            ("creationDateTime", &held),
            ("modifyingUserGUID", &self.user),
            ("modifiedDateTime", &held),
        ];
        let user = |code: &String| Element::new("User", &[("guid", &guid(&format!("user/{code}"))), ("name", code), ("id", code)]);
        let mut users = interviewers(self.all);
        if users.is_empty() {
            users.push("hearback".to_owned());
        }
        let mut root = Element::new("Project", &attributes).holding([Element::new("Users", &[]).holding(users.iter().map(user))]);
        root = root.holding([Element::new("CodeBook", &[]).holding([self.codes.element()])]);
        root = root.holding(filled("Variables", self.variables.elements()));
        root = root.holding(filled("Cases", self.cases()));
        root = root.holding(filled("Sources", std::mem::take(&mut self.sources)));
        root = root.holding(filled("Notes", std::mem::take(&mut self.notes)));
        root = root.holding(filled("Sets", self.sets()));
        root.holding([Element::new("Description", &[]).saying(ABOUT)])
    }

    fn cases(&self) -> Vec<Element> {
        let case = |case: &Case| {
            let name = signs::in_a_line(&case.code);
            let theirs = |n: usize| self.all.sessions[n].participants.contains(&case.code);
            let sources = self.of.iter().filter(|(_, n)| theirs(*n)).map(|(guid, _)| refers("SourceRef", guid));
            let element = Element::new("Case", &[("guid", &guid(&format!("case/{name}"))), ("name", &name)]);
            element.holding(self.variables.of_case(case)).holding(sources)
        };
        self.all.cases.iter().map(case).collect()
    }

    fn sets(&self) -> Vec<Element> {
        let mut names: Vec<(String, Vec<&String>)> = Vec::new();
        for (source, n) in &self.of {
            let one = &self.all.sessions[*n];
            let (title, version) = (signs::in_a_line(&one.guide.title), signs::in_a_line(&one.guide.version));
            for name in [format!("Guide: {title} ({version})"), format!("Round: {}", one.round.word())] {
                match names.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, sources)) => sources.push(source),
                    None => names.push((name, vec![source])),
                }
            }
        }
        let set = |(name, sources): (String, Vec<&String>)| {
            let element = Element::new("Set", &[("guid", &guid(&format!("set/{name}"))), ("name", &name)]);
            element.holding(sources.into_iter().map(|source| refers("MemberSource", source)))
        };
        names.into_iter().map(set).collect()
    }

    /// A take with its transcript and all that is said of its stretches; where there is no sound, the text alone.
    fn source(&mut self, session: usize, part: &Part<'_>) {
        let (of, stem) = (part.of, part.stem());
        let id = known::source(&of.id, part.sound.map_or(0, |sound| sound.take.0));
        let (source, by) = (guid(&id), By::of(of));
        self.of.push((source.clone(), session));
        let values = Variables::of_session(of);
        let sound_of = part.sound.filter(|sound| sound.bytes + 44 <= LARGEST_IN_QDPX);
        let Some(take) = sound_of else {
            return self.text(&id, &stem, part, values);
        };
        let typed = typed(part, Lines::OfTranscript);
        let name = format!("{stem}.wav");
        let path = format!("internal://{source}.wav");
        let transcript = guid(&known::transcript(&id));
        let text_path = format!("internal://{transcript}.txt");
        let made = by.attributes();
        let mut attributes = vec![("guid", transcript.as_str()), ("name", "")];
        let text_name = format!("{name}.txt");
        attributes[1].1 = &text_name;
        attributes.push(("plainTextPath", &text_path));
        let sync = |(n, (at, ms)): (usize, (usize, u64))| {
            let (at, ms, guid) = (at.to_string(), ms.to_string(), guid(&format!("{id}/sync/{n}")));
            Element::new("SyncPoint", &[("guid", &guid), ("timeStamp", &ms), ("position", &at)])
        };
        let begins = typed.lines.iter().map(|(from, _, ms, _)| (*from, *ms));
        let ends = [(typed.text.chars().count(), part.long())];
        let spoken = with(Element::new("Transcript", &attributes), &made).holding(begins.chain(ends).enumerate().map(sync));
        let element = Element::new("AudioSource", &[("guid", &source), ("name", &name), ("path", &path)]);
        let selections = self.selections(&id, part, &by);
        self.sources.push(with(element, &made).holding([spoken]).holding(selections).holding(values));
        self.files.push((format!("{source}.wav"), sound(session, take, Vec::new())));
        self.files.push((format!("{transcript}.txt"), Content::Bytes(typed.text.into_bytes())));
    }

    /// A text without sound, in which each note is a selection, and the line of each question that was asked.
    fn text(&mut self, id: &str, stem: &str, part: &Part<'_>, values: Vec<Element>) {
        let (typed, by) = (typed(part, Lines::OfAll), By::of(part.of));
        let (source, made) = (guid(id), by.attributes());
        let name = format!("{stem}.txt");
        let path = format!("internal://{source}.txt");
        let mut selections = Vec::new();
        let selected = |id: &str, name: &str, (from, to): (usize, usize)| {
            let (guid, from, to) = (guid(id), from.to_string(), to.to_string());
            let attributes = [("guid", guid.as_str()), ("name", name), ("startPosition", &from), ("endPosition", &to)];
            with(Element::new("PlainTextSelection", &attributes), &made)
        };
        for (from, to, _, what) in &typed.lines {
            let place = (*from, *to);
            match what {
                OnALine::Words => {}
                OnALine::Note(note) => {
                    let element = selected(&known::note(id, note.id.0), &known::note_name(note.id.0), place);
                    selections.push(self.of_note(element, id, note, &by));
                }
                OnALine::Question(n, asked) => {
                    let id = format!("{id}/question/{n}");
                    let coding = self.coding(&id, &Key::Question(part.of.guide.id.clone(), asked.question.to_string()), &by);
                    let element = selected(&id, &signs::in_a_line(asked.question.as_str()), place);
                    selections.push(element.holding([describes(&called(asked))]).holding(coding));
                }
            }
        }
        let element = Element::new("TextSource", &[("guid", &source), ("name", &name), ("plainTextPath", &path)]);
        self.sources.push(with(element, &made).holding(selections).holding(values));
        self.files.push((format!("{source}.txt"), Content::Bytes(typed.text.into_bytes())));
    }

    /// The interviewer's own page, where it was named.
    fn page(&mut self, session: usize, of: &HandedOver) {
        if of.page.is_empty() {
            return;
        }
        let (source, made) = (guid(&known::page(&of.id)), By::of(of).attributes());
        let (name, path) = (format!("{}-page.txt", of.file_stem()), format!("internal://{source}.txt"));
        let text = of.page.iter().fold(String::new(), |all, (line, text)| all + &format!("{}: {}\n", line.word(), signs::in_lines(text)));
        self.sources.push(with(Element::new("TextSource", &[("guid", &source), ("name", &name), ("plainTextPath", &path)]), &made));
        self.of.push((source.clone(), session));
        self.files.push((format!("{source}.txt"), Content::Bytes(text.into_bytes())));
    }

    fn selections(&mut self, id: &str, part: &Part<'_>, by: &By) -> Vec<Element> {
        let made = by.attributes();
        let stretch = |id: String, name: String, from: u64, to: u64| {
            let (guid, from, to) = (guid(&id), from.to_string(), to.to_string());
            with(Element::new("AudioSelection", &[("guid", &guid), ("begin", &from), ("end", &to), ("name", &name)]), &made)
        };
        let mut all = Vec::new();
        for (n, (from, to, asked)) in part.topics().enumerate() {
            let id = format!("{id}/question/{n}");
            let coding = self.coding(&id, &Key::Question(part.of.guide.id.clone(), asked.question.to_string()), by);
            let element = stretch(id, signs::in_a_line(asked.question.as_str()), from, to);
            all.push(element.holding([describes(&called(asked))]).holding(coding));
        }
        for (from, to, note) in part.notes() {
            let element = stretch(known::note(id, note.id.0), known::note_name(note.id.0), from, to);
            all.push(self.of_note(element, id, note, by));
        }
        for (n, (from, to, why)) in part.gaps().enumerate() {
            let id = known::gap(id, n);
            let coding = self.coding(&id, &Key::Gap(why), by);
            let element = stretch(id, why.word().to_owned(), from, to);
            all.push(element.holding([describes(&format!("Gap: {}", why.word()))]).holding(coding));
        }
        all
    }

    /// A selection with what its note says, its codings, and the note itself.
    fn of_note(&mut self, element: Element, id: &str, note: &Noted, by: &By) -> Element {
        let id = known::note(id, note.id.0);
        let mut keys = vec![if note.is_moment() { Key::Moment } else { Key::Kind(note.kind.word()) }];
        keys.extend(note.codes.iter().map(|code| Key::Code(code.clone())));
        keys.extend(note.tags.iter().map(|tag| Key::Tag(tag.clone())));
        let mut codings: Vec<Element> = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for key in &keys {
            let Some(code) = self.codes.guid(key).filter(|code| !seen.contains(code)) else { continue };
            codings.extend(self.coding(&id, key, by));
            seen.push(code);
        }
        let text = said(note);
        let mut element = if text.is_empty() { element } else { element.holding([describes(&text)]) };
        element = element.holding(codings);
        if note.is_moment() {
            return element;
        }
        let memo = guid(&format!("{id}/memo"));
        let name = format!("{} {} {}", self.session_of(&id), note.kind.word(), note.id.0);
        let noted = with(Element::new("Note", &[("guid", &memo), ("name", &name)]), &by.attributes());
        self.notes.push(noted.holding([Element::new("PlainTextContent", &[]).saying(&signs::legal(&text))]));
        element.holding([refers("NoteRef", &memo)])
    }

    /// What the session is called whose things have this id.
    fn session_of(&self, id: &str) -> String {
        let of = self.all.sessions.iter().find(|one| id.strip_prefix(&one.id).is_some_and(|rest| rest.starts_with('/')));
        of.map(HandedOver::file_stem).unwrap_or_default()
    }

    fn coding(&self, id: &str, key: &Key, by: &By) -> Option<Element> {
        let code = self.codes.guid(key)?;
        let guid = guid(&known::coding(id, &code));
        let element = Element::new("Coding", &[("guid", &guid), ("creatingUser", &by.user), ("creationDateTime", &by.date)]);
        Some(element.holding([refers("CodeRef", &code)]))
    }
}

const ABOUT: &str = "Handed over by hearback. Sound that is not to be used is silence of the same length, so times are those of the recording. \
A selection without a known end is two seconds long.";

fn with(mut element: Element, made: &[(String, String)]) -> Element {
    element.attributes.extend(made.iter().cloned());
    element
}

fn describes(text: &str) -> Element {
    Element::new("Description", &[]).saying(&signs::legal(text))
}

fn refers(name: &str, to: &str) -> Element {
    Element::new(name, &[("targetGUID", to)])
}

/// An element with these in it; none where there are none, because an empty one is not valid.
fn filled(name: &str, within: Vec<Element>) -> Option<Element> {
    (!within.is_empty()).then(|| Element::new(name, &[]).holding(within))
}

/// What of a session stands in its text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// What was said; the notes where there is no transcript.
    OfTranscript,
    /// Both.
    OfAll,
}

/// A question as people read it, in one line.
fn called(asked: &Asked) -> String {
    signs::in_a_line(&format!("{}: {}", asked.topic, asked.label))
}

/// What was said and noted, a line each behind its time in brackets, under a line of its own at 0.
fn typed<'h>(part: &Part<'h>, which: Lines) -> Typed<'h> {
    let mut lines: Vec<(u64, String, OnALine<'h>)> = Vec::new();
    lines.extend(part.passages().map(|(from, _, said)| {
        let speaker = signs::in_a_line(&said.speaker);
        let speaker = if speaker.is_empty() { speaker } else { format!("{speaker}: ") };
        (from, speaker + &signs::in_a_line(&said.words), OnALine::Words)
    }));
    if which == Lines::OfAll || lines.is_empty() {
        lines.extend(part.notes().map(|(from, _, note)| (from, title(note), OnALine::Note(note))));
    }
    if which == Lines::OfAll {
        let asked = part.topics().enumerate();
        lines.extend(asked.map(|(n, (from, _, asked))| (from, format!("question: {}", called(asked)), OnALine::Question(n, asked))));
    }
    // A question stands above what was said and noted to it.
    lines.sort_by_key(|(from, _, what)| (*from, !matches!(what, OnALine::Question(..))));
    lines.insert(0, (0, part.stem(), OnALine::Words));
    let (mut text, mut at, mut places) = (String::new(), 0, Vec::new());
    for (from, words, what) in lines {
        let line = format!("[{}] {words}", signs::whole_clock(from));
        let long = line.chars().count();
        places.push((at, at + long, from, what));
        text += &line;
        text.push('\n');
        at += long + 1;
    }
    Typed { text, lines: places }
}
