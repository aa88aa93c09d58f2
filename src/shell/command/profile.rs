//! `hearback profile`: who the interviewer is, written once, for the methods section. It lies in the configuration folder and in no study.

use crate::domain::text::shown;
use crate::shell::cli::options::ProfileOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::failure::Failure;
use crate::shell::identity;
use crate::store::profile;
use crate::store::profile::Profile;
use crate::words::say;

pub(super) fn profile(of: ProfileOf, readers: For) -> Result<(), Failure> {
    let Some(config) = identity::config_folder() else { return Err(Failure::mendable(say!("profile-nowhere"))) };
    let before = profile::read(&config)?;
    let ProfileOf { training, occupation, stance } = of;
    let now = Profile {
        training: training.map_or(before.training.clone(), |words| words.trim().to_owned()),
        occupation: occupation.map_or(before.occupation.clone(), |words| words.trim().to_owned()),
        stance: stance.map_or(before.stance.clone(), |words| words.trim().to_owned()),
    };
    if now != before {
        profile::keep(&config, &now)?;
    }
    if readers == For::Programs {
        return put_json(&now);
    }
    let written = |words: &str| if words.is_empty() { say!("profile-empty") } else { shown(words).into_owned() };
    put(say!("profile-training", words = written(&now.training)));
    put(say!("profile-occupation", words = written(&now.occupation)));
    put(say!("profile-stance", words = written(&now.stance)));
    put(say!("profile-where", file = profile::file(&config).display().to_string()));
    Ok(())
}
