//! Tag JSON lines of any size, in the shape that the tagging API answers with.
//!
//! - `innocent`: what most tags hold, and the ARNs
//! - `planted`: the sensitive ones, with the truth about where they stand
//! - `bait`: what looks sensitive and is not
//! - `text`: the pieces

mod bait;
mod innocent;
mod planted;
mod text;

use crate::rng::Rng;

/// Sensitive tags in a million; baits are as many.
const PLANTED_PER_MILLION: u64 = 5_000;

/// Something to put into a tag.
struct Tag {
    id: &'static str,
    keys: &'static [&'static str],
    value: fn(&mut Rng, &mut Vec<u8>),
}

/// What stands in a tag of the corpus on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Kind: what a detector covers, or the name of a bait.
    pub id: &'static str,
    /// Line, from 1.
    pub line: u64,
    /// Key of the tag.
    pub key: &'static str,
    /// Value of the tag.
    pub value: String,
}

/// A generator that never ends; the same seed gives the same lines.
pub struct Corpus {
    rng: Rng,
    by_weight: Vec<&'static innocent::Innocent>,
    keys_of_line: Vec<&'static str>,
    lines: u64,
    tags: u64,
    planted: Vec<Mark>,
    bait: Vec<Mark>,
}

impl Corpus {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        let by_weight =
            innocent::INNOCENT.iter().flat_map(|tag| std::iter::repeat_n(tag, usize::from(tag.weight)));
        Self {
            rng: Rng::new(seed),
            by_weight: by_weight.collect(),
            keys_of_line: Vec::new(),
            lines: 0,
            tags: 0,
            planted: Vec::new(),
            bait: Vec::new(),
        }
    }

    /// Appends lines until `out` holds at least `size` bytes.
    pub fn fill(&mut self, size: usize, out: &mut Vec<u8>) {
        out.reserve(size.saturating_sub(out.len()) + 4096);
        while out.len() < size {
            self.line(out);
        }
    }

    /// Lines made so far.
    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// Tags made so far.
    pub fn tags(&self) -> u64 {
        self.tags
    }

    /// The sensitive tags since the last call.
    pub fn take_planted(&mut self) -> Vec<Mark> {
        std::mem::take(&mut self.planted)
    }

    /// The baits since the last call.
    pub fn take_bait(&mut self) -> Vec<Mark> {
        std::mem::take(&mut self.bait)
    }

    fn line(&mut self, out: &mut Vec<u8>) {
        self.lines += 1;
        text::text(r#"{"ResourceARN":""#, out);
        innocent::arn(&mut self.rng, out);
        text::text(r#"","Tags":["#, out);
        self.keys_of_line.clear();
        let n_tags = self.rng.between(2, 9);
        for index in 0..n_tags {
            if index > 0 {
                out.push(b',');
            }
            self.tag(out);
        }
        text::text("]}\n", out);
        self.tags += n_tags;
    }

    fn tag(&mut self, out: &mut Vec<u8>) {
        let dice = self.rng.below(1_000_000);
        if dice < PLANTED_PER_MILLION {
            let mark = self.marked(planted::PLANTED, out);
            self.planted.push(mark);
        } else if dice < 2 * PLANTED_PER_MILLION {
            let mark = self.marked(bait::BAIT, out);
            self.bait.push(mark);
        } else {
            let tag = loop {
                let tag = self.by_weight[self.rng.below(self.by_weight.len() as u64) as usize];
                if self.is_new(tag.key) {
                    break tag;
                }
            };
            write_tag(tag.key, out, |out| tag.write_value(&mut self.rng, out));
        }
    }

    fn marked(&mut self, tags: &'static [Tag], out: &mut Vec<u8>) -> Mark {
        let (tag, key) = loop {
            let tag = &tags[self.rng.below(tags.len() as u64) as usize];
            let key = self.rng.pick(tag.keys);
            if self.is_new(key) {
                break (tag, key);
            }
        };
        let value = write_tag(key, out, |out| (tag.value)(&mut self.rng, out));
        let value = String::from_utf8_lossy(&out[value]).into_owned();
        Mark { id: tag.id, line: self.lines, key, value }
    }

    /// Whether the key may stand in this line: a resource has each key once.
    fn is_new(&mut self, key: &'static str) -> bool {
        let is_new = !self.keys_of_line.contains(&key);
        if is_new {
            self.keys_of_line.push(key);
        }
        is_new
    }
}

/// Whole lines of the start, at most so many bytes, but one line at least.
pub(crate) fn lines_up_to(corpus: &[u8], most: usize) -> &[u8] {
    if corpus.len() <= most {
        return corpus;
    }
    let end = memchr::memrchr(b'\n', &corpus[..most]).or_else(|| memchr::memchr(b'\n', corpus));
    &corpus[..end.map_or(corpus.len(), |end| end + 1)]
}

/// Writes a tag and tells where its value stands.
fn write_tag(key: &str, out: &mut Vec<u8>, value: impl FnOnce(&mut Vec<u8>)) -> std::ops::Range<usize> {
    text::text(r#"{"Key":""#, out);
    text::text(key, out);
    text::text(r#"","Value":""#, out);
    let start = out.len();
    value(out);
    let end = out.len();
    text::text(r#""}"#, out);
    start..end
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    const MEGABYTE: usize = 1_000_000;

    fn megabyte(seed: u64) -> (Corpus, Vec<u8>) {
        let mut corpus = Corpus::new(seed);
        let mut bytes = Vec::new();
        corpus.fill(MEGABYTE, &mut bytes);
        (corpus, bytes)
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        assert_eq!(megabyte(1).1, megabyte(1).1);
        assert_ne!(megabyte(1).1, megabyte(2).1);
    }

    #[test]
    fn blocks_give_the_same_bytes_as_the_whole() {
        let mut corpus = Corpus::new(1);
        let mut bytes = Vec::new();
        for size in (MEGABYTE / 10..=MEGABYTE).step_by(MEGABYTE / 10) {
            corpus.fill(size, &mut bytes);
        }
        assert_eq!(bytes, megabyte(1).1);
    }

    #[test]
    fn marks_stand_where_they_say() {
        let (mut corpus, bytes) = megabyte(3);
        let lines: Vec<Value> = bytes
            .split(|&byte| byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).expect("each line is JSON"))
            .collect();
        assert_eq!(lines.len() as u64, corpus.lines());
        for mark in corpus.take_planted().into_iter().chain(corpus.take_bait()) {
            let tags = lines[mark.line as usize - 1]["Tags"].as_array().expect("a list of tags");
            assert!(
                tags.iter().any(|tag| tag["Key"] == mark.key && tag["Value"] == mark.value),
                "{}",
                mark.id
            );
        }
    }

    #[test]
    fn half_a_percent_is_sensitive_and_all_kinds_occur() {
        let mut corpus = Corpus::new(4);
        corpus.fill(4 * MEGABYTE, &mut Vec::new());
        let planted = corpus.take_planted();
        let per_million = planted.len() as u64 * 1_000_000 / corpus.tags();
        assert!((4_000..6_000).contains(&per_million), "{per_million}");
        let kinds: BTreeSet<_> = planted.iter().map(|mark| mark.id).collect();
        assert_eq!(kinds, planted::PLANTED.iter().map(|tag| tag.id).collect());
        let baits: BTreeSet<_> = corpus.take_bait().iter().map(|mark| mark.id).collect();
        assert_eq!(baits, bait::BAIT.iter().map(|tag| tag.id).collect());
    }

    #[test]
    fn a_part_ends_with_a_line() {
        let table = [(0, "ab\n"), (2, "ab\n"), (3, "ab\n"), (5, "ab\n"), (6, "ab\ncd\n"), (9, "ab\ncd\nef")];
        for (most, expected) in table {
            assert_eq!(lines_up_to(b"ab\ncd\nef", most), expected.as_bytes(), "{most}");
        }
    }

    #[test]
    fn check_digits_follow_their_standards() {
        // Values from ISO 7812, ISO 13616 and the CRC catalogue.
        let mut card = b"7992739871".to_vec();
        text::luhn_digit(0, &mut card);
        assert_eq!(card, b"79927398713");
        assert_eq!(text::iban_check("GB", b"WEST12345698765432"), 82);
        assert_eq!(text::iban_check("DE", b"370400440532013000"), 89);
        assert_eq!(text::crc32(b"123456789"), 0xcbf4_3926);
        let mut encoded = Vec::new();
        text::base64_url(b"\xfb\xff>a", &mut encoded);
        assert_eq!(encoded, b"-_8-YQ");
    }
}
