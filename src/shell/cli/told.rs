//! What is said of a command line that cannot be read: in clap's words, or, where something is missing or cannot be seen, in ours.

use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;

use crate::domain::text::shown;
use crate::shell::cli::Definition;
use crate::shell::cli::Unseen;
use crate::shell::cli::definition;
use crate::words::say;

/// What to say of a command line that cannot be read: what is missing in it, or else in clap's words.
pub(crate) fn told(why: &clap::Error, words: &[String]) -> String {
    let of = |kind| match why.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    };
    // `--told <HOW>` as it is typed, `[SESSION]` as it is called.
    let name = |arg: &String| arg.split(' ').next().unwrap_or_default().trim_matches(['<', '>', '[', ']', '.']).to_owned();
    let unseen = std::error::Error::source(why).and_then(|source| source.downcast_ref::<Unseen>()).copied();
    let needs_words = |arg: &String, why: Unseen| say!("cli-needs-words", name = name(arg), why = why.to_string()) + "\n";
    match (why.kind(), of(ContextKind::InvalidArg).as_slice(), unseen) {
        (ErrorKind::MissingRequiredArgument, missing @ [_, ..], _) => {
            let path = path_of(words);
            let known = path.iter().try_fold(&definition(), |command, name| command.find_subcommand(name)).cloned();
            let about = |arg: &String| {
                let args = known.iter().flat_map(|command| command.get_arguments());
                let help = args.filter(|known| known.to_string() == *arg).find_map(|known| known.get_help().map(ToString::to_string));
                format!("  {:<10} {}", name(arg), help.unwrap_or_default())
            };
            let lines: Vec<String> = missing.iter().map(about).collect();
            let command = path.join(" ");
            let needs = say!("cli-needs-more", command = format!("hearback {command}"));
            let example = example(&command).map(|example| say!("cli-example", command = format!("hearback {example}")));
            let needed: Vec<String> = std::iter::once(needs).chain(lines).chain(example).collect();
            needed.join("\n").lines().map(|line| shown(line.trim_end()) + "\n").collect()
        }
        (ErrorKind::ValueValidation | ErrorKind::InvalidValue, [arg], Some(unseen)) => needs_words(arg, unseen),
        (ErrorKind::InvalidValue, [arg], _) if of(ContextKind::InvalidValue).iter().all(String::is_empty) => {
            needs_words(arg, Unseen::Empty)
        }
        // What begins with two dashes is never meant as a value here: clap's tip to pass it as one leads nowhere.
        (ErrorKind::UnknownArgument, [arg], _) => {
            let is_that_tip = |line: &str| line.trim_start().starts_with("tip: to pass");
            let known = knowing(&name(arg));
            let tip = format!("  {}", say!("cli-option-of", option = name(arg), commands = known.join(", ")));
            let all = why.render().to_string();
            let lines = all.lines().filter(|line| !is_that_tip(line) || !known.is_empty());
            let lines = lines.map(|line| if is_that_tip(line) { tip.as_str() } else { line });
            let mut told: Vec<&str> = lines.collect();
            told.dedup_by(|a, b| a.is_empty() && b.is_empty());
            told.into_iter().map(|line| shown(line) + "\n").collect()
        }
        _ => why.render().to_string().lines().map(|line| shown(line) + "\n").collect(),
    }
}

/// The commands that have this option, as they are typed.
fn knowing(option: &str) -> Vec<String> {
    fn among(command: &Definition, typed: &str, long: &str, found: &mut Vec<String>) {
        for below in command.get_subcommands() {
            let typed = format!("{typed} {}", below.get_name());
            if below.get_arguments().any(|arg| arg.get_long() == Some(long)) {
                found.push(format!("`{typed}`"));
            }
            among(below, &typed, long, found);
        }
    }
    let mut found = Vec::new();
    if let Some(long) = option.strip_prefix("--") {
        among(&definition(), "hearback", long, &mut found);
    }
    found
}

/// The names of the commands in `words`, one below the other.
fn path_of(words: &[String]) -> Vec<String> {
    let (mut path, mut here) = (Vec::new(), definition());
    for word in words {
        if let Some(below) = here.find_subcommand(word).cloned() {
            path.push(word.clone());
            here = below;
        }
    }
    path
}

/// How a command that needs something is called.
pub(super) fn example(command: &str) -> Option<String> {
    let with = match command {
        "guide show" => "patient-first".to_owned(),
        "replay" | "show" => "P07".to_owned(),
        "clip" => "P07 --from 27:10 --to 28:02 --out clip.wav".to_owned(),
        "letter" => "P07 --out letter.md".to_owned(),
        "consent" => format!("P07 recording no --told \"{}\" --to I1 --on 2026-11-24", say!("cli-example-told")),
        "transcript import" => "P07 interview.vtt --speaker SPEAKER_00=I1".to_owned(),
        "transcript pack" => "P07 --out for-transcriber".to_owned(),
        "export" => "qdpx P07 --out study.qdpx".to_owned(),
        "before" => "P07 wanted yes".to_owned(),
        "sent" => "P07 --version 1 --way post --on 2026-12-01".to_owned(),
        "reply" => "P07 --statement 1 --says fits --how paper".to_owned(),
        "disposition" => "P07 1 changed".to_owned(),
        "man" => "pages".to_owned(),
        "completions" => "bash".to_owned(),
        "guide new" => "pilot".to_owned(),
        "guide log" => format!("patient-first --after P07 --what \"{}\"", say!("cli-example-what")),
        "guide translate-check" => "patient-first-nl".to_owned(),
        "guide print" => "patient-first --out guide.html".to_owned(),
        "guide diff" => "patient-first@1.0 patient-first".to_owned(),
        "guide import" => "guide.docx".to_owned(),
        _ => return None,
    };
    Some(format!("{command} {with}"))
}
