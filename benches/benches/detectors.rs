//! What one more detector costs: candidates and the pipeline with 30, 100, 300 and all detectors, in one run.
//!
//! The smaller sets are every n-th detector, so that each holds all sorts.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use benches::{Meter, corpus, matcher_with, pipeline};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use matcher::{Matcher, Scratch};
use model::RawForm;

const CORPUS: usize = 50_000_000;
const BLOCK: usize = 1 << 20;
const SIZES: [usize; 4] = [30, 100, 300, usize::MAX];

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = detectors
}
criterion_main!(benches);

fn detectors(criterion: &mut Criterion) {
    let corpus = corpus(CORPUS);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("detectors.jsonl");
    fs::write(&file, &corpus).expect("the target folder takes the corpus");
    let mut meter = Meter::new(&corpus);
    let mut group = criterion.benchmark_group("detectors");
    group.throughput(Throughput::Bytes(corpus.len() as u64));
    for size in SIZES {
        let (matcher, count) = some(size);
        let way = format!("candidates, {count}");
        group.bench_function(&way, |bencher| {
            bencher.iter_custom(|n| meter.time(&way, n, || candidates(&matcher, &corpus)));
        });
        let way = format!("pipeline, {count}");
        group.bench_function(&way, |bencher| {
            bencher.iter_custom(|n| meter.time(&way, n, || _ = black_box(pipeline(&matcher, &file, 1))));
        });
    }
    group.finish();
    println!("\n{}", meter.table());
    fs::remove_file(&file).expect("the corpus is ours");
}

/// A matcher with so many detectors at the most, spread over all of them.
fn some(size: usize) -> (Arc<Matcher>, usize) {
    let all = patterns::builtin();
    let size = size.min(all.len());
    let chosen: Vec<_> = (0..size).map(|index| all[index * all.len() / size].clone()).collect();
    (matcher_with(&chosen), size)
}

fn candidates(matcher: &Matcher, corpus: &[u8]) {
    let (mut scratch, mut found) = (Scratch::default(), Vec::new());
    for block in corpus.chunks(BLOCK) {
        found.clear();
        matcher.candidates(black_box(block), RawForm::JsonLines, &mut scratch, &mut found);
    }
    black_box(&found);
}
