//! The read calls of every source: one table for the sources, the coverage and the policy.

use crate::Source;

/// One read call of AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Source that makes it.
    pub source: Source,
    /// Action as IAM names it.
    pub action: &'static str,
}

/// Tells who calls; AWS grants it to everyone, so it needs no row in a policy.
pub(crate) const IDENTITY: &str = "sts:GetCallerIdentity";

/// All tagged resources of a region.
pub(crate) const RESOURCES: Call = Call { source: Source::Tagging, action: "tag:GetResources" };

/// Users, groups, roles and local policies with their documents.
pub(crate) const AUTHORIZATION: Call =
    Call { source: Source::Iam, action: "iam:GetAccountAuthorizationDetails" };

/// Roles with their descriptions, which the call above leaves out.
pub(crate) const ROLES: Call = Call { source: Source::Iam, action: "iam:ListRoles" };

/// Description and tags of one local policy; no listing call gives either.
pub(crate) const POLICY: Call = Call { source: Source::Iam, action: "iam:GetPolicy" };

/// Every call that a sweep may make.
pub const CALLS: &[Call] = &[RESOURCES, AUTHORIZATION, ROLES, POLICY];
