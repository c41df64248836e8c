//! A fake account full of tags, and the truth about what leaks in it.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::server::{Server, python};

/// Where one sensitive value stands.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Leak {
    pub(crate) arn: String,
    pub(crate) path: String,
    pub(crate) covers: String,
    pub(crate) value: String,
}

/// What was created.
#[derive(Deserialize)]
pub(crate) struct Account {
    pub(crate) planted: Vec<Leak>,
    pub(crate) resources: u64,
    pub(crate) reader: Credentials,
}

/// An access key of a user who may read tags and nothing of IAM.
#[derive(Deserialize)]
pub(crate) struct Credentials {
    pub(crate) access_key_id: String,
    pub(crate) secret_access_key: String,
}

/// Whether the server asks who calls.
#[derive(Clone, Copy)]
pub(crate) enum Permissions {
    /// Any credentials may do anything.
    Open,
    /// Signatures and policies are checked once everything is created.
    Enforced,
}

impl Account {
    /// Creates everything on a fresh server.
    pub(crate) fn plant(server: &Server, regions: &[&str], permissions: Permissions) -> Self {
        let mode = match permissions {
            Permissions::Open => "open",
            Permissions::Enforced => "enforce",
        };
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/moto/plant.py");
        let output = Command::new(python())
            // No __pycache__ in the source tree.
            .arg("-B")
            .arg(script)
            .args([server.endpoint(), "7", mode])
            .args(regions)
            .output()
            .expect("python starts");
        assert!(output.status.success(), "plant.py: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("plant.py prints the truth as JSON")
    }

    /// Services that have a leak.
    pub(crate) fn services(&self) -> Vec<&str> {
        let mut services: Vec<_> =
            self.planted.iter().filter_map(|leak| leak.arn.split(':').nth(2)).collect();
        services.sort_unstable();
        services.dedup();
        services
    }
}
