//! Regions, services and calls in their order.

use futures_util::{StreamExt, TryStreamExt, stream};

use super::host;
use super::reading::{Listener, Reading};
use super::table::{Call, SERVICES, Service};
use crate::identity::Account;
use crate::region::{self, Region};
use crate::sink::Gone;
use crate::sweep::Sweep;

/// Reads every service of every region, some at a time.
pub(crate) async fn read(sweep: &Sweep, account: &Account) -> Result<(), Gone> {
    let regions = region::plan(&sweep.config.regions, &account.partition);
    let places: Vec<_> = SERVICES
        .iter()
        .filter(|service| !service.is_organization)
        .flat_map(|service| places(service, &regions, &account.partition).map(move |place| (service, place)))
        .filter(|(service, place)| {
            let calls = wanted(sweep, service).map(|call| call.permission);
            !sweep.is_done(account, &place.name, calls)
        })
        .collect();
    let n_calls = places.iter().map(|(service, _)| wanted(sweep, service).count()).sum();
    sweep.progress.planned(n_calls);
    // Made when its turn comes: an account has a thousand of them.
    stream::iter(places)
        .map(|at| async { Reading::new(sweep, account, at, None).all().await })
        .buffer_unordered(sweep.config.pace.services.max(1))
        .try_collect()
        .await
}

/// Reads the organization that an account manages; `listener` hears of every item.
pub(crate) async fn read_organization(
    sweep: &Sweep,
    account: &Account,
    listener: &Listener<'_>,
) -> Result<(), Gone> {
    for service in SERVICES.iter().filter(|service| service.is_organization) {
        for place in places(service, &[], &account.partition) {
            sweep.progress.planned(wanted(sweep, service).count());
            Reading::new(sweep, account, (service, place), Some(listener)).all().await?;
        }
    }
    Ok(())
}

/// The calls of a service that this sweep makes.
pub(super) fn wanted<'s>(
    sweep: &'s Sweep,
    service: &'static Service,
) -> impl Iterator<Item = &'static Call> + 's {
    service.calls.iter().filter(|call| !call.is_optional || sweep.config.optional)
}

/// Where a service is asked: in every region, or once for all.
fn places(service: &Service, regions: &[Region], partition: &str) -> impl Iterator<Item = Place> {
    let regions = if service.is_global {
        vec![Place {
            name: "global".to_owned(),
            region: host::home(partition).to_owned(),
            may_be_disabled: false,
        }]
    } else {
        let place = |region: &Region| Place {
            name: region.name.clone(),
            region: region.name.clone(),
            may_be_disabled: region.may_be_disabled,
        };
        regions.iter().map(place).collect()
    };
    regions.into_iter()
}

/// A region, or all of them.
pub(crate) struct Place {
    /// As reports call it.
    pub(super) name: String,
    /// As signatures call it.
    pub(super) region: String,
    pub(super) may_be_disabled: bool,
}
