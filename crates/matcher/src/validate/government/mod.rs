//! Numbers that states give to people and companies.

pub(super) mod world;
