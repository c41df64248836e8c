//! Read calls as data: each row under `calls/` is a call, one generic operation makes them all.
//!
//! - `table`: the rows, as the build script wrote them
//! - `read`: regions and services; `reading`: the calls of one service in one place; `line`: one of them
//! - `connection`: one service in one region on the SDK's runtime; `host` tells where it is reached
//! - `request`, `answer`, `xml`: the wire
//! - `path`, `template`: how rows point into answers
//! - `records`: from an item to records

mod answer;
mod connection;
mod host;
mod line;
mod path;
mod read;
mod reading;
mod records;
mod request;
mod table;
mod template;
mod xml;

pub(crate) use read::{read, read_organization};
pub(crate) use table::SERVICES;
pub(crate) use template::Variables;
