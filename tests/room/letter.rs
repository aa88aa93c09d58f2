//! A letter in a real terminal.

use crate::support::in_company;
use crate::support::study::Study;

#[test]
fn a_file_for_word_is_not_poured_over_a_terminal() {
    let _company = in_company();
    let study = Study::without_sound_server();
    let window = study.window(&["letter", "P01", "--format", "docx"]);
    window.wait_for_words("a docx file is no text for a screen: say with `--out FILE` where it goes");
    window.wait_for_end();
}
