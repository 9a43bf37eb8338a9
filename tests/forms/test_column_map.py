"""A mapping made by hand is saved and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from loaders.column_map import overrides_of, read_map, save_map


def test_round_trip(tmp_path: Path) -> None:
    told = {"牵头方": "undertaker", "数额": "funding(万元)", "联系人": ""}
    save_map(tmp_path / "map.yml", told)
    assert read_map(tmp_path / "map.yml") == told
    found = overrides_of([str(tmp_path / "map.yml"), "牵头方=", "a=b=name"])
    assert found == told | {"牵头方": "", "a=b": "name"}


@pytest.mark.parametrize("text", ["- 1", "columns: 3", "columns: {}\nmore: 1", "\t: ["])
def test_what_is_no_mapping(tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"map\.yml"):
        read_map(path)


@pytest.mark.parametrize("told", ["列名", "=name", "missing.yml"])
def test_what_cannot_be_understood(told: str) -> None:
    with pytest.raises(UsageError) as error:
        overrides_of([told])
    assert error.value.way_out
