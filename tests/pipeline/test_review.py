"""The queue, side by side, on a terminal and on a page of this machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph import review
from graph.errors import NotFoundError
from graph.store import Store
from loaders.pipeline import load
from loaders.review import decide
from loaders.review.page import create_app
from tests.pipeline.graphs import named, nodes
from tests.pipeline.sources import body, source, tie

WHY = {"reason": "编造的理由", "who": "测试"}
FIRM, ALIKE, PARTNER = "编造锌业", "编造锌业集团", body("Institute", "编造的研究所")


@pytest.fixture
def waiting(graph: Store, tmp_path: Path) -> Store:
    """Two firms that look alike, from two sources, with a partner in common."""
    load(graph, source(tmp_path / "first", [tie(body("Enterprise", FIRM), "PARTNER_OF", PARTNER)]))
    load(graph, source(tmp_path / "paper", [tie(body("Enterprise", ALIKE), "PARTNER_OF", PARTNER)]))
    return graph


def pair(store: Store) -> tuple[str, str]:
    [found] = review.queue(store).data.pairs
    return found.one, found.other


def test_look_alikes_wait_with_what_the_rules_say(waiting: Store) -> None:
    [found] = review.queue(waiting).data.pairs
    assert set(found.names) == {FIRM, ALIKE}
    assert (found.kind, found.load, found.source) == ("Enterprise", 2, "paper")
    assert found.why
    assert found.reason
    assert review.queue(waiting, kinds=["Institute"]).data.pairs == []


@pytest.mark.parametrize("judgement", ["same", "different"])
def test_a_judged_pair_leaves_the_queue(waiting: Store, judgement: str) -> None:
    decide(waiting, judgement, pair(waiting), **WHY)  # type: ignore[arg-type]  # the two words of the parameters
    assert review.queue(waiting).data.pairs == []


def test_an_unsure_pair_stays_at_the_end(waiting: Store) -> None:
    decide(waiting, "unsure", pair(waiting), **WHY)
    assert len(review.queue(waiting).data.pairs) == 1


def test_side_by_side_shows_what_both_are_tied_to(waiting: Store) -> None:
    one, other = pair(waiting)
    shown = review.side_by_side(waiting, one, other).data
    assert [found.node.id for found in shown.details] == [one, other]
    assert shown.shared == [named(waiting, "编造的研究所")["id"]]
    with pytest.raises(NotFoundError, match="ent-nothere2"):
        review.side_by_side(waiting, one, "ent-nothere2")


def test_the_page_shows_both_and_takes_a_judgement_with_its_own_token_only(waiting: Store) -> None:
    one, other = pair(waiting)
    client = TestClient(create_app(waiting), base_url="http://127.0.0.1:8010", follow_redirects=False)
    home = client.get("/").text
    assert FIRM in home
    assert ALIKE in home
    page = client.get("/pair", params={"one": one, "other": other})
    assert "编造的研究所" in page.text
    assert "script-src 'nonce-" in page.headers["content-security-policy"]
    token = re.search(r'name="token" value="([^"]+)"', page.text)
    assert token is not None
    sent = {"one": one, "other": other, "judgement": "different", "reason": "编造的理由"}
    refused = client.post("/judge", data=sent | {"token": "of another page"})
    assert (refused.status_code, len(review.queue(waiting).data.pairs)) == (422, 1)
    empty = client.post("/judge", data=sent | {"token": token[1], "reason": " "})
    assert (empty.status_code, "理由" in empty.text) == (422, True)
    done = client.post("/judge", data=sent | {"token": token[1]})
    assert done.status_code == 303
    assert "已记为不同主体" in client.get(done.headers["location"]).text
    assert review.queue(waiting).data.pairs == []
    assert len(nodes(waiting)) == 3


def test_the_page_answers_to_this_machine_only(waiting: Store) -> None:
    client = TestClient(create_app(waiting), base_url="http://somewhere.example")
    assert client.get("/").status_code == 421


def run(environment: dict[str, str], *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "graph.cli", "review", *words],
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_command_lists_judges_and_takes_back(waiting: Store, own_environment: dict[str, str]) -> None:
    listed = json.loads(run(own_environment, "--list", "--json").stdout)
    [found] = listed["data"]["pairs"]
    ids = (found["one"], found["other"])
    missing = run(own_environment, *ids)
    assert (missing.returncode, "--same" in missing.stderr) == (2, True)
    judged = run(own_environment, *ids, "--different", "--reason", "编造的理由")
    assert (judged.returncode, "不同主体" in judged.stdout) == (0, True)
    told = run(own_environment, "--journal")
    assert "编造的理由" in told.stdout
    back = run(own_environment, "--take-back", "journal-000001", "--reason", "看错了", "--json")
    assert json.loads(back.stdout)["data"]["judgement"] == "unsure"
    assert len(review.queue(waiting).data.pairs) == 1
