//! What is looked for: words, rows of words in quotation marks, the beginnings of words, and fields that narrow it.
//!
//! It is read here and nowhere else, so that whatever somebody types is either looked for or told with what to write instead. Words and their
//! beginnings are the needles of [`crate::domain::folding`]; everything that is typed has to be there. A field that is given several times
//! finds either of its values, tags apart: of those all. Values only.

use crate::domain::findable::What;
use crate::domain::folding::Places;
use crate::domain::folding::folded;
use crate::domain::folding::spaced;
use crate::domain::note::NoteKind;
use crate::domain::time;
use crate::words::say;

/// What a field narrows by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What it is: a kind of note, a statement.
    Kind,
    /// Whose it is.
    Participant,
    /// What it is tagged with.
    Tag,
    /// Of sessions held on that day or later.
    After,
    /// Of sessions held on that day or earlier.
    Before,
    /// Of sessions whose name has this in it.
    Session,
}

impl Field {
    /// Each.
    pub const ALL: [Self; 6] = [Self::Kind, Self::Participant, Self::Tag, Self::After, Self::Before, Self::Session];

    /// What it is called in every language.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Participant => "participant",
            Self::Tag => "tag",
            Self::After => "after",
            Self::Before => "before",
            Self::Session => "session",
        }
    }

    /// What it is called in the language that is spoken.
    pub fn words(self) -> String {
        say!("search-field", field = self.word())
    }

    fn called(name: &str) -> Option<Self> {
        let name = folded(name);
        // Codes and tags are looked for alike.
        let name = if name == "code" { Self::Tag.word() } else { &name };
        Self::ALL.into_iter().find(|field| field.word() == name || field.words() == name)
    }
}

/// How far what is looked for has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// All of it was given.
    Whole,
    /// It is being typed: the last word may be the beginning of one, and a quotation mark may still be to come.
    SoFar,
}

/// Why it cannot be said what is looked for, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    /// Nothing of it is a word.
    #[error("{}", say!("search-no-words"))]
    NoWords,
    /// A quotation mark has no other.
    #[error("{}", say!("search-open-quote", words = .0))]
    OpenQuote(String),
    /// There is no such field.
    #[error("{}", say!("search-no-field", field = .0, whole = .1, fields = fields()))]
    NoField(String, String),
    /// Nothing stands behind a field.
    #[error("{}", say!("search-no-value", field = .0, example = example(*.1)))]
    NoValue(String, Field),
    /// There is no such kind.
    #[error("{}", say!("search-no-kind", kind = .0, kinds = kinds()))]
    NoKind(String),
    /// That is no day.
    #[error("{}", say!("search-no-day", field = .0, day = .1))]
    NoDay(String, String),
}

fn fields() -> String {
    Field::ALL.map(|field| format!("{}:", field.words())).join(" ")
}

fn kinds() -> String {
    Kind::all().map(Kind::words).collect::<Vec<_>>().join(", ")
}

fn example(field: Field) -> String {
    let value = match field {
        Field::Kind => NoteKind::Quote.words(),
        Field::Participant => "P07".into(),
        Field::Tag => say!("search-example-tag"),
        Field::After | Field::Before => "2026-11-24".into(),
        Field::Session => "2026-11-24-P07".into(),
    };
    format!("{}:{value}", field.words())
}

/// What `kind:` may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    What(What),
    Note(NoteKind),
}

impl Kind {
    fn all() -> impl Iterator<Item = Self> {
        NoteKind::ALL.map(Self::Note).into_iter().chain(What::ALL.map(Self::What))
    }

    const fn word(self) -> &'static str {
        match self {
            Self::What(what) => what.word(),
            Self::Note(kind) => kind.word(),
        }
    }

    fn words(self) -> String {
        match self {
            Self::What(what) => what.words(),
            Self::Note(kind) => kind.words(),
        }
    }

    /// Those that begin with `value`, in the words of programs or of people.
    fn called(value: &str) -> Vec<Self> {
        let value = folded(value);
        Self::all().filter(|kind| kind.word().starts_with(&value) || folded(&kind.words()).starts_with(&value)).collect()
    }
}

/// The session that something stands in, as far as a query asks for it.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// Its name.
    pub session: &'a str,
    /// Whose it is.
    pub participant: &'a str,
    /// The day on which it was held, `yyyy-mm-dd`.
    pub date: &'a str,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What the words have to hold.
    needles: Vec<String>,
    kinds: Vec<&'static str>,
    /// Codes as they stand in a line, and whether they are whole.
    participants: Vec<(String, Ends)>,
    sessions: Vec<String>,
    /// As they stand in a line, those that are whole with their tab.
    tags: Vec<(String, Ends)>,
    after: Option<String>,
    before: Option<String>,
}

/// Whether a word ends where it was written to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    Here,
    Anywhere,
}

impl Ends {
    /// Whether `value` is what `wanted` says.
    fn fits(self, wanted: &str, value: &str) -> bool {
        match self {
            Self::Here => value == wanted,
            Self::Anywhere => value.starts_with(wanted),
        }
    }
}

impl Query {
    /// What `text` looks for.
    pub fn parse(text: &str, written: Written) -> Result<Self, Unclear> {
        let (mut query, mut rest) = (Self::default(), text.trim_start());
        while !rest.is_empty() {
            rest = query.take(rest, written)?.trim_start();
        }
        if query == Self::default() { Err(Unclear::NoWords) } else { Ok(query) }
    }

    /// Takes the first piece of `rest`, and gives back what follows.
    fn take<'t>(&mut self, rest: &'t str, written: Written) -> Result<&'t str, Unclear> {
        if let Some(inside) = rest.strip_prefix(is_mark) {
            let (phrase, rest, ends) = quoted(inside, written)?;
            self.words(phrase, ends);
            return Ok(rest);
        }
        let end = rest.find(|c: char| c.is_whitespace() || is_mark(c)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        // `10:30` and `a:` in the middle of a word are no fields; what is one has letters before its colon.
        let Some((name, value)) = piece.split_once(':').filter(|(name, _)| !name.is_empty() && name.chars().all(char::is_alphabetic))
        else {
            let is_typed = written == Written::SoFar && after.is_empty();
            self.words(piece, if is_typed || piece.ends_with('*') { Ends::Anywhere } else { Ends::Here });
            return Ok(after);
        };
        let (value, after, ends) = match after.strip_prefix(is_mark).filter(|_| value.is_empty()) {
            Some(inside) => quoted(inside, written)?,
            None if value.ends_with('*') => (value.trim_end_matches('*'), after, Ends::Anywhere),
            None => (value, after, Ends::Here),
        };
        let Some(field) = Field::called(name) else { return Err(Unclear::NoField(name.into(), piece.into())) };
        if value.trim().is_empty() {
            return Err(Unclear::NoValue(name.into(), field));
        }
        self.narrow(field, name, value, ends)?;
        Ok(after)
    }

    /// Words that stand behind each other.
    fn words(&mut self, text: &str, ends: Ends) {
        let needle = spaced(text);
        if needle.trim().is_empty() {
            return;
        }
        self.needles.push(match ends {
            Ends::Here => needle,
            Ends::Anywhere => needle.trim_end().to_owned(),
        });
    }

    fn narrow(&mut self, field: Field, name: &str, value: &str, ends: Ends) -> Result<(), Unclear> {
        match field {
            Field::Kind => match Kind::called(value) {
                none if none.is_empty() => return Err(Unclear::NoKind(value.into())),
                some => self.kinds.extend(some.into_iter().map(Kind::word)),
            },
            Field::Participant => self.participants.push((code(value), ends)),
            Field::Session => self.sessions.push(folded(value)),
            Field::Tag => {
                let tag = spaced(value.trim_start_matches('#'));
                self.tags.push((if ends == Ends::Here { tag } else { tag.trim_end().to_owned() }, ends));
            }
            Field::After | Field::Before => {
                let day = day(value).ok_or_else(|| Unclear::NoDay(name.into(), value.into()))?;
                // Of two days the one that leaves less.
                if field == Field::After {
                    self.after = self.after.take().max(Some(day));
                } else {
                    self.before = Some(self.before.take().map_or_else(|| day.clone(), |before| before.min(day.clone())));
                }
            }
        }
        Ok(())
    }

    /// Whether anything in a session can be what is looked for.
    pub fn admits(&self, whose: Whose<'_>) -> bool {
        let name = folded(whose.session);
        let day = |limit: &String| whose.date.get(..limit.len()).unwrap_or(whose.date).to_owned();
        (self.sessions.is_empty() || self.sessions.iter().any(|part| name.contains(part.as_str())))
            && self.after.as_ref().is_none_or(|limit| day(limit) >= *limit)
            && self.before.as_ref().is_none_or(|limit| day(limit) <= *limit)
    }

    /// Whether a [`line`](crate::domain::findable::Findable::line) of a session with `participant` is what is looked for.
    pub fn fits(&self, line: &str, participant: &str) -> bool {
        let Some((head, rest)) = line.split_once('\t') else { return false };
        let (kinds, people) = head.split_once(';').unwrap_or((head, ""));
        let is_theirs = |person: &str| self.participants.iter().any(|(wanted, ends)| ends.fits(wanted, person));
        self.needles.iter().all(|needle| rest.contains(needle.as_str()))
            && (self.kinds.is_empty() || kinds.split(',').any(|kind| self.kinds.contains(&kind)))
            && (self.participants.is_empty() || is_theirs(&code(participant)) || people.split(',').any(is_theirs))
            && self.tags.iter().all(|(tag, ends)| rest.split('\t').skip(1).any(|one| ends.fits(tag, one)))
    }

    /// What every line holds that is looked for; of several the longest. Nothing where only fields narrow.
    pub fn needle(&self) -> Option<&str> {
        self.needles.iter().map(String::as_str).max_by_key(|needle| needle.len())
    }

    /// Where in `text` what is looked for stands: from and to, in bytes, in their order and none within another.
    pub fn marks(&self, text: &str) -> Vec<(usize, usize)> {
        let places = Places::of(text);
        let mut all: Vec<(usize, usize)> = self.needles.iter().flat_map(|needle| places.find(needle)).collect();
        all.sort_unstable();
        all.into_iter().fold(Vec::new(), |mut marks: Vec<(usize, usize)>, (from, to)| {
            match marks.last_mut() {
                Some((_, end)) if *end >= from => *end = (*end).max(to),
                _ => marks.push((from, to)),
            }
            marks
        })
    }
}

/// Every quotation mark opens and closes: keyboards and word processors put another than was meant.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// What stands before the next quotation mark of `inside`, what follows it, and whether it ends there.
fn quoted(inside: &str, written: Written) -> Result<(&str, &str, Ends), Unclear> {
    match inside.split_once(is_mark) {
        Some((phrase, rest)) => Ok((phrase, rest, Ends::Here)),
        None if written == Written::SoFar => Ok((inside, "", Ends::Anywhere)),
        None => Err(Unclear::OpenQuote(inside.trim().into())),
    }
}

/// A code as it stands in a line.
fn code(text: &str) -> String {
    spaced(text).trim().replace(' ', "_")
}

/// A day, a month or a year as dates are written, if `text` is one.
fn day(text: &str) -> Option<String> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    time::day(&whole).map(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::findable::Findable;
    use crate::domain::findable::FoundId;
    use crate::words::Words;
    use crate::words::speaking;

    fn memo(text: &str, tags: &[&str], people: &[&str]) -> String {
        let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
        Findable {
            what: What::Note,
            id: FoundId::Number(1),
            at: None,
            sound: None,
            kind: Some(NoteKind::Memo),
            question: None,
            text: text.into(),
            tags: owned(tags),
            people: owned(people),
            trust: None,
        }
        .line()
    }

    fn whole(text: &str) -> Query {
        Query::parse(text, Written::Whole).unwrap()
    }

    fn refused(text: &str) -> String {
        Query::parse(text, Written::Whole).unwrap_err().to_string()
    }

    #[test]
    fn words_are_found_whatever_their_letters_look_like() {
        let line = memo("Een één-op-één gesprek; “I rest before the pain” #moe", &["moe"], &[]);
        for (wanted, is_there) in [
            ("gesprek", true),
            ("GESPREK een", true),
            ("gespr", false),
            ("gespr*", true),
            ("\"rest before\"", true),
            ("“rest before”", true),
            ("\"before rest\"", false),
            ("before rest", true),
            ("eén op", true),
            ("moe", true),
            ("#moe", true),
            ("note", false),
            ("memo", false),
        ] {
            assert_eq!(whole(wanted).fits(&line, "P07"), is_there, "{wanted}");
        }
    }

    #[test]
    fn what_is_being_typed_may_be_the_beginning_of_a_word() {
        let line = memo("I rest before the pain", &[], &[]);
        for (typed, is_there) in [
            ("re", true),
            ("re ", false),
            ("rest be", true),
            ("be rest", false),
            ("\"rest be", true),
            ("\"before re", false),
            ("\"", false),
        ] {
            let fits = Query::parse(typed, Written::SoFar).is_ok_and(|query| query.fits(&line, "P07"));
            assert_eq!(fits, is_there, "{typed}");
        }
    }

    #[test]
    fn fields_narrow() {
        let line = memo("so tired of it", &["tired", "back-pain"], &["S3"]);
        for (wanted, is_there) in [
            ("kind:memo", true),
            ("kind:me", true),
            ("kind:note tired", true),
            ("kind:quote", false),
            ("kind:quote kind:memo", true),
            ("participant:p07", true),
            ("participant:P0", false),
            ("participant:P*", true),
            ("participant:s3", true),
            ("participant:P08", false),
            ("participant:P08 participant:P07", true),
            ("tag:tired", true),
            ("code:tired tag:\"back pain\"", true),
            ("tag:#tired", true),
            ("tag:tire", false),
            ("tag:tire*", true),
            ("tag:so", false),
        ] {
            assert_eq!(whole(wanted).fits(&line, "P07"), is_there, "{wanted}");
        }
        let held = Whose { session: "2026-11-24-P07", participant: "P07", date: "2026-11-24" };
        for (wanted, is_there) in [
            ("after:2026-11-24", true),
            ("after:2026-11-25", false),
            ("before:2026-11-24", true),
            ("before:2026-11-23", false),
            ("after:2026-11", true),
            ("before:2026-10", false),
            ("before:2026", true),
            ("after:2026-11-01 after:2026-11-25", false),
            ("before:2026-11-30 before:2026-11-01", false),
            ("session:p07", true),
            ("session:P08", false),
        ] {
            assert_eq!(whole(wanted).admits(held), is_there, "{wanted}");
        }
    }

    #[test]
    fn what_cannot_be_looked_for_is_told_with_what_to_write() {
        assert!(refused("\"rest before").contains("\"rest before\""), "{}", refused("\"rest before"));
        let field = refused("colour:red");
        assert!(field.contains("kind:") && field.contains("\"colour:red\""), "{field}");
        assert!(refused("kind:").contains("kind:quote"));
        assert!(refused("kind:nonsense").contains("follow-up"));
        assert!(refused("after:yesterday").contains("2026-11-24"));
        assert!(refused("before:2026-13-01").contains("2026-11-24"));
        for nothing in ["*", "…", "\"\"", "\" - \""] {
            assert_eq!(Query::parse(nothing, Written::Whole), Err(Unclear::NoWords), "{nothing}");
        }
        // Nothing of another language of queries is one here.
        for words in ["a OR b", "NEAR(a b)", "a AND NOT b", "\"; DROP TABLE notes; --\"", "a^2", "-a", "{a b}", "10:30", "a:b:c \0"] {
            assert_eq!(Query::parse(words, Written::Whole).is_ok(), !words.starts_with("a:"), "{words}");
        }
    }

    #[test]
    fn who_speaks_dutch_may_write_dutch_fields() {
        speaking(Words::dutch(), || {
            let line = memo("moe", &[], &[]);
            assert!(whole("soort:memo deelnemer:P07").fits(&line, "P07"));
            assert!(whole("kind:memo").fits(&line, "P07"), "what the manual of the command says holds in every language");
            for field in Field::ALL {
                assert_eq!(Field::called(&field.words()), Some(field));
                assert!(field.words().chars().all(char::is_alphabetic), "{}", field.words());
            }
        });
    }

    #[test]
    fn every_mark_is_where_the_word_is() {
        let text = "Één dag, één nacht: eenmaal";
        let marked = |wanted: &str| {
            let marks = whole(wanted).marks(text);
            marks.into_iter().map(|(from, to)| text[from..to].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(marked("een"), ["Één", "één"]);
        assert_eq!(marked("een*"), ["Één", "één", "een"]);
        assert_eq!(marked("\"dag een\" nacht"), ["dag, één", "nacht"]);
        assert_eq!(marked("kind:memo"), Vec::<String>::new());
    }
}
