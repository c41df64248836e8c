//! A role in an account.

use aws_config::sts::AssumeRoleProvider;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_smithy_runtime::client::identity::IdentityCache;
use model::NoticeCode;

use super::tree::Member;
use crate::Organization;
use crate::failure::Failure;
use crate::identity::Account;
use crate::session;

/// What a sweep of an organization needs besides its read calls.
pub(crate) const ASSUME_ROLE: &str = "sts:AssumeRole";

/// What the member accounts' logs call the session. It names the tool and nobody who runs it.
const SESSION_NAME: &str = "tagleaks";

/// The account with credentials of the role in it, which renew themselves.
pub(super) async fn assume(
    manager: &Account,
    member: &Member,
    organization: &Organization,
) -> Result<Account, Failure> {
    let role = format!("arn:{}:iam::{}:role/{}", manager.partition, member.id, organization.role_name);
    let mut provider = AssumeRoleProvider::builder(role).session_name(SESSION_NAME).configure(&manager.sdk);
    if let Some(id) = &organization.external_id {
        provider = provider.external_id(id);
    }
    let base = manager.sdk.credentials_provider().ok_or_else(|| refused("no credentials to begin with"))?;
    let provider = provider.build_from_provider(base).await;
    // Asked once here, so that a role that is not there is one notice instead of one for each call.
    provider.provide_credentials().await.map_err(|error| refused(&session::chain(&error)))?;
    let sdk = manager
        .sdk
        .to_builder()
        .credentials_provider(SharedCredentialsProvider::new(provider))
        .identity_cache(IdentityCache::lazy().build())
        .build();
    Ok(Account { id: member.id.clone(), partition: manager.partition.clone(), sdk })
}

fn refused(reason: &str) -> Failure {
    Failure { code: NoticeCode::AccessDenied, aws_code: String::new(), reason: reason.to_owned() }
}
