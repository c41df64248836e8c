//! Numbers of patients, of who treats them, and of what they are treated with.
//!
//! - people: [`medicare`], [`record`]
//! - providers: [`npi`], [`dea`]
//! - devices: [`udi`]

mod dea;
mod medicare;
mod npi;
mod record;
mod udi;

use super::Validator;

/// The validators of this folder by name.
pub(super) const TABLE: &[(&str, Validator)] = &[
    ("dea", dea::valid),
    ("health-record", record::valid),
    ("hicn", medicare::claim_number),
    ("npi", npi::valid),
    ("udi", udi::valid),
];
