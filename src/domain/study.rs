//! Placeholder until the store's branch lands.

/// x
pub fn usable_code(code: &str) -> bool {
    (1..=32).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// x
pub fn looks_like_a_name(code: &str) -> bool {
    let mut chars = code.chars();
    code.contains(' ') || (chars.next().is_some_and(char::is_uppercase) && code.len() > 2 && chars.all(char::is_lowercase))
}
