"""Any table a bureau publishes → rows, with everything that is no row accounted for.

`read_tables` reads a file by its content; `best_table` picks the one with the data; `clean_header` is the form in which
headers are compared; `split_names` divides a cell that names several bodies. `model` says what comes out.
"""

from __future__ import annotations

from loaders.tables.best import best_table
from loaders.tables.model import Skipped, Table, TableRow
from loaders.tables.names import split_names
from loaders.tables.read import read_tables
from loaders.tables.text import clean_header

__all__ = ["Skipped", "Table", "TableRow", "best_table", "clean_header", "read_tables", "split_names"]
