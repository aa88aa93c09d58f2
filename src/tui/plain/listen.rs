//! What listening back tells: whether it plays, the notes under their numbers, and the one that is chosen.

use crate::domain::agenda;
use crate::domain::agenda::Band;
use crate::domain::loss::Why;
use crate::domain::loss::soundless;
use crate::domain::note::Note;
use crate::domain::recording::TakeCheck;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::keymap::action::Listen as L;
use crate::tui::model::Model;
use crate::tui::msg::Drawn;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::plain::transcript;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::Over;
use crate::tui::screen::listen::coding;
use crate::tui::screen::listen::coding::Choice;
use crate::tui::screen::listen::listed;
use crate::tui::screen::listen::notes::WAYS;
use crate::tui::sitting::Sitting;
use crate::tui::view::parts::words_and_voice;
use crate::words::say;

pub(super) fn prompt(model: &Model, listen: &ListeningBack) -> Prompt {
    match listen.over() {
        Over::Codes(coding) => return Prompt::of(coding.title(), &coding.line),
        Over::Shelf(of) => return Prompt::of(say!("plain-shelf-prompt"), &of.line),
        Over::Nothing | Over::Asked(_) => {}
    }
    match listen.editing() {
        Some(editing) => Prompt::of(editing.kind.words(), &editing.line),
        None if model.shared.playback.is_playing() => Prompt::bare(say!("plain-playing")),
        None => Prompt::bare(say!("plain-paused")),
    }
}

pub(super) fn page(model: &Model, listen: &ListeningBack) -> Page {
    let Some(session) = model.session() else { return Page::default() };
    let opened = session.opened();
    let (participant, round) = (&opened.participant, opened.round.words());
    let standing = session.standing().words();
    let title = say!("plain-listening", participant = participant, round = round, date = session.held_on().date(), standing = standing);
    let head = vec![Fact::once("listening", title).here(), playback(model)];
    let mut body = about_the_sound(model);
    body.extend(course(session, model));
    body.extend(over(model, listen));
    let notes = listed(session, listen.shows());
    if notes.is_empty() {
        body.push(Fact::once("none", say!("no-notes", key = model.shared.key(L::NewNote))));
    }
    let row = |(n, note): (usize, &&Note)| {
        let codes = session.listened().codes_of(note.id);
        let quoted = session.quoted_in_words(note.id);
        let is = format!("{:?} {} {} {} {codes:?} {quoted:?}", note.kind, note.position, note.text, note.struck);
        let name = format!("{:?}", note.id);
        let words = numbered(n, note, session);
        if n < MOST { Fact::stands(name, is, words) } else { Fact::comes(name, is, words) }
    };
    body.extend(notes.iter().enumerate().map(row));
    if notes.len() > MOST {
        body.push(Fact::once("more", say!("plain-more", count = notes.len() - MOST, key = model.shared.key(L::Down))));
    }
    let given = agenda::answers(session).into_iter().map(|given| (given.at, given.words()));
    let distress = session.distress().iter().map(|moment| (moment.at, say!("distress-at", words = moment.words())));
    let own = session.own_questions().map(|(at, is)| (at, is.words()));
    body.extend(
        given
            .chain(distress)
            .chain(own)
            .map(|(at, words)| Fact::once(format!("moment {at} {words}"), say!("plain-moment-at", at = at.to_string(), words = &*words))),
    );
    body.extend(transcript::facts(model, listen));
    if let Some((n, note)) = notes.iter().enumerate().find(|(_, note)| Some(note.id) == listen.chosen()) {
        body.push(Fact::comes("chosen", format!("{:?}", note.id), numbered(n, note, session)).here());
    }
    if let Some(editing) = listen.editing() {
        let title = say!("note-at", kind = editing.kind.words(), at = editing.position.to_string());
        let [keep, aside, kind] = [L::Keep, L::PutAside, L::NextKindOfEdit].map(|action| model.shared.key(action));
        body.push(Fact::once("editing", say!("note-edit-keys", title = title, keep = keep, aside = aside, kind = kind)));
    }
    Page { head, body }
}

/// Whether it plays, and where it stands. A playhead that moves by itself is told when it is asked for.
pub(super) fn playback(model: &Model) -> Fact {
    let (at, playing) = (model.shared.head(), model.shared.playback.is_playing());
    let (end, silent) = model.session().map_or((at, false), |session| {
        let changed = model.shared.sitting.as_ref().map_or(&[][..], |sitting| &sitting.changed);
        let silent = soundless(session, changed).iter().any(|stretch| (stretch.from..stretch.to).contains(&at));
        (session.timeline().end(), silent)
    });
    let state = if model.shared.playback.waits() {
        say!("plain-waits")
    } else if playing {
        say!("plain-playing")
    } else {
        say!("plain-paused")
    };
    let state = if silent { say!("plain-no-sound-here", state = state) } else { state };
    let how = model.shared.playback.words(model.shared.hearing);
    let is = if playing { format!("plays {state} {how}") } else { format!("paused {at} {how}") };
    let words = say!("playhead", state = state, at = at.to_string(), end = end.to_string());
    Fact::stands("playback", is, format!("{words}, {how}")).here()
}

/// What the strip shows, in words: the topics in the order in which they came, where there is nothing to be heard, and where the conversation
/// was off the record.
fn course(session: &Session, model: &Model) -> Vec<Fact> {
    let place = |from: Position, to: Position| say!("plain-from-to", from = from.to_string(), to = to.to_string());
    let band = |band: &Band| {
        let notes = session.notes().filter(|note| band.from <= note.position && note.position < band.to).count();
        say!("plain-band", place = place(band.from, band.to), topic = band.words(session.guide()), notes = notes)
    };
    let mut told: Vec<String> = agenda::bands(session).iter().map(band).collect();
    let changed = model.shared.sitting.as_ref().map_or(&[][..], |sitting| &sitting.changed);
    told.extend(soundless(session, changed).iter().map(|stretch| {
        let why = if stretch.why == Why::Withheld { say!("strip-left-out") } else { say!("strip-no-sound") };
        say!("plain-stretch", place = place(stretch.from, stretch.to), why = why)
    }));
    told.extend(
        session.timeline().pauses().iter().map(|pause| say!("plain-stretch", place = pause.at.to_string(), why = say!("strip-off-record"))),
    );
    let drawn = match model.shared.sitting.as_ref().and_then(|sitting| sitting.waveform.as_ref()) {
        // Told at its beginning, and not for each percent.
        Some(Drawn::Percent(percent)) => Some(Fact::once("waveform", say!("waveform-comes", percent = u32::from(*percent)))),
        Some(Drawn::Whole(_)) | None => None,
    };
    told.into_iter().map(|words| Fact::once(format!("course {words}"), words)).chain(drawn).collect()
}

/// What the participant wants of the recordings, and what of them is not what was recorded.
pub(super) fn about_the_sound(model: &Model) -> Vec<Fact> {
    let sitting = model.shared.sitting.as_ref();
    let wish = sitting.and_then(Sitting::wish);
    let changed = sitting.into_iter().flat_map(|sitting| &sitting.changed).filter_map(TakeCheck::words);
    wish.into_iter().chain(changed).map(|words| Fact::stands(format!("sound {words}"), "", words)).collect()
}

/// The codes that can be put on a note, or how one may have asked.
fn over(model: &Model, listen: &ListeningBack) -> Vec<Fact> {
    match listen.over() {
        Over::Nothing => Vec::new(),
        Over::Codes(coding) => {
            let choices = coding.choices(&model.shared);
            let chosen = coding.cursor(&choices);
            let known = coding::known(&model.shared);
            // Of the one that is chosen all is told, of the others their names.
            let words = |choice: &Choice| {
                let said = coding.said(choice, &known);
                if coding.is_on(choice, &model.shared) { say!("plain-code-on", code = said) } else { said }
            };
            let taken = choices.get(chosen).map(|choice| Fact::comes("code", words(choice), words(choice)).here());
            let name = |choice: &Choice| if let Choice::Known(name) = choice { name.clone() } else { words(choice) };
            let all = choices.iter().map(name).collect::<Vec<_>>().join(", ");
            [Fact::stands("codes", all.clone(), all)].into_iter().chain(taken).collect()
        }
        Over::Shelf(_) => {
            let [keep, leave] = [L::KeepQuote, L::NoQuote].map(|action| model.shared.key(action));
            vec![Fact::once("shelf", say!("shelf-line", keep = keep, leave = leave))]
        }
        Over::Asked(at) => {
            let ways = WAYS.into_iter().map(|(key, is)| format!("{} {}", model.shared.key(key), is.words())).collect::<Vec<_>>().join(", ");
            vec![Fact::once("asked", format!("{at} {} {ways}", say!("asked-so-row")))]
        }
    }
}

/// A note under its number, with what else there is to say of it.
fn numbered(n: usize, note: &Note, session: &Session) -> String {
    let mut words = words_and_voice(note);
    for code in session.listened().codes_of(note.id) {
        words = format!("{words} [{code}]");
    }
    words.extend(session.quoted_in_words(note.id).map(|quoted| format!(", {quoted}")));
    if note.struck {
        words = format!("{words}, {}", say!("listen-taken-back"));
    }
    let (number, at) = (n + 1, note.position.to_string());
    if note.is_moment() {
        return say!("plain-moment-numbered", number = number, at = at, words = words);
    }
    say!("plain-note-numbered", number = number, at = at, kind = note.kind.words(), words = words)
}
