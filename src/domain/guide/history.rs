//! The versions of a guide over a study: which interviews were held with each, since when, and what was changed and why.

use serde::Serialize;

use crate::domain::guide::Change;
use crate::domain::guide::Guide;

/// A session, and the guide that it keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldWith {
    /// The session's name.
    pub session: String,
    /// The participant's code.
    pub participant: String,
    /// The day.
    pub date: String,
    /// The version of the guide.
    pub version: String,
    /// By which the text of the guide is known again.
    pub text: String,
}

/// A session of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionOfVersion {
    /// The session's name.
    pub session: String,
    /// The participant's code.
    pub participant: String,
    /// The day.
    pub date: String,
}

/// One version of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GuideVersion {
    /// The version.
    pub version: String,
    /// Whether it is the guide's own, today.
    pub current: bool,
    /// Since when there is this version: the day of its first entry in the change log, else that of the first session held with it.
    pub since: Option<String>,
    /// What the change log says of it, newest first: what made it, and who looked at it again.
    pub changes: Vec<Change>,
    /// The sessions held with it, in the order in which they were held.
    pub sessions: Vec<SessionOfVersion>,
    /// How many different texts they keep of it: more than one where the guide was changed without a new version.
    pub texts: usize,
}

/// The versions of `guide`, newest first, with the sessions that were `held` with it. A version that only sessions know stands below those of the
/// change log, the latest first.
pub fn history(guide: &Guide, held: &[HeldWith]) -> Vec<GuideVersion> {
    let mut names: Vec<&str> = Vec::new();
    let of_log = guide.changes.iter().map(|change| change.version.as_str());
    let mut of_sessions: Vec<&HeldWith> = held.iter().collect();
    of_sessions.sort_by(|a, b| b.date.cmp(&a.date));
    for name in std::iter::once(guide.version.as_str()).chain(of_log).chain(of_sessions.iter().map(|held| held.version.as_str())) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| version(guide, name, held)).collect()
}

fn version(guide: &Guide, name: &str, held: &[HeldWith]) -> GuideVersion {
    let mut with: Vec<&HeldWith> = held.iter().filter(|held| held.version == name).collect();
    with.sort_by(|a, b| (&a.date, &a.session).cmp(&(&b.date, &b.session)));
    let mut texts: Vec<&str> = with.iter().map(|held| held.text.as_str()).collect();
    texts.sort_unstable();
    texts.dedup();
    let changes: Vec<Change> = guide.changes.iter().filter(|change| change.version == name).cloned().collect();
    let since = changes.last().map(|change| &change.date).or(with.first().map(|held| &held.date)).cloned();
    let texts = texts.len();
    let session = |held: &HeldWith| SessionOfVersion {
        session: held.session.clone(),
        participant: held.participant.clone(),
        date: held.date.clone(),
    };
    let sessions = with.into_iter().map(session).collect();
    GuideVersion { version: name.to_owned(), current: guide.version == name, since, changes, sessions, texts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::tests::small;

    #[test]
    fn each_version_has_its_sessions_and_reasons() {
        let change = |version: &str, date: &str, what: &str| Change {
            version: version.into(),
            date: date.into(),
            what: what.into(),
            ..Change::default()
        };
        let mut guide = small();
        guide.version = "1.1".into();
        guide.changes = vec![
            change("1.1", "2026-11-25", "checked: no change"),
            change("1.1", "2026-11-22", "Two questions of one."),
            change("1.0", "2026-11-01", "First version."),
        ];
        let held = |session: &str, date: &str, version: &str, text: &str| HeldWith {
            session: session.into(),
            participant: session.into(),
            date: date.into(),
            version: version.into(),
            text: text.into(),
        };
        let held = [
            held("P03", "2026-11-24", "1.1", "b"),
            held("P02", "2026-11-23", "1.1", "c"),
            held("P01", "2026-11-02", "1.0", "a"),
            held("P00", "2026-10-02", "0.9", "x"),
        ];
        let told: Vec<String> = history(&guide, &held)
            .iter()
            .map(|v| {
                let sessions: Vec<&str> = v.sessions.iter().map(|s| s.session.as_str()).collect();
                format!("{} {} {} {:?} {}", v.version, v.current, v.since.as_deref().unwrap_or("-"), sessions, v.texts)
            })
            .collect();
        assert_eq!(
            told,
            [r#"1.1 true 2026-11-22 ["P02", "P03"] 2"#, r#"1.0 false 2026-11-01 ["P01"] 1"#, r#"0.9 false 2026-10-02 ["P00"] 1"#,]
        );
        assert_eq!(history(&guide, &held)[0].changes.len(), 2);
    }
}
