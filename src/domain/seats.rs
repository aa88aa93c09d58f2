//! A focus group at its table: who sits where, and who is heard in a note.
//!
//! Seats are counted clockwise from the moderator's left, and a person is known by the pseudonym of their seat only. What is typed says by
//! its first digits whose words they are ([`heard`]): `3` is seat 3, `3>5` answers seat 5, `3+` nods, `0` is everybody. Whatever else
//! begins with a digit is text, and so is what follows a `=`. Values only.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::consent::Person;
use crate::domain::guide::ConsentItem;
use crate::domain::lenient;
use crate::domain::time::Position;
use crate::words::say;

/// The fewest that sit at one table.
pub const FEWEST: usize = 2;
/// The most.
pub const MOST: usize = 12;

/// What makes a text of a line that would else say who speaks.
const IS_TEXT: char = '=';

/// A seat by its number, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seat(pub u8);

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Whether somebody sits at the table now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sits {
    /// Not at the table: they sit this out, have left, or have not come yet. Why is not said.
    Out,
    /// At the table. Also what is taken from what is not known here: a no of theirs goes on counting.
    #[default]
    #[serde(other)]
    Here,
}

/// A seat and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seated {
    /// Its number.
    pub seat: Seat,
    /// The pseudonym of whoever sits there.
    pub person: Person,
    /// Whether they sit there now.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Sits::is_here")]
    pub sits: Sits,
}

impl Sits {
    /// Whether that is at the table.
    pub fn is_here(&self) -> bool {
        *self == Self::Here
    }
}

/// Who sits where, who moderates, who observes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The seats, clockwise.
    pub seats: Vec<Seated>,
    /// The code of whoever moderates; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub moderator: String,
    /// The codes of those who observe.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub observers: Vec<String>,
    /// From when on; nothing before the beginning.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub at: Option<Position>,
}

impl Table {
    /// A table at which `people` sit in this order.
    pub fn of<S: Into<String>>(people: impl IntoIterator<Item = S>) -> Self {
        let seat = |(n, person): (u8, S)| Seated { seat: Seat(n), person: Person(person.into()), sits: Sits::Here };
        Self { seats: (1..=u8::MAX).zip(people).map(seat).collect(), ..Self::default() }
    }

    /// Whose seat it is.
    pub fn person(&self, seat: Seat) -> Option<&Person> {
        self.seats.iter().find(|one| one.seat == seat).map(|one| &one.person)
    }

    /// Where they sit.
    pub fn seat_of(&self, person: &Person) -> Option<Seat> {
        self.seats.iter().find(|one| one.person == *person).map(|one| one.seat)
    }

    /// The seats at which somebody sits now.
    pub fn here(&self) -> impl Iterator<Item = Seat> {
        self.seats.iter().filter(|one| one.sits.is_here()).map(|one| one.seat)
    }

    /// The same table, at which somebody sits from `at` on, or does not.
    #[must_use]
    pub fn with(&self, seat: Seat, sits: Sits, at: Position) -> Self {
        let change = |one: &Seated| Seated { sits: if one.seat == seat { sits } else { one.sits }, ..one.clone() };
        Self { seats: self.seats.iter().map(change).collect(), at: Some(at), ..self.clone() }
    }

    /// The same table, at which two have changed places since `at`: each takes along whether they sit there.
    #[must_use]
    pub fn exchanged(&self, one: Seat, other: Seat, at: Position) -> Self {
        let number = |seat: Seat| match seat {
            seat if seat == one => other,
            seat if seat == other => one,
            seat => seat,
        };
        let mut seats: Vec<Seated> = self.seats.iter().map(|seated| Seated { seat: number(seated.seat), ..seated.clone() }).collect();
        seats.sort_by_key(|seated| seated.seat);
        Self { seats, at: Some(at), ..self.clone() }
    }

    /// The seat that one who comes later would have; none where no more sit at one table.
    pub fn next_seat(&self) -> Option<Seat> {
        let last = self.seats.iter().map(|one| one.seat.0).max().unwrap_or_default();
        (self.seats.len() < MOST).then(|| Seat(last.saturating_add(1)))
    }

    /// What somebody is called of whom no code was said: by their seat, and like nobody else.
    pub fn code_for(&self, seat: Seat) -> Person {
        let codes = (seat.0..=u8::MAX).map(|n| Person(format!("S{n}")));
        codes.into_iter().find(|code| self.seat_of(code).is_none()).unwrap_or_else(|| Person(format!("S{seat}")))
    }

    /// The same table with one more, who sits there from `at` on.
    #[must_use]
    pub fn joined_by(&self, person: Person, at: Position) -> Option<Self> {
        let next = Seated { seat: self.next_seat()?, person, sits: Sits::Here };
        Some(Self { seats: self.seats.iter().cloned().chain([next]).collect(), at: Some(at), ..self.clone() })
    }

    /// Whether it can be a table: as many seats as there may be, each once, each somebody's own.
    pub fn is_whole(&self) -> bool {
        let twice = |at: usize| {
            let (one, before) = (&self.seats[at], &self.seats[..at]);
            one.seat.0 == 0 || one.person.0.is_empty() || before.iter().any(|other| other.seat == one.seat || other.person == one.person)
        };
        (FEWEST..=MOST).contains(&self.seats.len()) && !(0..self.seats.len()).any(twice)
    }
}

/// Whether somebody may come to the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission<'a> {
    /// They may.
    Yes,
    /// Not before they have answered these.
    Unasked(Vec<&'a ConsentItem>),
    /// They said no to what is going on there.
    No,
}

/// What is done in a note by those who are heard in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Does {
    /// They speak.
    #[default]
    Speaks,
    /// They nod.
    Nods,
    /// They show that they do not agree.
    Differs,
    /// They say their code or their first words, so that their voice is known.
    Introduces,
    /// It is everybody at once.
    All,
    /// What only a newer hearback knows.
    #[serde(other)]
    Newer,
}

/// Who is heard in a note. Nobody in particular unless it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Whose seats.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<Seat>,
    /// The seat that is answered.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub answers: Option<Seat>,
    /// What they do.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Does::is_speaking")]
    pub does: Does,
}

impl Does {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks it")]
    fn is_speaking(&self) -> bool {
        *self == Self::Speaks
    }
}

impl Voice {
    /// Whether it was not said whose it is.
    pub fn is_nobodys(&self) -> bool {
        self.seats.is_empty() && self.does != Does::All
    }

    /// Who it is, in figures, as it stands beside a note: `3`, `5 > 2`, `1 3 7`.
    pub fn who(&self) -> String {
        match (self.does, self.answers) {
            (Does::All, _) => say!("voice-all"),
            (_, Some(answered)) => format!("{} > {answered}", in_a_row(&self.seats)),
            _ => in_a_row(&self.seats),
        }
    }

    /// What they do without a word.
    pub fn what(&self) -> String {
        match self.does {
            Does::Speaks | Does::All | Does::Newer if self.answers.is_some() => say!("voice-answers"),
            Does::Speaks | Does::All | Does::Newer => say!("voice-speaks"),
            Does::Nods => say!("voice-nods"),
            Does::Differs => say!("voice-differs"),
            Does::Introduces => say!("voice-introduces"),
        }
    }

    /// What the line is going to be, in words: `seat 3 answers 5`.
    pub fn told(&self) -> String {
        let (who, count) = (listed(&self.seats), self.seats.len());
        match (self.does, self.answers) {
            (Does::All, _) => say!("voice-line-all"),
            (Does::Nods, _) => say!("voice-line-nods", who = who, count = count),
            (Does::Differs, _) => say!("voice-line-differs", who = who, count = count),
            (_, Some(answered)) => say!("voice-line-answers", who = who, answered = u32::from(answered.0)),
            (Does::Introduces, None) => say!("voice-line-introduces", who = who),
            (Does::Speaks | Does::Newer, None) => say!("voice-line", who = who, count = count),
        }
    }

    /// What is typed in front of the words to say so.
    fn typed(&self) -> String {
        match (self.does, self.answers) {
            (Does::All, _) => "0".to_owned(),
            (Does::Nods, _) => format!("{}+", in_a_row(&self.seats)),
            (Does::Differs, _) => format!("{}-", in_a_row(&self.seats)),
            (_, Some(answered)) => format!("{}>{answered}", in_a_row(&self.seats)),
            _ => in_a_row(&self.seats),
        }
    }

    /// `table`, at which all sit who are heard here.
    pub(crate) fn at_its(&self, table: &Table) -> Table {
        let change = |one: &Seated| {
            let heard = self.seats.contains(&one.seat) || self.answers == Some(one.seat);
            Seated { sits: if heard { Sits::Here } else { one.sits }, ..one.clone() }
        };
        Table { seats: table.seats.iter().map(change).collect(), ..table.clone() }
    }

    /// The same without those of these seats.
    #[must_use]
    pub fn without(&self, seats: &[Seat]) -> Self {
        let stays = |seat: &Seat| !seats.contains(seat);
        Self { seats: self.seats.iter().copied().filter(stays).collect(), answers: self.answers.filter(stays), does: self.does }
    }
}

/// Seats beside each other.
pub fn in_a_row(seats: &[Seat]) -> String {
    seats.iter().map(Seat::to_string).collect::<Vec<_>>().join(" ")
}

/// Seats one after the other in a sentence.
pub fn listed(seats: &[Seat]) -> String {
    seats.iter().map(Seat::to_string).collect::<Vec<_>>().join(", ")
}

/// What a line says at `table`: who is heard, and what follows that. Where nobody is, it is all text, without the sign that made it so.
pub fn heard<'t>(line: &'t str, table: Option<&Table>) -> (Voice, &'t str) {
    let Some(table) = table else { return (Voice::default(), line) };
    if let Some(text) = line.strip_prefix(IS_TEXT).filter(|text| text.starts_with(|c: char| c.is_ascii_digit())) {
        return (Voice::default(), text);
    }
    spoken(line, table).unwrap_or((Voice::default(), line))
}

/// The line that would be read as `text` of `voice`.
pub fn line(voice: &Voice, text: &str, table: Option<&Table>) -> String {
    if table.is_none() {
        return text.to_owned();
    }
    match (voice.is_nobodys(), text.is_empty()) {
        (true, _) if heard(text, table).1 == text => text.to_owned(),
        (true, _) => format!("{IS_TEXT}{text}"),
        (false, true) => voice.typed(),
        (false, false) => format!("{} {text}", voice.typed()),
    }
}

/// Who is heard in a line, if it says so.
fn spoken<'t>(line: &'t str, table: &Table) -> Option<(Voice, &'t str)> {
    let (mut seats, mut rest): (Vec<Seat>, _) = (Vec::new(), line);
    if let Some((0, after)) = number(rest) {
        let voice = Voice { does: Does::All, ..Voice::default() };
        return (ends(after) && !line.starts_with("00")).then(|| (voice, after.trim_start()));
    }
    let (mut does, mut answers) = (Does::Speaks, None);
    // Nobody is heard twice in one line: a number that comes again is what they said.
    while let Some((found, after)) =
        number(rest).and_then(|(n, after)| Some((at(n, table)?, after))).filter(|(seat, _)| !seats.contains(seat))
    {
        let sign = after.chars().next();
        let signed = after.get(1..).unwrap_or_default();
        match sign {
            Some('+') if ends(signed) => (does, rest) = (Does::Nods, signed),
            Some('-') if ends(signed) => (does, rest) = (Does::Differs, signed),
            Some('>') if seats.is_empty() => {
                let (answered, end) = number(signed).and_then(|(n, end)| Some((at(n, table)?, end)))?;
                if !ends(end) || answered == found {
                    return None;
                }
                (answers, rest) = (Some(answered), end);
            }
            _ if ends(after) => rest = after,
            _ => break,
        }
        seats.push(found);
        let next = rest.trim_start();
        if does != Does::Speaks || answers.is_some() || !next.starts_with(|c: char| c.is_ascii_digit()) {
            // A sign may stand apart, where nothing else does.
            match (does, next.trim_end()) {
                (Does::Speaks, "+") if answers.is_none() => (does, rest) = (Does::Nods, ""),
                (Does::Speaks, "-") if answers.is_none() => (does, rest) = (Does::Differs, ""),
                _ => {}
            }
            break;
        }
        rest = next;
    }
    (!seats.is_empty()).then(|| (Voice { seats, answers, does }, rest.trim_start()))
}

/// Whether a number ends before `rest`.
fn ends(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// The number that a text begins with, and what follows it.
fn number(text: &str) -> Option<(u8, &str)> {
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - after.len()];
    // A number that begins with a nought is a time or an amount.
    let is_seat = digits == "0" || !digits.starts_with('0');
    digits.parse().ok().filter(|_| is_seat).map(|number| (number, after))
}

/// The seat of this number, if somebody sits there.
fn at(number: u8, table: &Table) -> Option<Seat> {
    table.here().find(|seat| seat.0 == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(numbers: &[u8]) -> Vec<Seat> {
        numbers.iter().copied().map(Seat).collect()
    }

    /// What `line` is read as at a table of so many: who, and the words.
    fn read(line: &str, count: u8) -> (String, String) {
        let table = Table::of((1..=count).map(|n| format!("S{n}")));
        let (voice, text) = heard(line, Some(&table));
        (if voice.is_nobodys() { String::new() } else { voice.told() }, text.to_owned())
    }

    #[test]
    fn the_first_digits_say_who_is_heard() {
        for (line, who, text) in [
            ("3", "seat 3", ""),
            ("3 they come for a massage", "seat 3", "they come for a massage"),
            ("3>5 but in my practice", "seat 3 answers 5", "but in my practice"),
            ("3+", "seat 3 nods", ""),
            ("3- only the first time", "seat 3 does not agree", "only the first time"),
            ("1 3 7+", "seats 1, 3, 7 nod", ""),
            ("1 3 7 +", "seats 1, 3, 7 nod", ""),
            ("1 3", "seats 1, 3", ""),
            ("0 laughter, then silence", "everybody", "laughter, then silence"),
            ("3 3 times", "seat 3", "3 times"),
        ] {
            assert_eq!(read(line, 7), (who.to_owned(), text.to_owned()), "{line}");
        }
    }

    #[test]
    fn two_digits_are_one_seat_where_there_is_such_a_one() {
        assert_eq!(read("11 people came", 12), ("seat 11".into(), "people came".into()));
        assert_eq!(read("11 people came", 7), (String::new(), "11 people came".into()));
        assert_eq!(read("10>12 no", 12), ("seat 10 answers 12".into(), "no".into()));
        assert_eq!(read("10 11 12+", 12), ("seats 10, 11, 12 nod".into(), String::new()));
    }

    #[test]
    fn what_is_really_text_stays_text() {
        for line in
            ["3x a week", "3.5 hours", "3,5", "2026 was hard", "3-year-old", "8 hours", "3>9 no", "3>3", "03", "007", "00", "", "300"]
        {
            assert_eq!(read(line, 7), (String::new(), line.to_owned()), "{line}");
        }
        assert_eq!(read("=3 times a week", 7), (String::new(), "3 times a week".into()));
        assert_eq!(read("= that", 7), (String::new(), "= that".into()));
        assert_eq!(heard("3 times", None), (Voice::default(), "3 times"), "an interview with one has no seats");
    }

    #[test]
    fn what_a_line_says_is_written_so_that_it_is_read_again() {
        let table = Table::of((1..=12).map(|n| format!("S{n}")));
        for text in ["3", "3 a", "10>12 b", "1 3 7+ c", "2-", "0 all of it", "=3 times", "9 lives and 3 more", "plain", "= so", "==3"] {
            let (voice, words) = heard(text, Some(&table));
            let again = line(&voice, words, Some(&table));
            assert_eq!(heard(&again, Some(&table)), (voice, words), "{text} became {again}");
        }
    }

    #[test]
    fn whoever_sits_out_is_not_heard() {
        let mut table = Table::of(["A", "B", "C"]);
        table.seats[1].sits = Sits::Out;
        assert_eq!(table.here().collect::<Vec<_>>(), seats(&[1, 3]));
        assert_eq!(heard("2 words", Some(&table)).1, "2 words");
    }

    #[test]
    fn a_table_has_two_to_twelve_seats_and_nobody_sits_twice() {
        let whole = |people: &[&str]| Table::of(people.iter().copied()).is_whole();
        assert!(whole(&["A", "B"]) && !whole(&["A"]) && !whole(&["A", "A"]) && !whole(&["A", ""]));
        assert!(Table::of((0..12).map(|n| n.to_string())).is_whole());
        assert!(!Table::of((0..13).map(|n| n.to_string())).is_whole());
    }
}
