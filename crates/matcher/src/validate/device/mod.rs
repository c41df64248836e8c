//! Numbers and addresses of things that one person carries, drives or dials in from, and where they are.
//!
//! - phones: [`imei`], [`sim`]
//! - networks: [`ip`], [`mac`]
//! - vehicles and places: [`vin`], [`coordinates`]

mod coordinates;
mod imei;
mod ip;
mod mac;
mod sim;
mod vin;

use super::Validator;

/// The validators of this folder by name.
pub(super) const TABLE: &[(&str, Validator)] = &[
    ("coordinate", coordinates::single),
    ("coordinates", coordinates::pair),
    ("iccid", sim::iccid),
    ("imei", imei::valid),
    ("imsi", sim::imsi),
    ("mac-of-device", mac::universal),
    ("mac", mac::any),
    ("public-ip", ip::public),
    ("vin", vin::valid),
];
