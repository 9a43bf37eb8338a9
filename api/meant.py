"""What an error page offers: the bodies that may have been meant, each with where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request

ENDS = ("from", "to")


def meant(request: Request, problem: Mapping[str, Any]) -> dict[str, str]:
    """By id of a candidate or a nearest name: the same question asked with that id, else the node's own page."""
    hits: Iterable[Mapping[str, Any]] = [*problem.get("candidates", ()), *problem.get("nearest", ())]
    asked, name = request.query_params.multi_items(), problem.get("name")
    if not any(key in ENDS and value == name for key, value in asked):
        return {hit["id"]: f"/views/node/{quote(hit['id'], safe='')}" for hit in hits}
    return {
        hit["id"]: f"{request.url.path}?"
        + urlencode([(key, hit["id"] if key in ENDS and value == name else value) for key, value in asked])
        for hit in hits
    }
