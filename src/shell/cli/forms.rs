//! In which form a document is written: what `--format` says, else what the ending of the file's name says, else the usual one. Where the two
//! say different things, one of them is a slip, and nothing is written. What there is in one form only goes into no file of another.

use std::path::Path;

use clap::ValueEnum;

use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::words::say;

/// Endings, and the form that each stands for: those that are written here, and those that people have programs for.
const ENDINGS: [(&str, &str); 22] = [
    ("md", "md"),
    ("markdown", "md"),
    ("html", "html"),
    ("htm", "html"),
    ("docx", "docx"),
    ("doc", "doc"),
    ("odt", "odt"),
    ("rtf", "rtf"),
    ("pdf", "pdf"),
    ("yaml", "yaml"),
    ("yml", "yaml"),
    ("json", "json"),
    ("csv", "csv"),
    ("xlsx", "xlsx"),
    ("svg", "svg"),
    ("png", "png"),
    ("jpg", "jpg"),
    ("wav", "wav"),
    ("mp3", "mp3"),
    ("m4a", "m4a"),
    ("ogg", "ogg"),
    ("flac", "flac"),
];

/// The form in which a document goes into `out`, or is printed where that is nothing.
pub(crate) fn form<F: ValueEnum + Copy>(asked: Option<F>, usual: F, out: Option<&Path>) -> Result<F, Failure> {
    let Some((file, ending)) = out.and_then(|out| Some((out.display().to_string(), ending(out)?))) else {
        return Ok(asked.unwrap_or(usual));
    };
    let usage = |words: String| Failure::new(Kind::Usage, words);
    match asked {
        Some(asked) if word(&asked) == ending => Ok(asked),
        Some(asked) => Err(usage(say!("form-contradicts", file = file, form = word(&asked)))),
        None => {
            let all = F::value_variants();
            let words: Vec<String> = all.iter().map(word).collect();
            all.iter()
                .copied()
                .find(|one| word(one) == ending)
                .ok_or_else(|| usage(say!("form-unwritten", file = file, forms = words.join(", "))))
        }
    }
}

/// Refuses a file whose name ends in another form than the only one in which what goes into it is written.
pub(crate) fn only(form: &str, out: Option<&Path>) -> Result<(), Failure> {
    match out.and_then(|out| Some((out, ending(out)?))) {
        Some((out, ending)) if ending != form => {
            Err(Failure::new(Kind::Usage, say!("form-unwritten", file = out.display().to_string(), forms = form)))
        }
        _ => Ok(()),
    }
}

/// The word of the form that the name of `out` ends in, if it is a known one.
fn ending(out: &Path) -> Option<&'static str> {
    let ending = out.extension()?.to_str()?.to_lowercase();
    ENDINGS.into_iter().find(|(known, _)| *known == ending).map(|(_, form)| form)
}

fn word<F: ValueEnum>(form: &F) -> String {
    form.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::cli::options::LetterFormat;
    use crate::shell::cli::study::ReportForm;

    #[test]
    fn a_name_says_the_form_and_contradicts_none() {
        let report = |asked, out: &str| form(asked, ReportForm::Md, Some(Path::new(out))).map_err(|why| why.kind);
        for out in ["d.docx", "D.DOCX", "a.md/d.docx"] {
            assert_eq!(report(None, out), Ok(ReportForm::Docx), "{out}");
        }
        for out in ["d.md", "d.markdown", "d", "d.txt", ".docx"] {
            assert_eq!(report(None, out), Ok(ReportForm::Md), "{out}");
        }
        assert_eq!(report(Some(ReportForm::Docx), "d.docx"), Ok(ReportForm::Docx));
        assert_eq!(report(Some(ReportForm::Docx), "d.txt"), Ok(ReportForm::Docx), "an ending of one's own says nothing");
        let slips =
            [(Some(ReportForm::Md), "d.docx"), (Some(ReportForm::Docx), "d.md"), (None, "d.pdf"), (None, "d.html"), (None, "d.odt")];
        for (asked, out) in slips {
            assert_eq!(report(asked, out), Err(Kind::Usage), "{out}");
        }
        assert_eq!(form(None, ReportForm::Md, None).ok(), Some(ReportForm::Md));
        assert!(matches!(form(None, LetterFormat::Md, Some(Path::new("x.pdf"))), Ok(LetterFormat::Pdf)));
    }

    #[test]
    fn what_has_one_form_goes_into_no_file_of_another() {
        for out in ["clip.wav", "CLIP.WAV", "clip", "clip.part", ".mp3"] {
            assert_eq!(only("wav", Some(Path::new(out))), Ok(()), "{out}");
        }
        let refused = only("wav", Some(Path::new("a.wav/clip.mp3"))).expect_err("no such form");
        assert!(refused.kind == Kind::Usage && refused.text.contains("clip.mp3") && refused.text.ends_with("wav"), "{refused}");
        assert_eq!(only("md", None), Ok(()));
    }
}
