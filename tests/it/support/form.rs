//! The form of an interview, filled in by the names of its rows, and how an interview is ended.

use hearback::domain::standing::Phase;
use hearback::shell::script::Script;

use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::tongue::in_either;

/// The form that stands on the screen.
pub(crate) struct Form<'s>(&'s mut Script);

impl<'s> Form<'s> {
    /// From the home screen.
    pub(crate) fn open(script: &'s mut Script) -> Self {
        script.keys("n").hear(ms(500));
        Self(script)
    }

    /// To the row of this name.
    pub(crate) fn at(&mut self, name: &str) -> &mut Self {
        self.0.keys(&"<up>".repeat(60));
        for _ in 0..60 {
            if self.row().starts_with(name) {
                return self;
            }
            self.0.keys("<down>");
        }
        panic!("the form has no row {name}: {}", self.0.screen(120, 40));
    }

    /// There, goes on to the choice that says `what`.
    pub(crate) fn choose(&mut self, name: &str, what: &str) -> &mut Self {
        self.at(name);
        for _ in 0..20 {
            if self.row().contains(what) {
                return self;
            }
            self.0.keys("<right>").hear(ms(20));
        }
        panic!("{name} cannot be {what}: {}", self.0.screen(120, 40));
    }

    /// There, types `what` in place of what is suggested.
    pub(crate) fn write(&mut self, name: &str, what: &str) -> &mut Self {
        self.at(name).0.keys(what);
        self
    }

    /// Consent item by item, a key for each.
    pub(crate) fn answers(&mut self, answers: &str) -> &mut Self {
        self.at(in_either("Consent", "Toestemming")).0.keys(answers).hear(secs(1));
        self
    }

    /// The microphone hears them, and it begins.
    pub(crate) fn begins(&mut self) {
        self.0.keys("<f10>").hear(ms(20));
        assert_eq!(phase(self.0), Some(Phase::Recording), "{:?}: {}", self.0.notice(), self.0.screen(120, 40));
    }

    /// It does not begin: this is said instead.
    pub(crate) fn does_not_begin(&mut self, why: &str) -> &mut Self {
        self.0.keys("<f10>").hear(ms(20));
        let said = self.0.notice().unwrap_or_default();
        assert!(phase(self.0).is_none() && said.contains(why), "{said}: {}", self.0.screen(120, 40));
        self
    }

    /// It says this.
    pub(crate) fn shows(&mut self, words: &str) -> &mut Self {
        assert!(self.0.screen(120, 40).contains(words), "{words}: {}", self.0.screen(120, 40));
        self
    }

    /// It does not say this, which is nobody else's to see.
    pub(crate) fn shows_no(&mut self, words: &str) -> &mut Self {
        assert!(!self.0.screen(120, 40).contains(words), "{words}: {}", self.0.screen(120, 40));
        self
    }

    /// What is said of consent, then it begins.
    pub(crate) fn consents(&mut self, answers: &str) {
        self.answers(answers).begins();
    }

    /// The row that the cursor is on.
    fn row(&self) -> String {
        let seen = self.0.screen(120, 40);
        let row = seen.lines().find_map(|line| line.split_once('▶')).unwrap_or_else(|| panic!("no row is chosen: {seen}"));
        row.1.trim().to_owned()
    }
}

/// Two keys end it: the screen says that it is kept, and nothing else.
pub(crate) fn end(script: &mut Script) {
    script.saved().keys("<ctrl-q><ctrl-q>").saved();
    assert_eq!(phase(script), None, "{:?}", script.notice());
}
