//! The places of a guide that are left open for the study to fill in, in square brackets: `[fill in the number]`.

/// What stands in square brackets in `text`: nobody says brackets aloud, and nobody rings one up.
pub(crate) fn open_places(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('[').filter_map(|(from, _)| {
        let rest = text.get(from..)?;
        let to = rest.find(']')?;
        rest.get(..=to).filter(|place| place.len() > 2)
    })
}

/// Whether there is any in `text`.
pub(crate) fn has_open_place(text: &str) -> bool {
    open_places(text).next().is_some()
}

/// `text` without them, for those whom they are not meant for.
pub(crate) fn without_open_places(text: &str) -> String {
    let bare = open_places(text).fold(text.to_owned(), |text, open| text.replace(open, ""));
    bare.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".").replace(" ,", ",")
}
