//! Finds the ends of a document's tokens in a buffer, and changes nothing.

use super::lexer::{End, Word, comment_end, skip_space, string_end, word, word_end};
use super::machine::Feed;
use crate::limits::{DEPTH, WHOLE};

/// Why a token was not read.
pub(super) enum Stop {
    Beyond,
    Broken,
}

/// A value whose end is known.
pub(super) enum Token {
    Open { is_object: bool },
    String { end: usize, escaped: bool },
    Long,
    Word { end: usize, is_number: bool },
}

/// Finds the end of the value at `at` and changes nothing.
pub(super) fn value(feed: &Feed<'_>, at: usize, depth: usize) -> Result<Token, Stop> {
    match feed.bytes[at] {
        b'{' | b'[' if depth >= DEPTH => Err(Stop::Broken),
        byte @ (b'{' | b'[') => Ok(Token::Open { is_object: byte == b'{' }),
        b'"' => match string_end(feed.bytes, at + 1) {
            End::At(end, escaped) if end - at - 2 <= WHOLE => Ok(Token::String { end, escaped }),
            End::Beyond if feed.bytes.len() - at - 1 <= WHOLE => Err(Stop::Beyond),
            End::Broken => Err(Stop::Broken),
            End::At(..) | End::Beyond => Ok(Token::Long),
        },
        _ => {
            let end = match word_end(feed.bytes, at) {
                End::At(end, _) => end,
                End::Beyond if feed.last => feed.bytes.len(),
                End::Beyond => return Err(Stop::Beyond),
                End::Broken => return Err(Stop::Broken),
            };
            match word(&feed.bytes[at..end]) {
                Some(kind) => Ok(Token::Word { end, is_number: kind == Word::Number }),
                None => Err(Stop::Broken),
            }
        }
    }
}

/// The end of a string that has to be whole, such as a key.
pub(super) fn whole_string(feed: &Feed<'_>, at: usize) -> Result<(usize, bool), Stop> {
    match string_end(feed.bytes, at + 1) {
        End::At(end, escaped) if end - at <= WHOLE => Ok((end, escaped)),
        End::Beyond if feed.bytes.len() - at <= WHOLE => Err(Stop::Beyond),
        End::At(..) | End::Beyond | End::Broken => Err(Stop::Broken),
    }
}

/// The first byte of the next token; collects the comments before it.
#[inline]
pub(super) fn skip_comments(feed: &Feed<'_>, at: usize, comments: &mut Vec<usize>) -> Result<usize, Stop> {
    if feed.bytes.get(at).is_some_and(|&byte| byte > b' ' && byte != b'/') {
        return Ok(at);
    }
    let mut at = at;
    loop {
        at = skip_space(feed.bytes, at);
        match feed.bytes.get(at) {
            Some(b'/') => match comment_end(feed.bytes, at) {
                End::At(end, _) => {
                    comments.push(at);
                    at = end;
                }
                End::Beyond => return Err(Stop::Beyond),
                End::Broken => return Err(Stop::Broken),
            },
            Some(_) => return Ok(at),
            None => return Err(Stop::Beyond),
        }
    }
}
