//! What is kept past its term, for `hearback due`: which material of which session, as far as it is still there.

use jiff::civil::Date;

use crate::domain::destruction::Material;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::shell::archive::destroying::here;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::words::say;

/// Something that is kept past its term: a material of a session, or the key list.
pub(super) struct Over {
    pub(super) session: String,
    pub(super) participant: String,
    /// Nothing where it is the key list.
    pub(super) what: Option<Material>,
    /// The last day on which it was to be kept.
    pub(super) last: Date,
}

impl Over {
    /// It in a sentence.
    pub(super) fn words(&self) -> String {
        let day = self.last.to_string();
        match self.what {
            Some(what) => {
                let (word, what) = (what.word(), what.words());
                say!("due-term", what = what, who = &self.participant, day = day, session = &self.session, word = word)
            }
            None => say!("due-key-list", day = day),
        }
    }
}

/// All of it at `now`, in the order of the last days, and of what that could not be told, in sentences. Only sessions of which a term is over
/// are read.
pub(super) fn over(study: &OpenStudy, lines: &[SessionLine], now: Stamp) -> (Vec<Over>, Vec<String>) {
    let Ok(today) = now.date().parse::<Date>() else { return (Vec::new(), Vec::new()) };
    let terms = &study.settings.terms;
    let (mut all, mut unknown) = (Vec::new(), Vec::new());
    for line in lines.iter().filter(|line| line.standing.is_ok()) {
        let over = terms.over(&line.date, today);
        if over.is_empty() {
            continue;
        }
        let read = study.folder.session(&line.name).and_then(|folder| Ok((sessions::read(&folder)?.session, folder)));
        let is_there = |what| {
            read.as_ref()
                .map_err(ToString::to_string)
                .and_then(|(session, folder)| here::is_there(folder, session, what).map_err(|why| why.to_string()))
        };
        let mut whys: Vec<String> = Vec::new();
        for (what, last) in over {
            match is_there(what) {
                Ok(false) => {}
                Ok(true) => all.push(Over { session: line.name.clone(), participant: line.participant.clone(), what: Some(what), last }),
                Err(why) => whys.extend((!whys.contains(&why)).then_some(why)),
            }
        }
        unknown.extend(whys.into_iter().map(|why| say!("due-term-unknown", session = &line.name, why = why)));
    }
    let latest = lines.iter().filter_map(|line| line.date.parse().ok()).max();
    if let Some(last) = terms.key_list_over(latest, today) {
        all.push(Over { session: String::new(), participant: String::new(), what: None, last });
    }
    all.sort_by_key(|one| one.last);
    (all, unknown)
}
