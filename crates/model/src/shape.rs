//! What every match of a detector's regex has.

/// What is known of every match of a regex before it runs; the crate `shape` works it out.
///
/// Plain data whose `Debug` form is a constant expression of Rust, because the build script writes it that way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The bytes that a match starts with.
    pub first: ByteSet,
    /// The fewest bytes of a match; 0 where it may hold what no run around a number does.
    pub shortest: u32,
    /// The most bytes of a match.
    pub longest: u32,
}

impl Shape {
    /// The shape of which nothing is known; right for every regex.
    pub const ANY: Self = Self { first: ByteSet::ALL, shortest: 0, longest: u32::MAX };

    /// Whether a match may start at one of the bytes.
    pub fn may_start_in(&self, bytes: &[u8]) -> bool {
        bytes.iter().any(|&byte| self.first.contains(byte))
    }

    /// Whether a match may have so many bytes at the least, and at the most: a word is not cut, and a match of plain
    /// bytes does not leave the run.
    pub const fn may_have_length(&self, word: usize, run: usize) -> bool {
        word <= self.longest as usize && run >= self.shortest as usize
    }

    /// Whether numbers and codes hold the byte: letters, digits and what is written between them.
    pub const fn is_of_run(byte: u8) -> bool {
        RUN.contains(byte)
    }
}

const RUN: ByteSet = {
    let mut set = ByteSet::of(b" -./()&<+_,#");
    let mut byte = 0_u8;
    while byte < u8::MAX {
        byte += 1;
        if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            set.insert(byte);
        }
    }
    set
};

/// A set of bytes, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByteSet(pub [u64; 4]);

impl ByteSet {
    /// The set without a byte.
    pub const NONE: Self = Self([0; 4]);
    /// The set of all bytes.
    pub const ALL: Self = Self([u64::MAX; 4]);

    /// The set of some bytes.
    pub const fn of(bytes: &[u8]) -> Self {
        let mut set = Self::NONE;
        let mut index = 0;
        while index < bytes.len() {
            set.insert(bytes[index]);
            index += 1;
        }
        set
    }

    /// Adds a byte.
    pub const fn insert(&mut self, byte: u8) {
        self.0[byte as usize / 64] |= 1 << (byte % 64);
    }

    /// Whether the byte is in the set.
    pub const fn contains(&self, byte: u8) -> bool {
        self.0[byte as usize / 64] >> (byte % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_tells_where_no_match_is() {
        let shape = Shape { first: ByteSet::of(&[0, b'7', 255]), shortest: 3, longest: 5 };
        for (bytes, expected) in
            [(&b"ab7"[..], true), (b"ab8", false), (b"\xff", true), (b"\0", true), (b"", false)]
        {
            assert_eq!(shape.may_start_in(bytes), expected, "{bytes:?}");
        }
        for (word, run, expected) in [(5, 9, true), (6, 9, false), (2, 3, true), (2, 2, false)] {
            assert_eq!(shape.may_have_length(word, run), expected, "{word} {run}");
        }
        assert!(Shape::ANY.may_start_in(b"x") && Shape::ANY.may_have_length(usize::from(u16::MAX), 0));
        assert!(b"aZ9 #\x80".iter().all(|&byte| Shape::is_of_run(byte)));
        assert!(!b"@:\n;".iter().any(|&byte| Shape::is_of_run(byte)));
    }
}
