//! A JSON document of any size, read as a stream in constant memory.

use model::{NoticeCode, RawForm};

use crate::Sieve;
use crate::cursor::Cursor;
use crate::interest::Interest;
use crate::json::{Feed, Machine, Step};
use crate::limits::DOCUMENT;
use crate::output::Output;
use crate::source::Input;
use crate::text;

/// Gives the values that hold a candidate; what is not JSON is read as text. Gives the bytes read.
pub(crate) fn locate(
    mut input: Input,
    block_size: usize,
    sieve: &mut dyn Sieve,
    output: &mut Output<'_>,
) -> u64 {
    let mut buffer = std::mem::take(&mut input.head);
    let mut cursor = Cursor::new(input.start, 0);
    let mut interest = Interest::default();
    let mut machine = Machine::default();
    let mut failure = None;
    let mut last = false;
    let mut first = true;
    let mut n_bytes = buffer.len() as u64;
    loop {
        while !last && buffer.len() < DOCUMENT {
            let before = buffer.len();
            match input.read(&mut buffer, block_size.min(DOCUMENT - before)) {
                Ok(more) => last = !more,
                Err(error) => (last, failure) = (true, Some(error)),
            }
            n_bytes += (buffer.len() - before) as u64;
            if block_size < DOCUMENT {
                break;
            }
        }
        interest.sieve(sieve, &buffer, (0, buffer.len()), RawForm::Json);
        if first && last && failure.is_none() && interest.is_empty() && is_plain(&buffer) {
            break;
        }
        first = false;
        let mut feed = Feed::of_stream(&buffer, &interest, &mut cursor, last);
        match machine.feed(&mut feed, output) {
            Step::Consumed(_) if last => break,
            Step::Consumed(consumed) => {
                cursor.shift(&buffer, consumed);
                buffer.shift(consumed);
            }
            Step::Broken(at) => {
                let position = cursor.at(&buffer, at);
                if failure.is_none() {
                    let line = position.line;
                    let message = format!("not JSON from line {line} on; the rest was scanned as text");
                    output.notice(NoticeCode::Unparsable, Some(line), message);
                }
                buffer.shift(at);
                let rest = input.resume(buffer, position);
                let decoded = rest.decoded;
                let (n_more, rest_failure) = text::locate_stream(rest, block_size, sieve, output);
                text::notice_failure(failure.or(rest_failure), decoded, output);
                return n_bytes + n_more;
            }
        }
    }
    text::notice_failure(failure, input.decoded, output);
    n_bytes
}

/// Whether a document without candidates needs no look: nothing is escaped, and its ends fit.
fn is_plain(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii();
    let ends = (text.first(), text.last());
    memchr::memchr(b'\\', bytes).is_none()
        && matches!(ends, (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')) | (None, None))
}
