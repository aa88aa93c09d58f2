//! Which events say what a participant no longer wants, and what an event may change of what can be found or shown.

use crate::domain::consent::Answer;
use crate::domain::event::Event;

/// The kinds that say what a participant does not or no longer wants, those that are still to come among them.
const BINDING: [&str; 7] =
    ["consent-answered", "consent-withdrawn", "consent-changed", "withheld", "withheld-lifted", "silenced", "reply-received"];

impl Event {
    /// Whether a reader that does not know this event must let nothing of the session leave: it says what a participant no longer wants.
    pub fn binds(&self) -> bool {
        match self {
            Self::ConsentWithdrawn(_) | Self::ConsentChanged(_) | Self::Withheld(_) | Self::WithheldLifted(_) | Self::Silenced(_) => true,
            Self::ConsentAnswered(consent) => consent.answer == Answer::Refused,
            Self::ReplyReceived(remark) => remark.is.binds(),
            Self::Undone { by, .. } => by.binds(),
            _ => false,
        }
    }

    /// Whether it changes what of the session may be found.
    pub(crate) fn changes_what_is_found(&self) -> bool {
        match self {
            Self::Withheld(_) | Self::WithheldLifted(_) | Self::ConsentWithdrawn(_) | Self::ConsentChanged(_) => true,
            Self::Undone { by, .. } => by.changes_what_is_found(),
            _ => false,
        }
    }

    /// Whether it may change which passages of a transcript may be shown; that one was listened to changes only how far that one is trusted.
    pub(crate) fn may_change_passages(&self) -> bool {
        match self {
            Self::PassageHeard(_)
            | Self::NotesHeard { .. }
            | Self::CodeDefined(_)
            | Self::NoteCoded { .. }
            | Self::AskedSo(_)
            | Self::FollowedUp(_)
            | Self::Reported(_)
            | Self::ReadBack(_)
            | Self::SeenTo(_)
            | Self::FieldMemo { .. }
            | Self::GuideLookedAt(_)
            | Self::StatementWritten { .. }
            | Self::StatementRevised { .. }
            | Self::StatementStruck { .. }
            | Self::StatementRestored { .. }
            | Self::LetterWritten { .. }
            | Self::LetterChecked(_)
            | Self::LetterSent(_)
            | Self::ReplyReceived(_)
            | Self::Disposition(_)
            | Self::NoReply(_)
            | Self::QuoteShelved(_)
            | Self::QuoteTranslated(_)
            | Self::QuoteRead(_)
            | Self::SoundCopied(_)
            | Self::TranscriptHanded(_) => false,
            Self::Undone { by, .. } => by.may_change_passages(),
            _ => true,
        }
    }

    /// Whether an event of this kind says what a participant no longer wants, whatever else of it can be read.
    pub(crate) fn is_binding(kind: &str) -> bool {
        BINDING.contains(&kind)
    }
}
