//! Nothing private reaches the participant.
//!
//! An interview in which everything happens that can happen, with a text of its own in every place that takes text. What it means to
//! be complete is checked, too: every kind of event has happened, and no text in the guide or the journal is without its canary.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::io::Read;

use hearback::document::Format;
use hearback::domain::audio_end::AudioEnd;
use hearback::domain::code::Code;
use hearback::domain::command::Command;
use hearback::domain::command::HeldAs;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::ConsentChange;
use hearback::domain::consent::How;
use hearback::domain::consent::Person;
use hearback::domain::consent::Said;
use hearback::domain::consent::Wish;
use hearback::domain::consent::Withdrawal;
use hearback::domain::coverage::Coverage;
use hearback::domain::coverage::Mark;
use hearback::domain::coverage::OwnProbe;
use hearback::domain::coverage::ProbeUse;
use hearback::domain::destruction::Beyond;
use hearback::domain::destruction::Destruction;
use hearback::domain::destruction::Material;
use hearback::domain::destruction::ThatWas;
use hearback::domain::digest::Digest;
use hearback::domain::distress::DistressChoice;
use hearback::domain::errand::Became;
use hearback::domain::errand::FollowedUp;
use hearback::domain::errand::ReportId;
use hearback::domain::errand::Reported;
use hearback::domain::evening::GuideLookedAt;
use hearback::domain::evening::LooseEnd;
use hearback::domain::evening::PageLine;
use hearback::domain::evening::ReadBack;
use hearback::domain::evening::SaidOfIt;
use hearback::domain::evening::SeenTo;
use hearback::domain::evening::Verdict;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::event::Video;
use hearback::domain::guide::Audience;
use hearback::domain::guide::Change;
use hearback::domain::guide::Choice;
use hearback::domain::guide::ConsentItem;
use hearback::domain::guide::Covers;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Id;
use hearback::domain::guide::Participants;
use hearback::domain::guide::Priority;
use hearback::domain::guide::Probe;
use hearback::domain::guide::Question;
use hearback::domain::guide::Round;
use hearback::domain::guide::Source;
use hearback::domain::guide::Topic;
use hearback::domain::guide::When;
use hearback::domain::guide::Wording;
use hearback::domain::guide::care::Call;
use hearback::domain::guide::care::Distress;
use hearback::domain::guide::care::DistressRecording;
use hearback::domain::guide::care::FollowUp;
use hearback::domain::guide::care::ReportKind;
use hearback::domain::guide::care::Within;
use hearback::domain::incident::EndCause;
use hearback::domain::incident::Incident;
use hearback::domain::letter::LetterSettings;
use hearback::domain::listened::OwnQuestion;
use hearback::domain::listened::Phrasing;
use hearback::domain::member_check::before::BeforeAnswer;
use hearback::domain::member_check::before::BeforeItem;
use hearback::domain::member_check::before::LetterChecked;
use hearback::domain::member_check::reply::Disposed;
use hearback::domain::member_check::reply::Disposition;
use hearback::domain::member_check::reply::Remark;
use hearback::domain::member_check::reply::RemarkId;
use hearback::domain::member_check::reply::RemarkKind;
use hearback::domain::member_check::reply::RepliedBy;
use hearback::domain::member_check::reply::Says;
use hearback::domain::member_check::sent::AsWritten;
use hearback::domain::member_check::sent::LetterSent;
use hearback::domain::member_check::sent::NoReply;
use hearback::domain::member_check::sent::QuotedAs;
use hearback::domain::member_check::sent::Sending;
use hearback::domain::member_check::sent::SentBy;
use hearback::domain::named::Named;
use hearback::domain::names::NameOf;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::note::Revision;
use hearback::domain::outside::CopyKind;
use hearback::domain::outside::SoundCopy;
use hearback::domain::seats::Table;
use hearback::domain::session::Session;
use hearback::domain::shelf::QuoteId;
use hearback::domain::shelf::QuoteRead;
use hearback::domain::shelf::QuoteTranslated;
use hearback::domain::shelf::Shelved;
use hearback::domain::silenced::Cut;
use hearback::domain::silenced::Silence;
use hearback::domain::stands::Stands;
use hearback::domain::statement::Composing;
use hearback::domain::statement::StatementId;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::study::checking::CheckTiming;
use hearback::domain::time::Frames;
use hearback::domain::time::SampleRate;
use hearback::domain::time::Stamp;
use hearback::domain::timeline::TakeNumber;
use hearback::domain::transcript::Imported;
use hearback::domain::transcript::Loudness;
use hearback::domain::transcript::MadeBy;
use hearback::domain::transcript::Original;
use hearback::domain::transcript::PassageHeard;
use hearback::domain::transcript::SpeakersNamed;
use hearback::domain::transcript::TranscriptId;
use hearback::domain::transcript::handed::Handed;
use hearback::domain::transcript::handed::Step;
use hearback::domain::undo::UndoStep;
use hearback::domain::withheld::What;
use hearback::domain::withheld::WithheldId;
use hearback::domain::withheld::WithheldLifted;
use hearback::words::Words;
use jiff::civil::date;

use crate::letter::MORNING;
use crate::letter::Room;
use crate::letter::at;
use crate::letter::letter;

/// Texts that can be told from every other text, and whether a letter may hold them.
#[derive(Default)]
struct Canaries {
    kept: Vec<String>,
    shared: Vec<String>,
}

impl Canaries {
    /// A text that stays with the research team.
    fn kept(&mut self, what: &str) -> String {
        self.kept.push(format!("kept{:03}{what}", self.kept.len()));
        self.kept[self.kept.len() - 1].clone()
    }

    /// A text that the letter is for.
    fn shared(&mut self, what: &str) -> String {
        self.shared.push(format!("shared{:03}{what}", self.shared.len()));
        self.shared[self.shared.len() - 1].clone()
    }

    fn id(&mut self) -> Id {
        Id::new(self.kept("id"))
    }

    fn topic(&mut self, title: String) -> Topic {
        let probe = Probe { id: self.id(), ask: self.kept("probe"), instruct: Some(self.kept("probeinstruct")), ..Probe::default() };
        let question = Question {
            id: self.id(),
            say: Some(self.kept("before")),
            ask: self.kept("question"),
            wording: Wording::AsWritten,
            short: Some(self.kept("short")),
            purpose: Some(self.kept("purpose")),
            instruct: Some(self.kept("instruct")),
            show: Some(self.kept("card")),
            choices: vec![Choice { code: self.kept("code"), say: self.kept("choice") }],
            priority: Priority::Optional(3),
            source: Some(Source { domain: Some(self.kept("domain")), literature: Some(self.kept("literature")) }),
            when: When { attribute: [("arm".to_owned(), vec![self.kept("value")])].into(), ..When::default() },
            probes: vec![probe],
        };
        Topic {
            id: self.id(),
            title: self.kept("screentitle"),
            heading: Some(title),
            minutes: 5,
            say: Some(self.kept("bridge")),
            instruct: Some(self.kept("topicinstruct")),
            show: Some(self.kept("topiccard")),
            when: When::default(),
            questions: vec![question],
        }
    }

    /// A guide with a canary in every text: one topic to be spoken of, one of which nothing can be said, one left alone.
    fn guide(&mut self) -> Guide {
        let distress = Distress {
            recording: DistressRecording::Ask,
            say: Some(self.kept("distresssay")),
            call: vec![Call { who: self.kept("callwho"), number: self.kept("callnumber") }],
            follow_up: vec![FollowUp { what: self.kept("after"), within: Within::A_DAY, ask: Some(self.kept("mayi")) }],
            signs: vec![self.kept("sign")],
            steps: vec![self.kept("step")],
            support: vec![self.kept("support")],
        };
        let change = Change {
            version: self.kept("version"),
            date: self.kept("date"),
            what: self.kept("what"),
            why: Some(self.kept("why")),
            by: Some(self.kept("by")),
            after: Some(self.kept("after")),
            pilot: true,
        };
        let titles = [self.shared("title"), self.kept("withheldtitle"), self.kept("emptytitle")];
        Guide {
            id: self.id(),
            title: self.kept("guidetitle"),
            version: self.kept("version"),
            translation_of: Some(Id::new(self.kept("translation"))),
            language: self.kept("language"),
            audience: Audience::Individual,
            rounds: vec![Round::First],
            minutes: 15,
            aim: Some(self.kept("aim")),
            // What it says is what `settings` says, and its key is one of the journal's closed ones.
            about: None,
            participants: Some(Participants::Patients),
            introduction: self.kept("introduction"),
            consent: [Covers::TakingPart, Covers::Recording]
                .map(|covers| ConsentItem { id: self.id(), covers, say: self.kept("consent"), instruct: Some(self.kept("iteminstruct")) })
                .into(),
            topics: titles.map(|title| self.topic(title)).into(),
            closing: self.kept("closing"),
            distress: Some(distress),
            reports: Vec::new(),
            changes: vec![change],
        }
    }

    /// How an interview with this guide was set up.
    fn opened(&mut self, guide: &Guide) -> Opened {
        Opened {
            at: MORNING,
            id: self.kept("session"),
            participant: self.shared("participant"),
            round: Round::First,
            setting: self.kept("setting"),
            present: self.kept("present"),
            guide: guide.id.clone(),
            guide_version: guide.version.clone(),
            guide_sum: self.kept("guide_sum"),
            reaction_ms: 1500,
            attributes: [("arm".to_owned(), self.kept("attribute"))].into(),
            leads: self.kept("leads"),
            types: self.kept("types"),
            video: Some(Video { beside: self.kept("beside") }),
        }
    }

    /// A letter's settings; all of them are for the participant.
    fn settings(&mut self, language: Words) -> LetterSettings {
        LetterSettings {
            language,
            version: 1,
            study: self.shared("study"),
            contact: vec![self.shared("contact")],
            interviewer: Some(self.shared("interviewer")),
            about: Some(self.shared("about")),
            standing: Participants::Patients,
            called: CheckKind::Check,
            timing: CheckTiming::Summary,
            template: None,
            made_on: date(2026, 12, 1),
            reply_by: date(2026, 12, 22),
            withdraw_until: None,
            support: vec![self.shared("support")],
        }
    }
}

/// An interview in which everything happens that can happen.
fn eventful(canaries: &mut Canaries) -> Room {
    let guide = canaries.guide();
    let opened = canaries.opened(&guide);
    let mut room = Room::open(guide.clone(), opened);
    let take = TakeNumber::FIRST;

    let item = guide.consent[0].id.clone();
    let (letter, taken_by, person) = (Some(canaries.kept("letter")), Some(canaries.kept("taker")), Some(Person(canaries.kept("seat"))));
    let consent = Consent { letter, taken_by, person: person.clone(), ..Consent::new(item.clone(), Answer::Given, How::Written) };
    room.does(Command::AnswerConsent(consent));
    room.does(Command::AnswerConsent(Consent::new(guide.consent[1].id.clone(), Answer::Given, How::Spoken)));
    room.does(Command::Begin(HeldAs::Recorded));
    room.does(Command::StartTake { at: at(0), take, rate: SampleRate::STUDIO, channels: 1, device: canaries.kept("device") });
    room.happens(Event::Checkpoint { take, frames: Frames(48_000) });
    room.happens(Event::Gap { take, at_frame: Frames(48_000), frames: Frames(480), why: Named::Sentence(canaries.kept("gap")) });
    let question = &guide.topics[0].questions[0];
    room.does(Command::OpenQuestion { question: question.id.clone(), at: at(1) });
    let mark = Mark { coverage: Coverage::Skipped, reason: Some(canaries.kept("skipreason")) };
    room.does(Command::MarkCoverage { question: question.id.clone(), mark, at: at(2) });
    room.does(Command::MarkProbe { probe: question.probes[0].id.clone(), used: ProbeUse::Used, at: at(3) });
    let choice = Some(question.choices[0].code.clone());
    room.does(Command::AnswerChoice { question: question.id.clone(), choice, at: at(4) });
    room.does(Command::AskProbe { question: question.id.clone(), own: OwnProbe::Clarifying, at: at(4) });
    room.does(Command::MarkName { named: NameOf::Place, stamp: NoteStamp { raw: at(4), reaction_ms: 1500 } });
    room.does(Command::Distress { at: at(4), choice: DistressChoice::Opened, on: Stamp::new(0, 0) });
    room.does(Command::Distress { at: at(4), choice: DistressChoice::GoOn, on: Stamp::new(0, 0) });
    let kind = ReportKind { is: "harm".into(), what: canaries.kept("told"), to: canaries.kept("whom"), within: Within(2) };
    room.does(Command::MustReport { kind, at: at(4), on: Stamp::new(0, 0) });
    let [on, by, to, words] = ["reportedon", "reportedby", "reportedto", "reportedwords"].map(|name| canaries.kept(name));
    room.does(Command::Report(Reported { report: ReportId(1), on, by, to, words, stands: Stands::Stands }));
    let [on, by, words] = ["calledon", "calledby", "calledwords"].map(|name| canaries.kept(name));
    room.does(Command::FollowUp(FollowedUp { moment: 1, nth: 1, is: Became::Done, on, by, words }));
    write(&mut room, &guide, canaries);

    room.happens(Event::ClockCompared { take, ppb: -12_345 });
    let (rate, channels, sha256) = (Some(SampleRate::STUDIO), Some(1), Some(Digest::new([7; 32])));
    room.happens(Event::TakeClosed { take, frames: Frames(480_000), rate, channels, sha256 });
    let (rate, channels, sha256) = (SampleRate::STUDIO, 1, Digest::new([7; 32]));
    room.happens(Event::TakeMeasured { take, frames: Frames(480_000), rate, channels, sha256 });
    let cuts = vec![Cut { from: Frames(48_000), to: Frames(96_000) }];
    let (ids, frames, was, on) = (vec![WithheldId(1)], Frames(480_000), sha256, canaries.kept("silencedon"));
    let silence = Silence { ids, take, on, cuts, frames, was, sha256: Digest::new([8; 32]) };
    room.happens(Event::SilencingBegun(silence.clone()));
    room.happens(Event::SilencingGivenUp { take });
    room.happens(Event::SilencingBegun(silence.clone()));
    room.happens(Event::Silenced(silence));
    let (on, reason) = (canaries.kept("destroyedon"), canaries.kept("whydestroyed"));
    room.happens(Event::TakeDestroyed { take, on, reason, frames: Frames(480_000), sha256: Some(sha256) });
    let was = ThatWas { file: canaries.kept("gonefile"), bytes: 9, sha256: None };
    let (what, name, on) = (canaries.kept("beyondwhat"), canaries.kept("beyondname"), canaries.kept("beyondon"));
    let beyond = Beyond { what, name, on, ..Beyond::default() };
    let (on, why, receipt) = (canaries.kept("begunon"), canaries.kept("whybegun"), canaries.kept("receipt"));
    // With a material that nothing is kept of here, so that the rest of the letter stands.
    let destruction =
        Destruction { what: Material::Newer, on, why, files: vec![was], beyond: vec![beyond], receipt, ..Destruction::default() };
    room.happens(Event::Destruction(destruction));
    room.happens(Event::Incident { at: at(60), incident: Named::Sentence(canaries.kept("incident")) });
    room.happens(Event::Incident { at: at(60), incident: Incident::Moved { to: Some(canaries.kept("moved")) }.into() });
    room.does(Command::StopAudio { at: at(61), why: AudioEnd::Lost(Named::Sentence(canaries.kept("lost"))) });
    let said = Said::new(canaries.kept("withdrewtold"), canaries.kept("withdrewto"), canaries.kept("withdrewon"));
    room.happens(Event::ConsentWithdrawn(Withdrawal { item: item.clone(), person: person.clone(), at: at(62), wish: Wish::Keep, said }));
    let said = Said::new(canaries.kept("told"), canaries.kept("toldto"), canaries.kept("toldon"));
    room.does(Command::ChangeConsent(ConsentChange { item, person, answer: Answer::Given, said }));
    room.happens(Event::LineLost);
    room.happens(Event::TimePassed { at: at(65) });
    room.happens(Event::Recovered { take: None, frames: Frames(0), missing_ms: 700 });
    room.does(Command::End { at: at(70), why: EndCause::Finished });
    room.note(NoteKind::Memo, canaries.kept("latememo"));
    let transcript = TranscriptId(1);
    room.happens(Event::TranscriptImported(Box::new(Imported {
        transcript,
        file: canaries.kept("transcriptfile"),
        sha256: Digest::new([8; 32]),
        format: canaries.kept("transcriptform"),
        passages: 2,
        suspect: 1,
        covers: vec![(at(0), at(60))],
        original: Original { sha256: Some(Digest::new([9; 32])), bytes: 7, file: Some(canaries.kept("transcriptcopy")) },
        by: MadeBy {
            engine: canaries.kept("engine"),
            model: canaries.kept("model"),
            model_sha256: Some(Digest::new([10; 32])),
            parameters: canaries.kept("parameters"),
            language: canaries.kept("language"),
        },
        verified: canaries.kept("verifiedby"),
        loudness: vec![Loudness { take, floor: 3, speech: 16 }],
    })));
    room.does(Command::NameSpeakers(SpeakersNamed { transcript, speakers: [(1, canaries.kept("speaker"))].into() }));
    room.does(Command::HearPassage(PassageHeard { transcript, passage: 1, stands: Stands::Stands }));
    let (whom, on) = (canaries.kept("transcriber"), canaries.kept("givenon"));
    room.happens(Event::TranscriptHanded(Handed { step: Step::Given, whom, on, share: None, stands: Stands::Stands }));
    let (file, on) = (canaries.kept("clipfile"), canaries.kept("clipon"));
    let sha256 = Some(Digest::new([11; 32]));
    room.happens(Event::SoundCopied(SoundCopy { copy: CopyKind::Clip, from: at(1), to: at(2), file, on, sha256, stands: Stands::Stands }));
    room.does(Command::FinishReview);
    room.does(Command::Reopen);
    letters(&mut room, canaries);
    room
}

/// What else is done with statements, on the first of two notes.
fn compose(room: &mut Room, topic: &Id, notes: [NoteId; 2], canaries: &mut Canaries) {
    let statement = room.statement(topic, canaries.kept("asidestatement"), &[], &[]);
    room.does(Command::Compose(Composing::SetAside { statement, stands: Stands::Stands }));
    room.statement(topic, canaries.kept("barestatement"), &[], &[]);
    let statement = room.statement(topic, canaries.shared("meantstatement"), &[], &[]);
    room.does(Command::Compose(Composing::Mean { statement, stands: Stands::Stands }));
    let statement = room.statement(topic, canaries.kept("restedelsewhere"), &notes, &[]);
    let sources = vec![notes[0]];
    room.does(Command::Compose(Composing::Rest { statement, sources: sources.clone(), quotes: Vec::new() }));
    let (text, rest) = (canaries.kept("splittext"), canaries.shared("splitrestof"));
    let (into, other) = (StatementId(900), StatementId(901));
    room.happens(Event::StatementSplit { statement, text, into, rest });
    let (text, quotes) = (canaries.kept("joinedstatement"), Vec::new());
    room.happens(Event::StatementsJoined { statement, with: into, text, sources: sources.clone(), quotes: quotes.clone() });
    let text = canaries.shared("partedstatement");
    room.happens(Event::StatementsParted { statement, with: into, text, sources, quotes });
    room.happens(Event::StatementMoved { statement: into, topic: topic.clone(), before: Some(other) });
}

/// Notes of every kind and fate, and statements resting on them.
fn write(room: &mut Room, guide: &Guide, canaries: &mut Canaries) {
    let (topic, withheld) = (&guide.topics[0].id, &guide.topics[1].id);
    for kind in NoteKind::ALL {
        // What a note of each kind may become part of. A kind added to the program has to be given its place here.
        match kind {
            NoteKind::Quote => {
                let note = room.note(kind, canaries.shared("quote"));
                room.statement(topic, canaries.shared("statement"), &[note], &[note]);
                room.note(kind, canaries.kept("unusedquote"));
            }
            NoteKind::Paraphrase => {
                let note = room.note(kind, canaries.kept("paraphrase"));
                room.statement(topic, canaries.shared("statement"), &[note], &[note]);
            }
            NoteKind::Observation | NoteKind::FollowUp | NoteKind::Memo => {
                let note = room.note(kind, canaries.kept(kind.word()));
                let (sources, quotes, text) = (vec![note], vec![note], canaries.kept("refused"));
                let refused = Command::WriteStatement { topic: topic.clone(), text: text.clone(), sources, quotes };
                assert!(room.session.decide(refused).is_err());
                // A journal from elsewhere may hold such a statement all the same.
                let (statement, sources, quotes) = (room.session.next_statement(), vec![note], vec![note]);
                room.happens(Event::StatementWritten { statement, topic: withheld.clone(), text, sources, quotes });

                // Said as a quote, used, and only then made private.
                let note = room.note(NoteKind::Quote, canaries.kept("rekinded"));
                room.statement(withheld, canaries.kept("onrekinded"), &[note], &[note]);
                let beside = room.note(NoteKind::Quote, canaries.kept("restsbeside"));
                let (statement, text) = (room.session.next_statement(), canaries.shared("quotesrekinded"));
                let (sources, quotes) = (vec![beside], vec![note]);
                room.happens(Event::StatementWritten { statement, topic: topic.clone(), text, sources, quotes });
                room.rekind(note, kind);
            }
        }
    }
    room.note(NoteKind::Quote, " "); // a moment

    let revised = room.note(NoteKind::Quote, canaries.kept("beforerevision"));
    let now = canaries.shared("revisedquote");
    let elsewhere = guide.topics[1].questions[0].id.clone();
    let into = Revision { kind: NoteKind::Quote, text: now, position: at(20), question: Some(elsewhere) };
    room.does(Command::ReviseNote { note: revised, into });
    let statement = room.statement(topic, canaries.kept("statementbefore"), &[revised], &[]);
    let now = canaries.shared("statementnow");
    room.does(Command::ReviseStatement { statement, text: now, quotes: vec![revised] });

    let struck = room.note(NoteKind::Quote, canaries.kept("struck"));
    room.statement(withheld, canaries.kept("onstruck"), &[struck], &[struck]);
    room.does(Command::StrikeNote { note: struck });
    let restored = room.note(NoteKind::Quote, canaries.shared("restored"));
    room.does(Command::StrikeNote { note: restored });
    room.happens(Event::NoteRestored { note: restored });
    let statement = room.statement(topic, canaries.shared("onrestored"), &[restored], &[restored]);
    room.does(Command::StrikeStatement { statement });
    room.happens(Event::StatementRestored { statement });
    let statement = room.statement(topic, canaries.kept("struckstatement"), &[], &[]);
    room.does(Command::StrikeStatement { statement });
    let statement = room.statement(topic, canaries.kept("undonestatement"), &[], &[]);
    room.does(Command::Undo(UndoStep { of: room.journal.len() as u64, by: Event::StatementStruck { statement } }));

    compose(room, topic, [restored, revised], canaries);

    let people = ["seat", "withdrawnseat"].map(|person| canaries.kept(person));
    let mut table = Table::of(people.clone());
    (table.moderator, table.observers) = (canaries.kept("moderator"), vec![canaries.kept("observer")]);
    room.happens(Event::Seats(table));
    let gone = room.note(NoteKind::Quote, format!("2 {}", canaries.kept("withdrawnquote")));
    room.statement(withheld, canaries.kept("onwithdrawn"), &[gone], &[gone]);
    let item = guide.consent.iter().find(|item| item.covers == Covers::TakingPart).unwrap().id.clone();
    let person = Some(Person(people[1].clone()));
    room.happens(Event::ConsentWithdrawn(Withdrawal { item, person, at: at(22), wish: Wish::Keep, said: Said::default() }));

    let point = room.note(NoteKind::Paraphrase, canaries.kept("point"));
    room.does(Command::GatherPoint { note: point, stands: Stands::Stands });
    room.does(Command::AnswerPoint(ReadBack { note: point, said: Some(SaidOfIt::Corrected), words: Some(revised), at: at(21) }));
    let (code, description, when) = (canaries.kept("code"), canaries.kept("codemeaning"), canaries.kept("codewhen"));
    room.happens(Event::CodeDefined(Code { code: code.clone(), description, when }));
    room.happens(Event::NoteCoded { note: point, code, stands: Stands::Stands });
    room.happens(Event::NotesHeard { notes: vec![point] });
    room.happens(Event::AskedSo(OwnQuestion { at: at(21), is: Phrasing::Leading, stands: Stands::Stands }));
    let (note, into) = (room.note(NoteKind::Quote, canaries.kept("whole")), NoteId(900));
    room.happens(Event::NoteSplit { note, text: canaries.kept("splitfirst"), into, rest: canaries.kept("splitrest") });
    room.happens(Event::NotesJoined { note, with: into, text: canaries.kept("joined") });
    room.happens(Event::NotesParted { note, with: into, text: canaries.kept("parted") });
    let unwanted = room.note(NoteKind::Quote, canaries.kept("unwanted"));
    room.statement(topic, canaries.kept("onunwanted"), &[unwanted], &[unwanted]);
    room.does(Command::Withhold { what: What::Note(unwanted), reason: canaries.kept("withheldreason") });
    let minded = room.note(NoteKind::Quote, canaries.shared("minded"));
    room.statement(topic, canaries.shared("onminded"), &[minded], &[minded]);
    room.does(Command::Withhold { what: What::Note(minded), reason: canaries.kept("mindedreason") });
    let said = Said::new(canaries.kept("liftedtold"), canaries.kept("liftedto"), canaries.kept("liftedon"));
    room.does(Command::LiftWithheld(WithheldLifted { id: WithheldId(2), said }));
    let (end, outcome) = (LooseEnd::NotAsked.into(), canaries.kept("seento"));
    room.does(Command::SeeTo(SeenTo { end, outcome, on: None, stands: Stands::Stands }));
    for about in PageLine::ALL {
        room.does(Command::WritePage { about, text: canaries.kept("ownpage") });
    }
    room.does(Command::LookAtGuide(GuideLookedAt { verdict: Some(Verdict::Change), what: canaries.kept("proposal") }));

    room.does(Command::Pause { at: at(30), reason: Some(canaries.kept("pausereason")) });
    let off = room.note(NoteKind::Quote, canaries.kept("offrecord"));
    let (statement, sources, quotes) = (room.session.next_statement(), vec![off], vec![off]);
    room.happens(Event::StatementWritten { statement, topic: withheld.clone(), text: canaries.kept("onoffrecord"), sources, quotes });
    room.does(Command::Resume { at: at(30) });
}

/// A letter that was written, asked about, sent and answered.
fn letters(room: &mut Room, canaries: &mut Canaries) {
    let quotes = vec![QuotedAs { note: NoteId(1), text: canaries.kept("quotedas") }];
    let statements =
        vec![AsWritten { statement: StatementId(1), text: canaries.kept("aswritten"), quotes, sources: Some(vec![NoteId(1)]) }];
    room.happens(Event::LetterWritten {
        version: 1,
        file: canaries.kept("file"),
        statements,
        reply_by: canaries.kept("replyby"),
        on: canaries.kept("writtenon"),
        called: CheckKind::Check,
    });
    let [on, by, words] = ["checkedon", "checkedby", "checkedwords"].map(|name| canaries.kept(name));
    let (is, answer, stands) = (BeforeItem::Wanted, BeforeAnswer::Yes, Stands::Stands);
    room.happens(Event::LetterChecked(LetterChecked { is, answer, on, by, words, stands }));
    let [on, by] = ["senton", "sentby"].map(|name| canaries.kept(name));
    room.happens(Event::LetterSent(LetterSent { version: 1, is: Sending::Letter, on, way: SentBy::Post, by, stands }));
    let [words, on, by] = ["repliedwords", "repliedon", "repliedby"].map(|name| canaries.kept(name));
    let (remark, statement, says) = (RemarkId(1), Some(StatementId(1)), Some(Says::Partly));
    let (is, how) = (RemarkKind::Answer, RepliedBy::Paper);
    room.happens(Event::ReplyReceived(Remark { remark, version: 1, is, statement, says, quotes: None, words, on, how, by, stands }));
    let [reason, on, by] = ["disposedwhy", "disposedon", "disposedby"].map(|name| canaries.kept(name));
    room.happens(Event::Disposition(Disposition { remark, is: Disposed::Kept, wording: None, reason, on, by, stands }));
    let quote = QuoteId(1);
    room.happens(Event::QuoteShelved(Shelved { quote, note: NoteId(1), words: canaries.kept("shelved"), stands }));
    let [language, words, by] = ["quotelanguage", "quotewords", "quoteby"].map(|name| canaries.kept(name));
    room.happens(Event::QuoteTranslated(QuoteTranslated { quote, language, words, by }));
    let [by, on] = ["quotereader", "quoteday"].map(|name| canaries.kept(name));
    room.happens(Event::QuoteRead(QuoteRead { quote, by, on }));
    let [on, by] = ["noneon", "noneby"].map(|name| canaries.kept(name));
    room.happens(Event::NoReply(NoReply { version: 1, on, by, stands }));
}

/// The place of `event` among all kinds of event; without a wildcard, so that a new kind of event has to join the interview above.
fn place(event: &Event) -> usize {
    match event {
        Event::Opened(_) => 0,
        Event::ConsentAnswered(_) => 1,
        Event::Began { .. } => 2,
        Event::TakeStarted { .. } => 3,
        Event::Checkpoint { .. } => 4,
        Event::Gap { .. } => 5,
        Event::TakeClosed { .. } => 6,
        Event::AudioStopped { .. } => 7,
        Event::Incident { .. } => 8,
        Event::WentOffRecord { .. } => 9,
        Event::WentOnRecord { .. } => 10,
        Event::QuestionOpened { .. } => 11,
        Event::CoverageMarked { .. } => 12,
        Event::ProbeMarked { .. } => 13,
        Event::NoteAdded { .. } => 14,
        Event::NoteRevised { .. } => 15,
        Event::NoteStruck { .. } => 16,
        Event::NoteRestored { .. } => 17,
        Event::Distress { .. } => 18,
        Event::Ended { .. } => 19,
        Event::Reviewed => 20,
        Event::Reopened => 21,
        Event::StatementWritten { .. } => 22,
        Event::StatementRevised { .. } => 23,
        Event::StatementStruck { .. } => 24,
        Event::StatementRestored { .. } => 25,
        Event::LetterWritten { .. } => 26,
        Event::Recovered { .. } => 27,
        Event::Undone { .. } => 28,
        Event::TimePassed { .. } => 29,
        Event::ClockCompared { .. } => 30,
        Event::ConsentWithdrawn(_) => 31,
        Event::ConsentChanged(_) => 32,
        Event::TakeMeasured { .. } => 33,
        Event::TakeDestroyed { .. } => 34,
        Event::LineLost => 35,
        Event::ChoiceAnswered { .. } => 36,
        Event::NameSaid { .. } => 37,
        Event::ProbeAsked { .. } => 38,
        Event::FollowedUp(_) => 45,
        Event::MustBeReported(_) => 46,
        Event::Reported(_) => 47,
        Event::Prepared(_) => 39,
        Event::PointGathered { .. } => 40,
        Event::ReadBack(_) => 41,
        Event::SeenTo(_) => 42,
        Event::FieldMemo { .. } => 43,
        Event::GuideLookedAt(_) => 44,
        Event::Seats(_) => 48,
        Event::Withheld(_) => 49,
        Event::WithheldLifted(_) => 50,
        Event::NotesHeard { .. } => 51,
        Event::CodeDefined(_) => 52,
        Event::NoteCoded { .. } => 53,
        Event::AskedSo(_) => 54,
        Event::NotesJoined { .. } => 55,
        Event::NotesParted { .. } => 56,
        Event::NoteSplit { .. } => 57,
        Event::SilencingBegun(_) => 58,
        Event::Silenced(_) => 59,
        Event::SilencingGivenUp { .. } => 60,
        Event::TranscriptImported(_) => 61,
        Event::SpeakersNamed(_) => 62,
        Event::PassageHeard(_) => 63,
        Event::TranscriptHanded(_) => 64,
        Event::SoundCopied(_) => 65,
        Event::StatementRests { .. } => 66,
        Event::StatementMoved { .. } => 67,
        Event::StatementsJoined { .. } => 68,
        Event::StatementsParted { .. } => 69,
        Event::StatementSplit { .. } => 70,
        Event::StatementSetAside { .. } => 71,
        Event::StatementMeant { .. } => 72,
        Event::LetterChecked(_) => 73,
        Event::LetterSent(_) => 74,
        Event::ReplyReceived(_) => 75,
        Event::Disposition(_) => 76,
        Event::NoReply(_) => 77,
        Event::Destruction(_) => 78,
        Event::QuoteShelved(_) => 79,
        Event::QuoteTranslated(_) => 80,
        Event::QuoteRead(_) => 81,
    }
}

/// Every text in `value`, whatever field it stands in; not the words by which closed enums are written.
fn texts(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    use serde_json::Value;
    const CLOSED: [&str; 33] = [
        "material",
        "participants",
        "way",
        "says",
        "copy",
        "step",
        "model_sha256",
        "does",
        "was",
        "sits",
        "about",
        "said",
        "verdict",
        "kind",
        "own",
        "named",
        "stands",
        "note_kind",
        "round",
        "rounds",
        "audience",
        "covers",
        "answer",
        "how",
        "used",
        "coverage",
        "recording",
        "choice",
        "is",
        "wish",
        "sha256",
        "priority",
        "wording",
    ];
    match value {
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            fields.iter().filter(|(name, _)| !CLOSED.contains(&name.as_str())).for_each(|(_, value)| texts(value, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// All that anyone can find in a letter: its bytes as they lie there and, of a package, what each part says when it is unpacked.
fn seen(format: Format, bytes: &[u8]) -> String {
    let mut seen = String::from_utf8_lossy(bytes).into_owned();
    if format == Format::Docx {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        for at in 0..zip.len() {
            let mut part = String::new();
            zip.by_index(at).expect("a part").read_to_string(&mut part).expect("UTF-8");
            seen.push_str(&part);
        }
    }
    #[cfg(feature = "pdf")]
    if format == Format::Pdf {
        seen.push_str(&crate::support::pdf::everything(bytes));
    }
    seen
}

/// The proof that nothing private reaches the participant. It holds for fields nobody has thought of yet: a text field added to the
/// guide or to an event either has its canary or is found without one.
#[test]
fn nothing_private_reaches_the_participant() {
    let mut canaries = Canaries::default();
    let room = eventful(&mut canaries);

    let places: BTreeSet<usize> = room.journal.iter().map(place).collect();
    assert_eq!(places, (0..=38).chain(40..=81).collect(), "every kind of event has happened");
    let mut found = BTreeSet::new();
    texts(&serde_json::to_value(room.session.guide()).expect("JSON"), &mut found);
    texts(&serde_json::to_value(&room.journal).expect("JSON"), &mut found);
    let minted: BTreeSet<String> = canaries.kept.iter().chain(&canaries.shared).cloned().collect();
    let plain: Vec<&String> = found.difference(&minted).filter(|text| !matches!(text.as_str(), " " | "lost")).collect();
    assert!(plain.is_empty(), "these texts are no canaries: {plain:?}");
    let unused: Vec<&String> = minted.difference(&found).collect();
    assert!(unused.is_empty(), "these canaries are nowhere in the session: {unused:?}");

    let settings = canaries.settings(Words::english());
    let replayed = Session::replay(room.session.guide().clone(), &room.journal).expect("a session");
    for session in [&room.session, &replayed] {
        for (language, format) in Words::built_in().flat_map(|language| Format::ALL.map(|format| (language, format))) {
            let written = seen(format, &letter(session, &LetterSettings { language, ..settings.clone() }, format));
            let leaked: Vec<&String> = canaries.kept.iter().filter(|text| written.contains(text.as_str())).collect();
            assert!(leaked.is_empty(), "{language:?} {format:?} must not hold {leaked:?}");
            let missing: Vec<&String> = canaries.shared.iter().filter(|text| !written.contains(text.as_str())).collect();
            assert!(missing.is_empty(), "{language:?} {format:?} must hold {missing:?}");
        }
    }
}
