//! Where keys work: a screen, and what one is doing there. A key is looked up in what is innermost first: the line that is being written,
//! the card that is laid over, then the screen, then what is the same everywhere.

use crate::tui::keymap::action;
use crate::tui::keymap::action::Action;

/// Where keys work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// On every screen.
    Anywhere,
    /// In the help and the palette.
    Overlay,
    /// In the manual.
    Manual,
    /// On the list of sessions.
    Home,
    /// On the list while what is said of an interview that was just held covers it.
    Covered,
    /// In the form.
    Setup,
    /// On a field of the form that is a text.
    Text,
    /// On a field of the form that is none.
    Choice,
    /// On a consent item.
    Consent,
    /// In the interview.
    Interview,
    /// While something stands on the line.
    Writing,
    /// While the distress protocol lies over the guide.
    Protocol,
    /// While it is asked what they want who take consent back.
    Withdrawal,
    /// While listening back.
    Listen,
    /// While a note is edited there.
    Editing,
    /// While writing the summary.
    Statements,
    /// While a statement is written there.
    Stating,
}

impl Context {
    /// Every context, in the order of an interview's life.
    pub const ALL: [Self; 17] = [
        Self::Interview,
        Self::Writing,
        Self::Protocol,
        Self::Withdrawal,
        Self::Home,
        Self::Covered,
        Self::Setup,
        Self::Text,
        Self::Choice,
        Self::Consent,
        Self::Listen,
        Self::Editing,
        Self::Statements,
        Self::Stating,
        Self::Overlay,
        Self::Manual,
        Self::Anywhere,
    ];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "Everywhere",
            Self::Overlay => "Help and palette",
            Self::Manual => "Manual",
            Self::Home => "Home",
            Self::Covered => "Home, covered after an interview",
            Self::Setup => "Set up",
            Self::Text => "Set up, in a text",
            Self::Choice => "Set up, outside a text",
            Self::Consent => "Set up, on a consent item",
            Self::Interview => "Interview",
            Self::Writing => "Interview, with text on the line",
            Self::Protocol => "Interview, when it becomes too much",
            Self::Withdrawal => "Interview, when they take consent back",
            Self::Listen => "Listen back",
            Self::Editing => "Listen back, while a note is written",
            Self::Statements => "Member check",
            Self::Stating => "Member check, while a statement is written",
        }
    }

    /// Its name, as `keys.toml` writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Overlay => "overlay",
            Self::Manual => "manual",
            Self::Home => "home",
            Self::Covered => "covered",
            Self::Setup => "setup",
            Self::Text => "text",
            Self::Choice => "choice",
            Self::Consent => "consent",
            Self::Interview => "interview",
            Self::Writing => "writing",
            Self::Protocol => "protocol",
            Self::Withdrawal => "withdrawal",
            Self::Listen => "listen",
            Self::Editing => "editing",
            Self::Statements => "statements",
            Self::Stating => "stating",
        }
    }

    /// What may lie below it: where a key is looked up that means nothing here.
    pub const fn below(self) -> &'static [Self] {
        match self {
            Self::Anywhere => &[],
            Self::Home | Self::Setup | Self::Interview | Self::Listen | Self::Statements => &[Self::Anywhere],
            Self::Covered => &[Self::Home, Self::Anywhere],
            Self::Text | Self::Choice => &[Self::Setup, Self::Anywhere],
            Self::Consent => &[Self::Choice, Self::Setup, Self::Anywhere],
            Self::Protocol | Self::Withdrawal => &[Self::Interview, Self::Anywhere],
            Self::Writing => &[Self::Protocol, Self::Interview, Self::Anywhere],
            Self::Editing => &[Self::Listen, Self::Anywhere],
            Self::Stating => &[Self::Statements, Self::Anywhere],
            // A line that was being written below it waits.
            Self::Overlay | Self::Manual => &[
                Self::Covered,
                Self::Home,
                Self::Consent,
                Self::Choice,
                Self::Setup,
                Self::Protocol,
                Self::Withdrawal,
                Self::Interview,
                Self::Listen,
                Self::Statements,
                Self::Anywhere,
            ],
        }
    }

    /// Whether a line of text is being written: what edits it comes before whatever is further out.
    pub const fn is_a_line(self) -> bool {
        match self {
            Self::Overlay | Self::Manual | Self::Text | Self::Writing | Self::Editing | Self::Stating => true,
            Self::Anywhere
            | Self::Home
            | Self::Covered
            | Self::Setup
            | Self::Choice
            | Self::Consent
            | Self::Interview
            | Self::Protocol
            | Self::Withdrawal
            | Self::Listen
            | Self::Statements => false,
        }
    }

    /// Whether `action`, found further out, is done from here.
    pub fn lets_through(self, action: Action) -> bool {
        use action::Everywhere as E;
        use action::Home as H;
        use action::Interview as I;
        match self {
            // Words that are being written are not left for anything but the way out, which keeps them.
            Self::Editing | Self::Stating => action == E::Quit.into(),
            // Those that lead from the list to the next piece of work, so that the next interview of the day takes no key more.
            Self::Covered => matches!(action, Action::Home(H::New | H::Listen | H::Statements) | Action::Everywhere(E::Quit)),
            // Somebody is being asked: off the record works as ever, and so does what ends it all.
            Self::Withdrawal => {
                matches!(action, Action::Interview(I::Withdraw | I::OffRecord | I::EndInterview) | Action::Everywhere(E::Theme | E::Quit))
            }
            // Whoever reads has their eyes off the screen below: nothing is done there but what a participant may need at once.
            Self::Manual => {
                matches!(action, Action::Interview(I::OffRecord | I::Distress) | Action::Everywhere(E::Theme | E::Quit))
            }
            Self::Anywhere
            | Self::Overlay
            | Self::Home
            | Self::Setup
            | Self::Text
            | Self::Choice
            | Self::Consent
            | Self::Interview
            | Self::Writing
            | Self::Protocol
            | Self::Listen
            | Self::Statements => true,
        }
    }
}
