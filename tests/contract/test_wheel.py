"""The wheel stands alone: installed in an empty environment, outside of the checkout, it does the main job."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.settings import Settings
from tests.conftest import environment_of
from tests.contract.tree import ROOT

# Building, an environment of its own and all packages: three minutes on two busy cores, where a test has five.
pytestmark = [pytest.mark.server, pytest.mark.timeout(900)]


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Output of a command that must succeed; its whole output is shown when it does not."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an empty environment in which the wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    # Only what is committed to the tree's lists is built: the same build a release would run.
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("xishang-*.whl")
    run(sys.executable, "-m", "venv", folder / "env", cwd=folder)
    commands = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    run(commands / "python", "-m", "pip", "install", "--quiet", "--no-compile", wheel, cwd=folder)
    return commands


def test_the_main_job_from_a_wheel(installed: Path, new_home: Callable[[str], Settings], tmp_path: Path) -> None:
    env = environment_of(new_home("wheel"))
    where = run(installed / "python", "-c", "import graph; print(graph.__file__)", cwd=tmp_path, env=env)
    assert str(ROOT) not in where

    told = run(installed / "xishang", "demo", "--out", tmp_path / "out", cwd=tmp_path, env=env)
    for words in ("陕西锌业", "西安交通大学", "F65a", "未收录依据", "C11a", "db stop"):
        assert words in told, told
    pages = sorted(path.name for path in (tmp_path / "out").glob("*.html"))
    assert len(pages) == 8
    assert all((tmp_path / "out" / page).stat().st_size > 100_000 for page in pages)

    answer = json.loads(run(installed / "xishang", "path", "陕西锌业", "西安交大", "--json", cwd=tmp_path, env=env))
    assert answer["data"]["answer"] == "found"
    cited = {source["id"] for tie in answer["data"]["paths"][0]["ties"] for source in tie["sources"]}
    assert "S58" in cited
    assert run(installed / "xishang", "db", "stop", cwd=tmp_path, env=env)
