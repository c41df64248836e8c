//! Keccak-256 as Ethereum and Monero use it: SHA-3 before NIST changed the padding (FIPS 202, section 3).

const RATE: usize = 136;

/// The digest of a message.
pub(super) fn keccak_256(message: &[u8]) -> [u8; 32] {
    let mut padded = message.to_vec();
    padded.push(1);
    padded.resize(padded.len().next_multiple_of(RATE), 0);
    if let Some(last) = padded.last_mut() {
        *last |= 0x80;
    }
    let mut state = [0_u64; 25];
    for block in padded.chunks_exact(RATE) {
        for (lane, bytes) in state.iter_mut().zip(block.as_chunks::<8>().0) {
            *lane ^= u64::from_le_bytes(*bytes);
        }
        permute(&mut state);
    }
    let mut digest = [0; 32];
    for (bytes, lane) in digest.as_chunks_mut::<8>().0.iter_mut().zip(state) {
        *bytes = lane.to_le_bytes();
    }
    digest
}

/// Keccak-f\[1600\]: 24 rounds of theta, rho and pi, chi, iota.
fn permute(state: &mut [u64; 25]) {
    for constant in round_constants() {
        theta(state);
        rho_and_pi(state);
        chi(state);
        state[0] ^= constant;
    }
}

fn theta(state: &mut [u64; 25]) {
    let parity: [u64; 5] = std::array::from_fn(|x| (0..5).fold(0, |sum, y| sum ^ state[x + 5 * y]));
    for (index, lane) in state.iter_mut().enumerate() {
        *lane ^= parity[(index + 4) % 5] ^ parity[(index + 1) % 5].rotate_left(1);
    }
}

fn rho_and_pi(state: &mut [u64; 25]) {
    let (mut x, mut y, mut moved) = (1, 0, state[1]);
    for step in 1..=24_u32 {
        (x, y) = (y, (2 * x + 3 * y) % 5);
        moved = std::mem::replace(&mut state[x + 5 * y], moved.rotate_left(step * (step + 1) / 2 % 64));
    }
}

fn chi(state: &mut [u64; 25]) {
    for row in state.as_chunks_mut::<5>().0 {
        let before = *row;
        for x in 0..5 {
            row[x] ^= !before[(x + 1) % 5] & before[(x + 2) % 5];
        }
    }
}

/// The constants of iota, from the shift register of the standard (x⁸ + x⁶ + x⁵ + x⁴ + 1).
fn round_constants() -> impl Iterator<Item = u64> {
    let mut register = 1_u8;
    let mut bit = move || {
        let out = register & 1;
        register = register << 1 ^ if register >> 7 == 1 { 0x71 } else { 0 };
        u64::from(out)
    };
    (0..24).map(move |_| (0..7).fold(0, |constant, power| constant | bit() << ((1_u32 << power) - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written in full, as the vectors are.
    fn hex(bytes: &[u8]) -> String {
        let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap();
        bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }

    #[test]
    fn vectors_of_the_keccak_team() {
        let table: [(&[u8], &str); 3] = [
            (b"", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
            (b"abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
            (
                b"The quick brown fox jumps over the lazy dog",
                "4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15",
            ),
        ];
        for (message, digest) in table {
            assert_eq!(hex(&keccak_256(message)), digest);
        }
        // A message of one byte less than a block takes both ends of the padding in one byte.
        assert_ne!(keccak_256(&[b'a'; 135]), keccak_256(&[b'a'; 136]));
    }
}
