//! `hearback demo`: the main job without a study, a microphone or a participant.
//!
//! In a terminal it opens the interview screen on a throw-away study, and a minute of synthesised conversation is what the microphone
//! hears. With `--auto`, or where there is no terminal, a script holds that interview through the same code: sets it up, makes notes
//! while the conversation runs, ends it, writes statements and the letter, and says where everything lies.

use std::env::temp_dir;
use std::io::Cursor;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use crate::audio::simulated::Again;
use crate::audio::simulated::Sound;
use crate::disk::trouble;
use crate::shell::archive::bundle;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::widest;
use crate::shell::command::interview;
use crate::shell::command::place;
use crate::shell::command::place::temporary;
use crate::shell::command::seat::at_a_terminal;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::turn;
use crate::shell::script::Script;
use crate::store::folder::Study;
use crate::tui::keymap::action::Interview;
use crate::tui::model::After;
use crate::tui::model::Keeping;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::view::look::Look;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// The guide that the conversation follows; what is heard and noted in it is English.
const GUIDE: &str = "patient-first";

/// How the interview is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holding {
    /// By a script.
    ByScript,
    /// By whoever sits at the terminal; by a script where there is none.
    AsItSuits,
}

pub(super) fn demo(how: Holding, out: Option<PathBuf>, language: Option<&str>, look: Look) -> Result<(), Failure> {
    let dir = match out {
        Some(dir) => {
            place::may_make_study(&dir)?;
            dir
        }
        None => {
            let none = |why| say!("demo-no-place", why = trouble::said(&why, &temp_dir()));
            temporary("hearback-demo-").map_err(|why| Failure::new(Kind::Storage, none(why)))?.keep()
        }
    };
    Script::make_study_in(&dir, language)?;
    if how == Holding::ByScript || !at_a_terminal() { scripted(&dir) } else { live(&dir, look) }
}

/// A minute of conversation.
pub(super) fn conversation() -> Result<Sound, Failure> {
    Ok(Sound::from_wav(Cursor::new(bundle::CONVERSATION), Path::new("conversation.wav"), Again::Once)?)
}

/// The interview screen, live.
fn live(dir: &Path, look: Look) -> Result<(), Failure> {
    let study = OpenStudy::open(Study::find(dir)?)?;
    let microphones = Microphones::Playing(say!("demo-microphone"), conversation()?);
    let (mut world, mut model) = interview::prepare(study, microphones, Identity::told())?;
    (model.shared.after, model.shared.keeping) = (After::Leave, Keeping::ForShow);
    interview::begin(&mut world, &mut model, "P07", "demonstration".into())?;
    let [save, next, end] = [Interview::Save, Interview::NextQuestion, Interview::EndInterview].map(|action| model.shared.key(action));
    let words = say!("demo-live", save = save, next = next, end = end);
    model.shared.notices.say(Subject::Act, Weight::News, words, 0);
    turn::run(&mut world, &mut model, look)?;
    drop(world);
    where_everything_lies(dir)
}

/// The same interview by a script.
fn scripted(dir: &Path) -> Result<(), Failure> {
    let mut script = Script::over(dir, conversation()?, clock::wall())?;
    put(say!("demo-scripted"));
    let parts = [say!("demo-set-up"), say!("demo-interview"), say!("demo-member-check")];
    let cells = widest(parts.iter().map(String::as_str));
    let done = |part: &str, what: String| put(format!("  {} {what}", padded(part, cells)));
    let [set_up, interview, member_check] = &parts;
    done(set_up, say!("demo-set-up-done", guide = GUIDE, participant = "P07"));
    // Of the guides that the form offers in this language, to the one that is spoken of here.
    let before = script.model().shared.offer.guides.iter().take_while(|guide| guide.id.as_str() != GUIDE).count();
    script.keys("n").keys(&"<right>".repeat(before)).keys("<down><backspace><backspace>07<down><down><down><down><down><down>a");
    script.hear(Duration::from_secs(1)).keys("<enter>");
    if script.session().is_none() {
        return Err(stopped(&script, |why| message!("demo-not-begun", why = why)));
    }
    hold(&mut script);
    let (notes, length) = script.session().map_or((0, 0), |s| (s.notes().count(), s.timeline().end().secs()));
    done(interview, say!("demo-interview-done", seconds = length, notes = notes));
    script.keys("<f10><f10>");
    done(member_check, say!("demo-member-check-done"));
    summarise(&mut script);
    if script.session().is_none_or(|s| s.letters() == 0) {
        return Err(stopped(&script, |why| message!("demo-not-written", why = why)));
    }
    script.leave();
    where_everything_lies(dir)
}

/// Why the script did not come to its end: the disk, if it is known not to take what it is given, or else we are wrong.
fn stopped(script: &Script, what: impl FnOnce(String) -> Message) -> Failure {
    let disk = [Subject::Disk, Subject::Journal].into_iter().any(|subject| script.model().shared.notices.stands(subject));
    let kind = if disk { Kind::Storage } else { Kind::Bug };
    let why = script.notice().map_or_else(|| say!("demo-no-reason"), str::to_owned);
    Failure::new(kind, spoken().say(what(why)))
}

/// Makes notes while the conversation runs. Times are those of the recording.
fn hold(script: &mut Script) {
    let at = Duration::from_millis;
    // To the first question of the sixth topic: what, if anything, is different now?
    script.keys("<pagedown><pagedown><pagedown><pagedown><pagedown><pagedown>");
    script.hear_until(at(10_000)).keys("the pain in the neck came out of nowhere<enter>");
    script.hear_until(at(12_000)).keys(">feel my shoulders go up, long before it hurts<enter>");
    script.hear_until(at(16_400)).keys("<f6>");
    script.hear_until(at(24_000)).keys(">both feet on the floor, until the air came back<enter>");
    script.hear_until(at(25_500)).keys("@looks down, speaks more slowly<enter>");
    // What was done at home stands two topics before.
    script.hear_until(at(28_500)).keys("<pageup><pageup>");
    script.hear_until(at(35_000)).keys("evenings: ten minutes on the floor, letting go<enter>");
    script.hear_until(at(40_000)).keys("<space>");
    script.hear_until(at(43_400)).keys("<f4><pagedown><pagedown>");
    script.hear_until(at(49_000)).keys(">the pain is still there<enter>");
    script.hear_until(at(53_500)).keys(">I am not afraid of it any more<enter>");
    script.hear_until(at(58_000)).keys("(compare with P03: believed first, then listening<enter>");
    script.hear_until(at(60_000)).keys("<f4>").saved();
}

/// From the home screen to the letter: a statement on each of three notes.
fn summarise(script: &mut Script) {
    script.keys("m");
    next_note_with(script, "nowhere");
    script.keys("<enter>You used to think that the pain in the neck came out of nowhere. ");
    script.keys("Now you notice your shoulders before it hurts.<enter>");
    next_note_with(script, "the pain is still there");
    script.keys("<enter>The pain has not gone away.<enter>");
    next_note_with(script, "not afraid");
    script.keys("<enter>You are no longer afraid of it. Talking helped with that.<enter>");
    script.keys("w").saved();
}

/// Moves the choice down to the note that holds `words`.
fn next_note_with(script: &mut Script, words: &str) {
    use crate::tui::screen::statements::SummaryRow;
    use crate::tui::screen::statements::rows::rows;
    let Some(session) = script.session() else { return };
    let holds = |row: &SummaryRow| matches!(row, SummaryRow::Note(id) if session.note(*id).is_some_and(|n| n.text.contains(words)));
    let Some(at) = rows(session).iter().position(holds) else { return };
    let ups = rows(session).len();
    script.keys(&"<up>".repeat(ups)).keys(&"<down>".repeat(at));
}

fn where_everything_lies(dir: &Path) -> Result<(), Failure> {
    let study = OpenStudy::open(Study::find(dir)?)?;
    put(format!("\n{}", say!("demo-lies", folder = dir.display().to_string())));
    let [guide, recording, journal, letter] = [say!("demo-guide"), say!("demo-recording"), say!("demo-journal"), say!("demo-letter")];
    // One more than the longest name takes.
    let cells = 1 + widest([&guide, &recording, &journal, &letter].map(String::as_str));
    let lies = |what: &str, path: String| put(format!("  {} {path}", padded(what, cells)));
    for folder in study.folder.sessions()? {
        let found = sessions::read(&folder)?;
        let take = folder.takes()?.first().map(|t| t.display().to_string());
        lies(&guide, folder.file("guide.yaml").display().to_string());
        lies(&recording, take.unwrap_or_else(|| say!("demo-none")));
        lies(&journal, folder.journal().display().to_string());
        if found.session.letters() > 0 {
            let version = folder.file("summary").join(format!("v{}", found.session.letters()));
            lies(&letter, version.join("letter.md").display().to_string());
        }
        let command = |what: &str| format!("hearback --study {} {what} {}", dir.display(), folder.name());
        put(format!("\n{}", say!("demo-see", command = command("show"))));
        put(say!("demo-listen", command = command("replay")));
    }
    Ok(())
}
