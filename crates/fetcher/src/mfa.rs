//! Sessions with a second factor.
//!
//! The SDK ignores `mfa_serial` of a profile, and a role that asks for the factor then refuses whoever comes
//! without. So the session is opened here: `sts:AssumeRole` where the profile names a role, else
//! `sts:GetSessionToken`. It cannot renew itself, because each code is good for one session; a sweep that outlives it
//! ends incomplete.

use std::fmt;
use std::sync::Arc;

use aws_config::SdkConfig;
use aws_config::profile::{Profile, ProfileFileCredentialsProvider};
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sts::Client;
use aws_sdk_sts::config::Builder;
use aws_sdk_sts::types::Credentials as Issued;

use crate::endpoint::Guard;
use crate::failure::Failure;
use crate::{Config, Error};

/// What a role's log calls the session where the profile says nothing.
const SESSION_NAME: &str = "tagleaks";

/// Asks the user for the code of a device, given its serial number; `None` where there is nobody to ask.
#[derive(Clone)]
pub struct CodePrompt(Arc<Ask>);

type Ask = dyn Fn(&str) -> Option<String> + Send + Sync;

impl CodePrompt {
    /// A prompt that calls a function.
    pub fn new(ask: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }
}

impl fmt::Debug for CodePrompt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CodePrompt")
    }
}

/// Credentials of a session with a second factor; `None` where neither the user nor the profile asks for one.
///
/// # Errors
/// No code, a code that STS does not take, or a profile that leads nowhere.
pub(crate) async fn session(
    config: &Config,
    sdk: &SdkConfig,
    (profile, own): (Option<&Profile>, Option<SharedCredentialsProvider>),
) -> Result<Option<Credentials>, Error> {
    let setting = |name: &str| profile.and_then(|profile| profile.get(name));
    let Some(serial) = config.mfa_serial.as_deref().or_else(|| setting("mfa_serial")) else {
        return Ok(None);
    };
    let role = setting("role_arn");
    let base = match (role, setting("source_profile")) {
        (Some(_), Some(source)) => from_profile(sdk, source)?,
        (Some(_), None) => {
            return Err(Error::Mfa(
                "a role with mfa_serial needs a source_profile in its profile".to_owned(),
            ));
        }
        (None, _) => own.ok_or(Error::NoCredentials)?,
    };
    let code = code(config, serial)?;
    let sts = Builder::from(sdk).credentials_provider(base).interceptor(Guard);
    let sts = Client::from_conf(sts.build());
    let issued = if let Some(role) = role {
        let name = setting("role_session_name").unwrap_or(SESSION_NAME);
        let request = sts.assume_role().role_arn(role).role_session_name(name);
        let request = request.set_external_id(setting("external_id").map(str::to_owned));
        let answer = request.serial_number(serial).token_code(code).send().await;
        answer.map_err(refused)?.credentials
    } else {
        let answer = sts.get_session_token().serial_number(serial).token_code(code).send().await;
        answer.map_err(refused)?.credentials
    };
    issued.map(own_form).map(Some).ok_or_else(|| Error::Mfa("STS answered without credentials".to_owned()))
}

fn from_profile(sdk: &SdkConfig, name: &str) -> Result<SharedCredentialsProvider, Error> {
    let http = sdk.http_client().ok_or(Error::NoCredentials)?;
    let settings = ProviderConfig::without_region().with_region(sdk.region().cloned()).with_http_client(http);
    let provider = ProfileFileCredentialsProvider::builder().configure(&settings).profile_name(name);
    Ok(SharedCredentialsProvider::new(provider.build()))
}

fn code(config: &Config, serial: &str) -> Result<String, Error> {
    let code = config.mfa_code.as_ref().and_then(|prompt| (prompt.0)(serial));
    let code = code.ok_or_else(|| {
        Error::Mfa("no code, and no terminal to ask for one: set TAGLEAKS_MFA_CODE".to_owned())
    })?;
    let code = code.trim();
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::Mfa("the code of a device has six digits".to_owned()));
    }
    Ok(code.to_owned())
}

fn refused(error: impl Into<Failure>) -> Error {
    Error::Mfa(error.into().reason)
}

fn own_form(issued: Issued) -> Credentials {
    let expiry = issued.expiration().to_owned().try_into().ok();
    let Issued { access_key_id, secret_access_key, session_token, .. } = issued;
    Credentials::new(access_key_id, secret_access_key, Some(session_token), expiry, "tagleaks-mfa")
}
