//! Dictionaries: values of the user that are looked for as they are.
//!
//! - `spec`: which file, which column, which kind
//! - `values`: the values of a text or CSV file; `load`: a dictionary that is ready, from these or from a built file
//! - `build`: `tagleaks dictionary build`

mod build;
mod load;
mod spec;
mod values;

pub(crate) use build::build;
pub(crate) use load::load;
pub(crate) use spec::Spec;

use matcher::Counts;

/// How many values are of no use and why; `None` where all are.
fn left_out(counts: &Counts) -> Option<String> {
    let Counts { empty, short, long, .. } = *counts;
    let reasons = [
        (empty, "empty"),
        (short, "too short (fewer than 4 letters and digits, or 6 in a single word or number)"),
        (long, "too long (more than 16 words or 256 bytes)"),
    ];
    let told: Vec<_> = reasons.iter().filter(|(count, _)| *count > 0).collect();
    let told: Vec<_> = told.into_iter().map(|(count, reason)| format!("{count} {reason}")).collect();
    Some(told.join(", ")).filter(|told| !told.is_empty())
}
