//! Tokens that end in the CRC32 of their random part, as GitHub and npm make them.

const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Whether the last six characters are the checksum of what stands between them and the last underscore.
pub(super) fn token(bytes: &[u8]) -> bool {
    let Some(underscore) = bytes.iter().rposition(|&byte| byte == b'_') else { return false };
    let body = &bytes[underscore + 1..];
    let Some((random, checksum)) = body.split_last_chunk::<6>() else { return false };
    !random.is_empty() && base62(crc32(random)) == *checksum
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

fn base62(mut number: u32) -> [u8; 6] {
    let mut digits = [b'0'; 6];
    for digit in digits.iter_mut().rev() {
        *digit = BASE62[(number % 62) as usize];
        number /= 62;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_of_the_random_part() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        let body = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5";
        for (text, expected) in [
            (format!("ghp_{body}0Zb5Hm"), true),
            (format!("ghp_{body}0Zb5Hn"), false),
            (format!("ghp_{}", "0".repeat(36)), false),
            ("ghp_0Zb5Hm".to_owned(), false),
            (body.to_owned(), false),
        ] {
            assert_eq!(token(text.as_bytes()), expected, "{text}");
        }
    }
}
