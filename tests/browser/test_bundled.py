"""Pictures of answers over the bundled sources: the expected true path, the expected gaps, the third state."""

from __future__ import annotations

from collections.abc import Callable

from graph import gaps, search
from graph.paths import PathQuestion, find_paths
from graph.store import Store
from graph.views import gap_page, node_page, path_page
from tests.browser.conftest import Opened

Open = Callable[..., Opened]


def test_zinc_centre_path_shows_both_publications(bundled_store: Store, opened: Open) -> None:
    asked = PathQuestion.model_validate({"from": "陕西锌业", "to": "西安交通大学"})
    answer = find_paths(bundled_store, asked)
    page = opened(path_page(answer))
    centre = next(node for node in answer.data.paths[0].nodes if "锌基新材料" in node.name)
    text = page.click(f"n:{centre.id}")
    assert "平台" in text
    first = answer.data.paths[0].ties[0]
    text = page.click(f"t:{first.id}")
    assert "锌基新材料校企联合研究中心由陕西锌业" in text
    assert "陕西有色《" in text
    assert "11-27，原文未印年份，发布者原址" in text
    assert "仅见于镜像" in page.page.locator(".list").inner_text()


def test_commitments_without_evidence_are_ghosts(bundled_store: Store, opened: Open) -> None:
    page = opened(gap_page(gaps.ask(bundled_store, "commitments-without-evidence")))
    drawn = page.run(
        """Object.fromEntries(xishang.data.edges.map((e) => [xishang.data.cards[e.card].title.split(" ")[0],
            xishang.data.nodes.find((n) => n.id === e.to).label.split("\\n")[0]]))"""
    )
    assert len(drawn) == 46
    missing = {key for key, words in drawn.items() if words == "未收录依据"}
    assert {"C1", "C5", "C11a", "C11b", "C11c"} <= missing
    assert len(missing) == 15
    assert "未收录依据 15 / 46" in page.page.locator("header").inner_text()
    card = page.run("xishang.data.edges.find((e) => e.dashes === false).card")
    assert "来源（" in page.click(card)


def test_complete_list_reads_none_found(bundled_store: Store, opened: Open) -> None:
    page = opened(gap_page(gaps.ask(bundled_store, "state-key-laboratories-by-city")))
    card = page.run("xishang.data.nodes.find((n) => n.label.startsWith('查无')).card")
    text = page.click(card)
    assert "商洛市" in text
    assert "253" in text
    assert "未收录依据 " not in page.page.locator(".legend").inner_text()


def test_university_with_its_neighbours_on_both_sides(bundled_store: Store, opened: Open) -> None:
    answer = search.node(bundled_store, "西安交通大学")
    page = opened(node_page(answer))
    places = page.run("xishang.data.nodes.map((n) => [n.label.replaceAll('\\n', ''), n.x])")
    zinc = next(item.other for item in answer.data.ties if "锌基新材料" in item.other.name)
    assert any("盘龙药业" in label and x > 0 for label, x in places)
    assert zinc.name in page.click(f"n:{zinc.id}")
    assert "来源（" in page.page.locator("#details").inner_text()
    text = page.click(f"n:{answer.data.node.id}")
    assert text.startswith("高校")
    assert "西安交大" in text
