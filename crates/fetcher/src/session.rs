//! Who calls: profile, credentials and the settings that all clients share.

use std::error::Error as StdError;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use aws_config::imds::client::error::ImdsError;
use aws_config::profile::{Profile, ProfileFileCredentialsProvider};
use aws_config::provider_config::ProviderConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{AppName, BehaviorVersion, ConfigLoader, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider, future};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_smithy_types::retry::RetrySpec;
use aws_types::os_shim_internal::{Env, Fs};
use url::Url;

use crate::failure::{causes, one_line};
use crate::{Config, Error, Pace, endpoint, http, mfa};

/// The region for calls that have none, where nobody names one.
const ANYWHERE: &str = "us-east-1";

/// Upper bound of the first wait after a throttled attempt; doubles from one attempt to the next.
const THROTTLED_BACKOFF: Duration = Duration::from_millis(50);

/// Loads settings and credentials the way every AWS tool does.
///
/// # Errors
/// No credentials, credentials that cannot be loaded, or an unknown profile.
pub(crate) async fn open(config: &Config) -> Result<SdkConfig, Error> {
    let profile = profile(config).await?;
    let sdk = load(config).await;
    if let Some(endpoint) = sdk.endpoint_url() {
        // It may come from the environment or the profile, which nobody has checked.
        endpoint::check(endpoint)?;
    }
    let own = provider(config, &sdk);
    if let Some(session) = mfa::session(config, &sdk, (profile.as_ref(), own.clone())).await? {
        return Ok(sdk.into_builder().credentials_provider(SharedCredentialsProvider::new(session)).build());
    }
    let Some(provider) = own else { return Err(Error::NoCredentials) };
    let credentials =
        provider.provide_credentials().await.map_err(|error| refused(profile.as_ref(), &error))?;
    let primed = Primed { first: Mutex::new(Some(credentials)), then: provider };
    Ok(sdk.into_builder().credentials_provider(SharedCredentialsProvider::new(primed)).build())
}

/// Loads settings, with a region for the calls that have none of their own.
async fn load(config: &Config) -> SdkConfig {
    let home = |name: &str| loader(config).region(Region::new(name.to_owned())).load();
    match config.regions.first() {
        Some(first) => return home(first).await,
        None if config.credentials.is_some() => return home(ANYWHERE).await,
        None => {}
    }
    let sdk = loader(config).load().await;
    if sdk.region().is_some() { sdk } else { home(ANYWHERE).await }
}

fn loader(config: &Config) -> ConfigLoader {
    let is_local = config
        .endpoint_url
        .as_deref()
        .and_then(|endpoint| Url::parse(endpoint).ok())
        .is_some_and(|url| endpoint::is_loopback(&url));
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .http_client(http::client(is_local))
        .retry_config(retries(&config.pace))
        .timeout_config(timeouts(&config.pace))
        .app_name(AppName::new("tagleaks").expect("the name holds letters only"));
    if let Some(profile) = &config.profile {
        loader = loader.profile_name(profile);
    }
    if let Some(endpoint) = &config.endpoint_url {
        loader = loader.endpoint_url(endpoint);
    }
    if let Some(key) = &config.credentials {
        let (id, secret) = (key.access_key_id.clone(), key.secret_access_key.clone());
        let token = key.session_token.clone();
        loader = loader
            .credentials_provider(Credentials::new(id, secret, token, None, "tagleaks"))
            .profile_files(EnvConfigFiles::builder().with_contents(EnvConfigFileKind::Config, "").build())
            .empty_test_environment();
    }
    loader
}

/// Where credentials come from.
///
/// The SDK's chain asks the environment first, even where a profile is named. Keys that happen to be set would
/// then have another account swept than the one that was asked for.
fn provider(config: &Config, sdk: &SdkConfig) -> Option<SharedCredentialsProvider> {
    let (Some(profile), None) = (&config.profile, &config.credentials) else {
        return sdk.credentials_provider();
    };
    let settings = ProviderConfig::without_region()
        .with_region(sdk.region().cloned())
        .with_http_client(sdk.http_client()?);
    let provider = ProfileFileCredentialsProvider::builder().configure(&settings).profile_name(profile);
    Some(SharedCredentialsProvider::new(provider.build()))
}

/// Throttled attempts wait for their turn in a [`crate::budget`], and hardly for anything else.
///
/// Version 2.1 of the behaviour knows a wait of its own for them.
fn retries(pace: &Pace) -> RetryConfig {
    RetryConfig::standard()
        .with_max_attempts(pace.attempts)
        .with_initial_backoff(THROTTLED_BACKOFF.min(pace.first_backoff))
        .with_max_backoff(pace.max_backoff)
        .with_retry_spec(RetrySpec::v2_1().with_non_throttling_initial_backoff(pace.first_backoff))
}

fn timeouts(pace: &Pace) -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(pace.connect_timeout)
        .operation_attempt_timeout(pace.attempt_timeout)
        .build()
}

/// The named profile, `None` where none is named; refuses one that no file has.
///
/// The SDK would only report missing credentials.
async fn profile(config: &Config) -> Result<Option<Profile>, Error> {
    let environment = Env::real();
    // Keys win over a profile there, which then need not exist.
    let has_keys = environment.get("AWS_ACCESS_KEY_ID").is_ok();
    let from_environment =
        || environment.get("AWS_PROFILE").ok().filter(|name| !has_keys && !name.is_empty());
    let name = match &config.credentials {
        Some(_) => None,
        None => config.profile.clone().or_else(from_environment),
    };
    let Some(name) = name else { return Ok(None) };
    let files = EnvConfigFiles::default();
    let profiles = aws_config::profile::load(&Fs::real(), &environment, &files, Some(name.clone().into()))
        .await
        .map_err(|error| Error::Profiles(chain(&error)))?;
    if let Some(profile) = profiles.get_profile(&name) {
        return Ok(Some(profile.clone()));
    }
    let mut known: Vec<&str> = profiles.profiles().collect();
    known.sort_unstable();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    Err(Error::UnknownProfile { name, known })
}

/// What to tell someone whose credentials do not load.
fn refused(profile: Option<&Profile>, error: &CredentialsError) -> Error {
    let is_nothing = matches!(error, CredentialsError::CredentialsNotLoaded(_));
    // The machine's metadata is asked last, so a failure of it means that nothing else gave any.
    let is_last = causes(error).any(<dyn StdError>::is::<ImdsError>);
    let reason = match profile {
        None if is_nothing || is_last => return Error::NoCredentials,
        None => chain(error),
        Some(profile) => format!("profile `{}`: {}", profile.name(), chain(error)),
    };
    let hint = if reason.contains("SSO") { "; sign in with `aws sso login`" } else { "" };
    Error::Credentials(reason + hint)
}

/// An error with all its causes, in one line.
///
/// What an external process wrote is left out: it may be what the process was asked for.
pub(crate) fn chain(error: &(dyn StdError + 'static)) -> String {
    let mut texts: Vec<String> = causes(error).map(ToString::to_string).collect();
    texts.dedup();
    let text = texts.join(": ");
    one_line(text.split_once("Stderr:").map_or(&*text, |(before, _)| before))
}

/// Credentials that were loaded once to see whether there are any, and the provider for when they expire.
///
/// Without it the provider runs twice, and with it whatever it asks for: a process, a browser, a token.
#[derive(Debug)]
struct Primed {
    first: Mutex<Option<Credentials>>,
    then: SharedCredentialsProvider,
}

impl ProvideCredentials for Primed {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        match self.first.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(credentials) => future::ProvideCredentials::ready(Ok(credentials)),
            None => self.then.provide_credentials(),
        }
    }
}
