//! Compares tagleaks with other scanners; `cargo xtask bench --peers` installs them and calls this.
#![expect(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a developer's tool: all it says is for people"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use benches::peers::{Options, chart, compare, markdown};
use benches::report::{setting, write_between};

const USAGE: &str = "usage: peers --own FOLDER --folder FOLDER [--megabytes N] [--print] TOOL=PROGRAM…

  --megabytes N   size of the corpus (200)
  --print         print the table, but write neither benches/README.md nor the chart";

fn main() -> ExitCode {
    let Some((options, is_written)) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&options, is_written) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("peers: {message}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Option<(Options, bool)> {
    let mut is_written = true;
    let mut options = Options { megabytes: 200, tools: BTreeMap::new(), own: "".into(), folder: "".into() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--megabytes" => options.megabytes = arguments.next()?.parse().ok().filter(|&size| size > 0)?,
            "--own" => options.own = arguments.next()?.into(),
            "--folder" => options.folder = arguments.next()?.into(),
            "--print" => is_written = false,
            _ => {
                let (tool, program) = argument.split_once('=')?;
                options.tools.insert(tool.to_owned(), program.into());
            }
        }
    }
    let is_complete = !options.own.as_os_str().is_empty() && !options.folder.as_os_str().is_empty();
    is_complete.then_some((options, is_written))
}

fn run(options: &Options, is_written: bool) -> Result<(), String> {
    let rows = compare(options, &mut |name| eprintln!("peers: {name}"))?;
    let text = format!("{}. {} detectors.\n\n{}", setting(), patterns::builtin().len(), markdown(&rows));
    println!("{text}");
    if !is_written {
        return Ok(());
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::write(folder.join("peers.svg"), chart(&rows))
        .map_err(|error| format!("cannot write the chart: {error}"))?;
    write_between(&folder.join("README.md"), "peers", &text)
}
