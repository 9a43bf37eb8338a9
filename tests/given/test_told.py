"""What a load tells of the list itself: its title, whether it counts as complete. All made up (虚构)."""

from __future__ import annotations

import pytest

from loaders.given.cover import claim_of
from tests.given.given import CODES, HEADER, Command, Given, firms

OPTIONS = ("--kind", "企业", "--publisher", "虚构县科技局", "--date", "2019")


@pytest.mark.parametrize("trial", [("--dry-run",), ()])
@pytest.mark.parametrize(
    ("covers", "words"),
    [
        ("Enterprise in 商州区, 2019, complete, declared 3", "企业（商州区）：公布 3，读到 3；算完整"),
        ("企业 在 商州区，2019，完整，共8家", "企业（商州区）：公布 8，读到 3；不算完整：公布 8，读到 3"),
        ("企业 在 商州区，2019，部分", "企业（商州区）：读到 3；自称只是部分"),
    ],
)
def test_whether_a_list_counts_as_complete_is_said(
    xishang: Command, covers: str, words: str, trial: tuple[str, ...]
) -> None:
    xishang.given.csv("虚构.csv", firms(3))
    assert f"收录范围 {words}" in xishang.text("load", "虚构.csv", *OPTIONS, "--covers", covers, *trial)


def test_the_graph_holds_what_was_said(given: Given) -> None:
    rows = firms(3)
    rows[0][1] = ""
    report = given.load(
        given.csv("虚构.csv", rows),
        covers=(claim_of("Enterprise in 商州区, 2019, complete, declared 3"),),
        max_rejects=1.0,
    )
    [told] = report.coverage
    [kept] = given.store.read_text("MATCH (c:Coverage) WHERE c.retired_in IS NULL RETURN c.complete AS complete")
    assert (told.complete, kept["complete"]) == (False, False)
    assert "拒收 1 行" in told.why_not


def test_the_line_above_the_header_is_the_title(given: Given) -> None:
    rows = [HEADER, *firms(2)]
    path = given.xlsx("虚构.xlsx", rows, ["虚构县2019年高新技术企业名单"])
    report = given.load(path, title="")
    [row] = given.store.read_text("MATCH (s:Source) RETURN s.title AS title")
    assert row["title"] == "虚构县2019年高新技术企业名单"
    later = given.xlsx("新.xlsx", [HEADER, *firms(3)], ["虚构县2020年高新技术企业名单"])
    assert given.load(later, title="").source == report.source
    other = given.xlsx("又.xlsx", [HEADER, *firms(2, first=7)], ["附件1"])
    given.load(other, title="", publisher="虚构市科技局")
    titles = {row["title"] for row in given.store.read_text("MATCH (s:Source) RETURN s.title AS title")}
    assert titles == {"虚构县2020年高新技术企业名单", "虚构市科技局企业名单"}


def test_a_trial_shows_values_in_the_words_of_people(xishang: Command) -> None:
    rows = [["虚构1号矿业有限公司", CODES[0], "500"]]
    xishang.given.csv("虚构.csv", rows, ["企业名称", "统一社会信用代码", "注册资本（万元）"])
    told = xishang.json("load", "虚构.csv", *OPTIONS, "--dry-run")["data"]["taken"]["first_rows"][0]["nodes"][0]
    assert f"统一社会信用代码 {CODES[0]}" in told
    assert "注册资本 500 万元" in told


def test_a_file_given_to_resolve_is_there_and_is_a_csv(xishang: Command) -> None:
    assert "没有文件 没有.csv" in xishang.text("resolve", "没有.csv", code=5)
    xishang.given.xlsx("虚构.xlsx", firms(1))
    assert "虚构.xlsx 不是 csv" in xishang.text("resolve", "虚构.xlsx", code=2)
