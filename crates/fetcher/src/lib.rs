//! AWS APIs in, pages of records out; knows no detector and no format.
//!
//! [`spawn`] starts a sweep on its own threads and gives the receiving end of a bounded channel. All of tokio
//! and of the AWS SDK stays in here. [`replay`] is the other side of the wire: a server that answers as AWS
//! would from a description of an account, for the demo and for the tests.

mod call;
mod config;
mod endpoint;
mod error;
mod progress;
mod region;
pub mod replay;
mod spawn;

pub use call::CALLS;
pub use config::{Config, Pace, Source, StaticCredentials};
pub use error::Error;
pub use progress::{Progress, Quiet};
pub use spawn::spawn;
