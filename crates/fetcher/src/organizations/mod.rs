//! All accounts of an organization: who they are, and a role in each of them.
//!
//! - `tree`: organizational units and accounts, as they are listed
//! - `selector`: which accounts are wanted
//! - `assume`: a role in an account
//! - `read`: accounts in their order, some at a time

mod assume;
mod read;
mod selector;
mod tree;

pub(crate) use assume::ASSUME_ROLE;
pub(crate) use read::read;
pub use selector::Selector;
