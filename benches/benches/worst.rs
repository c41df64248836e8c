//! Text that makes as many bytes as possible a candidate: how fast `candidates` and `scan` stay, and whether twice the
//! text costs twice the time.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]
#![expect(clippy::cast_precision_loss, reason = "figures of three digits")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use matcher::{Matcher, Scratch};
use model::{Origin, Page, RawForm};

/// Bytes of the shorter text of each pattern; the other one is twice as long.
const LENGTH: usize = 1 << 15;
/// The best of so many runs counts.
const RUNS: u32 = 3;

/// What is repeated, by name.
const PATTERNS: &[(&str, &str)] = &[
    ("at signs", "@"),
    ("at signs and letters", "a@"),
    ("addresses without end", "a.b@c."),
    ("one digit", "7"),
    ("all digits", "0123456789"),
    ("digits and spaces", "1 "),
    ("pairs of digits", "12-"),
    ("digits in groups of four", "1234 "),
    ("digits and letters", "a1"),
    ("hex", "0a1b2c3d"),
    ("capitals and digits", "AB12"),
    ("scheme", "://"),
    ("scheme and user", "a://b@"),
    ("scheme, user and password", "a://b:c@"),
    ("capital A", "A"),
    ("small letter", "x"),
    ("camel case", "aB"),
    ("words of two letters", "cc dl "),
    ("password", "password="),
    ("password with a blank", "password "),
    ("password in quotes", "password=\""),
    ("word of a name", "secret_key_"),
    ("owner", "owner: Anna Maria "),
    ("header of a private key", "-----BEGIN PRIVATE KEY-----"),
    ("footer of a private key", "-----END PRIVATE KEY-----\n"),
    ("braces", "{{"),
    ("closing braces", "}}"),
    ("shell templates", "${"),
    ("dollars", "$"),
    ("percent signs", "%A"),
    ("angles", "<"),
    ("double quotes", "\""),
    ("single quotes", "'"),
    ("backslashes", "\\"),
    ("base64 of text", "aGVsbG8gd29ybGQg"),
    ("base64 of text in lines", "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQg\n"),
    ("paths like base64", "abc/"),
    ("key id", "AKIA"),
    ("key ids", concat!("AKIA", "234567ABCDEFGH23 ")),
    ("prefix of a token", "ghp_"),
    ("prefix of a web token", "eyJhbGciOi.eyJ"),
    ("prefix of a phone number", "+49 "),
    ("plus signs", "+"),
    ("phone numbers in a row", "+4930123456"),
    ("addresses of hosts", "1.2.3.4."),
    ("addresses of version 6", "fe80:"),
    ("dates", "2020-01-01"),
    ("dates with blanks", "2020-01-01 "),
    ("head of an IBAN", "DE89"),
    ("heads of IBANs", "DE89 "),
    ("hyphens", "-"),
    ("dots", "."),
    ("colons", ":"),
    ("equals signs", "k="),
    ("brackets", "[("),
    ("ARNs", "arn:aws:"),
    ("UUIDs", "12345678-1234-1234-1234-123456789012-"),
    ("line ends", "\n"),
    ("blanks", " "),
    ("two bytes for a letter", "é"),
    ("three bytes for a letter", "電話"),
    ("bytes that are no text", "\u{fffd}"),
    ("JSON", "{\"a\":"),
    ("members", "\"Key\":\"Owner\",\"Value\":\"x\","),
    ("full of addresses", "jane.doe@acme-corp.io "),
    ("full of phone numbers", "+1 415 555 2671, "),
    ("full of numbers", "ssn 536-90-4399, "),
    ("full of passwords", "password=\"S3cr-etpw9x\" "),
];

fn main() {
    let matcher = benches::matcher();
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    println!(
        "{:<28} {:>10} {:>6} {:>10} {:>6} {:>9} {:>8}",
        "", "candidates", "2x", "scan MB/s", "2x", "findings", "each us"
    );
    for (name, pattern) in PATTERNS.iter().filter(|(name, _)| name.contains(&wanted)) {
        let [short, long] = [LENGTH, 2 * LENGTH].map(|length| pattern.repeat(length / pattern.len()));
        let [raw, twice] = [&short, &long].map(|text| candidates(&matcher, text.as_bytes()));
        let [(scan, n_findings), (scan_twice, _)] =
            [&short, &long].map(|text| scanned(&matcher, text.as_bytes()));
        let each = scan.as_secs_f64() * 1e6 / n_findings.max(1) as f64;
        println!(
            "{name:<28} {:>10.1} {:>6.1} {:>10.1} {:>6.1} {n_findings:>9} {:>8}",
            rate(&short, raw),
            twice.div_duration_f64(raw),
            rate(&short, scan),
            scan_twice.div_duration_f64(scan),
            if n_findings == 0 { String::new() } else { format!("{each:.1}") },
        );
    }
}

fn candidates(matcher: &Matcher, text: &[u8]) -> Duration {
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    best(|| {
        matcher.candidates(black_box(text), RawForm::Other, &mut scratch, &mut found);
        black_box(&found);
    })
}

fn scanned(matcher: &Matcher, text: &[u8]) -> (Duration, u64) {
    let mut page = Page::new();
    let origin = page.add_origin(Origin { source: "file", ..Origin::default() });
    page.push(origin, ("Description", "Description"), text);
    let (mut scratch, mut n_findings) = (Scratch::default(), 0);
    let time = best(|| {
        n_findings = 0;
        matcher.scan(black_box(&page), &mut scratch, &mut |_| n_findings += 1);
    });
    (time, n_findings)
}

/// The shortest time of some runs, of which the first compiles regexes.
fn best(mut work: impl FnMut()) -> Duration {
    let mut time = || {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    (0..=RUNS).map(|_| time()).min().expect("there is one run at least")
}

/// MB/s.
fn rate(text: &str, time: Duration) -> f64 {
    text.len() as f64 / 1e6 / time.as_secs_f64()
}
