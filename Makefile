# Everything from a fresh machine with Python 3.11+ and make: `make demo`, `make test`.
# Packages come from requirements*.lock (versions and hashes), jars from graph/server/jars.lock (sizes and hashes).

.DEFAULT_GOAL := help
# One recipe at a time: all share one environment and one database.
.NOTPARALLEL:

# The first Python of 3.11 or later; `make PYTHON=/path/to/python3.12 demo` chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.installed
DEVELOPER := $(VENV)/.installed-dev
PIP := $(BIN)/python -m pip --disable-pip-version-check
PIP_COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for=editable
# `make demo` ends serving pages and API on this machine until Ctrl-C: PORT=8001 takes another port, SERVE=0 ends instead,
# STOP=1 stops the database at the end.
STOP ?= 0
SERVE ?= 1
PORT ?= 8000

.PHONY: help demo test check schema lock jars-lock bench bench-identity bench-load browser clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: $(RUNTIME) ## from nothing to the pages: load, paths, gaps, pictures, then serve (PORT=8000 SERVE=1 STOP=0)
	$(BIN)/xishang demo
	@# Ctrl-C ends the pages but not this recipe: the database may have to be stopped after them.
	@trap : INT; code=0; \
	if [ "$(SERVE)" != 0 ]; then $(BIN)/xishang serve --port $(PORT) || code=$$?; fi; \
	if [ "$(STOP)" = 1 ]; then $(BIN)/xishang db stop; fi; \
	if [ $$code -ne 130 ]; then exit $$code; fi

test: $(DEVELOPER) browser ## every test, on a real Neo4j and a real Chromium
	$(BIN)/python -m pytest $(ARGS)

check: $(DEVELOPER) ## style, types, and that no derived file is stale
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m graph.render --check
	$(BIN)/python -m graph.cli_docs --check
	$(BIN)/python -m pip check

schema: $(DEVELOPER) ## write what is derived from the declarations: constraints, schema.json, docs
	$(BIN)/python -m graph.render
	$(BIN)/python -m graph.cli_docs

lock: $(DEVELOPER) ## resolve the packages anew into requirements*.lock
	$(PIP) install --quiet 'pip-tools>=7.4'
	$(PIP_COMPILE) --upgrade -o requirements.lock pyproject.toml
	$(PIP_COMPILE) --upgrade --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
	@! grep -nE '://|@ |^-' requirements.lock requirements-dev.lock || { echo 'a lock names an address' >&2; exit 1; }

jars-lock: $(RUNTIME) ## resolve the jars of Neo4j anew into graph/server/jars.lock
	$(BIN)/python -m graph.server.lock

bench: $(DEVELOPER) ## the figures of bench/RESULTS.md
	$(BIN)/python -m bench

# The peer brings packages the project does not need, so it has an environment of its own.
PEER := .venv-bench-identity
PEER_PACKAGE := nomenklatura==4.17.4

bench-identity: $(DEVELOPER) ## the figures of bench/RESULTS-identity.md
	@test -x $(PEER)/bin/python || "$(PYTHON)" -m venv $(PEER)
	@if $(PEER)/bin/python -m pip --disable-pip-version-check install --quiet '$(PEER_PACKAGE)'; then \
		$(BIN)/python -m bench.identity --peer $(PEER)/bin/python; \
	else echo '$(PEER_PACKAGE) cannot be installed: measured without it · 装不上，这次不与它比较' >&2; \
		$(BIN)/python -m bench.identity; fi

# The peers are installed for this alone, into an environment of their own.
LOAD_PEERS := .venv-bench
LOAD_PACKAGES := py2neo==2021.2.4 graphio==0.23 neomodel==7.0.0
LOAD_OPTIONS ?=

bench-load: $(DEVELOPER) ## the figures of bench/RESULTS-load.md
	@test -x $(LOAD_PEERS)/bin/python || "$(PYTHON)" -m venv $(LOAD_PEERS)
	@$(LOAD_PEERS)/bin/python -m pip --disable-pip-version-check install --quiet $(LOAD_PACKAGES) || \
		echo '$(LOAD_PACKAGES) cannot be installed: the results say so · 装不上，结果里写明' >&2
	$(BIN)/python -m bench.load --peers $(LOAD_PEERS)/bin/python $(LOAD_OPTIONS)

browser: $(DEVELOPER) ## find a Chromium for the tests, or install one
	$(BIN)/python -m tests.browser.chromium

clean: ## environment and caches (not your data, not the downloaded jars)
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo 'Python 3.11+ not found: install it, or name one: make PYTHON=/path/to/python3.11 …' >&2; \
		echo '没有找到 Python 3.11 或更新的版本：请安装，或用 make PYTHON=路径 指定' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is older than 3.11: make PYTHON=/path/to/python3.11 … · Python 版本太旧，需要 3.11+" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) has no venv: on Debian and Ubuntu, apt install python3-venv · 缺 venv，请安装 python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

# `--no-build-isolation`: the build tools are in the lock too, nothing is fetched beside it.
$(RUNTIME): requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEVELOPER): requirements-dev.lock $(RUNTIME)
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
