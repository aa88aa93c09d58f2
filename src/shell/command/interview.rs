//! The commands that open the screen of a study: home, `conduct`, `replay`.

use std::path::Path;

use crate::domain::command::HeldAs;
use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::How;
use crate::domain::guide::Round;
use crate::domain::note::NoteId;
use crate::domain::prepared::Prepared;
use crate::domain::standing::Standing;
use crate::domain::text::shown;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::Conduct;
use crate::shell::cli::options::ReplayFrom;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::guide::wanted;
use crate::shell::command::seat::agreed;
use crate::shell::command::seat::at_a_terminal;
use crate::shell::command::seat::need_terminal;
use crate::shell::command::withhold::moment;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock::Clock;
use crate::shell::live::desk::Desk;
use crate::shell::live::hush::hush;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::perform::World;
use crate::shell::live::tell;
use crate::shell::live::turn;
use crate::shell::live::workers;
use crate::shell::locale;
use crate::shell::own_keys;
use crate::tui::effect::Effect;
use crate::tui::effect::NewSession;
use crate::tui::keymap::action::Home as OnTheList;
use crate::tui::model::After;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::tui::msg::Purpose;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::home::listed;
use crate::tui::screen::setup::Filled;
use crate::tui::update;
use crate::tui::view::look::Look;
use crate::words::say;

/// The world and the model over `study`, with signals listened for.
pub(super) fn prepare(study: OpenStudy, microphones: Microphones, identity: Identity) -> Result<(World, Model), Failure> {
    let remark = study::first_problem(&study.problems).or_else(|| identity.trouble());
    let world = World::new(study, microphones, Desk::Threaded(None), Clock::start(), identity);
    workers::sweep_what_was_lent(world.letterbox.reports());
    let mut model = Model::new(world.offer()?);
    let (keys, trouble) = own_keys::of_this_person();
    model.shared.keys = keys;
    if let Some(trouble) = trouble {
        model.shared.notices.say(Subject::Keys, Weight::Warning, shown(&trouble.sentence()), 0);
    }
    if let Some(strange) = locale::strange() {
        let text = say!("terminal-strange", what = strange);
        model.shared.notices.say(Subject::Terminal, Weight::Warning, shown(&text), 0);
    }
    if let Some(remark) = remark {
        model.shared.notices.say(Subject::Study, Weight::Warning, remark, 0);
    }
    workers::listen_for_signals(world.letterbox.reports(), world.recorder_line())
        .map_err(|e| Failure::new(Kind::Bug, say!("signals-cannot", why = e.to_string())))?;
    Ok((world, model))
}

/// The machine's microphones; a machine without any still holds interviews, with notes only.
pub(super) fn microphones(wish: Option<&str>) -> Result<(Microphones, Option<String>), Failure> {
    match wish {
        Some(wish) => Ok(Microphones::wished(Some(wish))?),
        None => match Microphones::wished(None) {
            Ok((Microphones::System(none), _)) if none.is_empty() => Ok((Microphones::System(none), Some(say!("microphone-none")))),
            Ok(found) => Ok(found),
            Err(why) => Ok(none(&why)),
        },
    }
}

/// Does `work` with what libasound has to say left out. Not from another thread than the main one.
pub(super) fn quietly<T>(work: impl FnOnce() -> T) -> T {
    let _hushed = hush();
    work()
}

/// No microphones, and why.
fn none(why: &impl std::fmt::Display) -> (Microphones, Option<String>) {
    (Microphones::System(Vec::new()), Some(say!("microphone-none-because", why = why.to_string())))
}

/// Does what `effects` ask before the loop begins.
pub(super) fn start(world: &mut World, model: &mut Model, effects: Vec<Effect>) {
    for effect in effects {
        for msg in world.perform(effect, model) {
            tell::tell(world, model, msg);
        }
    }
}

/// Begins an interview with the first guide that the study offers, past the form: nobody is there who could be asked, and everything is
/// agreed to.
pub(super) fn begin(world: &mut World, model: &mut Model, participant: &str, setting: String) -> Result<(), Failure> {
    let guide = world.study.guides.first().map(|at| &at.guide).ok_or_else(|| Failure::new(Kind::Bug, say!("demo-no-guide")))?;
    let consents = guide.consent.iter().map(|item| Consent::new(item.id.clone(), Answer::Given, How::Spoken)).collect();
    let new = NewSession {
        interviewer: None,
        guide: guide.id.clone(),
        participant: participant.into(),
        round: Round::First,
        setting,
        present: String::new(),
        video: None,
        leads: None,
        consents,
        table: None,
        prepared: Prepared::default(),
        microphone: model.shared.offer.microphones.first().cloned(),
        fallback: None,
    };
    start(world, model, vec![Effect::Create(Box::new(new))]);
    Ok(())
}

pub(super) fn home(study: Option<&Path>, identity: Identity, language: Option<&str>, look: Look) -> Result<(), Failure> {
    let found = OpenStudy::find(study);
    if found.is_err() && study.is_none() && at_a_terminal() && study::chosen_by_environment().is_none() && agreed(&say!("init-ask-here")) {
        crate::shell::command::sessions::init(None, None, language)?;
        return home(study, identity, language, look);
    }
    let study = found?;
    need_terminal()?;
    let wish = study.settings.defaults.mic.clone();
    let (mut world, mut model) = prepare(study, Microphones::Looking, identity)?;
    // The one that stands first, where the cursor is.
    let open = model.shared.key(OnTheList::Open);
    let cut_short = listed(&model.shared.offer).into_iter().find(|s| s.standing == Ok(Standing::Interrupted));
    if let Some(participant) = cut_short.map(|session| session.participant.clone()) {
        let words = say!("home-cut-short", participant = participant, key = open);
        model.shared.notices.say(Subject::Study, Weight::Warning, words, 0);
    }
    // The list of sessions does not wait for the sound system: 60 ms where it is well, seconds where it is not.
    let found = move || {
        microphones(wish.as_deref()).unwrap_or_else(|why| {
            // The study's own microphone is not here: those that are can be chosen.
            let remark = Some(why.to_string());
            Microphones::wished(None).map_or_else(|_| none(&why), |(others, _)| (others, remark))
        })
    };
    workers::look_for_microphones(found, world.letterbox.reports())
        .map_err(|e| Failure::new(Kind::Bug, say!("microphones-cannot", why = e.to_string())))?;
    world.index_agrees();
    turn::run(&mut world, &mut model, look)
}

pub(super) fn conduct(study: Option<&Path>, how: &Conduct, identity: Identity, look: Look) -> Result<(), Failure> {
    let reaction = how.reaction.map(reaction_ms).transpose()?;
    let study = OpenStudy::find(study)?;
    if let Some(wish) = how.guide.as_deref().filter(|g| study.guide(g).is_none()) {
        return Err(wanted::none_such(&study, wish));
    }
    if study.guides.is_empty() {
        let problem = study::first_problem(&study.problems).unwrap_or_else(|| say!("conduct-make-guide"));
        return Err(Failure::mendable(say!("conduct-no-guide", why = problem)));
    }
    let mic = how.mic.as_deref().or(study.settings.defaults.mic.as_deref());
    let (microphones, remark) = if how.no_audio { (Microphones::System(Vec::new()), None) } else { quietly(|| microphones(mic))? };
    need_terminal()?;
    let filled = Filled {
        guide: how.guide.as_deref().and_then(|wish| study.guide(wish)).map(|at| at.guide.id.to_string()),
        participant: how.participant.clone(),
        round: how.round.map(Into::into),
        notes_only: how.no_audio.then_some(HeldAs::NotesOnly),
    };
    let unlisted = filled.participant.as_deref().and_then(|code| study.unlisted(code));
    let (mut world, mut model) = prepare(study, microphones, identity)?;
    if let Some(ms) = reaction {
        world.set_reaction(ms);
    }
    model.shared.after = After::Leave;
    let effects = update::open_form(&mut model, &filled);
    if let Some(remark) = remark.or(unlisted) {
        model.shared.notices.say(Subject::Study, Weight::Warning, remark, 0);
    }
    start(&mut world, &mut model, effects);
    turn::run(&mut world, &mut model, look)?;
    tell_what_was_kept(&world, &model);
    Ok(())
}

fn reaction_ms(seconds: f64) -> Result<u32, Failure> {
    if !(0.0..=10.0).contains(&seconds) {
        return Err(Failure::new(Kind::Usage, say!("conduct-reaction")));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 10000")]
    let ms = (seconds * 1000.0).round() as u32;
    Ok(ms)
}

/// One line on the shell when an interview is over: what is where.
fn tell_what_was_kept(world: &World, model: &Model) {
    let held = world.latest.as_ref();
    if let Some(line) = model.shared.offer.sessions.iter().find(|line| Some(&line.name) == held) {
        // Somebody may still sit opposite: what there is to see to is told where one asks for it.
        put(say!("conduct-kept", session = &line.name));
        // Nobody is invited to listen to what a participant wants destroyed.
        if line.wish.is_none() {
            put(say!("conduct-listen", command = format!("hearback replay {}", line.name)));
        }
        if let Some(unlisted) = world.study.unlisted(&line.participant) {
            put(noted(&*shown(&unlisted)));
        }
    }
}

pub(super) fn replay(study: Option<&Path>, wish: &str, from: &ReplayFrom, identity: Identity, look: Look) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let name = study.folder.session(wish)?.name();
    let at = from.at.as_deref().map(moment).transpose()?;
    need_terminal()?;
    let (mut world, mut model) = prepare(study, Microphones::System(Vec::new()), identity)?;
    let open = world.try_open(&name, Purpose::Listen)?;
    let note = match from.note.map(NoteId) {
        Some(id) => {
            let note = open.session.note(id).filter(|note| note.stands());
            Some(note.ok_or_else(|| Failure::new(Kind::Usage, say!("replay-no-note", note = id.0)))?)
        }
        None => None,
    };
    let lead_in = model.shared.lead_in();
    let place = model.shared.places.entry(name.clone()).or_default();
    place.note = note.map(|note| note.id).or(place.note);
    place.head = note.map(|note| note.heard_from(lead_in)).or(at).unwrap_or(place.head);
    model.shared.after = After::Leave;
    tell::tell(&mut world, &mut model, Msg::Opened(Box::new(open)));
    turn::run(&mut world, &mut model, look)
}
