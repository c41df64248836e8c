//! The reader from the outside: files in, records and notices out.

mod bad_input;
mod borders;
mod compressed;
mod csv;
mod harness;
mod json;
mod properties;
mod text;
mod walk;
