//! A stream that delivers everything that came before a failure, and then the failure.

use std::io::{self, Read};

/// A stream and the failure that waits for its turn.
pub(crate) struct Sticky {
    stream: Box<dyn Read + Send>,
    failure: Option<io::Error>,
}

impl Sticky {
    /// Wraps a stream.
    pub(crate) fn new(stream: impl Read + Send + 'static) -> Self {
        Self { stream: Box::new(stream), failure: None }
    }

    /// Appends up to `n_bytes`; 0 at the end.
    pub(crate) fn append(&mut self, buffer: &mut Vec<u8>, n_bytes: usize) -> io::Result<usize> {
        let before = buffer.len();
        let outcome = self.by_ref().take(n_bytes as u64).read_to_end(buffer);
        match outcome {
            Ok(n_read) => Ok(n_read),
            Err(error) if buffer.len() > before => {
                self.fail_later(error);
                Ok(buffer.len() - before)
            }
            Err(error) => Err(error),
        }
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
