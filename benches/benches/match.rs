//! The matcher alone, on one thread, all detectors on.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::hint::black_box;

use benches::{Meter, corpus, matcher, pages};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use matcher::Scratch;
use model::{Page, RawForm};

const CORPUS: usize = 100_000_000;
/// Values are a quarter of the lines; they must not fit into a cache, or the yardstick would be another one.
const CORPUS_OF_PAGES: usize = 300_000_000;
/// What the reader hands to the sieve at a time.
const BLOCK: usize = 1 << 20;

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = raw, decoded
}
criterion_main!(benches);

/// Raw JSON lines in, byte offsets of candidates out.
fn raw(criterion: &mut Criterion) {
    let corpus = corpus(CORPUS);
    let (matcher, mut scratch, mut found) = (matcher(), Scratch::default(), Vec::new());
    measure(criterion, "candidates", &corpus, &mut || {
        for block in corpus.chunks(BLOCK) {
            found.clear();
            matcher.candidates(black_box(block), RawForm::JsonLines, &mut scratch, &mut found);
        }
        black_box(&found);
    });
}

/// Pages of decoded tag values in, findings out.
fn decoded(criterion: &mut Criterion) {
    let pages = pages(&corpus(CORPUS_OF_PAGES));
    let values: Vec<u8> = pages.iter().flat_map(Page::values).copied().collect();
    let (matcher, mut scratch) = (matcher(), Scratch::default());
    measure(criterion, "scan", &values, &mut || {
        let mut n_findings = 0_u64;
        for page in &pages {
            matcher.scan(black_box(page), &mut scratch, &mut |_| n_findings += 1);
        }
        assert_ne!(black_box(n_findings), 0);
    });
}

fn measure(criterion: &mut Criterion, way: &'static str, bytes: &[u8], work: &mut dyn FnMut()) {
    let mut meter = Meter::new(bytes);
    let mut group: BenchmarkGroup<'_, WallTime> = criterion.benchmark_group("match");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function(way, |bencher| bencher.iter_custom(|n| meter.time(way, n, &mut *work)));
    group.finish();
    println!("\n{}", meter.table());
}
