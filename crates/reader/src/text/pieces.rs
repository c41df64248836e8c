//! Splits a line into keys and values.

use memchr::memchr;

use super::separator::{key_before, length_at};

/// Indexes of a line.
pub(super) type Range = (usize, usize);

/// A value and what is known of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Bare text that has no key in its line: `None`.
    pub(super) key: Option<Range>,
    /// Empty where the value stands on other lines.
    pub(super) value: Range,
    /// The quote around it, or 0.
    pub(super) quote: u8,
    /// Number of the inline bracket that it stands in; 0: none.
    pub(super) group: usize,
}

/// A line taken apart.
#[derive(Default, Debug)]
pub(super) struct Pieces {
    pub(super) all: Vec<Piece>,
    /// For each group its parent group and the key before its bracket.
    pub(super) groups: Vec<(usize, Option<Range>)>,
    /// First byte of the content, behind indentation, list dashes and comment marks.
    pub(super) content: usize,
    /// Whether it starts with a list dash.
    pub(super) is_item: bool,
    /// Whether the whole line is a comment.
    pub(super) is_comment: bool,
}

/// Takes a line (without its newline) apart.
pub(super) fn split(line: &[u8]) -> Pieces {
    let mut scanner =
        Scanner { line, out: Pieces::default(), segment: 0, group: 0, last_key: None, n_unclosed: 0 };
    scanner.out.groups.push((0, None));
    scanner.lead();
    scanner.scan();
    scanner.out
}

struct Scanner<'a> {
    line: &'a [u8],
    out: Pieces,
    /// Where the text of a possible key starts.
    segment: usize,
    group: usize,
    /// The key that goes on over the rest of an expression.
    last_key: Option<Range>,
    n_unclosed: usize,
}

const MAX_UNCLOSED: usize = 8;

/// Brackets of a line beyond which nesting is no longer followed.
const MAX_GROUPS: usize = 1024;

impl Scanner<'_> {
    /// Skips indentation, list dashes and comment marks.
    fn lead(&mut self) {
        let mut at = blank(self.line, 0);
        while self.line[at..].starts_with(b"- ") {
            self.out.is_item = true;
            at = blank(self.line, at + 1);
        }
        for mark in [&b"//"[..], b"<!--", b"/*", b"--", b"#", b";", b"*"] {
            if self.line[at..].starts_with(mark) && !self.line[at..].starts_with(b"-----") {
                self.out.is_comment = mark != b"--" || self.line.get(at + 2) == Some(&b' ');
                at += mark.len();
                at += self.line[at..].iter().take_while(|byte| b"#/*! \t".contains(byte)).count();
                break;
            }
        }
        self.out.content = at;
        self.segment = at;
    }

    fn scan(&mut self) {
        let mut at = self.docker_pair().unwrap_or(self.segment);
        while at < self.line.len() {
            at = match self.line[at] {
                byte @ (b'"' | b'\'' | b'`') => self.quoted(at, byte),
                b'=' | b':' => self.separator(at),
                b'{' | b'[' | b'(' => self.open(at),
                b'}' | b']' | b')' => self.close(at),
                b',' => {
                    if self.out.groups[self.group].1.is_none() {
                        self.last_key = None;
                    }
                    self.segment = at + 1;
                    at + 1
                }
                _ => at + 1,
            };
        }
    }

    /// `ENV NAME value`, which has no separator.
    fn docker_pair(&mut self) -> Option<usize> {
        let rest = &self.line[self.segment..];
        let lead =
            [&b"ENV "[..], b"MAINTAINER ", b"LABEL "].into_iter().find(|lead| rest.starts_with(lead))?;
        let start = blank(self.line, self.segment + lead.len());
        let key = if lead == b"MAINTAINER " {
            (self.segment, self.segment + lead.len() - 1)
        } else {
            let end = start + self.line[start..].iter().position(u8::is_ascii_whitespace)?;
            (start, end)
        };
        if memchr(b'=', &self.line[key.0..key.1]).is_some() {
            return None;
        }
        let value = if key.0 == self.segment { start } else { blank(self.line, key.1) };
        Some(self.value(key, value))
    }

    fn quoted(&mut self, at: usize, quote: u8) -> usize {
        let in_word = at > 0 && self.line[at - 1].is_ascii_alphanumeric();
        if quote != b'"' && in_word {
            return at + 1;
        }
        let Some(end) = self.closing(at) else { return at + 1 };
        let mut next = blank(self.line, end + 1);
        let is_index = self.line.get(next) == Some(&b']') && at > 0 && self.line[at - 1] == b'[';
        if is_index {
            next = blank(self.line, next + 1);
        }
        let is_key = self.line.get(next).is_some_and(|byte| b"=:".contains(byte))
            && length_at(self.line, next) > 0
            && end > at + 1
            && !self.line[self.segment..at].contains(&b'?');
        if is_key && is_index {
            self.group = self.out.groups[self.group].0;
        }
        if is_key {
            return self.value((at + 1, end), next + length_at(self.line, next));
        }
        self.push(self.last_key.or(self.out.groups[self.group].1), (at + 1, end), quote);
        end + 1
    }

    /// Gives up after a few quotes that never close, since each costs a look at the whole line.
    fn closing(&mut self, open: usize) -> Option<usize> {
        if self.n_unclosed == MAX_UNCLOSED {
            return None;
        }
        let end = closing(self.line, open);
        self.n_unclosed += usize::from(end.is_none());
        end
    }

    fn separator(&mut self, at: usize) -> usize {
        let length = length_at(self.line, at);
        if length == 0 {
            return at + 1;
        }
        match key_before(self.line, (self.segment.min(at), at)) {
            Some(key) => self.value(key, at + length),
            None => at + length,
        }
    }

    /// Takes the value behind a separator; gives where to go on.
    fn value(&mut self, key: Range, behind: usize) -> usize {
        let start = blank(self.line, behind);
        let start = skip_tag(self.line, start);
        self.segment = start;
        self.last_key = Some(key);
        let Some(&byte) = self.line.get(start) else {
            self.push(Some(key), (start, start), 0);
            return start;
        };
        if matches!(byte, b'"' | b'\'' | b'`')
            && let Some(end) = self.closing(start)
        {
            self.push(Some(key), (start + 1, end), byte);
            return end + 1;
        }
        let rest = &self.line[start..];
        let word = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        let calls = word > 0 && rest.get(word) == Some(&b'(');
        let opens = matches!(byte, b'{' | b'[') && !rest.starts_with(b"{{");
        let defers = matches!(byte, b'|' | b'>') && rest.len() <= 3 || rest.starts_with(b"<<");
        if calls || opens || defers {
            self.push(Some(key), (start, start), 0);
            return if defers { self.line.len() } else { start + word };
        }
        let end = self.bare_end(start, behind);
        self.push(Some(key), (start, end), 0);
        end.max(start + 1)
    }

    /// The end of an unquoted value.
    fn bare_end(&self, start: usize, behind: usize) -> usize {
        let rest = &self.line[start..];
        let mut end = rest.len();
        if self.group > 0 {
            end = rest.iter().position(|byte| b",}])".contains(byte)).unwrap_or(end);
        } else if self.line[behind - 1] == b'=' && start == behind {
            end = next_assignment(rest).unwrap_or(end);
        }
        for mark in [&b" #"[..], b" //", b"\t#"] {
            end = memchr::memmem::find(&rest[..end], mark).unwrap_or(end);
        }
        let value = rest[..end].trim_ascii_end();
        let value = value.strip_suffix(b",").or_else(|| value.strip_suffix(b";")).unwrap_or(value);
        start + value.trim_ascii_end().len()
    }

    fn push(&mut self, key: Option<Range>, value: Range, quote: u8) {
        self.out.all.push(Piece { key, value, quote, group: self.group });
        self.segment = value.1;
    }

    fn open(&mut self, at: usize) -> usize {
        if self.out.groups.len() < MAX_GROUPS {
            self.out.groups.push((self.group, self.last_key.take()));
            self.group = self.out.groups.len() - 1;
        }
        self.segment = at + 1;
        at + 1
    }

    fn close(&mut self, at: usize) -> usize {
        let (parent, key) = self.out.groups[self.group];
        if self.group > 0 {
            self.last_key = key;
        }
        self.group = parent;
        if self.line[at] == b'}' {
            self.segment = at + 1;
        }
        at + 1
    }
}

/// The first byte at or after `at` that is not blank.
fn blank(line: &[u8], at: usize) -> usize {
    at + line[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// YAML tags whose argument names something else; the matcher must see them to know that it is no value.
const REFERENCES: &[&[u8]] = &[b"!Ref", b"!GetAtt", b"!ImportValue", b"!FindInMap"];

/// Skips YAML's `!Sub ` and `&anchor `, but no tag that makes a reference of the value.
fn skip_tag(line: &[u8], start: usize) -> usize {
    if !matches!(line.get(start), Some(b'!' | b'&')) {
        return start;
    }
    let length = line[start..].iter().position(u8::is_ascii_whitespace).unwrap_or(0);
    if REFERENCES.contains(&&line[start..start + length]) {
        return start;
    }
    blank(line, start + length)
}

/// The quote that closes the one at `open`, in the same line.
fn closing(line: &[u8], open: usize) -> Option<usize> {
    let quote = line[open];
    let mut at = open + 1;
    loop {
        let found = at + line.get(at..)?.iter().position(|&byte| byte == quote || byte == b'\\')?;
        let doubled = quote == b'\'' && line.get(found + 1) == Some(&quote);
        if line[found] == quote && !doubled {
            return Some(found);
        }
        at = found + if line[found] == b'\\' && quote == b'\'' { 1 } else { 2 };
    }
}

/// Where a value ends because ` word=` follows, as in logs.
fn next_assignment(rest: &[u8]) -> Option<usize> {
    let blank = rest.iter().position(u8::is_ascii_whitespace)?;
    let mut words = rest[blank..].split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let assigns = words.any(|word| {
        let name =
            word.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(byte)).count();
        name > 0 && word.get(name) == Some(&b'=') && word.get(name + 1).is_some_and(|byte| *byte != b'=')
    });
    assigns.then_some(blank)
}
