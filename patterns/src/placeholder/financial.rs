//! Numbers of banks, wallets, devices and providers, each with its check digit.

use super::Make;
use super::number::luhn_digit;
use super::random::{DIGITS, Random};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("aba", |random, _| Some(aba(random))),
    ("btc", |random, _| Some(btc(random))),
    ("iccid", |random, _| Some(with_luhn("8944", &random.string(DIGITS, 14)))),
    ("imei", |random, _| Some(with_luhn("35", &random.string(DIGITS, 12)))),
    ("npi", |random, _| Some(npi(random))),
];

/// A routing number of the district of New York: weights 3, 7, 1.
fn aba(random: &mut Random) -> String {
    let body = format!("021{}", random.string(DIGITS, 5));
    let sum: u32 = body
        .bytes()
        .zip([3, 7, 1].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// Digits and the check digit of ISO/IEC 7812 behind them.
fn with_luhn(prefix: &str, body: &str) -> String {
    let digits = format!("{prefix}{body}");
    format!("{digits}{}", luhn_digit(&digits))
}

/// The check digit counts the issuer of health cards in the US, which is not written.
fn npi(random: &mut Random) -> String {
    const ISSUER: &str = "80840";
    with_luhn(ISSUER, &format!("1{}", random.string(DIGITS, 8))).split_off(ISSUER.len())
}

/// A witness address of version 0 (BIP 173) for a random key hash.
fn btc(random: &mut Random) -> String {
    const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    // 160 bits are 32 groups of five without padding.
    let mut values = vec![0];
    values.extend((0..32).map(|_| random.between(0, 31) as u32));
    let checksum = polymod(&values) ^ 1;
    values.extend((0..6).map(|place| checksum >> (5 * (5 - place)) & 31));
    values.iter().fold("bc1".to_owned(), |mut text, &value| {
        text.push(char::from(ALPHABET[value as usize]));
        text
    })
}

/// The checksum of Bech32 over `bc`, the values and six zeros.
fn polymod(values: &[u32]) -> u32 {
    const PREFIX: [u32; 5] = [3, 3, 0, 2, 3];
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    PREFIX.iter().chain(values).chain(&[0; 6]).fold(1, |checksum, value| {
        let top = checksum >> 25;
        let shifted = (checksum & 0x1ff_ffff) << 5 ^ value;
        (0..5).filter(|bit| top >> bit & 1 == 1).fold(shifted, |sum, bit| sum ^ GENERATOR[bit])
    })
}
