"""Numbered lines that say more than a name ("1.甲社，商州区"): columns, where all lines divide alike."""

from __future__ import annotations

from loaders.tables.model import Table, TableRow
from loaders.tables.text import letter

DIVIDERS = {"，": ("，", ","), "；": ("；", ";"), "|": ("|", "｜"), "：": ("：", ":"), "——": ("——",), "空格": (" ",)}
"""Tried in this order; 、 divides bodies and not values, so it is none of them."""
SURE = ("，", "；", "|")
"""Marks that no name holds: where only some lines have one, it is told."""
FEWEST = 3
WIDEST = 12
_OPENING, _CLOSING = "（(〔[【《“", "）)〕]】》”"


def divide(table: Table) -> None:
    """Gives the table one column a value where every row in no doubt has the same number of them; tells what it did.

    Marks inside brackets do not count. A list of which only some lines divide is left as it is, one name a line, and
    a note says how many have the mark.
    """
    rows = [row for row in table.rows if not row.doubt]
    if len(rows) < FEWEST:
        return
    for told, divider in DIVIDERS.items():
        parts = [split_outside(row.cells["名称"], divider) for row in rows]
        several = sum(len(part) > 1 for part in parts)
        if not several:
            continue
        wide = len(parts[0])
        if 1 < wide <= WIDEST and all(len(part) == wide and part[0] for part in parts):
            _spread(table, divider, wide)
            table.notes.append(f"每行按“{told}”分成 {wide} 列")
            return
        if told in SURE:
            table.notes.append(f"{several} 行含“{told}”，各行不一致，未分列，一行一个名称")
            return


def split_outside(text: str, divider: tuple[str, ...]) -> list[str]:
    """The parts of a text between the dividers that stand outside brackets.

    >>> split_outside("甲社（商州，沙河子），茶", ("，", ","))
    ['甲社（商州，沙河子）', '茶']
    """
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        depth += (sign in _OPENING) - (sign in _CLOSING and depth > 0)
        if not depth and at >= start and text.startswith(divider, at):
            parts.append(text[start:at].strip())
            start = at + len(divider[0])
    return [*parts, text[start:].strip()]


def _spread(table: Table, divider: tuple[str, ...], wide: int) -> None:
    more = [f"列{letter(at)}" for at in range(len(table.columns), len(table.columns) + wide - 1)]
    table.columns += more
    spread = []
    for row in table.rows:
        values = [row.cells["名称"], *[""] * (wide - 1)]
        if not row.doubt:
            values = split_outside(values[0], divider)
        spread.append(
            TableRow(row.number, row.cells | dict(zip(["名称", *more], values, strict=True)), row.group, row.doubt)
        )
    table.rows = spread
