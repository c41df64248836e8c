//! One service in one region of one account, on the SDK's own runtime.
//!
//! Signing, retries, timeouts, user agent and TLS are those of every client of the SDK; only what a client's
//! generated code would add, the writing of requests and the reading of answers, is [`super::request`] and
//! [`super::answer`]. Linking the SDK of EC2 alone would cost 12 CPU-minutes and 8 GB of memory for each build.

use std::borrow::Cow;
use std::sync::Arc;

use aws_config::{BehaviorVersion, SdkConfig};
use aws_runtime::auth::sigv4::{SCHEME_ID, SigV4AuthScheme};
use aws_runtime::auth::{SigV4OperationSigningConfig, SigningOptions};
use aws_runtime::invocation_id::InvocationIdInterceptor;
use aws_runtime::recursion_detection::RecursionDetectionInterceptor;
use aws_runtime::request_info::RequestInfoInterceptor;
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_runtime::service_clock_skew::{ServiceClockSkewClassifier, ServiceClockSkewInterceptor};
use aws_runtime::user_agent::{ApiMetadata, UserAgentInterceptor};
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime::client::retries::classifiers::{HttpStatusCodeClassifier, TransientErrorClassifier};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::static_resolver::StaticAuthSchemeOptionResolver;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeOptionResolverParams, SharedAuthScheme, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::identity::{SharedIdentityCache, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::Layer;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SigningName;
use aws_types::region::{Region, SigningRegion};
use aws_types::service_config::ServiceConfigKey;
use serde_json::Value;

use super::answer::{self, Answer, Fault};
use super::host;
use super::request::Request;
use super::table::Service;
use crate::budget::Budget;
use crate::endpoint::Guard;
use crate::failure::Failure;
use crate::row::{Row, Throttles};

/// Where requests of a service go, and as whom.
pub(super) struct Connection<'a> {
    pub(super) service: &'static Service,
    pub(super) sdk: &'a SdkConfig,
    pub(super) partition: &'a str,
    /// Region that is asked; the partition's home for a global service.
    pub(super) region: &'a str,
    pub(super) retries: RetryPartition,
    pub(super) budget: Arc<Budget>,
}

/// One call of a connection, which counts what is throttled.
pub(super) struct Client(Operation<Request, Answer, Fault>);

impl Client {
    /// Sends a request, retries included, and gives the tree of the answer.
    pub(super) async fn send(&self, request: Request) -> Result<Value, Failure> {
        Ok(self.0.invoke(request).await?.0)
    }
}

impl Connection<'_> {
    /// Prepares a call.
    pub(super) fn client(&self, action: &'static str, row: &Arc<Row>) -> Client {
        let protocol = self.service.protocol;
        let retries = self.sdk.retry_config().cloned().unwrap_or_else(RetryConfig::standard);
        let timeouts = self.sdk.timeout_config().cloned().unwrap_or_else(TimeoutConfig::disabled);
        let mut operation = Operation::builder()
            .service_name(self.service.id)
            .operation_name(action)
            .behavior_version(BehaviorVersion::latest())
            .endpoint_url(&self.endpoint())
            .standard_retry(&retries)
            .timeout_config(timeouts)
            .interceptor(Guard)
            .interceptor(Throttles::<Fault>::of(row).teach(&self.budget))
            .interceptor(ServiceClockSkewInterceptor::new())
            .interceptor(RequestInfoInterceptor::new())
            .interceptor(UserAgentInterceptor::new())
            .interceptor(InvocationIdInterceptor::new())
            .interceptor(RecursionDetectionInterceptor::new())
            .with_connection_poisoning()
            .retry_classifier(HttpStatusCodeClassifier::default())
            .retry_classifier(TransientErrorClassifier::<Fault>::new())
            .retry_classifier(AwsErrorCodeClassifier::<Fault>::new())
            .retry_classifier(ServiceClockSkewClassifier::<Fault>::new())
            .runtime_plugin(self.identity());
        if let Some(http) = self.sdk.http_client() {
            operation = operation.http_client(self.budget.client(http));
        }
        if let Some(sleep) = self.sdk.sleep_impl() {
            operation = operation.sleep_impl(sleep);
        }
        if let Some(time) = self.sdk.time_source() {
            operation = operation.time_source(time);
        }
        let operation = operation
            .serializer(|request: Request| http(request))
            .deserializer(move |response| answer::read(protocol, response));
        Client(operation.build())
    }

    /// Who signs, and what for.
    fn identity(&self) -> StaticRuntimePlugin {
        let mut layer = Layer::new("tagleaks");
        layer.store_put(self.retries.clone());
        layer.store_put(Region::new(self.region.to_owned()));
        layer.store_put(SigningRegion::from(Region::new(self.region.to_owned())));
        layer.store_put(SigningName::from_static(self.service.signing));
        layer.store_put(AuthSchemeOptionResolverParams::new(()));
        layer.store_put(ApiMetadata::new(self.service.id, env!("CARGO_PKG_VERSION")));
        let mut signing_options = SigningOptions::default();
        // S3 alone signs paths as they are sent.
        let is_s3 = self.service.signing == "s3";
        signing_options.double_uri_encode = !is_s3;
        signing_options.content_sha256_header = is_s3;
        signing_options.normalize_uri_path = !is_s3;
        layer.store_put(SigV4OperationSigningConfig { signing_options, ..Default::default() });
        if let Some(app) = self.sdk.app_name() {
            layer.store_put(app.clone());
        }
        StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(self.components())
    }

    fn components(&self) -> RuntimeComponentsBuilder {
        let mut components = RuntimeComponentsBuilder::new("tagleaks");
        components.push_auth_scheme(SharedAuthScheme::new(SigV4AuthScheme::new()));
        let schemes = StaticAuthSchemeOptionResolver::new(vec![SCHEME_ID]);
        components.set_auth_scheme_option_resolver(Some(SharedAuthSchemeOptionResolver::new(schemes)));
        let cache = self.sdk.identity_cache();
        let cache = cache.unwrap_or_else(|| SharedIdentityCache::new(IdentityCache::lazy().build()));
        components.set_identity_cache(Some(cache));
        if let Some(credentials) = self.sdk.credentials_provider() {
            components.set_identity_resolver(SCHEME_ID, SharedIdentityResolver::new(credentials));
        }
        components
    }

    /// The endpoint that the command line, the environment or the profile names, or AWS's own.
    fn endpoint(&self) -> String {
        let sdk_id = self.service.sdk_id;
        let key = ServiceConfigKey::builder()
            .service_id(sdk_id)
            .env("AWS_ENDPOINT_URL")
            .profile("endpoint_url")
            .build()
            .expect("all three parts of the key are set");
        let is_typed = self.sdk.get_origin("endpoint_url").is_client_config();
        let own = (!is_typed).then(|| self.sdk.service_config()?.load_config(key)).flatten();
        let named = own.or_else(|| self.sdk.endpoint_url().map(str::to_owned));
        named.unwrap_or_else(|| host::url(self.service, self.partition, self.region))
    }
}

fn http(request: Request) -> Result<HttpRequest, BoxError> {
    let mut built = http::Request::builder().method(request.method).uri(request.path);
    for (name, value) in request.headers {
        let value: Cow<'static, str> = value;
        built = built.header(name, value.as_ref());
    }
    let body = if request.body.is_empty() { SdkBody::empty() } else { SdkBody::from(request.body) };
    Ok(built.body(body)?.try_into()?)
}
