//! hearback
fn main() {}
