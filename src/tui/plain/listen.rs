//! What listening back tells: whether it plays, the notes under their numbers, and the one that is chosen.

use crate::domain::agenda;
use crate::domain::loss::soundless;
use crate::domain::note::Note;
use crate::domain::recording::TakeCheck;
use crate::tui::keymap::action::Listen as L;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::sitting::Sitting;
use crate::tui::view::parts::words_of;
use crate::words::say;

pub(super) fn prompt(model: &Model, listen: &ListeningBack) -> Prompt {
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
    let title = say!("plain-listening", participant = participant, round = round, date = opened.at.date(), standing = standing);
    let head = vec![Fact::once("listening", title).here(), playback(model)];
    let mut body = about_the_sound(model);
    let notes = session.notes_by_position();
    if notes.is_empty() {
        body.push(Fact::once("none", say!("no-notes", key = model.shared.key(L::NewNote))));
    }
    let row = |(n, note): (usize, &&Note)| {
        let (name, is) = (format!("{:?}", note.id), format!("{:?} {} {}", note.kind, note.position, note.text));
        if n < MOST { Fact::stands(name, is, numbered(n, note)) } else { Fact::comes(name, is, numbered(n, note)) }
    };
    body.extend(notes.iter().enumerate().map(row));
    if notes.len() > MOST {
        body.push(Fact::once("more", say!("plain-more", count = notes.len() - MOST, key = model.shared.key(L::Down))));
    }
    let given = agenda::answers(session).into_iter().map(|given| (given.at, given.words()));
    let distress = session.distress().iter().map(|moment| (moment.at, say!("distress-at", words = moment.words())));
    body.extend(
        given
            .chain(distress)
            .map(|(at, words)| Fact::once(format!("moment {at} {words}"), say!("plain-moment-at", at = at.to_string(), words = &*words))),
    );
    if let Some((n, note)) = notes.iter().enumerate().find(|(_, note)| Some(note.id) == listen.chosen()) {
        body.push(Fact::comes("chosen", format!("{:?}", note.id), numbered(n, note)).here());
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

/// What the participant wants of the recordings, and what of them is not what was recorded.
pub(super) fn about_the_sound(model: &Model) -> Vec<Fact> {
    let sitting = model.shared.sitting.as_ref();
    let wish = sitting.and_then(Sitting::wish);
    let changed = sitting.into_iter().flat_map(|sitting| &sitting.changed).filter_map(TakeCheck::words);
    wish.into_iter().chain(changed).map(|words| Fact::stands(format!("sound {words}"), "", words)).collect()
}

/// A note under its number.
fn numbered(n: usize, note: &Note) -> String {
    say!("plain-note-numbered", number = n + 1, at = note.position.to_string(), kind = note.kind.words(), words = words_of(note))
}
