//! hearback conducts, records and member-checks semi-structured research interviews. This page is its architecture: the map, who may
//! import whom, what must never break, and where to begin reading.
//!
//! In one sentence: **[`domain`] knows the interview, [`tui`] decides, [`audio`] and [`store`] do (on a [`disk`] that may be odd), [`document`] writes, [`shell`] wires;
//! imports point inward, and a test says so** (`tests/it/architecture.rs`).
//!
//! # The map
//!
//! | layer | what it is | what it refuses |
//! |---|---|---|
//! | [`domain`] | the interview: guides, sessions, notes, codes, coverage, timeline, consent, seats, what is withheld, transcripts, clips, what is searched, what is due afterwards, summary and letter as a small tree, how plain its words are, what it rests on, and the member check: what went, what came back, what came of it; the study: who takes part and who is missing, what is counted, reported, quoted and hung on the wall; what is handed over, and what is left of what is destroyed; values and rules | files, devices, clocks, threads, the terminal |
//! | [`tui`] | what each key means ([`tui::update`]) and what the screen shows ([`tui::view`]) or tells ([`tui::plain`]) | the same: messages in, effects and cells out |
//! | [`disk`] | the ground floor: the one seam to files ([`disk::Disk`]); files made whole, held, added up; and what a weak disk cannot do | knowing what is in them |
//! | [`audio`] | devices and the threads that feed them: capture, takes and what is made of them (silence, clips, peaks), playback at any speed | knowing what an interview is; waiting for the screen |
//! | [`store`] | the study folder: journal, locks, YAML with line and column, checklists for reports, transcripts as tools write them, receipts, the index of what is searched | reading a clock; overwriting; following links |
//! | [`manual`] | what `hearback help` shows, and the pages for `man` are made of: text that is compiled in, put into lines | knowing the program, which holds it true in `tests/it/docs.rs` |
//! | [`words`] | every word that a person sees, by language: messages with values, said in the language that is spoken | knowing what they are about |
//! | `xml` | a part of a Word document, of a project for analysis, or a picture, as a small tree, read and written | knowing what it says |
//! | [`document`] | a letter, its trail, a guide on paper, a study's figures, reports and wall, what is handed over, and the page for an ethics board, in each form: values in, bytes out | opening files |
//! | [`shell`] | the command line, the loop, the clock, the signals, the recogniser that a researcher has: the only place where the parts meet | deciding |
//!
//! ```text
//!             main
//!               |
//!             shell  -------------------------------+
//!            /  |   \         \                     |
//!         tui audio  store  document                |
//!          |  |  \    /|      |                      |
//!          |  |   disk |      |                      |
//!           \ |        |     /                       |
//!             domain  <-----------------------------+
//! ```
//!
//! [`words`] may be asked for by all of them, because each of them has something to say, and asks for nothing itself. `xml` is asked by
//! the two that meet such files: `store` reads a guide, `document` writes a letter and what is handed over.
//! [`manual`] stands beside these: it imports nothing of ours, and both the shell (for `hearback help`) and the screen (under F1) may show it.
//! It is no part of `document`, because what is written there goes to people outside, and the screen may not ask for it.
//!
//! Each third-party crate that touches the world has one home, so that replacing it is a change of one file: cpal in `audio/device.rs`
//! and `audio/pulse/` (a sound server as a host of cpal's, over its protocol in the crate pulseaudio; the one line of `unsafe` is there, in
//! `data.rs`), etcetera and getrandom in `shell/identity.rs`, hound in `audio/simulated/sound.rs` (it reads) and `audio/clip.rs` (it writes what is short and new; takes
//! are written by `audio/take.rs`, because hound's writer overwrites a recording from its beginning after one failed header write and
//! wraps silently at 4 GiB), sha2 in `disk/digest.rs`, sha1 in `document/handover/guid.rs`, memchr in `store/index/`, unicode-normalization in `domain/folding.rs`, ratatui in `tui/view/`, crossterm
//! in `shell/live/terminal.rs` (bytes are read by `shell/live/terminal/reader.rs`), the YAML crate in `store/yaml.rs`,
//! Fluent in `words/mod.rs`, the TOML crate in `store/keys_file.rs`, docx-rs in `document/docx.rs`, krilla in `document/pdf/ink.rs`,
//! harfrust in `document/pdf/face.rs`, hypher and unicode-bidi in `document/pdf/paragraph.rs`, quick-xml in `xml/`, zip in a file of
//! `store/import/` (it reads), one of `document/docx/` and `shell/archive/zipped.rs` (they write), pulldown-cmark in a file of `store/import/`,
//! clap in `shell/cli.rs` and `shell/cli/` (its completions and man pages in `shell/command/packaging.rs`). (The
//! terminal guard and the script harness name ratatui's buffer and backend too: they hold the surface that `tui/view` draws on.) Clocks,
//! files, threads and printing are refused by clippy everywhere but in their homes, which open the door with a reason at the top of the
//! file.
//!
//! # What must never break
//!
//! Each of these has its test; where the name of a file stands, it is that.
//!
//! 1. `domain`, `document` and `tui` do no IO and read no clock. (`tests/it/architecture.rs`, `clippy.toml`)
//! 2. A session changes only by [`domain::session::Session::apply`]. Replaying the journal gives the same session as having lived it.
//!    (`tests/it/session.rs`, `tests/it/machine.rs`)
//! 3. Audio callbacks do not allocate, free, lock, log or touch a file. (`tests/realtime.rs`)
//! 4. A note shows as saved only after its bytes were synced. ([`store::journal`], `benches/faults/kills.rs`)
//! 5. Audio that was lost is counted, replaced by the same length of silence in its place, journaled and shown. Frame numbers keep matching
//!    the room's clock. ([`audio::capture`], `audio/tape/kept.rs`)
//! 6. Every take on disk is a playable WAV as of its last checkpoint, whatever kills the process. ([`audio::take`],
//!    `tests/laboratory/`, `benches/faults/kills.rs`)
//! 7. Only the main thread owns the [`tui::model::Model`]. Workers send reports. Nothing that saves data waits for the screen.
//! 8. Every key that does something is in [`tui::keymap::KEYMAP`]; the table is the dispatch, the footer, the help and the manual.
//!    A person's own keys are laid over it or refused with their line. (`tests/it/keymap.rs`, `tests/it/own_keys.rs`, `tests/it/docs.rs`) Keys that edit a line of text are [`tui::line`]'s and the same everywhere.
//! 9. The terminal is restored on every way out, panics included; a panic in the screen does not stop the tape from closing its file.
//!    What a panic says may hold a note and is printed nowhere. (`tests/room/ways_out.rs`, `shell/stumble.rs`)
//! 10. What is [`domain::note::Private`] cannot be given to a letter: it does not compile. ([`domain::summary`], `tests/it/letter/canary.rs`)
//! 11. A person's yes, the beginning and the end of a recording come from keys that a person pressed: nothing that a terminal, a multiplexer or
//!     a paste sends can answer for them. (`tests/it/hand.rs`, [`tui::hand`], `shell/live/terminal/reader.rs`)
//! 12. Undo takes back only what this sitting did on this screen, names it, and can be undone. (`tests/it/undo.rs`, [`domain::undo`])
//! 13. A recording is the one that was recorded, or it is said not to be wherever the session is shown: no take is attested that is not, and
//!     none of which the digest is known is altered but by what its journal says. ([`domain::recording`], `tests/it/recordings.rs`, `audio/tape/tests/digests.rs`)
//! 14. Absence is a no, and a no is one however little of it can be read; only the participant lifts one. (`tests/it/consent.rs`,
//!     `tests/it/spellings.rs`)
//! 15. What they do not want to be used, and what somebody said in a group who takes no part in it any more, is in nothing that is made of a
//!     session but its journal, its sound, and the files of a transcript as it was imported; a clip of the sound, and all sound that is handed
//!     over, is silent there. What left before is named as long as it may hold it ([`domain::outside`]). ([`domain::withheld`], [`domain::seats`], [`domain::clip`],
//!     `tests/it/hard_days.rs`, `tests/it/withheld.rs`, `tests/it/gone.rs`, `tests/it/clips.rs`, `tests/it/transcripts.rs`,
//!     `tests/it/found_said.rs`, `tests/it/evening.rs`, `tests/it/handover.rs`)
//! 16. What of a session is destroyed is destroyed in one place ([`store::destroy`]; the index for searching is written over by the same
//!     function), to the end, with a receipt, whatever comes in between; and a take in
//!     which something is made silent is, at every moment, the old one or the new one, each known to the journal by its digest and the new one
//!     proven: silence within, the old sound to the bit elsewhere. ([`shell::archive::silencing`], [`audio::take::silence`],
//!     `tests/laboratory/`, `tests/it/silencing.rs`) What is silent in a take, in a copy of it or in a clip is so in the same frames
//!     ([`domain::silenced::Cut::of`]). A copy for a recogniser is destroyed by whoever made it, where that is killed by a second process
//!     (`shell/recogniser/watch.rs`), else by whoever comes next. ([`store::lent`], `tests/it/transcripts.rs`)
//! 17. Nobody is said to have agreed with a letter who did not say yes to each of its statements; that nothing came back is written down by a
//!     person, after the last day; what comes back adds: another answer overwrites none, and an objection stands until somebody has done
//!     something about it. ([`domain::member_check`], `tests/it/member_check.rs`)
//! 18. A journal is added to and nothing else, with one exception: where notes, transcripts or all of a session are destroyed, a new one with
//!     the lines that may stay takes its place in one step, chained like any other, and what it was is written over. The intent is journaled
//!     before the first byte goes, there is one receipt without content, and whoever opens the session next goes on. Nothing of whoever wants
//!     all of it destroyed is left on this computer's disks that a search of the study and the caches could find.
//!     ([`shell::archive::destroying`], [`domain::tombstone`], [`store::journal::anew`], `tests/laboratory/`, `tests/it/destroying.rs`)
//!
//! # Two flows
//!
//! **A keypress becomes a note on disk.** The terminal's event becomes a [`tui::chord::Chord`]; the same turn reads the gauges, and
//! [`tui::msg::Msg::Key`] carries both. The first printable key stamps the line with the position of that moment. Enter asks the session
//! ([`domain::command`]) and lets the event happen; the note shows, marked unsaved; [`tui::effect::Effect::Append`] takes the event to the
//! journal's thread, which writes a line, syncs, and says so; then the mark changes to *saved*. The unfinished line is kept once a second.
//!
//! **A buffer becomes WAV bytes and a level.** The device's thread converts to 16 bits, takes the peak into an atomic, and puts whole
//! frames into a ring, owed silence first; the tape thread writes them at explicit offsets, syncs and rewrites the header on a schedule,
//! and reports. What is safe and cannot be moved any more goes into the take's digest, so that no take is read at its end; one that a crash
//! has cut is, by [`audio::take::measure`]. Where a moment lies in the recording is asked of the gauge ([`audio::gauge`]), which knows when
//! frame 0 was heard.
//!
//! A thread is a loop around a `step` that tests call by hand; the program itself can be run so ([`shell::script`]), and then a whole
//! interview takes as long as its files take to be written.
//!
//! # Where this differs from the first plan
//!
//! * Notes on the interview screen that say what was thought or seen (observations, memos) are shown as a count once they are written:
//!   the laptop stands between two people.
//! * A script to be read aloud is gone through paragraph by paragraph, because none fits a terminal of 24 rows.
//! * A journal's promise is kept by kinds: what goes wrong is never a sentence ([`domain::incident`]), an unknown kind of incident is still
//!   one, and a line that binds (what a participant no longer wants) stops what leaves a session even where nobody can read it. Numbers of
//!   lines never change, because an undo names the line it answers; salvage puts [`domain::event::Event::LineLost`] where one is gone.
//! * `--plain` is not the drawn screen in ASCII but lines that are added below each other: a screen is a list of facts, each told when it is
//!   met or has become another ([`tui::plain`], `shell/live/terminal/lines.rs`). A screen reader reads what is written, so what is drawn anew
//!   is read anew. Fields of the form are walked, and what can be chosen in one is numbered: a number for both would mean two things.
//!   The drawn ASCII screen is for terminals that have no signs.
//! * Notes keep small numbers. What makes them one of a kind across two people's journals is the session's random id (`12@id`), not the
//!   machine: the same machine may write on in both journals.
//! * Journal lines are chained by SHA-256 rather than CRC: the same few bytes also show that a line was changed on purpose.
//! * A recording gets a new ring at every start instead of the producer coming home: a late block of a released device has nowhere to go.
//!   Only where the first words are kept (`lead_in` in `study.yaml`, off unless asked for) does listening go over into recording on the
//!   same ring: from consent on, in memory, and wiped if nothing comes of it. ([`audio::recorder`])
//! * A sound server is heard through a host of our own ([`audio::pulse`]), still through cpal's interface: cpal's own sends no credentials,
//!   hears neither a move nor a kill, and costs ten times as much. The thread that waits for the server wakes the tape's, so nobody polls.
//! * Speech at another speed is stretched by our own `audio/stretch.rs`, not by the crate `wsola`, whose geometry it has: the search of that
//!   compares every place at full rate and takes nine times the CPU of `sox tempo`. (`benches/listening/`)
//! * A disk may be odd: what it cannot do is a [`disk::Weakness`], said and lived with, where it was an error ([`disk`]).
//! * What is searched lies in one file that is looked through from end to end ([`store::index`]), where an index in SQLite was meant: for what
//!   is typed first, a letter, that takes 120 to 175 ms of 200,000 notes there, and 9 here. ([`domain::findable`] says what is found,
//!   [`domain::query`] what is asked.)
//! * Syllables are counted by rules of our own (`domain/plain/syllables.rs`, which has the figures), not by hyphenation patterns.
//! * A take may be opened up: sound that turns out never to have come is silence where it is missing, and what came since moves back.
//!   Nothing is overwritten before it is safe elsewhere. ([`audio::take::Take::open_up`], `tests/laboratory/`)
//!
//! # A reading order
//!
//! [`domain::session`] and [`domain::command`] (what an interview is), [`tui::keymap`] and [`tui::screen::interview`] (what a key means),
//! [`audio`] and [`audio::recorder`] (how sound is kept), [`store::journal`] (how everything else is), `shell/live/turn.rs` and
//! `shell/live/perform.rs` (how they meet).

pub mod audio;
pub mod disk;
pub mod document;
pub mod domain;
pub mod manual;
pub mod shell;
pub mod store;
pub mod tui;
pub mod words;
mod xml;
