//! The hard moments, from the room to what is left to be done outside it: distress that goes on, distress that stops, harm that is told. Each
//! ends in what the journal says, what programs read, and what the list of sessions shows.

use std::fs;

use hearback::domain::distress;
use hearback::domain::due;
use hearback::domain::errand::Became;
use hearback::domain::event::DistressChoice;
use hearback::domain::standing::Phase;
use serde_json::Value;

use crate::cli::run;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::reread;

fn json(dir: &tempfile::TempDir, call: &[&str]) -> Value {
    let out = run(dir.path(), call);
    let (from, to) = (out.find(['{', '[']).unwrap(), out.rfind(['}', ']']).unwrap());
    serde_json::from_str(&out[from..=to]).unwrap()
}

/// What is rung, what follows, and what must be reported, in the guide of [`cared_for`].
const CARE: &str = "  say: Take your time.
  call:
    - { who: doctor on call, number: \"[fill in the number]\" }
    - { who: emergency, number: 112 }
  follow_up:
    - what: Ring them and ask how they are.
      within: 1 day
      ask: May we ring you tomorrow?
    - { what: Tell the head of the study., within: 12 hours }
  support:
";

/// A study whose first guide says what is done.
fn cared_for() -> tempfile::TempDir {
    let dir = study();
    let at = dir.path().join("guides/patient-first.yaml");
    let guide = fs::read_to_string(&at).unwrap();
    assert_eq!(guide.matches("  support:\n").count(), 1);
    fs::write(&at, guide.replace("  support:\n", CARE)).unwrap();
    dir
}

#[test]
fn distress_that_goes_on_leaves_a_call_to_be_made_until_it_is_made() {
    let dir = cared_for();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>").hear_until(secs(15)).keys("1").hear_until(secs(20));
    script.keys("<f8>").hear_until(secs(25)).keys("<f8>").saved().keys("<f10><f10>");
    script.leave();

    // Under the second moment nothing was chosen: it stands there, and nothing follows from it.
    let session = reread(&dir);
    let moments: Vec<_> = session.distress().iter().map(|m| (m.at.secs(), m.last_choice(), m.on.is_some())).collect();
    assert_eq!(moments, [(10, Some(DistressChoice::GoOn), true), (20, None, true)]);
    let due: Vec<_> = due::due(&session).iter().map(|due| (due.which.name(), due.at.secs())).collect();
    assert_eq!(due, [("follow-up-2".to_owned(), 10), ("follow-up-1".to_owned(), 10)], "the soonest first");

    let told = run(dir.path(), &["due", "--on", "2026-11-22"]);
    assert!(told.contains("follow-up-1  P01, after distress: Ring them and ask how they are, by "), "{told}");
    assert!(told.contains("! 2026-11-22-P01-first  follow-up-2") && told.matches("(overdue)").count() == 1, "{told}");
    let later = run(dir.path(), &["due", "--on", "2031-01-01"]);
    assert_eq!(later.matches("(overdue)").count(), 2, "{later}");
    let shown = run(dir.path(), &["show", "P01"]);
    assert!(shown.contains("after distress at 0:10: Ring them and ask how they are, not asked, or no answer; by "), "{shown}");

    // A yes is what they were asked for, and is no call yet.
    let agreed = run(dir.path(), &["done", "P01", "follow-up-1", "--said", "yes", "--by", "I1"]);
    assert!(agreed.contains("agreed on "), "{agreed}");
    assert_eq!(json(&dir, &["due", "--json"])[1]["agreed"], true);
    run(dir.path(), &["done", "P01", "follow-up-1", "--by", "I1", "--on", "2026-01-02"]);
    run(dir.path(), &["done", "P01", "follow-up-2"]);
    assert_eq!(json(&dir, &["due", "--json"]), serde_json::json!([]));
    let follow_ups = json(&dir, &["show", "P01", "--json"])["follow_ups"].clone();
    assert_eq!((&follow_ups[0]["became"]["is"], &follow_ups[0]["became"]["on"]), (&"done".into(), &"2026-01-02".into()));
    assert_eq!(follow_ups[0]["open"], false);
    assert!(run(dir.path(), &["due"]).contains("nothing is due"));
}

#[test]
fn a_call_that_they_would_rather_not_have_is_not_due_and_is_not_made() {
    let dir = cared_for();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>").hear_until(secs(12)).keys("4").hear_until(secs(14)).saved();
    let session = script.session().unwrap();
    assert_eq!(session.phase(), Phase::OffRecord);
    assert!(distress::lacks_a_number(session.guide()), "a number is to be filled in");
    script.keys("<f10><f10>");
    script.leave();
    run(dir.path(), &["done", "P01", "follow-up-1", "--said", "no"]);
    let session = reread(&dir);
    assert_eq!(due::follow_ups(&session)[0].became.as_ref().map(|followed| followed.is), Some(Became::Declined));
    assert_eq!(due::due(&session).iter().map(|due| due.which.name()).collect::<Vec<_>>(), ["follow-up-2"]);
    let told = run(dir.path(), &["show", "P01"]);
    assert!(told.contains(": it is not done"), "{told}");
    assert!(json(&dir, &["sessions", "--json"])[0]["due"][0]["item"] == "follow-up-2");
}
