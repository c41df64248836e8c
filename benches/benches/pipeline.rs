//! A file of JSON lines from disk (the page cache) to findings: reader, sieve, locator, scan, on threads as in a run.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use benches::{Meter, corpus, matcher};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use matcher::Matcher;
use model::{Event, Outcome};

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
            bencher.iter_custom(|n| meter.time(way, n, || run(&matcher, &file, threads)));
        });
    }
    group.finish();
    println!("\n{}", meter.table());
    fs::remove_file(&file).expect("the corpus is ours");
}

fn run(matcher: &Arc<Matcher>, file: &Path, threads: usize) {
    let paths: Vec<PathBuf> = vec![file.to_owned()];
    let blocks = reader::spawn(paths, reader::Config::default(), Arc::new(()));
    let (sender, work) = crossbeam_channel::bounded(1);
    let feeder =
        std::thread::spawn(move || blocks.into_iter().try_for_each(|block| sender.send(Located(block))));
    let mut n_findings = 0;
    for outcome in matcher::spawn(Arc::clone(matcher), work, threads) {
        match outcome {
            Outcome::Scanned { findings, .. } => n_findings += findings.len(),
            Outcome::Notice(notice) => panic!("the corpus is readable: {notice:?}"),
            Outcome::Coverage(_) => {}
        }
    }
    feeder.join().expect("the feeder does not panic").expect("the matcher takes all blocks");
    assert_ne!(n_findings, 0);
}

/// Joins reader and matcher, which do not know each other.
struct Located(reader::Block);

impl matcher::Work for Located {
    fn expand(self, sieve: &mut matcher::Sieve<'_>, emit: &mut dyn FnMut(Event)) {
        self.0.locate(&mut Sieve(sieve), emit);
    }
}

struct Sieve<'a, 'm>(&'a mut matcher::Sieve<'m>);

impl reader::Sieve for Sieve<'_, '_> {
    fn candidates(&mut self, bytes: &[u8], out: &mut Vec<usize>) {
        self.0.candidates(bytes, out);
    }

    fn wants_key(&mut self, key: &str) -> bool {
        self.0.wants_key(key)
    }
}
