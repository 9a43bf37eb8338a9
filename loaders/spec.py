"""What a source says of itself: `source.yml`, closed and checked.

A source is one folder of `loaders/sources/` (no registry): `source.yml`, `records.py` and its data. `records.py` has

    def read(folder: Path, spec: SourceSpec) -> Iterator[Row]
    def understand(row: Row, out: Claims, spec: SourceSpec) -> None
    def unit(row: Row, claim: CoverageClaim, spec: SourceSpec) -> str        # optional: what a coverage counts of a row
                                                                            # ("" = out of scope; default: row.key)
    def publications(folder: Path, spec: SourceSpec) -> list[Publication]   # only where rows cite their own sources

A file given on the command line becomes a source too: a folder below `<home>/sources` whose `source.yml` has a block
`form` instead of a `records.py` (`loaders.given`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.due import EVERY
from graph.errors import NotFoundError, SourceError

SOURCES = Path(__file__).parent / "sources"
GIVEN = "sources"
"""Folder of the user's own sources, below the home of the settings."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads as `yaml.safe_load` does; the one in C, where the library has it, ten times faster."""
BLOCK = 1 << 20
"""Bytes read at a time for a hash."""

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


class GivenForm(Closed):
    """How a given file was read: what is needed to understand its kept rows again, and to know the file again."""

    kind: str = Field(default="", description="label of the kind the rows are of; empty for a standard")
    standard: str = Field(default="", description="ror, openalex or cerif: the file's own form")
    file: str = Field(description="name of the file as given, without its folder")
    sha256: str = Field(description="content hash of the file as given")
    format: str = ""
    sheet: str = Field(default="", description="--sheet, as given")
    table: int = Field(default=0, description="--table, as given; 0 = chosen by its columns")
    region: bool = Field(default=False, description="only what concerns the two cities")
    columns: list[str] = Field(default_factory=list, description="columns kept, in order")
    overrides: dict[str, str] = Field(default_factory=dict, description="column → field, as the user said")
    mapping: dict[str, str] = Field(default_factory=dict, description="column → field, as used")
    personal: dict[str, int] = Field(default_factory=dict, description="dropped columns → filled cells dropped")
    masked: dict[str, int] = Field(default_factory=dict, description="kept columns → cells something was taken out of")
    notes: list[str] = Field(default_factory=list, description="what was decided while reading, in Chinese")
    mended: list[str] = Field(default_factory=list, description="content hashes of the reject workbooks joined in")

    @property
    def what(self) -> str:
        """The kind or the standard, for messages."""
        return self.kind or self.standard


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
    every: str = Field(
        default="", pattern=EVERY, description="how often the publisher renews it, as P1Y, P3M, P2W, P30D; empty: never"
    )
    order: int = Field(description="place in the order of loading, lowest first")
    rank: int = Field(description="preference of its values: 1 registry, 2 roster, 3 newspaper")
    files: list[str] = Field(description="data files, relative to the folder")
    encoding: str = "utf-8"
    columns: list[str] = Field(default_factory=list, description="headers that must be there")
    declared: int | None = Field(default=None, description="rows the publisher declares")
    coverage: list[CoverageClaim] = Field(default_factory=list)
    lookups: dict[str, Any] = Field(default_factory=dict)
    assertions: Assertions
    form: GivenForm | None = Field(default=None, description="how a given file was read; bundled sources have none")
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
        code = () if self.form else ("records.py", *(path.name for path in self.folder.glob("*.py")))
        for name in sorted({*self.files, "source.yml", *code}):
            path = self.folder / name
            if not path.is_file():
                raise SourceError(f"来源 {self.id} 缺文件 {name}", way_out="补上该文件后重新装载", file=name)
            total.update(name.encode() + b"\0")
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    total.update(block)
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
        raw = yaml.load(path.read_text(encoding="utf-8"), LOADER)
        return SourceSpec(**raw, folder=folder)
    except OSError as error:
        raise SourceError(f"来源 {folder.name} 没有 source.yml", way_out="见 docs/sources.md") from error
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise SourceError(f"来源 {folder.name} 的 source.yml 有误：{error}", way_out="见 docs/sources.md") from error


def bundled(root: Path = SOURCES) -> list[SourceSpec]:
    """All sources below a folder, in the order of loading."""
    specs = [load_spec(path.parent) for path in sorted(root.glob("*/source.yml"))]
    return sorted(specs, key=lambda spec: (spec.order, spec.id))


def installed(home: Path) -> list[SourceSpec]:
    """All sources of this machine: the bundled ones and those given by the user (`<home>/sources`), in order."""
    return sorted([*bundled(), *bundled(home / GIVEN)], key=lambda spec: (spec.order, spec.id))


def names(home: Path) -> frozenset[str]:
    """The names of all sources of this machine, none of which is read for it."""
    found = (path for root in (SOURCES, home / GIVEN) for path in root.glob("*/source.yml"))
    return frozenset(path.parent.name for path in found)


def find(name: str, root: Path = SOURCES, home: Path | None = None) -> SourceSpec:
    """The source of that name, bundled or below `home`. Raises `NotFoundError` listing the names there are."""
    roots = [root] if home is None else [root, home / GIVEN]
    folders = {path.parent.name: path.parent for place in roots for path in sorted(place.glob("*/source.yml"))}
    if name not in folders:
        raise NotFoundError(f"没有名为 {name} 的来源", way_out="可用的来源：" + "、".join(sorted(folders)))
    return load_spec(folders[name])
