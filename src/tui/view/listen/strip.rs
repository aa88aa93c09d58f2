//! The strip above the notes: the session over the whole width. A scale of times, how loud it was, the playhead on a row of its own, notes in
//! lanes, and the topics as bands.
//!
//! How loud it was stands in eighths of a cell: the mean in front, the peak quietly behind it, the two in one cell by
//! its ground and its sign where the peak fills it. Where colours are not wanted only the heights are left, and those say enough.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::style::Style;

use crate::domain::agenda;
use crate::domain::loss::Soundless;
use crate::domain::loss::Why;
use crate::domain::note::NoteId;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::time::clock;
use crate::tui::msg::Drawn;
use crate::tui::view::look::Look;
use crate::tui::view::look::Palette;
use crate::tui::view::parts;
use crate::words::say;

/// Eighths of a cell, from the bottom.
const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The same in ASCII.
const PLAIN_EIGHTHS: [char; 9] = [' ', '.', '.', ':', ':', '-', '=', '+', '#'];

/// What is drawn.
pub(super) struct Strip<'s> {
    pub(super) session: &'s Session,
    pub(super) soundless: &'s [Soundless],
    pub(super) waveform: Option<&'s Drawn>,
    /// Where the playhead is.
    pub(super) at: Position,
    /// The part of the session that is shown.
    pub(super) window: (Position, Position),
    pub(super) chosen: Option<NoteId>,
    pub(super) look: Look,
}

/// How many rows each part takes.
struct Rows {
    scale: u16,
    wave: u16,
    lanes: u16,
    bands: u16,
}

impl Rows {
    /// In a body of so many rows, most of which are for the notes. Who spoke, in a group, stands below what was noted of it.
    fn of(height: u16, session: &Session) -> Self {
        let speakers = u16::from(session.table().is_some());
        match height {
            ..9 => Self { scale: 0, wave: 1, lanes: 0, bands: 0 },
            9..16 => Self { scale: 1, wave: 1, lanes: 1, bands: 0 },
            16..30 => Self { scale: 1, wave: 2, lanes: 1 + speakers, bands: 1 },
            _ => Self { scale: 1, wave: 4, lanes: 2 + speakers, bands: 1 },
        }
    }
}

/// How many rows the strip takes of a body of so many: with the scale and the playhead.
pub(super) fn height(body: u16, session: &Session) -> u16 {
    let Rows { scale, wave, lanes, bands } = Rows::of(body, session);
    1 + scale + wave + lanes + bands
}

/// Something that has a sign in a lane.
struct Mark {
    at: Position,
    sign: char,
    is_chosen: bool,
}

impl Strip<'_> {
    /// Draws it into the upper rows of `body`.
    pub(super) fn draw(&self, body: Rect, buffer: &mut Buffer) {
        let Rows { scale, wave, lanes, bands } = Rows::of(body.height, self.session);
        let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2).max(1), ..body };
        let mut y = area.y;
        let mut next = |height: u16| {
            let rows = Rect { y, height, ..area };
            y += height;
            rows
        };
        if scale > 0 {
            self.scale(next(scale), buffer);
        }
        self.wave(next(wave), buffer);
        self.playhead(next(1), bands == 0, buffer);
        if lanes > 0 {
            self.lanes(next(lanes), buffer);
        }
        if bands > 0 {
            self.bands(next(bands), buffer);
        }
    }

    /// The column of a moment among `width`; nothing for one that is not shown.
    fn column(&self, at: Position, width: u16) -> Option<u16> {
        let (from, to) = self.window;
        if at < from || at > to {
            return None;
        }
        let (into, span) = (at.since(from).as_millis(), to.since(from).as_millis().max(1));
        u16::try_from(into * u128::from(width) / span).ok().map(|x| x.min(width - 1))
    }

    /// The columns of a stretch, as far as it is shown.
    fn columns(&self, from: Position, to: Position, width: u16) -> Option<std::ops::RangeInclusive<u16>> {
        let (begins, ends) = self.window;
        if to <= begins || from >= ends {
            return None;
        }
        Some(self.column(from.max(begins), width)?..=self.column(to.min(ends), width)?)
    }

    /// Times, as many as there is room for.
    fn scale(&self, area: Rect, buffer: &mut Buffer) {
        /// Between two times, the second one among them.
        const CELLS: u64 = 10;
        const STEPS_MS: [u64; 16] =
            [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000];
        let (from, to) = self.window;
        let span = to.millis() - from.millis();
        let step = STEPS_MS.into_iter().find(|step| step * u64::from(area.width) / span.max(1) >= CELLS).unwrap_or(3_600_000);
        let mut at = from.millis().div_ceil(step) * step;
        while at <= to.millis() {
            let label = if step < 1_000 { format!("{}.{}", clock(at / 1_000), at / 100 % 10) } else { clock(at / 1_000) };
            let x = self.column(Position::from_millis(at), area.width).unwrap_or(area.width);
            // Nothing is cut off: the last one may have no room.
            if usize::from(x) + label.len() <= usize::from(area.width) {
                buffer.set_string(area.x + x, area.y, label, self.look.quiet());
            }
            at += step;
        }
    }

    /// How loud it was, and where there is nothing to be heard.
    fn wave(&self, area: Rect, buffer: &mut Buffer) {
        let (from, to) = self.window;
        let count = usize::from(area.width);
        let levels = match self.waveform {
            Some(Drawn::Whole(waveform)) => waveform.columns(self.session.timeline(), from, to, count),
            Some(Drawn::Percent(_)) | None => vec![None; count],
        };
        let loudest = if let Some(Drawn::Whole(waveform)) = self.waveform { waveform.loudest() } else { 0 };
        for (x, level) in (area.x..).zip(levels) {
            let heights = level.map(|level| level.heights(area.height * 8, loudest));
            self.level(heights, x, area, buffer);
        }
        for stretch in self.soundless {
            let sign = self.look.nothing(stretch.why == Why::Withheld);
            for x in self.columns(stretch.from, stretch.to, area.width).into_iter().flatten() {
                for y in area.y..area.bottom() {
                    buffer[(area.x + x, y)].reset();
                    buffer[(area.x + x, y)].set_char(sign).set_style(self.look.text());
                }
            }
        }
        for pause in self.session.timeline().pauses() {
            if let Some(x) = self.column(pause.at, area.width) {
                for y in area.y..area.bottom() {
                    buffer[(area.x + x, y)].reset();
                    buffer[(area.x + x, y)].set_char(self.look.pause()).set_style(self.look.strong());
                }
            }
        }
        if let Some(Drawn::Percent(percent)) = self.waveform {
            let words = parts::cut(&say!("waveform-comes", percent = u32::from(*percent)), count, self.look);
            buffer.set_string(area.x, area.y, words, self.look.text());
        }
    }

    /// One column of how loud it was: the peak, and the mean.
    fn level(&self, heights: Option<(u16, u16)>, x: u16, area: Rect, buffer: &mut Buffer) {
        let look = self.look;
        let Some((peak, mean)) = heights else {
            buffer[(x, area.bottom() - 1)].set_char(look.either('─', '-')).set_style(look.quiet());
            return;
        };
        let signs = look.either(EIGHTHS, PLAIN_EIGHTHS);
        for (n, y) in (area.y..area.bottom()).rev().enumerate() {
            let below = u16::try_from(n).unwrap_or(0) * 8;
            let (peak, mean) = (peak.saturating_sub(below).min(8), mean.saturating_sub(below).min(8));
            let cell = &mut buffer[(x, y)];
            if mean > 0 {
                cell.set_char(signs[usize::from(mean)]).set_style(if peak == 8 && mean < 8 { self.over_peak() } else { look.text() });
            } else {
                // What was recorded is seen to have been, however quiet.
                let peak = if n == 0 { peak.max(1) } else { peak };
                cell.set_char(signs[usize::from(peak)]).set_style(look.quiet());
            }
        }
    }

    /// The mean in front of a peak that fills its cell.
    fn over_peak(&self) -> Style {
        match self.look.palette {
            Palette::Colours => self.look.text().bg(Color::DarkGray),
            Palette::None => self.look.strong(),
        }
    }

    /// The playhead, and beside it what the signs mean, or, where the topics have no row, which one it is in.
    fn playhead(&self, area: Rect, names_topic: bool, buffer: &mut Buffer) {
        let Some(x) = self.column(self.at, area.width) else { return };
        buffer.set_string(area.x + x, area.y, self.look.either("▲", "^"), self.look.strong());
        let (left, right) = (usize::from(x), usize::from(area.width - x - 1));
        let words = if names_topic { self.topic() } else { self.legend() };
        let room = left.max(right).saturating_sub(2);
        let words = parts::cut(&words, room, self.look);
        let wide = u16::try_from(parts::cells(&words)).unwrap_or(0);
        let style = if names_topic { self.look.text() } else { self.look.quiet() };
        let at = match (right >= left, names_topic) {
            (true, true) => area.x + x + 2,
            (true, false) => area.right().saturating_sub(wide),
            (false, true) => (area.x + x).saturating_sub(wide + 1),
            (false, false) => area.x,
        };
        buffer.set_string(at, area.y, words, style);
    }

    /// The topic at the playhead.
    fn topic(&self) -> String {
        let bands = agenda::bands(self.session);
        let here = bands.iter().rfind(|band| band.from <= self.at);
        here.map(|band| band.words(self.session.guide())).unwrap_or_default()
    }

    /// What the signs that are shown mean.
    fn legend(&self) -> String {
        let look = self.look;
        let is_shown = |from: Position, to: Position| from <= self.window.1 && to >= self.window.0;
        let silent = |withheld: bool| {
            let mut stretches = self.soundless.iter().filter(|s| (s.why == Why::Withheld) == withheld);
            stretches.any(|s| is_shown(s.from, s.to))
        };
        let timeline = self.session.timeline();
        let pauses = timeline.pauses().iter().any(|pause| is_shown(pause.at, pause.at));
        let distress = self.session.distress().iter().any(|moment| is_shown(moment.at, moment.at));
        let answers = agenda::answers(self.session).iter().any(|given| is_shown(given.at, given.at));
        let marks = self.session.coverage().marks().any(|at| is_shown(at, at));
        let own = self.session.own_questions().any(|(at, _)| is_shown(at, at));
        let signs = [
            (pauses, look.pause(), say!("strip-off-record")),
            (silent(false), look.nothing(false), say!("strip-no-sound")),
            (silent(true), look.nothing(true), say!("strip-left-out")),
            (distress, Look::DISTRESS, say!("strip-distress")),
            (answers, Look::ANSWER, say!("strip-answer")),
            (own, Look::OWN, say!("strip-own")),
            (marks, look.taken(), say!("strip-marked")),
        ];
        let shown = signs.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, sign, words)| format!("{sign} {words}"));
        shown.collect::<Vec<_>>().join("  ")
    }

    /// Signs of notes and of what happened, in lanes: what lies on a sign goes into the next lane, and where there is none left, `+` says so.
    fn lanes(&self, area: Rect, buffer: &mut Buffer) {
        let mut taken = vec![vec![false; usize::from(area.width)]; usize::from(area.height)];
        for mark in self.signs() {
            let Some(x) = self.column(mark.at, area.width) else { continue };
            let free = taken.iter().position(|lane| !lane[usize::from(x)]);
            let (lane, sign) = free.map_or((taken.len() - 1, '+'), |lane| (lane, mark.sign));
            taken[lane][usize::from(x)] = true;
            let cell = &mut buffer[(area.x + x, area.y + u16::try_from(lane).unwrap_or(0))];
            cell.set_char(sign).set_style(if mark.is_chosen { self.look.selected() } else { self.look.text() });
        }
    }

    /// What has a sign, what must be seen first: the note that is chosen, distress, the others.
    fn signs(&self) -> Vec<Mark> {
        let (session, look) = (self.session, self.look);
        let other = |at: Position, sign: char| Mark { at, sign, is_chosen: false };
        let (chosen, notes): (Vec<_>, Vec<_>) = session.notes().partition(|note| Some(note.id) == self.chosen);
        let mut marks: Vec<Mark> = chosen.iter().map(|note| Mark { at: note.position, sign: look.note(note), is_chosen: true }).collect();
        marks.extend(session.distress().iter().map(|moment| other(moment.at, Look::DISTRESS)));
        // A turn without words is nothing but who spoke.
        let with_words = notes.iter().filter(|note| !note.is_moment() || note.voice.is_nobodys());
        marks.extend(with_words.map(|note| other(note.position, look.note(note))));
        // Of a group, by the number of the first seat.
        let digit = |seat: &Seat| char::from_digit(u32::from(seat.0) % 10, 10);
        marks.extend(notes.iter().filter_map(|note| Some(other(note.position, note.voice.seats.first().and_then(digit)?))));
        marks.extend(agenda::answers(session).iter().map(|given| other(given.at, Look::ANSWER)));
        marks.extend(session.own_questions().map(|(at, _)| other(at, Look::OWN)));
        marks.extend(session.coverage().marks().map(|at| other(at, look.taken())));
        marks
    }

    /// The topics, each from where it was turned to.
    fn bands(&self, area: Rect, buffer: &mut Buffer) {
        let edge = self.look.either('│', '|');
        for band in agenda::bands(self.session) {
            let Some(columns) = self.columns(band.from, band.to, area.width) else { continue };
            let (first, last) = (*columns.start(), *columns.end());
            let last = if band.to < self.window.1 { last.saturating_sub(1) } else { last };
            let room = usize::from((last + 1).saturating_sub(first));
            let words = parts::cut(&format!("{edge}{}", band.words(self.session.guide())), room, self.look);
            buffer.set_string(area.x + first, area.y, words, self.look.text());
        }
    }
}
