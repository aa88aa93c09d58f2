# `make demo` shows it, `make test` proves it; both install the system packages they need, where they may.

.PHONY: demo test lint targets bench faults install symbols

demo: ## in a terminal a rehearsal in the interview room; then a scripted interview, from set-up to letter
	@.ci/need build
	@cargo build --release --locked --quiet
	@if [ -t 0 ] && [ -t 1 ]; then cargo run --release --locked --quiet -- rehearse; fi
	cargo run --release --locked --quiet -- demo --auto

test: ## every test, those with a real sound server and a real terminal included
	@.ci/need test
	cargo test --locked --features pdf

lint: ## formatting, clippy and the documentation's links
	@.ci/need build
	cargo fmt --check
	cargo clippy --locked --all-targets --features pdf --quiet -- -D warnings
	cargo clippy --locked --quiet -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --features pdf --no-deps --document-private-items --quiet

targets: ## macOS and Windows: what compiles for them, and what works under wine; what cannot be tried here is skipped with a word
	@.ci/need build
	@.ci/targets

bench: ## hostile guides; a study of a thousand interviews; a letter beside pandoc; listening back beside sox and ffmpeg; an interview beside ffmpeg and parecord, as ratios
	@.ci/need bench
	cargo bench --locked --bench guides
	cargo bench --locked --bench many
	cargo bench --locked --bench searching
	cargo bench --locked --features pdf --bench letters
	cargo bench --locked --bench listening
	cargo bench --locked --bench interview

faults: ## everything that can happen to an interview, on purpose; beside arecord, sox and ffmpeg: target/faults.md (ROWS=kill,disk chooses)
	@.ci/need faults
	cargo bench --locked --bench faults -- $(ROWS)

install: ## `hearback` among your own programs, with letters as PDF (which take Rust 1.92; without: `cargo install --locked --path .`)
	@.ci/need build
	cargo install --locked --features pdf --path .

symbols: ## target/symbols/hearback: the same program with its symbols and source lines, for perf and gdb
	@.ci/need build
	cargo build --locked --profile symbols
