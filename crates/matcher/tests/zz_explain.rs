//! temp
use matcher::{Config, Matcher, Scratch};
use model::{Confidence,Origin,Page};
#[test]
fn explain() {
    let config = Config { min_confidence: Confidence::Possible, fingerprint_key: [0; 32], reveal: true };
    let matcher = Matcher::new(patterns::builtin(), config).unwrap();
    let mut s = Scratch::default();
    for line in std::fs::read_to_string("/tmp/explain.txt").unwrap().lines() {
        let (k, t) = line.split_once(" = ").unwrap_or(("", line));
        let t = patterns::expand(t, 7);
        let mut page = Page::new();
        let o = page.add_origin(Origin::default());
        page.push(o, (k, k), t.as_bytes());
        let mut out = vec![];
        matcher.scan(&page, &mut s, &mut |f| out.push(format!("{}:{}[{}]", f.detector, f.confidence, f.value.as_ref().unwrap().expose())));
        println!("{:60} {}", format!("{k} = {t}").chars().take(60).collect::<String>(), out.join(" "));
    }
}
