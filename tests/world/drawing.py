"""The drawing of the world in README.md, made from its files: `python -m tests.world.drawing` writes it anew."""

from __future__ import annotations

import csv
from pathlib import Path

from graph.schema import EDGE_KINDS

HERE = Path(__file__).parent
README = HERE / "README.md"
BEGIN, END = "<!-- drawing: begin -->", "<!-- drawing: end -->"
# Round for bodies, other shapes as far as mermaid has them; a tie that no path walks is dotted.
SHAPES = {"Place": ("[/", "/]"), "Platform": ("{{", "}}"), "Event": ("{{", "}}"), "Person": ("([", "])")}


def drawing() -> str:
    """All nodes and ties as a mermaid flow chart; a number after a verb is the count of parallel ties."""
    lines = ["```mermaid", "flowchart LR"]
    for row in _rows("nodes.csv"):
        left, right = SHAPES.get(row["kind"], ("(", ")"))
        lines.append(f'  {row["key"]}{left}"{row["name"].replace("（虚构）", "")}"{right}')
    for row in _rows("ties.csv"):
        kind = EDGE_KINDS[row["type"]]
        dotted = kind.walk != "always" or row["inferred"]
        said = [row["type"], row["status"], row["date"], "inferred" * bool(row["inferred"])]
        words = " ".join(filter(None, [*said, f"版本 {row['version']}" if row["version"] else ""]))
        arrow = f"-. {words} .->" if dotted else f"-- {words} -->"
        lines.append(f"  {row['start']} {arrow} {row['end']}")
    return "\n".join([*lines, "```"])


def with_drawing(text: str) -> str:
    """The text of the README with the drawing put between its marks."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{drawing()}\n{END}{rest.split(END)[1]}"


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    README.write_text(with_drawing(README.read_text(encoding="utf-8")), encoding="utf-8")
