//! A microphone as a person chooses it, and whether all that there are have been found.

/// A microphone that can be chosen. It is known by its id: two may have one name.
#[derive(Clone, Debug)]
pub struct Microphone {
    /// What the sound system knows it by.
    pub id: String,
    /// What it is called here: no other in the list is called so.
    pub name: String,
    /// Whose choice it is.
    pub pick: Pick,
}

/// Whose choice a microphone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The system's: where that goes, the recording goes, and it is said.
    Systems,
    /// Somebody's: it is this one, or none until another is tried.
    Somebodys,
}

impl Microphone {
    /// The same, as somebody's choice.
    #[must_use]
    pub(crate) fn picked(self) -> Self {
        Self { pick: Pick::Somebodys, ..self }
    }

    /// Whether another of `all` has its name, but for the number that tells them apart.
    pub(crate) fn has_namesake(&self, all: &[Self]) -> bool {
        all.iter().any(|other| other != self && other.bare_name() == self.bare_name())
    }

    /// Its name without such a number.
    fn bare_name(&self) -> &str {
        let numbered = self.name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
        numbered.filter(|(_, n)| n.parse::<usize>().is_ok()).map_or(&self.name, |(bare, _)| bare)
    }
}

impl PartialEq for Microphone {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Microphone {}

/// Whether the microphones are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// They are being looked for; the screen does not wait for that.
    NotYet,
    /// These are all.
    All,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_one_name_are_namesakes_whatever_number_tells_them_apart() {
        let named = |id: &str, name: &str| Microphone { id: id.into(), name: name.into(), pick: Pick::Somebodys };
        let all = [named("a", "USB Mic"), named("b", "Line (front)"), named("c", "USB Mic (2)")];
        assert_eq!(all.each_ref().map(|one| one.has_namesake(&all)), [true, false, true]);
    }
}
