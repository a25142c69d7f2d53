# make run, make test: on a fresh clone both set themselves up. make help lists the rest.

PYTHON ?= python3
VENV ?= .venv
SHARED ?= ../shared
REPORT ?= build/samples-report.html
BIN := $(VENV)/bin
SAMPLES := resources/samples/swing-bridge/first-draft.txt resources/samples/swing-bridge/second-draft.html
export QT_LOGGING_RULES ?= qt.qpa.*=false

.DEFAULT_GOAL := help
.PHONY: help run setup setup-dev test check format lint types layers docs translations quality bench screenshots wheel clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: setup ## open the window on the sample drafts; without a display, write a report of them
	@PYTHON="$(BIN)/python" REPORT="$(REPORT)" scripts/run_samples.sh $(SAMPLES)

setup: $(VENV)/.ready ## the virtual environment with the program in it

setup-dev: $(VENV)/.ready-dev ## the same with what tests and checks need

$(VENV)/.ready: pyproject.toml
	@scripts/make_venv.sh "$(PYTHON)" "$(VENV)" .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml
	@scripts/make_venv.sh "$(PYTHON)" "$(VENV)" ".[dev]"
	@touch $(VENV)/.ready $@

test: setup-dev ## all tests, those of the window off screen
	@$(BIN)/python scripts/qt_libraries.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q $(if $(wildcard $(SHARED)/gold),--gold="$(SHARED)/gold") $(if $(wildcard $(SHARED)/articles),--articles="$(SHARED)/articles") $(ARGS)

check: format lint types layers docs ## everything that must hold before a commit, tests aside

format: setup-dev
	$(BIN)/ruff format --check .

lint: setup-dev
	$(BIN)/ruff check .

types: setup-dev
	$(BIN)/mypy

layers: setup-dev
	$(BIN)/python -m pytest -q tests/test_layers.py

docs: setup-dev
	$(BIN)/python -m compare_app.cli.manual --check
	$(BIN)/python -m compare_app.app.settings_manual --check

translations: setup-dev ## the texts of every language brought in step with the code
	$(BIN)/python -m scripts.translations $(ARGS)

quality: setup-dev ## what is found of planted changes; scores on labelled data against the floors (SHARED=folder of gold/)
	@$(BIN)/python -m tests.quality.planted $(if $(wildcard $(SHARED)/articles),--articles="$(SHARED)/articles")
	@if [ -d "$(SHARED)/gold" ]; then $(BIN)/python -m tests.quality --gold "$(SHARED)/gold" $(ARGS); \
	else echo "Nothing measured: there is no folder $(SHARED)/gold. Name another: make quality SHARED=FOLDER"; fi

bench: setup-dev ## speed and memory beside wdiff, git and difflib (SHARED=folder of bench/ and gold/)
	@if [ -d "$(SHARED)/bench" ]; then $(BIN)/python -m tests.benchmarks --bench "$(SHARED)/bench" --gold "$(SHARED)/gold" $(ARGS); \
	else echo "Nothing measured: there is no folder $(SHARED)/bench. Name another: make bench SHARED=FOLDER"; fi

screenshots: setup-dev ## pictures of the window, and the one the README shows (needs Xvfb and xdotool)
	@$(BIN)/python scripts/qt_libraries.py
	$(BIN)/python -m tests.screens --out build/screenshots
	@mkdir -p resources/screenshots
	cp build/screenshots/samples-light.png resources/screenshots

wheel: setup-dev ## a wheel in dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean: ## removes what was built; the virtual environment stays
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
