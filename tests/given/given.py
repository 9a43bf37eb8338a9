"""Files to be given, their loading, and the command line; every name in the files is made up (虚构)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.answers import Answer, LoadReport
from graph.store import Store
from loaders.given.load import load_file
from loaders.given.wish import Wish
from loaders.spec import GIVEN

HEADER = ["序号", "企业名称", "统一社会信用代码", "所在县区", "联系电话"]
CODES = ("91611000MA7000001X", "91611000MA70000021", "91611000MA70000034")
BAD_CODE = "91611000MA70000019"


def firms(count: int, first: int = 1) -> list[list[str]]:
    """Rows of made-up firms, without codes."""
    return [
        [str(n), f"虚构{n}号矿业有限公司", "", "商州区", f"0914-23123{n % 90 + 10}"]
        for n in range(first, first + count)
    ]


@dataclass
class Given:
    """A store, the home of the given sources and a folder for the files."""

    store: Store
    home: Path
    folder: Path
    wish: dict[str, Any] = field(
        default_factory=lambda: {"kind": "Enterprise", "publisher": "虚构县科技局", "date": "2019", "title": "虚构名单"}
    )

    def csv(
        self, name: str, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, encoding: str = "utf-8"
    ) -> Path:
        """Write a csv file with a header."""
        path = self.folder / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    def xlsx(self, name: str, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> Path:
        """Write a workbook with one sheet."""
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for line in (header, *rows):
            sheet.append(list(line))
        book.save(self.folder / name)
        return self.folder / name

    def load(self, path: Path, **wish: Any) -> LoadReport:
        """Load a file as the made-up roster, or as told otherwise."""
        return self.answer(path, **wish).data

    def answer(self, path: Path, **wish: Any) -> Answer[LoadReport]:
        """The whole answer."""
        return load_file(self.store, self.home, path, Wish(**(self.wish | wish)))

    def kept(self) -> dict[str, str]:
        """All files kept of given sources, by their path below the folder; empty = nothing is kept."""
        root = self.home / GIVEN
        found = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".lock")
        return {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in found}


@dataclass
class Command:
    """Runs command lines in this process."""

    run: Callable[[list[str]], int]
    captured: pytest.CaptureFixture[str]
    given: Given

    def text(self, *arguments: str, code: int = 0) -> str:
        """What a person reads; the exit code must be `code`."""
        assert self.run(list(arguments)) == code
        shown = self.captured.readouterr()
        return shown.out if code == 0 else shown.out + shown.err

    def json(self, *arguments: str, code: int = 0) -> Any:
        """The one JSON document, on stdout, or on stderr for an error."""
        assert self.run([*arguments, "--json"]) == code
        shown = self.captured.readouterr()
        return json.loads(shown.out if code == 0 else shown.err)
