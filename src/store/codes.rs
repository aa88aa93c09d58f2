//! The codes that notes may have, as `study.yaml` lists them: each a name, or a name with what it means and when it is used.

use crate::domain::code;
use crate::domain::code::Code;
use crate::domain::guide::check::FileStep;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::yaml::Value;
use crate::words::message::message;
use crate::words::say;

const CODE: FormKind = FormKind { name: "code", keys: &["code", "description", "when"] };

/// What stands under `codes` in `form`.
pub(crate) fn codes(walk: &mut Walk, form: &Form) -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    for (nth, node) in form.list(walk, "codes").iter().enumerate() {
        let read = if let Value::Text(name) = &node.value {
            Code::called(name)
        } else {
            let place = [form.place_of("codes").as_slice(), &[FileStep::Item(nth)]].concat();
            let Some(item) = Form::open(walk, node, place, &CODE) else { continue };
            let name = item.needed(walk, "code", message!("code-write-name"));
            let text = |walk: &mut Walk, key| item.text(walk, key).unwrap_or_default();
            Code { code: code::name_of(&name), description: text(walk, "description"), when: text(walk, "when") }
        };
        if read.code.is_empty() {
            continue;
        }
        if codes.iter().any(|one| one.is_called(&read.code)) {
            walk.problems.add(node.at, say!("code-twice", code = read.code.as_str()), say!("code-once"));
            continue;
        }
        codes.push(read);
    }
    codes
}
