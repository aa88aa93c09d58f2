//! Who is there of those a study wants to hear, and who is missing.
//!
//! Interviewed are those with whom an interview was held, or who sat in a group that was; waiting are those on the list with whom none was
//! yet. The two are never added up to one figure: a list is no sample. Whoever had all of it destroyed is counted as that and in no margin,
//! and what is not known of somebody is counted as not recorded, never as any value. Values only.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::consent::Wish;
use crate::domain::standing::Standing;
use crate::domain::study::Participant;
use crate::domain::study::recruitment::Recruited;
use crate::domain::study::register::Register;
use crate::domain::study::sampling::Category;
use crate::domain::study::sampling::GroupPlan;
use crate::domain::study::sampling::Margin;
use crate::domain::study::session_line::SessionLine;
use crate::domain::study::session_line::Stays;
use crate::domain::study::session_line::TookPart;
use crate::words::say;

/// How far somebody on the list has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Came {
    /// No interview with them was held yet.
    Waiting,
    /// One was.
    Interviewed,
    /// They wanted all of theirs destroyed.
    Withdrew,
}

impl Came {
    /// The words that people have for it.
    pub fn words(self) -> String {
        match self {
            Self::Waiting => say!("came-waiting"),
            Self::Interviewed => say!("came-interviewed"),
            Self::Withdrew => say!("came-withdrew"),
        }
    }
}

/// Who took part in which sessions: looked up for each of a long list, and looked through once.
#[derive(Debug, Default)]
pub struct PartsTaken<'a>(BTreeMap<String, Vec<(&'a SessionLine, &'a TookPart)>>);

impl<'a> PartsTaken<'a> {
    /// In these sessions. Of one that cannot be read nothing is known, so it counts for nobody.
    pub fn of(sessions: &'a [SessionLine]) -> Self {
        let mut taken: BTreeMap<String, Vec<(&'a SessionLine, &'a TookPart)>> = BTreeMap::new();
        for line in sessions.iter().filter(|line| line.standing.is_ok()) {
            for one in &line.people {
                taken.entry(one.code.to_ascii_lowercase()).or_default().push((line, one));
            }
        }
        Self(taken)
    }

    fn parts(&self, code: &str) -> &[(&'a SessionLine, &'a TookPart)] {
        self.0.get(&code.to_ascii_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// The sessions of whoever has this code, planned ones among them.
    pub fn sessions_of(&self, code: &str) -> Vec<&'a SessionLine> {
        self.parts(code).iter().map(|(line, _)| *line).collect()
    }

    /// This code as it stands in the first session of theirs.
    fn as_written(&self, code: &str) -> Option<&'a str> {
        self.parts(code).first().map(|(_, one)| one.code.as_str())
    }

    /// What they wanted who take no part any more: the furthest of what they asked for in any of their sessions.
    pub fn stopped(&self, code: &str) -> Option<Wish> {
        let wish = |(line, one): &(&SessionLine, &TookPart)| match line.standing {
            Ok(Standing::Withdrawn) => Some(Wish::DestroyAll),
            _ => one.stopped,
        };
        let asked: Vec<Wish> = self.parts(code).iter().filter_map(wish).collect();
        [Wish::DestroyAll, Wish::Destroy, Wish::Keep].into_iter().find(|wish| asked.contains(wish))
    }

    /// How many take no part any more, by what they wanted; each is counted once, however often they were interviewed.
    pub fn all_stopped(&self) -> BTreeMap<&'static str, usize> {
        let mut counted = BTreeMap::new();
        for wish in self.0.keys().filter_map(|code| self.stopped(code)) {
            *counted.entry(wish.word()).or_default() += 1;
        }
        counted
    }

    /// How far they have come.
    pub fn came(&self, code: &str) -> Came {
        let mut came = Came::Waiting;
        for (line, one) in self.parts(code) {
            came = match (&line.standing, one.stays) {
                // As in the figures: what nobody has ended is no interview yet.
                (Ok(Standing::Planned | Standing::UnderWay | Standing::Interrupted), Stays::What) => continue,
                // A no goes as far as its words went: all of theirs, in whichever session it was said. One of which all is destroyed at the
                // participants' wish says so of everybody who sat there.
                (Ok(Standing::Withdrawn), _) | (_, Stays::Nothing) => return Came::Withdrew,
                (_, Stays::What) => Came::Interviewed,
            };
        }
        came
    }
}

impl Register {
    /// What there is of what is wanted, how they were found, and who was interviewed without being listed: a line each.
    pub fn sampled_in_words(&self, sessions: &[SessionLine]) -> Vec<String> {
        let mut lines = Vec::new();
        let samples = self.samples(sessions);
        for sample in &samples {
            lines.push(sample.words());
            for margin in &sample.margins {
                let cells = margin.words();
                lines.extend(cells.iter().map(|cell| format!("  {}", say!("people-margin", attribute = &margin.called, cells = cell))));
            }
        }
        for recruited in self.recruited_of(sessions) {
            let [counts, doubts @ ..] = &recruited.words()[..] else { continue };
            let counts = match &recruited.group {
                Some(group) => say!("recruited-of-group", group = group, counts = counts),
                None => counts.clone(),
            };
            lines.push(say!("people-recruited", counts = counts));
            lines.extend(doubts.iter().map(|doubt| format!("  ! {doubt}")));
        }
        let taken = PartsTaken::of(sessions);
        let unlisted: Vec<&str> = self.unlisted(&taken).filter_map(|code| taken.as_written(code)).collect();
        if !unlisted.is_empty() {
            lines.push(say!("people-unlisted", codes = unlisted.join(", ")));
        }
        if samples.iter().all(|sample| sample.margins.is_empty()) {
            lines.push(say!("people-no-sampling"));
        }
        lines
    }
}

impl Register {
    /// The codes of those who were interviewed and stand on no list.
    fn unlisted<'t>(&self, taken: &'t PartsTaken<'_>) -> impl Iterator<Item = &'t str> {
        taken.0.keys().map(String::as_str).filter(|code| self.find(code).is_none() && taken.came(code) == Came::Interviewed)
    }

    /// How the participants of each group were found, beside how many of it are on the list, and how many had all of it destroyed: of those
    /// the list says no group any more.
    pub fn recruited_of(&self, sessions: &[SessionLine]) -> Vec<Recruited> {
        let taken = PartsTaken::of(sessions);
        let is_gone = |one: &&Participant| self.group_of(one).is_none() && taken.came(one.code.as_str()) == Came::Withdrew;
        let gone = u32::try_from(self.participants.iter().filter(is_gone).count()).unwrap_or(u32::MAX);
        let of_group = |one: Recruited| {
            let gone = if one.group.is_some() { gone } else { 0 };
            Recruited { gone, ..one }
        };
        self.recruited().into_iter().map(of_group).collect()
    }
}

/// So many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Those who were interviewed.
    pub interviewed: u32,
    /// Those on the list who were not yet.
    pub waiting: u32,
}

impl Count {
    fn add(&mut self, came: Came) {
        match came {
            Came::Interviewed => self.interviewed += 1,
            Came::Waiting => self.waiting += 1,
            Came::Withdrew => {}
        }
    }

    /// Of how many nothing may be counted.
    const fn is_none(self) -> bool {
        self.interviewed == 0 && self.waiting == 0
    }
}

/// Somebody, and how far they have come; nothing is known of whoever is not on the list.
type Person<'a> = (Option<&'a Participant>, Came);

/// What is there of a group, and what is wanted of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GroupSample {
    /// The group; nothing for those whose group is not said, and where the study has none.
    pub group: Option<String>,
    /// How many are wanted in all; nothing where that is left open.
    pub wanted: Option<u32>,
    /// Those who are there.
    #[serde(flatten)]
    pub count: Count,
    /// Those who wanted all of it destroyed, and are in none of the other figures.
    pub withdrew: u32,
    /// What is wanted, attribute by attribute.
    pub margins: Vec<MarginSample>,
}

/// What is there of the values of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MarginSample {
    /// The attribute's name.
    pub attribute: String,
    /// What people call it.
    pub called: String,
    /// What is wanted, in the order of the plan.
    pub cells: Vec<Cell>,
    /// Those with a value that the plan does not name.
    pub other: Count,
    /// Those of whom the value is not known.
    pub not_recorded: Count,
}

/// What is there of one value, or of values within a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Which values count.
    pub value: Category,
    /// How many are wanted at least.
    pub at_least: u32,
    /// Those who are there.
    #[serde(flatten)]
    pub count: Count,
    /// How many are still to be interviewed.
    pub missing: u32,
    /// How many of those are not even on the list.
    pub to_find: u32,
}

/// Something that is missing, in the order in which it is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// The group; nothing where the study has none.
    pub group: Option<String>,
    /// The attribute's name.
    pub attribute: String,
    /// What people call it.
    #[serde(skip)]
    pub called: String,
    /// What is there of it.
    #[serde(flatten)]
    pub cell: Cell,
}

impl Register {
    /// What is there of each group: of those that the plan names first, then of the other groups of the study, then of those whose group is
    /// not said, if there are any.
    pub fn samples(&self, sessions: &[SessionLine]) -> Vec<GroupSample> {
        let taken = PartsTaken::of(sessions);
        let listed = self.participants.iter().map(|one| (Some(one), taken.came(one.code.as_str())));
        // Whoever was interviewed is counted, on the list or not; of those who are not nothing is known.
        let all: Vec<Person<'_>> = listed.chain(self.unlisted(&taken).map(|_| (None, Came::Interviewed))).collect();
        let group_of = |one: Option<&'_ Participant>| match (one, self.groups.as_slice()) {
            (Some(one), _) => self.group_of(one).map(str::to_owned),
            (None, [only]) => Some(only.clone()),
            (None, _) => None,
        };
        let planned = self.sampling.groups.iter().cloned();
        let of_group = |group: &String| GroupPlan { group: Some(group.clone()), ..GroupPlan::default() };
        let is_planned = |group: &&String| self.sampling.groups.iter().any(|plan| plan.group.as_ref() == Some(*group));
        let others = self.groups.iter().filter(|group| !is_planned(group)).map(of_group);
        let mut plans: Vec<GroupPlan> = planned.chain(others).collect();
        let is_left = |(one, _): &Person<'_>| plans.iter().all(|plan| plan.group.is_some() && group_of(*one) != plan.group);
        if plans.is_empty() || all.iter().any(is_left) {
            plans.push(GroupPlan::default());
        }
        let named: Vec<String> = plans.iter().filter_map(|plan| plan.group.clone()).collect();
        let sample = |plan: &GroupPlan| {
            let is_in = |one: Option<&Participant>| match (&plan.group, group_of(one)) {
                (Some(group), of) => of.as_ref() == Some(group),
                // Without a group stand those whose group is not said, or is none that has a line of its own.
                (None, of) => of.is_none_or(|of| !named.contains(&of)),
            };
            self.sample(plan, &all.iter().copied().filter(|(one, _)| is_in(*one)).collect::<Vec<_>>())
        };
        plans.iter().map(sample).collect()
    }

    fn sample(&self, plan: &GroupPlan, people: &[Person<'_>]) -> GroupSample {
        let mut count = Count::default();
        for (_, came) in people {
            count.add(*came);
        }
        let withdrew = people.iter().filter(|(_, came)| *came == Came::Withdrew).count();
        // What links two people is counted in no table.
        let linking = self.linking();
        GroupSample {
            group: plan.group.clone(),
            wanted: plan.participants,
            count,
            withdrew: u32::try_from(withdrew).unwrap_or(u32::MAX),
            margins: plan
                .margins
                .iter()
                .filter(|margin| !linking.contains(&margin.attribute))
                .map(|margin| self.margin(margin, people))
                .collect(),
        }
    }

    fn margin(&self, margin: &Margin, people: &[Person<'_>]) -> MarginSample {
        let mut counts = vec![Count::default(); margin.wanted.len()];
        let (mut other, mut not_recorded) = (Count::default(), Count::default());
        for (one, came) in people {
            let value =
                one.and_then(|one| one.attributes.get(&margin.attribute)).map(|value| value.trim()).filter(|value| !value.is_empty());
            let Some(value) = value else {
                not_recorded.add(*came);
                continue;
            };
            let of = margin.wanted.iter().position(|wanted| wanted.category.has(value));
            of.and_then(|nth| counts.get_mut(nth)).unwrap_or(&mut other).add(*came);
        }
        let cells = margin.wanted.iter().zip(counts).map(|(wanted, count)| {
            let missing = wanted.at_least.saturating_sub(count.interviewed);
            let to_find = missing.saturating_sub(count.waiting);
            Cell { value: wanted.category.clone(), at_least: wanted.at_least, count, missing, to_find }
        });
        let called = self.attribute(&margin.attribute).map_or(margin.attribute.as_str(), |attribute| attribute.called());
        MarginSample { attribute: margin.attribute.clone(), called: called.to_owned(), cells: cells.collect(), other, not_recorded }
    }
}

/// What is missing of `samples`: first that of which nobody is there, not even on the list; then that of which nobody was interviewed; then
/// the rest, each in the order of the plan.
pub fn lacks(samples: &[GroupSample]) -> Vec<Lack> {
    let of_margin = |group: &GroupSample, margin: &MarginSample| -> Vec<Lack> {
        let missing = margin.cells.iter().filter(|cell| cell.missing > 0);
        let lack = |cell: &Cell| Lack {
            group: group.group.clone(),
            attribute: margin.attribute.clone(),
            called: margin.called.clone(),
            cell: cell.clone(),
        };
        missing.map(lack).collect()
    };
    let of_group = |group: &GroupSample| group.margins.iter().flat_map(|margin| of_margin(group, margin)).collect::<Vec<_>>();
    let mut lacks: Vec<Lack> = samples.iter().flat_map(of_group).collect();
    lacks.sort_by_key(|lack| (!lack.cell.count.is_none(), lack.cell.count.interviewed > 0));
    lacks
}

impl Lack {
    /// It in a few words: `therapy stopped: 3 to find`.
    pub fn words(&self) -> String {
        let Cell { value, missing, to_find, .. } = &self.cell;
        let value = value.words();
        let what = match &self.group {
            Some(group) => say!("gap-of-group", group = group, attribute = &self.called, value = value),
            None => say!("gap-of", attribute = &self.called, value = value),
        };
        match (to_find, missing - to_find) {
            (to_find, 0) => say!("gap-to-find", what = what, count = *to_find),
            (0, on_list) => say!("gap-to-interview", what = what, count = on_list),
            (to_find, on_list) => say!("gap-both", what = what, count = *to_find, waiting = on_list),
        }
    }
}

impl GroupSample {
    /// How many there are, in a sentence.
    pub fn words(&self) -> String {
        let Count { interviewed, waiting } = self.count;
        let interviewed = match self.wanted {
            Some(wanted) => Some(say!("sample-interviewed-of", count = interviewed, wanted = wanted)),
            // Where nobody else is there, that nobody was interviewed is true of this line and of no other.
            None if self.withdrew > 0 && self.count.is_none() => None,
            None => Some(say!("sample-interviewed", count = interviewed)),
        };
        let waiting = (waiting > 0).then(|| say!("sample-waiting", count = waiting));
        let withdrew = (self.withdrew > 0).then(|| say!("sample-withdrew", count = self.withdrew));
        let counts = interviewed.into_iter().chain(waiting).chain(withdrew).collect::<Vec<_>>().join(", ");
        match &self.group {
            Some(group) => say!("sample-of-group", group = group, counts = counts),
            None => counts,
        }
    }
}

impl MarginSample {
    /// What is there of each value, and of whom it is not known, a line for each.
    pub fn words(&self) -> Vec<String> {
        let cell = |cell: &Cell| {
            let Cell { value, at_least, count, missing, .. } = cell;
            let (value, waiting) = (value.words(), count.waiting);
            match *missing {
                0 => say!("cell-there", value = value, count = count.interviewed, wanted = *at_least, waiting = waiting),
                missing => {
                    say!("cell-missing", value = value, count = count.interviewed, wanted = *at_least, missing = missing, waiting = waiting)
                }
            }
        };
        let beside = |words: String, count: Count| {
            (!count.is_none()).then(|| say!("cell-beside", value = words, count = count.interviewed, waiting = count.waiting))
        };
        let others = [beside(say!("cell-other"), self.other), beside(say!("cell-not-recorded"), self.not_recorded)];
        self.cells.iter().map(cell).chain(others.into_iter().flatten()).collect()
    }
}

#[cfg(test)]
mod tests;
