//! A guide on paper, for the day the laptop fails: what is read aloud, and boxes for what is otherwise a key.
//!
//! [`Sheet::of`] puts a guide into the order in which it is used, in the words of the guide's own language: the lines to fill in, the
//! introduction, the consent items with a yes and a no, the topics with their questions, the closing, and what to do when it becomes too much.
//! What is handed to the participant (a card, a vignette) lies on a page of its own, with nothing beside it. Nothing of it is guessed from a
//! session: it is blank, and holds a code and no name.

mod html;
mod markdown;
pub mod sheet;

use crate::document::handout::sheet::Sheet;

/// What a guide on paper can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    /// CommonMark.
    Markdown,
    /// A page that carries its own style and asks nothing of the network.
    Html,
}

/// `sheet` in this form, as UTF-8.
pub fn write(sheet: &Sheet, form: SheetFormat) -> Vec<u8> {
    match form {
        SheetFormat::Markdown => markdown::write(sheet),
        SheetFormat::Html => html::write(sheet),
    }
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use html5gum::Token;
    use html5gum::Tokenizer;
    use html5gum::emitters::default::DefaultEmitter;
    use pulldown_cmark::Event;
    use pulldown_cmark::Options;
    use pulldown_cmark::Parser;
    use pulldown_cmark::Tag;

    use super::*;
    use crate::domain::coverage::state::Coverage;
    use crate::domain::guide::After;
    use crate::domain::guide::Choice;
    use crate::domain::guide::Guide;
    use crate::domain::guide::Id;
    use crate::domain::guide::Priority;
    use crate::domain::guide::Round;
    use crate::domain::guide::care::Distress;
    use crate::domain::guide::tests::small;
    use crate::domain::letter::tree::Text;
    use crate::words::Words;

    /// The small guide with one of everything, and `text` in every place that takes text.
    fn everywhere(text: &str) -> Guide {
        let mut guide = small();
        let text = || text.to_owned();
        (guide.title, guide.introduction, guide.closing) = (text(), text(), text());
        guide.consent.iter_mut().for_each(|item| item.say = text());
        for topic in &mut guide.topics {
            (topic.title, topic.say, topic.instruct, topic.show) = (text(), Some(text()), Some(text()), Some(text()));
            for question in &mut topic.questions {
                (question.ask, question.instruct, question.show) = (text(), Some(text()), Some(text()));
                question.choices = vec![Choice { code: "1".into(), say: text() }];
                question.probes.iter_mut().for_each(|probe| probe.ask = text());
            }
        }
        let lines = || vec![text(), text()];
        guide.distress = Some(Distress { signs: lines(), steps: lines(), support: lines(), ..Distress::default() });
        guide
    }

    fn written(guide: &Guide, form: SheetFormat) -> String {
        String::from_utf8(write(&Sheet::of(guide, None, Words::english()), form)).unwrap()
    }

    /// What a reader of CommonMark with every extension finds as text.
    fn read_markdown(text: &str) -> String {
        let mut read = String::new();
        for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => read.push_str(&text),
                Event::Start(
                    Tag::Heading { .. } | Tag::Paragraph | Tag::Item | Tag::List(_) | Tag::Strong | Tag::Emphasis | Tag::BlockQuote(None),
                ) => {}
                Event::End(_) => read.push('\n'),
                Event::SoftBreak => read.push(' '),
                other => panic!("not of ours: {other:?} in\n{text}"),
            }
        }
        read
    }

    /// What a reader of HTML finds as text. Tags and attributes that we do not write, comments, and errors of form all fail.
    fn read_html(text: &str) -> String {
        const OURS: &str = "html lang|head|meta charset|meta content name|title|style|body|main|h1 dir|h2|h3|p|p class|p dir|p class dir|b|ul class role|\
                            ul|ol|li|li dir|table|thead|tbody|tr|tr class|th scope|th colspan dir scope|td|td colspan|td class colspan|span|span class|section class|\
                            div|div class";
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut read = String::new();
        for token in Tokenizer::new_with_emitter(text, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let mut names: Vec<String> = tag.attributes.keys().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
                    names.sort();
                    let shape = [vec![String::from_utf8_lossy(&tag.name).into_owned()], names].concat().join(" ");
                    assert!(OURS.split('|').any(|ours| ours == shape), "not of ours: <{shape}>");
                }
                Token::String(text) => read.push_str(std::str::from_utf8(&text).unwrap()),
                Token::EndTag(_) => read.push('\n'),
                Token::Doctype(_) => {}
                other @ (Token::Comment(_) | Token::Error(_)) => panic!("not of ours: {other:?}"),
            }
        }
        read
    }

    #[test]
    fn hostile_text_stays_text() {
        const HOSTILE: &[&str] = &[
            "<script>alert(1)</script>",
            "</title></style><img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "&lt;b&gt; &amp;amp; &copy",
            "[x](javascript:alert(1)) ![y](https://example.org/p.png)",
            "[^1] [[wiki]] [ ] task",
            "# heading # {#id}",
            "- item",
            "1. one",
            "---",
            "***",
            "___",
            "`code` *a* **b** _c_ ~~f~~ ^g^ ==h== $x$",
            "| a | b |",
            "back\\slash \\* and one at the end \\",
            "\u{202e}txet desrever\u{202c} \u{1b}[31m",
            "trailing _",
            "مرحبا שלום 你好",
        ];
        for hostile in HOSTILE {
            let guide = everywhere(hostile);
            let line = Text::new(hostile);
            for (format, read) in [(SheetFormat::Markdown, read_markdown as fn(&str) -> String), (SheetFormat::Html, read_html)] {
                let read = read(&written(&guide, format));
                // Title, both scripts, two consent items, two topics with a bridge each, three questions, three probes, six lines
                // for distress, five cards, five remarks and three answers.
                let count = read.matches(line.as_str()).count();
                assert!(count >= 33, "{format:?} of {hostile:?}: {count}\n{read}");
            }
        }
    }

    #[test]
    fn a_guide_on_paper_has_its_words_boxes_and_lines() {
        let mut guide = small();
        guide.rounds = vec![Round::First, Round::FollowUp];
        guide.topics[1].say = Some("Now about your body.".into());
        guide.topics[1].questions[1].when.round = Some(Round::FollowUp);
        guide.distress =
            Some(Distress { signs: vec!["Tears.".into()], steps: vec!["Stop.".into(), "Wait.".into()], ..Distress::default() });
        guide.consent[1].instruct = Some("Wait for a yes.".into());
        let question = &mut guide.topics[1].questions[0];
        question.priority = Priority::Key;
        question.instruct = Some("Give time.".into());
        question.show = Some("Where do you feel it?\n\nPoint at it.".into());
        question.choices = [("1", "never"), ("2", "often")].map(|(code, say)| Choice { code: code.into(), say: say.into() }).to_vec();
        question.probes[0].when.after = Some(After { question: Id::new("day"), was: vec![Coverage::Volunteered], chose: vec![] });
        guide.topics[1].questions[1].priority = Priority::Optional(1);
        guide.topics[1].questions[1].when.after = Some(After { question: Id::new("tension"), was: vec![], chose: vec!["2".into()] });
        insta::assert_snapshot!("handout_md", written(&guide, SheetFormat::Markdown));
        insta::assert_snapshot!("handout_html", written(&guide, SheetFormat::Html));
    }

    #[test]
    fn a_round_has_its_own_questions_and_the_form_speaks_the_language_of_the_guide() {
        let mut guide = small();
        guide.rounds = vec![Round::First, Round::FollowUp];
        guide.topics[0].questions[0].when.round = Some(Round::FollowUp);
        let of = |round| String::from_utf8(write(&Sheet::of(&guide, round, Words::dutch()), SheetFormat::Markdown)).unwrap();
        let (first, later, all) = (of(Some(Round::First)), of(Some(Round::FollowUp)), of(None));
        assert!(!first.contains("ordinary day") && !first.contains("Opening") && first.contains("**1. What have you noticed"), "{first}");
        assert!(later.contains("What does a day look like?") && !later.contains("alleen in"), "{later}");
        assert!(
            all.contains("*[alleen in een vervolginterview]*")
                && all.contains("☐ gesteld  ☐ deels  ☐ zelf gezegd  ☐ later terug  ☐ overgeslagen"),
            "{all}"
        );
        assert!(all.contains("- ☐ ja ☐ nee   May I record?"), "{all}");
    }
}
