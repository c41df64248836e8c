//! What to sweep, as whom, and how hard.

use std::fmt;
use std::time::Duration;

use crate::{CodePrompt, Done, Selector, Stop};

/// Everything that [`crate::spawn`] needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    /// Profile of the AWS configuration files; `None` follows the environment.
    pub profile: Option<String>,
    /// Endpoint for every call; `http://` only on loopback.
    pub endpoint_url: Option<String>,
    /// Regions to visit; empty for all that the account has enabled.
    pub regions: Vec<String>,
    /// Reads every account of the organization that the caller manages, through a role in each of them.
    pub organization: Option<Organization>,
    /// What to read.
    pub sources: Vec<Source>,
    /// Credentials to use; the environment and the files of AWS are then ignored altogether.
    pub credentials: Option<StaticCredentials>,
    /// Serial number or ARN of the device whose code the session needs; a profile may name one too.
    pub mfa_serial: Option<String>,
    /// Gives that code.
    pub mfa_code: Option<CodePrompt>,
    /// Reads every region to the end of its unsharded pager, which alone proves that nothing is missing.
    ///
    /// Without it a region is done when the shards of all known services are, about 2.6 times sooner; a
    /// resource of a service that neither the list of services nor the pager has met by then is missed.
    pub thorough: bool,
    /// Makes the calls that read data at rest as well, such as the keys of S3 objects.
    pub optional: bool,
    /// Calls that an earlier sweep has made, to be left out.
    pub done: Done,
    /// Ends the sweep before its time.
    pub stop: Stop,
    /// Concurrency, retries and timeouts.
    pub pace: Pace,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            profile: None,
            endpoint_url: None,
            regions: Vec::new(),
            organization: None,
            sources: Source::ALL.to_vec(),
            credentials: None,
            mfa_serial: None,
            mfa_code: None,
            thorough: true,
            optional: false,
            done: Done::default(),
            stop: Stop::default(),
            pace: Pace::default(),
        }
    }
}

/// How the accounts of an organization are entered, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Name of the role, which is the same in every account; with its path where it has one.
    pub role_name: String,
    /// What the roles ask for besides.
    pub external_id: Option<String>,
    /// Accounts to read; all where empty.
    pub include: Vec<Selector>,
    /// Accounts to leave out.
    pub exclude: Vec<Selector>,
}

/// A family of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Resource Groups Tagging API, region by region.
    Tagging,
    /// IAM users, groups, roles and policies.
    Iam,
    /// Names, descriptions and other free text that the services themselves list, region by region.
    Describe,
}

impl Source {
    /// Every source, in the order of the help text.
    pub const ALL: &'static [Self] = &[Self::Tagging, Self::Iam, Self::Describe];

    /// The name on the command line and in [`model::Origin::source`].
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tagging => "tagging",
            Self::Iam => "iam",
            Self::Describe => "describe",
        }
    }

    /// The source of a name; `None` where the name is unknown.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|source| source.as_str() == name)
    }
}

/// An access key given outright; never printed.
#[derive(Clone)]
pub struct StaticCredentials {
    /// Access key id.
    pub access_key_id: String,
    /// Secret access key.
    pub secret_access_key: String,
    /// Session token of temporary credentials.
    pub session_token: Option<String>,
}

impl fmt::Debug for StaticCredentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("StaticCredentials(***)")
    }
}

/// How many calls at once, how long to wait and how often to retry.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Accounts under way at the same time.
    pub accounts: usize,
    /// Regions of an account under way at the same time.
    pub regions: usize,
    /// Shards of one region under way at the same time, beside its unsharded pager.
    pub shards: usize,
    /// Services of an account under way at the same time, over all regions.
    pub services: usize,
    /// Items under way at the same time, where a call is made for each item of another one.
    pub items: usize,
    /// Attempts per page, the first included.
    pub attempts: u32,
    /// Upper bound of the first wait after a failed attempt; doubles from one attempt to the next.
    pub first_backoff: Duration,
    /// Upper bound of every wait between two attempts.
    pub max_backoff: Duration,
    /// Time to connect.
    pub connect_timeout: Duration,
    /// Time for one attempt, from the first byte sent to the last received.
    pub attempt_timeout: Duration,
    /// Calls per second that a service is supposed to allow until the first one was throttled; `None` for what AWS
    /// publishes for it. The SDK itself supposes one call in two seconds.
    pub assumed_rate: Option<f64>,
    /// Events that may wait for the receiver; a full queue holds the pagers back.
    pub queue: usize,
}

impl Pace {
    /// The pace for a server on this machine, such as [`crate::replay::Server`].
    pub fn local() -> Self {
        Self {
            first_backoff: Duration::from_millis(5),
            max_backoff: Duration::from_millis(50),
            assumed_rate: Some(10_000.0),
            ..Self::default()
        }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            accounts: 8,
            regions: 8,
            // 300 pages of six services, a server of 200 ms a page and 15 pages a second: the shards are through
            // in 29 s (two shards: 40 s) and the unsharded pager in 76 s either way; 4 to 6 calls are throttled.
            shards: 3,
            services: 32,
            items: 4,
            attempts: 10,
            first_backoff: Duration::from_secs(1),
            max_backoff: Duration::from_secs(20),
            connect_timeout: Duration::from_secs(5),
            attempt_timeout: Duration::from_secs(30),
            assumed_rate: None,
            queue: 16,
        }
    }
}
