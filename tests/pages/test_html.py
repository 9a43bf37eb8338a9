"""What the html of every page keeps to, and that no link of the site leads nowhere."""

from __future__ import annotations

import json
import re
from collections import deque
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from graph import gaps
from tests.pages.reading import parsed

CRAWLED = 150
FORMS = ("/v1/", "/files/", "/templates/", "/static/", "/docs")
"""Answers in other forms than a page: asked for once each kind, not followed."""
OWN = [
    "/",
    "/sources",
    "/views/commitment/C3",
    "/views/commitment/C2",
    "/views/node/西安交通大学",
    "/nothing-here",
    "/views/path?from=陕西锌业",
]
PICTURES = [
    "/views/path?from=陕西锌业&to=西安交大",
    "/views/path?from=陕西锌业&to=绝无此名的研究院",
    *(f"/views/gap/{rule.name}" for rule in gaps.rules()),
]


@pytest.mark.parametrize("path", [*OWN, *PICTURES])
def test_every_page_keeps_to_the_rules(reader: httpx.Client, path: str) -> None:
    reply = reader.get(path)
    page = parsed(reply.text)
    assert page.get("lang") == "zh-CN"
    assert len(page.findall(".//h1")) == 1
    assert len(page.findall("./head/title")) == 1
    assert page.xpath("//a[contains(@class, 'skip')]")
    assert page.xpath("//nav//a[@href='/']")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert not page.xpath("//@style")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for address in page.xpath("//a/@href"):
        assert not str(address).lower().startswith("javascript:")
    for link in page.xpath("//a[starts-with(@href, 'http')]"):
        assert "noopener" in link.get("rel", "")


@pytest.mark.parametrize("path", [path for path in OWN if "/node/" not in path])
def test_own_pages_hold_no_script_or_style_of_their_own(reader: httpx.Client, path: str) -> None:
    reply = reader.get(path)
    page = parsed(reply.text)
    assert all(script.get("src", "").startswith("/static/") for script in page.findall(".//script"))
    assert not page.findall(".//style")
    policy = reply.headers["content-security-policy"]
    assert "'unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("path", PICTURES)
def test_picture_pages_carry_a_policy_by_hash(reader: httpx.Client, path: str) -> None:
    reply = reader.get(path)
    page = parsed(reply.text)
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "default-src 'none'" in policy
    assert "'unsafe" not in policy
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    forms = page.xpath("//header//span[@class='forms']/a/@href")
    assert [reader.get(str(address)).status_code for address in forms] == [200, 200, 200]


@pytest.mark.parametrize("path", [path for path in OWN if path.startswith(("/views/c", "/sources"))] + ["/"])
def test_every_answer_shows_version_date_query_and_marks(reader: httpx.Client, path: str) -> None:
    page = parsed(reader.get(path).text)
    foot = page.xpath("string(//footer)")
    assert re.search(r"图版本 \d+ · 装载于 20\d\d", foot)
    statements = page.xpath("//footer//details[@class='statement']//pre")
    assert statements
    assert all("MATCH" in statement.text_content() for statement in statements)
    marks = {mark.text_content() for mark in page.xpath("//main//span[@class='mark']")}
    assert marks
    assert marks <= {"O", "R", "M", "N"}


def test_no_link_leads_nowhere(reader: httpx.Client) -> None:
    """Breadth first from the first page, each address once; pages up to a bound, other forms one of each kind."""
    queue, seen, kinds, pages = deque(["/"]), {"/"}, set[str](), 0
    faults = []
    while queue and pages < CRAWLED:
        path = queue.popleft()
        reply = reader.get(path)
        pages += 1
        if reply.status_code >= 400:
            faults.append((path, reply.status_code))
            continue
        if "text/html" not in reply.headers["content-type"] or path.startswith(FORMS):
            continue
        page = parsed(reply.text)
        found = [*page.xpath("//a/@href"), *page.xpath("//link/@href"), *page.xpath("//script/@src")]
        found += _leads(page)
        for link in found:
            address = urlsplit(urljoin(path, str(link)))
            if address.netloc or address.scheme:
                continue
            target = address.path + (f"?{address.query}" if address.query else "")
            kind = re.sub(r"^(/[^/?]+/[^/?]+).*", r"\1", target)
            if target in seen or (
                target.startswith(FORMS) and (kind in kinds and not target.startswith("/templates/"))
            ):
                continue
            seen.add(target)
            kinds.add(kind)
            queue.append(target)
    assert faults == []
    assert pages >= min(CRAWLED, 100)


def _leads(page: Any) -> list[str]:
    """Where the cards of a picture lead: they are links only once a card is shown."""
    data = page.xpath("//script[@id='data']")
    if not data:
        return []
    return [address for card in json.loads(data[0].text)["cards"].values() for address, _ in card.get("leads", ())][:6]


def test_fragments_of_citations_are_on_the_sources_page(reader: httpx.Client) -> None:
    home = parsed(reader.get("/").text)
    wanted = {str(link).partition("#")[2] for link in home.xpath("//a[starts-with(@href, '/sources#')]/@href")}
    ids = set(parsed(reader.get("/sources").text).xpath("//@id"))
    assert wanted
    assert wanted <= ids


def test_templates_are_headers_in_the_bureaus_words(reader: httpx.Client) -> None:
    home = parsed(reader.get("/").text)
    links = home.xpath("//table[contains(@class, 'next')]//a[@download]/@href")
    assert len(links) == len(set(links)) >= 5
    for link in links:
        reply = reader.get(str(link))
        assert reply.headers["content-type"].startswith("text/csv")
        assert reply.content.startswith(b"\xef\xbb\xbf")
        lines = reply.content.decode("utf-8-sig").splitlines()
        assert len(lines) == 1
        assert len(lines[0].split(",")) >= 8
    assert reader.get("/templates/nothing.csv").status_code == 404


def test_offline_files_are_offered_for_keeping(reader: httpx.Client) -> None:
    reply = reader.get("/files/gap/one-sided-platforms")
    assert reply.headers["content-disposition"].startswith("attachment")
    assert "/v1/" not in parsed(reply.text).xpath("string(//header)")
    assert not parsed(reply.text).xpath("//header//a")
    assert "data-served" not in reply.text.split("<script", 1)[0]


def test_the_first_page_is_made_once_for_a_version(reader: httpx.Client) -> None:
    first, second = reader.get("/"), reader.get("/")
    assert first.text == second.text
    assert first.headers["etag"] == second.headers["etag"]
    assert reader.get("/", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
