//! What lies over a screen: the help, the palette, the guide as a list, and the manual.
//!
//! The help and the palette read the keymap. The palette opens with `/` on an empty line and narrows as one types; Enter does the first
//! command. In the interview it has the questions that hold what was typed after the commands that fit, and the guide as a list has nothing
//! else. Over the list of sessions and while listening back it has there what was found in notes ([`crate::tui::screen::sought`]). The manual
//! opens from the help. None of them stops anything: the recording goes on below, and Esc puts them away.

use crate::domain::agenda::Part;
use crate::domain::found::Found;
use crate::domain::found::Hit;
use crate::domain::guide::Id;
use crate::domain::lookup::FoundQuestion;
use crate::domain::lookup::questions;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Bound;
use crate::tui::keymap::Context;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action;
use crate::tui::keymap::action::Everywhere;
use crate::tui::line::Line;
use crate::tui::place::Spot;
use crate::tui::screen::reading::FEWEST_ROWS;
use crate::tui::screen::reading::Page;
use crate::tui::screen::reading::Pages;
use crate::tui::screen::reading::Passage;
use crate::tui::screen::sought;
use crate::tui::screen::sought::Sought;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Every key that works here.
    Help,
    /// Commands by name, and questions by their words.
    Palette,
    /// The questions of the guide.
    Guide,
    /// What the manual has of what was typed: topics, and lines of them.
    Contents,
    /// A page of the manual.
    Page(Page),
}

/// What lies over a screen.
#[derive(Debug)]
pub struct Overlay {
    what: What,
    line: Line,
    cursor: usize,
    pages: Pages,
    /// What was found in notes.
    sought: Sought,
    /// Where the session stood when it was opened: what is said of a question from here happened then.
    opened: Position,
}

/// Commands above what was found in notes that are not called what was typed, but told so.
const FEW_TOLD: usize = 3;

/// What it lies over.
#[derive(Clone, Copy, Debug)]
pub struct Beneath<'m> {
    /// The keys as they are here.
    pub keys: &'m Keys,
    /// Where keys are looked up.
    pub contexts: &'m [Context],
    /// The session that is open.
    pub session: Option<&'m Session>,
}

/// Something that can be chosen in it.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'m> {
    /// A command.
    Command(&'m Bound),
    /// A question of the interview below.
    Question(FoundQuestion<'m>),
    /// Something that was found in a session.
    Hit(&'m Hit),
}

/// What becomes of an overlay after a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// It stays.
    Stays,
    /// It is put away.
    Closes,
    /// It is put away, and this is done below it, asked for by its name.
    Does(Action),
    /// It is put away, and the interview below goes there.
    GoesTo(Part),
    /// It is put away, and the note of the interview below belongs there.
    Belongs(Part),
    /// It is put away, and one goes there.
    Finds(Spot),
    /// It is put away, and in the interview below they raised this by themselves, then.
    Raised(Part, Position),
}

impl Overlay {
    /// The help.
    pub(crate) fn help() -> Self {
        Self::over(What::Help, Position::START)
    }

    /// The palette, opened at `at`.
    pub(crate) fn palette(at: Position) -> Self {
        Self::over(What::Palette, at)
    }

    /// The guide as a list, opened at `at`, on this question.
    pub(crate) fn guide(at: Position, session: Option<&Session>, question: Option<&Id>) -> Self {
        let on = session.zip(question).and_then(|(session, on)| questions(session, "").iter().position(|found| found.question.id == *on));
        Self { cursor: on.unwrap_or(0), ..Self::over(What::Guide, at) }
    }

    fn over(what: What, opened: Position) -> Self {
        Self { what, line: Line::default(), cursor: 0, pages: Pages::default(), sought: Sought::default(), opened }
    }

    /// Which of them it is.
    pub(crate) fn what(&self) -> What {
        self.what
    }

    /// Where its keys are looked up.
    pub(crate) fn context(&self) -> Context {
        match self.what {
            What::Help | What::Palette | What::Guide => Context::Commands,
            What::Contents | What::Page(_) => Context::Manual,
        }
    }

    /// Whether the footer names what `bind`, which is its own, does.
    pub(crate) fn shows(&self, bind: &Bind, beneath: &Beneath) -> bool {
        match self.what {
            What::Page(_) => bind.does != action::Manual::Read.into(),
            What::Palette | What::Guide => {
                let is_of_a_question = [action::Commands::Further, action::Commands::NoteThere].map(Action::from).contains(&bind.does);
                let is_under_way = beneath.contexts.contains(&Context::Interview);
                let is_choice = bind.does == action::Commands::Choose.into();
                if is_choice && self.entries(beneath).is_empty() {
                    return false;
                }
                // While listening back nobody raises anything, and Enter says where a note belongs.
                !is_of_a_question || is_under_way && self.question(beneath).is_some()
            }
            What::Help => bind.does != action::Commands::NoteThere.into(),
            What::Contents => true,
        }
    }

    /// What `action`, which is its own, does at this moment, in a word, if that is another than the table's.
    pub(crate) fn label(&self, action: Action, beneath: &Beneath) -> Option<Message> {
        if self.is_on_a_hit(beneath) {
            return (action == action::Commands::Choose.into()).then(|| message!("label-go-there"));
        }
        self.question(beneath)?;
        let is_under_way = beneath.contexts.contains(&Context::Interview);
        match action {
            Action::Commands(action::Commands::Choose) if !is_under_way => Some(message!("key-commands-note-there")),
            Action::Commands(action::Commands::Further) => Some(message!("label-raised")),
            Action::Commands(action::Commands::Choose) => Some(message!("label-go-there")),
            _ => None,
        }
    }

    /// What it is, and its keys, over a screen with the contexts `below`.
    pub(crate) fn title(&self, below: &[Context], shared: &Shared) -> String {
        use action::Commands as C;
        let [choose, further, close] = [C::Choose, C::Further, C::Close].map(|action| shared.key(action));
        match self.what {
            What::Help => say!("over-keys", manual = further, close = close),
            What::Palette if self.finds(below) => say!("over-finds", choose = choose, close = close),
            What::Palette => say!("over-commands", choose = choose, close = close),
            // While listening back a question is where a note belongs.
            What::Guide if !below.contains(&Context::Interview) => say!("over-guide-belongs", choose = choose, close = close),
            What::Guide => say!("over-guide", choose = choose, raised = further, close = close),
            What::Contents | What::Page(_) => {
                say!("over-manual", read = shared.key(action::Manual::Read), close = shared.key(action::Manual::Close))
            }
        }
    }

    /// The question that is chosen.
    fn question<'m>(&'m self, beneath: &Beneath<'m>) -> Option<FoundQuestion<'m>> {
        match self.entries(beneath).get(self.cursor) {
            Some(Entry::Question(question)) => Some(*question),
            Some(Entry::Command(_) | Entry::Hit(_)) | None => None,
        }
    }

    fn is_on_a_hit(&self, beneath: &Beneath) -> bool {
        matches!(self.entries(beneath).get(self.cursor), Some(Entry::Hit(_)))
    }

    /// What was found in notes.
    pub(crate) fn sought(&self) -> &Sought {
        &self.sought
    }

    /// Whether notes are looked for over a screen with the contexts `below`.
    pub(crate) fn finds(&self, below: &[Context]) -> bool {
        self.what == What::Palette && sought::is_offered(below)
    }

    /// What there is to say over a screen with the contexts `below` where nothing is called what is typed.
    pub(crate) fn nothing(&self, below: &[Context], shared: &Shared) -> Option<String> {
        let (words, close) = (self.line.text(), shared.key(action::Commands::Close));
        match self.what {
            What::Contents => Some(say!("over-not-found")),
            _ if self.finds(below) => self.sought.nothing(&close),
            _ => Some(say!("over-nothing", words = words, close = close)),
        }
    }

    /// Looks for what is typed by now, if notes are looked for here.
    pub(crate) fn seek(&mut self, below: &[Context], searches: &mut u64, shared: &mut Shared) {
        if self.finds(below) {
            self.sought.turn_to(self.line.text().trim_start(), searches, shared);
        }
    }

    /// This came for the search of this number; of all that were made it is the last, or it is not wanted any more. What is chosen stays so.
    pub(crate) fn found_came(&mut self, number: u64, latest: u64, found: Found, beneath: &Beneath) {
        let spot = |entry: Option<&Entry<'_>>| if let Some(Entry::Hit(hit)) = entry { Some(Spot::from(*hit)) } else { None };
        let chosen = spot(self.entries(beneath).get(self.cursor));
        self.sought.came(number, latest, found);
        let entries = self.entries(beneath);
        let same = chosen.and_then(|chosen| entries.iter().position(|entry| spot(Some(entry)).as_ref() == Some(&chosen)));
        self.cursor = same.unwrap_or_else(|| self.cursor.min(entries.len().saturating_sub(1)));
    }

    /// What was typed to narrow it.
    pub(crate) fn line(&self) -> &Line {
        &self.line
    }

    /// The chosen command or place in the manual, counted from the top.
    pub(crate) fn cursor(&self) -> usize {
        self.cursor
    }

    /// The manual in lines, while it is open.
    pub(crate) fn pages(&self) -> &Pages {
        &self.pages
    }

    /// What the manual has of what was typed.
    pub(crate) fn found(&self) -> Vec<Passage<'_>> {
        self.pages.found(self.line.text())
    }

    /// How many things there are to choose from.
    pub(crate) fn choices(&self, beneath: &Beneath) -> usize {
        match self.what {
            What::Help | What::Palette | What::Guide => self.entries(beneath).len(),
            What::Contents => self.found().len(),
            What::Page(_) => 0,
        }
    }

    /// Goes to choice number `nth`, counted from 0.
    pub(crate) fn select(&mut self, nth: usize) {
        self.cursor = nth;
    }

    /// What does what is chosen.
    pub(crate) fn chooses(&self) -> Action {
        match self.what {
            What::Help | What::Palette | What::Guide => action::Commands::Choose.into(),
            What::Contents | What::Page(_) => action::Manual::Read.into(),
        }
    }

    /// Puts text into the line; what is too long for it narrows nothing.
    pub(crate) fn paste(&mut self, text: &str) {
        self.looks_anew();
        drop(self.line.paste(text));
        self.cursor = 0;
    }

    /// What there is to choose that fits what was typed: commands, and below them questions, or what was found in notes.
    pub(crate) fn entries<'m>(&'m self, beneath: &Beneath<'m>) -> Vec<Entry<'m>> {
        let Beneath { keys, contexts, session } = *beneath;
        let is_under_way = contexts.contains(&Context::Interview);
        let words = self.line.text().trim();
        let asked = match self.what {
            What::Guide => session,
            What::Palette => session.filter(|_| is_under_way && !words.is_empty()),
            What::Help | What::Contents | What::Page(_) => None,
        };
        let questions = asked.map(|session| questions(session, words)).unwrap_or_default().into_iter().map(Entry::Question);
        let commands = match self.what {
            What::Guide => Vec::new(),
            // What is looked for is rather in notes than in what is said of a command: of those that are only told so the first will do.
            What::Palette if sought::is_offered(contexts) && !words.is_empty() => {
                let mut told = 0;
                let mut commands = self.fitting(keys, contexts);
                commands.retain(|(fit, _)| {
                    told += usize::from(*fit > Fit::Called);
                    *fit <= Fit::Called || told <= FEW_TOLD
                });
                commands.into_iter().map(|(_, line)| line).collect()
            }
            _ => self.commands(keys, contexts),
        };
        let hits = self.sought.hits().filter(|_| self.what == What::Palette).map(Entry::Hit);
        commands.into_iter().map(Entry::Command).chain(questions).chain(hits).collect()
    }

    /// The commands that fit what was typed, those that fit best first ([`fit`]), each in the order of the table.
    pub fn commands<'k>(&self, keys: &'k Keys, below: &[Context]) -> Vec<&'k Bound> {
        self.fitting(keys, below).into_iter().map(|(_, line)| line).collect()
    }

    /// The same, each with how well it fits.
    fn fitting<'k>(&self, keys: &'k Keys, below: &[Context]) -> Vec<(Fit, &'k Bound)> {
        let wanted = self.line.text().to_lowercase();
        // A command is not offered from inside itself, nor where the screen has another use for all its keys.
        let offered = |line: &&Bound| line.bind.does != Everywhere::Palette.into() && keys.chords_in(line, below).next().is_some();
        let by_name = |line: &&Bound| self.what == What::Help || !line.bind.does.is_an_answer();
        let lines = keys.lines_in(below).filter(offered).filter(by_name);
        let mut commands: Vec<_> = lines.filter_map(|line| Some((fit(line.bind, &wanted)?, line))).collect();
        commands.sort_by_key(|(fit, _)| *fit);
        commands
    }

    /// Does `action` while it lies over this.
    pub(crate) fn act(&mut self, action: Action, beneath: &Beneath) -> Over {
        match action {
            Action::Commands(action) => self.command(action, beneath),
            Action::Manual(action) => self.read(action),
            // What belongs to a screen is that screen's.
            _ => Over::Stays,
        }
    }

    /// In the help and the palette.
    fn command(&mut self, action: action::Commands, beneath: &Beneath) -> Over {
        let entries = self.entries(beneath);
        let last = entries.len().saturating_sub(1);
        let chosen = entries.get(self.cursor);
        match action {
            action::Commands::Close => return Over::Closes,
            action::Commands::Down => self.cursor = (self.cursor + 1).min(last),
            action::Commands::Up => self.cursor = self.cursor.saturating_sub(1),
            action::Commands::PageDown => self.cursor = (self.cursor + FEWEST_ROWS).min(last),
            action::Commands::PageUp => self.cursor = self.cursor.saturating_sub(FEWEST_ROWS),
            action::Commands::Choose => {
                return match chosen {
                    // What a person answers has to be pressed.
                    Some(Entry::Command(line)) if !line.bind.does.is_an_answer() => Over::Does(line.bind.does),
                    Some(Entry::Question(found)) => Over::GoesTo(found.part),
                    Some(Entry::Hit(hit)) => Over::Finds(Spot::from(*hit)),
                    // What is to be chosen may be on its way.
                    None if self.sought.is_awaited() => Over::Stays,
                    Some(Entry::Command(_)) | None => Over::Closes,
                };
            }
            action::Commands::Erase if self.line.is_empty() => return Over::Closes,
            action::Commands::Erase => self.write(Chord::plain(Key::Backspace)),
            action::Commands::Further if self.what == What::Help => {
                (self.what, self.cursor, self.pages) = (What::Contents, 0, Pages::laid_out());
            }
            action::Commands::NoteThere => {
                if let Some(Entry::Question(found)) = chosen {
                    return Over::Belongs(found.part);
                }
            }
            action::Commands::Further if beneath.contexts.contains(&Context::Interview) => {
                if let Some(Entry::Question(found)) = chosen {
                    return Over::Raised(found.part, self.opened);
                }
            }
            action::Commands::Further => {}
        }
        Over::Stays
    }

    /// In the manual.
    fn read(&mut self, action: action::Manual) -> Over {
        use action::Manual as M;
        match (action, self.what) {
            (M::Close, _) | (M::Back, What::Contents) => return Over::Closes,
            (M::Erase, What::Contents) if self.line.is_empty() => return Over::Closes,
            (M::Erase, What::Contents) => self.write(Chord::plain(Key::Backspace)),
            // The list is as it was left, for the next place that was found.
            (M::Back | M::Erase, What::Page(_)) => self.what = What::Contents,
            (M::Read, What::Contents) => {
                if let Some(place) = self.found().get(self.cursor) {
                    self.what = What::Page(self.pages.page(*place));
                }
            }
            (M::Up | M::Down | M::PageUp | M::PageDown | M::Beginning | M::End, What::Contents) => {
                let last = self.found().len().saturating_sub(1);
                self.cursor = moved(self.cursor, action, last);
            }
            (M::Up | M::Down | M::PageUp | M::PageDown | M::Beginning | M::End, What::Page(page)) => {
                self.what = What::Page(page.at(moved(page.top, action, self.pages.last_top(page))));
            }
            (M::Read, What::Page(_)) | (_, What::Help | What::Palette | What::Guide) => {}
        }
        Over::Stays
    }

    /// A key for what narrows it.
    pub(crate) fn write(&mut self, chord: Chord) {
        // On a page there is no line to be seen: a letter begins to look for something else, and no other key edits what is not there.
        if matches!(self.what, What::Page(_)) && chord.typed().is_none_or(char::is_whitespace) {
            return;
        }
        self.looks_anew();
        if self.line.edit(chord) {
            self.cursor = 0;
        }
    }

    /// On a page, goes back to a list in which nothing is looked for yet.
    fn looks_anew(&mut self) {
        if matches!(self.what, What::Page(_)) {
            drop(self.line.take());
            self.what = What::Contents;
        }
    }
}

/// Where one is after `action`, who was at `from` and cannot go beyond `last`.
fn moved(from: usize, action: action::Manual, last: usize) -> usize {
    match action {
        action::Manual::Up => from.saturating_sub(1),
        action::Manual::Down => (from + 1).min(last),
        action::Manual::PageUp => from.saturating_sub(FEWEST_ROWS),
        action::Manual::PageDown => (from + FEWEST_ROWS).min(last),
        action::Manual::Beginning => 0,
        action::Manual::End => last,
        action::Manual::Read | action::Manual::Back | action::Manual::Erase | action::Manual::Close => from,
    }
}

/// How well a command fits what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is called so.
    Whole,
    /// What it is called begins so.
    Begins,
    /// Each word begins one of those it is called by.
    Called,
    /// Each word begins one of those it is called by, or of its help.
    Told,
    /// Each word is somewhere in these.
    Within,
    /// Each word is another form of one of these: "looking" of "look".
    Akin,
}

/// How well `bind` fits what was typed, in whatever order its words are; nothing where it does not.
fn fit(bind: &Bind, wanted: &str) -> Option<Fit> {
    let (label, help) = (bind.label().to_lowercase(), bind.help().to_lowercase());
    let wanted = wanted.trim();
    let words =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (called, told) = (words(&label), words(&help));
    let each = |fits: &dyn Fn(&str) -> bool| wanted.split_whitespace().all(fits);
    let begins = |word: &str, all: &[String]| all.iter().any(|one| one.starts_with(word));
    let ways: [(Fit, &dyn Fn() -> bool); 6] = [
        (Fit::Whole, &|| label == wanted),
        (Fit::Begins, &|| label.starts_with(wanted)),
        (Fit::Called, &|| each(&|word| begins(word, &called))),
        (Fit::Told, &|| each(&|word| begins(word, &called) || begins(word, &told))),
        (Fit::Within, &|| each(&|word| label.contains(word) || help.contains(word))),
        (Fit::Akin, &|| each(&|word| called.iter().chain(&told).any(|one| is_akin(word, one)))),
    ];
    ways.into_iter().find(|(_, fits)| fits()).map(|(fit, _)| fit)
}

/// Whether two words have the same beginning and differ by an ending, as far as letters can tell.
fn is_akin(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    const ENDING: usize = 3;
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    same >= STEM && [one, other].into_iter().all(|word| word.chars().count() - same <= ENDING)
}
