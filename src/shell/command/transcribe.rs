//! `hearback transcribe`: a recogniser of this machine makes a transcript of each take.
//!
//! It hears a copy in which what is withheld is silence, in a private folder that is destroyed. A take that is done is kept at once, so that a run that
//! is stopped goes on with the next; nothing is held meanwhile, so one can listen and write.

use std::path::Path;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::audio::take::copy;
use crate::audio::take::copy::Copy;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::real::RealDisk;
use crate::disk::trouble;
use crate::domain::command::Command;
use crate::domain::digest::Digest;
use crate::domain::session::Session;
use crate::domain::silencing::unshared_in;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Position;
use crate::domain::time::length_words;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::Imported;
use crate::domain::transcript::MadeBy;
use crate::domain::transcript::placing::Sounded;
use crate::shell::archive;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::transcripts;
use crate::shell::archive::transcripts::Known;
use crate::shell::cli::transcript::TranscribeOf;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::command::place;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::shell::live::workers;
use crate::shell::recogniser;
use crate::shell::recogniser::Ended;
use crate::shell::recogniser::NoRecogniser;
use crate::shell::recogniser::Recogniser;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::lent::Lent;
use crate::store::transcript;
use crate::store::transcript::Form;
use crate::store::transcript::Typed;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;
use crate::words::message::message;
use crate::words::say;

/// How much of what a recogniser said is shown where it failed.
const SHOWN: usize = 300;

pub(super) fn transcribe(study: Option<&Path>, of: &TranscribeOf, mut identity: Identity) -> Result<(), Failure> {
    if let Some(words) = archive::lent::sweep() {
        remark(noted(words));
    }
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(&of.session)?;
    let session = sessions::read(&folder)?.session;
    transcripts::may_be_heard(&folder, &session, of.turns_withheld)?;
    let recogniser = Recogniser::find(&study.settings.transcription, of.engine.as_deref()).map_err(|why| missing(why, of))?;
    if !recogniser.is_told_of_the_sound() {
        return Err(Failure::mendable(say!("transcribe-no-wav", engine = recogniser.engine.as_str())));
    }
    let form = study.settings.transcription.format.as_deref().and_then(Form::of_word);
    let by = MadeBy {
        engine: recogniser.engine.clone(),
        model: recogniser.model.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        model_sha256: recogniser.model.as_deref().map(digest_of).transpose()?,
        parameters: recogniser.parameters(),
        language: String::new(),
    };
    let takes: Vec<TakeNumber> = Sounded::of(session.timeline(), of.take.map(TakeNumber)).takes().collect();
    if takes.is_empty() {
        return Err(Failure::new(Kind::Usage, say!("transcript-no-take", take = of.take.unwrap_or_default().to_string())));
    }
    let (sender, signals) = mpsc::channel();
    workers::tell_of_signals(sender).map_err(|e| Failure::new(Kind::Bug, e.to_string()))?;
    let verified = of.verified_by.as_ref().map(ToString::to_string).unwrap_or_default();
    for (n, take) in (1_usize..).zip(&takes) {
        let (take, count) = (*take, takes.len());
        if !of.again && is_done(&session, take, &by) {
            put(say!("transcribe-done-before", take = take.to_string()));
            continue;
        }
        remark(noted(message!("transcribe-begins", take = take.to_string(), n = n, count = count, engine = recogniser.engine.as_str())));
        // An earlier take may have taken hours, in which they said that something is not to be used.
        let session = sessions::read(&folder)?.session;
        transcripts::may_be_heard(&folder, &session, of.turns_withheld)?;
        let bytes = Hearing { folder: &folder, session: &session, take, recogniser: &recogniser, signals: &signals }.heard()?;
        let typed = match transcript::read(&bytes, form) {
            Ok(typed) => typed,
            // A take in which nobody says anything is no reason to leave the others, and is not heard again.
            Err(Unreadable { why: Why::Empty | Why::NoPassage, .. }) => Typed::without_words(form),
            Err(why) => {
                let (engine, why) = (recogniser.engine.as_str(), why.to_string());
                return Err(Failure::mendable(say!("transcribe-unread", engine = engine, why = why)));
            }
        };
        let now = clock::wall();
        // Read anew: somebody may have written meanwhile.
        let mut held = opening::open(&folder, now, &identity.sign())?;
        let now_session = &held.found.session;
        now_session.may_give_sound().map_err(|refusal| Failure::mendable(refusal.to_string()))?;
        if now_session.unshared() != session.unshared() {
            return Err(Failure::mendable(say!("transcribe-withheld-since", take = take.to_string())));
        }
        let sounded = Sounded::of(now_session.timeline(), Some(take));
        let mut laid = transcripts::lay(&typed.said, &sounded, 0, str::to_owned);
        let (loudness, _) = transcripts::listen(&folder, now_session, &mut laid.passages);
        let by = MadeBy { language: typed.language.clone(), ..by.clone() };
        let known = Known { bytes: &bytes, typed: &typed, by, verified: verified.clone() };
        let covers = sounded.covers_of(&laid.passages);
        let imported: Imported = transcripts::keep(&folder, now_session, &laid.passages, covers, loudness, known)?;
        let (passages, suspect) = (imported.passages, imported.suspect);
        happens(&mut held, Command::ImportTranscript(Box::new(imported)), now)?;
        if passages == 0 {
            put(say!("transcribe-no-words", take = take.to_string()));
            continue;
        }
        put(say!("transcribe-take", take = take.to_string(), count = passages));
        if suspect > 0 {
            remark(noted(message!("transcript-suspects", count = suspect as usize)));
        }
    }
    put(say!("transcribe-next", session = folder.name()));
    Ok(())
}

/// Whether a take was done by the same recogniser in the same way, and that counts, or no words were heard in it.
fn is_done(session: &Session, take: TakeNumber, by: &MadeBy) -> bool {
    let sounded = Sounded::of(session.timeline(), Some(take));
    let (all, nothing) = (sounded.covers(), sounded.covers_of(&[]));
    let is_within = |(from, to): &(Position, Position)| all.iter().any(|(begin, end)| begin <= from && to <= end);
    let is_of_it = |one: &Imported| !one.covers.is_empty() && one.covers.iter().all(is_within);
    let same =
        |one: &Imported| (&one.by.engine, &one.by.model_sha256, &one.by.parameters) == (&by.engine, &by.model_sha256, &by.parameters);
    let transcripts = session.transcripts();
    transcripts.in_force().any(|one| is_of_it(one) && same(one)) || transcripts.all().iter().any(|one| one.covers == nothing && same(one))
}

/// A recogniser hears a take of a session.
#[derive(Clone, Copy)]
struct Hearing<'h> {
    folder: &'h SessionFolder,
    session: &'h Session,
    take: TakeNumber,
    recogniser: &'h Recogniser,
    signals: &'h Receiver<i32>,
}

impl Hearing<'_> {
    /// What the recogniser writes of it.
    fn heard(self) -> Result<Vec<u8>, Failure> {
        let failed = |path: &Path, e| Failure::from(StoreError::io(path, message!("could-not-make-a-folder"), e));
        // For nobody else's eyes, and gone when this ends. Where nothing can be kept it lies among what is temporary, where nobody sweeps.
        let among;
        let lent = match archive::lent::place().and_then(|place| Lent::make(&place).ok()) {
            Some(lent) => lent,
            None => {
                among = place::temporary("hearback-").map_err(|e| failed(&std::env::temp_dir(), e))?;
                Lent::make(among.path()).map_err(|e| failed(among.path(), e))?
            }
        };
        let heard = self.heard_in(lent.path());
        let path = lent.path().display().to_string();
        if let Err(why) = lent.give_back() {
            remark(noted(message!("transcribe-copy-left", folder = path, why = why.to_string())));
        }
        heard
    }

    /// The same, with the copy in the folder `private`.
    fn heard_in(self, private: &Path) -> Result<Vec<u8>, Failure> {
        let Self { folder, session, take, recogniser, signals } = self;
        let [wav, out, log] = ["sound.wav", "out", "log"].map(|name| private.join(name));
        let span = session.timeline().spans().iter().find(|span| matches!(span, Span::Recorded { take: t, .. } if *t == take));
        if let Some(span @ Span::Recorded { frames, .. }) = span {
            let sha256 = session.takes().get(&take).and_then(TakeFacts::digest);
            let (from, cuts) = (folder.file(&take.file_name()), unshared_in(session, span));
            copy::silenced(Copy { from: &from, frames: *frames, sha256, cuts: &cuts, after: &[] }, &wav)?;
        }
        let still = |long: Duration| remark(noted(message!("transcribe-still", long = length_words(long))));
        let engine = recogniser.engine.as_str();
        let ended = recogniser.run(&wav, &out, &log, signals, still).map_err(|e| {
            let program = recogniser.command.first().map_or("", String::as_str);
            Failure::mendable(say!("transcribe-not-begun", program = program, why = trouble::said(&e, Path::new(program))))
        })?;
        match ended {
            Ended::Stopped => Err(Failure::mendable(say!("transcribe-stopped", session = folder.name()))),
            Ended::By(status) if !status.success() => {
                let text = transcript::bytes_of(&log).unwrap_or_default();
                let text = String::from_utf8_lossy(&text).into_owned();
                let end: String = text.trim_end().chars().rev().take(SHOWN).collect::<Vec<_>>().into_iter().rev().collect();
                let said = if end.trim().is_empty() { say!("transcribe-said-nothing") } else { end.trim().to_owned() };
                Err(Failure::mendable(match recogniser::signal_of(status) {
                    Some(signal) => say!("transcribe-killed", engine = engine, signal = signal, said = said),
                    None => say!("transcribe-failed", engine = engine, code = status.code().unwrap_or_default().to_string(), said = said),
                }))
            }
            Ended::By(_) => {
                let path = recogniser::written(&out).ok_or_else(|| Failure::mendable(say!("transcribe-nothing", engine = engine)))?;
                Ok(transcript::bytes_of(&path)?)
            }
        }
    }
}

/// The digest of a model's file, however large that is.
fn digest_of(path: &Path) -> Result<Digest, Failure> {
    let unread = |e| Failure::from(StoreError::io(path, message!("could-not-read"), e));
    let file = RealDisk.open(path, Access::Read, Links::Followed).map_err(unread)?;
    digest::of_file(file.as_ref()).map(Digest::new).map_err(unread)
}

/// That there is no recogniser, and what to do.
fn missing(why: NoRecogniser, of: &TranscribeOf) -> Failure {
    Failure::mendable(match why {
        NoRecogniser::Nowhere => say!("transcribe-nowhere"),
        NoRecogniser::NoModel => say!("transcribe-no-model"),
        NoRecogniser::Another => say!("transcribe-another", engine = of.engine.clone().unwrap_or_default()),
    })
}
