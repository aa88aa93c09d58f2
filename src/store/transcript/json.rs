//! The JSON of recognisers: `segments` with seconds (OpenAI's Whisper and what was made after it, aTrain among them), or `transcription` with
//! milliseconds (whisper.cpp). All else in it is passed over while it is read and never kept.
//!
//! Python writes `NaN` where a number is none, which is no JSON: that is read as nothing. A passage whose own time is one is refused.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::Error;
use serde::de::IgnoredAny;
use serde::de::SeqAccess;
use serde::de::Visitor;

use crate::store::transcript::clock::LONGEST;
use crate::store::transcript::clock::of_seconds;
use crate::store::transcript::said::Counted;
use crate::store::transcript::said::Form;
use crate::store::transcript::said::Gathered;
use crate::store::transcript::said::MOST;
use crate::store::transcript::said::Said;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;

/// What a file says beside its passages.
#[derive(Default, Deserialize)]
struct File {
    #[serde(default)]
    segments: Option<Few<Segment>>,
    #[serde(default)]
    transcription: Option<Few<Stretch>>,
    #[serde(default)]
    language: Option<Word>,
    #[serde(default)]
    model: Option<Model>,
    #[serde(default)]
    result: Option<Found>,
}

/// A segment of Whisper's.
#[derive(Deserialize)]
struct Segment {
    #[serde(default)]
    start: Option<Number>,
    #[serde(default)]
    end: Option<Number>,
    #[serde(default)]
    text: Option<Word>,
    #[serde(default)]
    speaker: Option<Word>,
}

/// A segment of whisper.cpp's.
#[derive(Deserialize)]
struct Stretch {
    #[serde(default)]
    offsets: Option<Offsets>,
    #[serde(default)]
    text: Option<Word>,
    #[serde(default)]
    speaker: Option<Word>,
}

#[derive(Deserialize)]
struct Offsets {
    #[serde(default)]
    from: Option<Number>,
    #[serde(default)]
    to: Option<Number>,
}

#[derive(Default, Deserialize)]
struct Found {
    #[serde(default)]
    language: Option<Word>,
}

/// Which model: by its name, or in an object by its type.
struct Model(String);

impl<'de> Deserialize<'de> for Model {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Kind {
            #[serde(default, rename = "type")]
            kind: Option<Word>,
        }
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Kind(Kind),
            Name(Word),
        }
        Ok(Self(match Either::deserialize(deserializer)? {
            Either::Kind(Kind { kind }) => kind.map(|word| word.0).unwrap_or_default(),
            Either::Name(word) => word.0,
        }))
    }
}

/// A text, or a number as one; nothing for whatever else stands there.
struct Word(String);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Scalar).map(|scalar| match scalar {
            Some(Read::Text(text)) => Self(text),
            Some(Read::Number(number)) => Self(number.to_string()),
            None => Self(String::new()),
        })
    }
}

/// A number, also in quotation marks; nothing for whatever else stands there.
struct Number(Option<f64>);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Scalar).map(|scalar| match scalar {
            Some(Read::Text(text)) => Self(text.trim().parse().ok()),
            Some(Read::Number(number)) => Self(Some(number)),
            None => Self(None),
        })
    }
}

enum Read {
    Text(String),
    Number(f64),
}

/// What is no list and no object; those are passed over.
struct Scalar;

impl<'de> Visitor<'de> for Scalar {
    type Value = Option<Read>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("scalar")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Read::Text(text.to_owned())))
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(Read::Number(number)))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(Read::Number(number as f64)))
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(Read::Number(number as f64)))
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }
    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

/// A list of no more than are kept: one more is read than may be, so that it is known that there are too many.
struct Few<T>(Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Few<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Counting<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Counting<T> {
            type Value = Few<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Few<T>, A::Error> {
                let mut all = Vec::new();
                while all.len() <= MOST
                    && let Some(one) = seq.next_element()?
                {
                    all.push(one);
                }
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Few(all))
            }
        }
        deserializer.deserialize_seq(Counting(PhantomData))
    }
}

/// Whether a file begins as JSON does, and not with a stamp in brackets.
pub(super) fn begins(text: &str) -> bool {
    match text.strip_prefix('{') {
        Some(inside) => inside.trim_start().starts_with(['"', '}']),
        None => text.strip_prefix('[').is_some_and(|inside| inside.trim_start().starts_with(['{', ']'])),
    }
}

/// Reads such a file, and says whose form it has.
pub(super) fn read(text: &str, gathered: &mut Gathered) -> Result<Form, Unreadable> {
    let text = without_nan(text);
    let broken = |why: serde_json::Error| Unreadable::at(why.line(), Why::Json(why.column()));
    let file = if text.trim_start().starts_with('[') {
        let segments = serde_json::from_str(&text).map_err(broken)?;
        File { segments: Some(segments), ..File::default() }
    } else {
        serde_json::from_str(&text).map_err(broken)?
    };
    gathered.counted = Counted::Passages;
    gathered.model = file.model.map(|model| model.0).unwrap_or_default();
    gathered.language = file.language.or(file.result.and_then(|found| found.language)).map(|word| word.0).unwrap_or_default();
    match (file.segments, file.transcription) {
        (Some(segments), _) => {
            for (n, Segment { start, end, text, speaker }) in (1..).zip(segments.0) {
                let time = |number: Option<Number>| number.and_then(|number| number.0).map(|s| of_seconds(s).ok_or(s)).transpose();
                add(n, time(start), time(end), text, speaker, gathered)?;
            }
            Ok(Form::Whisper)
        }
        (None, Some(stretches)) => {
            for (n, Stretch { offsets, text, speaker }) in (1..).zip(stretches.0) {
                let (from, to) = offsets.map_or((None, None), |offsets| (offsets.from, offsets.to));
                let time = |number: Option<Number>| {
                    let ms = number.and_then(|number| number.0);
                    ms.map(|ms| of_seconds(ms / 1000.0).filter(|ms| *ms <= LONGEST).ok_or(ms)).transpose()
                };
                add(n, time(from), time(to), text, speaker, gathered)?;
            }
            Ok(Form::WhisperCpp)
        }
        (None, None) => Err(Unreadable::of(Why::JsonOther)),
    }
}

fn add(
    n: usize,
    from: Result<Option<u64>, f64>,
    to: Result<Option<u64>, f64>,
    text: Option<Word>,
    speaker: Option<Word>,
    gathered: &mut Gathered,
) -> Result<(), Unreadable> {
    let wrong = |number: f64| gathered.wrong(n, Why::Time(number.to_string()));
    let words = text.map(|word| word.0).unwrap_or_default();
    let from = from.map_err(wrong)?.ok_or_else(|| gathered.wrong(n, Why::NoTime))?;
    let to = to.map_err(wrong)?;
    gathered.add(Said { line: n, from, to, speaker: speaker.map(|word| word.0).unwrap_or_default(), words, goes_on: false })
}

/// `text` with `null` where Python wrote that a number is none.
fn without_nan(text: &str) -> Cow<'_, str> {
    const NONE: [&str; 3] = ["-Infinity", "Infinity", "NaN"];
    if !NONE.iter().any(|none| text.contains(none)) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut copied, mut at, mut is_text) = (String::with_capacity(text.len()), 0, 0, false);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if is_text => at += 1,
            b'"' => is_text = !is_text,
            b'-' | b'I' | b'N' if !is_text => {
                if let Some(none) = NONE.iter().find(|none| bytes[at..].starts_with(none.as_bytes())) {
                    out.push_str(&text[copied..at]);
                    out.push_str("null");
                    at += none.len();
                    copied = at;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}
