"""One worker of the HTTP door beside the bare driver: the same statements, the same ids, in one run.

    measure(settings, requests=480) -> Serving
    section(found) -> lines of bench/RESULTS.md

The worker is a process of its own on loopback; its clients share the machine with it and with the database.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import neo4j  # the bare driver is what is compared with; nothing else outside graph/store uses it

from bench.local import pairs
from bench.measure import Clock, Peak, percentile, quiet_environment, watching
from graph.search import node
from graph.server import connection
from graph.settings import Settings
from graph.store import Store, Work

REQUESTS = 480
"""A case; enough for a p95 that stays, few enough for a laptop."""
CLIENTS = (1, 16)
WARM = 240
TIES = 10
"""Ties of a node that a look-up shows."""

Statement = tuple[str, dict[str, Any]]
Ask = Callable[[int], None]


@dataclass(frozen=True)
class Case:
    """One way of asking: times of single requests in milliseconds, requests a second over all clients."""

    name: str
    clients: int
    times: list[float]
    rate: float


@dataclass(frozen=True)
class Serving:
    """All cases of one run, statements behind one look-up, and the worker's resident memory in bytes."""

    cases: list[Case]
    statements: int
    started: int
    peak: int

    def case(self, name: str, clients: int) -> Case:
        """The case of this name and number of clients."""
        return next(case for case in self.cases if (case.name, case.clients) == (name, clients))


def measure(settings: Settings, requests: int = REQUESTS) -> Serving:
    """Ask a running server that holds the graph, by the driver and through a worker; at most 500 requests a case."""
    requests = min(requests, 500)
    with Store(settings) as store:
        asked = pairs(store)
        ids = list(dict.fromkeys(id_ for pair in asked for id_ in pair if "-" in id_))
        played = [_statements(store, id_) for id_ in ids]
    lookups = [f"/v1/nodes/{quote(id_)}?limit={TIES}" for id_ in ids]
    paths = [f"/v1/paths?{urlencode({'from': start, 'to': end})}" for start, end in asked]
    cases: list[Case] = []
    with worker(settings) as (address, peak), _bare(settings, played) as bare:
        started = peak.rss
        for clients in CLIENTS:
            cases.append(_run("bare", clients, requests, lambda: bare))
            cases.append(_run("look-up", clients, requests, lambda: _http(address, lookups)))
        cases.append(_run("path", 1, min(requests, len(paths)), lambda: _http(address, paths)))
        time.sleep(0.2)
        return Serving(cases, round(sum(map(len, played)) / len(played)), started, peak.rss)


def section(found: Serving) -> list[str]:
    """The figures as a part of RESULTS.md, with the aims of the first release beside them."""
    bare, ours = found.case("bare", 1), found.case("look-up", 1)
    bare_many, ours_many = found.case("bare", 16), found.case("look-up", 16)
    path = found.case("path", 1)
    added = percentile(ours.times, 0.5) - percentile(bare.times, 0.5)
    share = ours_many.rate / bare_many.rate
    return [
        "## One worker of the HTTP door, beside the bare driver",
        "",
        f"A look-up is a node by id with its {TIES} heaviest ties and their sources, {found.statements} statements.",
        "The bare driver sends the same ones in one read transaction and makes nothing of the rows.",
        "",
        "| what | clients | p50 / p95 ms | a second |",
        "|---|---|---|---|",
        *(
            f"| {case.name} | {case.clients} | {percentile(case.times, 0.5):.1f} / {percentile(case.times, 0.95):.1f} "
            f"(n = {len(case.times)}) | {case.rate:.0f} |"
            for case in found.cases
        ),
        "",
        "| figure | measured | aim |",
        "|---|---|---|",
        f"| look-up p50 at one client beyond the bare driver | {added:+.1f} ms | ≤ +2 ms |",
        f"| look-up throughput at 16 clients beside the bare driver | {share:.2f} × | ≥ 0.4 × |",
        f"| path answer p95 | {percentile(path.times, 0.95):.1f} ms | ≤ 40 ms |",
        f"| memory of the worker, started / at most | {found.started / 2**20:.0f} / {found.peak / 2**20:.0f} MiB "
        "| ≤ 200 MiB |",
        "",
    ]


def _statements(store: Store, id_: str) -> list[Statement]:
    """What one look-up sends, in order, taken from the question itself."""
    sent: list[Statement] = []
    run_text = Work.run_text

    def noting(work: Work, text: str, values: Any = None) -> Any:
        sent.append((text, dict(values or {})))
        return run_text(work, text, values)

    Work.run_text = noting  # type: ignore[method-assign,assignment]  # an observer around the real method
    try:
        node(store, id_, limit=TIES)
    finally:
        Work.run_text = run_text  # type: ignore[method-assign]  # put back
    return sent


@contextmanager
def _bare(settings: Settings, played: Sequence[Sequence[Statement]]) -> Iterator[Ask]:
    target = connection(settings)
    with neo4j.GraphDatabase.driver(
        target.uri, auth=(target.user, target.password), notifications_min_severity="OFF"
    ) as driver:

        def ask(number: int) -> None:
            statements = played[number % len(played)]
            with driver.session(database=target.database, default_access_mode=neo4j.READ_ACCESS) as session:
                session.execute_read(lambda tx: [list(tx.run(text, values)) for text, values in statements])

        yield ask


def _http(address: str, questions: Sequence[str]) -> Ask:
    """A client with a connection of its own; any reply but 200 ends the run."""
    door = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)

    def ask(number: int) -> None:
        question = questions[number % len(questions)]
        door.request("GET", question)
        reply = door.getresponse()
        body = reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{question}: {reply.status} {body.decode()}")

    return ask


def _run(name: str, clients: int, requests: int, make: Callable[[], Ask]) -> Case:
    """`requests` questions by so many clients, each in a thread with what `make` gives it; warmed up before."""
    asks = [make() for _ in range(clients)]
    for number in range(WARM):
        asks[number % clients](number)

    def client(first: int) -> list[float]:
        times = []
        for number in range(first, requests, clients):
            before = time.perf_counter()
            asks[first](number)
            times.append(1000 * (time.perf_counter() - before))
        return times

    clock = Clock()
    with ThreadPoolExecutor(clients) as pool:
        times = [value for found in pool.map(client, range(clients)) for value in found]
    return Case(name, clients, times, len(times) / clock())


@contextmanager
def worker(settings: Settings) -> Iterator[tuple[str, Peak]]:
    """`xishang serve` as a user starts it, ended by its own process; yields its address and its memory."""
    command = [str(Path(sys.executable).with_name("xishang")), "serve", "--port", "0", "--json"]
    values = {"XISHANG_HOME": str(settings.home), "XISHANG_CACHE": str(settings.cache)}
    with quiet_environment(**values) as env:
        env |= {"NEO4J_URI": settings.neo4j_uri, "NEO4J_PASSWORD": settings.neo4j_password}
        child = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        address = json.loads(child.stdout.readline())["pages"].rstrip("/")
        with watching(child.pid) as peak:
            time.sleep(1)
            yield address, peak
    finally:
        child.terminate()
        child.wait(20)
