//! In words: what became of the guides, and after how many interviews no new code came up.

use crate::domain::guide::Change;
use crate::domain::guide::history::GuideVersion;
use crate::domain::study::coding::Export;
use crate::domain::study::figures::Figures;
use crate::domain::study::figures::codes::CodeSource;
use crate::domain::study::figures::codes::CodedKind;
use crate::domain::study::figures::codes::Power;
use crate::domain::study::figures::codes::Rationale;
use crate::domain::study::figures::guides::QuestionCovered;
use crate::domain::study::figures::guides::TopicTime;
use crate::domain::study::figures::guides::VersionsOf;
use crate::domain::study::figures::table::Side;
use crate::domain::study::figures::table::Table;
use crate::domain::study::figures::told::heads::about;
use crate::domain::study::figures::told::heads::mean_range;
use crate::domain::study::figures::told::heads::number;
use crate::domain::study::figures::told::heads::words;
use crate::words::say;

/// What belongs to one kind of interview stands together in `all`: one piece for each.
fn by_kind<T>(all: &[T], kind: fn(&T) -> (&str, &'static str)) -> impl Iterator<Item = ((&str, &'static str), &[T])> {
    all.chunk_by(move |one, other| kind(one) == kind(other)).filter_map(move |alike| Some((kind(alike.first()?), alike)))
}

pub(super) fn coverage(figures: &Figures) -> Vec<Table> {
    fn of(one: &QuestionCovered) -> (&str, &'static str) {
        (one.guide.as_str(), one.round)
    }
    let table = |((guide, round), rows): ((&str, &'static str), &[QuestionCovered])| {
        let row = |one: &QuestionCovered| {
            let counts = [one.n, one.asked, one.volunteered, one.partly, one.come_back, one.skipped, one.not_yet];
            let [n, asked, volunteered, partly, come_back, skipped, not_yet] = counts.map(|n| n.to_string());
            [one.label.clone(), n, asked, volunteered, partly, come_back, skipped, not_yet]
        };
        Table::about(say!("figures-coverage", kind = about(guide, round)))
            .with([
                words("question"),
                number("n"),
                number("asked"),
                number("volunteered"),
                number("partly"),
                number("come-back"),
                number("skipped"),
                number("not-yet"),
            ])
            .rows(rows.iter().map(row))
    };
    by_kind(&figures.coverage, of).map(table).collect()
}

pub(super) fn topics(figures: &Figures) -> Vec<Table> {
    fn of(one: &TopicTime) -> (&str, &'static str) {
        (one.guide.as_str(), one.round)
    }
    let table = |((guide, round), rows): ((&str, &'static str), &[TopicTime])| {
        let row = |one: &TopicTime| {
            let mean = mean_range(one.n, one.mean_min, one.min_min, one.max_min);
            [one.title.clone(), one.planned_min.to_string(), one.n.to_string(), mean]
        };
        Table::about(say!("figures-topics", kind = about(guide, round)))
            .with([words("topic"), number("planned"), number("n"), number("mean-range")])
            .rows(rows.iter().map(row))
    };
    by_kind(&figures.topics, of).map(table).collect()
}

pub(super) fn versions(guide: &VersionsOf) -> Table {
    let row = |version: &GuideVersion| {
        let changes: Vec<String> = version.changes.iter().map(Change::as_line).collect();
        let (since, n) = (version.since.clone().unwrap_or_default(), version.sessions.len().to_string());
        [version.version.clone(), since, n, changes.join("; ")]
    };
    let changed: Vec<&str> = guide.versions.iter().filter(|one| one.texts > 1).map(|one| one.version.as_str()).collect();
    Table::about(say!("figures-versions", guide = &guide.guide, title = &guide.title))
        .with([words("version"), words("since"), number("n"), words("change")])
        .rows(guide.versions.iter().map(row))
        .note((!changed.is_empty()).then(|| say!("figures-versions-texts", versions = changed.join(", "))))
}

/// New codes per interview, a table for each kind that was coded.
pub(crate) fn saturation(figures: &Figures) -> Vec<Table> {
    let Some(saturation) = &figures.saturation else { return Vec::new() };
    let source = source(&saturation.source);
    let mut tables: Vec<Table> = saturation.kinds.iter().filter(|kind| kind.coded > 0).map(|kind| coded(kind, &source)).collect();
    let uncoded: Vec<&CodedKind> = saturation.kinds.iter().filter(|kind| kind.coded == 0).collect();
    let stance = say!("figures-stance", stance = saturation.stance.words());
    if tables.is_empty() {
        let nowhere = match &saturation.source {
            CodeSource::CodesInNotes => Table::about(say!("figures-codes-nowhere")).say(stance),
            CodeSource::QdaExport(_) => Table::about(say!("figures-coding-nowhere")).say(stance).note(Some(source)),
        };
        tables.push(nowhere);
        return tables;
    }
    if let Some(first) = tables.first_mut() {
        first.said.insert(0, stance);
    }
    if let Some(last) = tables.last_mut() {
        last.notes.extend((saturation.undated > 0).then(|| say!("figures-coding-undated", count = saturation.undated)));
        let kinds: Vec<String> = uncoded.iter().map(|kind| say!("figures-kind-plain", guide = &kind.guide, round = kind.round)).collect();
        last.notes.extend((!kinds.is_empty()).then(|| say!("figures-kinds-not-coded", kinds = kinds.join(", "))));
    }
    tables
}

/// Where what is counted comes from.
pub(crate) fn source(source: &CodeSource) -> String {
    match source {
        CodeSource::CodesInNotes => say!("figures-codes-in-notes"),
        CodeSource::QdaExport(Export { program, on, .. }) if program.is_empty() => say!("figures-coding-nameless", day = on),
        CodeSource::QdaExport(Export { program, on, .. }) => say!("figures-coding", program = program, day = on),
    }
}

fn coded(kind: &CodedKind, source: &str) -> Table {
    let rows = kind.interviews.iter().map(|one| {
        let day = one.coded_on.clone().unwrap_or_else(|| say!("figures-not-recorded"));
        let [place, held, codes, new, total] = [one.coded, one.held, one.codes, one.new, one.total].map(|n| n.to_string());
        [place, held, one.participant.clone(), day, codes, new, total]
    });
    let result = match kind.run_without_new {
        0 => say!("figures-still-new", coded = kind.coded),
        run if run == kind.coded => say!("figures-never-new", coded = kind.coded),
        1 => say!("figures-none-new-in-last", coded = kind.coded),
        run => say!("figures-none-new-since", first = kind.coded - run + 1, coded = kind.coded, run = run),
    };
    let not_coded = kind.not_coded.len();
    let otherwise = kind.interviews.windows(2).any(|pair| matches!(pair, [one, next] if one.held > next.held));
    Table::about(say!("figures-codes", kind = about(&kind.guide, kind.round)))
        .say(result)
        .with([
            number("coded"),
            number("held"),
            words("participant"),
            words("coded-on"),
            number("codes"),
            number("new"),
            number("total-codes"),
        ])
        .rows(rows)
        .note((not_coded > 0).then(|| say!("figures-not-coded", count = not_coded, of = kind.held)))
        .note(otherwise.then(|| say!("figures-coded-otherwise")))
        .note(Some(source.to_owned()))
}

pub(super) fn rationale(rationale: &Rationale) -> Table {
    let Some(stance) = rationale.stance else {
        return Table::about(say!("figures-enough")).say(say!("figures-no-stance"));
    };
    let row = |power: &Power| [say!("figures-power", of = power.word()), say!("figures-power-asks", of = power.word())];
    Table::about(say!("figures-enough"))
        .say(say!("figures-no-curve", stance = stance.words()))
        .with([(say!("figures-column", column = "power"), Side::Left), words("asks")])
        .rows(rationale.prompts.iter().map(row))
        .note(Some(say!("figures-power-source")))
}
