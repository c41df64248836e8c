//! The bytes around one place, as bits.

#[cfg(any(test, not(target_arch = "x86_64")))]
use model::joins;
use model::{LAYOUT_BEFORE, LAYOUT_WINDOW};

/// What stands around a place: bit `i` is the byte `i - LAYOUT_BEFORE` behind it, zero beyond the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Around {
    pub(crate) digit: u32,
    pub(crate) letter: u32,
    pub(crate) small: u32,
    pub(crate) joint: u32,
    /// Whether a `+` stands in the window before the place.
    pub(crate) is_behind_plus: bool,
}

impl Around {
    /// Looks around `place`.
    #[inline]
    pub(crate) fn of(text: &[u8], place: usize) -> Self {
        let whole =
            place.checked_sub(LAYOUT_BEFORE).and_then(|start| text[start..].first_chunk::<LAYOUT_WINDOW>());
        whole.map_or_else(|| Self::at_border(text, place), Self::of_window)
    }

    #[cold]
    fn at_border(text: &[u8], place: usize) -> Self {
        let mut window = [0; LAYOUT_WINDOW];
        let start = place.saturating_sub(LAYOUT_BEFORE);
        let skipped = LAYOUT_BEFORE - (place - start);
        let part = &text[start..text.len().min(place + LAYOUT_WINDOW - LAYOUT_BEFORE)];
        window[skipped..skipped + part.len()].copy_from_slice(part);
        Self::of_window(&window)
    }

    #[inline]
    fn of_window(window: &[u8; LAYOUT_WINDOW]) -> Self {
        #[cfg(target_arch = "x86_64")]
        return super::sse2::around(window);
        #[cfg(not(target_arch = "x86_64"))]
        Self::of_bytes(window)
    }

    /// Byte by byte, for machines without a kernel and as its twin in tests.
    #[cfg(any(test, not(target_arch = "x86_64")))]
    fn of_bytes(window: &[u8; LAYOUT_WINDOW]) -> Self {
        let mask = |is_in: fn(&u8) -> bool| {
            window.iter().enumerate().fold(0, |mask, (bit, byte)| mask | u32::from(is_in(byte)) << bit)
        };
        Self {
            digit: mask(u8::is_ascii_digit),
            letter: mask(u8::is_ascii_alphabetic),
            small: mask(u8::is_ascii_lowercase),
            joint: mask(|&byte| joins(byte)),
            is_behind_plus: window[..LAYOUT_BEFORE].contains(&b'+'),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_vector_kernel_agrees_with_its_scalar_twin(window in any::<[u8; LAYOUT_WINDOW]>()) {
            prop_assert_eq!(Around::of_window(&window), Around::of_bytes(&window));
        }
    }

    #[test]
    fn what_lies_beyond_the_text_is_nothing() {
        for (text, place, digit) in [("12a", 0, 0b11 << 8), ("ab1", 2, 1 << 8), ("1", 0, 1 << 8)] {
            assert_eq!(Around::of(text.as_bytes(), place).digit, digit, "{text}");
        }
        assert_eq!(
            Around::of(b"aB1", 2),
            Around { digit: 1 << 8, letter: 3 << 6, small: 1 << 6, ..Around::default() }
        );
    }
}
