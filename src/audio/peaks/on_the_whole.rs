//! How loud a take is on the whole: what stands behind the blocks of a long one, and is drawn before they are read.

use crate::domain::waveform::Level;

/// Blocks that one level of the whole stands for, and the frames those are.
pub(super) const OF_WHOLE: usize = 64;
pub(super) const SPAN_OF_WHOLE: u32 = 16_384;

/// Blocks of a take that is not long: it is read from end to end at once.
pub(super) const LONG: usize = 4_096;

/// How loud a take is on the whole, as its blocks come.
#[derive(Debug, Default)]
pub(super) struct Whole {
    /// Of blocks that make no level yet.
    blocks: Vec<Level>,
    levels: Vec<Level>,
}

impl Whole {
    /// The next block.
    pub(super) fn take(&mut self, block: Level) {
        self.blocks.push(block);
        if self.blocks.len() == OF_WHOLE {
            self.levels.extend(Level::together(&self.blocks));
            self.blocks.clear();
        }
    }

    /// What stands behind the blocks: nothing behind a few.
    pub(super) fn bytes(mut self) -> Vec<u8> {
        if self.levels.len() * OF_WHOLE + self.blocks.len() <= LONG {
            return Vec::new();
        }
        self.levels.extend(Level::together(&self.blocks));
        self.levels.iter().flat_map(|level| [level.peak, level.rms]).flat_map(u16::to_le_bytes).collect()
    }
}
