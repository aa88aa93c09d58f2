//! The keys of the wall.

use crate::tui::keymap::action::Action as A;
use crate::tui::keymap::action::Wall as W;
use crate::tui::keymap::bind::Bind;
use crate::tui::keymap::bind::bind;
use crate::tui::keymap::context::Context as C;

/// What there is of them.
pub(super) const WALL: &[Bind] = &[
    bind(&["enter", "ctrl-j", "l"], C::Wall, A::Wall(W::Hear), "key-wall-hear", "key-wall-hear-help", 1),
    bind(&["right", "ctrl-f"], C::Wall, A::Wall(W::NextMark), "key-wall-next-mark", "key-wall-next-mark-help", 2),
    bind(&["left", "ctrl-b"], C::Wall, A::Wall(W::PreviousMark), "key-wall-previous-mark", "key-wall-previous-mark-help", 9),
    bind(&["s", "f4"], C::Wall, A::Wall(W::Sort), "key-wall-sort", "key-wall-sort-help", 3),
    bind(&["f", "f5"], C::Wall, A::Wall(W::Narrow), "key-wall-narrow", "key-wall-narrow-help", 4),
    bind(&["a"], C::Wall, A::Wall(W::All), "key-wall-all", "key-wall-all-help", 5),
    bind(&["down", "ctrl-n"], C::Wall, A::Wall(W::Down), "key-wall-down", "key-wall-down-help", 9),
    bind(&["up", "ctrl-p"], C::Wall, A::Wall(W::Up), "key-wall-up", "key-wall-up-help", 9),
    bind(&["pagedown", "ctrl-down"], C::Wall, A::Wall(W::PageDown), "key-wall-page-down", "key-wall-page-down-help", 9),
    bind(&["pageup", "ctrl-up"], C::Wall, A::Wall(W::PageUp), "key-wall-page-up", "key-wall-page-up-help", 9),
    bind(&["home", "ctrl-home"], C::Wall, A::Wall(W::Top), "key-wall-top", "key-wall-top-help", 9),
    bind(&["end", "ctrl-end"], C::Wall, A::Wall(W::Bottom), "key-wall-bottom", "key-wall-bottom-help", 9),
    bind(&["enter"], C::WallLine, A::Wall(W::Keep), "key-wall-line-keep", "key-wall-line-keep-help", 1),
    bind(&["esc"], C::WallLine, A::Wall(W::PutAside), "key-wall-line-put-aside", "key-wall-line-put-aside-help", 2),
];
