//! Where keys work: a screen, and what one is doing there. A key is looked up in what is innermost first: the line that is being written,
//! the card that is laid over, then the screen, then what is the same everywhere. All that there is to say of a context stands in its row
//! of the table at the end; what the table forgets to say does not compile.

use crate::tui::keymap::action::Action as A;
use crate::tui::keymap::action::Action;
use crate::tui::keymap::action::Everywhere as E;
use crate::tui::keymap::action::Home as H;
use crate::tui::keymap::action::Interview as I;
use crate::tui::keymap::action::Listen as L;
use crate::tui::keymap::action::Statements as M;
use crate::words::say;

/// What there is to say of a context.
struct Facts {
    name: &'static str,
    below: Below,
    letters: Letters,
    lets: Lets,
}

/// What may lie below a context: where a key is looked up that means nothing in it, before it is looked up in what works everywhere.
enum Below {
    /// These, the innermost first; none below a screen.
    These(&'static [Context]),
    /// Every screen and what one does there. A line that was being written there waits.
    AllButLines,
}

/// What becomes of a letter that means nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// It goes into the line that is being written: what edits that comes before whatever is further out.
    Written,
    /// Nothing now; but a line is written here at other moments, and hands are used to that.
    AtTimes,
    /// Nothing.
    Free,
}

/// What is done from a context of what was found further out.
enum Lets {
    /// All of it.
    All,
    /// These and no more.
    Only(&'static [Action]),
    /// The same, and the sound is in hand.
    Sound(&'static [Action]),
}

impl Context {
    /// Its heading.
    pub(crate) fn title(self) -> String {
        say!("context-title", context = self.name())
    }

    /// Its name, as `keys.toml` writes it.
    pub(crate) const fn name(self) -> &'static str {
        self.facts().name
    }

    /// Whether it may lie over `outer`: whether a key that means nothing here is looked up there.
    pub fn lies_over(self, outer: Self) -> bool {
        match (outer, self.facts().below) {
            (Self::Anywhere, _) => self != Self::Anywhere,
            (_, Below::These(below)) => below.contains(&outer),
            (_, Below::AllButLines) => self != outer && !outer.is_a_line(),
        }
    }

    /// Whether it is `screen`, or something that one does there.
    pub(crate) fn is_on(self, screen: Self) -> bool {
        self == screen || matches!(self.facts().below, Below::These(below) if below.contains(&screen))
    }

    /// Whether a line of text is being written: what edits it comes before whatever is further out.
    pub(crate) fn is_a_line(self) -> bool {
        self.facts().letters == Letters::Written
    }

    /// Whether a line of text is being written, or is so at other moments.
    pub(crate) fn is_near_a_line(self) -> bool {
        self.facts().letters != Letters::Free
    }

    /// Whether not everything that was found further out is done from here.
    pub(crate) fn is_left_for_little(self) -> bool {
        !matches!(self.facts().lets, Lets::All)
    }

    /// Whether `action`, found further out, is done from here.
    pub(crate) fn lets_through(self, action: Action) -> bool {
        match self.facts().lets {
            Lets::All => true,
            Lets::Only(actions) => actions.contains(&action),
            Lets::Sound(actions) => matches!(action, A::Playing(_)) || actions.contains(&action),
        }
    }
}

/// Makes the contexts of the table.
macro_rules! contexts {
    ($($(#[$what:meta])* $context:ident($name:literal, $below:expr, $letters:expr, $lets:expr $(,)?);)*) => {
        /// Where keys work.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Context {
            $($(#[$what])* $context,)*
        }

        impl Context {
            /// Every context, in the order of an interview's life.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$context),*];

            const fn facts(self) -> Facts {
                match self {
                    $(Self::$context => Facts { name: $name, below: $below, letters: $letters, lets: $lets },)*
                }
            }
        }
    };
}

use Below::AllButLines;
use Below::These;
use Context as C;
use Letters::AtTimes;
use Letters::Free;
use Letters::Written;

/// Somebody is being asked what they want: off the record works as ever, and so does what ends it all.
const WHILE_THEY_ARE_ASKED: &[Action] = &[
    A::Interview(I::Withdraw),
    A::Interview(I::OffRecord),
    A::Interview(I::EndInterview),
    A::Everywhere(E::Where),
    A::Everywhere(E::Theme),
    A::Everywhere(E::Quit),
];

/// Words that are being written are not left for anything but the way out, which keeps them; where one is may always be asked, and which keys
/// there are: that lies over the words, and they wait.
const WHILE_ONE_WRITES: &[Action] = &[A::Everywhere(E::Help), A::Everywhere(E::Where), A::Everywhere(E::Quit)];

/// The same; and the sound one writes from is in hand.
const WHILE_ONE_LISTENS: &[Action] = &[
    A::Listen(L::PlayOrPause),
    A::Listen(L::Back5),
    A::Listen(L::Forward5),
    A::Listen(L::Loop),
    A::Everywhere(E::Help),
    A::Everywhere(E::Where),
    A::Everywhere(E::Quit),
];

/// Notes are chosen for one statement: others are left alone meanwhile, and each note can be heard.
const WHILE_ONE_CHOOSES: &[Action] = &[
    A::Statements(M::Down),
    A::Statements(M::Up),
    A::Statements(M::PlayOrPause),
    A::Statements(M::Gather),
    A::Statements(M::LetterDown),
    A::Statements(M::LetterUp),
    A::Statements(M::Undo),
    A::Statements(M::Redo),
    A::Everywhere(E::Help),
    A::Everywhere(E::Palette),
    A::Everywhere(E::Where),
    A::Everywhere(E::Theme),
    A::Everywhere(E::Quit),
];

/// What is looked at changes nothing; what plays is in hand.
const WHILE_ONE_LOOKS: &[Action] = &[A::Everywhere(E::Help), A::Everywhere(E::Where), A::Everywhere(E::Theme), A::Everywhere(E::Quit)];

// Name, what may lie below, what becomes of letters, what is done from here of what was found further out.
contexts! {
    /// In the interview.
    Interview("interview", These(&[]), AtTimes, Lets::All);

    /// While something stands on the line.
    Writing("writing", These(&[C::Protocol, C::LookBack, C::Points, C::Closed, C::Interview]), Written, Lets::All);

    /// While the distress protocol lies over the guide.
    Protocol("protocol", These(&[C::Interview]), AtTimes, Lets::All);

    /// While it is asked what they do not want to be used.
    LeaveOut(
        "leave-out", These(&[C::Interview]), AtTimes,
        Lets::Only(WHILE_THEY_ARE_ASKED),
    );

    /// While it is asked what they want who take consent back.
    Withdrawal(
        "withdrawal", These(&[C::Interview]), AtTimes,
        Lets::Only(WHILE_THEY_ARE_ASKED),
    );

    /// At a closed question, while nothing lies over it.
    Closed("closed", These(&[C::Interview]), AtTimes, Lets::All);

    /// While a probe is chosen.
    Probe("probe", These(&[C::Closed, C::Interview]), AtTimes, Lets::All);

    /// While one of the coded answers to a question is chosen.
    Answers("answers", These(&[C::Interview]), AtTimes, Lets::All);

    /// While it is said what became of a question.
    States("states", These(&[C::Interview]), AtTimes, Lets::All);

    /// While it is marked what was said or asked.
    Marks("marks", These(&[C::Interview]), AtTimes, Lets::All);

    /// While it is marked what was told and must be reported.
    Reports("reports", These(&[C::Interview]), AtTimes, Lets::All);

    /// While one looks back at the notes.
    LookBack("look-back", These(&[C::Interview]), AtTimes, Lets::All);

    /// While points are read back.
    Points("points", These(&[C::Interview]), AtTimes, Lets::All);

    /// While the seats of a group lie there.
    Seats("seats", These(&[C::Interview]), AtTimes, Lets::All);

    /// On the list of sessions.
    Home("home", These(&[]), Free, Lets::All);

    /// On the list while what is said of an interview that was just held covers it.
    Covered(
        "covered", These(&[C::Home]), Free,
        // Those that lead from the list to the next piece of work, so that the next interview of the day takes no key more.
        Lets::Only(&[A::Home(H::New), A::Home(H::Listen), A::Home(H::Statements), A::Home(H::Ends), A::Everywhere(E::Where), A::Everywhere(E::Quit)]),
    );

    /// In the form.
    Setup("setup", These(&[]), AtTimes, Lets::All);

    /// On a field of the form that is a text.
    Text("text", These(&[C::Setup]), Written, Lets::All);

    /// On a field of the form that is none.
    Choice("choice", These(&[C::Setup]), AtTimes, Lets::All);

    /// On a consent item.
    Consent("consent", These(&[C::Choice, C::Setup]), AtTimes, Lets::All);

    /// While listening back.
    Listen("listen", These(&[C::Playing]), Free, Lets::All);

    /// While a note is edited there.
    Editing(
        "editing", These(&[C::Listen, C::Playing]), Written,
        Lets::Sound(WHILE_ONE_LISTENS),
    );

    /// While codes are put on a note.
    Coding(
        "codes", These(&[C::Listen, C::Playing]), Written,
        Lets::Sound(WHILE_ONE_LISTENS),
    );

    /// While it is written what of a note is a quote for a paper.
    Shelving(
        "shelf", These(&[C::Listen, C::Playing]), Written,
        Lets::Sound(WHILE_ONE_LISTENS),
    );

    /// While one says how one had asked.
    AskedSo("own-questions", These(&[C::Listen, C::Playing]), Free, Lets::All);

    /// While writing the summary.
    Statements("statements", These(&[C::Playing]), Free, Lets::All);

    /// While a statement is written there.
    Stating(
        "stating", These(&[C::Statements, C::Playing]), Written,
        Lets::Sound(WHILE_ONE_LISTENS),
    );

    /// While it is chosen on which notes a statement rests.
    Sources(
        "sources", These(&[C::Statements, C::Playing]), Free,
        Lets::Sound(WHILE_ONE_CHOOSES),
    );

    /// While the letter lies over the list.
    LetterShown("letter", These(&[C::Statements, C::Playing]), Free, Lets::All);

    /// While it is looked at how plain the statements are, or what one rests on.
    Looking(
        "looking", These(&[C::Statements, C::Playing]), Free,
        Lets::Sound(WHILE_ONE_LOOKS),
    );

    /// Where something can be heard: on both of these, also while one writes there.
    Playing("playing", These(&[]), Free, Lets::All);

    /// On the end screen.
    Ends("ends", These(&[]), Free, Lets::All);

    /// While a line is written there.
    EndLine(
        "end-line", These(&[C::Ends]), Written,
        Lets::Only(WHILE_ONE_WRITES),
    );

    /// In the register of letters.
    Letters("letters", These(&[]), Free, Lets::All);

    /// On a statement there: what they say of it.
    LetterAnswers("letter-answers", These(&[C::Letters]), Free, Lets::All);

    /// While it is asked how a letter went.
    Sending("sending", These(&[C::Letters]), Free, Lets::Only(WHILE_ONE_WRITES));

    /// While it is asked whether they may be quoted.
    Quoting("quoting", These(&[C::Letters]), Free, Lets::Only(WHILE_ONE_WRITES));

    /// While a line is written there.
    LetterLine(
        "letter-line", These(&[C::Letters]), Written,
        Lets::Only(WHILE_ONE_WRITES),
    );

    /// In the register of participants.
    Register("participants", These(&[]), Free, Lets::All);

    /// While a line is written there.
    RegisterLine(
        "participants-line", These(&[C::Register]), Written,
        Lets::Only(WHILE_ONE_WRITES),
    );

    /// On the wall.
    Wall("wall", These(&[]), Free, Lets::All);

    /// While it is written to what the wall is narrowed.
    WallLine(
        "wall-line", These(&[C::Wall]), Written,
        Lets::Only(WHILE_ONE_WRITES),
    );

    /// At the figures.
    Figures("figures", These(&[]), Free, Lets::All);

    /// In the help and the palette.
    Commands("overlay", AllButLines, Written, Lets::All);

    /// In the manual.
    Manual(
        "manual", AllButLines, Written,
        // Whoever reads has their eyes off the screen below: nothing is done there but what a participant may need at once.
        Lets::Only(&[
            A::Interview(I::OffRecord),
            A::Interview(I::Distress),
            A::Everywhere(E::Where),
            A::Everywhere(E::Theme),
            A::Everywhere(E::Quit),
        ]),
    );

    /// On every screen. What works everywhere works beside a note too.
    Anywhere("anywhere", These(&[]), AtTimes, Lets::All);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_context_lies_over_lies_over_no_more_than_the_context_does() {
        for inner in Context::ALL {
            assert!(!inner.lies_over(inner), "{inner:?}");
            for outer in Context::ALL.into_iter().filter(|outer| inner.lies_over(*outer)) {
                let missing = Context::ALL.into_iter().find(|far| outer.lies_over(*far) && !inner.lies_over(*far));
                assert_eq!(missing, None, "{inner:?} lies over {outer:?}");
            }
        }
    }

    #[test]
    fn no_two_contexts_are_called_the_same() {
        let same = |one: Context, other: Context| one.name() == other.name() || one.title() == other.title();
        for one in Context::ALL {
            assert_eq!(Context::ALL.into_iter().filter(|other| same(one, *other)).count(), 1, "{one:?}");
        }
    }
}
