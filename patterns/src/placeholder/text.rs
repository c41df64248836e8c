//! Random text of a given length, and passwords.

use super::Make;
use super::random::{BASE62, DIGITS, HEX, Random};

/// Longest text that a placeholder gives.
const MOST: usize = 4096;

pub(super) const TABLE: &[(&str, Make)] = &[
    ("alnum", |random, length| Some(random.string(BASE62, count(length)?))),
    ("base62", |random, length| Some(random.string(BASE62, count(length)?))),
    ("base64", |random, length| Some(random.string(BASE64, count(length)?))),
    ("digits", |random, length| Some(random.string(DIGITS, count(length)?))),
    ("hex", |random, length| Some(random.string(HEX, count(length)?))),
    ("upper", |random, length| Some(random.string(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", count(length)?))),
    ("lower", |random, length| Some(random.string(b"abcdefghijklmnopqrstuvwxyz", count(length)?))),
    ("password", |random, _| Some(password(random))),
    ("uuid", |random, _| Some(random.uuid())),
];

const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn count(length: &str) -> Option<usize> {
    length.parse().ok().filter(|length| (1..=MOST).contains(length))
}

/// Letters and digits without signs, so that it may stand in a URL.
fn password(random: &mut Random) -> String {
    random.mixed(BASE62, 12)
}
