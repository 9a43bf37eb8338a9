"""Size of the pictures, and how long a browser takes from opening one to the last frame it draws."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from graph import gaps, search
from graph.paths import PathQuestion, find_paths
from graph.store import Store
from graph.views import gap_page, node_page, path_page, write_page
from tests.browser.chromium import FLAGS, find

OPENINGS = 5
POLLS, POLL_MILLISECONDS = 400, 25


@dataclass(frozen=True)
class Picture:
    """A page: its bytes, and the milliseconds to a stable frame, the middle of several openings."""

    name: str
    size: int
    stable: float


def pictures(store: Store, folder: Path) -> list[Picture]:
    """Writes three pages and opens each several times in the installed Chromium."""
    path = find_paths(store, PathQuestion.model_validate({"from": "五洲矿业", "to": "西安交通大学"}))
    pages = {
        "path 五洲矿业–西安交通大学": path_page(path),
        "gap commitments-without-evidence": gap_page(gaps.ask(store, "commitments-without-evidence")),
        "node 西安交通大学": node_page(search.node(store, "西安交通大学")),
    }
    files = {name: write_page(folder / f"{number}.html", page) for number, (name, page) in enumerate(pages.items())}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
        times = {name: sorted(_stable(browser, file) for _ in range(OPENINGS)) for name, file in files.items()}
        browser.close()
    return [Picture(name, file.stat().st_size, times[name][OPENINGS // 2]) for name, file in files.items()]


def _stable(browser: object, file: Path) -> float:
    page = browser.new_page(viewport={"width": 1280, "height": 800})  # type: ignore[attr-defined]  # playwright's Browser
    page.goto(file.as_uri())
    try:
        for _ in range(POLLS):
            value = page.evaluate("window.xishangStable ?? null")
            if value is not None:
                return float(value)
            page.wait_for_timeout(POLL_MILLISECONDS)
    finally:
        page.close()
    raise RuntimeError(f"no stable frame of {file} within {POLLS * POLL_MILLISECONDS / 1000:.0f} s")
