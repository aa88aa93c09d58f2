//! What is looked for in the sessions of the study, and that the index of them keeps in step: when the list is shown, and when a session is
//! closed; never while an interview is held. Where time is made up there is no thread, and the answer comes at once.

use crate::domain::found::Found;
use crate::domain::found::Unsearched;
use crate::shell::archive::finding::Findables;
use crate::shell::archive::finding::Seen;
use crate::shell::archive::finding::Terms;
use crate::shell::archive::finding::bring_up;
use crate::shell::live::desk::Desk;
use crate::shell::live::perform::World;
use crate::shell::live::searcher::MOST;
use crate::shell::live::searcher::Searcher;
use crate::tui::effect::Search;
use crate::tui::msg::Msg;
use crate::words::say;

impl World {
    pub(super) fn search(&mut self, wanted: Search) -> Vec<Msg> {
        let now = self.clock.read().wall;
        if matches!(self.desk, Desk::ByHand(_)) {
            return vec![Msg::Found(wanted.number, self.found(&wanted))];
        }
        match self.searcher() {
            Some(searcher) => {
                searcher.look(wanted, now);
                vec![]
            }
            // Where no thread can be made, nothing is found.
            None => vec![Msg::Found(wanted.number, nowhere(say!("search-no-thread")))],
        }
    }

    /// What was looked for is not wanted any more.
    pub(super) fn search_no_more(&self) {
        if let Some(searcher) = &self.searcher {
            searcher.give_up();
        }
    }

    /// What is found, with no thread between.
    fn found(&self, wanted: &Search) -> Found {
        let (study, now) = (&self.study.folder, self.clock.read().wall);
        let findables = bring_up(study, self.study.place_of_index().as_deref(), now, &|| false).ok().flatten();
        let mut findables = findables.map_or_else(Findables::default, |(findables, _)| findables);
        let sought = Terms { query: &wanted.query, without: wanted.without.as_deref(), most: MOST };
        let found = findables.find(study, sought, Seen::JustNow, &|| false).map(Option::unwrap_or_default);
        found.unwrap_or_else(|why| nowhere(why.to_string()))
    }

    /// The index agrees with the journals from now on.
    pub(crate) fn index_agrees(&mut self) {
        self.forgets = None;
        let now = self.clock.read().wall;
        if matches!(self.desk, Desk::Threaded(_))
            && let Some(searcher) = self.searcher()
        {
            searcher.agree(now);
        }
    }

    /// An interview is held: whatever can wait does.
    pub(super) fn searching_rests(&self) {
        if let Some(searcher) = &self.searcher {
            searcher.rest();
        }
    }

    /// The thread, which is started when it is needed for the first time; where it cannot be, nothing is found.
    fn searcher(&mut self) -> Option<&Searcher> {
        if self.searcher.is_none() {
            let (study, place) = (self.study.folder.clone(), self.study.place_of_index());
            self.searcher = Searcher::spawn(study, place, self.letterbox.reports()).ok();
        }
        self.searcher.as_ref()
    }
}

/// That nothing could be looked through, and why.
fn nowhere(why: String) -> Found {
    Found { unsearched: vec![Unsearched::whole(String::new(), why)], ..Found::default() }
}
