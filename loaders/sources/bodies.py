"""What national lists need to be cut to the two cities: the kind of a host by its name, and which bodies are known.

A list without a column of places is restricted to bodies that another bundled source places in one of the two cities.
That set is `known_bodies.csv` in the data of each such list: derived from what those sources say and committed, so
that a source depends on its own folder only; a test holds it fresh (`python -m loaders.sources.bodies` renews it).
"""

from __future__ import annotations

import csv
import importlib
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from functools import cache
from pathlib import Path

from graph.schema import GROUPS
from graph.schema.values import clean, fold
from loaders.claims import Claims, NodeClaim
from loaders.rows import LeftOutError
from loaders.spec import SOURCES, SourceSpec, find

FILE = "data/known_bodies.csv"
# Sources whose seats count: registries, and the list of laboratories, which gives a place for each host.
STATED_BY = ("universities", "ror", "labs")
USED_BY = ("stations", "projects", "instrument_checks", "field_stations_moe", "cars_experts")

UNIVERSITY = re.compile(r"(大学|学院|专科学校)(（[^）]*）)?$")
ACADEMY = re.compile(r"科学院$")
ENTERPRISE = re.compile(r"(公司|集团|厂)$")


@dataclass(frozen=True)
class KnownBody:
    """A name under which a body of one of the two cities is known; `body` is the name it goes by here."""

    name: str
    body: str
    kind: str
    city: str
    source: str

    @property
    def reason(self) -> str:
        """Why the body counts as being in that city, to be shown."""
        return f"来源 {self.source} 所列"


def kind_of(name: str) -> str:
    """University, Enterprise or Institute, by the end of a Chinese name.

    >>> kind_of("中国地质大学（武汉）"), kind_of("中国科学院地球环境研究所"), kind_of("陕西省科学院")
    ('University', 'Institute', 'Institute')
    """
    if UNIVERSITY.search(name) and not ACADEMY.search(name):
        return "University"
    return "Enterprise" if ENTERPRISE.search(name) else "Institute"


def known(spec: SourceSpec, name: str) -> KnownBody | None:
    """The body of the two cities that bears this name, if there is one."""
    return _by_name(spec.folder / FILE).get(fold(name))


def known_or_left_out(spec: SourceSpec, name: str, word: str, out: Claims) -> KnownBody:
    """The body of the two cities that bears this name; else the row is left out, `word` naming what the body is in it.

    `lookups.elsewhere` of the source tells where a body sits whose name or province may suggest one of the two cities.
    """
    body = known(spec, name)
    if body is None:
        elsewhere = spec.lookups["elsewhere"].get(name)
        out.leave_out(f"{word}在{elsewhere}，不属两市" if elsewhere else f"{word}不在两市，或所在地未收录")
    return body


def state(body: KnownBody, out: Claims) -> NodeClaim:
    """State a known body with its city and why."""
    return out.node(body.kind, body.body, city=body.city, city_reason=body.reason)


@cache
def _by_name(path: Path) -> dict[str, KnownBody]:
    with path.open(encoding="utf-8", newline="") as file:
        return {fold(row["name"]): KnownBody(**row) for row in csv.DictReader(file)}


def derive() -> list[KnownBody]:
    """The known bodies, from the claims of the sources that state seats: every organisation located in a city."""
    found: dict[str, KnownBody] = {}
    for source in STATED_BY:
        for body, city in _seated(find(source)):
            for name in (body.name, *(former for former, _ in body.former), *body.aliases):
                if re.search(r"[\u4e00-\u9fff]", name):
                    entry = KnownBody(clean(name), body.name, body.kind, city, source)
                    found.setdefault(fold(name), entry)
    return sorted(found.values(), key=lambda entry: (entry.city, entry.body, entry.name))


def _seated(spec: SourceSpec) -> Iterator[tuple[NodeClaim, str]]:
    """The organisations of a source with their city: those located there, and the hosts of what is located there."""
    records = importlib.import_module(f"loaders.sources.{spec.id}.records")
    for row in records.read(spec.folder, spec):
        out = Claims(sources=[spec.id])
        try:
            records.understand(row, out, spec)
        except LeftOutError:
            continue
        for located in (tie for tie in out.ties if tie.type == "LOCATED_IN"):
            hosts = [tie.start for tie in out.ties if tie.type == "HOSTS" and tie.end is located.start]
            for body in (located.start, *hosts):
                if body.kind in GROUPS["Organisation"] and located.end.city:
                    yield body, located.end.city


def write(path: Path, bodies: list[KnownBody]) -> None:
    """Write the list as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(field.name for field in fields(KnownBody))
        table.writerows(astuple(body) for body in bodies)


if __name__ == "__main__":
    for user in USED_BY:
        write(SOURCES / user / FILE, derive())
