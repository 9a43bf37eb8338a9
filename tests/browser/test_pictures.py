"""Pages of made-up answers: drawn, readable, clickable, and asking for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from graph.answers import Answer, CypherAnswer, Meta, TableNode
from graph.views import gap_page, node_page, path_page, style, table_page
from tests.browser import made_up
from tests.browser.conftest import Opened

Open = Callable[..., Opened]
PAGES = {
    "path": lambda: path_page(made_up.ten_paths()),
    "none": lambda: path_page(made_up.no_path()),
    "gap": lambda: gap_page(made_up.gap(46, 2)),
    "node": lambda: node_page(made_up.one_node(60)),
}

INK = """() => {
    const canvas = document.querySelector("#picture canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let ink = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i + 3] && data[i] + data[i + 1] + data[i + 2] < 600) ink += 1;
    return ink;
}"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["wide", "phone"])
def test_drawn_within_the_window(opened: Open, name: str, size: tuple[int, int]) -> None:
    page = opened(PAGES[name](), *size)
    assert page.run(INK) > 400
    assert page.run("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.run("document.querySelector('#picture').clientHeight") > 300
    drawn = page.run("Object.keys(xishang.network.body.nodes).length")
    assert drawn == page.run("xishang.data.nodes.length") > 1


@pytest.mark.parametrize("name", PAGES)
def test_wide_picture_is_whole_at_first_sight(opened: Open, name: str) -> None:
    page = opened(PAGES[name]())
    outside = page.run(
        """() => {
            const box = document.getElementById("picture").getBoundingClientRect();
            return xishang.data.nodes.filter(({ id }) => {
                const { left, top, right, bottom } = xishang.network.getBoundingBox(id);
                const a = xishang.network.canvasToDOM({ x: left, y: top });
                const b = xishang.network.canvasToDOM({ x: right, y: bottom });
                return a.x < -1 || a.y < -1 || b.x > box.width + 1 || b.y > box.height + 1;
            }).map((node) => node.label);
        }"""
    )
    assert outside == []
    assert page.run("xishang.network.getScale()") >= 0.6


@pytest.mark.parametrize("name", PAGES)
def test_names_do_not_cover_each_other(opened: Open, name: str) -> None:
    page = opened(PAGES[name]())
    covered = page.run(
        """() => {
            const boxes = xishang.data.nodes.filter((n) => !n.corner)
                .map((n) => ({ name: n.label, ...xishang.network.getBoundingBox(n.id) }));
            const share = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left))
                * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
                / Math.min((a.right - a.left) * (a.bottom - a.top), (b.right - b.left) * (b.bottom - b.top));
            return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => share(a, b) > 0.12)
                .map((b) => [a.name, b.name]));
        }"""
    )
    assert covered == []


def test_chinese_is_drawn_with_a_font_that_has_it(opened: Open) -> None:
    page = opened(PAGES["path"]())
    assert "云溪锌业有限责任公司" in page.page.locator("h1").inner_text()
    # A character the font lacks is drawn as the same box as one that no font has.
    pixels = page.run(
        """(characters) => characters.map((character) => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 40;
            const ctx = canvas.getContext("2d");
            ctx.font = `32px ${xishang.data.look.font}`;
            ctx.fillText(character, 2, 34);
            return [...ctx.getImageData(0, 0, 40, 40).data].join();
        })""",
        ["锌", "商", "洛", "钒", "\U000f5a5a"],
    )
    assert len(set(pixels)) == len(pixels)


def test_click_on_a_tie_shows_its_sources(opened: Open) -> None:
    page = opened(PAGES["path"]())
    text = page.click("t:tie-0")
    assert "“四主体一联合”云溪锌基新材料校企联合研究中心由云溪锌业有限责任公司共建" in text
    assert "反向读" in text
    assert "2023-06" in text
    assert "云溪日报《云溪锌业与长宁大学共建联合研究中心》，11-27，原文未印年份，发布者原址" in text
    assert "云溪发布《镜像所见》，2023-12-16，仅见于镜像" in text
    links = page.run("[...document.querySelectorAll('#details a')].map((a) => [a.href, a.rel])")
    assert links == [["https://paper.example/a?b=1&c=2", "noopener noreferrer"]]


def test_repost_has_its_address_as_text_only(opened: Open) -> None:
    page = opened(PAGES["path"]())
    text = page.click("t:tie-2")
    assert "发布者未注明《转载一则》，2023-06，转载" in text
    assert "http://repost.example/2" in text
    assert page.page.locator("#details a").count() == 0


def test_click_on_a_node_shows_kind_city_and_sources(opened: Open) -> None:
    page = opened(PAGES["path"]())
    text = page.click(f"n:{made_up.SCHOOL.id}")
    assert text.startswith("高校")
    assert "西安" in text
    assert "来源（" in text


def test_click_on_a_name_counts_as_the_node(opened: Open) -> None:
    page = opened(PAGES["path"]())
    x, y = page.spot(f"n:{made_up.FIRM.id}")
    page.page.mouse.click(x, y + 40 * page.run("xishang.network.getScale()"))
    assert page.page.locator("#details h2").inner_text() == made_up.FIRM.name


def test_missing_is_told_from_none_found_and_from_plans(opened: Open) -> None:
    page = opened(PAGES["gap"]())
    ghosts = page.run("xishang.data.nodes.filter((n) => n.label.startsWith('未收录依据')).map((n) => n.label)")
    assert len(ghosts) == 15
    assert set(ghosts) == {"未收录依据\n缺：有关的事实等"}
    dashes = page.run(
        """Object.fromEntries(xishang.data.nodes.filter((n) => n.shape === "box").map((n) =>
            [n.label.replace(/[0-9]+/, "n"), JSON.stringify(xishang.data.edges.find((e) => e.to === n.id).dashes)]))"""
    )
    assert len({dashes[key] for key in dashes}) == len({"missing", "none", "started", "signed", "planned"})
    assert dashes["依据 n 条"] == dashes["依据 n 条\n成果"] == "false"
    assert "未收录依据" in page.click("f:made-up:001")
    assert "来源（2）" in page.click("f:made-up:000")


def test_list_picture_and_ratio_agree(opened: Open) -> None:
    page = opened(PAGES["gap"]())
    anchors = page.run("new Set(xishang.data.nodes.filter((n) => n.shape !== 'box').map((n) => n.card)).size")
    rows = page.page.locator(".list ol button").count()
    numbers = [int(text.split("/")[0]) for text in page.page.locator(".ratio b").all_inner_texts()]
    assert anchors == rows == sum(numbers) == 46


def test_node_picture_says_how_many_more(opened: Open) -> None:
    page = opened(node_page(made_up.one_node(60, found=812)))
    words = page.page.locator("header").inner_text()
    assert "40 / 60 个邻居" in words
    assert "还有 20 个只在列表中" in words
    assert "还有 752 条未列出" in words
    sides = page.run(
        """xishang.data.nodes.map((n) => [n.city, n.x]).filter(([city]) => city === "西安" || city === "商洛")"""
    )
    assert all(x < 200 for city, x in sides if city == "西安")
    assert {city for city, _ in sides} == {"西安", "商洛"}


def test_ties_of_one_look_to_a_neighbour_are_one_line(opened: Open) -> None:
    answer = made_up.one_node(3)
    first = answer.data.ties[0]
    more = [
        first.model_copy(update={"tie": first.tie.model_copy(update={"id": f"more-{i}", "sources": [source]})})
        for i, source in enumerate([made_up.OWN, made_up.REPOST, made_up.MIRROR])
    ]
    page = opened(node_page(Answer(data=answer.data.model_copy(update={"ties": more}), meta=answer.meta)))
    assert page.run("xishang.data.edges.length") == 1
    assert f"{style.tie_words(first.tie.type)}×3" in page.run("xishang.data.nodes[1].label")
    text = page.click(page.run("xishang.data.edges[0].card"))
    assert "3 条关系" in text
    assert "来源（3）" in text
    page.page.locator(".list ol button").nth(1).click()
    assert "来源（1）" in page.page.locator("#details").inner_text()
    assert page.run("xishang.network.getSelectedEdges().length") == 1


def test_keyboard_alone_reaches_the_sources(opened: Open) -> None:
    page = opened(PAGES["path"]())
    for _ in range(60):
        page.page.keyboard.press("Tab")
        if page.run("document.activeElement.dataset.card ?? ''") == "p:0":
            break
    page.page.keyboard.press("Enter")
    assert "第 1 条路径" in page.page.locator("#details").inner_text()
    assert page.page.locator("#details .sources li").count() == 2
    assert page.run("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.page.keyboard.press("Escape")
    assert "按 Esc 取消选择" in page.page.locator("#details").inner_text()


def test_zoom_and_fit(opened: Open) -> None:
    page = opened(PAGES["gap"]())
    before = page.run("xishang.network.getScale()")
    page.page.get_by_role("button", name="放大").click()
    assert page.run("xishang.network.getScale()") == pytest.approx(before * 1.25)
    page.page.get_by_role("button", name="看全图").click()
    assert page.run("xishang.network.getScale()") == pytest.approx(before, rel=0.05)


def test_no_path_is_not_said_as_no_tie(opened: Open) -> None:
    page = opened(PAGES["none"]())
    assert "不等于两者没有联系" in page.page.locator("header").inner_text()
    assert "两者之间没有收录任何可走的关系。" in page.click("missing")


def test_head_and_foot(opened: Open) -> None:
    page = opened(path_page(made_up.ten_paths(), statement_text="MATCH (n) // <b>x</b>"))
    assert page.run("document.documentElement.lang") == "zh-CN"
    assert page.page.title() == "路径：云溪锌业有限责任公司 → 长宁大学"
    foot = page.page.locator("footer summary").inner_text()
    for words in ("图版本 17", "装载于 2026-11-20 ", "paths/simple", '"max_hops": 3'):
        assert words in foot
    page.page.locator("footer summary").click()
    assert page.page.locator("footer pre").inner_text() == "MATCH (n) // <b>x</b>"


def test_print_shows_picture_and_list(opened: Open) -> None:
    page = opened(PAGES["gap"]())
    page.page.emulate_media(media="print")
    assert page.page.locator(".tools").is_hidden()
    assert page.page.locator("#picture canvas").is_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.page.pdf(landscape=True))) >= 2


def test_three_hundred_nodes_are_stable_soon(opened: Open, record_property: Callable[[str, object], None]) -> None:
    html = gap_page(made_up.gap(150, 5))
    page = opened(html)
    took = page.stable()
    record_property("stable_ms", round(took))
    record_property("kb", len(html.encode()) // 1000)
    assert page.run("xishang.data.nodes.length") == 300
    assert took < 5000


LOWEST_ROWS = """() => {
    const canvas = document.querySelector("#picture canvas");
    const { data } = canvas.getContext("2d").getImageData(0, canvas.height - 3, canvas.width, 3);
    return data.some((value, i) => i % 4 === 3 && value > 0);
}"""


def test_the_lowest_name_ends_above_the_legend(opened: Open) -> None:
    """Names of two lines, in as many rows as fill the window from top to bottom."""
    nodes = [
        TableNode(id=f"n{i}", kind="Enterprise", name=f"虚构的名称很长的企业第{i}号", city="商洛") for i in range(24)
    ]
    data = CypherAnswer(columns=["n"], rows=[[{"id": node.id}] for node in nodes], nodes=nodes)
    page = opened(table_page(Answer(data=data, meta=Meta(graph_version="1", statement="RETURN 1"))), 1280, 560)
    assert not page.run(LOWEST_ROWS)
