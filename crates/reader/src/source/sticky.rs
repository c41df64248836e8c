//! A stream that delivers everything that came before a failure, and then the failure.

use std::io::{self, Read};

use crate::buffer::Buffer;

/// A stream, whether it has ended, and the failure that waits for its turn.
pub(crate) struct Sticky {
    stream: Box<dyn Read + Send>,
    failure: Option<io::Error>,
    ended: bool,
}

impl Sticky {
    /// Wraps a stream.
    pub(crate) fn new(stream: impl Read + Send + 'static) -> Self {
        Self { stream: Box::new(stream), failure: None, ended: false }
    }

    /// Appends `n_bytes`; less at the end.
    pub(crate) fn append(&mut self, buffer: &mut Buffer, n_bytes: usize) -> io::Result<usize> {
        let mut n_read = 0;
        while n_read < n_bytes && !self.ended {
            match self.read(buffer.room(n_bytes - n_read)) {
                Ok(0) => self.ended = true,
                Ok(n_more) => {
                    buffer.fill(n_more);
                    n_read += n_more;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if n_read > 0 => {
                    self.fail_later(error);
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(n_read)
    }

    /// Delivers the error at the next read, and then the end.
    pub(crate) fn fail_later(&mut self, error: io::Error) {
        self.stream = Box::new(io::empty());
        self.failure = Some(error);
    }
}

impl Read for Sticky {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.failure.take() {
            Some(failure) => Err(failure),
            None => self.stream.read(buffer),
        }
    }
}
