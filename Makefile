# Everything happens in .venv; nothing outside this folder is installed or changed.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint fmt bench eval lock schema messages

BIN := .venv/bin
STAMP := .venv/hotcart-installed
UV := $(or $(shell command -v uv 2>/dev/null),$(BIN)/uv)
PYTHONS := python3.11 python3.12 python3.13 python3

help: ## say what each target does
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

setup: $(STAMP) ## install what requirements.lock pins; nothing is started

run: setup ## talk to the demo shop, or serve it when a bot token is set
	@$(BIN)/hotcart

test: setup ## run the whole suite; ARGS="-k cart" picks tests
	@$(BIN)/pytest -q -n logical --maxprocesses 4 --dist worksteal $(ARGS)

lint: setup ## check style, types and the walls between the rooms
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fmt: setup ## put the code in its standard form
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: setup ## measure what the README claims
	@$(BIN)/python -m tests.bench $(ARGS)

EVAL_DATA ?= ../shared/data
EVAL_CASES = $(wildcard $(foreach kind,orders cart_edits out_of_scope intents dialogs,$(EVAL_DATA)/dev/$(kind).jsonl))

eval: setup ## measure understanding and draw build/eval.svg; EVAL_DATA=folder with dev/ and menus/
	@if [ ! -d "$(EVAL_DATA)/menus" ] || [ -z "$(EVAL_CASES)" ]; then \
		echo "make eval needs cases: EVAL_DATA=folder with dev/ and menus/" >&2; exit 1; fi
	@mkdir -p build
	@$(BIN)/hotcart eval --menus $(EVAL_DATA)/menus --out build/eval.jsonl \
		--bare build/eval-bare.jsonl --chart build/eval.svg $(EVAL_CASES)

schema: setup ## write down what the revisions make, with PostgreSQL 15's own pg_dump
	@$(BIN)/python -m db.schema $(or $(PG15),/usr/lib/postgresql/15/bin)

messages: setup ## bring the catalogues up to date with the sentences; ARGS=te begins a new one
	@$(BIN)/python -m bot.locales $(ARGS)

lock: setup ## resolve pyproject.toml into requirements.lock; ARGS=--upgrade moves every pin
	@$(UV) pip compile pyproject.toml --universal --python-version 3.11 --all-extras --group dev \
		--generate-hashes --no-header --quiet --output-file requirements.lock $(ARGS)

# Without uv on the machine, a uv inside .venv does the work. It does not read pip's settings
# (a private index, a certificate), so pip itself is the second try.
$(STAMP): requirements.lock pyproject.toml
	@rm -f $@
	@set -e; \
	for python in $(PYTHONS); do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
		python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo "hotcart needs Python 3.11 or newer; none of these is: $(PYTHONS)" >&2; exit 1; \
	fi; \
	if [ ! -x $(BIN)/python ]; then \
		if [ -x "$$(command -v $(UV))" ]; then $(UV) venv --quiet --python "$$python" .venv; \
		else "$$python" -m venv .venv; fi; \
	fi; \
	if [ ! -x "$$(command -v $(UV))" ]; then $(BIN)/python -m pip install --quiet uv; fi; \
	VIRTUAL_ENV=$(CURDIR)/.venv; export VIRTUAL_ENV; \
	$(UV) pip sync --quiet --require-hashes requirements.lock \
		|| $(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock; \
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .; \
	touch $@
