//! What of a session was destroyed on purpose, and what that makes of it.

use crate::domain::consent::Wish;
use crate::domain::destruction::Destructions;
use crate::domain::destruction::Material;
use crate::domain::destruction::Step;
use crate::domain::session::Session;
use crate::domain::standing::Standing;

impl Session {
    /// What of it was destroyed, or is about to be.
    pub fn destructions(&self) -> &Destructions {
        &self.destructions
    }

    /// Whether all of it is destroyed, or is about to be: nothing is done in it any more.
    pub fn is_destroyed(&self) -> bool {
        self.destructions.of(Material::All).is_some()
    }

    /// Whether material of this kind is gone, with a receipt.
    pub fn is_gone(&self, what: Material) -> bool {
        self.destructions.of(what).is_some_and(|one| one.step == Step::Done)
    }

    /// Where it stands, if all of it is destroyed.
    pub(super) fn stands_destroyed(&self) -> Option<Standing> {
        let one = self.destructions.of(Material::All)?;
        Some(if one.wish == Some(Wish::DestroyAll) { Standing::Withdrawn } else { Standing::Destroyed })
    }
}
