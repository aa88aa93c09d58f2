//! What the form suggests: who comes next, for which interview, with which guide. It follows from what was held so far and from what is
//! known of the participant. Values only; whether a suggestion is taken is for a person to say.

use std::cmp::Reverse;

use crate::domain::circumstances::Circumstances;
use crate::domain::guide::Audience;
use crate::domain::guide::Guide;
use crate::domain::guide::Round;
use crate::domain::standing::Standing;
use crate::domain::study::ParticipantCode;
use crate::domain::study::session_line::SessionLine;
use crate::tui::offer::Offer;
use crate::words::say;
use crate::words::spoken;

/// The codes to go through: those on the study's list, and the one that nobody has yet. None where the study keeps no list.
pub(super) fn codes(study: &Offer) -> Vec<String> {
    let mut codes: Vec<String> = study.register.codes().map(str::to_owned).collect();
    if !codes.is_empty() {
        let new = new_code(study);
        codes.extend((!new.is_empty() && study.register.find(&new).is_none()).then_some(new));
    }
    codes
}

/// Whether `code` wants to be asked nothing more, or took no part in the end, as an earlier interview knows.
pub(super) fn asks_no_more(study: &Offer, code: &str) -> bool {
    held(study, code).any(|line| line.asked_no_more)
}

/// Whoever comes next: after the last session's participant on the study's list, somebody who had no interview yet; while follow-ups are
/// held, somebody who had a first one and no other. Where the list has nobody, a code that is nobody's.
pub(super) fn code(study: &Offer) -> String {
    let last = study.sessions.last();
    let all: Vec<&str> = study.register.codes().collect();
    let after = last.and_then(|line| all.iter().position(|code| code.eq_ignore_ascii_case(&line.participant))).map_or(0, |at| at + 1);
    let in_turn =
        || all.iter().skip(after).chain(all.iter().take(after)).copied().filter(|code| !held(study, code).any(|line| line.asked_no_more));
    let had = |code: &str, round| held(study, code).any(|line| line.round == round);
    let is_new = |code: &&str| held(study, code).next().is_none();
    let is_due = |code: &&str| takes(study, Round::FollowUp) && had(code, Round::First) && !had(code, Round::FollowUp);
    let next = match last.map(|line| line.round) {
        Some(Round::FollowUp) => in_turn().find(is_due).or_else(|| in_turn().find(is_new)),
        Some(Round::First) | None => in_turn().find(is_new).or_else(|| in_turn().find(is_due)),
    };
    next.map_or_else(|| new_code(study), str::to_owned)
}

/// The sessions that were held with the participant of this code, the newest last.
pub(super) fn held<'s>(study: &'s Offer, code: &'s str) -> impl DoubleEndedIterator<Item = &'s SessionLine> {
    let theirs = study.sessions.iter().filter(move |line| line.participant.eq_ignore_ascii_case(code));
    theirs.filter(|line| line.standing != Ok(Standing::Planned))
}

/// What they had so far, in words.
pub(crate) fn so_far(study: &Offer, code: &str) -> Option<String> {
    let told = held(study, code).map(|line| {
        let date = line.date.parse().map_or_else(|_| line.date.clone(), |day| spoken().date(day));
        say!("setup-had", round = line.round.word(), date = date)
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// Whether there is a guide for this round.
fn takes(study: &Offer, round: Round) -> bool {
    study.guides.iter().any(|guide| guide.rounds.contains(&round))
}

/// Which interview with them it is.
pub(super) fn round(study: &Offer, code: &str) -> Round {
    let had_one = held(study, code).next().is_some();
    if had_one && takes(study, Round::FollowUp) || !takes(study, Round::First) { Round::FollowUp } else { Round::First }
}

/// The guide for this interview, by its place among the study's: the one that participants of such a code had last in this round; else one
/// for as many people and in the language of what they had before; else the one that the study begins with; else the one that was used last,
/// unless it was for a group. None where none fits.
pub(super) fn guide(study: &Offer, code: &str, round: Round) -> Option<usize> {
    let known = study.register.known(code);
    let fits =
        |guide: &Guide| guide.rounds.contains(&round) && Circumstances::of_participant(guide, round, &known).asked(guide).next().is_some();
    let before = held(study, code).next_back().and_then(|line| guide_of(study, line));
    let latest = |guide: &Guide, counts: &dyn Fn(&SessionLine) -> bool| {
        study.sessions.iter().rposition(|line| line.round == round && guide_id(line) == guide.id.as_str() && counts(line))
    };
    let worth = |guide: &Guide| {
        let alike = latest(guide, &|line| stem(&line.participant).eq_ignore_ascii_case(stem(code)));
        let like_before = before.map(|before| before.audience == guide.audience && before.language == guide.language);
        let is_first = study.first_guide.as_ref() == Some(&guide.id);
        let for_one = guide.audience != Audience::Group;
        (alike, like_before, is_first, latest(guide, &|_| for_one), for_one)
    };
    let fitting = study.guides.iter().enumerate().filter(|(_, guide)| fits(guide));
    fitting.max_by_key(|(at, guide)| (worth(guide), Reverse(*at))).map(|(at, _)| at)
}

/// The guide that a session was held with, as it is by now.
fn guide_of<'s>(study: &'s Offer, line: &SessionLine) -> Option<&'s Guide> {
    study.guides.iter().find(|guide| guide.id.as_str() == guide_id(line))
}

/// Its id: what was changed in it since makes it no other.
fn guide_id(line: &SessionLine) -> &str {
    line.guide.rsplit_once(" v").map_or(&line.guide, |(id, _)| id)
}

/// What codes of one kind of participant have in common: all before the number at their end.
fn stem(code: &str) -> &str {
    code.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// A code that nobody in the study has.
fn new_code(study: &Offer) -> String {
    let held = study.sessions.iter().map(|line| line.participant.as_str());
    next_code(&study.register.codes().chain(held).collect::<Vec<_>>())
}

/// A code that nobody in the study has: the last of `known` raised by one, in the same width, and on from there; `P01` where there is
/// none, or none to count on from.
fn next_code(known: &[&str]) -> String {
    let taken = |code: &str| known.iter().any(|k| k.eq_ignore_ascii_case(code));
    let last = known.last().copied().unwrap_or("P00");
    let digits = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, number) = last.split_at(last.len() - digits);
    let after = |stem: &str, number: u64, width: usize| {
        let codes = (number.saturating_add(1)..u64::MAX).map(|n| format!("{stem}{n:0width$}"));
        codes.take_while(|code| ParticipantCode::new(code).is_ok()).find(|code| !taken(code))
    };
    let counted = match number.parse::<u64>() {
        Ok(number) => after(stem, number, digits),
        // A word without a number gets one; a number too long to count with is left alone.
        Err(_) if digits == 0 => after(&format!("{last}-"), 1, 1),
        Err(_) => None,
    };
    counted.or_else(|| after("P", 0, 2)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_count_on() {
        assert_eq!(next_code(&[]), "P01");
        assert_eq!(next_code(&["P09"]), "P10");
        assert_eq!(next_code(&["T-099"]), "T-100");
        assert_eq!(next_code(&["pilot"]), "pilot-2");
        assert_eq!(next_code(&["007"]), "008");
    }

    #[test]
    fn a_code_that_is_taken_is_not_suggested() {
        assert_eq!(next_code(&["P03", "P02", "P01"]), "P04");
        assert_eq!(next_code(&["P2", "P1"]), "P3");
        assert_eq!(next_code(&["p02", "P01"]), "P03", "two folders that differ in case are one on some disks");
        assert_eq!(next_code(&["pilot-2", "pilot"]), "pilot-3");
        let long = "99999999999999999999999999999999";
        assert_eq!(next_code(&[long]), "P01");
        assert_eq!(next_code(&["P01", &"a".repeat(32)]), "P02");
    }
}
