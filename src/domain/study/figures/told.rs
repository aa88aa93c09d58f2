//! The figures in words: which tables there are, in the order in which a paper needs them. Nothing is counted here.

mod guides;
mod heads;

use crate::domain::member_check::Outcome;
use crate::domain::study::figures::Figures;
use crate::domain::study::figures::counted::NotCounted;
use crate::domain::study::figures::counted::Why;
use crate::domain::study::figures::fields::Place;
use crate::domain::study::figures::fields::SOMEBODY;
use crate::domain::study::figures::lengths::KindOfInterview;
use crate::domain::study::figures::lengths::percent;
use crate::domain::study::figures::sample::Described;
use crate::domain::study::figures::sample::Sample;
use crate::domain::study::figures::table::Table;
pub(crate) use crate::domain::study::figures::told::guides::saturation;
pub(crate) use crate::domain::study::figures::told::heads::group;
use crate::domain::study::figures::told::heads::mean_range;
pub(crate) use crate::domain::study::figures::told::heads::names;
use crate::domain::study::figures::told::heads::number;
use crate::domain::study::figures::told::heads::words;
use crate::domain::study::sample::GroupSample;
use crate::domain::study::sample::lacks;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::words::message::Value;
use crate::words::say;

/// All tables that have something to say.
pub fn tables(figures: &Figures) -> Vec<Table> {
    let sessions = &figures.sessions;
    let mut all = vec![opening(figures)];
    all.extend(recruitment(figures));
    all.extend(sampling(figures));
    all.extend(recruitment(figures));
    all.extend(sampling(figures));
    if sessions.counted > 0 {
        all.push(interviews(figures));
        all.extend(figures.sample.iter().map(sample));
        all.push(interviewers(figures));
        all.push(places(figures));
        all.extend(Some(consent(figures)).filter(|table| !table.rows.is_empty()));
        all.push(incidents(figures));
        // Of sessions whose notes are destroyed nobody knows whether a letter went.
        all.extend((sessions.counted > sessions.notes_destroyed.len()).then(|| member_checks(figures)));
        all.extend(saturation(figures));
        all.extend(figures.rationale.iter().map(guides::rationale));
        all.extend(guides::topics(figures));
        all.extend(guides::coverage(figures));
        all.extend(figures.guide_versions.iter().map(guides::versions));
    }
    all
}

/// Names the sessions that cannot be read, each with why: all other figures are told, and they are not whole.
pub fn unread(figures: &Figures, lines: &[SessionLine]) -> Option<String> {
    let unreadable = figures.sessions.not_counted.iter().filter(|one| one.why == Why::Unreadable);
    let why = |name: &str| lines.iter().find(|line| line.name == name)?.standing.as_ref().err();
    let told = unreadable.map(|one| match why(&one.session) {
        Some(why) => shown(&format!("{}: {why}", one.session)).into_owned(),
        None => shown(&one.session).into_owned(),
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| say!("figures-unread", count = told.len(), sessions = told.join("; ")))
}

fn opening(figures: &Figures) -> Table {
    let heading = if figures.title.trim().is_empty() { say!("figures-no-title") } else { figures.title.clone() };
    let sessions = &figures.sessions;
    let mut table = Table::about(heading).say(say!("figures-counted", count = sessions.counted));
    let mut rest: &[NotCounted] = &sessions.not_counted;
    while let [first, ..] = rest {
        let (alike, others) = rest.split_at(rest.iter().take_while(|one| one.is_like(first)).count());
        let names = names(alike.iter().map(|one| one.session.as_str()));
        table = table.say(say!("figures-not-counted", count = alike.len(), why = first.words(), names = names));
        rest = others;
    }
    let bare = &sessions.notes_destroyed;
    let names = names(bare.iter().map(String::as_str));
    if bare.is_empty() { table } else { table.say(say!("figures-notes-destroyed", count = bare.len(), names = names)) }
}

fn interviews(figures: &Figures) -> Table {
    let rows = figures.by_guide.iter().map(|kind| {
        let mean = mean_range(kind.n, kind.mean_min, kind.min_min, kind.max_min);
        [
            kind.title.clone(),
            kind.guide.clone(),
            kind.round.words(),
            kind.n.to_string(),
            kind.people.to_string(),
            mean,
            kind.total_min.to_string(),
        ]
    });
    let sum = |count: fn(&KindOfInterview) -> usize| figures.by_guide.iter().map(count).sum::<usize>();
    let (by_clock, partly) = (sum(|kind| kind.by_clock), sum(|kind| kind.partly_recorded));
    let days = figures.by_guide.iter().flat_map(|kind| [kind.from.as_str(), kind.to.as_str()]).filter(|day| !day.is_empty());
    let days: Vec<&str> = days.collect();
    let days = days.iter().min().zip(days.iter().max());
    Table::about(say!("figures-interviews"))
        .with([words("title"), words("guide"), words("round"), number("n"), number("people"), number("mean-range"), number("total")])
        .rows(rows)
        .note(Some(say!("figures-lengths")))
        .note(Some(say!("figures-people", count = figures.people.n)))
        .note(again(figures))
        .note((by_clock > 0).then(|| say!("figures-by-clock", count = by_clock)))
        .note((partly > 0).then(|| say!("figures-partly-recorded", count = partly)))
        .note(days.map(|(from, to)| say!("figures-between", from = *from, to = *to)))
}

/// How many were interviewed more than once, where anybody was.
pub(crate) fn again(figures: &Figures) -> Option<String> {
    let again = figures.people.interviewed_again;
    (again > 0).then(|| say!("figures-people-again", count = again))
}

/// The table of a sample.
pub(crate) fn sample(sample: &Sample) -> Table {
    let who = group(sample.group);
    let heading = say!("figures-sample", audience = sample.audience, who = who, count = sample.n);
    let rows: Vec<[String; 3]> = sample.attributes.iter().flat_map(|one| described(one, sample.n)).collect();
    let known = !sample.attributes.is_empty();
    Table::about(heading)
        .with([words("attribute"), words("value"), number("n-percent")])
        .rows(rows)
        .note((!known).then(|| say!("figures-nothing-known")))
        .note((sample.not_listed > 0 && known).then(|| say!("figures-not-listed", count = sample.not_listed)))
        .note((sample.also_elsewhere > 0).then(|| say!("figures-also-elsewhere", count = sample.also_elsewhere)))
}

/// How participants were found, where anybody counted.
pub(crate) fn recruitment(figures: &Figures) -> Option<Table> {
    let said = figures.recruitment.iter().flat_map(|one| {
        let whose = |words: String| one.group.as_ref().map_or(words.clone(), |group| say!("figures-of-group", group = group, what = words));
        one.words().into_iter().map(whose)
    });
    let table = said.fold(Table::about(say!("figures-recruitment")), Table::say);
    (!figures.recruitment.is_empty()).then_some(table)
}

/// What is there of what the study wanted, where it said what.
pub(crate) fn sampling(figures: &Figures) -> Option<Table> {
    let planned: Vec<&GroupSample> =
        figures.sampling_plan.iter().filter(|group| group.wanted.is_some() || !group.margins.is_empty()).collect();
    if planned.is_empty() {
        return None;
    }
    let heads = planned.iter().fold(Table::about(say!("figures-sampling")), |table, group| table.say(group.words()));
    let rows = planned.iter().flat_map(|group| &group.margins).flat_map(|margin| {
        let called = |n: usize| if n == 0 { margin.called.clone() } else { String::new() };
        margin.words().into_iter().enumerate().map(move |(n, words)| [called(n), words])
    });
    let table = heads.with([words("attribute"), words("value")]).rows(rows);
    Some(lacks(&figures.sampling_plan).iter().fold(table, |table, lack| table.note(Some(say!("figures-missing", what = lack.words())))))
}

/// The rows of one attribute: what it is called stands in the first.
fn described(one: &Described, of: usize) -> Vec<[String; 3]> {
    let counted = |n: usize| match percent(n, of) {
        Some(percent) => say!("figures-n-percent", n = n, percent = percent),
        None => n.to_string(),
    };
    let mut rows: Vec<(String, String)> = Vec::new();
    match &one.number {
        Some(spread) => {
            let (mean, min, max) = (Value::Decimal(spread.mean, 1), &spread.min, &spread.max);
            rows.push((say!("figures-mean-range"), say!("figures-spread", mean = mean, min = min, max = max)));
        }
        None if one.categories.is_empty() => rows.push((say!("figures-recorded"), counted(one.recorded))),
        None => rows.extend(one.categories.iter().map(|category| (category.value.clone(), counted(category.n)))),
    }
    if one.not_recorded > 0 {
        rows.push((say!("figures-not-recorded"), counted(one.not_recorded)));
    }
    let label = one.label.clone().unwrap_or_else(|| one.attribute.replace('_', " "));
    let first = |n: usize| if n == 0 { label.clone() } else { String::new() };
    rows.into_iter().enumerate().map(|(n, (value, counted))| [first(n), value, counted]).collect()
}

fn interviewers(figures: &Figures) -> Table {
    let rows = figures.interviewers.iter().map(|one| {
        let code = one.code.clone().unwrap_or_else(|| say!("figures-not-recorded"));
        [code, one.led.to_string(), one.assisted.to_string(), one.observed.to_string()]
    });
    Table::about(say!("figures-interviewers"))
        .with([words("interviewer"), number("led"), number("assisted"), number("observed")])
        .rows(rows)
}

/// What was said of a place, in words.
pub(crate) fn place(place: &Place) -> String {
    match (place.aspect, &place.value) {
        (_, None) => say!("figures-not-recorded"),
        ("mode" | "recorded", Some(word)) => say!("figures-mode", is = word),
        (_, Some(word)) if word == SOMEBODY => say!("figures-somebody"),
        (_, Some(words)) => words.clone(),
    }
}

fn places(figures: &Figures) -> Table {
    let rows =
        figures.places.iter().map(|one| [say!("figures-place", aspect = one.aspect), group(one.group), place(one), one.n.to_string()]);
    Table::about(say!("figures-places")).with([words("what"), words("group"), words("value"), number("n")]).rows(rows)
}

fn consent(figures: &Figures) -> Table {
    let rows = figures.consent.iter().map(|one| {
        let [asked, given, refused, unanswered] = [one.asked, one.given, one.refused, one.unanswered].map(|n| n.to_string());
        [group(one.group), one.covers.words(&one.item), asked, given, refused, unanswered]
    });
    Table::about(say!("figures-consent"))
        .with([words("group"), words("item"), number("asked"), number("yes"), number("no"), number("no-answer")])
        .rows(rows)
        .note(Some(say!("figures-consent-note")))
}

fn incidents(figures: &Figures) -> Table {
    let rows = figures.incidents.iter().map(|one| {
        let (n, sessions) = (one.n.to_string(), one.sessions.to_string());
        [say!("figures-incident", kind = &one.kind), n, sessions]
    });
    let moments = &figures.moments;
    let (distress, off) = (moments.distress, moments.off_record);
    Table::about(say!("figures-incidents"))
        .with([words("what"), number("times"), number("sessions")])
        .rows(rows)
        .note(figures.incidents.is_empty().then(|| say!("figures-no-incidents")))
        .note((distress > 0).then(|| say!("figures-distress", count = distress, sessions = moments.distress_sessions)))
        .note((off > 0).then(|| say!("figures-off-record", count = off, sessions = moments.off_record_sessions)))
}

/// What was checked with participants.
pub(crate) fn member_checks(figures: &Figures) -> Table {
    let checks = &figures.member_checks;
    let table = Table::about(say!("figures-member-checks"));
    if checks.sent == 0 {
        return table.say(say!("figures-none-sent"));
    }
    let to = names(checks.participants.iter().map(String::as_str));
    let came = |outcome: &Outcome| checks.outcomes.get(outcome.word()).copied().filter(|n| *n > 0);
    let rows = Outcome::ALL.into_iter().filter_map(|outcome| {
        let n = came(&outcome)?;
        Some([say!("figures-outcome", outcome = outcome.word()), n.to_string()])
    });
    let waiting = (checks.waiting > 0).then(|| [say!("figures-waiting"), checks.waiting.to_string()]);
    table
        .say(say!("figures-sent", count = checks.sent, to = to, back = checks.came_back))
        .with([words("outcome"), number("n")])
        .rows(rows.chain(waiting))
        .note((checks.amended > 0).then(|| say!("figures-amended", count = checks.amended)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::Participants;

    #[test]
    fn each_group_of_people_has_a_word() {
        let all = [Participants::Patients, Participants::Professionals, Participants::Others].map(Participants::word);
        let mut said: Vec<String> = all.into_iter().map(Some).chain([None]).map(group).collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), 4, "{said:?}");
    }
}
