//! Reading what stands beside the point without letting it spoil the point.
//!
//! A journal line of a later version may say how consent was given in a way that nobody here knows. That must not cost the answer itself,
//! so such fields are read as nothing rather than not at all: `#[serde(default, deserialize_with = "lenient::or_default")]`.

use serde::Deserialize;
use serde::Deserializer;
use serde::de::DeserializeOwned;
use serde::de::Error;
use serde_json::Value;

use crate::domain::stands::Stands;

/// The value, or what stands for none where it cannot be read.
pub(crate) fn or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// The number that comes next where the highest so far is `last`: above all others, or where a damaged journal leaves none there, one that
/// `is_free`.
pub(crate) fn next_number(last: Option<u32>, is_free: impl Fn(u32) -> bool) -> u32 {
    let above = last.map_or(Some(1), |last| last.checked_add(1));
    above.or_else(|| (1..=u32::MAX).find(|n| is_free(*n))).unwrap_or(u32::MAX)
}

/// What `read` makes of a line, and whether it stands where that is readable: absence says so, and what cannot be read says that it does not.
pub(crate) fn with_stands<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(Value) -> Result<T, serde_json::Error>,
) -> Result<(T, Stands), D::Error> {
    let value = Value::deserialize(deserializer)?;
    let said = value.get("stands").cloned().map(serde_json::from_value::<Stands>);
    let stands = said.map_or(Stands::Stands, |said| said.unwrap_or(Stands::TakenBack));
    Ok((read(value).map_err(D::Error::custom)?, stands))
}
