//! Every row against the model of its service, from which the SDKs of AWS are made.

use std::path::Path;
use std::process::Command;

use crate::server::python;

#[test]
fn every_row_agrees_with_the_model_of_its_service() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(python())
        .arg("-B")
        .arg(folder.join("tests/moto/models.py"))
        .arg(folder.join("calls"))
        .output()
        .expect("python starts");
    let faults = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{faults}{}", String::from_utf8_lossy(&output.stderr));
}
