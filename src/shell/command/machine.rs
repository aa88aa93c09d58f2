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
use crate::disk::real;
use crate::domain::recording::TakeState;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::whereabouts::Encrypted;
use crate::domain::whereabouts::Letters;
use crate::shell::archive::sessions;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::Vanished;
use crate::shell::command::answer::For;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::widest;
use crate::shell::command::seat::at_a_terminal;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity;
use crate::shell::language;
use crate::shell::live::hush::hush;
use crate::shell::live::machine::Awake;
use crate::shell::live::terminal::row_pixels;
use crate::shell::live::terminal::size;
use crate::shell::own_keys;
use crate::shell::whereabouts;
use crate::store::folder;
use crate::store::interviewer;
use crate::store::room_check;
use crate::words::message::Value;
use crate::words::message::message;
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
        return Err(Failure::new(Kind::Device, say!("mics-none")));
    }
    for device in devices {
        put(format!("{} {}\n    --mic '{}'", if device.is_default { "*" } else { " " }, shown(&device.name), shown(&device.id)));
    }
    put(say!("mics-system"));
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
    let heard = [
        (say!("doctor-of-sound-system"), system()),
        (say!("doctor-of-microphone"), microphone()),
        (say!("doctor-of-loudspeaker"), loudspeaker()),
    ];
    drop(hushed);
    let findings = heard.into_iter().chain([
        (say!("doctor-of-spoken"), spoken(asked, study)),
        (say!("doctor-of-study"), study_here(study)),
        (say!("doctor-of-disk"), disk_here(study)),
        (say!("doctor-of-encryption"), encrypted_here(study)),
        (say!("doctor-of-cloud"), synced_here(study)),
        (say!("doctor-of-recordings"), recordings_here(study)),
        (say!("doctor-of-interviewer"), interviewer()),
        (say!("doctor-of-keys"), keys()),
        (say!("doctor-of-awake"), awake()),
        (say!("doctor-of-terminal"), terminal()),
    ]);
    let left = checks_left_here(study).map(|finding| (say!("doctor-of-room-check"), finding));
    let findings: Vec<(String, Finding)> = findings.chain(left).collect();
    let worst = findings.iter().find_map(|(_, finding)| if let Finding::Wrong(kind, _) = finding { Some(*kind) } else { None });
    table(findings).iter().for_each(put);
    match worst {
        None => Ok(()),
        Some(kind) => Err(Failure::new(kind, say!("doctor-failed", mark = message!("doctor-wrong")))),
    }
}

/// What was found, a row each: how it is, what it is about, what there is to say of it.
fn table(findings: Vec<(String, Finding)>) -> Vec<String> {
    let [fine, note, wrong] = [say!("doctor-fine"), say!("doctor-note"), say!("doctor-wrong")];
    let marks = widest([&fine, &note, &wrong].map(String::as_str));
    let subjects = widest(findings.iter().map(|(what, _)| what.as_str()));
    let row = |(what, finding): (String, Finding)| {
        let (mark, text) = match finding {
            Finding::Fine(text) => (&fine, text),
            Finding::Remark(text) => (&note, text),
            Finding::Wrong(_, text) => (&wrong, text),
        };
        let lead = format!("{}  {} ", padded(mark, marks), padded(&what, subjects));
        // What there are several of stands one below the other.
        let further = format!("\n{}", padded("", marks + 2 + subjects + 1));
        format!("{lead}{}", text.replace('\n', &further))
    };
    findings.into_iter().map(row).collect()
}

/// How long `doctor` listens to the microphone: an idle sound server delivers its first sound after up to two seconds.
const LISTEN: Duration = Duration::from_secs(3);

/// Which sound system is used, and why a server that seems to be there is not.
fn system() -> Finding {
    match sound_system() {
        Ok(SoundSystem { name, passed_over: Some(why), .. }) => {
            Finding::Remark(say!("doctor-sound-passed-over", name = name, why = &*shown(&why)))
        }
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
                let (name, format) = (shown(&device.name).into_owned(), format.to_string());
                let level = gauge::dbfs(recorder.gauge().take_peak());
                if level > AUDIBLE_DB {
                    let level = Value::Decimal(f64::from(level), 0);
                    Finding::Fine(say!("doctor-microphone-heard", name = name, format = format, level = level))
                } else {
                    Finding::Remark(say!("doctor-microphone-silent", name = name, format = format))
                }
            }
        },
        Ok(CaptureReport::Refused { why, .. }) => no_sound(&why),
        _ => Finding::Wrong(Kind::Device, say!("doctor-sound-hangs")),
    }
}

/// Below this even the quietest room is not live, in dBFS: a 16-bit converter's last bit lies at -90.
const AUDIBLE_DB: f32 = -89.0;

fn no_sound(why: &AudioError) -> Finding {
    Finding::Wrong(Kind::Device, say!("doctor-notes-only", why = why.to_string()))
}

/// Opens the loudspeaker and plays nothing, because a list of devices promises nothing here either.
fn loudspeaker() -> Finding {
    let without = |why: String| Finding::Remark(say!("doctor-loudspeaker-needed", why = why));
    let count = match SystemOutput.list() {
        Ok(devices) if devices.is_empty() => return without(say!("doctor-loudspeaker-none")),
        Ok(devices) => devices.len(),
        Err(why) => return without(why.to_string()),
    };
    let (reports, inbox) = mpsc::channel();
    let player = match Player::spawn(Box::new(SystemOutput), OutputWish::default(), Vec::new(), reports) {
        Ok(player) => player,
        Err(why) => return without(why.to_string()),
    };
    player.order(PlayOrder::Play { at: Position::START, generation: 1 });
    match inbox.recv_timeout(LISTEN * 2) {
        Ok(PlaybackReport::Started { device, .. }) => {
            Finding::Fine(say!("doctor-loudspeaker-opens", name = &*shown(&device.name), count = count))
        }
        // The list has names that stand for no device.
        Ok(PlaybackReport::Failed { why: AudioError::NoDevice, .. }) => without(say!("doctor-loudspeaker-no-device", count = count)),
        Ok(PlaybackReport::Failed { why, .. }) => without(say!("doctor-loudspeaker-closed", count = count, why = why.to_string())),
        Ok(PlaybackReport::Ended { .. } | PlaybackReport::Waiting { .. } | PlaybackReport::Again { .. } | PlaybackReport::Moved { .. })
        | Err(_) => without(say!("doctor-loudspeaker-hangs", count = count)),
    }
}

fn study_here(named: Option<&Path>) -> Finding {
    let study = match OpenStudy::find(named) {
        Ok(study) => study,
        Err(why) if why.kind == Kind::Mendable => return Finding::Remark(why.text),
        Err(why) => return Finding::Wrong(why.kind, why.text),
    };
    let root = study.folder.root();
    if let Some(problem) = study::first_problem(&study.problems) {
        return Finding::Wrong(Kind::Mendable, problem);
    }
    if folder::is_open_to_others(root) {
        return Finding::Wrong(Kind::Storage, say!("doctor-open-to-others", folder = root.display().to_string()));
    }
    let guides = message!("n-guides", count = study.guides.len());
    let audio = study.settings.audio;
    let a_second = u64::from(audio.rate.hertz()) * u64::from(audio.channels) * 2;
    match real::free_space(root) {
        Some(free) if free / a_second < 3600 => Finding::Wrong(Kind::Storage, say!("doctor-little-room", minutes = free / a_second / 60)),
        Some(free) => Finding::Fine(say!("doctor-room", guides = guides, hours = free / a_second / 3600)),
        None => Finding::Fine(say!("doctor-room-unknown", guides = guides)),
    }
}

/// What is looked at of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// The disk it lies on.
    Disk,
    /// Its takes.
    Recordings,
}

/// What is said where a study is wanted for something and none is open: that there is none, or that one is and cannot be opened.
fn no_study(why: &Failure, wanted: Wanted) -> Finding {
    let wanted = match wanted {
        Wanted::Disk => "disk",
        Wanted::Recordings => "recordings",
    };
    Finding::Remark(match why.kind {
        Kind::Mendable => say!("doctor-no-study", wanted = wanted),
        _ => say!("doctor-study-closed", wanted = wanted),
    })
}

/// Whether the disk that the study lies on can do all that an interview asks of it: tried, because a name of a disk promises nothing.
fn disk_here(named: Option<&Path>) -> Finding {
    let study = match OpenStudy::find(named) {
        Ok(study) => study,
        Err(why) => return no_study(&why, Wanted::Disk),
    };
    match study.folder.tried() {
        Ok(weak) if weak.is_empty() => Finding::Fine(say!("doctor-disk")),
        Ok(weak) => Finding::Remark(weak.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
        Err(why) => Finding::Wrong(Kind::Storage, why.to_string()),
    }
}

/// What a check of the room that was cut off has left there, which is deleted; nothing where all is as it should be.
fn checks_left_here(named: Option<&Path>) -> Option<Finding> {
    let study = OpenStudy::find(named).ok()?;
    match room_check::sweep(&study.folder) {
        Ok(0) => None,
        Ok(count) => Some(Finding::Remark(say!("room-swept", count = count))),
        Err(why) => Some(Finding::Wrong(Kind::Storage, say!("room-left-behind", why = why.to_string()))),
    }
}

/// Whether what is written into the study is encrypted on its way to the disk, as far as the system says it.
fn encrypted_here(named: Option<&Path>) -> Finding {
    match OpenStudy::find(named).map(|study| whereabouts::of(study.folder.root()).encrypted) {
        Ok(Encrypted::Yes) => Finding::Fine(Encrypted::Yes.words()),
        Ok(Encrypted::No) => Finding::Remark(say!("doctor-not-encrypted")),
        Ok(Encrypted::Unknown) => Finding::Remark(match std::env::consts::OS {
            "macos" => say!("doctor-encryption-mac"),
            "windows" => say!("doctor-encryption-windows"),
            _ => say!("doctor-encryption-unknown"),
        }),
        Err(why) => no_study(&why, Wanted::Disk),
    }
}

/// Whether something copies the study elsewhere, by the look of it.
fn synced_here(named: Option<&Path>) -> Finding {
    match OpenStudy::find(named).map(|study| whereabouts::of(study.folder.root()).synced_by) {
        Ok(Some(service)) => Finding::Remark(say!("doctor-synced", service = service)),
        Ok(None) => Finding::Fine(say!("doctor-not-synced")),
        Err(why) => no_study(&why, Wanted::Disk),
    }
}

/// Whether the takes of the study are, by length and format, the recordings that were made.
fn recordings_here(named: Option<&Path>) -> Finding {
    let study = match OpenStudy::find(named) {
        Ok(study) => study,
        Err(why) => return no_study(&why, Wanted::Recordings),
    };
    let folders = match study.folder.sessions() {
        Ok(folders) => folders,
        Err(why) => return Finding::Wrong(Kind::Storage, why.to_string()),
    };
    let (mut takes, mut wrong, mut destroyed) = (0, Vec::new(), 0);
    for folder in &folders {
        let Some((compared, strays)) = sessions::looked_at(folder) else { continue };
        wrong.extend(strays.iter().map(|stray| format!("{}: {}", folder.name(), stray.words())));
        takes += compared.len() as u64;
        let (gone, there): (Vec<_>, Vec<_>) = compared.iter().partition(|take| take.state == TakeState::Destroyed);
        destroyed += gone.len() as u64;
        wrong.extend(there.iter().filter_map(|take| Some(format!("{}: {}", folder.name(), take.remark(&folder.name())?))));
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
        return Finding::Remark(say!("doctor-no-folder"));
    };
    let file = interviewer::file(&config).display().to_string();
    match interviewer::read(&config) {
        Ok(Some(who)) if who.code.is_some() => Finding::Fine(say!("doctor-interviewer", who = who.to_string(), file = file)),
        Ok(_) => Finding::Remark(say!("doctor-nobody", file = file)),
        Err(why) => Finding::Wrong(Kind::Mendable, why.to_string()),
    }
}

/// Which keys are in effect: a file that cannot be used is said here before it is wanted in an interview.
fn keys() -> Finding {
    let Some(file) = own_keys::place() else { return Finding::Fine(say!("doctor-keys")) };
    match own_keys::read(&file) {
        Ok(Some(_)) => Finding::Fine(say!("doctor-keys-own", file = file.display().to_string())),
        Ok(None) => Finding::Fine(say!("doctor-keys-none", file = file.display().to_string())),
        Err(trouble) => Finding::Wrong(Kind::Mendable, shown(&trouble.sentence()).into_owned()),
    }
}

/// Whether the system agrees not to fall asleep while an interview is open.
fn awake() -> Finding {
    if Awake::is_granted_now() { Finding::Fine(say!("doctor-awake")) } else { Finding::Remark(say!("doctor-sleeps")) }
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
        return Finding::Remark(say!("doctor-no-terminal"));
    }
    match size() {
        Some((width, height)) if width < 80 || height < 24 => {
            Finding::Remark(say!("doctor-terminal-small", size = format!("{width}x{height}")))
        }
        Some((width, height)) if Letters::in_window(width, height, row_pixels()) == Letters::Small => {
            Finding::Remark(say!("doctor-letters-small", size = format!("{width}x{height}")))
        }
        Some((width, height)) => Finding::Fine(format!("{width}x{height}")),
        None => Finding::Remark(say!("doctor-terminal-silent")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::Words;
    use crate::words::speaking;

    #[test]
    fn what_is_said_of_each_subject_stands_in_one_column_in_every_language() {
        for words in Words::built_in() {
            speaking(words, || {
                let said = || "said\nsaid".to_owned();
                let each = [Finding::Fine(said()), Finding::Remark(said()), Finding::Wrong(Kind::Device, said())];
                let subjects = [say!("doctor-of-sound-system"), say!("doctor-of-awake"), say!("doctor-of-disk")];
                let rows = table(subjects.into_iter().zip(each).collect());
                let columns: BTreeSet<Option<usize>> = rows.iter().flat_map(|row| row.lines()).map(|line| line.find("said")).collect();
                assert!(rows.len() == 3 && columns.len() == 1 && !columns.contains(&None), "{words:?}: {rows:#?}");
            });
        }
    }
}
