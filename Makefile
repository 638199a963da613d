# Everything that is done with this project, each by one word. `make help` lists them.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
TESTS ?=

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

.PHONY: play
play: $(VENV)/.play ## play; sets everything up first
	@$(BIN)/quizgame

.PHONY: test
test: $(VENV)/.test ## run the tests; sets everything up first
	@$(BIN)/pytest -q -n 2 --dist worksteal $(TESTS)

.PHONY: check
check: lint types contracts banks test bench ## everything that CI checks

.PHONY: lint
lint: $(VENV)/.test ## style of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

.PHONY: types
types: $(VENV)/.test ## types of the code, strictly
	@$(BIN)/mypy

.PHONY: contracts
contracts: $(VENV)/.test ## imports run one way
	@$(BIN)/lint-imports

.PHONY: banks
banks: $(VENV)/.test ## the question banks that ship with the game
	@$(BIN)/quizgame check --strict question_banks

.PHONY: format
format: $(VENV)/.test ## mend the style of the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: bench
bench: $(VENV)/.test ## measure speed, as ratios to a floor in the same run
	@$(BIN)/pytest -q -s tests/benchmarks -m benchmark

.PHONY: pins
pins: $(VENV)/.test ## write the versions of this environment to constraints.txt
	@$(BIN)/pip freeze --exclude-editable | sort -f > constraints.txt

.PHONY: clean
clean: ## remove what was set up; saves stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "quizgame needs Python 3.11 or newer; name one with: make PYTHON=python3.12 play")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.play: $(VENV)/bin/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/bin/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.play
