//! The letter type: two cuts of one face, compiled in, and the shapes that a text takes in them.
//!
//! It is DejaVu Sans, because a tired reader of eighty reads it at arm's length, and because it holds Latin, Greek, Cyrillic,
//! Hebrew, Arabic, Armenian and Georgian in one file. The machine's own fonts are never asked: the same letter is the same bytes everywhere.
//! What the face lacks (Chinese, Thai, most emoji) is a box ([`Face::lacks`]), and whoever writes the file says so.

use std::collections::BTreeSet;
use std::ops::Range;

use harfrust::BufferFlags;
use harfrust::Direction;
use harfrust::FontRef;
use harfrust::ShapeOptions;
use harfrust::ShaperData;
use harfrust::UnicodeBuffer;

/// A cut of the letter type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// For reading.
    Regular,
    /// For headings and labels.
    Bold,
}

impl Cut {
    /// Its file.
    pub(super) const fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("fonts/DejaVuSans.ttf"),
            Self::Bold => include_bytes!("fonts/DejaVuSans-Bold.ttf"),
        }
    }
}

/// A shape of the face where it stands; lengths are parts of the size it is set in.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Its number in the face.
    pub(super) id: u32,
    /// The bytes of the text that it shows.
    pub(super) text: Range<usize>,
    /// How far the next one stands from it.
    pub(super) advance: f32,
    /// How far it is moved along the line.
    pub(super) across: f32,
    /// How far it is raised.
    pub(super) up: f32,
}

/// A cut, opened.
pub(super) struct Face {
    cut: Cut,
    font: FontRef<'static>,
    tables: ShaperData,
}

impl Face {
    /// `cut`, opened; nothing where its file is no font.
    pub(super) fn open(cut: Cut) -> Option<Self> {
        let font = FontRef::new(cut.file()).ok()?;
        Some(Self { cut, tables: ShaperData::new(&font), font })
    }

    /// Which cut it is.
    pub(super) fn cut(&self) -> Cut {
        self.cut
    }

    /// `text`, all of which runs one way, as shapes from left to right.
    pub(super) fn shape(&self, text: &str, leftward: bool) -> Vec<Shape> {
        let shaper = self.tables.shaper(&self.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if leftward { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.guess_segment_properties();
        let glyphs = shaper.shape(buffer, ShapeOptions::new());
        let starts: BTreeSet<usize> = glyphs.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let em = shaper.units_per_em() as f32;
        let shape = |(info, position): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
            let start = info.cluster as usize;
            let end = starts.range(start + 1..).next().copied().unwrap_or(text.len());
            let part = |units: i32| units as f32 / em;
            let (advance, across, up) = (part(position.x_advance), part(position.x_offset), part(position.y_offset));
            Shape { id: info.glyph_id, text: start..end, advance, across, up }
        };
        glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()).map(shape).collect()
    }

    /// Where in `text` something stands that the face has no shape for.
    pub(super) fn lacks(&self, text: &str) -> Vec<usize> {
        let missing = self.shape(text, false).into_iter().filter(|shape| shape.id == 0);
        let places: BTreeSet<usize> = missing.map(|shape| shape.text.start).collect();
        places.into_iter().collect()
    }
}
