//! Credentials that their structure gives away.
//!
//! - headers: [`cookie`]
//! - URLs: [`raw_password`]
//! - private keys: [`age`], [`der`], [`jwk`]

mod age;
mod cookie;
mod der;
mod jwk;
mod raw_password;

use super::{Table, base64, entropy, placeholder, secret};

pub(super) const TABLE: Table = &[
    ("age-key", age::valid),
    ("der-private-key", der::private_key),
    ("jwk-private", jwk::private_part),
    ("raw-password", raw_password::valid),
    ("session-cookie", cookie::of_session),
];
