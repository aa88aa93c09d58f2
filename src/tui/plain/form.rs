//! What the form before an interview tells: what is filled in, and the field that one is at, with what can be chosen there by number.

use crate::domain::consent::Answer;
use crate::domain::distress::lacks_a_number;
use crate::domain::prepared::SummaryForm;
use crate::domain::prepared::SummaryWay;
use crate::domain::text::shown;
use crate::tui::keymap::action::Setup as S;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::plain::fact::When;
use crate::tui::screen::setup::Field;
use crate::tui::screen::setup::NoRecording;
use crate::tui::screen::setup::Said;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::setup::so_far;
use crate::tui::view::equipment::far_voice;
use crate::tui::view::room_check::room_check;
use crate::tui::view::setup::name;
use crate::tui::view::setup::readiness;
use crate::tui::view::table::in_words;
use crate::words::say;

pub(super) fn prompt(model: &Model, setup: &SetupForm) -> Prompt {
    let label = label(model, setup, setup.field());
    match setup.text(setup.field()) {
        Some(line) => Prompt::of(label, line),
        None => Prompt::bare(label),
    }
}

/// What a field is called.
fn label(model: &Model, setup: &SetupForm, field: Field) -> String {
    match field {
        Field::Consent(n) => match setup.asked(n, &model.shared.offer) {
            Some((_, Some(person))) => {
                let code = setup.people().get(person).map_or("", String::as_str);
                let theirs = setup.answers_of(person, &model.shared.offer);
                let (at, count) = (n - theirs.start + 1, theirs.len());
                say!("plain-consent-seat", seat = person + 1, code = code, at = at, count = count)
            }
            _ => say!("plain-consent", at = n + 1, count = items(setup)),
        },
        field => name(field, &model.shared.keys),
    }
}

fn items(setup: &SetupForm) -> usize {
    setup.fields().into_iter().filter(|field| matches!(field, Field::Consent(_))).count()
}

pub(super) fn page(model: &Model, setup: &SetupForm) -> Page {
    let offer = &model.shared.offer;
    let title = match setup.text(Field::Participant).filter(|_| setup.is_planned()) {
        Some(code) => say!("setup-title-planned", participant = &*shown(code.text())),
        None if model.shared.keeping == Keeping::Nothing => say!("setup-title-rehearsal"),
        None => say!("setup-title"),
    };
    let (ready, _) = readiness(model, setup);
    let head = vec![Fact::once("form", title).here()];
    let mut body: Vec<Fact> = setup.fields().into_iter().filter_map(|field| filled(model, setup, field)).collect();
    let table = setup.table(offer).filter(|_| setup.field() != Field::Said(Said::Seats));
    body.extend(table.map(|table| Fact::stands("table", in_words(&table), in_words(&table))));
    body.extend(remarks(model, setup));
    let mut answers = answers(model, setup);
    if answers.len() > 1 {
        let [yes, no] = [S::Yes, S::No].map(|action| model.shared.key(action));
        body.push(Fact::once("consent", say!("plain-consent-items", count = answers.len(), yes = yes, no = no)));
        let (how, other) = (setup.how(), setup.how().other().words());
        let [key, all] = [S::How, S::AllYes].map(|action| model.shared.key(action));
        body.push(Fact::stands("how", how.words(), say!("plain-how", how = how.words(), key = key, other = other, all = all)));
    }
    body.append(&mut answers);
    if setup.was_held(offer) {
        body.push(Fact::stands("held", setup.round().word(), say!("setup-was-held", round = setup.round().word())));
    }
    body.push(Fact::stands("ready", &ready, ready.clone()).here());
    body.extend(at(model, setup));
    Page { head, body }
}

/// What stands in a field; nothing in one that has nothing to fill in.
fn value(model: &Model, setup: &SetupForm, field: Field) -> String {
    match field {
        Field::Guide => {
            setup.guide(&model.shared.offer).map_or_else(|| say!("no-guide"), |g| format!("{}, {}", g.name_and_version(), g.title))
        }
        Field::Round => setup.round().words(),
        Field::Participant | Field::Said(_) => setup.text(field).map(|line| line.text().to_owned()).unwrap_or_default(),
        Field::Microphone => setup.microphone().map_or_else(|| say!("no-microphone-notes-only"), |m| m.name.clone()),
        Field::Fallback => setup.fallback().map_or_else(|| say!("fallback-wait"), |m| say!("fallback-go-on", microphone = &m.name)),
        Field::FarVoice => setup.far_voice().map(|far| far_voice(model, far)).unwrap_or_default(),
        Field::SummaryForm => setup.summary_wish(&model.shared.offer).form.map_or_else(|| say!("summary-not-asked"), SummaryForm::words),
        Field::SummaryWay => setup.summary_wish(&model.shared.offer).way.map_or_else(|| say!("summary-not-asked"), SummaryWay::words),
        Field::NoRecording => setup.no_recording().map_or_else(|| say!("no-recording-unsaid"), NoRecording::words),
        Field::Consent(_) | Field::Begin => String::new(),
    }
}

/// What stands in a field that is no consent item. A text is not told while it is written: the line at the bottom has it.
fn filled(model: &Model, setup: &SetupForm, field: Field) -> Option<Fact> {
    if matches!(field, Field::Consent(_) | Field::Begin) {
        return None;
    }
    let value = value(model, setup, field);
    let words = match value.as_str() {
        "" => say!("plain-nothing"),
        value if setup.is_suggested(field) => say!("plain-suggested", value = value),
        value => value.to_owned(),
    };
    let words = say!("plain-field", name = name(field, &model.shared.keys), value = words);
    let is_written = setup.text(field).is_some() && setup.field() == field;
    let fact = Fact::stands(format!("field-{field:?}"), value, words);
    Some(if is_written { Fact { when: When::Asked, ..fact } } else { fact })
}

/// What is known of the participant, of the microphone and of the disk.
fn remarks(model: &Model, setup: &SetupForm) -> Vec<Fact> {
    let (offer, mut facts) = (&model.shared.offer, Vec::new());
    let code = setup.text(Field::Participant).map(|line| line.text()).unwrap_or_default();
    if setup.field() != Field::Participant && !setup.is_planned() {
        let known = [offer.register.in_words(code), so_far(offer, code)].into_iter().flatten();
        facts.extend(known.map(|known| Fact::stands(format!("known-{known}"), "", known)));
    }
    if setup.microphone().is_some() {
        let sound = match (setup.trouble(), setup.device(), setup.is_heard()) {
            (Some(why), ..) => why.to_owned(),
            (None, None, _) => say!("opening-the-microphone"),
            (None, Some(_), true) => say!("plain-microphone", state = say!("microphone-heard")),
            (None, Some(_), false) => say!("plain-microphone", state = say!("say-something")),
        };
        facts.push(Fact::stands("sound", &sound, sound.clone()).here());
        facts.extend(model.shared.gauges.last.peak_db.map(|db| Fact::asked("level", say!("plain-level", db = format!("{db:.0}")))));
    }
    if setup.microphone().is_some() {
        // The seconds that are left are no news.
        let is = format!("{:?} {:?}", setup.checking(), setup.room_checked(&model.shared));
        facts.push(
            Fact::stands("check", is, say!("plain-field", name = say!("setup-room-check"), value = room_check(model, setup).0)).here(),
        );
    }
    if setup.guide(&model.shared.offer).is_some_and(lacks_a_number) {
        facts.push(Fact::once("number-missing", say!("setup-number-missing")));
    }
    if let Some(trouble) = model.shared.disk_trouble() {
        facts.push(Fact::stands("disk", &trouble, trouble.clone()).here());
    } else if let Some(minutes @ ..60) = model.shared.minutes_left() {
        facts.push(Fact::once("disk-room", say!("setup-room-minutes", count = minutes)).here());
    } else if let Some(hours) = model.shared.hours_left() {
        facts.push(Fact::asked("disk-room", say!("setup-room-hours", count = hours)));
    }
    facts
}

/// What was answered to the consent items, each when it is answered.
fn answers(model: &Model, setup: &SetupForm) -> Vec<Fact> {
    let count = items(setup);
    let answer = |n: usize| {
        let answer = answer(setup, n);
        let label = label(model, setup, Field::Consent(n));
        Fact::comes(format!("answer-{n}"), &answer, say!("plain-field", name = label, value = answer.clone()))
    };
    (0..count).map(answer).collect()
}

fn answer(setup: &SetupForm, n: usize) -> String {
    match setup.answer(n) {
        Some(Answer::Given) => say!("setup-yes"),
        Some(Answer::Refused) => say!("setup-no"),
        None => say!("plain-not-answered"),
    }
}

/// The field that one is at, with what can be done there.
fn at(model: &Model, setup: &SetupForm) -> Vec<Fact> {
    let field = setup.field();
    let mut facts = Vec::new();
    let mut add = |what: &str, words: String| {
        let name = format!("at-{field:?}-{what}");
        facts.push(Fact::once(name, words).here());
    };
    match field {
        Field::Consent(n) => {
            let Some((item, _)) = setup.asked(n, &model.shared.offer) else { return facts };
            let [yes, no] = [S::Yes, S::No].map(|action| model.shared.key(action));
            let label = label(model, setup, field);
            add("item", say!("plain-consent-item", name = label, words = item.say.trim(), answer = answer(setup, n), yes = yes, no = no));
            if let Some(words) = &item.instruct {
                add("instruct", say!("plain-instruct", words = words.trim()));
            }
        }
        Field::Begin => add("begin", readiness(model, setup).1),
        Field::Guide | Field::Round | Field::Microphone | Field::Fallback | Field::NoRecording | Field::SummaryForm | Field::SummaryWay => {
            let now = value(model, setup, field);
            let options = setup.options(&model.shared.offer);
            let options = options.iter().enumerate().map(|(n, option)| say!("plain-option", number = n + 1, option = option));
            let options = options.collect::<Vec<_>>().join("; ");
            add("options", say!("plain-options", name = name(field, &model.shared.keys), value = now, options = options));
        }
        Field::FarVoice => add("far-voice", value(model, setup, field)),
        Field::Participant | Field::Said(_) => {
            let name = name(field, &model.shared.keys);
            let value = setup.text(field).map(|line| line.text()).filter(|text| !text.is_empty());
            let value = value.map_or_else(|| say!("plain-nothing"), str::to_owned);
            add("text", say!("plain-text-field", name = name, value = value));
        }
    }
    facts
}
