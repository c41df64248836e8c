//! IAM: users, groups, roles and customer-managed policies, once per account.
//!
//! `GetAccountAuthorizationDetails` gives most of it in bulk: names, paths, the tags of users and roles, and all
//! policy documents. Descriptions of roles come with `ListRoles` only. Descriptions and tags of policies come
//! with `GetPolicy` only, one call for each policy; `ListPolicyTags` would cost as many and give half.
//!
//! - `read`: the calls and their order
//! - `records`: from what they answer to records
//! - `document`: the free text inside a policy document

mod document;
mod read;
mod records;

pub(crate) use read::read;
