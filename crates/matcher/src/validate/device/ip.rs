//! Addresses on the internet that may be the connection of one person.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether a match is an address that is routed in public: not private, shared, local, reserved or for examples.
pub(super) fn public(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    match text.parse() {
        Ok(IpAddr::V4(address)) => is_public_v4(address),
        Ok(IpAddr::V6(address)) => is_public_v6(address),
        Err(_) => false,
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let is_shared = first == 100 && second & 0xc0 == 64;
    let is_benchmark = first == 198 && second & 0xfe == 18;
    let is_special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_broadcast();
    let is_reserved = is_special || is_shared || is_benchmark || matches!(first, 0 | 224..);
    !is_reserved && !is_resolver(address)
}

/// Resolvers that everyone asks.
fn is_resolver(address: Ipv4Addr) -> bool {
    matches!(
        address.octets(),
        [8, 8, 8 | 4, 8 | 4] | [1, 1 | 0, 1 | 0, 1] | [9, 9, 9, 9] | [4, 2, 2, _] | [208, 67, 222 | 220, _]
    )
}

/// Global unicast without the prefixes of documentation and of the transition from version 4.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let is_documentation = first == 0x2001 && second == 0x0db8 || first == 0x3fff && second < 0x1000;
    let is_protocol = first == 0x2001 && second < 0x0200 || first == 0x2002;
    first & 0xe000 == 0x2000 && !is_documentation && !is_protocol
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses() {
        for (text, expected) in [
            ("86.12.44.201", true),
            ("2a02:8108:1a40:1c00::17", true),
            ("10.0.0.1", false),
            ("172.31.4.2", false),
            ("192.168.1.10", false),
            ("100.64.3.4", false),
            ("127.0.0.1", false),
            ("169.254.169.254", false),
            ("192.0.2.44", false),
            ("198.51.100.7", false),
            ("203.0.113.9", false),
            ("198.18.0.1", false),
            ("0.0.0.0", false),
            ("224.0.0.251", false),
            ("8.8.8.8", false),
            ("256.1.1.1", false),
            ("086.12.44.201", false),
            ("::1", false),
            ("fe80::1", false),
            ("fd00:ec2::254", false),
            ("2001:db8::1", false),
            ("dead::", false),
        ] {
            assert_eq!(public(text.as_bytes()), expected, "{text}");
        }
    }
}
