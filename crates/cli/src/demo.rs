//! `tagleaks sweep --demo`: a recorded sample account behind the real fetcher, SDK client and signing.

use anyhow::Context;
use fetcher::replay::{Account, Server};
use fetcher::{Source, StaticCredentials};

use crate::args::SweepArgs;
use crate::console::say;
use crate::plan::{self, Plan};
use crate::{closing, run};

/// The account, with placeholders where its secrets stand.
const RECORDED: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../datasets/sample-account/account.json"));

/// Any number; it only has to stay the same, so that every demo shows the same account.
const SEED: u64 = 1;

/// Sweeps the sample account; ends with 0, because a first try must not look like a failure.
pub(crate) fn run(args: &SweepArgs) -> anyhow::Result<u8> {
    let account: Account =
        serde_json::from_str(&patterns::expand(RECORDED, SEED)).context("the sample account is damaged")?;
    let server = Server::start(account).context("cannot serve the sample account on a loopback port")?;
    let plan = Plan::new(&args.common, None)?;
    say("This is a recorded sample account, served by this very process: nothing leaves your machine.\n");
    let config = fetcher::Config {
        endpoint_url: Some(server.endpoint_url()),
        credentials: Some(credentials()),
        // What was recorded.
        sources: vec![Source::Tagging, Source::Iam],
        ..plan::account(args)?
    };
    let summary = run::sweep_account(plan, config)?;
    say(&format!(
        "\ntagleaks: the demo ends with exit code 0; a real sweep would say: {}",
        closing::sentence(&summary)
    ));
    say(
        "Next: `tagleaks policy` for the permissions that a sweep needs, then `tagleaks sweep --profile NAME`",
    );
    Ok(0)
}

/// AWS's documentation example, which the sample account accepts.
fn credentials() -> StaticCredentials {
    StaticCredentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
        session_token: None,
    }
}
