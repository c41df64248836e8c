//! A region that takes so many calls a second is read without a hole and without idling.

use std::time::{Duration, Instant};

use fetcher::replay::{Rate, Server};
use fetcher::{Config, Pace};
use model::CallStatus;

use crate::harness::{account, config, sweep};

/// Pages of a region, calls a second and at once: what AWS publishes, ten times as fast.
const CASES: [(&str, usize, f64, f64); 2] = [
    ("15 a second, as GetResources", 600, 300.0, 15.0),
    ("20 a second after 100, as EC2", 900, 400.0, 100.0),
];

/// The share of the rate that must be made use of.
const HELD: f64 = 0.85;

#[test]
fn no_page_is_lost_and_the_rate_is_held() {
    for (name, pages, per_second, burst) in CASES {
        let mut account = account(&["eu-west-1"], &[("sqs", pages)]);
        account.page_size = 1;
        account.rates = vec![Rate { call: "GetResources".to_owned(), per_second, burst }];
        let server = Server::start(account.clone()).unwrap();
        let settings = config(&server, &account);
        // Each resource is asked for by the whole pager and by its shard, and whoever is first delivers it.
        let pace = Pace { assumed_rate: Some(per_second), attempts: 10, ..settings.pace.clone() };
        let started = Instant::now();
        let swept = sweep(Config { pace, ..settings });
        let elapsed = started.elapsed();

        swept.assert_all(&account);
        assert_eq!(swept.status("eu-west-1"), CallStatus::Complete, "{name}");
        let pages = swept.row("eu-west-1", "tag:GetResources").pages;
        let answered = f64::from(u32::try_from(pages).expect("there are some hundreds"));
        let least = Duration::from_secs_f64((answered - burst) / per_second);
        let held = least.as_secs_f64() / elapsed.as_secs_f64();
        println!("{name}: {answered} pages in {elapsed:.2?}, {:.0} % of the rate", 100.0 * held);
        assert!(held >= HELD, "{name}: {answered} pages in {elapsed:?}, {:.0} % of the rate", 100.0 * held);
    }
}
