"""A work of OpenAlex as an achievement: who brought it out, and which of its authors can be told from namesakes.

An author enters by ORCID and with an institution only; the others are counted. An institution that is named as text
alone, without an object of its own, is reported.
"""

from __future__ import annotations

from typing import Any

from graph.schema.values import doi, orcid, ror_id
from loaders.claims import Claims, NodeClaim
from loaders.standards.bodies import Body, mention

WORK_MEMBERS = (
    "id",
    "doi",
    "title",
    "display_name",
    "type",
    "publication_date",
    "publication_year",
    "authorships",
    "is_retracted",
    "is_paratext",
)
# Sub-kind in Chinese by type of OpenAlex (which took them from Crossref).
KINDS = {
    "article": "论文",
    "preprint": "论文",
    "review": "论文",
    "letter": "论文",
    "editorial": "论文",
    "book-chapter": "论著章节",
    "book": "专著",
    "dissertation": "学位论文",
    "dataset": "数据集",
    "report": "研究报告",
    "standard": "标准",
    "software": "软件",
}


def understand_work(record: dict[str, Any], key: str, out: Claims) -> None:
    """A work, the institutions it came from, and its authors as far as ORCID tells them apart."""
    if record.get("is_retracted"):
        out.leave_out("作品已撤稿")
    if record.get("is_paratext"):
        out.leave_out("不是作品本身（封面、目次等）")
    title = str(record.get("title") or record.get("display_name") or "")
    work_type = str(record.get("type") or "")
    if work_type not in KINDS:
        out.cannot_place("type", work_type, "unknown-type", f"没有对应成果类别的作品类型“{work_type}”")
    date = str(record.get("publication_date") or record.get("publication_year") or "")
    work = out.node("Achievement", title, keys=_key(record, key, out), kind=KINDS.get(work_type, ""), completed=date)
    bodies = Bodies(out)
    unknown = 0
    for authorship in record.get("authorships") or []:
        homes = [found for found in map(bodies.of, authorship.get("institutions") or []) if found is not None]
        for home in homes:
            bodies.brought_out(home, work, date)
        if not authorship.get("institutions"):
            for text in authorship.get("raw_affiliation_strings") or []:
                why = f"署名单位“{text}”没有机构编号，不与机构相连"
                out.cannot_place("authorships", text, "affiliation-as-text", why)
        unknown += not _author(authorship.get("author") or {}, homes, work, date, out)
    if unknown:
        why = f"{unknown} 位作者没有 ORCID 或没有单位，不能与同名者区分，不入图"
        out.cannot_place("authorships", f"{unknown} 位作者", "no-orcid", why)


class Bodies:
    """The institutions of one work, each stated once, each tied to the work once."""

    def __init__(self, out: Claims) -> None:
        self.out = out
        self.known: dict[str, NodeClaim | None] = {}
        self.tied: set[int] = set()

    def of(self, record: dict[str, Any]) -> NodeClaim | None:
        """The body of an institution as it stands in a work; None, and reported once, when it cannot be told."""
        key = str(record.get("id") or record.get("ror") or record.get("display_name"))
        if key not in self.known:
            self.known[key] = self._stated(record, key)
        return self.known[key]

    def brought_out(self, body: NodeClaim, work: NodeClaim, date: str) -> None:
        """The tie between a body and the work."""
        if id(body) not in self.tied:
            self.tied.add(id(body))
            self.out.tie("RESULTED_IN", body, work, at=date)

    def _stated(self, record: dict[str, Any], key: str) -> NodeClaim | None:
        try:
            keys = {"ror": ror_id(str(record["ror"]))} if record.get("ror") else {"openalex": key.rsplit("/", 1)[-1]}
        except ValueError as error:
            self.out.cannot_place("authorships", str(record.get("ror")), "ror-id", str(error))
            return None
        types = (str(record["type"]).lower(),) if record.get("type") else ()
        return mention(Body((str(record.get("display_name") or ""),), types, keys), self.out, "authorships")


def _key(record: dict[str, Any], key: str, out: Claims) -> dict[str, str]:
    """DOI where there is one, else the id of OpenAlex."""
    if not record.get("doi"):
        return {"openalex": key}
    try:
        return {"doi": doi(str(record["doi"]))}
    except ValueError as error:
        out.cannot_place("doi", str(record["doi"]), "doi", str(error))
        return {"openalex": key}


def _author(author: dict[str, Any], homes: list[NodeClaim], work: NodeClaim, date: str, out: Claims) -> bool:
    """State an author with ORCID and a home body; whether that was possible."""
    if not author.get("orcid") or not homes:
        return False
    try:
        key = orcid(str(author["orcid"]))
    except ValueError as error:
        out.cannot_place("authorships", str(author["orcid"]), "orcid", str(error))
        return False
    person = out.node("Person", str(author.get("display_name") or ""), keys={"orcid": key}, within=homes[0].name)
    out.tie("RESULTED_IN", person, work, at=date)
    for home in homes:
        out.tie("WORKS_AT", person, home, at=date, note="论文署名单位")
    return True
