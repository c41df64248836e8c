//! From entities of IAM to records.

use std::collections::HashSet;
use std::sync::Arc;

use aws_sdk_iam::types::{
    GroupDetail, InstanceProfile, ManagedPolicyDetail, Policy, PolicyDetail, Role, RoleDetail, Tag,
    UserDetail,
};
use model::{Origin, OriginId, Page};

use super::document;
use crate::tags;

/// A page under construction and the part of all origins that is the same.
pub(super) struct Records<'a> {
    pub(super) page: Page,
    pub(super) account: &'a Origin,
}

impl Records<'_> {
    pub(super) fn user(&mut self, user: &UserDetail) {
        let origin = self.entity(user.arn(), ("UserName", user.user_name()), user.path());
        self.inline_policies(origin, user.user_policy_list());
        self.tags(origin, user.tags());
    }

    pub(super) fn group(&mut self, group: &GroupDetail) {
        let origin = self.entity(group.arn(), ("GroupName", group.group_name()), group.path());
        self.inline_policies(origin, group.group_policy_list());
    }

    pub(super) fn role(&mut self, role: &RoleDetail) {
        let origin = self.entity(role.arn(), ("RoleName", role.role_name()), role.path());
        self.document(origin, "AssumeRolePolicyDocument", [role.assume_role_policy_document()]);
        self.inline_policies(origin, role.role_policy_list());
        self.tags(origin, role.tags());
        for profile in role.instance_profile_list() {
            self.instance_profile(profile);
        }
    }

    pub(super) fn managed_policy(&mut self, policy: &ManagedPolicyDetail) {
        let origin = self.entity(policy.arn(), ("PolicyName", policy.policy_name()), policy.path());
        let versions = policy.policy_version_list().iter().map(|version| version.document());
        self.document(origin, "PolicyDocument", versions);
    }

    /// What the bulk call leaves out of a role.
    pub(super) fn role_description(&mut self, role: &Role) {
        if role.description().is_some_and(|text| !text.is_empty()) {
            let origin = self.origin(Some(role.arn()));
            self.text(origin, "Description", role.description());
        }
    }

    /// What the bulk call leaves out of a policy.
    pub(super) fn policy_description(&mut self, policy: &Policy) {
        let origin = self.origin(policy.arn());
        self.text(origin, "Description", policy.description());
        self.tags(origin, policy.tags());
    }

    fn instance_profile(&mut self, profile: &InstanceProfile) {
        let name = ("InstanceProfileName", Some(profile.instance_profile_name()));
        let origin = self.entity(Some(profile.arn()), name, Some(profile.path()));
        self.tags(origin, profile.tags());
    }

    fn entity(&mut self, arn: Option<&str>, name: (&str, Option<&str>), path: Option<&str>) -> OriginId {
        let origin = self.origin(arn);
        self.text(origin, name.0, name.1);
        self.text(origin, "Path", path.filter(|&path| path != "/"));
        origin
    }

    fn origin(&mut self, arn: Option<&str>) -> OriginId {
        self.page.add_origin(Arc::new(Origin { arn: arn.map(Arc::from), ..self.account.clone() }))
    }

    fn inline_policies(&mut self, origin: OriginId, policies: &[PolicyDetail]) {
        for policy in policies {
            let name = policy.policy_name().unwrap_or_default();
            self.text(origin, "PolicyName", policy.policy_name());
            self.document(origin, &format!("Policies[{name}]"), [policy.policy_document()]);
        }
    }

    /// The ids in a document; what several versions of it share comes once.
    fn document<'d>(
        &mut self,
        origin: OriginId,
        path: &str,
        versions: impl IntoIterator<Item = Option<&'d str>>,
    ) {
        let mut known = HashSet::new();
        for (id_path, id) in versions.into_iter().flatten().flat_map(document::ids) {
            if known.insert(id.clone()) {
                let key = id_path.rsplit('.').next().unwrap_or_default();
                self.page.push(origin, (&format!("{path}.{id_path}"), key), id.as_bytes());
            }
        }
    }

    fn tags(&mut self, origin: OriginId, tags: &[Tag]) {
        for tag in tags {
            tags::push(&mut self.page, origin, (tag.key(), tag.value()));
        }
    }

    fn text(&mut self, origin: OriginId, name: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.page.push(origin, (name, name), text.as_bytes());
        }
    }
}
