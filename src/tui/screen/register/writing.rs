//! On the register: somebody new, and what is kept of a line that was written.

use crate::domain::study::ParticipantCode;
use crate::domain::study::change::RegisterChange;
use crate::domain::study::looks_like_a_name;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
use crate::tui::screen::register::Asked;
use crate::tui::screen::register::RegisterScreen;
use crate::tui::screen::register::line::About;
use crate::tui::screen::register::line::Writing;
use crate::tui::screen::register::rows::RegisterRow;
use crate::tui::screen::register::rows::Showing;
use crate::tui::shared::Shared;
use crate::words::say;

impl RegisterScreen {
    /// The code of somebody new is asked for, of the kind of whoever is chosen.
    pub(super) fn begin_new(&mut self, shared: &Shared) {
        self.showing = Showing::People;
        let register = &shared.offer.register;
        let beside = match self.row(shared) {
            Some(RegisterRow::Participant(code) | RegisterRow::Field(code, _) | RegisterRow::Value(code, ..)) => register.find(&code),
            Some(RegisterRow::Margin(_)) | None => None,
        };
        let group = beside.and_then(|one| register.group_of(one)).filter(|_| register.groups.len() > 1).map(str::to_owned);
        let code = register.next_code(group.as_deref(), &shared.offer.sessions).unwrap_or_default();
        let title = match &group {
            Some(group) => say!("people-line-new-of", group = group),
            None => say!("people-line-new"),
        };
        self.writing = Some(Writing { about: About::New { group, warned: None }, title, line: Line::holding(code) });
    }

    /// Keeps what is written; where that is refused, it stays on the line.
    pub(super) fn keep(&mut self, shared: &mut Shared) {
        let Some(writing) = &self.writing else { return };
        let text = writing.line.text().trim().to_owned();
        match writing.about.clone() {
            About::Value(code, field) => {
                let value = Some(text).filter(|text| !text.is_empty());
                let change =
                    ParticipantCode::new(&code).map(|code| RegisterChange::Set { code, field: field.clone(), value: value.clone() });
                // What cannot be is said, and the words stay to be mended.
                if let Err(why) = change
                    .map_err(|bad| bad.to_string())
                    .and_then(|change| shared.offer.register.with(&change).map_err(|why| why.to_string()))
                {
                    return shared.say(Weight::Warning, why);
                }
                let line = self.writing.take();
                self.set(&code, field, value, line, shared);
            }
            About::New { group, warned } => {
                let code = match ParticipantCode::new(&text) {
                    Ok(code) => code,
                    Err(bad) => return shared.say(Weight::Warning, say!("people-bad-code", why = bad.to_string(), hint = bad.hint())),
                };
                if looks_like_a_name(&text) && warned.as_ref() != Some(&text) {
                    shared.say(Weight::Warning, say!("people-like-a-name", code = &text));
                    if let Some(writing) = &mut self.writing {
                        writing.about = About::New { group, warned: Some(text) };
                    }
                    return;
                }
                let words = say!("people-added", code = code.as_str());
                let then = Some(RegisterRow::Participant(code.to_string()));
                let line = self.writing.take();
                if self.wants(RegisterChange::Add { code, group, joined: None }, Asked { words, then, line }, shared) {
                    self.fold();
                }
            }
        }
    }
}
