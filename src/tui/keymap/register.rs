//! The keys of the register of participants.

use crate::tui::keymap::action::Action as A;
use crate::tui::keymap::action::Register as R;
use crate::tui::keymap::bind::Bind;
use crate::tui::keymap::bind::bind;
use crate::tui::keymap::context::Context as C;

/// What there is of them.
pub(super) const REGISTER: &[Bind] = &[
    bind(&["enter", "ctrl-j"], C::Register, A::Register(R::Open), "key-register-open", "key-register-open-help", 1),
    bind(&["a", "insert"], C::Register, A::Register(R::Add), "key-register-add", "key-register-add-help", 2),
    bind(&["m", "f4"], C::Register, A::Register(R::Missing), "key-register-missing", "key-register-missing-help", 3),
    bind(&["ctrl-z", "u"], C::Register, A::Register(R::Undo), "key-register-undo", "key-register-undo-help", 4),
    bind(&["ctrl-y"], C::Register, A::Register(R::Redo), "key-register-redo", "key-register-redo-help", 9),
    bind(&["down", "ctrl-n"], C::Register, A::Register(R::Down), "key-register-down", "key-register-down-help", 9),
    bind(&["up", "ctrl-p"], C::Register, A::Register(R::Up), "key-register-up", "key-register-up-help", 9),
    bind(&["pagedown", "ctrl-down"], C::Register, A::Register(R::PageDown), "key-register-page-down", "key-register-page-down-help", 9),
    bind(&["pageup", "ctrl-up"], C::Register, A::Register(R::PageUp), "key-register-page-up", "key-register-page-up-help", 9),
    bind(&["home", "ctrl-home"], C::Register, A::Register(R::Top), "key-register-top", "key-register-top-help", 9),
    bind(&["end", "ctrl-end"], C::Register, A::Register(R::Bottom), "key-register-bottom", "key-register-bottom-help", 9),
    bind(&["enter"], C::RegisterLine, A::Register(R::Keep), "key-register-line-keep", "key-register-line-keep-help", 1),
    bind(&["esc"], C::RegisterLine, A::Register(R::PutAside), "key-register-line-put-aside", "key-register-line-put-aside-help", 2),
];
