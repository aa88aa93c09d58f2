//! What must be reported, as a guide and `study.yaml` list it: in both the same.

use crate::domain::guide::Id;
use crate::domain::guide::care::ReportKind;
use crate::domain::guide::care::Within;
use crate::domain::guide::check::FileStep;
use crate::domain::report::MOST;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::words::message::message;
use crate::words::say;

const REPORT: FormKind = FormKind { name: "report", keys: &["is", "what", "to", "within"] };

/// What stands under `reports` in `form`.
pub(crate) fn reports(walk: &mut Walk, form: &Form) -> Vec<ReportKind> {
    let mut kinds: Vec<ReportKind> = Vec::new();
    for node in form.list(walk, "reports") {
        let place = [form.place_of("reports").as_slice(), &[FileStep::Item(kinds.len())]].concat();
        let Some(item) = Form::open(walk, node, place, &REPORT) else { continue };
        if kinds.len() == MOST {
            walk.problems.add(node.at, say!("report-too-many", most = MOST), say!("report-one-a-digit"));
            break;
        }
        let what = item.needed(walk, "what", message!("report-write-what"));
        let named = item.text(walk, "is").unwrap_or_else(|| Id::from_words(&what).to_string());
        let is = if kinds.iter().any(|kind| kind.is == named) { format!("{named}-{}", kinds.len() + 1) } else { named };
        let (to, within) = (item.text(walk, "to").unwrap_or_default(), within(walk, &item));
        kinds.push(ReportKind { is, what, to, within });
    }
    kinds
}

/// What stands under `within`; a day where nothing does.
pub(crate) fn within(walk: &mut Walk, form: &Form) -> Within {
    let Some(text) = form.text(walk, "within") else { return Within::A_DAY };
    Within::read(&text).unwrap_or_else(|| {
        form.tell(walk, "within", say!("form-cannot-be", key = "within", value = &text), say!("form-within"));
        Within::A_DAY
    })
}
