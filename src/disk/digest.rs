//! SHA-256, as bytes are read or written: the only place that names who computes it.

use std::io;

use sha2::Digest;
use sha2::Sha256;

use crate::disk::DiskFile;

/// A sum that is still growing.
#[derive(Clone, Debug, Default)]
pub struct Sum(Sha256);

impl Sum {
    /// The next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The sum of all that was fed.
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// The sum of these parts, one after the other.
pub fn of(parts: &[&[u8]]) -> [u8; 32] {
    let mut sum = Sum::default();
    for part in parts {
        sum.feed(part);
    }
    sum.finish()
}

/// The sum of all of `file`, however large that is.
pub fn of_file(file: &dyn DiskFile) -> io::Result<[u8; 32]> {
    of_file_from(file, 0)
}

/// The same; `told` is told of each piece that was read, and may end it.
pub fn of_file_telling(file: &dyn DiskFile, told: &mut dyn FnMut(u64) -> io::Result<()>) -> io::Result<[u8; 32]> {
    summed(file, 0, told)
}

/// The sum of what stands in `file` from this byte on.
pub fn of_file_from(file: &dyn DiskFile, at: u64) -> io::Result<[u8; 32]> {
    summed(file, at, &mut |_| Ok(()))
}

fn summed(file: &dyn DiskFile, mut at: u64, told: &mut dyn FnMut(u64) -> io::Result<()>) -> io::Result<[u8; 32]> {
    let (mut sum, mut piece) = (Sum::default(), vec![0; 1 << 20]);
    loop {
        let count = file.read_at(&mut piece, at)?;
        if count == 0 {
            return Ok(sum.finish());
        }
        sum.feed(&piece[..count]);
        at += count as u64;
        told(count as u64)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_the_whole() {
        // The example of FIPS 180-2, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let hex: String = of(&[b"a", b"bc"]).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        assert_eq!(hex, abc);
        assert_eq!(of(&[b"abc"]), of(&[b"a", b"b", b"c"]));
    }
}
