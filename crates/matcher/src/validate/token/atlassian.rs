//! API tokens of Atlassian: `ATATT3` or `ATCTT3`, a body that ends in `=`, and the CRC32 of both.

use super::crc32;

/// Whether the last eight hexadecimal digits are the checksum of all that stands before them.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some((before, checksum)) = bytes.split_last_chunk::<8>() else { return false };
    let number = std::str::from_utf8(checksum).ok().and_then(|text| u32::from_str_radix(text, 16).ok());
    before.ends_with(b"=") && number == Some(crc32::of(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_of_the_whole_body() {
        // Python: "%08X" % zlib.crc32(body)
        let body = ["ATATT3", "a9KdR2mXw7vLz4TtNbY1cPdEf5GhJk8q="].concat();
        for (tail, expected) in [("E29D69D6", true), ("E29D69D7", false), ("=E29D69D6", false), ("", false)] {
            assert_eq!(valid(format!("{body}{tail}").as_bytes()), expected, "{tail}");
        }
        assert!(!valid(b"E29D69D6"));
    }
}
