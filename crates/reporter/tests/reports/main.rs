//! The formats and the writer, over one fixture of hostile findings.

#[cfg(test)]
mod drain;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod hostile;
