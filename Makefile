# Every target prepares .venv by itself. Needed on the machine: Python 3.11 or newer, and make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site test test-all check fuzz roundtrip bench lint schema lock screenshot clean chromium

serve: $(READY)  ## show the site on 127.0.0.1:8000 and rebuild it when a file changes
	$(BIN)/mkdocs serve

site: $(READY)  ## build the site into site/, strictly
	$(BIN)/mkdocs build --strict

test: $(READY) lint chromium  ## run everything: unit, golden, site and browser tests
	$(BIN)/python -m pytest -n 3

test-all: $(READY) lint chromium  ## run the slow tests too: printing every guide, both builders on the shipped data
	$(BIN)/python -m pytest -n 2 -m ""

check: $(READY)  ## check the data alone
	$(BIN)/guidebook check

fuzz: $(READY)  ## feed the importer and the loader 20,000 inputs that nobody would think of
	FUZZ_CASES=4000 $(BIN)/python -m pytest tests/fuzz -p no:cacheprovider

roundtrip: $(READY)  ## say how much of each Markdown guide in FILES stands in its page, in order
	PYTHONPATH=macros $(BIN)/python tests/markdown/compare.py $(FILES)

bench: $(READY)  ## build 100, 1,000 and 4,470 generated guides beside the usual ways, and print the figures
	$(BIN)/python tests/bench/run.py

lint: $(READY)
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy

schema: $(READY)  ## export the model's schema into data/schema/
	$(BIN)/guidebook schema

lock: $(READY)  ## pin every version anew
	$(BIN)/pip-compile --quiet --all-extras --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml

screenshot: site chromium  ## make README's picture from the real site
	$(BIN)/python tests/screenshot.py

chromium:  ## put a browser for the tests on the machine, or say what is missing
	@sh tests/chromium.sh

clean:
	rm -rf .venv site site.new site.old

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
