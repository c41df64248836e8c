//! Gzip streams of any number of members.
//!
//! `flate2`'s own reader loses what it decoded in the call that fails. This one does not, so its calls may be big:
//! each costs a copy of the window, a quarter of all time with buffers of 32 KiB.

use std::io::{self, BufRead, BufReader, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};

/// Reads all members of a stream one after the other.
pub(crate) struct Members<R> {
    source: BufReader<R>,
    inflate: Decompress,
    sum: Crc,
    inside: bool,
    failure: Option<io::Error>,
}

const MAGIC: [u8; 3] = [0x1F, 0x8B, 8];
/// Header flags: a checksum of the header, an extra field, a name, a comment.
const CHECK: u8 = 2;
const EXTRA: u8 = 4;
const NAME: u8 = 8;
const COMMENT: u8 = 16;
const RESERVED: u8 = 0xE0;

impl<R: Read> Members<R> {
    /// Wraps a compressed stream.
    pub(crate) fn new(source: R) -> Self {
        Self {
            source: BufReader::with_capacity(64 << 10, source),
            inflate: Decompress::new(false),
            sum: Crc::new(),
            inside: false,
            failure: None,
        }
    }

    /// Starts the next member; false at the end of the stream.
    fn next_member(&mut self) -> io::Result<bool> {
        if self.source.fill_buf()?.is_empty() {
            return Ok(false);
        }
        let mut header = [0; 10];
        self.source.read_exact(&mut header)?;
        let flags = header[3];
        if header[..3] != MAGIC || flags & RESERVED != 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if flags & EXTRA != 0 {
            let mut length = [0; 2];
            self.source.read_exact(&mut length)?;
            let length = u64::from(u16::from_le_bytes(length));
            io::copy(&mut (&mut self.source).take(length), &mut io::sink())?;
        }
        for text in [NAME, COMMENT] {
            if flags & text != 0 {
                self.source.skip_until(0)?;
            }
        }
        if flags & CHECK != 0 {
            self.source.read_exact(&mut [0; 2])?;
        }
        self.inflate.reset(false);
        self.sum.reset();
        Ok(true)
    }

    /// Decodes into a buffer; the bytes count even where the call fails.
    fn decode(&mut self, buffer: &mut [u8]) -> (usize, io::Result<Status>) {
        let input = match self.source.fill_buf() {
            Ok([]) => return (0, Err(io::ErrorKind::UnexpectedEof.into())),
            Ok(input) => input,
            Err(error) => return (0, Err(error)),
        };
        let before = (self.inflate.total_in(), self.inflate.total_out());
        let status = self.inflate.decompress(input, buffer, FlushDecompress::None);
        // Both are at most the lengths of the slices.
        let n_read = (self.inflate.total_in() - before.0) as usize;
        let n_written = (self.inflate.total_out() - before.1) as usize;
        self.source.consume(n_read);
        self.sum.update(&buffer[..n_written]);
        let is_stuck = n_read == 0 && n_written == 0 && matches!(status, Ok(Status::Ok | Status::BufError));
        let status =
            if is_stuck { Err(io::ErrorKind::InvalidData.into()) } else { status.map_err(io::Error::from) };
        (n_written, status)
    }

    /// Compares the sums behind a member's data.
    fn check(&mut self) -> io::Result<()> {
        let mut sums = [0; 8];
        self.source.read_exact(&mut sums)?;
        let [sum, length] = [&sums[..4], &sums[4..]]
            .map(|part| u32::from_le_bytes(part.try_into().expect("a half of eight bytes")));
        if (sum, length) == (self.sum.sum(), self.sum.amount()) {
            Ok(())
        } else {
            Err(io::ErrorKind::InvalidData.into())
        }
    }
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if let Some(failure) = self.failure.take() {
                return Err(failure);
            }
            if !self.inside && !self.next_member()? {
                break;
            }
            self.inside = true;
            let (n_written, status) = self.decode(buffer);
            let ended = match status {
                Ok(Status::StreamEnd) => {
                    self.inside = false;
                    self.check()
                }
                other => other.map(drop),
            };
            self.failure = ended.err();
            if n_written > 0 {
                return Ok(n_written);
            }
        }
        Ok(0)
    }
}
