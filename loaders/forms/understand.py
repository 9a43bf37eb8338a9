"""A row of a roster → claims: the node it is about, its properties and its ties, as the form declares."""

from __future__ import annotations

from loaders.claims import Claims
from loaders.columns import ColumnMap
from loaders.forms.form import Given
from loaders.rows import Row


def understand(row: Row, columns: ColumnMap, out: Claims, given: Given) -> None:
    """State what a row says. A value that cannot be read is reported and left; a needed one rejects the row."""
