"""What may stand in the tree: small files, no Cypher in Python, no address of anybody's machine."""

from __future__ import annotations

import ast
import re
import tokenize
from pathlib import Path

import pytest

from tests.contract.tree import ROOT, files, modules, parsed

FILES = files()
TEXT_ENDINGS = {".py", ".md", ".cypher", ".toml", ".yml", ".yaml", ".html", ".css", ".js", ".json", ".txt", ".lock", ""}
VENDORED = ROOT / "graph" / "views" / "static"
LONGEST = 300

# Put together here from pieces, so that this file does not hold what it forbids.
FORBIDDEN = [
    "../" + "shared",
    "/" + "work/",
    "/" + "root/",
    "/" + "home/",
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "pypi.tuna" + ".tsinghua",
    "mirrors." + "aliyun",
    "repo1" + ".maven.org",
    "repo.maven" + ".apache.org",
    "registry.npmjs" + ".org",
    "cdn." + "jsdelivr",
    "unpkg" + ".com",
    "cdnjs." + "cloudflare",
]

CYPHER = re.compile(
    r"\b(?:OPTIONAL )?MATCH\s*\(|\bMERGE\s*\(|\bUNWIND\s+\$|\bCREATE\s+(?:CONSTRAINT|\(|INDEX|FULLTEXT)"
    r"|\bDETACH DELETE\b|\bRETURN\s+\w+\.\w+|\bCALL\s+db\."
)

SILENCED = re.compile(r"#\s*(?:type: ignore(?:\[[\w, -]+\])?|noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?)(?P<reason>.*)$")


def source_of_data(path: Path) -> bool:
    """A file as published by somebody else: not ours to shorten."""
    return "data" in path.relative_to(ROOT).parts or VENDORED in path.parents


def ours_in_text() -> list[Path]:
    return [path for path in FILES if path.suffix in TEXT_ENDINGS and not source_of_data(path)]


def test_the_tree_is_read() -> None:
    assert len(ours_in_text()) > 50


@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_names_a_registry_a_machine_or_the_workplace(word: str) -> None:
    holders = []
    for path in FILES:
        if path.suffix in TEXT_ENDINGS and VENDORED not in path.parents and word.encode() in path.read_bytes():
            holders.append(str(path.relative_to(ROOT)))
    assert holders == []


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.suffix in (".py", ".cypher")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_small_rooms(path: Path) -> None:
    if path.name != "constraints.cypher":
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", list(modules()))
def test_no_cypher_inside_python(module: str) -> None:
    tree = parsed(modules()[module])
    docs = {id(doc) for node in ast.walk(tree) if (doc := _doc(node)) is not None}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [node.value for node in texts if id(node) not in docs and CYPHER.search(str(node.value))] == []


def _doc(node: ast.AST) -> ast.expr | None:
    """The docstring of a node: it may show a statement as an example."""
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return None
    first = node.body[0] if node.body else None
    return first.value if isinstance(first, ast.Expr) else None


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".py"], ids=lambda p: str(p.relative_to(ROOT)))
def test_every_silenced_check_says_why(path: Path) -> None:
    with path.open("rb") as file:
        comments = [token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
    found = [match for match in map(SILENCED.match, comments) if match]
    assert [match[0] for match in found if len(re.findall(r"\w+", match["reason"])) < 2] == []


def test_no_drawer_for_anything() -> None:
    assert [path for path in FILES if path.stem in ("util", "utils", "helpers", "misc", "common")] == []
