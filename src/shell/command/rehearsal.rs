//! `hearback rehearse`: the interview room with nothing kept, to practise and to time a pilot.
//!
//! With a guide it begins at the form, with this computer's microphones, as an interview does. Without one it is what whoever has just
//! installed the program wants to see: the room itself, on a bundled guide in the language that is spoken, with a simulated microphone.

use std::env::temp_dir;
use std::path::Path;

use crate::disk::trouble;
use crate::domain::time::clock;
use crate::shell::archive::bundle;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::put;
use crate::shell::command::demo::conversation;
use crate::shell::command::guide::wanted;
use crate::shell::command::interview;
use crate::shell::command::place::temporary;
use crate::shell::command::seat::need_terminal;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::perform::World;
use crate::shell::live::turn;
use crate::store::folder::Study;
use crate::tui::keymap::action::Interview;
use crate::tui::model::After;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::setup::Filled;
use crate::tui::update;
use crate::tui::view::look::Look;
use crate::words::say;

/// The code of whoever is interviewed in a rehearsal.
const NOBODY: &str = "rehearsal";

pub(super) fn rehearse(study: Option<&Path>, wish: Option<&str>, identity: Identity, look: Look) -> Result<(), Failure> {
    let wanted = wish.map(|wish| wanted::wanted(study, wish)).transpose()?;
    let guide = wanted.as_ref().map(|wanted| wanted.guide()).transpose()?;
    need_terminal()?;
    let none = |e| say!("rehearsal-no-place", why = trouble::said(&e, &temp_dir()));
    let dir = temporary("hearback-rehearsal-").map_err(|e| Failure::new(Kind::Storage, none(e)))?;
    let yaml = bundle::study_yaml(&say!("rehearsal-title"), None);
    let mut files = vec![("study.yaml".to_owned(), yaml.into_bytes())];
    match wanted {
        Some(wanted) => files.push(("guides/rehearsed.yaml".to_owned(), wanted.bytes)),
        None => files.extend(bundle::GUIDES.iter().map(|(name, text)| (format!("guides/{name}"), text.as_bytes().to_vec()))),
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let study = OpenStudy::open(Study::init(dir.path(), &files)?)?;
    let identity = identity.keeping_nothing();
    let (mut world, mut model) = match guide {
        Some(guide) => at_the_form(study, guide.id.to_string(), identity)?,
        None => in_the_room(study, identity)?,
    };
    turn::run(&mut world, &mut model, look)?;
    if let Some(line) = model.shared.offer.sessions.last() {
        put(say!("rehearsal-over", length = clock(line.length.as_secs())));
    }
    if wish.is_none() {
        put(say!("rehearsal-then", own = "hearback rehearse GUIDE.yaml", study = "hearback init"));
    }
    Ok(())
}

/// The world of a rehearsal over `study`.
fn prepare(study: OpenStudy, microphones: Microphones, identity: Identity) -> Result<(World, Model), Failure> {
    let (world, mut model) = interview::prepare(study, microphones, identity)?;
    (model.shared.after, model.shared.keeping) = (After::Leave, Keeping::Nothing);
    Ok((world, model))
}

fn at_the_form(study: OpenStudy, guide: String, identity: Identity) -> Result<(World, Model), Failure> {
    let (microphones, remark) = interview::quietly(|| interview::microphones(None))?;
    let (mut world, mut model) = prepare(study, microphones, identity)?;
    let filled = Filled { guide: Some(guide), participant: Some(NOBODY.into()), ..Filled::default() };
    let effects = update::open_form(&mut model, &filled);
    let words = remark.map_or_else(|| say!("rehearsal"), |remark| say!("rehearsal-and", what = remark));
    model.shared.notices.say(Subject::Study, Weight::Warning, words, 0);
    interview::start(&mut world, &mut model, effects);
    Ok((world, model))
}

fn in_the_room(study: OpenStudy, identity: Identity) -> Result<(World, Model), Failure> {
    let microphones = Microphones::Playing(say!("demo-microphone"), conversation()?);
    let (mut world, mut model) = prepare(study, microphones, identity)?;
    interview::begin(&mut world, &mut model, NOBODY, String::new())?;
    let [save, next, end] = [Interview::Save, Interview::NextQuestion, Interview::EndInterview].map(|action| model.shared.key(action));
    let words = say!("rehearsal-live", save = save, next = next, end = end);
    // It is for the first look only: whatever is done next has something to say of its own.
    model.shared.notices.say(Subject::Act, Weight::News, words, 0);
    Ok((world, model))
}
