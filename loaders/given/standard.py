"""A file in a standard's own form (ROR, OpenAlex, CERIF-XML), known by its content: no kind is asked for."""

from __future__ import annotations

from pathlib import Path

from graph.errors import UsageError
from graph.schema.values import clean
from graph.store import Store
from loaders.given.file import unchanged
from loaders.given.rows import KeptRow, without_personal
from loaders.given.staging import body_of, restaged
from loaders.given.taking import date_of
from loaders.given.wish import Wish, id_for
from loaders.spec import GivenForm, SourceSpec
from loaders.standards import Standard

KNOWN_PUBLISHERS = {"ror": ("Research Organization Registry", "CC0"), "openalex": ("OpenAlex", "CC0")}
"""Publisher and licence of registries that say so themselves; a CERIF file comes from some institution's own system."""

NUMBERS = ("id", "ids", "ror", "doi", "orcid", "relationships", "external_ids")
"""Members that hold identifiers, which are not looked at as telephones or accounts."""


def said_of(wish: Wish, standard: Standard) -> dict[str, str]:
    """Title, publisher, date and licence. Raises `UsageError` without a publisher."""
    publisher, licence = KNOWN_PUBLISHERS.get(standard.name, ("", ""))
    publisher = clean(wish.publisher or publisher)
    if not publisher:
        raise UsageError(
            f"这是 {standard.title} 文件，没有说是谁的（--publisher）",
            way_out="每条事实都要有出处，例如 --publisher 西安某大学",
        )
    date = date_of(wish.date, from_user=True) if wish.date else ""
    title = clean(wish.title) or f"{publisher} {standard.title} 记录"
    return {"publisher": publisher, "licence": licence, "date": date, "title": title}


def id_of(said: dict[str, str], standard: Standard) -> str:
    """The id of the source, the same for the next file of that publisher and title."""
    return id_for(said["publisher"], said["title"], standard.name)


def staged_standard(
    home: Path, store: Store, id_: str, path: Path, sha256: str, wish: Wish, standard: Standard
) -> tuple[SourceSpec, list[KeptRow]]:
    """Read the records and stage their source. Raises `SourceError` for a broken file, `UsageError` for the options."""
    unused = [name for name, given in (("--map", wish.overrides), ("--map-file", wish.map_file)) if given]
    if unused:
        raise UsageError(f"{standard.title} 文件不用{'、'.join(unused)}", way_out="去掉这些选项：它的写法是标准的")
    said = said_of(wish, standard)
    with unchanged(path, sha256):
        read = [KeptRow(row.number, row.sheet, row.cells, row.key) for row in standard.read(path)]
    columns = list(dict.fromkeys(column for row in read for column in row.cells))
    cleaned = without_personal(read, (), NUMBERS)
    form = GivenForm(
        standard=standard.name,
        file=path.name,
        sha256=sha256,
        format=standard.title,
        region=wish.region,
        columns=columns,
        masked=dict(cleaned.masked),
        notes=[f"按内容认出：{standard.title}，{len(read)} 条记录"],
    )
    body = body_of(id_, said, wish, form, (), len(read))
    body["lookups"] = {"measured": list(NUMBERS)}
    return restaged(home, store, body, cleaned.rows), cleaned.rows
