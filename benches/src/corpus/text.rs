//! Pieces of text.

use crate::rng::Rng;

pub(super) const DIGITS: &[u8] = b"0123456789";
pub(super) const HEX: &[u8] = b"0123456789abcdef";
pub(super) const LOWER_DIGITS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
pub(super) const UPPER_DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
pub(super) const BASE32: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
pub(super) const BASE62: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
pub(super) const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
pub(super) const BASE64_URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub(super) const FIRST_NAMES: &[&str] = &[
    "Jane", "John", "Maria", "Ahmed", "Wei", "Priya", "Lukas", "Chloe", "Mateo", "Olga", "Hiroshi", "Fatima",
    "Emma", "Liam", "Sofia", "Noah", "Ingrid", "Pedro", "Amelia", "Kwame", "Yuki", "Elena", "Oliver",
    "Nadia",
];
pub(super) const LAST_NAMES: &[&str] = &[
    "Smith",
    "Garcia",
    "Nguyen",
    "Schmidt",
    "Kowalski",
    "Okafor",
    "Tanaka",
    "Johnson",
    "Rossi",
    "Dubois",
    "Patel",
    "Silva",
    "Andersson",
    "Novak",
    "Haddad",
    "Martin",
    "Fischer",
    "Moreau",
    "Costa",
    "Jansen",
    "Murphy",
    "Yilmaz",
];
pub(super) const TEAMS: &[&str] = &[
    "platform",
    "payments",
    "data-eng",
    "search",
    "identity",
    "sre",
    "mobile",
    "growth",
    "billing",
    "security",
    "logistics",
    "ml-infra",
    "checkout",
    "observability",
    "corp-it",
    "finance-apps",
];
pub(super) const APPS: &[&str] = &[
    "orders-api",
    "checkout-web",
    "ledger",
    "kafka-connect",
    "image-resizer",
    "auth-proxy",
    "catalog",
    "etl-daily",
    "fraud-score",
    "mailer",
    "report-builder",
    "session-store",
    "inventory-sync",
    "edge-cache",
    "invoice-worker",
];
pub(super) const ENVIRONMENTS: &[&str] =
    &["prod", "production", "staging", "dev", "test", "qa", "sandbox", "uat"];
pub(super) const REGIONS: &[&str] =
    &["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2", "sa-east-1"];
pub(super) const DOMAINS: &[&str] =
    &["acme.com", "globex.io", "initech.de", "umbrella.co.uk", "hooli.net", "wayne.fr"];

/// Appends `count` letters of an alphabet.
pub(super) fn letters(rng: &mut Rng, alphabet: &[u8], count: usize, out: &mut Vec<u8>) {
    for _ in 0..count {
        out.push(alphabet[rng.below(alphabet.len() as u64) as usize]);
    }
}

/// Appends a number with leading zeros up to `width`.
pub(super) fn number(value: u64, width: usize, out: &mut Vec<u8>) {
    let start = out.len();
    let mut rest = value;
    while rest > 0 || out.len() - start < width {
        out.push(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    out[start..].reverse();
}

/// Appends a text.
pub(super) fn text(piece: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(piece.as_bytes());
}

/// Appends a text in lower case.
pub(super) fn lower(piece: &str, out: &mut Vec<u8>) {
    out.extend(piece.bytes().map(|byte| byte.to_ascii_lowercase()));
}

/// Appends a UUID of version 4.
pub(super) fn uuid(rng: &mut Rng, out: &mut Vec<u8>) {
    for (index, count) in [8, 4, 3, 3, 12].into_iter().enumerate() {
        if index > 0 {
            out.push(b'-');
        }
        match index {
            2 => out.push(b'4'),
            3 => out.push(b"89ab"[rng.below(4) as usize]),
            _ => {}
        }
        letters(rng, HEX, count, out);
    }
}

/// Appends a date as in ISO 8601.
pub(super) fn date(rng: &mut Rng, years: (u64, u64), out: &mut Vec<u8>) {
    number(rng.between(years.0, years.1), 4, out);
    out.push(b'-');
    number(rng.between(1, 12), 2, out);
    out.push(b'-');
    number(rng.between(1, 28), 2, out);
}

/// Appends the digit that makes the digits of `out[start..]` pass Luhn's check.
pub(super) fn luhn_digit(start: usize, out: &mut Vec<u8>) {
    let weigh = |(index, digit): (usize, u64)| match index % 2 {
        0 if digit > 4 => digit * 2 - 9,
        0 => digit * 2,
        _ => digit,
    };
    let digits =
        out[start..].iter().rev().filter(|byte| byte.is_ascii_digit()).map(|byte| u64::from(byte - b'0'));
    let sum: u64 = digits.enumerate().map(weigh).sum();
    out.push(b'0' + ((10 - sum % 10) % 10) as u8);
}

/// The two check digits of an IBAN (ISO 13616).
pub(super) fn iban_check(country: &str, account: &[u8]) -> u64 {
    let mut remainder = 0;
    for &byte in account.iter().chain(country.as_bytes()).chain(b"00") {
        let value = u64::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 });
        remainder = (remainder * if value > 9 { 100 } else { 10 } + value) % 97;
    }
    98 - remainder
}

/// CRC-32 (IEEE), bit by bit.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(!0, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}

/// Appends bytes in base64url without padding.
pub(super) fn base64_url(bytes: &[u8], out: &mut Vec<u8>) {
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_usize, |bits, &byte| bits << 8 | usize::from(byte))
            << (8 * (3 - chunk.len()));
        out.extend((0..=chunk.len()).map(|index| BASE64_URL[bits >> (18 - 6 * index) & 63]));
    }
}
