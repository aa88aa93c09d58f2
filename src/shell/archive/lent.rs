//! Where copies of the sound lie that a recogniser hears, and how what was left of them is said.

use std::path::PathBuf;

use crate::shell::identity::cache_folder;
use crate::store::lent;
use crate::words::say;

/// The place of all of them; nothing for a user without a home.
pub(crate) fn place() -> Option<PathBuf> {
    Some(cache_folder()?.join(lent::PLACE))
}

/// Destroys what a run that was killed has left; what there is to say where that cannot be.
pub(crate) fn still_there() -> Option<String> {
    lent::sweep(&place()?).err().map(|why| say!("lent-left", why = why.to_string()))
}

/// Destroys what a run that was killed has left, and says so, if there was anything.
pub(crate) fn sweep() -> Option<String> {
    match lent::sweep(&place()?) {
        Ok(0) => None,
        Ok(count) => Some(say!("lent-swept", count = count)),
        Err(why) => Some(say!("lent-left", why = why.to_string())),
    }
}
