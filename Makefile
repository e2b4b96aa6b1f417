# Everything here works from a fresh clone on a machine with Python 3.11 or newer.
SHELL := /bin/bash
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DATA ?= $(or $(ONRECORD_DATA),../shared/data)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F'\t' '{printf "  make %-9s %s\n", $$1, $$2}'

# ── environments ─────────────────────────────────────────────────────────────
# Two stamps, so that `make demo` needs not wait for the tests' libraries.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Onrecord needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed requirements-dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# ── what a newcomer runs ─────────────────────────────────────────────────────

demo: $(VENV)/.installed  ## install, read the bundled story, show its record
	@$(BIN)/onrecord demo

test: $(VENV)/.developing  ## install what the tests need, and pass every one
	@command -v chromium >/dev/null || echo "No Chromium here: browser tests will be skipped by name. 'make browser' brings it."
	$(BIN)/pytest -n auto --dist loadscope $(PYTEST)

browser:  ## Chromium from Debian's packages, where that can be done
	@if command -v chromium >/dev/null; then chromium --version; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >/dev/null && chromium --version; \
	else echo "Install Chromium so that 'chromium' is on the PATH (Debian: sudo apt-get install chromium)."; exit 1; fi

# ── what a developer runs ────────────────────────────────────────────────────

check: $(VENV)/.developing  ## lint, format, types, layers, and the floors of measured quality
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m benchmarks.floors --data $(DATA)

fix: $(VENV)/.developing  ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.developing  ## every score and speed, as docs/results.md has them
	$(BIN)/python -m benchmarks --data $(DATA)

docs: $(VENV)/.developing  ## what is made from code: the JSON Schema, the commands' help, the table of the origin page
	$(BIN)/python -m docs.make

lock: $(VENV)/.developing  ## the pins anew, with hashes and no index lines
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --custom-compile-command "make lock" pyproject.toml --group dev -o requirements-dev.lock

clean:  ## remove what was built, the environment too
	rm -rf $(VENV) build dist demo-record .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help demo test browser check fix bench docs lock clean
