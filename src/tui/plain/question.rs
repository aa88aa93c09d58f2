//! What is to be said now: a paragraph of a script, or the question with everything that belongs to it.

use crate::domain::agenda;
use crate::domain::agenda::Part;
use crate::domain::circumstances::Circumstances;
use crate::domain::coverage::Coverage;
use crate::domain::guide::Question;
use crate::domain::session::Session;
use crate::tui::keymap::action::Interview as I;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::screen::interview::Room;
use crate::tui::view::interview::head::nth_topic;
use crate::tui::view::question::weight;
use crate::words::say;

/// Where in the guide one is, and what stands there.
pub(super) fn facts(model: &Model, session: &Session, room: &Room) -> Vec<Fact> {
    let guide = session.guide();
    match room.part() {
        Part::Introduction(at) => script(&say!("part-introduction"), &guide.introduction, at),
        Part::Closing(at) => script(&say!("part-closing"), &guide.closing, at),
        Part::Question(t, q) => {
            let Some(topic) = guide.topics.get(t) else { return Vec::new() };
            let (at, of) = nth_topic(session, t);
            let title = Fact::once(format!("topic {t}"), say!("plain-topic", at = at, of = of, title = &topic.title)).here();
            let question = topic.questions.get(q).map(|question| whole(model, session, question, (t, q), room.probe()));
            std::iter::once(title).chain(question.into_iter().flatten()).collect()
        }
    }
}

/// A paragraph of a script.
fn script(name: &str, text: &str, at: usize) -> Vec<Fact> {
    let count = agenda::paragraphs(text).count();
    let words = agenda::paragraphs(text).nth(at).unwrap_or_default();
    let title = say!("read-aloud", part = name, at = at + 1, count = count);
    vec![Fact::once(format!("script {name} {at}"), title).here(), Fact::once(format!("paragraph {name} {at}"), words).here()]
}

/// The question with what leads over to it, what belongs to it and what may be asked after it. What became of it, and of its probes, is
/// told when one comes to it; what is done there meanwhile, the keys that do it answer for.
fn whole(model: &Model, session: &Session, question: &Question, (t, q): (usize, usize), chosen: Option<usize>) -> Vec<Fact> {
    let (guide, here, coverage) = (session.guide(), Circumstances::of(session), session.coverage());
    let topic = &guide.topics[t];
    let is_first = here.asked(guide).find(|((topic, _), _)| *topic == t).is_none_or(|((_, first), _)| first == q);
    let topics = |text: &Option<String>| text.clone().filter(|_| is_first);
    let both = |of_topic: &Option<String>, own: &Option<String>| [topics(of_topic), own.clone()].into_iter().flatten();
    let mut facts = Vec::new();
    let mut add = |words: String| {
        let name = format!("question {} {}", question.id, facts.len());
        facts.push(Fact::once(name, words));
    };
    for words in both(&topic.say, &question.say) {
        add(say!("lead-over", words = words.trim()));
    }
    add(say!("plain-question", words = question.wording.of(&question.ask).trim()));
    let asked = facts.len();
    if let Some(fact) = facts.last_mut() {
        fact.says_where = true;
    }
    let mut add = |words: String| {
        let name = format!("question {} {}", question.id, asked + facts.len());
        facts.push(Fact::once(name, words));
    };
    if let Some(words) = weight(question) {
        add(words);
    }
    if coverage.of(&question.id) != Coverage::NotYet {
        add(say!("plain-so-far", state = coverage.of(&question.id).words()));
    }
    let given = coverage.choice(&question.id);
    for choice in &question.choices {
        let is_given = given == Some(choice.code.as_str());
        let words = say!("plain-answer", code = &choice.code, words = choice.say.trim());
        add(if is_given { say!("plain-answer-given", answer = words) } else { words });
    }
    if !question.choices.is_empty() {
        add(say!("plain-closed", key = model.shared.key(I::Answer)));
    }
    for condition in here.left_open(&topic.when).into_iter().chain(here.left_open(&question.when)) {
        add(say!("room-not-known", condition = condition));
    }
    for words in both(&topic.instruct, &question.instruct) {
        add(say!("plain-instruct", words = words.trim()));
    }
    for words in both(&topic.show, &question.show) {
        add(say!("plain-card", words = words.trim()));
    }
    let mut walked = None;
    for (n, probe) in here.probes(question).enumerate() {
        let words = say!("plain-probe", number = n + 1, words = probe.wording.of(&probe.ask).trim());
        let is_chosen = chosen.and_then(|n| question.probes.get(n)).is_some_and(|chosen| chosen.id == probe.id);
        if is_chosen {
            walked = Some((probe.id.to_string(), say!("plain-probe-chosen", probe = &*words, key = model.shared.key(I::UseProbe))));
        }
        add(if coverage.used(&probe.id) { say!("plain-probe-asked", probe = words) } else { words });
        let not_known = here.left_open(&probe.when).into_iter().map(|condition| say!("room-not-known", condition = condition));
        let instruct = probe.instruct.iter().map(|words| say!("plain-instruct", words = words.trim()));
        not_known.chain(instruct).collect::<Vec<_>>().into_iter().for_each(&mut add);
    }
    facts.extend(walked.map(|(is, words)| Fact::stands("probe", is, words).here()));
    facts
}
