"""Hostile names on every served page and in every offline file, in a real browser: text, and nothing but text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, expect

from graph import gaps
from graph.search import search
from graph.settings import Settings
from graph.store import Store
from tests.api.serving import client_of, serving
from tests.pages.hostile import NAMES, PUBLISHED, load_hostile, shown
from tests.pages.reading import parsed
from tests.pages.visits import Visit, visiting

HIT = "window.hit ?? null"
FOREIGN = (
    "document.querySelectorAll('img, iframe, object, embed, [onclick], [onerror], [onload], [onmouseover]').length"
)
SAFE_LINKS = (
    "[...document.querySelectorAll('a, svg a')].every((a) => !String(a.getAttribute('href')).startsWith('javascript'))"
)


@pytest.fixture(scope="module")
def hostile_store(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The session's own server, holding the world under hostile names while this module runs."""
    store.writing(lambda work: work.run_text("MATCH (n) DETACH DELETE n"))
    load_hostile(store, tmp_path_factory.mktemp("hostile"))
    return store


@pytest.fixture(scope="module")
def hostile_site(hostile_store: Store, server_settings: Settings) -> Iterator[str]:
    """A site over it."""
    assert hostile_store.state().version == 2
    with serving(server_settings.model_copy(update={"api_keys": "", "query_seconds": 60.0})) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_reader(hostile_site: str) -> Iterator[httpx.Client]:
    """A client that asks for its pages."""
    with client_of(hostile_site, Accept="text/html") as client:
        yield client


@pytest.fixture(scope="module")
def ids(hostile_store: Store) -> dict[str, str]:
    """Ids of the hostile bodies by their keys of the world."""
    rows = hostile_store.read_text("MATCH (n:Entity) WHERE n.retired_in IS NULL RETURN n.id AS id, n.name AS name")
    by_name = {shown(row["name"]): row["id"] for row in rows}
    return {key: by_name[shown(name)] for key, name in NAMES.items()}


def pages(ids: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Pages by what they are: their address, and keys of the names that stand on them."""
    return {
        "home": ("/", ["F1", "U1", "B1", "M1"]),
        "sources": ("/sources", []),
        "commitment": ("/views/commitment/X1", ["M1"]),
        "path": (f"/views/path?from={ids['F1']}&to={ids['U1']}", ["F1", "U1", "B1"]),
        "no path": (f"/views/path?from={quote(NAMES['U2'])}&to={quote('<b>绝无此名</b>{{7*7}}')}", ["U2"]),
        **{f"gap {rule.name}": (f"/views/gap/{rule.name}", []) for rule in gaps.rules()},
        **{f"node {key}": (f"/views/node/{id_}", [key]) for key, id_ in ids.items()},
        "no node": (f"/views/node/{quote(NAMES['F24'].replace('/', ''), safe='')}", []),
        "no address": (f"/{quote(NAMES['U1'], safe='')}", []),
    }


def harmless(visit: Visit, names: list[str]) -> None:
    """Nothing ran, nothing was made of the names but text, and the names are there."""
    for button in visit.page.locator(".list button[data-card]:visible").all()[:12]:
        button.click()
    for summary in visit.page.locator("summary:visible").all():
        summary.click()
    titles = visit.page.locator("svg title").all_text_contents()
    text = " ".join(" ".join([visit.page.locator("body").inner_text(), *titles]).split())
    for key in names:
        assert shown(NAMES[key]) in text, key
    assert visit.run(HIT) is None
    assert visit.run(FOREIGN) == 0
    assert visit.run(SAFE_LINKS)
    assert visit.run("document.querySelectorAll('h1').length") == 1
    assert visit.run("document.querySelectorAll('h1 *, h2 b, td b, li b b').length") == 0
    assert "49" not in visit.page.title()


def test_names_are_text_on_every_page(browser: Browser, hostile_site: str, ids: dict[str, str]) -> None:
    for what, (path, names) in pages(ids).items():
        with visiting(browser, hostile_site) as visit:
            visit.open(path)
            if "xishang" in visit.run("[...document.scripts].map((s) => s.textContent.slice(0, 200)).join()"):
                visit.drawn()
            harmless(visit, names)
            if what.startswith("no "):
                visit.console[:] = [line for line in visit.console if "Failed to load resource" not in line]


def test_names_are_text_in_offline_files(
    browser: Browser, hostile_reader: httpx.Client, ids: dict[str, str], tmp_path: Path
) -> None:
    wanted = {
        f"/files/path?from={ids['F1']}&to={ids['U1']}": ["F1", "U1", "B1"],
        f"/files/node/{ids['B3']}": ["B3"],
        f"/files/node/{ids['F2']}": ["F2"],
        **{f"/files/gap/{rule.name}": [] for rule in gaps.rules()},
    }
    for number, (path, names) in enumerate(wanted.items()):
        reply = hostile_reader.get(path)
        assert reply.status_code == 200, path
        assert reply.headers["content-disposition"].isascii()
        file = tmp_path / f"{number}.html"
        file.write_bytes(reply.content)
        with visiting(browser, "about:blank") as visit:
            visit.open(file.as_uri())
            visit.drawn()
            harmless(visit, names)
            assert visit.run("document.scripts.length") == 3


def test_a_hostile_suggestion_is_text(browser: Browser, hostile_site: str) -> None:
    with visiting(browser, hostile_site) as visit:
        visit.open("/")
        box = visit.page.locator("input[name=from]")
        box.press_sequentially("乙一矿")
        hit = visit.page.locator("#suggest-from li").filter(has_text=NAMES["F1"])
        expect(hit.first).to_be_visible()
        hit.first.click()
        expect(box).to_have_value(NAMES["F1"])
        visit.page.locator("input[name=to]").fill(NAMES["U1"])
        visit.page.get_by_role("button", name="看路径").click()
        visit.page.wait_for_url("**/views/path?**")
        visit.drawn()
        assert visit.page.title() == f"路径：{NAMES['F1']} → {NAMES['U1']}"
        harmless(visit, ["F1", "U1"])


@pytest.mark.parametrize("key", sorted(NAMES))
def test_a_hostile_name_is_found_by_itself(hostile_store: Store, ids: dict[str, str], key: str) -> None:
    hits = search(hostile_store, shown(NAMES[key]), limit=5).data.hits
    assert hits[0].id == ids[key]
    assert hits[0].certain


def test_an_address_that_is_script_is_no_link(hostile_reader: httpx.Client) -> None:
    page = parsed(hostile_reader.get("/sources").text)
    row = page.get_element_by_id("Z1")
    assert PUBLISHED["Z1"]["publisher"] in row.text_content()
    assert row.xpath(".//a") == []


def test_a_name_of_two_bodies_offers_the_same_question_with_each(hostile_reader: httpx.Client) -> None:
    reply = hostile_reader.get("/views/path", params={"from": "丁香公司（虚构）", "to": NAMES["U1"], "max_hops": "2"})
    assert reply.status_code == 409
    page = parsed(reply.text)
    links = [str(link) for link in page.xpath("//ul[@class='hits']//a/@href")]
    assert len(links) == 2
    assert all(link.startswith("/views/path?from=") and "max_hops=2" in link for link in links)
    assert [hostile_reader.get(link).status_code for link in links] == [200, 200]
