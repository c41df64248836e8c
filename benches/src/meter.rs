//! Best times of several ways through the same bytes, as GB/s and as a share of a memchr scan.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The way that the others are compared with.
const YARDSTICK: &str = "memchr";
/// A byte that no corpus holds, so that memchr reads all of it.
const ABSENT: u8 = 0x01;

/// Times ways through the same bytes.
pub struct Meter {
    bytes: usize,
    best: Vec<(String, Duration)>,
}

impl Meter {
    /// Starts with a memchr scan of the bytes, the yardstick.
    ///
    /// # Panics
    /// Where the bytes hold a control character that no corpus holds.
    pub fn new(bytes: &[u8]) -> Self {
        let mut meter = Self { bytes: bytes.len(), best: Vec::new() };
        for _ in 0..10 {
            meter.time(YARDSTICK, 1, || {
                assert_eq!(memchr::memchr(ABSENT, black_box(bytes)), None, "the byte is absent");
            });
        }
        meter
    }

    /// Runs the work a number of times, keeps the mean time if it is the best so far, and gives the whole time.
    pub fn time(&mut self, way: &str, iterations: u64, mut work: impl FnMut()) -> Duration {
        let started = Instant::now();
        for _ in 0..iterations {
            work();
        }
        let elapsed = started.elapsed();
        let mean = elapsed.div_f64(iterations as f64);
        match self.best.iter_mut().find(|(name, _)| *name == way) {
            Some((_, best)) => *best = mean.min(*best),
            None => self.best.push((way.to_owned(), mean)),
        }
        elapsed
    }

    /// The table.
    pub fn table(&self) -> String {
        let rate = |time: Duration| self.bytes as f64 / time.as_secs_f64() / 1e9;
        let yardstick = rate(self.best[0].1);
        let row = |(way, best): &(String, Duration)| {
            format!("{way:<24} {:>8.3} {:>9.1}%\n", rate(*best), 100.0 * rate(*best) / yardstick)
        };
        format!("{:<24} {:>8} {:>10}\n", "", "GB/s", "of memchr")
            + &self.best.iter().map(row).collect::<String>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_time_counts_and_the_share_is_of_memchr() {
        let meter = Meter {
            bytes: 2_000_000_000,
            best: vec![
                (YARDSTICK.to_owned(), Duration::from_millis(250)),
                ("scan".to_owned(), Duration::from_secs(1)),
            ],
        };
        let table = meter.table();
        let words: Vec<_> = table.split_whitespace().collect();
        assert_eq!(words, ["GB/s", "of", "memchr", "memchr", "8.000", "100.0%", "scan", "2.000", "25.0%"]);
    }

    #[test]
    fn a_slower_run_does_not_replace_a_faster_one() {
        let mut meter = Meter { bytes: 1, best: vec![("scan".to_owned(), Duration::ZERO)] };
        meter.time("scan", 1, || assert!(!black_box(false)));
        assert_eq!(meter.best, [("scan".to_owned(), Duration::ZERO)]);
    }
}
