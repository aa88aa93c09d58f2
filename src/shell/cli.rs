//! The command line: data only. What each command does stands in `command/`.
//!
//! What clap says of it is English in every language: the frame of its help cannot be another, and from the same words pages and completions
//! are made. What is said past clap, in [`told`], is a message like any other.

pub(crate) mod codes;
pub(crate) mod export;
pub(crate) mod forms;
pub(crate) mod guide;
pub(crate) mod letters;
pub(crate) mod options;
pub(crate) mod quotes;
mod readers;
pub(crate) mod register;
pub(crate) mod study;
pub(crate) mod told;
pub(crate) mod transcript;

use std::any::TypeId;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use clap::Arg;
use clap::CommandFactory;
use clap::FromArgMatches;
use clap::Parser;
use clap::builder::OsStringValueParser;
use clap::builder::StringValueParser;
use clap::builder::TypedValueParser;
use clap_complete::Shell;

use crate::domain::study::ParticipantCode;
use crate::shell::cli::codes::CodesOf;
use crate::shell::cli::export::ExportOf;
use crate::shell::cli::guide::GuideSubcommand;
use crate::shell::cli::letters::BeforeOf;
use crate::shell::cli::letters::DispositionOf;
use crate::shell::cli::letters::LettersOf;
use crate::shell::cli::letters::ReplyOf;
use crate::shell::cli::letters::SentOf;
use crate::shell::cli::options::ChangeOfConsent;
use crate::shell::cli::options::ClipOf;
use crate::shell::cli::options::Conduct;
use crate::shell::cli::options::DecisionOf;
use crate::shell::cli::options::DestroyOf;
use crate::shell::cli::options::DoctorOf;
use crate::shell::cli::options::EndsOf;
use crate::shell::cli::options::HowDone;
use crate::shell::cli::options::LetterFormat;
use crate::shell::cli::options::LetterLook;
use crate::shell::cli::options::ProfileOf;
use crate::shell::cli::options::ReplayFrom;
use crate::shell::cli::options::WhatToWithhold;
use crate::shell::cli::options::WithdrawOf;
use crate::shell::cli::quotes::QuotesOf;
use crate::shell::cli::register::ParticipantsOf;
use crate::shell::cli::study::StudyOf;
use crate::shell::cli::transcript::TranscribeOf;
use crate::shell::cli::transcript::TranscriptSubcommand;
use crate::words::say;

/// Conduct, record and member-check research interviews.
#[derive(Debug, Parser)]
#[command(name = "hearback", version, about, max_term_width = 100, disable_help_subcommand = true)]
pub(crate) struct Cli {
    /// The study's folder; the one this folder is in unless set here or in HEARBACK_STUDY.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) study: Option<PathBuf>,
    /// For screen readers and braille: the screens as lines that are added below each other, choices by number; in ASCII where it can be.
    #[arg(long, global = true)]
    pub(crate) plain: bool,
    /// Your own code, such as I1: what is written this time is yours. Without it, whoever the form of an interview was told.
    #[arg(long, global = true, value_name = "CODE", value_parser = ParticipantCode::new)]
    pub(crate) interviewer: Option<ParticipantCode>,
    /// What the screens and sentences speak (en, nl, or a language of your own); unless given, what study.yaml says, or else the system.
    #[arg(long, global = true, value_name = "LANG")]
    pub(crate) language: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Option<Subcommand>,
}

/// What is asked for.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Subcommand {
    /// Make a study with the bundled guides.
    Init {
        /// Where; this folder unless given.
        dir: Option<PathBuf>,
        /// Its title.
        #[arg(long)]
        title: Option<String>,
    },
    /// Try everything out: a throw-away study and a simulated microphone.
    Demo {
        /// A scripted interview from set-up to letter in a few seconds, without the screen.
        #[arg(long)]
        auto: bool,
        /// Keep it in this new folder.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Set up and hold an interview.
    Conduct(Conduct),
    /// The interview room with nothing kept: to practise, and to time a pilot.
    Rehearse {
        /// A guide's file or id, or its id in one version (ID@VERSION); without one, a bundled guide and a simulated microphone.
        guide: Option<String>,
    },
    /// Listen back to a session.
    Replay {
        /// Its folder, or any part of its name that no other has.
        session: String,
        #[command(flatten)]
        from: ReplayFrom,
    },
    /// The member-check letter of a session.
    Letter {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// In which form; unless given, in that which the name of --out ends in, else md.
        #[arg(long, value_enum)]
        format: Option<LetterFormat>,
        /// In which language (en, nl): always that of the guide, and refused where that is another.
        #[arg(long, value_name = "LANG")]
        letter_language: Option<String>,
        /// Into this file, which must be new; printed unless given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[command(flatten)]
        look: LetterLook,
    },
    /// The register of letters: which went, what came back, and what is to be done.
    Letters(LettersOf),
    /// What is asked before a letter goes; or, with ITEM and an answer, that it was.
    Before(BeforeOf),
    /// Write down that a letter went to the participant, or its one reminder.
    Sent(SentOf),
    /// Write down what came back on a letter, in their words.
    Reply(ReplyOf),
    /// Write down what was done about a remark that came back.
    Disposition(DispositionOf),
    /// The sessions of the study, and where each stands.
    Sessions {
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Who may be interviewed, how they were found and who is missing; or, with CODE, what is known of one of them.
    Participants(ParticipantsOf),
    /// The figures of the study: how many interviews, how long, with whom, and until when; or a checklist that they fill in.
    Study(StudyOf),
    /// What a session holds: notes, coverage, takes, incidents.
    Show {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Find notes, statements, answers and transcripts again, in all sessions of the study.
    Search {
        /// Words; rows of words in "quotation marks"; kind:, participant:, tag:, after:, before:, session:.
        #[arg(required = true)]
        words: Vec<String>,
        /// No more than so many.
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
        /// For programs: a line each.
        #[arg(long)]
        json: bool,
    },
    /// What the participant agreed to; or, with ITEM and an answer, what they changed since.
    Consent {
        /// Its folder, or any part of its name that no other has.
        session: String,
        #[command(flatten)]
        change: ChangeOfConsent,
        /// For programs.
        #[arg(long, conflicts_with = "item")]
        json: bool,
    },
    /// What they do not want to be used: leave it out, and list it.
    Withhold {
        /// Its folder, or any part of its name that no other has.
        session: String,
        #[command(flatten)]
        what: WhatToWithhold,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Make silence of what is withheld, in the sound, for good.
    Silence {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// It is meant; without this, what would happen is said, and nothing is done.
        #[arg(long)]
        yes: bool,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// A piece of the sound as a WAV file of its own.
    Clip {
        /// Its folder, or any part of its name that no other has.
        session: String,
        #[command(flatten)]
        of: ClipOf,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// A participant takes consent back after the interview.
    Withdraw {
        /// Their code, or the whole name of a session.
        code: String,
        #[command(flatten)]
        of: WithdrawOf,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Destroy the sound, the transcripts, the notes or all of a session, with a receipt.
    Destroy(DestroyOf),
    /// What is still to be done: reports, what follows distress, and what is kept past its term.
    Due {
        /// As it is at the end of this day, such as 2026-11-24; now unless given.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// What is to be seen to after an interview; or see to it.
    Ends {
        /// Its folder, or any part of its name that no other has.
        session: String,
        #[command(flatten)]
        of: EndsOf,
        /// For programs.
        #[arg(long, conflicts_with_all = ["done", "not_done", "page", "guide_stays", "guide_changes"])]
        json: bool,
    },
    /// The study's codes for notes, and on how many notes each is; or what was coded elsewhere.
    Codes(CodesOf),
    /// Quotes for a paper: original, translation, who read it, how often each participant is quoted.
    Quotes(QuotesOf),
    /// What the team decided on the way; or, with WHAT, one decision more.
    Log(DecisionOf),
    /// Who you are, once, for the methods section: training, occupation, stance.
    Profile {
        #[command(flatten)]
        of: ProfileOf,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Write down that something of `hearback due` was done.
    Done(HowDone),
    /// Mend what a crash left, and say what was done. Safe to repeat.
    Recover {
        /// Its folder, or any part of its name; every session unless given.
        session: Option<String>,
    },
    /// Compare each take, to the last byte, with what was recorded.
    Verify {
        /// Its folder, or any part of its name; every session unless given.
        session: Option<String>,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// What was said, in words, beside the notes.
    #[command(subcommand)]
    Transcript(TranscriptSubcommand),
    /// Have a recogniser of this machine make a transcript.
    Transcribe(TranscribeOf),
    /// Hand sessions over to whoever analyses, writes or archives.
    Export(ExportOf),
    /// Topic guides.
    #[command(subcommand)]
    Guide(GuideSubcommand),
    /// The microphones there are.
    Mics {
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Check sound, disk, permissions and terminal, and say what to do.
    Doctor(DoctorOf),
    /// The keys as a table, your own among them; or whether your own are as they should be.
    Keys {
        /// For programs.
        #[arg(long, conflicts_with = "markdown")]
        json: bool,
        /// For documents.
        #[arg(long)]
        markdown: bool,
        /// Check your own keys and print nothing else: those of the configuration folder, or those in FILE.
        #[arg(long, value_name = "FILE", num_args = 0..=1, conflicts_with_all = ["json", "markdown"])]
        #[expect(clippy::option_option, reason = "not asked for, asked for, asked for with a file")]
        check: Option<Option<PathBuf>>,
    },
    /// The manual: what there is to read, a topic, or the help of a command.
    Help {
        /// A topic, or a command.
        #[arg(value_name = "TOPIC_OR_COMMAND")]
        words: Vec<String>,
    },
    /// Write man pages: one a command, one a topic of the manual.
    Man {
        /// Into this folder, in which none of them is yet.
        dir: PathBuf,
    },
    /// Print what a shell needs to complete commands and flags.
    Completions {
        /// For which.
        #[arg(value_enum)]
        shell: Shell,
    },
}

/// Reads a command line.
pub(crate) fn read(words: impl IntoIterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let mut matches = worded(Cli::command()).try_get_matches_from(words)?;
    Cli::from_arg_matches_mut(&mut matches)
}

/// `command` and those below it, in which no text and no place may be given that is empty or cannot be seen.
fn worded(command: clap::Command) -> clap::Command {
    let arg = |arg: Arg| {
        let kind = arg.get_value_parser().type_id();
        if kind == TypeId::of::<String>() {
            arg.value_parser(StringValueParser::new().try_map(|text| seen(&text).map(|()| text)))
        } else if kind == TypeId::of::<PathBuf>() {
            arg.value_parser(OsStringValueParser::new().try_map(|place| seen(&place.to_string_lossy()).map(|()| PathBuf::from(place))))
        } else {
            arg
        }
    };
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    names.into_iter().fold(command.mut_args(arg), |command, name| command.mut_subcommand(name, worded))
}

/// What nobody could read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unseen {
    /// Nothing is there.
    Empty,
    /// A sign that cannot be seen is.
    Sign,
}

impl std::error::Error for Unseen {}

impl fmt::Display for Unseen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Empty => say!("cli-empty"),
            Self::Sign => say!("cli-unseen"),
        })
    }
}

/// Refuses what nobody could read.
fn seen(text: &str) -> Result<(), Unseen> {
    if text.trim().is_empty() {
        Err(Unseen::Empty)
    } else if text.chars().any(char::is_control) {
        Err(Unseen::Sign)
    } else {
        Ok(())
    }
}

/// What the option of this name is given in `words`, also where the rest of them cannot be read.
pub(crate) fn given<'a>(option: &str, words: &'a [String]) -> Option<&'a str> {
    words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix(option)? {
        "" => words.get(at + 1).map(String::as_str),
        value => value.strip_prefix('='),
    })
}

/// The command line as it is read: what help, completions and pages are made of.
pub(crate) type Definition = clap::Command;

/// The whole of it, with every name in its place.
pub(crate) fn definition() -> Definition {
    let mut definition = Cli::command();
    definition.build();
    definition
}

/// The help of the command that `path` leads to; nothing where it leads nowhere.
pub(crate) fn help_of(path: &[String]) -> Option<String> {
    let mut definition = definition();
    let command = path.iter().try_fold(&mut definition, |command, name| command.find_subcommand_mut(name))?;
    Some(command.render_help().to_string())
}

/// The commands, each with what it does.
pub(crate) fn commands() -> Vec<(String, String)> {
    let about = |command: &Definition| command.get_about().map(ToString::to_string).unwrap_or_default();
    definition().get_subcommands().map(|command| (command.get_name().to_owned(), about(command))).collect()
}

#[cfg(test)]
mod tests {
    use clap::error::ErrorKind;

    use super::*;
    use crate::manual::CHAPTERS;
    use crate::manual::page::Run;
    use crate::manual::page::Segment;
    use crate::manual::page::blocks;
    use crate::shell::cli::told::example;
    use crate::shell::cli::told::told;
    use crate::words::Words;
    use crate::words::speaking;

    /// The words of a command line, as a shell takes them; nothing where it goes on behind them.
    fn words(line: &str) -> Vec<String> {
        let line = line.split(['#', '|', '>']).next().unwrap_or_default();
        let pieces = line.split('"').enumerate();
        let word = |(n, piece): (usize, &str)| match n % 2 {
            1 => vec![piece.to_owned()],
            _ => piece.split_whitespace().map(str::to_owned).collect(),
        };
        // What stands in brackets may be left out; what is written large is to be replaced.
        let filled = |word: String| match word.trim_matches(['[', ']']) {
            "FORM" => "md".to_owned(),
            "SHELL" => "bash".to_owned(),
            bare => bare.to_owned(),
        };
        pieces.flat_map(word).map(filled).collect()
    }

    #[test]
    fn every_example_in_the_documents_is_understood() {
        let readme = ("README", include_str!("../../README.md"));
        let mut count = 0;
        for (name, text) in CHAPTERS.iter().map(|t| (t.name, t.text)).chain([readme]) {
            let mut whole: Vec<String> = Vec::new();
            let mut named: Vec<String> = Vec::new();
            let mut of = |text: &[Run]| {
                named.extend(text.iter().filter_map(|span| if let Run::Code(c) = span { Some(c.clone()) } else { None }));
            };
            for block in blocks(text) {
                match block {
                    Segment::Code(lines) => whole.extend(lines),
                    Segment::Table(table) => table.rows.iter().flatten().for_each(|cell| of(cell)),
                    Segment::Heading(_, text) | Segment::Paragraph(text) | Segment::Item(_, text) => of(&text),
                }
            }
            // What stands in a sentence is a name, and may leave out what the command needs.
            for (line, lax) in whole.into_iter().map(|line| (line, false)).chain(named.into_iter().map(|line| (line, true))) {
                if !line.starts_with("hearback ") {
                    continue;
                }
                count += 1;
                let Err(why) = Cli::try_parse_from(words(&line)) else { continue };
                let unfinished = matches!(
                    why.kind(),
                    ErrorKind::MissingRequiredArgument
                        | ErrorKind::MissingSubcommand
                        | ErrorKind::DisplayHelp
                        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                );
                assert!(lax && unfinished, "{name}: {line}: {why}");
            }
        }
        assert!(count > 50, "{count} examples");
    }

    fn refused(line: &[&str]) -> String {
        let words: Vec<String> = line.iter().map(|word| (*word).to_owned()).collect();
        let typed = std::iter::once("hearback".into()).chain(words.iter().map(OsString::from));
        told(&read(typed).unwrap_err(), &words)
    }

    #[test]
    fn nothing_is_taken_that_is_empty_or_cannot_be_seen() {
        fn all(command: &Definition, path: &[String], found: &mut Vec<(Vec<String>, Option<String>)>) {
            for below in command.get_subcommands() {
                all(below, &[path, &[below.get_name().to_owned()]].concat(), found);
            }
            for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
                found.push((path.to_vec(), arg.get_long().map(|long| format!("--{long}"))));
            }
        }
        let mut found = Vec::new();
        all(&definition(), &[], &mut found);
        assert!(found.len() > 25, "{found:?}");
        for (path, option) in found {
            for value in ["", "  ", "a\tb", "\u{1b}[31m"] {
                let line: Vec<&str> = path.iter().chain(&option).map(String::as_str).chain([value]).collect();
                let said = refused(&line);
                assert!(!said.contains(['\t', '\u{1b}']), "{line:?}: {said}");
                // What is chosen from a list, and a code, has words of its own.
                let of_a_list = said.contains("possible values") || said.contains("invalid value") || said.contains("[aliases");
                assert!(of_a_list || said.contains("needs words") || said.contains("unrecognized"), "{line:?}: {said}");
            }
        }
        assert_eq!(
            refused(&["letter", "P07", "--letter-language", ""]),
            "--letter-language needs words: what was given is empty. Write it out, or leave it out\n"
        );
    }

    #[test]
    fn what_an_option_is_given_is_known_of_a_line_that_cannot_be_read() {
        let of = |line: &str| {
            let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            given("--language", &words).map(str::to_owned)
        };
        assert_eq!(of("--language nl shwo").as_deref(), Some("nl"));
        assert_eq!(of("shwo --language=nl --plain").as_deref(), Some("nl"));
        assert_eq!(["shwo", "--language", "--languages nl"].map(of), [None, None, None]);
    }

    #[test]
    fn what_is_said_past_clap_is_said_in_the_language_that_is_spoken() {
        speaking(Words::dutch(), || {
            assert!(refused(&["letter", ""]).contains(" vraagt om woorden: wat er staat, is leeg."));
            assert!(refused(&["show"]).starts_with("`hearback show` heeft meer nodig dan er staat. Wat ontbreekt:\n  SESSION "));
            assert!(refused(&["rehearse", "x", "--mic", "x.wav"]).contains("\n  tip: --mic hoort bij `hearback conduct`\n"));
        });
    }

    #[test]
    fn an_option_of_another_command_is_said_to_be_that() {
        let said = refused(&["rehearse", "patient-first", "--mic", "x.wav"]);
        assert!(said.contains("tip: --mic is for `hearback conduct`") && !said.contains("to pass"), "{said}");
        let said = refused(&["sessions", "--nothing"]);
        assert!(!said.contains("to pass") && !said.contains("tip") && !said.contains("\n\n\n"), "{said}");
    }

    #[test]
    fn what_is_missing_is_said_with_what_it_is_and_an_example_that_is_understood() {
        let said = refused(&["consent", "P07", "recording", "no", "--told", "aloud", "--to", "I1"]);
        assert!(said.contains("--on       On which day, such as 2026-11-24\nFor example: hearback consent P07"), "{said}");
        for command in [
            "replay",
            "letter",
            "show",
            "consent",
            "man",
            "completions",
            "guide new",
            "guide show",
            "guide import",
            "guide print",
            "guide diff",
        ] {
            let line: Vec<&str> = command.split(' ').collect();
            let said = refused(&line);
            assert!(said.starts_with(&format!("`hearback {command}` needs more")), "{said}");
            let example = format!("hearback {}", example(command).unwrap());
            assert!(said.contains(&example), "{said}");
            read(words(&example).into_iter().map(OsString::from)).unwrap();
        }
    }
}
