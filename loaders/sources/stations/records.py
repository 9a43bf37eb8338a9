"""National field stations approved in 2021: the second table of the page; the first is the document's own card.

The place in a station's name is where it observes, not where its host sits, so a host's seat comes from other sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.schema.values import clean
from loaders.claims import Claims, NodeClaim
from loaders.files import read_html_table
from loaders.rows import Row
from loaders.sources.bodies import kind_of, known, state
from loaders.sources.notices import bodies, check_card
from loaders.spec import SourceSpec


def read(folder: Path, spec: SourceSpec) -> Iterator[Row]:  # noqa: ARG001 - every source has these two parameters
    """The rows of the list. Raises `SourceError` when the card names another document."""
    check_card(spec, spec.files[0], spec.lookups["document"])
    yield from read_html_table(spec, spec.files[0], lambda cells: cells["序号"], table=1)


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
    return state(body, out)
