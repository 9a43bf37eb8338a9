"""National key firms of agricultural industry: batch 1 as a bare list of names, batch 6 with provinces.

No list says more of a firm's place than its province, so only a firm whose name opens with a place of the two cities is
of them. The table of batch 6 is held against the notice; where they disagree nothing is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.schema.values import clean, fold
from loaders.claims import Claims
from loaders.files import broken
from loaders.rows import Row
from loaders.sources.notices import check_words
from loaders.spec import CoverageClaim, Publication, SourceSpec
from loaders.tables import read_tables

NAME = "name"


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:
    """The rows of both batches; key: batch and name. Raises `SourceError` when a page is another document."""
    first, notice, table = spec.files
    (names,) = read_tables(folder / first)
    (announced,) = read_tables(folder / notice)
    (firms,) = read_tables(folder / table)
    told = {fold(row.cells["名称"]) for row in announced.rows}
    odd = [row.cells[NAME] for row in firms.rows if fold(row.cells[NAME]) not in told]
    if odd or len(told) != len(firms.rows):
        raise broken(spec, table, f"与通知所列不符：{'、'.join(odd[:5]) or '家数不同'}", "核对两个文件")
    check_words(spec.model_copy(update={"encoding": "gb18030"}), first, spec.lookups["batches"][first]["words"])
    check_words(spec, notice, spec.lookups["batches"][table]["words"])
    for row in names.rows:
        yield Row(first, row.number, f"1/{fold(row.cells['名称'])}", {NAME: row.cells["名称"]})
    for row in firms.rows:
        yield Row(table, row.number, f"6/{fold(row.cells[NAME])}", dict(row.cells), firms.sheet)


def publications(folder: Path, spec: SourceSpec) -> list[Publication]:  # noqa: ARG001 - the same form for every source
    """The two announcements."""
    return [
        Publication(
            id=_publication(spec, told),
            publisher=told["publisher"],
            title=told["words"],
            date=told["date"],
            mark=spec.mark,
            licence=spec.licence,
        )
        for told in spec.lookups["batches"].values()
    ]


def _publication(spec: SourceSpec, told: dict[str, str]) -> str:
    return f"{spec.id}_{told['date'][:4]}"


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:
    """What the coverage counts: the firms of its batch."""
    return row.key if claim.role.endswith(spec.lookups["batches"][row.file]["ordinal"]) else ""


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A firm and its title."""
    row.ignore("year", "batch", "index", "province")
    name = clean(row.pop(NAME))
    told = spec.lookups["batches"][row.file]
    city = next((city for city, places in spec.lookups["places"].items() if _opens(name, places)), None)
    if city is None:
        shaanxi = row.raw.get("province") == "陕西" or name.startswith("陕西")
        out.leave_out("陕西的企业，名称不含两市地名，所在地未收录" if shaanxi else "名称不含两市地名，所在地未收录")
    out.sources[:] = [_publication(spec, told)]
    firm = out.node("Enterprise", name, city=city, city_reason=f"名称以{city}的地名开头")
    title = out.node("Topic", spec.lookups["title"])
    out.tie("APPROVED_AS", firm, title, at=told["date"], role=told["ordinal"])


def _opens(name: str, places: list[str]) -> bool:
    return re.match(rf"(陕西省?)?({'|'.join(places)})", name) is not None
