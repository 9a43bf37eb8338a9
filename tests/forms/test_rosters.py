"""Real rosters of the bundled sources through the forms: every row is understood or rejected, none without a word."""

from __future__ import annotations

import pytest

from loaders.claims import Claims
from loaders.columns import is_known, map_columns
from loaders.forms import FORMS, Given
from loaders.forms.keys import RowKeys
from loaders.forms.understand import understand
from loaders.rows import Row
from loaders.spec import SOURCES
from loaders.tables import read_tables

# File, kind, rows, and columns whose cells are no value of their field.
ROSTERS = [
    ("agri_parks/data/agri-park-batch-09.xlsx", "Park", 25, set()),
    ("cars_experts/data/cars-experts-2017.xlsx", "Person", 359, set()),
    ("stations/data/field-stations-2021.html", "Platform", 69, set()),
    ("field_stations_moe/data/field-stations-moe-2019.html", "Platform", 52, set()),
    ("instrument_checks/data/instrument-sharing-2018.html", "Institute", 373, set()),
    ("key_agri_firms/data/key-agri-firms-2019.xlsx", "Enterprise", 299, set()),
    ("labs/data/state-key-labs-2019.xlsx", "Platform", 284, {"type"}),
    ("projects/data/nkrdp-2018-2020.csv", "Project", 2581, set()),
    ("universities/data/moe-2017-xian-shangluo.csv", "University", 65, set()),
]


@pytest.mark.parametrize(("file", "kind", "rows", "unread"), ROSTERS, ids=[file for file, *_ in ROSTERS])
def test_every_row_of_a_roster_is_understood(file: str, kind: str, rows: int, unread: set[str]) -> None:
    tables = read_tables(SOURCES / file, known=is_known)
    (table,) = [one for one in tables if len(one.rows) == rows]
    columns = map_columns(FORMS[kind], table.columns)
    assert columns.unknown == ()
    keys, seen, not_read = RowKeys(columns), set(), set()
    for row in table.rows:
        key, out = keys.key(row.cells), Claims(sources=["roster"])
        received = Row(file, row.number, key, dict(row.cells))
        understand(received, columns, out, Given(source="roster", date="2019-01-01"))
        assert received.left_over() == []
        assert out.nodes
        seen.add(key)
        not_read |= {told.column for told in out.not_placed}
    assert len(seen) == rows
    assert not_read == unread
