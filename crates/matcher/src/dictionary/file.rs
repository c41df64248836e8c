//! The compact form of a dictionary, which can be handed around without the values in it.
//!
//! Little-endian: `TLDICT`, version, whether a secret is needed, salt, check of the key, longest value, shapes of
//! heads, three counts of words of 8 bytes, and these words: bits of heads without digits, with digits, hashes.
//!
//! Who has the file alone learns how many values it has and how long first words are. Who has the secret as well (or
//! the file alone, where it was made without one) can try guesses, hundreds of millions in a minute: e-mail addresses,
//! names and phone numbers can be guessed. To such a reader the file is as good as the values.

use std::io::{self, Read, Write};

use super::Dictionary;
use super::heads::{Bits, Heads};
use super::key::Key;
use super::table::Table;
use super::tally::Tally;

const MAGIC: &[u8; 6] = b"TLDICT";
/// Changes with the layout, and with what makes two writings one value.
const VERSION: u8 = 1;

/// Words that are read at a time.
const BATCH: usize = 8192;

/// The most values of a file.
const MAX_VALUES: u64 = u32::MAX as u64;
/// The most words of bits of heads: 2^32 bits.
const MAX_BITS: u64 = 1 << 26;

/// Why a dictionary could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file is something else.
    #[error("it is no dictionary made by `tagleaks dictionary build`")]
    Foreign,
    /// Made by another version of the program.
    #[error("it was made by another version of tagleaks; build it again")]
    Version,
    /// The secret is missing.
    #[error("it was made under a key that is needed to use it")]
    NeedsKey,
    /// The secret is another one.
    #[error("it was made under another key")]
    WrongKey,
    /// Cut off or changed.
    #[error("it is damaged")]
    Damaged,
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Dictionary {
    /// Whether a file holds a dictionary, by its first bytes.
    pub fn is_file_of(head: &[u8]) -> bool {
        head.starts_with(MAGIC)
    }

    /// Writes the compact form.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let Self { key, heads, table, longest, .. } = self;
        to.write_all(MAGIC)?;
        to.write_all(&[VERSION, u8::from(key.is_secret)])?;
        to.write_all(&key.salt)?;
        to.write_all(&key.check)?;
        to.write_all(&longest.to_le_bytes())?;
        write_words(&heads.shapes, to)?;
        let parts = [heads.bits[0].words(), heads.bits[1].words(), table.hashes()];
        write_words(&parts.map(|part| part.len() as u64), to)?;
        parts.into_iter().try_for_each(|part| write_words(part, to))
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// Where it is none, is damaged, or was made under another secret.
    pub fn read(from: &mut dyn Read, secret: Option<&[u8; 32]>) -> Result<Self, ReadError> {
        let key = read_key(from, secret)?;
        let longest = u32::from_le_bytes(read_array(from)?);
        let shapes = [read_word(from)?, read_word(from)?, read_word(from)?];
        let counts = [read_word(from)?, read_word(from)?, read_word(from)?];
        if counts[0] > MAX_BITS || counts[1] > MAX_BITS || counts[2] > MAX_VALUES {
            return Err(ReadError::Damaged);
        }
        let [letters, digits] =
            [read_words(counts[0], from)?, read_words(counts[1], from)?].map(Bits::from_words);
        let bits = [letters.ok_or(ReadError::Damaged)?, digits.ok_or(ReadError::Damaged)?];
        let hashes = read_words(counts[2], from)?;
        let is_over = from.read(&mut [0])? == 0;
        if !is_over || !hashes.is_sorted_by(|one, next| one < next) {
            return Err(ReadError::Damaged);
        }
        let table = Table::new(hashes);
        Ok(Self { key, heads: Heads { shapes, bits }, table, longest, tally: Tally::new() })
    }
}

fn read_key(from: &mut dyn Read, secret: Option<&[u8; 32]>) -> Result<Key, ReadError> {
    let [magic @ .., version, is_secret] = read_array::<8>(from).map_err(|error| match error {
        ReadError::Damaged => ReadError::Foreign,
        other => other,
    })?;
    if magic != *MAGIC {
        return Err(ReadError::Foreign);
    }
    if version != VERSION {
        return Err(ReadError::Version);
    }
    let salt = read_array(from)?;
    let secret = match (is_secret, secret) {
        (0, _) => None,
        (_, None) => return Err(ReadError::NeedsKey),
        (_, secret) => secret,
    };
    let key = Key::derive(secret, salt);
    if read_array(from)? == key.check { Ok(key) } else { Err(ReadError::WrongKey) }
}

fn write_words(words: &[u64], to: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(8 * BATCH.min(words.len()));
    for batch in words.chunks(BATCH) {
        bytes.clear();
        for word in batch {
            bytes.extend_from_slice(&word.to_le_bytes());
        }
        to.write_all(&bytes)?;
    }
    Ok(())
}

/// Reads words in batches, so that a count that lies costs no memory.
fn read_words(count: u64, from: &mut dyn Read) -> Result<Vec<u64>, ReadError> {
    let mut words = Vec::new();
    let mut bytes = vec![0; 8 * BATCH];
    let mut left = count as usize;
    while left > 0 {
        let part = &mut bytes[..8 * left.min(BATCH)];
        from.read_exact(part).map_err(cut_off)?;
        if words.capacity() == words.len() {
            // What has been read so far vouches for as much again.
            words.reserve_exact(left.min(words.len().max(BATCH)));
        }
        words.extend(part.as_chunks().0.iter().map(|word| u64::from_le_bytes(*word)));
        left -= part.len() / 8;
    }
    Ok(words)
}

fn read_word(from: &mut dyn Read) -> Result<u64, ReadError> {
    read_array(from).map(u64::from_le_bytes)
}

fn read_array<const N: usize>(from: &mut dyn Read) -> Result<[u8; N], ReadError> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes).map_err(cut_off)?;
    Ok(bytes)
}

fn cut_off(error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => ReadError::Damaged,
        _ => ReadError::Io(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dictionary::Builder;

    fn file(secret: Option<&[u8; 32]>) -> Vec<u8> {
        let mut builder = Builder::new(secret, [9; 16]);
        for value in ["jane.doe@corp.de", "4111 1111 1111 1111", "Jürgen Müller"] {
            builder.add(value.as_bytes());
        }
        let mut bytes = vec![];
        builder.finish().0.write(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_is_written_is_read() {
        for secret in [None, Some(&[3; 32])] {
            let bytes = file(secret);
            let read = Dictionary::read(&mut &bytes[..], secret).unwrap();
            assert_eq!((read.len(), read.longest), (3, 16));
            let mut found = vec![];
            read.find(b"x JURGEN_MULLER, jane doe, 4111-1111-1111-1111.", &mut |span| found.push(span.start));
            assert_eq!(found, [2, 27]);
            let mut again = vec![];
            read.write(&mut again).unwrap();
            assert!(again == bytes);
            assert!(
                !bytes.windows(4).any(|part| part == b"jane" || part == b"4111"),
                "no value stands in it"
            );
        }
    }

    #[test]
    fn a_wrong_file_is_refused() {
        let bytes = file(Some(&[3; 32]));
        let read = |bytes: &[u8], secret: Option<&[u8; 32]>| {
            Dictionary::read(&mut &*bytes, secret).err().map(|error| error.to_string()).unwrap_or_default()
        };
        assert!(read(&bytes, None).contains("needed"));
        assert!(read(&bytes, Some(&[4; 32])).contains("another key"));
        assert!(read(b"email\njane@corp.de\n", None).contains("no dictionary"));
        assert!(read(b"", None).contains("no dictionary"));
        let old = [&bytes[..6], &[0], &bytes[7..]].concat();
        assert!(read(&old, Some(&[3; 32])).contains("another version"));
        for end in 8..bytes.len() {
            assert!(read(&bytes[..end], Some(&[3; 32])).contains("damaged"), "{end}");
        }
        assert!(read(&[&bytes[..], b"x"].concat(), Some(&[3; 32])).contains("damaged"));
        let mut unsorted = bytes.clone();
        let last = unsorted.len() - 8;
        unsorted[last..].fill(0);
        assert!(read(&unsorted, Some(&[3; 32])).contains("damaged"));
        let counts = 8 + 16 + 8 + 4 + 24;
        for at in [counts, counts + 8, counts + 16] {
            let mut lie = bytes.clone();
            lie[at..at + 8].fill(0xff);
            assert!(read(&lie, Some(&[3; 32])).contains("damaged"), "{at}");
        }
    }
}
