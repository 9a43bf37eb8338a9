"""Field stations that the Ministry of Education recognised in 2019, each resting on a university.

The place in a station's name is where it observes; whether it is of the two cities follows from its university.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.schema.values import clean
from loaders.claims import Claims
from loaders.files import read_html_table
from loaders.rows import Row
from loaders.sources.bodies import known_or_left_out, state
from loaders.sources.notices import check_words
from loaders.spec import SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows of the list. Raises `SourceError` when the page is not that notice."""
    check_words(spec, spec.files[0], spec.lookups["document"])
    yield from read_html_table(spec, spec.files[0], lambda cells: cells["序号"])


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A station, its university and the ministry. Cells are broken over two lines inside names."""
    row.ignore("序号")
    name, printed = clean(row.pop("野外站名称")), clean(row.pop("依托单位"))
    body = known_or_left_out(spec, printed, "依托单位", out)
    station = out.node("Platform", name, kind="野外站")
    host = state(body, out)
    out.tie("HOSTS", host, station, at=spec.lookups["approved"])
    out.tie("GOVERNED_BY", station, out.node("Agency", spec.publisher), at=spec.lookups["approved"])
