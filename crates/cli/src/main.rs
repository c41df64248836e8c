//! `tagleaks` finds personal data and credentials in tags, names and descriptions of cloud resources.
//!
//! `run` joins the stages; everything else in this crate gets ready for it or tells about it.

mod args;
mod checkpoint;
mod closing;
mod config;
mod console;
mod crash;
mod demo;
mod detectors;
mod dictionary;
mod examples;
mod fingerprint;
mod interrupt;
mod log;
mod mfa;
mod once;
mod output;
mod plan;
mod policy;
mod progress;
mod rules;
mod run;
mod selection;

use std::process::ExitCode;

use args::{Args, Command, DictionaryCommand};

fn main() -> ExitCode {
    crash::install();
    let code = crash::guard(|| match execute(Args::from_command_line()) {
        Ok(code) => code,
        Err(error) => {
            if !console::is_closed_pipe(&error) {
                console::error(&error);
            }
            closing::ERROR
        }
    });
    ExitCode::from(code)
}

fn execute(args: Args) -> anyhow::Result<u8> {
    match args.command {
        Command::Sweep(args) if args.demo => demo::run(&args),
        Command::Sweep(args) => run::sweep(&args),
        Command::Scan(args) => run::scan(args),
        Command::Detectors(command) => detectors::run(command),
        Command::Dictionary(DictionaryCommand::Build(args)) => dictionary::build(&args),
        Command::Policy(args) => policy::run(&args),
    }
}
