//! `hearback export`: sessions in a form that others read.
//!
//! What leaves is said in [`domain::handover`](crate::domain::handover), how it is written in
//! [`document::handover`](crate::document::handover). Before the first byte of it is there, the journal of each session says that it leaves; when
//! it is whole, with its digest, so that what a participant no longer wants is named as being in it. Nothing is held meanwhile: one can go on
//! with an interview.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::mpsc;

use crate::disk::Disk;
use crate::disk::real;
use crate::disk::real::RealDisk;
use crate::document::handover::Form;
use crate::document::handover::part::LARGEST_IN_QDPX;
use crate::domain::code::Code;
use crate::domain::digest::Digest;
use crate::domain::event::Event;
use crate::domain::handover::HandedOver;
use crate::domain::handover::Handover;
use crate::domain::handover::Own;
use crate::domain::handover::pseudonyms::Pseudonyms;
use crate::domain::note::NoteKind;
use crate::domain::outside::CopyKind;
use crate::domain::outside::SoundCopy;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::shell::archive::outgoing;
use crate::shell::archive::outgoing::Going;
use crate::shell::archive::outgoing::Outgoing;
use crate::shell::archive::outgoing::Unwritten;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::transcripts;
use crate::shell::cli::export::ExportOf;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::command::answer::tell_how_far;
use crate::shell::command::place;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::shell::live::workers;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

/// Bytes in a megabyte, as sizes are said.
const MEGABYTE: u64 = 1_000_000;

/// What is handed over, before it is a file.
struct Gathered {
    folders: Vec<SessionFolder>,
    leaving: Vec<HandedOver>,
    codes: Vec<Code>,
    /// How many of the interviewer's own notes stay here.
    own: usize,
    /// The sessions of which something should leave and cannot as it is, by name.
    missing: Vec<String>,
}

/// Why nothing leaves of a session.
enum NotLeaving {
    /// It is not for handing over, or there is nothing of that form in it.
    Stays(Failure),
    /// It is, and something is wrong with it.
    Wrong(Failure),
}

impl NotLeaving {
    fn why(self) -> Failure {
        match self {
            Self::Stays(why) | Self::Wrong(why) => why,
        }
    }
}

pub(super) fn export(study: Option<&Path>, of: &ExportOf, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    // Without the `/` that may stand behind a folder's name: what is written lies beside it until it is whole.
    let out = &*of.out.components().collect::<PathBuf>();
    let form = of.format.form();
    place::outside_the_study(&study.folder, out)?;
    if !outgoing::is_all_but_done(out) {
        real::is_free(out).map_err(|e| no_place(out, e))?;
    }
    let pseudonyms = of.pseudonyms.as_deref().map(listed).transpose()?.unwrap_or_default();
    let named: Vec<Own> = of.private.iter().map(|kind| kind.own()).collect();
    let gathered = gather(&study, of, form, &named)?;
    let all = Handover::of(&study.settings.title, &study.settings.codes, &study.register, gathered.leaving.clone(), gathered.codes.clone());
    let (program, on) = (format!("hearback {}", env!("CARGO_PKG_VERSION")), clock::wall().date());
    let all = Handover { program, on, researchers: study.settings.researchers.clone(), ..all }.with(&pseudonyms);
    if let Some(name) = all.doubled() {
        return Err(Failure::mendable(say!("export-same-name", name = &*shown(&name))));
    }
    let package = form.package(&all).ok_or_else(|| Failure::new(Kind::Bug, say!("export-fault", form = form.word())))?;
    let (sender, signals) = mpsc::channel();
    workers::tell_of_signals(sender).map_err(|e| Failure::new(Kind::Bug, e.to_string()))?;
    let seen = Cell::new(u64::MAX);
    let told = |done: u64, whole: u64| {
        let percent = done * 100 / whole.max(1);
        if seen.replace(percent) != percent {
            tell_how_far(&say!("export-how-far", percent = percent, done = done / MEGABYTE, whole = whole / MEGABYTE));
        }
        if signals.try_recv().is_ok() { Going::Stop } else { Going::On }
    };
    let outgoing = Outgoing::new(form, &all, &package, &gathered.folders, &told);
    let noting = Noting { gathered: &gathered, form, out, named: &named, who: identity.sign() };
    // What an earlier call left is looked at before any journal says that more leaves.
    let earlier = outgoing.earlier(out).map_err(|why| noting.not_begun(why))?;
    has_room(out, outgoing.bytes().saturating_sub(earlier.bytes))?;
    noting.begun()?;
    let written = outgoing.write(out, earlier);
    tell_how_far("");
    match written {
        Ok(written) => {
            noting.made(written.sha256);
            put(say!("export-made", count = gathered.folders.len(), form = form.word(), place = out.display().to_string()));
            if written.kept > 0 {
                put(say!("export-taken-up", count = written.kept));
            }
            if gathered.own > 0 {
                remark(noted(message!("export-own-stays", count = gathered.own)));
            }
            if !all.stays.is_empty() {
                let stay = all.stays.iter().map(|name| shown(name).into_owned()).collect::<Vec<_>>().join(", ");
                remark(noted(message!("export-attributes-stay", names = stay)));
            }
            put(say!("export-next"));
            match gathered.missing.as_slice() {
                [] => Ok(()),
                missing => Err(Failure::mendable(say!("export-missing", count = missing.len(), sessions = missing.join(", ")))),
            }
        }
        Err(why) => Err(noting.not_made(why)),
    }
}

/// Why there is nothing at `out`.
fn no_place(out: &Path, e: std::io::Error) -> Failure {
    match e.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::mendable(say!("export-exists", place = out.display().to_string())),
        _ => StoreError::io(out, message!("could-not-write-export"), e).into(),
    }
}

/// The words that stand in the place of others.
fn listed(file: &Path) -> Result<Pseudonyms, Failure> {
    let bytes = folder::read_plain(file)?;
    let text =
        String::from_utf8(bytes).map_err(|_| Failure::mendable(say!("export-pseudonyms-text", file = file.display().to_string())))?;
    let read = Pseudonyms::read(&text);
    read.map_err(|why| Failure::mendable(say!("export-pseudonyms-file", file = file.display().to_string(), why = why.to_string())))
}

/// Whether there is room beside `out`, where the disk says so: half an export helps nobody.
fn has_room(out: &Path, needed: u64) -> Result<(), Failure> {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match RealDisk.free(parent) {
        Some(free) if free < needed => {
            let (needed, free) = (needed.div_ceil(MEGABYTE), free / MEGABYTE);
            Err(Failure::new(Kind::Storage, say!("export-no-room", place = out.display().to_string(), needed = needed, free = free)))
        }
        _ => Ok(()),
    }
}

/// What leaves of each session that is asked for.
fn gather(study: &OpenStudy, of: &ExportOf, form: Form, named: &[Own]) -> Result<Gathered, Failure> {
    let mut wanted = if of.all {
        study.folder.sessions()?
    } else {
        of.sessions.iter().map(|wish| study.folder.session(wish)).collect::<Result<Vec<_>, _>>()?
    };
    wanted.sort_by_key(SessionFolder::name);
    wanted.dedup_by_key(|folder| folder.name());
    let mut gathered = Gathered { folders: Vec::new(), leaving: Vec::new(), codes: Vec::new(), own: 0, missing: Vec::new() };
    let mut stopped: BTreeMap<String, String> = BTreeMap::new();
    for folder in wanted {
        let found = match sessions::read(&folder) {
            Ok(found) => found,
            Err(why) if of.all => {
                remark(noted(message!("export-passed-over", session = folder.name(), why = why.to_string())));
                gathered.missing.push(folder.name());
                continue;
            }
            Err(why) => return Err(why.into()),
        };
        let leaving = match leaving(&folder, &found.session, form, named) {
            Ok((leaving, remarks)) => {
                remarks.into_iter().for_each(remark);
                leaving
            }
            Err(not) => {
                let is_wrong = matches!(not, NotLeaving::Wrong(_));
                let why = not.why();
                if !of.all {
                    return Err(Failure { text: format!("{}: {}", folder.name(), why.text), ..why });
                }
                remark(noted(message!("export-passed-over", session = folder.name(), why = why.text.as_str())));
                gathered.missing.extend(is_wrong.then(|| folder.name()));
                continue;
            }
        };
        if let Some(day) = found.session.stopped_on() {
            stopped.entry(found.session.opened().participant.clone()).or_insert(day);
        }
        gathered.own += own_left_out(&found.session, named);
        gathered.codes.extend(found.session.listened().codes().iter().cloned());
        gathered.leaving.push(leaving);
        gathered.folders.push(folder);
    }
    if gathered.folders.is_empty() {
        return Err(Failure::mendable(say!("export-nothing")));
    }
    for (who, day) in stopped {
        remark(noted(message!("export-stopped-there", who = &*shown(&who), day = day)));
    }
    Ok(gathered)
}

/// How many notes of one's own stay here.
fn own_left_out(session: &Session, named: &[Own]) -> usize {
    let is_out = |kind: NoteKind| match kind {
        NoteKind::Paraphrase | NoteKind::Quote => false,
        NoteKind::Observation => !named.contains(&Own::Observation),
        NoteKind::FollowUp => !named.contains(&Own::FollowUp),
        NoteKind::Memo => !named.contains(&Own::Memo),
    };
    session.notes().filter(|note| !note.off_record && !note.is_moment() && is_out(note.kind)).count()
}

/// What leaves of a session, and what is to be said of what does not. Its sound leaves only where it is what was recorded.
fn leaving(folder: &SessionFolder, session: &Session, form: Form, named: &[Own]) -> Result<(HandedOver, Vec<String>), NotLeaving> {
    let read = transcripts::read(folder, session);
    let name = folder.name();
    let mut remarks: Vec<String> = read.unusable.iter().map(|why| noted(why.to_string())).collect();
    let leaving =
        HandedOver::of(&name, session, &read.transcripts, named).map_err(|why| NotLeaving::Stays(Failure::mendable(why.to_string())))?;
    if form.counts_on_sound() {
        let (notes, stretches) = leaving.beside_the_sound();
        remarks.extend((notes > 0).then(|| noted(message!("export-beside-sound", session = &*name, count = notes))));
        remarks.extend((stretches > 0).then(|| noted(message!("export-stretches-beside-sound", session = &*name, count = stretches))));
    }
    if !form.has_sound() {
        return Ok((leaving, remarks));
    }
    match &leaving.sound {
        Ok(takes) => {
            if let Some(take) = recordings::changed(folder, session).first() {
                let words = take.remark(&name).unwrap_or_else(|| say!("pack-take-changed", take = take.take.to_string()));
                return Err(NotLeaving::Wrong(Failure::mendable(words)));
            }
            let too_large = takes.iter().filter(|take| form == Form::Qdpx && take.bytes + 44 > LARGEST_IN_QDPX);
            remarks.extend(too_large.map(|take| noted(message!("export-too-large", file = leaving.sound_file(take)))));
        }
        Err(_) if form == Form::Wav => return Err(NotLeaving::Stays(Failure::mendable(say!("export-wav-without-sound")))),
        Err(why) => remarks.push(noted(message!("export-without-sound", session = name, why = why.word()))),
    }
    Ok((leaving, remarks))
}

/// What the journals say of it.
struct Noting<'n> {
    gathered: &'n Gathered,
    form: Form,
    out: &'n Path,
    named: &'n [Own],
    /// Who writes it down.
    who: String,
}

impl Noting<'_> {
    fn copied(&self, session: &Session) -> SoundCopy {
        let file = self.out.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let copy = if self.form.has_sound() { CopyKind::Export } else { CopyKind::Words };
        SoundCopy { copy, from: Position::START, to: session.timeline().end(), file, on: clock::wall().date(), ..SoundCopy::default() }
    }

    /// Nothing was written, and nothing noted.
    fn not_begun(&self, why: Unwritten) -> Failure {
        tell_how_far("");
        match why {
            Unwritten::Stopped => Failure::mendable(say!("export-stopped", place = outgoing::unfinished(self.out).display().to_string())),
            Unwritten::Failed(why) => why,
        }
    }

    /// It leaves. What leaves is what was gathered, or nothing does.
    fn begun(&self) -> Result<(), Failure> {
        for (n, (folder, gathered)) in self.gathered.folders.iter().zip(&self.gathered.leaving).enumerate() {
            let begun = (|| {
                let now = clock::wall();
                let mut held = opening::open(folder, now, &self.who)?;
                let session = &held.found.session;
                let (leaving, _) = leaving(folder, session, self.form, self.named).map_err(NotLeaving::why)?;
                if leaving != *gathered {
                    return Err(Failure::mendable(say!("export-changed", session = folder.name())));
                }
                let copied = self.copied(session);
                // What was stopped and is called again left once.
                if !session.copies().any(|one| *one == copied) {
                    held.note(&[Event::SoundCopied(copied)], now)?;
                }
                Ok(())
            })();
            if let Err(why) = begun {
                // What an earlier call left there has left, whatever becomes of this one.
                if outgoing::unfinished(self.out).symlink_metadata().is_err() {
                    self.taken_back(n);
                }
                return Err(why);
            }
        }
        Ok(())
    }

    /// It is there.
    fn made(&self, sha256: Digest) {
        for folder in &self.gathered.folders {
            let now = clock::wall();
            let noted = opening::open(folder, now, &self.who).and_then(|mut held| {
                let copied = SoundCopy { sha256: Some(sha256), ..self.copied(&held.found.session) };
                held.note(&[Event::SoundCopied(copied)], now)
            });
            // That it left is written down; only its digest is not.
            if let Err(why) = noted {
                remark(noted_words(&folder.name(), &why));
            }
        }
    }

    /// It is not there. Where a folder lies that is gone on with, what is in it has left all the same.
    fn not_made(&self, why: Unwritten) -> Failure {
        let unfinished = outgoing::unfinished(self.out);
        let lies = unfinished.symlink_metadata().is_ok();
        // It may be there in whole: only its folder could not be synced then, or it could not be read again.
        if !lies && self.out.symlink_metadata().is_err() {
            self.taken_back(self.gathered.folders.len());
        }
        let place = unfinished.display().to_string();
        match (why, lies) {
            (Unwritten::Stopped, true) => Failure::mendable(say!("export-stopped", place = place)),
            (Unwritten::Stopped, false) => Failure::mendable(say!("export-stopped-nothing")),
            (Unwritten::Failed(why), true) => Failure { text: format!("{}\n{}", why.text, say!("export-goes-on", place = place)), ..why },
            (Unwritten::Failed(why), false) => why,
        }
    }

    /// It did not leave the first so many of them after all.
    fn taken_back(&self, first: usize) {
        for folder in self.gathered.folders.iter().take(first) {
            let now = clock::wall();
            let noted = opening::open(folder, now, &self.who).and_then(|mut held| {
                let copied = SoundCopy { stands: Stands::TakenBack, ..self.copied(&held.found.session) };
                held.note(&[Event::SoundCopied(copied)], now)
            });
            if let Err(why) = noted {
                remark(noted_words(&folder.name(), &why));
            }
        }
    }
}

fn noted_words(session: &str, why: &StoreError) -> String {
    noted(message!("export-not-noted", session = session, why = why.to_string()))
}
