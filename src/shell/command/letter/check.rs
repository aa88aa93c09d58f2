//! `hearback letter SESSION --check`: how plainly the letter says it, and what in it may tell whose it is.

use std::path::Path;

use serde::Serialize;

use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::plain::Cause;
use crate::domain::plain::Passage;
use crate::domain::plain::Plainness;
use crate::domain::plain::Remark;
use crate::domain::plain::Whose;
use crate::domain::plain::Yardstick;
use crate::domain::plain::checked::Checked;
use crate::domain::plain::checked::Place;
use crate::domain::plain::checked::in_sentences;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::domain::text::shown;
use crate::shell::archive::letters;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::words::message::message;
use crate::words::say;

/// What was found, for programs.
#[derive(Serialize)]
struct PlainnessShown<'a> {
    session: &'a str,
    participant: &'a str,
    language: &'a str,
    statements: usize,
    text: TextShown,
    /// The whole letter; nothing where there is none.
    letter: Option<TextShown>,
    remarks: Vec<HintShown<'a>>,
}

/// A text in numbers.
#[derive(Serialize)]
struct TextShown {
    words: usize,
    sentences: usize,
    worth: &'static str,
    figures: Vec<FigureShown>,
}

#[derive(Serialize)]
struct FigureShown {
    formula: &'static str,
    value: f64,
    hardness: &'static str,
}

#[derive(Serialize)]
struct HintShown<'a> {
    statement: StatementId,
    number: usize,
    quote: bool,
    cause: &'static str,
    /// Where in the text, in characters.
    from: usize,
    to: usize,
    words: &'a str,
    /// Words of the sentence, syllables of the word.
    count: Option<usize>,
    /// What could be written in its place.
    plain: Option<&'a str>,
    /// Where another sentence could begin, in characters.
    begin: Option<usize>,
    text: &'a str,
}

pub(crate) fn check(study: Option<&Path>, session: &str, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(session)?;
    let found = sessions::read(&folder)?;
    if !found.session.is_understood() {
        return Err(Failure::mendable(sessions::unheeded()));
    }
    let (summary, settings) = (Summary::of(&found.session), &study.settings);
    let checked = Checked::of(&summary, &settings.member_check.jargon, &settings.title);
    let edition = letters::edition(&folder, &found.session, &study, clock::wall(), found.letter_at);
    let letter = letters::document(&found.session, &study, edition, None).map(|letter| of_letter(&letter, summary.language()));
    let name = folder.name();
    if readers == For::Programs {
        return put_json(&PlainnessShown {
            session: &name,
            participant: summary.participant(),
            language: summary.language(),
            statements: checked.statements(),
            text: TextShown::of(&checked.plainness),
            letter: letter.as_ref().ok().map(TextShown::of),
            remarks: checked.remarks().map(|(place, remark)| HintShown::of(place, remark)).collect(),
        });
    }
    if checked.statements() == 0 {
        put(say!("hint-check-nothing", command = "hearback"));
        return Ok(());
    }
    tell(&checked, &summary);
    put("");
    checked.figures().iter().for_each(put);
    match letter {
        Ok(letter) => put(say!("hint-check-letter", figures = in_sentences(&letter).join("; "))),
        Err(why) => put(say!("hint-check-no-letter", why = why)),
    }
    put(say!("hint-check-hints"));
    Ok(())
}

/// What was found in each statement, the worst first.
fn tell(checked: &Checked, summary: &Summary<'_>) {
    let count = message!("hint-count", count = checked.plainness.remarks.len());
    let (participant, round, statements) = (summary.participant(), summary.round().words(), checked.statements());
    put(say!("hint-check-title", participant = participant, round = round, statements = statements, count = count));
    for (place, remark) in checked.remarks() {
        let whence = match place.whose {
            Whose::Theirs => say!("hint-check-quote", number = place.number),
            Whose::Ours | Whose::TheLetters => say!("hint-check-statement", number = place.number),
        };
        put("");
        put(format!("{whence}: {}", remark.what()));
        put(format!("    {}", shown(&marked(remark, &place.text))));
        put(format!("    {}", shown(&say!("hint-check-try", advice = remark.advice(&place.text)))));
    }
}

/// The words that are meant, between brackets in the statement; a whole statement needs none.
fn marked(remark: &Remark, text: &str) -> String {
    let (before, after) = (text.get(..remark.at.start), text.get(remark.at.end..));
    match (before, after) {
        (Some(before), Some(after)) if !before.is_empty() || after.chars().any(char::is_alphanumeric) => {
            format!("{before}[{}]{after}", remark.words(text))
        }
        _ => text.to_owned(),
    }
}

/// How hard the letter is as a whole.
fn of_letter(letter: &Document, language: &str) -> Plainness {
    let mut texts = Vec::new();
    gather(&letter.blocks, &mut texts);
    let passages: Vec<Passage<'_>> = texts.iter().map(|text| Passage::of_the_letter(text)).collect();
    Plainness::of(&passages, &Yardstick { language, ..Yardstick::default() })
}

/// What is said in sentences: not headings, boxes and lines, and not what is theirs.
fn gather(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => texts.push(text.as_str().to_owned()),
            Block::List(items) => texts.extend(items.iter().map(|item| item.as_str().to_owned())),
            Block::Statement { text, below, .. } => {
                texts.push(text.as_str().to_owned());
                gather(below, texts);
            }
            _ => {}
        }
    }
}

impl TextShown {
    fn of(plainness: &Plainness) -> Self {
        let Plainness { extent, figures, .. } = plainness;
        let shown = figures.iter().map(|figure| FigureShown {
            formula: figure.formula.word(),
            value: (figure.value * 10.0).round() / 10.0,
            hardness: figure.hardness().word(),
        });
        Self { words: extent.words, sentences: extent.sentences, worth: extent.worth().word(), figures: shown.collect() }
    }
}

impl<'a> HintShown<'a> {
    fn of(place: &'a Place, remark: &'a Remark) -> Self {
        let characters = |end: usize| place.text.get(..end).map_or(0, |text| text.chars().count());
        Self {
            statement: place.statement,
            number: place.number,
            quote: place.whose == Whose::Theirs,
            cause: remark.cause.word(),
            from: characters(remark.at.start),
            to: characters(remark.at.end),
            words: remark.words(&place.text),
            count: match remark.cause {
                Cause::LongSentence { words, .. } => Some(words),
                Cause::LongWord { syllables } => Some(syllables),
                _ => None,
            },
            plain: if let Cause::Word { plain, .. } = &remark.cause { plain.as_deref() } else { None },
            begin: if let Cause::LongSentence { end, .. } = &remark.cause { end.as_ref().map(|end| characters(end.start)) } else { None },
            text: &place.text,
        }
    }
}
