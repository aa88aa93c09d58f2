//! A guide as people read it in a terminal: all that stands in it, each round by itself, and last what no round asks.
//!
//! What is read aloud stands as it is; what only the interviewer is told stands in brackets below it.

use crate::domain::agenda;
use crate::domain::circumstances::Circumstances;
use crate::domain::distress::said_first;
use crate::domain::guide::Guide;
use crate::domain::guide::Priority;
use crate::domain::guide::Question;
use crate::domain::guide::Topic;
use crate::domain::guide::When;
use crate::domain::report;
use crate::domain::text;
use crate::domain::text::shown;
use crate::shell::command::answer::put;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// Prints all of `guide`.
pub(super) fn put_guide(guide: &Guide) {
    put(say!(
        "guide-head",
        title = &*shown(&guide.title),
        id = guide.id.to_string(),
        version = &guide.version,
        language = &guide.language,
        minutes = agenda::planned_in(guide, &guide.rounds)
    ));
    if let Some(aim) = &guide.aim {
        section(&say!("guide-aim"), aim);
    }
    section(&say!("part-introduction"), &guide.introduction);
    put(format!("\n{}", say!("guide-consent")));
    for item in &guide.consent {
        script(3, &format!("{}: {}", item.id, item.say.trim()));
        aside(6, item.instruct.as_deref());
    }
    let lengths: Vec<u32> = guide.rounds.iter().map(|round| agenda::planned(guide, Circumstances::any(guide, *round))).collect();
    let is_the_same = lengths.windows(2).all(|two| two[0] == two[1]);
    for round in &guide.rounds {
        let words = message!("guide-round", round = round.word());
        let minutes = agenda::planned_in(guide, &[*round]);
        let head = if is_the_same { spoken().say(words) } else { say!("guide-round-minutes", round = words, minutes = minutes) };
        put(format!("\n{head}"));
        questions(guide, Circumstances::any(guide, *round).asked(guide).map(|((t, _), question)| (t, question)));
    }
    let never = || {
        let all = guide.topics.iter().enumerate().flat_map(|(t, topic)| topic.questions.iter().map(move |question| (t, topic, question)));
        all.filter(|(_, topic, question)| !guide.is_ever_asked(topic, question)).map(|(t, _, question)| (t, question))
    };
    if never().next().is_some() {
        put(format!("\n{}", say!("guide-never")));
        questions(guide, never());
    }
    section(&say!("part-closing"), &guide.closing);
    if let Some(distress) = &guide.distress {
        put(format!("\n{}", say!("guide-distress")));
        let steps = said_first(distress).into_iter().chain(distress.steps.iter().cloned()).collect();
        let calls = distress.call.iter().map(ToString::to_string).collect();
        let afterwards = distress.follow_up.iter();
        let afterwards =
            afterwards.map(|after| say!("guide-within", what = after.what.trim().trim_end_matches('.'), hours = after.within.0));
        for (head, lines) in [
            (say!("guide-distress-signs"), distress.signs.clone()),
            (say!("guide-distress-steps"), steps),
            (say!("guide-distress-call"), calls),
            (say!("guide-distress-support"), distress.support.clone()),
            (say!("guide-distress-follow-up"), afterwards.collect()),
        ] {
            if !lines.is_empty() {
                put(format!("   {head}"));
                for line in lines {
                    put(format!("      - {}", shown(line.trim())));
                }
            }
        }
    }
    if !guide.reports.is_empty() {
        put(format!("\n{}", say!("guide-reports")));
    }
    for kind in &guide.reports {
        let words = say!("guide-report", what = kind.what.trim(), to = report::whom(&kind.to), hours = kind.within.0);
        put(format!("      - {}", shown(&words)));
    }
}

/// What is read aloud, or known, under its head.
fn section(head: &str, text: &str) {
    put(format!("\n{head}"));
    script(3, text);
}

/// A text paragraph by paragraph.
fn script(indent: usize, text: &str) {
    said(indent, text, str::to_owned);
}

/// A text that something is `said` with, paragraph by paragraph: those after the first stand below its words, not below what leads to them.
fn said(indent: usize, words: &str, said: impl FnOnce(&str) -> String) {
    let words = words.trim();
    let whole = said(words);
    let lead = whole.find(words).map_or(0, |at| text::cells(&whole[..at]));
    for (n, paragraph) in agenda::paragraphs(&whole).enumerate() {
        if n > 0 {
            put("");
        }
        let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        let indent = if n > 0 { indent + lead } else { indent };
        put(format!("{}{}", " ".repeat(indent), shown(&line)));
    }
}

/// What the interviewer is told and does not read aloud: in brackets.
fn aside(indent: usize, text: Option<&str>) {
    if let Some(text) = text {
        said(indent, text, |words| say!("guide-instruct", words = words));
    }
}

/// What is read aloud on the way to something.
fn bridge(text: Option<&str>) {
    if let Some(text) = text {
        said(3, text, |words| say!("lead-over", words = words));
    }
}

fn conditions(indent: usize, guide: &Guide, when: &When) {
    when.words(guide).iter().for_each(|words| aside(indent, Some(words)));
}

fn questions<'g>(guide: &'g Guide, asked: impl Iterator<Item = (usize, &'g Question)>) {
    let mut above = None;
    for (t, of_it) in asked {
        if above.replace(t) != Some(t) {
            topic(guide, t, &guide.topics[t]);
        }
        question(guide, of_it);
    }
}

fn topic(guide: &Guide, t: usize, topic: &Topic) {
    put(format!("\n{}", say!("guide-topic", number = t + 1, title = &*shown(&topic.title), minutes = topic.minutes)));
    aside(3, topic.heading.as_ref().map(|heading| say!("guide-heading", words = heading)).as_deref());
    conditions(3, guide, &topic.when);
    bridge(topic.say.as_deref());
    aside(3, topic.instruct.as_deref());
    card(topic.show.as_deref());
}

fn question(guide: &Guide, question: &Question) {
    bridge(question.say.as_deref());
    script(3, &question.wording.of(&question.ask));
    aside(6, question.short.as_ref().map(|short| say!("guide-short", words = short)).as_deref());
    match question.priority {
        Priority::Plain => {}
        Priority::Key => aside(6, Some(&say!("guide-key-question"))),
        Priority::Optional(number) => aside(6, Some(&say!("guide-optional-question", number = number))),
    }
    conditions(6, guide, &question.when);
    aside(6, question.instruct.as_deref());
    card(question.show.as_deref());
    if !question.choices.is_empty() {
        let answers: Vec<String> = question.choices.iter().map(|choice| choice.words()).collect();
        script(6, &say!("guide-answers", answers = answers.join(", ")));
    }
    for probe in &question.probes {
        script(6, &format!("- {}", probe.wording.of(&probe.ask)));
        conditions(8, guide, &probe.when);
        aside(8, probe.instruct.as_deref());
    }
    aside(6, question.purpose.as_ref().map(|why| say!("guide-purpose", words = why.trim())).as_deref());
    if let Some(source) = &question.source {
        let from: Vec<&str> = [&source.domain, &source.literature].into_iter().flatten().map(String::as_str).collect();
        aside(6, Some(&say!("guide-from", words = from.join("; "))));
    }
}

fn card(show: Option<&str>) {
    if let Some(words) = show {
        said(6, words, |words| say!("guide-card", words = words));
    }
}
