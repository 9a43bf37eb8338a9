"""What a source says of itself: `source.yml`, closed and checked.

A source is one folder of `loaders/sources/` (no registry): `source.yml`, `records.py` and its data. `records.py` has

    def read(folder: Path, spec: SourceSpec) -> Iterator[Row]
    def understand(row: Row, out: Claims, spec: SourceSpec) -> None
    def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str        # optional: what a coverage counts of a row
                                                                            # ("" = out of scope; default: row.key)
    def publications(folder: Path, spec: SourceSpec) -> list[Publication]   # only where rows cite their own sources
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import NotFoundError, SourceError

SOURCES = Path(__file__).parent / "sources"
Mark = Literal["O", "R", "M", "N"]


class Closed(BaseModel):
    """A closed, frozen model: an unknown key in a file is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Publication(Closed):
    """A published text that rows rest on; becomes a `Source` node. Marks: O own host, R repost, M mirror, N no address.

    An address is kept for O and R only (model.md, "Provenance"); a `date` keeps the precision it was printed with.
    """

    id: str
    publisher: str
    title: str
    date: str = ""
    date_note: str = ""
    mark: Mark
    url: str = ""
    licence: str = ""


class CoverageClaim(Closed):
    """What the publisher says the source covers: kind or tie (`about`), role, place, period, and how many."""

    about: str = Field(description="label or tie type")
    subkind: str = ""
    role: str = ""
    place: str = Field(description="name of the place covered, or 全国")
    first: str = ""
    last: str = ""
    complete: bool
    declared: int | None = None
    words: str = Field(description="the publisher's own words, or what the claim rests on")
    claimed_by: Literal["publisher", "user"] = "publisher"


class Assertions(Closed):
    """Promises about counts: a broken one stops the load and changes nothing."""

    rows: int = Field(description="rows read, at least")
    loaded: int = Field(description="rows loaded, at least")
    max_rejects: float = Field(default=0.0, description="share of rows that may be rejected, 0 to 1")
    nodes: dict[str, int] = Field(default_factory=dict, description="nodes of a kind stated by this source, at least")
    ties: dict[str, int] = Field(default_factory=dict, description="ties of a type stated by this source, at least")


class SourceSpec(Closed):
    """The whole of `source.yml`."""

    id: str
    title: str
    publisher: str
    date: str = ""
    mark: Mark
    url: str = ""
    licence: str
    origin: str = Field(description="where the bundled file was taken from")
    retrieved: str = Field(description="day the file was taken, YYYY-MM-DD")
    order: int = Field(description="place in the order of loading, lowest first")
    rank: int = Field(description="preference of its values: 1 registry, 2 roster, 3 newspaper")
    files: list[str] = Field(description="data files, relative to the folder")
    encoding: str = "utf-8"
    columns: list[str] = Field(default_factory=list, description="headers that must be there")
    declared: int | None = Field(default=None, description="rows the publisher declares")
    coverage: list[CoverageClaim] = Field(default_factory=list)
    lookups: dict[str, Any] = Field(default_factory=dict)
    assertions: Assertions
    folder: Path = Field(default=Path(), exclude=True)

    def publication(self) -> Publication:
        """The source itself as something that can be cited."""
        return Publication(
            id=self.id,
            publisher=self.publisher,
            title=self.title,
            date=self.date,
            mark=self.mark,
            url=self.url,
            licence=self.licence,
        )

    def content_hash(self) -> str:
        """SHA-256 over everything the load depends on in this folder: data, `source.yml` and code."""
        total = hashlib.sha256()
        for name in sorted({*self.files, "source.yml", "records.py", *(p.name for p in self.folder.glob("*.py"))}):
            path = self.folder / name
            if not path.is_file():
                raise SourceError(f"来源 {self.id} 缺文件 {name}", way_out="补上该文件后重新装载", file=name)
            total.update(name.encode() + b"\0" + path.read_bytes())
        return total.hexdigest()


@dataclass(frozen=True)
class Place:
    """Where in a file something stands, for messages."""

    file: str
    sheet: str
    row: int


def load_spec(folder: Path) -> SourceSpec:
    """Read and check `source.yml`. Raises `SourceError` naming file and key."""
    path = folder / "source.yml"
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        return SourceSpec(**raw, folder=folder)
    except OSError as error:
        raise SourceError(f"来源 {folder.name} 没有 source.yml", way_out="见 docs/sources.md") from error
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise SourceError(f"来源 {folder.name} 的 source.yml 有误：{error}", way_out="见 docs/sources.md") from error


def bundled(root: Path = SOURCES) -> list[SourceSpec]:
    """All sources below a folder, in the order of loading."""
    specs = [load_spec(path.parent) for path in sorted(root.glob("*/source.yml"))]
    return sorted(specs, key=lambda spec: (spec.order, spec.id))


def find(name: str, root: Path = SOURCES) -> SourceSpec:
    """The source of that name. Raises `NotFoundError` listing the names there are."""
    names = sorted(path.parent.name for path in root.glob("*/source.yml"))
    if name not in names:
        raise NotFoundError(f"没有名为 {name} 的来源", way_out="可用的来源：" + "、".join(names))
    return load_spec(root / name)
