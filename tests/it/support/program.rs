//! The program itself, as these tests call it.

use std::process::Command;

/// The commands in the help of `below`, and those below them, as they are typed.
pub(crate) fn commands(below: &str) -> Vec<String> {
    let help = program().args(below.split_whitespace()).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| line.starts_with("  "));
    // What is told of a command may go on in lines that are further in.
    let names: Vec<&str> = listed
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    let with_those_below = |name: &str| {
        let path = format!("{below} {name}").trim().to_owned();
        let further = commands(&path);
        std::iter::once(path).chain(further)
    };
    names.into_iter().flat_map(with_those_below).collect()
}

/// The program, speaking English whatever this machine does.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearback"));
    command.env("LC_ALL", "C.UTF-8");
    command
}
