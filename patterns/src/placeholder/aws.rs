//! Credentials of AWS.

use super::Make;
use super::encode::base64;
use super::random::{BASE32, Random};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("akia", |random, _| Some(key_id("AKIA", random))),
    ("asia", |random, _| Some(key_id("ASIA", random))),
    ("aws_secret", |random, _| Some(secret(random))),
    ("aws_session_token", |random, _| Some(format!("IQoJb3JpZ2luX2Vj{}", base64(&random.bytes(210))))),
];

/// Base32 of a number whose bits 7 to 46 are an account id, as in every key since 2019.
pub(super) fn key_id(prefix: &str, random: &mut Random) -> String {
    let account = random.between(100_000_000_000, 999_999_999_999);
    let head = 1 << 47 | account << 7 | random.between(0, 127);
    let bits = u128::from(head) << 32 | u128::from(random.next() as u32);
    let character = |index: u32| char::from(BASE32[(bits >> (75 - 5 * index) & 31) as usize]);
    format!("{prefix}{}", (0..16).map(character).collect::<String>())
}

/// 40 characters of base64, with a sign so that it is no plain word.
pub(super) fn secret(random: &mut Random) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    random.mixed(alphabet, 40)
}
