//! Tokens of Grafana's service accounts: `glsa_`, 32 characters, and the CRC32 of both.

use super::crc32;

/// Whether the last eight hexadecimal digits are the checksum, low byte first, of what stands before their underscore.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some((before, checksum)) = bytes.split_last_chunk::<8>() else { return false };
    let Some(before) = before.strip_suffix(b"_") else { return false };
    let number = std::str::from_utf8(checksum).ok().and_then(|text| u32::from_str_radix(text, 16).ok());
    number.is_some_and(|number| number.swap_bytes() == crc32::of(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_of_prefix_and_secret() {
        // Python: struct.pack("<I", zlib.crc32(b"glsa_" + secret)).hex()
        let secret = "a9KdR2mXw7vLz4TtNbY1cPdEf5GhJk8q";
        for (tail, expected) in [
            ("_be523dd2", true),
            ("_BE523DD2", true),
            ("_d23d52be", false),
            ("_be523dd3", false),
            ("be523dd2", false),
        ] {
            assert_eq!(valid(format!("glsa_{secret}{tail}").as_bytes()), expected, "{tail}");
        }
    }
}
