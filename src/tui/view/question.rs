//! What is to be said now in the interview: a question with all that belongs to it, or a paragraph of a script.
//!
//! What is read aloud stands out and comes first. What the interviewer does stands in brackets, a card that is handed over behind a line
//! at its left, coded answers behind their codes: apart by signs and words, never by colour alone.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::agenda;
use crate::domain::agenda::Part;
use crate::domain::circumstances::Circumstances;
use crate::domain::coverage::Coverage;
use crate::domain::guide::Priority;
use crate::domain::guide::Question;
use crate::domain::session::Session;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Interview as I;
use crate::tui::screen::interview::Card;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::answers::AnswerRow;
use crate::tui::screen::interview::states::STATES;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// What stands in the pane of what is to be said.
pub(crate) struct Said {
    pub(crate) title: String,
    pub(crate) lines: Vec<Line<'static>>,
    /// How many of the lines are for now; what comes after them is reached by going on.
    pub(crate) now: usize,
}

impl Said {
    pub(crate) fn whole(title: String, lines: Vec<Line<'static>>) -> Self {
        Self { title, now: lines.len(), lines }
    }
}

/// What is to be said now: the question with its probes, or a paragraph of a script and what follows it.
pub(crate) fn spoken(session: &Session, room: &Room, keys: &Keys, look: Look, area: Rect) -> Said {
    let width = usize::from(area.width);
    let (t, q) = match room.part() {
        Part::Introduction(at) => return script(&say!("part-introduction"), &session.guide().introduction, at, width, look),
        Part::Closing(at) => return script(&say!("part-closing"), &session.guide().closing, at, width, look),
        Part::Question(t, q) => (t, q),
    };
    let topic = &session.guide().topics[t];
    let title = topic.title.clone();
    let Some(question) = topic.questions.get(q) else { return Said::whole(title, Vec::new()) };
    let title = match weight(question) {
        Some(words) => format!("{title} {} {words}", look.either('·', '-')),
        None => title,
    };
    match room.card() {
        Card::Answers(row) => {
            let height = usize::from(area.height);
            Said::whole(title, answers(session, question, row, keys, look, (width, height)))
        }
        Card::States => Said::whole(title, states(session, question, keys, look, (width, usize::from(area.height)))),
        Card::Away
        | Card::Protocol(_)
        | Card::LeaveOut(_)
        | Card::Withdrawal
        | Card::Marks(_)
        | Card::Reports(..)
        | Card::Notes(_)
        | Card::Points(_)
        | Card::Seats(_)
        | Card::LastTime => Said::whole(title, whole(session, question, (t, q), room.probe(), look, (width, usize::from(area.height)))),
    }
}

/// What becomes of a question when time is short, in words.
pub(crate) fn weight(question: &Question) -> Option<String> {
    match question.priority {
        Priority::Plain => None,
        Priority::Key => Some(say!("guide-key-question")),
        Priority::Optional(number) => Some(say!("guide-optional-question", number = number)),
    }
}

/// The sign of that in the map; [`legend`] explains it.
pub(crate) fn weight_sign(question: &Question, look: Look) -> String {
    match question.priority {
        Priority::Plain => String::new(),
        Priority::Key => look.either('◆', '+').to_string(),
        Priority::Optional(number) => format!("({number})"),
    }
}

/// What the signs of the room mean; a sign and its words are not broken apart.
pub(crate) fn legend(look: Look) -> String {
    let signs = [
        (look.either('▶', '>').to_string(), say!("legend-here")),
        (look.to_ask().to_string(), say!("legend-to-ask")),
        (look.either(MARKED[0], MARKED[1]).to_string(), say!("legend-chosen")),
        (look.taken().to_string(), say!("legend-taken")),
        (look.either('◆', '+').to_string(), say!("guide-key-question")),
        ("(1)".to_owned(), say!("legend-optional")),
    ];
    signs.map(|(sign, words)| format!("{sign} {words}").replace(' ', "\u{a0}")).join("  ")
}

/// The question with everything that belongs to it. What leads over to it is read before it and stands there, as long as the question has
/// its room below; where it has not, the question comes first.
fn whole(
    session: &Session,
    question: &Question,
    (t, q): (usize, usize),
    chosen_probe: Option<usize>,
    look: Look,
    (width, height): (usize, usize),
) -> Vec<Line<'static>> {
    let (guide, here) = (session.guide(), Circumstances::of(session));
    let topic = &guide.topics[t];
    // What belongs to the topic stands with the first of its questions that belongs in this interview.
    let is_first = here.asked(guide).find(|((topic, _), _)| *topic == t).is_none_or(|((_, first), _)| first == q);
    let topics = |text: &Option<String>| text.clone().filter(|_| is_first);
    let mut lines = rows(&question.wording.of(&question.ask), "", width, look.strong());
    let mut bridge = Vec::new();
    for words in [topics(&topic.say), question.say.clone()].into_iter().flatten() {
        for paragraph in agenda::paragraphs(&words) {
            bridge.extend(rows(&paragraph.replace('\n', " "), "", width, look.text()));
            bridge.push(Line::default());
        }
    }
    // A row is kept for the sign that there is more below.
    let leads = bridge.len() + lines.len() < height;
    if leads {
        lines.splice(0..0, std::mem::take(&mut bridge));
    }
    lines.push(Line::default());
    let before = lines.len();
    let chosen = session.coverage().choice(&question.id);
    lines.extend(choices(question, chosen, None, width, look).into_iter().flatten());
    for condition in here.left_open(&topic.when).into_iter().chain(here.left_open(&question.when)) {
        lines.extend(beside(&say!("room-not-known", condition = condition), "", width, look));
    }
    for words in [topics(&topic.instruct), question.instruct.clone()].into_iter().flatten() {
        lines.extend(beside(&words, "", width, look));
    }
    for words in [topics(&topic.show), question.show.clone()].into_iter().flatten() {
        lines.extend(card(&words, width, look));
    }
    if lines.len() > before {
        lines.push(Line::default());
    }
    if !bridge.is_empty() {
        lines.extend(rows(&say!("lead-over-below"), "", width, look.quiet()));
        lines.extend(bridge);
    }
    // What is still to be asked comes before what was.
    let (used, unused): (Vec<_>, Vec<_>) = here.probes(question).partition(|probe| session.coverage().used(&probe.id));
    let all = unused.into_iter().map(|probe| (probe, false)).chain(used.into_iter().map(|probe| (probe, true)));
    for (probe, is_used) in all {
        let words = probe.wording.of(&probe.ask);
        if is_used {
            lines.extend(rows(&say!("asked-probe", words = &*words), "    ", width, look.quiet()));
            continue;
        }
        let is_chosen = chosen_probe.and_then(|n| question.probes.get(n)).is_some_and(|chosen| chosen.id == probe.id);
        let (sign, style) = if is_chosen { (look.either(MARKED[0], MARKED[1]), look.strong()) } else { (look.to_ask(), look.text()) };
        lines.extend(rows(&words, &format!("  {sign} "), width, style));
        let not_known = here.left_open(&probe.when).into_iter().map(|condition| say!("room-not-known", condition = condition));
        for words in not_known.chain(probe.instruct.clone()) {
            lines.extend(beside(&words, "    ", width, look));
        }
    }
    if let Some(own) = session.coverage().own_probes_counted(&question.id) {
        lines.extend(rows(&say!("asked-probe", words = own), "    ", width, look.quiet()));
    }
    // Air is for where there is room for it: what stands first keeps its own longest.
    while lines.len() > height {
        let Some(blank) = lines.iter().rposition(|line| line.width() == 0) else { break };
        lines.remove(blank);
    }
    lines
}

/// The question in short and its coded answers, of which one is to be chosen.
fn answers(
    session: &Session,
    question: &Question,
    row: AnswerRow,
    keys: &Keys,
    look: Look,
    (width, height): (usize, usize),
) -> Vec<Line<'static>> {
    let mut lines = rows(&question.wording.of(&question.ask), "", width, look.strong());
    let chosen = session.coverage().choice(&question.id);
    let all = choices(question, chosen, row.at(), width, look);
    let [next, take, away] = [I::NextAnswer, I::TakeAnswer, I::NoAnswer].map(|action| keys.name(action));
    let how = rows(&say!("answers-how", next = next, take = take, away = away), "", width, look.text());
    // The answers come first here: the question has what they leave.
    let wanted: usize = all.iter().map(Vec::len).sum::<usize>() + how.len();
    lines.truncate(height.saturating_sub(wanted).max(1));
    let room = height.saturating_sub(lines.len() + how.len()).max(1);
    let marked = all.iter().position(|rows| rows.iter().any(is_marked)).unwrap_or(0);
    let mut first = 0;
    while first < marked && all[first..=marked].iter().map(Vec::len).sum::<usize>() > room {
        first += 1;
    }
    lines.extend(all.into_iter().skip(first).flatten().take(room));
    lines.extend(how);
    lines.truncate(height);
    lines
}

/// The question in short and what may have become of it, each with its key; that which stands says so.
fn states(session: &Session, question: &Question, keys: &Keys, look: Look, (width, height): (usize, usize)) -> Vec<Line<'static>> {
    let stands = session.coverage().of(&question.id);
    let state = |(action, coverage): (I, Coverage)| {
        let words = if coverage == stands { say!("state-stands", state = coverage.words()) } else { coverage.words() };
        // A key and its word stay in one row.
        format!("{} {words}", keys.name(action)).replace(' ', "\u{a0}")
    };
    let row = parts::wrap(&STATES.map(state).join("   "), width).into_iter();
    let row: Vec<_> = row.map(|row| Line::styled(row.replace('\u{a0}', " "), look.strong())).collect();
    let how = rows(&say!("states-how"), "", width, look.text());
    let mut lines = rows(&question.wording.of(&question.ask), "", width, look.strong());
    lines.truncate(height.saturating_sub(row.len() + how.len() + 1).max(1));
    lines.push(Line::default());
    lines.extend(how);
    lines.extend(row);
    lines
}

/// What is in front of the answer that is marked.
const MARKED: [char; 2] = ['›', '>'];

fn is_marked(line: &Line<'_>) -> bool {
    let text = line.to_string();
    text.contains(MARKED[0]) || text.starts_with(MARKED[1])
}

/// From so many answers on, short ones stand beside each other.
const MANY: usize = 6;

/// The coded answers, in rows; the chosen one has the sign of what was asked, and stands out.
fn choices(question: &Question, chosen: Option<&str>, marked: Option<usize>, width: usize, look: Look) -> Vec<Vec<Line<'static>>> {
    let codes = parts::widest(question.choices.iter().map(|choice| choice.code.clone()));
    let entries: Vec<(bool, String, &str)> = (question.choices.iter().enumerate())
        .map(|(n, choice)| {
            let (is_chosen, is_marked) = (chosen == Some(choice.code.as_str()), marked == Some(n));
            let mark = if is_marked { look.either(MARKED[0], MARKED[1]) } else { ' ' };
            let sign = if is_chosen { look.taken() } else { ' ' };
            let blank = " ".repeat(codes.saturating_sub(parts::cells(&choice.code)));
            (is_chosen || is_marked, format!("{mark}{sign} {blank}{} ", choice.code), choice.say.trim())
        })
        .collect();
    let style = |stands_out: bool| if stands_out { look.strong() } else { look.text() };
    let widest = parts::widest(entries.iter().map(|(_, lead, words)| format!("{lead}{words}"))) + 2;
    let columns = if entries.len() >= MANY { (width / widest).max(1) } else { 1 };
    if columns == 1 {
        return entries.into_iter().map(|(out, lead, words)| rows(words, &lead, width, style(out))).collect();
    }
    let row = |some: &[(bool, String, &str)]| {
        let text: String = some.iter().map(|(_, lead, words)| parts::padded(&format!("{lead}{words}"), widest)).collect();
        vec![Line::styled(text.trim_end().to_owned(), style(some.iter().any(|(out, ..)| *out)))]
    };
    entries.chunks(columns).map(row).collect()
}

/// What the interviewer is told and does not read aloud, in brackets.
fn beside(words: &str, lead: &str, width: usize, look: Look) -> Vec<Line<'static>> {
    rows(&say!("guide-instruct", words = words.split_whitespace().collect::<Vec<_>>().join(" ")), lead, width, look.text())
}

/// What is handed over, a paragraph after the other behind a line.
fn card(words: &str, width: usize, look: Look) -> Vec<Line<'static>> {
    let line = look.either("│ ", "| ");
    let mut lines = rows(&say!("room-card"), "", width, look.text());
    for (n, paragraph) in agenda::paragraphs(words).enumerate() {
        if n > 0 {
            lines.push(Line::styled(line.trim_end().to_owned(), look.text()));
        }
        let paragraph = paragraph.replace('\n', " ");
        let wrapped = parts::wrap(&paragraph, width.saturating_sub(2)).into_iter();
        lines.extend(wrapped.map(|row| Line::styled(format!("{line}{row}"), look.text())));
    }
    lines
}

/// `text` behind its `lead`, in as many rows as it needs.
fn rows(text: &str, lead: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let wide = parts::cells(lead);
    let wrapped = parts::wrap(text, width.saturating_sub(wide)).into_iter().enumerate();
    wrapped.map(|(n, row)| Line::styled(if n == 0 { format!("{lead}{row}") } else { format!("{:wide$}{row}", "") }, style)).collect()
}

/// A script from paragraph `at` on: that one to be read now, the next ones faint.
fn script(name: &str, text: &str, at: usize, width: usize, look: Look) -> Said {
    let count = agenda::paragraphs(text).count();
    let (mut lines, mut now) = (Vec::new(), 0);
    for (n, paragraph) in agenda::paragraphs(text).enumerate().skip(at) {
        if n > at {
            lines.push(Line::default());
        }
        let style = if n == at { look.strong() } else { look.quiet() };
        lines.extend(parts::wrap(&paragraph.replace('\n', " "), width).into_iter().map(|l| Line::styled(l, style)));
        if n == at {
            now = lines.len();
        }
    }
    Said { title: say!("read-aloud", part = name, at = at + 1, count = count), lines, now }
}

/// Of the first `now` of `lines` as many as fit into `height` rows, from screenful number `nth` on, with a row that says how many more
/// there are and which key shows them; all of them, and what comes after them, where they fit.
pub(crate) fn screenful(mut lines: Vec<Line<'static>>, now: usize, nth: usize, height: usize, key: &str, look: Look) -> Vec<Line<'static>> {
    let rows = height.saturating_sub(1);
    // A row that says that there is more is needed for what comes after them, too.
    if now <= rows || lines.len() <= height || rows == 0 {
        return lines;
    }
    lines.truncate(now);
    let count = lines.len().div_ceil(rows);
    let first = nth % count * rows;
    let whole = lines.len();
    let mut shown: Vec<Line<'static>> = lines.into_iter().skip(first).take(rows).collect();
    shown.resize(rows, Line::default());
    let dots = look.either("…", "...");
    let hint = match whole.saturating_sub(first + rows) {
        0 => format!("{dots} {}", say!("from-the-top", key = key)),
        // The key comes first: a narrow terminal cuts the end.
        more => format!("{dots} {}", say!("more-lines", key = key, count = more)),
    };
    shown.push(Line::styled(hint, look.strong()));
    shown
}
