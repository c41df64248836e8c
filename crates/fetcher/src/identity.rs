//! Whose account it is.

use std::sync::Arc;

use aws_config::SdkConfig;
use aws_sdk_sts::Client;
use aws_sdk_sts::config::Builder;
use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityError;
use model::{NoticeCode, Origin};

use crate::call::IDENTITY;
use crate::endpoint::Guard;
use crate::failure::{Failure, Halt};
use crate::refused::Refused;
use crate::row::{Row, Throttles};
use crate::sink::Gone;
use crate::sweep::Sweep;

/// An account, and the credentials to read it with.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub(crate) id: Arc<str>,
    pub(crate) partition: Arc<str>,
    pub(crate) sdk: SdkConfig,
}

/// Asks STS; `None` after a notice where it does not say.
pub(crate) async fn ask(sweep: &Sweep) -> Result<Option<Account>, Gone> {
    sweep.progress.planned(1);
    let region = sweep.sdk.region().map_or("us-east-1", |region| region.as_ref());
    let row = sweep.row(&"unknown".into(), region, IDENTITY);
    match get(sweep, &row).await {
        Ok(account) => {
            let named = sweep.row(&account.id, region, IDENTITY);
            named.page(0);
            sweep.close(&named, Origin::default(), Ok(())).await?;
            Ok(Some(account))
        }
        Err(failure) => {
            let origin = Origin {
                source: "sts",
                region: Some(region.into()),
                service: Some("sts".into()),
                ..Origin::default()
            };
            sweep.close(&row, origin, Err(Halt::Failed(failure))).await?;
            Ok(None)
        }
    }
}

async fn get(sweep: &Sweep, row: &Arc<Row>) -> Result<Account, Failure> {
    let client =
        Client::from_conf(Builder::from(&sweep.sdk).interceptor(Guard).retry_classifier(Refused).build());
    let request = client.get_caller_identity().customize();
    let answer = request.interceptor(Throttles::<GetCallerIdentityError>::of(row)).send().await;
    let answer = answer.map_err(|error| not_allowed(error.into()))?;
    match (answer.account(), answer.arn()) {
        (Some(account), Some(arn)) => {
            let partition = arn.split(':').nth(1).unwrap_or("aws");
            Ok(Account { id: account.into(), partition: partition.into(), sdk: sweep.sdk.clone() })
        }
        _ => Err(Failure {
            code: NoticeCode::ServiceError,
            aws_code: String::new(),
            reason: "the answer names no account".to_owned(),
        }),
    }
}

/// Whoever has credentials that work may ask who he is, so a refusal is about the credentials.
fn not_allowed(failure: Failure) -> Failure {
    let is_refused = failure.code == NoticeCode::AccessDenied;
    Failure { code: if is_refused { NoticeCode::Credentials } else { failure.code }, ..failure }
}
