# make run     set up, load seeds/, watch and serve on 127.0.0.1:$(PORT)
# make test    set up, lint, check types and floors, run the fast suite
# make corpus, make bench    long measurements
PORT ?= 8001
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint bench bench-peers corpus clean lock
.DEFAULT_GOAL := run

run: $(VENV)/.run
	@PORT=$(PORT) $(BIN)/tracker up --port $(PORT)

test: $(VENV)/.ready lint
	@echo "Running the fast suite"
	@$(BIN)/pytest -q -n 2 -m "not slow"

lint: $(VENV)/.ready
	@echo "Checking style, types and floors"
	@$(BIN)/ruff check -q tracker tests
	@$(BIN)/ruff format -q --check tracker tests || { echo "run $(BIN)/ruff format tracker tests"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports > $(VENV)/floors.log || { cat $(VENV)/floors.log; exit 1; }

$(VENV)/.run: pyproject.toml requirements.lock
	@sh scripts/setup $(PYTHON) $(VENV) requirements.lock
	@touch $@

$(VENV)/.ready: pyproject.toml requirements-dev.lock
	@sh scripts/setup $(PYTHON) $(VENV) requirements-dev.lock
	@touch $(VENV)/.run $@

# What a change of a rule gains and loses over real histories, against the last committed report.
corpus: $(VENV)/.ready
	@$(BIN)/python tests/corpus.py

# Long measurements, as ratios taken in one run.
bench: $(VENV)/.ready
	@for file in $(filter-out tests/bench_peers.py,$(wildcard tests/bench_*.py)); do echo "== $$file"; $(BIN)/python $$file; done

# The same looks by other monitors, where they install.
bench-peers: $(VENV)/.ready
	@$(PYTHON) -m venv $(VENV)/peers
	@$(VENV)/peers/bin/python -m pip install -q urlwatch webchanges
	@$(BIN)/python tests/bench_peers.py $(VENV)/peers/bin

# What runs, and what is needed to work on it besides; the second holds the first.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

lock:
	$(LOCK) --group dev --all-extras -o requirements-dev.lock
	$(LOCK) --group build -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf $(VENV)
