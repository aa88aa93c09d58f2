//! The interview screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::domain::agenda;
use crate::domain::agenda::Minutes;
use crate::domain::agenda::Part;
use crate::domain::coverage::Coverage;
use crate::domain::note::Note;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::time::long_clock;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Interview as I;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::msg::Battery;
use crate::tui::msg::Supply;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Card;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::protocol;
use crate::tui::screen::interview::withdrawal;
use crate::tui::shared::METER_BARS;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::question::Said;
use crate::tui::view::question::screenful;
use crate::tui::view::question::spoken;
use crate::tui::view::question::weight_sign;
use crate::words;
use crate::words::message::message;
use crate::words::say;

/// What the session does with sound, as the first row says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    OffRecord,
    Starting,
    /// The same room, and no recording that anybody will have.
    Rehearsal,
    Recording,
    NotesOnly,
    NoAudio,
    NotBegun,
    CutShort,
    Ended,
}

impl State {
    pub(crate) fn of(model: &Model, session: &Session) -> Self {
        let resuming = model.screen.face().is_resuming();
        match (session.phase(), session.audio()) {
            (Phase::OffRecord, _) => Self::OffRecord,
            (Phase::Recording, Audio::Live(_)) if resuming => Self::Starting,
            (Phase::Recording, Audio::Live(_)) if model.shared.keeping == Keeping::Nothing => Self::Rehearsal,
            (Phase::Recording, Audio::Live(_)) => Self::Recording,
            (Phase::Recording, Audio::NotesOnly(_)) => Self::NotesOnly,
            (Phase::Recording, Audio::Lost(_)) => Self::NoAudio,
            (Phase::Recording, Audio::None) => Self::Starting,
            (Phase::Draft, _) => Self::NotBegun,
            (Phase::Interrupted, _) => Self::CutShort,
            (Phase::Ended | Phase::Reviewed, _) => Self::Ended,
        }
    }

    /// Whether what is said now is heard.
    fn is_live(self) -> bool {
        matches!(self, Self::Recording | Self::Rehearsal)
    }

    pub(crate) fn words(self) -> String {
        match self {
            Self::OffRecord => say!("state-off-record"),
            Self::Starting => say!("state-starting"),
            Self::Rehearsal => say!("state-rehearsal"),
            Self::Recording => say!("state-recording"),
            Self::NotesOnly => say!("state-notes-only"),
            Self::NoAudio => say!("state-no-audio"),
            Self::NotBegun => say!("state-not-begun"),
            Self::CutShort => say!("state-cut-short"),
            Self::Ended => say!("state-ended"),
        }
    }
}

pub(crate) fn draw(model: &Model, room: &Room, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    header(model, session, look, head, buffer);
    let guide_width = (body.width / 3).clamp(18, 34);
    let (left, right) = (Rect { width: guide_width, ..body }, Rect { x: body.x + guide_width, width: body.width - guide_width, ..body });
    // In distress nobody needs the guide, and the protocol needs the room.
    let (right, rows_of_notes) = match room.card() {
        Card::Protocol(_) | Card::Withdrawal => (body, 3),
        // What is to be asked is read aloud; of the notes the latest two do.
        Card::Away | Card::Answers(_) if body.height < 10 => (right, 3),
        Card::Away | Card::Answers(_) if body.height < 16 => (right, 4),
        Card::Away | Card::Answers(_) => (right, 5),
    };
    if right.x > body.x {
        guide_column(model, session, room, look, left, buffer);
    }
    // Half and half, unless what is to be asked needs more; some rows of notes always stay, and in distress the line that is written.
    let most = body.height.saturating_sub(rows_of_notes);
    let keys = &model.shared.keys;
    let Said { title, lines, now } = match room.card() {
        Card::Protocol(step) => protocol(session, keys, step, look, Rect { height: most, ..right }),
        Card::Withdrawal => withdrawal(keys, model.shared.keeping, look, right),
        Card::Away | Card::Answers(_) => spoken(session, room, keys, look, Rect { height: most, ..right }),
    };
    let needed = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let question = Rect { height: needed.max(body.height / 2).min(most), ..right };
    let notes_height = body.height - question.height;
    let notes = Rect { y: right.y + question.height, height: notes_height, ..right };
    let room_for_it = padded(parts::panel(&title, question, look, buffer));
    let lines = match room.card() {
        Card::Away => screenful(lines, now, room.screenful(), usize::from(room_for_it.height), &keys.name(I::ShowRest), look),
        Card::Protocol(_) | Card::Withdrawal | Card::Answers(_) => lines,
    };
    show(lines, room_for_it, &keys.name(I::NextQuestion), look, buffer);
    Some(notes_panel(model, session, room, look, notes, buffer))
}

fn header(model: &Model, session: &Session, look: Look, area: Rect, buffer: &mut Buffer) {
    let state = State::of(model, session);
    let (words, live) = (state.words(), state.is_live());
    let sign = if live { look.either("● ", "* ") } else { look.either("‖ ", "= ") };
    let state = Span::styled(format!(" {sign}{words} {}", long_clock(model.shared.now.position.secs())), look.recording());
    let mut left = vec![(0, state)];
    if live {
        let meter = parts::meter(model.shared.gauges.meter.iter().copied(), METER_BARS, look);
        left.push((4, Span::styled(meter, look.text())));
        let level = model.shared.gauges.meter.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let clip = if model.shared.clips() { format!(" {}", say!("sign-clips")) } else { String::new() };
        let level = if level.is_finite() { format!("{level:>4.0} dB{clip}") } else { format!("  {}", say!("no-level")) };
        left.push((2, Span::styled(level, look.text())));
    }
    // What stands is said here as long as it does, whatever the line of notices says meanwhile.
    let marks = model.shared.notices.marks();
    if !marks.is_empty() {
        left.push((1, Span::styled(format!("! {}", marks.join(", ")), look.notice(Weight::Warning))));
    }
    if let Some(minutes) = model.shared.minutes_left() {
        let room = if minutes < 120 { say!("disk-minutes", minutes = minutes) } else { say!("disk-hours", hours = minutes / 60) };
        left.push((5, Span::styled(room, look.faint())));
    }
    if let Some(Battery { percent, supply: Supply::Battery }) = model.shared.gauges.last.battery {
        left.push((6, Span::styled(say!("battery-percent", percent = u32::from(percent)), look.faint())));
    }
    let opened = session.opened();
    let who = format!(
        "{} {} {} {} v{}",
        opened.participant,
        look.either("·", "-"),
        opened.round.words(),
        look.either("·", "-"),
        opened.guide_version
    );
    let time = Minutes::of_interview(session, model.shared.now.position);
    let Minutes { used, planned } = time;
    let minutes = if time.is_over() {
        say!("minutes-over", used = used, planned = planned)
    } else {
        say!("minutes-of", used = used, planned = planned)
    };
    let minutes = format!("{minutes} ");
    let right = vec![(3, Span::styled(parts::cut(&who, 40, look), look.faint())), (1, Span::styled(minutes, look.text()))];
    parts::two_ends(left, right, area, buffer);
}

/// One row of the guide column.
struct GuideRow {
    text: String,
    right: String,
    style: Style,
    here: bool,
}

fn guide_column(model: &Model, session: &Session, room: &Room, look: Look, area: Rect, buffer: &mut Buffer) {
    let inside = parts::panel(&say!("panel-guide"), area, look, buffer);
    let rows = guide_rows(model, session, room, look);
    let here = rows.iter().rposition(|r| r.here).unwrap_or(0);
    let height = usize::from(inside.height);
    let first = (here + height / 2 + 1).saturating_sub(height).min(rows.len().saturating_sub(height));
    for (y, row) in rows.iter().skip(first).take(height).enumerate() {
        let at = Rect { y: inside.y + u16::try_from(y).unwrap_or(0), height: 1, ..inside };
        let room = usize::from(inside.width).saturating_sub(parts::cells(&row.right) + 1);
        Line::styled(parts::cut(&row.text, room, look), row.style).render(at, buffer);
        let right = Line::styled(row.right.clone(), look.faint());
        let wide = u16::try_from(right.width()).unwrap_or(0).min(at.width);
        right.render(Rect { x: at.right() - wide, width: wide, ..at }, buffer);
    }
}

fn guide_rows(model: &Model, session: &Session, room: &Room, look: Look) -> Vec<GuideRow> {
    let (guide, coverage) = (session.guide(), session.coverage());
    let parts = agenda::parts(session);
    let arrow = look.either('▶', '>');
    let bookend = |text: &str, is_here: fn(&Part) -> bool| {
        let here = is_here(&room.part());
        let (sign, style) = if here { (arrow, look.strong()) } else { (' ', look.text()) };
        GuideRow { text: format!("{sign} {text}"), right: String::new(), style, here }
    };
    let mut rows = vec![bookend(&say!("part-introduction"), |part| matches!(part, Part::Introduction(_)))];
    for (t, topic) in guide.topics.iter().enumerate() {
        let questions: Vec<_> =
            parts.iter().filter_map(|p| if let Part::Question(pt, q) = p { (*pt == t).then_some(*q) } else { None }).collect();
        // What does not belong in this interview is no part of its map.
        if questions.is_empty() {
            continue;
        }
        let current = matches!(room.part(), Part::Question(at, _) if at == t);
        let settled = questions.iter().filter(|q| coverage.of(&topic.questions[**q].id).is_settled()).count();
        let touched = questions.iter().any(|q| coverage.of(&topic.questions[*q].id) != Coverage::NotYet);
        let sign = match (current, settled == questions.len(), touched) {
            (true, ..) => arrow,
            (_, true, _) => look.coverage(Coverage::Asked),
            (_, _, true) => look.coverage(Coverage::Partly),
            _ => look.coverage(Coverage::NotYet),
        };
        let Minutes { used, planned } = Minutes::of_topic(session, t, model.shared.now.position);
        let right = if used > 0 { format!("{used}/{planned}m") } else { format!("{planned}m") };
        let style = if current { look.strong() } else { look.text() };
        rows.push(GuideRow { text: format!("{sign} {} {}", t + 1, topic.title), right, style, here: current });
        for q in questions {
            let question = &topic.questions[q];
            let state = coverage.of(&question.id);
            // Elsewhere only what waits to be come back to is worth a row.
            if !current && state != Coverage::ComeBack {
                continue;
            }
            let here = room.part() == Part::Question(t, q);
            let style = if here { look.chosen() } else { look.text() };
            let mark = if here { look.either('›', '>') } else { ' ' };
            let label = format!(" {mark}{} {} ", look.coverage(state), question.label());
            rows.push(GuideRow { text: label, right: weight_sign(question, look), style, here });
        }
    }
    rows.push(bookend(&say!("part-closing"), |part| matches!(part, Part::Closing(_))));
    rows
}

/// The protocol with its step `at` to be read now; where not all of it fits, from that step on, or as much before it as there is room for.
fn protocol(session: &Session, keys: &Keys, at: usize, look: Look, area: Rect) -> Said {
    let width = usize::from(area.width.saturating_sub(4));
    let texts = crate::domain::distress::protocol(session.guide());
    let steps: Vec<Vec<String>> = texts.iter().map(|step| parts::wrap(&format!("- {step}"), width)).collect();
    let room = usize::from(area.height.saturating_sub(3));
    // The last rows say what can be chosen and where help can be had, whichever step is read; what stands among the steps is not there twice.
    let mut numbers = numbers(session);
    let mut help = help(&numbers, look, width, usize::from(area.height.saturating_sub(4) / 3));
    let mut seen = seen(&steps, at, room.saturating_sub(help.len()));
    numbers.retain(|number| !texts[seen.clone()].iter().any(|step| step.ends_with(number)));
    if numbers.is_empty() || steps.iter().map(Vec::len).sum::<usize>() <= room {
        help.clear();
        seen = self::seen(&steps, at, room);
    }
    let height = room.saturating_sub(help.len());
    let mut lines = Vec::new();
    for (n, step) in steps.iter().enumerate().skip(seen.start) {
        let style = if n == at { look.strong() } else { look.text() };
        lines.extend(step.iter().map(|row| Line::styled(row.clone(), style)));
    }
    let is_last = at + 1 >= steps.len();
    if lines.len() > height && (height < 2 || is_last) {
        // A row of what is to be done says more than that there is more.
        let rest = lines.split_off(height.saturating_sub(1));
        let rest: Vec<String> = rest.into_iter().map(|row| row.to_string()).collect();
        lines.push(Line::styled(parts::cut(&rest.join(" "), width, look), look.strong()));
    } else if lines.len() > height {
        lines.truncate(height.saturating_sub(1));
        let more = format!("{} {}", look.either("…", "..."), say!("the-next-step", key = keys.name(I::NextStep)));
        lines.push(Line::styled(more, look.text()));
    }
    let choices = protocol::CHOICES.map(|(action, word)| format!("{} {}", keys.name(action), words::spoken().say(word())));
    lines.push(Line::styled(choices.join("  "), look.strong()));
    lines.extend(help);
    let on =
        if is_last { message!("puts-it-away", key = keys.name(I::Distress)) } else { message!("goes-on", key = keys.name(I::NextStep)) };
    Said::whole(say!("protocol-title", at = at + 1, count = steps.len(), on = on), lines)
}

/// Which of `steps` are seen whole in so many rows, where the one at `at` must be.
fn seen(steps: &[Vec<String>], at: usize, height: usize) -> std::ops::Range<usize> {
    let rows = |from: usize, to: usize| steps[from..to].iter().map(Vec::len).sum::<usize>();
    let all = steps.len();
    let first = (0..at).find(|first| rows(*first, all) <= height).unwrap_or(at);
    let last = (first..=all).rev().find(|last| rows(first, *last) <= height).unwrap_or(first);
    first..last
}

/// The numbers to call; where the guide has none, the last of what helps. All of it is gone through step by step.
fn numbers(session: &Session) -> Vec<&str> {
    let support = session.guide().distress.as_ref().map_or(&[][..], |distress| &distress.support);
    let mut numbers: Vec<&str> = support.iter().map(String::as_str).filter(|help| help.contains(|c: char| c.is_ascii_digit())).collect();
    if numbers.is_empty() {
        numbers.extend(support.last().map(String::as_str));
    }
    numbers
}

/// What to call, in at most so many rows.
fn help(numbers: &[&str], look: Look, width: usize, most: usize) -> Vec<Line<'static>> {
    let mut rows = if numbers.is_empty() { Vec::new() } else { parts::wrap(&say!("help-numbers", numbers = numbers.join("; ")), width) };
    if most == 0 {
        rows.clear();
    }
    if rows.len() > most {
        let rest = rows.split_off(most - 1).join(" ");
        rows.push(parts::cut(&rest, width, look));
    }
    rows.into_iter().map(|row| Line::styled(row, look.strong())).collect()
}

/// What it means to take consent back, a line each.
fn withdrawal(keys: &Keys, keeping: Keeping, look: Look, area: Rect) -> Said {
    let width = usize::from(area.width.saturating_sub(4));
    let mut lines = Vec::new();
    for choice in withdrawal::CHOICES {
        let rows = parts::wrap(&format!("{}  {}", keys.name(choice), withdrawal::means(choice, keeping)), width);
        lines.extend(rows.into_iter().map(|row| Line::styled(row, look.strong())));
    }
    lines.push(Line::default());
    let otherwise = parts::wrap(&say!("withdrawal-nothing", key = keys.name(I::WantNothing)), width);
    lines.extend(otherwise.into_iter().map(|row| Line::styled(row, look.text())));
    if lines.len() > usize::from(area.height.saturating_sub(2)) {
        // Where there is no room for what each means, there is for what each is.
        let each = withdrawal::CHOICES.map(|choice| format!("{} {}", keys.name(choice), withdrawal::means_in_short(choice)));
        let all = format!("{}  {}", each.join("  "), say!("withdrawal-nothing-short", key = keys.name(I::WantNothing)));
        lines = parts::wrap(&all, width).into_iter().map(|row| Line::styled(row, look.strong())).collect();
    }
    Said::whole(say!("withdrawal-title"), lines)
}

fn notes_panel(model: &Model, session: &Session, room: &Room, look: Look, area: Rect, buffer: &mut Buffer) -> Cell {
    let inside = parts::panel(&say!("panel-notes"), area, look, buffer);
    let lead = 10; // "h:mm:ss x " in front of every note
    let width = usize::from(inside.width).saturating_sub(lead);
    let line_rows = if room.is_veiled() { 1 } else { parts::rows_of(room.line(), width).min(inside.height.saturating_sub(1)).max(1) };
    let list = Rect { height: inside.height - line_rows, ..inside };
    let notes: Vec<&Note> = session.notes().rev().take(usize::from(list.height)).collect();
    for (n, note) in notes.iter().enumerate() {
        let y = list.bottom() - 1 - u16::try_from(n).unwrap_or(0);
        note_row(model, note, look, Rect { y, height: 1, ..list }, buffer);
    }
    let at = room.begun().map_or(model.shared.now.position, |stamp| stamp.position());
    let kind = room.kind();
    let first = inside.bottom() - line_rows;
    let mark = format!("{:>7} {} ", at.to_string(), look.kind(kind));
    buffer.set_stringn(inside.x, first, &mark, lead, if room.begun().is_some() { look.strong() } else { look.faint() });
    let line =
        Rect { x: inside.x + u16::try_from(lead).unwrap_or(0), y: first, width: u16::try_from(width).unwrap_or(1), height: line_rows };
    if room.line().is_empty() {
        let hint = if kind == NoteKind::default() {
            say!("type-a-note")
        } else {
            say!("type-a-kind", kind = kind.word(), key = model.shared.key(I::NextKind))
        };
        buffer.set_stringn(line.x, line.y, hint, width, look.faint());
    }
    if room.is_veiled() {
        let words = say!("unfinished", what = kind.counted(room.line().text()));
        buffer.set_stringn(line.x, line.y, words, width, look.faint());
        return Cell { x: line.x, y: line.y };
    }
    parts::writing(room.line(), line, look, buffer)
}

fn note_row(model: &Model, note: &Note, look: Look, area: Rect, buffer: &mut Buffer) {
    let saved = model.shared.is_saved(note.id);
    let state = match (model.shared.keeping, saved) {
        (Keeping::Nothing, true) => String::new(),
        (Keeping::Kept | Keeping::ForShow, true) => say!("is-saved"),
        (_, false) => "...".to_owned(),
    };
    let text = parts::cut(&in_the_room(note), usize::from(area.width).saturating_sub(17), look);
    let left = format!("{:>7} {} {text}", note.position.to_string(), look.kind(note.kind));
    buffer.set_stringn(area.x, area.y, left, usize::from(area.width), if note.is_moment() { look.faint() } else { look.text() });
    let x = area.right().saturating_sub(6);
    buffer.set_stringn(x, area.y, state, 5, look.faint());
}

/// What a note shows on a screen that the participant may glance at: once it is written, what was thought or seen is only counted. A
/// follow-up is a question still to be asked in this room, so it stays readable, for the team only though it is.
fn in_the_room(note: &Note) -> String {
    match note.kind {
        NoteKind::Observation | NoteKind::Memo if !note.is_moment() => note.kind.counted(&note.text),
        NoteKind::Paraphrase | NoteKind::Quote | NoteKind::Observation | NoteKind::FollowUp | NoteKind::Memo => parts::words_of(note),
    }
}

fn padded(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

/// Draws `lines`; where there are more than fit, a row says which key goes on to them.
fn show(mut lines: Vec<Line<'_>>, area: Rect, on: &str, look: Look, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    if lines.len() > height {
        lines.truncate(height.saturating_sub(1));
        lines.push(Line::styled(format!("{} {}", look.either("…", "..."), say!("what-comes-next", key = on)), look.text()));
    }
    for (y, line) in lines.into_iter().enumerate() {
        line.render(Rect { y: area.y + u16::try_from(y).unwrap_or(0), height: 1, ..area }, buffer);
    }
}
