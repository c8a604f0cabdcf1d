# make demo   sets up, builds, runs the main job on corpora/ and prints the clusters
# make test   sets up, builds and runs every test
# make prove  holds the fast path of the tokeniser against ICU on millions of strings
# make bench  measures the stages of scoring
# make lint   checks the format of the sources and the lexicons
# make fuzz TARGET=mail SECONDS=600   feeds a reader damaged input; see VerbatimIngest's Fuzzing.md

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE := .build/release
DEMO := .build/demo
TARGET ?= mail
SECONDS ?= 600
FUZZ := .build-fuzz

DEBIAN := libicu-dev libxml2-dev libzip-dev zlib1g-dev libgmime-3.0-dev libsimdjson-dev libcld2-dev libreadstat-dev \
  libsqlite3-dev pkg-config
BREW := icu4c libxml2 libzip gmime simdjson readstat sqlite pkg-config

# What each target of the fuzzer begins with; samples are used where they are.
SAMPLES := ../shared/samples
SEEDS_delimited := corpora/formats corpora/demo/survey $(SAMPLES)/csv-torture $(SAMPLES)/qualtrics
SEEDS_json := corpora/formats $(SAMPLES)/json-torture
SEEDS_spreadsheet := corpora/formats/xlsx $(SAMPLES)/xlsx $(FUZZ)/parts/spreadsheet
SEEDS_mail := corpora/demo/transcripts $(SAMPLES)/eml $(SAMPLES)/mbox
SEEDS_captions := corpora/formats/srt $(SAMPLES)/srt $(SAMPLES)/webvtt
SEEDS_conversations := corpora/formats $(SAMPLES)/dialogue $(SAMPLES)/transcribe-call-analytics
SEEDS_chat := corpora/formats/whatsapp corpora/formats/zendesk-messaging corpora/demo/transcripts \
  $(SAMPLES)/whatsapp $(FUZZ)/parts/chat
SEEDS_html := $(SAMPLES)/schema-org $(SAMPLES)/microformats corpora/demo/reviews
SEEDS_json-ld := $(SAMPLES)/schema-org $(SAMPLES)/microformats
SEEDS_feed := corpora/formats $(SAMPLES)/feeds $(SAMPLES)/feeds-encoding $(SAMPLES)/google-feeds
SEEDS_merchant-feed := corpora/formats/google-merchant $(SAMPLES)/google-feeds
SEEDS_web-archive := corpora/formats/web-archives
SEEDS_saved-page := corpora/formats/saved-pages
SEEDS_profile := corpora/fuzz/profile
# Words of a format for a target whose dictionary has another's name.
DICT_merchant-feed := feed

.PHONY: demo test prove bench lint format fuzz install setup clean

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
# watches a clock waits for all the others. One arena: Foundation's Process copies whole entries of
# /proc/self/fd, over the end of the buffer of the last one; at the end of an arena that is a crash.
test: setup
	MALLOC_ARENA_MAX=1 SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 $(SWIFT) test --disable-xctest

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

# Both sanitizers in one flag: of two flags the compiler takes the last, and coverage may be lost.
# The parts of workbooks and of Slack's archives are seeds too: a change inside a deflated archive
# reaches no reader.
fuzz: setup
	VERBATIM_FUZZ=1 $(SWIFT) build --scratch-path $(FUZZ) -c release --product verbatim-fuzz \
	  -Xswiftc -sanitize=fuzzer,address \
	  -Xcc -fsanitize=fuzzer-no-link,address -Xcxx -fsanitize=fuzzer-no-link,address
	@mkdir -p $(FUZZ)/corpus/$(TARGET) $(FUZZ)/findings $(FUZZ)/parts/chat $(FUZZ)/parts/spreadsheet
	@for zip in corpora/formats/xlsx/*.xlsx $(SAMPLES)/xlsx/*.xlsx; do \
	  [ ! -f $$zip ] || unzip -p $$zip 'xl/worksheets/*.xml' \
	    > $(FUZZ)/parts/spreadsheet/$$(basename $$zip).xml 2>/dev/null || true; done
	@for zip in corpora/formats/slack/*.zip $(SAMPLES)/slack/*.zip; do \
	  [ ! -f $$zip ] || unzip -p $$zip '*/20*.json' \
	    > $(FUZZ)/parts/chat/$$(basename $$zip).json 2>/dev/null || true; done
	SWIFT_BACKTRACE=enable=no VERBATIM_FUZZ_TARGET=$(TARGET) $(FUZZ)/release/verbatim-fuzz $(FUZZ)/corpus/$(TARGET) \
	  $(wildcard $(SEEDS_$(TARGET))) \
	  $(addprefix -dict=,$(wildcard $(addprefix corpora/fuzz/,$(addsuffix .dict,$(or $(DICT_$(TARGET)),$(TARGET)))))) \
	  -max_total_time=$(SECONDS) -max_len=4096 -timeout=10 -report_slow_units=1 \
	  -rss_limit_mb=3072 -print_final_stats=1 -artifact_prefix=$(FUZZ)/findings/$(TARGET)-

install: setup
	$(SWIFT) build -c release --product verbatim
	install -d $(PREFIX)/bin $(PREFIX)/share/verbatim
	install -m 755 $(RELEASE)/verbatim $(PREFIX)/bin/verbatim
	rm -rf $(PREFIX)/share/verbatim/lexicons
	cp -R $(RELEASE)/Verbatim_VerbatimLexicons.resources $(PREFIX)/share/verbatim/lexicons
	rm -rf $(PREFIX)/share/verbatim/templates
	cp -R $(RELEASE)/Verbatim_VerbatimReport.resources/Templates $(PREFIX)/share/verbatim/templates

clean:
	rm -rf .build $(FUZZ)
