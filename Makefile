# Two commands do all the set-up: `make status` and `make test`.

# The first Python of 3.11 or later that runs.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP = .venv/bin/python -m pip install --quiet --disable-pip-version-check

.PHONY: status test lint types layers wheel docs bench score clean

status: .venv/installed  ## the agenda of the real ledger in data/
	@.venv/bin/dipltrack --ledger data due

test: .venv/tested  ## all tests
	.venv/bin/python -m pytest --numprocesses 2 --quiet

lint: .venv/tested
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .

types: .venv/tested
	.venv/bin/mypy

layers: .venv/tested
	.venv/bin/lint-imports

wheel: .venv/tested  ## the built wheel, alone in an environment of its own, runs the first command
	rm -rf build/wheel && mkdir -p build/wheel
	.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/wheel .
	.venv/bin/python -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet --disable-pip-version-check build/wheel/*.whl
	build/wheel/venv/bin/dipltrack --ledger data due > build/wheel/agenda.txt
	test -s build/wheel/agenda.txt

docs: .venv/tested  ## writes the generated pages anew
	.venv/bin/python -m tests.docs.generate

SIZES = 1000 10000 100000
bench: .venv/tested build/bench/dipltrack  ## how fast it is, beside taskwarrior and todoman: docs/speed.md says how
	.venv/bin/python -m benchmarks.speed $(SIZES)

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "dipltrack needs Python 3.11 or later: install it, or make PYTHON=/path/to/python3"; exit 1; }
	@echo "Making .venv and installing (once) ..."
	@$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	@$(PIP) --editable .
	@touch $@

.venv/tested: .venv/installed
	@$(PIP) --editable '.[dev]'
	@touch $@

# As an officer has it: an editable install may lack the compiled modules that pip makes.
build/bench/dipltrack: pyproject.toml $(shell find src -name '*.py')
	rm -rf $@ && mkdir -p build/bench
	.venv/bin/python -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

score: .venv/tested  ## how well follow-ups are proposed: docs/intake.md says how
	.venv/bin/python -m benchmarks.follow_ups $(FOLDERS)

clean:
	rm -rf .venv build dist
