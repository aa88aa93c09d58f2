//! What lies over the guide while it is too much, or consent is taken back: what is to be read or chosen, and where help can be had.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::agenda;
use crate::domain::agenda::Part;
use crate::domain::distress;
use crate::domain::distress::DistressChoice;
use crate::domain::heard;
use crate::domain::last_time::LastTime;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::report;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Interview as I;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::card::AtTable;
use crate::tui::screen::interview::leave_out;
use crate::tui::screen::interview::look_back;
use crate::tui::screen::interview::marks::MARKS;
use crate::tui::screen::interview::points;
use crate::tui::screen::interview::protocol;
use crate::tui::screen::interview::reports;
use crate::tui::screen::interview::seats;
use crate::tui::screen::interview::withdrawal;
use crate::tui::shared::Shared;
use crate::tui::view::interview::notes;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::question::Said;
use crate::words;
use crate::words::message::message;
use crate::words::say;

/// The protocol: its first sentence alone until somebody goes on to the steps, then the step `at`, whole, and after it as many of the next as
/// there is room for, none of them broken off. Below that, whatever is read, who chooses and what; in the last rows whom to ring.
pub(super) fn protocol(session: &Session, keys: &Keys, at: usize, look: Look, area: Rect) -> Said {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let texts = distress::protocol(session.guide());
    let steps: Vec<Vec<String>> = texts.iter().map(|step| parts::wrap(&format!("{} {step}", look.to_ask()), width)).collect();
    let choices = protocol::CHOICES.map(|(action, word)| format!("{} {}", keys.name(action), words::spoken().say(word())));
    let strong = |row: String| Line::styled(row, look.strong());
    let mut foot: Vec<Line<'static>> = vec![strong(choices.join("  "))];
    if height >= 6 {
        foot.insert(0, Line::styled(say!("they-choose"), look.text()));
        foot.push(Line::styled(format!("{} {}", keys.name(I::ToldToReport), say!("they-told-to-report")), look.text()));
    }
    // Whom to ring comes before air: all rows that what is read now, and what can be chosen, leave.
    let spare = height.saturating_sub(foot.len() + steps.get(at).map_or(1, Vec::len));
    let most = (height.saturating_sub(2) / 3).max(spare).max(height.saturating_sub(foot.len() + 2)).max(1);
    let mut calls = distress::calls(session.guide());
    let mut help = help(&calls, look, width, most);
    let mut seen = seen(&steps, at, height.saturating_sub(foot.len() + help.len()));
    if session.guide().distress.as_ref().is_some_and(|distress| distress.call.is_empty()) {
        // A guide that does not say whom to ring has it among its steps: what stands there is not there twice.
        calls.retain(|call| !texts[seen.clone()].iter().any(|step| step.ends_with(call.as_str())));
        help = self::help(&calls, look, width, most);
        seen = self::seen(&steps, at, height.saturating_sub(foot.len() + help.len()));
    }
    let room = height.saturating_sub(foot.len() + help.len());
    let dress = |n: usize, step: &[String]| {
        let style = if n == at { look.strong() } else { look.text() };
        step.iter().map(|row| Line::styled(row.clone(), style)).collect::<Vec<_>>()
    };
    let mut lines: Vec<Line<'static>> = seen.clone().flat_map(|n| dress(n, &steps[n])).collect();
    if seen.is_empty() {
        // Not even this one fits: its beginning says more than that there is more.
        lines = dress(at, &steps[at]);
        let rest = lines.split_off(room.saturating_sub(1).min(lines.len()));
        let rest: Vec<String> = rest.into_iter().map(|row| row.to_string()).collect();
        lines.push(strong(parts::cut(&rest.join(" "), width, look)));
    }
    // Air around what can be chosen, where there is room for it.
    if lines.len() < room {
        lines.push(Line::default());
    }
    let air = room.saturating_sub(lines.len());
    lines.extend(foot);
    lines.extend(std::iter::repeat_n(Line::default(), air));
    lines.extend(help);
    let on = if at + 1 >= steps.len() {
        message!("puts-it-away", key = keys.name(I::Distress))
    } else {
        message!("goes-on", key = keys.name(I::NextStep))
    };
    Said::whole(say!("protocol-title", on = on), lines)
}

/// Which of `steps` are seen whole in so many rows, from the one at `at` on. The first stands alone: what is asked waits.
fn seen(steps: &[Vec<String>], at: usize, height: usize) -> std::ops::Range<usize> {
    let rows = |to: usize| steps[at..to].iter().map(Vec::len).sum::<usize>();
    let most = if at == 0 { steps.len().min(1) } else { steps.len() };
    let last = (at..=most).rev().find(|last| rows(*last) <= height).unwrap_or(at);
    at..last
}

/// They take a break, or stop: what is to be done instead of asking.
pub(super) fn paused(session: &Session, keys: &Keys, look: Look, area: Rect) -> Said {
    let rows = |words: String, style| parts::wrap(&words, usize::from(area.width)).into_iter().map(move |row| Line::styled(row, style));
    let stops = session.paused_for() == Some(DistressChoice::Stop);
    let (what, then) = paused_words(stops, keys);
    let lines = rows(what, look.strong()).chain([Line::default()]).chain(rows(then, look.text()));
    Said::whole(say!("part-paused"), lines.collect())
}

/// The same in two sentences: that nothing is recorded, and what to do.
pub(crate) fn paused_words(stops: bool, keys: &Keys) -> (String, String) {
    let (on, end) = (keys.name(I::OffRecord), keys.name(I::EndInterview));
    if stops {
        (say!("paused-stop"), say!("paused-stop-then", end = end, on = on))
    } else {
        (say!("paused-break"), say!("paused-break-then", on = on))
    }
}

/// What may have been told that must be reported, each under its digit.
pub(super) fn reports(shared: &Shared, look: Look, area: Rect) -> Said {
    let kinds = reports::kinds(shared);
    // A digit and its words stay in one row.
    let each = kinds.iter().zip(1..).map(|(kind, n)| format!("{n} {}", report::what(&kind.is, &kind.what)).replace(' ', "\u{a0}"));
    let width = usize::from(area.width);
    let rows = parts::wrap(&each.collect::<Vec<_>>().join("   "), width).into_iter().map(|row| row.replace('\u{a0}', " "));
    let mut lines: Vec<Line<'static>> = rows.map(|row| Line::styled(row, look.strong())).collect();
    lines.push(Line::default());
    let below = reports::whose(&kinds).into_iter().chain([say!("reports-then")]);
    lines.extend(below.flat_map(|words| parts::wrap(&words, width)).map(|row| Line::styled(row, look.text())));
    Said::whole(say!("reports-title"), lines)
}

/// What to call, in at most so many rows.
fn help(numbers: &[String], look: Look, width: usize, most: usize) -> Vec<Line<'static>> {
    // A number stays with whoever answers it, and in one piece.
    let whole = |call: &String| match call.rsplit_once(": ") {
        Some((who, number)) if parts::cells(number) <= 20 => format!("{who}:\u{a0}{}", number.replace(' ', "\u{a0}")),
        _ => call.clone(),
    };
    let all = numbers.iter().map(whole).collect::<Vec<_>>().join("; ");
    let mut rows = if numbers.is_empty() { Vec::new() } else { parts::wrap(&say!("help-numbers", numbers = all), width) };
    for row in &mut rows {
        *row = row.replace('\u{a0}', " ");
    }
    if most == 0 {
        rows.clear();
    }
    if rows.len() > most {
        // Who answers gives way to the number: that is what is needed, of each of them.
        let first = |call: &String| match call.rsplit_once(": ") {
            Some((who, number)) => format!("{number}\u{a0} {who}"),
            None => call.clone(),
        };
        rows = if numbers.len() <= most {
            numbers.iter().map(|call| parts::cut(&first(call).replace('\u{a0}', " "), width, look)).collect()
        } else {
            let short = |call: &String| call.rsplit_once(": ").map_or(call.as_str(), |(_, number)| number).replace(' ', "\u{a0}");
            let all = say!("help-numbers", numbers = numbers.iter().map(short).collect::<Vec<_>>().join("; "));
            parts::wrap(&all, width).into_iter().take(most).map(|row| row.replace('\u{a0}', " ")).collect()
        };
    }
    rows.into_iter().map(|row| Line::styled(row, look.strong())).collect()
}

/// What may be left out, with its times, a line each; then what that means, as far as there is room.
pub(super) fn leave_out(model: &Model, session: &Session, at: Position, look: Look, area: Rect) -> Said {
    let (width, keys) = (usize::from(area.width), &model.shared.keys);
    let last = model.shared.last_note().map(|note| note.id);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let offered = leave_out::offered(session, at, last);
    if offered.is_empty() {
        lines.push(Line::styled(say!("leave-out-none"), look.text()));
    }
    for choice in offered {
        let words = format!("{}  {}", keys.name(choice), leave_out::means(choice, session, at, last));
        lines.extend(parts::wrap(&words, width).into_iter().map(|row| Line::styled(row, look.strong())));
    }
    let [away, again] = [I::LeaveNothingOut, I::Withdraw].map(|action| keys.name(action));
    for words in [say!("leave-out-ways", away = away, again = again), say!("leave-out-means")] {
        let rows: Vec<_> = parts::wrap(&words, width).into_iter().map(|row| Line::styled(row, look.text())).collect();
        if lines.len() + rows.len() <= usize::from(area.height) {
            lines.extend(rows);
        }
    }
    Said::whole(say!("leave-out-title"), lines)
}

/// What it means to take consent back, a line each.
pub(super) fn withdrawal(keys: &Keys, keeping: Keeping, look: Look, area: Rect) -> Said {
    let width = usize::from(area.width);
    let mut lines = Vec::new();
    for (choice, wish) in withdrawal::CHOICES {
        let rows = parts::wrap(&format!("{}  {}", keys.name(choice), withdrawal::means(wish, keeping)), width);
        lines.extend(rows.into_iter().map(|row| Line::styled(row, look.strong())));
    }
    let otherwise = parts::wrap(&say!("withdrawal-nothing", key = keys.name(I::WantNothing)), width);
    lines.extend(otherwise.into_iter().map(|row| Line::styled(row, look.text())));
    if lines.len() > usize::from(area.height) {
        // Where there is no room for what each means, there is for what each is.
        let each = withdrawal::CHOICES.map(|(choice, wish)| format!("{} {}", keys.name(choice), withdrawal::means_in_short(wish)));
        let all = format!("{}  {}", each.join("  "), say!("withdrawal-nothing-short", key = keys.name(I::WantNothing)));
        lines = parts::wrap(&all, width).into_iter().map(|row| Line::styled(row, look.strong())).collect();
    }
    Said::whole(say!("withdrawal-title"), lines)
}

/// What the interview before this one left: its statements, then what was to be come back to.
pub(super) fn last_time(left: &LastTime, look: Look, area: Rect) -> Said {
    let width = usize::from(area.width);
    let item = |words: &String| {
        let rows = parts::wrap(words, width.saturating_sub(2)).into_iter().enumerate();
        rows.map(|(n, row)| Line::styled(format!("{}{row}", if n == 0 { look.either("· ", "- ") } else { "  " }), look.text()))
            .collect::<Vec<_>>()
    };
    let mut lines: Vec<Line<'static>> = left.statements.iter().flat_map(item).collect();
    if !left.follow_ups.is_empty() {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(say!("last-time-follow-ups"), look.strong()));
        lines.extend(left.follow_ups.iter().flat_map(item));
    }
    Said::whole(say!("last-time", date = &left.date), lines)
}

/// Who of a group was heard on which topic, and who was not: that, and never how often.
pub(super) fn seats(shared: &Shared, session: &Session, at: AtTable, look: Look, area: Rect) -> Said {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let seats = session.seats_heard();
    let grid = heard::grid(session);
    let cell = |seat: &Seat| {
        let sign = if at.chosen == Some(*seat) { chosen_sign(look).to_string() } else { String::new() };
        format!("{:>3}", format!("{sign}{seat}"))
    };
    let cells = seats.iter().map(cell).collect::<Vec<_>>().concat();
    let room = width.saturating_sub(parts::cells(&cells));
    let mut lines = vec![Line::styled(format!("{:room$}{cells}", ""), look.strong())];
    for (topic, heard) in &grid {
        let title = parts::padded(&parts::cut(session.guide().topics[*topic].title.trim(), room.saturating_sub(1), look), room);
        let signs: String =
            heard.iter().map(|heard| format!("{:>3}", if heard.is_marked() { heard_sign(look) } else { '-' })).collect::<Vec<_>>().concat();
        lines.push(Line::styled(format!("{title}{signs}"), look.text()));
    }
    // The topics that come first have most to tell.
    let below: Vec<_> = seats::said_of(shared, at).map(|words| parts::wrap(&words, width)).unwrap_or_default();
    lines.truncate(height.saturating_sub(1 + below.len()));
    lines.extend(below.into_iter().map(|row| Line::styled(row, look.text())));
    lines.push(Line::styled(parts::cut(&say!("seats-signs", heard = heard_sign(look).to_string()), width, look), look.quiet()));
    Said::whole(say!("seats-title"), lines)
}

/// The sign before the number of the seat that is chosen.
fn chosen_sign(look: Look) -> char {
    look.either('▶', '>')
}

/// The sign of a seat that was heard.
fn heard_sign(look: Look) -> char {
    look.either('●', 'o')
}

/// What may be marked, each with its key, below the question in short.
pub(super) fn marks(session: &Session, part: Part, keys: &Keys, look: Look, area: Rect) -> Said {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    // A key and its word stay in one row.
    let each = MARKS.map(|(action, mark)| format!("{} {}", keys.name(action), mark.words()).replace(' ', "\u{a0}"));
    let row: Vec<_> = parts::wrap(&each.join("   "), width).into_iter().map(|row| row.replace('\u{a0}', " ")).collect();
    let ask = agenda::question(session, part).map_or_else(Vec::new, |question| parts::wrap(&question.wording.of(&question.ask), width));
    let mut lines: Vec<Line<'static>> = ask.into_iter().map(|row| Line::styled(row, look.text())).collect();
    lines.truncate(height.saturating_sub(row.len() + 1));
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines.extend(row.into_iter().map(|row| Line::styled(row, look.strong())));
    Said::whole(say!("marks-title"), lines)
}

/// The notes so far, the latest first, each as the room shows it; of the one that is chosen also the question to which it belongs.
pub(super) fn look_back(session: &Session, room: &Room, chosen: NoteId, keys: &Keys, look: Look, area: Rect) -> Said {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let all = look_back::in_order(session);
    if room.is_covered() {
        let words = say!("notes-covered", count = all.len());
        let title = say!("look-back-covered", key = keys.name(I::CoverNotes));
        return Said::whole(title, vec![Line::styled(words, look.text())]);
    }
    let at = look_back::still(session, chosen).and_then(|chosen| all.iter().position(|note| *note == chosen)).unwrap_or(0);
    let voices = session.notes().map(notes::word);
    let kinds = parts::widest(NoteKind::ALL.map(NoteKind::words).into_iter().chain(voices));
    let block = |(n, note): (usize, &Note)| {
        let lead = format!("{}{}  ", notes::minute(note.position), parts::padded(&notes::word(note), kinds));
        let wide = parts::cells(&lead);
        let style = if n == at { look.selected() } else { look.text() };
        let rows = parts::wrap(&notes::in_the_room(note), width.saturating_sub(wide));
        let mut block: Vec<Line<'static>> = (rows.into_iter().enumerate())
            .map(|(n, row)| Line::styled(format!("{}{row}", if n == 0 { lead.clone() } else { " ".repeat(wide) }), style))
            .collect();
        let question = note.question.as_ref().and_then(|id| session.guide().question(id)).filter(|_| n == at);
        if let Some((_, question)) = question {
            let words = say!("look-back-question", question = question.label().trim());
            let row = parts::cut(&words, width.saturating_sub(wide), look);
            block.push(Line::styled(format!("{}{row}", " ".repeat(wide)), look.quiet()));
        }
        block
    };
    let blocks: Vec<Vec<Line<'static>>> = all.iter().filter_map(|id| session.note(*id)).enumerate().map(block).collect();
    // The one that is chosen is seen whole, and as much of those before it as there is room for.
    let mut first = 0;
    while first < at && blocks[first..=at].iter().map(Vec::len).sum::<usize>() > height {
        first += 1;
    }
    let lines = blocks.into_iter().skip(first).flatten().take(height).collect();
    Said::whole(say!("look-back-title", at = at + 1, count = all.len()), lines)
}

/// The point that is read back, in the words in which it was noted, and what they may say of it; below it what was said, if anything was.
pub(super) fn points(session: &Session, chosen: NoteId, keys: &Keys, look: Look, area: Rect) -> Said {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let all = points::in_order(session);
    let at = all.iter().position(|note| *note == chosen).unwrap_or(0);
    let note = session.shared_note(chosen);
    let rows = note.map_or_else(Vec::new, |note| parts::wrap(&note.words(), width));
    let each = points::ANSWERS.map(|(action, said)| format!("{} {}", keys.name(action), said.words()).replace(' ', "\u{a0}"));
    let choices: Vec<_> = parts::wrap(&each.join("   "), width).into_iter().map(|row| row.replace('\u{a0}', " ")).collect();
    let said = session.evening().read_back(chosen).and_then(|read| read.said);
    let said = said.map(|said| say!("point-said", said = said.words()));
    let mut lines: Vec<Line<'static>> = rows.into_iter().map(|row| Line::styled(row, look.strong())).collect();
    lines.truncate(height.saturating_sub(choices.len() + 1 + usize::from(said.is_some())));
    lines.extend(said.map(|said| Line::styled(said, look.text())));
    lines.push(Line::default());
    lines.extend(choices.into_iter().map(|row| Line::styled(row, look.strong())));
    Said::whole(say!("points-title", at = at + 1, count = all.len()), lines)
}
