//! Keys and credentials in the forms that files hold.

use super::Make;
use super::encode::{base64, base64url};
use super::random::{BASE62, Random};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("age_key", |random, _| Some(age_key(&random.bytes(32)))),
    ("pem_base64", |random, _| Some(base64(super::token::pem(random).as_bytes()))),
    ("openssh_body", |random, _| Some(openssh_body(random))),
    ("pkcs8_body", |random, _| Some(pkcs8_body(random))),
    ("pkcs8_ed25519", |random, _| Some(base64(&[PKCS8_ED25519, &random.bytes(32)].concat()))),
    ("public_body", |random, _| Some(public_body(random))),
    ("jwk_d", |random, _| Some(base64url(&random.bytes(32)))),
    ("script_base64", |random, _| Some(script(&format!("export DB_PASSWORD={}", password(random))))),
    ("plain_base64", |random, _| Some(script(&format!("echo build {}", random.between(1000, 9999))))),
    ("url_base64", |random, _| Some(url(random))),
    ("sha512_crypt", |random, _| Some(crypt("$6$", 16, 86, random))),
    ("bcrypt", |random, _| Some(crypt("$2y$10$", 0, 53, random))),
    ("apr1", |random, _| Some(crypt("$apr1$", 8, 22, random))),
];

const PKCS8_RSA: &[u8] =
    b"\x30\x82\x04\xbd\x02\x01\x00\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00\
    \x04\x82\x04\xa7\x30\x82\x04\xa3\x02\x01\x00\x02\x82\x01\x01\x00";
const PKCS8_ED25519: &[u8] = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20";
const SPKI_RSA: &[u8] =
    b"\x30\x82\x01\x22\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00\x03\x82\x01\x0f\
    \x00\x30\x82\x01\x0a\x02\x82\x01\x01\x00";

fn password(random: &mut Random) -> String {
    random.mixed(BASE62, 12)
}

/// The first 150 bytes of an RSA key as PKCS#8: enough to know it.
fn pkcs8_body(random: &mut Random) -> String {
    base64(&[PKCS8_RSA, &random.bytes(150 - PKCS8_RSA.len())].concat())
}

/// An RSA public key, which is no secret.
fn public_body(random: &mut Random) -> String {
    base64(&[SPKI_RSA, &random.bytes(294 - SPKI_RSA.len())].concat())
}

fn openssh_body(random: &mut Random) -> String {
    let head: &[u8] = b"openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none\0\0\0\0\0\0\0\x01";
    base64(&[head, &random.bytes(120)].concat())
}

fn script(line: &str) -> String {
    base64(format!("#!/bin/bash\nset -eu\n{line}\nsystemctl restart app\n").as_bytes())
}

fn url(random: &mut Random) -> String {
    base64(format!("postgres://app:{}@db.internal:5432/orders", password(random)).as_bytes())
}

/// A hash as crypt(3) writes it.
fn crypt(head: &str, salt: usize, hash: usize, random: &mut Random) -> String {
    const ALPHABET: &[u8] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let salt = if salt == 0 { String::new() } else { format!("{}$", random.string(ALPHABET, salt)) };
    format!("{head}{salt}{}", random.mixed(ALPHABET, hash))
}

/// Bech32 (BIP 173) of 32 bytes in capitals, as age writes its identities.
fn age_key(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    let prefix = "age-secret-key-";
    let mut values = fives(bytes);
    let mut all: Vec<u8> = prefix.bytes().map(|byte| byte >> 5).collect();
    all.push(0);
    all.extend(prefix.bytes().map(|byte| byte & 31));
    all.extend(&values);
    all.extend([0; 6]);
    let check = polymod(&all) ^ 1;
    values.extend((0..6).map(|index| (check >> (5 * (5 - index)) & 31) as u8));
    let body: String = values.iter().map(|&value| char::from(ALPHABET[usize::from(value)])).collect();
    format!("{}1{body}", prefix.to_ascii_uppercase())
}

fn fives(bytes: &[u8]) -> Vec<u8> {
    let bit = |index: usize| bytes.get(index / 8).map_or(0, |byte| byte >> (7 - index % 8) & 1);
    (0..(bytes.len() * 8).div_ceil(5))
        .map(|index| (0..5).fold(0, |value, offset| value << 1 | bit(index * 5 + offset)))
        .collect()
}

fn polymod(values: &[u8]) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    values.iter().fold(1, |check, &value| {
        let top = check >> 25;
        let next = (check & 0x01ff_ffff) << 5 ^ u32::from(value);
        GENERATOR
            .iter()
            .enumerate()
            .filter(|(bit, _)| top >> bit & 1 == 1)
            .fold(next, |sum, (_, word)| sum ^ word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_of_bip_173() {
        // "A12UEL5L": no data, the checksum of the prefix alone.
        let mut values = vec![b'a' >> 5, 0, b'a' & 31];
        values.extend([0; 6]);
        let check = polymod(&values) ^ 1;
        let digits: Vec<u32> = (0..6).map(|index| check >> (5 * (5 - index)) & 31).collect();
        assert_eq!(digits, [10, 28, 25, 31, 20, 31]);
    }

    #[test]
    fn bits_in_groups_of_five() {
        assert_eq!(fives(&[0b1111_1000]), [31, 0]);
        assert_eq!(fives(&[0xff; 5]), [31; 8]);
    }
}
