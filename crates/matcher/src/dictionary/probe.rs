//! The search: each word of a text may begin a value.

use model::Span;

use super::Dictionary;
use super::chain::{Chain, MAX_WORDS};
use super::words::{Word, Words};

impl Dictionary {
    /// Gives, for each word that begins a value, the longest one there.
    pub(crate) fn find(&self, text: &[u8], on_value: &mut dyn FnMut(Span)) {
        let mut words = Words::of(text);
        let mut first = words.next();
        while let Some(word) = first {
            let next = words.next();
            if self.heads.may_begin(&word, next.as_ref(), &words)
                && let Some(end) = self.longest_at(text, word, next, words.clone())
            {
                on_value(Span::new(word.start, end));
            }
            first = next;
        }
    }

    /// Counts a value that was found, and gives whether to tell it.
    pub(crate) fn admit(&self, value: &[u8]) -> bool {
        let most = self.longest as usize;
        let mut words = Words::of(value);
        let Some(first) = words.next() else { return true };
        let mut chain = Chain::start(&self.key, value, first, most);
        for word in words {
            chain.push(value, word, most);
        }
        self.tally.admit(chain.hash())
    }

    /// The end of the longest value that begins with a word.
    fn longest_at(
        &self,
        text: &[u8],
        word: Word,
        mut next: Option<Word>,
        mut rest: Words<'_>,
    ) -> Option<usize> {
        let most = self.longest as usize;
        let mut chain = Chain::start(&self.key, text, word, most);
        let mut is_begun = false;
        let mut found = None;
        while chain.n_bytes <= most {
            is_begun = is_begun || self.heads.has(&chain);
            if is_begun && self.table.has(chain.hash()) && chain.is_trusted() {
                found = Some(chain.end());
            }
            let Some(word) = next else { break };
            if chain.n_words == MAX_WORDS || !is_begun && !chain.is_glued_to(&word) {
                break;
            }
            chain.push(text, word, most);
            next = rest.next();
        }
        found
    }
}
