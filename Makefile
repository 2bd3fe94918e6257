# One command for all: `make check`. It needs the development install of CONTRIBUTING.md.
PYTHON ?= .venv/bin/python

.PHONY: check format lint types test develop

check: lint types test

develop:  ## make .venv with the package linked to this checkout
	python3 -m venv .venv
	$(PYTHON) -m pip install -e '.[dev]' --config-settings editable_mode=strict

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

lint:
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest
