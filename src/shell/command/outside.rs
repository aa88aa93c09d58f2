//! What left a session before something of it was not to be used any more: named, for people and for programs.
//!
//! The journal knows what was made. Beside that the study's folder of clips is looked into: an older hearback made clips that no journal
//! knows, and one that was made in the moment of a crash may not be in it either. A clip is known by what it holds: by another name it is the
//! same one, and another one under its name is not.

use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::real::RealDisk;
use crate::domain::clip;
use crate::domain::destruction::Beyond;
use crate::domain::digest::Digest;
use crate::domain::event::Event;
use crate::domain::outside::CopyKind;
use crate::domain::outside::Left;
use crate::domain::outside::SoundCopy;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
use crate::domain::withheld::Withheld;
use crate::shell::archive::sessions::opening::Held;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::store::copies;
use crate::store::folder::SessionFolder;
use crate::words::say;

/// Something that left, for programs.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "left")]
pub(super) enum LeftShown {
    /// A letter.
    Letter {
        /// Which.
        version: u32,
    },
    /// A clip.
    Clip(CopyShown),
    /// A pack for a transcriber, or what only a newer hearback makes.
    Pack(CopyShown),
    /// An export, with or without sound.
    Export(CopyShown),
    /// Sound that somebody was given.
    Sound {
        /// Who: a role or a code.
        whom: String,
        /// When.
        on: String,
    },
    /// What could not be looked into, and may hold some of it.
    Unseen {
        /// Where it lies.
        path: String,
    },
}

/// A copy of the sound.
#[derive(Serialize)]
pub(super) struct CopyShown {
    file: String,
    /// Where it lies, if it lies in the study.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    from_ms: u64,
    to_ms: u64,
    /// When it was made, where that is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    on: String,
}

/// What lies in the study's folder of clips, each with what it holds; nothing where it cannot be read.
struct Lying(Vec<(PathBuf, Option<Digest>)>);

impl Lying {
    fn beside(folder: &SessionFolder) -> Self {
        let sum = |path: &Path| {
            let file = RealDisk.open(path, Access::Read, Links::Followed).ok()?;
            digest::of_file(file.as_ref()).ok().map(Digest::new)
        };
        Self(copies::all_clips(&RealDisk, folder.path()).unwrap_or_default().into_iter().map(|path| (path.clone(), sum(&path))).collect())
    }

    /// Where `copy` lies: whatever it is called where it is known what it holds, else under its name.
    fn place(&self, copy: &SoundCopy) -> Option<&Path> {
        self.0.iter().find(|(path, holds)| copy.is_file(&copies::name_of(path), holds.as_ref())).map(|(path, _)| path.as_path())
    }

    /// Whether `session` knows what lies at `path`.
    fn is_known(&self, path: &Path, session: &Session) -> bool {
        let holds = self.0.iter().find(|(one, _)| one == path).and_then(|(_, holds)| holds.as_ref());
        session.copies().any(|copy| copy.is_file(&copies::name_of(path), holds))
    }
}

impl CopyShown {
    fn of(copy: &SoundCopy, lying: &Lying) -> Self {
        let path = Some(()).filter(|()| copy.copy == CopyKind::Clip).and_then(|()| lying.place(copy));
        let (from_ms, to_ms) = (copy.from.millis(), copy.to.millis());
        Self { file: copy.file.clone(), path: path.map(|path| path.display().to_string()), from_ms, to_ms, on: copy.on.clone() }
    }

    /// A clip that lies in the study and that no journal knows.
    fn unknown(path: &Path, session: &str) -> Self {
        let file = copies::name_of(path);
        let (from, to) = clip::of_file(session, &file).unwrap_or_default();
        let path = Some(path.display().to_string());
        Self { file, path, from_ms: from.millis(), to_ms: to.millis(), on: String::new() }
    }

    fn place(&self) -> &str {
        self.path.as_deref().unwrap_or(&self.file)
    }
}

impl LeftShown {
    fn of(left: &Left, lying: &Lying) -> Option<Self> {
        Some(match left {
            Left::Letter(version) => Self::Letter { version: *version },
            Left::Copy(copy) if copy.copy == CopyKind::Clip => Self::Clip(CopyShown::of(copy, lying)),
            Left::Copy(copy) if matches!(copy.copy, CopyKind::Export | CopyKind::Words) => Self::Export(CopyShown::of(copy, lying)),
            Left::Copy(copy) => Self::Pack(CopyShown::of(copy, lying)),
            Left::Given(handed) => Self::Sound { whom: handed.whom.clone(), on: handed.on.clone() },
            Left::Nothing => return None,
        })
    }

    /// What is to be done about it.
    fn words(&self, session: &str) -> String {
        let day = |on: &str| if on.is_empty() { say!("left-no-day") } else { on.to_owned() };
        match self {
            Self::Letter { version } => say!("withheld-letter", version = *version),
            Self::Clip(copy) => say!("left-clip", file = &*shown(copy.place()), day = day(&copy.on)),
            Self::Pack(copy) => say!("left-pack", folder = &*shown(copy.place()), day = day(&copy.on)),
            Self::Export(copy) => say!("left-export", file = &*shown(copy.place()), day = day(&copy.on)),
            Self::Sound { whom, on } => {
                let named = if whom.is_empty() { String::new() } else { format!(" --whom \"{}\"", shown(whom)) };
                let whom = if whom.is_empty() { say!("left-somebody") } else { shown(whom).into_owned() };
                say!("left-sound", whom = whom, day = day(on), session = session, named = named)
            }
            Self::Unseen { path } => say!("beyond-unseen", path = &*shown(path)),
        }
    }
}

/// All that left and may hold what is not to be used now.
pub(super) fn before(session: &Session, folder: &SessionFolder) -> Vec<LeftShown> {
    let all: Vec<Withheld> = session.withholding().now().cloned().collect();
    named(&session.left_before(), (!session.unwants_any_clip()).then_some(&all), session, folder)
}

/// The same of one thing that is withheld.
pub(super) fn before_it(one: &Withheld, session: &Session, folder: &SessionFolder) -> Vec<LeftShown> {
    named(&session.left_before_it(one), Some(std::slice::from_ref(one)), session, folder)
}

/// `left`, and clips in the study that no journal knows and that reach into what is `withheld`; all of those where it may be anything.
fn named(left: &[&Left], withheld: Option<&[Withheld]>, session: &Session, folder: &SessionFolder) -> Vec<LeftShown> {
    let stretches: Option<Vec<_>> = withheld.and_then(|all| all.iter().map(|one| session.sound_of_withheld(one)).collect());
    let within = stretches.as_deref();
    let (strays, unseen) = match copies::clips(&RealDisk, folder.path(), within) {
        Ok(strays) => (strays, None),
        Err(_) => (Vec::new(), Some(copies::study_of(folder.path()).join(copies::CLIPS).display().to_string())),
    };
    if left.is_empty() && strays.is_empty() && unseen.is_none() {
        return Vec::new();
    }
    let lying = Lying::beside(folder);
    let strays = strays.into_iter().filter(|path| !lying.is_known(path, session));
    let strays: Vec<LeftShown> = strays.map(|path| LeftShown::Clip(CopyShown::unknown(&path, &folder.name()))).collect();
    left.iter().filter_map(|left| LeftShown::of(left, &lying)).chain(strays).chain(unseen.map(|path| LeftShown::Unseen { path })).collect()
}

/// Writes down that something leaves, and does that; where it could not be done, that is written down as well.
pub(super) fn while_copying<T>(
    held: &mut Held,
    copied: &SoundCopy,
    now: Stamp,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    held.note(&[Event::SoundCopied(copied.clone())], now)?;
    work().map_err(|why| {
        let taken_back = SoundCopy { stands: Stands::TakenBack, ..copied.clone() };
        taken_back_too(why, held.note(&[Event::SoundCopied(taken_back)], now).map_err(Failure::from))
    })
}

/// Why it could not be done, and why that was not written down either, if it was not.
fn taken_back_too(why: Failure, taken_back: Result<(), Failure>) -> Failure {
    match taken_back {
        Ok(()) => why,
        Err(also) => Failure::new(why.kind.max(also.kind), say!("copy-not-taken-back", why = &*why.text, also = &*also.text)),
    }
}

/// Those that are not among what a receipt names already.
pub(super) fn unnamed(all: Vec<LeftShown>, named: &[Beyond]) -> Vec<LeftShown> {
    let is_named = |left: &LeftShown| {
        let (what, name, on) = match left {
            LeftShown::Letter { version } => ("letter", version.to_string(), ""),
            LeftShown::Clip(copy) => ("clip", copy.file.clone(), copy.on.as_str()),
            LeftShown::Pack(copy) => ("pack", copy.file.clone(), copy.on.as_str()),
            LeftShown::Export(copy) => ("export", copy.file.clone(), copy.on.as_str()),
            LeftShown::Sound { whom, on } => ("sound", whom.clone(), on.as_str()),
            LeftShown::Unseen { path } => ("unseen", path.clone(), ""),
        };
        named.iter().any(|one| one.what == what && one.on == on && (one.file == name || one.name == name))
    };
    all.into_iter().filter(|left| !is_named(left)).collect()
}

/// Says what left.
pub(super) fn tell(all: &[LeftShown], session: &str) {
    for left in all {
        remark(noted(left.words(session)));
    }
}

/// The same as lines.
pub(super) fn lines(all: &[LeftShown], session: &str) -> Vec<String> {
    all.iter().map(|left| left.words(session)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::failure::Kind;

    #[test]
    fn why_a_copy_failed_is_said_also_where_it_could_not_be_taken_back() {
        let (full, gone) = (Failure::new(Kind::Storage, "the disk is full"), Failure::mendable("the journal is gone"));
        let told = taken_back_too(full.clone(), Err(gone));
        assert!(
            told.kind == Kind::Storage && told.text.contains("the disk is full") && told.text.contains("the journal is gone"),
            "{told}"
        );
        assert_eq!(taken_back_too(full.clone(), Ok(())), full);
    }
}
