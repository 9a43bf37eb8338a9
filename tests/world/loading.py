"""How the made-up world gets into a graph: two versions of one source, so that it has a past."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.store import Store
from loaders.pipeline import load
from loaders.spec import load_spec

HERE = Path(__file__).parent
TIES = Path("data") / "ties.csv"


def load_world(store: Store, scratch: Path, here: Path = HERE) -> None:
    """Load the first version, then the second, in which the ties marked `version` 1 are gone: they are retired."""
    for version in ("1", "2"):
        load(store, load_spec(_copy(here, scratch / version / "world", version)))


def _copy(here: Path, folder: Path, version: str) -> Path:
    """The folder as it stood at a version: ties of another version are left out."""
    shutil.copytree(here, folder, ignore=shutil.ignore_patterns("__pycache__", "fixtures.py", "loading.py", "*.md"))
    header, *lines = (folder / TIES).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.rsplit(",", 1)[1] in ("", version)]
    (folder / TIES).write_text("\n".join([header, *kept]) + "\n", encoding="utf-8")
    return folder
