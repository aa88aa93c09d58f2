//! The notes as they follow each other, under headings that say which topic and question the conversation was at, with what else happened
//! between them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::domain::agenda;
use crate::domain::guide::Id;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::model::Model;
use crate::tui::screen::listen::Shows;
use crate::tui::screen::listen::listed;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// From so many cells on, the kind of a note stands there in words as well.
const WIDE: u16 = 70;

/// What the signs mean, those of the strip among them.
pub(crate) fn legend(look: Look) -> String {
    let own =
        [('*', say!("legend-sounds")), (look.either('♪', 'h'), say!("listen-is-heard")), (look.either('»', '$'), say!("legend-quoted"))];
    let kinds = NoteKind::ALL.map(|kind| (look.kind(kind), kind.words()));
    let strip = [
        (look.either('┊', ':'), say!("strip-off-record")),
        (look.either('░', '/'), say!("strip-no-sound")),
        (look.either('▒', 'x'), say!("strip-left-out")),
        (Look::DISTRESS, say!("strip-distress")),
        (Look::ANSWER, say!("strip-answer")),
        (Look::OWN, say!("strip-own")),
        (look.taken(), say!("strip-marked")),
        ('+', say!("legend-more-signs")),
    ];
    let moment = (look.moment(), say!("a-bare-moment"));
    let all = own.into_iter().chain(kinds).chain([moment]).chain(strip);
    all.map(|(sign, words)| format!("{sign} {words}").replace(' ', "\u{a0}")).collect::<Vec<_>>().join("  ")
}

/// What is listed.
pub(super) struct List<'s> {
    pub(super) model: &'s Model,
    pub(super) session: &'s Session,
    /// Where the playhead is.
    pub(super) at: Position,
    pub(super) chosen: Option<NoteId>,
    pub(super) shows: Shows,
    pub(super) look: Look,
}

/// What takes a place in it.
#[derive(Clone, Copy)]
enum Item<'s> {
    /// A note.
    Note(&'s Note),
    /// Something under a sign of its own.
    Alone(Position, char),
}

/// A row of it.
struct Row {
    text: String,
    /// At the right end.
    right: String,
    style: Style,
    /// Whether it belongs to the note that is chosen.
    is_chosen: bool,
    /// What of a note it is.
    of: Of,
}

/// What of a note a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// Its first row.
    Note,
    /// More of its words, or something else.
    Other,
}

/// The list in rows.
pub(super) struct Rows(Vec<Row>);

impl Rows {
    /// The first of the `height` rows that are in sight, so that the note that is chosen is, and if it can be, under its heading.
    fn first(&self, height: usize) -> usize {
        let first = self.0.iter().position(|row| row.is_chosen).unwrap_or(0);
        let last = self.0.iter().rposition(|row| row.is_chosen).unwrap_or(0);
        // A third of what comes stays in sight below.
        let ahead = (last + 1 + height / 3).min(self.0.len());
        ahead.saturating_sub(height).min(first)
    }

    /// How many notes begin above and below the `height` rows that are in sight.
    pub(super) fn out_of_sight(&self, height: usize) -> (usize, usize) {
        let first = self.first(height);
        let notes = |rows: &[Row]| rows.iter().filter(|row| row.of == Of::Note).count();
        (notes(&self.0[..first]), notes(&self.0[(first + height).min(self.0.len())..]))
    }

    /// Draws them.
    pub(super) fn draw(&self, look: Look, area: Rect, buffer: &mut Buffer) {
        for (y, row) in (area.y..area.bottom()).zip(self.0.iter().skip(self.first(usize::from(area.height)))) {
            let room = usize::from(area.width).saturating_sub(if row.right.is_empty() { 0 } else { parts::cells(&row.right) + 2 });
            let text = parts::padded(&parts::cut(&row.text, room, look), room);
            let right = if row.right.is_empty() { String::new() } else { format!("  {}", row.right) };
            Line::styled(format!("{text}{right}"), row.style).render(Rect { y, height: 1, ..area }, buffer);
        }
    }
}

impl<'s> List<'s> {
    /// Its rows, in so many cells.
    pub(super) fn rows(&self, width: u16) -> Rows {
        let notes = listed(self.session, self.shows);
        let heard = notes.iter().rfind(|n| n.position <= self.at && n.stands()).map(|n| n.id);
        let mut items: Vec<(Position, Item<'s>, String)> =
            notes.iter().map(|note| (note.position, Item::Note(note), self.words(note))).collect();
        let answers = agenda::answers(self.session).into_iter().map(|given| (given.at, Look::ANSWER, given.words()));
        let distress =
            self.session.distress().iter().map(|moment| (moment.at, Look::DISTRESS, say!("distress-at", words = moment.words())));
        let own = self.session.own_questions().map(|(at, is)| (at, Look::OWN, is.words()));
        for (at, sign, words) in answers.chain(distress).chain(own) {
            let after = items.iter().position(|(there, ..)| *there > at).unwrap_or(items.len());
            items.insert(after, (at, Item::Alone(at, sign), words));
        }
        let kinds = parts::widest(NoteKind::ALL.into_iter().map(NoteKind::words));
        let lead_of = |item: Item<'s>| match item {
            Item::Note(note) => self.lead(note, heard, (width >= WIDE).then_some(kinds)),
            Item::Alone(at, sign) => format!("  {:>7} {sign}  ", at.to_string()),
        };
        let mut rows = Vec::new();
        let mut under: Option<Option<&Id>> = None;
        for (_, item, words) in items {
            if let Item::Note(note) = item
                && under != Some(note.question.as_ref())
            {
                rows.extend(self.heading(note.question.as_ref(), under.is_none()));
                under = Some(note.question.as_ref());
            }
            let lead = lead_of(item);
            let is_chosen = matches!(item, Item::Note(note) if Some(note.id) == self.chosen);
            let style = if is_chosen { self.look.selected() } else { self.look.text() };
            let indent = " ".repeat(parts::cells(&lead));
            let state = if let Item::Note(note) = item { self.state(note, width) } else { String::new() };
            let room = usize::from(width).saturating_sub(indent.len() + if state.is_empty() { 0 } else { parts::cells(&state) + 2 });
            for (i, text) in parts::wrap(&words, room).into_iter().enumerate() {
                let (before, right) = if i == 0 { (&lead, state.clone()) } else { (&indent, String::new()) };
                let of = if i == 0 && matches!(item, Item::Note(_)) { Of::Note } else { Of::Other };
                rows.push(Row { text: format!("{before}{text}"), right, style, is_chosen, of });
            }
        }
        Rows(rows)
    }

    /// What a note says, with its codes behind it.
    fn words(&self, note: &Note) -> String {
        let codes = self.session.listened().codes_of(note.id);
        let words = parts::words_and_voice(note);
        if codes.is_empty() { words } else { format!("{words}  [{}]", codes.join("] [")) }
    }

    /// At the right: whether it lies on the shelf, and was listened to or taken back. Where there is little room, a sign says that it was heard.
    fn state(&self, note: &Note, width: u16) -> String {
        let quoted = self.session.quoted_in_words(note.id).map(|words| format!("{} {words}", self.look.either('»', '$')));
        let heard = self.heard(note, width);
        quoted.into_iter().chain([heard]).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("  ")
    }

    fn heard(&self, note: &Note, width: u16) -> String {
        match (note.struck, self.session.listened().is_heard(note.id)) {
            (true, _) => say!("listen-taken-back"),
            (false, true) if width >= WIDE => say!("listen-is-heard"),
            (false, true) => self.look.either('♪', 'h').to_string(),
            (false, false) => String::new(),
        }
    }

    /// The heading of what was noted at `question`; at the very top nothing is said where there was none.
    fn heading(&self, question: Option<&Id>, is_first: bool) -> Option<Row> {
        let found = question.and_then(|id| self.session.guide().question(id));
        let Some((topic, question)) = found else {
            let text = say!("listen-at-no-question");
            return (!is_first).then(|| Row { text, right: String::new(), style: self.look.strong(), is_chosen: false, of: Of::Other });
        };
        let title = self.session.guide().topics.get(topic).map_or("", |topic| topic.title.trim());
        let text = say!("listen-heading", topic = title, question = question.label().trim());
        let right = self.session.coverage().of(&question.id).words();
        Some(Row { text, right, style: self.look.strong(), is_chosen: false, of: Of::Other })
    }

    /// What stands before the words of a note: when it was, its kind, a sign while it is not saved, and one for what is heard.
    fn lead(&self, note: &Note, heard: Option<NoteId>, kinds: Option<usize>) -> String {
        let look = self.look;
        let chosen = if Some(note.id) == self.chosen { look.either('▶', '>') } else { ' ' };
        let sounds = if heard == Some(note.id) { '*' } else { ' ' };
        let unsaved = if self.model.shared.is_saved(note.id) { ' ' } else { '.' };
        // A moment is none of its kind yet: the words say what it is.
        let kind = if note.is_moment() { String::new() } else { note.kind.words() };
        let kind = kinds.map(|wide| format!("{} ", parts::padded(&kind, wide))).unwrap_or_default();
        format!("{chosen}{sounds}{:>7} {}{unsaved} {kind}", note.position.to_string(), look.note(note))
    }
}
