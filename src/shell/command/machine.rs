//! `hearback mics` and `hearback doctor`: what this machine can do.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use serde::Serialize;

use crate::audio::AudioError;
use crate::audio::AudioInput;
use crate::audio::AudioOutput;
use crate::audio::CaptureReport;
use crate::audio::Device;
use crate::audio::InputWish;
use crate::audio::OutputWish;
use crate::audio::device::SoundSystem;
use crate::audio::device::SystemInput;
use crate::audio::device::SystemOutput;
use crate::audio::device::sound_system;
use crate::audio::gauge;
use crate::audio::playback::PlayOrder;
use crate::audio::playback::PlaybackReport;
use crate::audio::playback::Player;
use crate::audio::recorder::Order;
use crate::audio::recorder::Recorder;
use crate::audio::take::Depth;
use crate::disk::real;
use crate::domain::recording::TakeState;
use crate::domain::text::counted;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::Vanished;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::seat::at_a_terminal;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity;
use crate::shell::language;
use crate::shell::live::hush::hush;
use crate::shell::live::machine::Awake;
use crate::shell::own_keys;
use crate::store::folder;
use crate::store::interviewer;
use crate::words::say;

#[derive(Serialize)]
struct Mic {
    id: String,
    name: String,
    default: bool,
}

pub(super) fn mics(readers: For) -> Result<(), Failure> {
    let hushed = hush();
    let devices = SystemInput.list()?;
    drop(hushed);
    if readers == For::Programs {
        return put_json(
            &devices.into_iter().map(|Device { id, name, is_default: default }| Mic { id, name, default }).collect::<Vec<_>>(),
        );
    }
    if devices.is_empty() {
        return Err(Failure::new(
            Kind::Device,
            "no microphone was found: plug one in, or start the sound server, and see `hearback doctor`",
        ));
    }
    for device in devices {
        put(format!("{} {}\n    --mic '{}'", if device.is_default { "*" } else { " " }, shown(&device.name), shown(&device.id)));
    }
    put("* is the system's choice");
    Ok(())
}

/// How a check went.
enum Finding {
    Fine(String),
    Remark(String),
    Wrong(Kind, String),
}

pub(super) fn doctor(study: Option<&Path>, asked: Option<&str>) -> Result<(), Failure> {
    let hushed = hush();
    let heard = [("sound system", system()), ("microphone", microphone()), ("loudspeaker", loudspeaker())];
    drop(hushed);
    let findings = heard.into_iter().chain([
        ("language", spoken(asked, study)),
        ("study", study_here(study)),
        ("disk", disk_here(study)),
        ("recordings", recordings_here(study)),
        ("interviewer", interviewer()),
        ("keys", keys()),
        ("staying awake", awake()),
        ("terminal", terminal()),
    ]);
    let mut worst = None;
    for (what, finding) in findings {
        let (mark, text) = match finding {
            Finding::Fine(text) => ("fine  ", text),
            Finding::Remark(text) => ("note  ", text),
            Finding::Wrong(kind, text) => {
                worst = worst.or(Some(kind));
                ("WRONG ", text)
            }
        };
        // What there are several of stands one below the other.
        let lines = text.replace('\n', &format!("\n{:21}", ""));
        put(format!("{mark} {what:<13} {lines}"));
    }
    match worst {
        None => Ok(()),
        Some(kind) => Err(Failure::new(kind, "something is not as it should be: the lines that begin with WRONG say what to do")),
    }
}

/// How long `doctor` listens to the microphone: an idle sound server delivers its first sound after up to two seconds.
const LISTEN: Duration = Duration::from_secs(3);

/// Which sound system is used, and why a server that seems to be there is not.
fn system() -> Finding {
    match sound_system() {
        Ok(SoundSystem { name, passed_over: Some(why), .. }) => Finding::Remark(format!(
            "{name} is used although {}. Start the server as this user, or let PULSE_COOKIE name its key",
            shown(&why)
        )),
        Ok(SoundSystem { name, .. }) => Finding::Fine(name),
        Err(why) => Finding::Remark(why.to_string()),
    }
}

/// Opens the microphone and listens, because a list of devices promises nothing.
fn microphone() -> Finding {
    let (reports, inbox) = mpsc::channel();
    let recorder = match Recorder::spawn(Box::new(SystemInput), reports) {
        Ok(recorder) => recorder,
        Err(why) => return Finding::Wrong(Kind::Device, why.to_string()),
    };
    recorder.order(Order::Listen(InputWish::default()));
    let opened = inbox.recv_timeout(LISTEN * 2);
    match opened {
        Ok(CaptureReport::Listening { device, format }) => match inbox.recv_timeout(LISTEN) {
            Ok(CaptureReport::Refused { why, .. }) => no_sound(&why),
            _ => {
                let (name, level) = (shown(&device.name), gauge::dbfs(recorder.gauge().take_peak()));
                if level > AUDIBLE_DB {
                    Finding::Fine(format!("{name}, {format}, loudest {level:.0} dB just now"))
                } else {
                    Finding::Remark(format!("{name}, {format}: nothing but silence just now. Is it muted?"))
                }
            }
        },
        Ok(CaptureReport::Refused { why, .. }) => no_sound(&why),
        _ => Finding::Wrong(Kind::Device, "the sound system does not answer: restart it, or the machine".into()),
    }
}

/// Below this even the quietest room is not live, in dBFS: a 16-bit converter's last bit lies at -90.
const AUDIBLE_DB: f32 = -89.0;

fn no_sound(why: &AudioError) -> Finding {
    Finding::Wrong(Kind::Device, format!("{why} Until then interviews can be held with notes only."))
}

/// Opens the loudspeaker and plays nothing, because a list of devices promises nothing here either.
fn loudspeaker() -> Finding {
    const NEEDED: &str = "Listening back needs one, recording does not";
    let count = match SystemOutput.list() {
        Ok(devices) if devices.is_empty() => return Finding::Remark(format!("none was found. {NEEDED}")),
        Ok(devices) => devices.len(),
        Err(why) => return Finding::Remark(format!("{why} {NEEDED}")),
    };
    let (reports, inbox) = mpsc::channel();
    let player = match Player::spawn(Box::new(SystemOutput), OutputWish::default(), Vec::new(), reports) {
        Ok(player) => player,
        Err(why) => return Finding::Remark(format!("{why} {NEEDED}")),
    };
    player.order(PlayOrder::Play { at: Position::START, generation: 1 });
    match inbox.recv_timeout(LISTEN * 2) {
        Ok(PlaybackReport::Started { device, .. }) => Finding::Fine(format!("{} opens; {count} in all", shown(&device.name))),
        // The list has names that stand for no device.
        Ok(PlaybackReport::Failed { why: AudioError::NoDevice, .. }) => {
            Finding::Remark(format!("none opens, whatever is listed ({count}): plug one in or start the sound server. {NEEDED}"))
        }
        Ok(PlaybackReport::Failed { why, .. }) => {
            Finding::Remark(format!("the system's choice ({count} in all) does not open. {why} {NEEDED}"))
        }
        Ok(PlaybackReport::Ended { .. }) | Err(_) => {
            Finding::Remark(format!("none answers ({count} in all): restart the sound server. {NEEDED}"))
        }
    }
}

fn study_here(named: Option<&Path>) -> Finding {
    let study = match OpenStudy::find(named) {
        Ok(study) => study,
        Err(why) if why.kind == Kind::Mendable => return Finding::Remark(why.text),
        Err(why) => return Finding::Wrong(why.kind, why.text),
    };
    let root = study.folder.root();
    if let Some(problem) = study::remark(&study.problems) {
        return Finding::Wrong(Kind::Mendable, problem);
    }
    if folder::is_open_to_others(root) {
        return Finding::Wrong(Kind::Storage, format!("others can look into {}: chmod -R go-rwx {}", root.display(), root.display()));
    }
    let guides = counted(study.guides.len() as u64, "guide");
    let audio = study.settings.audio;
    let a_second = u64::from(audio.rate.hertz()) * u64::from(audio.channels) * 2;
    match real::free_space(root) {
        Some(free) if free / a_second < 3600 => {
            Finding::Wrong(Kind::Storage, format!("room for {} min of recording only: free some space", free / a_second / 60))
        }
        Some(free) => Finding::Fine(format!("{guides}, room for {} h of recording", free / a_second / 3600)),
        None => Finding::Fine(format!("{guides}; this system does not say how much room there is")),
    }
}

/// What is said where a study is wanted `to` do something with and none is open: that there is none, or that one is and cannot be opened.
fn no_study(why: &Failure, to: &str) -> Finding {
    Finding::Remark(match why.kind {
        Kind::Mendable => format!("there is no study here {to}"),
        _ => format!("the study cannot be opened {to}: see above"),
    })
}

/// Whether the disk that the study lies on can do all that an interview asks of it: tried, because a name of a disk promises nothing.
fn disk_here(named: Option<&Path>) -> Finding {
    let study = match OpenStudy::find(named) {
        Ok(study) => study,
        Err(why) => return no_study(&why, "to try the disk of"),
    };
    match study.folder.tried() {
        Ok(weak) if weak.is_empty() => Finding::Fine("files are made, synced, replaced and held as they should be".into()),
        Ok(weak) => Finding::Remark(weak.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
        Err(why) => Finding::Wrong(Kind::Storage, why.to_string()),
    }
}

/// Whether the takes of the study are, by length and format, the recordings that were made.
fn recordings_here(named: Option<&Path>) -> Finding {
    let study = match OpenStudy::find(named) {
        Ok(study) => study,
        Err(why) => return no_study(&why, "to look at"),
    };
    let folders = match study.folder.sessions() {
        Ok(folders) => folders,
        Err(why) => return Finding::Wrong(Kind::Storage, why.to_string()),
    };
    let (mut takes, mut wrong, mut destroyed) = (0, Vec::new(), 0);
    for folder in &folders {
        let Ok(found) = sessions::read(folder) else { continue };
        let compared = recordings::checked(folder, &found.session, Depth::Length);
        let strays = recordings::strays(folder, &found.session);
        wrong.extend(strays.iter().map(|stray| format!("{}: {}", folder.name(), stray.words())));
        takes += compared.len() as u64;
        destroyed += compared.iter().filter(|take| take.state == TakeState::Destroyed).count() as u64;
        wrong.extend(
            compared
                .iter()
                .filter(|take| take.state != TakeState::Destroyed)
                .filter_map(|take| Some(format!("{}: {}", folder.name(), take.remark(&folder.name())?))),
        );
    }
    match if folders.is_empty() { study.vanished() } else { None } {
        Some(Vanished::Surely(words)) => return Finding::Wrong(Kind::Storage, words),
        Some(Vanished::Perhaps(words)) => return Finding::Remark(words),
        None => {}
    }
    if !wrong.is_empty() {
        return Finding::Wrong(Kind::Mendable, wrong.iter().map(|one| shown(one)).collect::<Vec<_>>().join("\n"));
    }
    if takes == 0 {
        return Finding::Fine(say!("doctor-no-takes"));
    }
    Finding::Fine(match destroyed {
        0 => say!("doctor-takes", takes = takes),
        _ => say!("doctor-takes-destroyed", takes = takes, destroyed = destroyed),
    })
}

/// Who works at this computer, as lines of a journal have it.
fn interviewer() -> Finding {
    let Some(config) = identity::config_folder() else {
        return Finding::Remark("there is no configuration folder: set HEARBACK_CONFIG, or your code is asked each time".into());
    };
    let file = interviewer::file(&config).display().to_string();
    match interviewer::read(&config) {
        Ok(Some(who)) if who.code.is_some() => Finding::Fine(format!("{who}, kept in {file}")),
        Ok(_) => {
            Finding::Remark(format!("nobody has said their code yet: the form of an interview asks for it once and keeps it in {file}"))
        }
        Err(why) => Finding::Wrong(Kind::Mendable, why.to_string()),
    }
}

/// Which keys are in effect: a file that cannot be used is said here before it is wanted in an interview.
fn keys() -> Finding {
    let Some(file) = own_keys::place() else { return Finding::Fine("the built-in ones".into()) };
    match own_keys::read(&file) {
        Ok(Some(_)) => Finding::Fine(format!("your own, from {}", file.display())),
        Ok(None) => Finding::Fine(format!("the built-in ones; your own would stand in {}", file.display())),
        Err(trouble) => Finding::Wrong(Kind::Mendable, shown(&trouble.sentence()).into_owned()),
    }
}

/// Whether the system agrees not to fall asleep while an interview is open.
fn awake() -> Finding {
    // What is refused is refused within this; a channel that nobody sends into is how one waits.
    const REFUSED_WITHIN: Duration = Duration::from_millis(300);
    let (_nobody, wait) = mpsc::channel::<()>();
    let granted = Awake::ask().is_ok_and(|mut wish| {
        wait.recv_timeout(REFUSED_WITHIN).ok();
        wish.is_granted()
    });
    if granted {
        Finding::Fine("while an interview is open this computer does not fall asleep, also with its lid closed".into())
    } else {
        Finding::Remark("the system does not let programs ask for it: turn sleep off by hand, and leave the lid open".into())
    }
}

/// What the screens and sentences speak.
fn spoken(asked: Option<&str>, study: Option<&Path>) -> Finding {
    const SHOWN: usize = 6;
    let choice = match language::choice(asked, study) {
        Ok(choice) => choice,
        Err(why) => return Finding::Wrong(why.kind, why.text),
    };
    let spoken = say!("doctor-language", language = choice.words.name(), said = choice.by.to_string());
    let lacks = choice.words.lacks();
    if !lacks.is_empty() {
        let named: Vec<String> = lacks.iter().take(SHOWN).cloned().collect();
        let more = if lacks.len() > SHOWN { ", …" } else { "" };
        let lacking = say!("doctor-language-lacks", count = lacks.len(), names = format!("{}{more}", named.join(", ")));
        return Finding::Remark(format!("{spoken}\n{lacking}"));
    }
    choice.why_not.map_or_else(|| Finding::Fine(spoken), Finding::Remark)
}

fn terminal() -> Finding {
    if !at_a_terminal() {
        return Finding::Remark("this is not one: the screens need a terminal".into());
    }
    match crate::shell::live::terminal::size() {
        Some((width, height)) if width < 80 || height < 24 => {
            Finding::Remark(format!("{width}x{height}: it works from 40x10 on, and is made for 80x24 or more"))
        }
        Some((width, height)) => Finding::Fine(format!("{width}x{height}")),
        None => Finding::Remark("it does not say its size".into()),
    }
}
