"""The commands that ask, on the bundled sources: what people read, and that the JSON is the typed answer itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer

from graph import cli
from graph.answers import Answer, GapAnswer, LoadReport, PathAnswer, RuleRef, SearchAnswer
from graph.cli_doctor import Diagnosis
from graph.settings import Settings
from loaders.demo import GAPS, QUESTIONS
from tests.conftest import environment_of

Outcome = pytest.CaptureFixture[str]


class Command:
    """Runs command lines in this process on the server with the bundled sources."""

    def __init__(self, captured: Outcome) -> None:
        self.captured = captured

    def text(self, *arguments: str, code: int = 0) -> str:
        """What a person reads; the exit code must be `code`."""
        assert cli.run(list(arguments)) == code
        shown = self.captured.readouterr()
        return shown.out if code == 0 else shown.out + shown.err

    def json(self, *arguments: str, code: int = 0) -> Any:
        """The one JSON document on stdout."""
        assert cli.run([*arguments, "--json"]) == code
        shown = self.captured.readouterr()
        assert len(shown.out.splitlines()) == 1
        return json.loads(shown.out)


@pytest.fixture
def xishang(bundled_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: Outcome) -> Command:
    for name, value in environment_of(bundled_settings).items():
        monkeypatch.setenv(name, value)
    capsys.readouterr()
    return Command(capsys)


def test_search(xishang: Command) -> None:
    told = xishang.text("search", "西安交大")
    assert told.splitlines()[1].split()[1] == "西安交通大学"
    answer = Answer[SearchAnswer].model_validate(xishang.json("search", "西安交大", "--limit", "3"))
    assert answer.data.hits[0].certain
    assert len(answer.data.hits) == 3


def test_a_path_for_people(xishang: Command) -> None:
    told = xishang.text("path", "陕西锌业", "西安交大")
    assert "陕西锌业与西安交通大学共建" in told
    assert "─共建─" in told
    assert "记录 F65b，来源 S58 O、S59 M" in told
    assert "11-27，原文未印年份" in told
    assert "S59 M  发布者未注明《锌基新材料校企联合研究中心理事会》，2023-12-16，仅见于镜像" in told
    assert "http" not in next(line for line in told.splitlines() if line.startswith("  S59"))


def test_a_path_for_programs(xishang: Command) -> None:
    body = xishang.json("path", "虎之翼", "西咸新区", "--k", "1", "--max-hops", "2")
    assert set(body) == {"data", "meta"}
    answer = Answer[PathAnswer].model_validate(body)
    assert answer.data.answer == "found"
    assert body["data"]["from"]["name"] == "虎之翼科技"
    assert [tie.type for tie in answer.data.paths[0].ties] == ["INCUBATED_IN", "LOCATED_IN"]
    assert answer.meta.graph_version != "0"


@pytest.mark.parametrize(
    ("option", "records"),
    [
        (["--type", "CO_BUILT_BY"], [["facts:F66a"], ["facts:F66b"]]),
        (["--mark", "R", "--max-hops", "1"], [["facts:F66a"], ["facts:F66b"]]),
        (
            ["--via", "商洛学院", "--max-hops", "2", "--type", "PARTNER_OF", "--type", "SUPPORTED_BY"],
            [["facts:F78c"], ["facts:F110g"]],
        ),
    ],
)
def test_options_of_a_path(xishang: Command, option: list[str], records: list[list[str]]) -> None:
    body = xishang.json("path", "五洲矿业", "西安交通大学", "--k", "1", *option)
    assert [tie["records"] for tie in body["data"]["paths"][0]["ties"]] == records


def test_no_path_says_why_and_never_that_there_is_none(xishang: Command) -> None:
    told = xishang.text("path", "西北工业大学", "盛大公司")
    assert "没有找到路径" in told
    assert "互不相连" in told
    assert "不等于两者没有联系" in told


def test_an_end_nobody_knows(xishang: Command) -> None:
    assert "天水师范学院" in xishang.text("path", "天水师范学院", "商洛学院", code=5)
    body = xishang.json("path", "天水师范学院", "商洛学院", code=5)
    assert body["data"]["why_none"]["reasons"][0]["code"] == "unknown_end"


def test_a_city_by_its_bare_name(xishang: Command) -> None:
    assert "西安市（地点，西安） → 商洛市（地点，商洛）：" in xishang.text("path", "西安", "商洛")


def test_a_name_that_is_not_known_is_shown_as_typed(xishang: Command) -> None:
    told = xishang.text("path", "盘龙", "西北大学", code=5)
    assert told.startswith("名称没有认出来，没有查路径：“盘龙” → 西北大学（高校，西安）")
    assert "不等于两者没有联系" not in told


def test_dates_and_stages_of_a_path_as_people_write_them(xishang: Command) -> None:
    told = xishang.text("path", "西安交大", "商洛市", "--max-hops", "1")
    assert "已开展，至 2025-04" in told
    assert "/2025-04" not in told
    assert "商州区属于商洛市  " in xishang.text("path", "商州区", "商洛市", "--max-hops", "1")


def test_bodies_of_one_name_are_told_apart_in_chinese(xishang: Command) -> None:
    told = xishang.text("path", "城关街道", "西安交大", code=5)
    assert "城关街道，地点，山阳县，区划代码 611024001" in told
    assert "Place" not in told


def test_a_rule_says_what_it_leaves_out_and_how_to_see_it(xishang: Command) -> None:
    lifted = "要看商洛一侧的全部企业：加 --param scope=all"
    assert f"只看：角色为链主的商洛企业；{lifted}" in xishang.text("gap", "lead-firms-without-xian-partner")
    assert lifted in xishang.text("gaps")
    told = xishang.text("gap", "lead-firms-without-xian-partner", "--param", "scope=all")
    assert "看的是：商洛一侧的全部企业" in told
    assert "BEARS_ON" not in xishang.text("gaps")


def test_gap_rules(xishang: Command) -> None:
    rules = Answer[list[RuleRef]].model_validate(xishang.json("gaps")).data
    told = xishang.text("gaps")
    assert len(rules) >= 6
    assert all(rule.name in told and rule.title in told for rule in rules)


def test_a_gap_for_people(xishang: Command) -> None:
    told = xishang.text("gap", "commitments-without-evidence")
    assert "已有联系 31，未收录依据 15（共 46）" in told
    c11a = next(line for line in told.splitlines() if " C11a " in line)
    assert c11a.startswith("未收录依据")


def test_the_third_state(xishang: Command) -> None:
    told = xishang.text("gap", "state-key-laboratories-by-city")
    assert next(line for line in told.splitlines() if line.startswith("查无")).split()[1] == "商洛市"
    assert "收录完整：平台（全国；科塔学术，声明 253" in told


def test_a_gap_for_programs(xishang: Command) -> None:
    answer = Answer[GapAnswer].model_validate(xishang.json("gap", "commitments-without-evidence"))
    states = {row.anchor.key: row.state for row in answer.data.rows}
    assert {states[key] for key in ("C1", "C5", "C11a", "C11b", "C11c")} == {"not_collected"}
    assert answer.data.counts.total == len(answer.data.rows) == 46


def test_a_gap_asked_wrongly(xishang: Command) -> None:
    assert "可用的规则" in xishang.text("gap", "nothing", code=5)
    assert "名=值" in xishang.text("gap", "one-sided-platforms", "--param", "county", code=2)
    assert "没有参数" in xishang.text("gap", "one-sided-platforms", "--param", "nothing=1", code=2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["path", "陕西锌业", "西安交通大学"], "锌基新材料"),
        (["gap", "state-key-laboratories-by-city"], "商洛市"),
        (["node", "陕西锌业"], "陕西锌业"),
    ],
)
def test_views(xishang: Command, tmp_path: Path, arguments: list[str], words: str) -> None:
    file = tmp_path / "deep" / "page.html"
    assert str(file) in xishang.text("view", *arguments, "-o", str(file)).replace("\n", "")
    page = file.read_text(encoding="utf-8")
    assert page[:15].lower() == "<!doctype html>"
    assert words in page
    assert xishang.json("view", *arguments, "-o", str(file))["data"]["file"] == str(file)


def test_sources_are_loaded_and_current(xishang: Command) -> None:
    told = xishang.text("sources")
    assert "726 行中装载 614 行" in told
    assert "请运行" not in told
    rows = {row["id"]: row for row in xishang.json("sources")["data"]}
    assert rows["labs"]["load"]["version"] == rows["labs"]["version"]
    assert rows["ror"]["licence"] == "CC0"


def test_loading_again_changes_nothing(xishang: Command) -> None:
    assert "未改动" in xishang.text("load", "labs")
    report = Answer[LoadReport].model_validate(xishang.json("load", "labs", "--force", "--dry-run")).data
    assert report.dry_run
    assert (report.read, report.loaded, report.rejected, sum(report.left_out.values())) == (284, 11, 0, 273)
    assert (report.new, report.changed, report.retired) == (0, 0, 0)


def test_rebuild_asks_first(xishang: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    before = xishang.json("doctor")["nodes"]
    monkeypatch.setattr("typer.confirm", _no)
    assert "已中断" in xishang.text("rebuild", code=cli.INTERRUPTED)
    assert xishang.json("doctor")["nodes"] == before


def _no(_question: str, *, abort: bool) -> bool:
    """Answers no, as typing n does."""
    assert abort
    raise typer.Abort


def test_doctor(xishang: Command) -> None:
    told = xishang.text("doctor")
    assert "一切正常" in told
    assert "5.26" in told
    found = Diagnosis.model_validate(xishang.json("doctor"))
    assert found.healthy
    assert found.nodes["Commitment"] == 52
    assert found.ties["HOSTS"] >= 11
    assert {row["source"] for row in found.loads} >= {"facts", "labs", "agreement"}


def test_demo(xishang: Command, tmp_path: Path) -> None:
    told = xishang.text("demo", "--out", str(tmp_path / "out"))
    for start, end, _ in QUESTIONS:
        assert f"$ xishang path {start} {end}" in told
        assert (tmp_path / "out" / f"path-{start}-{end}.html").is_file()
    for rule in GAPS:
        assert f"$ xishang gap {rule}" in told
        assert (tmp_path / "out" / f"gap-{rule}.html").is_file()
    assert "没有找到路径" not in told
    assert "make demo STOP=1" in told
