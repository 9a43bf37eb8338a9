"""The made-up world with names that try to be markup, script, template or query syntax. All of it is made up."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from graph.schema.values import clean
from graph.store import Store
from tests.world.loading import HERE, load_world

NAMES = {
    "F1": "<script>window.hit=1;alert(1)</script>",
    "U1": "\"'><img src=x onerror=window.hit=1>",
    "B1": "{{7*7}}{% raw %}${7*7}#{7*7}",
    "F2": "</script><script>window.hit=1</script><!--",
    "U2": "javascript:alert(1)//`;window.hit=1",
    "B3": 'name:(a OR b)~2 && !c \\ / [a TO b]^3 "x*?',
    "F24": "&lt;b&gt;粗&amp;</title><h1>假</h1>",
    "R1": "甲\n乙\r\n丙",
    "C1": "</style></textarea><svg onload=window.hit=1>",
    "M1": "<b onmouseover=window.hit=1>与乙市企业共建</b>{{7*7}}",
    "F13": "constructor",
    "B2": "__proto__",
}
"""By key of `tests/world/data/nodes.csv`."""
PUBLISHED = {
    "Z1": {"publisher": "<i onclick=window.hit=1>报</i>", "title": "{{7*7}}</a>", "url": "javascript:window.hit=1"},
    "Z2": {"publisher": "</script><script>window.hit=1</script>", "title": "<img src=x onerror=window.hit=1>"},
    "Z3": {"title": '"><script>window.hit=1</script>', "url": 'http://made-up.example/"onmouseover="window.hit=1'},
}
"""By id of `tests/world/data/publications.csv`. Z1 claims its publisher's own host, with an address that is script."""


def shown(name: str) -> str:
    """A name as the graph keeps it and a page shows it: on one line."""
    return " ".join(clean(name).split())


def load_hostile(store: Store, scratch: Path) -> None:
    """Load the world under hostile names into an empty graph."""
    folder = scratch / "hostile" / "world"
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    _rewrite(folder / "data" / "nodes.csv", "key", {key: {"name": name} for key, name in NAMES.items()})
    _rewrite(folder / "data" / "publications.csv", "id", PUBLISHED)
    load_world(store, scratch / "loaded", folder)


def _rewrite(path: Path, key: str, changes: dict[str, dict[str, str]]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header, rows = list(reader.fieldnames or ()), list(reader)
    assert changes.keys() <= {row[key] for row in rows}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | changes.get(row[key], {}) for row in rows)
