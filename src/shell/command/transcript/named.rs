//! A speaker and their code, as they are typed.

use crate::domain::study::ParticipantCode;
use crate::domain::study::looks_like_a_name;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::words::message::message;
use crate::words::say;

/// `SPEAKER=CODE`, taken apart at the last sign of equality: a label may have one, a code has none.
pub(super) fn named(text: &str) -> Result<(String, String), Failure> {
    let wrong = |hint: String| Failure::new(Kind::Usage, say!("transcript-no-speaker", text = text, hint = hint));
    let (label, code) = text.rsplit_once('=').ok_or_else(|| wrong(say!("transcript-speaker-form")))?;
    let code = ParticipantCode::new(code.trim()).map_err(|why| wrong(why.hint()))?;
    if looks_like_a_name(code.as_str()) {
        remark(noted(message!("looks-like-a-name", code = code.to_string())));
    }
    Ok((label.trim().to_owned(), code.to_string()))
}

/// More speakers than that are no speakers.
const SHOWN: usize = 20;

/// Those who speak, in a row.
pub(super) fn in_a_row<S: AsRef<str>>(all: &[S]) -> String {
    let shown: Vec<&str> = all.iter().take(SHOWN).map(AsRef::as_ref).collect();
    let more = if all.len() > SHOWN { ", …" } else { "" };
    if shown.is_empty() { "-".to_owned() } else { format!("{}{more}", shown.join(", ")) }
}
