//! Tokens of services: what tells a real one from a filler, and the checksums that some of them carry.
//!
//! - [`random`]: what every token must be, whoever gives it
//! - checksums: [`github`], [`gitlab`], [`grafana`], [`atlassian`], [`confluent`]
//! - structures: [`pypi`], [`json_part`], [`discord`]
//! - shared by these: [`crc32`]

mod atlassian;
mod confluent;
mod crc32;
mod discord;
mod github;
mod gitlab;
mod grafana;
mod json_part;
mod pypi;
mod random;

use super::Validator;

pub(super) const TABLE: &[(&str, Validator)] = &[
    ("atlassian-crc32", atlassian::valid),
    ("confluent-crc32", confluent::valid),
    ("discord-bot", discord::bot),
    ("github-crc32", github::valid),
    ("gitlab-crc32", gitlab::routable),
    ("grafana-crc32", grafana::valid),
    ("json-part", json_part::valid),
    ("npm-crc32", github::valid),
    ("pypi-macaroon", pypi::valid),
    ("token", random::valid),
];

/// Whether a text could come out of a generator.
pub(super) fn looks_random(bytes: &[u8]) -> bool {
    random::looks_random(bytes)
}
