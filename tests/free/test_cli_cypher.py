"""`xishang cypher` as a user meets it, on the bundled sources."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import cli, free
from graph.answers import Answer, CypherAnswer
from graph.cli_cypher import GATES, parameters
from graph.errors import UsageError
from graph.settings import Settings
from graph.spreadsheet import as_csv
from tests.conftest import environment_of

Command = Callable[..., tuple[str, str]]
CO_BUILT = (
    "MATCH p = (f:Enterprise)<-[:CO_BUILT_BY]-(:Platform)-[:CO_BUILT_BY]->(u:University) RETURN p, u.city AS city"
)


@pytest.fixture
def environment(bundled_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    found = environment_of(bundled_settings)
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    return found


@pytest.fixture
def xishang(environment: dict[str, str], capsys: pytest.CaptureFixture[str]) -> Command:  # noqa: ARG001 - sets the server
    def run(*arguments: str, code: int = 0) -> tuple[str, str]:
        capsys.readouterr()
        assert cli.run(["cypher", *arguments]) == code
        told = capsys.readouterr()
        return told.out, told.err

    return run


def test_a_table_names_nodes_and_says_how_many(xishang: Command) -> None:
    out, _ = xishang(CO_BUILT)
    assert "钒产业技术研究院 – 西安交通大学" in out.replace("\n", "")
    assert "search_text" not in out
    assert out.splitlines()[0].split() == ["p", "city"]


def test_truncation_is_said_and_only_then(xishang: Command) -> None:
    assert "只取了前 3 行" in xishang("UNWIND range(1, 4) AS i RETURN i", "--limit", "3")[0]
    assert "只取了" not in xishang("UNWIND range(1, 3) AS i RETURN i", "--limit", "3")[0]
    out, err = xishang("UNWIND range(1, 4) AS i RETURN i", "--limit", "3", "--csv")
    assert out.splitlines() == ["\ufeffi", "1", "2", "3"]
    assert "只取了前 3 行" in err


def test_json_is_the_typed_answer(xishang: Command) -> None:
    out, _ = xishang(CO_BUILT, "--json")
    answer = Answer[CypherAnswer].model_validate_json(out)
    assert answer.data.columns == ["p", "city"]
    tie = next(tie for tie in answer.data.ties if tie.type == "CO_BUILT_BY")
    assert tie.sources
    assert tie.records
    assert {tie.start, tie.end} <= {node.id for node in answer.data.nodes}
    assert all(node.sources for node in answer.data.nodes)


def test_parameters_are_json_or_else_text(xishang: Command) -> None:
    asked = "RETURN $n + 1 AS n, $city AS city, $list[1] AS second"
    out, _ = xishang(asked, "--param", "n=4", "--param", "city=商洛", "--param", 'list=["a","b"]', "--json")
    assert json.loads(out)["data"]["rows"] == [[5, "商洛", "b"]]
    assert parameters(["a=x=y", 'b="5"', "c=NaN"]) == {"a": "x=y", "b": "5", "c": "NaN"}
    with pytest.raises(UsageError):
        parameters(["nothing"])


def test_a_statement_from_a_file_and_from_stdin(
    xishang: Command,
    environment: dict[str, str],
    tmp_path: Path,
) -> None:
    file = tmp_path / "asked.cypher"
    file.write_text(
        "\ufeff// 商洛的高校\nMATCH (u:University {city: '商洛'}) RETURN u.name AS name;\n", encoding="utf-8"
    )
    assert "商洛学院" in xishang("-f", str(file))[0]
    command = [sys.executable, "-m", "graph.cli", "cypher", "-", "--csv"]
    done = subprocess.run(command, input=file.read_bytes(), capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert "商洛学院" in [row[0] for row in csv.reader(io.StringIO(done.stdout.decode("utf-8-sig")))]
    assert "读不了语句" in xishang("-f", str(tmp_path / "none.cypher"), code=2)[1]
    assert "请给一条语句" in xishang("RETURN 1", "-f", str(file), code=2)[1]
    assert "请给一条语句" in xishang(code=2)[1]


REFUSED = {
    "prefix": "PROFILE MATCH (n) RETURN n",
    "type": "CREATE (n:Enterprise)",
    "operator": "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "hidden": "RETURN CASE WHEN true THEN COLLECT { MATCH (n) RETURN n.id } ELSE [] END AS x",
    "procedure": "CALL db.info() YIELD id RETURN id",
}


@pytest.mark.parametrize("gate", list(REFUSED))
def test_a_refusal_says_which_gate_and_the_way_out(gate: str, xishang: Command) -> None:
    out, err = xishang(REFUSED[gate], code=2)
    assert out == ""
    assert GATES[gate] in err
    assert "→ " in err
    problem = json.loads(xishang(REFUSED[gate], "--json", code=2)[1])
    assert problem["gate"] == gate
    assert problem["type"] == "statement-refused"


def test_every_gate_has_its_words() -> None:
    texts = [file.read_text("utf-8") for file in Path(free.__file__).parent.glob("*.py")]
    named = {name for text in texts for name in re.findall(r'gate="(\w+)"', text)}
    assert named == set(GATES)


def test_mistakes_are_told_with_a_way_out(xishang: Command) -> None:
    assert "line 1" in xishang("MATCH (n RETURN n", code=2)[1]
    assert "--param" in xishang("MATCH (n {id: $id}) RETURN n", code=2)[1]
    assert "5000" in xishang("RETURN 1", "--limit", "5001", code=2)[1]
    slow = "UNWIND range(1, 100000000) AS i UNWIND range(1, 1000) AS j WITH i, j WHERE i + j < 0 RETURN count(*) AS n"
    assert "--seconds" in xishang(slow, "--seconds", "0.3", code=4)[1]


def test_a_picture_where_nodes_come_back_and_an_error_where_none_do(xishang: Command, tmp_path: Path) -> None:
    file = tmp_path / "picture.html"
    assert str(file) in xishang(CO_BUILT, "-o", str(file))[0]
    page = file.read_text(encoding="utf-8")
    assert "钒产业技术研究院" in page
    assert "CO_BUILT_BY" in page
    assert "画不成图" in xishang("RETURN 1 AS x", "-o", str(tmp_path / "none.html"), code=2)[1]
    assert not (tmp_path / "none.html").exists()


def test_cells_that_a_terminal_or_a_spreadsheet_would_obey_are_harmless(xishang: Command) -> None:
    out, _ = xishang("RETURN '\\u001b[31mred' AS `[bold]x`, '[red]y' AS y")
    assert "\x1b" not in out
    assert "[bold]x" in out
    assert "[red]y" in out
    assert as_csv(["a"], [{"a": "=1+1"}, {"a": ["-x", 2]}, {"a": {"b": True}}]).decode("utf-8-sig").splitlines() == [
        "a",
        "'=1+1",
        "'-x；2",
        '"{""b"": true}"',
    ]
