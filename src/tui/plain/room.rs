//! What the room tells: what is recorded, what is to be said, what was saved. As discreet as its picture: whoever sits opposite may hear a
//! loudspeaker, or read a window.

use crate::domain::distress::DistressChoice;
use crate::domain::distress::calls;
use crate::domain::heard;
use crate::domain::last_time::LastTime;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::report;
use crate::domain::seats::in_a_row;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Choice;
use crate::domain::time::Position;
use crate::tui::keymap::action::Interview as I;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::notice::Subject;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::plain::question;
use crate::tui::screen::interview::Card;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::answers::AnswerRow;
use crate::tui::screen::interview::card::AtTable;
use crate::tui::screen::interview::leave_out;
use crate::tui::screen::interview::look_back;
use crate::tui::screen::interview::marks::MARKS;
use crate::tui::screen::interview::points;
use crate::tui::screen::interview::protocol::CHOICES;
use crate::tui::screen::interview::reports::kinds;
use crate::tui::screen::interview::reports::whose;
use crate::tui::screen::interview::seats;
use crate::tui::screen::interview::states::STATES;
use crate::tui::screen::interview::withdrawal;
use crate::tui::shared::Shared;
use crate::tui::view::interview::cards::paused_words;
use crate::tui::view::interview::head::so_far;
use crate::tui::view::interview::head::time_left;
use crate::tui::view::interview::notes::heard_here;
use crate::tui::view::interview::notes::in_the_room;
use crate::tui::view::interview::state::State;
use crate::tui::view::look::Look;
use crate::tui::view::look::Signs;
use crate::words;
use crate::words::say;

pub(super) fn prompt(model: &Model, room: &Room) -> Prompt {
    let Some(session) = model.session() else { return Prompt::default() };
    let state = brief(State::of(model, session));
    if room.is_veiled() {
        return Prompt::bare(room.kind().counted(room.line().text()));
    }
    // What the next note is says itself only where somebody has said it, or writes it.
    let is_said = !room.line().is_empty() || room.begun().is_some() || room.kind() != room.card().usual_kind();
    let voice = session.heard_in(room.line().text()).0;
    if !voice.is_nobodys() {
        return Prompt::of(voice.told(), room.line());
    }
    if is_said { Prompt::of(room.kind().words(), room.line()) } else { Prompt::bare(state) }
}

pub(super) fn page(model: &Model, room: &Room) -> Page {
    let Some(session) = model.session() else { return Page::default() };
    let state = State::of(model, session);
    let head = vec![
        Fact::once("room", say!("plain-room")),
        Fact::stands("state", format!("{state:?}"), words_of_state(model, session, state)).here(),
        Fact::asked("time", time(model, session, room, state)),
    ];
    let mut body = match room.card() {
        Card::Protocol(step) => protocol(model, session, step),
        Card::LeaveOut(at) => leave_out(model, session, at),
        Card::Withdrawal => withdrawal(model),
        Card::Seats(at) => seats(&model.shared, session, at),
        Card::LastTime => last_time(model),
        Card::Notes(chosen) => look_back(session, room, chosen),
        Card::Points(chosen) => points(model, session, chosen),
        Card::Reports(..) => reports(model),
        Card::Away if session.paused_for().is_some() => paused(model, session),
        Card::Away | Card::Answers(_) | Card::States | Card::Marks(_) => question::facts(model, session, room),
    };
    match room.card() {
        Card::Answers(row) => body.extend(answers(model, session, room, row)),
        Card::States => body.push(states(model)),
        Card::Marks(_) => body.push(marks(model)),
        Card::Notes(_)
        | Card::Reports(..)
        | Card::Points(_)
        | Card::Away
        | Card::Protocol(_)
        | Card::LeaveOut(_)
        | Card::Withdrawal
        | Card::Seats(_)
        | Card::LastTime => {}
    }
    let told = heard_here(session, room.part(), u16::MAX).filter(|words| !words.is_empty());
    body.extend(told.map(|words| Fact::asked("heard", words)));
    body.extend(notes(model, session, room));
    if !room.is_veiled() && !room.line().is_empty() {
        body.push(Fact::asked("line", say!("plain-on-the-line", kind = room.kind().words(), words = room.line().text())));
    }
    Page { head, body }
}

/// What is recorded, in a sentence.
fn words_of_state(model: &Model, session: &Session, state: State) -> String {
    let key = |action: I| model.shared.key(action);
    match state {
        State::OffRecord => say!("plain-off-record", key = key(I::OffRecord)),
        State::Starting => say!("mic-opening"),
        State::Rehearsal => say!("plain-rehearsal"),
        State::Recording => say!("plain-recording"),
        State::NotesOnly => match session.audio() {
            Audio::NotesOnly(Choice::Withdrawn) => say!("plain-notes-only-withdrawn"),
            Audio::NotesOnly(_) | Audio::None | Audio::Live(_) | Audio::Lost(_) => say!("plain-notes-only"),
        },
        State::NoAudio => {
            let why = if let Audio::Lost(fault) = session.audio() { fault.words() } else { String::new() };
            say!("plain-no-audio", why = why)
        }
        State::NotBegun => say!("plain-not-begun"),
        State::CutShort => say!("plain-cut-short", key = key(I::OffRecord)),
        State::Ended => say!("plain-ended", key = key(I::EndInterview)),
    }
}

/// The same in a word or two.
fn brief(state: State) -> String {
    let state = match state {
        State::OffRecord => "off-record",
        State::Starting => "starting",
        State::Rehearsal => "rehearsal",
        State::Recording => "recording",
        State::NotesOnly => "notes-only",
        State::NoAudio => "no-audio",
        State::NotBegun => "not-begun",
        State::CutShort => "cut-short",
        State::Ended => "ended",
    };
    say!("plain-brief", state = state)
}

/// How long it is, how long there is still, and whether somebody is heard.
fn time(model: &Model, session: &Session, room: &Room, state: State) -> String {
    let look = Look { signs: Signs::Plain, ..Look::default() };
    let heard = state.is_live().then(|| match (model.shared.clips(), model.shared.hears()) {
        (true, _) => say!("mic-too-loud"),
        (false, true) => say!("mic-hears"),
        (false, false) => say!("mic-quiet"),
    });
    let left = time_left(model, session, room, look, u16::MAX);
    [so_far(model.shared.now.position)].into_iter().chain(left).chain(heard).collect::<Vec<_>>().join(", ")
}

/// The step of the protocol that is to be read, what they may choose, and where help can be had.
fn protocol(model: &Model, session: &Session, at: usize) -> Vec<Fact> {
    let steps = crate::domain::distress::protocol(session.guide());
    let key = |action: I| model.shared.key(action);
    let title = say!("plain-protocol", on = key(I::NextStep), away = key(I::Distress));
    let choices = CHOICES.map(|(action, word)| say!("plain-option", number = key(action), option = words::spoken().say(word())));
    let told = say!("plain-option", number = key(I::ToldToReport), option = say!("they-told-to-report"));
    let choices = format!("{}; {told}", choices.join("; "));
    let mut facts =
        vec![Fact::once("protocol", title), Fact::once("they-choose", say!("they-choose")), Fact::once("choices", choices).here()];
    let numbers = calls(session.guide()).join("; ");
    if !numbers.is_empty() {
        facts.push(Fact::once("numbers", say!("help-numbers", numbers = numbers)).here());
    }
    let step = steps.get(at).map(|step| say!("plain-step", at = at + 1, count = steps.len(), words = step));
    facts.extend(step.map(|words| Fact::stands("step", at.to_string(), words).here()));
    facts
}

/// What may be left out.
fn leave_out(model: &Model, session: &Session, at: Position) -> Vec<Fact> {
    let key = |action: I| model.shared.key(action);
    let last = model.shared.last_note().map(|note| note.id);
    let offered = leave_out::offered(session, at, last);
    let none = offered.is_empty().then(|| say!("leave-out-none"));
    let choices =
        offered.into_iter().map(|choice| say!("plain-option", number = key(choice), option = leave_out::means(choice, session, at, last)));
    let ways = say!("leave-out-ways", away = key(I::LeaveNothingOut), again = key(I::Withdraw));
    let words = [say!("leave-out-title")].into_iter().chain(none).chain(choices).chain([ways, say!("leave-out-means")]);
    words.enumerate().map(|(n, words)| Fact::once(format!("leave-out-{n}"), words).here()).collect()
}

/// What they may want who take consent back.
fn withdrawal(model: &Model) -> Vec<Fact> {
    let key = |action: I| model.shared.key(action);
    let choices = withdrawal::CHOICES
        .map(|(choice, wish)| say!("plain-option", number = key(choice), option = withdrawal::means(wish, model.shared.keeping)));
    let words = [say!("withdrawal-title")].into_iter().chain(choices).chain([say!("withdrawal-nothing", key = key(I::WantNothing))]);
    words.enumerate().map(|(n, words)| Fact::once(format!("withdrawal-{n}"), words).here()).collect()
}

/// What may have been told that must be reported, each under its digit.
fn reports(model: &Model) -> Vec<Fact> {
    let kinds = kinds(&model.shared);
    let each = kinds.iter().zip(1_usize..).map(|(kind, n)| say!("plain-option", number = n, option = report::what(&kind.is, &kind.what)));
    let words = [say!("reports-title")].into_iter().chain(each).chain(whose(&kinds)).chain([say!("reports-then")]);
    words.enumerate().map(|(n, words)| Fact::once(format!("reports-{n}"), words).here()).collect()
}

/// They take a break, or stop: what is to be done instead of asking.
fn paused(model: &Model, session: &Session) -> Vec<Fact> {
    let (what, then) = paused_words(session.paused_for() == Some(DistressChoice::Stop), &model.shared.keys);
    vec![Fact::once("paused", what).here(), Fact::once("paused-then", then).here()]
}

/// What the interview before this one left.
fn last_time(model: &Model) -> Vec<Fact> {
    let left = model.shared.sitting.as_ref().filter(|sitting| LastTime::may_be_seen_in(&sitting.session));
    let Some(left) = left.and_then(|sitting| sitting.last_time.as_ref()) else { return Vec::new() };
    let heading = (!left.follow_ups.is_empty()).then(|| say!("last-time-follow-ups"));
    let words = std::iter::once(say!("last-time", date = &left.date)).chain(left.statements.iter().cloned());
    let words = words.chain(heading).chain(left.follow_ups.iter().cloned());
    words.enumerate().map(|(n, words)| Fact::once(format!("last-time-{n}"), words)).collect()
}

/// Who of a group was heard on which topic.
fn seats(shared: &Shared, session: &Session, at: AtTable) -> Vec<Fact> {
    let row = |(topic, heard): (usize, Vec<heard::Heard>)| {
        let (yes, no): (Vec<_>, Vec<_>) = heard.into_iter().partition(|heard| heard.is_marked());
        let [yes, no] = [yes, no].map(|all| in_a_row(&all.iter().map(|heard| heard.seat).collect::<Vec<_>>()));
        let [yes, no] = [yes, no].map(|seats| if seats.is_empty() { "-".to_owned() } else { seats });
        say!("plain-heard", topic = session.guide().topics[topic].title.trim(), marked = yes, open = no)
    };
    let words = std::iter::once(say!("seats-title")).chain(heard::grid(session).into_iter().map(row));
    let chosen = seats::said_of(shared, at).map(|words| Fact::stands("seat", format!("{at:?}"), words).here());
    words.enumerate().map(|(n, words)| Fact::once(format!("seats-{n}"), words).here()).chain(chosen).collect()
}

/// How one of the coded answers is chosen, and the one that is marked.
fn answers(model: &Model, session: &Session, room: &Room, row: AnswerRow) -> Vec<Fact> {
    let [next, take, away] = [I::NextAnswer, I::TakeAnswer, I::NoAnswer].map(|action| model.shared.key(action));
    let how = Fact::once("answers", say!("answers-how", next = next, take = take, away = away)).here();
    let marked = crate::domain::agenda::question(session, room.part()).and_then(|question| question.choices.get(row.at()?));
    let marked = marked.map(|choice| say!("plain-answer", code = &choice.code, words = choice.say.trim()));
    let marked = marked.map(|words| Fact::stands("marked", &words, say!("plain-marked", answer = &*words)).here());
    std::iter::once(how).chain(marked).collect()
}

/// What may have become of the question, each under its digit.
fn states(model: &Model) -> Fact {
    let state = |(action, coverage): (I, crate::domain::coverage::Coverage)| {
        say!("plain-option", number = model.shared.key(action), option = coverage.words())
    };
    Fact::once("states", STATES.map(state).join("; ")).here()
}

/// What may be marked, each under its digit.
fn marks(model: &Model) -> Fact {
    let mark = MARKS.map(|(action, mark)| say!("plain-option", number = model.shared.key(action), option = mark.words()));
    Fact::once("marks", [say!("marks-title"), mark.join("; ")].join(": ")).here()
}

/// Looking back at the notes: where one is among them, and the one that is chosen.
fn look_back(session: &Session, room: &Room, chosen: NoteId) -> Vec<Fact> {
    let all = look_back::in_order(session);
    let at = look_back::still(session, chosen).and_then(|chosen| all.iter().position(|note| *note == chosen)).unwrap_or(0);
    let title = Fact::stands("look-back", at.to_string(), say!("look-back-title", at = at + 1, count = all.len())).here();
    let note = all.get(at).and_then(|id| session.note(*id)).filter(|_| !room.is_covered()).map(|note| {
        let words = say!("plain-row-note", at = note.position.to_string(), kind = note.kind.words(), words = in_the_room(note));
        Fact::stands("looked-at", format!("{:?}", note.id), words).here()
    });
    std::iter::once(title).chain(note).collect()
}

/// The point that is read back, and what they may say of it.
fn points(model: &Model, session: &Session, chosen: NoteId) -> Vec<Fact> {
    let all = points::in_order(session);
    let at = all.iter().position(|note| *note == chosen).unwrap_or(0);
    let title = Fact::stands("points", at.to_string(), say!("points-title", at = at + 1, count = all.len())).here();
    let note = session.shared_note(chosen).map(|note| note.words());
    let note = note.map(|words| Fact::stands("point", format!("{chosen:?}"), words).here());
    let answers = points::ANSWERS.map(|(action, said)| say!("plain-option", number = model.shared.key(action), option = said.words()));
    let said = session.evening().read_back(chosen).and_then(|read| read.said);
    let said = said.map(|said| Fact::stands("said", said.word(), say!("point-said", said = said.words())));
    std::iter::once(title).chain(note).chain(said).chain([Fact::once("answers", answers.join("; "))]).collect()
}

/// The notes, each when it is saved.
fn notes(model: &Model, session: &Session, room: &Room) -> Vec<Fact> {
    let shared = &model.shared;
    let note = |note: &Note| {
        let saved = match (shared.keeping, shared.is_saved(note.id)) {
            (Keeping::Nothing, true) => say!("plain-noted"),
            (Keeping::Kept | Keeping::ForShow, true) => say!("is-saved"),
            // Until the disk has it there is nothing to say, unless it does not take it.
            (_, false) => shared.notices.stands(Subject::Journal).then(|| say!("mark-not-saved"))?,
        };
        let minute = note.position.secs() / 60;
        let words = if room.is_covered() {
            say!("plain-note-covered", minute = minute, saved = saved)
        } else if !note.voice.is_nobodys() {
            let who = note.voice.told();
            let words = if note.is_moment() { who } else { say!("show-voice", who = who, text = in_the_room(note)) };
            say!("plain-note-counted", minute = minute, words = words, saved = saved)
        } else if note.is_moment() {
            say!("plain-moment", minute = minute, saved = saved)
        } else if !note.kind.is_shareable() && note.kind != NoteKind::FollowUp {
            // What is only counted names its kind itself.
            say!("plain-note-counted", minute = minute, words = in_the_room(note), saved = saved)
        } else {
            say!("plain-note", minute = minute, kind = note.kind.words(), words = in_the_room(note), saved = saved)
        };
        let is = format!("{:?} {} {} {}", note.kind, note.position, note.text, shared.is_saved(note.id));
        Some(Fact::comes(format!("{:?}", note.id), is, words))
    };
    session.notes().filter_map(note).collect()
}
