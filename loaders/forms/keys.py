"""What identifies a row across versions of its roster: the fewest fields that stay (issue 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graph.schema.values import digest, fold
from loaders.columns import ColumnMap

LONGEST = 60
"""A longer key is cut and ends with a digest of the whole."""


def row_key(cells: Mapping[str, str], columns: ColumnMap) -> str:
    """The key of a row from its cells by column: the first group of identifying fields that is filled in, else "".

    Several rows may have one key (a project announced twice): `RowKeys` tells them apart.
    """
    for group in columns.form.identity:
        parts = [_value(cells, columns, name) for name in group]
        if all(parts):
            key = "|".join(parts)
            return key if len(key) <= LONGEST else f"{key[:LONGEST]}~{digest(key)}"
    return _value(cells, columns, columns.form.name_field.name)


def _value(cells: Mapping[str, str], columns: ColumnMap, name: str) -> str:
    found = fold("".join(cells.get(one.column, "") for one in columns.of(name)))
    # A key stands in the ids of records; a person's name does not, so that hiding the person is enough.
    people = columns.form.by_name[name].reader == "people"
    return digest(found, 12) if found and people else found


class RowKeys:
    """Keys for the rows of a roster in their order; a key met before gets a number (`key#2`)."""

    def __init__(self, columns: ColumnMap) -> None:
        self.columns = columns
        self._seen: Counter[str] = Counter()

    def key(self, cells: Mapping[str, str]) -> str:
        """The key of the next row; "" when the row holds nothing that identifies it."""
        found = row_key(cells, self.columns)
        if not found:
            return ""
        self._seen[found] += 1
        return found if self._seen[found] == 1 else f"{found}#{self._seen[found]}"
