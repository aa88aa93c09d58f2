//! A project of a program for analysis, as far as it says what was coded when: its code tree, its sources, and the codings on them. Values only;
//! nothing of what the sources say.

use crate::domain::text::shown;
use crate::domain::time::Stamp;

/// The most characters of the name of a code that are kept.
const LONGEST: usize = 120;

/// By what a part of a project is known, however it is written: in capitals or not, in braces or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(u128);

impl Guid {
    /// None at all.
    pub const NONE: Self = Self(0);

    /// The one that `text` is. One that is no GUID is known by its letters all the same (FNV-1a, 128 bits).
    pub fn of(text: &str) -> Self {
        let bare: String = text.trim().chars().filter(|c| !matches!(c, '{' | '}' | '-')).collect();
        let is_hex = bare.len() == 32 && bare.chars().all(|c| c.is_ascii_hexdigit());
        let of_letters = || {
            let begun = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
            text.trim().to_lowercase().bytes().fold(begun, |sum, byte| (sum ^ u128::from(byte)).wrapping_mul((1 << 88) + 0x13b))
        };
        Self(u128::from_str_radix(&bare, 16).ok().filter(|_| is_hex).unwrap_or_else(of_letters))
    }

    /// Whether it is made of a name by SHA-1, as ours are, and not drawn (RFC 9562, 5.5).
    pub const fn is_named(self) -> bool {
        self.0 >> 76 & 0xf == 5
    }

    /// As this program writes it.
    pub fn written(self) -> String {
        let hex = format!("{:032X}", self.0);
        [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| hex.get(part).unwrap_or_default().to_owned()).join("-")
    }
}

/// A project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// The program that wrote it, as it names itself.
    pub origin: String,
    /// When it was last changed, or else made.
    pub modified: Option<Stamp>,
    /// Its codes; each behind the one it stands under.
    pub codes: Vec<ProjectCode>,
    /// Its sources.
    pub sources: Vec<ProjectSource>,
    /// What was coded.
    pub codings: Vec<ProjectCoding>,
    /// Its cases: what each is called, and its sources.
    pub cases: Vec<(String, Vec<Guid>)>,
}

/// A code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectCode {
    /// By which it is named.
    pub guid: Guid,
    /// What it is called there.
    pub name: String,
    /// The place of the one it stands under.
    pub within: Option<usize>,
}

/// A source, with what belongs to it: a transcript, say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectSource {
    /// By which it and its parts are named.
    pub guids: Vec<Guid>,
    /// What it and its parts are called; its own name first.
    pub names: Vec<String>,
}

/// A code that somebody put on a source, or on a part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProjectCoding {
    /// By which it is named.
    pub guid: Guid,
    /// With which code.
    pub code: Guid,
    /// The place of the source.
    pub source: usize,
    /// The number of the note, where it is on a part that is called as we call one.
    pub note: Option<u32>,
    /// When, as far as the file says.
    pub at: Option<Stamp>,
}

impl Project {
    /// What the code at this place is called, behind what those are called that it stands under.
    pub fn path(&self, place: usize) -> Vec<String> {
        let mut path = Vec::new();
        let mut at = Some(place);
        while let Some((place, one)) = at.and_then(|place| Some((place, self.codes.get(place)?))) {
            path.push(name(&one.name, place));
            // Each stands behind the one it is under, so that this ends.
            at = one.within.filter(|within| *within < place);
        }
        path.reverse();
        path
    }
}

/// The name of a code in one line, without what nobody sees. One without a name, or with a very long one, is told from others by its place.
fn name(text: &str, place: usize) -> String {
    let whole = shown(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if whole.is_empty() {
        return format!("?{}", place + 1);
    }
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    format!("{}… ?{}", whole.chars().take(LONGEST).collect::<String>().trim_end(), place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_is_one_however_it_is_written() {
        let one = Guid::of("B9275A0E-5C8A-5E3B-9D4F-1C6277A04D13");
        assert_eq!((one, one), (Guid::of("{b9275a0e-5c8a-5e3b-9d4f-1c6277a04d13}"), Guid::of(&one.written())));
        assert!(one.is_named() && !Guid::of("b9275a0e-5c8a-4e3b-9d4f-1c6277a04d13").is_named());
        assert_ne!(Guid::of("code 1"), Guid::of("code 2"));
        assert_eq!(Guid::of("Code 1"), Guid::of("code 1 "));
    }

    #[test]
    fn names_are_kept_so_that_they_can_be_shown_and_none_is_lost() {
        let code = |name: &str, within| ProjectCode { name: name.into(), within, ..ProjectCode::default() };
        let long = "x".repeat(10_000);
        let codes =
            vec![code("Coping", None), code(" Rest\n\u{202e}now\u{1b}", Some(0)), code("", Some(1)), code(&long, None), code(&long, None)];
        let project = Project { codes, ..Project::default() };
        assert_eq!(project.path(2), ["Coping", "Rest \u{fffd}now\u{fffd}", "?3"]);
        assert!(project.path(3)[0].chars().count() < 130 && project.path(3) != project.path(4));
        assert!(project.path(9).is_empty());
    }
}
