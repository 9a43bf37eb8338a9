"""OpenAlex objects as files: institutions and works; a list, JSON Lines, a page {meta, results} or one, also gzipped.

An institution is a body with its seat and the bodies it belongs to; a work is an achievement (`openalex_works`). Kept
are the members used here; abstracts, counts and lists of references are not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.schema.values import ror_id
from loaders.claims import Claims
from loaders.rows import Row
from loaders.standards.bodies import Body, belongs, mention, state
from loaders.standards.openalex_works import WORK_MEMBERS, understand_work
from loaders.standards.seat import Printed
from loaders.standards.standard import cells_of, record_of, records, taken

MARK = re.compile(rb'"id"\s*:\s*"https?://openalex\.org/[A-Z]\d')
HAN = re.compile(r"[\u4e00-\u9fff]")
INSTITUTION_MEMBERS = (
    "id",
    "ror",
    "display_name",
    "display_name_alternatives",
    "display_name_acronyms",
    "international",
    "type",
    "geo",
    "country_code",
    "associated_institutions",
)
MEMBERS = {"I": INSTITUTION_MEMBERS, "W": WORK_MEMBERS}
TEXT = ("id", "ror", "doi", "display_name", "title", "type", "country_code", "publication_date")
OTHER_OBJECTS = {
    "A": "作者（随作品和单位记载，不单独入图）",
    "S": "期刊与来源",
    "T": "主题",
    "C": "概念",
    "P": "出版者",
    "F": "资助者",
}


def recognise(head: bytes) -> bool:
    """Whether a file begins like objects of OpenAlex."""
    return MARK.search(head) is not None


def read(path: Path) -> Iterator[Row]:
    """One row an object; key: its id (I…, W…)."""
    for number, record in records(path, ("results",)):
        key = openalex_id(record.get("id"))
        members = MEMBERS.get(key[:1], ("id", "display_name"))
        cells = cells_of({name: record[name] for name in members if name in record})
        yield Row(file=path.name, number=number, key=key, cells=cells)


def understand(row: Row, out: Claims) -> None:
    """An institution or a work; other objects are left out by name."""
    letter = row.key[:1]
    record = record_of(taken(row), TEXT)
    if letter in OTHER_OBJECTS and re.fullmatch(r"[A-Z]\d+", row.key):
        out.leave_out(f"OpenAlex 的{OTHER_OBJECTS[letter]}不入图")
    if letter == "I":
        _institution(record, row.key, out)
    elif letter == "W":
        understand_work(record, row.key, out)
    else:
        out.reject("id", row.key, "unknown-object", f"不是 OpenAlex 的机构或作品：{row.key or '没有 id'}")


def openalex_id(address: Any) -> str:
    """`https://openalex.org/W2991877883` → `W2991877883`."""
    return str(address or "").rstrip("/").rsplit("/", 1)[-1].upper()


def institution(record: dict[str, Any]) -> Body:
    """An institution, whole or as it stands inside a work. ROR is its key; without one, the id of OpenAlex."""
    international = (record.get("international") or {}).get("display_name") or {}
    chinese = [international[tag] for tag in ("zh", "zh-hans", "zh-cn", "zh-hant") if international.get(tag)]
    others = [*(record.get("display_name_alternatives") or []), *(record.get("display_name_acronyms") or [])]
    chinese = chinese or [name for name in others if HAN.search(name)]
    names = tuple(dict.fromkeys(name for name in (*chinese, record.get("display_name") or "", *others) if name))
    geo = record.get("geo") or {}
    places = (Printed(geo.get("city") or "", geo.get("region") or "", geo.get("country_code") or ""),) if geo else ()
    types = (str(record.get("type") or "").lower(),) if record.get("type") else ()
    return Body(names, types, _keys(record), places, "" if chinese else "OpenAlex 未给中文名称")


def _keys(record: dict[str, Any]) -> dict[str, str]:
    if record.get("ror"):
        return {"ror": ror_id(str(record["ror"]))}
    return {"openalex": openalex_id(record.get("id"))}


def _institution(record: dict[str, Any], key: str, out: Claims) -> None:
    try:
        found = institution(record)
    except (AttributeError, TypeError, KeyError) as error:
        out.reject("", key, "unknown-form", f"不是 OpenAlex 机构的写法：{error}")
    except ValueError as error:
        out.reject("ror", str(record.get("ror")), "ror-id", str(error))
    if not found.names:
        out.reject("display_name", "", "empty-name", "机构没有名称")
    body = state(found, out, column="type")
    for other in record.get("associated_institutions") or []:
        relation = str(other.get("relationship", ""))
        if relation not in ("parent", "child"):
            continue  # `related` says that there is a tie, not which
        try:
            known = institution(other)
        except ValueError as error:
            out.cannot_place("associated_institutions", json.dumps(other, ensure_ascii=False), "ror-id", str(error))
            continue
        end = mention(known, out, "associated_institutions")
        if end is not None:
            belongs(*((body, end) if relation == "parent" else (end, body)), out)
