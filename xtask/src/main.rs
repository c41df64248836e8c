//! Set-up and checks that plain cargo cannot do: `cargo xtask setup|test|bench|accuracy|docs`.
#![expect(clippy::print_stderr, reason = "a developer's tool: all it says is for people")]

mod bench;
mod cargo;
mod docs;
mod fuzz;
mod python;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup           install what the tests need (a Python environment with moto under target/)
  test [FILTER…]  setup, then fmt, clippy, doc tests, fuzzing and all tests; with FILTER, which goes to the test
                  runner, no fuzzing
  fuzz [--seconds N] [TARGET…]
                  build the targets of fuzz/ and run each for 10 s, or for N
  bench [ARG…]    run the benches; ARG goes to criterion
  bench --peers [ARG…]
                  install other scanners under target/, run all on the same corpus, write benches/README.md
  bench --whole [ARG…]
                  measure the command on files, folders and pipes, write benches/README.md
  accuracy [ARG…]
                  print precision and recall per detector, with the misses and the false alarms by line
  docs            write docs/detectors.md, the reference of all detectors";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let result = match command.as_str() {
        "setup" => python::environment().map(|_| ()),
        "test" => python::environment().and_then(|python| cargo::test(&python, &rest)),
        "bench" => bench::run(&rest),
        "docs" => docs::write(),
        "fuzz" => fuzz::run(&rest),
        "accuracy" => cargo::accuracy(&rest),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
