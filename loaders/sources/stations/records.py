"""National field stations approved in 2021: the second table of the page; the first is the document's own card.

The place in a station's name is where it observes, not where its host sits, so a host's seat comes from other sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from graph.schema.values import clean
from loaders.claims import Claims, NodeClaim
from loaders.files import broken, read_html_table, read_text
from loaders.rows import Row
from loaders.sources.bodies import kind_of, known
from loaders.spec import SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows of the list. Raises `SourceError` when the card names another document."""
    number = card(read_text(spec, spec.files[0])).get("发文字号", "")
    if number != spec.lookups["document"]:
        seen = f"发文字号为“{number}”，应为“{spec.lookups['document']}”"
        raise broken(spec, spec.files[0], seen, "换回该通知的页面")
    yield from read_html_table(spec, spec.files[0], lambda cells: cells["序号"], table=1)


def card(page: str) -> dict[str, str]:
    """The document's card, the first table: label, value, label, value …; labels lose colons and blanks inside.

    >>> card("<table><tr><td>标　　题：</td><td> 通知 </td></tr></table>")
    {'标题': '通知'}
    """
    table = html.fromstring(page).find(".//table")
    pairs: dict[str, str] = {}
    for line in [] if table is None else table.iter("tr"):
        cells = ["".join(map(str, cell.itertext())) for cell in line.iterchildren("td", "th")]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            pairs[re.sub(r"[\s：:]+", "", label)] = value.strip()
    pairs.pop("", None)
    return pairs


def understand(row: Row, out: Claims, spec: SourceSpec) -> None:
    """A station with each of its hosts and authorities, when it is of the two cities by host or by name."""
    row.ignore("序号")
    name = clean(row.pop("国家野外站名称"))
    hosts = bodies(row.pop("依托单位"))
    city = _city(name, spec)
    if not city and not any(known(spec, host) for host in hosts):
        out.leave_out("站名与依托单位都不在两市，或依托单位所在地未收录")
    station = out.node("Platform", name, city=city, city_reason="站名含该市地名" if city else "", kind="野外站")
    for host in hosts:
        out.tie("HOSTS", _host(host, out, spec), station, at=spec.date)
    for printed in bodies(row.pop("主管部门")):
        if printed not in spec.lookups["authorities"]:
            out.reject("主管部门", printed, "unknown-authority", f"主管部门“{printed}”不在对照表中")
        body = spec.lookups["authorities"][printed]
        note = "" if body == printed else f"原表作“{printed}”"
        out.tie("GOVERNED_BY", station, out.node("Agency", body), at=spec.date, note=note)


def bodies(cell: str) -> list[str]:
    """The bodies named in one cell, in order.

    >>> bodies("教育部、甘肃省科学技术厅")
    ['教育部', '甘肃省科学技术厅']
    """
    return [clean(part) for part in re.split(r"[、，,;；]", cell) if part.strip()]


def _city(name: str, spec: SourceSpec) -> str:
    """The city whose place stands in a station's name, else nothing."""
    for city, places in spec.lookups["places"].items():
        if any(place in name for place in places):
            return str(city)
    return ""


def _host(name: str, out: Claims, spec: SourceSpec) -> NodeClaim:
    body = known(spec, name)
    if body is None:
        return out.node(kind_of(name), name)
    return out.node(body.kind, body.body, city=body.city, city_reason=body.reason)
