//! Words at the end of a key that make it speak about a thing of technology.
//!
//! The last word of a key is its head: `ssn_masking_job` is a job, `id_card_reader` a reader, and the number under it
//! is one of theirs. Credentials have vetoes of their own, because a service does have a password.

/// Whether a word in lower case is such a head, alone or in the plural.
pub(super) fn is_thing(word: &str) -> bool {
    let of = |word: &str| THINGS.binary_search(&word).is_ok();
    of(word) || word.strip_suffix('s').is_some_and(of)
}

/// Sorted.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "api", "app", "application", "backend", "backup", "batch", "benchmark", "bucket", "build", "cache", "checker",
    "checksum", "cluster", "commit", "count", "counter", "cron", "daemon", "dashboard", "database", "dataset",
    "decoder", "deployment", "duration", "endpoint", "engine", "firmware", "frontend", "function", "gateway", "handler",
    "hash", "index", "instance", "interval", "job", "journey", "lambda", "latency", "length", "library", "limit",
    "lookup", "masking", "migration", "model", "module", "monitor", "os", "package", "parser", "pipeline", "plugin",
    "pool", "port", "portal", "processor", "queue", "quota", "rate", "reader", "registry", "release", "retries",
    "revision", "runner", "sandbox", "scanner", "schema", "script", "sdk", "seconds", "sequence", "server", "service",
    "size", "stack", "sync", "table", "task", "timeout", "timestamp", "topic", "total", "ttl", "uuid", "validator",
    "version", "worker", "workflow",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_found_in_a_sorted_list() {
        assert!(THINGS.is_sorted());
        for (word, expected) in [
            ("service", true),
            ("services", true),
            ("os", true),
            ("number", false),
            ("id", false),
            ("customer", false),
        ] {
            assert_eq!(is_thing(word), expected, "{word}");
        }
    }
}
