//! Names that are the same in every export: UUIDs of version 5 (RFC 9562, 5.5), in capitals, because some readers take no others.

use sha1::Digest;
use sha1::Sha1;

/// The space in which ours lie: sixteen bytes that were drawn once.
const SPACE: [u8; 16] = [0xb9, 0x27, 0x5a, 0x0e, 0x5c, 0x8a, 0x5e, 0x3b, 0x9d, 0x4f, 0x1c, 0x62, 0x77, 0xa0, 0x4d, 0x13];

/// The name of what is called so.
pub(crate) fn guid(of: &str) -> String {
    in_space(SPACE, of)
}

fn in_space(space: [u8; 16], of: &str) -> String {
    let sum = Sha1::new().chain_update(space).chain_update(of).finalize();
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&sum[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x50;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = |part: &[u8]| part.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02X}"));
    [&bytes[..4], &bytes[4..6], &bytes[6..8], &bytes[8..10], &bytes[10..]].map(hex).join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_the_standard_has_it() {
        // RFC 9562, A.4: www.example.com in the space of names of hosts.
        let dns = [0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
        assert_eq!(in_space(dns, "www.example.com"), "2ED6657D-E927-568B-95E1-2665A8AEA6A2");
        assert_ne!(guid("a/note/1"), guid("a/note/2"));
    }
}
