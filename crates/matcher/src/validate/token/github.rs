//! Tokens that end in the CRC32 of their random part in base62, as GitHub and npm make them.

use super::crc32;

const BASE62: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Whether the last six characters are the checksum of what stands between them and the last underscore.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some(underscore) = bytes.iter().rposition(|&byte| byte == b'_') else { return false };
    let body = &bytes[underscore + 1..];
    let Some((random, checksum)) = body.split_last_chunk::<6>() else { return false };
    !random.is_empty() && crc32::digits(crc32::of(random), BASE62) == *checksum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_of_the_random_part() {
        let body = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5";
        for (text, expected) in [
            (format!("ghp_{body}0Zb5Hm"), true),
            (format!("ghp_{body}0Zb5Hn"), false),
            (format!("ghp_{}", "0".repeat(36)), false),
            ("ghp_0Zb5Hm".to_owned(), false),
            (body.to_owned(), false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
