//! The table that OpenAI's Whisper writes (`--output_format tsv`): a line of names, then one a passage, with tabs between its beginning and its
//! end in milliseconds and its words. A tab within the words has become a blank there.

use crate::store::transcript::clock::LONGEST;
use crate::store::transcript::said::Gathered;
use crate::store::transcript::said::Said;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;

/// Whether a file that begins with this line is one.
pub(super) fn begins(first: &str) -> bool {
    first == "start\tend\ttext"
}

/// Reads it.
pub(super) fn read(text: &str, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let lines = (1..).zip(text.lines()).skip_while(|(_, line)| !begins(line.trim())).skip(1);
    for (line, row) in lines.filter(|(_, row)| !row.trim().is_empty()) {
        let mut cells = row.splitn(3, '\t');
        let mut time = || {
            let cell = cells.next().unwrap_or_default();
            cell.trim().parse::<u64>().ok().filter(|ms| *ms <= LONGEST).ok_or_else(|| Unreadable::at(line, Why::Time(cell.to_owned())))
        };
        let (from, to) = (time()?, time()?);
        let words = cells.next().unwrap_or_default().to_owned();
        gathered.add(Said { line, from, to: Some(to), speaker: String::new(), words, goes_on: false })?;
    }
    Ok(())
}
