"""National agricultural science parks, batches 8 and 9: a name that holds its place, and the province.

The notice of batch 8 has the same names on a page; a file that says something else than the page stops the load.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.schema.values import clean, fold
from loaders.claims import Claims
from loaders.files import broken, read_text, read_xlsx
from loaders.rows import Row
from loaders.sources.notices import check_card
from loaders.spec import CoverageClaim, SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows of both batches; key: batch and number. Raises `SourceError` when page and table disagree."""
    first, second, page = spec.files
    check_card(spec, page, spec.lookups["document"])
    said = fold(read_text(spec, page).replace("&nbsp;", " "))
    for file in (first, second):
        for row in read_xlsx(spec, file, lambda cells: f"{cells['batch']}/{cells['index']}"):
            if file == first and fold(row.cells["name"]) not in said:
                raise broken(spec, page, f"通知中没有“{row.cells['name']}”，与表格不符", "核对两个文件")
            yield row


def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str:
    """What the coverage counts: the parks of its batch."""
    ordinal = spec.lookups["batches"].get(row.raw["batch"], {}).get("ordinal")
    return row.key if ordinal and claim.role.endswith(ordinal) else ""


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A park, its city and its title."""
    row.ignore("index", "province")
    batch, name = row.pop("batch"), clean(row.pop("name"))
    if batch not in spec.lookups["batches"]:
        out.reject("batch", batch, "unknown-batch", f"批次“{batch}”不在对照表中")
    place = next((found for start, found in spec.lookups["places"].items() if name.startswith(start)), None)
    if place is None:
        out.leave_out("园区不在两市")
    told = spec.lookups["batches"][batch]
    city = place["name"].removesuffix("市")
    park = out.node("Park", name, kind="农业科技园区", city=city, city_reason=f"名称含{city}")
    site = out.node("Place", place["name"], keys={"division": place["code"]}, city=city)
    out.tie("LOCATED_IN", park, site, at=told["date"])
    out.tie("APPROVED_AS", park, out.node("Topic", "国家农业科技园区"), at=told["date"], role=told["ordinal"])
