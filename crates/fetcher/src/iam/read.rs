//! The calls and their order.

use std::cell::RefCell;
use std::sync::Arc;

use aws_sdk_iam::Client;
use aws_sdk_iam::config::Builder;
use aws_sdk_iam::operation::get_account_authorization_details::{
    GetAccountAuthorizationDetailsError, GetAccountAuthorizationDetailsOutput,
};
use aws_sdk_iam::operation::get_policy::GetPolicyError;
use aws_sdk_iam::operation::list_roles::{ListRolesError, ListRolesOutput};
use aws_sdk_iam::types::{EntityType, Policy};
use futures_util::{StreamExt, future, stream};
use model::{Event, NoticeCode, Origin, Page};

use super::records::Records;
use crate::budget::Budget;
use crate::call::{AUTHORIZATION, POLICY, ROLES};
use crate::endpoint::Guard;
use crate::failure::{Failure, Halt};
use crate::identity::Account;
use crate::pager::{self, Turn};
use crate::row::{Row, Throttles};
use crate::seen::Seen;
use crate::sink::Gone;
use crate::sweep::Sweep;

/// Calls per second that IAM is supposed to allow; AWS publishes no number.
const RATE: f64 = 15.0;

/// The most entities that a page may hold.
const MAX_ITEMS: i32 = 1000;

/// Reads all of IAM.
pub(crate) async fn read(sweep: &Sweep, account: &Account) -> Result<(), Gone> {
    let calls = [AUTHORIZATION, ROLES, POLICY].map(|call| call.action);
    if sweep.is_done(account, "global", calls) {
        return Ok(());
    }
    sweep.progress.planned([AUTHORIZATION, ROLES, POLICY].len());
    let reading = Reading::new(sweep, account);
    let authorization = async {
        let policies = reading.authorization().await?;
        reading.policies(policies).await
    };
    future::try_join(authorization, reading.roles()).await.map(|_| ())
}

struct Reading<'a> {
    sweep: &'a Sweep,
    account: &'a Account,
    client: Client,
    budget: Arc<Budget>,
    origin: Origin,
}

impl<'a> Reading<'a> {
    fn new(sweep: &'a Sweep, account: &'a Account) -> Self {
        let budget = sweep.budget(RATE);
        let mut settings = Builder::from(&account.sdk)
            .retry_partition(Sweep::retry_partition(account, "global", "iam"))
            .interceptor(Guard);
        settings.set_http_client(account.sdk.http_client().map(|client| budget.client(client)));
        let origin = Origin {
            source: AUTHORIZATION.source.as_str(),
            partition: Some(Arc::clone(&account.partition)),
            account: Some(Arc::clone(&account.id)),
            region: Some("global".into()),
            service: Some("iam".into()),
            ..Origin::default()
        };
        Self { sweep, account, client: Client::from_conf(settings.build()), budget, origin }
    }

    fn row(&self, action: &'static str) -> Arc<Row> {
        self.sweep.row(&self.account.id, "global", action)
    }

    async fn close(&self, row: &Row, end: Result<(), Halt>) -> Result<(), Gone> {
        self.sweep.close(row, self.origin.clone(), end).await
    }

    /// Users, groups, roles and policies; gives the ARNs of the policies that arrived.
    async fn authorization(&self) -> Result<Vec<String>, Gone> {
        let row = self.row(AUTHORIZATION.action);
        let delivered = RefCell::new(Seen::default());
        let policies = RefCell::new(Vec::new());
        let end = pager::drain(async |marker| {
            let request = self.client.get_account_authorization_details().set_marker(marker);
            let request = request.max_items(MAX_ITEMS).set_filter(Some(vec![
                EntityType::User,
                EntityType::Group,
                EntityType::Role,
                EntityType::LocalManagedPolicy,
            ]));
            let request = request.customize();
            let request = request
                .interceptor(Throttles::<GetAccountAuthorizationDetailsError>::of(&row).teach(&self.budget));
            let answer = request.send().await.map_err(Failure::from)?;
            let arns = answer.policies().iter().filter_map(|policy| policy.arn().map(str::to_owned));
            policies.borrow_mut().extend(arns);
            self.deliver(&row, |records| details(records, &answer, &mut delivered.borrow_mut())).await?;
            Ok(Turn { items: n_details(&answer), next: answer.marker.filter(|_| answer.is_truncated) })
        })
        .await;
        self.close(&row, end).await?;
        let mut policies = policies.into_inner();
        policies.sort_unstable();
        policies.dedup();
        Ok(policies)
    }

    /// Descriptions of roles.
    async fn roles(&self) -> Result<(), Gone> {
        let row = self.row(ROLES.action);
        let delivered = RefCell::new(Seen::default());
        let end = pager::drain(async |marker| {
            let request = self.client.list_roles().max_items(MAX_ITEMS).set_marker(marker);
            let request =
                request.customize().interceptor(Throttles::<ListRolesError>::of(&row).teach(&self.budget));
            let answer = request.send().await.map_err(Failure::from)?;
            self.deliver(&row, |records| descriptions(records, &answer, &mut delivered.borrow_mut())).await?;
            Ok(Turn { items: answer.roles.len(), next: answer.marker.filter(|_| answer.is_truncated) })
        })
        .await;
        self.close(&row, end).await
    }

    /// Descriptions and tags of policies, a few at a time.
    async fn policies(&self, arns: Vec<String>) -> Result<(), Gone> {
        let row = self.row(POLICY.action);
        let n_policies = arns.len();
        let mut answers = stream::iter(arns)
            .map(|arn| self.policy(&row, arn))
            .buffer_unordered(self.sweep.config.pace.shards.max(1));
        let mut failures: Vec<Failure> = Vec::new();
        while let Some(answer) = answers.next().await {
            match answer {
                Ok(()) => {}
                Err(Halt::Gone) => return Err(Gone),
                Err(Halt::Failed(failure)) => failures.push(failure),
            }
            if failures.last().is_some_and(|failure| failure.code == NoticeCode::AccessDenied) {
                break;
            }
        }
        let end = match failures.pop() {
            None => Ok(()),
            Some(last) if last.code == NoticeCode::AccessDenied => Err(last.into()),
            Some(mut last) => {
                last.reason = format!("{} of {n_policies} policies: {}", failures.len() + 1, last.reason);
                Err(last.into())
            }
        };
        self.close(&row, end).await
    }

    async fn policy(&self, row: &Arc<Row>, arn: String) -> Result<(), Halt> {
        let request = self.client.get_policy().policy_arn(arn).customize();
        let answer = request.interceptor(Throttles::<GetPolicyError>::of(row)).send().await;
        let policy: Option<Policy> = match answer.map_err(Failure::from) {
            Ok(answer) => answer.policy,
            // Deleted since it was listed: there is nothing left to leak.
            Err(failure) if failure.aws_code == "NoSuchEntity" => None,
            Err(failure) => return Err(failure.into()),
        };
        self.deliver(row, |records| policy.iter().for_each(|policy| records.policy_description(policy)))
            .await?;
        Ok(())
    }

    /// Sends what `fill` makes; nothing waits between filling and sending.
    async fn deliver(&self, row: &Row, fill: impl FnOnce(&mut Records<'_>)) -> Result<(), Gone> {
        let room = self.sweep.sink.room().await?;
        let mut records = Records { page: Page::new(), account: &self.origin };
        fill(&mut records);
        row.page(records.page.len());
        if !records.page.is_empty() {
            room.send(Event::Page(records.page));
        }
        Ok(())
    }
}

fn details(records: &mut Records<'_>, answer: &GetAccountAuthorizationDetailsOutput, delivered: &mut Seen) {
    let mut is_new = |arn: Option<&str>| arn.is_none_or(|arn| delivered.add(arn));
    answer.user_detail_list().iter().filter(|user| is_new(user.arn())).for_each(|user| records.user(user));
    answer
        .group_detail_list()
        .iter()
        .filter(|group| is_new(group.arn()))
        .for_each(|group| records.group(group));
    answer.role_detail_list().iter().filter(|role| is_new(role.arn())).for_each(|role| records.role(role));
    let policies = answer.policies().iter().filter(|policy| is_new(policy.arn()));
    policies.for_each(|policy| records.managed_policy(policy));
}

fn n_details(answer: &GetAccountAuthorizationDetailsOutput) -> usize {
    answer.user_detail_list().len()
        + answer.group_detail_list().len()
        + answer.role_detail_list().len()
        + answer.policies().len()
}

fn descriptions(records: &mut Records<'_>, answer: &ListRolesOutput, delivered: &mut Seen) {
    let roles = answer.roles.iter().filter(|role| delivered.add(role.arn()));
    roles.for_each(|role| records.role_description(role));
}
