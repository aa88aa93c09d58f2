//! The letter that a study has written itself, read from its file: every problem at once, with its place. Its name and its bytes come from
//! whoever opened it.

use crate::domain::letter::template::Template;
use crate::store::legible;
use crate::store::problem::At;
use crate::store::problem::Problem;
use crate::store::problem::Problems;

/// The letter in `bytes`; problems name the file as `name`.
pub(crate) fn read_template(name: &str, bytes: &[u8]) -> Result<Template, Vec<Problem>> {
    let text = legible::text(name, bytes)?;
    Template::read(text).map_err(|faults| {
        let mut problems = Problems::new(name, text);
        for fault in faults {
            if fault.is_a_lack() {
                problems.add_lack(fault.what(), fault.hint());
            } else {
                problems.add(At { line: fault.line, column: fault.column }, fault.what(), fault.hint());
            }
        }
        problems.into_sorted()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a letter: line, column and the first words.
    fn told(text: &str) -> Vec<String> {
        let problems = read_template("letter.md", text.as_bytes()).err().unwrap_or_default();
        problems.iter().map(|problem| format!("{}:{} {}", problem.line, problem.column, problem.what)).collect()
    }

    const WHOLE: &str = "# Did we hear you?\n\nDear {name},\n\nOn {date} you met {interviewer}. {silence} {contact}\n\n{statements}\n";

    #[test]
    fn what_a_letter_cannot_have_is_told_with_its_line_and_column() {
        assert_eq!(told(WHOLE), Vec::<String>::new());
        for (added, problem) in [
            ("See {datum}.", "9:5 nothing is filled in for {datum}"),
            ("a <b>word</b>", "9:3 a letter is text: tags, pictures, tables and code have no place in it"),
            ("<script>", "9:1 a letter is text: tags, pictures, tables and code have no place in it"),
            ("![me](me.png)", "9:1 a letter is text: tags, pictures, tables and code have no place in it"),
            ("| a | b |", "9:1 a letter is text: tags, pictures, tables and code have no place in it"),
            ("so **very** dear", "9:4 a letter has no bold or slanted words"),
            ("so _very_ dear", "9:4 a letter has no bold or slanted words"),
            ("# And another", "9:1 a second line begins with `# `, and the letter has one title"),
            ("{statements}", "9:1 {statements} stands there twice"),
            ("All of it: {missing}", "9:12 {missing} is more than a line, and other words stand beside it"),
        ] {
            let found = told(&format!("{WHOLE}\n{added}\n"));
            assert!(found.iter().all(|found| found.starts_with("9:")), "{added}: {found:?}");
            assert_eq!(found.first().map(String::as_str), Some(problem), "{added}");
        }
        for fine in [
            "2 * 3 * 4, snake_case_word",
            "\\*so\\* it is",
            "a < b and {",
            "[us](https://example.org)",
            "<https://example.org>",
            "<!-- <b> -->",
        ] {
            assert_eq!(told(&format!("{WHOLE}\n{fine}\n")), Vec::<String>::new(), "{fine}");
        }
    }

    #[test]
    fn a_file_that_is_no_letter_is_not_shown() {
        let problems = read_template("letter.md", b"root:x:0:0:secret:/root:/bin/sh\n").expect_err("no letter");
        assert_eq!(problems.len(), 4, "{problems:?}");
        for problem in problems {
            let told = problem.to_string();
            assert!(told.starts_with("letter.md:1:1: ") && !told.contains("secret"), "{told}");
        }
    }

    #[test]
    fn what_a_letter_cannot_do_without_is_told() {
        for (gone, problem) in [
            ("{statements}", "1:1 the letter lacks {statements}, and would be none without it"),
            ("{contact}", "1:1 the letter lacks {contact}, and would be none without it"),
            ("{silence}", "1:1 the letter does not say that silence is not agreement"),
            ("# Did we hear you?", "1:1 nothing says what the letter is"),
        ] {
            assert_eq!(told(&WHOLE.replace(gone, "")), [problem], "{gone}");
        }
        let said = "If we hear nothing, that is fine, and\nwe will not think that you agree.";
        assert_eq!(told(&WHOLE.replace("{silence}", said)), Vec::<String>::new(), "said in so many words");
    }
}
