//! What each record says, in sentences; nothing where it says nothing. Whatever is a figure is taken from the figures and not counted again.

use crate::domain::consent::Wish;
use crate::domain::guide::Change;
use crate::domain::guide::Round;
use crate::domain::note::NoteKind;
use crate::domain::safekeeping::page::term;
use crate::domain::study::checking::CheckTiming;
use crate::domain::study::decisions::DecisionKind;
use crate::domain::study::figures::Figures;
use crate::domain::study::figures::codes::CodeSource;
use crate::domain::study::figures::fields::Consented;
use crate::domain::study::figures::fields::Interviewer;
use crate::domain::study::figures::fields::Place;
use crate::domain::study::figures::fields::WentWrong;
use crate::domain::study::figures::guides::VersionsOf;
use crate::domain::study::figures::lengths::KindOfInterview;
use crate::domain::study::figures::sample::Sample;
use crate::domain::study::figures::table::Table;
use crate::domain::study::figures::told;
use crate::domain::study::interviewer::Aspect;
use crate::domain::study::looks_like_a_name;
use crate::domain::study::reporting::checklist::Source;
use crate::domain::study::reporting::facts::Facts;
use crate::words::say;

impl Source {
    /// What this record says of the study, a sentence each; nothing where nothing is recorded.
    pub fn says(self, facts: &Facts<'_>) -> Vec<String> {
        let figures = facts.figures;
        match self {
            Self::Interviewers => interviewers(figures),
            Self::Credentials => profiles(facts, Aspect::Credentials),
            Self::Occupation => profiles(facts, Aspect::Occupation),
            Self::Gender => profiles(facts, Aspect::Gender),
            Self::Training => profiles(facts, Aspect::Training),
            Self::Relation => profiles(facts, Aspect::Relation),
            Self::Known => profiles(facts, Aspect::Known),
            Self::Stance => profiles(facts, Aspect::Stance),
            Self::Analysis => facts.settings.analysis.map(|stance| say!("figures-stance", stance = stance.words())).into_iter().collect(),
            Self::SamplingPlan => told::sampling(figures).iter().flat_map(sentences).collect(),
            Self::Refusals => refusals(figures),
            Self::SampleSize => sample_size(figures),
            Self::Sample => sample(figures),
            Self::Dates => dates(figures),
            Self::Setting => setting(figures),
            Self::OthersPresent => places(figures, "also-there"),
            Self::Guide => guide(figures),
            Self::GuideChanges => guide_changes(figures),
            Self::RepeatInterviews => repeat_interviews(figures),
            Self::Recording => recording(figures),
            Self::FieldNotes => field_notes(facts),
            Self::Durations => durations(figures),
            Self::Saturation => saturation(figures),
            Self::TranscriptsReturned => returned(facts),
            Self::Codes => codes(facts),
            Self::Software => software(facts),
            Self::ParticipantChecking => checked(figures),
            Self::Quotations => quotations(facts),
            Self::Ethics => ethics(facts),
            Self::Retention => retention(facts),
            Self::Transcripts => transcripts(facts),
            Self::Decisions => decisions(facts),
            Self::Incidents => incidents(figures),
        }
    }

    /// The word of the files and commands from which what it says comes.
    pub fn record(self, facts: &Facts<'_>) -> &'static str {
        let is_counted_from_coding = || {
            let saturation = facts.figures.saturation.as_ref();
            saturation.is_some_and(|saturation| matches!(saturation.source, CodeSource::QdaExport(_)))
        };
        match self {
            Self::Saturation if is_counted_from_coding() => "coding",
            Self::Codes if facts.coding.is_some() && facts.codes.is_empty() => "coding",
            Self::Codes if facts.coding.is_some() => "codes-and-coding",
            _ => self.word(),
        }
    }
}

/// A table in sentences: what stands above it, its rows, each behind what it is about, and what stands below it.
fn sentences(table: &Table) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for row in &table.rows {
        let (about, said) = row.split_first().map_or(("", String::new()), |(about, cells)| (about.as_str(), cells.join(" ")));
        match rows.last_mut() {
            // A row that names nothing goes on with the one above it.
            Some(last) if about.is_empty() => *last = format!("{last}; {said}"),
            _ => rows.push(say!("reporting-row", about = about, said = said)),
        }
    }
    table.said.iter().cloned().chain(rows).chain(table.notes.iter().cloned()).collect()
}

/// An interviewer's code. What looks like a name is not said: a report is for readers whom nobody knows.
fn named(code: &str) -> String {
    if looks_like_a_name(code) { say!("reporting-unnamed") } else { code.to_owned() }
}

fn interviewers(figures: &Figures) -> Vec<String> {
    if figures.interviewers.iter().all(|one| one.code.is_none()) {
        return Vec::new();
    }
    let one = |one: &Interviewer| match &one.code {
        Some(code) => {
            say!("reporting-interviewer", who = named(code), led = one.led, assisted = one.assisted, observed = one.observed)
        }
        None => say!("reporting-interviewer-unsaid", count = one.led),
    };
    figures.interviewers.iter().map(one).collect()
}

/// Of whom something may be said: those who interviewed; before there were any, those of whom the study says something.
fn who_asks(facts: &Facts<'_>) -> Vec<String> {
    let mut asked: Vec<String> = facts.figures.interviewers.iter().filter_map(|one| one.code.clone()).collect();
    if asked.is_empty() {
        asked.extend(facts.settings.interviewers.keys().cloned());
    }
    asked
}

/// What is known of each interviewer by `aspect`: what the study says, else what whoever works here wrote of themselves.
fn profiles(facts: &Facts<'_>, aspect: Aspect) -> Vec<String> {
    let said = |code: &str| {
        let of_study = facts.settings.interviewers.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
        let own = || facts.own.filter(|own| own.code.eq_ignore_ascii_case(code)).and_then(|own| own.says.says(aspect));
        of_study.and_then(|(_, profile)| profile.says(aspect)).or_else(own).map(str::to_owned)
    };
    let all: Vec<(String, Option<String>)> = who_asks(facts).into_iter().map(|code| (named(&code), said(&code))).collect();
    if all.iter().all(|(_, said)| said.is_none()) {
        return Vec::new();
    }
    let line = |(who, said): (String, Option<String>)| {
        say!("reporting-row", about = who, said = said.unwrap_or_else(|| say!("figures-not-recorded")))
    };
    all.into_iter().map(line).collect()
}

fn refusals(figures: &Figures) -> Vec<String> {
    let counted: Vec<String> = told::recruitment(figures).iter().flat_map(sentences).collect();
    let is_unknown = counted.is_empty();
    let kind = |wish: Wish| {
        let count = figures.dropped_out.get(wish.word()).copied().filter(|count| *count > 0)?;
        Some(say!("reporting-dropped-out-kind", wish = wish.word(), count = count))
    };
    let kinds: Vec<String> = [Wish::Keep, Wish::Destroy, Wish::DestroyAll].into_iter().filter_map(kind).collect();
    let all: usize = figures.dropped_out.values().sum();
    let withdrawn = (all > 0).then(|| say!("reporting-dropped-out", count = all, kinds = kinds.join(", ")));
    match (is_unknown, withdrawn) {
        (true, None) => Vec::new(),
        (true, Some(withdrawn)) => vec![withdrawn, say!("reporting-refusals-unknown")],
        (false, withdrawn) => counted.into_iter().chain(withdrawn).collect(),
    }
}

fn sample_size(figures: &Figures) -> Vec<String> {
    let one = |one: &Sample| {
        let elsewhere = (one.also_elsewhere > 0).then(|| say!("figures-also-elsewhere", count = one.also_elsewhere));
        std::iter::once(say!("figures-sample", audience = one.audience, who = told::group(one.group), count = one.n)).chain(elsewhere)
    };
    // Of one sample, it is said already how many they are.
    let several = figures.sample.len() > 1;
    let all = several.then(|| say!("figures-people", count = figures.people.n));
    figures.sample.iter().flat_map(one).chain(all).collect()
}

fn sample(figures: &Figures) -> Vec<String> {
    let known = figures.sample.iter().filter(|one| !one.attributes.is_empty()).map(told::sample);
    known.flat_map(|table| std::iter::once(table.heading.clone()).chain(sentences(&table))).collect()
}

fn dates(figures: &Figures) -> Vec<String> {
    let days = || figures.by_guide.iter().flat_map(|kind| [kind.from.as_str(), kind.to.as_str()]).filter(|day| !day.is_empty());
    days().min().zip(days().max()).map(|(from, to)| say!("figures-between", from = from, to = to)).into_iter().collect()
}

/// What was said of the sessions by one aspect, by as what people took part; nothing where nobody said anything.
fn places(figures: &Figures, aspect: &str) -> Vec<String> {
    let all: Vec<_> = figures.places.iter().filter(|place| place.aspect == aspect).collect();
    if all.iter().all(|place| place.value.is_none()) {
        return Vec::new();
    }
    let group = |alike: &[&Place]| {
        let said: Vec<String> = alike.iter().map(|place| say!("reporting-times", what = told::place(place), count = place.n)).collect();
        let who = told::group(alike.first().and_then(|place| place.group));
        say!("reporting-row", about = who, said = said.join("; "))
    };
    all.chunk_by(|one, other| one.group == other.group).map(group).collect()
}

fn setting(figures: &Figures) -> Vec<String> {
    let place = places(figures, "place");
    // That it was in one room is taken for granted where nobody said anything else, so by itself it is no record of a setting.
    if place.is_empty() { place } else { place.into_iter().chain(places(figures, "mode")).collect() }
}

fn guide(figures: &Figures) -> Vec<String> {
    let one = |guide: &VersionsOf| {
        let held: Vec<String> = guide
            .versions
            .iter()
            .filter(|version| !version.sessions.is_empty())
            .map(|version| say!("reporting-guide-version", version = &version.version, count = version.sessions.len()))
            .collect();
        let pilots = guide.versions.iter().flat_map(|version| &version.changes).filter(|change| change.pilot).count();
        let pilots = say!("reporting-pilots", guide = &guide.guide, count = pilots);
        [say!("reporting-guide", title = &guide.title, guide = &guide.guide, versions = held.join("; ")), pilots]
    };
    figures.guide_versions.iter().flat_map(one).collect()
}

fn guide_changes(figures: &Figures) -> Vec<String> {
    let one = |guide: &VersionsOf| {
        let line = |change: &Change| say!("reporting-guide-change", guide = &guide.guide, what = change.as_line());
        guide.versions.iter().flat_map(|version| &version.changes).map(line).collect::<Vec<String>>()
    };
    figures.guide_versions.iter().flat_map(one).collect()
}

/// A kind of interview, as a sentence begins with it.
fn kind_of(kind: &KindOfInterview) -> String {
    say!("figures-kind-plain", guide = &kind.guide, round = kind.round.word())
}

fn repeat_interviews(figures: &Figures) -> Vec<String> {
    if figures.sessions.counted == 0 {
        return Vec::new();
    }
    let again = figures.by_guide.iter().filter(|kind| kind.round == Round::FollowUp || kind.n > kind.people);
    let one = |kind: &KindOfInterview| say!("reporting-again", kind = kind_of(kind), count = kind.n, people = kind.people);
    // A group meets once with several people, and that is nobody's second interview.
    let lines: Vec<String> = again.map(one).collect();
    let lines = if lines.is_empty() { vec![say!("reporting-never-again")] } else { lines };
    let groups = figures.people.in_group_too;
    let groups = (groups > 0).then(|| say!("reporting-group-too", count = groups));
    lines.into_iter().chain(told::again(figures)).chain(groups).collect()
}

fn recording(figures: &Figures) -> Vec<String> {
    if figures.sessions.counted == 0 {
        return Vec::new();
    }
    let sum = |count: fn(&KindOfInterview) -> usize| figures.by_guide.iter().map(count).sum::<usize>();
    let (whole, partly, none) = (sum(|kind| kind.recorded), sum(|kind| kind.partly_recorded), sum(|kind| kind.by_clock));
    let said = say!("reporting-recorded", count = whole, of = figures.sessions.counted);
    let partly = (partly > 0).then(|| say!("reporting-recorded-partly", count = partly));
    let none = (none > 0).then(|| say!("reporting-recorded-not", count = none));
    let moments = &figures.moments;
    let off = moments.off_record;
    let off = (off > 0).then(|| say!("figures-off-record", count = off, sessions = moments.off_record_sessions));
    std::iter::once(said).chain(partly).chain(none).chain(off).collect()
}

fn field_notes(facts: &Facts<'_>) -> Vec<String> {
    let records = facts.records;
    if records.noted == 0 && records.pages == 0 {
        return Vec::new();
    }
    let kind = |(kind, n): &(NoteKind, usize)| say!("reporting-times", what = kind.words(), count = *n);
    let kinds: Vec<String> = records.notes.iter().map(kind).collect();
    let notes = (records.noted > 0)
        .then(|| say!("reporting-notes", count = records.noted, of = facts.figures.sessions.counted, kinds = kinds.join(", ")));
    let late = (records.late > 0).then(|| say!("reporting-notes-late", count = records.late));
    let pages = (records.pages > 0).then(|| say!("reporting-pages", count = records.pages));
    notes.into_iter().chain(late).chain(pages).collect()
}

fn durations(figures: &Figures) -> Vec<String> {
    if figures.by_guide.is_empty() {
        return Vec::new();
    }
    let line = |kind: &KindOfInterview| {
        let (mean, min, max) = (kind.mean_min, kind.min_min, kind.max_min);
        say!("reporting-lengths", kind = kind_of(kind), n = kind.n, mean = mean, min = min, max = max, total = kind.total_min)
    };
    figures.by_guide.iter().map(line).chain([say!("figures-lengths")]).collect()
}

fn saturation(figures: &Figures) -> Vec<String> {
    if let Some(stance) = figures.rationale.as_ref().and_then(|rationale| rationale.stance) {
        return vec![say!("reporting-no-saturation", stance = stance.words())];
    }
    let is_coded = figures.saturation.as_ref().is_some_and(|saturation| saturation.kinds.iter().any(|kind| kind.coded > 0));
    if !is_coded {
        return Vec::new();
    }
    // The row of interviews stays in the figures: a checklist wants what came of it.
    let said = |table: Table| std::iter::once(table.heading).chain(table.said).chain(table.notes);
    told::saturation(figures).into_iter().flat_map(said).collect()
}

/// What went to participants; of transcripts nothing goes back here, and it says so.
fn returned(facts: &Facts<'_>) -> Vec<String> {
    let checks = &facts.figures.member_checks;
    if checks.sent == 0 {
        return Vec::new();
    }
    let what = match facts.settings.member_check.timing {
        CheckTiming::Summary => say!("reporting-returned-summary"),
        CheckTiming::Findings => say!("reporting-returned-findings"),
    };
    told::member_checks(facts.figures).said.into_iter().chain([what]).collect()
}

fn checked(figures: &Figures) -> Vec<String> {
    if figures.member_checks.sent == 0 { Vec::new() } else { sentences(&told::member_checks(figures)) }
}

/// The codes: those of the study's coding, where that came back, and those on notes, which are not the same.
fn codes(facts: &Facts<'_>) -> Vec<String> {
    let coded = facts
        .coding
        .filter(|coding| !coding.sessions.is_empty())
        .map(|coding| say!("coding-imported", codes = coding.codes(), sessions = coding.sessions.len(), export = coding.export.words()));
    let mut said: Vec<String> = coded.into_iter().collect();
    if !facts.codes.is_empty() {
        let described = facts.codes.iter().filter(|code| !code.description.trim().is_empty()).count();
        let names = told::names(facts.codes.iter().map(|code| code.code.as_str()));
        said.push(say!("reporting-codes", count = facts.codes.len(), described = described, names = names));
        said.push(say!("figures-codes-in-notes"));
    }
    said
}

fn software(facts: &Facts<'_>) -> Vec<String> {
    let version = |count: usize| say!("reporting-software", count = count, version = facts.version);
    let held = Some(facts.figures.sessions.counted).filter(|held| *held > 0);
    let program = facts.figures.saturation.as_ref().and_then(|saturation| match &saturation.source {
        CodeSource::QdaExport(export) if !export.program.is_empty() => Some(say!("reporting-software-coding", program = &export.program)),
        CodeSource::QdaExport(_) | CodeSource::CodesInNotes => None,
    });
    held.map(version).into_iter().chain(program).collect()
}

fn quotations(facts: &Facts<'_>) -> Vec<String> {
    let records = facts.records;
    if records.quotes == 0 {
        return Vec::new();
    }
    vec![say!("reporting-quotes", count = records.quotes, people = records.quoted, of = records.quotable)]
}

fn ethics(facts: &Facts<'_>) -> Vec<String> {
    let letter = facts.settings.information_letter.as_ref().map(|letter| match &letter.date {
        Some(date) => say!("reporting-information-dated", version = &letter.version, date = date),
        None => say!("reporting-information", version = &letter.version),
    });
    let figures = facts.figures;
    let row = |one: &Consented| {
        let item = say!("reporting-consent-item", group = told::group(one.group), item = one.covers.words(&one.item));
        let (yes, no, unanswered) = (one.given, one.refused, one.unanswered);
        say!("reporting-consent", item = item, asked = one.asked, yes = yes, no = no, unanswered = unanswered)
    };
    let note = (!figures.consent.is_empty()).then(|| say!("figures-consent-note"));
    let distress = &figures.moments;
    let (times, sessions) = (distress.distress, distress.distress_sessions);
    let distress = (times > 0).then(|| say!("figures-distress", count = times, sessions = sessions));
    letter.into_iter().chain(figures.consent.iter().map(row)).chain(note).chain(distress).collect()
}

fn retention(facts: &Facts<'_>) -> Vec<String> {
    let words = facts.settings.retention.trim();
    if !words.is_empty() {
        return vec![say!("reporting-retention", words = words)];
    }
    facts.settings.terms.all.iter().map(term).collect()
}

fn transcripts(facts: &Facts<'_>) -> Vec<String> {
    let (count, of) = (facts.records.transcribed, facts.figures.sessions.counted);
    let verified = facts.records.verified;
    if count == 0 { Vec::new() } else { vec![say!("reporting-transcripts", count = count, of = of, verified = verified)] }
}

fn decisions(facts: &Facts<'_>) -> Vec<String> {
    let kinds = &facts.records.decisions;
    let all: usize = kinds.iter().map(|(_, n)| n).sum();
    let one = |(kind, n): &(DecisionKind, usize)| say!("reporting-times", what = kind.words(), count = *n);
    let said: Vec<String> = kinds.iter().map(one).collect();
    if all == 0 { Vec::new() } else { vec![say!("reporting-decisions", count = all, kinds = said.join(", "))] }
}

fn incidents(figures: &Figures) -> Vec<String> {
    let one = |one: &WentWrong| say!("reporting-times", what = say!("figures-incident", kind = &one.kind), count = one.n);
    let none = (figures.sessions.counted > 0 && figures.incidents.is_empty()).then(|| say!("figures-no-incidents"));
    figures.incidents.iter().map(one).chain(none).collect()
}
