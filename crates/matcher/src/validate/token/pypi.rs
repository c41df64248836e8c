//! API tokens of `PyPI`: `pypi-` and a macaroon (the binary format, version 2) in base64url.

use super::super::base64;

/// Whether it decodes to a macaroon: version, where it counts, an id, caveats, and a signature of 32 bytes at the end.
pub(super) fn valid(bytes: &[u8]) -> bool {
    let encoded = bytes.strip_prefix(b"pypi-").unwrap_or(bytes);
    let Some(macaroon) = base64::decode(encoded) else { return false };
    let [0x02, 0x01, length, ref rest @ ..] = macaroon[..] else { return false };
    let Some((location, rest)) = rest.split_at_checked(usize::from(length)) else { return false };
    let is_host = location.iter().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte));
    is_host && location.contains(&b'.') && rest.first() == Some(&0x02) && ends_in_signature(rest)
}

/// End of the caveats, then field 6 with 32 bytes.
fn ends_in_signature(rest: &[u8]) -> bool {
    rest.split_last_chunk::<32>().is_some_and(|(before, _)| before.ends_with(&[0x00, 0x06, 0x20]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Base64url of bytes, for tests only.
    fn encode(bytes: &[u8]) -> String {
        const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let bits: Vec<u8> =
            bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
        let value =
            |six: &[u8]| (0..6).fold(0, |value, bit| value << 1 | usize::from(*six.get(bit).unwrap_or(&0)));
        bits.chunks(6).map(|six| char::from(ALPHABET[value(six)])).collect()
    }

    fn macaroon(location: &str, end: &[u8]) -> String {
        let id = b"6f1c2d3e-4a5b-4c7d-8e9f-0a1b2c3d4e5f";
        let length = u8::try_from(location.len()).unwrap();
        let parts: [&[u8]; 7] = [&[2, 1, length], location.as_bytes(), &[2, 36], id, &[0], end, &[7; 32]];
        format!("pypi-{}", encode(&parts.concat()))
    }

    #[test]
    fn a_macaroon_from_its_first_to_its_last_field() {
        let good = macaroon("pypi.org", &[0, 6, 32]);
        assert!(good.starts_with("pypi-AgEIcHlwaS5vcmc"), "{good}");
        for (text, expected) in [
            (good.as_str(), true),
            (&macaroon("test.pypi.org", &[0, 6, 32]), true),
            (&macaroon("nowhere", &[0, 6, 32]), false),
            (&macaroon("pypi.org", &[0, 6, 31]), false),
            (&good[..good.len() - 8], false),
            ("pypi-AgEIcHlwaS5vcmc", false),
            ("pypi-", false),
        ] {
            assert_eq!(valid(text.as_bytes()), expected, "{text}");
        }
    }
}
