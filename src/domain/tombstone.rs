//! What is left in a session's journal when something of it is destroyed.
//!
//! The journal holds what was noted, so it cannot stay as it is. Where all is destroyed there is a new one: that there was a session, with
//! whom, on which day and with which guide, that it was held if it was, each no and each change of mind, and what was destroyed. Nothing that
//! anybody said, noted, agreed to or heard is in it, nor where it was and who else was there. Where only the notes or the transcripts are
//! destroyed, each line that held some of them is one that is lost: lines keep their numbers, because an undo names the line it answers. A no
//! is kept whatever goes: only the words that somebody added to it are not. No IO.

use std::collections::BTreeMap;

use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::ConsentChange;
use crate::domain::consent::Said;
use crate::domain::consent::Withdrawal;
use crate::domain::destruction::Material;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::member_check::reply::Remark;
use crate::domain::seats::Table;
use crate::domain::time::Position;
use crate::domain::withheld::WithheldLifted;

/// What is left of the line that says `event`, when the notes or the transcripts are destroyed: nothing where it goes.
pub fn left_of(event: &Event, what: Material) -> Option<Event> {
    match (what, event) {
        (Material::Notes, event) => left_of_notes(event),
        // What was withheld of it, and who was given the sound, is none of its words.
        (Material::Transcript, Event::TranscriptImported(_) | Event::SpeakersNamed(_) | Event::PassageHeard(_)) => None,
        (Material::Transcript, Event::Undone { by, .. }) => left_of(by, what).map(|_| event.clone()),
        (_, event) => Some(event.clone()),
    }
}

/// What is left of these lines when all of it is destroyed, in their order: each with the place of the line it is left of. That it was held is
/// known, and how long it was is not.
pub fn left_of_all(lines: &[Option<&Event>]) -> Vec<(usize, Event)> {
    let began = lines.iter().position(|line| matches!(line, Some(Event::Began { .. })));
    let form = lines.get(..began.unwrap_or(lines.len())).unwrap_or_default();
    let mut left = Vec::new();
    for (n, event) in lines.iter().enumerate().filter_map(|(n, line)| Some((n, (*line)?))) {
        match event {
            Event::Began { .. } => {
                left.extend([Event::Began { on: None }, Event::Ended { at: Position::START, why: None }].map(|event| (n, event)));
            }
            // In the form the last word counts: a no that was a slip is none.
            Event::ConsentAnswered(consent) if form.iter().skip(n + 1).any(|later| answers_again(*later, consent)) => {}
            event => left.extend(left_of_one(event).map(|event| (n, event))),
        }
    }
    left
}

/// Whether `later` is another answer of the same person to the same item.
fn answers_again(later: Option<&Event>, consent: &Consent) -> bool {
    matches!(later, Some(Event::ConsentAnswered(other)) if (&other.item, &other.person) == (&consent.item, &consent.person))
}

fn left_of_one(event: &Event) -> Option<Event> {
    match event {
        Event::Opened(opened) => Some(Event::Opened(without_content(opened))),
        Event::ConsentAnswered(consent) if consent.answer == Answer::Refused => {
            Some(Event::ConsentAnswered(Consent { at: consent.at.map(|_| Position::START), ..consent.clone() }))
        }
        Event::ConsentWithdrawn(withdrawal) => {
            Some(Event::ConsentWithdrawn(Withdrawal { at: Position::START, ..withdrawn_without_words(withdrawal) }))
        }
        Event::ConsentChanged(change) => Some(Event::ConsentChanged(changed_without_words(change))),
        // That they take no part any more, or what may be that.
        Event::ReplyReceived(remark) if remark.is.bars() => {
            Some(Event::ReplyReceived(Remark { statement: None, says: None, ..remark.without_words() }))
        }
        // Of a group everybody's part in it is gone, and so it is known whose.
        Event::Seats(table) => Some(Event::Seats(Table { seats: table.seats.clone(), ..Table::default() })),
        Event::Undone { by, .. } => left_of_one(by),
        Event::Destruction(_) => Some(event.clone()),
        _ => None,
    }
}

/// How they said so may be told in any words: to whom and when is what is kept.
fn without_words(said: &Said) -> Said {
    Said { told: String::new(), ..said.clone() }
}

fn withdrawn_without_words(withdrawal: &Withdrawal) -> Withdrawal {
    Withdrawal { said: without_words(&withdrawal.said), ..withdrawal.clone() }
}

fn changed_without_words(change: &ConsentChange) -> ConsentChange {
    ConsentChange { said: without_words(&change.said), ..change.clone() }
}

/// The set-up without where it was, who was there, and what was known of them.
fn without_content(opened: &Opened) -> Opened {
    Opened {
        setting: String::new(),
        present: String::new(),
        attributes: BTreeMap::new(),
        leads: String::new(),
        types: String::new(),
        video: None,
        ..opened.clone()
    }
}

/// What has no word of a note in it, of a statement, of an answer or of a letter.
fn left_of_notes(event: &Event) -> Option<Event> {
    match event {
        Event::WentOffRecord { at, .. } => Some(Event::WentOffRecord { at: *at, reason: None }),
        Event::ReplyReceived(remark) if event.binds() => Some(Event::ReplyReceived(remark.without_words())),
        Event::ConsentWithdrawn(withdrawal) => Some(Event::ConsentWithdrawn(withdrawn_without_words(withdrawal))),
        Event::ConsentChanged(change) => Some(Event::ConsentChanged(changed_without_words(change))),
        Event::WithheldLifted(lifted) => {
            Some(Event::WithheldLifted(WithheldLifted { said: without_words(&lifted.said), ..lifted.clone() }))
        }
        Event::Withheld(withheld) => {
            let mut kept = withheld.clone();
            kept.reason.clear();
            Some(Event::Withheld(kept))
        }
        Event::Undone { by, of } => {
            let by = left_of_notes(by)?;
            Some(Event::Undone { by: Box::new(by), of: *of })
        }
        Event::Opened(_)
        | Event::ConsentAnswered(_)
        | Event::Prepared(_)
        | Event::Seats(_)
        | Event::Began { .. }
        | Event::TakeStarted { .. }
        | Event::Checkpoint { .. }
        | Event::Gap { .. }
        | Event::TakeClosed { .. }
        | Event::TakeMeasured { .. }
        | Event::TakeDestroyed { .. }
        | Event::SilencingBegun(_)
        | Event::Silenced(_)
        | Event::SilencingGivenUp { .. }
        | Event::Destruction(_)
        | Event::ClockCompared { .. }
        | Event::AudioStopped { .. }
        | Event::TimePassed { .. }
        | Event::Recovered { .. }
        | Event::Incident { .. }
        | Event::WentOnRecord { .. }
        | Event::Ended { .. }
        | Event::Reviewed
        | Event::Reopened
        | Event::TranscriptImported(_)
        | Event::SpeakersNamed(_)
        | Event::TranscriptHanded(_)
        | Event::SoundCopied(_)
        | Event::LineLost => Some(event.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::consent::Agreement;
    use crate::domain::consent::How;
    use crate::domain::consent::Wish;
    use crate::domain::guide::Covers;
    use crate::domain::guide::Id;
    use crate::domain::guide::tests::small;
    use crate::domain::member_check::reply::RemarkKind;
    use crate::domain::session::Session;
    use crate::domain::session::tests::opened;
    use crate::domain::withheld::What;
    use crate::domain::withheld::Withheld;
    use crate::domain::withheld::WithheldId;

    fn answered(item: &str, answer: Answer) -> Event {
        Event::ConsentAnswered(Consent { at: Some(Position::from_secs(9)), ..Consent::new(Id::new(item), answer, How::Spoken) })
    }

    fn changed(item: &str, answer: Answer) -> Event {
        let said = Said::new("by telephone, crying", "I1", "2026-11-24");
        Event::ConsentChanged(ConsentChange { item: Id::new(item), person: None, answer, said })
    }

    fn left(events: &[Event]) -> Vec<Event> {
        let all =
            |events: &[Event]| left_of_all(&events.iter().map(Some).collect::<Vec<_>>()).into_iter().map(|(_, event)| event).collect();
        let left: Vec<Event> = all(events);
        assert_eq!(all(&left), left, "what is left stays");
        left
    }

    fn lived(events: &[Event]) -> Session {
        Session::replay(small(), events).unwrap()
    }

    #[test]
    fn each_no_and_each_change_of_mind_is_left_and_counts_as_it_did() {
        let withdrawal =
            Withdrawal { item: Id::new("c-part"), person: None, at: Position::from_secs(70), wish: Wish::Keep, said: Said::default() };
        let bars = Remark { is: RemarkKind::Withdraws, words: "leave me alone".into(), ..Remark::default() };
        let all = [
            Event::Opened(opened()),
            answered("c-record", Answer::Refused),
            answered("c-record", Answer::Given),
            answered("c-part", Answer::Given),
            Event::Began { on: None },
            Event::ConsentWithdrawn(withdrawal),
            Event::Ended { at: Position::from_secs(80), why: None },
            changed("c-part", Answer::Given),
            changed("c-record", Answer::Refused),
            Event::ReplyReceived(bars),
        ];
        let left = left(&all);
        let (before, after) = (lived(&all), lived(&left));
        for covers in [Covers::TakingPart, Covers::Recording] {
            let refused = |session: &Session| session.consent_to(covers) == Agreement::Refused;
            assert_eq!(refused(&before), refused(&after), "{covers:?}: {left:?}");
        }
        assert_eq!((after.consents().changes().len(), after.consents().standing().len(), after.consents().all().len()), (2, 0, 0));
        assert!(after.member_check().barred_by().is_some() && after.asks_no_more() == before.asks_no_more());
        let told = serde_json::to_string(&left).unwrap();
        assert!(
            !told.contains("crying") && !told.contains("leave me") && !["9000", "70000", "80000"].iter().any(|at| told.contains(at)),
            "{told}"
        );
        // A no that nobody took back in the form, or a yes that came after it in the interview: it is a no.
        let all =
            [Event::Opened(opened()), answered("c-part", Answer::Refused), Event::Began { on: None }, answered("c-part", Answer::Given)];
        assert!(lived(&crate::domain::tombstone::tests::left(&all)).asks_no_more());
    }

    #[test]
    fn of_a_change_of_mind_no_word_is_left_when_the_notes_go_and_it_counts_as_it_did() {
        let said = || Said::new("by telephone, crying", "I1", "2026-11-24");
        let withdrawal = Withdrawal { item: Id::new("c-part"), person: None, at: Position::from_secs(70), wish: Wish::Keep, said: said() };
        let withheld = Withheld::of(WithheldId(1), What::Stretch(Position::START, Position::from_secs(3)), "x".into());
        let all = [
            Event::Opened(opened()),
            Event::Began { on: None },
            Event::Withheld(withheld),
            Event::Ended { at: Position::from_secs(80), why: None },
            Event::ConsentWithdrawn(withdrawal),
            changed("c-part", Answer::Given),
            changed("c-record", Answer::Refused),
            Event::WithheldLifted(WithheldLifted { id: WithheldId(1), said: said() }),
        ];
        let undone = Event::Undone { by: Box::new(changed("c-part", Answer::Refused)), of: Some(6) };
        let left: Vec<Event> = all.iter().filter_map(|event| left_of(event, Material::Notes)).collect();
        assert_eq!(left.len(), all.len(), "none of them is a note");
        let told = serde_json::to_string(&(left_of(&undone, Material::Notes), &left)).unwrap();
        assert!(!told.contains("crying") && told.matches("2026-11-24").count() == 5, "{told}");
        let (before, after) = (lived(&all), lived(&left));
        for covers in [Covers::TakingPart, Covers::Recording] {
            assert_eq!(before.consent_to(covers), after.consent_to(covers), "{covers:?}");
        }
        assert_eq!((after.withholding().now().count(), after.consents().standing().len()), (0, 0));
    }

    #[test]
    fn what_was_only_planned_was_never_held() {
        let left = left(&[Event::Opened(opened()), answered("c-part", Answer::Given)]);
        assert_eq!(left.len(), 1);
    }
}
