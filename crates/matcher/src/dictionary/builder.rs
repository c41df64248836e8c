//! Values in, a dictionary out.

use super::Dictionary;
use super::chain::{Chain, MAX_WORDS};
use super::heads::{Heads, shape};
use super::key::{Key, Salt};
use super::table::Table;
use super::tally::Tally;
use super::words::Words;

/// The most bytes of a value without what stands between its words.
const MAX_BYTES: usize = 256;

/// Letters and digits that a value of several words needs, and one of a single word or of digits alone.
const LEAST: usize = 4;
const LEAST_ALONE: usize = 6;

/// Hashes are sorted and the doubles dropped when there are twice as many, and this many at the least.
const MIN_BATCH: usize = 1 << 20;

/// What became of the values that a dictionary was made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Different values that are looked for.
    pub values: u64,
    /// Values that were there before, written the same but for case, accents and punctuation.
    pub duplicates: u64,
    /// Without a letter or digit.
    pub empty: u64,
    /// Fewer than 4 letters and digits in all, or fewer than 6 in a single word or number: they stand anywhere.
    pub short: u64,
    /// More than 16 words or 256 bytes.
    pub long: u64,
}

/// A dictionary on its way.
pub struct Builder {
    key: Key,
    hashes: Distinct<u64>,
    /// Of heads without and with digits.
    heads: [Distinct<u32>; 2],
    shapes: [u64; 3],
    longest: usize,
    n_usable: u64,
    counts: Counts,
}

impl Builder {
    /// Starts one under a secret that its readers need to know; without one, the salt in the file is all they need.
    pub fn new(secret: Option<&[u8; 32]>, salt: Salt) -> Self {
        Self {
            key: Key::derive(secret, salt),
            hashes: Distinct::default(),
            heads: <[Distinct<u32>; 2]>::default(),
            shapes: [0; 3],
            longest: 0,
            n_usable: 0,
            counts: Counts::default(),
        }
    }

    /// Adds a value, or counts why it is of no use.
    pub fn add(&mut self, value: &[u8]) {
        let mut words = Words::of(value);
        let Some(first) = words.next() else {
            self.counts.empty += 1;
            return;
        };
        let mut chain = Chain::start(&self.key, value, first, MAX_BYTES);
        let mut head = None;
        for word in words {
            if head.is_none() && !chain.is_glued_to(&word) {
                head = Some(chain);
            }
            chain.push(value, word, MAX_BYTES);
            if chain.n_words > MAX_WORDS || chain.n_bytes > MAX_BYTES {
                break;
            }
        }
        let is_single = head.is_none() || !chain.has_letter;
        if chain.n_words > MAX_WORDS || chain.n_bytes > MAX_BYTES {
            self.counts.long += 1;
        } else if chain.n_letters < if is_single && !is_of_ideographs(&chain) { LEAST_ALONE } else { LEAST } {
            self.counts.short += 1;
        } else {
            self.insert(&chain, &head.unwrap_or(chain));
        }
    }

    fn insert(&mut self, chain: &Chain, head: &Chain) {
        self.n_usable += 1;
        self.longest = self.longest.max(chain.n_bytes);
        self.hashes.push(chain.hash());
        self.heads[usize::from(head.has_digit)].push(head.hash() as u32);
        let (kind, bit) = shape(head);
        self.shapes[kind] |= bit;
    }

    /// The dictionary, and what became of the values; it is empty where none was of use.
    pub fn finish(self) -> (Dictionary, Counts) {
        let hashes = self.hashes.finish();
        let values = hashes.len() as u64;
        let counts = Counts { values, duplicates: self.n_usable - values, ..self.counts };
        let heads = self.heads.map(Distinct::finish);
        let heads = Heads::new(self.shapes, [&heads[0], &heads[1]]);
        let longest = self.longest as u32;
        let table = Table::new(hashes);
        (Dictionary { key: self.key, heads, table, longest, tally: Tally::new() }, counts)
    }
}

/// Letters that count for two stand for a word each, so a row of them is no single word.
fn is_of_ideographs(chain: &Chain) -> bool {
    !chain.has_digit && chain.n_words > 1
}

/// A list that drops what it holds twice, now and then.
#[derive(Default)]
struct Distinct<T> {
    items: Vec<T>,
    n_sorted: usize,
}

impl<T: Ord> Distinct<T> {
    fn push(&mut self, item: T) {
        self.items.push(item);
        if self.items.len() >= MIN_BATCH.max(2 * self.n_sorted) {
            self.sort();
        }
    }

    fn sort(&mut self) {
        self.items.sort_unstable();
        self.items.dedup();
        self.n_sorted = self.items.len();
    }

    fn finish(mut self) -> Vec<T> {
        self.sort();
        self.items.shrink_to_fit();
        self.items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(values: &[&str]) -> Counts {
        let mut builder = Builder::new(None, [0; 16]);
        for value in values {
            builder.add(value.as_bytes());
        }
        builder.finish().1
    }

    #[test]
    fn values_of_no_use_are_counted() {
        let long = "word ".repeat(17);
        let wide = "w".repeat(257);
        for (value, expected) in [
            ("jane.doe@corp.de", Counts { values: 1, ..Counts::default() }),
            ("", Counts { empty: 1, ..Counts::default() }),
            (" -- ", Counts { empty: 1, ..Counts::default() }),
            ("x", Counts { short: 1, ..Counts::default() }),
            ("a b", Counts { short: 1, ..Counts::default() }),
            ("Smith", Counts { short: 1, ..Counts::default() }),
            ("Smiths", Counts { values: 1, ..Counts::default() }),
            ("Jo Li", Counts { values: 1, ..Counts::default() }),
            ("12345", Counts { short: 1, ..Counts::default() }),
            ("1 2 3 4 5", Counts { short: 1, ..Counts::default() }),
            ("ab 12", Counts { short: 1, ..Counts::default() }),
            ("123456", Counts { values: 1, ..Counts::default() }),
            ("山", Counts { short: 1, ..Counts::default() }),
            ("李伟", Counts { values: 1, ..Counts::default() }),
            (&long, Counts { long: 1, ..Counts::default() }),
            (&wide, Counts { long: 1, ..Counts::default() }),
        ] {
            assert_eq!(counts(&[value]), expected, "{value}");
        }
    }

    #[test]
    fn a_million_duplicates_are_one_value() {
        let mut builder = Builder::new(None, [0; 16]);
        let ways = ["Jane Doe", "JANE_DOE", "jáne  doe!"];
        (0..1_500_000).for_each(|index| builder.add(ways[index % 3].as_bytes()));
        assert!(builder.hashes.items.capacity() < 2 * MIN_BATCH);
        let expected = Counts { values: 1, duplicates: 1_499_999, ..Counts::default() };
        assert_eq!(builder.finish().1, expected);
    }
}
