//! Detectors in words, for people.

use model::{Anchor, Context, Detector};

/// How sure a finding is, with context and without.
pub fn confidence(detector: &Detector) -> String {
    let sure = detector.confidence;
    let alone = detector.alone.map_or("no finding".to_owned(), |alone| alone.to_string());
    match detector.context {
        Context::None => sure.to_string(),
        Context::Boosts | Context::Required => format!("{sure} with context, {alone} without"),
        Context::KeyOnly => format!("{sure}, only under a key with one of the context words"),
    }
}

/// What context does.
pub fn context(detector: &Detector) -> &'static str {
    match detector.context {
        Context::None => "none",
        Context::Boosts => "boosts",
        Context::Required => "required",
        Context::KeyOnly => "key-only",
    }
}

/// What is looked for before anything else.
pub fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Literals(literals) => literals.join(", "),
        Anchor::Digits(counts) => {
            let counts: Vec<_> =
                (0..64).filter(|n| counts & (1 << n) != 0).map(|n: u32| n.to_string()).collect();
            format!("groups of {} digits", counts.join(", "))
        }
        Anchor::Code(counts) => {
            format!("words of letters and {} digits or more", counts.trailing_zeros())
        }
        Anchor::IbanHead => "two capital letters and two digits".to_owned(),
        Anchor::Key => "the key alone".to_owned(),
        Anchor::Dictionary => "a value of the dictionary".to_owned(),
    }
}
