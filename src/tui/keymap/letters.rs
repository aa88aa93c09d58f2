//! The keys of the register of letters.

use crate::tui::keymap::action::Action as A;
use crate::tui::keymap::action::Letters as B;
use crate::tui::keymap::bind::Bind;
use crate::tui::keymap::bind::bind;
use crate::tui::keymap::context::Context as C;

/// What there is of them.
pub(super) const LETTERS: &[Bind] = &[
    bind(&["enter", "ctrl-j"], C::Letters, A::Letters(B::Open), "key-letters-open", "key-letters-open-help", 2),
    bind(&["y", "j"], C::Letters, A::Letters(B::Yes), "key-letters-yes", "key-letters-yes-help", 2),
    bind(&["n"], C::Letters, A::Letters(B::No), "key-letters-no", "key-letters-no-help", 2),
    bind(&["1", "f5"], C::LetterAnswers, A::Letters(B::Fits), "key-letter-answers-fits", "key-letter-answers-fits-help", 1),
    bind(&["2", "f8"], C::LetterAnswers, A::Letters(B::Partly), "key-letter-answers-partly", "key-letter-answers-partly-help", 1),
    bind(
        &["3", "f9"],
        C::LetterAnswers,
        A::Letters(B::DoesNotFit),
        "key-letter-answers-does-not-fit",
        "key-letter-answers-does-not-fit-help",
        1,
    ),
    bind(
        &["4", "f10"],
        C::LetterAnswers,
        A::Letters(B::RatherNot),
        "key-letter-answers-rather-not",
        "key-letter-answers-rather-not-help",
        1,
    ),
    bind(&["a", "insert"], C::Letters, A::Letters(B::Added), "key-letters-added", "key-letters-added-help", 4),
    bind(&["w", "ctrl-w"], C::Letters, A::Letters(B::NotUsed), "key-letters-not-used", "key-letters-not-used-help", 4),
    bind(&["h", "tab"], C::Letters, A::Letters(B::How), "key-letters-how", "key-letters-how-help", 5),
    bind(&["s", "f2"], C::Letters, A::Letters(B::Sent), "key-letters-sent", "key-letters-sent-help", 3),
    bind(&["b", "ctrl-b"], C::Letters, A::Letters(B::Reminded), "key-letters-reminded", "key-letters-reminded-help", 6),
    bind(&["o", "ctrl-o"], C::Letters, A::Letters(B::NothingCame), "key-letters-nothing-came", "key-letters-nothing-came-help", 6),
    bind(&["x", "ctrl-x"], C::Letters, A::Letters(B::Declines), "key-letters-declines", "key-letters-declines-help", 9),
    bind(&["q", "alt-q"], C::Letters, A::Letters(B::Quotes), "key-letters-quotes", "key-letters-quotes-help", 9),
    bind(&["t", "ctrl-t"], C::Letters, A::Letters(B::TakesNoPart), "key-letters-takes-no-part", "key-letters-takes-no-part-help", 9),
    bind(&["c", "alt-c"], C::Letters, A::Letters(B::Changed), "key-letters-changed", "key-letters-changed-help", 3),
    bind(&["k", "ctrl-k"], C::Letters, A::Letters(B::Kept), "key-letters-kept", "key-letters-kept-help", 3),
    bind(&["delete", "ctrl-d"], C::Letters, A::Letters(B::Withdrawn), "key-letters-withdrawn", "key-letters-withdrawn-help", 4),
    bind(&["m", "f4"], C::Letters, A::Letters(B::Statements), "key-letters-statements", "key-letters-statements-help", 7),
    bind(&["down", "ctrl-n"], C::Letters, A::Letters(B::Down), "key-letters-down", "key-letters-down-help", 9),
    bind(&["up", "ctrl-p"], C::Letters, A::Letters(B::Up), "key-letters-up", "key-letters-up-help", 9),
    bind(&["pagedown", "ctrl-down"], C::Letters, A::Letters(B::PageDown), "key-letters-page-down", "key-letters-page-down-help", 9),
    bind(&["pageup", "ctrl-up"], C::Letters, A::Letters(B::PageUp), "key-letters-page-up", "key-letters-page-up-help", 9),
    bind(&["home", "ctrl-home"], C::Letters, A::Letters(B::Top), "key-letters-top", "key-letters-top-help", 9),
    bind(&["end", "ctrl-end"], C::Letters, A::Letters(B::Bottom), "key-letters-bottom", "key-letters-bottom-help", 9),
    bind(&["ctrl-z", "u"], C::Letters, A::Letters(B::Undo), "key-letters-undo", "key-letters-undo-help", 9),
    bind(&["ctrl-y"], C::Letters, A::Letters(B::Redo), "key-letters-redo", "key-letters-redo-help", 9),
    bind(&["1", "f5"], C::Sending, A::Letters(B::ByPost), "key-sending-by-post", "key-sending-by-post-help", 1),
    bind(&["2", "f8"], C::Sending, A::Letters(B::ByMail), "key-sending-by-mail", "key-sending-by-mail-help", 1),
    bind(&["3", "f9"], C::Sending, A::Letters(B::ByHand), "key-sending-by-hand", "key-sending-by-hand-help", 1),
    bind(&["4", "f10"], C::Sending, A::Letters(B::ReadAloud), "key-sending-read-aloud", "key-sending-read-aloud-help", 1),
    bind(&["esc"], C::Sending, A::Letters(B::NotSent), "key-sending-not-sent", "key-sending-not-sent-help", 2),
    bind(&["1", "f5"], C::Quoting, A::Letters(B::MayQuote), "key-quoting-may-quote", "key-quoting-may-quote-help", 1),
    bind(&["2", "f8"], C::Quoting, A::Letters(B::MayQuoteIfSeen), "key-quoting-may-quote-if-seen", "key-quoting-may-quote-if-seen-help", 1),
    bind(&["3", "f9"], C::Quoting, A::Letters(B::MayNotQuote), "key-quoting-may-not-quote", "key-quoting-may-not-quote-help", 1),
    bind(&["esc"], C::Quoting, A::Letters(B::NotAboutQuotes), "key-quoting-not-about-quotes", "key-quoting-not-about-quotes-help", 2),
    bind(&["enter"], C::LetterLine, A::Letters(B::Keep), "key-letter-line-keep", "key-letter-line-keep-help", 1),
    bind(&["esc"], C::LetterLine, A::Letters(B::PutAside), "key-letter-line-put-aside", "key-letter-line-put-aside-help", 2),
];
