//! AWS APIs in, pages of records out; knows no detector and no format.
//!
//! [`spawn`] starts a sweep on its own threads and gives the receiving end of a bounded channel. All of tokio
//! and of the AWS SDK stays in here. [`replay`] is the other side of the wire: a server that answers as AWS
//! would from a description of an account, for the demo and for the tests.

mod budget;
mod call;
mod config;
mod describe;
mod done;
mod endpoint;
mod error;
mod failure;
mod http;
mod iam;
mod identity;
mod mfa;
mod organizations;
mod pager;
pub mod policy;
mod progress;
mod refused;
mod region;
pub mod replay;
mod row;
mod seen;
mod session;
mod sink;
mod spawn;
mod stop;
mod sweep;
mod tagging;
mod tags;

pub use call::{CALLS, Call};
pub use config::{Config, Organization, Pace, Source, StaticCredentials};
pub use done::Done;
pub use error::Error;
pub use mfa::CodePrompt;
pub use organizations::Selector;
pub use progress::{Progress, Quiet};
pub use spawn::spawn;
pub use stop::Stop;
