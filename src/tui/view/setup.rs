//! The form before an interview.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::consent::Answer;
use crate::domain::text::counted;
use crate::domain::text::shown;
use crate::tui::keymap::action::Setup as S;
use crate::tui::microphone::Microphone;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::screen::setup::Field;
use crate::tui::screen::setup::SetupForm;
use crate::tui::shared::METER_BARS;
use crate::tui::view::look::Look;
use crate::tui::view::parts;

/// Cells for the names of the fields.
const LABEL: u16 = 14;

pub(crate) fn draw(model: &Model, setup: &SetupForm, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let title = match setup.text(Field::Participant).filter(|_| setup.is_planned()) {
        Some(code) => format!(" Begin the interview with {}", shown(code.text())),
        None if model.shared.keeping == Keeping::Nothing => " A rehearsal: nothing is kept".to_owned(),
        None => " Set up an interview".to_owned(),
    };
    let title = Span::styled(title, look.strong());
    let (ready, _) = readiness(model, setup);
    parts::two_ends(vec![(0, title)], vec![(1, Span::styled(format!("{ready} "), look.strong()))], head, buffer);
    let inside = parts::panel("Interview", body, look, buffer);
    let rows = rows(model, setup, look, usize::from(inside.width.saturating_sub(LABEL + 2)));
    let here = rows.iter().position(|r| r.field == Some(setup.field())).unwrap_or(0);
    let height = usize::from(inside.height);
    let first = (here + 4).saturating_sub(height).min(rows.len().saturating_sub(height));
    let below = rows.len().saturating_sub(first + height);
    // In the frame above: a long notice lies over the one below.
    let more = [(first, look.either("↑", "^"), "above"), (below, look.either("↓", "v"), "below")];
    let more = more.into_iter().filter(|(count, ..)| *count > 0).map(|(count, sign, side)| format!(" {sign} {count} more {side} "));
    let more: String = more.collect();
    let x = body.right().saturating_sub(u16::try_from(parts::cells(&more)).unwrap_or(0) + 2);
    buffer.set_string(x, body.y, more, look.strong());
    let mut cursor = None;
    for (y, row) in rows.iter().skip(first).take(height).enumerate() {
        let y = inside.y + u16::try_from(y).unwrap_or(0);
        let chosen = row.field == Some(setup.field());
        let mark = if chosen { look.either("▶ ", "> ") } else { "  " };
        buffer.set_stringn(
            inside.x,
            y,
            format!("{mark}{}", row.label),
            usize::from(LABEL),
            if chosen { look.strong() } else { look.text() },
        );
        let area = Rect { x: inside.x + LABEL, y, width: inside.width.saturating_sub(LABEL + 1), height: 1 };
        match row.field.and_then(|f| setup.text(f)) {
            Some(line) if chosen => {
                cursor = Some(parts::writing(line, area, look, buffer));
                if row.field == Some(Field::Participant) && setup.is_suggested() {
                    let words = " suggested: typing takes its place";
                    let after = u16::try_from(parts::cells(line.text()) + 1).unwrap_or(u16::MAX).min(area.width);
                    buffer.set_stringn(area.x + after, y, words, usize::from(area.width - after), look.faint());
                }
            }
            _ => {
                buffer.set_stringn(area.x, y, &row.value, usize::from(area.width), row.style);
            }
        }
    }
    cursor
}

/// Whether one can begin, for the head of the form and for the row that begins: both say the same.
fn readiness(model: &Model, setup: &SetupForm) -> (String, String) {
    let [head_key, row_key] = [S::Begin, S::NextField].map(|action| model.shared.key(action));
    if let Some(missing) = setup.missing(&model.shared.offer) {
        return ("not ready".to_owned(), missing);
    }
    if model.shared.disk_trouble().is_some() {
        return ("not ready: see the disk".to_owned(), format!("not ready: see the disk above; {row_key} twice tries all the same"));
    }
    if setup.microphone().is_some() && !setup.is_heard() {
        let row = format!("the microphone is not heard yet: say something; {row_key} twice begins all the same");
        return ("microphone not heard yet".to_owned(), row);
    }
    (format!("ready: {head_key} begins"), format!("{row_key} begins the interview"))
}

struct FieldRow {
    field: Option<Field>,
    label: String,
    value: String,
    style: Style,
}

fn rows(model: &Model, setup: &SetupForm, look: Look, width: usize) -> Vec<FieldRow> {
    let study = &model.shared.offer;
    let choice = |text: &str| format!("{} {text} {}", look.either("‹", "<"), look.either("›", ">"));
    // What cannot be changed any more does not look as if it could.
    let unless_planned = |text: &str| if setup.is_planned() { text.to_owned() } else { choice(text) };
    let row = |field, label: &str, value: String| FieldRow {
        field: Some(field),
        label: String::from(label),
        value: parts::cut(&value, width, look),
        style: look.text(),
    };
    let line = |field| setup.text(field).map(|l| l.text().to_owned()).unwrap_or_default();
    let guide = setup.guide(study);
    let named = guide.map_or_else(|| "none".to_owned(), |g| format!("{}, {} ({})", g.name_and_version(), g.title, g.language));
    // What the cursor is on stands in full, however narrow the window.
    let in_full = |field, label: &str, value: String| -> Vec<FieldRow> {
        if setup.field() != field {
            return vec![row(field, label, value)];
        }
        let mut lines = parts::wrap(&value, width).into_iter();
        let first = row(field, label, lines.next().unwrap_or_default());
        std::iter::once(first).chain(lines.map(|value| FieldRow { field: None, label: String::new(), value, style: look.text() })).collect()
    };
    let mut rows = in_full(Field::Guide, "Guide", unless_planned(&named));
    let code_at = rows.len();
    rows.extend([
        row(Field::Participant, "Participant", line(Field::Participant)),
        row(Field::Round, "Round", unless_planned(&setup.round().words())),
        row(Field::Setting, "Where", line(Field::Setting)),
        row(Field::Present, "Present", line(Field::Present)),
        match line(Field::Interviewer) {
            none if none.is_empty() => {
                let wanted = "not said yet: your own code, such as I1";
                FieldRow { style: look.faint(), ..row(Field::Interviewer, "Interviewer", wanted.into()) }
            }
            code => row(Field::Interviewer, "Interviewer", code),
        },
    ]);
    rows.extend(in_full(Field::Microphone, "Microphone", choice(setup.microphone().map_or("none: notes only", |m| &m.name))));
    let under = |value: String, style| FieldRow { field: None, label: String::new(), value: parts::cut(&value, width, look), style };
    if setup.was_held(study) {
        // The notice says it too, but the microphone may have something to say there as well.
        rows.insert(code_at + 1, under(format!("! already has a {} interview in this study", setup.round()), look.text()));
    }
    if setup.microphone().is_some() {
        let heard = sound(model, setup, look);
        // Why there is no sound stands in full, as what to do about it does.
        let lines = if setup.trouble().is_some() { parts::wrap(&heard, width) } else { vec![heard] };
        rows.extend(lines.into_iter().map(|line| under(line, look.text())));
    }
    // Two of one name are told apart as `hearback mics` does it.
    let known_as = |microphone: Option<&Microphone>| -> Vec<FieldRow> {
        let twin = microphone.filter(|one| one.has_namesake(&study.microphones));
        let id = twin.map(|one| parts::wrap(&format!("it is {}", one.id), width)).unwrap_or_default();
        id.into_iter().map(|part| under(part, look.faint())).collect()
    };
    rows.extend(known_as(setup.microphone()));
    match (study.lead_in, setup.remembering()) {
        (0, _) => {}
        (seconds, 0) => rows.push(under(format!("kept from consent on: at most the last {seconds} s before you begin"), look.faint())),
        (_, seconds) => rows.push(under(format!("in memory from now on: the last {seconds} s before you begin"), look.text())),
    }
    if setup.has_others() {
        let fallback = setup.fallback().map_or_else(|| "wait until it is back".to_owned(), |m| format!("go on with {}", m.name));
        rows.extend(in_full(Field::Fallback, "If lost", choice(&fallback)));
        rows.extend(known_as(setup.fallback()));
    }
    match (model.shared.minutes_left(), model.shared.hours_left()) {
        _ if model.shared.disk_trouble().is_some() => {
            let text = format!("! {}", model.shared.disk_trouble().unwrap_or_default());
            rows.extend(parts::wrap(&text, width).into_iter().map(|line| under(line, look.strong())));
        }
        (Some(minutes @ ..60), _) => {
            let text = format!("! room on the disk for {} only: free some space", counted(minutes, "minute"));
            rows.push(under(text, look.strong()));
        }
        (_, Some(hours)) => rows.push(under(format!("room on the disk for {}", counted(hours, "hour")), look.faint())),
        (_, None) => {}
    }
    let [yes, no] = [S::Yes, S::No].map(|action| model.shared.key(action));
    let consent = format!("Consent {yes}/{no}");
    for (n, item) in guide.iter().flat_map(|g| &g.consent).enumerate() {
        let answer = match setup.answer(n) {
            Some(Answer::Given) => "[yes]",
            Some(Answer::Refused) => "[no] ",
            None => "[   ]",
        };
        // The keys stand beside the items: on a small screen the row that has them all is further down.
        let label = if n == 0 { consent.as_str() } else { "" };
        let words = item.say.trim().replace('\n', " ");
        if setup.field() == Field::Consent(n) {
            // It is read aloud from here, so it stands in full.
            let mut lines = parts::wrap(&words, width.saturating_sub(6)).into_iter();
            rows.push(row(Field::Consent(n), label, format!("{answer} {}", lines.next().unwrap_or_default())));
            rows.extend(lines.map(|l| under(format!("      {l}"), look.text())));
        } else {
            rows.push(row(Field::Consent(n), label, format!("{answer} {words}")));
        }
    }
    if guide.is_some_and(|g| !g.consent.is_empty()) {
        let [yes, no, all, other] = [S::Yes, S::No, S::AllYes, S::How].map(|action| model.shared.key(action));
        let how = format!("{} ({other}: {})   {yes} yes  {no} no  {all} all", setup.how().words(), setup.how().other().words());
        rows.push(FieldRow { label: "How given".to_owned(), ..under(how, look.faint()) });
    }
    rows.extend(in_full(Field::Begin, "Begin", readiness(model, setup).1));
    rows
}

/// What is known of the microphone: its name and a level that moves, or why there is none.
fn sound(model: &Model, setup: &SetupForm, look: Look) -> String {
    if let Some(why) = setup.trouble() {
        return why.to_owned();
    }
    let Some(device) = setup.device() else { return "opening the microphone".into() };
    let meter = parts::meter(model.shared.gauges.meter.iter().copied(), METER_BARS, look);
    let level = model.shared.gauges.meter.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let heard = if setup.is_heard() { "heard" } else { "say something" };
    if level.is_finite() {
        format!("{meter} {level:>4.0} dB  {heard}  ({device})")
    } else {
        format!("{meter} no level  {heard}  ({device})")
    }
}
