//! A file of JSON lines from disk (the page cache) to findings: reader, sieve, locator, scan, on threads as in a run.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::fs;
use std::path::Path;

use benches::{Meter, corpus, matcher};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const CORPUS: usize = 200_000_000;

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = pipeline
}
criterion_main!(benches);

fn pipeline(criterion: &mut Criterion) {
    let corpus = corpus(CORPUS);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pipeline.jsonl");
    fs::write(&file, &corpus).expect("the target folder takes the corpus");
    let mut meter = Meter::new(&corpus);
    let matcher = matcher();
    let mut group = criterion.benchmark_group("pipeline");
    group.throughput(Throughput::Bytes(corpus.len() as u64));
    for (way, threads) in [("one worker", 1), ("two workers", 2)] {
        group.bench_function(way, |bencher| {
            bencher.iter_custom(|n| {
                meter.time(way, n, || assert_ne!(benches::pipeline(&matcher, &file, threads), 0))
            });
        });
    }
    group.finish();
    println!("\n{}", meter.table());
    fs::remove_file(&file).expect("the corpus is ours");
}
