"""Who said it: sources as cited, and the words of a citation as a planner can paste them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.answers import SourceRef
from graph.store import Row, Work

NO_PUBLISHER = "发布者未注明"
CITED_MARKS = {"O": "", "R": "转载", "M": "仅见于镜像", "N": "无网址"}
"""Words for a mark in a citation; a text on its publisher's own host needs none."""


def sources_of(work: Work, ids: Iterable[str]) -> dict[str, SourceRef]:
    """The sources of these ids, by id; ids that are no source are left out."""
    wanted = sorted(set(ids))
    return {row["id"]: source_ref(row) for row in work.run("read/sources", ids=wanted)} if wanted else {}


def source_ref(row: Row) -> SourceRef:
    """A row of `read/sources` as cited. An address is a link for mark O only, plain text for R, else not given."""
    mark, url = row["mark"], row["url"]
    return SourceRef(
        id=row["id"],
        publisher=NO_PUBLISHER if row["publisher"] in ("", "未注明") else row["publisher"],
        title=row["title"],
        date=row["date"],
        date_note=row["date_note"],
        mark=mark,
        url=url if url and mark == "O" else None,
        address_text=url if url and mark == "R" else None,
    )


def cite(source: SourceRef) -> str:
    """发布者《题名》，日期，标记."""
    pieces = [f"{source.publisher}《{source.title}》", printed_date(source.date, source.date_note)]
    return "，".join(piece for piece in (*pieces, CITED_MARKS[source.mark]) if piece)


def printed_date(date: str, note: str = "") -> str:
    """A date as it is printed; one without a year stays without one and says so.

    >>> printed_date("11-27")
    '11-27，原文未印年份'
    """
    if not date:
        return "日期未注明"
    inferred = re.search(r"year inferred \((\d{4})\)", note)
    if inferred:
        return f"{date}，年份 {inferred[1]} 为推断"
    return f"{date}，原文未印年份" if re.fullmatch(r"\d{2}-\d{2}", date) else date
