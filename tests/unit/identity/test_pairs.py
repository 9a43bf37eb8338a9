"""A file of pairs: encodings, missing columns, results in the order read; the command of the same name."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.cli import run
from graph.errors import SourceError
from graph.identity.pairs import judge_file

TEXT = (
    "id,name_a,name_b,place_a,place_b,kind\r\n"
    "7,西安交大,西安交通大学,,,University\r\n"
    "3,西安科技大学,西安电子科技大学,,,\r\n"
)


def results(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "in.csv").write_bytes(TEXT.encode(encoding))
    counts = judge_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert counts == {"same": 1, "different": 1}
    rows = results(tmp_path / "out.csv")
    assert [(row["id"], row["verdict"]) for row in rows] == [("7", "same"), ("3", "different")]
    assert list(rows[0]) == ["id", "verdict", "score", "reason"]
    assert all(0 <= float(row["score"]) <= 1 and row["reason"] for row in rows)


def test_only_the_needed_columns_in_any_order_and_empty_rows(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name_b,id,name_a\n西安建筑科技大学,1,西安建大\n\n,2,\n", encoding="utf-8")
    judge_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert [row["verdict"] for row in results(tmp_path / "out.csv")] == ["same", "different"]


def test_codes_beside_the_names(tmp_path: Path) -> None:
    text = "id,name_a,name_b,uscc_a,uscc_b\n1,甲厂,乙公司,91110000600037341L,91110000600037341l\n"
    (tmp_path / "in.csv").write_text(text, encoding="utf-8")
    judge_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert results(tmp_path / "out.csv")[0]["verdict"] == "same"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,名称甲,name_b\n1,甲,乙\n", "缺少列 name_a"),
        ("", "缺少列 id、name_a、name_b"),
        ("id,name_a,name_b\n1,甲,乙,丙\n", "第 2 行有 4 列"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "in.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=words) as caught:
        judge_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert caught.value.way_out
    assert not (tmp_path / "out.csv").exists()


def test_a_file_that_is_no_text_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"\x89PNG\xff\xff\x00\x81")
    with pytest.raises(SourceError, match="编码"):
        judge_file(tmp_path / "in.csv", tmp_path / "out.csv")
    with pytest.raises(SourceError, match="读不了"):
        judge_file(tmp_path / "none.csv", tmp_path / "out.csv")
    (tmp_path / "in.csv").write_text(TEXT, encoding="utf-8")
    with pytest.raises(SourceError, match="写不了"):
        judge_file(tmp_path / "in.csv", tmp_path / "no" / "out.csv")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.csv").write_text(TEXT, encoding="utf-8")
    source, target = str(tmp_path / "in.csv"), str(tmp_path / "out.csv")
    assert run(["resolve", "--pairs", source, "-o", target]) == 0
    assert "判断 2 对" in capsys.readouterr().out
    assert run(["resolve", "--pairs", source, "-o", target, "--json"]) == 0
    assert '"same": 1' in capsys.readouterr().out
    assert run(["resolve", "--pairs", source]) == 2
    assert run(["resolve", "--pairs", source, "-o", source]) == 2
    assert run(["resolve", "--pairs", str(tmp_path / "none.csv"), "-o", target]) == 3
