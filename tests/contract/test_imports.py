"""The direction of the imports (docs/architecture.md): what may know what."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.contract.tree import PACKAGES, imported, modules, parsed

KNOWN = modules()
IMPORTS = {name: imported(parsed(path), set(KNOWN)) for name, path in KNOWN.items()}

# A layer may import itself and the layers named; `render`, `views` and the commands stand beside the chain.
LAYERS = {
    "graph.schema": set(),
    "graph.errors": set(),
    "graph.answers": set(),
    "graph.reasons": {"graph.errors"},
    "graph.settings": {"graph.errors", "graph.reasons"},
    "graph.terms": set(),
    "graph.gazetteer": {"graph.schema"},
    "graph.catalogue": {"graph.schema", "graph.errors"},
    "graph.server": {"graph.errors", "graph.settings"},
    "graph.store": {
        "graph.answers",
        "graph.catalogue",
        "graph.errors",
        "graph.schema",
        "graph.server",
        "graph.settings",
    },
}


def layer(module: str) -> str:
    """The part of a package a module belongs to: `graph.schema.nodes` → `graph.schema`."""
    return ".".join(module.split(".")[:2])


def ours(module: str) -> set[str]:
    """The modules of ours that a module imports."""
    return {name for name in IMPORTS[module] if name.split(".")[0] in PACKAGES}


def test_the_packages_are_found() -> None:
    assert {"graph.store", "graph.schema.nodes", "loaders.spec"} <= KNOWN.keys()


@pytest.mark.parametrize("module", [name for name in KNOWN if layer(name) in LAYERS])
def test_lower_layers_know_only_what_is_below(module: str) -> None:
    allowed = LAYERS[layer(module)] | {layer(module), "graph"}
    assert {layer(name) for name in ours(module)} <= allowed


def test_no_rings() -> None:
    try:
        order = list(TopologicalSorter({name: ours(name) - {name} for name in KNOWN}).static_order())
    except CycleError as ring:
        pytest.fail(f"imports go in a ring: {' → '.join(ring.args[1])}")
    assert len(order) >= len(KNOWN)


@pytest.mark.parametrize("module", [name for name in KNOWN if name.startswith("graph")])
def test_graph_knows_neither_loaders_nor_api(module: str) -> None:
    assert not {name for name in ours(module) if not name.startswith("graph")}


@pytest.mark.parametrize("module", [name for name in KNOWN if name.startswith(("loaders", "api"))])
def test_loaders_and_api_never_meet(module: str) -> None:
    other = "api" if module.startswith("loaders") else "loaders"
    assert not {name for name in ours(module) if name.split(".")[0] == other}


@pytest.mark.parametrize("module", [name for name in KNOWN if name.startswith("graph.views")])
def test_views_never_reach_for_the_store(module: str) -> None:
    assert {layer(name) for name in ours(module)} <= {"graph", "graph.views", "graph.schema", "graph.answers"}


@pytest.mark.parametrize("module", [name for name in KNOWN if layer(name).startswith("graph.render")])
def test_render_reads_the_declaration_only(module: str) -> None:
    allowed = {"graph", "graph.schema", "graph.catalogue", "graph.terms"}
    assert {name for name in map(layer, ours(module)) if not name.startswith("graph.render")} <= allowed


@pytest.mark.parametrize(
    ("library", "holder"),
    [("neo4j", "graph.store"), ("py2neo", "graph.notebook"), ("pyvis", "graph.views"), ("igraph", "graph.views")],
)
def test_one_importer_each(library: str, holder: str) -> None:
    importers = {name for name, imports in IMPORTS.items() if library in imports}
    assert {name for name in importers if not f"{name}.".startswith(f"{holder}.")} == set()
    assert importers or library == "py2neo"


@pytest.mark.parametrize("module", list(KNOWN))
def test_no_import_of_ours_inside_a_function(module: str) -> None:
    functions = [
        node for node in ast.walk(parsed(KNOWN[module])) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    inside = {name for function in functions for name in imported(function, set(KNOWN))}
    assert not {name for name in inside if name.split(".")[0] in PACKAGES}


@pytest.mark.parametrize("module", list(KNOWN))
def test_imports_are_absolute(module: str) -> None:
    relative = [n for n in ast.walk(parsed(KNOWN[module])) if isinstance(n, ast.ImportFrom) and n.level]
    assert not relative
