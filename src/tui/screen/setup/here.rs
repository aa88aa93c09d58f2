//! Who sits there, and where: the fields of the form whose answers are words. What was said in earlier sessions is offered again, and anything
//! else can be written. Values only.

use crate::domain::event::Opened;
use crate::domain::event::Video;
use crate::domain::guide::Audience;
use crate::domain::seats::FEWEST;
use crate::domain::seats::MOST;
use crate::domain::study::ParticipantCode;
use crate::domain::study::session_line::SessionLine;
use crate::tui::line::Line;
use crate::tui::offer::Offer;
use crate::tui::ring::Ring;
use crate::tui::screen::selection::Step;
use crate::tui::screen::setup::entry::Entry;
use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// One of these fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Where.
    Setting,
    /// Who is with the participant, at the other end of a call.
    Beside,
    /// The number to ring if the line drops. It is not kept.
    Ring,
    /// Who else is in the room.
    Present,
    /// The code of whoever leads.
    Leads,
    /// The code of whoever types: the interviewer at this computer.
    Types,
    /// Who sits at which seat of a group: their codes, clockwise from whoever moderates.
    Seats,
    /// The codes of those who observe a group.
    Observers,
}

/// What stands in them.
#[derive(Clone, Debug)]
pub(super) struct Here {
    setting: Entry,
    beside: Entry,
    ring: Entry,
    present: Entry,
    leads: Entry,
    types: Entry,
    seats: Entry,
    observers: Entry,
    /// Whether it is a group.
    group: bool,
}

impl Here {
    /// Nothing said yet but who types, if that is known.
    pub(super) fn new(study: &Offer) -> Self {
        let types = Entry::given(study.interviewer.as_ref().map(ToString::to_string).unwrap_or_default());
        Self {
            setting: Entry::given(""),
            beside: Entry::given(""),
            ring: Entry::given(""),
            present: Entry::given(""),
            leads: Entry::given(""),
            types,
            seats: Entry::given(""),
            observers: Entry::given(""),
            group: false,
        }
    }

    /// As a session was set up.
    pub(super) fn of(opened: &Opened, study: &Offer) -> Self {
        let setting = match (&opened.video, opened.setting.is_empty()) {
            (Some(_), true) => say!("place-video"),
            _ => opened.setting.clone(),
        };
        Self {
            setting: Entry::given(setting),
            beside: Entry::given(opened.video.as_ref().map(|video| video.beside.clone()).unwrap_or_default()),
            present: Entry::given(opened.present.clone()),
            leads: Entry::given(opened.leads.clone()),
            ..Self::new(study)
        }
    }

    /// Those a person can go to, from top to bottom: who is beside somebody in the same room is seen.
    pub(super) fn fields(&self) -> impl Iterator<Item = Said> {
        let all = [Said::Setting, Said::Beside, Said::Ring, Said::Present, Said::Leads, Said::Types, Said::Seats, Said::Observers];
        let (by_video, group) = (self.is_by_video(), self.group);
        all.into_iter().filter(move |field| match field {
            Said::Beside | Said::Ring => by_video,
            Said::Seats | Said::Observers => group,
            Said::Setting | Said::Present | Said::Leads | Said::Types => true,
        })
    }

    const fn entry(&self, field: Said) -> &Entry {
        match field {
            Said::Setting => &self.setting,
            Said::Beside => &self.beside,
            Said::Ring => &self.ring,
            Said::Present => &self.present,
            Said::Leads => &self.leads,
            Said::Types => &self.types,
            Said::Seats => &self.seats,
            Said::Observers => &self.observers,
        }
    }

    /// A field, to be written in.
    pub(super) const fn entry_mut(&mut self, field: Said) -> &mut Entry {
        match field {
            Said::Setting => &mut self.setting,
            Said::Beside => &mut self.beside,
            Said::Ring => &mut self.ring,
            Said::Present => &mut self.present,
            Said::Leads => &mut self.leads,
            Said::Types => &mut self.types,
            Said::Seats => &mut self.seats,
            Said::Observers => &mut self.observers,
        }
    }

    pub(super) const fn line(&self, field: Said) -> &Line {
        self.entry(field).line()
    }

    /// What stands in a field, without blanks around it.
    pub(super) fn text(&self, field: Said) -> &str {
        self.entry(field).text().trim()
    }

    /// Whether it is a group.
    pub(super) const fn is_group(&self) -> bool {
        self.group
    }

    /// It is for so many people as the guide says.
    pub(super) fn be_for(&mut self, audience: Audience) {
        self.group = audience == Audience::Group;
    }

    /// This stands in a field.
    pub(super) fn say(&mut self, field: Said, text: String) {
        *self.entry_mut(field) = Entry::given(text);
    }

    /// The code in a field, if it is one.
    pub(super) fn code(&self, field: Said) -> Option<ParticipantCode> {
        ParticipantCode::new(self.text(field)).ok()
    }

    /// What is offered in a field comes in turn.
    pub(super) fn step(&mut self, field: Said, study: &Offer, step: Step) {
        let offered = offered(field, study);
        self.entry_mut(field).step(&offered, step);
    }

    /// Whether something is offered in a field.
    pub(super) fn offers(&self, field: Said, study: &Offer) -> bool {
        self.fields().any(|one| one == field) && !offered(field, study).is_empty()
    }

    /// Whether the place says so, in whichever language it was chosen.
    pub(super) fn is_by_video(&self) -> bool {
        let place = self.text(Said::Setting).to_lowercase();
        Words::built_in().chain([spoken()]).any(|words| words.say(message!("place-video")).to_lowercase() == place)
    }

    /// The number to ring, where it is by video.
    pub(super) fn ring(&self) -> Ring {
        Ring::new(if self.is_by_video() { self.text(Said::Ring) } else { "" })
    }

    /// That it is by video, and with whom.
    pub(super) fn video(&self) -> Option<Video> {
        self.is_by_video().then(|| Video { beside: self.text(Said::Beside).to_owned() })
    }
}

/// What is offered in a field: of earlier sessions the newest first, then what most studies say.
fn offered(field: Said, study: &Offer) -> Vec<String> {
    let earlier = |of: fn(&SessionLine) -> &String| study.sessions.iter().rev().map(of).cloned().collect::<Vec<_>>();
    let codes = || study.researchers.iter().chain(&study.interviewer).map(ToString::to_string);
    let all = match field {
        Said::Setting => {
            const PLACES: [fn() -> Message; 4] =
                [|| message!("place-home"), || message!("place-department"), || message!("place-practice"), || message!("place-video")];
            earlier(|line| &line.room.setting).into_iter().chain(PLACES.map(|place| spoken().say(place()))).collect()
        }
        Said::Beside => earlier(|line| &line.room.beside),
        Said::Ring => Vec::new(),
        Said::Present => earlier(|line| &line.room.present),
        Said::Leads => earlier(|line| &line.room.leads).into_iter().chain(codes()).collect(),
        Said::Types | Said::Observers => codes().collect(),
        // Those of a whole list, where they would fit at one table.
        Said::Seats => {
            let all: Vec<&str> = study.register.codes().collect();
            if (FEWEST..=MOST).contains(&all.len()) { vec![all.join(" ")] } else { Vec::new() }
        }
    };
    let mut offered: Vec<String> = Vec::new();
    for text in all {
        if !text.trim().is_empty() && !offered.contains(&text) {
            offered.push(text);
        }
    }
    offered
}
