"""Where are the holes?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from api.cursors import Key, Pages
from api.deps import StoreDep
from api.replies import Format, answers, reply
from graph import gaps
from graph.answers import Answer, Finding, GapAnswer, GapList
from graph.catalogue import Param
from graph.errors import UsageError
from graph.gaps.rules import NEEDS

router = APIRouter(tags=["gaps"])
RULES = ("name", "title", "why", "commitments", "anchor", "looks_at", "revision")
COLUMNS = (
    "finding",
    "key",
    "name",
    "kind",
    "place",
    "county",
    "chain",
    "state",
    "since",
    "reason",
    "evidence",
    "sources",
)
OWN = frozenset({"state", "limit", "cursor", "format"})

RuleName = Annotated[str, Path(max_length=100, description="规则名", examples=["commitments-without-evidence"])]
StateFilter = Annotated[Literal["linked", "none_found", "not_collected"] | None, Query(description="只要这种状态")]


@router.get("/gaps", summary="空白规则一览", response_model=Answer[GapList], responses=answers())
def get_rules(store: StoreDep, format: Format = "json") -> Response:
    """All rules: what each asks, why, which commitments it serves and which ties it looks at."""
    state = store.state()
    meta = state.meta("gaps")
    answer = Answer(data=GapList(rules=gaps.rules()), meta=meta)
    return reply(answer, format, RULES, (rule.model_dump() for rule in answer.data.rules))


def own_parameters() -> list[dict[str, Any]]:
    """The parameters of all rules for the OpenAPI document; each says which rules take it."""
    takers: dict[str, list[str]] = {}
    shapes: dict[str, Param] = {}
    for ref in gaps.rules():
        for name, param in gaps.find(ref.name).params.items():
            if name != NEEDS:
                takers.setdefault(name, []).append(ref.name)
                shapes[name] = param
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "schema": {"type": "string", **({"enum": list(param.choices)} if param.choices else {})},
            "description": f"{param.about}（规则 {'、'.join(takers[name])}）",
        }
        for name, param in sorted(shapes.items())
    ]


@router.get(
    "/gaps/{rule}",
    summary="一条空白规则",
    response_model=Answer[GapAnswer],
    responses=answers(404),
    openapi_extra={"parameters": own_parameters()},
)
def get_gap(
    request: Request,
    store: StoreDep,
    rule: RuleName,
    state: StateFilter = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 200,
    cursor: Annotated[str | None, Query(max_length=500, description="上一页的 next")] = None,
    format: Format = "json",
) -> Response:
    """The rule's rows by page; counts and ratios are of all rows. Further parameters are those of the rule's header."""
    answer = gaps.ask(store, rule, **rule_parameters(request))
    rows = [row for row in answer.data.rows if state is None or row.state == state]
    pages = Pages(request)
    page, last = page_of(rows, pages.after(cursor), limit)
    following = pages.cursor(last)
    data = answer.data.model_copy(update={"rows": page, "next": following})
    return reply(answer.model_copy(update={"data": data}), format, COLUMNS, csv_rows(page), pages.link(following))


def rule_parameters(request: Request) -> dict[str, str]:
    """What the query string gives for the rule itself; a parameter given twice is an error, not the last one."""
    given = {}
    for name in dict.fromkeys(request.query_params):
        values = request.query_params.getlist(name)
        if name in OWN:
            continue
        if len(values) > 1:
            raise UsageError(f"参数 {name} 给了 {len(values)} 次", way_out="多个值用逗号隔开，只给一次")
        given[name] = values[0]
    return given


def page_of(rows: list[Finding], after: Key | None, limit: int) -> tuple[list[Finding], Key]:
    """One page after the finding that the key names, and the key of the next one, empty when no more follow."""
    start = 0
    if after is not None:
        ids = [row.finding for row in rows]
        if after[0] not in ids:
            raise UsageError("cursor 指的行已不在答案里", way_out="从第一页重新取")
        start = ids.index(str(after[0])) + 1
    page = rows[start : start + limit]
    return page, (page[-1].finding,) if start + limit < len(rows) else ()


def csv_rows(rows: list[Finding]) -> Iterator[dict[str, Any]]:
    """Findings as rows of a table."""
    for row in rows:
        yield {
            **row.model_dump(include={"finding", "county", "chain", "state", "since", "reason"}),
            "key": row.anchor.key,
            "name": row.anchor.name,
            "kind": row.anchor.kind,
            "place": row.anchor.place,
            "evidence": [item.text for item in row.evidence],
            "sources": sorted({f"{s.publisher}《{s.title}》" for item in row.evidence for s in item.sources}),
        }
