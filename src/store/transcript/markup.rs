//! What stands in `<` and `>` or behind an `&` in the words of subtitles and pages.

/// A piece of a text with tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Between tags.
    Text(&'t str),
    /// What stands in a tag, without its brackets.
    Tag(&'t str),
}

/// The pieces of `text`. A `<` that begins no tag is a sign like any other.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((tag, after)) = tag(rest) {
            rest = after;
            return Some(Piece::Tag(tag));
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let next = rest[first..].match_indices('<').map(|(at, _)| at + first).find(|at| tag(&rest[*at..]).is_some()).unwrap_or(rest.len());
        let (text, after) = rest.split_at(next);
        rest = after;
        Some(Piece::Text(text))
    })
}

/// How long a tag may be: what is longer is text in which a bracket stands.
const LONGEST_TAG: usize = 2_000;

/// The tag that `text` begins with, and what comes after it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('<')?;
    inside.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/' || c == '!').then_some(())?;
    let end = inside.bytes().take(LONGEST_TAG).position(|b| b == b'>')?;
    Some((&inside[..end], &inside[end + 1..]))
}

/// `text` with what stands behind an `&` as the sign it means; what means none stays.
pub(super) fn unescaped(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let name = &rest[at + 1..];
        match name.bytes().take(12).position(|b| b == b';').and_then(|end| Some((sign(&name[..end])?, end))) {
            Some((sign, end)) => {
                out.push(sign);
                rest = &name[end + 1..];
            }
            None => {
                out.push('&');
                rest = name;
            }
        }
    }
    out + rest
}

fn sign(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else { return named(name) };
    match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok().and_then(char::from_u32),
        None => number.parse().ok().and_then(char::from_u32),
    }
}

/// The names that are in use where people speak: those of the specification of WebVTT, and quotation marks.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "nbsp" | "lrm" | "rlm" => ' ',
        "quot" => '"',
        "apos" => '\'',
        "hellip" => '…',
        "ndash" => '–',
        "mdash" => '—',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_brackets() {
        let of = |text: &'static str| pieces(text).collect::<Vec<_>>();
        assert_eq!(of("a <i>b</i> < 3 <"), [Piece::Text("a "), Piece::Tag("i"), Piece::Text("b"), Piece::Tag("/i"), Piece::Text(" < 3 <")]);
        assert_eq!(of("<<b>é"), [Piece::Text("<"), Piece::Tag("b"), Piece::Text("é")]);
        assert_eq!(unescaped("&lt;b&gt; &amp;amp; &#233;&#x2026; &nope; & &#xffffffff;"), "<b> &amp; é… &nope; & &#xffffffff;");
    }
}
