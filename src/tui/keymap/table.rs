//! The table: every key that does something, once.

use crate::tui::chord::Chord;
use crate::tui::keymap::action::Action;
use crate::tui::keymap::action::Commands;
use crate::tui::keymap::action::Ends as F;
use crate::tui::keymap::action::Everywhere as E;
use crate::tui::keymap::action::Home as H;
use crate::tui::keymap::action::Interview as I;
use crate::tui::keymap::action::Listen as L;
use crate::tui::keymap::action::Manual as R;
use crate::tui::keymap::action::Setup as S;
use crate::tui::keymap::action::Statements as M;
use crate::tui::keymap::context::Context;
use crate::words::message::Message;
use crate::words::spoken;

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Bind {
    /// The chords, the first shown in the footer.
    pub on: &'static [&'static str],
    /// Where it works.
    pub within: Context,
    /// What it does.
    pub does: Action,
    /// What the languages know its label as, which has at most eleven columns: for the footer and the palette.
    label: &'static str,
    /// What they know its sentence as: for the help.
    help: &'static str,
    /// How far to the left in the footer; 9 is not shown there.
    pub rank: u8,
}

impl Bind {
    /// Its label, in a word or two.
    pub fn label(&self) -> String {
        spoken().say(Message::plain(self.label))
    }

    /// What it does, in one sentence.
    pub fn help(&self) -> String {
        spoken().say(Message::plain(self.help))
    }

    /// Its chords. The tests show that each can be read.
    pub fn chords(&self) -> Vec<Chord> {
        self.on.iter().filter_map(|text| text.parse().ok()).collect()
    }
}

const fn bind(on: &'static [&'static str], within: Context, does: Action, label: &'static str, help: &'static str, rank: u8) -> Bind {
    Bind { on, within, does, label, help, rank }
}

/// The table.
pub const KEYMAP: &[Bind] = {
    use Action as A;
    use Context as C;
    &[
        // What nobody may have to look for stands first in the help.
        bind(&["ctrl-o", "f9"], C::Interview, A::Interview(I::OffRecord), "key-interview-off-record", "key-interview-off-record-help", 4),
        bind(&["ctrl-d", "f8"], C::Interview, A::Interview(I::Distress), "key-interview-distress", "key-interview-distress-help", 9),
        bind(
            &["ctrl-q", "f10"],
            C::Interview,
            A::Interview(I::EndInterview),
            "key-interview-end-interview",
            "key-interview-end-interview-help",
            6,
        ),
        bind(&["enter", "ctrl-j"], C::Interview, A::Interview(I::Save), "key-interview-save", "key-interview-save-help", 1),
        bind(&["space", "f2"], C::Interview, A::Interview(I::Moment), "key-interview-moment", "key-interview-moment-help", 3),
        bind(
            &["down", "ctrl-n"],
            C::Interview,
            A::Interview(I::NextQuestion),
            "key-interview-next-question",
            "key-interview-next-question-help",
            5,
        ),
        bind(
            &["up", "ctrl-p"],
            C::Interview,
            A::Interview(I::PreviousQuestion),
            "key-interview-previous-question",
            "key-interview-previous-question-help",
            9,
        ),
        bind(
            &["pagedown", "ctrl-down"],
            C::Interview,
            A::Interview(I::NextTopic),
            "key-interview-next-topic",
            "key-interview-next-topic-help",
            9,
        ),
        bind(
            &["pageup", "ctrl-up"],
            C::Interview,
            A::Interview(I::PreviousTopic),
            "key-interview-previous-topic",
            "key-interview-previous-topic-help",
            9,
        ),
        bind(
            &["right", "f4"],
            C::Interview,
            A::Interview(I::AskedAndOn),
            "key-interview-asked-and-on",
            "key-interview-asked-and-on-help",
            1,
        ),
        bind(&["left", "f5"], C::Interview, A::Interview(I::States), "key-interview-states", "key-interview-states-help", 2),
        bind(&["alt-v"], C::Interview, A::Interview(I::Volunteered), "key-interview-volunteered", "key-interview-volunteered-help", 9),
        bind(&["alt-p"], C::Interview, A::Interview(I::Partly), "key-interview-partly", "key-interview-partly-help", 9),
        bind(&["ctrl-r"], C::Interview, A::Interview(I::ComeBack), "key-interview-come-back", "key-interview-come-back-help", 9),
        bind(&["ctrl-\\", "alt-s"], C::Interview, A::Interview(I::Skip), "key-interview-skip", "key-interview-skip-help", 9),
        bind(&["ctrl-]"], C::Interview, A::Interview(I::NextKind), "key-interview-next-kind", "key-interview-next-kind-help", 9),
        bind(&["tab"], C::Interview, A::Interview(I::WalkProbes), "key-interview-walk-probes", "key-interview-walk-probes-help", 7),
        bind(&["f6"], C::Interview, A::Interview(I::Probe), "key-interview-probe", "key-interview-probe-help", 9),
        bind(&["ctrl-t"], C::Interview, A::Interview(I::Earlier), "key-interview-earlier", "key-interview-earlier-help", 9),
        bind(
            &["ctrl-b"],
            C::Interview,
            A::Interview(I::MinuteEarlier),
            "key-interview-minute-earlier",
            "key-interview-minute-earlier-help",
            9,
        ),
        bind(&["backtab", "f11"], C::Interview, A::Interview(I::LookBack), "key-interview-look-back", "key-interview-look-back-help", 9),
        bind(&["ctrl-g", "f7"], C::Interview, A::Interview(I::Marks), "key-interview-marks", "key-interview-marks-help", 9),
        bind(&["ctrl-e"], C::Interview, A::Interview(I::LastNote), "key-interview-last-note", "key-interview-last-note-help", 9),
        bind(&["ctrl-k"], C::Interview, A::Interview(I::CoverNotes), "key-interview-cover-notes", "key-interview-cover-notes-help", 9),
        bind(&["ctrl-f", "f3"], C::Interview, A::Interview(I::Guide), "key-interview-guide", "key-interview-guide-help", 9),
        bind(&["ctrl-x"], C::Interview, A::Interview(I::OpenLine), "key-interview-open-line", "key-interview-open-line-help", 9),
        bind(
            &["alt-i"],
            C::Interview,
            A::Interview(I::SomeoneCameIn),
            "key-interview-someone-came-in",
            "key-interview-someone-came-in-help",
            9,
        ),
        bind(&["ctrl-w"], C::Interview, A::Interview(I::Withdraw), "key-interview-withdraw", "key-interview-withdraw-help", 9),
        bind(&["ctrl-z", "ctrl-u"], C::Interview, A::Interview(I::Undo), "key-interview-undo", "key-interview-undo-help", 9),
        bind(&["ctrl-y"], C::Interview, A::Interview(I::Redo), "key-interview-redo", "key-interview-redo-help", 9),
        bind(&["esc"], C::Interview, A::Interview(I::PutAside), "key-interview-put-aside", "key-interview-put-aside-help", 9),
        bind(&["ctrl-s"], C::Interview, A::Interview(I::ShowRest), "key-interview-show-rest", "key-interview-show-rest-help", 9),
        bind(&["alt-o"], C::Interview, A::Interview(I::Points), "key-interview-points", "key-interview-points-help", 9),
        bind(&["alt-g"], C::Interview, A::Interview(I::Seats), "key-interview-seats", "key-interview-seats-help", 9),
        bind(&["alt-l"], C::Interview, A::Interview(I::LastTime), "key-interview-last-time", "key-interview-last-time-help", 9),
        bind(&["alt-r"], C::Interview, A::Interview(I::Ring), "key-interview-ring", "key-interview-ring-help", 9),
        bind(&["alt-n"], C::Interview, A::Interview(I::NotesOnly), "key-interview-notes-only", "key-interview-notes-only-help", 9),
        bind(
            &["alt-m"],
            C::Interview,
            A::Interview(I::TryMicrophone),
            "key-interview-try-microphone",
            "key-interview-try-microphone-help",
            9,
        ),
        bind(&["alt-t"], C::Interview, A::Interview(I::MustReport), "key-interview-must-report", "key-interview-must-report-help", 9),
        bind(&["tab"], C::Writing, A::Interview(I::KindOfNote), "key-writing-kind-of-note", "key-writing-kind-of-note-help", 2),
        bind(&["right"], C::Probe, A::Interview(I::UseProbe), "key-probe-use-probe", "key-probe-use-probe-help", 1),
        bind(
            &["down", "ctrl-n", "pagedown", "ctrl-down"],
            C::Protocol,
            A::Interview(I::NextStep),
            "key-protocol-next-step",
            "key-protocol-next-step-help",
            2,
        ),
        bind(
            &["up", "ctrl-p", "pageup", "ctrl-up"],
            C::Protocol,
            A::Interview(I::PreviousStep),
            "key-protocol-previous-step",
            "key-protocol-previous-step-help",
            9,
        ),
        bind(&["1"], C::Protocol, A::Interview(I::TheyGoOn), "key-protocol-they-go-on", "key-protocol-they-go-on-help", 9),
        bind(&["2"], C::Protocol, A::Interview(I::TheyLeaveIt), "key-protocol-they-leave-it", "key-protocol-they-leave-it-help", 9),
        bind(
            &["3"],
            C::Protocol,
            A::Interview(I::TheyTakeABreak),
            "key-protocol-they-take-a-break",
            "key-protocol-they-take-a-break-help",
            9,
        ),
        bind(&["4"], C::Protocol, A::Interview(I::TheyStop), "key-protocol-they-stop", "key-protocol-they-stop-help", 9),
        bind(&["5"], C::Protocol, A::Interview(I::ToldToReport), "key-protocol-told-to-report", "key-protocol-told-to-report-help", 9),
        bind(&["1"], C::Withdrawal, A::Interview(I::WantItKept), "key-withdrawal-want-it-kept", "key-withdrawal-want-it-kept-help", 9),
        bind(
            &["2"],
            C::Withdrawal,
            A::Interview(I::WantItDestroyed),
            "key-withdrawal-want-it-destroyed",
            "key-withdrawal-want-it-destroyed-help",
            9,
        ),
        bind(
            &["3"],
            C::Withdrawal,
            A::Interview(I::WantNotesOnly),
            "key-withdrawal-want-notes-only",
            "key-withdrawal-want-notes-only-help",
            9,
        ),
        bind(&["esc"], C::Withdrawal, A::Interview(I::WantNothing), "key-withdrawal-want-nothing", "key-withdrawal-want-nothing-help", 9),
        bind(&["left", "alt-a"], C::Closed, A::Interview(I::Answer), "key-closed-answer", "key-closed-answer-help", 3),
        bind(
            &["enter", "right", "ctrl-j"],
            C::Answers,
            A::Interview(I::TakeAnswer),
            "key-answers-take-answer",
            "key-answers-take-answer-help",
            1,
        ),
        bind(
            &["down", "ctrl-n", "pagedown", "ctrl-down"],
            C::Answers,
            A::Interview(I::NextAnswer),
            "key-answers-next-answer",
            "key-answers-next-answer-help",
            2,
        ),
        bind(
            &["up", "ctrl-p", "pageup", "ctrl-up"],
            C::Answers,
            A::Interview(I::PreviousAnswer),
            "key-answers-previous-answer",
            "key-answers-previous-answer-help",
            9,
        ),
        bind(&["esc"], C::Answers, A::Interview(I::NoAnswer), "key-answers-no-answer", "key-answers-no-answer-help", 4),
        bind(&["1"], C::States, A::Interview(I::StateAsked), "key-states-state-asked", "key-states-state-asked-help", 9),
        bind(&["2"], C::States, A::Interview(I::StateVolunteered), "key-states-state-volunteered", "key-states-state-volunteered-help", 9),
        bind(&["3"], C::States, A::Interview(I::StatePartly), "key-states-state-partly", "key-states-state-partly-help", 9),
        bind(&["4"], C::States, A::Interview(I::StateComeBack), "key-states-state-come-back", "key-states-state-come-back-help", 9),
        bind(&["5"], C::States, A::Interview(I::StateSkipped), "key-states-state-skipped", "key-states-state-skipped-help", 9),
        bind(&["0"], C::States, A::Interview(I::StateNotYet), "key-states-state-not-yet", "key-states-state-not-yet-help", 9),
        bind(&["esc", "left"], C::States, A::Interview(I::NoState), "key-states-no-state", "key-states-no-state-help", 1),
        bind(&["1"], C::Marks, A::Interview(I::NameOfPerson), "key-marks-name-of-person", "key-marks-name-of-person-help", 9),
        bind(&["2"], C::Marks, A::Interview(I::NameOfPlace), "key-marks-name-of-place", "key-marks-name-of-place-help", 9),
        bind(&["3"], C::Marks, A::Interview(I::NameOfOther), "key-marks-name-of-other", "key-marks-name-of-other-help", 9),
        bind(&["4"], C::Marks, A::Interview(I::Improvised), "key-marks-improvised", "key-marks-improvised-help", 9),
        bind(&["5"], C::Marks, A::Interview(I::Clarifying), "key-marks-clarifying", "key-marks-clarifying-help", 9),
        bind(&["6"], C::Marks, A::Interview(I::GatherPoint), "key-marks-gather-point", "key-marks-gather-point-help", 9),
        bind(&["esc"], C::Marks, A::Interview(I::NoMark), "key-marks-no-mark", "key-marks-no-mark-help", 1),
        bind(&["esc"], C::Reports, A::Interview(I::NoReport), "key-reports-no-report", "key-reports-no-report-help", 1),
        bind(&["enter"], C::LookBack, A::Interview(I::TakeUpNote), "key-look-back-take-up-note", "key-look-back-take-up-note-help", 1),
        bind(
            &["down", "ctrl-n", "pagedown", "ctrl-down"],
            C::LookBack,
            A::Interview(I::OlderNote),
            "key-look-back-older-note",
            "key-look-back-older-note-help",
            2,
        ),
        bind(
            &["up", "ctrl-p", "pageup", "ctrl-up"],
            C::LookBack,
            A::Interview(I::NewerNote),
            "key-look-back-newer-note",
            "key-look-back-newer-note-help",
            2,
        ),
        bind(&["esc"], C::LookBack, A::Interview(I::NoLookBack), "key-look-back-no-look-back", "key-look-back-no-look-back-help", 3),
        bind(&["1"], C::Points, A::Interview(I::PointRight), "key-points-point-right", "key-points-point-right-help", 1),
        bind(&["2"], C::Points, A::Interview(I::PointCorrected), "key-points-point-corrected", "key-points-point-corrected-help", 1),
        bind(&["3"], C::Points, A::Interview(I::PointAdded), "key-points-point-added", "key-points-point-added-help", 1),
        bind(
            &["down", "ctrl-n", "pagedown", "ctrl-down"],
            C::Points,
            A::Interview(I::NextPoint),
            "key-points-next-point",
            "key-points-next-point-help",
            2,
        ),
        bind(
            &["up", "ctrl-p", "pageup", "ctrl-up"],
            C::Points,
            A::Interview(I::PreviousPoint),
            "key-points-previous-point",
            "key-points-previous-point-help",
            9,
        ),
        bind(&["esc"], C::Points, A::Interview(I::NoPoints), "key-points-no-points", "key-points-no-points-help", 3),
        bind(&["enter", "ctrl-j"], C::Home, A::Home(H::Open), "key-home-open", "key-home-open-help", 1),
        bind(&["n", "f2"], C::Home, A::Home(H::New), "key-home-new", "key-home-new-help", 2),
        bind(&["l", "f3"], C::Home, A::Home(H::Listen), "key-home-listen", "key-home-listen-help", 3),
        bind(&["m", "f4"], C::Home, A::Home(H::Statements), "key-home-statements", "key-home-statements-help", 4),
        bind(&["e", "f6"], C::Home, A::Home(H::Ends), "key-home-ends", "key-home-ends-help", 5),
        bind(&["q", "esc", "alt-b"], C::Home, A::Home(H::Quit), "key-home-quit", "key-home-quit-help", 6),
        bind(&["down", "ctrl-n"], C::Home, A::Home(H::Down), "key-home-down", "key-home-down-help", 9),
        bind(&["up", "ctrl-p"], C::Home, A::Home(H::Up), "key-home-up", "key-home-up-help", 9),
        bind(&["enter"], C::Setup, A::Setup(S::NextField), "key-setup-next-field", "key-setup-next-field-help", 1),
        bind(&["up", "backtab"], C::Setup, A::Setup(S::Up), "key-setup-up", "key-setup-up-help", 4),
        bind(&["down", "tab"], C::Setup, A::Setup(S::Down), "key-setup-down", "key-setup-down-help", 4),
        bind(&["left"], C::Setup, A::Setup(S::Left), "key-setup-left", "key-setup-left-help", 2),
        bind(&["right"], C::Setup, A::Setup(S::Right), "key-setup-right", "key-setup-right-help", 2),
        bind(&["f10"], C::Setup, A::Setup(S::Begin), "key-setup-begin", "key-setup-begin-help", 3),
        bind(&["f5", "alt-c"], C::Setup, A::Setup(S::RoomCheck), "key-setup-room-check", "key-setup-room-check-help", 9),
        bind(&["y", "j"], C::Consent, A::Setup(S::Yes), "key-consent-yes", "key-consent-yes-help", 9),
        bind(&["n"], C::Consent, A::Setup(S::No), "key-consent-no", "key-consent-no-help", 9),
        bind(&["a"], C::Choice, A::Setup(S::AllYes), "key-choice-all-yes", "key-choice-all-yes-help", 9),
        bind(&["w"], C::Choice, A::Setup(S::How), "key-choice-how", "key-choice-how-help", 9),
        bind(&["space", "ctrl-k"], C::Listen, A::Listen(L::PlayOrPause), "key-listen-play-or-pause", "key-listen-play-or-pause-help", 1),
        bind(&["down", "ctrl-n"], C::Listen, A::Listen(L::Down), "key-listen-down", "key-listen-down-help", 2),
        bind(&["up", "ctrl-p"], C::Listen, A::Listen(L::Up), "key-listen-up", "key-listen-up-help", 9),
        bind(&["left", "ctrl-b"], C::Listen, A::Listen(L::Back5), "key-listen-back5", "key-listen-back5-help", 3),
        bind(&["right", "ctrl-f"], C::Listen, A::Listen(L::Forward5), "key-listen-forward5", "key-listen-forward5-help", 4),
        bind(&["enter", "ctrl-j"], C::Listen, A::Listen(L::Edit), "key-listen-edit", "key-listen-edit-help", 5),
        bind(&["n", "insert"], C::Listen, A::Listen(L::NewNote), "key-listen-new-note", "key-listen-new-note-help", 6),
        bind(&["tab", "ctrl-t"], C::Listen, A::Listen(L::NextKind), "key-listen-next-kind", "key-listen-next-kind-help", 7),
        bind(&["[", "alt-left"], C::Listen, A::Listen(L::Earlier), "key-listen-earlier", "key-listen-earlier-help", 9),
        bind(&["]", "alt-right"], C::Listen, A::Listen(L::Later), "key-listen-later", "key-listen-later-help", 9),
        bind(&["g", "f3"], C::Listen, A::Listen(L::Guide), "key-listen-guide", "key-listen-guide-help", 9),
        bind(&["delete", "ctrl-d"], C::Listen, A::Listen(L::Strike), "key-listen-strike", "key-listen-strike-help", 9),
        bind(&["ctrl-z", "u"], C::Listen, A::Listen(L::Undo), "key-listen-undo", "key-listen-undo-help", 9),
        bind(&["ctrl-y"], C::Listen, A::Listen(L::Redo), "key-listen-redo", "key-listen-redo-help", 9),
        bind(&["m", "f4"], C::Listen, A::Listen(L::Statements), "key-listen-statements", "key-listen-statements-help", 8),
        bind(&["f7", "ctrl-r"], C::Listen, A::Listen(L::FinishReview), "key-listen-finish-review", "key-listen-finish-review-help", 9),
        bind(&["f6", "ctrl-o"], C::Listen, A::Listen(L::Reopen), "key-listen-reopen", "key-listen-reopen-help", 9),
        bind(&["enter"], C::Editing, A::Listen(L::Keep), "key-editing-keep", "key-editing-keep-help", 9),
        bind(&["tab"], C::Editing, A::Listen(L::NextKindOfEdit), "key-editing-next-kind-of-edit", "key-editing-next-kind-of-edit-help", 9),
        bind(&["esc"], C::Editing, A::Listen(L::PutAside), "key-editing-put-aside", "key-editing-put-aside-help", 9),
        bind(&["enter", "ctrl-j"], C::Statements, A::Statements(M::Edit), "key-statements-edit", "key-statements-edit-help", 1),
        bind(&["down", "ctrl-n"], C::Statements, A::Statements(M::Down), "key-statements-down", "key-statements-down-help", 9),
        bind(&["up", "ctrl-p"], C::Statements, A::Statements(M::Up), "key-statements-up", "key-statements-up-help", 9),
        bind(
            &["space", "ctrl-k"],
            C::Statements,
            A::Statements(M::PlayOrPause),
            "key-statements-play-or-pause",
            "key-statements-play-or-pause-help",
            2,
        ),
        bind(&["tab", "ctrl-t"], C::Statements, A::Statements(M::Quote), "key-statements-quote", "key-statements-quote-help", 3),
        bind(&["g", "insert"], C::Statements, A::Statements(M::Gather), "key-statements-gather", "key-statements-gather-help", 2),
        bind(&["delete", "ctrl-d"], C::Statements, A::Statements(M::Strike), "key-statements-strike", "key-statements-strike-help", 4),
        bind(&["ctrl-z", "u"], C::Statements, A::Statements(M::Undo), "key-statements-undo", "key-statements-undo-help", 9),
        bind(&["ctrl-y"], C::Statements, A::Statements(M::Redo), "key-statements-redo", "key-statements-redo-help", 9),
        bind(
            &["w", "f2"],
            C::Statements,
            A::Statements(M::WriteLetter),
            "key-statements-write-letter",
            "key-statements-write-letter-help",
            5,
        ),
        bind(&["l", "f3"], C::Statements, A::Statements(M::Listen), "key-statements-listen", "key-statements-listen-help", 6),
        bind(&["enter"], C::Stating, A::Statements(M::Keep), "key-stating-keep", "key-stating-keep-help", 9),
        bind(&["esc"], C::Stating, A::Statements(M::PutAside), "key-stating-put-aside", "key-stating-put-aside-help", 9),
        bind(&["enter", "ctrl-j"], C::Ends, A::Ends(F::Open), "key-ends-open", "key-ends-open-help", 1),
        bind(&["space", "ctrl-k"], C::Ends, A::Ends(F::Done), "key-ends-done", "key-ends-done-help", 2),
        bind(&["l", "f3"], C::Ends, A::Ends(F::Listen), "key-ends-listen", "key-ends-listen-help", 3),
        bind(&["m", "f4"], C::Ends, A::Ends(F::Statements), "key-ends-statements", "key-ends-statements-help", 5),
        bind(&["down", "ctrl-n"], C::Ends, A::Ends(F::Down), "key-ends-down", "key-ends-down-help", 9),
        bind(&["up", "ctrl-p"], C::Ends, A::Ends(F::Up), "key-ends-up", "key-ends-up-help", 9),
        bind(&["ctrl-z", "u"], C::Ends, A::Ends(F::Undo), "key-ends-undo", "key-ends-undo-help", 9),
        bind(&["ctrl-y"], C::Ends, A::Ends(F::Redo), "key-ends-redo", "key-ends-redo-help", 9),
        bind(&["enter"], C::EndLine, A::Ends(F::Keep), "key-end-line-keep", "key-end-line-keep-help", 1),
        bind(&["esc"], C::EndLine, A::Ends(F::PutAside), "key-end-line-put-aside", "key-end-line-put-aside-help", 2),
        bind(&["esc", "f1"], C::Commands, A::Commands(Commands::Close), "key-commands-close", "key-commands-close-help", 2),
        bind(&["down"], C::Commands, A::Commands(Commands::Down), "key-commands-down", "key-commands-down-help", 4),
        bind(&["up"], C::Commands, A::Commands(Commands::Up), "key-commands-up", "key-commands-up-help", 4),
        bind(
            &["pagedown", "ctrl-down"],
            C::Commands,
            A::Commands(Commands::PageDown),
            "key-commands-page-down",
            "key-commands-page-down-help",
            9,
        ),
        bind(&["pageup", "ctrl-up"], C::Commands, A::Commands(Commands::PageUp), "key-commands-page-up", "key-commands-page-up-help", 9),
        bind(&["enter"], C::Commands, A::Commands(Commands::Choose), "key-commands-choose", "key-commands-choose-help", 1),
        bind(&["backspace"], C::Commands, A::Commands(Commands::Erase), "key-commands-erase", "key-commands-erase-help", 9),
        bind(&["tab"], C::Commands, A::Commands(Commands::Further), "key-commands-further", "key-commands-further-help", 3),
        bind(
            &["ctrl-g", "backtab"],
            C::Commands,
            A::Commands(Commands::NoteThere),
            "key-commands-note-there",
            "key-commands-note-there-help",
            3,
        ),
        bind(&["enter", "ctrl-j"], C::Manual, A::Manual(R::Read), "key-manual-read", "key-manual-read-help", 1),
        bind(&["esc"], C::Manual, A::Manual(R::Back), "key-manual-back", "key-manual-back-help", 2),
        bind(&["up", "ctrl-p"], C::Manual, A::Manual(R::Up), "key-manual-up", "key-manual-up-help", 4),
        bind(&["down", "ctrl-n"], C::Manual, A::Manual(R::Down), "key-manual-down", "key-manual-down-help", 4),
        bind(&["pageup", "ctrl-up"], C::Manual, A::Manual(R::PageUp), "key-manual-page-up", "key-manual-page-up-help", 5),
        bind(&["pagedown", "ctrl-down"], C::Manual, A::Manual(R::PageDown), "key-manual-page-down", "key-manual-page-down-help", 5),
        bind(&["home", "ctrl-home"], C::Manual, A::Manual(R::Beginning), "key-manual-beginning", "key-manual-beginning-help", 7),
        bind(&["end", "ctrl-end"], C::Manual, A::Manual(R::End), "key-manual-end", "key-manual-end-help", 7),
        bind(&["backspace"], C::Manual, A::Manual(R::Erase), "key-manual-erase", "key-manual-erase-help", 9),
        bind(&["f1"], C::Manual, A::Manual(R::Close), "key-manual-close", "key-manual-close-help", 6),
        bind(&["f1", "alt-h"], C::Anywhere, A::Everywhere(E::Help), "key-anywhere-help", "key-anywhere-help-help", 9),
        bind(&["/", "ctrl-l"], C::Anywhere, A::Everywhere(E::Palette), "key-anywhere-palette", "key-anywhere-palette-help", 7),
        bind(&["alt-w"], C::Anywhere, A::Everywhere(E::Where), "key-anywhere-where", "key-anywhere-where-help", 9),
        bind(&["f12", "alt-d"], C::Anywhere, A::Everywhere(E::Theme), "key-anywhere-theme", "key-anywhere-theme-help", 9),
        bind(&["esc", "alt-b"], C::Anywhere, A::Everywhere(E::Leave), "key-anywhere-leave", "key-anywhere-leave-help", 8),
        bind(&["ctrl-c"], C::Anywhere, A::Everywhere(E::Quit), "key-anywhere-quit", "key-anywhere-quit-help", 9),
    ]
};
