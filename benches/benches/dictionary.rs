//! A dictionary of a thousand, a million and ten million values, over tag JSON, on one thread.
//!
//! No criterion: building ten million values takes longer than the measurement, and memory is told as well.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::hint::black_box;
use std::time::Instant;

use benches::{Meter, corpus};
use matcher::{Builder, Config, Dictionary, Matcher, Scratch};
use model::{Confidence, Kind, RawForm};

const CORPUS: usize = 100_000_000;
const BLOCK: usize = 1 << 20;
const SIZES: [(&str, u64); 4] =
    [("no values", 0), ("1 k values", 1_000), ("1 M values", 1_000_000), ("10 M values", 10_000_000)];

fn main() {
    let corpus = corpus(CORPUS);
    let mut meter = Meter::new(&corpus);
    for (way, n_values) in SIZES {
        let started = Instant::now();
        let file = file(n_values);
        let built = started.elapsed();
        let started = Instant::now();
        let dictionary = Dictionary::read(&mut &file[..], None).expect("it was just written");
        println!(
            "{way}: built in {built:.1?}, {} MB, read in {:.1?}",
            file.len() / 1_000_000,
            started.elapsed()
        );
        drop(file);
        let before = resident();
        let matcher = alone(dictionary);
        let (mut scratch, mut found) = (Scratch::default(), Vec::new());
        let mut n_found = 0;
        for _ in 0..3 {
            meter.time(way, 1, || {
                n_found = 0;
                for block in corpus.chunks(BLOCK) {
                    matcher.candidates(black_box(block), RawForm::JsonLines, &mut scratch, &mut found);
                    n_found += found.len();
                }
            });
        }
        println!("{way}: {n_found} places, {before} MB resident");
    }
    println!("\n{}", meter.table());
}

/// A matcher with no other detector.
fn alone(dictionary: Dictionary) -> Matcher {
    let config = Config { min_confidence: Confidence::Likely, fingerprint_key: [7; 32], reveal: false };
    let detector = Dictionary::detector("bench", Kind::Person);
    let matcher = Matcher::new(std::slice::from_ref(&detector), config);
    matcher.expect("the detector of a dictionary is usable").with_dictionary(&detector.id, dictionary)
}

/// A built dictionary: a third each of addresses, names and account numbers.
fn file(n_values: u64) -> Vec<u8> {
    const FIRST: [&str; 16] = [
        "jane", "john", "maria", "ahmed", "wei", "olga", "pedro", "fatima", "lars", "chloe", "noah", "emma",
        "liam", "mia", "elias", "nora",
    ];
    let mut builder = Builder::new(None, [7; 16]);
    for number in 0..n_values {
        let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let first = FIRST[(mixed >> 60) as usize];
        // Some hundred thousand last names of four to nine letters.
        let name = (mixed >> 20) % 200_000;
        let last: String = (0..4 + name % 6)
            .map(|place| {
                char::from(
                    b'a' + (name.wrapping_mul(0x2545_f491_4f6c_dd1d) >> (5 * place) & 31).min(25) as u8,
                )
            })
            .collect();
        let value = match number % 3 {
            0 => format!("{first}.{last}{}@mail.example", mixed & 0xffff),
            1 => format!("{last} {first} {}", mixed & 0xfff),
            _ => format!("{}", 1_000_000_000 + mixed % 9_000_000_000),
        };
        builder.add(value.as_bytes());
    }
    let mut file = Vec::new();
    builder.finish().0.write(&mut file).expect("memory takes all");
    file
}

/// Resident memory in MB, where the system tells it.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.map_or("?".to_owned(), |kilobytes| (kilobytes / 1000).to_string())
}
