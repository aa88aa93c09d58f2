//! A large document, element by element: a project for analysis has more of them than a tree in memory should hold.
//!
//! What is refused in a tree is refused here too: a document type, and what stands too deep. One piece (a text, a tag) has a length of its own
//! that it may not pass, so that no file makes this program as large as it says it is. Bytes may be UTF-8, UTF-16 or Windows-1252, as their
//! mark or their first line says.

use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::xml::DEEPEST;
use crate::xml::Names;
use crate::xml::element;

/// The most bytes of one tag, or of one text between two tags.
const LONGEST_PIECE: usize = 16 << 20;

/// How much of the beginning says how the rest is written.
const FIRST_LINE: u64 = 256;

/// What is met on the way through.
#[derive(Debug)]
pub(crate) enum Met<'m> {
    /// An element begins: its name without prefix, and its attributes.
    Begins(&'m str, &'m [(String, String)]),
    /// The last one that began and has not ended ends.
    Ends,
}

/// Why it cannot be gone through to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// It is no XML, or not all of it is there; with the byte at which that was seen.
    Broken(u64),
    /// It has a document type.
    DocumentType,
    /// Elements stand too deep, or one piece is too long.
    Large,
    /// It says that it is written in this, which is not read.
    Encoding(String),
    /// It cannot be read from where it lies.
    Unread(io::ErrorKind),
}

/// Goes through `source`, and tells `each` what is met, until it says that this is enough: with a `Stopped` of its own.
pub(crate) fn walk(source: impl Read, each: &mut dyn FnMut(Met<'_>) -> Result<(), Stopped>) -> Result<(), Stopped> {
    let mut reader = Reader::from_reader(Pieces { source: decoded(source)?, since: 0 });
    let (mut buffer, mut deep, mut met) = (Vec::new(), 0_usize, 0_usize);
    loop {
        buffer.clear();
        reader.get_mut().since = 0;
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(quick_xml::Error::Io(why)) if why.kind() == io::ErrorKind::FileTooLarge => return Err(Stopped::Large),
            // What cannot be unpacked, or is no UTF-8, is as broken as a tag that does not end.
            Err(quick_xml::Error::Io(why)) if !is_of_content(why.kind()) => return Err(Stopped::Unread(why.kind())),
            Err(_) => return Err(Stopped::Broken(reader.buffer_position())),
        };
        match event {
            Event::Start(ref start) | Event::Empty(ref start) => {
                let is_empty = matches!(event, Event::Empty(_));
                (deep, met) = (deep + usize::from(!is_empty), met + 1);
                if deep > DEEPEST {
                    return Err(Stopped::Large);
                }
                let begun = element(start, Names::Local).ok_or(Stopped::Broken(reader.buffer_position()))?;
                each(Met::Begins(&begun.name, &begun.attributes))?;
                if is_empty {
                    each(Met::Ends)?;
                }
            }
            Event::End(_) => {
                deep = deep.saturating_sub(1);
                each(Met::Ends)?;
            }
            Event::DocType(_) => return Err(Stopped::DocumentType),
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof if deep == 0 && met > 0 => return Ok(()),
            Event::Eof => return Err(Stopped::Broken(reader.buffer_position())),
        }
    }
}

fn is_of_content(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof)
}

/// What is read, as long as no piece of it is too long.
struct Pieces<R> {
    source: R,
    /// How much was taken since the last piece was whole.
    since: usize,
}

impl<R: BufRead> Read for Pieces<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.source.read(into)
    }
}

impl<R: BufRead> BufRead for Pieces<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > LONGEST_PIECE { Err(io::ErrorKind::FileTooLarge.into()) } else { self.source.fill_buf() }
    }

    fn consume(&mut self, count: usize) {
        self.since += count;
        self.source.consume(count);
    }
}

/// How bytes are written.
#[derive(Clone, Copy, Debug)]
enum Written {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
    Windows1252,
}

/// `source` as UTF-8, whatever it is written in.
fn decoded<'s>(mut source: impl Read + 's) -> Result<Box<dyn BufRead + 's>, Stopped> {
    let mut first = Vec::new();
    source.by_ref().take(FIRST_LINE).read_to_end(&mut first).map_err(|why| Stopped::Unread(why.kind()))?;
    let written = written(&first)?;
    let whole = io::Cursor::new(first).chain(source);
    Ok(match written {
        Written::Utf8 => Box::new(BufReader::new(whole)),
        Written::Utf16(_) | Written::Windows1252 => {
            Box::new(BufReader::new(Decoded { source: whole, written, odd: None, high: None, ready: io::Cursor::default() }))
        }
    })
}

/// What the first bytes say of how all are written.
fn written(first: &[u8]) -> Result<Written, Stopped> {
    match first {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => return Ok(Written::Utf16(u16::from_le_bytes)),
        [0xfe, 0xff, ..] | [0, b'<', ..] => return Ok(Written::Utf16(u16::from_be_bytes)),
        _ => {}
    }
    let line = String::from_utf8_lossy(first);
    let said = line.split_once("?>").and_then(|(line, _)| line.split_once("encoding")).map(|(_, said)| said);
    let said = said.and_then(|said| said.split(['"', '\'']).nth(1)).unwrap_or("utf-8");
    match said.to_lowercase().as_str() {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => Ok(Written::Utf8),
        // What calls itself Latin 1 is read as Windows writes it: the signs that differ are no signs there.
        "windows-1252" | "cp1252" | "iso-8859-1" | "latin1" => Ok(Written::Windows1252),
        other => Err(Stopped::Encoding(other.to_owned())),
    }
}

/// What Windows-1252 has from 0x80 to 0x9f.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Bytes that become UTF-8 while they are read.
struct Decoded<R> {
    source: R,
    written: Written,
    /// Half of a unit, of which the other half comes next.
    odd: Option<u8>,
    /// The first of two units that are one sign.
    high: Option<u16>,
    ready: io::Cursor<Vec<u8>>,
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.ready.read(into)?;
            if count > 0 || into.is_empty() {
                return Ok(count);
            }
            let mut raw = [0; 8 << 10];
            let count = self.source.read(&mut raw)?;
            if count == 0 {
                return Ok(0);
            }
            let text = self.text(raw.get(..count).unwrap_or_default());
            self.ready = io::Cursor::new(text.into_bytes());
        }
    }
}

impl<R> Decoded<R> {
    fn text(&mut self, raw: &[u8]) -> String {
        let Written::Utf16(unit) = self.written else {
            let sign = |byte: &u8| WINDOWS.get(usize::from(*byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(*byte));
            return raw.iter().map(sign).collect();
        };
        let mut units: Vec<u16> = self.high.take().into_iter().collect();
        for byte in raw {
            match self.odd.take() {
                Some(first) => units.push(unit([first, *byte])),
                None => self.odd = Some(*byte),
            }
        }
        if units.last().is_some_and(|last| (0xd800..0xdc00).contains(last)) {
            self.high = units.pop();
        }
        char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bytes: &[u8]) -> Result<Vec<String>, Stopped> {
        let (mut all, mut open) = (Vec::new(), 0_i32);
        walk(bytes, &mut |met| {
            match met {
                Met::Begins(name, attributes) => {
                    open += 1;
                    let said: Vec<String> = attributes.iter().map(|(key, value)| format!("{key}={value}")).collect();
                    all.push(format!("{name} {}", said.join(" ")));
                }
                Met::Ends => open -= 1,
            }
            Ok(())
        })?;
        assert_eq!(open, 0);
        Ok(all)
    }

    #[test]
    fn elements_are_met_in_their_order_in_whatever_the_bytes_are_written() {
        let text = "<?xml version=\"1.0\"?><!-- x --><q:a xmlns:q=\"u\"><b n=\"é€ &amp; 🙂\"/>t<![CDATA[<c>]]></q:a>";
        let expected = ["a q=u", "b n=é€ & 🙂"];
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.into()),
            wide(u16::to_le_bytes),
            marked(&[0xff, 0xfe], wide(u16::to_le_bytes)),
            marked(&[0xfe, 0xff], wide(u16::to_be_bytes)),
        ] {
            assert_eq!(names(&bytes).unwrap(), expected);
        }
        assert_eq!(names(b"<?xml version='1.0' encoding='ISO-8859-1'?><a n='\xe9\x80'/>").unwrap(), ["a n=é€"]);
        let long = format!("<a>{}</a>", "<b n='é'/>".repeat(4_000));
        let wide: Vec<u8> = long.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(names(&wide).unwrap().len(), 4_001);
    }

    #[test]
    fn what_is_broken_deep_long_or_of_a_type_is_refused() {
        for broken in ["", "text", "<a>", "<a></b>", "<a><b", "<a n='1' n='2'/>", "<a n=1/>", "<a n='&unknown;'/>"] {
            assert!(matches!(names(broken.as_bytes()), Err(Stopped::Broken(_))), "{broken}");
        }
        assert!(matches!(names(b"<a n='\xff'/>"), Err(Stopped::Broken(_))));
        assert_eq!(names(b"<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"), Err(Stopped::DocumentType));
        assert_eq!(names("<a>".repeat(DEEPEST + 1).as_bytes()), Err(Stopped::Large));
        assert_eq!(names(b"<?xml version='1.0' encoding='koi8-r'?><a/>"), Err(Stopped::Encoding("koi8-r".into())));
        for endless in ["<a>", "<a n='", "<a><!-- "] {
            let bytes = endless.as_bytes().chain(io::repeat(b' ').take(1 << 30));
            assert_eq!(walk(bytes, &mut |_| Ok(())), Err(Stopped::Large), "{endless}");
        }
    }
}
