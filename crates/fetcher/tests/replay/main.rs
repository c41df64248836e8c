//! Sweeps of replayed accounts, through the real SDK.

mod completeness;
mod faults;
mod harness;
mod iam;
mod start;
mod stopping;
