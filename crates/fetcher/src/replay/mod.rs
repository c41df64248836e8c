//! A server that answers as AWS would, from a description of an account.

mod account;

pub use account::{Account, Entity, Fault, FaultKind, Iam, InlinePolicy, Region, Resource, Tags};
