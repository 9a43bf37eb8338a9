"""docs/py2neo.md as data: its code blocks and its tables."""

from __future__ import annotations

import re

from tests.contract.tree import ROOT

PAGE = ROOT / "docs" / "py2neo.md"


def section(heading: str) -> str:
    """The text under a heading of the second level, up to the next."""
    text = PAGE.read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.S | re.M)
    assert found, heading
    return found[1]


def block(heading: str, kind: str) -> str:
    """The code block of a kind (`python KIND`) under a heading."""
    found = re.search(rf"^```python {kind}\n(.*?)^```$", section(heading), re.S | re.M)
    assert found, (heading, kind)
    return found[1]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without backticks, head and rule left out."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in line.strip("|").split(" | ")] for line in lines[2:]]
