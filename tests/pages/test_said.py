"""What pages say where something is not found, left out or counted: in words, with the way on as a link."""

from __future__ import annotations

import re

import httpx


def shown(reader: httpx.Client, path: str, status: int = 200, **query: str) -> str:
    reply = reader.get(path, params=query or None)
    assert reply.status_code == status, reply.text[:300]
    return reply.text


def test_a_name_that_is_not_known_leads_to_the_same_question_with_each_suggestion(reader: httpx.Client) -> None:
    text = shown(reader, "/views/path", **{"from": "盘龙", "to": "西北大学", "max_hops": "2"})
    assert "“盘龙”没有认出来，所以没有查路径" in text
    assert "不等于两者没有联系" not in text
    link = re.search(r'<a href="(/views/path\?from=ent-[^"]+)">盘龙药业</a>（企业', text)
    assert link is not None
    again = link[1].replace("&amp;", "&")
    assert "max_hops=2" in again
    assert "盘龙药业 → 西北大学" in shown(reader, again)


def test_a_rule_says_on_its_page_what_it_leaves_out_and_links_to_all(reader: httpx.Client) -> None:
    text = shown(reader, "/views/gap/lead-firms-without-xian-partner")
    assert "本页只看：<b>角色为链主的商洛企业</b>" in text
    way = re.search(r'<a href="([^"]+)">改看：商洛一侧的全部企业</a>', text)
    assert way is not None
    wide = shown(reader, way[1].replace("&amp;", "&"))
    assert "本页只看：<b>商洛一侧的全部企业</b>" in wide
    assert "改看：角色为链主的商洛企业" in wide
    assert "按group" not in wide
    assert '<a href="/resolve">对名单</a>' in wide


def test_background_is_counted_apart_and_said(reader: httpx.Client) -> None:
    text = shown(reader, "/views/gap/commitments-without-evidence")
    assert "依据 43，背景 13" in text
    assert "条数含背景" in text
    assert "BEARS_ON" not in text.partition("<footer>")[0]


def test_wrong_questions_have_a_way_on(reader: httpx.Client) -> None:
    same = shown(reader, "/views/path", 422, **{"from": "西安交大", "to": "西安交通大学"})
    assert re.search(r'<a href="/views/node/uni-[a-z2-7]+">西安交通大学和它的关系</a>', same)
    assert "xishang view" not in same
    assert "起点（from） 不能为空" in shown(reader, "/views/path", 422, **{"from": "", "to": "西安交通大学"})
    assert '<a href="/views/gap/one-sided-platforms">' in shown(reader, "/views/gap/nothing", 404)


def test_bodies_of_one_name_in_a_list_are_told_apart(reader: httpx.Client) -> None:
    text = reader.post("/resolve", data={"names": "城关街道"}).text
    for county, code in (("商州区", "611002001"), ("洛南县", "611021001")):
        assert f"地点，{county}，区划代码 {code}" in text


def test_what_people_read_is_chinese(reader: httpx.Client) -> None:
    sources = shown(reader, "/sources")
    assert "contents of official" not in sources
    assert 'lang="en"' not in shown(reader, "/views/commitment/C3")
    foot = sources.partition('<footer class="site">')[2]
    assert re.search(r"装载于 20\d\d-\d\d-\d\d \d\d:\d\d(?: UTC| ·|<)", foot)


def test_large_amounts_and_periods_as_people_write_them(reader: httpx.Client) -> None:
    text = shown(reader, "/views/gap/commitments-without-evidence") + shown(reader, "/views/node/陕西锌业")
    assert re.search(r"\d 亿元", text)
    assert not re.search(r"\d{7} ?元", text)
    assert not re.search(r"[（，]/?20\d\d-\d\d/20\d\d-\d\d", text)
