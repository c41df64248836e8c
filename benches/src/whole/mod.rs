//! The whole command: files, folders and pipes in, a report out.
//!
//! - `inputs`: makes them, with the yardstick for each
//! - `formats`: CPU and wall time for each input
//! - `memory`: peak memory by size
//! - `start`: CPU time of short runs
//! - `command`: how the command is called

mod command;
mod formats;
mod inputs;
mod memory;
mod start;

use std::path::PathBuf;

/// What to measure.
pub struct Options {
    /// The command, `tagleaks`.
    pub program: PathBuf,
    /// A folder for the inputs.
    pub folder: PathBuf,
    /// Size of each input, in 10^6 bytes of JSON lines that it is made from.
    pub megabytes: u64,
    /// The largest input of the measure of memory, in 10^6 bytes.
    pub most_megabytes: u64,
    /// Files of the folder of infrastructure as code.
    pub files: usize,
}

/// Measures everything and gives the tables; `say` hears what comes next.
///
/// # Errors
/// Where an input cannot be made, or a run fails.
pub fn whole(options: &Options, say: &mut dyn FnMut(&str)) -> Result<String, String> {
    let cannot = |error| format!("cannot make the inputs: {error}");
    std::fs::create_dir_all(&options.folder).map_err(cannot)?;
    say("start-up");
    let start = start::report(options)?;
    say("memory");
    let memory = memory::report(options)?;
    say("inputs");
    let inputs = inputs::make(options).map_err(cannot)?;
    let formats = formats::report(options, &inputs, say);
    Ok(format!("{formats}\n{memory}\n{start}"))
}
