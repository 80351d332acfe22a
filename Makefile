# Every target works alone in a fresh clone; it needs Python 3.11 or later and make, nothing else.
# Another Python: make test PYTHON=python3.12. Another folder for the environment: make test VENV=/tmp/env.

PYTHON ?= python3
VENV ?= .venv
WORKERS ?= auto
DEMO ?= example-workspace

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := --require-hashes --only-binary :all:
EXTRAS := --extra register --extra statistics --extra fetch --extra publish
COMPILE := $(VENV)-lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet

.PHONY: help demo test check spark bench messages lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1  /p' Makefile

demo: $(VENV)/.full  ## environment, install, the bundled example reviewed
	@$(BIN)/stocktake demo $(DEMO)
	@echo "Look at $(DEMO)/output/site/index.html"

test: $(VENV)/.dev  ## environment, install, all tests but the slow ones (those: ARGS="-m slow")
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

check: $(VENV)/.dev  ## format, lint, types, import contracts, house rules
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@for rule in tools/check_*.py; do echo "$$rule"; $(BIN)/python "$$rule" || exit 1; done
	@$(BIN)/python tools/messages.py --check

spark: $(VENV)/.spark  ## the tests on Apache Spark; needs Java 17
	@$(BIN)/python -m pytest -m spark $(ARGS)

messages: $(VENV)/.dev  ## the catalogues of the interface brought up to date
	@$(BIN)/python tools/messages.py

bench: $(VENV)/.dev  ## timings, with their ratio to the floor
	@for each in bench/*.py; do echo "$$each"; $(BIN)/python "$$each" || exit 1; done

lock: $(VENV)-lock/bin/uv  ## the exact versions and hashes in requirements/, anew
	@$(COMPILE) $(UPGRADE) pyproject.toml --output-file requirements/bare.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml $(EXTRAS) --constraints requirements/bare.txt --output-file requirements/full.txt
	@$(COMPILE) $(UPGRADE) --group build --output-file requirements/build.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml --extra spark --constraints requirements/full.txt --output-file requirements/spark.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml $(EXTRAS) --group build --group dev --constraints requirements/full.txt \
		--constraints requirements/build.txt --output-file requirements/dev.txt

clean:  ## remove what the other targets made
	rm -rf $(VENV) $(VENV)-lock $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/.made: tools/need_python.py
	@$(PYTHON) tools/need_python.py
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.full: $(VENV)/.made requirements/full.txt requirements/build.txt pyproject.toml
	@echo "Installing into $(VENV)"
	@$(PIP) install $(LOCKED) --requirement requirements/full.txt --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.full requirements/dev.txt
	@echo "Installing the tools of the tests into $(VENV)"
	@$(PIP) install $(LOCKED) --requirement requirements/dev.txt
	@touch $@

# PySpark alone comes as source.
$(VENV)/.spark: $(VENV)/.dev requirements/spark.txt
	@echo "Installing Spark into $(VENV)"
	@$(PIP) install $(LOCKED) --no-binary pyspark --no-build-isolation --requirement requirements/spark.txt
	@touch $@

$(VENV)-lock/bin/uv:
	@$(PYTHON) tools/need_python.py
	@$(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip --disable-pip-version-check --quiet install uv
