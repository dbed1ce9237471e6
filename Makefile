# make run     set up, load seeds/, watch and serve on 127.0.0.1:$(PORT)
# make test    set up, lint, check types and floors, run the fast suite
# make corpus, make bench    long measurements
PORT ?= 8001
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint fmt bench corpus clean lock
.DEFAULT_GOAL := run

run: $(VENV)/.ready
	@PORT=$(PORT) $(BIN)/tracker up --port $(PORT)

test: $(VENV)/.ready lint
	@echo "Running the fast suite"
	@$(BIN)/pytest -q -n 2 -m "not slow"

lint: $(VENV)/.ready
	@echo "Checking style, types and floors"
	@$(BIN)/ruff check -q tracker tests
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

$(VENV)/.ready: pyproject.toml requirements.lock
	@sh scripts/setup $(PYTHON) $(VENV)
	@touch $@

# What a change of a rule gains and loses over real histories, against the last committed report.
corpus: $(VENV)/.ready
	@$(BIN)/python tests/corpus.py

# Long measurements, as ratios taken in one run.
bench: $(VENV)/.ready
	@for file in tests/bench_*.py; do echo "== $$file"; $(BIN)/python $$file; done

lock:
	uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.lock

clean:
	rm -rf $(VENV)
