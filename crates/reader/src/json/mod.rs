//! JSON: a streaming, tolerant lexer that knows the path of every value.
//!
//! No recursion, bounded memory: values longer than a limit come as overlapping windows. Comments and trailing
//! commas are fine. Where a document is broken, the lexer says from which byte on the rest has to be read as text.

mod frame;
mod lexer;
mod machine;
mod members;
mod names;
mod naming;
mod queue;
mod scan;
mod stack;
mod unescape;
mod windows;

pub(crate) use machine::{Feed, Machine, Step};
pub(crate) use names::is_arn_key;
pub(crate) use unescape::{Escapes, unescape};
