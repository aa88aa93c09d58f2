//! Reading what stands beside the point without letting it spoil the point.
//!
//! A journal line of a later version may say how consent was given in a way that nobody here knows. That must not cost the answer itself,
//! so such fields are read as nothing rather than not at all: `#[serde(default, deserialize_with = "lenient::or_default")]`.

use serde::Deserialize;
use serde::Deserializer;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The value, or what stands for none where it cannot be read.
pub(crate) fn or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}
