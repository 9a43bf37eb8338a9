"""A parameter that a question does not have is an error that names it: a typing mistake is never ignored in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from graph.errors import UsageError


async def only_declared(request: Request) -> None:
    """Raise `UsageError` for a query parameter that the route does not declare, and for a repeated one that is no list.

    Async without awaiting: it runs in the event loop, not in a thread of its own, as it only looks at the request.
    """
    lists, singles = declared(request.scope["route"])
    given = list(dict.fromkeys(request.query_params))
    errors = [{"at": f"query.{name}", "reason": "没有这个参数"} for name in given if name not in lists | singles]
    for name in given:
        times = len(request.query_params.getlist(name))
        if name in singles and times > 1:
            errors.append({"at": f"query.{name}", "reason": f"只能给一次，给了 {times} 次"})
    if errors:
        words = "；".join(f"{error['at']} {error['reason']}" for error in errors)
        known = "、".join(sorted(lists | singles)) or "无"
        raise UsageError(f"参数有误：{words}", way_out=f"可用的参数：{known}", errors=errors)


def declared(route: APIRoute) -> tuple[set[str], set[str]]:
    """Names of a route's query parameters, those that take a list and those that take one value."""
    shapes = dict(_own(route.dependant))
    for parameter in (route.openapi_extra or {}).get("parameters", ()):
        shapes[parameter["name"]] = parameter["schema"].get("type") == "array"
    return {name for name, many in shapes.items() if many}, {name for name, many in shapes.items() if not many}


def _own(dependant: Dependant) -> Iterator[tuple[str, bool]]:
    for field in dependant.query_params:
        yield field.alias, "list" in str(field.field_info.annotation)
    for child in dependant.dependencies:
        yield from _own(child)


def listed(values: Iterable[str] | None) -> Sequence[str]:
    """A list given as a repeated parameter, joined by commas, or both."""
    return [part.strip() for value in values or () for part in value.split(",") if part.strip()]
