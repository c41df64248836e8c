//! Resource Groups Tagging API: all tagged resources, region by region.
//!
//! `GetResources` hands out one page after the other, and a serial pager gets about 5 pages a second where AWS
//! allows 15. Pagers that filter by service can run beside each other. But no set of filters is known to cover
//! a region: AWS refuses to filter by some of the services that it lists (`Unsupported service=…`), new services
//! appear, and there is no filter for all the rest. So a region is read twice at the same time:
//!
//! - the **whole** pager has no filter. When it is through, the region is complete: that is the proof, and no
//!   list of services has a part in it;
//! - once its first page has a successor, **shards** run beside it, a few at a time, one per service or group
//!   of services. They bring most of a large region three times sooner, and what they have brought stays
//!   brought if the whole pager breaks. They never decide that a region is complete, unless
//!   [`crate::Config::thorough`] is off.
//!
//! Whatever comes first is delivered, by ARN, and the other one leaves it out. A resource is marked as delivered
//! in the same step that sends it, so that a shard that is stopped cannot take one along.

mod read;
mod records;
mod shards;

pub(crate) use read::read;
