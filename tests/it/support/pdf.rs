//! A reader of the PDFs that are written here: what is said on the pages, in the order in which it is drawn, and what the file says of itself.
//!
//! It knows the few things that stand in them (objects, letter types with a way back to their signs, lines of signs) and fails at what it
//! does not know.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

/// An object: what it says, the same without what stands in its strings, and what it holds.
pub(crate) struct Object {
    pub(crate) told: String,
    pub(crate) bare: String,
    pub(crate) held: String,
}

/// Bytes as signs, one each.
fn as_signs(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn position(bytes: &[u8], wanted: &str) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted.as_bytes())
}

/// What the object that `bytes` begins with says, the same without what stands in its strings, and whether it holds something.
fn told(bytes: &[u8]) -> (String, String, bool) {
    let (mut at, mut bare) = (0, String::new());
    loop {
        if bytes[at..].starts_with(b"endobj") || bytes[at..].starts_with(b"stream\n") {
            return (as_signs(&bytes[..at]), bare, bytes[at] == b's');
        }
        if bytes[at] == b'(' {
            let (mut deep, mut masked) = (0, false);
            loop {
                match bytes[at] {
                    _ if masked => masked = false,
                    b'\\' => masked = true,
                    b'(' => deep += 1,
                    b')' => deep -= 1,
                    _ => {}
                }
                at += 1;
                if deep == 0 {
                    break;
                }
            }
        } else {
            bare.push(char::from(bytes[at]));
            at += 1;
        }
    }
}

/// The objects of a file by their numbers.
pub(crate) fn objects(file: &[u8]) -> BTreeMap<usize, Object> {
    const BEGINS: &str = " 0 obj\n";
    let (mut objects, mut rest) = (BTreeMap::new(), file);
    while let Some(at) = position(rest, BEGINS) {
        let number = as_signs(rest[..at].rsplit(|byte| *byte == b'\n').next().unwrap());
        rest = &rest[at + BEGINS.len()..];
        let (told, bare, stream) = told(rest);
        let mut held = Vec::new();
        if stream {
            let length = refers(&bare, "/Length ").unwrap();
            rest = &rest[told.len()..];
            rest = &rest[position(rest, "stream\n").unwrap() + "stream\n".len()..];
            let (stream, after) = rest.split_at(length);
            rest = after;
            if told.contains("/FlateDecode") {
                ZlibDecoder::new(stream).read_to_end(&mut held).unwrap();
            } else {
                held.extend_from_slice(stream);
            }
        }
        objects.insert(number.parse().unwrap(), Object { told, bare, held: as_signs(&held) });
    }
    objects
}

/// The number behind `key` in `told`.
fn refers(told: &str, key: &str) -> Option<usize> {
    told.split_once(key).map(|(_, after)| after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap())
}

/// UTF-16, its first half first.
fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16(&units).unwrap().trim_start_matches('\u{feff}').to_owned()
}

/// How long the string is that `text` begins with: digits between angles, or signs between brackets.
fn string_length(text: &str) -> usize {
    if text.starts_with('<') {
        return text.find('>').unwrap() + 1;
    }
    let (mut deep, mut masked) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if masked => masked = false,
            '\\' => masked = true,
            '(' => deep += 1,
            ')' => deep -= 1,
            _ => {}
        }
        if deep == 0 {
            return at + 1;
        }
    }
    panic!("a string without an end: {text}");
}

/// The bytes of a string.
fn string(token: &str) -> Vec<u8> {
    if let Some(digits) = token.strip_prefix('<') {
        return digits
            .trim_end_matches('>')
            .as_bytes()
            .chunks(2)
            .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
            .collect();
    }
    let (mut bytes, mut rest) = (Vec::new(), &token[1..token.len() - 1]);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c != '\\' {
            bytes.push(u8::try_from(u32::from(c)).unwrap());
            continue;
        }
        let octal = rest.bytes().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
        let (code, length) = match rest.as_bytes()[0] {
            _ if octal > 0 => (u8::from_str_radix(&rest[..octal], 8).unwrap(), octal),
            b'n' => (b'\n', 1),
            b'r' => (b'\r', 1),
            b't' => (b'\t', 1),
            b'b' => (8, 1),
            b'f' => (12, 1),
            other => (other, 1),
        };
        bytes.push(code);
        rest = &rest[length..];
    }
    bytes
}

/// What each of a font's signs says.
fn signs(map: &str) -> BTreeMap<u16, String> {
    let pair = |line: &str| {
        let (sign, says) = line.split_once("> <")?;
        Some((u16::from_str_radix(sign.strip_prefix('<')?, 16).ok()?, utf16(&string(&format!("<{says}")))))
    };
    assert!(!map.contains("beginbfrange"), "a way of writing that is not known here");
    map.lines().filter_map(pair).collect()
}

/// What stands on each page, line for line as it was drawn; the foot comes last and begins with `foot: `.
pub(crate) fn read(file: &[u8]) -> Vec<Vec<String>> {
    let objects = objects(file);
    let root = objects.values().find(|object| object.told.contains("/Type/Pages")).unwrap();
    let kids = root.told.split_once("/Kids[").unwrap().1.split_once(']').unwrap().0.replace(" 0 R", "");
    let mut pages = Vec::new();
    for kid in kids.split(' ') {
        let page = &objects[&kid.parse().unwrap()].told;
        let resources = &objects[&refers(page, "/Resources ").unwrap()].told;
        let font = |name: &str| {
            let font = &objects[&refers(resources, &format!("/{name} ")).unwrap()].told;
            signs(&objects[&refers(font, "/ToUnicode ").unwrap()].held)
        };
        let fonts: BTreeMap<&str, BTreeMap<u16, String>> =
            ["f0", "f1"].into_iter().filter(|name| resources.contains(&format!("/{name} "))).map(|name| (name, font(name))).collect();
        pages.push(lines(&objects[&refers(page, "/Contents ").unwrap()].held, &fonts));
    }
    pages
}

/// The words of a page's content: a dictionary is one, and so is a string.
fn tokens(content: &str) -> Vec<&str> {
    let (mut tokens, mut rest) = (Vec::new(), content.trim_start());
    while !rest.is_empty() {
        let end = if rest.starts_with("<<") {
            let mut at = 2;
            while !rest[at..].starts_with(">>") {
                at += if rest[at..].starts_with(['<', '(']) {
                    string_length(&rest[at..])
                } else {
                    rest[at..].chars().next().unwrap().len_utf8()
                };
            }
            at + 2
        } else if rest.starts_with(['<', '(']) {
            string_length(rest)
        } else if rest.starts_with(['[', ']']) {
            1
        } else {
            rest[1..].find(['<', '(', '/', '[', ']', ' ', '\n']).map_or(rest.len(), |end| end + 1)
        };
        tokens.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    tokens
}

/// The lines of a page's content.
fn lines(content: &str, fonts: &BTreeMap<&str, BTreeMap<u16, String>>) -> Vec<String> {
    let (mut lines, mut line, mut font, mut said) = (Vec::new(), String::new(), "", false);
    let (mut marks, mut operands): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for token in tokens(content) {
        match token {
            "Tf" => font = &operands[operands.len() - 2][1..],
            "Tj" | "TJ" if !said => {
                for drawn in operands.iter().filter(|operand| operand.starts_with(['<', '('])).map(|operand| string(operand)) {
                    line.extend(drawn.chunks(2).map(|two| fonts[font][&u16::from_be_bytes([two[0], two[1]])].as_str()));
                }
            }
            "BDC" => {
                let mark = operands[operands.len() - 1];
                if let Some((_, text)) = mark.split_once("/ActualText") {
                    line.push_str(&utf16(&string(&text[..string_length(text)])));
                    said = true;
                }
                marks.push(mark);
            }
            "EMC" => {
                let mark = marks.pop().unwrap();
                if mark.contains("/ActualText") {
                    said = false;
                } else if !line.is_empty() {
                    let begins = if mark.contains("/Footer") { "foot: " } else { "" };
                    lines.push(format!("{begins}{}", std::mem::take(&mut line)));
                }
            }
            _ if token.starts_with(|c: char| c.is_ascii_alphabetic()) => {}
            operand => {
                operands.push(operand);
                continue;
            }
        }
        operands.clear();
    }
    assert!(line.is_empty() && marks.is_empty(), "drawn outside of every mark");
    lines
}

/// The pages as one row of words, without their feet; what a word was divided by is gone.
pub(crate) fn words(file: &[u8]) -> String {
    let lines = read(file).concat();
    let rows = lines.iter().filter(|line| !line.starts_with("foot: "));
    rows.map(|line| if line.ends_with(' ') { line.clone() } else { format!("{line} ") }).collect::<String>().replace("\u{ad} ", "")
}

/// Everything in the file that somebody could find: as it lies, unpacked, and as it is read.
pub(crate) fn everything(file: &[u8]) -> String {
    let held: String = objects(file).into_values().map(|object| object.told + &object.held).collect();
    let feet: String = read(file).concat().into_iter().filter(|line| line.starts_with("foot: ")).collect();
    [as_signs(file), held, feet, words(file)].concat()
}
