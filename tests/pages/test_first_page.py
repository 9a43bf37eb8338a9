"""Through the first page: ask, see the picture, click a tie, see its source."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.visits import Visit, visiting


def choose(visit: Visit, end: str, typed: str, wanted: str) -> None:
    """Type into one end and take a suggestion by the keyboard."""
    box = visit.page.locator(f"input[name={end}]")
    box.press_sequentially(typed)
    hits = visit.page.locator(f"#suggest-{end} li")
    expect(hits.filter(has_text=wanted).first).to_be_visible()
    for _ in range(1 + hits.all_inner_texts().index(next(t for t in hits.all_inner_texts() if t.startswith(wanted)))):
        box.press("ArrowDown")
    box.press("Enter")
    expect(box).to_have_value(wanted)
    expect(visit.page.locator(f"#suggest-{end}")).to_be_hidden()


def test_a_path_is_asked_drawn_and_its_source_shown(visit: Visit) -> None:
    visit.open("/")
    choose(visit, "from", "陕西锌", "陕西锌业")
    choose(visit, "to", "西安交大", "西安交通大学")
    visit.page.get_by_role("button", name="看路径").click()
    visit.page.wait_for_url("**/views/path?**")
    visit.drawn()
    assert visit.page.title() == "路径：陕西锌业 → 西安交通大学"
    tie = visit.run("xishang.data.edges.find((edge) => edge.card.startsWith('t:')).card")
    text = visit.click_card(tie)
    assert text.startswith("关系：共建")
    assert re.search(r"来源（\d）", text)
    assert "锌基新材料校企联合研究中心" in text
    leads = visit.page.locator("#details .leads a")
    assert leads.count() == 2
    name = leads.first.inner_text().removeprefix("看")
    leads.first.click()
    visit.page.wait_for_url("**/views/node/**")
    visit.drawn()
    assert visit.page.locator("h1").inner_text().endswith(f"：{name}")


def test_a_gap_is_asked_by_its_title(visit: Visit) -> None:
    visit.open("/")
    visit.page.get_by_label("规则").select_option(label="哪些共建平台、基地只有一侧的伙伴")
    visit.page.get_by_role("button", name="看空白").click()
    visit.page.wait_for_url("**/views/gap/one-sided-platforms")
    visit.drawn()
    numbers = [int(text.split("/")[0]) for text in visit.page.locator(".ratio b").all_inner_texts()]
    assert sum(numbers) == visit.page.locator(".list ol button").count() > 0
    card = visit.run("xishang.data.nodes.find((node) => node.shape !== 'box').card")
    assert "状态" in visit.click_card(card)


def test_a_pair_of_the_drawing_opens_its_path(visit: Visit) -> None:
    visit.open("/")
    pairs = visit.page.locator("svg.bridge a.pair")
    assert pairs.count() >= 10
    title = pairs.first.locator("title").text_content() or ""
    start, end = re.split(r" — |：", title)[0], title.split("：")[0].split(" — ")[-1]
    pairs.first.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/views/path?**")
    visit.drawn()
    assert visit.page.title() == f"路径：{start} → {end}"
    assert visit.run("xishang.data.edges.length") >= 1


def test_every_pair_can_be_pointed_at(visit: Visit) -> None:
    visit.open("/")
    hidden = visit.run(
        """() => [...document.querySelectorAll("svg.bridge a.pair")].filter((pair) => {
            const line = pair.querySelector(".hit");
            const box = line.ownerSVGElement.getScreenCTM();
            const length = line.getTotalLength();
            return ![...Array(60).keys()].some((i) => {
                const at = line.getPointAtLength(length * i / 60).matrixTransform(box);
                return document.elementFromPoint(at.x, at.y)?.closest("a") === pair;
            });
        }).map((pair) => pair.querySelector("title").textContent)"""
    )
    assert hidden == []


def test_names_that_are_cut_stand_whole_in_their_titles(visit: Visit) -> None:
    visit.open("/")
    for body in visit.page.locator("svg.bridge a.body").all():
        drawn = "".join(body.locator("tspan").all_text_contents())
        title = body.locator("title").text_content() or ""
        assert title.startswith(drawn.removesuffix("…").replace(" ", "")[:4])
        assert re.search(r"（.+，.+）$", title)


def test_suggestions_say_which_city_and_leave_with_escape(visit: Visit) -> None:
    visit.open("/")
    box = visit.page.locator("input[name=from]")
    box.press_sequentially("商洛学院")
    hits = visit.page.locator("#suggest-from li")
    expect(hits.first).to_contain_text("商洛")
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == hits.first.get_attribute("id")
    box.press("Escape")
    expect(visit.page.locator("#suggest-from")).to_be_hidden()
    expect(box).to_have_value("商洛学院")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/", "/sources", "/views/commitment/C3", "/views/commitment/C2"])
def test_nothing_runs_out_of_the_window(browser: Browser, site: str, path: str, width: int) -> None:
    with visiting(browser, site, width, 844) as visit:
        visit.open(path)
        assert visit.run("document.documentElement.scrollWidth") <= width
        assert visit.run("getComputedStyle(document.body).fontFamily").count("CJK") >= 1


def test_the_first_focus_is_the_way_to_the_text(visit: Visit) -> None:
    visit.open("/")
    visit.page.keyboard.press("Tab")
    assert visit.run("document.activeElement.textContent") == "跳到正文"
    visit.page.keyboard.press("Enter")
    assert visit.run("document.activeElement.id") == "main"


def test_focus_can_be_seen(visit: Visit) -> None:
    visit.open("/")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    assert float(str(visit.run("getComputedStyle(document.activeElement).outlineWidth")).removesuffix("px")) >= 2


def test_print_leaves_out_the_boxes_to_ask(visit: Visit) -> None:
    visit.open("/")
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".ask").is_hidden()
    assert visit.page.locator(".board").is_visible()


def test_forms_work_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    page.locator("input[name=from]").fill("陕西锌业")
    page.locator("input[name=to]").fill("西安交大")
    page.get_by_role("button", name="看路径").click()
    page.wait_for_url("**/views/path?**")
    assert page.locator(".list ol > li").count() == 1
    page.goto(f"{site}/")
    page.get_by_role("button", name="看空白").click()
    page.wait_for_url("**/views/gap/*")
    context.close()


def test_the_policy_stops_script_that_is_not_ours(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}/")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hit = 1";
            document.body.append(script);
            const picture = document.createElement("img");
            picture.src = "https://made-up.example/x.png";
            document.body.append(picture);
            document.body.setAttribute("style", "color: red");
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit ?? null") is None
    assert sum("Content Security Policy" in text for text in said) >= 3
    context.close()


def test_first_paint(visit: Visit, record_property: Callable[[str, object], None]) -> None:
    visit.open("/")
    visit.open("/")
    paint: list[float] = []
    for _ in range(100):
        paint = visit.run("performance.getEntriesByName('first-contentful-paint').map((entry) => entry.startTime)")
        if paint:
            break
        visit.page.wait_for_timeout(50)
    record_property("first_paint_ms", round(paint[0]))
    assert paint[0] < 3000  # the aim of 500 ms is measured on a quiet machine; this only catches a page that waits
