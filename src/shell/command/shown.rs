//! A session as `hearback show` gives it to programs, and from which it tells people.

use serde::Serialize;

use crate::domain::audio_end::AudioEnd;
use crate::domain::circumstances::Circumstances;
use crate::domain::consent::Consent;
use crate::domain::consent::Wish;
use crate::domain::coverage::AskedProbe;
use crate::domain::coverage::Coverage;
use crate::domain::coverage::OwnProbe;
use crate::domain::destruction::Destruction;
use crate::domain::digest::Digest;
use crate::domain::distress::DistressChoice;
use crate::domain::distress::DistressMoment;
use crate::domain::due;
use crate::domain::evening::GuideLookedAt;
use crate::domain::evening::LooseEnd;
use crate::domain::evening::PageLine;
use crate::domain::evening::ReadBack;
use crate::domain::event::Opened;
use crate::domain::guide::Question;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::loose_end::Open;
use crate::domain::loose_end::Until;
use crate::domain::loose_end::loose_ends;
use crate::domain::member_check::line::CheckLine;
use crate::domain::mishap::Mishap;
use crate::domain::mishap::MishapKind;
use crate::domain::named::Worded;
use crate::domain::names::NameOf;
use crate::domain::names::NameSaid;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::prepared::Prepared;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::recording::TakeState;
use crate::domain::session::Session;
use crate::domain::statement::Statement;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::timeline::Span;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldLifted;
use crate::shell::command::due::FollowUpShown;
use crate::shell::command::due::ReportShown;
use crate::shell::command::letters::CheckShown;
use crate::shell::command::outside;
use crate::shell::command::outside::LeftShown;
use crate::shell::command::seated::TableShown;
use crate::store::folder::SessionFolder;
use crate::words::say;

/// A session for programs. Times are milliseconds on the session's timeline; `frames` count from the take's beginning.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    pub(super) session: String,
    standing: &'a str,
    opened: &'a Opened,
    pub(super) guide: String,
    consents: &'a [Consent],
    prepared: &'a Prepared,
    length_ms: u64,
    recorded_ms: u64,
    unrecorded_ms: u64,
    spans: Vec<SpanShown>,
    takes: Vec<TakeShown>,
    off_record: Vec<PauseShown<'a>>,
    /// Who sits where, in a focus group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seats: Option<TableShown<'a>>,
    pub(super) notes: Vec<NoteShown<'a>>,
    pub(super) coverage: Vec<CoverageShown<'a>>,
    /// Where names were said, for whoever transcribes.
    names: Vec<NameShown>,
    distress: Vec<DistressShown>,
    /// What they do not want to be used: where, and never what.
    withheld: Vec<WithheldShown<'a>>,
    /// What was told and must be reported.
    reports: Vec<ReportShown<'a>>,
    /// What the guide has done after distress.
    follow_ups: Vec<FollowUpShown>,
    /// What is to be seen to after the interview, and what came of it.
    loose_ends: Vec<EndShown>,
    /// The points that were gathered to be read back, and what was said of each. Not the member check.
    read_back: Vec<PointShown<'a>>,
    /// What was made of the guide.
    guide_looked_at: &'a GuideLookedAt,
    /// Which lines of the interviewer's own page are written. What they say is theirs alone.
    own_page: Vec<PageLine>,
    pub(super) incidents: Vec<IncidentShown<'a>>,
    statements: Vec<&'a Statement>,
    letters: u32,
    /// How the member check stands, as `hearback letters --json` has it.
    member_check: CheckShown,
    /// What left it before something was not to be used any more, and may hold that.
    pub(super) left_before: Vec<LeftShown>,
    pub(super) wish: Option<Wish>,
    /// What of it was destroyed on purpose, in that order.
    #[serde(skip_serializing_if = "<[Destruction]>::is_empty")]
    destroyed: &'a [Destruction],
    pub(super) draft: Option<crate::domain::note::Draft>,
    remarks: &'a [String],
}

#[derive(Serialize)]
struct SpanShown {
    from_ms: u64,
    to_ms: u64,
    take: Option<String>,
    frames: Option<u64>,
    rate: Option<u32>,
    /// How much faster the microphone's clock ran than the computer's, in parts per million.
    clock_ppm: Option<f64>,
    why_no_audio: Option<AudioEnd>,
}

#[derive(Serialize)]
struct PauseShown<'a> {
    at_ms: u64,
    reason: Option<&'a str>,
    over: bool,
}

#[derive(Serialize)]
pub(super) struct NoteShown<'a> {
    at_ms: u64,
    take: Option<String>,
    frame: Option<u64>,
    /// What its text is tagged with.
    tags: Vec<&'a str>,
    /// In a group, who is heard in it: seats change hands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<&'a str>,
    /// The study's codes that were put on it while listening back.
    codes: &'a [String],
    /// Whether its moment was listened to since.
    heard: bool,
    #[serde(flatten)]
    pub(super) note: &'a Note,
}

#[derive(Serialize)]
pub(super) struct CoverageShown<'a> {
    #[serde(skip)]
    pub(super) coverage: Coverage,
    topic: &'a str,
    question: &'a str,
    state: &'a str,
    reason: Option<String>,
    /// Whether there is one that is not to be used.
    #[serde(skip)]
    reason_withheld: bool,
    /// The coded answer that was chosen, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<ChoiceShown<'a>>,
    seconds: f64,
    probes_used: Vec<&'a str>,
    /// Probes that the guide does not have.
    own_probes: Vec<OwnProbeShown>,
    /// The same in words.
    #[serde(skip)]
    own: Option<String>,
}

/// A probe that the guide does not have.
#[derive(Serialize)]
struct OwnProbeShown {
    at_ms: u64,
    probe: OwnProbe,
}

/// Where a name was said, and what it was the name of. Never the name.
#[derive(Serialize)]
struct NameShown {
    at_ms: u64,
    take: Option<String>,
    frame: Option<u64>,
    of: NameOf,
}

/// The coded answer to a closed question.
#[derive(Serialize)]
struct ChoiceShown<'a> {
    at_ms: u64,
    code: &'a str,
    /// In the guide's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    say: Option<&'a str>,
}

impl<'a> ChoiceShown<'a> {
    pub(super) fn of(session: &'a Session, question: &'a Question) -> Option<Self> {
        let chosen = session.coverage().chosen(&question.id)?;
        let say = question.choice(&chosen.code).map(|choice| choice.say.trim());
        Some(Self { at_ms: chosen.at.millis(), code: &chosen.code, say })
    }
}

/// When it became too much, and what was chosen then.
#[derive(Serialize)]
struct DistressShown {
    at_ms: u64,
    /// On the room's clock, where the journal says it.
    on: Option<String>,
    chosen: Vec<ChosenShown>,
    /// In words.
    what: String,
}

#[derive(Serialize)]
struct ChosenShown {
    at_ms: u64,
    choice: DistressChoice,
}

impl From<&DistressMoment> for DistressShown {
    fn from(moment: &DistressMoment) -> Self {
        let chosen = moment.chosen.iter().map(|(at, choice)| ChosenShown { at_ms: at.millis(), choice: *choice });
        Self { at_ms: moment.at.millis(), on: moment.on.map(Stamp::rfc3339), chosen: chosen.collect(), what: moment.words() }
    }
}

/// Something withheld.
#[derive(Serialize)]
pub(super) struct WithheldShown<'a> {
    #[serde(flatten)]
    withheld: &'a Withheld,
    #[serde(skip_serializing_if = "Option::is_none")]
    lifted: Option<&'a WithheldLifted>,
    /// Whether its sound is gone; left out where it is not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    silenced: bool,
    /// What left before and may hold it, as long as it is withheld.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_before: Vec<LeftShown>,
}

impl<'a> WithheldShown<'a> {
    pub(super) fn of(withheld: &'a Withheld, lifted: Option<&'a WithheldLifted>, session: &Session, folder: &SessionFolder) -> Self {
        let left_before = if lifted.is_none() { outside::before_it(withheld, session, folder) } else { Vec::new() };
        Self { withheld, lifted, silenced: session.is_silenced(withheld.id), left_before }
    }
}

/// Something that is to be seen to.
#[derive(Serialize)]
pub(super) struct EndShown {
    #[serde(flatten)]
    end: LooseEnd,
    until: Until,
    at_ms: Vec<u64>,
    done: bool,
    /// What came of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    answer: String,
    /// In words.
    what: String,
}

impl From<Open> for EndShown {
    fn from(open: Open) -> Self {
        let at_ms = open.at.iter().map(|at| at.millis()).collect();
        let (done, answer) = (open.done.is_some(), open.done.unwrap_or_default());
        Self { end: open.end, until: open.until, at_ms, done, answer, what: open.words }
    }
}

/// A point that was to be read back.
#[derive(Serialize)]
pub(super) struct PointShown<'a> {
    note: NoteId,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<&'a ReadBack>,
}

#[derive(Serialize)]
pub(super) struct IncidentShown<'a> {
    pub(super) at_ms: u64,
    /// The kind of event that says so.
    event: &'a str,
    /// What it says, with its fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    incident: Option<serde_json::Value>,
    /// In words.
    pub(super) what: String,
}

impl<'a> IncidentShown<'a> {
    pub(super) fn of(mishap: &'a Mishap) -> Self {
        let value = |said: Result<serde_json::Value, serde_json::Error>| said.ok();
        let incident = match &mishap.what {
            MishapKind::Incident(incident) => value(serde_json::to_value(incident)),
            MishapKind::Gap(_, why) => value(serde_json::to_value(why)),
            MishapKind::Lost(fault) => value(serde_json::to_value(fault)),
            MishapKind::Ended(why) => value(serde_json::to_value(why)),
            MishapKind::Recovered(_) => None,
        };
        Self { at_ms: mishap.at.millis(), event: mishap.what.name(), incident, what: mishap.what.words() }
    }
}

/// A take's file, as it was when it was closed or measured, and what is there now.
#[derive(Serialize)]
struct TakeShown {
    take: u32,
    file: String,
    frames: u64,
    rate: Option<u32>,
    channels: Option<u16>,
    sha256: Option<Digest>,
    /// How its file compares by length and format; `verify` compares the bytes too.
    state: TakeState,
    found: Option<TakeSound>,
}

impl<'a> Shown<'a> {
    pub(super) fn of(
        folder: &SessionFolder,
        session: &'a Session,
        leaving: &BeforeLeaving,
        takes: &[TakeCheck],
        remarks: &'a [String],
    ) -> Self {
        let timeline = session.timeline();
        let (recorded, unrecorded) = timeline.lengths();
        let millis = crate::domain::time::millis_of;
        let end = timeline.end();
        let notes = session.notes_by_position().into_iter().map(|note| {
            let place = timeline.locate(note.position);
            NoteShown {
                at_ms: note.position.millis(),
                take: place.map(|(t, _)| t.file_name()),
                frame: place.map(|(_, f)| f.0),
                tags: note.tags(),
                people: note.people().map(|person| person.0.as_str()).collect(),
                codes: session.listened().codes_of(note.id),
                heard: session.listened().is_heard(note.id),
                note,
            }
        });
        let pauses = timeline.pauses().iter().map(|p| {
            let reason = p.reason.as_deref().filter(|_| !session.withholding().covers(p.at));
            PauseShown { at_ms: p.at.millis(), reason, over: p.over }
        });
        let guide = session.guide();
        let coverage = Circumstances::of(session).asked(guide).map(|((topic, _), question)| {
            let mark = session.coverage().mark(&question.id);
            let probes_used = question.probes.iter().filter(|p| session.coverage().used(&p.id)).map(|p| p.id.as_str()).collect();
            CoverageShown {
                topic: guide.topics[topic].id.as_str(),
                question: question.id.as_str(),
                coverage: mark.coverage,
                state: mark.coverage.word(),
                reason: mark.reason,
                reason_withheld: session.coverage().has_reason_withheld(&question.id),
                choice: ChoiceShown::of(session, question),
                seconds: session.coverage().spent(&question.id, end).as_secs_f64(),
                probes_used,
                own_probes: session.coverage().own_probes(&question.id).iter().map(OwnProbeShown::of).collect(),
                own: session.coverage().own_probes_counted(&question.id),
            }
        });
        Self {
            session: folder.name(),
            standing: session.standing().word(),
            opened: session.opened(),
            guide: format!("{} v{}", guide.id, guide.version),
            consents: session.consents().all(),
            prepared: session.prepared(),
            length_ms: end.since(Position::START).as_millis().try_into().unwrap_or(u64::MAX),
            recorded_ms: millis(recorded),
            unrecorded_ms: millis(unrecorded),
            spans: timeline.spans().iter().map(|span| SpanShown::of(span, session)).collect(),
            takes: takes.iter().map(TakeShown::of).collect(),
            off_record: pauses.collect(),
            seats: TableShown::of(session),
            notes: notes.collect(),
            coverage: coverage.collect(),
            names: session.names().iter().map(|name| NameShown::of(name, session)).collect(),
            distress: session.distress().iter().map(DistressShown::from).collect(),
            withheld: session.withholding().ever().map(|(one, lifted)| WithheldShown::of(one, lifted, session, folder)).collect(),
            reports: session.reports().map(|report| ReportShown::of(report, session)).collect(),
            follow_ups: due::follow_ups(session).iter().map(FollowUpShown::from).collect(),
            loose_ends: loose_ends(session, leaving, crate::shell::live::clock::wall()).into_iter().map(EndShown::from).collect(),
            read_back: session.points().map(|note| PointShown { note, read: session.evening().read_back(note) }).collect(),
            guide_looked_at: session.evening().guide(),
            own_page: PageLine::ALL.into_iter().filter(|line| session.evening().page(*line).is_some()).collect(),
            incidents: session.incidents().iter().map(IncidentShown::of).collect(),
            statements: session.statements().collect(),
            letters: session.letters(),
            member_check: CheckShown::of(&CheckLine::of(session), crate::shell::live::clock::wall()),
            left_before: outside::before(session, folder),
            wish: session.open_wish(),
            destroyed: session.destructions().all(),
            draft: folder.draft().filter(|draft| session.may_show(draft)),
            remarks,
        }
    }
}

impl OwnProbeShown {
    fn of(asked: &AskedProbe) -> Self {
        Self { at_ms: asked.at.millis(), probe: asked.own }
    }
}

impl NameShown {
    fn of(name: &NameSaid, session: &Session) -> Self {
        let at = name.stamp.position();
        let place = session.timeline().locate(at);
        Self { at_ms: at.millis(), take: place.map(|(t, _)| t.file_name()), frame: place.map(|(_, f)| f.0), of: name.of }
    }
}

impl TakeShown {
    pub(super) fn of(compared: &TakeCheck) -> Self {
        let (take, facts) = (compared.take, compared.facts());
        Self {
            take: take.0,
            file: take.file_name(),
            frames: compared.recorded().0,
            rate: facts.rate.map(|rate| rate.hertz()),
            channels: facts.channels,
            sha256: facts.sha256,
            state: compared.state,
            found: compared.found(),
        }
    }
}

impl CoverageShown<'_> {
    /// Which question it is, and why it was marked so; of one that was left out it is also said that nobody said why.
    pub(super) fn words(&self) -> String {
        match &self.own {
            Some(own) => format!("{} ({own})", self.told()),
            None => self.told(),
        }
    }

    /// Whether there is nothing to say of it.
    pub(super) fn is_untouched(&self) -> bool {
        self.coverage == Coverage::NotYet && self.own.is_none()
    }

    fn told(&self) -> String {
        let (topic, question) = (self.topic, self.question);
        match (self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty()), self.coverage) {
            (Some(reason), _) => say!("show-question-because", topic = topic, question = question, reason = &*shown(reason)),
            (None, Coverage::Skipped) if !self.reason_withheld => say!("show-question-no-reason", topic = topic, question = question),
            (None, _) => say!("show-question", topic = topic, question = question),
        }
    }
}

impl SpanShown {
    pub(super) fn of(span: &Span, session: &Session) -> Self {
        let (from_ms, to_ms) = (span.from().millis(), span.to().millis());
        let without = Self { from_ms, to_ms, take: None, frames: None, rate: None, clock_ppm: None, why_no_audio: None };
        match span {
            Span::Recorded { take, frames, rate, .. } => Self {
                take: Some(take.file_name()),
                frames: Some(frames.0),
                rate: Some(rate.hertz()),
                clock_ppm: session.clock_of(*take).map(|ppb| ppb as f64 / 1_000.0),
                ..without
            },
            Span::Unrecorded { why, .. } => Self { why_no_audio: Some(why.clone()), ..without },
        }
    }
}
