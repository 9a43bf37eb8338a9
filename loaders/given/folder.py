"""Where the user's own sources are kept, and how one is put there: whole or not at all, and only after its load.

`<home>/sources/<id>/source.yml` names its rows file by content, so replacing that one small file is the switch from
one version to the next. Before the load everything lies in `<home>/sources/.staged/…`, which no listing sees.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from graph.errors import LoadInProgressError, SourceError
from graph.schema.values import digest
from graph.store import Store
from loaders.revision import source_version
from loaders.spec import GIVEN, SourceSpec, bundled, load_spec

STAGED = ".staged"
EARLIER = "earlier"
"""Folder in a source's folder with the `source.yml` of the versions before, newest last; their rows stay beside."""

UNDONE = "undone.yml"
"""What a source was whose only load was taken back."""


def given_sources(home: Path) -> list[SourceSpec]:
    """The sources that files were given for."""
    return bundled(home / GIVEN)


def stored(home: Path, id_: str) -> SourceSpec | None:
    """The source of this id as it is kept now, or None."""
    folder = home / GIVEN / id_
    return load_spec(folder) if (folder / "source.yml").is_file() else None


def same_content(home: Path, sha256: str) -> list[SourceSpec]:
    """The sources that were given this very file, or were mended with it, under whatever name."""
    forms = [(spec, spec.form) for spec in given_sources(home)]
    return [spec for spec, form in forms if form is not None and sha256 in (form.sha256, *form.mended)]


@contextmanager
def alone(home: Path, id_: str) -> Iterator[None]:
    """No other process stages or puts down this source meanwhile. Raises `LoadInProgressError` at once."""
    folder = home / GIVEN / STAGED
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{id_}.lock").open("a", encoding="utf-8") as file:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LoadInProgressError(f"来源 {id_} 正由另一个进程装载", way_out="等它结束后再装载") from error
        yield


def stage(home: Path, body: Mapping[str, Any], files: Mapping[str, str]) -> SourceSpec:
    """Write a source where no listing sees it. `body` is its `source.yml` without `files`; `files` name → text."""
    folder = home / GIVEN / STAGED / str(body["id"])
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        names = []
        for name, text in files.items():
            stem, dot, suffix = name.partition(".")
            names.append(f"{stem}-{digest(text, 12)}{dot}{suffix}")
            (folder / names[-1]).write_text(text, encoding="utf-8", newline="\n")
        text = yaml.safe_dump(dict(body) | {"files": names}, allow_unicode=True, sort_keys=False, width=120)
        (folder / "source.yml").write_text(text, encoding="utf-8")
    except OSError as error:
        raise SourceError(f"写不进 {folder}：{error}", way_out="腾出空间或换一个 XISHANG_HOME；图谱没有改动") from error
    return load_spec(folder)


def put_down(home: Path, spec: SourceSpec) -> SourceSpec:
    """Make a staged source the one that counts; the version before is kept below `earlier`. Gives it as kept."""
    folder = home / GIVEN / spec.id
    folder.mkdir(parents=True, exist_ok=True)
    for name in spec.files:
        shutil.copyfile(spec.folder / name, folder / f".{name}")
        (folder / f".{name}").replace(folder / name)
    current = folder / "source.yml"
    if current.is_file() and current.read_bytes() != (spec.folder / "source.yml").read_bytes():
        (folder / EARLIER).mkdir(exist_ok=True)
        shutil.copyfile(current, folder / EARLIER / f"{_next(folder):04d}.yml")
    shutil.copyfile(spec.folder / "source.yml", folder / ".source.yml")
    (folder / ".source.yml").replace(current)
    shutil.rmtree(spec.folder, ignore_errors=True)
    return load_spec(folder)


def discard(spec: SourceSpec) -> None:
    """Take a staged source away: its load failed or was a trial."""
    if spec.folder.parent.name == STAGED:
        shutil.rmtree(spec.folder, ignore_errors=True)


def settle(home: Path, store: Store) -> list[str]:
    """Finish what a killed process left: what the graph holds is put down, the rest taken away. Gives the ids put down.

    A process can die between the commit of its load and the switch of the folder; the graph then knows better.
    """
    done = []
    for path in sorted((home / GIVEN / STAGED).glob("*/source.yml")):
        try:
            with alone(home, path.parent.name):
                spec = load_spec(path.parent)
                rows = store.read("read/source_version", source=spec.id)
                if rows and rows[0]["version"] == source_version(spec):
                    put_down(home, spec)
                    done.append(spec.id)
                discard(spec)
        except LoadInProgressError:
            continue  # its process is alive
        except SourceError:
            shutil.rmtree(path.parent, ignore_errors=True)  # not written to the end
    return done


def step_back(home: Path, id_: str) -> SourceSpec | None:
    """Make the version before the one that counts again, for a load that was taken back; None: there was none.

    Rows stay on disk, and so does the `source.yml` of a source that is none any more, where no listing sees it.
    """
    folder = home / GIVEN / id_
    earlier = sorted((folder / EARLIER).glob("*.yml"))
    if not earlier:
        (folder / "source.yml").replace(folder / UNDONE)
        return None
    earlier[-1].replace(folder / "source.yml")
    return load_spec(folder)


def _next(folder: Path) -> int:
    return 1 + max((int(path.stem) for path in (folder / EARLIER).glob("*.yml")), default=0)
