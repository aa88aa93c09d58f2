//! What of a session leaves it: the one place where a session becomes [`HandedOver`].

use crate::domain::consent::Agreement;
use crate::domain::consent::Wish;
use crate::domain::evening::PageLine;
use crate::domain::guide::Covers;
use crate::domain::handover::Asked;
use crate::domain::handover::Covered;
use crate::domain::handover::GuideOf;
use crate::domain::handover::HandedOver;
use crate::domain::handover::MOMENT;
use crate::domain::handover::NoSound;
use crate::domain::handover::Noted;
use crate::domain::handover::NothingLeaves;
use crate::domain::handover::Own;
use crate::domain::handover::Sound;
use crate::domain::handover::Spoken;
use crate::domain::handover::Unheard;
use crate::domain::handover::Voice;
use crate::domain::handover::WithoutSound;
use crate::domain::note::Note;
use crate::domain::session::Session;
use crate::domain::silencing::unshared_in;
use crate::domain::standing::Phase;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Position;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcriber::Brief;
use crate::domain::transcriber::Role;
use crate::domain::transcript::Transcript;

impl HandedOver {
    /// What leaves of `session`, which is called `name`, with those of its transcripts that count, and of what is the interviewer's own only what
    /// is `named`.
    pub fn of(name: &str, session: &Session, transcripts: &[Transcript], named: &[Own]) -> Result<Self, NothingLeaves> {
        may_leave(session)?;
        let opened = session.opened();
        let brief = Brief::of(session);
        let people: Vec<Voice> = brief.speakers.into_iter().map(|one| Voice { code: one.code, role: one.role }).collect();
        let is_theirs = |one: &&Voice| matches!(one.role, Role::Participant | Role::Seat(_));
        let guide = session.guide();
        Ok(Self {
            session: name.to_owned(),
            id: if opened.id.is_empty() { name.to_owned() } else { opened.id.clone() },
            participant: opened.participant.clone(),
            participants: people.iter().filter(is_theirs).map(|one| one.code.clone()).collect(),
            round: opened.round,
            guide: GuideOf {
                id: guide.id.to_string(),
                version: guide.version.clone(),
                title: guide.title.clone(),
                language: guide.language.clone(),
            },
            held: session.held_on(),
            end: session.timeline().end(),
            by_video: opened.video.is_some(),
            quotes: if session.wants(Wish::NoQuotes) || takes_no_part(session) {
                Agreement::Refused
            } else {
                session.consent_to(Covers::Quotes)
            },
            people,
            sound: sound(session),
            gaps: gaps(session),
            topics: topics(session),
            coverage: coverage(session, named),
            notes: notes(session, named),
            passages: passages(session, transcripts),
            page: page(session, named),
        })
    }
}

impl HandedOver {
    /// The same with these codes as they are spelled there, wherever they stand as somebody's: a folder `p07` is that of P07, and one person is one.
    pub(super) fn spell(&mut self, people: &[String]) {
        let spell = |written: &mut String| {
            if let Some(code) = people.iter().find(|code| code.eq_ignore_ascii_case(written)) {
                written.clone_from(code);
            }
        };
        self.participants.iter_mut().for_each(spell);
        self.people.iter_mut().map(|one| &mut one.code).for_each(spell);
        self.notes.iter_mut().flat_map(|note| &mut note.people).for_each(spell);
        self.passages.iter_mut().map(|said| &mut said.speaker).for_each(spell);
        spell(&mut self.participant);
    }
}

/// What those say who take no part any more, and let stay what there is: it was given, and leaves as it was.
const LEAVES_WHAT_THERE_IS: [Wish; 2] = [Wish::Keep, Wish::Destroy];

fn takes_no_part(session: &Session) -> bool {
    session.consent_to(Covers::TakingPart) == Agreement::Refused
}

fn may_leave(session: &Session) -> Result<(), NothingLeaves> {
    if !session.is_understood() {
        return Err(NothingLeaves::NotUnderstood);
    }
    if session.wants(Wish::DestroyAll) {
        return Err(NothingLeaves::Unwanted);
    }
    if takes_no_part(session) && !LEAVES_WHAT_THERE_IS.into_iter().any(|wish| session.wants(wish)) {
        return Err(NothingLeaves::TakesNoPart);
    }
    match session.phase() {
        Phase::Draft => Err(NothingLeaves::NotBegun),
        Phase::Recording | Phase::OffRecord => Err(NothingLeaves::NotOver),
        Phase::Interrupted => Err(NothingLeaves::CutShort),
        Phase::Ended | Phase::Reviewed => Ok(()),
    }
}

/// Whether they said no to being recorded, then or since.
fn is_recording_refused(session: &Session) -> bool {
    session.consent_to(Covers::Recording) == Agreement::Refused
}

fn sound(session: &Session) -> Result<Vec<Sound>, WithoutSound> {
    let there = |take: &TakeNumber| session.takes().get(take).is_some_and(|facts| facts.destroyed.is_none());
    let of = |span: &Span| match span {
        Span::Recorded { from, take, frames, rate } if frames.0 > 0 && there(take) => {
            let cuts = unshared_in(session, span);
            let facts = session.takes().get(take);
            let channels = facts.map_or(1, |facts| facts.channels.unwrap_or(1).max(1));
            let bytes = frames.0.saturating_mul(2 * u64::from(channels));
            Some(Sound {
                take: *take,
                from: *from,
                to: span.to(),
                frames: *frames,
                rate: *rate,
                bytes,
                sha256: facts.and_then(TakeFacts::digest),
                cuts,
            })
        }
        Span::Recorded { .. } | Span::Unrecorded { .. } => None,
    };
    let all: Vec<Sound> = session.timeline().spans().iter().filter_map(of).collect();
    // Of what is not there nobody has to say why it stays.
    if all.is_empty() {
        return Err(WithoutSound::None);
    }
    if session.wants(Wish::Destroy) || is_recording_refused(session) {
        return Err(WithoutSound::Unwanted);
    }
    if session.has_lost_a_voice() { Err(WithoutSound::LostVoice) } else { Ok(all) }
}

fn gaps(session: &Session) -> Vec<Unheard> {
    let timeline = session.timeline();
    let pauses = timeline.pauses().iter().map(|pause| Unheard { from: pause.at, to: pause.at, why: NoSound::OffRecord });
    let unrecorded = timeline.spans().iter().filter(|span| matches!(span, Span::Unrecorded { .. }));
    let unrecorded = unrecorded.map(|span| Unheard { from: span.from(), to: span.to(), why: NoSound::Unrecorded });
    let silent = session.unshared().into_iter().map(|(from, to)| Unheard { from, to, why: NoSound::Silent });
    let mut all: Vec<Unheard> = pauses.chain(unrecorded).chain(silent).collect();
    all.sort_unstable();
    all
}

fn topics(session: &Session) -> Vec<Asked> {
    let opened = session.coverage().opened();
    let ends = opened.iter().skip(1).map(|(_, at)| *at).chain([session.timeline().end()]);
    let asked = opened.iter().zip(ends).filter(|((_, from), to)| from < to).filter_map(|((id, from), to)| {
        let (topic, question) = session.guide().question(id)?;
        let topic = session.guide().topics.get(topic)?.heading().to_owned();
        Some(Asked { from: *from, to, question: id.clone(), label: question.label().to_owned(), topic })
    });
    asked.collect()
}

fn coverage(session: &Session, named: &[Own]) -> Vec<Covered> {
    let questions = session.guide().topics.iter().flat_map(|topic| &topic.questions);
    let covered = questions.map(|question| {
        let mark = session.coverage().mark(&question.id);
        Covered {
            question: question.id.clone(),
            label: question.label().to_owned(),
            coverage: mark.coverage,
            choice: session.coverage().choice(&question.id).map(str::to_owned),
            reason: mark.reason.filter(|reason| named.contains(&Own::Reason) && !reason.trim().is_empty()),
        }
    });
    covered.collect()
}

fn notes(session: &Session, named: &[Own]) -> Vec<Noted> {
    let leaves = |note: &&Note| {
        let own = Own::of(note.kind).filter(|_| !note.is_moment());
        !note.off_record && !note.has_lost() && own.is_none_or(|own| named.contains(&own))
    };
    // The stamp of somebody's own leaves as what it is: a moment, and nothing that was thought of it.
    let is_bare = |note: &Note| note.is_moment() && Own::of(note.kind).is_some_and(|own| !named.contains(&own));
    let noted = |note: &Note| {
        let ends = note.until.filter(|until| *until > note.position);
        Noted {
            id: note.id,
            kind: note.kind,
            from: note.position,
            to: ends.unwrap_or_else(|| Position::from_millis(note.position.millis().saturating_add(MOMENT))),
            has_end: ends.is_some(),
            question: note.question.clone(),
            text: note.text.clone(),
            tags: note.tags().into_iter().filter(|_| !is_bare(note)).map(str::to_owned).collect(),
            codes: session.listened().codes_of(note.id).iter().filter(|_| !is_bare(note)).cloned().collect(),
            people: note.people().map(|person| person.0.clone()).collect(),
            late: note.late,
        }
    };
    session.notes_by_position().into_iter().filter(leaves).map(noted).collect()
}

fn passages(session: &Session, transcripts: &[Transcript]) -> Vec<Spoken> {
    let said = session.passages(transcripts).map(|passage| Spoken {
        name: passage.name().to_string(),
        from: passage.from,
        to: passage.to.max(Position::from_millis(passage.from.millis().saturating_add(1))),
        speaker: passage.speaker.to_owned(),
        words: passage.words.to_owned(),
        trust: passage.trust,
    });
    // What was said is sound: where they refused to be recorded, its words do not leave either.
    if is_recording_refused(session) { Vec::new() } else { said.collect() }
}

fn page(session: &Session, named: &[Own]) -> Vec<(PageLine, String)> {
    let lines = PageLine::ALL.into_iter().filter(|_| named.contains(&Own::Page));
    lines.filter_map(|line| Some((line, session.evening().page(line)?.to_owned()))).collect()
}
