//! Who calls: profile, credentials and the settings that all clients share.

use std::sync::{Mutex, PoisonError};

use aws_config::default_provider::region::DefaultRegionChain;
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

use crate::failure::one_line;
use crate::{Config, Error, Pace, endpoint, http};

/// Loads settings and credentials the way every AWS tool does.
///
/// # Errors
/// No credentials, credentials that cannot be loaded, or an unknown profile.
pub(crate) async fn open(config: &Config) -> Result<SdkConfig, Error> {
    check_profile(config).await?;
    let sdk = loader(config).region(home_region(config).await).load().await;
    if let Some(endpoint) = sdk.endpoint_url() {
        // It may come from the environment or the profile, which nobody has checked.
        endpoint::check(endpoint)?;
    }
    let Some(provider) = sdk.credentials_provider() else { return Err(Error::NoCredentials) };
    let credentials = provider.provide_credentials().await.map_err(|error| refused(config, &error))?;
    let primed = Primed { first: Mutex::new(Some(credentials)), then: provider };
    Ok(sdk.into_builder().credentials_provider(SharedCredentialsProvider::new(primed)).build())
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

/// The region for calls that have none of their own.
async fn home_region(config: &Config) -> Region {
    if let Some(first) = config.regions.first() {
        return Region::new(first.clone());
    }
    if config.credentials.is_some() {
        return Region::new("us-east-1");
    }
    let mut chain = DefaultRegionChain::builder();
    if let Some(profile) = &config.profile {
        chain = chain.profile_name(profile);
    }
    chain.build().region().await.unwrap_or_else(|| Region::new("us-east-1"))
}

/// Adaptive, because the standard mode lost 7 of 16 pagers at 15 calls a second where adaptive lost none.
///
/// Version 2.1 of the behaviour paces each attempt by the measured rate instead of adding ten calls' worth of
/// waiting to every throttled one.
fn retries(pace: &Pace) -> RetryConfig {
    RetryConfig::adaptive()
        .with_max_attempts(pace.attempts)
        .with_initial_backoff(pace.first_backoff)
        .with_max_backoff(pace.max_backoff)
        .with_retry_spec(RetrySpec::v2_1().with_non_throttling_initial_backoff(pace.first_backoff))
}

fn timeouts(pace: &Pace) -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(pace.connect_timeout)
        .operation_attempt_timeout(pace.attempt_timeout)
        .build()
}

/// Refuses a profile that no file has, which the SDK would only report as missing credentials.
async fn check_profile(config: &Config) -> Result<(), Error> {
    let Some(name) = &config.profile else { return Ok(()) };
    let files = EnvConfigFiles::default();
    let profiles = aws_config::profile::load(&Fs::real(), &Env::real(), &files, Some(name.clone().into()))
        .await
        .map_err(|error| Error::Profiles(one_line(&chain(&error))))?;
    if profiles.get_profile(name).is_some() {
        return Ok(());
    }
    let mut known: Vec<&str> = profiles.profiles().collect();
    known.sort_unstable();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    Err(Error::UnknownProfile { name: name.clone(), known })
}

fn refused(config: &Config, error: &CredentialsError) -> Error {
    match (error, &config.profile) {
        (CredentialsError::CredentialsNotLoaded(_), None) => Error::NoCredentials,
        (CredentialsError::CredentialsNotLoaded(_), Some(name)) => {
            Error::Credentials(format!("profile `{name}` gives none"))
        }
        _ => Error::Credentials(one_line(&chain(error))),
    }
}

/// An error with all its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
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
