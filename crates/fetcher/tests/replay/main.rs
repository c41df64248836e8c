//! Sweeps of replayed accounts, through the real SDK.

mod completeness;
mod faults;
mod harness;
mod iam;
mod rates;
mod sample;
mod start;
mod stopping;
