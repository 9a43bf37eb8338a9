"""Which bodies do these names mean? One by its parameters, a list as JSON or CSV."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from pydantic import TypeAdapter, ValidationError

from api.deps import StoreDep
from api.replies import answers, reply
from graph.answers import Answer, AskedName, ResolveAnswer
from graph.errors import UsageError
from graph.name_list import COLUMNS, names_in_csv, table
from graph.reasons import field_errors, in_words
from graph.resolve import AT_MOST, resolve_names

router = APIRouter(tags=["search"])
LIST = TypeAdapter(list[AskedName])
EXAMPLE = [{"name": "西安交大"}, {"name": "西安电字科技大学"}, {"name": "交大", "place": "西安"}]
CSV_EXAMPLE = "name,place,kind\n西安交大,,\n交大,西安,University\n"
BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": AT_MOST,
                    "items": AskedName.model_json_schema(),
                },
                "examples": {"名单": {"value": EXAMPLE}},
            },
            "text/csv": {"schema": {"type": "string"}, "examples": {"名单": {"value": CSV_EXAMPLE}}},
        },
    }
}
Form = Annotated[
    Literal["json", "csv"] | None, Query(alias="format", description="json 或 csv；不给则看 Accept，缺省 json")
]


async def names_of(request: Request) -> list[AskedName]:
    """The list in a request's body. Raises `UsageError` or `SourceError` naming what is wrong, 415 for another type."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", "text/csv"):
        raise HTTPException(415, f"请求体应为 application/json 或 text/csv，给的是 {kind or '（未注明）'}")
    raw = await request.body()
    if kind == "text/csv":
        return names_in_csv(raw, "请求体")
    try:
        return LIST.validate_json(raw)
    except ValidationError as error:
        errors = field_errors(error.errors(include_url=False), "body")[:20]
        raise UsageError(
            in_words(errors), way_out='例：[{"name": "西安交大", "place": "西安"}]', errors=errors
        ) from error


def form_of(request: Request, format: Form = None) -> str:
    """The form asked for by `format`, else by `Accept`."""
    return format or ("csv" if "text/csv" in request.headers.get("accept", "") else "json")


FormDep = Annotated[str, Depends(form_of)]


@router.get("/resolve", summary="一个名称指哪个主体", response_model=Answer[ResolveAnswer], responses=answers())
def get_resolve(
    store: StoreDep,
    form: FormDep,
    name: Annotated[str, Query(max_length=2000, description="名称、简称、拼音或编号", examples=["西安交大"])],
    place: Annotated[str, Query(max_length=200, description="所在地，用来区分同名", examples=["西安"])] = "",
    kind: Annotated[str, Query(max_length=50, description="类别，如 University 或 高校", examples=["高校"])] = "",
) -> Response:
    """The body, how sure it is (`same`, `queue`: may be, `none`), why, and what else the name may mean."""
    return _reply(resolve_names(store, [AskedName(name=name, place=place, kind=kind)]), form)


@router.post(
    "/resolve",
    summary="一批名称各指哪个主体",
    response_model=Answer[ResolveAnswer],
    responses=answers(415),
    openapi_extra=BODY,
)
def post_resolve(store: StoreDep, form: FormDep, names: Annotated[list[AskedName], Depends(names_of)]) -> Response:
    """The same for a list of at most 500, in its order; a CSV has the columns name, and where told place and kind."""
    return _reply(resolve_names(store, names), form)


def _reply(answer: Answer[ResolveAnswer], form: str) -> Response:
    rows: Any = table(answer.data.rows)
    return reply(answer, form, COLUMNS, rows)
