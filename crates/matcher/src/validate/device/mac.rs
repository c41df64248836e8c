//! Hardware addresses (IEEE 802): given by the maker of a device, or made up by software.

/// Whether a match is the address that a maker gave to one device.
pub(super) fn universal(bytes: &[u8]) -> bool {
    address(bytes).is_some_and(|address| address[0] & 0b10 == 0)
}

/// Whether a match is the address of one device, real or virtual.
pub(super) fn any(bytes: &[u8]) -> bool {
    address(bytes).is_some()
}

/// The six bytes of an address that is neither a group's, nor all zeros, nor one of RFC 9542 for examples.
fn address(bytes: &[u8]) -> Option<[u8; 6]> {
    let hex: Vec<u8> =
        bytes.iter().filter_map(|&byte| char::from(byte).to_digit(16)).map(|digit| digit as u8).collect();
    let pairs: Vec<u8> = hex.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    let address: [u8; 6] = pairs.try_into().ok().filter(|_| hex.len() == 12)?;
    let is_group = address[0] & 1 == 1;
    let is_filler = address[1..].iter().all(|byte| *byte == address[0]);
    let is_example = address.starts_with(&[0, 0, 0x5e, 0, 0x53]);
    (!is_group && !is_filler && !is_example).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_devices() {
        for (text, is_universal, is_any) in [
            ("3c:22:fb:4a:9d:10", true, true),
            ("3C-22-FB-4A-9D-10", true, true),
            ("3c22.fb4a.9d10", true, true),
            ("02:42:ac:11:00:02", false, true),
            ("0a:1b:2c:3d:4e:5f", false, true),
            ("00:00:00:00:00:00", false, false),
            ("ff:ff:ff:ff:ff:ff", false, false),
            ("01:00:5e:00:00:fb", false, false),
            ("00:00:5e:00:53:01", false, false),
            ("3c:22:fb:4a:9d", false, false),
        ] {
            assert_eq!(universal(text.as_bytes()), is_universal, "{text}");
            assert_eq!(any(text.as_bytes()), is_any, "{text}");
        }
    }
}
