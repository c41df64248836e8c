//! Accounts in their order, some at a time.

use futures_util::{StreamExt, TryStreamExt, stream};
use model::{CallStatus, Origin};

use super::assume::{ASSUME_ROLE, assume};
use super::selector::is_wanted;
use super::tree::{Member, Tree};
use crate::Organization;
use crate::describe;
use crate::failure::Halt;
use crate::identity::Account;
use crate::sink::Gone;
use crate::sweep::{Sweep, sources};

/// Lists the organization, then reads every account that is wanted.
pub(crate) async fn read(sweep: &Sweep, manager: &Account, organization: &Organization) -> Result<(), Gone> {
    let tree = Tree::default();
    describe::read_organization(sweep, manager, &|action, item, variables| tree.add(action, item, variables))
        .await?;
    let mut members = tree.members();
    members.retain(|member| is_wanted(member, &organization.include, &organization.exclude));
    sweep.progress.planned(members.len());
    stream::iter(&members)
        .map(|member| read_member(sweep, manager, (member, organization)))
        .buffer_unordered(sweep.config.pace.accounts.max(1))
        .try_collect()
        .await
}

async fn read_member(
    sweep: &Sweep,
    manager: &Account,
    (member, organization): (&Member, &Organization),
) -> Result<(), Gone> {
    let row = sweep.row(&member.id, "global", ASSUME_ROLE);
    // What is suspended cannot be entered, and has nothing that runs.
    if !member.is_active {
        return sweep.cover(&row, CallStatus::Skipped).await;
    }
    let is_manager = member.id == manager.id;
    let account = if is_manager { Ok(manager.clone()) } else { assume(manager, member, organization).await };
    match account {
        Ok(account) => {
            sweep.cover(&row, CallStatus::Complete).await?;
            sources(sweep, &account).await
        }
        Err(failure) => {
            let origin = Origin {
                source: "sts",
                partition: Some(manager.partition.clone()),
                account: Some(member.id.clone()),
                region: Some("global".into()),
                service: Some("sts".into()),
                ..Origin::default()
            };
            sweep.close(&row, origin, Err(Halt::Failed(failure))).await
        }
    }
}
