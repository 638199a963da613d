# Everything that is done with this project, each by one word. `make help` lists them.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
TESTS ?=
ARGS ?=

QUICK := tests/banks tests/game tests/learning tests/session tests/wording tests/test_architecture.py tests/test_places.py
NEEDS := quizgame needs Python 3.11 or newer; name one with: make PYTHON=python3.12 play
FAILED := The set-up did not work, for the reason above. Run the same command again once it is mended.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
WORKS := $(BIN)/quizgame --version >/dev/null

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

.PHONY: play
play: $(VENV)/.play ## play; sets everything up first; options go into ARGS="--topics ..."
	@$(BIN)/quizgame $(ARGS)

.PHONY: test
test: $(VENV)/.test ## run the tests; sets everything up first
	@$(BIN)/pytest -q -n 2 --dist worksteal $(TESTS)

.PHONY: quick
quick: $(VENV)/.test ## the tests that a change of rules or banks needs, in half a minute
	@$(BIN)/pytest -q -n 2 --dist worksteal --hypothesis-profile=quick -m "not thorough and not benchmark" $(QUICK)

.PHONY: long
long: $(VENV)/.test ## the tests by chance, many times as often: before a release
	@$(BIN)/pytest -q -n 2 --dist worksteal --hypothesis-profile=long $(TESTS)

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
	@$(BIN)/pytest -q -s tests/benchmarks -m benchmark $(ARGS)

.PHONY: pictures
pictures: $(VENV)/.test ## every screen in five sizes and four themes, to pictures/; ARGS="--readme" those of the README
	@$(BIN)/python -m tests.pictures $(ARGS)

# Other programs' own code, each run in a process of its own. A test whose client can't be installed says so.
GROUP := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["interop"])
NODE_CLIENTS := gift-pegjs@1.0.2 @citolab/qti-components@7.27.4

.PHONY: interop
interop: $(VENV)/.interop ## let other programs read our files, and read theirs
	@$(BIN)/pytest -q -rs -m interop tests/interop

$(VENV)/.interop: $(VENV)/.test
	@rm -rf $(VENV)/interop && mkdir -p $(VENV)/interop
	@echo "Installing other programs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --target $(VENV)/interop/python $$($(BIN)/python -c '$(GROUP)') || echo "These could not be installed: their tests are left out." >&2
	@npm install --silent --no-audit --no-fund --prefix $(VENV)/interop $(NODE_CLIENTS) || echo "$(NODE_CLIENTS) could not be installed: its tests are left out." >&2
	@touch $@

.PHONY: pins
pins: $(VENV)/.test ## write the versions of this environment to constraints.txt
	@$(BIN)/pip freeze --exclude-editable | sort -f > constraints.txt

.PHONY: clean
clean: ## remove what was set up; saves stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# A step counts as done when it has left a file, and it leaves one only when its result works. The first file holds the
# folder that everything was made for: an environment that was moved, or whose Python has gone, is made anew.
ifneq ($(wildcard $(VENV)/.made),)
ifneq ($(shell $(BIN)/python -m pip --version >/dev/null 2>&1 && cat $(VENV)/.made),$(CURDIR))
$(shell rm -f $(VENV)/.made)
endif
endif

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. $(NEEDS)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is too old. $(NEEDS)" >&2; exit 1; }
	@echo "Setting up, about half a minute ..."
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip --version >/dev/null || { rm -rf $(VENV); echo "$(FAILED)" >&2; exit 1; }
	@echo "$(CURDIR)" > $@

$(VENV)/.play: $(VENV)/.made pyproject.toml constraints.txt
	@rm -f $@
	@echo "Installing what the game needs ..."
	@$(PIP) -e '.[formats]' && $(WORKS) || { echo "$(FAILED)" >&2; rm -f $(VENV)/.made; exit 1; }
	@touch $@

$(VENV)/.test: $(VENV)/.made pyproject.toml constraints.txt
	@rm -f $@
	@echo "Installing what the tests need ..."
	@$(PIP) -e '.[formats,dev]' && $(WORKS) && $(BIN)/pytest --version >/dev/null || { echo "$(FAILED)" >&2; rm -f $(VENV)/.made; exit 1; }
	@touch $@ $(VENV)/.play
