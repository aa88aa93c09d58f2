//! The SHA-256 of something, as a value: 32 bytes that read and are written as 64 hex digits.
//!
//! It says which bytes were recorded, so that anybody with `sha256sum` can ask whether they still are those. Computing one is for those
//! who hold the bytes; here it is only compared, shown and read back. There is one way to write it, so that two that mean the same also
//! look the same: lower case, no spaces, all 64 digits. Anything else is refused rather than mended.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de::Error;

use crate::words::say;

/// Hex digits of a digest.
const DIGITS: usize = 64;

/// A SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest that has these bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// As it is shown: an array of numbers helps nobody who compares.
impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that is no digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("digest-form"))]
pub struct NoDigest;

impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        let text = text.as_bytes();
        if text.len() != DIGITS {
            return Err(NoDigest);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            *byte = value(pair[0])? << 4 | value(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

/// What one digit stands for.
fn value(digit: u8) -> Result<u8, NoDigest> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(NoDigest),
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Of no bytes at all (FIPS 180-4, and `sha256sum < /dev/null`).
    const OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn it_reads_and_is_written_as_sha256sum_prints_it() {
        let digest: Digest = OF_NOTHING.parse().unwrap();
        assert_eq!(digest.bytes()[..3], [0xe3, 0xb0, 0xc4]);
        assert_eq!((digest.to_string(), format!("{digest:?}")), (OF_NOTHING.into(), OF_NOTHING.into()));
        let json = serde_json::to_string(&Some(digest)).unwrap();
        assert_eq!(json, format!("\"{OF_NOTHING}\""));
        assert_eq!(serde_json::from_str::<Option<Digest>>(&json).unwrap(), Some(digest));
        assert_eq!(serde_json::from_str::<Option<Digest>>("null").unwrap(), None);
    }

    #[test]
    fn what_is_no_digest_is_refused() {
        let upper = OF_NOTHING.to_uppercase();
        let (short, long) = (&OF_NOTHING[1..], format!("{OF_NOTHING}0"));
        let (spaced, signed) = (format!(" {short}"), format!("+{short}"));
        let (foreign, wide) = (format!("g{short}"), format!("{}é", &OF_NOTHING[2..]));
        for text in ["", short, &long, &upper, &spaced, &signed, &foreign, &wide, &format!("{OF_NOTHING}\n")] {
            assert_eq!(text.parse::<Digest>(), Err(NoDigest), "{text:?}");
            let said = serde_json::from_value::<Digest>(text.into()).unwrap_err().to_string();
            assert_eq!(said, NoDigest.to_string());
        }
        assert!(serde_json::from_str::<Digest>("[1, 2]").is_err());
        // Written with an escape, it is still the same text.
        let escaped = format!("\"\\u0065{short}\"");
        assert_eq!(serde_json::from_str::<Digest>(&escaped).unwrap().to_string(), OF_NOTHING);
    }

    proptest! {
        #[test]
        fn every_digest_comes_back(bytes: [u8; 32]) {
            let digest = Digest::new(bytes);
            let text = digest.to_string();
            prop_assert_eq!(text.len(), DIGITS);
            prop_assert_eq!(text.parse::<Digest>().unwrap(), digest);
        }
    }
}
