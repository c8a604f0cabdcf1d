# make demo   sets up, builds, runs the main job on corpora/ and prints the clusters
# make test   sets up, builds and runs every test
# make prove  holds the fast path of the tokeniser against ICU on millions of strings
# make bench  measures the stages of scoring
# make lint   checks the format of the sources and the lexicons

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE := .build/release
DEMO := .build/demo

DEBIAN := libicu-dev libxml2-dev libzip-dev zlib1g-dev libgmime-3.0-dev libsimdjson-dev libcld2-dev libreadstat-dev \
  libsqlite3-dev pkg-config
BREW := icu4c libxml2 libzip gmime simdjson readstat sqlite pkg-config

.PHONY: demo test prove bench lint format install setup clean

setup:
	@if command -v dpkg >/dev/null; then \
	  missing=$$(for p in $(DEBIAN); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	  if [ -n "$$missing" ]; then \
	    echo "installing with apt-get: $$missing"; \
	    sudo=$$( [ "$$(id -u)" = 0 ] || echo sudo ); \
	    $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $$missing >/dev/null; \
	  fi; \
	elif command -v brew >/dev/null; then \
	  missing=$$(for p in $(BREW); do brew list --versions $$p >/dev/null 2>&1 || echo $$p; done); \
	  if [ -n "$$missing" ]; then echo "installing with brew: $$missing"; brew install $$missing; fi; \
	else \
	  echo "neither apt-get nor brew is here: install ICU, libxml2, libzip, GMime, CLD2, simdjson, ReadStat and SQLite with their headers"; \
	fi

demo: setup
	$(SWIFT) build -c release --product verbatim
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(RELEASE)/verbatim ingest corpora/demo/survey corpora/demo/reviews corpora/demo/transcripts \
	  --catalog corpora/demo/catalog.csv --db $(DEMO)/demo.db
	@echo
	@$(RELEASE)/verbatim report --db $(DEMO)/demo.db --out $(DEMO)/report.html --title "Demo shop"
	@echo
	@echo "Read:    $(DEMO)/report.html"
	@echo "Ask on:  $(RELEASE)/verbatim clusters --db $(DEMO)/demo.db"
	@echo "Browse:  $(RELEASE)/verbatim serve --db $(DEMO)/demo.db --catalog corpora/demo/catalog.csv"
	@echo "         then http://127.0.0.1:8080/"

# Eight tests at a time: begun all at once they hold more than a thousand files open, and one that
# watches a clock waits for all the others.
test: setup
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 $(SWIFT) test --disable-xctest

# Every string of up to six characters and ten million random ones against ICU: some minutes.
prove: setup
	VERBATIM_EXHAUSTIVE=1 $(SWIFT) test --disable-xctest --filter TokenizerTwinTests

bench: setup
	$(SWIFT) build -c release --product verbatim-bench
	$(RELEASE)/verbatim-bench

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests lexicons
	$(SWIFT) build -c release --product verbatim
	$(RELEASE)/verbatim lexicon check

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests lexicons

install: setup
	$(SWIFT) build -c release --product verbatim
	install -d $(PREFIX)/bin $(PREFIX)/share/verbatim
	install -m 755 $(RELEASE)/verbatim $(PREFIX)/bin/verbatim
	rm -rf $(PREFIX)/share/verbatim/lexicons
	cp -R $(RELEASE)/Verbatim_VerbatimLexicons.resources $(PREFIX)/share/verbatim/lexicons
	rm -rf $(PREFIX)/share/verbatim/templates
	cp -R $(RELEASE)/Verbatim_VerbatimReport.resources/Templates $(PREFIX)/share/verbatim/templates

clean:
	rm -rf .build
