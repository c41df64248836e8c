//! Which report goes where: `--format` and `--output`, in the order they were typed.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches, value_parser};
use reporter::{FORMATS, Format, format_for_file, format_named};

/// One report.
#[derive(Clone)]
pub(crate) struct Target {
    pub(crate) format: &'static Format,
    /// `None` is standard output.
    pub(crate) file: Option<PathBuf>,
}

/// All reports of a run, at least one.
///
/// An `--output` belongs to the `--format` before it. Without one, the ending of the file tells the format. A
/// `--format` without an `--output` goes to standard output.
#[derive(Clone, Debug)]
pub(crate) struct Targets(pub(crate) Vec<Target>);

impl std::fmt::Debug for Target {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} > {:?}", self.format.name, self.file)
    }
}

/// An option with its place on the command line.
enum Typed {
    Format(&'static Format),
    Output(PathBuf),
}

fn pair(mut typed: Vec<Typed>) -> Result<Vec<Target>, String> {
    // One of each belong together whichever comes first.
    if let [Typed::Output(_), Typed::Format(_)] = typed[..] {
        typed.swap(0, 1);
    }
    let mut targets: Vec<Target> = vec![];
    let mut open = false;
    for option in typed {
        match option {
            Typed::Format(format) => {
                targets.push(Target { format, file: None });
                open = true;
            }
            Typed::Output(file) => {
                let file = (file != Path::new("-")).then_some(file);
                match targets.last_mut().filter(|_| open) {
                    Some(target) => target.file = file,
                    None => targets.push(Target { format: format_of(file.as_deref())?, file }),
                }
                open = false;
            }
        }
    }
    if targets.is_empty() {
        targets.push(Target { format: &FORMATS[0], file: None });
    }
    check(&targets)?;
    Ok(targets)
}

/// The format that a file's ending asks for; the default for standard output and where there is no ending.
fn format_of(file: Option<&Path>) -> Result<&'static Format, String> {
    let Some(file) = file.filter(|file| file.extension().is_some()) else { return Ok(&FORMATS[0]) };
    format_for_file(file).ok_or_else(|| {
        let endings: Vec<_> =
            FORMATS.iter().filter_map(|format| format.ending).map(|ending| format!(".{ending}")).collect();
        format!(
            "the ending of `{}` names no format; known are {}, or put a --format before it",
            file.display(),
            endings.join(", ")
        )
    })
}

fn check(targets: &[Target]) -> Result<(), String> {
    for (index, target) in targets.iter().enumerate() {
        if targets[..index].iter().any(|earlier| earlier.file == target.file) {
            let place =
                target.file.as_ref().map_or("standard output".into(), |file| format!("`{}`", file.display()));
            return Err(format!(
                "two reports go to {place}; give each --format its own --output right after it, such as \
                 `--format jsonl --output findings.jsonl --format pretty`"
            ));
        }
    }
    Ok(())
}

impl FromArgMatches for Targets {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut typed: Vec<(usize, Typed)> = vec![];
        let formats = matches.get_many::<String>("format").into_iter().flatten();
        let places = matches.indices_of("format").into_iter().flatten();
        typed.extend(places.zip(formats.filter_map(|name| format_named(name)).map(Typed::Format)));
        let outputs = matches.get_many::<PathBuf>("output").into_iter().flatten();
        let places = matches.indices_of("output").into_iter().flatten();
        typed.extend(places.zip(outputs.cloned().map(Typed::Output)));
        typed.sort_by_key(|&(place, _)| place);
        pair(typed.into_iter().map(|(_, option)| option).collect())
            .map(Self)
            .map_err(|message| clap::Error::raw(clap::error::ErrorKind::ArgumentConflict, message))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl clap::Args for Targets {
    fn augment_args(command: Command) -> Command {
        let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
        let help = format!("Format of the report: {}; may be repeated [default: pretty]", names.join(", "));
        let format = Arg::new("format")
            .long("format")
            .short('f')
            .value_name("FORMAT")
            .action(ArgAction::Append)
            .value_parser(PossibleValuesParser::new(names))
            .hide_possible_values(true)
            .help(help);
        let output = Arg::new("output")
            .long("output")
            .short('o')
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .help("File for the report of the --format before it, or by its ending; only you can read it");
        command.arg(format).arg(output)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        targets: Targets,
    }

    #[test]
    fn an_output_belongs_to_the_format_before_it() {
        for (line, expected) in [
            ("", Ok("pretty > None")),
            ("-f jsonl", Ok("jsonl > None")),
            ("--format jsonl --output x --format pretty", Ok(r#"jsonl > Some("x"), pretty > None"#)),
            ("--format pretty --format jsonl --output x", Ok(r#"pretty > None, jsonl > Some("x")"#)),
            ("-o x -f jsonl", Ok(r#"jsonl > Some("x")"#)),
            ("-o x.sarif", Ok(r#"sarif > Some("x.sarif")"#)),
            (
                "-o x.sarif -o y.csv -f pretty",
                Ok(r#"sarif > Some("x.sarif"), csv > Some("y.csv"), pretty > None"#),
            ),
            ("-o x.txt", Ok(r#"pretty > Some("x.txt")"#)),
            ("-o x.weird", Err("known are .txt, .jsonl, .csv, .sarif")),
            ("-o x.weird -f csv", Ok(r#"csv > Some("x.weird")"#)),
            ("-o x", Ok(r#"pretty > Some("x")"#)),
            ("-f csv -o -", Ok("csv > None")),
            ("-f csv -f jsonl", Err("two reports go to standard output")),
            ("-f csv -o x -f jsonl -o x", Err("two reports go to `x`")),
            ("-f xml", Err("invalid value 'xml'")),
        ] {
            let words = std::iter::once("tagleaks").chain(line.split_whitespace());
            match (<Line as clap::Parser>::try_parse_from(words), expected) {
                (Ok(found), Ok(expected)) => {
                    let shown: Vec<_> = found.targets.0.iter().map(|target| format!("{target:?}")).collect();
                    assert_eq!(shown.join(", "), expected, "{line}");
                }
                (Err(error), Err(expected)) => {
                    assert!(error.to_string().contains(expected), "{line}: {error}");
                }
                (found, expected) => {
                    panic!("{line}: {:?} instead of {expected:?}", found.map(|line| line.targets))
                }
            }
        }
    }
}
