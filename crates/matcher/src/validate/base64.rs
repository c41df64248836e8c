//! Base64 and base64url (RFC 4648), for a look into tokens.

/// Decodes either alphabet, with or without padding; `None` on any other byte.
pub(crate) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let text = trim_padding(text);
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    for chunk in text.chunks(4) {
        let mut word = 0_u32;
        for &byte in chunk {
            word = word << 6 | value(byte)?;
        }
        match chunk.len() {
            4 => out.extend_from_slice(&word.to_be_bytes()[1..]),
            3 => out.extend_from_slice(&(word >> 2).to_be_bytes()[2..]),
            2 => out.extend_from_slice(&(word >> 4).to_be_bytes()[3..]),
            _ => return None,
        }
    }
    Some(out)
}

/// Whether the first four characters may stand for three bytes of ASCII, of which there are four or more.
///
/// The highest bit of each byte is zero: bit 5 of the first character's value, bit 3 of the second's, bit 1 of the third's.
pub(crate) fn may_begin_text(text: &[u8]) -> bool {
    let zero = |index: usize, bit: u32| value(text[index]).is_some_and(|value| value >> bit & 1 == 0);
    zero(0, 5) && zero(1, 3) && zero(2, 1)
}

fn trim_padding(text: &[u8]) -> &[u8] {
    let text = text.strip_suffix(b"=").unwrap_or(text);
    text.strip_suffix(b"=").unwrap_or(text)
}

fn value(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_rfc_4648() {
        for (encoded, plain) in
            [("Zg==", "f"), ("Zm8", "fo"), ("Zm9v", "foo"), ("Zm9vYmE=", "fooba"), ("", "")]
        {
            assert_eq!(decode(encoded.as_bytes()).as_deref(), Some(plain.as_bytes()), "{encoded}");
        }
        assert_eq!(decode(b"-_8"), decode(b"+/8="));
        assert_eq!(decode(b"Z"), None);
        assert_eq!(decode(b"Zm 9"), None);
    }
}
