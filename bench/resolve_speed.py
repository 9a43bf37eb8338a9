"""How long the API takes to resolve one name on a graph of many bodies, made up (bench/identity_names.py).

    python -m bench.resolve_speed 100000

The bodies are written by the statements of a bulk load into a server of its own; the worker is a process of its own on
loopback. Three kinds of names are asked: exact, written otherwise (a form or a place left off), with one character off.
"""

from __future__ import annotations

import http.client
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bench.identity_names import SYLLABLES, Row, registrations
from bench.local import settings_of
from bench.measure import load_average, percentile
from bench.serve import worker
from graph import server
from graph.identity.mention import signature_of
from graph.identity.names import search_text
from graph.identity.registry import rows_for
from graph.schema import NODE_KINDS
from graph.schema.values import mint
from graph.settings import Settings
from graph.store import Store
from loaders.setup import ensure_schema

BATCH = 5000
ASKED = 300
WARM = 200
"""Requests before the first that counts: the statements are planned, the worker makes its tables of names meanwhile."""
INDEX_SECONDS = 300
PORT = 17699
SEED = 2026


@dataclass(frozen=True)
class Asked:
    """One kind of name: times of single requests in milliseconds, and how the answers were sorted."""

    kind: str
    times: list[float]
    sure: dict[str, int]


def measure(bodies: int, folder: Path) -> list[Asked]:
    """Fill a server with so many bodies and ask one name at a time; the server is stopped at the end."""
    settings = settings_of(folder, Settings().cache, PORT)
    register = [row for row in registrations(bodies, SEED) if row.written_otherwise < 0]
    otherwise = [row for row in registrations(bodies, SEED) if row.written_otherwise >= 0]
    chance = random.Random(SEED)
    try:
        server.start(settings)
        with Store(settings) as store:
            _fill(store, register)
        with worker(settings) as (address, _):
            return [
                _ask(address, "exact", chance.sample(register, ASKED), lambda name: name),
                _ask(address, "written otherwise", chance.sample(otherwise, ASKED), lambda name: name),
                _ask(address, "one character off", chance.sample(register, ASKED), lambda name: _slip(name, chance)),
            ]
    finally:
        server.stop(settings)


def _slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(2, max(3, len(name) - 4))
    return name[:at] + chance.choice(SYLLABLES) + name[at + 1 :]


def _fill(store: Store, register: Sequence[Row]) -> None:
    ensure_schema(store)
    for start in range(0, len(register), BATCH):
        rows = register[start : start + BATCH]
        for kind in sorted({row.kind for row in rows}):
            some = [(start + at, row) for at, row in enumerate(rows) if row.kind == kind]
            slots = {"kind": kind, "group": (*NODE_KINDS[kind].groups, kind)[0]}
            nodes = [[_id(number, row), _properties(row)] for number, row in some]
            keys = [
                [one["scheme"], one["value"], one["entity"]]
                for number, row in some
                for one in rows_for([signature_of(kind, row.name, (), "", row.place, ())], _id(number, row))
            ]
            store.writing(lambda work, n=nodes, s=slots: work.run("write/new_entities", slots=s, rows=n, version=1))  # type: ignore[misc]  # defaults bind the loop's values
            store.writing(lambda work, k=keys: work.run("write/new_identifiers", rows=k, version=1))  # type: ignore[misc]  # as above
    store.reading(lambda work: work.run("read/await_indexes", seconds=INDEX_SECONDS), seconds=INDEX_SECONDS)


def _id(number: int, row: Row) -> str:
    return mint(NODE_KINDS[row.kind].prefix, f"made-up:{number}")


def _properties(row: Row) -> dict[str, object]:
    return {
        "name": row.name,
        "names": [row.name],
        "place": row.place,
        "city": "其他",
        "search_text": search_text([row.name]),
        "walk_degree": 0,
    }


def _ask(address: str, kind: str, rows: Sequence[Row], written: Callable[[str], str]) -> Asked:
    door = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    times: list[float] = []
    sure = {"same": 0, "queue": 0, "none": 0}
    for number, row in enumerate([*rows[:WARM], *rows]):
        began = time.perf_counter()
        door.request("GET", f"/v1/resolve?{urlencode({'name': written(row.name)})}")
        reply = door.getresponse()
        body = reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{row.name}: {reply.status} {body.decode()}")
        if number >= WARM:
            times.append(1000 * (time.perf_counter() - began))
            sure[json.loads(body)["data"]["rows"][0]["sure"]] += 1
    return Asked(kind, times, sure)


def lines(bodies: int, found: Sequence[Asked]) -> list[str]:
    """The figures as a part of bench/RESULTS-identity.md."""
    return [
        f"One name in the API (GET /v1/resolve) on {bodies:,} made-up registrations, one client, worker and database",
        f"on the same cores; load average {load_average()}. Goal: p95 at most 20 ms.",
        "",
        "| names | p50, ms | p95, ms | same | queue | none |",
        "|---|---|---|---|---|---|",
        *(
            f"| {one.kind} | {percentile(one.times, 0.5):.1f} | {percentile(one.times, 0.95):.1f} "
            f"(n = {len(one.times)}) | {one.sure['same']} | {one.sure['queue']} | {one.sure['none']} |"
            for one in found
        ),
    ]


def resolving(bodies: int) -> list[str]:
    """Measured now, in a home of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory() as home:
        return lines(bodies, measure(bodies, Path(home)))


if __name__ == "__main__":
    print("\n".join(resolving(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)))
