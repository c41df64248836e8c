use matcher::{Config, Matcher, Scratch};
use model::Confidence;
#[test]
fn explain() {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: false };
    let matcher = Matcher::new(patterns::builtin(), config).unwrap();
    let mut s = Scratch::default();
    let _ = &mut s;
    for line in std::fs::read_to_string("/tmp/explain.txt").unwrap().lines() {
        let (k, t) = line.split_once(" = ").unwrap_or(("", line));
        let t = patterns::expand(t, 7);
        println!("{k} = {t}");
        for v in matcher.explain(k, &t) {
            println!("    {:?}", v);
        }
    }
}
