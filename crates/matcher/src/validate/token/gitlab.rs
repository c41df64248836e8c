//! Routable tokens of GitLab: prefix, payload, version, length of the payload, CRC32 of all that.
//!
//! `glpat-PAYLOAD.01.LLCCCCCCC`, or without the version in the first ones; length and checksum are base 36.

use super::crc32;

const BASE36: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Whether length and checksum fit.
pub(super) fn routable(bytes: &[u8]) -> bool {
    let Some((before, checksum)) = bytes.split_last_chunk::<7>() else { return false };
    crc32::digits(crc32::of(before), BASE36) == *checksum && has_its_length(before)
}

/// Whether the payload, which ends at the first dot, is as long as the two digits at the end say.
///
/// It starts behind the prefix, or behind the kind of a runner: `glpat-`, `glrt-t1_`.
fn has_its_length(before: &[u8]) -> bool {
    let dot = before.iter().position(|&byte| byte == b'.');
    let length = before.split_last_chunk::<2>().and_then(|(_, digits)| number(digits));
    let joint = dot.zip(length).and_then(|(dot, length)| dot.checked_sub(length + 1));
    joint.is_some_and(|joint| b"-_".contains(&before[joint]))
}

fn number(digits: &[u8]) -> Option<usize> {
    usize::from_str_radix(std::str::from_utf8(digits).ok()?, 36).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token made as GitLab's `RoutableToken` makes it.
    fn token(prefix: &str, payload: &str, version: &str, length: &str) -> String {
        let before = format!("{prefix}{payload}.{version}{length}");
        let checksum = crc32::digits::<7>(crc32::of(before.as_bytes()), BASE36);
        format!("{before}{}", std::str::from_utf8(&checksum).unwrap())
    }

    #[test]
    fn length_and_checksum_fit() {
        let payload = "bzoxCnU6MmY0cQ8vKx3nWm5Tz7Lp2Rd9Ys4";
        let good = token("glpat-", payload, "01.", "0z");
        let broken = good.replace("8vKx", "8vKy");
        for (text, expected) in [
            (good.as_str(), true),
            (&token("glpat-", payload, "", "0z"), true),
            (&token("glrt-t1_", payload, "01.", "0z"), true),
            (&broken, false),
            (&token("glpat-", payload, "01.", "0y"), false),
            (&token("glpat-", payload, "01.", "zz"), false),
            ("glpat-short", false),
            (".", false),
        ] {
            assert_eq!(routable(text.as_bytes()), expected, "{text}");
        }
    }
}
