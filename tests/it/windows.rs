//! What holds for every screen whatever the size of its window: `screens.rs` takes pictures at three sizes, and asks this of each state at
//! these, in each language, drawn and plain, light and dark, with colours and without.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hearback::domain::standing::Audio;
use hearback::domain::standing::Phase;
use hearback::manual::CHAPTERS;
use hearback::shell::script::Script;
use hearback::tui::model::Screen;
use hearback::tui::model::Theme;
use hearback::tui::screen::interview::Card;
use hearback::tui::view::look::Look;
use hearback::tui::view::look::Palette;
use hearback::tui::view::look::Signs;
use hearback::words;
use hearback::words::BUILT_IN;
use unicode_width::UnicodeWidthStr;

use crate::support::tongue::in_either;

/// The smallest that an interview is held in, what is left beside a video call, the usual one, and one that fills a big screen.
const WINDOWS: [(u16, u16); 5] = [(60, 16), (67, 21), (80, 24), (120, 40), (200, 60)];

/// Asks of this state what holds in every window.
pub(crate) fn holds_in_every_window(state: &str, script: &Script) {
    let whole = words_of_big_windows(script);
    for (width, height) in WINDOWS {
        let size = format!("{state} at {width}x{height}");
        for signs in [Signs::Drawn, Signs::Plain] {
            let seen = script.screen_as(width, height, Look { signs, ..Look::default() });
            every_row_fits(&size, width, height, &seen);
            the_first_row_says_whether_it_records(&size, script, &seen);
            the_last_row_leads_to_all_keys(&size, state, script, &seen);
            assert_eq!(cut_words(&whole, &seen), Vec::<String>::new(), "{size}: cut without a sign: {seen}");
            the_question_is_whole_or_a_key_shows_the_rest(&size, state, script, &seen);
            for (palette, theme) in [(Palette::None, Theme::Normal), (Palette::Colours, Theme::Dim), (Palette::None, Theme::Dim)] {
                let otherwise = script.screen_as(width, height, dressed(palette, theme, signs));
                assert_eq!(seen, otherwise, "{size}: the words depend on how they are dressed");
            }
        }
        what_stands_out_does_so_without_colours(&size, script, width, height);
    }
}

/// So dressed, and in all else as usual.
fn dressed(palette: Palette, theme: Theme, signs: Signs) -> Look {
    let coloured = Look { palette, ..Look::default() };
    let themed = Look { theme, ..coloured };
    Look { signs, ..themed }
}

fn every_row_fits(size: &str, width: u16, height: u16, seen: &str) {
    assert_eq!(seen.split('\n').count(), usize::from(height), "{size}");
    let wide: Vec<&str> = seen.lines().filter(|row| row.width() > usize::from(width)).collect();
    assert!(wide.is_empty(), "{size}: {wide:#?}");
}

/// Whatever lies over the interview.
fn the_first_row_says_whether_it_records(size: &str, script: &Script, seen: &str) {
    let first = seen.split('\n').next().unwrap();
    assert!(!first.trim().is_empty(), "{size}: the first row says nothing: {seen}");
    let (Screen::Interview(_), Some(session)) = (&script.model().screen, script.session()) else { return };
    let state = match (session.phase(), session.audio()) {
        (Phase::OffRecord, _) => "state-off-record",
        (Phase::Interrupted, _) => "state-cut-short",
        (_, Audio::Live(_)) => "state-recording",
        (_, Audio::NotesOnly(_)) => "state-notes-only",
        (_, Audio::Lost(_)) => "state-no-audio",
        (phase, Audio::None) => panic!("{size}: what is a room that is {phase:?} and has no audio?"),
    };
    let word = words::spoken().named(state).unwrap();
    assert!(first.contains(&word), "{size}: {word} is not in: {first}");
}

/// What lies over a screen is put away by a key that stands there; from all else the palette leads to every key. While something is written
/// after the interview, its heading names the keys; the interview that was kept shows nothing but that, and any key goes on.
fn the_last_row_leads_to_all_keys(size: &str, state: &str, script: &Script, seen: &str) {
    if ["home_kept", "listen_editing", "listen_shelf", "statements_writing"].contains(&state) {
        let named = in_either(["Any key", "Enter keeps", "Enter yes"], ["Elke toets", "Enter bewaart", "Enter wel"]);
        return assert!(named.iter().any(|key| seen.contains(key)), "{size}: no key is named: {seen}");
    }
    let way = if script.model().overlay.is_some() { "Esc" } else { in_either(" more", " meer") };
    let last = seen.split('\n').next_back().unwrap();
    assert!(last.contains(way), "{size}: {way} is not in: {last}");
}

/// The words that are cut without a sign: those that neither the languages nor the manual, the guide nor a window with room for all of it
/// have, and that do not end in the sign of what goes on.
fn cut_words(whole: &BTreeSet<String>, seen: &str) -> Vec<String> {
    let mut cut = Vec::new();
    for row in seen.lines() {
        let mut rest = row;
        while let Some(from) = rest.find(char::is_alphabetic) {
            let word = rest[from..].split(|c: char| !c.is_alphabetic()).next().unwrap();
            rest = &rest[from + word.len()..];
            let is_marked = rest.starts_with('…') || rest.starts_with("...");
            if !is_marked && !whole.contains(word) && !KNOWN.contains(word) {
                cut.push(word.to_owned());
            }
        }
    }
    cut
}

/// The words of the languages and of the manual.
static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let texts = BUILT_IN.iter().map(|(_, file)| *file).chain(CHAPTERS.iter().map(|chapter| chapter.text));
    texts.flat_map(words_of).map(ToOwned::to_owned).collect()
});

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// The words of the guide, and of windows in which nothing need be cut.
fn words_of_big_windows(script: &Script) -> BTreeSet<String> {
    let big = [(400, 200), (200, 200), (120, 200)].map(|(width, height)| script.screen(width, height));
    let guide = script.session().map(|session| format!("{:?}", session.guide())).unwrap_or_default().replace("\\n", " ");
    big.iter().chain([&guide]).flat_map(|text| words_of(text)).map(ToOwned::to_owned).collect()
}

/// Unless a card or a list lies over it, or what stands there is read aloud: the question before that is still the open one.
fn the_question_is_whole_or_a_key_shows_the_rest(size: &str, state: &str, script: &Script, seen: &str) {
    let (Screen::Interview(room), Some(session)) = (&script.model().screen, script.session()) else { return };
    if script.model().overlay.is_some() || room.card() != Card::Away || ["interview_introduction", "interview_closing"].contains(&state) {
        return;
    }
    let Some((_, question)) = session.open_question().and_then(|id| session.guide().question(id)) else { return };
    let ask = question.ask.as_str();
    assert!(is_whole_or_marked(ask, seen), "{size}: {ask} is cut, and no row says which key shows the rest: {seen}");
    let unmarked: Vec<&str> = seen.lines().filter(|row| is_more_row(row) && !row.contains(':')).collect();
    assert!(unmarked.is_empty(), "{size}: there is more, and no key for it: {unmarked:#?}");
}

/// Whether all the words of a question stand there in their order, or a row that says which key shows the rest. In a wide window the guide
/// stands beside it, so that other words come in between.
fn is_whole_or_marked(ask: &str, seen: &str) -> bool {
    let mut words = words_of(seen);
    words_of(ask).all(|word| words.any(|other| other == word)) || seen.lines().any(|row| is_more_row(row) && row.contains("Ctrl-S"))
}

/// Whether a row says that there is more, beside the guide or without it.
fn is_more_row(row: &str) -> bool {
    ["  … ", "  ... "].iter().any(|sign| format!("  {row}").contains(sign))
}

/// What has a colour or is bold or reversed is still another thing than running text where there are no colours, and what is chosen or
/// warned of still has a ground of its own, in the dim theme too.
fn what_stands_out_does_so_without_colours(size: &str, script: &Script, width: u16, height: u16) {
    let look = |palette, theme| script.dress_as(width, height, dressed(palette, theme, Signs::Drawn));
    let [coloured, bare, dim] =
        [(Palette::Colours, Theme::Normal), (Palette::None, Theme::Normal), (Palette::None, Theme::Dim)].map(|(p, t)| look(p, t));
    let seen = script.screen(width, height);
    let cells = coloured.iter().flatten().zip(bare.iter().flatten()).zip(dim.iter().flatten());
    for (at, ((coloured, bare), dim)) in cells.enumerate() {
        let row = seen.split('\n').nth(at / usize::from(width)).unwrap();
        assert_eq!(coloured.is_some(), bare.is_some(), "{size}: {coloured:?} is {bare:?} without colours: {row}");
        let has_ground =
            |dress: &Option<String>| dress.as_ref().is_some_and(|dress| dress.contains("REVERSED") || dress.contains("on Some(Yellow)"));
        assert_eq!(
            (has_ground(bare), has_ground(dim)),
            (has_ground(coloured), has_ground(coloured)),
            "{size}: {coloured:?}, {bare:?}, {dim:?}: {row}"
        );
        let names_a_colour = |dress: &Option<String>| dress.as_ref().is_some_and(|dress| !dress.starts_with("Some(Reset) on Some(Reset)"));
        assert!(!names_a_colour(bare) && !names_a_colour(dim), "{size}: a colour where there are to be none: {bare:?}, {dim:?}");
    }
}

/// What looks at the pictures sees what it is there for.
#[test]
fn a_cut_word_and_a_question_without_its_end_are_seen() {
    let whole: BTreeSet<String> = words_of("an ordinary day").map(ToOwned::to_owned).collect();
    assert_eq!(cut_words(&whole, "an ordin\n│ day│"), ["ordin"]);
    assert_eq!(cut_words(&whole, "an ordin…\nan ordin..."), Vec::<String>::new());
    assert!(!is_whole_or_marked("What is an ordinary day?", "  What is an ordinary\n  Ctrl-S"));
    assert!(is_whole_or_marked("What is an ordinary day?", "  What is an ordinary\n  … Ctrl-S: 2 more lines"));
    assert!(is_whole_or_marked("What is an ordinary day?", "▶ 1 Now   What is an\n  2 Then  ordinary day?"));
}
