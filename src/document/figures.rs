//! The figures of a study for papers and for programs: tables in Markdown that can be pasted, and one long table as CSV.
//!
//! The long table has a line for each number: `section,of,row,column,value`. It is tidy (a value a line), so that one program reads all of it in
//! one go, and a table of a paper is a pivot of some of its lines. It is made of the same tree as the JSON, so neither can say what the other does not.

use serde_json::Map;
use serde_json::Value;

use crate::document::handover::csv::cell;
use crate::domain::study::figures::Figures;
use crate::domain::study::figures::table::Side;
use crate::domain::study::figures::table::Table;
use crate::domain::text::shown;

/// The fields that say what a line is about; all else is said of it. In the order in which they are joined.
const NAMES: [&str; 14] = [
    "guide",
    "group",
    "audience",
    "round",
    "attribute",
    "item",
    "aspect",
    "value",
    "question",
    "topic",
    "version",
    "session",
    "code",
    "kind",
];

/// `tables` in Markdown.
pub fn markdown(tables: &[Table]) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let page = tables.iter().enumerate().map(|(n, table)| {
        let heading = format!("{} {}", if n == 0 { "#" } else { "##" }, escaped(&table.heading));
        let mut parts: Vec<String> = std::iter::once(heading).chain(table.said.iter().map(|sentence| escaped(sentence))).collect();
        if !table.rows.is_empty() {
            let sides = table.columns.iter().map(|(_, side)| match side {
                Side::Left => "---".to_owned(),
                Side::Right => "---:".to_owned(),
            });
            let head = [row(table.columns.iter().map(|(head, _)| escaped(head)).collect()), row(sides.collect())];
            let rows = table.rows.iter().map(|cells| row(cells.iter().map(|cell| escaped(cell)).collect()));
            parts.push(head.into_iter().chain(rows).collect::<Vec<_>>().join("\n"));
        }
        parts.extend(table.notes.iter().map(|sentence| escaped(sentence)));
        parts.join("\n\n")
    });
    page.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// `text` in one line, in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in shown(text).trim().chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `figures` as CSV (RFC 4180), in one long table.
pub fn csv(figures: &Figures) -> Result<String, serde_json::Error> {
    let mut out = String::new();
    out += "section,of,row,column,value\r\n";
    if let Value::Object(sections) = serde_json::to_value(figures)? {
        for (section, value) in &sections {
            long(&mut out, section, &[], value);
        }
    }
    Ok(out)
}

/// The lines of `value`, which stands in `section` below what `of` names.
fn long(out: &mut String, section: &str, of: &[String], value: &Value) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| long(out, section, of, one)),
        Value::Object(fields) => object(out, section, of, fields),
        scalar => said(out, section, of, "", section, scalar),
    }
}

/// The lines of an object: what names it is its row, what it holds stands under that.
fn object(out: &mut String, section: &str, of: &[String], fields: &Map<String, Value>) {
    // Where the guide is named, its audience follows from that.
    let is_name = |name: &str| NAMES.contains(&name) && !(name == "audience" && fields.contains_key("guide"));
    let named = NAMES.iter().filter(|name| is_name(name)).filter_map(|name| fields.get(*name).and_then(Value::as_str));
    let named = named.filter(|name| !name.is_empty());
    let row = named.collect::<Vec<_>>().join(" / ");
    for (name, value) in fields.iter().filter(|(name, _)| !is_name(name)) {
        match value {
            Value::Array(all) if all.iter().any(Value::is_object) => {
                let below: Vec<String> = of.iter().cloned().chain(Some(row.clone()).filter(|row| !row.is_empty())).collect();
                long(out, &format!("{section}.{name}"), &below, value);
            }
            Value::Array(all) => all.iter().for_each(|one| said(out, section, of, &row, name, one)),
            Value::Object(inner) => inner.iter().for_each(|(part, one)| said(out, section, of, &row, &format!("{name}.{part}"), one)),
            scalar => said(out, section, of, &row, name, scalar),
        }
    }
}

fn said(out: &mut String, section: &str, of: &[String], row: &str, column: &str, value: &Value) {
    let value = match value {
        Value::Null => return,
        Value::String(text) => cell(text),
        number => number.to_string(),
    };
    *out += &[cell(section), cell(&of.join(" / ")), cell(row), cell(column), value].join(",");
    *out += "\r\n";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_is_no_markup_in_a_table() {
        let cell = |text: &str| vec![text.to_owned()];
        let table =
            Table { columns: vec![("n".into(), Side::Right)], rows: vec![cell("a|b\nc"), cell("*x*")], ..Table::about("# T".into()) };
        assert_eq!(markdown(&[table]), "# \\# T\n\n| n |\n| ---: |\n| a\\|b c |\n| \\*x\\* |\n");
    }

    #[test]
    fn a_line_of_csv_is_one_whatever_stands_in_it() {
        let mut out = String::new();
        said(&mut out, "s", &["a,b".into()], "say \"x\"", "c", &Value::from("=1+1"));
        said(&mut out, "s", &[], "", "n", &Value::from(-3));
        said(&mut out, "s", &[], "", "nothing", &Value::Null);
        assert_eq!(out, "s,\"a,b\",\"say \"\"x\"\"\",c,'=1+1\r\ns,,,n,-3\r\n");
    }
}
