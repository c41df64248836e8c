//! Measures the whole command as a process; `cargo xtask bench --whole` builds it and calls this.
#![expect(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a developer's tool: all it says is for people"
)]

use std::path::Path;
use std::process::ExitCode;

use benches::report::{setting, write_between};
use benches::whole::{Options, whole};

const USAGE: &str =
    "usage: whole --program TAGLEAKS --folder FOLDER [--megabytes N] [--most N] [--files N] [--print]

  --megabytes N   size of the JSON lines that the inputs are made from (200)
  --most N        largest size of the measure of memory, in MB (1000)
  --files N       files of infrastructure as code (20000)
  --print         print the tables, but do not write benches/README.md";

fn main() -> ExitCode {
    let Some((options, is_written)) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&options, is_written) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("whole: {message}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Option<(Options, bool)> {
    let mut is_written = true;
    let mut options = Options {
        program: "".into(),
        folder: "".into(),
        megabytes: 200,
        most_megabytes: 1000,
        files: 20_000,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--program" => options.program = arguments.next()?.into(),
            "--folder" => options.folder = arguments.next()?.into(),
            "--megabytes" => options.megabytes = arguments.next()?.parse().ok().filter(|&size| size > 0)?,
            "--most" => options.most_megabytes = arguments.next()?.parse().ok()?,
            "--files" => options.files = arguments.next()?.parse().ok()?,
            "--print" => is_written = false,
            _ => return None,
        }
    }
    let is_complete = !options.program.as_os_str().is_empty() && !options.folder.as_os_str().is_empty();
    is_complete.then_some((options, is_written))
}

fn run(options: &Options, is_written: bool) -> Result<(), String> {
    let tables = whole(options, &mut |what| eprintln!("whole: {what}"))?;
    let text = format!("{}. {} detectors.\n\n{tables}", setting(), patterns::builtin().len());
    println!("{text}");
    if is_written {
        write_between(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), "whole", &text)?;
    }
    Ok(())
}
