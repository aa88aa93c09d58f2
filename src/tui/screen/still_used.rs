//! What they asked not to be used, and about which nothing was done: it may still be in the letter, and that is said before one is written or
//! goes. The same key again goes on all the same.

use crate::domain::member_check::registering::NotRegistered;
use crate::domain::member_check::reply::RemarkId;
use crate::tui::keymap::Action;
use crate::tui::shared::Shared;
use crate::words::say;

/// Whether `action` is meant although this remark is open.
pub(crate) fn goes_on(shared: &mut Shared, remark: RemarkId, action: impl Into<Action>) -> bool {
    let why = NotRegistered::StillUsed(remark).to_string();
    shared.means_it(action, |again| say!("still-used-again", why = why, again = again.clone()))
}
