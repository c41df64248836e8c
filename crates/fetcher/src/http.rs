//! The one HTTP client of a sweep.

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

/// A client over rustls and ring, which speaks TLS 1.2 and above.
///
/// Ring instead of the SDK's default aws-lc: it builds in two seconds, without cmake. Proxies are taken from the
/// environment, except that a `direct` client, for a server on this machine, goes around them.
pub(crate) fn client(direct: bool) -> SharedHttpClient {
    Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = Connector::builder();
        connector.set_sleep_impl(components.and_then(RuntimeComponents::sleep_impl));
        connector.set_connector_settings(settings.cloned());
        connector.set_proxy_config(Some(if direct {
            ProxyConfig::disabled()
        } else {
            ProxyConfig::from_env()
        }));
        connector.tls_provider(Provider::Rustls(CryptoMode::Ring)).build()
    })
}
