"""The `records.py` of a source folder, found by the folder alone: no registry, inside the package or outside of it."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from graph.errors import SourceError
from graph.schema.values import digest
from loaders.claims import Claims
from loaders.given import module as given
from loaders.rows import Row
from loaders.spec import SOURCES, CoverageClaim, Publication, SourceSpec


@dataclass(frozen=True)
class SourceModule:
    """The functions of a `records.py` (see `loaders.spec`)."""

    read: Callable[[Path, SourceSpec], Iterable[Row]]
    understand: Callable[[Row, Claims, SourceSpec], None]
    publications: Callable[[Path, SourceSpec], list[Publication]]
    unit: Callable[[Row, CoverageClaim, SourceSpec], str]


def module_of(spec: SourceSpec) -> SourceModule:
    """Import the `records.py` of a source; a given file has none, its form reads and understands its rows.

    Raises `SourceError` when `records.py` is missing or lacks a function.
    """
    if spec.form is not None:
        return SourceModule(given.read, given.understand, _no_publications, given.unit)
    module = _import(spec)
    missing = [name for name in ("read", "understand") if not callable(getattr(module, name, None))]
    if missing:
        raise SourceError(f"来源 {spec.id} 的 records.py 缺函数 {'、'.join(missing)}", way_out="见 docs/sources.md")
    publications = getattr(module, "publications", _no_publications)
    unit = getattr(module, "unit", _row_key)
    return SourceModule(module.read, module.understand, publications, unit)


def _no_publications(_folder: Path, _spec: SourceSpec) -> list[Publication]:
    return []


def _row_key(row: Row, _claim: CoverageClaim, _spec: SourceSpec) -> str:
    return row.key


def _import(spec: SourceSpec) -> ModuleType:
    path = spec.folder / "records.py"
    if spec.folder.parent.resolve() == SOURCES.resolve():
        return importlib.import_module(f"loaders.sources.{spec.folder.name}.records")
    name = f"xishang_source_{spec.folder.name}_{digest(str(path.resolve()))}"
    found = importlib.util.spec_from_file_location(name, path)
    if found is None or found.loader is None or not path.is_file():
        raise SourceError(f"来源 {spec.id} 缺 records.py", way_out="见 docs/sources.md", file="records.py")
    module = importlib.util.module_from_spec(found)
    sys.modules[name] = module  # dataclasses of the module look themselves up there
    found.loader.exec_module(module)
    return module
