//! Which endpoints may be talked to.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use url::{Host, Url};

use crate::Error;

/// Refuses an endpoint that is no URL or that would carry requests unencrypted over a network.
///
/// # Errors
/// [`Error::Endpoint`] with the reason.
pub(crate) fn check(endpoint: &str) -> Result<(), Error> {
    let refuse = |url: String, reason| Err(Error::Endpoint { url, reason });
    let Ok(mut url) = Url::parse(endpoint) else {
        return refuse(String::new(), "it is not a URL");
    };
    if !url.username().is_empty() || url.password().is_some() {
        // Nothing to do where the URL cannot have a user: it then has none to hide.
        let _ = url.set_username("");
        let _ = url.set_password(None);
        return refuse(url.into(), "it holds a user name or a password");
    }
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback(&url) => Ok(()),
        "http" => refuse(url.into(), "http:// is accepted on a loopback address only"),
        _ => refuse(url.into(), "it does not start with https://"),
    }
}

/// Whether a URL stays on this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Checks every request on its way out, because the environment can name an endpoint for a single service.
#[derive(Debug)]
pub(crate) struct Guard;

#[dyn_dispatch_hint]
impl Intercept for Guard {
    fn name(&self) -> &'static str {
        "EndpointGuard"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        Ok(check(context.request().uri())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_may_go_without_encryption() {
        for (endpoint, accepted) in [
            ("https://tagging.eu-west-1.amazonaws.com", true),
            ("https://10.0.0.7:8443", true),
            ("http://127.0.0.1:5000", true),
            ("http://127.9.9.9", true),
            ("http://localhost:4566/", true),
            ("http://[::1]:4566", true),
            ("http://localhost.example.com", false),
            ("http://127.0.0.1.example.com", false),
            ("http://127.0.0.1@example.com", false),
            ("http://example.com", false),
            ("http://0.0.0.0:5000", false),
            ("ftp://127.0.0.1", false),
            ("127.0.0.1:5000", false),
            ("", false),
        ] {
            assert_eq!(check(endpoint).is_ok(), accepted, "{endpoint}");
        }
    }

    #[test]
    fn a_password_in_the_endpoint_is_not_repeated() {
        let password = ["hunter", "2"].concat();
        let error = check(&format!("https://jane:{password}@example.com/")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "cannot use endpoint `https://example.com/`: it holds a user name or a password"
        );
    }
}
