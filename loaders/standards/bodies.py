"""Bodies as these standards state them: kind by type and name, seat checked against the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.body_kind import kind_of
from loaders.claims import Claims, NodeClaim
from loaders.standards.seat import Printed, seat_of

# Types of ROR, which OpenAlex took over, in the order in which they decide; `funder` says nothing about the kind.
TYPES: dict[str, str] = {
    "education": "University",
    "government": "Agency",
    "healthcare": "Institute",
    "company": "Enterprise",
    "facility": "Institute",
    "archive": "Institute",
    "nonprofit": "Association",
}
SILENT = frozenset({"funder", "other"})
# Types under which bodies of other kinds stand too: there the name decides where it can.
LOOSE = frozenset({"facility", "nonprofit", "archive"})
LEVELS = {4: "市", 6: "县区"}
# Kinds by words of a name in Latin letters, beside those of `loaders.body_kind`; in this order.
LATIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Enterprise", re.compile(r"\b(company|group|s\.?p\.?a\.?|s\.?a\.?|s\.?r\.?l\.?|ag|plc|b\.?v\.?)$", re.IGNORECASE)),
    ("Platform", re.compile(r"\blaborator(y|ies)\b", re.IGNORECASE)),
    ("Agency", re.compile(r"\b(ministry|government|bureau|european commission)\b", re.IGNORECASE)),
    ("Association", re.compile(r"\b(association|society|foundation)\b", re.IGNORECASE)),
    ("University", re.compile(r"(universit[äàéa]|universidad)", re.IGNORECASE)),
)
# Authorities that many records name as parent, by ROR id: kind and Chinese name (types of their own records in ROR).
AUTHORITIES: dict[str, tuple[str, str]] = {
    "034t30j35": ("Agency", "中国科学院"),
    "027s68j25": ("Agency", "科学技术部"),
}


@dataclass(frozen=True)
class Body:
    """A body of a record: `names` with the shown one first, types in lower case, strong keys, places as printed."""

    names: tuple[str, ...]
    types: tuple[str, ...]
    keys: dict[str, str] = field(default_factory=dict)
    places: tuple[Printed, ...] = ()
    note: str = ""


def kind_by(types: Sequence[str], names: Sequence[str]) -> tuple[str, str]:
    """Kind and sub-kind of a body; ("", "") when nothing tells it. Raises `ValueError` on an unknown type."""
    unknown = sorted(set(types) - TYPES.keys() - SILENT)
    if unknown:
        raise ValueError(f"未知的机构类型 {'、'.join(unknown)}")
    decided = next((one for one in TYPES if one in types), "")
    told = next((kind for name in names if (kind := kind_of(name) or _latin(name))), "")
    kind = told or TYPES[decided] if decided in LOOSE else TYPES.get(decided, told)
    sub = ""
    if kind == "Institute":
        hospital = decided == "healthcare" or any(name.endswith(("医院", "卫生院")) for name in names)
        sub = "医院" if hospital else "科研院所"
    elif kind == "Platform":
        sub = "重点实验室" if any(name.endswith("重点实验室") for name in names) else ""
    return kind, sub


def state(body: Body, out: Claims, *, column: str = "types") -> NodeClaim:
    """State a body and where it is. Rejects the row when its kind cannot be told."""
    try:
        kind, sub = kind_by(body.types, body.names)
    except ValueError as error:
        out.reject(column, "、".join(body.types), "unknown-type", str(error))
    if not kind:
        why = "没有可判定类别的机构类型，名称也看不出类别"
        out.reject(column, "、".join(body.types) or body.names[0], "no-type", why)
    seat = seat_of(body.names, body.places, out, "places")
    name, *others = dict.fromkeys(body.names)
    node = out.node(
        kind,
        name,
        keys=body.keys,
        city=seat.city,
        aliases=tuple(others),
        kind=sub,
        city_reason=seat.reason if seat.city else "",
        place="；".join(one.text for one in body.places if one.text),
        note=body.note,
    )
    for found in seat.places:
        place = out.node(
            "Place", found.name, keys={"division": found.code}, code=found.code, kind=LEVELS.get(len(found.code), "")
        )
        out.tie("LOCATED_IN", node, place)
    return node


def mention(body: Body, out: Claims, column: str) -> NodeClaim | None:
    """A body that a record only points to; None, and reported, when its kind cannot be told."""
    names = tuple(name for name in body.names if name)
    if (known := AUTHORITIES.get(body.keys.get("ror", ""))) is not None:
        aliases = tuple(name for name in names if name != known[1])
        return out.node(known[0], known[1], keys=body.keys, aliases=aliases)
    try:
        kind, sub = kind_by(body.types, names) if names else ("", "")
    except ValueError:
        kind, sub = "", ""
    if not kind:
        shown = names[0] if names else "；".join(body.keys.values())
        out.cannot_place(column, shown, "kind-unknown", f"看不出“{shown}”是哪一类机构，这条关系不入图")
        return None
    name, *others = dict.fromkeys(names)
    return out.node(kind, name, keys=body.keys, aliases=tuple(others), kind=sub)


def belongs(part: NodeClaim, whole: NodeClaim, out: Claims) -> None:
    """A part and its whole; an authority as whole governs, which no path walks."""
    out.tie("GOVERNED_BY" if whole.kind == "Agency" else "PART_OF", part, whole)


def _latin(name: str) -> str:
    return next((kind for kind, words in LATIN if words.search(name)), "")
