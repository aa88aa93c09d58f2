//! One file in which others are packed, written piece by piece: recordings are larger than memory.
//!
//! Texts are compressed, sound is not: it would take long and make little smaller. No dates and no owners are in it.

use std::io;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;

use zip::CompressionMethod;
use zip::DateTime;
use zip::System;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::disk::DiskFile;

/// From this size on a file in it needs the longer form of its entry.
const LARGE: u64 = 0xffff_0000;

/// A file that is written on at its end or where a size is put in later.
struct Reel<'f> {
    file: &'f mut dyn DiskFile,
    at: u64,
    long: u64,
}

impl Write for Reel<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write_all_at(bytes, self.at)?;
        self.at += bytes.len() as u64;
        self.long = self.long.max(self.at);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Reel<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.long.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// How a file lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    /// Smaller.
    Compressed,
    /// As it is, of so many bytes.
    AsItIs(u64),
}

/// The file, while it is written.
pub(crate) struct Zipped<'f>(ZipWriter<Reel<'f>>);

impl<'f> Zipped<'f> {
    /// In this new file.
    pub(crate) fn into(file: &'f mut dyn DiskFile) -> Self {
        Self(ZipWriter::new(Reel { file, at: 0, long: 0 }))
    }

    /// Begins the next file in it.
    pub(crate) fn begin(&mut self, path: &str, packing: Packing) -> io::Result<()> {
        let (method, large) = match packing {
            Packing::Compressed => (CompressionMethod::Deflated, false),
            Packing::AsItIs(bytes) => (CompressionMethod::Stored, bytes >= LARGE),
        };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::DEFAULT);
        let options = options.unix_permissions(0o600).system(System::Unix).large_file(large);
        self.0.start_file(path, options).map_err(io::Error::other)
    }

    /// Writes on in it.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    /// Ends it.
    pub(crate) fn end(self) -> io::Result<()> {
        self.0.finish().map(drop).map_err(io::Error::other)
    }
}
