//! tagleaks.
fn main() {}
