//! What each command does: one file a subject.
//!
//! A command prints what it has to say on standard output and returns; what went wrong is a [`Failure`], printed on standard error with
//! its exit code, and so is an answer that could not be written (`answer.rs`). Where a program would read the answer there is `--json`.

mod answer;
mod beside;
mod clip;
mod codes;
mod consent;
mod days;
mod demo;
mod destroy;
mod due;
mod ends;
mod export;
mod guide;
mod help;
mod import;
mod interview;
mod keys;
mod letter;
mod letters;
mod log;
mod machine;
mod outside;
mod packaging;
mod participants;
mod place;
mod profile;
mod quotes;
mod registering;
mod rehearsal;
mod reporting;
mod safekeeping;
mod search;
mod seat;
mod seated;
mod sessions;
mod shown;
mod silence;
mod study;
mod transcribe;
mod transcript;
mod verify;
mod wall;
mod withdraw;
mod withhold;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::domain::study::looks_like_a_name;
use crate::shell::cli;
use crate::shell::cli::Cli;
use crate::shell::cli::Subcommand;
use crate::shell::cli::codes::CodesOf;
use crate::shell::cli::codes::CodesSubcommand;
use crate::shell::cli::forms;
use crate::shell::cli::options::DoctorOf;
use crate::shell::cli::options::LetterFormat;
use crate::shell::cli::options::LetterLook;
use crate::shell::cli::options::PaperFormat;
use crate::shell::cli::study::ReportForm;
use crate::shell::cli::study::StudyOf;
use crate::shell::cli::study::StudySubcommand;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::language;
use crate::shell::live::workers;
use crate::shell::locale;
use crate::shell::recogniser::watch;
use crate::shell::stumble;
use crate::tui::listener::Manner;
use crate::tui::view::look::Look;
use crate::tui::view::look::Palette;
use crate::tui::view::look::Signs;
use crate::words;
use crate::words::Words;
use crate::words::message::message;

use answer::For;
use answer::noted;
use answer::remark;
use demo::Holding;
use keys::Form;
use silence::Meant;

/// Does what the command line asks and gives back the exit code.
pub fn run() -> ExitCode {
    // Before anything is printed: help goes into files too.
    workers::outlive_file_limits();
    if let Some(code) = watch::watched(&std::env::args_os().collect::<Vec<_>>()) {
        return code;
    }
    let cli = match cli::read(std::env::args_os()) {
        Ok(cli) => cli,
        Err(why) if why.use_stderr() => {
            let words: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
            // What of it can be read says the language all the same; what it asks for in vain is the smaller fault.
            let study = cli::given("--study", &words).map(PathBuf::from);
            language::choose(cli::given("--language", &words), study.as_deref()).ok();
            remark(cli::told::told(&why, &words).trim_end());
            return ExitCode::from(Kind::Usage.code());
        }
        // Help and version are answers, and no failure.
        Err(why) => {
            answer::put_as_it_stands(why.render().to_string().as_bytes());
            return end(Ok(()));
        }
    };
    stumble::leave_no_core();
    end(stumble::caught(|| dispatch(cli)))
}

/// Says what went wrong, and gives back the exit code. That an answer is not whole must be known before anything else it says; only a mistake of
/// ours is worse.
fn end(done: Result<(), Failure>) -> ExitCode {
    let failures: Vec<Failure> = [done, answer::arrived()].into_iter().filter_map(Result::err).collect();
    // The terminal may be what is gone; that is no reason to panic over it.
    failures.iter().for_each(remark);
    let worst = failures.iter().find(|failure| failure.kind == Kind::Bug).or(failures.last());
    worst.map_or(ExitCode::SUCCESS, Failure::exit)
}

fn dispatch(cli: Cli) -> Result<(), Failure> {
    if let Some(why) = language::choose(cli.language.as_deref(), cli.study.as_deref())? {
        remark(noted(why));
    }
    let written_in = cli.command.as_ref().is_none_or(Subcommand::may_write_in_sessions).then(|| cli.study.clone());
    // What programs read is the same in every language.
    let of_a_study = cli.command.as_ref().is_some_and(Subcommand::is_of_a_study).then(|| cli.study.clone());
    let is_for_programs = cli.command.as_ref().is_some_and(Subcommand::is_for_programs);
    let all = || {
        let done = obey(cli);
        if let Some(study) = of_a_study {
            beside::tell_what_is_wrong(study.as_deref());
        }
        done
    };
    let done = if is_for_programs { words::speaking(Words::english(), all) } else { all() };
    if let Some(study) = written_in {
        beside::forget_what_is_gone(study.as_deref());
    }
    done
}

/// Does what was asked for, in the language that was chosen.
fn obey(cli: Cli) -> Result<(), Failure> {
    let (study, look) = (cli.study.as_deref(), look(&cli));
    if let Some(code) = cli.interviewer.as_ref().filter(|code| looks_like_a_name(code.as_str())) {
        remark(noted(message!("looks-like-a-name", code = code.to_string())));
    }
    let identity = || Identity::of_this_machine(cli.interviewer.clone());
    let readers = |json| if json { For::Programs } else { For::People };
    // What a new study is to speak: what was asked for, and not what this computer happens to speak.
    let asked = cli.language.as_ref().map(|_| words::spoken().tag());
    match cli.command {
        None => interview::home(study, identity(), asked, look),
        Some(Subcommand::Init { dir, title }) => sessions::init(dir, title, asked),
        Some(Subcommand::Demo { auto, out }) => demo::demo(if auto { Holding::ByScript } else { Holding::AsItSuits }, out, asked, look),
        Some(Subcommand::Conduct(how)) => interview::conduct(study, &how, identity(), look),
        Some(Subcommand::Rehearse { guide }) => rehearsal::rehearse(study, guide.as_deref(), identity(), look),
        Some(Subcommand::Replay { session, from }) => interview::replay(study, &session, &from, identity(), look),
        Some(Subcommand::Letter { session, look: LetterLook { check: true, json, .. }, .. }) => {
            letter::check::check(study, &session, readers(json))
        }
        Some(Subcommand::Letter { session, look: LetterLook { trail: true, json, .. }, out, .. }) => {
            forms::only(if json { "json" } else { "md" }, out.as_deref())?;
            letter::trail::trail(study, &session, readers(json), out)
        }
        Some(Subcommand::Letter { session, format, letter_language, out, .. }) => {
            let format = forms::form(format, LetterFormat::Md, out.as_deref())?;
            letter::letter(study, &session, format.form(), letter_language.as_deref(), out)
        }
        Some(Subcommand::Letters(of)) => letters::letters(study, &of, readers(of.json)),
        Some(Subcommand::Before(of)) => registering::before(study, of, identity()),
        Some(Subcommand::Sent(of)) => registering::sent(study, of, identity()),
        Some(Subcommand::Reply(of)) => registering::reply(study, &of, identity()),
        Some(Subcommand::Disposition(of)) => registering::disposition(study, of, identity()),
        Some(Subcommand::Sessions { json }) => sessions::list(study, readers(json)),
        Some(Subcommand::Participants(of)) => participants::participants(study, &of, readers(of.json)),
        Some(Subcommand::Study(StudyOf { what: Some(StudySubcommand::Report { checklist, format, out }), .. })) => {
            let format = forms::form(format, ReportForm::Md, out.as_deref())?;
            reporting::report(study, &checklist, format.into(), out, &identity())
        }
        Some(Subcommand::Study(StudyOf { what: Some(StudySubcommand::Wall(of)), .. })) => {
            forms::only("svg", of.svg.as_deref())?;
            wall::wall(study, &of)
        }
        Some(Subcommand::Study(StudyOf { what: None, written })) => study::study(study, written),
        Some(Subcommand::Show { session, json }) => sessions::show(study, &session, readers(json)),
        Some(Subcommand::Search { words, limit, json }) => search::search(study, &words, limit, readers(json)),
        Some(Subcommand::Consent { session, change, json }) => consent::consent(study, &session, change, readers(json), identity()),
        Some(Subcommand::Withhold { session, what, json }) => withhold::withhold(study, &session, what, readers(json), identity()),
        Some(Subcommand::Silence { session, yes, json }) => {
            silence::silence(study, &session, if yes { Meant::Yes } else { Meant::No }, readers(json), identity())
        }
        Some(Subcommand::Clip { session, of, json }) => {
            forms::only("wav", Some(&of.out))?;
            clip::clip(study, &session, of, readers(json), identity())
        }
        Some(Subcommand::Withdraw { code, of, json }) => withdraw::withdraw(study, &code, &of, readers(json), identity()),
        Some(Subcommand::Destroy(of)) => destroy::destroy(study, &of, identity()),
        Some(Subcommand::Due { on, json }) => due::due(study, on.as_deref(), readers(json)),
        Some(Subcommand::Done(how)) => due::done(study, how, identity()),
        Some(Subcommand::Ends { session, of, json }) => ends::ends(study, &session, &of, readers(json), identity()),
        Some(Subcommand::Codes(CodesOf { what: Some(CodesSubcommand::Import(of)), .. })) => {
            codes::import::import(study, &of, readers(of.json))
        }
        Some(Subcommand::Codes(of)) => codes::codes(study, readers(of.json)),
        Some(Subcommand::Quotes(of)) => quotes::quotes(study, of, identity()),
        Some(Subcommand::Log(of)) => log::log(study, &of, readers(of.json)),
        Some(Subcommand::Profile { of, json }) => profile::profile(of, readers(json)),
        Some(Subcommand::Recover { session }) => sessions::recover(study, session.as_deref(), identity()),
        Some(Subcommand::Verify { session, json }) => verify::verify(study, session.as_deref(), readers(json)),
        Some(Subcommand::Transcribe(of)) => transcribe::transcribe(study, &of, identity()),
        Some(Subcommand::Transcript(what)) => transcript::transcript(study, what, identity()),
        Some(Subcommand::Export(of)) => export::export(study, &of, identity()),
        Some(Subcommand::Guide(what)) => guide::guide(study, what),
        Some(Subcommand::Mics { json }) => machine::mics(readers(json)),
        Some(Subcommand::Doctor(DoctorOf { report: true, format, out })) => {
            safekeeping::report(study, forms::form(format, PaperFormat::Md, out.as_deref())?.into(), out)
        }
        Some(Subcommand::Doctor(_)) => machine::doctor(study, cli.language.as_deref()),
        Some(Subcommand::Keys { check: Some(file), .. }) => keys::check(file),
        Some(Subcommand::Keys { json: true, .. }) => keys::as_json(),
        Some(Subcommand::Keys { markdown, .. }) => {
            keys::keys(if markdown { Form::Markdown } else { Form::Plain });
            Ok(())
        }
        Some(Subcommand::Help { words }) => help::help(&words, look),
        Some(Subcommand::Man { dir }) => packaging::man(&dir),
        Some(Subcommand::Completions { shell }) => {
            packaging::completions(shell);
            Ok(())
        }
    }
}

/// How things look, from the command line and the environment (see no-color.org).
fn look(cli: &Cli) -> Look {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    Look {
        palette: if no_color { Palette::None } else { Palette::Colours },
        signs: if cli.plain || locale::strange().is_some() { Signs::Plain } else { Signs::Drawn },
        manner: if cli.plain { Manner::Told } else { Manner::Drawn },
        ..Look::default()
    }
}
