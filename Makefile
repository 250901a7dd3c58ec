# One command for each act, the same here and in CI. `make help` lists them.
VENV ?= .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000

# The first Python of a supported version that can make virtual environments.
SUPPORTED := import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
	$$name -c '$(SUPPORTED)' >/dev/null 2>&1 && { echo $$name; break; }; done)
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: help run test test-long check format lint types imports audit lock openapi train clean

help:
	@echo 'make run    serve Dateline on http://$(HOST):$(PORT) (HOST= and PORT= change it)'
	@echo 'make test   run all tests: unit, API, SQLite, PostgreSQL, browser'
	@echo 'make check  formatting, lint, types, import contracts, then all tests'
	@echo 'also: format, test-long, audit, lock, openapi, train, clean'

run: $(VENV)/.run
	@DATELINE_HOST=$(HOST) DATELINE_PORT=$(PORT) $(BIN)/dateline serve || [ $$? -eq 130 ]

test: $(VENV)/.dev
	@$(BIN)/python -m tests.needs
	$(BIN)/python -m pytest $(TESTS)

test-long: $(VENV)/.dev
	$(BIN)/python -m pytest -m long

check: lint types imports test

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/.dev
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }

audit: $(VENV)/.dev
	$(INSTALL) bandit pip-audit
	$(BIN)/bandit --quiet --recursive --severity-level medium app
	$(BIN)/pip-audit --strict --requirement requirements/run.txt

openapi: $(VENV)/.run
	$(BIN)/dateline openapi > openapi/openapi.json

# DATA holds the yardsticks' training parts: timebank_events.jsonl, event_time.jsonl, factuality_uw.train.jsonl.
train: $(VENV)/.dev
	@if [ -z '$(DATA)' ]; then echo 'make train DATA=FOLDER: the folder of the training texts (docs/models.md)' >&2; exit 1; fi
	$(INSTALL) --only-binary :all: --require-hashes --requirement requirements/train.txt
	$(BIN)/python -m bench.train --data $(DATA)

# The lock names versions and hashes, never where they came from.
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock: $(VENV)/.dev
	$(INSTALL) uv
	$(LOCK) --extra parquet --extra build pyproject.toml --output-file requirements/run.txt
	$(LOCK) --extra parquet --extra build --extra dev --constraint requirements/run.txt pyproject.toml \
		--output-file requirements/dev.txt
	$(LOCK) --extra parquet --extra build --extra train --constraint requirements/run.txt pyproject.toml \
		--output-file requirements/train.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.made:
	@if [ -z '$(PYTHON)' ]; then \
		echo 'Dateline needs Python 3.11, 3.12 or 3.13 with venv. On Debian: apt-get install python3 python3-venv' >&2; \
		exit 1; fi
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt pyproject.toml
	@echo 'Installing into $(VENV) (a minute or two, only when the lock changes) …'
	$(INSTALL) --only-binary :all: --require-hashes --requirement requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(INSTALL) --only-binary :all: --require-hashes --requirement requirements/dev.txt
	@touch $@
