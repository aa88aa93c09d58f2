//! The keys of the figures.

use crate::tui::keymap::action::Action as A;
use crate::tui::keymap::action::Figures as F;
use crate::tui::keymap::bind::Bind;
use crate::tui::keymap::bind::bind;
use crate::tui::keymap::context::Context as C;

/// What there is of them.
pub(super) const FIGURES: &[Bind] = &[
    bind(&["enter", "tab", "ctrl-j"], C::Figures, A::Figures(F::Contents), "key-figures-contents", "key-figures-contents-help", 1),
    bind(&["n", "right", "ctrl-f"], C::Figures, A::Figures(F::NextTable), "key-figures-next-table", "key-figures-next-table-help", 2),
    bind(
        &["p", "left", "ctrl-b"],
        C::Figures,
        A::Figures(F::PreviousTable),
        "key-figures-previous-table",
        "key-figures-previous-table-help",
        3,
    ),
    bind(&["down", "ctrl-n"], C::Figures, A::Figures(F::Down), "key-figures-down", "key-figures-down-help", 9),
    bind(&["up", "ctrl-p"], C::Figures, A::Figures(F::Up), "key-figures-up", "key-figures-up-help", 9),
    bind(&["pagedown", "ctrl-down"], C::Figures, A::Figures(F::PageDown), "key-figures-page-down", "key-figures-page-down-help", 4),
    bind(&["pageup", "ctrl-up"], C::Figures, A::Figures(F::PageUp), "key-figures-page-up", "key-figures-page-up-help", 9),
    bind(&["home", "ctrl-home"], C::Figures, A::Figures(F::Top), "key-figures-top", "key-figures-top-help", 9),
    bind(&["end", "ctrl-end"], C::Figures, A::Figures(F::Bottom), "key-figures-bottom", "key-figures-bottom-help", 9),
];
