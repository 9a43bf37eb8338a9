"""Who said it: sources read from the graph as they are cited (the words of a citation: `graph.answers.cited`)."""

from __future__ import annotations

from collections.abc import Iterable

from graph.answers import SourceRef
from graph.answers.cited import NAMELESS, NO_PUBLISHER
from graph.store import Row, Work


def sources_of(work: Work, ids: Iterable[str]) -> dict[str, SourceRef]:
    """The sources of these ids, by id; ids that are no source are left out."""
    wanted = sorted(set(ids))
    return {row["id"]: source_ref(row) for row in work.run("read/sources", ids=wanted)} if wanted else {}


def source_ref(row: Row) -> SourceRef:
    """A row of `read/sources` as cited. An address is a link for mark O only, plain text for R, else not given."""
    mark, url = row["mark"], row["url"]
    return SourceRef(
        id=row["id"],
        publisher=NO_PUBLISHER if row["publisher"] in NAMELESS else row["publisher"],
        title=row["title"],
        date=row["date"],
        date_note=row["date_note"],
        mark=mark,
        url=url if url and mark == "O" else None,
        address_text=url if url and mark == "R" else None,
    )
