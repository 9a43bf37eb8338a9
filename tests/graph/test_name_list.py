"""Lists of names in and out, without a database."""

from __future__ import annotations

import pytest

from graph.answers import AskedName, ResolvedName, SearchHit
from graph.errors import SourceError
from graph.name_list import COLUMNS, names_in_csv, names_pasted, table
from graph.spreadsheet import as_csv

CSV = "name,place,kind\n西安交大,西安,高校\n\n商洛学院,,\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_in_any_usual_encoding(encoding: str) -> None:
    assert names_in_csv(CSV.encode(encoding)) == [
        AskedName(name="西安交大", place="西安", kind="高校"),
        AskedName(name="商洛学院"),
    ]


def test_headers_in_chinese_codes_and_columns_that_say_nothing_here() -> None:
    text = "序号,单位名称,统一社会信用代码,所在地\n1,甲公司,91110000600037341L,北京\n2,,,\n"
    assert names_in_csv(text) == [
        AskedName(name="甲公司", place="北京", keys={"uscc": "91110000600037341L"}),
        AskedName(name=""),
    ]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "没有名称列"),
        ("甲公司\n乙公司\n".encode(), "没有名称列"),
        (b"\x81\x20\xff", "不是 UTF-8"),
        (f"name\n{'龙' * 2001}\n".encode(), "第 2 行 name 列有 2001 字"),
        (b'name\n"' + b"a" * 200_000 + b"\n", "第"),
    ],
)
def test_what_is_no_list_is_an_error_with_a_way_out(raw: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        names_in_csv(raw)
    assert caught.value.way_out


def test_pasted_lines_cells_and_headers() -> None:
    assert [one.name for one in names_pasted("西安交大\r\n\r\n甲,乙公司\n")] == ["西安交大", "甲,乙公司"]
    assert names_pasted("交大\t西安\t高校") == [AskedName(name="交大", place="西安", kind="高校")]
    assert names_pasted("所在地\t名称\n西安\t交大") == [AskedName(name="交大", place="西安")]
    assert names_pasted("name,place\n交大,西安") == [AskedName(name="交大", place="西安")]
    assert names_pasted("  \n") == []


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    hit = SearchHit(id="uni-aqx7kgeu", kind="University", name="甲", why="名称", certain=False, score=0.5)
    rows = [
        ResolvedName(row=1, asked=AskedName(name="=1+1"), sure="none", why="没有"),
        ResolvedName(row=2, asked=AskedName(name="甲"), sure="queue", why="像", best=hit, score=0.5, others=[hit]),
    ]
    raw = as_csv(COLUMNS, table(rows))
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode("utf-8-sig").splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert lines[1].startswith("1,'=1+1,")
    assert lines[2] == "2,甲,,,queue,uni-aqx7kgeu,甲,University,未知,,0.500,像,uni-aqx7kgeu 甲"
