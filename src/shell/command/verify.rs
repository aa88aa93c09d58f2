//! `hearback verify`: whether each take is the recording that was made, to the last byte.

use std::path::Path;

use serde::Serialize;

use crate::audio::take::Depth;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::recording::TakeState;
use crate::domain::text::shown;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::destroy;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::store::folder::SessionFolder;
use crate::words::say;

/// A take for programs.
#[derive(Serialize)]
struct Verified {
    session: String,
    take: u32,
    file: String,
    state: TakeState,
    found: Option<TakeSound>,
    /// What a person should know and do; nothing where all is as it should be.
    what: Option<String>,
}

/// Reads every take of one session, or of all, and compares it with its journal. Nothing is changed, and a session that cannot be read does
/// not keep the others from being looked at.
pub(super) fn verify(study: Option<&Path>, wish: Option<&str>, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folders = match wish {
        Some(wish) => vec![study.folder.session(wish)?],
        None => study.folder.sessions()?,
    };
    let (mut all, mut worst) = (Vec::new(), None);
    for folder in &folders {
        let found = match sessions::read(folder) {
            Ok(found) => found,
            Err(why) => {
                remark(format!("{}: {}", folder.name(), shown(&why.to_string())));
                worst = Some(Kind::Storage);
                continue;
            }
        };
        if found.session.is_destroyed() {
            // No take is known any more that could be looked for.
            let what = destroy::lines(&found.session, &folder.name()).pop();
            let verified = Verified { session: folder.name(), take: 0, file: "-".into(), state: TakeState::Destroyed, found: None, what };
            if readers == For::Programs {
                all.push(verified);
            } else {
                put(line(&verified));
            }
            continue;
        }
        for stray in recordings::strays(folder, &found.session) {
            remark(format!("{}: {}", folder.name(), shown(&stray.words())));
        }
        for take in recordings::checked(folder, &found.session, Depth::Bytes) {
            worst = worst.max(grave(take.state));
            let verified = of(folder, &take);
            if readers == For::Programs {
                all.push(verified);
            } else {
                put(line(&verified));
            }
        }
    }
    if readers == For::Programs {
        put_json(&all)?;
    }
    match worst {
        None => Ok(()),
        Some(Kind::Storage) => Err(Failure::new(Kind::Storage, say!("verify-unread"))),
        Some(kind) => Err(Failure::new(kind, say!("verify-other"))),
    }
}

/// How grave it is that a take is as it is.
fn grave(state: TakeState) -> Option<Kind> {
    match state {
        TakeState::Same | TakeState::NoDigest | TakeState::Destroyed => None,
        TakeState::Unreadable => Some(Kind::Storage),
        TakeState::Missing | TakeState::Empty | TakeState::Shorter | TakeState::Longer | TakeState::OtherFormat | TakeState::OtherBytes => {
            Some(Kind::Mendable)
        }
    }
}

fn of(folder: &SessionFolder, take: &TakeCheck) -> Verified {
    let session = folder.name();
    let what = match take.state {
        // Whoever holds the session may be recording into it.
        TakeState::NoDigest if folder.is_held() => Some(say!("verify-held")),
        TakeState::NoDigest => Some(say!("verify-no-digest")),
        _ => take.remark(&session),
    };
    Verified { session, take: take.take.0, file: take.take.file_name(), state: take.state, found: take.found(), what }
}

/// One line for scripts: tabs between what stands in it, and no tab anywhere else. The state is one word, the same in every language.
fn line(verified: &Verified) -> String {
    let Verified { session, file, state, what, .. } = verified;
    [session, file, state.word(), what.as_deref().unwrap_or_default()].map(shown).join("\t")
}
