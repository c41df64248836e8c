//! Opens a stream: peels off compression and encoding, and recognises the format.

use std::io::{self, Cursor, Read};

use model::{NoticeCode, Position};

use super::Format;
use super::gzip::Members;
use super::sticky::Sticky;
use super::utf16::Utf16;
use super::zstd::Frames;
use crate::buffer::{Buffer, Pool};
use crate::cursor::START;
use crate::limits::HEAD;

/// Decoded bytes of a file, ready to be split.
pub(crate) struct Input {
    /// The first bytes, without byte order mark.
    pub(crate) head: Buffer,
    rest: Sticky,
    /// How the bytes are to be read.
    pub(crate) format: Format,
    /// Where `head` starts.
    pub(crate) start: Position,
    /// Whether the bytes come out of a decoder, which has to run in a worker rather than in the walker.
    pub(crate) decoded: bool,
    /// Whether it is a binary that is read like text, because it was asked for.
    pub(crate) binary: bool,
}

/// What a stream turned out to be.
pub(crate) enum Opened {
    /// Text of some format.
    Text(Input),
    /// Not text.
    Binary,
}

/// Bytes in which a NUL marks a binary, as in ripgrep and git.
const BINARY_HEAD: usize = 8 << 10;

impl Input {
    /// Opens a stream whose file name, where it has one, hints at the format.
    ///
    /// `forced` reads a binary like text.
    pub(crate) fn open(
        stream: impl Read + Send + 'static,
        name: Option<&str>,
        forced: bool,
        pool: &Pool,
    ) -> Opened {
        let mut name = name.map(str::to_ascii_lowercase);
        let (mut head, mut rest) = peek(stream, pool);
        let decoded = compression(&head);
        if let Some(compression) = &decoded {
            let whole = Cursor::new(head.to_vec()).chain(rest);
            (head, rest) = match compression {
                Compression::Gzip => peek(Members::new(whole), pool),
                Compression::Zstd => peek(Frames::new(whole), pool),
            };
            name = name.map(|name| {
                [".gz", ".zst", ".gzip", ".zstd"]
                    .iter()
                    .find_map(|end| name.strip_suffix(end).map(str::to_owned))
                    .unwrap_or(name)
            });
        }
        let mut start = START;
        let mut transcoded = false;
        if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = head[..] {
            let big_endian = head[0] == 0xFE;
            let whole = Cursor::new(head[2..].to_vec()).chain(rest);
            (head, rest) = peek(Utf16::new(whole, big_endian), pool);
            transcoded = true;
        } else if head.starts_with(b"\xEF\xBB\xBF") {
            head.shift(3);
            start.offset = 3;
        }
        let binary = memchr::memchr(0, &head[..head.len().min(BINARY_HEAD)]).is_some();
        if binary && !forced {
            return Opened::Binary;
        }
        let format = Format::recognise(name.as_deref(), &head);
        let decoded = decoded.is_some() || transcoded;
        Opened::Text(Self { head, rest, format, start, decoded, binary })
    }

    /// An input that goes on in the middle of another as plain text.
    pub(crate) fn resume(self, head: Buffer, start: Position) -> Self {
        Self { head, start, format: Format::Text, ..self }
    }

    /// Appends up to `n_bytes`; false at the end.
    ///
    /// # Errors
    /// After all bytes that came before the failure were delivered.
    pub(crate) fn read(&mut self, buffer: &mut Buffer, n_bytes: usize) -> io::Result<bool> {
        Ok(self.rest.append(buffer, n_bytes)? > 0)
    }

    /// The notice for an error of [`Input::read`] or [`Input::open`].
    pub(crate) fn notice_of(error: &io::Error, decoded: bool) -> (NoticeCode, String) {
        match error.kind() {
            io::ErrorKind::PermissionDenied => (NoticeCode::AccessDenied, "no permission to read".into()),
            io::ErrorKind::OutOfMemory => {
                (NoticeCode::TooLarge, "a zstd frame asks for a window of more than 16 MiB".into())
            }
            _ if decoded => {
                let message = "the compressed stream is cut off or damaged; what came before was scanned";
                (NoticeCode::Truncated, message.into())
            }
            kind => (NoticeCode::Unreadable, format!("reading failed: {kind}")),
        }
    }
}

enum Compression {
    Gzip,
    Zstd,
}

fn compression(head: &[u8]) -> Option<Compression> {
    match head {
        [0x1F, 0x8B, 0x08, ..] => Some(Compression::Gzip),
        [0x28, 0xB5, 0x2F, 0xFD, ..] | [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..] => Some(Compression::Zstd),
        _ => None,
    }
}

/// Reads the head of a stream; a failure comes again at the next read.
fn peek(stream: impl Read + Send + 'static, pool: &Pool) -> (Buffer, Sticky) {
    let mut stream = Sticky::new(stream);
    let mut head = pool.buffer();
    if let Err(error) = stream.append(&mut head, HEAD) {
        stream.fail_later(error);
    }
    (head, stream)
}
