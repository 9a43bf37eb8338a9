"""`xishang load FILE` as people and programs use it. All rows are made up (虚构)."""

from __future__ import annotations

import pytest

from graph.answers import Answer, LoadReport
from loaders.spec import GIVEN
from tests.given.given import HEADER, Command, firms
from tests.pipeline.graphs import everything

OPTIONS = ("--kind", "企业", "--publisher", "虚构县科技局", "--date", "2019年5月")


def test_a_trial_shows_what_the_file_was_taken_for(xishang: Command) -> None:
    rows = [[*row, "甲等"] for row in firms(3)]
    rows[1][2] = "123"
    xishang.given.csv("虚构.csv", rows, [*HEADER, "虚构评语"], encoding="gb18030")
    told = xishang.text("load", "虚构.csv", *OPTIONS, "--dry-run")
    for words in (
        "虚构.csv：企业",
        "gb18030",
        "列的对应",
        "统一社会信用代码",
        "不认得的列“虚构评语”",
        "个人信息，整列去除，不入库：联系电话（3 格）",
        "前几行",
        "虚构1号矿业有限公司位于商州区",
        "读入 3 = 装载 3 + 拒收 0 + 不在范围 0（试装，未写入）",
        "无法安放 虚构.csv 第 3 行“统一社会信用代码”",
    ):
        assert words in told, words
    assert not (xishang.given.home / GIVEN).exists() or not xishang.given.kept()


def test_a_trial_for_programs(xishang: Command) -> None:
    xishang.given.csv("虚构.csv", firms(3))
    answer = Answer[LoadReport].model_validate(xishang.json("load", "虚构.csv", *OPTIONS, "--dry-run"))
    taken = answer.data.taken
    assert taken is not None
    assert (taken.kind, taken.format, taken.date, taken.personal) == ("Enterprise", "csv", "2019-05", {"联系电话": 3})
    assert [one.column for one in taken.columns][:2] == HEADER[1:3]
    assert len(taken.first_rows) == 3
    assert answer.data.new == 3


def test_loaded_listed_skipped_taken_back(xishang: Command) -> None:
    before = everything(xishang.given.store)
    xishang.given.csv("虚构.csv", firms(3))
    told = xishang.text("load", "虚构.csv", *OPTIONS, "--id", "虚构名单")
    assert "企业名称→" in told
    assert "✓ 虚构名单：读入 3 = 装载 3" in told
    number = xishang.given.store.state().version
    assert f"装载编号 {number}（图版本）；撤回它：xishang load --undo {number}" in told
    assert f"3 行中装载 3 行（装载编号 {number}）" in xishang.text("sources")
    assert "未改动" in xishang.text("load", "虚构.csv", *OPTIONS)
    assert "未改动" in xishang.text("load", "虚构名单")
    assert before != everything(xishang.given.store)
    assert "已撤销" in xishang.text("load", "--undo", "last")
    assert "虚构名单" not in {row["id"] for row in xishang.json("sources")["data"]}
    assert "✓ 虚构名单" in xishang.text("load", "虚构.csv", *OPTIONS, "--id", "虚构名单")


def test_a_trial_of_taking_back_writes_nothing(xishang: Command) -> None:
    """Numbers are those of the real thing; graph, version and kept source stay."""
    xishang.given.csv("虚构.csv", firms(3))
    xishang.text("load", "虚构.csv", *OPTIONS, "--id", "虚构名单")
    before, version, kept = (
        everything(xishang.given.store),
        xishang.given.store.state().version,
        xishang.given.kept(),
    )
    told = xishang.text("load", "--undo", "last", "--dry-run")
    assert "试撤销，未写入" in told
    assert "会去掉 3 条记录，放回 0 条" in told
    assert "图里将不再有这个来源" in told
    trial = xishang.json("load", "--undo", str(version), "--dry-run")["data"]
    assert (trial["dry_run"], trial["removed"], trial["graph_version"]) == (True, 3, version)
    assert (everything(xishang.given.store), xishang.given.store.state().version, xishang.given.kept()) == (
        before,
        version,
        kept,
    )
    done = xishang.json("load", "--undo", "last")["data"]
    assert done == trial | {"dry_run": False, "graph_version": version + 1}


def test_a_mapping_saved_and_used_again(xishang: Command) -> None:
    header = ["虚构之物", *HEADER[2:]]
    rows = [row[1:] for row in firms(3)]
    xishang.given.csv("一.csv", rows, header)
    saved = ("--map", "虚构之物=name", "--save-map", "m.yml")
    assert "虚构之物→" in xishang.text("load", "一.csv", *OPTIONS, *saved)
    xishang.given.csv("二.csv", rows + [row[1:] for row in firms(1, first=7)], header)
    assert "装载 4" in xishang.text("load", "二.csv", *OPTIONS, "--map-file", "m.yml")


def test_too_many_rejects(xishang: Command) -> None:
    rows = firms(4)
    rows[0][1] = ""
    xishang.given.csv("虚构.csv", rows)
    told = xishang.text("load", "虚构.csv", *OPTIONS, "--dry-run", code=3)
    assert "拒收 1 行（共 4 行）" in told
    assert "试装不写拒收表" in told
    assert not list(xishang.given.folder.glob("*.xlsx"))
    assert "全部拒收行与原因在 试.xlsx" in xishang.text(
        "load", "虚构.csv", *OPTIONS, "--dry-run", "--rejects", "试.xlsx", code=3
    )
    told = xishang.text("load", "虚构.csv", *OPTIONS, "--rejects", "改.xlsx", code=3)
    assert "拒收 1 行（共 4 行）" in told
    assert "改.xlsx" in told
    problem = xishang.json("load", "虚构.csv", *OPTIONS, code=3)
    assert (problem["type"], problem["rejects_file"]) == ("too-many-rejects", "虚构.rejects.xlsx")
    assert [(one["row"], one["rule"]) for one in problem["rejects"]] == [(2, problem["rejects"][0]["rule"])]
    assert problem["taken"]["kind"] == "Enterprise"
    assert "拒收 1" in xishang.text("load", "虚构.csv", *OPTIONS, "--max-rejects", "25%")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("没有.xlsx", *OPTIONS), 5, "没有文件 没有.xlsx"),
        (("虚构.csv", "另一个.csv"), 2, "一次装载一个文件"),
        (("labs", "--kind", "Enterprise"), 2, "只用于文件"),
        (("labs.csv/labs",), 5, "没有文件"),
        (("虚构.csv", "--kind", "东西", "--publisher", "甲"), 2, "没有“东西”这一类"),
        (("虚构.csv", *OPTIONS, "--max-rejects", "viel"), 2, "--max-rejects"),
        (("虚构.csv", *OPTIONS, "--covers", "alles"), 2, "declared 97"),
        (("虚构.csv", *OPTIONS, "--map", "没有=name"), 2, "不在表里"),
        (("虚构.csv", *OPTIONS, "--table", "7"), 2, "有 1 张表"),
        (("--undo", "last", "labs"), 2, "--undo 不与 来源名或文件 同用"),
        (("--undo", "last", "--kind", "企业", "--force"), 2, "--undo 不与 --force、--kind 同用"),
        (("--undo", "last", "--all", "--dry-run"), 2, "--undo 不与 --all 同用"),
        (("--undo", "last", "--writer", "auto"), 2, "--undo 不与 --writer 同用"),
    ],
)
def test_what_is_asked_wrongly(xishang: Command, arguments: tuple[str, ...], code: int, words: str) -> None:
    xishang.given.csv("虚构.csv", firms(2))
    assert words in xishang.text("load", *arguments, code=code)


def test_a_name_that_is_both(xishang: Command) -> None:
    (xishang.given.folder / "labs").write_text("企业名称\n虚构公司\n", encoding="utf-8")
    assert "写成 ./labs" in xishang.text("load", "labs", *OPTIONS, code=2)
    assert "装载 1" in xishang.text("load", "./labs", *OPTIONS)
