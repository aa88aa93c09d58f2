//! `hearback destroy`: a material of a session, or all of it, is destroyed for another reason than that its participant wants it: a term that is
//! over, say.
//!
//! Without `--yes` it lists what would go, by name and size, and does nothing. How it is done stands in [`crate::shell::archive::destroying`];
//! what there is to list and to tell is the same for whoever withdraws, and stands here too.

use std::path::Path;

use serde::Serialize;

use crate::disk::real::RealDisk;
use crate::domain::consent::Wish;
use crate::domain::destruction::Beyond;
use crate::domain::destruction::Destruction;
use crate::domain::destruction::Material;
use crate::domain::destruction::Step;
use crate::domain::due;
use crate::domain::due::Which;
use crate::domain::session::Session;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
use crate::shell::archive;
use crate::shell::archive::destroying;
use crate::shell::archive::destroying::Order;
use crate::shell::archive::destroying::here;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::opening::Held;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::DestroyOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::belongings;
use crate::store::belongings::Belonging;
use crate::store::coding_file;
use crate::store::copies;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::journal;
use crate::store::receipt;
use crate::store::receipt::Receipt;
use crate::words::say;

/// What would go, or what went, for programs.
#[derive(Serialize)]
struct DestroyShown {
    session: String,
    what: Material,
    done: bool,
    files: Vec<FileShown>,
    /// What may be somewhere else.
    not_reached: Vec<Beyond>,
    /// How many codes go from the study's coding.
    #[serde(skip_serializing_if = "is_none_at_all")]
    coding: usize,
    /// Of what was destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt: Option<Receipt>,
}

/// A file that would go.
#[derive(Serialize)]
pub(super) struct FileShown {
    file: String,
    bytes: u64,
}

/// What would go of one session.
pub(super) struct Listed {
    pub(super) files: Vec<FileShown>,
    pub(super) beyond: Vec<Beyond>,
    pub(super) coding: usize,
}

/// How many codes the study's coding has of the session in `folder`, as far as they go with `what`.
pub(super) fn coding_of(folder: &SessionFolder, what: Material) -> usize {
    if what.takes(Material::Notes) { coding_file::count_of(copies::study_of(folder.path()), &folder.name()) } else { 0 }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks it")]
pub(super) const fn is_none_at_all(count: &usize) -> bool {
    *count == 0
}

impl Listed {
    /// What would go of the session in `folder` with `what`.
    pub(super) fn of(folder: &SessionFolder, session: &Session, what: Material) -> Result<Self, StoreError> {
        let (here, beyond) = here::looked(folder, session, what)?;
        let file = |one: &Belonging| {
            let bytes = std::fs::symlink_metadata(&one.path).map_or(0, |data| data.len());
            FileShown { file: one.path.display().to_string(), bytes }
        };
        Ok(Self { files: here.iter().map(file).collect(), beyond, coding: coding_of(folder, what) })
    }

    /// It in lines.
    pub(super) fn tell(&self, what: Material) {
        for FileShown { file, bytes } in &self.files {
            put(format!("    {}", say!("destroy-file", file = &*shown(file), size = size(*bytes))));
        }
        if what != Material::Sound {
            put(format!("    {}", say!("destroy-journal")));
        }
        tell_coding(self.coding);
        tell_beyond(&self.beyond);
    }
}

/// Which codes go, or went, from the study's coding.
pub(super) fn tell_coding(count: usize) {
    if count > 0 {
        put(format!("    {}", say!("destroy-coding", file = coding_file::FILE, count = count)));
    }
}

/// How much that is, for people.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// What may be somewhere else, a line each.
pub(super) fn tell_beyond(all: &[Beyond]) {
    for line in beyond_lines(all) {
        put(shown(&line));
    }
}

/// The same; what is one thing by its digest is told once, with each name and each day that it had.
pub(super) fn beyond_lines(all: &[Beyond]) -> Vec<String> {
    let is_same =
        |one: &Beyond, other: &Beyond| one == other || one.sha256.is_some() && (&one.what, one.sha256) == (&other.what, other.sha256);
    let mut each: Vec<Vec<&Beyond>> = Vec::new();
    for one in all {
        match each.iter_mut().find(|same| same.first().is_some_and(|first| is_same(first, one))) {
            Some(same) => same.push(one),
            None => each.push(vec![one]),
        }
    }
    each.iter().filter_map(|same| Some(format!("! {}", beyond_words(same.first()?, same)))).collect()
}

/// What `same`, of which this is `one`, was called and when it left.
fn beyond_words(one: &Beyond, same: &[&Beyond]) -> String {
    let each = |of: fn(&Beyond) -> &str| {
        let mut all: Vec<&str> = Vec::new();
        for text in same.iter().map(|one| of(one)).filter(|text| !text.is_empty()) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all.join(", ")
    };
    let days = each(|one| &one.on);
    let day = if days.is_empty() { say!("left-no-day") } else { days };
    let what = match one.what.as_str() {
        "letter" => return say!("beyond-letter", version = &one.name),
        "clip" => say!("beyond-clip", day = day),
        "export" => say!("beyond-export", day = day),
        "pack" => say!("beyond-pack", day = day),
        "sound" => {
            let whom = if one.name.is_empty() { say!("left-somebody") } else { one.name.clone() };
            return say!("beyond-sound", whom = whom, day = day);
        }
        "unseen" if one.file.is_empty() => return say!("beyond-unseen-somewhere"),
        "unseen" => return say!("beyond-unseen", path = &one.file),
        // A line of a list that is written by hand has its number behind the name.
        "file" if !one.name.contains(':') => return say!("beyond-own-file", file = &one.name),
        _ => return say!("beyond-file", file = &one.name),
    };
    // By what it is found, as far as anybody still knows.
    let called = each(|one| if one.file.is_empty() { &one.name } else { &one.file });
    let called = (!called.is_empty()).then(|| say!("beyond-called", name = called));
    let known = one.sha256.map(|sum| say!("beyond-known-by", sum = sum.to_string()));
    [Some(what), called, known].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What was destroyed of a session, or is being, in sentences.
pub(super) fn lines(session: &Session, name: &str) -> Vec<String> {
    let line = |one: &Destruction| {
        let what = one.what.words();
        match one.step {
            Step::Begun | Step::Newer => say!("destruction-under-way", session = name, what = what, day = &one.on),
            Step::Done => {
                let why = receipt::why_words(&one.why);
                say!("destruction-line", session = name, what = what, day = &one.on, why = why, receipt = &one.receipt)
            }
        }
    };
    session.destructions().all().iter().map(line).collect()
}

/// The same, and what could not be reached, as the receipts say it: whoever was cut off while it was told is told it again.
pub(super) fn all_lines(study: &OpenStudy, session: &Session, name: &str) -> Vec<String> {
    let receipts = study.folder.root().join(receipt::FOLDER);
    let done = session.destructions().all().iter().filter(|one| one.step == Step::Done);
    let beyond = done.filter_map(|one| receipt::numbered(&RealDisk, &receipts, &one.receipt)).flat_map(|one| one.not_reached);
    lines(session, name).into_iter().chain(beyond_lines(&beyond.collect::<Vec<_>>())).collect()
}

/// Destroys `what` of a session that is held, and gives back the receipt.
pub(super) fn carry_out(
    folder: &SessionFolder,
    held: &mut Held,
    (what, why, wish): (Material, &str, Option<Wish>),
    who: &str,
    now: Stamp,
) -> Result<Receipt, StoreError> {
    let (_, beyond) = here::looked(folder, &held.found.session, what)?;
    let coding = u32::try_from(coding_of(folder, what)).unwrap_or(u32::MAX);
    let order = Order { what, why: why.to_owned(), wish, beyond, coding };
    here::at(folder, who, now, |place| destroying::destroy(place, &mut held.found, &mut held.journal, order))?
}

/// Says what was destroyed, where its receipt is, and what could not be reached.
pub(super) fn tell_receipt(receipt: &Receipt, number: Option<&str>) {
    put(shown(&receipt.words()));
    if let Some(number) = number {
        put(say!("destroyed-where", receipt = number));
    }
    tell_beyond(&receipt.not_reached);
}

pub(super) fn destroy(study: Option<&Path>, of: &DestroyOf, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    if let Some(words) = archive::lent::sweep() {
        remark(noted(words));
    }
    let readers = if of.json { For::Programs } else { For::People };
    let (what, why) = (Material::from(of.what), of.reason.trim());
    if why.is_empty() {
        return Err(Failure::new(Kind::Usage, say!("destroy-no-reason")));
    }
    let folder = study.folder.session(&of.session)?;
    if folder.is_held() {
        return Err(StoreError::Locked(folder.path().to_owned()).into());
    }
    let found = sessions::read(&folder)?;
    if let Some(done) =
        found.session.destructions().of(what).filter(|one| one.step == Step::Done && (one.what.is_all() || is_bare(&folder, what)))
    {
        if readers == For::Programs {
            let receipt = receipt::numbered(&RealDisk, &study.folder.root().join(receipt::FOLDER), &done.receipt);
            let not_reached = receipt.as_ref().map(|receipt| receipt.not_reached.clone()).unwrap_or_default();
            return put_json(&DestroyShown {
                session: folder.name(),
                what,
                done: true,
                files: Vec::new(),
                not_reached,
                coding: 0,
                receipt,
            });
        }
        put(say!("destroy-done-before", session = folder.name(), day = &done.on, receipt = &done.receipt));
        return Ok(());
    }
    may_go(&folder, &found.session, what)?;
    let listed = Listed::of(&folder, &found.session, what)?;
    if !of.yes {
        let Listed { files, beyond: not_reached, coding } = listed;
        let shown_all = DestroyShown { session: folder.name(), what, done: false, files, not_reached, coding, receipt: None };
        if readers == For::Programs {
            put_json(&shown_all)?;
        } else {
            put(say!("destroy-would", session = folder.name(), what = what.words()));
            let DestroyShown { files, not_reached: beyond, coding, .. } = shown_all;
            Listed { files, beyond, coding }.tell(what);
            reports_open(&folder, &found.session, what);
        }
        return Err(Failure::mendable(say!("destroy-sure")));
    }
    let (now, who) = (clock::wall(), identity.sign());
    let mut held = opening::open(&folder, now, &who)?;
    let receipt = carry_out(&folder, &mut held, (what, why, None), &who, now)?;
    if readers == For::Programs {
        let not_reached = receipt.not_reached.clone();
        return put_json(&DestroyShown {
            session: folder.name(),
            what,
            done: true,
            files: listed.files,
            not_reached,
            coding: listed.coding,
            receipt: Some(receipt),
        });
    }
    let number = held.found.session.destructions().all().last().map(|one| one.receipt.clone());
    tell_receipt(&receipt, number.as_deref());
    tell_coding(listed.coding);
    put(say!("receipt-not-claimed"));
    Ok(())
}

/// Whether no file of that is there.
fn is_bare(folder: &SessionFolder, what: Material) -> bool {
    belongings::within(folder.path()).is_ok_and(|(files, _)| files.iter().all(|one| one.material != what))
}

/// Whether that may be destroyed now.
fn may_go(folder: &SessionFolder, session: &Session, what: Material) -> Result<(), Failure> {
    let before_consent = [Material::Sound, Material::Transcript, Material::Notes];
    for first in before_consent.into_iter().filter(|_| what == Material::Consent) {
        if here::is_there(folder, session, first)? {
            return Err(Failure::mendable(say!("destroy-consent-last", session = folder.name())));
        }
    }
    let unknown = journal::read(&folder.journal())?.unknown;
    if unknown > 0 && matches!(what, Material::Notes | Material::Transcript) {
        return Err(Failure::mendable(say!("destroy-newer", session = folder.name())));
    }
    Ok(())
}

/// Says which reports are still to be made of which nothing would be known any more.
pub(super) fn reports_open(folder: &SessionFolder, session: &Session, what: Material) {
    if what.takes(Material::Notes) {
        for due in due::due(session).iter().filter(|due| matches!(due.which, Which::Report(_))) {
            put(format!("! {}", say!("destroy-report-open", session = folder.name(), report = due.which.name())));
        }
    }
}
