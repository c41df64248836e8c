//! Numbers of banks, cards, securities and wallets.
//!
//! - accounts: [`aba`], [`account`], [`bic`], [`spain`], [`france`], [`italy`]
//! - cards: [`track`], [`expiry`], [`sube`]
//! - wallets: [`bitcoin`], [`ethereum`], [`monero`], over [`base58`], [`bech32`], [`keccak`]
//! - securities: [`cusip`]

mod aba;
mod account;
mod base58;
mod bech32;
mod bic;
mod bitcoin;
mod cusip;
mod ethereum;
mod expiry;
mod france;
mod italy;
mod keccak;
mod monero;
mod spain;
mod sube;
mod track;

use super::Validator;

/// The validators of this folder by name.
pub(super) const TABLE: &[(&str, Validator)] = &[
    ("aba-routing", aba::valid),
    ("bank-account", account::valid),
    ("bic", bic::valid),
    ("bitcoin", bitcoin::valid),
    ("card-expiry", expiry::valid),
    ("card-track", track::valid),
    ("cusip", cusip::valid),
    ("ethereum", ethereum::checksummed),
    ("ethereum-any", ethereum::address),
    ("french-rib", france::valid),
    ("italian-bban", italy::valid),
    ("monero", monero::valid),
    ("spanish-ccc", spain::valid),
    ("sube", sube::valid),
];
