"""Our picture beside stock pyvis on the same graph, and the first paint of the site's first page.

Stock pyvis is asked to inline what it can (`cdn_resources="in_line"`); what it still asks for outside is cut off at
once, so that it does not wait for a network. Its frame is stable when vis-network says `stabilized`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Route, sync_playwright
from pyvis.network import Network

from graph.answers import Answer, CypherAnswer
from graph.free import CypherQuestion, ask_cypher
from graph.store import Store
from graph.views import table_page, write_page
from tests.browser.chromium import FLAGS, find

ROWS = 480
"""Ties asked for: they have nearly the 300 nodes that a picture holds."""
OPENINGS = 3
LIMIT_MILLISECONDS = 120_000
STATEMENT = """
MATCH (a:Organisation|Carrier|Person|Project)-[r]-(b:Organisation|Carrier|Person|Project|Place)
WHERE r.retired_in IS NULL RETURN a, r, b ORDER BY r.id LIMIT 480
"""
WATCH = """
const timer = setInterval(() => {
  if (window.network && window.network.once) {
    clearInterval(timer);
    window.network.once("stabilized", () => { window.xishangStable = performance.now(); });
  }
}, 5);
"""


@dataclass(frozen=True)
class Compared:
    """Milliseconds to a stable frame, medians, on one graph of so many nodes and ties; and the first paint of `/`."""

    nodes: int
    ties: int
    ours: float
    stock: float
    first_paint: float


def compared(store: Store, address: str, folder: Path) -> Compared:
    """Open our page, stock pyvis' page and the first page of a running site, each several times."""
    answer = ask_cypher(store, CypherQuestion(statement=STATEMENT, limit=ROWS))
    ours, stock = write_page(folder / "ours.html", table_page(answer)), folder / "stock.html"
    stock.write_text(_stock(answer), encoding="utf-8")
    with _browser() as browser:
        return Compared(
            len(answer.data.nodes),
            len(answer.data.ties),
            median(_stable(browser, ours, "") for _ in range(OPENINGS)),
            median(_stable(browser, stock, WATCH) for _ in range(OPENINGS)),
            median(_first_paint(browser, address) for _ in range(OPENINGS)),
        )


def section(found: Compared) -> list[str]:
    """The figures as a part of RESULTS.md."""
    return [
        "## Pages in a browser",
        "",
        f"The same {found.nodes} nodes and {found.ties} ties as our picture of a statement's answer and as stock pyvis "
        f"draws them; medians of {OPENINGS} openings.",
        "",
        "| figure | measured | aim |",
        "|---|---|---|",
        f"| first paint of `/`, warm | {found.first_paint:.0f} ms | ≤ 500 ms |",
        f"| our picture, to a stable frame | {found.ours:.0f} ms | ≤ 800 ms |",
        f"| stock pyvis, to a stable frame | {found.stock:.0f} ms | |",
        "",
    ]


def _stock(answer: Answer[CypherAnswer]) -> str:
    network = Network(height="800px", width="100%", cdn_resources="in_line")
    for node in answer.data.nodes:
        network.add_node(node.id, label=node.name)
    for tie in answer.data.ties:
        network.add_edge(tie.start, tie.end, label=tie.type)
    return str(network.generate_html(notebook=False))


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(LIMIT_MILLISECONDS)
    page.route("**/*", _only_here)
    yield page
    page.close()


def _only_here(route: Route) -> None:
    here = route.request.url.startswith(("file:", "data:", "http://127.0.0.1"))
    (route.continue_ if here else route.abort)()


def _stable(browser: Browser, file: Path, watch: str) -> float:
    with _page(browser) as page:
        if watch:
            page.add_init_script(watch)
        page.goto(file.as_uri())
        return float(page.wait_for_function("window.xishangStable ?? null").json_value())


def _first_paint(browser: Browser, address: str) -> float:
    with _page(browser) as page:
        page.goto(f"{address}/")
        paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
        return float(page.wait_for_function(paint).json_value())
