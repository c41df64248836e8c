//! The program as its users run it.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod config;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod dictionary;
#[cfg(test)]
mod iac;
mod interrupt;
mod log;
mod mfa;
#[cfg(test)]
mod output;
mod policy;
#[cfg(test)]
mod program;
mod server;
