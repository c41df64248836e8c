//! The rows under `calls/` against a moto server, and against the models that AWS publishes of its services.

mod account;
mod models;
mod organization;
mod rows;
mod server;
