"""Pages as text: the same bytes each time, nothing from outside, what is vendored is what it says."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph import views
from graph.answers import SourceRef
from graph.answers.cited import cite
from graph.schema import kinds
from graph.views import layout
from graph.views.page import embed, write_page
from graph.views.words import wrap
from tests.browser import made_up

FOLDER = Path(views.__file__).parent
PRINT_HASHES = """
import hashlib
from graph.views import gap_page, node_page, path_page
from tests.browser import made_up as m
for html in (path_page(m.ten_paths()), gap_page(m.gap(46, 2)), node_page(m.one_node(60))):
    print(hashlib.sha256(html.encode()).hexdigest())
"""


def test_same_answer_same_bytes() -> None:
    def hashes(seed: str) -> str:
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PRINT_HASHES]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert len(hashes("1").split()) == 3
    assert hashes("1") == hashes("2")


def test_policy_names_exactly_the_scripts_and_styles_of_the_page() -> None:
    html = views.path_page(made_up.ten_paths())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    words = policy[1].replace("&#39;", "'")
    assert words.startswith("default-src 'none'; ")
    assert "unsafe" not in words
    named = set(re.findall(r"'sha256-[^']+'", words))
    blocks = re.findall(r"<script>(.*?)</script>", html, re.S) + re.findall(r"<style>(.*?)</style>", html, re.S)
    digests = {base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks}
    assert named == {f"'sha256-{digest}'" for digest in digests}
    assert len(named) == 3


def test_page_points_nowhere() -> None:
    html = views.gap_page(made_up.gap(6, 1))
    assert not re.search(r"""(?:src|href)=["'](?!#)""", html)
    assert "sourceMappingURL" not in html
    assert "@import" not in html
    assert "url(" not in re.findall(r"<style>(.*?)</style>", html, re.S)[0]


def test_library_is_the_one_of_its_note() -> None:
    folder = FOLDER / "static" / "vis-network"
    note = dict(line.split(": ", 1) for line in (folder / "VERSION").read_text().splitlines())
    library = (folder / "vis-network.min.js").read_bytes()
    assert hashlib.sha256(library).hexdigest() == note["sha256"]
    assert f"@version {note['version']}".encode() in library[:400]
    assert "MIT License" in (folder / "LICENSE").read_text()


def test_colours_come_from_the_schema() -> None:
    own = [*FOLDER.glob("*.py"), *FOLDER.glob("templates/*"), *FOLDER.glob("static/*.*")]
    literal = {found for path in own for found in re.findall(r"#[0-9a-fA-F]{3,6}\b", path.read_text())}
    assert literal <= {"#fff", "#ffffff"}
    assert views.style.colour_of("Enterprise") == kinds.ORANGE


def test_embedded_json_cannot_close_its_block() -> None:
    value = {"a": "</script><!--&amp;", "b": "甲"}
    text = str(embed(value))
    assert "<" not in text
    assert "&" not in text
    assert json.loads(text) == value


def test_no_two_neighbours_share_their_room() -> None:
    for right, left, between in [(22, 9, 9), (40, 0, 0), (0, 3, 0), (0, 0, 7), (1, 0, 0)]:
        sides = [[f"{side}{i}" for i in range(n)] for side, n in zip("rlb", (right, left, between), strict=True)]
        placed = layout.rings(sides[0], sides[1], sides[2], (128.0, 92.0), stretch=1.7)
        points = [(0.0, 0.0), *placed.values()]
        assert len(placed) == right + left + between
        assert all(
            abs(a[0] - b[0]) >= 128 or abs(a[1] - b[1]) >= 92 for i, a in enumerate(points) for b in points[i + 1 :]
        )


def test_a_tie_that_leaps_a_column_bends_around_the_nodes_there() -> None:
    points, bends = layout.columns([["a", "m", "z"], ["a", "z"]], (100.0, 80.0))
    assert points["a"] == (0.0, 0.0)
    assert points["z"] == (200.0, 0.0)
    [(x, y)] = bends["a", "z"]
    assert x == points["m"][0]
    assert abs(y - points["m"][1]) >= 50


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长宁大学", "长宁大学"),
        ("云溪锌业有限责任公司", "云溪锌业有限责\n任公司"),
        ("云溪锌业有限责任公", "云溪锌业有限责\n任公"),
        ("甲\n乙\t丙\u202e", "甲 乙 丙"),
        ("一" * 30, f"{'一' * 7}\n{'一' * 7}\n{'一' * 6}…"),
        ("", "（无名）"),
    ],
)
def test_wrap(text: str, expected: str) -> None:
    assert wrap(text, 7) == expected


def test_citations() -> None:
    assert cite(made_up.MIRROR) == "云溪发布《镜像所见》，2023-12-16，仅见于镜像"
    assert cite(made_up.REPOST) == "发布者未注明《转载一则》，2023-06，转载"
    guessed = SourceRef(id="x", publisher="甲报", title="乙", date="10-24", date_note="year inferred (2024)", mark="N")
    assert cite(guessed) == "甲报《乙》，10-24，年份 2024 为推断，无网址"


def test_page_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "新 文件夹" / "图.html"
    assert write_page(target, "<p>一</p>") == target.resolve()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.views.page.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_page(target, "<p>二</p>")
    assert target.read_text() == "<p>一</p>"
    assert [path.name for path in target.parent.iterdir()] == ["图.html"]
