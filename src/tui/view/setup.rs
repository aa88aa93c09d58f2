//! The form before an interview.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::consent::Answer;
use crate::domain::distress;
use crate::domain::guide::ConsentItem;
use crate::domain::prepared::FarVoice;
use crate::domain::prepared::SummaryForm;
use crate::domain::prepared::SummaryWay;
use crate::domain::text::shown;
use crate::domain::whereabouts::Letters;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Interview as I;
use crate::tui::keymap::action::Setup as S;
use crate::tui::microphone::Microphone;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::screen::setup::Far;
use crate::tui::screen::setup::Field;
use crate::tui::screen::setup::NoRecording;
use crate::tui::screen::setup::Said;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::setup::so_far;
use crate::tui::view::equipment::far_voice;
use crate::tui::view::equipment::how_given;
use crate::tui::view::equipment::machine;
use crate::tui::view::equipment::sound;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::room_check::Told;
use crate::tui::view::room_check::room_check;
use crate::tui::view::table::in_words;
use crate::tui::view::table::picture;
use crate::words::say;
use crate::words::spoken;

/// Cells for the mark of the field that the cursor is on.
const MARK: u16 = 2;

/// The fields whose names stand before them.
const NAMED: [Field; 19] = [
    Field::Said(Said::Seats),
    Field::Said(Said::Observers),
    Field::NoRecording,
    Field::Guide,
    Field::Participant,
    Field::Round,
    Field::Said(Said::Setting),
    Field::Said(Said::Beside),
    Field::Said(Said::Ring),
    Field::Said(Said::Present),
    Field::Said(Said::Leads),
    Field::Said(Said::Types),
    Field::Microphone,
    Field::Fallback,
    Field::FarVoice,
    Field::Consent(0),
    Field::SummaryForm,
    Field::SummaryWay,
    Field::Begin,
];

/// What stands before a field.
pub(crate) fn name(field: Field, keys: &Keys) -> String {
    match field {
        Field::Guide => say!("setup-guide"),
        Field::Participant => say!("setup-participant"),
        Field::Round => say!("setup-round"),
        Field::Said(Said::Setting) => say!("setup-setting"),
        Field::Said(Said::Beside) => say!("setup-beside"),
        Field::Said(Said::Ring) => say!("setup-ring"),
        Field::Said(Said::Present) => say!("setup-present"),
        Field::Said(Said::Leads) => say!("setup-leads"),
        Field::Said(Said::Types) => say!("setup-types"),
        Field::Said(Said::Seats) => say!("setup-seats"),
        Field::Said(Said::Observers) => say!("setup-observers"),
        Field::NoRecording => say!("setup-no-recording"),
        Field::Microphone => say!("setup-microphone"),
        Field::Fallback => say!("setup-fallback"),
        Field::FarVoice => say!("setup-far-voice"),
        // The keys stand beside the items: on a small screen the row that has them all is further down.
        Field::Consent(0) => say!("setup-consent", yes = keys.name(S::Yes), no = keys.name(S::No)),
        Field::Consent(_) => String::new(),
        Field::SummaryForm => say!("setup-summary-form"),
        Field::SummaryWay => say!("setup-summary-way"),
        Field::Begin => say!("setup-begin"),
    }
}

/// Cells for the names of the fields, with the mark before and a blank behind them: as many as the longest takes, if that leaves more than
/// half of `width` for what stands behind.
fn label_cells(keys: &Keys, width: u16) -> u16 {
    let names = NAMED.map(|field| name(field, keys)).into_iter().chain([say!("setup-how"), say!("setup-room-check")]);
    u16::try_from(parts::widest(names)).unwrap_or(width).saturating_add(MARK + 1).min(width / 2)
}

/// The words for yes, for no and for no answer yet, each as wide as the others.
fn answers() -> [String; 3] {
    let [yes, no] = [say!("setup-yes"), say!("setup-no")];
    let wide = parts::cells(&yes).max(parts::cells(&no));
    let blank = " ".repeat(wide);
    [yes, no, blank].map(|word| parts::padded(&format!("[{word}]"), wide + 2))
}

pub(crate) fn draw(model: &Model, setup: &SetupForm, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let title = match setup.text(Field::Participant).filter(|_| setup.is_planned()) {
        Some(code) => say!("setup-title-planned", participant = &*shown(code.text())),
        None if model.shared.keeping == Keeping::Nothing => say!("setup-title-rehearsal"),
        None => say!("setup-title"),
    };
    // While something is kept, that is what the first row says, and nothing beside it.
    let (title, ready) =
        if setup.is_checking() { (say!("setup-title-checking"), String::new()) } else { (title, readiness(model, setup).0) };
    let title = Span::styled(format!(" {title}"), look.strong());
    parts::two_ends(vec![(0, title)], vec![(1, Span::styled(format!("{ready} "), look.strong()))], head, buffer);
    let inside = parts::section(&say!("setup-panel"), body, look, buffer);
    let label = label_cells(&model.shared.keys, inside.width);
    let mut rows = rows(model, setup, look, usize::from(inside.width.saturating_sub(label + 2)));
    let letters = Letters::in_window(buffer.area.width, buffer.area.height, None);
    if letters == Letters::Small {
        rows.push(bare(parts::cut(&say!("setup-letters-small"), usize::from(inside.width.saturating_sub(label + 2)), look), look.quiet()));
    }
    let here = rows.iter().position(|r| r.field == Some(setup.field())).unwrap_or(0);
    let height = usize::from(inside.height);
    let first = (here + 4).saturating_sub(height).min(rows.len().saturating_sub(height));
    let below = rows.len().saturating_sub(first + height);
    // In the heading, where a long notice never lies.
    let above = (first > 0).then(|| say!("rows-above", sign = look.either("↑", "^"), count = first));
    let below = (below > 0).then(|| say!("rows-below", sign = look.either("↓", "v"), count = below));
    let more = above.into_iter().chain(below).map(|more| format!(" {more} ")).collect::<Vec<_>>().concat();
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
            usize::from(label),
            if chosen { look.strong() } else { look.text() },
        );
        let area = Rect { x: inside.x + label, y, width: inside.width.saturating_sub(label + 1), height: 1 };
        let text = match row.field.and_then(|f| setup.text(f)) {
            Some(line) if chosen => {
                cursor = Some(parts::writing(line, area, look, buffer));
                line.text()
            }
            _ => {
                buffer.set_stringn(area.x, y, &row.value, usize::from(area.width), row.style);
                &row.value
            }
        };
        let mut taken = parts::cells(text);
        for (words, style) in row.beside.iter().filter(|(words, _)| !words.is_empty()) {
            let from = taken + 2;
            taken = from + parts::cells(words);
            if taken <= usize::from(area.width) {
                buffer.set_string(area.x + u16::try_from(from).unwrap_or(u16::MAX), y, words, *style);
            }
        }
    }
    cursor
}

/// Whether one can begin, for the head of the form and for the row that begins: both say the same.
pub(crate) fn readiness(model: &Model, setup: &SetupForm) -> (String, String) {
    let [head_key, row_key] = [S::Begin, S::NextField].map(|action| model.shared.key(action));
    if let Some(missing) = setup.missing(&model.shared.offer, &model.shared.keys) {
        return (missing.in_short(), missing.words);
    }
    if model.shared.disk_trouble().is_some() {
        return (say!("not-ready-disk"), say!("not-ready-disk-twice", key = row_key));
    }
    if setup.microphone().is_some() && !setup.is_heard() {
        return (say!("not-heard"), say!("not-heard-twice", key = row_key));
    }
    if setup.far_voice().is_some_and(|far| far != Far::Tried(FarVoice::Heard)) {
        return (say!("far-unheard"), say!("far-unheard-begins", key = row_key));
    }
    (say!("ready", key = head_key), say!("begins-the-interview", key = row_key))
}

struct FieldRow {
    field: Option<Field>,
    label: String,
    value: String,
    style: Style,
    /// What stands behind it, each where there is room.
    beside: Vec<(String, Style)>,
}

/// A row below a field, that no key goes to.
const fn bare(value: String, style: Style) -> FieldRow {
    FieldRow { field: None, label: String::new(), value, style, beside: Vec::new() }
}

/// The rows of a form while they are put together: so many cells wide behind the names.
#[derive(Clone, Copy)]
struct Rows<'a> {
    model: &'a Model,
    setup: &'a SetupForm,
    look: Look,
    width: usize,
}

impl Rows<'_> {
    fn row(self, field: Field, value: &str) -> FieldRow {
        FieldRow {
            field: Some(field),
            label: name(field, &self.model.shared.keys),
            value: parts::cut(value, self.width, self.look),
            style: self.look.text(),
            beside: Vec::new(),
        }
    }

    fn choice(self, text: &str) -> String {
        format!("{} {text} {}", self.look.either("‹", "<"), self.look.either("›", ">"))
    }

    /// What cannot be changed any more does not look as if it could.
    fn unless_planned(self, text: &str) -> String {
        if self.setup.is_planned() { text.to_owned() } else { self.choice(text) }
    }

    fn line(self, field: Field) -> String {
        self.setup.text(field).map(|line| line.text().to_owned()).unwrap_or_default()
    }

    /// What the cursor is on stands in full, however narrow the window.
    fn in_full(self, field: Field, value: &str) -> Vec<FieldRow> {
        if self.setup.field() != field {
            return vec![self.row(field, value)];
        }
        let mut lines = parts::wrap(value, self.width).into_iter();
        let first = self.row(field, &lines.next().unwrap_or_default());
        std::iter::once(first).chain(lines.map(|line| bare(line, self.look.text()))).collect()
    }

    /// What the form chose itself says so.
    fn own(self, field: Field) -> Vec<(String, Style)> {
        let words = self.setup.is_suggested(field).then(|| match (field, self.setup.field()) {
            (Field::Participant, Field::Participant) => say!("setup-suggested"),
            _ => say!("setup-suggestion"),
        });
        words.map(|words| (words, self.look.quiet())).into_iter().collect()
    }

    fn guide(self) -> Vec<FieldRow> {
        let guide = self.setup.guide(&self.model.shared.offer);
        let named = guide.map_or_else(|| say!("no-guide"), |g| format!("{}, {} ({})", g.name_and_version(), g.title, g.language));
        let own = self.own(Field::Guide);
        // The sign that it is a choice, too, has its place before the word that says whose.
        let room = match own.first() {
            Some((words, _)) if self.setup.field() != Field::Guide => parts::cells(&self.choice("")) + 2 + parts::cells(words),
            _ => return last_beside(self.in_full(Field::Guide, &self.unless_planned(&named)), own),
        };
        let named = self.choice(&parts::cut(&named, self.width.saturating_sub(room), self.look));
        vec![FieldRow { beside: own, ..self.row(Field::Guide, &named) }]
    }

    /// The participant's code, and what is known of them: beside it, or below where there is no room.
    fn participant(self) -> Vec<FieldRow> {
        let (study, code) = (&self.model.shared.offer, self.line(Field::Participant));
        let known = [study.register.in_words(&code), so_far(study, &code)].into_iter().flatten().filter(|_| !self.setup.is_planned());
        let known = known.collect::<Vec<_>>().join("; ");
        let own = self.own(Field::Participant);
        let row = self.row(Field::Participant, &code);
        if parts::cells(&code) + 2 + parts::cells(&known) <= self.width {
            return vec![FieldRow { beside: std::iter::once((known, self.look.text())).chain(own).collect(), ..row }];
        }
        let below = parts::wrap(&known, self.width).into_iter().map(|line| bare(line, self.look.text()));
        std::iter::once(FieldRow { beside: own, ..row }).chain(below).collect()
    }

    /// Who sits there, and where.
    fn said(self) -> impl Iterator<Item = FieldRow> {
        self.setup.said().map(move |said| {
            let (field, words) = (Field::Said(said), self.line(Field::Said(said)));
            if !words.is_empty() {
                return self.row(field, &words);
            }
            let unsaid = match said {
                Said::Leads if !self.setup.is_planned() => say!("setup-leads-unsaid"),
                Said::Types => say!("setup-own-code"),
                Said::Seats => say!("setup-seats-unsaid"),
                Said::Ring => say!("setup-ring-unsaid", key = self.model.shared.key(I::Ring)),
                _ => String::new(),
            };
            let keys = [S::Left, S::Right].map(|action| self.model.shared.key(action));
            let offered = (self.setup.field() == field && self.setup.offers(said, &self.model.shared.offer))
                .then(|| (say!("setup-offered", left = &keys[0], right = &keys[1]), self.look.quiet()));
            FieldRow { style: self.look.quiet(), beside: offered.into_iter().collect(), ..self.row(field, &unsaid) }
        })
    }
}

/// These rows, with something beside the last.
fn last_beside(mut rows: Vec<FieldRow>, beside: Vec<(String, Style)>) -> Vec<FieldRow> {
    if let Some(last) = rows.last_mut() {
        last.beside = beside;
    }
    rows
}

fn rows(model: &Model, setup: &SetupForm, look: Look, width: usize) -> Vec<FieldRow> {
    let (study, form) = (&model.shared.offer, Rows { model, setup, look, width });
    let guide = setup.guide(study);
    let mut rows = form.guide();
    rows.extend(form.participant());
    let code_at = rows.len() - 1;
    rows.push(FieldRow { beside: form.own(Field::Round), ..form.row(Field::Round, &form.unless_planned(&setup.round().words())) });
    rows.extend(form.said());
    rows.extend(seats(form));
    rows.extend(form.in_full(
        Field::Microphone,
        &form.choice(&setup.microphone().map_or_else(|| say!("no-microphone-notes-only"), |m| m.name.clone())),
    ));
    // What no key goes to stands in full. A key and its word stay in one row.
    let under = |value: String, style| -> Vec<FieldRow> {
        parts::wrap(&value, width).into_iter().map(|line| bare(line.replace('\u{a0}', " "), style)).collect()
    };
    if setup.was_held(study) {
        // The notice says it too, but the microphone may have something to say there as well.
        let held = under(format!("! {}", say!("setup-was-held", round = setup.round().word())), look.text());
        let below = rows.split_off(code_at + 1);
        rows.extend(held.into_iter().chain(below));
    }
    if setup.microphone().is_some() {
        rows.extend(under(sound(model, setup, look), look.text()));
    }
    // Two of one name are told apart as `hearback mics` does it.
    let known_as = |microphone: Option<&Microphone>| -> Vec<FieldRow> {
        let twin = microphone.filter(|one| one.has_namesake(&study.microphones));
        twin.map(|one| under(say!("microphone-is", id = &one.id), look.quiet())).unwrap_or_default()
    };
    rows.extend(known_as(setup.microphone()));
    if setup.microphone().is_some() {
        let (words, style) = room_check(model, setup);
        let mut check = under(words, if style == Told::Plainly { look.text() } else { look.quiet() });
        if let Some(first) = check.first_mut() {
            first.label = say!("setup-room-check");
        }
        rows.extend(check);
    }
    match (study.lead_in, setup.remembering()) {
        (0, _) => {}
        (seconds, 0) => rows.extend(under(say!("setup-lead-in", seconds = seconds), look.quiet())),
        (_, seconds) => rows.extend(under(say!("setup-lead-in-kept", seconds = seconds), look.text())),
    }
    if setup.has_others() {
        let fallback = setup.fallback().map_or_else(|| say!("fallback-wait"), |m| say!("fallback-go-on", microphone = &m.name));
        rows.extend(form.in_full(Field::Fallback, &form.choice(&fallback)));
        rows.extend(known_as(setup.fallback()));
    }
    rows.extend(setup.far_voice().map(|far| form.in_full(Field::FarVoice, &far_voice(model, far))).unwrap_or_default());
    match (model.shared.minutes_left(), model.shared.hours_left()) {
        _ if model.shared.disk_trouble().is_some() => {
            let text = format!("! {}", model.shared.disk_trouble().unwrap_or_default());
            rows.extend(under(text, look.strong()));
        }
        (Some(minutes @ ..60), _) => {
            rows.extend(under(format!("! {}", say!("setup-room-minutes", count = minutes)), look.strong()));
        }
        (_, Some(hours)) => rows.extend(under(machine(model, say!("setup-room-hours", count = hours)), look.quiet())),
        (_, None) => {}
    }
    let service = model.shared.offer.whereabouts.as_ref().and_then(|place| place.synced_by.as_ref());
    rows.extend(service.into_iter().flat_map(|service| under(format!("! {}", say!("setup-synced", service = service)), look.text())));
    if guide.is_some_and(distress::lacks_a_number) {
        rows.extend(under(format!("! {}", say!("setup-number-missing")), look.text()));
    }
    rows.extend(consent(form));
    if guide.is_some_and(|g| !g.consent.is_empty()) {
        let mut how = under(how_given(model, setup), look.quiet());
        if let Some(first) = how.first_mut() {
            first.label = say!("setup-how");
        }
        rows.extend(how);
        rows.extend(study.information_letter.iter().map(|letter| {
            let value = match letter.date.as_ref().and_then(|date| date.parse().ok()) {
                Some(day) => say!("setup-letter-dated", version = &letter.version, date = spoken().date(day)),
                None => say!("setup-letter-version", version = &letter.version),
            };
            FieldRow { label: say!("setup-letter"), ..bare(parts::cut(&value, width, look), look.text()) }
        }));
    }
    rows.extend(summary(form));
    rows.extend(form.in_full(Field::Begin, &readiness(model, setup).1));
    rows
}

/// The table as it is seen from above, and how many sit there.
fn seats(form: Rows<'_>) -> Vec<FieldRow> {
    let Some(table) = form.setup.table(&form.model.shared.offer) else { return Vec::new() };
    if form.setup.field() != Field::Said(Said::Seats) {
        return vec![bare(parts::cut(&in_words(&table), form.width, form.look), form.look.quiet())];
    }
    picture(&table, form.width).into_iter().map(|row| bare(row, form.look.text())).collect()
}

/// Who of a group is asked, and how much is open of the others: what they answered is for nobody who is asked after them.
fn of_group(form: Rows<'_>, person: usize) -> FieldRow {
    let (setup, study) = (form.setup, &form.model.shared.offer);
    let (seat, code, open) = (person + 1, &setup.people()[person], setup.open_of(person, study));
    let words = match open {
        _ if is_asked(form, person) => say!("setup-seat-asked", seat = seat, code = &**code),
        0 => say!("setup-seat-answered", seat = seat, code = &**code),
        open => say!("setup-seat-open", seat = seat, code = &**code, count = open),
    };
    bare(parts::cut(&words, form.width, form.look), if is_asked(form, person) { form.look.strong() } else { form.look.quiet() })
}

/// Whether the cursor is on what this one of a group is asked.
fn is_asked(form: Rows<'_>, person: usize) -> bool {
    let asked = form.setup.answers_of(person, &form.model.shared.offer);
    matches!(form.setup.field(), Field::Consent(n) if asked.contains(&n))
}

/// The items of consent; of a group those of whoever is asked.
fn consent(form: Rows<'_>) -> Vec<FieldRow> {
    let (setup, look, width, study) = (form.setup, form.look, form.width, &form.model.shared.offer);
    let mut rows = Vec::new();
    let [given, refused, open] = answers();
    // The words of an item stand behind its answer and a blank.
    let lead = parts::cells(&open) + 1;
    for n in 0..setup.answers_count() {
        let Some((item, person)) = setup.asked(n, study) else { continue };
        if let Some(person) = person {
            if setup.answers_of(person, study).start == n {
                rows.push(of_group(form, person));
            }
            if !is_asked(form, person) {
                continue;
            }
        }
        let answer = match setup.answer(n) {
            Some(Answer::Given) => &given,
            Some(Answer::Refused) => &refused,
            None => &open,
        };
        let words = item.say.trim().replace('\n', " ");
        if setup.field() == Field::Consent(n) {
            // It is read aloud from here, so it stands in full.
            let mut lines = parts::wrap(&words, width.saturating_sub(lead)).into_iter();
            rows.push(form.row(Field::Consent(n), &format!("{answer} {}", lines.next().unwrap_or_default())));
            rows.extend(lines.map(|line| bare(format!("{}{line}", " ".repeat(lead)), look.text())));
            rows.extend(beside(item, lead, width).into_iter().map(|line| bare(line, look.text())));
        } else {
            rows.push(form.row(Field::Consent(n), &format!("{answer} {words}")));
        }
    }
    if setup.fields().contains(&Field::NoRecording) {
        let chosen = setup.no_recording().map_or_else(|| say!("no-recording-unsaid"), NoRecording::words);
        rows.extend(form.in_full(Field::NoRecording, &form.choice(&chosen)));
    }
    rows
}

/// How they want their summary. Where the cursor is, it also stands there where an address belongs.
fn summary(form: Rows<'_>) -> Vec<FieldRow> {
    let (setup, study) = (form.setup, &form.model.shared.offer);
    if !setup.asks_summary() {
        return Vec::new();
    }
    let (wish, before) = (setup.summary_wish(study), setup.summary_last_time(study));
    let row = |field, words: Option<String>, last: Option<String>| {
        let style = if words.is_some() { form.look.text() } else { form.look.quiet() };
        let last = last.filter(|_| words.is_none()).map(|last| (say!("setup-summary-last-time", wish = last), form.look.quiet()));
        let value = form.choice(&words.unwrap_or_else(|| say!("summary-not-asked")));
        FieldRow { style, beside: last.into_iter().collect(), ..form.row(field, &value) }
    };
    let mut rows = vec![
        row(Field::SummaryForm, wish.form.map(SummaryForm::words), before.form.map(SummaryForm::words)),
        row(Field::SummaryWay, wish.way.map(SummaryWay::words), before.way.map(SummaryWay::words)),
    ];
    if matches!(setup.field(), Field::SummaryForm | Field::SummaryWay) {
        let address = parts::wrap(&say!("setup-summary-address"), form.width);
        rows.extend(address.into_iter().map(|line| bare(line, form.look.quiet())));
    }
    rows
}

/// What the interviewer does at a consent item: apart from what is read aloud.
fn beside(item: &ConsentItem, lead: usize, width: usize) -> Vec<String> {
    let words = item.instruct.as_ref().map(|words| say!("guide-instruct", words = words.trim().replace('\n', " ")));
    let rows = words.iter().flat_map(|words| parts::wrap(words, width.saturating_sub(lead)));
    rows.map(|row| format!("{}{row}", " ".repeat(lead))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use crate::words::speaking;

    /// Cells in a window of 60 columns, without its frame.
    const NARROW: u16 = 58;

    #[test]
    fn the_names_of_the_fields_have_a_column_that_holds_the_longest() {
        let keys = Keys::default();
        for (words, wide) in [(Words::english(), 14), (Words::dutch(), 18)] {
            speaking(words, || {
                assert_eq!(label_cells(&keys, NARROW), wide);
                let names = NAMED.map(|field| name(field, &keys)).into_iter().chain([say!("setup-how"), say!("setup-room-check")]);
                assert!(names.map(|name| parts::cells(&name)).all(|cells| cells > 0 && cells < usize::from(wide - MARK)));
            });
        }
    }

    #[test]
    fn the_answers_to_consent_stand_in_one_column() {
        let said = |words| speaking(words, answers);
        assert_eq!(said(Words::english()), ["[yes]", "[no] ", "[   ]"]);
        assert_eq!(said(Words::dutch()), ["[ja] ", "[nee]", "[   ]"]);
    }

    #[test]
    fn whether_one_can_begin_fits_beside_every_title() {
        for words in Words::built_in() {
            speaking(words, || {
                let titles = [say!("setup-title"), say!("setup-title-rehearsal"), say!("setup-title-planned", participant = "P07")];
                let missing = ["guide", "code", "leads", "own-code", "round", "seats", "consent", "taking-part", "recording", "anybody"];
                let ready = [say!("not-ready-disk"), say!("not-heard"), say!("far-unheard"), say!("ready", key = "PgDn")];
                let ready = missing.map(|what| say!("not-ready", what = what)).into_iter().chain(ready);
                // A blank at either end and two between them.
                assert!(parts::widest(titles) + parts::widest(ready) + 4 <= 60, "{words:?}");
            });
        }
    }
}
