//! From files to records without a matcher: a sieve that finds nothing, and one with a point on each hundredth line.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::path::Path;
use std::sync::Arc;
use std::{fs, iter};

use benches::{Meter, corpus};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use memchr::memchr_iter;
use model::{Event, RawForm};
use reader::{Config, Sieve};
use serde_json::Value;

const CORPUS: usize = 100_000_000;

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = lines, document, table, text
}
criterion_main!(benches);

fn lines(criterion: &mut Criterion) {
    measure(criterion, "lines.jsonl", &corpus(CORPUS));
}

/// One document, which one worker has to read from its start.
fn document(criterion: &mut Criterion) {
    let lines = String::from_utf8(corpus(CORPUS)).expect("the corpus is text");
    measure(criterion, "document.json", format!("[{}]", lines.trim_end().replace('\n', ",\n")).as_bytes());
}

/// A row for each tag, all cells in quotes.
fn table(criterion: &mut Criterion) {
    let rows = tags(|arn, key, value| format!("\"{arn}\",\"{key}\",\"{}\"\n", value.replace('"', "\"\"")));
    measure(criterion, "table.csv", format!("\"ResourceArn\",\"Column\",\"Content\"\n{rows}").as_bytes());
}

fn text(criterion: &mut Criterion) {
    let lines = tags(|arn, key, value| format!("- arn: {arn}\n  {key}: {value}\n"));
    measure(criterion, "text.yaml", lines.as_bytes());
}

fn tags(write: impl Fn(&str, &str, &str) -> String) -> String {
    let corpus = corpus(CORPUS / 2);
    let mut all = String::new();
    for line in corpus.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
        let record: Value = serde_json::from_slice(line).expect("the corpus is JSON");
        let arn = record["ResourceARN"].as_str().unwrap_or_default();
        let tags = record["Tags"].as_array().into_iter().flatten();
        let of = |tag: &Value, name: &str| tag[name].as_str().unwrap_or_default().replace('\n', " ");
        all.extend(tags.map(|tag| write(arn, &of(tag, "Key"), &of(tag, "Value"))));
    }
    all
}

fn measure(criterion: &mut Criterion, name: &str, bytes: &[u8]) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, bytes).expect("the target folder takes the corpus");
    let mut meter = Meter::new(bytes);
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    for (way, step) in [("no candidate", usize::MAX), ("each hundredth line", 100), ("each line", 1)] {
        group.bench_function(way, |bencher| {
            bencher.iter_custom(|n| meter.time(way, n, || read(&file, bytes.len(), &mut Points(step))));
        });
    }
    group.finish();
    println!("\n{name}\n{}", meter.table());
    fs::remove_file(&file).expect("the corpus is ours");
}

fn read(file: &Path, size: usize, sieve: &mut Points) {
    let mut n_bytes = 0;
    for block in reader::spawn(vec![file.to_owned()], Config::default(), Arc::new(())) {
        block.locate(sieve, &mut |event| {
            if let Event::Read { bytes, .. } = event {
                n_bytes += bytes;
            }
        });
    }
    assert_eq!(n_bytes, size as u64);
}

/// Finds the start of every so many lines.
struct Points(usize);

impl Sieve for Points {
    fn candidates(&mut self, bytes: &[u8], _form: RawForm<'_>, out: &mut Vec<usize>) {
        if self.0 < usize::MAX {
            let starts = iter::once(0).chain(memchr_iter(b'\n', bytes).map(|newline| newline + 1));
            out.extend(starts.step_by(self.0).map(|start| start + 4).filter(|&point| point < bytes.len()));
        }
    }

    fn wants_key(&mut self, _key: &str) -> bool {
        false
    }
}
