//! The letter of a long interview in each form: how long `hearback letter` takes, beside pandoc making the same form of our Markdown in the
//! same run; and what others read in it: LibreOffice (by a PDF, its words by poppler) and pandoc.
//!
//! Four hundred notes and twelve statements, as of two hours. Speed is printed, never asserted; a word or a box that a reader does not find is
//! a failure. What cannot be tried here is skipped with a word: pandoc, soffice (libreoffice-writer) and pdftotext (poppler-utils) are asked for.

#![expect(clippy::disallowed_methods, reason = "a bench stands outside: it owns its clock, its processes and its files")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints")]

#[expect(dead_code, reason = "what the bench of an interview needs besides")]
mod figures;
#[expect(dead_code, reason = "what the bench of searching needs besides")]
mod study;

use std::error::Error;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::document::Format;
use hearback::domain::command::Command as Wish;
use hearback::domain::session::Session;
use hearback::domain::time::Stamp;
use hearback::shell::script::Script;
use hearback::store::folder::read_text;
use hearback::store::guide_file::read_guide;
use hearback::store::journal;
use hearback::store::journal::Journal;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event as Xml;

use crate::figures::Dice;
use crate::figures::Series;
use crate::figures::judged;
use crate::study::around;
use crate::study::number;

/// What could not be measured, and why.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// The program.
const HEARBACK: &str = env!("CARGO_BIN_EXE_hearback");

/// How often each thing is asked.
const TIMES: usize = 10;

/// What pandoc can make a PDF with, the quickest first.
const ENGINES: [&str; 5] = ["weasyprint", "wkhtmltopdf", "lualatex", "xelatex", "typst"];

/// What is wanted of a form that pandoc makes too: at most its time.
const WANTED: f64 = 1.0;

fn main() -> ExitCode {
    match measured() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn measured() -> Outcome<()> {
    let (notes, statements) = (number("HEARBACK_BENCH_NOTES", 400), number("HEARBACK_BENCH_STATEMENTS", 12));
    let dir = tempfile::tempdir()?;
    let study = dir.path().join("study");
    let session = interviewed(&study, notes, statements)?;
    println!("A letter of {statements} statements from {notes} notes, in ms (n={TIMES} each)");
    println!("                                        median      min      max");
    let markdown = dir.path().join("letter.md");
    for format in Format::ALL {
        let form = format.extension();
        let out = dir.path().join(format!("letter.{form}"));
        let ours = timed(|| written(&study, dir.path(), &session, form, &out))?;
        tell(&format!("hearback letter --format {form}"), &ours);
        if format == Format::Markdown {
            continue;
        }
        // A PDF takes pandoc another program.
        let engine = if form == "pdf" { ENGINES.into_iter().find(|engine| is_here(engine)) } else { None };
        if is_here("pandoc") && (form != "pdf" || engine.is_some()) {
            let theirs = timed(|| converted(&markdown, engine, &dir.path().join(format!("theirs.{form}"))))?;
            tell(&format!("pandoc, {form} of our Markdown"), &theirs);
            let ratio = ours.median() / theirs.median();
            println!("   hearback against pandoc: {ratio:.2}{}", judged(ratio, Some(WANTED)));
        } else if form == "pdf" {
            println!("   pandoc: skipped, because it is not installed, or nothing of {}", ENGINES.join(", "));
        } else {
            println!("   pandoc: skipped, because it is not installed");
        }
    }
    paper_read(dir.path(), statements)?;
    read_by_others(dir.path())
}

fn tell(what: &str, series: &Series) {
    println!("{what:<36} {:>9.1} {:>8.1} {:>8.1}", series.median(), series.at(0.0), series.at(1.0));
}

fn timed(mut ask: impl FnMut() -> Outcome<Duration>) -> Outcome<Series> {
    let mut series = Series::default();
    for _ in 0..TIMES {
        series.push(ask()?);
    }
    Ok(series)
}

/// A study with one interview, reviewed, and its summary drafted; the name of its folder.
fn interviewed(study: &Path, notes: usize, statements: usize) -> Outcome<String> {
    Script::make_study(study).map_err(|why| why.text)?;
    let (mut dice, tone) = (Dice::new(7), Piece::Tone { hertz: 220.0, level: 0.3, lasts: Duration::from_secs(1) });
    let texts: Vec<String> = (0..notes).map(|_| study::words(&mut dice, 12)).collect();
    let folder = study::interview(study, Sound::script(&[tone], Again::Looped), 0, &texts, Duration::from_millis(100))?;
    let path = folder.join("journal.jsonl");
    let guide = read_guide("guide.yaml", &read_text(&folder.join("guide.yaml"))?).guide.ok_or("the guide cannot be read")?;
    let loaded = journal::read(&path)?;
    let mut session = Session::replay(guide, loaded.events()).ok_or("the journal holds no session")?;
    let topics: Vec<_> = session.guide().topics.iter().map(|topic| topic.id.clone()).collect();
    let sources: Vec<_> = session.notes().map(|note| note.id).collect();
    let (mut all, at) = (Vec::new(), Stamp::new(1_795_341_600_000, 60));
    for n in 0..statements {
        let text = format!("{}and that is what you told us.", study::words(&mut dice, 14));
        let (topic, source) = (topics[n % topics.len()].clone(), sources[n * sources.len() / statements]);
        let event = session.decide(Wish::WriteStatement { topic, text, sources: vec![source], quotes: vec![source] });
        let event = event.map_err(|refusal| refusal.to_string())?;
        session.apply(&event);
        all.push((event, at, 0));
    }
    Journal::open(&path)?.0.append(&all)?;
    Ok(folder.file_name().ok_or("a session without a name")?.to_string_lossy().into_owned())
}

/// How long `hearback letter` takes into a new file.
fn written(study: &Path, dir: &Path, session: &str, form: &str, out: &Path) -> Outcome<Duration> {
    fs::remove_file(out).ok();
    let mut command = Command::new(HEARBACK);
    let command = command.args(["letter", session, "--format", form, "--out"]).arg(out).env_clear().envs(around(study, dir));
    took(command)
}

/// How long pandoc takes to make a file of our Markdown.
fn converted(markdown: &Path, engine: Option<&str>, into: &Path) -> Outcome<Duration> {
    took(
        Command::new("pandoc")
            .args(engine.map(|engine| format!("--pdf-engine={engine}")))
            .args(["--standalone", "--from", "commonmark", "--metadata", "title=letter"])
            .arg(markdown)
            .arg("--output")
            .arg(into),
    )
}

fn took(command: &mut Command) -> Outcome<Duration> {
    let began = Instant::now();
    let out = command.stdin(Stdio::null()).output()?;
    let took = began.elapsed();
    if out.status.success() { Ok(took) } else { Err(String::from_utf8_lossy(&out.stderr).into()) }
}

fn is_here(program: &str) -> bool {
    Command::new(program).arg("--version").stdin(Stdio::null()).output().is_ok()
}

/// Whether poppler finds every statement in the PDF that lies in `dir`, and qpdf nothing that is wrong with it.
fn paper_read(dir: &Path, statements: usize) -> Outcome<()> {
    let letter = dir.join("letter.pdf");
    if !letter.exists() {
        println!("PDF: skipped, because this was built without (--features pdf)");
        return Ok(());
    }
    if Command::new("pdftotext").arg("-v").output().is_ok() {
        let told = Command::new("pdftotext").arg(&letter).arg("-").output()?;
        let found = bare(&String::from_utf8(told.stdout)?).matches("andthatiswhatyoutoldus.").count();
        if found != statements {
            return Err(format!("poppler finds {found} statements of {statements} in the PDF").into());
        }
        println!("poppler reads every statement of the PDF");
    } else {
        println!("PDF read by poppler: skipped, because pdftotext is not installed");
    }
    if is_here("qpdf") {
        took(Command::new("qpdf").arg("--check").arg(&letter))?;
        println!("qpdf finds nothing wrong with the PDF");
    } else {
        println!("PDF checked by qpdf: skipped, because it is not installed");
    }
    Ok(())
}

/// Whether others read every word, every line and every box of the letter that lies in `dir`, in its order.
fn read_by_others(dir: &Path) -> Outcome<()> {
    let letter = dir.join("letter.docx");
    let meant = paragraphs(&fs::read(&letter)?)?;
    let boxes = meant.iter().map(|text| text.matches('☐').count()).sum::<usize>();
    if is_here("pandoc") {
        let told = Command::new("pandoc").args(["--to", "plain", "--wrap", "none"]).arg(&letter).output()?;
        all_found("pandoc", &meant, &String::from_utf8(told.stdout)?)?;
    } else {
        println!("read by pandoc: skipped, because it is not installed");
    }
    if is_here("soffice") && Command::new("pdftotext").arg("-v").output().is_ok() {
        let profile = format!("-env:UserInstallation=file://{}", dir.join("office").display());
        took(Command::new("soffice").args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(dir).arg(&letter))?;
        let told = Command::new("pdftotext").arg("-layout").arg(dir.join("letter.pdf")).arg("-").output()?;
        let told = String::from_utf8(told.stdout)?;
        let pages: Vec<&str> = told.trim_end_matches('\u{c}').split('\u{c}').collect();
        println!("LibreOffice makes {} pages of it", pages.len());
        if !pages[0].contains("What should it say?") {
            return Err("LibreOffice sets the first statement and its box on another page than the first".into());
        }
        // The last line of a page is its foot.
        let bodies = pages.iter().map(|page| page.trim_end().rsplit_once('\n').map_or("", |(body, _)| body));
        all_found("LibreOffice", &meant, &bodies.collect::<String>())?;
    } else {
        println!("read by LibreOffice: skipped, because soffice or pdftotext is not installed");
    }
    println!("{} paragraphs and {boxes} boxes are in the file for Word", meant.len());
    Ok(())
}

/// Looks for what was meant in what was read, one after the other; space is the reader's own.
fn all_found(reader: &str, meant: &[String], read: &str) -> Outcome<()> {
    let (mut rest, all) = (bare(read), meant.iter().map(|text| bare(text)));
    for text in all {
        let at = rest.find(&text).ok_or_else(|| format!("{reader} does not find, in its place: {text}"))?;
        rest.drain(..at + text.len());
    }
    println!("{reader} reads all of it, in order");
    Ok(())
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '“' | '”' | '‘' | '’') { '"' } else { c })
        .map(|c| if c == '\'' { '"' } else { c })
        .collect()
}

/// The texts of the paragraphs in a file for Word.
fn paragraphs(bytes: &[u8]) -> Outcome<Vec<String>> {
    let (mut zip, mut part) = (zip::ZipArchive::new(std::io::Cursor::new(bytes))?, String::new());
    zip.by_name("word/document.xml")?.read_to_string(&mut part)?;
    let (mut reader, mut told, mut text) = (Reader::from_str(&part), Vec::new(), String::new());
    loop {
        match reader.read_event()? {
            Xml::Text(more) => text.push_str(&more.xml10_content()),
            Xml::GeneralRef(name) => {
                let sign = name.resolve_char_ref()?.map(String::from);
                text.push_str(&sign.or_else(|| resolve_predefined_entity(&name.into_inner()).map(str::to_owned)).unwrap_or_default());
            }
            Xml::End(end) if end.name().as_ref() == "w:p" => told.extend(Some(std::mem::take(&mut text)).filter(|text| !text.is_empty())),
            Xml::Eof => return Ok(told),
            _ => {}
        }
    }
}
