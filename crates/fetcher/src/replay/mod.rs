//! A server that answers as AWS would, from a description of an account.
//!
//! It speaks plain HTTP on a loopback port and the two protocols that the fetcher meets: awsJson1.1 (tagging)
//! and awsQuery (STS, IAM). One endpoint serves all regions, because every signed request names its region in
//! the scope of its signature. What it refuses, AWS refuses as well: unsigned requests, limits that exclude
//! each other, tokens of another query.
//!
//! - `account`: what the server knows, as it stands in a file
//! - `server`: the port, the thread and the connections
//! - `answer`: from a request to a response, faults included
//! - `signature`: who signed for which region and service
//! - `fault`: what goes wrong, and how often; `rate`: how many calls a region takes
//! - `tagging`, `iam`, `sts`: the services

mod account;
mod answer;
mod fault;
mod iam;
mod rate;
mod server;
mod signature;
mod sts;
mod tagging;
mod xml;

pub use account::{Account, Entity, Fault, FaultKind, Iam, InlinePolicy, Rate, Region, Resource, Tags};
pub use server::{Asked, Server};
