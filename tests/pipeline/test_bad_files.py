"""A source file that is missing, empty, cut off, of another year or in another encoding: named, with what was seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.store import Store
from loaders.files import read_csv, read_html_table, read_text, read_xlsx
from loaders.pipeline import load
from loaders.reading import read_source
from loaders.spec import SourceSpec, load_spec
from tests.pipeline.graphs import everything
from tests.pipeline.sources import body, source

ROWS = [body("Enterprise", f"编造公司{number}") for number in range(20)]


@pytest.fixture
def spec(tmp_path: Path) -> SourceSpec:
    """A sound source of 20 rows that promises them."""
    return source(tmp_path / "list", ROWS, assertions={"rows": 20, "loaded": 20})


def rewrite(spec: SourceSpec, text: str, encoding: str = "utf-8") -> None:
    (spec.folder / "rows.csv").write_text(text, encoding=encoding)


def text_of(spec: SourceSpec) -> str:
    return (spec.folder / "rows.csv").read_text(encoding="utf-8")


def test_a_sound_file_is_read(spec: SourceSpec) -> None:
    assert read_source(spec).read == 20


def test_missing(spec: SourceSpec) -> None:
    (spec.folder / "rows.csv").unlink()
    with pytest.raises(SourceError, match=r"来源 list 的文件 rows\.csv：读不到文件"):
        read_source(spec)
    with pytest.raises(SourceError, match=r"来源 list 缺文件 rows\.csv"):
        spec.content_hash()


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_empty(spec: SourceSpec, text: str) -> None:
    rewrite(spec, text)
    with pytest.raises(SourceError, match=r"rows\.csv：文件是空的"):
        read_source(spec)


def test_header_only(spec: SourceSpec) -> None:
    rewrite(spec, text_of(spec).splitlines()[0] + "\n")
    with pytest.raises(SourceError, match="只读到 0 行，应不少于 20 行，像是被截断"):
        read_source(spec)


def test_cut_off_between_rows(spec: SourceSpec) -> None:
    rewrite(spec, "\n".join(text_of(spec).splitlines()[:10]) + "\n")
    with pytest.raises(SourceError, match="只读到 9 行，应不少于 20 行，像是被截断"):
        read_source(spec)


def test_cut_off_in_a_row(spec: SourceSpec) -> None:
    lines = text_of(spec).splitlines()
    rewrite(spec, "\n".join([*lines[:9], lines[9].split(",")[0]]))
    with pytest.raises(SourceError, match="第 10 行有 1 格，表头有 3 列，像是被截断或错位"):
        read_source(spec)


def test_cut_off_in_quotes(spec: SourceSpec) -> None:
    rewrite(spec, text_of(spec) + 'r21,Enterprise,"编造公')
    with pytest.raises(SourceError, match="文件在引号中断开，像是被截断"):
        read_source(spec)


def test_columns_of_another_year(spec: SourceSpec) -> None:
    rewrite(spec, text_of(spec).replace("id,kind,name", "id,kind,单位名称"))
    with pytest.raises(SourceError, match="缺列 name；见到的列：id、kind、单位名称"):
        read_source(spec)


def test_a_column_twice(spec: SourceSpec) -> None:
    rewrite(spec, "id,kind,name,name\nr1,Enterprise,甲,乙\n")
    with pytest.raises(SourceError, match="列名重复：name"):
        read_source(spec)


def test_another_encoding(spec: SourceSpec) -> None:
    rewrite(spec, text_of(spec), "gb18030")
    with pytest.raises(SourceError, match="不是 utf-8 编码（第 2 行起读不出）"):
        read_source(spec)


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    spec = source(tmp_path / "list", ROWS, encoding="gb18030")
    rewrite(spec, text_of(spec), "gb18030")
    assert [row.said.nodes[0].name for row in read_source(spec).rows][:1] == ["编造公司0"]


def test_characters_lost_before(spec: SourceSpec) -> None:
    rewrite(spec, text_of(spec).replace("编造公司3", "编\ufffd公司3"))
    with pytest.raises(SourceError, match="第 5 行有转码丢失的字"):
        read_source(spec)


def test_a_byte_order_mark_is_no_part_of_the_first_header(spec: SourceSpec) -> None:
    rewrite(spec, "\ufeff" + text_of(spec))
    assert read_source(spec).read == 20


def test_an_unknown_key_in_the_description(spec: SourceSpec) -> None:
    path = spec.folder / "source.yml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"来源 list 的 source\.yml 有误"):
        load_spec(spec.folder)


def test_a_workbook_that_is_none(spec: SourceSpec) -> None:
    with pytest.raises(SourceError, match=r"rows\.csv：打不开这个表格文件"):
        list(read_xlsx(spec, "rows.csv", "id"))
    with pytest.raises(SourceError, match=r"none\.xlsx：读不到文件"):
        list(read_xlsx(spec, "none.xlsx", "id"))


PAGE = "<table><tr><td>无关</td></tr></table><table><tr><th>id</th><th>kind</th><th>name</th></tr>{}</table>"


def test_a_page(spec: SourceSpec) -> None:
    page = spec.folder / "page.html"
    page.write_text(PAGE.format("<tr><td>1</td><td>University</td><td> 编造\n大学 </td></tr>"), encoding="utf-8")
    [row] = read_html_table(spec, "page.html", "id", table=1)
    assert (row.key, row.number, row.cells["name"]) == ("1", 2, "编造 大学")
    with pytest.raises(SourceError, match="页面里有 2 张表，没有第 3 张"):
        list(read_html_table(spec, "page.html", "id", table=2))
    page.write_text(PAGE.format("<tr><td>1</td></tr>"), encoding="utf-8")
    with pytest.raises(SourceError, match="第 2 行有 1 格，表头有 3 列"):
        list(read_html_table(spec, "page.html", "id", table=1))


def test_text_and_table_are_read_the_same_way(spec: SourceSpec) -> None:
    assert read_text(spec, "rows.csv").startswith("id,kind,name")
    assert [row.number for row in read_csv(spec, "rows.csv", "id")] == list(range(2, 22))


def test_a_broken_file_changes_nothing(graph: Store, spec: SourceSpec) -> None:
    load(graph, spec)
    before = everything(graph)
    rewrite(spec, "\n".join(text_of(spec).splitlines()[:10]) + "\n")
    with pytest.raises(SourceError):
        load(graph, spec)
    assert everything(graph) == before
