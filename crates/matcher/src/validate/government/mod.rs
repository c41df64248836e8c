//! Numbers that states give to people and companies.

pub(super) mod europe;
pub(super) mod world;
