//! UTF-16 to UTF-8, so that all that follows sees one encoding.

use std::io::{self, Read};

/// Transcodes a stream whose byte order mark was read; lone surrogates become U+FFFD.
pub(crate) struct Utf16<R> {
    source: R,
    big_endian: bool,
    /// Bytes that wait for the rest of their character.
    raw: Vec<u8>,
    /// Text that did not fit into the caller's buffer.
    text: Vec<u8>,
    given: usize,
}

impl<R: Read> Utf16<R> {
    /// Wraps a stream.
    pub(crate) fn new(source: R, big_endian: bool) -> Self {
        Self { source, big_endian, raw: Vec::new(), text: Vec::new(), given: 0 }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.given = 0;
        let before = self.raw.len();
        (&mut self.source).take(16 << 10).read_to_end(&mut self.raw)?;
        let last = self.raw.len() == before;
        let mut usable = self.raw.len() / 2;
        if !last && usable > 0 && (0xD800..0xDC00).contains(&self.unit(usable - 1)) {
            usable -= 1;
        }
        let units = (0..usable).map(|index| self.unit(index));
        let text: String =
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        self.text = text.into_bytes();
        self.raw.drain(..usable * 2);
        if last && !self.raw.is_empty() {
            self.raw.clear();
            self.text.extend_from_slice("\u{FFFD}".as_bytes());
        }
        Ok(())
    }

    fn unit(&self, index: usize) -> u16 {
        let pair = [self.raw[2 * index], self.raw[2 * index + 1]];
        if self.big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.text.len() {
            self.refill()?;
        }
        let n_bytes = buffer.len().min(self.text.len() - self.given);
        buffer[..n_bytes].copy_from_slice(&self.text[self.given..self.given + n_bytes]);
        self.given += n_bytes;
        Ok(n_bytes)
    }
}
