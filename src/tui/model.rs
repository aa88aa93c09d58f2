//! What the interface knows: the screen on top, what lies over it, and what every screen may touch.
//!
//! The [`Model`] is values only. No handle, no clock, no terminal. `update` changes it, `view` draws it.

use crate::domain::session::Session;
use crate::tui::keymap::Context;
pub use crate::tui::microphone::Known;
pub use crate::tui::microphone::Microphone;
pub use crate::tui::microphone::Pick;
pub use crate::tui::offer::Offer;
use crate::tui::screen::end::EndScreen;
use crate::tui::screen::face::Face;
use crate::tui::screen::figures::FiguresScreen;
use crate::tui::screen::home::SessionList;
use crate::tui::screen::interview::Room;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::register::RegisterScreen;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::wall::WallScreen;
pub use crate::tui::shared::After;
pub use crate::tui::shared::Keeping;
use crate::tui::shared::Shared;
pub use crate::tui::shared::Theme;

/// The screen on top.
#[derive(Debug)]
pub enum Screen {
    /// The sessions of the study.
    Home(SessionList),
    /// The form before an interview.
    Setup(Box<SetupForm>),
    /// The interview.
    Interview(Box<Room>),
    /// Listening back.
    Listen(Box<ListeningBack>),
    /// The member-check summary.
    Statements(StatementsScreen),
    /// What is to be seen to after an interview.
    End(EndScreen),
    /// The register of its letters.
    Letters(LetterScreen),
    /// The register of participants.
    Register(Box<RegisterScreen>),
    /// The wall.
    Wall(WallScreen),
    /// The figures.
    Figures(FiguresScreen),
}

impl Screen {
    /// What it shows of itself.
    pub(crate) fn face(&self) -> &dyn Face {
        match self {
            Self::Home(screen) => screen,
            Self::Setup(screen) => screen.as_ref(),
            Self::Interview(screen) => screen.as_ref(),
            Self::Listen(screen) => screen.as_ref(),
            Self::Statements(screen) => screen,
            Self::End(screen) => screen,
            Self::Letters(screen) => screen,
            Self::Register(screen) => screen.as_ref(),
            Self::Wall(screen) => screen,
            Self::Figures(screen) => screen,
        }
    }

    /// The same, to be told something.
    pub(crate) fn face_mut(&mut self) -> &mut dyn Face {
        match self {
            Self::Home(screen) => screen,
            Self::Setup(screen) => screen.as_mut(),
            Self::Interview(screen) => screen.as_mut(),
            Self::Listen(screen) => screen.as_mut(),
            Self::Statements(screen) => screen,
            Self::End(screen) => screen,
            Self::Letters(screen) => screen,
            Self::Register(screen) => screen.as_mut(),
            Self::Wall(screen) => screen,
            Self::Figures(screen) => screen,
        }
    }
}

/// All the interface knows.
#[derive(Debug)]
pub struct Model {
    /// The screen on top.
    pub screen: Screen,
    /// The wall, while a session is open that was gone to from there: the way back leads to it, as it was left.
    pub(crate) wall: Option<WallScreen>,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// What every screen may touch.
    pub shared: Shared,
    /// How many characters of a paste were left out, and when the last of them came.
    pub(crate) left_out: Option<(u64, u64)>,
    /// How many searches there were.
    pub(crate) searches: u64,
    /// Whether the program is on its way out.
    pub leaving: bool,
}

impl Model {
    /// The interface at its start, on the home screen.
    pub fn new(offer: Offer) -> Self {
        Self {
            screen: Screen::Home(SessionList::default()),
            wall: None,
            overlay: None,
            shared: Shared::new(offer),
            left_out: None,
            searches: 0,
            leaving: false,
        }
    }

    /// Which screen lies on top.
    pub fn context(&self) -> Context {
        self.screen.face().contexts().last().copied().unwrap_or(Context::Anywhere)
    }

    /// Where keys are looked up, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match &self.overlay {
            Some(over) => std::iter::once(over.context()).chain(self.below()).collect(),
            None => self.on_screen(),
        }
    }

    /// Where keys of the screen are looked up, whatever lies over it.
    pub(crate) fn on_screen(&self) -> Vec<Context> {
        let mut within = self.screen.face().contexts();
        if within.iter().any(|context| context.lies_over(Context::Playing)) {
            within.push(Context::Playing);
        }
        within.push(Context::Anywhere);
        within
    }

    /// The same, but for a line that is being written: what lies over the screen has a line of its own. A line that is left for little stays,
    /// because from what lies over it no more can be done than from the line.
    pub fn below(&self) -> Vec<Context> {
        self.on_screen().into_iter().filter(|context| !context.is_a_line() || context.is_left_for_little()).collect()
    }

    /// Whether no key is heard, because what is pressed was meant for the screen before.
    pub(crate) fn is_deaf(&self, now_ms: u64) -> bool {
        self.screen.face().is_deaf(now_ms)
    }

    /// Whether something on the screen moves by itself.
    pub(crate) fn moves(&self) -> bool {
        self.screen.face().moves(&self.shared)
    }

    /// The session that is open.
    pub fn session(&self) -> Option<&Session> {
        self.shared.session()
    }
}
