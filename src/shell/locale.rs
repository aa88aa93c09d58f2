//! Whether the terminal shows what is drawn: its locale, and what it is.
//!
//! Signs and letters are written as UTF-8. Where the environment names another character set, or a terminal that knows none but its own,
//! drawing is done in ASCII and the screen says so. Where it names nothing at all nothing is concluded: most terminals of today are UTF-8,
//! and many shells on servers and in containers have no locale set.

/// Terminals that are older than UTF-8.
const OLD: [&str; 9] = ["ansi", "cons25", "dumb", "sun", "vt52", "vt100", "vt102", "vt220", "vt320"];

/// What of the surroundings is not UTF-8, as `NAME=value`; nothing if all is.
pub(crate) fn strange() -> Option<String> {
    strange_in(|name| std::env::var(name).ok())
}

/// The language that the environment names, such as `nl_NL.UTF-8`; nothing if it names none.
pub(crate) fn language() -> Option<String> {
    language_in(|name| std::env::var(name).ok())
}

fn language_in(surroundings: impl Fn(&str) -> Option<String>) -> Option<String> {
    // The first that is set decides (POSIX, 8.2), and `C` is no language.
    let set = |name: &str| surroundings(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)?;
    (!matches!(locale.split('.').next(), Some("C" | "POSIX"))).then_some(locale)
}

fn strange_in(surroundings: impl Fn(&str) -> Option<String>) -> Option<String> {
    let set = |name: &'static str| surroundings(name).filter(|value| !value.is_empty()).map(|value| (name, value));
    // The first that is set decides (POSIX, 8.2).
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set).filter(|(_, value)| !is_utf8(value));
    let terminal = set("TERM").filter(|(_, value)| OLD.contains(&value.as_str()));
    locale.or(terminal).map(|(name, value)| format!("{name}={value}"))
}

fn is_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_that_is_named() {
        let found = |set: &[(&str, &str)]| language_in(|name| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()));
        assert_eq!(found(&[]), None);
        assert_eq!(found(&[("LANG", "nl_NL.UTF-8")]).as_deref(), Some("nl_NL.UTF-8"));
        assert_eq!(found(&[("LC_ALL", ""), ("LC_MESSAGES", "en_GB.UTF-8"), ("LANG", "nl_NL.UTF-8")]).as_deref(), Some("en_GB.UTF-8"));
        assert_eq!(found(&[("LC_ALL", "C.UTF-8"), ("LANG", "nl_NL.UTF-8")]), None);
    }

    #[test]
    fn what_is_named_decides() {
        let found = |set: &[(&str, &str)]| strange_in(|name| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()));
        assert_eq!(found(&[]), None);
        assert_eq!(found(&[("LANG", "nl_NL.UTF-8"), ("TERM", "xterm-256color")]), None);
        assert_eq!(found(&[("LANG", "C.utf8")]), None);
        assert_eq!(found(&[("LANG", "C")]).as_deref(), Some("LANG=C"));
        assert_eq!(
            found(&[("LC_ALL", ""), ("LC_CTYPE", "en_US.ISO-8859-1"), ("LANG", "en_US.UTF-8")]).as_deref(),
            Some("LC_CTYPE=en_US.ISO-8859-1")
        );
        assert_eq!(found(&[("LC_ALL", "C.UTF-8"), ("LANG", "C")]), None);
        assert_eq!(found(&[("LANG", "C.UTF-8"), ("TERM", "vt100")]).as_deref(), Some("TERM=vt100"));
    }
}
