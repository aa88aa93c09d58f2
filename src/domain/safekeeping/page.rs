//! The facts as a page: what each line is about, how it is known, what it says.
//!
//! *Seen* was looked at now, on this computer. *Built in* is how the program is made, which its tests hold and nobody looked at here. *Not
//! determined* says that, and where it can be found out. Nothing is claimed that was not looked at.

use crate::domain::guide::Covers;
use crate::domain::retention::CountsFrom;
use crate::domain::retention::Kept;
use crate::domain::retention::Term;
use crate::domain::retention::Unit;
use crate::domain::safekeeping::Disk;
use crate::domain::safekeeping::Facts;
use crate::domain::safekeeping::Folder;
use crate::domain::safekeeping::Hibernation;
use crate::domain::safekeeping::Onto;
use crate::domain::whereabouts::Encrypted;
use crate::domain::whereabouts::Lies;
use crate::words::message::message;
use crate::words::say;

/// How a line is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It was looked at now, here.
    Seen,
    /// It is how the program is made.
    BuiltIn,
    /// It could not be looked at.
    NotDetermined,
}

impl Known {
    /// It in a word or two.
    pub fn words(self) -> String {
        let how = match self {
            Self::Seen => "seen",
            Self::BuiltIn => "built-in",
            Self::NotDetermined => "not-determined",
        };
        say!("safe-known", how = how)
    }
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub about: String,
    /// How that is known.
    pub known: Known,
    /// What there is to say.
    pub says: String,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What they are about.
    pub heading: String,
    /// They.
    pub lines: Vec<Line>,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Over it.
    pub title: String,
    /// Which study, which day, and what the words of the second column mean.
    pub about: Vec<String>,
    /// Its parts.
    pub parts: Vec<Part>,
}

fn line(about: String, known: Known, says: String) -> Line {
    Line { about, known, says }
}

/// What the consent of some guides asks, and their names.
type SameItems<'a> = (&'a [(Covers, String)], Vec<&'a str>);

impl Facts {
    /// The page that says them, in the language that is spoken.
    pub fn page(&self) -> Page {
        Page {
            title: say!("safe-title"),
            about: vec![say!("safe-about", study = &self.study.title, day = &self.on), say!("safe-legend")],
            parts: vec![
                Part { heading: say!("safe-where"), lines: self.place() },
                Part { heading: say!("safe-others"), lines: self.others() },
                Part { heading: say!("safe-loss"), lines: self.loss() },
                Part { heading: say!("safe-term"), lines: self.term() },
                Part { heading: say!("safe-consent"), lines: self.consent() },
                Part { heading: say!("safe-program"), lines: self.program() },
            ],
        }
    }

    fn place(&self) -> Vec<Line> {
        let sessions = message!("safe-sessions", count = self.study.sessions, unread = self.study.unread);
        let mut lines = vec![
            line(say!("safe-of-folder"), Known::Seen, say!("safe-folder", folder = &self.folder.path, sessions = sessions)),
            disk(&self.folder),
            encryption(say!("safe-of-encryption"), &self.folder),
            synced(&self.folder),
        ];
        if let Some(cache) = &self.cache {
            let mut line = encryption(say!("safe-of-cache"), cache);
            line.says = say!("safe-cache", folder = &cache.path, encryption = &line.says);
            lines.push(line);
        }
        if let Some(config) = &self.config {
            lines.push(line(say!("safe-of-config"), Known::BuiltIn, say!("safe-config", folder = &config.path)));
        }
        lines.push(line(say!("safe-of-backups"), Known::NotDetermined, say!("safe-backups")));
        lines
    }

    fn others(&self) -> Vec<Line> {
        let modes = match self.modes {
            Some(modes) => (Known::Seen, say!("safe-modes", files = modes.files, open = modes.open)),
            None => (Known::NotDetermined, say!("safe-modes-unknown")),
        };
        let image = match self.keeps_no_image {
            Some(true) => (Known::Seen, say!("safe-image", kept = "no")),
            Some(false) => (Known::Seen, say!("safe-image", kept = "perhaps")),
            None => (Known::NotDetermined, say!("safe-image", kept = "unknown")),
        };
        let codes = say!("safe-codes", count = self.study.codes, names = self.study.names);
        vec![
            line(say!("safe-of-modes"), modes.0, modes.1),
            self.swap(),
            self.hibernation(),
            line(say!("safe-of-image"), image.0, image.1),
            line(say!("safe-of-codes"), Known::Seen, codes),
            line(say!("safe-of-key-list"), Known::NotDetermined, say!("safe-key-list")),
        ]
    }

    fn swap(&self) -> Line {
        let about = say!("safe-of-swap");
        let Some(all) = &self.swap else { return line(about, Known::NotDetermined, say!("safe-swap-unknown")) };
        if all.is_empty() {
            return line(about, Known::Seen, say!("safe-swap-none"));
        }
        let onto = |onto| match onto {
            Onto::Memory => "memory",
            Onto::Disk(encrypted) => encrypted_word(encrypted),
        };
        let each: Vec<String> = all.iter().map(|one| say!("safe-swap-one", path = &one.path, onto = onto(one.onto))).collect();
        // Of several, the least that is known of one is what is known of all.
        let is_open = all.iter().any(|one| one.onto == Onto::Disk(Encrypted::Unknown));
        let known = if is_open { Known::NotDetermined } else { Known::Seen };
        line(about, known, each.join("; "))
    }

    fn hibernation(&self) -> Line {
        let about = say!("safe-of-hibernation");
        match self.hibernation {
            None => line(about, Known::NotDetermined, say!("safe-hibernation-unknown")),
            Some(Hibernation::Never) => line(about, Known::Seen, say!("safe-hibernation-never")),
            Some(Hibernation::Onto(encrypted)) => {
                let known = if encrypted == Encrypted::Unknown { Known::NotDetermined } else { Known::Seen };
                line(about, known, say!("safe-hibernation-onto", encrypted = encrypted_word(encrypted)))
            }
        }
    }

    fn loss(&self) -> Vec<Line> {
        let disk = match &self.disk {
            Disk::Tried(weak) if weak.is_empty() => (Known::Seen, say!("safe-disk-tried")),
            Disk::Tried(weak) => (Known::Seen, say!("safe-disk-weak", what = weak.join("; "))),
            Disk::Refused(why) => (Known::NotDetermined, say!("safe-disk-refused", why = why)),
        };
        let takes = self.takes;
        let takes = say!("safe-takes", all = takes.all, wrong = takes.wrong, destroyed = takes.destroyed);
        let awake = say!("safe-awake", stays = if self.stays_awake { "yes" } else { "no" });
        vec![
            line(say!("safe-of-sound"), Known::BuiltIn, say!("safe-sound")),
            line(say!("safe-of-notes"), Known::BuiltIn, say!("safe-notes")),
            line(say!("safe-of-disk-tried"), disk.0, disk.1),
            line(say!("safe-of-takes"), Known::Seen, takes),
            line(say!("safe-of-awake"), Known::Seen, awake),
        ]
    }

    fn term(&self) -> Vec<Line> {
        let study = &self.study;
        let terms: Vec<String> = study.terms.all.iter().map(term).collect();
        let retention = match (study.retention.trim(), terms.as_slice()) {
            ("", []) => (Known::NotDetermined, say!("safe-retention-unsaid")),
            ("", terms) => (Known::Seen, say!("safe-retention", words = terms.join("; "))),
            (words, _) => (Known::Seen, say!("safe-retention", words = words)),
        };
        let withdrawal = match study.withdraw_days {
            Some(days) => say!("safe-withdrawal-days", days = days),
            None => say!("safe-withdrawal"),
        };
        vec![
            line(say!("safe-of-retention"), retention.0, retention.1),
            line(say!("safe-of-withdrawal"), Known::Seen, withdrawal),
            line(say!("safe-of-destroying"), Known::BuiltIn, say!("safe-destroying")),
        ]
    }

    fn consent(&self) -> Vec<Line> {
        let letter = match &self.study.letter {
            Some(letter) => {
                let dated = letter.date.as_deref().unwrap_or_default();
                (
                    Known::Seen,
                    say!("safe-letter", version = &letter.version, date = dated, dated = if dated.is_empty() { "no" } else { "yes" }),
                )
            }
            None => (Known::NotDetermined, say!("safe-letter-unsaid")),
        };
        // Guides that ask the same are named together.
        let mut asked: Vec<SameItems<'_>> = Vec::new();
        for (guide, items) in &self.study.guides {
            match asked.iter_mut().find(|(same, _)| same == items) {
                Some((_, guides)) => guides.push(guide),
                None => asked.push((items, vec![guide])),
            }
        }
        let one = |(items, guides): &SameItems<'_>| {
            let items: Vec<String> = items.iter().map(|(covers, id)| covers.words(id)).collect();
            say!("safe-guide", guides = guides.join(", "), items = items.join(", "))
        };
        let guides: Vec<String> = asked.iter().map(one).collect();
        let guides = if guides.is_empty() { (Known::NotDetermined, say!("safe-no-guide")) } else { (Known::Seen, guides.join("; ")) };
        vec![
            line(say!("safe-of-letter"), letter.0, letter.1),
            line(say!("safe-of-items"), guides.0, guides.1),
            line(say!("safe-of-rules"), Known::BuiltIn, say!("safe-rules")),
        ]
    }

    fn program(&self) -> Vec<Line> {
        let program = &self.program;
        let digest = match &program.digest {
            Some(digest) => (Known::Seen, say!("safe-digest", version = &program.version, digest = digest.to_string())),
            None => (Known::NotDetermined, say!("safe-digest-unknown", version = &program.version)),
        };
        let sockets = match program.open {
            Some(open) => (Known::Seen, say!("safe-sockets", files = open.files, network = open.network)),
            None => (Known::NotDetermined, say!("safe-sockets-unknown")),
        };
        vec![
            line(say!("safe-of-digest"), digest.0, digest.1),
            line(say!("safe-of-sockets"), sockets.0, sockets.1),
            line(say!("safe-of-network"), Known::BuiltIn, say!("safe-network")),
        ]
    }
}

/// A term in words: what is kept, and how long.
pub(crate) fn term((kept, term): &(Kept, Term)) -> String {
    let unit = match term.unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    };
    let from = match term.from {
        CountsFrom::Unsaid => "unsaid",
        CountsFrom::Interview => "interview",
        CountsFrom::Study => "study",
    };
    say!("safe-term-of", what = kept.word(), long = message!("safe-term-long", count = u64::from(term.count), unit = unit), from = from)
}

fn disk(folder: &Folder) -> Line {
    let about = say!("safe-of-disk");
    match &folder.lies.lies {
        Lies::Here(kind) => line(about, Known::Seen, say!("safe-disk-here", kind = kind)),
        Lies::Elsewhere(kind) => line(about, Known::Seen, say!("safe-disk-elsewhere", kind = kind)),
        Lies::Unknown => line(about, Known::NotDetermined, say!("safe-disk-unknown")),
    }
}

fn encryption(about: String, folder: &Folder) -> Line {
    match folder.lies.encrypted {
        Encrypted::Yes => line(about, Known::Seen, say!("safe-encrypted")),
        Encrypted::No => line(about, Known::Seen, say!("safe-not-encrypted")),
        Encrypted::Unknown => line(about, Known::NotDetermined, say!("safe-encryption-unknown")),
    }
}

fn synced(folder: &Folder) -> Line {
    let about = say!("safe-of-cloud");
    match &folder.lies.synced_by {
        Some(service) => line(about, Known::Seen, say!("safe-synced", service = service)),
        None => line(about, Known::Seen, say!("safe-not-synced")),
    }
}

const fn encrypted_word(encrypted: Encrypted) -> &'static str {
    match encrypted {
        Encrypted::Yes => "yes",
        Encrypted::No => "no",
        Encrypted::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::safekeeping::Modes;
    use crate::domain::safekeeping::Open;
    use crate::domain::safekeeping::Swap;
    use crate::domain::whereabouts::Whereabouts;
    use crate::words::Words;
    use crate::words::speaking;

    fn known(page: &Page, about: &str) -> Known {
        let lines = || page.parts.iter().flat_map(|part| &part.lines);
        lines().find(|line| line.about == about).unwrap_or_else(|| panic!("{about}: {page:#?}")).known
    }

    #[test]
    fn what_nobody_could_look_at_is_never_seen() {
        let page = Facts::default().page();
        for about in [
            say!("safe-of-disk"),
            say!("safe-of-encryption"),
            say!("safe-of-modes"),
            say!("safe-of-swap"),
            say!("safe-of-hibernation"),
            say!("safe-of-image"),
            say!("safe-of-retention"),
            say!("safe-of-letter"),
            say!("safe-of-items"),
            say!("safe-of-digest"),
            say!("safe-of-sockets"),
            say!("safe-of-key-list"),
            say!("safe-of-backups"),
        ] {
            assert_eq!(known(&page, &about), Known::NotDetermined, "{about}");
        }
    }

    #[test]
    fn what_was_looked_at_is_seen_and_one_swap_that_says_nothing_leaves_it_open() {
        let lies = Whereabouts { encrypted: Encrypted::No, lies: Lies::Elsewhere("nfs4".into()), synced_by: Some("Dropbox".into()) };
        let swap = |encrypted| Swap { path: "/dev/dm-1".into(), onto: Onto::Disk(encrypted) };
        let mut facts = Facts {
            folder: Folder { path: "~/study".into(), lies },
            modes: Some(Modes { files: 12, open: 1 }),
            swap: Some(vec![swap(Encrypted::Yes), swap(Encrypted::No)]),
            hibernation: Some(Hibernation::Onto(Encrypted::No)),
            ..Facts::default()
        };
        facts.program.open = Some(Open { files: 9, network: 2 });
        for words in Words::built_in() {
            speaking(words, || {
                let page = facts.page();
                for about in [say!("safe-of-disk"), say!("safe-of-cloud")] {
                    assert_eq!(known(&page, &about), Known::Seen, "{about}");
                }
                assert_eq!(known(&page, &say!("safe-of-swap")), Known::Seen);
                let told = format!("{page:?}");
                for fact in ["nfs4", "Dropbox", "/dev/dm-1", "~/study"] {
                    assert!(told.contains(fact), "{fact}: {told}");
                }
            });
        }
        facts.swap = Some(vec![swap(Encrypted::Yes), swap(Encrypted::Unknown)]);
        assert_eq!(known(&facts.page(), &say!("safe-of-swap")), Known::NotDetermined);
        facts.swap = Some(Vec::new());
        facts.hibernation = Some(Hibernation::Never);
        let page = facts.page();
        assert_eq!([known(&page, &say!("safe-of-swap")), known(&page, &say!("safe-of-hibernation"))], [Known::Seen; 2]);
    }
}
