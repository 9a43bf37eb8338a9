"""`--covers "Enterprise in 商州区, 2019, complete, declared 97"`: what the user says a file covers."""

from __future__ import annotations

import re

from graph.errors import UsageError
from graph.gazetteer import division, zone
from graph.schema import EDGE_KINDS, NODE_KINDS
from loaders.given.wish import kind_of
from loaders.spec import CoverageClaim

EXAMPLES = (
    "--covers “Enterprise in 商州区, 2019, complete, declared 97”；"
    "--covers “企业 在 商洛市，2018-2020，部分”；--covers “HOSTS in 西安市, 2021, complete, declared 12”"
)
HEAD = re.compile(r"^(?P<about>.+?)(?:\s*\((?P<subkind>[^)]+)\))?\s+(?:in|在|于)\s*(?P<place>\S.*)$", re.IGNORECASE)
PERIOD = re.compile(
    r"^(?P<first>\d{4}(?:-\d{2}){0,2})(?:\s*(?:-|–|—|至|到|to|\.\.)\s*(?P<last>\d{4}(?:-\d{2}){0,2}))?年?$"
)
DECLARED = re.compile(r"^(?:declared|共|公布|应有)\s*(?P<count>\d+)\s*(?:家|个|项|人|条|行)?$", re.IGNORECASE)
NATION = ("全国", "中国")
COMPLETE = {"complete": True, "完整": True, "全部": True, "partial": False, "部分": False, "不完整": False}
ROLE = re.compile(r"^(?:role|角色)\s*[:：=]?\s*(?P<role>\S.*)$", re.IGNORECASE)


def claim_of(text: str) -> CoverageClaim:
    """Parse one claim; its words are kept as given and it is marked as the user's.

    Raises `UsageError` that names the part it cannot read, with examples.
    """
    head, *parts = (part.strip() for part in re.split(r"[,，;；]", text.strip()))
    found = HEAD.match(head.replace("（", "(").replace("）", ")"))
    if found is None:
        raise _error(text, f"“{head}”里看不出类别和地方")
    told: dict[str, object] = {"about": _about(found["about"], text), "place": place_of(found["place"].strip(), text)}
    told["subkind"] = found["subkind"] or ""
    for part in parts:
        if not part:
            continue
        if part.lower() in COMPLETE:
            told["complete"] = COMPLETE[part.lower()]
        elif period := PERIOD.match(part):
            told |= {"first": period["first"], "last": period["last"] or period["first"]}
        elif declared := DECLARED.match(part):
            told["declared"] = int(declared["count"])
        elif role := ROLE.match(part):
            told["role"] = role["role"]
        else:
            raise _error(text, f"读不出“{part}”")
    if "complete" not in told:
        raise _error(text, "没有说是完整（complete）还是部分（partial）")
    if told["complete"] and "declared" not in told:
        raise _error(text, "说是完整的，就要说公布了多少（declared 97），好与读到的核对")
    return CoverageClaim.model_validate(told | {"words": text.strip(), "claimed_by": "user"})


def place_of(place: str, text: str) -> str:
    """The place by its full name: 商州 → 商州区. Raises `UsageError` for a place nobody knows, or several share."""
    if place in NATION:
        return "全国"
    known = division(place)
    if known is not None:
        return known.name
    if zone(place) is not None:
        return place
    raise _error(text, f"不认得地方“{place}”，或不止一处叫这个名字；写全称，如 商洛市、商州区、全国")


def _about(word: str, text: str) -> str:
    if word.strip().upper() in EDGE_KINDS:
        return word.strip().upper()
    try:
        return kind_of(word)
    except UsageError as error:
        raise _error(text, f"没有“{word.strip()}”这一类；可用：{'、'.join(NODE_KINDS)}") from error


def _error(text: str, why: str) -> UsageError:
    return UsageError(f"--covers “{text}”：{why}", way_out=f"例如 {EXAMPLES}")
