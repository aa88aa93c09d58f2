//! `retention` in `study.yaml`: a sentence, as it always was, or a term for each kind of material.

use crate::domain::destruction::Material;
use crate::domain::retention::CountsFrom;
use crate::domain::retention::Kept;
use crate::domain::retention::Term;
use crate::domain::retention::Terms;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::is_date;
use crate::store::yaml::Value;
use crate::words::say;

const RETENTION: FormKind =
    FormKind { name: "retention", keys: &["sound", "transcript", "notes", "consent", "key_list", "study_ends", "key_list_destroyed"] };

const KEPT: [(&str, Kept); 5] = [
    ("sound", Kept::Of(Material::Sound)),
    ("transcript", Kept::Of(Material::Transcript)),
    ("notes", Kept::Of(Material::Notes)),
    ("consent", Kept::Of(Material::Consent)),
    ("key_list", Kept::KeyList),
];

/// What stands under `retention` in `form`: the sentence, or the terms.
pub(crate) fn retention(walk: &mut Walk, form: &Form) -> (String, Terms) {
    let Some(node) = form.value(walk, "retention") else { return Default::default() };
    let before = walk.problems.count();
    if !matches!(node.value, Value::Map(_)) {
        let sentence = form.text(walk, "retention").unwrap_or_default();
        return (sentence, Terms { unread: walk.problems.count() > before, ..Terms::default() });
    }
    let Some(form) = Form::open(walk, node, form.place_of("retention"), &RETENTION) else {
        return (String::new(), Terms::of_unread_file());
    };
    let mut day = |key| {
        let day = form.text(walk, key)?;
        if !is_date(&day) {
            form.tell(walk, key, say!("form-no-date", date = &day), say!("form-date"));
        }
        Some(day).filter(|day| is_date(day))
    };
    let [study_ends, key_list_destroyed] = ["study_ends", "key_list_destroyed"].map(&mut day);
    let mut all = Vec::new();
    for (key, kept) in KEPT {
        let Some(text) = form.text(walk, key) else { continue };
        match Term::read(&text) {
            Some(term) if term.from == CountsFrom::Study && study_ends.is_none() => {
                form.tell(walk, key, say!("retention-no-end", key = key), say!("retention-say-end"));
                all.push((kept, term));
            }
            Some(term) => all.push((kept, term)),
            None => form.tell(walk, key, say!("form-cannot-be", key = key, value = &text), say!("retention-write")),
        }
    }
    let unread = walk.problems.count() > before;
    (String::new(), Terms { all, study_ends, key_list_destroyed, unread })
}
