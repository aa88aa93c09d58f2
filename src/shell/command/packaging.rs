//! `hearback man` and `hearback completions`: what whoever installs the program puts beside it. It is English, as the help and the manual are
//! that it is made of.

use std::path::Path;

use clap_complete::Shell;
use clap_mangen::Man;

use crate::disk::real::create_folder;
use crate::disk::whole;
use crate::manual::CHAPTERS;
use crate::manual::Chapter;
use crate::manual::page::Row;
use crate::manual::page::Run;
use crate::manual::page::Segment;
use crate::manual::page::blocks;
use crate::shell::cli;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;

/// Prints what a shell needs to complete our commands and flags.
pub(super) fn completions(shell: Shell) {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut cli::definition(), "hearback", &mut bytes);
    put_as_it_stands(&bytes);
}

/// Writes a page for each command (section 1) and each topic (section 7) into `dir`. A page that is there already is left alone, and none is
/// written then.
pub(super) fn man(dir: &Path) -> Result<(), Failure> {
    let mut pages = Vec::new();
    of_command(cli::definition(), &mut pages).map_err(|why| Failure::new(Kind::Bug, say!("man-cannot", why = why.to_string())))?;
    pages.extend(CHAPTERS.iter().map(|topic| (format!("hearback-{}.7", topic.name), of_topic(topic).into_bytes())));
    create_folder(dir).map_err(|e| StoreError::io(dir, message!("could-not-make-the-folder"), e))?;
    if let Some((there, _)) = pages.iter().find(|(name, _)| dir.join(name).exists()) {
        return Err(Failure::mendable(say!("man-there", page = there, folder = dir.display().to_string())));
    }
    for (name, bytes) in &pages {
        let path = dir.join(name);
        whole::create(&path, bytes).map_err(|e| StoreError::io(&path, message!("could-not-write-page"), e))?;
    }
    let (folder, first) = (dir.display().to_string(), dir.join("hearback.1").display().to_string());
    put(say!("man-made", count = pages.len(), folder = folder, page = first));
    Ok(())
}

/// The page of `command` and those of the commands below it.
fn of_command(command: cli::Definition, pages: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    for below in command.get_subcommands() {
        of_command(below.clone(), pages)?;
    }
    let page = Man::new(command);
    let mut bytes = Vec::new();
    page.render(&mut bytes)?;
    let topics: Vec<String> = CHAPTERS.iter().map(|topic| escaped(&format!("hearback-{}(7)", topic.name))).collect();
    bytes.extend_from_slice(format!(".SH \"SEE ALSO\"\n{}\n", topics.join(", ")).as_bytes());
    pages.push((page.get_filename(), bytes));
    Ok(())
}

/// A topic in the language of man pages, as man(7) of groff describes it.
fn of_topic(topic: &Chapter) -> String {
    let (name, title) = (escaped(topic.name), escaped(topic.title()));
    let body: String = blocks(topic.text).iter().skip(1).map(of_block).collect();
    format!(
        ".TH hearback\\-{name} 7 \"\" \"hearback {}\" \"\"\n.SH NAME\nhearback\\-{name} \\- {title}\n\
         .SH DESCRIPTION\n{body}.SH \"SEE ALSO\"\nhearback(1)\n",
        env!("CARGO_PKG_VERSION")
    )
}

fn of_block(block: &Segment) -> String {
    let heading = |request: &str, text: &[Run]| format!("{request} \"{}\"\n", roff(text).replace('"', "\\(dq"));
    match block {
        Segment::Heading(..=2, text) => heading(".SH", text),
        Segment::Heading(_, text) => heading(".SS", text),
        Segment::Paragraph(text) => format!(".PP\n{}\n", line(&roff(text))),
        Segment::Item(mark, text) => format!(".IP \"{}\" 4\n{}\n", if mark == "-" { "\\(bu" } else { mark }, line(&roff(text))),
        Segment::Code(lines) => {
            let lines: Vec<String> = lines.iter().map(|text| line(&escaped(text))).collect();
            format!(".PP\n.RS 4\n.nf\n{}\n.fi\n.RE\n", lines.join("\n"))
        }
        Segment::Table(table) => table.entries().iter().map(of_entry).collect(),
    }
}

fn of_entry(entry: &Row) -> String {
    let about: Vec<String> = entry.about.iter().map(|about| line(&roff(about))).collect();
    format!(".TP 4\n{}\n{}\n", line(&roff(&entry.term)), about.join("\n.br\n"))
}

fn roff(text: &[Run]) -> String {
    let span = |span: &Run| match span {
        Run::Plain(text) => escaped(text),
        Run::Code(text) | Run::Strong(text) => format!("\\fB{}\\fR", escaped(text)),
        Run::Said(text) => format!("\\fI{}\\fR", escaped(text)),
    };
    text.iter().map(span).collect()
}

/// Text in which nothing is taken for a command, and each sign is the one that is typed: a hyphen can be searched for and copied.
fn escaped(text: &str) -> String {
    const SIGNS: [(char, &str); 5] = [('\\', "\\e"), ('-', "\\-"), ('~', "\\(ti"), ('^', "\\(ha"), ('`', "\\(ga")];
    let sign = |c: char| SIGNS.iter().find(|(sign, _)| *sign == c).map_or_else(|| c.to_string(), |(_, roff)| (*roff).to_owned());
    text.chars().map(sign).collect()
}

/// A line that no point or apostrophe at its beginning makes a request of.
fn line(text: &str) -> String {
    if text.starts_with(['.', '\'']) || text.is_empty() { format!("\\&{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_the_topic_says_and_takes_none_of_it_for_a_command() {
        let topic = Chapter { name: "guide", text: "# A guide\n\n.so `x-y`, *a\\b*\n\n- one\n\n| a | b |\n|---|---|\n| `~` | 'c |\n" };
        let page = of_topic(&topic);
        let (_, body) = page.split_once(".SH DESCRIPTION\n").unwrap();
        let expected =
            ".PP\n\\&.so \\fBx\\-y\\fR, \\fIa\\eb\\fR\n.IP \"\\(bu\" 4\none\n.TP 4\n\\fB\\(ti\\fR\n\\&'c\n.SH \"SEE ALSO\"\nhearback(1)\n";
        assert_eq!(body, expected);
        assert!(page.starts_with(".TH hearback\\-guide 7 ") && page.contains("hearback\\-guide \\- A guide\n"), "{page}");
    }
}
