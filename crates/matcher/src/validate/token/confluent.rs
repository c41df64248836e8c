//! API secrets of Confluent Cloud: `cflt`, 54 characters, and their CRC32, low byte first, in base64.

use super::super::base64;
use super::crc32;

/// Whether the last six characters are the checksum of the 54 between the prefix and them.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(b"cflt") else { return false };
    let Some((body, checksum)) = rest.split_last_chunk::<6>() else { return false };
    let number = base64::decode(checksum).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes);
    body.len() == 54 && number == Some(crc32::of(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_of_the_body() {
        // Python: base64.b64encode(struct.pack("<I", zlib.crc32(body)))
        let body = "a9KdR2mXw7vLz4TtNbY1cPdEf5GhJk8qA3sW6yU0oB5nM8iC2vX4zQ";
        for (text, expected) in [
            (format!("cflt{body}+eFsvw"), true),
            (format!("cflt{body}+eFsvg"), false),
            (format!("cflt{}+eFsvw", &body[1..]), false),
            (format!("cfly{body}+eFsvw"), false),
            ("cflt".to_owned(), false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
